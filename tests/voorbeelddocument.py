"""A small council paper with every node of the tree in it, for the tests of the writers."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

import yaml

from generator.document.nodes import (
    Aanvinkpunt,
    Antwoord,
    Argument,
    Artikel,
    Beslispunt,
    Beslispunten,
    Briefhoofd,
    BulletList,
    Cell,
    Cijfer,
    Citaat,
    Document,
    Emphasis,
    Footnote,
    FootnoteRef,
    Grafiek,
    Heading,
    Inline,
    Kader,
    Kenmerk,
    Kop,
    Lid,
    LineBreak,
    Link,
    ListItem,
    Meta,
    Moment,
    NumberedList,
    Ondertekenaar,
    Ondertekening,
    PageBreak,
    Paragraph,
    Row,
    Staaf,
    Strong,
    Table,
    Text,
    Tijdlijn,
    Toetslijst,
    Vraagpunt,
)
from generator.huisstijl import Huisstijl, Lettertype

HUISSTIJL = Path(__file__).parent.parent / "sjablonen" / "huisstijl"


def voorbeeldhuisstijl(*, word: bytes | None = None) -> Huisstijl:
    """The house style that comes with the product; `word` is a municipality's own Word reference."""
    gegevens = yaml.safe_load((HUISSTIJL / "huisstijl.yaml").read_text(encoding="utf-8"))
    letter = gegevens["lettertype"]
    bestanden = {snit: (HUISSTIJL / pad).read_bytes() for snit, pad in letter["bestanden"].items()}
    return Huisstijl(
        lettertype=Lettertype(letter["naam"], letter["word"], bestanden),
        kleuren=gegevens["kleuren"],
        reeksen=tuple(gegevens["reeksen"]),
        corps={naam: float(maat) for naam, maat in gegevens["corps"].items()},
        regelafstand=float(gegevens["regelafstand"]),
        marges={naam: float(maat) for naam, maat in gegevens["marges"].items()},
        logo=None,
        logo_alt="",
        typst=_tekst("document.typ"),
        html=_tekst("document.html.j2"),
        word=word,
    )


def _tekst(naam: str) -> str:
    """The text of a house style file; empty where it is not needed and not there."""
    bestand = HUISSTIJL / naam
    return bestand.read_text(encoding="utf-8") if bestand.exists() else ""


def voorbeeldbeelden() -> dict[str, bytes]:
    """A grey picture (1260 × 420 pixels, 160 × 53 mm at 200 dpi) for each picture of the sample paper."""
    plaatje = grijs_plaatje(1260, 420)
    return {"tijdlijn": plaatje, "grafiek": plaatje}


def grijs_plaatje(breedte: int, hoogte: int) -> bytes:
    """A PNG of one grey tone, of this many pixels."""

    def stuk(soort: bytes, inhoud: bytes) -> bytes:
        controle = zlib.crc32(soort + inhoud)
        return struct.pack(">I", len(inhoud)) + soort + inhoud + struct.pack(">I", controle)

    kop = struct.pack(">IIBBBBB", breedte, hoogte, 8, 0, 0, 0, 0)
    beeld = zlib.compress((b"\0" + b"\xc0" * breedte) * hoogte, 9)
    return b"\x89PNG\r\n\x1a\n" + stuk(b"IHDR", kop) + stuk(b"IDAT", beeld) + stuk(b"IEND", b"")


def alinea(*inhoud: Inline | str) -> Paragraph:
    """A paragraph; plain strings become text."""
    return Paragraph(tuple(Text(deel) if isinstance(deel, str) else deel for deel in inhoud))


def _taak(vorm: str = "getal") -> Cijfer:
    return Cijfer(
        "168" if vorm == "getal" else "honderdachtenzestig",
        "taak.totaal",
        vorm,
        afgeleid=True,
        uit=("taak.regulier", "taak.amv"),
    )


def _punten(*regels: str) -> tuple[ListItem, ...]:
    return tuple(ListItem((alinea(regel),)) for regel in regels)


def _rij(naam: str, regulier: Cijfer, amv: Cijfer, *, totaal: bool = False) -> Row:
    return Row(
        (Cell((Text(naam),), header=True), Cell((regulier,), align="right"), Cell((amv,), align="right")),
        total=totaal,
    )


