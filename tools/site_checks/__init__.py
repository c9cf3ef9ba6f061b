"""What a built site must show: valid HTML, few bytes, Lighthouse's scores; `make check-site` runs them."""
