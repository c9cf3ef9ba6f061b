"""Checked records become entities: texts become dates and clock times, defaults and shorthands are spelt out."""
