"""Facts against their sources: quotes looked up, figures without a fact, and the report of both."""

from __future__ import annotations

import io
import json
from decimal import Decimal
from pathlib import Path

import pypdf
import pytest

from generator.bronnen import Uitslag, check_citaten, find_losse_gegevens
from generator.errors import InvoerError
from generator.feiten.dossier import Bronstuk, Dossier, Gemeente
from generator.feiten.feit import Bron, Feit, Vermelding
from generator.feiten.waarden import Aantal, Datum, Datums, Duur, Tekst, Waarde
from generator.inhoud import load_dossier
from generator.inhoud.schijf import read_bestanden
from generator.lezers.pdf import read_paginas
from generator.verslagen import bronnen as verslag

WORTEL = Path(__file__).resolve().parents[1]
BRONNEN = WORTEL.parent / "shared" / "bronnen"


def tekst(woorden: str) -> Feit:
    return Feit(pad="", waarde=Tekst(woorden))


def feit(pad: str, waarde: Waarde, citaat: str = "", pagina: int = 1, stuk: str = "nota") -> Feit:
    return Feit(pad=pad, waarde=waarde, bronnen=(Bron(stuk, pagina, citaat),))


def dossier(*feiten: Feit) -> Dossier:
    """A dossier with one paper on file (nota.pdf), a web page, and these facts."""
    leeg = tekst("–")
    return Dossier(
        naam="proef", titel=leeg, toetsdatum=leeg, stukken={},
        gemeente=Gemeente(naam=leeg, provincie=leeg, burgemeester=leeg, secretaris=leeg, vergaderdag=leeg,
                          getalstijl=leeg, bespreekstuk=leeg, akkoordstuk=leeg),
        bronnen={
            "nota": Bronstuk(titel=leeg, soort=leeg, bestand=tekst("nota")),
            "brief": Bronstuk(titel=leeg, soort=leeg, bestand=tekst("brief")),
            "webpagina": Bronstuk(titel=leeg, soort=leeg),
        },
        feiten={feit.pad: feit for feit in feiten},
    )  # fmt: skip


def uitslag(citaat: str, *paginas: str, pagina: int = 1) -> Uitslag:
    [controle] = check_citaten(dossier(feit("a.b", Tekst("x"), citaat, pagina)), {"nota": paginas})
    return controle.uitslag


def losse(*paginas: str, feiten: tuple[Feit, ...] = (), bestand: str = "nota") -> list[tuple[str, str]]:
    return [(los.tekst, los.uitzondering) for los in find_losse_gegevens(dossier(*feiten), {bestand: paginas})]


# --- quotes ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("citaat", "bladzijde"),
    [
        ("168 opvangplaatsen", "Er komen 168 opvangplaatsen in Dalfsen."),
        ("de raad van de gemeente", "de raad\nvan   de\u00a0gemeente"),
        ("168 opvangplaatsen", "Er komen 168 opvang-\nplaatsen."),
        ("168 opvangplaatsen", "Er komen 168 opvang\u00adplaatsen."),
        ("Visie en aanpak ‘structurele opvang’", "Visie en aanpak 'structurele opvang'"),
        ('de "Wet gemeentelijke taak"', "de “Wet gemeentelijke taak”"),
        ("Perspectiefnota 2024-2027", "Perspectiefnota 2024–2027;"),
        ("één of enkele officiële", "e\u0301e\u0301n of enkele o\ufb03cie\u0308le"),
    ],
)
def test_a_quote_is_found_whatever_the_typesetting(citaat, bladzijde):
    assert Uitslag.GEVONDEN == uitslag(citaat, bladzijde)


def test_a_quote_that_runs_on_over_the_page_is_found_on_both():
    paginas = ("De taak is 168", "opvangplaatsen vóór 1 juli 2025.")
    assert Uitslag.GEVONDEN == uitslag("is 168 opvangplaatsen", *paginas, pagina=1)
    assert Uitslag.GEVONDEN == uitslag("is 168 opvangplaatsen", *paginas, pagina=2)


def test_a_quote_on_another_page_says_which():
    controles = check_citaten(dossier(feit("a.b", Tekst("x"), "zes weken", 1)), {"nota": ["een", "zes weken", "twee"]})
    assert [(Uitslag.ANDERE_PAGINA, (2,), False)] == [(c.uitslag, c.paginas, c.gevonden) for c in controles]


def test_a_quote_without_a_page_may_stand_anywhere():
    assert Uitslag.GEVONDEN == uitslag("zes weken", "een", "zes weken", pagina=0)


