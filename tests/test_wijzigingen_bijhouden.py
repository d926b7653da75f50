"""Tracked changes: accepting all gives the new paper, rejecting all the old one, and each says which fact moved."""

import json
import os
import re
import shutil
import subprocess
import zipfile
from io import BytesIO

import pytest
from conftest import WORTEL
from hypothesis import Phase, given, settings
from lxml import etree
from msgspec.structs import replace
from openxml_audit import OpenXmlValidator
from paren import paren
from spoor import Papier, W, accepteer, lees_pagina, weiger
from voorbeelddocument import alinea, voorbeeldbeelden, voorbeeldbrief, voorbeelddocument, voorbeeldhuisstijl

from generator.cli.verschil import lees_toestand
from generator.document.nodes import (
    Cell,
    Cijfer,
    Citaat,
    Document,
    Footnote,
    Heading,
    ListItem,
    NumberedList,
    Row,
    Table,
    Text,
    Vraagpunt,
)
from generator.document.oorzaken import Oorzaken
from generator.errors import InvoerError
from generator.inhoud.schijf import read_bestanden
from generator.schrijvers import html
from generator.schrijvers.docx import write
from generator.schrijvers.docx.revisions import write_revisions

STIJL, BEELDEN = voorbeeldhuisstijl(), voorbeeldbeelden()


def spoor(oud, nieuw, oorzaken=None, **meer) -> bytes:
    keuzes = {"auteur": "Griffie", "datum": "2025-01-06"} | meer
    return write_revisions(oud, nieuw, STIJL, (BEELDEN, BEELDEN), oorzaken or Oorzaken({}), **keuzes)


def papier(document) -> Papier:
    return Papier(write(document, STIJL, BEELDEN))


def deel(bestand: bytes, naam: str = "word/document.xml") -> etree._Element:
    return etree.fromstring(zipfile.ZipFile(BytesIO(bestand)).read(naam))


def geldig(bestand: bytes, tmp_path) -> list[str]:
    (tmp_path / "stuk.docx").write_bytes(bestand)
    return [fout.description for fout in OpenXmlValidator().validate(tmp_path / "stuk.docx").errors]


# --- the contract ---------------------------------------------------------------------------------------------


