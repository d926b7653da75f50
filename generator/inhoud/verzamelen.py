"""Checked input → facts by path, each with its own or its inherited sources, and the choice between mentions."""

from __future__ import annotations

import types
from collections.abc import Mapping
from dataclasses import fields
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any, Union, get_args, get_origin, get_type_hints

from generator.errors import Fout, Plaats
from generator.feiten.dossier import Dossier, Onderdeel
from generator.feiten.feit import Bron, Feit, Vermelding
from generator.inhoud.aanraden import bedoelde_u
from generator.inhoud.bestandsvormen import IN_DOSSIER, NIET_UIT_YAML
from generator.inhoud.formules import is_kapot

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.inhoud.vormen import Bronvorm, Feitvorm

# Settings and references; everything else states something and so needs a source.
ZONDER_BRON = {
    "titel", "toetsdatum", "stukken", "gemeente", "bronnen", "begrippen", "bevoegdheden", "termijnen",
    "vergaderingen", "bijlagen", "momenten", "vraagstukken", "partijen", "oordelen",
    "overeenkomst.bijlagen", "overeenkomst.begrippen",
    "beslispunten", "wijzigingen",
}  # fmt: skip


@cache
def dossiervelden() -> dict[str, Any]:
    """The fields of a `Dossier` that come from YAML and their types, in order."""
    hints = hints_van(Dossier)
    return {veld: hints[veld] for veld in (*IN_DOSSIER, *(veld for veld in hints if veld not in NIET_UIT_YAML))}


@cache
def hints_van(soort: type[Onderdeel]) -> dict[str, Any]:
    """The types of the fields of a record, without its path and place."""
    hints = get_type_hints(soort, include_extras=True)
    return {veld.name: _kern(hints[veld.name]) for veld in fields(soort) if veld.name not in {"pad", "plaats"}}


def _kern(hint: Any) -> Any:  # noqa: ANN401 - a type
    """The type without its ``| None``."""
    if get_origin(hint) in (Union, types.UnionType):
        return next(deel for deel in get_args(hint) if deel is not types.NoneType)
    return hint


