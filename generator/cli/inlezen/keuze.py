"""What a figure of a Word file can be as a value of its fact: everything the file says of it, each of them tried."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from msgspec import Struct

from generator.cli.wijzig import gewijzigd
from generator.document.kenmerk import veldnaam
from generator.document.walk import cijfers
from generator.errors import RaadwerkError
from generator.inhoud.soortfout import soortfout
from generator.inhoud.wijzigen import Nieuw
from generator.inlezen.getypt import kandidaten

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from generator.cli.inlezen.proef import Inleesproef
    from generator.document.nodes import Cijfer, Document
    from generator.feiten.feit import Feit
    from generator.inlezen.velden import Veld
    from generator.keten import Gelezen

_CIRCA = "circa "


class Keuze(Struct, frozen=True):
    """One value that a fact can get, and what the paper then says.

    Attributes:
        getypt: the value as one types it.
        is_ongewijzigd: it prints all forms as they were made: nothing changes.
        bestand: the file of the fact.
        inhoud: that file with the value.
        proef: the dossier and the paper with it.
        staat: by tag, how each form is then printed.
    """

    getypt: str
    is_ongewijzigd: bool
    bestand: str
    inhoud: bytes
    proef: tuple[Gelezen, Document]
    staat: Mapping[str, set[str]]

    def has(self, naam: str, tekst: str) -> bool:
        """Whether the form `naam` prints this text; one may type a bare number where it has a unit behind it."""
        vormen = self.staat.get(naam, set())
        return tekst in vormen or any(tekst == vorm.partition(" ")[0] and tekst[-1:].isdigit() for vorm in vormen)

    def keep(self, proef: Inleesproef) -> None:
        """Take it into `proef`."""
        proef.keep(self.bestand, self.inhoud, self.proef)


def list_keuzes(proef: Inleesproef, pad: str, groep: Sequence[Veld], bron: str) -> Iterator[Keuze]:
    """Every value that some form of fact `pad` shows, in order of reading; the one that it has comes last.

    Args:
        proef: the dossier.
        pad: the path of the fact.
        groep: its forms in the paper.
        bron: where a new value comes from, in words.
    """
    was = staat_in(proef.boom, pad)
    lezingen = [(veld.naam, lezing.tekst) for veld in groep for lezing in veld.lezingen]
    oude = [(veld.naam, veld.oud) for veld in groep]
    gehad: list[Mapping[str, set[str]]] = []
    for naam, tekst in [*(een for een in lezingen if een not in oude), *oude]:
        keuze = _keuze(proef, pad, naam, tekst, bron)
        if keuze is not None and keuze.staat not in gehad and (keuze.staat != was or (naam, tekst) in oude):
            gehad.append(keuze.staat)
            yield keuze


def _keuze(proef: Inleesproef, pad: str, naam: str, tekst: str, bron: str) -> Keuze | None:
    """The first value that form `naam` of the fact prints as this text."""
    feit = proef.gelezen.dossier.feiten[pad]
    bestand = feit.plaats.bestand
    for waarde, circa in kandidaten(tekst, feit):
        try:
            inhoud = gewijzigd(proef.bestanden[bestand], bestand, feit, Nieuw(waarde, bron, circa))
        except (RaadwerkError, KeyError):  # the fact stands in no file of the dossier
            return None
        if (geprobeerd := proef.try_bestand(bestand, inhoud)) is None:
            continue
        if soortfout(feit, geprobeerd[0].dossier.feiten[pad]):
            continue
        staat, getypt = staat_in(geprobeerd[1], pad), f"{_CIRCA if circa else ''}{waarde}"
        keuze = Keuze(getypt, staat == staat_in(proef.boom, pad), bestand, inhoud, geprobeerd, staat)
        if keuze.has(naam, tekst):
            return keuze
    return None


def reden_van_niet(proef: Inleesproef, pad: str, groep: Sequence[Veld]) -> str:
    """Why nothing that the file has is a value of fact `pad`, as the end of a sentence."""
    feit = proef.gelezen.dossier.feiten[pad]
    bestand = feit.plaats.bestand
    for _, tekst in _anders(groep):
        for waarde, circa in kandidaten(tekst, feit):
            try:
                inhoud = gewijzigd(proef.bestanden[bestand], bestand, feit, Nieuw(waarde, pad, circa))
            except (RaadwerkError, KeyError):
                break
            geprobeerd = proef.try_bestand(bestand, inhoud)
            if geprobeerd and (fout := soortfout(feit, geprobeerd[0].dossier.feiten[pad])):
                return f"; {fout.gevonden}"
    return "" if feit.waarde is None else f"; verwacht: {feit.waarde.VERWACHT}"


def is_zonder_circa(feit: Feit, groep: Sequence[Veld]) -> bool:
    """Whether all that the file changed of `feit` is that *circa* is gone."""
    return feit.circa and all(tekst == oud.replace(_CIRCA, "") for oud, tekst in _anders(groep))


def _anders(groep: Sequence[Veld]) -> list[tuple[str, str]]:
    """Each form that changed: as it was, and as it reads."""
    return [(veld.oud, lezing.tekst) for veld in groep for lezing in veld.lezingen if lezing.tekst != veld.oud]


def list_getypt(tekst: str, feit: Feit) -> set[str]:
    """All that `tekst` can stand for as a value of `feit`, as one types it, in small letters."""
    return {f"{_CIRCA if circa else ''}{waarde}".lower() for waarde, circa in kandidaten(tekst, feit)}


def cijfers_in(boom: Document) -> Iterator[Cijfer]:
    """Every figure of a paper, those in notes included."""
    return cijfers((boom.blocks, boom.footnotes))


def staat_in(boom: Document, pad: str) -> dict[str, set[str]]:
    """How one fact is printed in each of its forms, by tag."""
    uit: dict[str, set[str]] = defaultdict(set)
    for cijfer in cijfers_in(boom):
        if cijfer.pad == pad:
            uit[veldnaam(pad, cijfer.vorm)].add(" ".join(cijfer.text.split()))
    return dict(uit)
