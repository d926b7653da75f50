"""Checked input → the dossier: facts with their sources, choices made, formulas computed, records built."""

from __future__ import annotations

import difflib
import types
from collections.abc import Mapping
from dataclasses import fields
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any, Union, get_args, get_origin, get_type_hints

from generator.errors import Fout, Plaats
from generator.feiten.dossier import Dossier, Onderdeel
from generator.feiten.feit import Bron, Feit, Vermelding
from generator.feiten.waarden import Datum, Verwijzing
from generator.inhoud.formules import is_kapot, los_formules_op
from generator.inhoud.schema import IN_DOSSIER, NIET_UIT_YAML, Feitvorm

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# Settings and references; everything else states something and so needs a source.
ZONDER_BRON = {
    "titel", "toetsdatum", "stukken", "gemeente", "bronnen", "begrippen", "bevoegdheden", "termijnen",
    "vergaderingen", "bijlagen", "momenten", "vraagstukken", "partijen",
}  # fmt: skip


def bouw_dossier(
    naam: str,
    vormen: Mapping[str, Any],
    teksten: Mapping[str, str],
    plaats: Plaats,
    kapot: Sequence[str],
    *,
    compleet: bool,
) -> tuple[Dossier | None, list[Fout]]:
    """The dossier made of checked files (field name → input), or None and every fault.

    Args:
        naam: folder name of the dossier.
        vormen: the checked content of each file.
        teksten: text files by name.
        plaats: where the dossier stands.
        kapot: paths that were left out because they are wrong themselves; what refers to them is not their fault.
        compleet: whether nothing was wrong so far; else only the faults are wanted.
    """
    bouwer = _Bouwer(vormen)
    hints = _hints(Dossier)
    for veld in (*IN_DOSSIER, *(veld for veld in hints if veld not in NIET_UIT_YAML)):
        if vormen.get(veld) is not None:
            bouwer.verzamel(vormen[veld], hints[veld], veld, ())
    feiten, fouten = los_formules_op(bouwer.feiten, kapot)
    fouten = [*bouwer.fouten, *fouten, *_losse_verwijzingen(feiten, bouwer.paden, kapot)]
    if fouten or not compleet:
        return None, fouten
    velden = {
        veld: _maak(hints[veld], vormen[veld], veld, feiten)
        for veld in (*IN_DOSSIER, *(veld for veld in hints if veld not in NIET_UIT_YAML))
        if vormen.get(veld) is not None
    }
    return Dossier(naam=naam, pad="", plaats=plaats, feiten=feiten, teksten=teksten, **velden), []


@cache
def _hints(soort: type[Onderdeel]) -> dict[str, Any]:
    return get_type_hints(soort, include_extras=True)


def _kern(hint: Any) -> Any:  # noqa: ANN401 - a type
    """The type without its ``| None``."""
    if get_origin(hint) in (Union, types.UnionType):
        return next(deel for deel in get_args(hint) if deel is not types.NoneType)
    return hint


def _velden(soort: type[Onderdeel]) -> Iterator[str]:
    return (veld.name for veld in fields(soort) if veld.name not in {"pad", "plaats"})