@pytest.mark.parametrize(
    ("citaat", "bladzijde"),
    [
        ("5 maart 2026", "op 25 maart 2026"),
        ("5 maart 202", "op 5 maart 2026"),
        ("26 plaatsen", "5.726 plaatsen"),
        ("787 plaatsen", "5.787 plaatsen"),
        ("totaal 5", "totaal 5.787"),
        ("raad van Dalfsen", "raad van dalfsen"),
    ],
)
def test_a_quote_is_not_found_inside_another_word_or_figure(citaat, bladzijde):
    assert Uitslag.NIET_GEVONDEN == uitslag(citaat, bladzijde)


def test_a_quote_that_is_not_there_shows_what_looks_like_it():
    inhoud = {"nota": ["Eerst iets anders.", "De gemeente moet 168 opvangplaatsen realiseren, zegt zij."]}
    [controle] = check_citaten(dossier(feit("a.b", Tekst("x"), "moet 186 opvangplaatsen realiseren", 2)), inhoud)
    assert controle.uitslag is Uitslag.NIET_GEVONDEN
    assert controle.paginas == (2,)
    assert "168 opvangplaatsen realiseren" in controle.lijkt_op


def test_a_quote_that_looks_like_nothing_shows_nothing():
    [controle] = check_citaten(dossier(feit("a.b", Tekst("x"), "zes weken na bekendmaking")), {"nota": ["Q", ""]})
    assert (Uitslag.NIET_GEVONDEN, (), "") == (controle.uitslag, controle.paginas, controle.lijkt_op)


def test_a_paper_that_is_not_in_the_folder_is_named():
    [controle] = check_citaten(dossier(feit("a.b", Tekst("x"), "woorden", stuk="brief")), {"nota": ["woorden"]})
    assert (Uitslag.NIET_IN_MAP, False) == (controle.uitslag, controle.gevonden)


def test_a_source_that_is_no_file_and_a_source_without_quote_are_no_faults():
    controles = check_citaten(
        dossier(feit("a.web", Tekst("x"), "woorden", stuk="webpagina"), feit("a.tabel", Tekst("x"), "")), {}
    )
    assert [(Uitslag.ZONDER_BESTAND, True), (Uitslag.ZONDER_CITAAT, True)] == [
        (c.uitslag, c.gevonden) for c in controles
    ]


def test_every_mention_of_a_fact_is_looked_up_and_each_source_once():
    een, twee = Bron("nota", 1, "ca 45"), Bron("nota", 1, "en 45")
    open_feit = Feit(
        pad="a.b",
        waarde=None,
        bronnen=(een,),
        vermeldingen=(Vermelding(Aantal(Decimal(45)), een), Vermelding(Aantal(Decimal(45)), twee)),
    )
    controles = check_citaten(dossier(open_feit), {"nota": ["ca 45 asielzoekers en 45 asielzoekers"]})
    assert [("ca 45", True), ("en 45", True)] == [(c.bron.citaat, c.gevonden) for c in controles]


# --- figures without a fact -----------------------------------------------------------------------


def test_a_date_and_a_number_that_no_fact_covers_are_found_with_their_context():
    [datum, getal] = find_losse_gegevens(dossier(), {"nota": ["niets", "Op 20 december 2024 kwamen er 92 reacties."]})
    assert ("nota", 2, "20 december 2024") == (datum.bestand, datum.pagina, datum.tekst)
    assert (getal.tekst, getal.regel) == ("92", "Op 20 december 2024 kwamen er 92 reacties.")


def test_a_figure_inside_a_quote_needs_no_other_fact():
    assert losse("er kwamen 92 reacties in 2024", feiten=(feit("a.b", Tekst("x"), "kwamen 92 reacties"),)) == [
        ("2024", "")
    ]


def test_a_figure_that_a_fact_of_the_same_page_has_as_its_value_is_covered():
    zeven, raad = feit("a.b", Duur(7, "jaar")), feit("a.c", Datums.lees("2023-07-03, 2023-07-06"))
    assert losse("zeven jaar, 7 jaar, op 3 en 6 juli 2023", feiten=(zeven, raad)) == []


def elders(*paginas: str, feiten: tuple[Feit, ...]) -> list[tuple[str, tuple[str, ...]]]:
    return [(los.tekst, los.elders) for los in find_losse_gegevens(dossier(*feiten), {"nota": paginas})]


def test_a_fact_covers_its_value_on_its_own_page_and_on_no_other():
    zeven = feit("a.b", Duur(7, "jaar"), pagina=2)
    assert elders("zeven plaatsen", "7 jaar", feiten=(zeven,)) == [("zeven", ("a.b",))]


def test_a_fact_of_a_paper_that_is_cited_without_a_page_covers_its_value_on_all():
    assert elders("zeven jaar", "7 jaar", feiten=(feit("a.b", Duur(7, "jaar"), pagina=0),)) == []


