"""Places exchanged between municipalities (*uitruil*): with whom, and that no place comes or goes by it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.bevindingen import Bevinding, Ernst
from generator.feiten.bezwaarkeuzes import Rol
from generator.opmaak import join_woorden, print_feit, print_getal
from generator.regels.register import Zaak, regel

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.feiten.dossier import Tabelrij, Uitruil
    from generator.feiten.feit import Feit

_GRONDSLAG = "Spreidingswet 5 lid 1"


@regel("TB-UITRUIL", _GRONDSLAG)
def uitruil_past_bij_taak(zaak: Zaak) -> Iterator[Bevinding]:
    """No more places go to another municipality than the decision gave; what is left is never less than nothing.

    Task and exchange are counted here again: what is left may have been typed in.
    """
    uitruil, besluit = zaak.dossier.uitruil, zaak.dossier.verdeelbesluit
    if uitruil is None or besluit is None:
        return
    for soort, taak, erbij, over in (
        ("regulier", besluit.taak_regulier, uitruil.regulier, uitruil.te_vervullen_regulier),
        ("amv", besluit.taak_amv, uitruil.amv, uitruil.te_vervullen_amv),
    ):
        if taak.is_open or erbij.is_open:
            continue
        blijft = taak.getal + erbij.getal
        if blijft < 0 or (not over.is_open and over.getal < 0):
            yield Bevinding(
                "TB-UITRUIL", Ernst.FOUT, (over.plaats, erbij.plaats, taak.plaats),
                {"soort": soort, "over": print_getal(blijft), "taak": print_getal(taak.getal),
                 "erbij": print_getal(erbij.getal)},
                (_GRONDSLAG,), (over.pad, erbij.pad, taak.pad),
            )  # fmt: skip


@regel("TB-PARTNER", _GRONDSLAG)
def partner_staat_in_tabel(zaak: Zaak) -> Iterator[Bevinding]:
    """Places are exchanged with another municipality, and table 1 has its row.

    The row may be missing: the minister's letter also speaks of exchange between provinces.
    """
    uitruil, eigen = zaak.dossier.uitruil, zaak.dossier.gemeente.naam
    if uitruil is None or uitruil.partner.is_open or not _is_geruild(uitruil):
        return
    partner = uitruil.partner
    zelf = not eigen.is_open and partner.waarde == eigen.waarde
    if zelf or (zaak.dossier.tabel1 and _rij_van(zaak, partner) is None):
        yield Bevinding(
            "TB-PARTNER", Ernst.FOUT if zelf else Ernst.WAARSCHUWING, (partner.plaats,),
            {"partner": partner.woorden, "wat": "de gemeente zelf" if zelf else "geen gemeente uit tabel 1"},
            (_GRONDSLAG,), (partner.pad,),
        )  # fmt: skip


@regel("TB-RUIL", _GRONDSLAG)
def uitruil_past_bij_partner(zaak: Zaak) -> Iterator[Bevinding]:
    """The partner does not hand over more places than its row in table 1 has."""
    for soort, _, erbij, _, rij in _ruilen(zaak):
        heeft = getattr(rij, soort)
        if not heeft.is_open and heeft.getal - erbij.getal < 0:
            yield Bevinding(
                "TB-RUIL", Ernst.FOUT, (erbij.plaats, heeft.plaats),
                {"soort": soort, "partner": rij.naam.woorden, "heeft": print_feit(heeft),
                 "erbij": print_getal(erbij.getal), "over": print_getal(heeft.getal - erbij.getal)},
                (_GRONDSLAG,), (erbij.pad, heeft.pad),
            )  # fmt: skip


@regel("TB-RUILSOM", _GRONDSLAG)
def uitruil_telt_op(zaak: Zaak) -> Iterator[Bevinding]:
    """Both parties together have as many places after the exchange as before it, of each kind.

    That is so when what is left to do is task plus exchange; it may have been typed in.
    """
    for soort, taak, erbij, over, rij in _ruilen(zaak):
        heeft = getattr(rij, soort)
        if taak.is_open or over.is_open or heeft.is_open:
            continue
        eerder, later = taak.getal + heeft.getal, over.getal + heeft.getal - erbij.getal
        if eerder != later:
            yield Bevinding(
                "TB-RUILSOM", Ernst.FOUT, (over.plaats, erbij.plaats, taak.plaats),
                {"soort": soort, "partner": rij.naam.woorden, "eerder": print_getal(eerder),
                 "later": print_getal(later)},
                (_GRONDSLAG,), (over.pad, erbij.pad, taak.pad, heeft.pad),
            )  # fmt: skip


@regel("TB-BELANG", "Awb 6:21")
def belang_bij_bezwaar_na_uitruil(zaak: Zaak) -> Iterator[Bevinding]:
    """Another municipality takes over places that our own objection is about: somebody must say what is left of it."""
    uitruil = zaak.dossier.uitruil
    eigen = [bezwaar for bezwaar in zaak.bezwaren if bezwaar.rol is Rol.INDIENER]
    ruil = {"regulier": uitruil.regulier, "amv": uitruil.amv} if uitruil else {}
    weg = {soort: feit for soort, feit in ruil.items() if not feit.is_open and feit.getal < 0}
    if not weg or not eigen:
        return
    over = join_woorden([f"{print_getal(feit.getal)} {soort}" for soort, feit in weg.items()])
    yield Bevinding(
        "TB-BELANG", Ernst.OORDEEL,
        (*(feit.plaats for feit in weg.values()), eigen[0].plaats_van("zaaknummer")),
        {"zaak": eigen[0].zaaknummer, "over": over},
        ("Awb 6:21",), tuple(feit.pad for feit in weg.values()), door="de jurist",
    )  # fmt: skip


def _is_geruild(uitruil: Uitruil) -> bool:
    return any(not feit.is_open and feit.getal != 0 for feit in (uitruil.regulier, uitruil.amv))


def _rij_van(zaak: Zaak, gemeente: Feit) -> Tabelrij | None:
    """The row of `gemeente` in table 1, if it has one."""
    return next((rij for rij in zaak.dossier.tabel1.values() if rij.naam.waarde == gemeente.waarde), None)


def _ruilen(zaak: Zaak) -> Iterator[tuple[str, Feit, Feit, Feit, Tabelrij]]:
    """Of each kind exchanged with a municipality in table 1: its name, task, exchange, what is left, and that row."""
    uitruil, besluit = zaak.dossier.uitruil, zaak.dossier.verdeelbesluit
    if uitruil is None or besluit is None or uitruil.partner.is_open:
        return
    rij = _rij_van(zaak, uitruil.partner)
    if rij is None or uitruil.partner.waarde == zaak.dossier.gemeente.naam.waarde:
        return
    for soort, taak, erbij, over in (
        ("regulier", besluit.taak_regulier, uitruil.regulier, uitruil.te_vervullen_regulier),
        ("amv", besluit.taak_amv, uitruil.amv, uitruil.te_vervullen_amv),
    ):
        if not erbij.is_open and erbij.getal != 0:
            yield soort, taak, erbij, over, rij
