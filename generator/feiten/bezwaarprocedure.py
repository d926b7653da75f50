"""What happened to an objection since it came in (Awb 6:6–6:21, 7:1a–7:15), as facts; see ``bezwaarschrift.py``."""

from __future__ import annotations

import datetime as dt

from generator.feiten.besluit import (
    Bekendmaking,
    Rechtsmiddelverwijzing,
)
from generator.feiten.bezwaarkeuzes import (
    Afziengrond,
    Dictum,
    Gebrekesteller,
    Intrekkingswijze,
    Kanaal,
    Opschortingsgrond,
    Uitstelgrond,
    Verzuim,
)
from generator.feiten.record import Record, record

_KLEINSTE_COMMISSIE = 3  # a chair and two members


@record
class Adviescommissie(Record):
    """The committee that advises (Awb 7:13)."""

    ingesteld: bool | None = None
    gemeld_op: dt.date | None = None
    leden: int | None = None  # the chair included
    voorzitter_extern: bool | None = None
    advies_op: dt.date | None = None
    advies: str | None = None
    advies_gevolgd: bool | None = None
    afwijking_gemotiveerd: bool | None = None
    advies_meegezonden: bool | None = None

    @property
    def voldoet(self) -> bool | None:
        """Whether it has a chair from outside and at least two members (Awb 7:13 lid 1); None when not known."""
        genoeg = None if self.leden is None else self.leden >= _KLEINSTE_COMMISSIE
        if genoeg is False or self.voorzitter_extern is False:
            return False
        return None if genoeg is None or self.voorzitter_extern is None else True


@record
class Verzuimbrief(Record):
    """A request to repair a defect (Awb 6:6)."""

    datum: dt.date | None = None
    verzuimen: tuple[Verzuim, ...] | None = None
    verzendbewijs: bool | None = None
    hersteltermijn_tot: dt.date | None = None
    hersteld: dt.date | None = None
    niet_hersteld: bool | None = None


@record
class Verdaging(Record):
    """A postponement (Awb 7:10 lid 3 and 4)."""

    datum: dt.date | None = None
    weken: int | None = None
    aan_alle_belanghebbenden: bool | None = None
    grond: Uitstelgrond | None = None  # for a further one
    reden: str | None = None  # why it takes longer, in a sentence for who waits


@record
class Opschorting(Record):
    """A suspension of the period for deciding on another ground than a request to repair."""

    van: dt.date | None = None
    tot: dt.date | None = None
    grond: Opschortingsgrond | None = None
    gemeld_op: dt.date | None = None


@record
class Ingebrekestelling(Record):
    """A notice of default (Awb 4:17 lid 3)."""

    ontvangen: dt.date | None = None
    door: Gebrekesteller | None = None
    wijze: Kanaal | None = None


@record
class Storing(Record):
    """A breakdown of the designated way (Awb 2:21)."""

    van: dt.date | None = None
    tot: dt.date | None = None
    kanaal: Kanaal | None = None
    verlengd_tot: dt.date | None = None  # an extension that was made known


@record
class Hoorder(Record):
    """One who heard (Awb 7:5)."""

    naam: str | None = None
    betrokken: bool | None = None  # in preparing the decision
    leidt: bool | None = None
    lid_bestuursorgaan: bool | None = None


@record
class Hoorzitting(Record):
    """The hearing (Awb 7:2–7:9)."""

    datum: dt.date | None = None
    tijd: dt.time | None = None
    plaats: str | None = None
    uitgenodigd_op: dt.date | None = None
    alle_belanghebbenden_uitgenodigd: bool | None = None
    zienswijzegevers_uitgenodigd: bool | None = None
    inzage_van: dt.date | None = None
    inzage_tot: dt.date | None = None
    inzageplaats: str | None = None
    oproep_noemt_stukken: bool | None = None  # the ten-day rule, place and time of inspection
    nadere_stukken_op: tuple[dt.date, ...] | None = None  # the days on which further papers came in
    stukken_geheim: bool | None = None
    geheim_gemeld: bool | None = None
    hoorders: tuple[Hoorder, ...] | None = None
    verslag: bool | None = None
    openbaar: bool | None = None


