"""How records come in: strict YAML, one pydantic model a kind, every problem with its place."""