class Verzameling:
    """All facts of a dossier by path, the value types each may have, and what is wrong with their sources.

    Attributes:
        feiten: facts in the order of the files; formulas are not computed yet.
        soorten: path of a fact → the value types of its field.
        paden: every path there is, of facts, records and files.
        fouten: what is wrong.
    """

    def __init__(self, vormen: Mapping[str, Any], kapot: Sequence[str]) -> None:
        self.feiten: dict[str, Feit] = {}
        self.soorten: dict[str, tuple[Any, ...]] = {}
        self.paden: dict[str, None] = {}
        self.fouten: list[Fout] = []
        self._kapot = kapot
        self._bronnen: Mapping[str, Any] = vormen.get("bronnen") or {}
        for veld, hint in dossiervelden().items():
            if vormen.get(veld) is not None:
                self._verzamel(vormen[veld], hint, veld, ())

    def _verzamel(self, vorm: Any, hint: Any, pad: str, geerfd: tuple[Bron, ...]) -> None:  # noqa: ANN401
        self.paden[pad] = None
        if get_origin(hint) is Annotated:
            self.soorten[pad] = get_args(hint)[1:]
            self.feiten[pad] = self._feit(vorm, pad, geerfd)
            return
        if get_origin(hint) is not Mapping:
            geerfd = tuple(map(self._bron, vorm.bron)) or geerfd
        for naam, deelhint, deel in velden_van(hint, vorm):
            self._verzamel(deel, deelhint, f"{pad}.{naam}", geerfd)

    def _feit(self, vorm: Feitvorm, pad: str, geerfd: tuple[Bron, ...]) -> Feit:
        waarde: Any = vorm.waarde  # type: ignore[attr-defined]  # made by `feitvorm`, as are the next two
        keuze: Any = vorm.keuze  # type: ignore[attr-defined]
        vermeldingen = tuple(map(self._vermelding, vorm.vermeldingen))  # type: ignore[attr-defined]
        gekozen = [vermelding for vermelding in vermeldingen if vermelding.waarde == keuze]
        bronnen = tuple(map(self._bron, vorm.bron))
        self._toets_keuze(vorm, keuze, vermeldingen)
        if vermeldingen:
            waarde = keuze
            bronnen = bronnen or tuple(vermelding.bron for vermelding in gekozen) or geerfd
        elif waarde is not None:
            bronnen = bronnen or geerfd
            if not bronnen and not _zonder_bron(pad):
                self._meld(vorm.plaats, f"‘{pad}’ heeft geen bron", "zet erbij: bron: {stuk: …, pagina: …, citaat: …}")
        return Feit(
            pad=pad, waarde=waarde, eenheid=vorm.eenheid, peildatum=vorm.peildatum, bronnen=bronnen,
            circa=vorm.circa == "ja" or any(vermelding.circa for vermelding in gekozen),
            formule=vorm.formule, vermeldingen=vermeldingen, reden=vorm.reden, naam=vorm.naam,
            vraag=vorm.open or vorm.vraag, toelichting=vorm.toelichting, plaats=vorm.plaats,
        )  # fmt: skip

    def _toets_keuze(self, vorm: Feitvorm, keuze: Any, vermeldingen: Sequence[Vermelding]) -> None:  # noqa: ANN401
        if not vermeldingen and (keuze is not None or vorm.reden):
            self._meld(vorm.plaats, "‘keuze’ en ‘reden’ horen bij ‘vermeldingen’", "schrijf een ‘toelichting’")
        elif keuze is not None and not vorm.reden:
            self._meld(vorm.plaats, "een keuze zonder reden", "zet erbij: reden: waarom deze waarde geldt")
        elif vorm.reden and keuze is None:
            self._meld(vorm.plaats, "een reden zonder keuze", "zet erbij: keuze: de waarde die geldt")

    def _vermelding(self, vorm: Any) -> Vermelding:  # noqa: ANN401 - made by `feitvorm`
        return Vermelding(vorm.waarde, self._bron(vorm.bron), vorm.circa == "ja", vorm.plaats)

    def _bron(self, vorm: Bronvorm) -> Bron:
        if not vorm.stuk and not vorm.toelichting:
            self._meld(vorm.plaats, "een bron zonder stuk", "noem ‘stuk’, of schrijf een ‘toelichting’")
        elif vorm.stuk in self._bronnen:
            self._toets_pagina(vorm, self._bronnen[vorm.stuk])
        elif vorm.stuk and not is_kapot(f"bronnen.{vorm.stuk}", self._kapot):
            raad = bedoelde_u(vorm.stuk, self._bronnen, "voeg het stuk toe aan bronnen.yaml")
            self._meld(vorm.plaats, f"de bron ‘{vorm.stuk}’ staat niet in bronnen.yaml", raad)
        return Bron(vorm.stuk, vorm.pagina or 0, vorm.citaat, vorm.toelichting, vorm.plaats)

    def _toets_pagina(self, vorm: Bronvorm, stuk: Any) -> None:  # noqa: ANN401 - form of a Bronstuk
        if vorm.citaat and not vorm.pagina and stuk.bestand is not None:
            self._meld(vorm.plaats, "een citaat zonder pagina", "zet erbij op welke pagina het staat")
        laatste = stuk.paginas.waarde.getal if stuk.paginas and stuk.paginas.waarde else None
        if laatste is not None and vorm.pagina and vorm.pagina > laatste:
            self._meld(vorm.plaats, f"pagina {vorm.pagina} bestaat niet", f"‘{vorm.stuk}’ telt {laatste} pagina’s")

    def _meld(self, plaats: Plaats, gevonden: str, raad: str) -> None:
        self.fouten.append(Fout(plaats, gevonden, raad=raad))


def _zonder_bron(pad: str) -> bool:
    """Whether the fact at `pad` states nothing and needs no source."""
    return pad.partition(".")[0] in ZONDER_BRON or ".".join(pad.split(".")[:2]) in ZONDER_BRON


def velden_van(hint: Any, vorm: Any) -> Iterator[tuple[str, Any, Any]]:  # noqa: ANN401 - a type and its form
    """Name, type and form of each part of a record or mapping that is there."""
    if get_origin(hint) is Mapping:
        yield from ((naam, get_args(hint)[1], deel) for naam, deel in vorm.items())
        return
    for naam, deelhint in hints_van(hint).items():
        if (deel := getattr(vorm, naam)) is not None:
            yield naam, deelhint, deel
