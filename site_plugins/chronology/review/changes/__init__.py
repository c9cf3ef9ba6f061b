"""What a change means: two derived chronologies are compared, and the difference told in sentences."""