KOP = Kop(
    documentsoort="Opiniërende nota",
    onderwerp=(Text("Duurzame opvang van asielzoekers in de gemeente Dalfsen"),),
    kenmerken=(
        Kenmerk("Zaaknummer", (Cijfer("[nog in te vullen: zaaknummer]", "stuk.zaaknummer", "tekst", open=True),)),
        Kenmerk("Raadscommissie", (Cijfer("20 januari 2025", "raad.commissie", "datum"),)),
        Kenmerk("Versie en status", (Cijfer("0.3", "stuk.versie", "tekst"), Text(", concept"))),
        Kenmerk(
            "Gevraagd",
            (
                Text(
                    "Uw opvattingen over vijf vraagstukken, zodat het college verder kan met de "
                    "voorbereiding van een besluit over de locatie."
                ),
            ),
        ),
    ),
)

TABEL = Table(
    header=Row(
        (
            Cell((Text("Soort opvang"),)),
            Cell((Text("Taak"),), align="right"),
            Cell((Text("Indicatief"),), align="right"),
        )
    ),
    rows=(
        _rij("Regulier", Cijfer("142", "taak.regulier", "getal"), Cijfer("160", "indicatie.regulier", "getal")),
        _rij(
            "Alleenstaande minderjarigen (amv)",
            Cijfer("26", "taak.amv", "getal"),
            Cijfer("30", "indicatie.amv", "getal"),
        ),
        _rij("Totaal", _taak(), Cijfer("190", "indicatie.totaal", "getal", afgeleid=True), totaal=True),
    ),
    caption=(Text("Wettelijke taak en indicatief aantal opvangplaatsen"),),
    number=1,
    label="tabel-taak",
    widths=(60, 20, 20),
    note=(Text("Bewerking gemeente; het besluit is leidend."),),
)

TIJDLIJN = Tijdlijn(
    momenten=(
        Moment(
            "2024-12-20",
            (Cijfer("20 december 2024", "verdeelbesluit.datum", "datum"),),
            (Text("Verdeelbesluit"),),
        ),
        Moment(
            "2025-01-31",
            (Cijfer("31 januari 2025", "bezwaar.einde", "datum", afgeleid=True),),
            (Text("Einde bezwaartermijn"),),
            soort="berekend",
        ),
    ),
    caption=(Text("De wettelijke stappen in de tijd"),),
    number=2,
    label="tijdlijn",
    alt=(
        Text("Tijdlijn: verdeelbesluit op "),
        Cijfer("20 december 2024", "verdeelbesluit.datum", "datum"),
        Text(", einde van de bezwaartermijn op "),
        Cijfer("31 januari 2025", "bezwaar.einde", "datum", afgeleid=True),
        Text("."),
    ),
)

GRAFIEK = Grafiek(
    reeksen=("Regulier", "Amv"),
    staven=(
        Staaf(
            "Taak",
            (Cijfer("142", "taak.regulier", "getal"), Cijfer("26", "taak.amv", "getal")),
            ("142", "26"),
        ),
        Staaf("Vechtstate", (Cijfer("90", "locatie.plaatsen", "getal"), None), ("90", None)),
    ),
    caption=(Text("Taak en plaatsen, regulier en amv apart"),),
    number=1,
    label="grafiek",
    alt=(
        Text("Staafdiagram: taak "),
        Cijfer("142", "taak.regulier", "getal"),
        Text(" regulier en "),
        Cijfer("26", "taak.amv", "getal"),
        Text(" amv."),
    ),
)


def voorbeelddocument() -> Document:
    """A paper of every node type, with every kind of fact: read, computed, open, and in words."""
    return Document(
        meta=Meta(
            titel="Opiniërende nota: Duurzame opvang van asielzoekers",
            documentsoort="Opiniërende nota",
            datum="2025-01-06",
            gemeente="Dalfsen",
            kenmerk="Dalfsen · Opiniërende nota · versie 0.3",
        ),
        blocks=(KOP, *_inleiding(), *_midden(), *_besluit(), *_overeenkomst(), TOETSLIJST, *_slot()),
        footnotes=(
            Footnote(
                1,
                (
                    alinea("De opiniërende nota noemt oktober ", Cijfer("2023", "gesprek.start", "jaar"), "."),
                    alinea("Het college houdt de vroegste vermelding aan."),
                ),
            ),
            Footnote(2, (alinea("Gemeentewet, ", Emphasis((Text("artikel 169"),)), "."),)),
        ),
    )


