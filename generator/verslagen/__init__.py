"""Findings and outcomes as text, JSON, SARIF, CSV and calendar files. Values in, text out; nothing is printed here."""
