"""Scripts that set the project up and look after it; the Makefile runs them."""
