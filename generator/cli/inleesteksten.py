"""The words of a Word file that came back → the texts of the dossier, or the reason why not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.document.leesregels import leesregels
from generator.inlezen.paren import FEIT, masker
from generator.inlezen.proza import wijzig_alinea
from generator.inlezen.uitleg import verschil_van

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.cli.inleesproef import Inleesproef
    from generator.document.leesregels import Leesregel
    from generator.inlezen.paren import Paar

_EIGEN = "teksten/"  # where the sentences of a dossier stand, among the templates


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
        elif lees is None or not lees.blok.herkomst.bestand.startswith(_EIGEN):
            rest.append(f"vaste formule ({waar}): {verschil_van(paar)}")
        elif _neem(proef, lees, masker(paar.oud), masker(paar.nieuw), begin):
            proef.uitslag.teksten.append(f"{waar}: {verschil_van(paar)}")
        else:
            rest.append(f"niet met zekerheid terug te zetten ({waar}): {verschil_van(paar)}")


def _neem(proef: Inleesproef, lees: Leesregel, oud: str, nieuw: str, begin: int) -> bool:
    """Whether the words could be written in their text; `begin` characters of both are a number or a label."""
    if oud[:begin] != nieuw[:begin]:
        return False
    pad = _pad(proef, lees)
    tekst = proef.bestanden[pad].decode("utf-8-sig")
    gewijzigd = wijzig_alinea(tekst, lees.blok.herkomst.regel, oud[begin:], nieuw[begin:])
    geprobeerd = proef.try_bestand(pad, gewijzigd.encode()) if gewijzigd is not None else None
    if gewijzigd is None or geprobeerd is None:
        return False
    moet = "".join(nieuw[begin:].replace(FEIT, "").split())
    if not any(moet == _zonder_cijfers(regel) for regel in leesregels(geprobeerd[1])):
        return False  # it prints as something else than was typed in Word
    proef.keep(pad, gewijzigd.encode(), geprobeerd)
    return True


def _pad(proef: Inleesproef, lees: Leesregel) -> str:
    bestand = lees.blok.herkomst.bestand
    return proef.gelezen.paden.get(bestand, bestand)


def _zonder_cijfers(regel: Leesregel) -> str:
    uit, plek = [], 0
    for begin, eind, _ in regel.cijfers:
        uit.append(regel.tekst[plek:begin])
        plek = eind
    return "".join("".join([*uit, regel.tekst[plek:]]).split())
