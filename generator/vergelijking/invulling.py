"""What was still to be filled in, or is administration of a paper, apart from what was changed in its words.

Told by the words alone, since either file may come from elsewhere: a place that stood open is ``[nog in te vullen: …]``
or a line of dots, and the line of the head is ``Status …, versie …, stand op …``.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from generator.vergelijking.woorden import vind, vormen

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.vergelijking.opzij import Stuk
    from generator.vergelijking.woorden import Woord

_OPEN = ("[", "nog", "in", "te", "vullen", ":")
_LIJN = "…"  # a line to write on, however long
_STIPPEN = 9  # dots in a row that make one; an ellipsis has three
_IN_DE_KOP = 400  # words in which the head of a paper must have ended
_STATUS = 2  # words of the longest status ("college akkoord")

Strook = tuple[int, int]  # from and to, in words


def open_plekken(woorden: Sequence[Woord]) -> list[Strook]:
    """Where in `woorden` something is still to be filled in: from and to of each."""
    reeks = vormen(woorden)
    return sorted([*_genoemd(reeks), *_lijnen(reeks)])


def kopregel(woorden: Sequence[Woord]) -> Strook:
    """Where the head tells status, version and day; an empty stretch when it has no such line."""
    reeks = vormen(woorden[:_IN_DE_KOP])
    for begin in (plek for plek, woord in enumerate(woorden[:_IN_DE_KOP]) if woord.eerste and woord.vorm == "Status"):
        waarde = begin + 1 + (reeks[begin + 1 : begin + 2] == (":",))
        komma = vind((",", "versie"), reeks, waarde)
        if not 0 < komma - waarde <= _STATUS:
            continue
        tot = komma + len((",", "versie", "1.0"))
        if reeks[tot : tot + 3] == (",", "stand", "op"):
            tot += len((",", "stand", "op", "1", "januari", "2025"))
        return waarde, min(tot, len(reeks))
    return 0, 0


def als_een_woord(woorden: Sequence[Woord], plekken: Sequence[Strook]) -> tuple[list[str], list[int]]:
    """The forms of `woorden`, each of `plekken` as one, with where each form begins; and after the last, where all end.

    So the question that stood there is never laid beside the answer word by word, nor beside the words around it.
    """
    reeks = vormen(woorden)
    binnen = {plek for begin, einde in plekken for plek in range(begin + 1, einde)}
    begint = [plek for plek in range(len(reeks)) if plek not in binnen]
    grenzen = [*begint, len(reeks)]
    heel = [
        _LIJN if reeks[van] == "." and tot > van + 1 else " ".join(reeks[van:tot]) for van, tot in pairwise(grenzen)
    ]
    return heel, grenzen


def is_ingevuld(stuk: Stuk, plekken: Sequence[Strook]) -> bool:
    """Whether `stuk` puts words where nothing but open places stood."""
    return stuk.tot_en > stuk.naar and (stuk.van, stuk.tot) in plekken


def is_kopregel(stuk: Stuk, oud: Strook, nieuw: Strook) -> bool:
    """Whether `stuk` lies on both sides within what the head tells of status, version and day."""
    return all(
        van < tot and van <= begin and einde <= tot
        for (van, tot), begin, einde in ((oud, stuk.van, stuk.tot), (nieuw, stuk.naar, stuk.tot_en))
    )


def _genoemd(reeks: Sequence[str]) -> Iterator[Strook]:
    begin = vind(_OPEN, reeks)
    while begin >= 0:
        diepte, einde = 0, begin
        for einde in range(begin, len(reeks)):
            diepte += (reeks[einde] == "[") - (reeks[einde] == "]")
            if not diepte:
                yield begin, einde + 1
                break
        begin = vind(_OPEN, reeks, einde + 1)


def _lijnen(reeks: Sequence[str]) -> Iterator[Strook]:
    begin = 0
    for plek in range(len(reeks) + 1):
        if plek < len(reeks) and reeks[plek] == ".":
            continue
        if plek - begin >= _STIPPEN:
            # An ellipsis reads as three dots: one more ends the sentence.
            yield begin, plek - ((plek - begin) % 3 == 1)
        begin = plek + 1
