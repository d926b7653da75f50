"""The agreement (*bestuursovereenkomst*) of a municipality and the COA: its choices and figures, article by article.

What is marked `onmisbaar` no definitive agreement goes without. A file that leaves it out need not say so: it is an
open fact with the question that stands here, and shows as missing in the article that needs it. The clauses
themselves stand in the template, so that a choice here is a variant of a clause there.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Annotated, Any

from generator.feiten.feit import Feit
from generator.feiten.keuzes import (
    Exploitant,
    Gebruikstitel,
    Opvangduur,
    Opzegrecht,
    Overschrijding,
    Risicodrager,
    Startgebeurtenis,
    Telwijze,
    Tijdvak,
    Uitvoerder,
    Vergunningsmoment,
    Vergunningsprocedure,
    Vertegenwoordiging,
)
from generator.feiten.onderdeel import (
    AantalFeit,
    DatumFeit,
    DuurFeit,
    JaNeeFeit,
    Onderdeel,
    TekstFeit,
    VerwijzingFeit,
    onderdeel,
)
from generator.feiten.onderdelen import Begrip
from generator.feiten.waarden import Bedrag

VRAAG = "vraag"  # key in the metadata of a field: what has to be filled in


def onmisbaar(vraag: str = "") -> Any:  # noqa: ANN401 - as `dataclasses.field`
    """A field no agreement goes without: left out of the file, a fact is open with this `vraag`, a record all open."""
    return field(metadata={VRAAG: vraag})


@onderdeel
class Contractpartij(Onderdeel):
    """A legal person that enters into the agreement, and who signs for it (Gemeentewet 171; Wet COA 2 and 13)."""

    naam: TekstFeit = onmisbaar("naam van de rechtspersoon")
    zetel: TekstFeit = onmisbaar("plaats van vestiging")
    vertegenwoordiger: TekstFeit = onmisbaar("naam van wie ondertekent")
    functie: TekstFeit = onmisbaar("functie van wie ondertekent")
    grondslag: Annotated[Feit, Vertegenwoordiging] = onmisbaar("ambt of volmacht")
    volmacht: DatumFeit | None = None


@onderdeel
class Voorgelegd(Onderdeel):
    """A point on which the council was given one thing and another may come: both are facts with their own source."""

    was: VerwijzingFeit
    nu: VerwijzingFeit


@onderdeel
class Besluitvorming(Onderdeel):
    """The steps before signing, each with its day (Gemeentewet 160, 169 and 171)."""

    wensen_en_bedenkingen: JaNeeFeit = onmisbaar("of de raad eerst wensen en bedenkingen mag geven")
    voornemen: DatumFeit = onmisbaar("dag van het voorgenomen besluit van het college")
    raad: DatumFeit = onmisbaar("dag waarop de raad wensen en bedenkingen kon geven")
    raad_uitkomst: TekstFeit = onmisbaar("wat de raad aan wensen en bedenkingen gaf")
    raadsversie: TekstFeit = onmisbaar("versie van deze overeenkomst die de raad zag")
    voorgelegd: Mapping[str, Voorgelegd] = field(default_factory=dict)  # as long as no version of it is frozen
    college: DatumFeit = onmisbaar("dag van het definitieve besluit van het college")
    coa: DatumFeit = onmisbaar("dag van het besluit van het bestuur van het COA")
    ondertekening_gemeente: DatumFeit = onmisbaar("dag van ondertekening")
    ondertekeningsplaats_gemeente: TekstFeit = onmisbaar("plaats van ondertekening")
    ondertekening_coa: DatumFeit = onmisbaar("dag van ondertekening")
    ondertekeningsplaats_coa: TekstFeit = onmisbaar("plaats van ondertekening")


@onderdeel
class Opvang(Onderdeel):
    """What kind of reception, for whom, and who counts."""

    duur: Annotated[Feit, Opvangduur] = onmisbaar("duurzaam of tijdelijk")
    exploitant: Annotated[Feit, Exploitant] = onmisbaar("COA of gemeente")
    doelgroep: TekstFeit = onmisbaar("wie er wordt opgevangen")
    uitgesloten: TekstFeit | None = None
    telwijze: Annotated[Feit, Telwijze] = onmisbaar("wie als bewoner telt")
    telmoment: TekstFeit = onmisbaar("het moment waarop wordt geteld, bijvoorbeeld elke dag om middernacht")
    overschrijding: Annotated[Feit, Overschrijding] = onmisbaar("of het maximum tijdelijk mag worden overschreden")


@onderdeel
class Opvanglocatie(Onderdeel):
    """A place of the agreement: two capacity figures, never one, and what becomes of its permit."""

    adres: TekstFeit = onmisbaar("adres van de locatie")
    kadastraal: TekstFeit = onmisbaar("kadastrale gemeente, sectie en nummers")
    eigenaar: TekstFeit = onmisbaar("eigenaar van de grond")
    titel: Annotated[Feit, Gebruikstitel] = onmisbaar("huur, recht van opstal of koop")
    plaatsen: AantalFeit = onmisbaar("aantal capaciteitsplaatsen")
    bewoners: AantalFeit = onmisbaar("hoogste aantal bewoners")
    amv: AantalFeit = onmisbaar("aantal plaatsen voor alleenstaande minderjarige vreemdelingen")
    opening: DatumFeit | None = None
    aanvraag: DatumFeit | None = None
    vergund: DatumFeit | None = None
    in_werking: DatumFeit | None = None
    onherroepelijk: DatumFeit | None = None
    instandhouding_tot: DatumFeit | None = None


EINDE = "einde_overeenkomst"  # the last day of the term, by its name among the periods of the dossier


@onderdeel
class Looptijd(Onderdeel):
    """How long, and counted from what; `einddatum` is computed, and written only to be checked against a source."""

    duur: DuurFeit = onmisbaar("aantal jaren")
    start: Annotated[Feit, Startgebeurtenis] = onmisbaar("waarmee de looptijd begint")
    startdatum: DatumFeit = onmisbaar("dag waarop de looptijd begint")
    einddatum: DatumFeit | None = None


@onderdeel
class Vergunning(Onderdeel):
    """The permit under the Omgevingswet and who does what for it."""

    soort: TekstFeit = onmisbaar("soort vergunning")
    procedure: Annotated[Feit, Vergunningsprocedure] = onmisbaar("gewone of uitgebreide procedure")
    bindend_advies: JaNeeFeit = onmisbaar("of de raad bindend adviseert over deze vergunning")
    aanvrager: Annotated[Feit, Uitvoerder] = onmisbaar("wie de vergunning aanvraagt")
    leges: Annotated[Feit, Uitvoerder] = onmisbaar("wie de leges betaalt")
    moment: Annotated[Feit, Vergunningsmoment] = onmisbaar("verleend, in werking of onherroepelijk")


@onderdeel
class Realisatie(Onderdeel):
    """Building and furnishing."""

    duur: DuurFeit = onmisbaar("duur van bouw en inrichting")
    vanaf: TekstFeit = onmisbaar("vanaf welk moment de bouwtijd loopt")
    door: Annotated[Feit, Uitvoerder] = onmisbaar("COA of gemeente")
    risico: Annotated[Feit, Risicodrager] = onmisbaar("wie de kosten van vertraging draagt")


@onderdeel
class Beheer(Onderdeel):
    """Staff and guards: two things, each with its own answer."""

    bemensing_dag_en_nacht: JaNeeFeit = onmisbaar("of er dag en nacht medewerkers aanwezig zijn")
    permanente_beveiliging: JaNeeFeit = onmisbaar("of er permanent beveiliging is")
    contactpunt: TekstFeit = onmisbaar("telefoonnummer dat dag en nacht bereikbaar is")


@onderdeel
class Veiligheid(Onderdeel):
    """The safety plan and the meetings about it."""

    plan: DatumFeit = onmisbaar("datum van het veiligheidsplan")
    overleg_per_jaar: AantalFeit = onmisbaar("aantal keren per jaar veiligheidsoverleg")


@onderdeel
class Klankbordgroep(Onderdeel):
    """The group of neighbours that is heard."""

    samenstelling: TekstFeit = onmisbaar("wie er in de klankbordgroep zitten")
    voorzitter: TekstFeit = onmisbaar("wie de klankbordgroep voorzit")
    bijeenkomsten_per_jaar: AantalFeit = onmisbaar("aantal bijeenkomsten per jaar")
    start: TekstFeit = onmisbaar("wanneer de klankbordgroep begint")


@onderdeel
class Voorzieningen(Onderdeel):
    """School, care and activities."""

    zorgaanbieder: TekstFeit = onmisbaar("wie de medische zorg levert")
    partners: TekstFeit = onmisbaar("met welke organisaties activiteiten worden georganiseerd")


@onderdeel
class Vergoeding(Onderdeel):
    """An amount that one party pays the other; with the day on which it was set, for amounts are indexed."""

    omschrijving: TekstFeit
    bedrag: Annotated[Feit, Bedrag]
    betaler: Annotated[Feit, Uitvoerder]


@onderdeel
class Vergoedingen(Onderdeel):
    """What the Faciliteitenbesluit counts with (articles 3 and 4), and who pays what else.

    `faciliteitenbesluit` matters when the municipality runs the reception (Wet COA 3b): the parties then say whether
    they apply that decree, which is about reception by the COA.
    """

    faciliteitenbesluit: JaNeeFeit = onmisbaar("of partijen dat besluit toepassen als de gemeente exploiteert")
    permanent_bezet: AantalFeit = onmisbaar("negentig procent van de capaciteitsplaatsen")
    wooneenheden: AantalFeit = onmisbaar("een vijfde van de capaciteitsplaatsen")
    ontbrekende_voorzieningen: TekstFeit = onmisbaar("wie betaalt wat op deze locatie ontbreekt")
    bedragen: Mapping[str, Vergoeding] = field(default_factory=dict)


@onderdeel
class Evaluatie(Onderdeel):
    """Looking back, and what the council hears."""

    elke: DuurFeit = onmisbaar("om de hoeveel tijd wordt geëvalueerd")
    cijfers_per: Annotated[Feit, Tijdvak] = onmisbaar("maand of kwartaal")


@onderdeel
class Verlengingsafspraak(Onderdeel):
    """Extension: never tacit, always after the council was heard."""

    ten_hoogste: DuurFeit = onmisbaar("hoe lang verlenging ten hoogste duurt")
    melding: DuurFeit = onmisbaar("hoe lang vóór het einde een partij om verlenging vraagt")


@onderdeel
class Opzegging(Onderdeel):
    """Ending before the term is over."""

    recht: Annotated[Feit, Opzegrecht] = onmisbaar("wie tussentijds mag opzeggen")
    termijn_coa: DuurFeit = onmisbaar("opzegtermijn voor het COA")
    termijn_gemeente: DuurFeit = onmisbaar("opzegtermijn voor de gemeente")
    bij_ongeregeldheden: JaNeeFeit = onmisbaar("of de gemeente bij aanhoudende ernstige ongeregeldheden mag opzeggen")


@onderdeel
class Wijziging(Onderdeel):
    """Changed law and unforeseen circumstances: the duty to talk."""

    overlegtermijn: DuurFeit = onmisbaar("binnen welke tijd partijen overleggen")


@onderdeel
class Contractvoorbehoud(Onderdeel):
    """Conditions on which the agreement hangs."""

    raad: JaNeeFeit = onmisbaar("of de overeenkomst van instemming van de raad afhangt")
    raad_vervalt_op: DatumFeit | None = None
    vergunning_uiterlijk: DatumFeit = onmisbaar("dag waarop de vergunning er uiterlijk is")


@onderdeel
class Geschillen(Onderdeel):
    """Disagreement, from talk to court."""

    rechtbank: TekstFeit = onmisbaar("bevoegde rechtbank")
    boete: JaNeeFeit = onmisbaar("of er een boete staat op niet nakomen")


@onderdeel
class Ontmanteling(Onderdeel):
    """Clearing the site."""

    binnen_looptijd: JaNeeFeit = onmisbaar("of het ontmantelen binnen de looptijd valt")
    duur: DuurFeit = onmisbaar("duur van het ontmantelen")
    door: Annotated[Feit, Uitvoerder] = onmisbaar("wie ontmantelt en betaalt")
    staat: TekstFeit = onmisbaar("hoe het terrein wordt opgeleverd")


@onderdeel
class Overeenkomst(Onderdeel):
    """The agreement (overeenkomst.yaml); its records follow the articles."""

    citeertitel: TekstFeit = onmisbaar("citeertitel van de overeenkomst")
    gemeente: Contractpartij = onmisbaar()
    coa: Contractpartij = onmisbaar()
    besluitvorming: Besluitvorming = onmisbaar()
    begrippen: Mapping[str, Begrip] = field(default_factory=dict)  # besides those of the template
    opvang: Opvang = onmisbaar()
    locaties: Mapping[str, Opvanglocatie]
    looptijd: Looptijd = onmisbaar()
    vergunning: Vergunning = onmisbaar()
    realisatie: Realisatie = onmisbaar()
    beheer: Beheer = onmisbaar()
    veiligheid: Veiligheid = onmisbaar()
    klankbordgroep: Klankbordgroep = onmisbaar()
    voorzieningen: Voorzieningen = onmisbaar()
    vergoedingen: Vergoedingen = onmisbaar()
    evaluatie: Evaluatie = onmisbaar()
    verlenging: Verlengingsafspraak = onmisbaar()
    opzegging: Opzegging = onmisbaar()
    wijziging: Wijziging = onmisbaar()
    voorbehoud: Contractvoorbehoud = onmisbaar()
    geschillen: Geschillen = onmisbaar()
    ontmanteling: Ontmanteling = onmisbaar()
