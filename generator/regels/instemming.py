"""Words that have the council agree to the agreement, where the law gives it its wishes (Gemeentewet 169 lid 4)."""

from __future__ import annotations

import re

_RAAD = r"(?:[Dd]e raad|[Uu]w raad|[Uu])"
_OVER = r"(?:de|het|deze|dit) (?:(?:ontwerp|bestuurs)\w*|overeenkomst)\b"
_ERMEE = rf"(?:(?:er|daar|hier)mee|met {_OVER})"
# What follows may name something else that the council does agree to: a budget, an advice.
_NIET_ANDERS = rf"(?! met (?!{_OVER}))"
# Words between, in which nothing is denied and no other thing is named.
_TUSSEN = rf"(?:(?!\b(?:niet|geen)\b| met (?!{_OVER}))[^.;:]){{0,60}}?"
INSTEMMING = re.compile(
    r"(?:"
    # ‘nadat de raad heeft ingestemd’, ‘zodra u ermee instemt’
    rf"\b(?:[Nn]adat|[Zz]odra|[Aa]ls|[Ww]anneer|[Vv]oordat|[Tt]otdat|[Mm]its) {_RAAD} (?:{_ERMEE} )?"
    r"(?:he(?:eft|bt) ingestemd|ingestemd he(?:eft|bt)|instemt|akkoord (?:is|bent|gaat)"
    rf"|(?:toestemming|goedkeuring) (?:geeft|he(?:eft|bt) gegeven))\b{_NIET_ANDERS}"
    # ‘wij stellen u voor in te stemmen met de overeenkomst’
    rf"|\b{_RAAD}\b{_TUSSEN} (?:in te stemmen|akkoord te gaan) {_ERMEE}"
    rf"|\b{_RAAD}\b{_TUSSEN} {_ERMEE} (?:in te stemmen|akkoord te gaan)\b"
    rf"|\b{_RAAD}\b{_TUSSEN} {_OVER} (?:goed te keuren|vast te stellen)\b"
    # ‘de raad moet hier eerst mee instemmen’, ‘de raad stemt ermee in’
    rf"|\b{_RAAD} (?:moet|zal|dient|hoort)\b{_TUSSEN} (?:instemmen|in te stemmen|akkoord (?:te )?gaan)\b{_NIET_ANDERS}"
    rf"|\b{_RAAD} stem(?:t|de) (?:{_ERMEE} in\b|in met {_OVER})"
    # ‘na instemming van de raad’, ‘wij vragen uw instemming met de overeenkomst’
    rf"|\b(?:[Nn]a|[Oo]nder voorbehoud van|[Ww]acht op) (?:de )?instemming (?:van|door) (?:de|uw) raad\b"
    rf"|\b(?:uw |om )instemming met {_OVER}"
    r")"
)
