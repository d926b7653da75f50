"""From bytes to values: Markdown, DOCX and PDF, the mirror of ``schrijvers``."""
