"""Importing this module puts every rule in the register."""

from generator.regels import bronnen, datums, planning, stukken, taal, tabel, verwijzingen

__all__ = ["bronnen", "datums", "planning", "stukken", "taal", "tabel", "verwijzingen"]
