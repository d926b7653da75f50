"""What clauses do: term, permit, ending, conditions, clearing. Choices with their consequences, days against days."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.bevindingen import Bevinding, Ernst
from generator.datumtekst import datum_voluit
from generator.feiten.keuzes import Opzegrecht, Startgebeurtenis
from generator.feiten.overeenkomst import EINDE
from generator.opmaak import print_feit
from generator.regels.dagen import bekende_dag
from generator.regels.looptijd import geteld, in_maanden, is_kort, startdag
from generator.regels.overeenkomst.melden import is_ja, is_nee, luidt, meld
from generator.regels.register import Zaak, regel

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from generator.feiten.feit import Feit


@regel("OV-LOOPTIJD", "Spreidingswet 2")
def korter_dan_vijf_jaar(zaak: Zaak) -> Iterator[Bevinding]:
    """A term under five years is no place for five years or longer; it is no demand on the task."""
    if (overeenkomst := zaak.dossier.overeenkomst) and is_kort(overeenkomst.looptijd.duur):
        duur = overeenkomst.looptijd.duur
        yield meld("OV-LOOPTIJD", Ernst.NOTITIE, duur, grondslag=("Spreidingswet 2",), duur=_lengte(duur))


@regel("OV-GEENTIJD")
def looptijd_van_niets(zaak: Zaak) -> Iterator[Bevinding]:
    """A term of nought: it would end on the day before it begins."""
    if (overeenkomst := zaak.dossier.overeenkomst) and in_maanden(overeenkomst.looptijd.duur) == 0:
        duur = overeenkomst.looptijd.duur
        yield meld("OV-GEENTIJD", Ernst.FOUT, duur, duur=_lengte(duur))


@regel("OV-DUURZAAM", "Spreidingswet 2")
def duurzaam_en_kort(zaak: Zaak) -> Iterator[Bevinding]:
    """The agreement calls its reception duurzaam and lasts less than five years."""
    if (overeenkomst := zaak.dossier.overeenkomst) and luidt(overeenkomst.opvang.duur, "duurzaam"):
        duur = overeenkomst.looptijd.duur
        if is_kort(duur):
            yield meld(
                "OV-DUURZAAM", Ernst.WAARSCHUWING, overeenkomst.opvang.duur, duur,
                grondslag=("Spreidingswet 2",), duur=_lengte(duur),
            )  # fmt: skip


@regel("OV-RAADSLOOPTIJD", "Gemeentewet 169")
def andere_looptijd_dan_voorgelegd(zaak: Zaak) -> Iterator[Bevinding]:
    """The term is another than the one put to the council."""
    voorgelegd = zaak.dossier.duren.get("looptijd")
    if (overeenkomst := zaak.dossier.overeenkomst) and voorgelegd and not voorgelegd.is_open:
        duur = overeenkomst.looptijd.duur
        if not duur.is_open and duur.waarde != voorgelegd.waarde:
            yield meld(
                "OV-RAADSLOOPTIJD", Ernst.WAARSCHUWING, duur, voorgelegd, grondslag=("Gemeentewet 169",),
                duur=_lengte(duur), voorgelegd=_lengte(voorgelegd),
            )  # fmt: skip


@regel("OV-START")
def start_met_gevolgen(zaak: Zaak) -> Iterator[Bevinding]:
    """The term begins before anybody lives there."""
    if overeenkomst := zaak.dossier.overeenkomst:
        start = overeenkomst.looptijd.start
        if not start.is_open and start.woorden != "eerste bewoner":
            gevolg = Startgebeurtenis.KEUZES[start.woorden]
            yield meld("OV-START", Ernst.NOTITIE, start, start=start.woorden, gevolg=gevolg)


@regel("OV-STARTDATUM")
def andere_eerste_dag(zaak: Zaak) -> Iterator[Bevinding]:
    """The first day of the term is not the day of the event with which, by the agreement, it begins.

    Of several places not all of which have a day, the first known one is a limit: the term begins no later. Within
    that limit the first day is that of a step that nobody recorded: a warning.
    """
    overeenkomst = zaak.dossier.overeenkomst
    eerste = bekende_dag(overeenkomst.looptijd.startdatum) if overeenkomst else None
    start = startdag(overeenkomst) if overeenkomst else None
    if not overeenkomst or not eerste or not start or start.feit.dag == eerste:
        return
    gebeurtenis, begin = overeenkomst.looptijd.start, overeenkomst.looptijd.startdatum
    later_kan = gebeurtenis.woorden == "ondertekening"  # the other party may still sign, later
    fout = start.vast or (eerste < start.feit.dag if later_kan else eerste > start.feit.dag)
    yield meld(
        "OV-STARTDATUM", Ernst.FOUT if fout else Ernst.WAARSCHUWING, begin, start.feit, gebeurtenis,
        begin=datum_voluit(eerste), start=gebeurtenis.woorden, dag=datum_voluit(start.feit.dag),
        bekend="" if start.vast else ", voor zover de feiten die dag kennen",
    )  # fmt: skip


@regel("OV-EINDE")
def einddatum_nagerekend(zaak: Zaak) -> Iterator[Bevinding]:
    """A last day that was typed, and does not follow from first day and term."""
    if (overeenkomst := zaak.dossier.overeenkomst) and (opgegeven := overeenkomst.looptijd.einddatum):
        berekend, dag = _einde(zaak), bekende_dag(opgegeven)
        if berekend and dag and berekend != dag:
            yield meld(
                "OV-EINDE", Ernst.FOUT, opgegeven, overeenkomst.looptijd.startdatum, overeenkomst.looptijd.duur,
                opgegeven=datum_voluit(dag), berekend=datum_voluit(berekend),
            )  # fmt: skip


@regel("OV-VERLEEND", "Omgevingswet 16.79")
def verleend_is_te_vroeg(zaak: Zaak) -> Iterator[Bevinding]:
    """Opening hangs on a permit that was granted but may not be in force yet."""
    if (overeenkomst := zaak.dossier.overeenkomst) and luidt(overeenkomst.vergunning.moment, "verleend"):
        yield meld("OV-VERLEEND", Ernst.WAARSCHUWING, overeenkomst.vergunning.moment, grondslag=("Omgevingswet 16.79",))


@regel("OV-ONHERROEPELIJK", "Omgevingswet 16.79")
def onherroepelijk_duurt_lang(zaak: Zaak) -> Iterator[Bevinding]:
    """Opening hangs on a permit against which nobody can go to court any more."""
    if (overeenkomst := zaak.dossier.overeenkomst) and luidt(overeenkomst.vergunning.moment, "onherroepelijk"):
        yield meld("OV-ONHERROEPELIJK", Ernst.WAARSCHUWING, overeenkomst.vergunning.moment)


@regel("OV-OPENING", "Omgevingswet 5.1", "Omgevingswet 16.79")
def opening_voor_vergunning(zaak: Zaak) -> Iterator[Bevinding]:
    """A place opens before its permit is in force."""
    for locatie in zaak.dossier.overeenkomst.locaties.values() if zaak.dossier.overeenkomst else ():
        opening, vanaf = bekende_dag(locatie.opening), bekende_dag(locatie.in_werking)
        if locatie.opening and locatie.in_werking and opening and vanaf and opening < vanaf:
            yield meld(
                "OV-OPENING", Ernst.FOUT, locatie.opening, locatie.in_werking, grondslag=("Omgevingswet 5.1",),
                opening=datum_voluit(opening), vanaf=datum_voluit(vanaf),
            )  # fmt: skip


@regel("OV-VERGUNNING", "Omgevingswet 5.1")
def opening_zonder_vergunning(zaak: Zaak) -> Iterator[Bevinding]:
    """There is a day of opening, and no day on which the permit came into force."""
    for locatie in zaak.dossier.overeenkomst.locaties.values() if zaak.dossier.overeenkomst else ():
        if locatie.opening and (opening := bekende_dag(locatie.opening)) and bekende_dag(locatie.in_werking) is None:
            yield meld(
                "OV-VERGUNNING", Ernst.WAARSCHUWING, locatie.opening, grondslag=("Omgevingswet 5.1",),
                opening=datum_voluit(opening),
            )  # fmt: skip


@regel("OV-VERGUNNINGSDATUM", "Omgevingswet 16.79")
def vergunning_in_werking_voor_verlening(zaak: Zaak) -> Iterator[Bevinding]:
    """A permit is in force at the earliest on the day after it was made known, so never on the day it was granted."""
    for locatie in zaak.dossier.overeenkomst.locaties.values() if zaak.dossier.overeenkomst else ():
        vergund, vanaf = bekende_dag(locatie.vergund), bekende_dag(locatie.in_werking)
        if locatie.vergund and locatie.in_werking and vergund and vanaf and vanaf <= vergund:
            yield meld(
                "OV-VERGUNNINGSDATUM", Ernst.FOUT, locatie.vergund, locatie.in_werking,
                grondslag=("Omgevingswet 16.79",), vergund=datum_voluit(vergund), vanaf=datum_voluit(vanaf),
            )  # fmt: skip


@regel("OV-INSTANDHOUDING", "Omgevingswet 5.1")
def vergunning_korter_dan_gebruik(zaak: Zaak) -> Iterator[Bevinding]:
    """The permit ends before the term, or before the clearing that comes after it.

    As long as nobody filled in the first day of the term, it is that of the event with which it begins.
    """
    overeenkomst, einde = zaak.dossier.overeenkomst, _einde(zaak)
    start = startdag(overeenkomst) if overeenkomst and not einde else None
    if overeenkomst and start:
        einde = geteld(overeenkomst.looptijd.duur, start.feit.dag, eerste_dag=0)
    if not overeenkomst or not einde:
        return
    ontmanteling = overeenkomst.ontmanteling
    if is_nee(ontmanteling.binnen_looptijd):
        einde = geteld(ontmanteling.duur, einde) or einde
    for locatie in overeenkomst.locaties.values():
        tot = bekende_dag(locatie.instandhouding_tot)
        if locatie.instandhouding_tot and tot and tot < einde:
            yield meld(
                "OV-INSTANDHOUDING", Ernst.WAARSCHUWING, locatie.instandhouding_tot, overeenkomst.looptijd.duur,
                ontmanteling.duur, *((start.feit,) if start else ()),
                tot=datum_voluit(tot), einde=datum_voluit(einde),
            )  # fmt: skip


@regel("OV-ONTMANTELING")
def laatste_bewoner_vertrekt(zaak: Zaak) -> Iterator[Bevinding]:
    """Clearing within the term: the last resident leaves earlier than the term ends."""
    overeenkomst, einde = zaak.dossier.overeenkomst, _einde(zaak)
    if overeenkomst and einde and is_ja(overeenkomst.ontmanteling.binnen_looptijd):
        duur = overeenkomst.ontmanteling.duur
        if vertrek := geteld(duur, einde, terug=True):
            yield meld(
                "OV-ONTMANTELING", Ernst.NOTITIE, duur, overeenkomst.ontmanteling.binnen_looptijd,
                vertrek=datum_voluit(vertrek), einde=datum_voluit(einde),
            )  # fmt: skip


@regel("OV-OPZEGGING")
def opzegging_niet_symmetrisch(zaak: Zaak) -> Iterator[Bevinding]:
    """One party may end the agreement and the other may not."""
    if overeenkomst := zaak.dossier.overeenkomst:
        recht = overeenkomst.opzegging.recht
        if not recht.is_open and recht.woorden.startswith("alleen"):
            gevolg = Opzegrecht.KEUZES[recht.woorden]
            yield meld("OV-OPZEGGING", Ernst.WAARSCHUWING, recht, recht=recht.woorden, gevolg=gevolg)


@regel("OV-OPZEGTERMIJN")
def opzegtermijnen_verschillen(zaak: Zaak) -> Iterator[Bevinding]:
    """Both parties may end the agreement, with another notice."""
    if (overeenkomst := zaak.dossier.overeenkomst) and luidt(overeenkomst.opzegging.recht, "beide partijen"):
        coa, gemeente = overeenkomst.opzegging.termijn_coa, overeenkomst.opzegging.termijn_gemeente
        if not coa.is_open and not gemeente.is_open and coa.waarde != gemeente.waarde:
            yield meld(
                "OV-OPZEGTERMIJN", Ernst.WAARSCHUWING, coa, gemeente, coa=_lengte(coa), gemeente=_lengte(gemeente)
            )


@regel("OV-VOORBEHOUD")
def voorbehoud_zonder_einde(zaak: Zaak) -> Iterator[Bevinding]:
    """The agreement hangs on the council's consent, and nothing says until when."""
    if overeenkomst := zaak.dossier.overeenkomst:
        voorbehoud = overeenkomst.voorbehoud
        if is_ja(voorbehoud.raad) and bekende_dag(voorbehoud.raad_vervalt_op) is None:
            yield meld("OV-VOORBEHOUD", Ernst.WAARSCHUWING, voorbehoud.raad)


@regel("OV-INSTEMMING", "Gemeentewet 169")
def voorbehoud_bindt(zaak: Zaak) -> Iterator[Bevinding]:
    """The agreement hangs on the council's consent: more than the law asks, and it binds (ECLI:NL:HR:2015:1737)."""
    if (overeenkomst := zaak.dossier.overeenkomst) and is_ja(overeenkomst.voorbehoud.raad):
        yield meld("OV-INSTEMMING", Ernst.NOTITIE, overeenkomst.voorbehoud.raad, grondslag=("Gemeentewet 169",))


def _einde(zaak: Zaak) -> dt.date | None:
    """The last day of the agreement; None as long as nobody knows it."""
    return bekende_dag(zaak.termijnen.get(EINDE, {}).get("laatste_dag"))


def _lengte(duur: Feit) -> str:
    return print_feit(duur, "woorden")
