"""A generator of static, searchable, sourced chronologies."""

__version__ = "0.1.0"
