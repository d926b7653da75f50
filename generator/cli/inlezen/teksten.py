"""The words of a Word file that came back → the texts of the dossier, or the reason why not."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from generator.document.leesregels import leesregels
from generator.inlezen.paren import FEIT, masker
from generator.inlezen.proza import Poging, put_terug
from generator.inlezen.uitleg import verschil_van

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from generator.cli.inlezen.proef import Inleesproef
    from generator.document.leesregels import Leesregel
    from generator.document.nodes import Document
    from generator.inlezen.paren import Paar

_EIGEN = "teksten/"  # where the sentences of a dossier stand, among the templates
_NERGENS = "de woorden staan zo niet in dat bestand"
_ANDERS = "dat zou op het papier meer of iets anders veranderen dan hier in Word"


def take_teksten(proef: Inleesproef, paren: Sequence[Paar], bij: Mapping[int, tuple[Leesregel, int]]) -> None:
    """Try every rewritten paragraph of `paren` on its text; `bij` tells which line of the tree it shows."""
    rest = proef.uitslag.rest
    for paar in paren:
        if paar.oud is None:
            if paar.nieuw is not None:
                rest.append(f"{paar.nieuw.plek} is nieuw: ‘{paar.nieuw.tekst}’; zet haar zelf in een tekst")
            continue
        lees, begin = bij.get(paar.oud.nummer, (None, 0))
        waar = f"{_pad(proef, lees)}:{lees.blok.herkomst.regel}" if lees else "de opmaak van het stuk"
        if paar.nieuw is None:
            rest.append(f"weggevallen ({waar}): ‘{paar.oud.tekst}’; haal haar zelf weg als dat zo moet")
        elif not paar.is_herschreven:
            continue
        elif lees is None:
            rest.append(f"vaste formule ({waar}): {verschil_van(paar)}")
        else:
            _neem(proef, paar, lees, begin)


def _neem(proef: Inleesproef, paar: Paar, lees: Leesregel, begin: int) -> None:
    """Write the words in their text, or tell why not; `begin` characters of both are a number or a label."""
    oud, nieuw = (masker(regel) for regel in (paar.oud, paar.nieuw) if regel is not None)
    eigen, regel, rest = _pad(proef, lees), lees.blok.herkomst.regel, proef.uitslag.rest
    is_eigen = lees.blok.herkomst.bestand.startswith(_EIGEN)
    if oud[:begin] != nieuw[:begin]:
        rest.append(f"{oud[:begin].strip()} ({eigen}:{regel}) wordt geteld en niet getypt: {verschil_van(paar)}")
        return
    # The words in a part of a paper (a question, a point) know its line only, and that stands in the template.
    plekken = [(eigen, regel)] if is_eigen else [(pad, 0) for pad in _eigen_teksten(proef)]
    niet: tuple[str, Poging] | None = None
    for pad, poging in _pogingen(proef, plekken, oud[begin:], nieuw[begin:]):
        reden = poging.reden
        if poging.tekst is not None:
            geprobeerd = proef.try_bestand(pad, poging.tekst.encode())
            if geprobeerd and _is_alleen(proef.boom, geprobeerd[1], oud[begin:], nieuw[begin:]):
                proef.keep(pad, poging.tekst.encode(), geprobeerd)
                proef.uitslag.teksten.append(f"{pad}:{poging.regel}: {verschil_van(paar)}")
                return
            reden = _ANDERS
        niet = niet or (pad, Poging(poging.regel, None, reden))
    if niet is None and not is_eigen:
        rest.append(f"vaste formule ({eigen}:{regel}): {verschil_van(paar)}")
        return
    pad, poging = niet or (eigen, Poging(regel, None, _NERGENS))
    plek = f"{pad}:{poging.regel}"
    rest.append(
        f"niet met zekerheid terug te zetten ({plek}): {verschil_van(paar)}; {poging.reden}. Wijzig het daar zelf"
    )


def _pogingen(
    proef: Inleesproef, plekken: Sequence[tuple[str, int]], oud: str, nieuw: str
) -> Iterator[tuple[str, Poging]]:
    for pad, regel in plekken:
        tekst = proef.bestanden[pad].decode("utf-8-sig")
        yield from ((pad, poging) for poging in put_terug(tekst, regel, oud, nieuw))


def _is_alleen(was: Document, wordt: Document, oud: str, nieuw: str) -> bool:
    """Whether lines with the words `oud` became `nieuw` from `was` to `wordt`, and no other line changed."""
    eerst, daarna = (Counter(map(_zonder_cijfers, leesregels(boom))) for boom in (was, wordt))
    van, naar = ("".join(tekst.replace(FEIT, "").split()) for tekst in (oud, nieuw))
    verschil = (set(), set()) if van == naar else ({van}, {naar})  # only white space
    return verschil == (set(eerst - daarna), set(daarna - eerst))


def _eigen_teksten(proef: Inleesproef) -> list[str]:
    """The texts of the dossier by path; the ones that this paper does not use change nothing on it."""
    return [pad for pad in proef.bestanden if f"/{_EIGEN}" in pad and pad.endswith(".md")]


def _pad(proef: Inleesproef, lees: Leesregel) -> str:
    bestand = lees.blok.herkomst.bestand
    return proef.gelezen.paden.get(bestand, bestand)


def _zonder_cijfers(regel: Leesregel) -> str:
    uit, plek = [], 0
    for begin, eind, _ in regel.cijfers:
        uit.append(regel.tekst[plek:begin])
        plek = eind
    return "".join("".join([*uit, regel.tekst[plek:]]).split())
