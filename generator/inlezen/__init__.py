"""What somebody changed in a Word file that came back: which figures, which words, and where they were written."""
