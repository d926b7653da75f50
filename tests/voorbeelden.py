"""A dossier small enough to see at once, as files; tests change a line of it and look what follows."""

from __future__ import annotations

from generator import keten
from generator.inhoud import load_dossier
from generator.meegeleverd import read_meegeleverd

NAAM = "proef"

BESTANDEN = {
    "gemeente.yaml": """\
naam: Proefstad
provincie: Overijssel
burgemeester: {open: naam van de burgemeester}
secretaris: {open: naam van de secretaris}
vergaderdag: maandag
getalstijl: taalunie
bespreekstuk: bespreekstuk
akkoordstuk: akkoordstuk
""",
    "dossier.yaml": """\
titel: Een proef
toetsdatum: 2025-01-13
stukken:
  nota:
    soort: proefnota
    onderwerp: Een proef
    status: concept
    versie: "0.1"
    zaaknummer: Z-2025-1
    portefeuillehouder: {open: naam en functie}
    datum_college: 2025-01-07
    openbaarheid: openbaar
    rol_raad: opiniërend
""",
    "bronnen.yaml": """\
nota: {titel: De nota, soort: nota, bestand: nota, paginas: 9}
brief: {titel: De brief, soort: brief, bestand: brief, paginas: 2}
""",
    "cijfers.yaml": """\
noord:
  waarde: 105
  circa: ja
  eenheid: bewoner/bewoners
  bron: {stuk: nota, pagina: 3, citaat: circa 105 bewoners}
zuid:
  waarde: 45
  eenheid: bewoner/bewoners
  bron: {stuk: nota, pagina: 3, citaat: 45 bewoners}
samen:
  formule: cijfers.noord + cijfers.zuid
""",
    "datums.yaml": """\
besluit:
  waarde: 2024-12-20
  bron: {stuk: brief, pagina: 1, citaat: 20 december 2024}
""",
    "vaststellingen.yaml": """\
aanwezig: {waarde: ja, bron: {stuk: nota, pagina: 1, citaat: is aanwezig}}
""",
    "sjablonen/proefnota.md.j2": """\
::: kop
Proefnota

# {{ stuk.onderwerp }}

- **Zaaknummer**: {{ stuk.zaaknummer }}
:::

""",
}

# The same with a value of every kind, to change.
MET_GELD = BESTANDEN | {
    "gemeente.yaml": BESTANDEN["gemeente.yaml"] + "raadsleden: 21\n",
    "cijfers.yaml": BESTANDEN["cijfers.yaml"]
    + """\
hof:
  vermeldingen:
    - {waarde: 45, circa: ja, bron: {stuk: nota, pagina: 3, citaat: ca 45 asielzoekers}}
    - {waarde: 45, bron: {stuk: nota, pagina: 7, citaat: en 45 asielzoekers.}}
  keuze: 45
  reden: "De ene vermelding is circa, de andere niet; wie circa zegt, weet het niet precies."
prijs:
  waarde: € 812.500
  bron: {stuk: nota}
deel:
  waarde: 90%
  bron: {stuk: nota}
diepte:
  waarde: -2
  eenheid: meter
  bron: {stuk: nota}
grens:
  waarde: "> 100"
  bron: {stuk: nota}
""",
}

# The same with a raadsvoorstel and the besluit that belongs to it, each from a template of a few lines.
VOORSTEL = BESTANDEN | {
    "dossier.yaml": BESTANDEN["dossier.yaml"]
    + """\
  voorstel:
    soort: raadsvoorstel-proef
    onderwerp: Een voorstel
    status: concept
    versie: "0.1"
    zaaknummer: Z-2025-2
    nummer: "2025-17"
    portefeuillehouder: {open: naam en functie}
    datum_college: 2025-01-14
    openbaarheid: openbaar
    rol_raad: besluitvormend
    bijlagen: {besluit: bijlagen.besluit}
  besluit:
    soort: besluit-proef
    onderwerp: Een voorstel
    status: concept
    versie: "0.1"
    zaaknummer: Z-2025-2
    nummer: "2025-17"
    portefeuillehouder: {open: naam en functie}
    datum_college: 2025-01-14
    openbaarheid: openbaar
    rol_raad: besluitvormend
    voorstel: stukken.voorstel
""",
    "bijlagen.yaml": "besluit: {titel: Ontwerpbesluit, papier: stukken.besluit, openbaar: ja, aanwezig: ja}\n",
    "bevoegdheden.yaml": """\
begroting: {orgaan: Raad, beslist: de begroting, artikel: "Gemeentewet, artikel 189"}
wensen: {orgaan: Raad, beslist: wensen en bedenkingen, artikel: "Gemeentewet, artikel 169, vierde lid"}
college: {orgaan: College, beslist: de overeenkomst, artikel: "Gemeentewet, artikel 160, eerste lid"}
""",
    "beslispunten.yaml": """\
geld: {soort: besluit, bevoegdheid: bevoegdheden.begroting}
brug: {soort: wensen en bedenkingen, bevoegdheid: bevoegdheden.wensen, uitkomst: geen}
""",
    "teksten/beslispunten-geld.md": "het krediet beschikbaar te stellen.\n",
    "teksten/beslispunten-brug.md": "het voornemen om de overeenkomst te sluiten.\n",
    "sjablonen/raadsvoorstel-proef.md.j2": """\
::: kop
Raadsvoorstel

# {{ stuk.onderwerp }}

- **Zaaknummer**: {{ stuk.zaaknummer }}
:::

{% for punt in beslispunten %}
{% include "onderdelen/beslispunt.md.j2" %}

{% endfor %}
## Argumenten

::: argument {bij=geld}
### Het kan
Er is geld.
:::

::: kanttekening {bij=geld}
### Het kan niet anders
Een alternatief is er wel.
:::

::: argument {bij=brug}
### Het moet
Zonder brug geen weg.
:::

::: kanttekening {bij=brug}
### Er zijn alternatieven
Een tunnel.
:::

""",
    "sjablonen/besluit-proef.md.j2": """\
::: kop
Raadsbesluit

# {{ stuk.onderwerp }}

- **Zaaknummer**: {{ stuk.zaaknummer }}
:::

{% for punt in beslispunten %}
{% include "onderdelen/beslispunt.md.j2" %}

{% endfor %}
""",
}


def bestanden(basis: dict[str, str] = BESTANDEN, /, **anders: str) -> dict[str, bytes]:
    """The files of `basis`; `anders` replaces (``cijfers="…"``) or removes (``None``) one by its stem."""
    uit = dict(basis)
    for stam, inhoud in anders.items():
        naam = stam if "." in stam else f"{stam}.yaml"
        uit[naam] = inhoud
    return {
        naam if naam == "gemeente.yaml" else f"inhoud/{NAAM}/{naam}": inhoud.encode()
        for naam, inhoud in uit.items()
        if inhoud is not None
    }


def dossier(**anders: str):
    """The mini dossier, read."""
    return load_dossier(bestanden(**anders), NAAM)


def boom(markdown: str, *, hoofd: str = BESTANDEN["sjablonen/proefnota.md.j2"], **anders: str):
    """The paper of the mini dossier whose template begins with `hoofd` and ends in `markdown`, as a tree."""
    sjabloon = hoofd + markdown
    gelezen = keten.lees(bestanden(**{"sjablonen/proefnota.md.j2": sjabloon}, **anders), read_meegeleverd(""), NAAM)
    return keten.maak_bomen(gelezen)["nota"]
