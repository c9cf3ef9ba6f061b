"""Which pages go out, and their HTML. Knows no host: a host renders a theme around these bodies."""