# To make a failing pair smaller takes minutes and seldom helps: the first one found is shown.
@settings(max_examples=settings().max_examples // 5, phases=(Phase.explicit, Phase.generate), derandomize=True)
@given(paren())
def test_accepting_all_gives_the_new_paper_and_rejecting_all_the_old_one(paar):
    oud, nieuw = paar
    bestand = spoor(oud, nieuw)

    assert papier(nieuw).alles == accepteer(bestand).alles
    assert papier(oud).alles == weiger(bestand).alles


@settings(max_examples=settings().max_examples // 8, phases=(Phase.explicit, Phase.generate), derandomize=True)
@given(paren())
def test_on_the_screen_too_the_new_paper_is_what_stays_and_comes_and_the_old_what_stays_and_went(paar):
    """Digits apart: a note that stays has the number of the new paper."""
    oud, nieuw = paar
    pagina = html.write_spoor(oud, nieuw, STIJL, ({}, {}), Oorzaken({}))

    assert lees_pagina(html.write(nieuw, STIJL, {})) == lees_pagina(pagina, "del")
    assert re.sub(r"\d", "", lees_pagina(html.write(oud, STIJL, {}))) == re.sub(r"\d", "", lees_pagina(pagina, "ins"))


@pytest.mark.parametrize("wissel", [False, True])
def test_a_paper_of_every_kind_of_block_can_become_a_letter(wissel, tmp_path):
    oud, nieuw = (voorbeelddocument(), voorbeeldbrief())[:: -1 if wissel else 1]
    bestand = spoor(oud, nieuw)

    assert papier(nieuw) == accepteer(bestand)
    assert papier(oud) == weiger(bestand)
    assert [] == geldig(bestand, tmp_path)


# --- every kind of change ---------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def verbouwd() -> tuple[Document, Document]:
    """The paper of every kind of block, and what it became: rows, items, answers, a heading, a note changed."""

    def verbouw(blok):
        match blok:
            case Table(rows=(eerste, _, *rest)):
                rij = Row((Cell((Text("Statushouders"),)), Cell((Text("12"),)), Cell((Text("10"),))))
                return (replace(blok, rows=(eerste, rij, *rest)),)
            case NumberedList(items, start=3):
                return (replace(blok, items=(*items, ListItem((alinea("Vijfde stap."),)))),)
            case Heading(label="planning"):
                return (replace(blok, number="5"),)
            case Vraagpunt():
                return (replace(blok, antwoorden=blok.antwoorden[:2]),)
            case Citaat():
                return blok, alinea("Een nieuwe alinea.")
            case _:
                return (blok,)

    oud = voorbeelddocument()
    noot = Footnote(1, (alinea("De nota noemt november ", Cijfer("2022", "gesprek.start", "jaar"), "."),))
    blokken = tuple(nieuw for blok in oud.blocks for nieuw in verbouw(blok))
    return oud, replace(oud, blocks=blokken, footnotes=(noot, oud.footnotes[1]))


@pytest.fixture(scope="module")
def verbouwing(verbouwd) -> bytes:
    return spoor(*verbouwd, Oorzaken({"gesprek.start": "Begin van de gesprekken: 2023 → 2022. Bron: brief."}))


def gemerkt(bestand: bytes, pad: str, naam: str = "word/document.xml") -> list[str]:
    return [
        "".join(node.itertext(f"{W}t", f"{W}delText")) for node in deel(bestand, naam).iterfind(pad, {"w": W[1:-1]})
    ]


def test_each_kind_of_change_is_tracked_as_word_tracks_it(verbouwing):
    assert ["Een nieuwe alinea.", "Vijfde stap."] == gemerkt(verbouwing, ".//w:p[w:pPr]/w:pPr/w:rPr/w:ins/../../..")[:2]
    assert ["Alleenstaande minderjarigen (amv)2630"] == gemerkt(verbouwing, ".//w:tr/w:trPr/w:del/../..")
    assert ["Statushouders1210"] == gemerkt(verbouwing, ".//w:tr/w:trPr/w:ins/../..")
    assert "4" in gemerkt(verbouwing, ".//w:p/w:del")
    assert "5" in gemerkt(verbouwing, ".//w:p/w:ins")
    assert "oktober 2023" in gemerkt(verbouwing, ".//w:p/w:del", "word/footnotes.xml")


def _met_alinea(*zin) -> Document:
    brief = voorbeeldbrief()
    return replace(brief, blocks=(*brief.blocks, alinea(*zin)))


# What stays between two changes goes with them only when it is less than both: "zijn" does, "van deze maxima" does not.
HERSCHREVEN = (
    ("Op de locatie zijn ten hoogste 190 plaatsen, en de bezetting is ten hoogste 200. Elk van deze maxima geldt zo.",
     "Ten hoogste zijn er, en elk van deze maxima geldt zo:",
     ["Op de locatie zijn ten hoogste 190 plaatsen, en de bezetting is ten hoogste 200. Elk", "."],
     ["Ten hoogste zijn er, en elk", ":"]),
    ("Er zijn 168 plaatsen, waarvan 26 voor amv.", "Er zijn 158 plaatsen, waarvan 16 voor amv.",
     ["168", "26"], ["158", "16"]),
)  # fmt: skip


@pytest.mark.parametrize(("was", "wordt", "weg", "erbij"), HERSCHREVEN)
def test_a_phrase_of_which_most_words_change_is_replaced_as_a_whole(was, wordt, weg, erbij):
    oud, nieuw = _met_alinea(was), _met_alinea(wordt)
    bestand = spoor(oud, nieuw)
    pagina = html.write_spoor(oud, nieuw, STIJL, ({}, {}), Oorzaken({})).decode()

    assert weg == gemerkt(bestand, ".//w:p/w:del")
    assert erbij == gemerkt(bestand, ".//w:p/w:ins")
    assert weg == re.findall(r"<del>(.*?)</del>", pagina)[1:]  # the first one stands in what explains them
    assert erbij == re.findall(r"<ins>(.*?)</ins>", pagina)[1:]
    assert papier(oud).alles == weiger(bestand).alles
    assert papier(nieuw).alles == accepteer(bestand).alles


def test_what_is_rebuilt_can_be_accepted_and_rejected(verbouwd, verbouwing):
    assert papier(verbouwd[0]) == weiger(verbouwing)
    assert papier(verbouwd[1]) == accepteer(verbouwing)


def test_a_changed_note_is_explained_where_the_text_refers_to_it(verbouwing):
    opmerkingen = gemerkt(verbouwing, ".//w:comment", "word/comments.xml")
    nummer = opmerkingen.index("Begin van de gesprekken: 2023 → 2022. Bron: brief.")
    alineas = [
        node for node in deel(verbouwing).iter(f"{W}p")
        if node.find(f".//{W}commentReference[@{W}id='{nummer}']") is not None
    ]  # fmt: skip

    assert 1 == len(alineas)
    assert alineas[0].find(f".//{W}footnoteReference[@{W}id='1']") is not None


def test_a_change_without_a_changed_fact_says_so(verbouwing):
    assert "Geen feit is veranderd: een andere tekst, een ander sjabloon of een andere nummering." in gemerkt(
        verbouwing, ".//w:comment", "word/comments.xml"
    )


def test_two_papers_that_are_equal_give_a_file_without_changes(verbouwd):
    bestand = spoor(verbouwd[0], verbouwd[0])

    assert b"<w:ins " not in zipfile.ZipFile(BytesIO(bestand)).read("word/document.xml")
    assert "word/comments.xml" not in zipfile.ZipFile(BytesIO(bestand)).namelist()


def test_the_same_two_papers_give_the_same_bytes(verbouwd, verbouwing):
    assert verbouwing == spoor(
        *verbouwd, Oorzaken({"gesprek.start": "Begin van de gesprekken: 2023 → 2022. Bron: brief."})
    )


# --- where it may go --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("pad", "stukken", "melding"),
    [
        ("twee.docx", ["nota", "besluit"], "er zijn 2 gewijzigde stukken (nota, besluit)"),
        ("er-is-al.docx", ["nota"], "dit bestand bestaat al"),
        ("weg/nota.docx", ["nota"], "deze map bestaat niet"),
        ("lijst.txt", ["nota"], "hier ligt een bestand waar een map hoort"),
        ("proef.txt", ["nota"], "een bestand op .txt kan Raadwerk hier niet schrijven"),
        ("proef.DOCX", ["nota"], "noem een bestand dat eindigt op .docx, of een map"),
        ("vol", ["nota"], "in deze map liggen andere bestanden"),
        ("gebouwd", ["nota"], "in deze map liggen andere bestanden"),
        ("inhoud", ["nota"], "daar komen geen stukken bij"),
        ("inhoud/proef/wijzigingen", ["nota"], "daar komen geen stukken bij"),
        ("inhoud/proef.docx", ["nota"], "daar komen geen stukken bij"),
        ("inhoud/proef/bevroren/nota/1.0/nota.docx", ["nota"], "daar komen geen stukken bij"),
    ],
)
def test_nothing_of_somebody_else_is_overwritten(tmp_path, pad, stukken, melding):
    from generator.cli.spoor.plaats import eis_plaats

    (tmp_path / "er-is-al.docx").touch()
    (tmp_path / "lijst.txt").touch()
    (tmp_path / "vol").mkdir()
    (tmp_path / "vol/brief.docx").touch()
    (tmp_path / "inhoud/proef").mkdir(parents=True)
    (tmp_path / "inhoud/proef/dossier.yaml").touch()
    (tmp_path / "gebouwd").mkdir()
    (tmp_path / "gebouwd/manifest.json").write_text('{"invoer": {}, "uitvoer": {}}')
    with pytest.raises(InvoerError) as fout:
        eis_plaats(tmp_path / pad, "docx", stukken)

    assert melding in f"{fout.value} {[een.raad for een in fout.value.fouten]}"


def test_a_folder_may_be_called_after_a_version(tmp_path):
    from generator.cli.spoor.plaats import eis_plaats

    eis_plaats(tmp_path / "wijzigingen-0.2", "docx", ["nota", "besluit"])


def test_of_a_secret_paper_nothing_is_written_and_no_fact_is_named(dalfsen, tmp_path):
    from generator.cli.spoor import Spoorkeuzes, schrijf_spoor, toestand
    from generator.verschil import vergelijk

    def met_geheim(stand):
        stukken = {naam: stand.stukken[naam] for naam in ("raadsvoorstel", "bestuursovereenkomst")}
        boom = stukken["bestuursovereenkomst"]
        stukken["bestuursovereenkomst"] = replace(boom, meta=replace(boom.meta, openbaarheid="geheim"))
        return replace(stand, stukken=stukken)

    oud, nieuw = map(met_geheim, dalfsen)
    uitslag = vergelijk(toestand(oud), toestand(nieuw))
    keuzes = Spoorkeuzes(docx=tmp_path / "wijzigingen", was_wordt=tmp_path / "lijst.md")
    regels = schrijf_spoor(oud, nieuw, uitslag, keuzes)

    assert "bestuursovereenkomst: dit stuk is niet openbaar; daarvan is niets geschreven" in regels
    assert ["manifest.json", "raadsvoorstel-wijzigingen.docx"] == sorted(
        pad.name for pad in (tmp_path / "wijzigingen").iterdir()
    )
    assert "overeenkomst" not in (tmp_path / "lijst.md").read_text(encoding="utf-8").lower()


def test_a_variant_makes_no_redline_of_a_paper_in_which_only_its_name_changes(dalfsen):
    from generator.cli.spoor import _kies_stukken, toestand
    from generator.verschil import vergelijk

    def met_merk(stand):
        stukken = {}
        for naam in ("raadsbesluit", "oplegger"):
            kop, *rest = stand.stukken[naam].blocks
            merk = replace(kop, documentsoort=f"{kop.documentsoort}, variant: proef")
            stukken[naam] = replace(stand.stukken[naam], blocks=(merk, *rest))
        return replace(stand, stukken=stukken)

    oud = replace(dalfsen[0], stukken={naam: dalfsen[0].stukken[naam] for naam in ("raadsbesluit", "oplegger")})
    nieuw = met_merk(dalfsen[0])

    assert ([], []) == _kies_stukken(oud, nieuw, vergelijk(toestand(oud), toestand(nieuw)))


def test_a_redline_that_somebody_edited_is_set_aside_and_named(tmp_path):
    from generator.cli.spoor.plaats import schrijf

    paden = {"docx": tmp_path / "wijzigingen"}
    schrijf({("docx", "nota.docx"): b"een"}, paden)
    (tmp_path / "wijzigingen/nota.docx").write_bytes(b"met de hand")
    regels = schrijf({("docx", "nota.docx"): b"twee"}, paden)

    assert "bewerkt/nota.docx: dit bestand was met de hand gewijzigd en is opzij gezet" in regels
    assert b"met de hand" == (tmp_path / "wijzigingen/bewerkt/nota.docx").read_bytes()
    assert b"twee" == (tmp_path / "wijzigingen/nota.docx").read_bytes()


# --- the papers of Dalfsen --------------------------------------------------------------------------------------


def test_a_title_that_stays_the_same_is_not_struck_where_the_kind_of_paper_changes(dalfsen):
    kop, *rest = dalfsen[0].stukken["raadsbesluit"].blocks
    oud = dalfsen[0].stukken["raadsbesluit"]
    merk = replace(kop, documentsoort="Concept ter bespreking in het presidium, variant: latere start van de locatie")
    nieuw = replace(oud, blocks=(merk, *rest))

    pagina = html.write_spoor(oud, nieuw, STIJL, ({}, {}), Oorzaken({})).decode()
    titels = re.findall(r"<h1.*?</h1>", pagina, re.DOTALL)

    assert "latere start van de locatie" in pagina
    assert len(titels) == 1
    assert "<del" not in titels[0]
    assert "<ins" not in titels[0]


@pytest.fixture(scope="module")
def dalfsen():
    """Dalfsen as it is, and if it got no amv-plaatsen, for ten years: figures change and parts drop out."""
    bestanden = read_bestanden(WORTEL, "dalfsen")
    anders = {"verdeelbesluit.taak_amv": "0", "duren.looptijd": "10 jaar"}
    return lees_toestand(bestanden, "dalfsen"), lees_toestand(bestanden, "dalfsen", stel=anders)


@pytest.fixture(scope="module")
def gemaakt(dalfsen, tmp_path_factory):
    """The redlines of Dalfsen by name, made through the front door of the command."""
    from generator.cli.spoor import Spoorkeuzes
    from generator.cli.verschil import toon_verschil

    map_ = tmp_path_factory.mktemp("spoor") / "wijzigingen"
    lijst = map_.parent / "was-wordt.md"
    keuzes = Spoorkeuzes(docx=map_, html=map_, was_wordt=lijst, auteur="Griffie Dalfsen")
    assert 1 == toon_verschil(*dalfsen, spoor=keuzes)
    return {pad.name: pad.read_bytes() for pad in (lijst, *map_.iterdir())}


@pytest.fixture(scope="module")
def sporen(gemaakt):
    """The Word files among them, by the name of the paper."""
    return {naam[:-17]: bestand for naam, bestand in gemaakt.items() if naam.endswith("-wijzigingen.docx")}


def als_word(stand, naam) -> bytes:
    """The paper `naam` of Dalfsen in a plain Word file, its figures as text."""
    from generator.keten import lees_huisstijl
    from generator.keten.zetterij import _plaatjes
    from generator.schrijvers.beeld import render_beelden

    stijl, boom = lees_huisstijl(stand.gelezen.sjablonen), stand.stukken[naam]
    return write(boom, stijl, _plaatjes(render_beelden(boom, stijl), stijl))


def test_every_paper_of_dalfsen_can_be_accepted_and_rejected(dalfsen, sporen):
    assert {"raadsnota", "raadsvoorstel", "bestuursovereenkomst"} <= set(sporen)
    for naam, bestand in sporen.items():
        for stand, gelezen in zip(dalfsen, (weiger(bestand), accepteer(bestand)), strict=True):
            assert Papier(als_word(stand, naam)) == gelezen, naam


def test_an_article_for_two_locations_is_read_as_old_and_new_in_its_own_list(dalfsen):
    stand = lees_toestand(read_bestanden(WORTEL, "dalfsen"), "dalfsen", variant="twee-locaties")
    oud, nieuw = (een.stukken["bestuursovereenkomst"] for een in (dalfsen[0], stand))
    bestand = spoor(oud, nieuw)
    lid = next(node for node in deel(bestand).iter(f"{W}p") if "Op de locatie zijn" in "".join(node.itertext()))
    weg, erbij = (next("".join(stuk.itertext()) for stuk in lid.iter(f"{W}{merk}")) for merk in ("del", "ins"))

    assert weg.startswith("Op de locatie zijn ten hoogste 190 capaciteitsplaatsen, en de bezetting is ten hoogste")
    assert "Ten hoogste zijn er, en elk" == erbij
    assert lid.find(f".//{W}pPrChange") is None  # its number is that of the same list
    assert papier(oud) == weiger(bestand)
    assert papier(nieuw) == accepteer(bestand)


def test_the_redlines_of_dalfsen_are_sound_word_files_with_changes_and_comments(sporen, tmp_path):
    assert [] == geldig(sporen["raadsvoorstel"], tmp_path)
    for naam, bestand in sporen.items():
        for wat in ("w:ins", "w:del", "w:commentReference"):
            assert f"<{wat}".encode() in zipfile.ZipFile(BytesIO(bestand)).read("word/document.xml"), (naam, wat)


def test_each_change_has_a_number_of_its_own_and_one_author_and_day(sporen):
    for bestand in sporen.values():
        delen = [deel(bestand, naam) for naam in ("word/document.xml", "word/footnotes.xml")]
        soorten = [f"{W}{soort}" for soort in ("ins", "del", "pPrChange", "bookmarkStart")]
        gemerkt = [node for wortel in delen for node in wortel.iter(*soorten)]
        nummers = [node.get(f"{W}id") for node in gemerkt]
        namen = [node.get(f"{W}name") for node in gemerkt if node.get(f"{W}name")]

        assert len(nummers) == len(set(nummers))
        assert len(namen) == len(set(namen))
        assert {("Griffie Dalfsen", "2025-01-13T00:00:00Z")} == {
            (node.get(f"{W}author"), node.get(f"{W}date")) for node in gemerkt if not node.get(f"{W}name")
        }


def test_a_comment_names_the_fact_that_moved_with_its_old_and_new_value(sporen):
    wortel = deel(sporen["raadsnota"], "word/comments.xml")
    opmerkingen = [["".join(regel.itertext()).replace("\u00a0", " ") for regel in opmerking] for opmerking in wortel]
    amv = "Wettelijke taak, amv: 26 amv-plaatsen → 0 amv-plaatsen. Bron: proefwaarde (--stel)."

    assert [amv] in opmerkingen
    assert ["Wettelijke taak, totaal: 168 opvangplaatsen → 142 opvangplaatsen. Dit is berekend.", amv] in opmerkingen
    assert any("7 jaar → 10 jaar" in regel for regels in opmerkingen for regel in regels)


def test_a_redline_carries_no_controls_and_no_values(sporen):
    for bestand in sporen.values():
        assert not [naam for naam in zipfile.ZipFile(BytesIO(bestand)).namelist() if "customXml" in naam]
        assert not list(deel(bestand).iter(f"{W}sdt"))


# --- on the screen ----------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def paginas(gemaakt):
    return {naam[:-17]: bestand for naam, bestand in gemaakt.items() if naam.endswith("-wijzigingen.html")}


def test_a_page_without_what_went_reads_as_the_new_paper_and_without_what_came_as_the_old(dalfsen, paginas):
    from generator.keten import lees_huisstijl
    from generator.schrijvers.beeld import render_beelden

    stijl = lees_huisstijl(dalfsen[1].gelezen.sjablonen)

    assert set(paginas) >= {"raadsnota", "raadsvoorstel", "bestuursovereenkomst"}
    for naam, pagina in paginas.items():
        for stand, weg in zip(dalfsen, ("ins", "del"), strict=True):
            boom = stand.stukken[naam]
            assert lees_pagina(html.write(boom, stijl, render_beelden(boom, stijl))) == lees_pagina(pagina, weg), naam


@pytest.mark.parametrize("wissel", [False, True], ids=["weg", "erbij"])
def test_of_a_table_that_got_other_rows_the_page_marks_those_rows_and_the_cells_that_changed(wissel):
    """A long table may be broken on paper and a short one may not: it is the same table."""

    def maak(*rijen):
        cellen = (Row((Cell((Text(eerst),), header=True), Cell((Text(daarna),)))) for eerst, daarna in rijen)
        kop = Row((Cell((Text("Orgaan"),)), Cell((Text("Beslist over"),))))
        tabel = Table(kop, tuple(cellen), (Text("Wie beslist wat"),), 1, "tabel-orgaan", (50, 50))
        return Document(voorbeelddocument().meta, (tabel,))

    vast = [(f"Orgaan {nummer}", f"zaak {nummer}") for nummer in range(9)]
    lang = maak(*vast, ("College", "de locatie"), *((f"Minister {een}", f"toezicht {een}") for een in range(30)))
    oud, nieuw = (lang, maak(*vast, ("College", "het bezwaar daartegen")))[:: -1 if wissel else 1]
    aantallen = [0, 30] if wissel else [30, 0]

    pagina = html.write_spoor(oud, nieuw, STIJL, ({}, {}), Oorzaken({})).decode()
    inhoud = pagina[pagina.index("<caption") :]

    assert aantallen == [len(re.findall(rf"<{merk}>Minister", inhoud)) for merk in ("del", "ins")]
    assert "<caption><strong>" in inhoud
    assert 1 == inhoud.count("<caption")
    assert re.search(r"College</th><td><del>.*</del><wbr><ins>", inhoud)
    assert not re.search(r"<(del|ins)>(Orgaan|zaak)", inhoud)


def test_a_page_is_one_accessible_page_of_its_own(paginas):
    for naam, pagina in paginas.items():
        tekst = pagina.decode()
        namen = re.findall(r' id="([^"]*)"', tekst)

        assert 1 == tekst.count("<h1"), naam
        assert '<html lang="nl">' in tekst
        assert [] == [name for name in set(namen) if namen.count(name) > 1], naam
        assert not re.findall(r'(?:src|data)="(?!data:)|<script|<link', tekst), naam
        assert {f"#{doel}" for doel in namen} >= set(re.findall(r'href="(#[^"]*)"', tekst)), naam
        assert "Wat erbij komt is <ins>onderstreept</ins>" in tekst


def test_a_line_may_break_between_an_old_value_and_the_new_one_and_no_page_is_wider_for_words_out_of_sight(paginas):
    for naam, pagina in paginas.items():
        tekst = pagina.decode()

        assert not re.search("(?<!</svg>)</del><ins>", tekst), naam
        assert ".schuif { position: relative; }" in tekst, naam
    assert "</del><wbr><ins>" in paginas["raadsnota"].decode()


def test_a_page_leads_from_each_change_to_the_fact_that_moved(paginas):
    redenen = paginas["raadsnota"].decode().replace("\u00a0", " ").partition("Waarom dit is veranderd")[2]

    assert "Wettelijke taak, amv: 26 amv-plaatsen → 0 amv-plaatsen. Bron: proefwaarde (--stel)." in redenen


def test_a_paper_of_every_kind_of_block_can_become_a_letter_on_the_screen():
    from generator.schrijvers.beeld import render_beelden

    oud, nieuw = voorbeelddocument(), voorbeeldbrief()
    beelden = render_beelden(oud, STIJL)
    for eerst, daarna in ((oud, nieuw), (nieuw, oud)):
        pagina = html.write_spoor(eerst, daarna, STIJL, (beelden, beelden), Oorzaken({}))

        assert lees_pagina(html.write(daarna, STIJL, beelden)) == lees_pagina(pagina, "del")
        assert 1 == pagina.count(b"<h1")


# --- the old → new sheet ----------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def lijst(gemaakt) -> str:
    return " ".join(gemaakt["was-wordt.md"].decode().replace("\u00a0", " ").split())


def test_the_sheet_names_each_figure_with_its_old_and_new_value_its_source_and_its_places(lijst):
    assert "| Wettelijke taak, amv | 26 amv-plaatsen | 0 amv-plaatsen | proefwaarde (--stel) |" in lijst
    assert "Raadsinformatiebrief: kernboodschap, hoofdstuk 2" in lijst
    assert re.search(r"\*\*Betreft\*\*: Opiniërende nota, versie 0\.1.*Raadsinformatiebrief, versie 0\.1", lijst)
    assert "Bestuursovereenkomst: overwegingen" in lijst


def test_the_sheet_names_what_follows_without_a_source_of_its_own(lijst):
    berekend = lijst[lijst.index("Wat daaruit is berekend") :]

    assert "| Wettelijke taak, totaal | 168 opvangplaatsen | 142 opvangplaatsen | Opiniërende nota:" in berekend


def test_a_value_in_the_sheet_breaks_between_its_number_and_its_unit_rather_than_run_into_the_next_column(gemaakt):
    assert "| 26 amv-plaatsen | 0 amv-plaatsen |" in re.sub(" +", " ", gemaakt["was-wordt.md"].decode())


def test_the_sheet_is_a_council_paper_without_findings_paths_or_choices(lijst, dalfsen):
    vermeldingen = {feit.reden for feit in dalfsen[0].gelezen.dossier.feiten.values() if feit.reden}

    assert "# Duurzame opvang van asielzoekers in Dalfsen" in lijst
    assert not [reden for reden in vermeldingen if reden in lijst]
    assert "verdeelbesluit.taak_amv" not in lijst


# --- LibreOffice ------------------------------------------------------------------------------------------------


def monster(aantal: int) -> list[tuple[Document, Document]]:
    """So many pairs of papers, the same ones every time."""
    gezien: list[tuple[Document, Document]] = []

    @settings(max_examples=aantal, phases=(Phase.generate,), derandomize=True, database=None)
    @given(paren())
    def verzamel(paar):
        gezien.append(paar)

    verzamel()
    return gezien


def lees_in_libreoffice(opdrachten, tmp_path) -> list[tuple[list[str], list[str]]]:
    """What LibreOffice reads in each file after what must be done with it: its words, and those of its notes.

    Empty parts do not count: it leaves an empty paragraph before a table that went, and where the last paragraph of a
    cell or paper goes.
    """
    soffice, python = shutil.which("soffice"), shutil.which("python3", path="/usr/bin")
    if (
        soffice is None
        or python is None
        or subprocess.run([python, "-c", "import uno"], check=False, capture_output=True).returncode
    ):
        pytest.skip("LibreOffice met UNO is er niet: niet bekeken hoe het de wijzigingen aanvaardt en weigert")
    pijp = f"raadwerk{os.getpid()}"
    profiel = f"-env:UserInstallation={(tmp_path / 'profiel').as_uri()}"
    woorden = [woord for opdracht in opdrachten for woord in opdracht]
    with subprocess.Popen(
        [soffice, profiel, "--headless", "--norestore", f"--accept=pipe,name={pijp};urp;"],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    ) as kantoor:  # fmt: skip
        try:
            uitslag = subprocess.run(
                [python, WORTEL / "tests/libreoffice.py", pijp, *woorden], check=True, capture_output=True,
                text=True, timeout=240, env={"PATH": os.environ["PATH"], "HOME": str(tmp_path)},
            )  # fmt: skip
            kantoor.wait(60)
        finally:
            kantoor.kill()
    return [tuple([deel for deel in delen if deel.strip()] for delen in een) for een in json.loads(uitslag.stdout)]


def test_libreoffice_accepts_and_rejects_with_the_same_outcome(dalfsen, sporen, tmp_path):
    """For every paper of Dalfsen and a sample of other pairs.

    LibreOffice 7.4 drops the words of notes where a file has comments, with or without changes, and mixes up notes that
    do not stand in the order of their numbers, as those of the sample do; what it reads of Dalfsen is right.
    """
    drietallen = {naam: (spoor_, *(als_word(stand, naam) for stand in dalfsen)) for naam, spoor_ in sporen.items()}
    for nummer, (oud, nieuw) in enumerate(monster(1)):
        drietallen[f"monster {nummer}"] = (spoor(oud, nieuw), *(write(een, STIJL, BEELDEN) for een in (oud, nieuw)))
    opdrachten, namen = [], []
    for nummer, (naam, (wijzigingen, *losse)) in enumerate(drietallen.items()):
        (tmp_path / f"{nummer}.docx").write_bytes(wijzigingen)
        for wat, los in zip(("weiger", "accepteer"), losse, strict=True):
            (tmp_path / f"{nummer}-{wat}.docx").write_bytes(los)
            opdrachten += [("lees", tmp_path / f"{nummer}-{wat}.docx"), (wat, tmp_path / f"{nummer}.docx")]
            namen.append(f"{naam}: {wat}")
    gelezen = lees_in_libreoffice(opdrachten, tmp_path)

    for naam, (woorden, noten), (over, overgebleven) in zip(namen, gelezen[::2], gelezen[1::2], strict=True):
        assert woorden == over, naam
        assert set(overgebleven) <= set(noten) or naam.startswith("monster"), naam
    assert {"raadsnota", "raadsvoorstel", "bestuursovereenkomst"} <= set(drietallen)
