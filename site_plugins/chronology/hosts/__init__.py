"""Who runs us. The only package that imports MkDocs."""
