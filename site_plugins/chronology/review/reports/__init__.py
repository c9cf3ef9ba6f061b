"""What a check found, as people and programs read it: text, JSON, GitHub's workflow commands, SARIF."""
