"""The raadsnota of Dalfsen, through the front door: what a council must find in it, and the whole of it as text."""

import io
import os
import re
from fnmatch import fnmatchcase
from pathlib import Path

import pytest
from pypdf import PdfReader

from generator import keten
from generator.bevindingen import Ernst
from generator.document.nodes import Citaat, Grafiek, Kop, Ondertekening, Table, Tijdlijn, Vraagpunt
from generator.document.walk import cijfers, plain_text, walk_blocks
from generator.feiten.waarden import JaNee, Tekst, Verwijzing
from generator.inhoud.schijf import read_bestanden
from generator.meegeleverd import read_meegeleverd

WORTEL = Path(__file__).parents[1]
GOUDEN = Path(__file__).parent / "golden" / "raadsnota.txt"
VERNIEUW = os.environ.get("RAADWERK_VERNIEUW") == "1"
HOOGSTENS_PAGINAS = 8
VARIANTEN = ["", *sorted(pad.stem for pad in (WORTEL / "inhoud/dalfsen/varianten").glob("*.yaml"))]
LIJSTEN = "feiten-", "tabel-verdeling", "tabel-bijlagen"  # where each figure of the nota stands with its source
DAG = re.compile(r"\d{1,2} [a-z]+ \d{4}")


@pytest.fixture(scope="module")
def uitslag():
    gelezen = keten.lees(read_bestanden(WORTEL, "dalfsen"), read_meegeleverd(""), "dalfsen")
    return keten.controleer(gelezen, keten.maak_bomen(gelezen))


@pytest.fixture(scope="module")
def nota(uitslag):
    return uitslag.stukken["raadsnota"]


@pytest.fixture(scope="module")
def paginas(uitslag, nota):
    stijl = keten.lees_huisstijl(uitslag.gelezen.sjablonen)
    geschreven = keten.schrijf(nota, stijl, ("pdf",))["pdf"]
    return [pagina.extract_text() for pagina in PdfReader(io.BytesIO(geschreven)).pages]


def blokken(nota, soort):
    return [blok for blok in walk_blocks(nota) if isinstance(blok, soort)]


def tabel(nota, label):
    """The rows of the table `label`, cell by cell."""
    (gevonden,) = [blok for blok in blokken(nota, Table) if blok.label == label]
    return [[plain_text(cel.content) for cel in rij.cells] for rij in gevonden.rows]


def zinnen(nota):
    """All words of the paper on one line, spaces that hold together as ordinary ones."""
    alles = plain_text((nota.blocks, nota.footnotes))
    return re.sub(r"\s+", " ", alles)


# --- checks ---------------------------------------------------------------------------------------


def test_the_nota_has_no_faults(uitslag):
    assert [] == [bevinding for bevinding in uitslag.bevindingen if bevinding.ernst is Ernst.FOUT]


@pytest.mark.parametrize("code", ["TL-GETAL", "TL-WOORD", "TL-AFKORTING"])
def test_the_nota_has_no_loose_figure_no_forbidden_word_and_no_unexplained_abbreviation(uitslag, code):
    assert [] == [bevinding for bevinding in uitslag.bevindingen if bevinding.code == code]


def test_the_nota_says_u_and_wij(nota):
    for woord in ("ons college", "Ons college", " jl.", " a.s.", " d.d.", "had moeten besluiten"):
        assert woord not in zinnen(nota)


def test_every_fact_that_is_left_out_has_its_reason_in_docs(uitslag):
    tekst = (WORTEL / "docs" / "niet-in-de-stukken.md").read_text(encoding="utf-8")
    patronen = re.findall(r"`([a-z0-9_]+\.[a-z0-9_.*]+)`", tekst)
    (ongebruikt,) = [bevinding.feiten for bevinding in uitslag.bevindingen if bevinding.code == "FT-ONGEBRUIKT"]

    assert [] == [pad for pad in ongebruikt if not any(fnmatchcase(pad, patroon) for patroon in patronen)]
    assert [] == [patroon for patroon in patronen if not any(fnmatchcase(pad, patroon) for pad in ongebruikt)]


# --- the page -------------------------------------------------------------------------------------


def test_the_body_takes_at_most_eight_pages(paginas):
    eerste_bijlage = next(nummer for nummer, tekst in enumerate(paginas) if "Bijlage 7: verdeling" in tekst)
    assert eerste_bijlage <= HOOGSTENS_PAGINAS


def test_the_signatures_stand_on_the_last_page_of_the_body_with_what_comes_before(paginas):
    eerste_bijlage = next(nummer for nummer, tekst in enumerate(paginas) if "Bijlage 7: verdeling" in tekst)
    laatste = paginas[eerste_bijlage - 1]

    assert "Burgemeester en wethouders van Dalfsen" in laatste
    assert "Vervolg" in laatste


