"""Dutch on paper, in one place: how a value is printed, and which figures a Dutch text holds.

The only package that knows Babel (dates, digits) and text2num (reading number words).
"""

from generator.opmaak.citaten import is_uit_citaat
from generator.opmaak.getallen import in_woorden, print_getal, print_precies, rangtelwoord, telwoord
from generator.opmaak.vindplaatsen import artikeldelen, is_vindplaats, vindplaats, vindplaats_om
from generator.opmaak.vondsten import Vondst, getallen_in
from generator.opmaak.vormen import VORMEN, Vorm, print_feit, verzwijgt_afronding
from generator.opmaak.waarden import join_woorden, print_waarde

__all__ = [
    "VORMEN",
    "Vondst",
    "Vorm",
    "artikeldelen",
    "getallen_in",
    "in_woorden",
    "is_uit_citaat",
    "is_vindplaats",
    "join_woorden",
    "print_feit",
    "print_getal",
    "print_precies",
    "print_waarde",
    "rangtelwoord",
    "telwoord",
    "verzwijgt_afronding",
    "vindplaats",
    "vindplaats_om",
]
