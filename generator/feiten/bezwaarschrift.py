"""An objection case (*bezwaarzaak*) as facts: what is left out is unknown, never *no*.

One YAML file per case. In every field ``None`` is unknown; an empty tuple says that there is none (``geen``, ``nee``).
The field names are the keys of the file; the comment behind a field says what a person fills in.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import field

from generator.errors import Plaats
from generator.feiten.besluit import (
    Bekendmaking,
    Besluit,
)
from generator.feiten.bezwaarkeuzes import (
    PRO_FORMA,
    Gemachtigdesoort,
    Handtekening,
    Indienersoort,
    Kanaal,
    Namens,
    Ontvangersoort,
    Postbewijs,
    Rol,
    Verzoek,
)
from generator.feiten.bezwaarprocedure import (
    Procedure,
)
from generator.feiten.record import Record, record


@record
class Adres(Record):
    """A postal address; `postbus` instead of a street is not an address where one lives."""

    naam: str | None = None  # the first line, where it says more than who is written to
    straat: str | None = None
    postbus: str | None = None
    postcode: str | None = None
    plaats: str | None = None


@record
class Onbevoegd(Record):
    """That the objection first reached another (Awb 6:15)."""

    orgaan: str | None = None
    datum: dt.date | None = None
    soort: Ontvangersoort | None = None


@record
class Weigering(Record):
    """That a representative (Awb 2:2) or an electronic message (Awb 2:15) was refused."""

    datum: dt.date | None = None
    gemeld_op: dt.date | None = None


@record
class Ontvangst(Record):
    """When and how the objection came in (Awb 6:9, afdeling 2.3)."""

    datum: dt.date | None = None
    wijze: Kanaal | None = None
    tijd: dt.time | None = None
    kanaal_aangewezen: bool | None = None  # the way was designated (2:13 from 2026) or opened (before)
    kanaal_voor_ander_bericht: bool | None = None  # designated for another kind of message
    geweigerd: Weigering | None = None  # the electronic message was refused (Awb 2:15)
    reactie_op: dt.date | None = None  # the day on which the sender was pointed to the right way
    envelop_bewaard: bool | None = None
    onbevoegd: Onbevoegd | None = None

    @property
    def is_niet_aangewezen(self) -> bool:
        """Whether it came electronically by a way that was not designated."""
        return bool(self.wijze and self.wijze.is_elektronisch and self.kanaal_aangewezen is False)


@record
class Verzending(Record):
    """When and how the objection was sent."""

    datum: dt.date | None = None
    bewijs: Postbewijs | None = None
    leesbaar: bool | None = None
    vervoerder: str | None = None
    vervoerder_acm: bool | None = None  # registered with the ACM as a postal carrier


@record
class Oorzaak(Record):
    """What the objector says was in the way of being in time (Awb 6:11); a person weighs it."""

    omschrijving: str | None = None
    van: dt.date | None = None
    weg_op: dt.date | None = None
    bewijs: str | None = None
    gevraagd_op: dt.date | None = None  # when we asked for the reason
    antwoord_tot: dt.date | None = None  # until when we asked to answer


@record
class Ondertekenaar(Record):
    """Who signed for a legal person or body."""

    naam: str | None = None
    functie: str | None = None
    bevoegd: bool | None = None


@record
class Indiener(Record):
    """One who objects; several in one letter each have their own standing, signature and period."""

    naam: str | None = None
    soort: Indienersoort | None = None
    ondertekend: bool | None = None
    handtekening: Handtekening | None = None
    adres: Adres | None = None
    mailadres: str | None = None
    bekendmaking: Bekendmaking | None = None  # when the decision reached this one on another day
    aanvrager: bool | None = None  # asked for the decision, or is its addressee
    belang: str | None = None
    kennis_op: dt.date | None = None  # when who was no addressee came to know of it
    ondertekenaar: Ondertekenaar | None = None
    statuten: bool | None = None
    minderjarig: bool | None = None
    bewind: bool | None = None
    curatele: bool | None = None
    zienswijze_gedaan: bool | None = None
    reden_te_laat: Oorzaak | None = None
    jurist: bool | None = None  # or one who litigates often (6:11)


@record
class Gemachtigde(Record):
    """Who acts for the objectors (Awb 2:1)."""

    naam: str | None = None
    soort: Gemachtigdesoort | None = None
    volmacht: bool | None = None
    volmacht_datum: dt.date | None = None
    ondertekend: bool | None = None  # signed the objection for the objectors
    adres: Adres | None = None
    geweigerd: Weigering | None = None
    stukken_toegezonden: bool | None = None  # Awb 6:17


@record
class Bezwaarschrift(Record):
    """The objection itself (Awb 6:4, 6:5)."""

    dagtekening: dt.date | None = None
    ongedateerd: bool | None = None
    gericht_aan: str | None = None
    adres: Adres | None = None  # where it is sent to, for an objection of our own
    ontvangen: Ontvangst | None = None
    verzonden: Verzending | None = None
    indieners: tuple[Indiener, ...] | None = None
    gemachtigde: Gemachtigde | None = None
    besluit_omschreven: bool | None = None
    genoemde_datum: dt.date | None = None  # the date of the decision as the objection gives it
    genoemd_kenmerk: str | None = None
    gronden: tuple[str, ...] | None = None  # or pro forma
    afschrift: bool | None = None
    taal: str | None = None
    vertaling_nodig: bool | None = None
    vertaling: bool | None = None
    verzoeken: tuple[Verzoek, ...] | None = None
    bijlagen: tuple[str, ...] | None = None

    @property
    def is_pro_forma(self) -> bool:
        """Whether the grounds are still to come."""
        return self.gronden == (PRO_FORMA,)


@record
class Procesbesluit(Record):
    """The decision to object on behalf of a municipality (Gemeentewet 160)."""

    datum: dt.date | None = None
    orgaan: str | None = None


@record
class Bezwaarmaker(Record):
    """What only a municipality that objects itself has to show (Gemeentewet 160, 169, 171)."""

    namens: Namens | None = None
    procesbesluit: Procesbesluit | None = None
    ondertekenaars: tuple[str, ...] | None = None  # by office
    volmacht: dt.date | None = None
    raad_ingelicht_op: dt.date | None = None
    mandaat_bekendgemaakt: bool | None = None
    grond_college: str | None = None  # the article that addresses the college itself


@record
class Derde(Record):
    """Another interested party: the holder of the permit, a neighbour, who gave a zienswijze (Awb 7:2, 7:10 lid 5)."""

    naam: str | None = None
    hoedanigheid: str | None = None  # vergunninghouder, omwonende …
    adres: Adres | None = None


@record
class Behandelaar(Record):
    """Whose name stands under a letter; no letter leaves without one."""

    naam: str | None = None
    functie: str | None = None
    telefoon: str | None = None
    mailadres: str | None = None


def _nergens(_pad: str) -> Plaats:
    return Plaats("zaak")


@record
class Bezwaarzaak(Record):
    """One objection, with all that is known of it.

    Attributes:
        plaats_van: the place in the file of a path ("bezwaarschrift.ontvangen.datum"), or of the nearest part of it
            that was written.
        geen: paths of which the file says that there is none (``gemachtigde: geen``), where leaving out is unknown.
        lijkt_bsn: paths of texts in which something stands that may be a burgerservicenummer.
    """

    zaaknummer: str
    rol: Rol
    besluit: Besluit = field(default_factory=Besluit)
    bezwaarschrift: Bezwaarschrift | None = None
    procedure: Procedure | None = None
    gemeente: Bezwaarmaker | None = None
    behandelaar: Behandelaar | None = None
    derden: tuple[Derde, ...] | None = None  # other interested parties; they get their letters too
    plaats_van: Callable[[str], Plaats] = field(default=_nergens, compare=False, repr=False)
    geen: frozenset[str] = frozenset()
    lijkt_bsn: tuple[str, ...] = ()

    @property
    def is_nog_niet_ingediend(self) -> bool:
        """Whether it is an objection of our own that has not been sent."""
        schrift = self.bezwaarschrift
        stappen = (schrift.ontvangen, schrift.verzonden) if schrift else ()
        return self.rol is Rol.INDIENER and all(stap is None or stap.datum is None for stap in stappen)

    def is_geen(self, pad: str) -> bool:
        """Whether the file says that there is none at `pad`; of the first of a list also when it was written alone."""
        return pad in self.geen or (".0" in pad and pad.replace(".0", "") in self.geen)