def test_a_mention_that_was_not_chosen_covers_its_own_page_too():
    nota, brief = Bron("nota", 1, ""), Bron("brief", 1, "")
    vermeldingen = (Vermelding(Aantal(Decimal(105)), nota), Vermelding(Aantal(Decimal(110)), brief))
    keuze = Feit(pad="a.b", waarde=Aantal(Decimal(110)), bronnen=(brief,), vermeldingen=vermeldingen)
    assert elders("105 mensen, 110 plaatsen", feiten=(keuze,)) == [("110", ())]


def test_a_quote_covers_the_page_that_its_fact_names_and_no_other():
    citaat = feit("a.b", Tekst("x"), "92 reacties", pagina=2)
    assert elders("92 reacties", "92 reacties", feiten=(citaat,)) == [("92", ())]


def test_a_day_of_any_paper_and_a_number_that_was_computed_are_told_along_but_cover_nothing():
    datum, toeval = feit("a.d", Datum.lees("2024-12-20"), stuk="brief"), feit("a.e", Aantal(Decimal(12)), stuk="brief")
    som = Feit(pad="a.s", waarde=Aantal(Decimal(150)), formule="a.x + a.y")
    assert elders("op 20 december 2024, of 20 december jl., 12 van 150", feiten=(datum, toeval, som)) == [
        ("20 december 2024", ("a.d",)),
        ("20 december", ("a.d",)),
        ("12", ()),
        ("150", ("a.s",)),
    ]


@pytest.mark.parametrize(
    ("bladzijde", "verwacht"),
    [
        ("volgens artikel 160 van de wet", [("160", "artikelnummer")]),
        ("2. Methode", [("2", "lijstnummer")]),
        ("Postbus 20301, 2500 EH Den Haag", [("20301", "postbus of postcode"), ("2500", "postbus of postcode")]),
        ("bel 088 715 70 00", [(deel, "telefoonnummer") for deel in ("088", "715", "70", "00")]),
        ("zie https://ris.dalfsen.nl/2024/19:30/x", [("2024/19:30/x", "webadres of e-mailadres")]),
        ("Pagina 2 van 3", [("2", "paginanummer"), ("3", "paginanummer")]),
        ("tekst\n7\n", [("7", "paginanummer")]),
        ("tekst\n7 weken", [("7", "")]),
    ],
)  # fmt: skip
def test_numbers_that_need_no_fact_are_given_with_the_reason(bladzijde, verwacht):
    assert verwacht == losse(bladzijde)


# --- PDF ------------------------------------------------------------------------------------------


def als_pdf(*paginas: str, wachtwoord: str = "") -> bytes:
    """A PDF with one line of plain text on each page."""
    schrijver = pypdf.PdfWriter()
    for regel in paginas:
        bladzijde = schrijver.add_blank_page(300, 100)
        letter = pypdf.generic.DictionaryObject(
            {
                pypdf.generic.NameObject("/Type"): pypdf.generic.NameObject("/Font"),
                pypdf.generic.NameObject("/Subtype"): pypdf.generic.NameObject("/Type1"),
                pypdf.generic.NameObject("/BaseFont"): pypdf.generic.NameObject("/Helvetica"),
            }
        )
        stroom = pypdf.generic.DecodedStreamObject()
        stroom.set_data(f"BT /F1 12 Tf 10 50 Td ({regel}) Tj ET".encode("latin-1"))
        namen = pypdf.generic.DictionaryObject({pypdf.generic.NameObject("/F1"): letter})
        bladzijde[pypdf.generic.NameObject("/Resources")] = pypdf.generic.DictionaryObject(
            {pypdf.generic.NameObject("/Font"): namen}
        )
        bladzijde[pypdf.generic.NameObject("/Contents")] = schrijver._add_object(stroom)  # noqa: SLF001 - pypdf has no other way
    if wachtwoord:
        schrijver.encrypt(wachtwoord)
    uit = io.BytesIO()
    schrijver.write(uit)
    return uit.getvalue()


def test_the_text_of_a_pdf_comes_page_by_page():
    assert ["De taak is 168", "", "opvangplaatsen"] == read_paginas(als_pdf("De taak is 168", "", "opvangplaatsen"))


@pytest.mark.parametrize(
    ("pdf", "zin"),
    [
        (b"", "bronnen/nota.pdf: het bestand is leeg"),
        (b"dit is geen pdf", "bronnen/nota.pdf: dit is geen leesbare pdf"),
        (als_pdf("x")[:200], "bronnen/nota.pdf: dit is geen leesbare pdf"),
        (als_pdf("x", wachtwoord="geheim"), "bronnen/nota.pdf: de pdf is met een wachtwoord beveiligd"),
    ],
)
def test_a_pdf_that_cannot_be_read_is_a_dutch_sentence(pdf, zin):
    with pytest.raises(InvoerError) as fout:
        read_paginas(pdf, "bronnen/nota.pdf")
    assert str(fout.value).startswith(zin)
    assert "raad:" in str(fout.value)


