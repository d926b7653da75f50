"""The closed vocabularies of an objection case: what may be chosen in each of its fields."""

from __future__ import annotations

from enum import StrEnum


class Keuze(StrEnum):
    """One of the words of a closed list."""

    __hash__ = str.__hash__  # Enum's own is Python code, and rules ask all the time whether a choice is one of a few


class Rol(Keuze):
    """On which side of the objection we stand."""

    ONTVANGER = "ontvanger"  # received an objection
    INDIENER = "indiener"  # writes an objection of its own, not yet sent


class Besluitsoort(Keuze):
    """What kind of decision the objection is against; it settles the remedy and the periods."""

    BESCHIKKING = "beschikking"
    BELASTING = "belasting"
    WOZ = "woz"
    WOO = "woo"
    BOETE = "boete"
    ALGEMENE_STREKKING = "algemene strekking"
    BESLISSING_OP_BEZWAAR = "beslissing op bezwaar"
    WEIGERING = "schriftelijke weigering"  # Awb 6:2 a
    NIET_TIJDIG = "niet tijdig beslissen"  # Awb 6:2 b
    VOORBEREIDING = "voorbereidingsbeslissing"  # Awb 6:3
    GOEDKEURING = "goedkeuring"  # Awb 7:1 lid 1
    VOORSCHRIFT = "algemeen verbindend voorschrift"  # Awb 8:3
    BELEIDSREGEL = "beleidsregel"  # Awb 8:3
    PRIVAATRECHT = "privaatrechtelijke rechtshandeling"  # Awb 8:3
    PROCEDURE = "procedurebeslissing"  # Awb 8:4: weigering 2:15, verdaging, aanmaning …
    VERKEERSBOETE = "verkeersboete"  # Wahv
    OVERLASTBOETE = "boete overlast openbare ruimte"  # Gemeentewet 154k
    VERKEERSBESLUIT = "verkeersbesluit"  # BABW
    PARKEERNAHEFFING = "naheffing parkeren"  # Gemeentewet 234
    ANDERS = "anders"

    @property
    def is_belastingzaak(self) -> bool:
        """Whether the AWR is on it (Gemeentewet 231 lid 1, WOZ 30 lid 1)."""
        return self in {Besluitsoort.BELASTING, Besluitsoort.WOZ, Besluitsoort.PARKEERNAHEFFING}


class Rechtsmiddel(Keuze):
    """What can be done against a decision."""

    BEZWAAR = "bezwaar"
    BEROEP = "beroep"
    ADMINISTRATIEF_BEROEP = "administratief beroep"
    HOGER_BEROEP = "hoger beroep"
    GEEN = "geen"  # a clause that names none


class Bekendmakingswijze(Keuze):
    """How the decision reached those it concerns."""

    TOEZENDING = "toezending"
    UITREIKING = "uitreiking"
    PUBLICATIEBLAD = "publicatieblad"
    PORTAAL = "portaal"
    VOERTUIG = "voertuig"
    TERINZAGELEGGING = "terinzagelegging"
    HUISAANHUISBLAD = "huis-aan-huisblad"
    WEBSITE = "website"


class Ontvangersoort(Keuze):
    """Who received an objection that was meant for another (Awb 6:15)."""

    BESTUURSORGAAN = "bestuursorgaan"
    BESTUURSRECHTER = "bestuursrechter"
    ANDERS = "anders"


class Kanaal(Keuze):
    """By which way a message came in."""

    POST = "post"
    KOERIER = "koerier"
    BRIEVENBUS = "brievenbus"
    BALIE = "balie"
    E_MAIL = "e-mail"
    PORTAAL = "portaal"
    FAX = "fax"
    MONDELING = "mondeling"

    @property
    def is_elektronisch(self) -> bool:
        """Whether afdeling 2.3 Awb is on it."""
        return self in {Kanaal.E_MAIL, Kanaal.PORTAAL, Kanaal.FAX}


class Postbewijs(Keuze):
    """What shows on which day something was posted."""

    POSTSTEMPEL = "poststempel"
    FRANKERING = "frankering"  # the sender's own machine: no postmark
    VERZENDBEWIJS = "verzendbewijs"
    VERKLARING = "verklaring"
    ONBEKEND = "onbekend"


class Verzendbewijs(Keuze):
    """What shows that the authority sent something."""

    AANGETEKEND = "aangetekend"
    REGISTRATIE = "verzendregistratie"
    STEMPEL = "stempel"
    GEEN = "geen"


