"""Table 1 of a distribution decision (*verdeelbesluit*): rows, columns, the chain of the remainder, and the counts."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from generator.bevindingen import Bevinding, Ernst
from generator.feiten.feit import Feit, OpenFeitError
from generator.feiten.waarden import Aantal
from generator.opmaak import print_feit, print_getal
from generator.regels.register import Zaak, regel

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from generator.feiten.dossier import Tabelrij

_GRONDSLAG = "Spreidingswet 5 lid 1"
# What the first words of a status say: whether the municipality shares in the regular remainder, and in that of amv.
_DELEN = {
    "regulier en amv": (True, True), "amv en regulier": (True, True), "alleen regulier": (True, False),
    "alleen amv": (False, True), "geen": (False, False),
}  # fmt: skip
_HIERIN = {
    (True, True): "in de reguliere restopgave en in die voor amv", (True, False): "alleen in de reguliere restopgave",
    (False, True): "alleen in de restopgave voor amv", (False, False): "in geen van beide restopgaven",
}  # fmt: skip


@regel("TB-RIJ", _GRONDSLAG)
def rij_telt_op(zaak: Zaak) -> Iterator[Bevinding]:
    """In every row regular plus amv is the total; where the total is a formula this cannot fail, elsewhere it can."""
    for rij in zaak.dossier.tabel1.values():
        som = _getal(rij.regulier) + _getal(rij.amv)
        if som != _getal(rij.totaal):
            yield Bevinding(
                "TB-RIJ", Ernst.FOUT, (rij.totaal.plaats, rij.regulier.plaats),
                {"gemeente": rij.naam.woorden, "som": _toon(som), "totaal": print_feit(rij.totaal)},
                (_GRONDSLAG,), (rij.totaal.pad,),
            )  # fmt: skip


@regel("TB-KOLOM", _GRONDSLAG)
def kolom_telt_op(zaak: Zaak) -> Iterator[Bevinding]:
    """Each column sums to what the decision says the province must provide."""
    if zaak.dossier.tabel1:
        yield from _vergelijk(zaak, "TB-KOLOM", "provincie_opgave_regulier", "regulier", lambda rij: rij.regulier)
        yield from _vergelijk(zaak, "TB-KOLOM", "provincie_opgave_amv", "amv", lambda rij: rij.amv)


@regel("TB-REST", _GRONDSLAG)
def restopgave_klopt(zaak: Zaak) -> Iterator[Bevinding]:
    """Task minus what was offered is the remainder, for regular and for amv places."""
    cijfers = zaak.dossier.cijfers
    for soort in ("regulier", "amv"):
        namen = [f"provincie_{deel}_{soort}" for deel in ("opgave", "aangeboden", "rest")]
        if not all(naam in cijfers for naam in namen):
            continue
        opgave, aangeboden, rest = (cijfers[naam] for naam in namen)
        if _getal(opgave) - _getal(aangeboden) != _getal(rest):
            yield Bevinding(
                "TB-REST", Ernst.FOUT, (rest.plaats, opgave.plaats, aangeboden.plaats),
                {"soort": soort, "opgave": print_feit(opgave), "aangeboden": print_feit(aangeboden),
                 "rest": print_feit(rest), "som": _toon(_getal(opgave) - _getal(aangeboden))},
                (_GRONDSLAG,), (rest.pad, opgave.pad, aangeboden.pad),
            )  # fmt: skip


@regel("TB-TELLING", _GRONDSLAG)
def aantal_gemeenten_klopt(zaak: Zaak) -> Iterator[Bevinding]:
    """As many municipalities share the remainder as the decision says, for regular and for amv places."""
    cijfers, rijen = zaak.dossier.cijfers, zaak.dossier.tabel1.values()
    for naam, telling in (
        ("rest_gemeenten_regulier", sum(rij.rest_regulier.ja for rij in rijen)),
        ("rest_gemeenten_amv", sum(rij.rest_amv.ja for rij in rijen)),
    ):
        if rijen and naam in cijfers and _getal(cijfers[naam]) != telling:
            yield Bevinding(
                "TB-TELLING", Ernst.FOUT, (cijfers[naam].plaats,),
                {"feit": cijfers[naam].pad, "genoemd": print_feit(cijfers[naam]), "geteld": str(telling)},
                (_GRONDSLAG,), (cijfers[naam].pad,),
            )  # fmt: skip


@regel("TB-STATUS", _GRONDSLAG)
def status_past_bij_restopgave(zaak: Zaak) -> Iterator[Bevinding]:
    """What a row says in words of its share in the remainder is what its two columns say; other words say nothing."""
    for rij in zaak.dossier.tabel1.values():
        if rij.status.is_open or rij.rest_regulier.is_open or rij.rest_amv.is_open:
            continue
        gezegd = _DELEN.get(re.split(r"[;:,(]", rij.status.woorden)[0].strip().lower())
        deelt = rij.rest_regulier.ja, rij.rest_amv.ja
        if gezegd is not None and gezegd != deelt:
            yield Bevinding(
                "TB-STATUS", Ernst.FOUT, (rij.status.plaats, rij.rest_regulier.plaats, rij.rest_amv.plaats),
                {"gemeente": rij.naam.woorden, "status": rij.status.woorden, "hierin": _HIERIN[deelt]},
                (_GRONDSLAG,), (rij.status.pad, rij.rest_regulier.pad, rij.rest_amv.pad),
            )  # fmt: skip


@regel("TB-EIGEN", _GRONDSLAG)
def taak_is_eigen_rij(zaak: Zaak) -> Iterator[Bevinding]:
    """The task in the dossier is what the decision's table gives the municipality; an exchange does not change that."""
    besluit, naam = zaak.dossier.verdeelbesluit, zaak.dossier.gemeente.naam
    eigen = [] if naam.is_open else [rij for rij in zaak.dossier.tabel1.values() if rij.naam.waarde == naam.waarde]
    if besluit is None or not eigen:
        return
    for soort, taak, plaatsen in (
        ("regulier", besluit.taak_regulier, eigen[0].regulier),
        ("amv", besluit.taak_amv, eigen[0].amv),
    ):
        if not taak.is_open and not plaatsen.is_open and taak.getal != plaatsen.getal:
            yield Bevinding(
                "TB-EIGEN", Ernst.FOUT, (taak.plaats, plaatsen.plaats),
                {"gemeente": naam.woorden, "soort": soort, "taak": print_feit(taak), "rij": print_feit(plaatsen)},
                (_GRONDSLAG,), (taak.pad, plaatsen.pad),
            )  # fmt: skip