# --- report ---------------------------------------------------------------------------------------


def test_the_report_names_the_bad_news_first_and_then_counts():
    feiten = (
        feit("a.goed", Tekst("x"), "168 plaatsen"),
        feit("a.elders", Tekst("x"), "zes weken", 1),
        feit("a.fout", Tekst("x"), "moet 186 opvangplaatsen realiseren", 2),
        feit("a.weg", Tekst("x"), "woorden", stuk="brief"),
        feit("a.web", Tekst("x"), "woorden", stuk="webpagina"),
        *(feit(f"b.{naam}", Duur(6, "week"), "zes weken", 2) for naam in ("een", "twee", "drie", "vier", "vijf")),
    )
    inhoud = {"nota": ["168 plaatsen", "zes weken; moet 168 opvangplaatsen realiseren in 2024. Artikel 3.", "zes"]}
    zaak = dossier(*feiten)
    citaten, los = check_citaten(zaak, inhoud), find_losse_gegevens(zaak, inhoud)
    assert verslag.als_tekst(citaten, los).splitlines() == [
        "Bronstukken die niet als pdf of txt in de map liggen:",
        "- brief: 1 niet opgezocht",
        "",
        "Citaten die niet kloppen:",
        "- a.elders (nota, p. 1): “zes weken”",
        "  staat niet op pagina 1, maar op pagina 2",
        "- a.fout (nota, p. 2): “moet 186 opvangplaatsen realiseren”",
        "  staat er niet; het lijkt op pagina 2: “moet 168 opvangplaatsen realiseren”",
        "",
        "Getallen en datums in de bronstukken waar geen feit bij hoort:",
        "- nota, p. 2: ‘168’ in “… zes weken; moet 168 opvangplaatsen realiseren in 2024. Artikel …”",
        "- nota, p. 2: ‘2024’ in “… weken; moet 168 opvangplaatsen realiseren in 2024. Artikel 3. …”",
        "",
        "Gedekt door een feit met een andere vindplaats; kijk of dat feit hier bedoeld is:",
        "- nota, p. 3: ‘zes’ in “… zes …”",
        "  b.een, b.twee, b.drie en nog 2",
        "",
        "Citaten opgezocht: 8; op de genoemde pagina gevonden: 6.",
        "Op een andere pagina: 1.",
        "Niet gevonden: 1.",
        "Niet opgezocht, want het bronstuk ligt niet in de map: 1.",
        "Niet opgezocht, want de bron is geen bestand: 1 (webpagina).",
        "Getallen en datums zonder feit: 2.",
        "Gedekt door een feit met een andere vindplaats: 1.",
        "Zonder feit, en dat hoort zo: artikelnummer (1).",
    ]
    gegevens = json.loads(json.dumps(verslag.als_data(citaten, los)))
    assert ["gevonden", "andere pagina", "niet gevonden", "bronstuk niet in de map", "bronstuk zonder bestand"] == [
        citaat["uitslag"] for citaat in gegevens["citaten"][:5]
    ]
    assert [[1], [2], [], [], []] == [citaat["gevonden_op"] for citaat in gegevens["citaten"][:5]]
    assert ["168", "2024", "3", "zes"] == [los["tekst"] for los in gegevens["losse_gegevens"]]
    assert [0, 0, 0, 5] == [len(los["feiten_met_andere_vindplaats"]) for los in gegevens["losse_gegevens"]]


def test_when_all_is_well_the_report_only_counts():
    assert verslag.als_tekst([], []) == (
        "Citaten opgezocht: 0; op de genoemde pagina gevonden: 0.\nGetallen en datums zonder feit: 0."
    )


# --- the real sources -----------------------------------------------------------------------------


@pytest.mark.skipif(not BRONNEN.is_dir(), reason="de map met bronstukken ligt hier niet")
@pytest.mark.parametrize("soort", ["pdf", "txt"])
def test_every_quote_of_the_dalfsen_dossier_stands_where_its_fact_says(soort):
    dalfsen = load_dossier(read_bestanden(WORTEL, "dalfsen"), "dalfsen")
    namen = sorted(stuk.bestand.woorden for stuk in dalfsen.bronnen.values() if stuk.bestand)
    paginas = {
        naam: read_paginas((BRONNEN / f"{naam}.pdf").read_bytes())
        if soort == "pdf"
        else (BRONNEN / f"{naam}.txt").read_text(encoding="utf-8").split("\f")
        for naam in namen
    }
    controles = check_citaten(dalfsen, paginas)
    assert [] == [(c.feit, c.uitslag, c.lijkt_op) for c in controles if not c.gevonden]
    assert len(controles) > 200
    los = [gegeven for gegeven in find_losse_gegevens(dalfsen, paginas) if not gegeven.uitzondering]
    assert len(los) < 20