# --- what a council must find ---------------------------------------------------------------------


def test_the_head_has_what_the_griffie_needs(nota):
    (kop,) = blokken(nota, Kop)
    verwacht = ["Zaaknummer", "Portefeuillehouder", "College", "Raadscommissie", "Agendapunt", "Hoort bij"]
    assert [*verwacht, "Openbaarheid", "Status"] == [kenmerk.naam for kenmerk in kop.kenmerken]


def test_the_nota_asks_eight_questions_each_with_what_follows_from_an_answer(nota):
    vragen = blokken(nota, Vraagpunt)

    assert ["1", "2a", "2b", "2c", "3", "4", "5a", "5b"] == [vraag.nummer for vraag in vragen]
    for vraag in vragen:
        assert ["ja", "ja, mits", "nee, omdat"] == [antwoord.antwoord for antwoord in vraag.antwoorden]
        assert plain_text(vraag.vraag).endswith("?")


def test_every_vraagstuk_says_where_the_college_leans(nota):
    assert 5 == zinnen(nota).count("Onze voorlopige richting:")


def test_the_motion_stands_word_for_word_with_its_movers(uitslag, nota):
    (citaat,) = blokken(nota, Citaat)
    motie = uitslag.gelezen.dossier.motie
    for deel in (motie.overwegingen, motie.uitspraken, motie.verzoeken):
        for feit in deel.values():
            assert feit.woorden in plain_text(citaat.blocks)
    for indiener in motie.indieners.values():
        assert f"{indiener.naam.woorden} ({indiener.fractie.woorden})" in plain_text(citaat.bron)


def test_the_nota_has_both_pictures_with_an_alternative(nota):
    for soort in (Tijdlijn, Grafiek):
        (beeld,) = blokken(nota, soort)
        assert plain_text(beeld.alt)


def test_who_decides_stands_there_with_the_article(nota):
    rijen = tabel(nota, "tabel-bevoegdheden")

    organen = ["Raad", "Raad", "Raad", "College", "Burgemeester", "COA", "Minister", "Minister"]
    assert organen == [rij[0] for rij in rijen]
    artikelen = " ".join(rij[2] for rij in rijen)
    for artikel in ("169, vierde lid", "189", "16.15a", "160, eerste lid", "171 en 172", "3 en 13", "artikel 5"):
        assert artikel in artikelen


def test_the_three_norms_stand_apart_and_the_duty_to_report_is_there(nota):
    tekst = zinnen(nota)
    for deel in (
        "bekendmaking op 20 december 2024 is dat uiterlijk 20 juni 2025, bij 23 december 2024 uiterlijk 23 juni 2025",
        "in de kalenderjaren van het besluit: 2025 tot en met 2026",
        "‘uiterlijk voor 1 juli 2025’. Wij houden daarvoor aan: uiterlijk op 30 juni 2025",
        "melden wij dat onverwijld aan de minister (Spreidingswet, artikel 8)",
    ):
        assert deel in tekst


def test_like_is_compared_with_like(nota):
    tekst = zinnen(nota)
    assert "regulier 48 plaatsen meer dan de taak, en amv 26 te weinig" in tekst
    assert "meer dan 168" not in tekst


def test_the_objection_has_a_last_day_in_both_readings_and_is_no_appeal(nota):
    tekst = zinnen(nota)
    assert "Was dat 20 december 2024, dan is vrijdag 31 januari 2025 de laatste dag." in tekst
    assert "Was dat 23 december 2024, dan is het maandag 3 februari 2025." in tekst
    assert "beroep bij de rechter kan pas daarna" in tekst


def test_the_planning_is_the_worked_table(nota):
    # The safe day of an extension: counted from Easter Monday itself, not from 22 April, to which the Atw moved it.
    verwacht = [
        ("27 januari 2025", "21 juli 2025", "21", "24 maart 2025", "6 mei 2025"),
        ("10 februari 2025", "4 augustus 2025", "35", "7 april 2025", "19 mei 2025"),
        ("24 februari 2025", "18 augustus 2025", "49", "22 april 2025", "2 juni 2025"),
        ("10 maart 2025", "1 september 2025", "63", "6 mei 2025", "16 juni 2025"),
        ("24 maart 2025", "15 september 2025", "77", "19 mei 2025", "30 juni 2025"),
    ]
    rijen = tabel(nota, "tabel-planning")
    assert verwacht == [tuple(cel.replace("\u00a0", " ") for cel in rij[:5]) for rij in rijen]