class Voorbereiding(Keuze):
    """How the decision was prepared."""

    REGULIER = "regulier"
    UNIFORM = "uniform"  # afdeling 3.4


class Indienersoort(Keuze):
    """What kind of person objects."""

    NATUURLIJK = "natuurlijk persoon"
    RECHTSPERSOON = "rechtspersoon"
    VERENIGING = "vereniging of stichting"
    MAATSCHAP = "vennootschap zonder rechtspersoonlijkheid"
    BESTUURSORGAAN = "bestuursorgaan"
    GEMEENTE = "gemeente"


class Handtekening(Keuze):
    """How it was signed."""

    HAND = "hand"
    SCAN = "scan"
    ELEKTRONISCH = "elektronisch"
    DIGID = "DigiD"
    GEEN = "geen"


class Gemachtigdesoort(Keuze):
    """Who acts for the objector."""

    ADVOCAAT = "advocaat"
    RECHTSBIJSTAND = "rechtsbijstand"
    FAMILIE = "familie"
    ANDER = "ander"


class Verzoek(Keuze):
    """What else the objection asks for."""

    HOREN = "horen"
    NIET_HOREN = "niet horen"
    KOSTEN = "kosten"
    RECHTSTREEKS_BEROEP = "rechtstreeks beroep"
    STUKKEN = "stukken"
    UITSTEL = "uitstel"


class Verzuim(Keuze):
    """What may be missing from an objection, and can be repaired (Awb 6:6)."""

    GRONDEN = "gronden"
    HANDTEKENING = "handtekening"
    MACHTIGING = "machtiging"
    NAAM = "naam"
    ADRES = "adres"
    DAGTEKENING = "dagtekening"
    BESLUIT = "besluit"  # which decision it is about
    BEVOEGDHEID = "bevoegdheid"  # of who signed for a legal person
    VERTALING = "vertaling"
    WEG = "weg"  # sent electronically by a way that was not open (until 2026)
    ANDERS = "anders"


class Opschortingsgrond(Keuze):
    """Why the period for deciding stands still."""

    VERZUIM = "verzuim"  # Awb 7:10 lid 2
    INSTEMMING = "instemming"  # Awb 4:15 lid 2 a, 7:10 lid 4
    OVERMACHT = "overmacht"  # Awb 4:15 lid 2 c
    TOEREKENBAAR = "toerekenbaar aan indiener"  # Awb 4:15 lid 2 b


class Uitstelgrond(Keuze):
    """On what a further postponement rests (Awb 7:10 lid 4)."""

    ALLEN_AKKOORD = "alle belanghebbenden akkoord"
    INDIENER_AKKOORD = "indiener akkoord en niemand geschaad"
    VOORSCHRIFT = "procedurevoorschrift"


class Afziengrond(Keuze):
    """Why hearing may be left out (Awb 7:3 a–e)."""

    KENNELIJK_NIET_ONTVANKELIJK = "kennelijk niet-ontvankelijk"
    KENNELIJK_ONGEGROND = "kennelijk ongegrond"
    AFSTAND = "afstand"
    GEEN_REACTIE = "geen reactie"
    GEHEEL_TEGEMOET = "geheel tegemoet"


class Intrekkingswijze(Keuze):
    """How an objection was withdrawn (Awb 6:21)."""

    SCHRIFTELIJK = "schriftelijk"
    HOORZITTING = "op de hoorzitting"
    TELEFONISCH = "telefonisch"
    MONDELING = "mondeling"  # at a counter or in a conversation


class Dictum(Keuze):
    """What was decided on the objection; only ever a person's choice."""

    NIET_ONTVANKELIJK = "niet-ontvankelijk"
    ONGEGROND = "ongegrond"
    GEGROND = "gegrond"
    DEELS_GEGROND = "deels gegrond"


class Gebrekesteller(Keuze):
    """Who gave notice of default (Awb 4:17 lid 3)."""

    INDIENER = "indiener"
    AANVRAGER = "aanvrager"
    ANDER = "ander"


class Namens(Keuze):
    """On whose behalf a municipality objects."""

    GEMEENTE = "gemeente"
    COLLEGE = "college"
    RAAD = "raad"
    BURGEMEESTER = "burgemeester"


ORGANEN = ("college", "raad", "burgemeester", "heffingsambtenaar", "minister", "gedeputeerde staten")
PRO_FORMA = "pro forma"