def voorbeeldbrief() -> Document:
    """A letter: another head, and otherwise a paper like the others."""
    return Document(
        meta=Meta(
            titel="Ontvangstbevestiging: Uw bezwaarschrift",
            documentsoort="Ontvangstbevestiging",
            datum="2025-01-06",
            gemeente="Dalfsen",
            kenmerk="Dalfsen · Ontvangstbevestiging · Z-2025-7",
        ),
        blocks=(
            Briefhoofd(
                documentsoort="Ontvangstbevestiging",
                onderwerp=(Text("Uw bezwaarschrift tegen de vergunning"),),
                afzender=(Text("Het college van burgemeester en wethouders"), LineBreak(), Text("van Dalfsen")),
                geadresseerde=(
                    Cijfer("J. Voorbeeld", "indiener.naam", "tekst"), LineBreak(),
                    Cijfer("Prinsenstraat 7", "indiener.adres", "tekst"), LineBreak(),
                    Text("DALFSEN"),
                ),
                kenmerken=(
                    Kenmerk("Ons kenmerk", (Cijfer("Z-2025-7", "zaak.nummer", "tekst"),)),
                    Kenmerk("Bijlagen", (Text("geen"),)),
                ),
            ),
            alinea("Geachte heer Voorbeeld,"),
            alinea("Wij ontvingen uw bezwaarschrift op ", Cijfer("6 januari 2025", "zaak.ontvangen", "datum"), "."),
            *_slot()[1:2],
        ),
    )  # fmt: skip


def _besluit() -> tuple:
    return (
        Heading(2, (Text("Beslispunten"),), "beslispunten", "5"),
        Beslispunten(
            (
                Beslispunt(1, "aantal", (alinea("te kiezen voor ", _taak(), " plaatsen, en daarbij:"),
                    NumberedList(_punten("één locatie aan te wijzen;", "het COA te horen."), letters=True))),
                Beslispunt(2, "looptijd", (alinea("de looptijd vast te leggen."),)),
            )
        ),
        Heading(2, (Text("Argumenten"),), "argumenten", "6"),
        Argument("argument", "aantal", "1.1", 3, "groot-genoeg", (Text("De locatie is groot genoeg"),),
                 (alinea("Zie ", Link((Text("beslispunt 1"),), "#aantal"), "."),)),
        Argument("kanttekening", "looptijd", "2.1", 3, "lange-looptijd", (Text("De looptijd is lang"),),
                 (alinea("Een kortere looptijd is duurder."),)),
    )  # fmt: skip


def _overeenkomst() -> tuple:
    return (
        Heading(2, (Text("Overeenkomst"),), "overeenkomst", "7"),
        Artikel(1, 3, "begrippen", (Text("Begrippen"),), (
            Lid(0, "wat-heet", (alinea("In deze overeenkomst wordt verstaan onder:"),
                NumberedList((*_punten("gemeente: de gemeente Dalfsen;"),
                             ListItem((alinea("COA: het Centraal Orgaan."),), "coa")), letters=True))),)),
        Artikel(2, 3, "artikel-looptijd", (Text("Looptijd"),), (
            Lid(1, "ingang", (alinea("De overeenkomst gaat in op ", Cijfer("1 mei 2025", "start", "datum"), "."),)),
            Lid(2, "", (alinea("Zij eindigt volgens ", Link((Text("artikel 2, eerste lid"),), "#ingang"), " of "
                , Link((Text("artikel 1"),), "#wat-heet"), " of "
                , Link((Text("artikel 1, onder b"),), "#coa"), "."),)))),
    )  # fmt: skip


TOETSLIJST = Toetslijst(
    (Text("Termijn en ontvangst"),), 2, "termijn",
    (
        Aanvinkpunt("op-tijd", (Text("Is het bezwaarschrift op tijd ontvangen?"),),
                    (Link((Text("Awb 6:9"),), "https://wetten.overheid.nl/BWBR0005537"),),
                    (Text("ontvangen op "), Cijfer("6 januari 2025", "zaak.ontvangen", "datum")), "ja",
                    (Text("volgens de feiten"),)),
        Aanvinkpunt("belang", (Text("Is de indiener belanghebbende?"),), (), (), "nog te beoordelen",
                    (Text("de jurist"),)),
        Aanvinkpunt("taal", (Text("Is een vertaling nodig?"),), (), (Text("in het Nederlands"),), "n.v.t."),
    ),
)  # fmt: skip


