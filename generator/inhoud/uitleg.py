"""What each record is, in Dutch, for editors that show it while somebody types (JSON Schema)."""

ONDERDELEN = {
    "Dossier": "De titel van het dossier, de dag waarop het recht wordt toegepast, en de stukken die eruit volgen.",
    "Gemeente": "De gemeente: haar namen, gewoonten en huisstijl.",
    "Bronstuk": "Een stuk, bericht of webpagina waarin feiten zijn gelezen.",
    "Indiener": "Een raadslid dat de motie indiende.",
    "Motie": "Een motie, woordelijk.",
    "Besluit": "Het besluit waar het dossier om draait.",
    "Tabelrij": "Eén gemeente in tabel 1 van het besluit.",
    "Locatie": "Een plek waar mensen worden opgevangen.",
    "Scenario": "Een scenario dat het college heeft verkend.",
    "Vraag": "Eén vraag aan de raad; haar tekst staat in teksten/.",
    "Vraagstuk": "Een onderwerp waarover de raad zijn mening geeft.",
    "Partij": "Een bestuursorgaan of organisatie met een rol in het dossier.",
    "Bijlage": "Een bijlage bij het stuk.",
    "Bevoegdheid": "Wie beslist wat, en op grond van welk artikel.",
    "Vergadering": "Een avond van raad of commissie, of een datum om mee te rekenen.",
    "Termijn": "Een termijn die wordt uitgerekend.",
    "Moment": "Een punt op de tijdlijn.",
    "Begrip": "Een begrip of afkorting, bij het eerste gebruik voluit.",
    "Stuk": "Een stuk van het dossier: soort, status, versie en data.",
}