def test_the_uitgebreide_procedure_is_counted_in_months(nota):
    laatste = [rij[5].replace("\u00a0", " ") for rij in tabel(nota, "tabel-planning")]
    assert ["27 juli", "10 augustus", "24 augustus", "10 september", "24 september"] == [
        dag.removesuffix(" 2025") for dag in laatste
    ]


def test_the_four_scenarios_say_where_people_stay_in_between(nota):
    verblijf = [rij[1] for rij in tabel(nota, "tabel-scenarios")]
    assert [
        "Het COA herplaatst hen",
        "Aan de Ambachtsweg",
        "Op die tijdelijke locatie",
        "Nog niet geregeld",
    ] == verblijf
    assert "139 dagen tussen 1 april 2025 en de vroegste opening" in zinnen(nota)


def test_what_the_college_has_not_said_is_marked_as_a_proposal(nota):
    tekst = zinnen(nota)
    for deel in ("De gevolgen bij een antwoord zijn ons voorstel", "Voorstel: wie hoort wanneer iets van ons"):
        assert deel in tekst


def test_what_nobody_knows_yet_stays_open_in_sight(nota):
    open_plaatsen = {cijfer.pad for cijfer in cijfers(nota) if cijfer.open}
    for pad in ("motie.aangenomen_op", "motie.nummer", "verdeelbesluit.bekendmaking", "standpunten.voorstel_later"):
        assert pad in open_plaatsen


def test_the_attachments_are_numbered_without_a_gap(nota):
    assert [str(nummer) for nummer in range(1, 9)] == [rij[0] for rij in tabel(nota, "tabel-bijlagen")]


def test_table_one_has_its_twenty_five_rows_and_its_total(nota):
    rijen = tabel(nota, "tabel-verdeling")
    assert 26 == len(rijen)
    assert ["Totaal", "5.787", "538", "6.325"] == rijen[-1][:4]


def _wortels(feiten, paden):
    """The facts that `paden` rest on in the end: what a formula or a period names, and so on."""
    for pad in paden:
        feit = feiten.get(pad)
        if feit and feit.formule:
            yield from _wortels(feiten, feit.uit)
        elif feit:  # none for a period that a template counted: what it rests on stands beside it
            yield pad


@pytest.mark.parametrize("variant", VARIANTEN)
def test_every_number_date_and_length_stands_in_the_overview_or_follows_from_it(variant):
    gelezen = keten.lees(read_bestanden(WORTEL, "dalfsen"), read_meegeleverd(""), "dalfsen", variant=variant)
    nota, feiten = keten.maak_bomen(gelezen, ["raadsnota"])["raadsnota"], gelezen.dossier.feiten
    lijsten = [blok for blok in blokken(nota, Table) if blok.label.startswith(LIJSTEN)]
    genoemd = {cijfer.pad.partition("@")[0] for lijst in lijsten for cijfer in cijfers(lijst)}
    dagen = set(
        DAG.findall(
            " ".join(cel for lijst in lijsten for rij in tabel(nota, lijst.label) for cel in rij).replace("\u00a0", " ")
        )
    )

    for cijfer in cijfers(nota):
        for pad in _wortels(feiten, (cijfer.pad.partition("@")[0], *cijfer.uit)):
            feit = feiten[pad]
            if isinstance(feit.waarde, Tekst):
                assert cijfer.citaat or set(DAG.findall(feit.woorden)) <= dagen, pad
            elif not (feit.is_open or isinstance(feit.waarde, JaNee | Verwijzing)) and feit.overzicht:
                is_niets = pad in {"uitruil.regulier", "uitruil.amv"} and feit.getal == 0
                assert is_niets or pad.endswith(".nummer") or pad in genoemd, pad


def test_burgemeester_and_secretaris_sign(nota):
    (blok,) = blokken(nota, Ondertekening)
    assert ["de burgemeester", "de secretaris"] == [ondertekenaar.functie for ondertekenaar in blok.ondertekenaars]


# --- the whole paper ------------------------------------------------------------------------------


def test_the_nota_is_the_one_that_was_looked_at(uitslag, nota):
    tekst = keten.schrijf(nota, keten.lees_huisstijl(uitslag.gelezen.sjablonen), ("md",))["md"]
    if VERNIEUW:
        GOUDEN.parent.mkdir(exist_ok=True)
        GOUDEN.write_bytes(tekst)
    assert GOUDEN.read_text(encoding="utf-8") == tekst.decode(), "is dit bedoeld, draai dan RAADWERK_VERNIEUW=1 pytest"
