"""The canonical layout of a record's file: the order of fields, indentation, quotation marks, line breaks."""
