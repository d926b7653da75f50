"""The nodes of a dossier's files → facts by path, each with its own or its inherited sources, and every fault."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, Any, get_args, get_origin

from msgspec import Struct
from msgspec.structs import replace

from generator.errors import Fout, Plaats
from generator.feiten.dossier import Dossier, Onderdeel
from generator.inhoud.aanraden import bedoelde_u
from generator.inhoud.bestandsvormen import bestandssoort, velden_van
from generator.inhoud.formules import is_kapot
from generator.inhoud.sleutels import is_knoop, onbekende_sleutel, ontbrekend_veld
from generator.inhoud.vormen import lees_bronnen, lees_feit, onbruikbaar_feit

if TYPE_CHECKING:
    from generator.feiten.feit import Bron, Feit
    from generator.inhoud.yaml_lezen import Knoop

# Settings and references; everything else states something and so needs a source.
ZONDER_BRON = {
    "titel", "toetsdatum", "stukken", "gemeente", "bronnen", "begrippen", "bevoegdheden", "termijnen",
    "vergaderingen", "bijlagen", "momenten", "vraagstukken", "partijen", "oordelen",
    "overeenkomst.begrippen", "overeenkomst.besluitvorming.voorgelegd",
    "beslispunten", "wijzigingen",
}  # fmt: skip
NAAM = r"^[a-z][a-z0-9_]*$"
_NAAM = re.compile(NAAM)
_NAMEN = "kleine letters, cijfers en _, bijvoorbeeld opvang_totaal"
_INVULLEN = "vul het in; weet u het nog niet, schrijf dan {open: wat er nog moet komen}"


class Deel(Struct, frozen=True):
    """A record that was read: a fact in it is the path of that fact, a mapping a dict."""

    soort: type[Onderdeel]
    pad: str
    plaats: Plaats
    delen: Mapping[str, Any]


class Verzameling:
    """All facts of a dossier by path, the value types each may have, and what is wrong with them and their sources.

    Attributes:
        feiten: facts in the order of the files; formulas are not computed yet.
        soorten: path of a fact → the value types of its field.
        formuleplaatsen: path of a fact that is computed → where its formula stands.
        paden: every path there is, of facts, records and files.
        delen: what each file holds, by field of `Dossier`.
        kapot: paths that are wrong themselves; what refers to them is not wrong for that.
        fouten: what is wrong.
    """

    def __init__(self) -> None:
        self.feiten: dict[str, Feit] = {}
        self.soorten: dict[str, tuple[Any, ...]] = {}
        self.formuleplaatsen: dict[str, Plaats] = {}
        self.paden: dict[str, None] = {}
        self.delen: dict[str, Any] = {}
        self.kapot: list[str] = []
        self.fouten: list[Fout] = []
        self._bronnen: list[Bron] = []

    def lees(self, bestandsnaam: str, knoop: Knoop) -> None:
        """Gather what stands in one file."""
        soort = bestandssoort(bestandsnaam)
        deel = self._lees(soort, knoop, ())
        self.delen |= deel.delen if soort is Dossier else {bestandsnaam.removesuffix(".yaml"): deel}

    def _lees(self, soort: Any, node: Any, geerfd: tuple[Bron, ...]) -> Any:  # noqa: ANN401 - a type, a node, a part
        if node.pad:
            self.paden[node.pad] = None
        if get_origin(soort) is Annotated:
            return self._lees_feit(node, get_args(soort)[1:], geerfd)
        if not is_knoop(node, self.fouten):
            self.kapot.append(node.pad)
            return {}
        if get_origin(soort) is Mapping:
            return self._lees_verzameling(get_args(soort)[1], node, geerfd)
        return self._lees_onderdeel(soort, node, geerfd)

    def _lees_verzameling(self, soort: Any, knoop: Knoop, geerfd: tuple[Bron, ...]) -> dict[str, Any]:  # noqa: ANN401
        self.fouten += [
            Fout(knoop.sleutels[naam], f"‘{' '.join(naam.split())}’ kan geen naam zijn", _NAMEN)
            for naam in knoop
            if not _NAAM.fullmatch(naam)
        ]
        return {naam: self._lees(soort, node, geerfd) for naam, node in knoop.items()}

    def _lees_onderdeel(self, soort: Any, knoop: Knoop, geerfd: tuple[Bron, ...]) -> Deel:  # noqa: ANN401
        velden = velden_van(soort)
        bekend = [*velden] if soort is Dossier else [*velden, "bron"]
        for naam in knoop:
            if naam not in bekend:
                self.fouten.append(onbekende_sleutel(knoop, naam, bekend))
                self.kapot.append(f"{knoop.pad}.{naam}".lstrip("."))
        if "bron" in knoop and "bron" in bekend:
            geerfd = lees_bronnen(knoop["bron"], "bron", self.fouten) or geerfd
            self._bronnen += geerfd
        delen = {}
        for naam, veld in velden.items():
            if naam in knoop:
                delen[naam] = self._lees(veld.soort, knoop[naam], geerfd)
            elif veld.verplicht:
                self._ontbreekt(knoop, naam, veld.soort)
        return Deel(soort, knoop.pad, knoop.plaats, delen)

    def _ontbreekt(self, knoop: Knoop, naam: str, soort: Any) -> None:  # noqa: ANN401 - a type
        is_feit = get_origin(soort) is Annotated
        self.fouten.append(ontbrekend_veld(knoop, naam, _INVULLEN if is_feit else ""))
        pad = f"{knoop.pad}.{naam}".lstrip(".")
        self.kapot.append(pad)
        if is_feit:
            self.feiten[pad] = onbruikbaar_feit(pad, knoop.plaats)

    def _lees_feit(self, node: Any, soorten: tuple[Any, ...], geerfd: tuple[Bron, ...]) -> str:  # noqa: ANN401 - a node
        feit = lees_feit(node, soorten, self.fouten)
        self._bronnen += (*feit.bronnen, *(vermelding.bron for vermelding in feit.vermeldingen))
        if not feit.bronnen and (feit.waarde is not None or feit.vermeldingen):
            feit = replace(feit, bronnen=geerfd) if geerfd else feit
            if not geerfd and not feit.vermeldingen and not _zonder_bron(feit.pad):
                raad = "zet erbij: bron: {stuk: …, pagina: …, citaat: …}"
                self.fouten.append(Fout(feit.plaats, f"‘{feit.pad}’ heeft geen bron", raad=raad))
        if feit.formule:
            self.formuleplaatsen[feit.pad] = node["formule"].plaats
        self.feiten[feit.pad], self.soorten[feit.pad] = feit, soorten
        return feit.pad

    def toets_bronnen(self) -> None:
        """Note every source that bronnen.yaml does not have, and every page that its paper does not have."""
        stukken: Mapping[str, Any] = self.delen.get("bronnen", {})
        for bron in dict.fromkeys(self._bronnen):
            if bron.stuk in stukken:
                self._toets_pagina(bron)
            elif bron.stuk and not is_kapot(f"bronnen.{bron.stuk}", self.kapot):
                raad = bedoelde_u(bron.stuk, stukken, "voeg het stuk toe aan bronnen.yaml")
                self.fouten.append(Fout(bron.plaats, f"de bron ‘{bron.stuk}’ staat niet in bronnen.yaml", raad=raad))

    def _toets_pagina(self, bron: Bron) -> None:
        paginas = self.feiten.get(f"bronnen.{bron.stuk}.paginas")
        met_paginas = f"bronnen.{bron.stuk}.bestand" in self.feiten or paginas is not None
        if bron.citaat and not bron.pagina and met_paginas:
            raad = "zet erbij op welke pagina het staat"
            self.fouten.append(Fout(bron.plaats, "een citaat zonder pagina", raad=raad))
        if paginas is not None and not paginas.is_open and bron.pagina > paginas.getal:
            gevonden = f"pagina {bron.pagina} bestaat niet"
            self.fouten.append(Fout(bron.plaats, gevonden, raad=f"‘{bron.stuk}’ telt {paginas.getal} pagina’s"))


def _zonder_bron(pad: str) -> bool:
    """Whether the fact at `pad` states nothing and needs no source."""
    delen = pad.split(".")
    return any(".".join(delen[:tot]) in ZONDER_BRON for tot in (1, 2, 3))
