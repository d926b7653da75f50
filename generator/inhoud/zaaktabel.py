"""An export of a case system (CSV or XLSX) → objection cases, by a settings file that maps its columns once.

Columns with a citizen service number (*BSN*) are dropped unread: no period and no letter needs it (AVG 5 lid 1).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from generator.errors import Fout, InvoerError, Plaats
from generator.inhoud.aanraden import bedoelde_u
from generator.inhoud.tabel import read_rijen
from generator.inhoud.yaml_lezen import Knoop, maak_knoop, maak_scalar, read_yaml
from generator.inhoud.zaakcellen import celwaarden
from generator.inhoud.zaken import build_zaak, is_zaakpad, put_waarde, zaakpaden

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.feiten.bezwaarschrift import Bezwaarzaak

INSTELLING = "zaaksysteem.yaml"
_BSN = re.compile(r"\b(bsn|burgerservicenummer|sofi(nummer)?)\b", re.IGNORECASE)


class Kolommen(Struct, frozen=True):
    """How the columns of an export fill a case: heading → path, and the values that hold for every row."""

    kolommen: Mapping[str, str]
    vast: Mapping[str, str]
    scheiding: str = ""


class Rij(Struct, frozen=True):
    """One row of an export: the case it is, or what is wrong with it."""

    plaats: Plaats
    zaak: Bezwaarzaak | None
    fouten: tuple[Fout, ...] = ()


def load_kolommen(inhoud: bytes, bestand: str) -> Kolommen:
    """The settings in `inhoud`; InvoerError with every fault at once."""
    knoop, fouten = read_yaml(inhoud, bestand, "")
    if knoop is None:
        raise InvoerError(*fouten)
    bekend = ("kolommen", "vast", "scheiding")
    fouten += [
        Fout(knoop.sleutels[naam], f"een veld ‘{naam}’ bestaat hier niet", raad=bedoelde_u(naam, bekend))
        for naam in knoop
        if naam not in bekend
    ]
    delen = {naam: knoop.get(naam, maak_knoop(naam, Plaats(bestand))) for naam in ("kolommen", "vast")}
    for naam, deel in delen.items():
        if not isinstance(deel, Knoop):
            fouten.append(Fout(deel.plaats, f"‘{naam}’ is geen lijst van namen met een waarde", "naam: waarde"))
            delen[naam] = maak_knoop(naam, Plaats(bestand))
    paden = [(pad.plaats, pad) for pad in delen["kolommen"].values()]
    paden += [(delen["vast"].sleutels[pad], pad) for pad in delen["vast"]]
    fouten += [
        Fout(plaats, f"‘{pad}’ is geen veld van een zaak", raad=bedoelde_u(str(pad), zaakpaden()))
        for plaats, pad in paden
        if not is_zaakpad(str(pad))
    ]
    if not delen["kolommen"]:
        fouten.append(Fout(Plaats(bestand), "er staat geen kolom in", "kolommen: {Zaaknr: zaaknummer}"))
    if fouten:
        raise InvoerError(*fouten)
    return Kolommen(delen["kolommen"], delen["vast"], str(knoop.get("scheiding", "")))


def read_zaaktabel(inhoud: bytes, bestand: str, instelling: Kolommen) -> Iterator[Rij]:
    """The cases of an export, row by row; a row that cannot be read carries its faults and costs no other.

    Raises:
        InvoerError: a file that is no CSV or XLSX, or without a column that the settings name.
    """
    rijen = read_rijen(inhoud, bestand, instelling.scheiding)
    kop_rij = next(rijen, (0, []))[1]
    if isinstance(kop_rij, Fout):
        raise InvoerError(kop_rij)
    koppen = [str(kop).strip() for kop in kop_rij]
    ontbreekt = [kop for kop in instelling.kolommen if kop not in koppen]
    fouten = [
        Fout(Plaats(bestand, 1), f"de kolom ‘{kop}’ staat er niet in", raad=bedoelde_u(kop, koppen))
        for kop in ontbreekt
    ]
    fouten += [
        Fout(
            Plaats(bestand, 1, koppen.index(kop) + 1), f"de kolom ‘{kop}’ staat er {koppen.count(kop)} keer in",
            raad="geef elke kolom een eigen naam",
        )
        for kop in instelling.kolommen
        if koppen.count(kop) > 1
    ]  # fmt: skip
    if fouten:
        raise InvoerError(*fouten)
    # A column is left out by its heading, before a single value of it is looked at.
    lees = [
        (nummer, instelling.kolommen[kop])
        for nummer, kop in enumerate(koppen)
        if kop in instelling.kolommen and not _BSN.search(kop)
    ]
    eerder: dict[str, int] = {}
    for regel, rij in rijen:
        if isinstance(rij, Fout):
            yield Rij(rij.plaats, None, (rij,))
            continue
        if not any(cel is not None and str(cel).strip() for cel in rij):
            continue
        gelezen = _rij(Plaats(bestand, regel), rij, lees, instelling)
        if gelezen.zaak and (toen := eerder.setdefault(gelezen.zaak.zaaknummer, regel)) != regel:
            zin = f"zaaknummer ‘{gelezen.zaak.zaaknummer}’ staat er ook op regel {toen}"
            raad = "haal een van de twee regels weg, of geef ze elk hun eigen nummer"
            gelezen = Rij(gelezen.plaats, None, (Fout(gelezen.zaak.plaats_van("zaaknummer"), zin, raad=raad),))
        yield gelezen


def _rij(plaats: Plaats, rij: list[Any], lees: list[tuple[int, str]], instelling: Kolommen) -> Rij:
    wortel = maak_knoop("", plaats)
    for pad, waarde in instelling.vast.items():
        put_waarde(wortel, pad, maak_scalar(waarde, pad, plaats))
    gelezen = {pad for _, pad in lees} | set(instelling.vast)
    for nummer, pad in lees:
        hier = Plaats(plaats.bestand, plaats.regel, nummer + 1)
        for veld, woord in celwaarden(rij[nummer] if nummer < len(rij) else None, pad):
            if veld == pad or veld not in gelezen:
                put_waarde(wortel, veld, maak_scalar(woord, veld, hier))
    fouten: list[Fout] = []
    zaak = build_zaak(wortel, fouten)
    return Rij(plaats, None if fouten else zaak, tuple(fouten))
