"""Raadwerk: council papers and objection files from one set of sourced facts (see docs/ and README.md)."""

__version__ = "0.1.0"
