"""Facts against their sources: is every quote on its page, and which figures of a source has no fact."""

from generator.bronnen.citaten import Citaatcontrole, Uitslag, check_citaten
from generator.bronnen.gegevens import LosGegeven, find_losse_gegevens

__all__ = ["Citaatcontrole", "LosGegeven", "Uitslag", "check_citaten", "find_losse_gegevens"]