class _Bouwer:
    """Gathers the facts of all files by path, each with its sources."""

    def __init__(self, vormen: Mapping[str, Any]) -> None:
        self.feiten: dict[str, Feit] = {}
        self.paden: set[str] = set()
        self.fouten: list[Fout] = []
        self._bronnen: Mapping[str, Any] = vormen.get("bronnen") or {}

    def verzamel(self, vorm: Any, hint: Any, pad: str, bronnen: tuple[Bron, ...]) -> None:  # noqa: ANN401
        """Add the facts in `vorm` under `pad`; `bronnen` are inherited from the record around it."""
        hint = _kern(hint)
        self.paden.add(pad)
        if get_origin(hint) is Annotated:
            self.feiten[pad] = self._feit(vorm, pad, bronnen)
        elif get_origin(hint) is Mapping:
            for naam, deel in vorm.items():
                self.verzamel(deel, get_args(hint)[1], f"{pad}.{naam}", bronnen)
        else:
            eigen = tuple(map(self._bron, vorm.bron)) or bronnen
            for naam in _velden(hint):
                if (deel := getattr(vorm, naam)) is not None:
                    self.verzamel(deel, _hints(hint)[naam], f"{pad}.{naam}", eigen)

    def _feit(self, vorm: Feitvorm, pad: str, geerfd: tuple[Bron, ...]) -> Feit:
        rauw = vorm._rauw  # noqa: SLF001 - our own
        plaats = rauw.plaats
        bronnen = tuple(map(self._bron, vorm.bron))
        vermeldingen = tuple(
            Vermelding(v.waarde, self._bron(v.bron), v.circa == "ja", v.bron._plaats)  # noqa: SLF001
            for v in vorm.vermeldingen  # type: ignore[attr-defined]  # made by `feitvorm`
        )
        waarde = vorm.waarde  # type: ignore[attr-defined]  # idem
        if vermeldingen:
            waarde = self._keuze(vorm, vermeldingen, plaats)
            bronnen = bronnen or tuple(v.bron for v in vermeldingen if v.waarde == waarde) or geerfd
        elif waarde is not None:
            bronnen = bronnen or geerfd
            if not bronnen and pad.partition(".")[0] not in ZONDER_BRON:
                self._meld(plaats, f"‘{pad}’ heeft geen bron", "zet erbij: bron: {stuk: …, pagina: …, citaat: …}")
        return Feit(
            pad=pad, waarde=waarde, circa=vorm.circa == "ja" or any(v.circa and v.waarde == waarde for v in vermeldingen),
            eenheid=vorm.eenheid, peildatum=self._peildatum(vorm, plaats), bronnen=bronnen, formule=vorm.formule,
            vermeldingen=vermeldingen, reden=vorm.reden, naam=vorm.naam, vraag=vorm.open or vorm.vraag,
            toelichting=vorm.toelichting, plaats=plaats,
        )  # fmt: skip

    def _keuze(self, vorm: Feitvorm, vermeldingen: tuple[Vermelding, ...], plaats: Plaats) -> Any:  # noqa: ANN401
        if not vorm.keuze:
            return None
        if not vorm.reden:
            self._meld(plaats, "een keuze zonder reden", "zet erbij: reden: waarom deze vermelding geldt")
        for vermelding in vermeldingen:
            try:
                if type(vermelding.waarde).lees(vorm.keuze) == vermelding.waarde:
                    return vermelding.waarde
            except ValueError:
                continue
        soorten = dict.fromkeys(type(vermelding.waarde) for vermelding in vermeldingen)
        for soort in soorten:
            try:
                return soort.lees(vorm.keuze)
            except ValueError:
                continue
        self._meld(plaats, f"‘{vorm.keuze}’ is geen van de vermeldingen", "kies een waarde die erbij staat")
        return None

    def _bron(self, vorm: Any) -> Bron:  # noqa: ANN401 - a Bronvorm
        plaats = vorm._plaats  # noqa: SLF001 - our own
        if not vorm.stuk and not vorm.toelichting:
            self._meld(plaats, "een bron zonder stuk", "noem stuk, of schrijf een toelichting")
        elif vorm.stuk and vorm.stuk not in self._bronnen:
            dichtbij = difflib.get_close_matches(vorm.stuk, list(self._bronnen), n=1, cutoff=0.5)
            raad = f"bedoelde u ‘{dichtbij[0]}’?" if dichtbij else "voeg het stuk toe aan bronnen.yaml"
            self._meld(plaats, f"de bron ‘{vorm.stuk}’ staat niet in bronnen.yaml", raad)
        elif vorm.stuk:
            self._toets_pagina(vorm, self._bronnen[vorm.stuk], plaats)
        return Bron(vorm.stuk, vorm.pagina or 0, vorm.citaat, vorm.toelichting, plaats)

    def _toets_pagina(self, vorm: Any, stuk: Any, plaats: Plaats) -> None:  # noqa: ANN401 - input models
        if vorm.citaat and not vorm.pagina and stuk.bestand is not None:
            self._meld(plaats, "een citaat zonder pagina", "zet erbij op welke pagina het staat")
        if vorm.pagina and stuk.paginas is not None and stuk.paginas.waarde is not None:
            laatste = int(stuk.paginas.waarde.getal)
            if vorm.pagina > laatste:
                self._meld(plaats, f"pagina {vorm.pagina} bestaat niet", f"‘{vorm.stuk}’ telt {laatste} pagina’s")

    def _peildatum(self, vorm: Feitvorm, plaats: Plaats) -> Datum | None:
        if not vorm.peildatum:
            return None
        try:
            return Datum.lees(vorm.peildatum)
        except ValueError as fout:
            self._meld(plaats, f"de peildatum klopt niet: {fout}", f"schrijf {Datum.VERWACHT}")
            return None

    def _meld(self, plaats: Plaats, gevonden: str, raad: str) -> None:
        self.fouten.append(Fout(plaats, gevonden, raad=raad))


def _losse_verwijzingen(feiten: Mapping[str, Feit], paden: set[str], kapot: Sequence[str]) -> Iterator[Fout]:
    for feit in feiten.values():
        if isinstance(feit.waarde, Verwijzing) and feit.waarde.pad not in paden:
            if is_kapot(feit.waarde.pad, kapot):
                continue
            dichtbij = difflib.get_close_matches(feit.waarde.pad, sorted(paden), n=1, cutoff=0.6)
            raad = f"bedoelde u ‘{dichtbij[0]}’?" if dichtbij else "noem een bestaand feit of onderdeel"
            yield Fout(feit.plaats, f"‘{feit.waarde.pad}’ bestaat niet", raad=raad)


def _maak(hint: Any, vorm: Any, pad: str, feiten: Mapping[str, Feit]) -> Any:  # noqa: ANN401 - any record
    """The record, mapping or fact for `vorm`."""
    hint = _kern(hint)
    if get_origin(hint) is Annotated:
        return feiten[pad]
    if get_origin(hint) is Mapping:
        return types.MappingProxyType(
            {naam: _maak(get_args(hint)[1], deel, f"{pad}.{naam}", feiten) for naam, deel in vorm.items()}
        )
    velden = {
        naam: _maak(_hints(hint)[naam], deel, f"{pad}.{naam}", feiten)
        for naam in _velden(hint)
        if (deel := getattr(vorm, naam)) is not None
    }
    return hint(pad=pad, **velden)
