"""What is true: frozen types for facts and records. Knows no YAML, Jinja or Word."""
