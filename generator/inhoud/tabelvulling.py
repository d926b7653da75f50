"""The cells of one row in the skeleton of a dossier: where each went, and what is wrong with it there."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from msgspec import Struct

from generator.errors import Fout, Plaats
from generator.feiten.waarden import Aantal, notatie

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.feiten.dossier import Dossier
    from generator.feiten.feit import Feit
    from generator.feiten.waarden import Waarde

STUK = "tabel"  # what the skeleton calls the table in bronnen.yaml
KOLOM = re.compile(r"^(?P<in> *)kolom: (?P<kolom>.+)\n(?P=in)(?P<anders>open|formule): (?P<rest>.+)$", re.MULTILINE)


class Cel(Struct, frozen=True):
    """What a column says in one row, with its place and source in words."""

    waarde: str
    plaats: Plaats
    bron: str
    uit_tabel: bool = True


class Vulling:
    """Puts the cells of one row into the skeleton, and remembers where each went."""

    def __init__(self, cellen: Mapping[str, Cel]) -> None:
        self._cellen = cellen
        self._plekken: dict[tuple[str, int], Cel] = {}
        self._toetsen: dict[tuple[str, int], Cel] = {}

    def vul(self, pad: str, tekst: str) -> str:
        """The file `pad` of the skeleton with the cells of this row."""
        delen, einde, regel = [], 0, 1
        for vondst in KOLOM.finditer(tekst):
            delen.append(tekst[einde : vondst.start()])
            regel += delen[-1].count("\n")
            nieuw = self._veld(vondst, pad, regel)
            delen.append(nieuw)
            regel += nieuw.count("\n")
            einde = vondst.end()
        return "".join([*delen, tekst[einde:]])

    def _veld(self, vondst: re.Match[str], pad: str, regel: int) -> str:
        inspringing, anders = vondst["in"], f"{vondst['in']}{vondst['anders']}: {vondst['rest']}"
        cel = self._cellen.get(vondst["kolom"])
        if cel is None:
            return anders
        stuk = f"stuk: {STUK}, " if cel.uit_tabel else ""
        bron = f"{inspringing}bron: {{{stuk}toelichting: {_scalar(cel.bron)}}}"
        # A fact is at the line of its key, a fault in its value may be at the next: the line of the value.
        self._plekken[pad, regel - 1] = self._plekken[pad, regel] = cel
        if vondst["anders"] == "formule":
            self._toetsen[pad, regel - 1] = cel
            return f"{anders}\n{bron}"
        return f"{inspringing}waarde: {_scalar(cel.waarde)}\n{bron}"

    def bij_cel(self, fout: Fout) -> Fout:
        """A fault of the dossier, at the cell where its value stands."""
        cel = self._plekken.get((fout.plaats.bestand, fout.plaats.regel))
        return Fout(cel.plaats, fout.gevonden, fout.verwacht, fout.raad) if cel else fout

    def list_ingevuld(self, dossier: Dossier) -> Iterator[tuple[Feit, Cel]]:
        """Every fact that has its value from a cell of the table, with that cell."""
        for feit in dossier.feiten.values():
            cel = self._plekken.get((feit.plaats.bestand, feit.plaats.regel))
            if cel and cel.uit_tabel and not feit.formule:
                yield feit, cel

    def list_geen_aantal(self, dossier: Dossier) -> Iterator[Fout]:
        """The cells that count something (their fact has a unit) and say less than none, or part of one."""
        for feit in dossier.feiten.values():
            cel = self._plekken.get((feit.plaats.bestand, feit.plaats.regel))
            geteld = cel and feit.eenheid and not feit.formule and isinstance(feit.waarde, Aantal)
            if cel and geteld and (feit.getal < 0 or feit.getal % 1):
                eenheid = feit.eenheid.rpartition("/")[2]
                yield Fout(cel.plaats, f"‘{cel.waarde}’ is geen aantal {eenheid}", "een heel getal, nul of meer")

    def list_botsende(self, dossier: Dossier) -> Iterator[Fout]:
        """The cells that say something else than what the formula gives."""
        berekend = {(feit.plaats.bestand, feit.plaats.regel): feit for feit in dossier.feiten.values() if feit.formule}
        for plek, cel in self._toetsen.items():
            feit = berekend[plek]
            if feit.waarde is None:
                raad = "vul die ook in, of laat deze cel leeg"
                yield Fout(
                    cel.plaats, f"dit volgt uit {' en '.join(feit.uit)}, en die ontbreken in deze regel", raad=raad
                )
            elif _gelezen(feit.waarde, cel.waarde) != feit.waarde:
                wat = f"hier staat {cel.waarde}, maar {feit.formule} is {notatie(feit.waarde)}"
                yield Fout(cel.plaats, wat, raad="ga na welk getal in deze regel klopt")


def _gelezen(soort: Waarde, tekst: str) -> Waarde | None:
    """`tekst` as a value of the kind of `soort`; None when it is none."""
    try:
        return type(soort).lees(tekst)
    except ValueError:
        return None


def _scalar(tekst: str) -> str:
    """A text as YAML reads it back."""
    return tekst if re.fullmatch(r"\d[\d-]*", tekst) else json.dumps(tekst, ensure_ascii=False)