@regel("TB-TEKORT", "Spreidingswet 6 lid 1", "Spreidingswet 8")
def richting_blijft_onder_taak(zaak: Zaak) -> Iterator[Bevinding]:
    """The capacity that is chosen is less than the task, of each kind by itself: regular places are no amv places."""
    uitruil, besluit = zaak.dossier.uitruil, zaak.dossier.verdeelbesluit
    for soort in ("regulier", "amv"):
        taak = getattr(uitruil, f"te_vervullen_{soort}", None) or getattr(besluit, f"taak_{soort}", None)
        richting = zaak.dossier.cijfers.get(f"capaciteit_{soort}")
        if taak and richting and not taak.is_open and not richting.is_open and richting.getal < taak.getal:
            yield Bevinding(
                "TB-TEKORT", Ernst.WAARSCHUWING, (richting.plaats, taak.plaats),
                {"soort": soort, "richting": print_feit(richting), "taak": print_feit(taak),
                 "tekort": print_getal(taak.getal - richting.getal)},
                ("Spreidingswet 6 lid 1", "Spreidingswet 8"), (richting.pad, taak.pad),
            )  # fmt: skip


@regel("TB-JUIST", _GRONDSLAG)
def tabel_gecontroleerd(zaak: Zaak) -> Iterator[Bevinding]:
    """Table, chain and counts are right: say so, for a reader would doubt a table rebuilt from a bad scan."""
    rijen = list(zaak.dossier.tabel1.values())
    if not rijen:
        return
    toetsen = (rij_telt_op, kolom_telt_op, restopgave_klopt, status_past_bij_restopgave, aantal_gemeenten_klopt)
    if any(list(toets(zaak)) for toets in toetsen):
        return
    regulier, amv = (_som(rijen, soort) for soort in (lambda rij: rij.regulier, lambda rij: rij.amv))
    yield Bevinding(
        "TB-JUIST", Ernst.NOTITIE, (rijen[0].plaats,),
        {"rijen": str(len(rijen)), "regulier": _toon(regulier), "amv": _toon(amv), "totaal": _toon(regulier + amv)},
        (_GRONDSLAG,),
    )  # fmt: skip


def _vergelijk(zaak: Zaak, code: str, naam: str, kolom: str, kies: Callable[[Tabelrij], Feit]) -> Iterator[Bevinding]:
    opgave = zaak.dossier.cijfers.get(naam)
    som = _som(zaak.dossier.tabel1.values(), kies)
    if opgave is not None and _getal(opgave) != som:
        eerste = next(iter(zaak.dossier.tabel1.values()))
        yield Bevinding(
            code, Ernst.FOUT, (opgave.plaats, eerste.plaats),
            {"kolom": kolom, "som": _toon(som), "opgave": print_feit(opgave)}, (_GRONDSLAG,), (opgave.pad,),
        )  # fmt: skip


def _som(rijen: Iterable[Tabelrij], kies: Callable[[Tabelrij], Feit]) -> Decimal:
    return sum((_getal(kies(rij)) for rij in rijen), Decimal(0))


def _getal(feit: Feit) -> Decimal:
    """The number; an open fact counts as nothing, another rule reports it."""
    try:
        return feit.getal
    except OpenFeitError:
        return Decimal(0)


def _toon(getal: Decimal) -> str:
    return print_feit(Feit(pad="", waarde=Aantal(getal)))