def _inleiding() -> tuple:
    return (
        Kader(
            (Text("Rol van de raad"),),
            2,
            "rol",
            (
                alinea("De raad geeft zijn opvattingen mee; het college besluit."),
                BulletList(_punten("U bespreekt de vraagstukken.", "U neemt nog geen besluit.")),
            ),
        ),
        Heading(2, (Text("Aanleiding"),), "aanleiding", "1"),
        alinea(
            "De minister heeft op ",
            Cijfer("20 december 2024", "verdeelbesluit.datum", "datum"),
            " het verdeelbesluit genomen. Dalfsen moet ",
            Strong((Text("ten minste "), _taak())),
            " opvangplaatsen mogelijk maken, in woorden ",
            _taak("woorden"),
            ".",
            FootnoteRef(1),
            " De verdeling staat in ",
            Link((Text("tabel 1"),), "#tabel-taak"),
            "; zie ook het ",
            Link(
                (
                    Text("verdeelbesluit in de Staatscourant van "),
                    Cijfer("2024", "verdeelbesluit.datum", "jaar"),
                ),
                "https://zoek.officielebekendmakingen.nl/stcrt-2024-1",
                feiten=("verdeelbesluit.datum",),
            ),
            ".",
        ),
        Citaat(
            (
                alinea("De raad verzoekt het college te onderzoeken of structurele opvang mogelijk is,"),
                alinea("en gaat over tot de orde van de dag."),
            ),
            (Text("Motie van "), Cijfer("20 november 2023", "motie.datum", "datum")),
        ),
        Heading(3, (Text("Wat er tot nu toe is gedaan"),), "gedaan", "1.1"),
        NumberedList(
            (
                *_punten("Gesprekken met het COA."),
                ListItem(
                    (
                        alinea("Een verkenning van locaties:"),
                        BulletList(_punten("Ambachtsweg", "Hof van Dalfsen")),
                    )
                ),
            )
        ),
        alinea("De tweede lijst begint verderop."),
        NumberedList(_punten("Derde stap.", "Vierde stap."), start=3),
    )


def _midden() -> tuple:
    return (
        Heading(2, (Text("Het verdeelbesluit"),), "verdeelbesluit", "2"),
        TABEL,
        alinea("Hierna volgt het beeld.", LineBreak(), "Op een nieuwe regel."),
        GRAFIEK,
        Heading(2, (Text("Vraagstukken"),), "vraagstukken", "3"),
        Vraagpunt(
            "2a",
            "vraag-2a",
            (Text("Kiest u voor één locatie met "), _taak(), Text(" plaatsen?")),
            (
                Antwoord("Ja", (Text("Het college werkt één locatie uit."),)),
                Antwoord("Ja, mits", (Text("Het college neemt uw voorwaarden over in het voorstel."),)),
                Antwoord(
                    "Nee, omdat",
                    (
                        Text("Het college onderzoekt twee locaties; zie "),
                        Link((Text("de aanleiding"),), "#aanleiding"),
                        Text("."),
                    ),
                ),
            ),
        ),
        Heading(2, (Text("Planning"),), "planning", "4"),
        TIJDLIJN,
    )


def _slot() -> tuple:
    naam = Cijfer("[nog in te vullen: naam van de secretaris]", "college.secretaris", "tekst", open=True)
    return (
        alinea("De raad kan om inlichtingen vragen.", FootnoteRef(2)),
        Ondertekening(
            (Text("Burgemeester en wethouders van Dalfsen,"),),
            (
                Ondertekenaar("de gemeentesecretaris", (naam,)),
                Ondertekenaar("de burgemeester", (Cijfer("E. van Lente", "college.burgemeester", "tekst"),)),
            ),
        ),
        PageBreak(),
        Heading(2, (Text("Bijlage 1 – Feitenoverzicht"),), "bijlage-1"),
        alinea("Het college heeft ", Emphasis((Text("alle"),)), " cijfers gecontroleerd."),
    )
