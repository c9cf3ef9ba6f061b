"""What a check found, as people and programs read it: text, JSON, SARIF, and what GitHub and GitLab show."""
