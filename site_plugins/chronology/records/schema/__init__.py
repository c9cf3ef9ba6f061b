"""The record format: one pydantic model a kind. The JSON Schemas and the handbook's reference are made from these.

Scalars arrive as the strings that stand in the YAML file; each field's type says what may stand there.
Unknown fields are errors.
"""
