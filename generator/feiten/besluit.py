"""The decision that an objection is against, and how it was made known (Awb 3:40–3:45); see ``bezwaarschrift.py``."""

from __future__ import annotations

import datetime as dt

from generator.feiten.bezwaarkeuzes import (
    Bekendmakingswijze,
    Besluitsoort,
    Rechtsmiddel,
    Verzendbewijs,
    Voorbereiding,
)
from generator.feiten.record import Record, record
from generator.feiten.waarden import Duur


@record
class Bekendmaking(Record):
    """How and when a decision was made known (Awb 3:41, 3:42)."""

    datum: dt.date | None = None
    mogelijk: tuple[dt.date, ...] | None = None  # the days it may have been, when nobody knows which
    toelichting: str | None = None
    wijze: Bekendmakingswijze | None = None
    verzendbewijs: Verzendbewijs | None = None
    betwist: bool | None = None  # the addressee disputes that it was sent or received
    adres_juist: bool | None = None
    aan_gemachtigde: bool | None = None
    voorschriften_nageleefd: bool | None = None  # Bekendmakingswet 12, 13
    kennisgeving_op: dt.date | None = None  # of a message in a portal (Awb 2:10)
    kennisgeving_verzonden: bool | None = None  # nee: none was sent (Awb 2:22)
    kennisgeving_gewenst: bool | None = None
    digitaal_gewenst: bool | None = None  # the addressee said so expressly, for this kind of message (Awb 2:8)


@record
class Rechtsmiddelverwijzing(Record):
    """What the decision says about objecting or appealing (Awb 3:45, 6:23)."""

    aanwezig: bool | None = None
    rechtsmiddel: Rechtsmiddel | None = None
    door_wie: str | None = None
    termijn: Duur | None = None
    orgaan: str | None = None
    genoemde_datum: dt.date | None = None  # a last day that the clause itself names
    alleen_per_post: bool | None = None
    alleen_elektronisch: bool | None = None
    eisen: tuple[str, ...] | None = None  # what the clause asks of the objection, in our words


@record
class Bijzondere_termijn(Record):  # noqa: N801 - termijn_bijzonder: two words in Dutch
    """A special law's own period for objecting."""

    duur: Duur
    begin: dt.date | None = None  # the event; unknown when left out
    artikel: str = ""


@record
class Besluit(Record):
    """The decision that is objected to."""

    omschrijving: str | None = None
    soort: Besluitsoort | None = None
    bestuursorgaan: str | None = None  # one of ORGANEN, or "anders: naam"
    kenmerk: str | None = None
    datum: dt.date | None = None  # its dagtekening
    bekendmaking: Bekendmaking | None = None
    voorbereiding: Voorbereiding | None = None
    terinzagelegging: dt.date | None = None  # Awb 3:44, afdeling 3.4
    mededeling_op: dt.date | None = None  # when others were told of it (Awb 3:43); starts no period
    rechtsmiddelverwijzing: Rechtsmiddelverwijzing | None = None
    termijn_bijzonder: Bijzondere_termijn | None = None
    gericht_tot_belanghebbenden: bool | None = None
    schriftelijk: bool | None = None
    rechtsgevolg: bool | None = None
    mandaat: str | None = None  # who took it in mandate, by office
    ondertekening_noemt_orgaan: bool | None = None  # Awb 10:10
    coordinerend_orgaan: str | None = None  # afdeling 3.5 (Awb 3:27)
    regeling_rechtstreeks_beroep: bool | None = None  # Awb 7:1 lid 1 g
    onder_goedkeuring: bool | None = None  # needs the approval of another body (Awb 7:1 lid 1 b)
    na_uitspraak: bool | None = None  # taken because the court said how (Awb 7:1 lid 1 e, 8:72 lid 4 a)
    op_negatieve_lijst: bool | None = None  # Awb 8:5, Bevoegdheidsregeling art. 1
    zienswijzen_ingebracht: bool | None = None  # by others, in preparing it (Awb 7:2 lid 2)
    tijdelijke_regeling_digitaal: bool | None = None  # Awb 2:13 lid 4