@record
class Afzien(Record):
    """That hearing is left out, on a ground that a named person chose (Awb 7:3)."""

    grond: Afziengrond | None = None
    door: str | None = None  # name
    functie: str | None = None
    namens_commissie: bool | None = None
    gevraagd_op: dt.date | None = None  # for 7:3 d: when we asked whether they want to be heard
    reactietermijn_tot: dt.date | None = None


@record
class Nieuw_feit(Record):  # noqa: N801 - two words in Dutch
    """A fact of considerable weight that came up after the hearing (Awb 7:9)."""

    datum: dt.date | None = None
    gemeld_op: dt.date | None = None
    opnieuw_gehoord: bool | None = None


@record
class Intrekking(Record):
    """That the objection was withdrawn (Awb 6:21)."""

    datum: dt.date | None = None
    wijze: Intrekkingswijze | None = None
    om_tegemoetkoming: bool | None = None


@record
class Nieuw_besluit(Record):  # noqa: N801 - two words in Dutch
    """A decision that withdraws, changes or replaces the one objected to (Awb 6:19)."""

    datum: dt.date | None = None
    kenmerk: str | None = None
    bekendgemaakt_op: dt.date | None = None


@record
class Klacht(Record):
    """A complaint to the Adviescollege (Woo 7.3)."""

    verzonden: dt.date | None = None
    advies_op: dt.date | None = None


@record
class Bevestiging(Record):
    """The acknowledgement of receipt (Awb 6:14)."""

    datum: dt.date | None = None
    schriftelijk: bool | None = None


@record
class Doorzending(Record):
    """That it was sent on (Awb 6:15)."""

    datum: dt.date | None = None
    aan: str | None = None
    afzender_gemeld: bool | None = None


@record
class Beslissing(Record):
    """The decision on the objection (Awb 7:11, 7:12)."""

    datum: dt.date | None = None
    bekendmaking: Bekendmaking | None = None
    dictum: Dictum | None = None
    herroepen: bool | None = None
    onrechtmatig_te_wijten: bool | None = None  # Awb 7:15 lid 2
    mandaat: str | None = None
    gemotiveerd: bool | None = None
    afzien_horen_gemotiveerd: bool | None = None
    gebrek_gepasseerd: bool | None = None  # Awb 6:22
    kosten_beslist: bool | None = None
    kosten_gevraagd_op: dt.date | None = None
    rechtsmiddelverwijzing: Rechtsmiddelverwijzing | None = None
    mededeling_derden_op: dt.date | None = None
    ook_als_primair_bekendgemaakt: bool | None = None  # Awb 7:12 lid 2, decision not addressed to anyone
    ondertekening_noemt_orgaan: bool | None = None


@record
class Procedure(Record):
    """What happened since the objection came in; every event also takes ``geen``."""

    bevestiging: Bevestiging | None = None
    doorzending: tuple[Doorzending, ...] | None = None
    adviescommissie: Adviescommissie | None = None
    verzuimbrief: tuple[Verzuimbrief, ...] | None = None
    verdaging: tuple[Verdaging, ...] | None = None
    opschorting: tuple[Opschorting, ...] | None = None
    ingebrekestelling: tuple[Ingebrekestelling, ...] | None = None
    storing: tuple[Storing, ...] | None = None
    hoorzitting: tuple[Hoorzitting, ...] | None = None
    afzien_van_horen: tuple[Afzien, ...] | None = None
    nieuw_feit: tuple[Nieuw_feit, ...] | None = None
    intrekking: tuple[Intrekking, ...] | None = None
    nieuw_besluit: tuple[Nieuw_besluit, ...] | None = None
    klacht_adviescollege: tuple[Klacht, ...] | None = None
    voorlopige_voorziening: bool | None = None
    andere_bezwaren: bool | None = None  # against the same decision, without a request for 7:1a
    beroep_niet_tijdig: dt.date | None = None  # Awb 6:12, 6:20
    overschrijding_gemeld_op: dt.date | None = None  # Awb 4:14 lid 1
    nieuwe_beslisdatum: dt.date | None = None  # named in that message, as short as can be
    dwangsombesluit: dt.date | None = None  # Awb 4:18
    dwangsom_vastgesteld: int | None = None  # in euro, where the law can be read two ways
    beslissing: Beslissing | None = None
