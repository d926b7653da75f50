"""Choices (*keuzes*): texts from a closed list, each with what follows from it.

The consequence stands beside the choice once: an editor shows it while somebody types (JSON Schema), and an error
names the list. To the rest of Raadwerk a choice is a text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Self

from generator.feiten.waarden import Tekst

if TYPE_CHECKING:
    from collections.abc import Mapping


class Keuze(Tekst, frozen=True):
    """One of a closed list of texts; a subclass fills `KEUZES`: the choice → what follows from it, in Dutch."""

    KEUZES: ClassVar[Mapping[str, str]] = {}

    def __init_subclass__(cls) -> None:
        cls.VERWACHT = f"een van {', '.join(f'‘{keuze}’' for keuze in cls.KEUZES)}"

    @classmethod
    def lees(cls, tekst: str) -> Self:
        """The choice written as `tekst`; ValueError when it is not in the list."""
        if tekst not in cls.KEUZES:
            raise ValueError(f"‘{tekst}’ is geen keuze die hier kan")
        return cls(tekst)


class Vergaderdag(Keuze, frozen=True):
    """The day of the week on which the council meets."""

    KEUZES: ClassVar = {
        dag: f"De raad vergadert op {dag}; een vergadering op een andere dag wordt genoemd."
        for dag in ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
    }


class Momentsoort(Keuze, frozen=True):
    """What the day of a moment on the time line rests on."""

    KEUZES: ClassVar = {
        "feit": "De dag staat in een stuk.",
        "berekend": "De dag volgt uit andere dagen.",
        "norm": "De dag is een norm of een afspraak.",
        "aanname": "De dag is aangenomen, in een variant: geen stuk noemt haar.",
    }


class Exploitant(Keuze, frozen=True):
    """Who runs the reception."""

    KEUZES: ClassVar = {
        "COA": "Het COA exploiteert (Wet COA, artikel 3). Artikel 3b wordt dan niet genoemd.",
        "gemeente": "Het college exploiteert, op grond van een afspraak met het COA (Wet COA, artikel 3b).",
    }


class Uitvoerder(Keuze, frozen=True):
    """Which party does something, and so pays for it."""

    KEUZES: ClassVar = {"COA": "Het COA doet dit en betaalt het.", "gemeente": "De gemeente doet dit en betaalt het."}


class Opvangduur(Keuze, frozen=True):
    """The nature of the reception."""

    KEUZES: ClassVar = {
        "duurzaam": "Ten minste vijf jaar beschikbaar (Spreidingswet, artikel 2, derde lid).",
        "tijdelijk": "Korter dan vijf jaar. Dat mag, maar is geen plaats voor vijf jaar of langer.",
    }


class Telwijze(Keuze, frozen=True):
    """Who counts as a resident of the place."""

    KEUZES: ClassVar = {
        "geplaatste bewoners": "Wie het COA op de locatie heeft geplaatst telt mee, ook wie er een nacht niet slaapt.",
        "overnachtende bewoners": "Alleen bezette bedden tellen. De rechtbank vond dat in Westerwolde een te beperkte "
        "uitleg van opvang; verwacht daar discussie over.",
    }


class Overschrijding(Keuze, frozen=True):
    """Whether the maximum may be exceeded."""

    KEUZES: ClassVar = {
        "niet": "Het maximum wordt nooit overschreden.",
        "met instemming van het college": "Tijdelijk meer kan als het college dat vooraf schriftelijk goedvindt.",
    }


class Startgebeurtenis(Keuze, frozen=True):
    """What makes the term begin."""

    KEUZES: ClassVar = {
        "ondertekening": "De bouwtijd gaat van de looptijd af: er is minder jaren opvang dan de looptijd zegt.",
        "vergunning in werking": "De looptijd kan beginnen voordat er iemand woont.",
        "eerste bewoner": "De looptijd is de tijd waarin er mensen wonen; de einddatum staat pas vast bij de opening.",
    }


class Vergunningsmoment(Keuze, frozen=True):
    """What must have become of the permit before the place opens."""

    KEUZES: ClassVar = {
        "verleend": "Het besluit is er, maar werkt misschien nog niet: dan opent de locatie zonder vergunning.",
        "in werking": "De dag na de bekendmaking, of vier weken later als de vergunning dat zegt (Omgevingswet 16.79).",
        "onherroepelijk": "Pas als niemand meer kan procederen. Dat kan jaren duren; in Rijssen-Holten leidde het tot "
        "een kort geding.",
    }


class Vergunningsprocedure(Keuze, frozen=True):
    """Which procedure the permit follows."""

    KEUZES: ClassVar = {
        "gewone procedure": "Acht weken, eenmaal ten hoogste zes weken langer (Omgevingswet 16.64).",
        "uitgebreide procedure": "Zes maanden (Awb 3:18), alleen in de gevallen van Omgevingswet 16.65.",
    }


class Gebruikstitel(Keuze, frozen=True):
    """On what title the place is used."""

    KEUZES: ClassVar = {
        "huur": "In een huurovereenkomst.",
        "recht van opstal": "In een notariële akte.",
        "koop": "In een koopovereenkomst; verkoop door de gemeente vraagt ruimte voor andere gegadigden.",
    }


class Risicodrager(Keuze, frozen=True):
    """Who bears the risk of delay."""

    KEUZES: ClassVar = {
        "COA": "Vertraging komt voor rekening van het COA.",
        "gemeente": "Vertraging komt voor rekening van de gemeente.",
        "elk de eigen kosten": "Elke partij draagt de kosten die zij zelf door vertraging heeft.",
    }


class Opzegrecht(Keuze, frozen=True):
    """Who may end the agreement before its time."""

    KEUZES: ClassVar = {
        "beide partijen": "Symmetrisch: beide kunnen op de genoemde gronden opzeggen.",
        "alleen het COA": "De gemeente zit vast, het COA niet. Zo was het in Zuidplas afgesproken.",
        "alleen de gemeente": "Het COA zit vast, de gemeente niet.",
        "geen van beide": "Beide partijen zitten de hele looptijd vast, behalve bij onvoorziene omstandigheden.",
    }


class Vertegenwoordiging(Keuze, frozen=True):
    """On what ground somebody signs for a party."""

    KEUZES: ClassVar = {
        "ambt": "De burgemeester (Gemeentewet 171, eerste lid) of de voorzitter van het bestuur van het COA "
        "(Wet COA 13) ondertekent zelf.",
        "volmacht": "Een ander ondertekent, in opdracht van de burgemeester (Gemeentewet 171, tweede lid) of met een "
        "volmacht van het COA; noem de datum en bewaar het stuk in het dossier.",
    }


class Tijdvak(Keuze, frozen=True):
    """How often figures are given."""

    KEUZES: ClassVar = {"maand": "Twaalf keer per jaar.", "kwartaal": "Vier keer per jaar."}


class Vergadersoort(Keuze, frozen=True):
    """What an entry of the meeting schedule is."""

    KEUZES: ClassVar = {
        "raad": "Een gewone raadsvergadering.",
        "commissie": "Een vergadering van de raadscommissie.",
        "extra avond": "Een avond op een andere dag dan gewoon; raad of commissie.",
        "reces": "Weken waarin niet wordt vergaderd, van ‘datum’ tot en met ‘tot’.",
        "rekendatum": "Geen vergadering: een dag om mee te rekenen.",
    }


class Geheimhouder(Keuze, frozen=True):
    """Who imposes secrecy (*geheimhouding*; Gemeentewet 87)."""

    KEUZES: ClassVar = {
        "het college": "Op een stuk van het college; aan de raad verstrekt, heft alleen de raad de geheimhouding op.",
        "de burgemeester": "Op een stuk van de burgemeester; verder als bij het college.",
        "de raad": "De raad legt haar op en heft haar op.",
        "een commissie": "Op een stuk van een commissie; verder als bij het college.",
    }


OPENBAAR, INTERN, GEHEIM = "openbaar", "intern", "geheim"


class Openbaarheid(Keuze, frozen=True):
    """Who may see a paper."""

    KEUZES: ClassVar = {
        OPENBAAR: "Iedereen mag het stuk zien; het komt in uitvoer/DOSSIER.",
        INTERN: "Niet geheim, maar ook niet openbaar; het komt in een eigen map (raadwerk bouw --geheim).",
        GEHEIM: "Onder geheimhouding (Gemeentewet 87); ‘geheimhouding’ zegt door wie, wanneer en waarom. Het komt in "
        "een eigen map (raadwerk bouw --geheim).",
    }


class Beslispuntsoort(Keuze, frozen=True):
    """Who decides a point that is put to the council."""

    KEUZES: ClassVar = {
        "besluit": "De raad beslist zelf.",
        "wensen en bedenkingen": "Het college beslist; de raad spreekt zich vooraf uit (Gemeentewet, artikel 169, "
        "vierde lid). De woorden van het punt zeggen wat het college van plan is.",
    }


class Wensenuitkomst(Keuze, frozen=True):
    """Whether the council has wishes (*wensen en bedenkingen*)."""

    KEUZES: ClassVar = {
        "geen": "De raad brengt geen wensen en bedenkingen ter kennis van het college.",
        "de volgende": "De raad brengt de wensen onder ‘wensen’ ter kennis van het college, die op elke wens reageert.",
    }


ONDERTEKEND = "ondertekend"


class Stukstatus(Keuze, frozen=True):
    """How far a paper is on its way: what begins as a concept and ends signed or dropped."""

    KEUZES: ClassVar = {
        "concept": "Nog niet definitief: het stuk draagt het watermerk ‘concept’ en is niet te bevriezen.",
        "college akkoord": "Het college heeft ermee ingestemd. Definitief, net als alles hierna.",
        "verzonden": "Naar de raad gestuurd; bevries het met ‘raadwerk bevries’.",
        "geagendeerd": "Het staat op de agenda van commissie of raad.",
        "behandeld": "De raad of commissie heeft het besproken.",
        "geamendeerd": "De raad heeft het gewijzigd; noteer wat er anders is en geef het een nieuwe versie.",
        "vastgesteld": "De raad of het college heeft het vastgesteld.",
        "ondertekend": "Getekend; vergelijk het getekende stuk met de bevroren versie (BV-TEKENVERSIE).",
        "vervallen": "Ingetrokken of achterhaald.",
    }


class Waardering(Keuze, frozen=True):
    """Whether a paper is kept for ever (*waardering*; the closed list of MDTO, where unknown is ‘Nader te bepalen’)."""

    KEUZES: ClassVar = {
        "blijvend te bewaren": "Het stuk gaat na de overbrengingstermijn naar de archiefbewaarplaats.",
        "tijdelijk te bewaren": "Het stuk wordt vernietigd als de bewaartermijn om is; noem die bij ‘bewaartermijn’.",
    }


class Woocategorie(Keuze, frozen=True):
    """A category of information that is published without being asked for (Woo 3.3): paragraph and letter."""

    KEUZES: ClassVar = {
        "1a": "Wetten en algemeen verbindende voorschriften.",
        "1b": "Overige besluiten van algemene strekking.",
        "1c": "Ontwerpen van regelgeving waarover advies is gevraagd.",
        "1d": "Organisatie en werkwijze.",
        "1e": "Bereikbaarheid.",
        "2a": "Stukken die bij de raad zijn ingekomen om te behandelen.",
        "2c": "Vergaderstukken en verslagen van de raad en zijn commissies.",
        "2d": "Agenda’s en besluitenlijsten van het college.",
        "2e": "Adviezen van externe colleges en commissies.",
        "2f": "Convenanten en dergelijke afspraken.",
        "2g": "Jaarplannen en jaarverslagen.",
        "2h": "Verplichtingen tot subsidie, anders dan met een beschikking.",
        "2i": "Woo-verzoeken en de besluiten daarop.",
        "2j": "Onderzoeken.",
        "2k": "Beschikkingen.",
        "2l": "Oordelen over klachten.",
    }
