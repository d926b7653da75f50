"""Importing this module puts every rule in the register."""

from generator.regels import bezwaar, dossierregels

__all__ = ["bezwaar", "dossierregels"]
