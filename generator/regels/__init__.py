"""Rules: one legal or clerical demand per function, each a pure function from values to findings or outcomes."""
