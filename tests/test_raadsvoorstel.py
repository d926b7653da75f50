"""The other papers of Dalfsen: raadsvoorstel, ontwerp-raadsbesluit, raadsinformatiebrief and oplegger."""

import io
import os
import re
from functools import cache
from pathlib import Path

import pytest
from pypdf import PdfReader
from voorbeelden import NAAM, VOORSTEL, bestanden

from generator import keten
from generator.bevindingen import Ernst
from generator.document.nodes import Argument, Beslispunt, Kop, Ondertekening, Table
from generator.document.walk import cijfers, plain_text, walk_blocks
from generator.inhoud.schijf import read_bestanden
from generator.meegeleverd import read_meegeleverd

WORTEL = Path(__file__).parents[1]
GOUDEN = Path(__file__).parent / "golden"
VERNIEUW = os.environ.get("RAADWERK_VERNIEUW") == "1"
STUKKEN = ("raadsvoorstel", "raadsbesluit", "raadsinformatiebrief", "oplegger")


@cache
def uitslag(**stel):
    gelezen = keten.lees(
        read_bestanden(WORTEL, "dalfsen"), read_meegeleverd(""), "dalfsen",
        stel={pad.replace("__", "."): waarde for pad, waarde in stel.items()},
    )  # fmt: skip
    return keten.controleer(gelezen, keten.maak_bomen(gelezen))


@cache
def bestand(stuk, formaat, **stel):
    uit = uitslag(**stel)
    return keten.schrijf(uit.stukken[stuk], keten.lees_huisstijl(uit.gelezen.sjablonen), (formaat,))[formaat]


def blokken(stuk, soort):
    return [blok for blok in walk_blocks(uitslag().stukken[stuk]) if isinstance(blok, soort)]


def zinnen(stuk):
    boom = uitslag().stukken[stuk]
    return re.sub(r"\s+", " ", plain_text((boom.blocks, boom.footnotes)))


# --- every paper ----------------------------------------------------------------------------------


@pytest.mark.parametrize("stuk", STUKKEN)
def test_the_paper_is_the_one_that_was_looked_at(stuk):
    tekst = bestand(stuk, "md")
    pad = GOUDEN / f"{stuk}.txt"
    if VERNIEUW:
        pad.write_bytes(tekst)
    assert pad.read_text(encoding="utf-8") == tekst.decode(), "is dit bedoeld, draai dan RAADWERK_VERNIEUW=1 pytest"


@pytest.mark.parametrize("code", ["TL-GETAL", "TL-WOORD", "TL-AFKORTING", "TL-ZIN", "VW-ARTIKEL", "VW-ONBEKEND"])
def test_no_loose_figure_no_forbidden_word_no_long_sentence(code):
    assert [] == [b for b in uitslag().bevindingen if b.code == code and b.gegevens.get("stuk") in STUKKEN]


def test_no_paper_disagrees_with_another():
    assert [] == [b.gegevens for b in uitslag().bevindingen if b.code.startswith("SH-") or b.ernst is Ernst.FOUT]


@pytest.mark.parametrize(
    ("stuk", "hoogstens"), [("raadsvoorstel", 5), ("raadsbesluit", 1), ("raadsinformatiebrief", 2), ("oplegger", 1)]
)
def test_no_paper_is_longer_than_a_council_reads(stuk, hoogstens):
    assert hoogstens >= len(PdfReader(io.BytesIO(bestand(stuk, "pdf"))).pages)


@pytest.mark.parametrize("stuk", STUKKEN)
def test_what_nobody_knows_stays_open_in_sight_and_keeps_the_paper_a_concept(stuk):
    boom = uitslag().stukken[stuk]

    assert boom.meta.concept
    assert [cijfer for cijfer in cijfers(boom) if cijfer.open]


def test_another_capacity_changes_every_paper_that_speaks_of_it_and_no_other():
    anders = {
        stuk
        for stuk in uitslag().stukken
        if bestand(stuk, "md") != bestand(stuk, "md", cijfers__capaciteit_regulier="150")
    }

    assert {"raadsnota", "raadsvoorstel", "raadsbesluit", "oplegger"} <= anders
    assert "raadsinformatiebrief" not in anders


def test_an_open_fact_is_reported_once_with_every_paper_that_waits_for_it():
    open_feiten = {b.feiten: b.gegevens["stuk"] for b in uitslag().bevindingen if b.code == "FT-OPEN"}

    assert "raadsnota, raadsinformatiebrief, raadsvoorstel" in open_feiten["stukken.raadsnota.zaaknummer",]
    assert ("stukken.raadsbesluit.zaaknummer",) not in open_feiten


# --- raadsvoorstel and raadsbesluit ---------------------------------------------------------------


def test_the_besluit_decides_word_for_word_what_the_voorstel_proposes():
    voorstel, besluit = (
        [(punt.nummer, plain_text(punt.blocks)) for punt in blokken(stuk, Beslispunt)]
        for stuk in ("raadsvoorstel", "raadsbesluit")
    )

    assert 2 == len(voorstel)
    assert voorstel == besluit


def test_over_the_agreement_the_council_gives_wishes_and_does_not_agree():
    *_, punt = blokken("raadsvoorstel", Beslispunt)

    assert "wensen en bedenkingen ter kennis van het college te brengen over" in plain_text(punt.blocks)
    for woorden in ("in te stemmen", "aan te wijzen"):
        assert woorden not in zinnen("raadsvoorstel")
        assert woorden not in zinnen("raadsbesluit")


def test_arguments_and_kanttekeningen_are_numbered_to_their_point():
    nummers = {
        soort: [blok.nummer for blok in blokken("raadsvoorstel", Argument) if blok.soort == soort]
        for soort in ("argument", "kanttekening")
    }

    assert ["1.1", "2.1", "2.2", "2.3", "2.4"] == nummers["argument"]
    assert ["1.1", "2.1", "2.2", "2.3", "2.4", "2.5"] == nummers["kanttekening"]


def test_the_besluit_names_the_voorstel_and_the_article():
    tekst = zinnen("raadsbesluit")

    assert "gelezen het voorstel van burgemeester en wethouders van [nog in te vullen" in tekst
    assert "gelet op artikel 169, vierde lid, van de Gemeentewet" in tekst


@pytest.mark.parametrize(
    ("stuk", "wie"),
    [
        ("raadsvoorstel", ["de burgemeester", "de secretaris"]),
        ("raadsbesluit", ["de voorzitter", "de griffier"]),
        ("raadsinformatiebrief", ["de burgemeester", "de secretaris"]),
    ],
)
def test_college_and_council_each_sign_their_own(stuk, wie):
    (blok,) = blokken(stuk, Ondertekening)

    assert wie == [ondertekenaar.functie for ondertekenaar in blok.ondertekenaars]


def test_the_attachments_are_numbered_by_their_order_in_the_dossier_file():
    (tabel,) = [blok for blok in blokken("raadsvoorstel", Table) if blok.label == "tabel-bijlagen"]
    rijen = [[plain_text(cel.content) for cel in rij.cells] for rij in tabel.rows]

    assert ["1", "2", "3", "4"] == [rij[0] for rij in rijen]
    assert "Ontwerp-raadsbesluit" == rijen[0][1]


def anders(**vervang):
    """The papers of Dalfsen with words replaced in its files: ``dossier=(old, new)``; ``__`` is a slash."""
    bestanden = read_bestanden(WORTEL, "dalfsen")
    for naam, (oud, nieuw) in vervang.items():
        pad = f"inhoud/dalfsen/{naam.replace('__', '/')}"
        pad += ".md" if naam.startswith("teksten") else ".yaml"
        assert oud in bestanden[pad].decode()
        bestanden[pad] = bestanden[pad].decode().replace(oud, nieuw).encode()
    gelezen = keten.lees(bestanden, read_meegeleverd(""), "dalfsen")
    return keten.controleer(gelezen, keten.maak_bomen(gelezen, ["raadsvoorstel", "raadsbesluit"]))


def test_a_voorstel_with_wishes_alone_says_so_and_has_no_other_point():
    uit = anders(
        dossier=("soort: raadsvoorstel\n", "soort: raadsvoorstel-wensen\n"),
        beslispunten=("motie:\n  soort: besluit\n", ""),
        teksten__raadsvoorstel__argumenten=("bij=motie", "bij=overeenkomst"),
        teksten__raadsvoorstel__kanttekeningen=("bij=motie", "bij=overeenkomst"),
    )
    boom = uit.stukken["raadsvoorstel"]

    assert "Raadsvoorstel wensen en bedenkingen" == boom.meta.documentsoort
    (punt,) = [blok for blok in walk_blocks(boom) if isinstance(blok, Beslispunt)]
    assert "ter kennis van het college te brengen" in plain_text(punt.blocks)
    assert [] == [b for b in uit.bevindingen if b.ernst is Ernst.FOUT]


def test_the_wishes_of_the_council_stand_under_their_point_in_both_papers():
    uit = anders(
        beslispunten=(
            'uitkomst: {open: "‘geen’ of ‘de volgende’"}',
            "uitkomst: de volgende\n  wensen: {evaluatie: evalueer elk jaar, dorp: betrek het dorp}",
        )
    )

    for stuk in ("raadsvoorstel", "raadsbesluit"):
        *_, punt = [blok for blok in walk_blocks(uit.stukken[stuk]) if isinstance(blok, Beslispunt)]
        tekst = plain_text(punt.blocks)
        assert tekst.startswith("de volgende wensen en bedenkingen ter kennis van het college te brengen over")
        assert tekst.endswith("evalueer elk jaarbetrek het dorp")


def test_a_besluit_that_was_taken_is_no_draft_any_more():
    ontwerp = "onderwerp: {formule: stukken.raadsvoorstel.onderwerp}\n    status: concept"
    uit = anders(dossier=(ontwerp, ontwerp.replace("concept", "vastgesteld")))

    assert "Ontwerp-raadsbesluit" == uitslag().stukken["raadsbesluit"].meta.documentsoort
    assert "Raadsbesluit" == uit.stukken["raadsbesluit"].meta.documentsoort


def test_the_templates_serve_a_dossier_that_knows_nothing_of_reception():
    dag = "datum_college: 2025-01-14\n"
    dossier = VOORSTEL["dossier.yaml"].replace(dag, f"{dag}    datum_raad: {{open: dag van de raad}}\n")
    dossier = dossier.replace("soort: raadsvoorstel-proef", "soort: raadsvoorstel")
    koppen = (
        "samenvatting",
        "inleiding",
        "effect",
        "alternatieven",
        "financien",
        "recht",
        "participatie",
        "uitvoering",
    )
    teksten = {f"teksten/{kop}.md": "Hierover valt nog te schrijven.\n" for kop in koppen}
    argument = "::: {soort} {{bij={punt}}}\n### Dit is zo\nDaarom.\n:::\n\n"
    for soort, bestand in (("argument", "argumenten"), ("kanttekening", "kanttekeningen")):
        teksten[f"teksten/{bestand}.md"] = "".join(argument.format(soort=soort, punt=p) for p in ("geld", "brug"))
    alles = bestanden(
        VOORSTEL,
        dossier=dossier.replace("soort: besluit-proef", "soort: raadsbesluit"),
        gemeente=VOORSTEL["gemeente.yaml"] + "griffier: {open: naam van de griffier}\n",
        **teksten,
    )
    gelezen = keten.lees(alles, read_meegeleverd(""), NAAM)
    uit = keten.controleer(gelezen, keten.maak_bomen(gelezen))

    assert [] == [b for b in uit.bevindingen if b.ernst is Ernst.FOUT]
    voorstel, besluit = (
        [plain_text(punt.blocks) for punt in walk_blocks(uit.stukken[stuk]) if isinstance(punt, Beslispunt)]
        for stuk in ("voorstel", "besluit")
    )
    assert voorstel == besluit
    assert voorstel[1].startswith("geen wensen en bedenkingen ter kennis van het college te brengen over het voornemen")


# --- raadsinformatiebrief and oplegger ------------------------------------------------------------


def test_the_letter_shows_what_was_said_before_and_what_holds_now():
    (tabel,) = [blok for blok in blokken("raadsinformatiebrief", Table) if blok.label == "tabel-wijzigingen"]
    rijen = [[plain_text(cel.content).replace("\u00a0", " ") for cel in rij.cells][1:3] for rij in tabel.rows]

    assert [["188", "168"], ["16", "26"], ["172", "142"]] == rijen[:3]
    # ‘Was’ is as it was told, never a day that was computed afterwards.
    assert [
        ["6 en 16 september 2024", "9 en 16 september 2024"], ["1 juli 2025", "30 juni 2025"],
        ["oktober 2023", "oktober 2022"], ["5 maart 2026", "4 maart 2026"], ["5 maart 2025", "4 maart 2025"],
    ] == rijen[3:]  # fmt: skip
    assert "opgave voor Dalfsen, amv: Oorspronkelijke nota, p. 3; opgave voor Dalfsen, regulier: berekend" in (
        plain_text(tabel.note).replace("\u00a0", " ")
    )


def test_the_letter_asks_no_decision():
    assert "Er wordt geen besluit gevraagd." in zinnen("raadsinformatiebrief")
    assert [] == blokken("raadsinformatiebrief", Beslispunt)


def test_the_oplegger_is_plain_and_names_no_article():
    tekst = zinnen("oplegger")
    alle = [zin for zin in re.split(r"(?<=[.?])\s", tekst) if "nog in te vullen" not in zin]

    assert "artikel" not in tekst
    assert 14 >= sum(len(zin.split()) for zin in alle) / len(alle)  # words in a sentence, on average


@pytest.mark.parametrize("stuk", [*STUKKEN, "raadsnota", "bestuursovereenkomst"])
def test_every_head_says_whose_it_is_who_may_see_it_and_which_version(stuk):
    (kop,) = blokken(stuk, Kop)
    namen = [kenmerk.naam for kenmerk in kop.kenmerken]

    assert {"Zaaknummer", "Portefeuillehouder", "Openbaarheid", "Status"} <= set(namen)
    assert len(namen) == len(set(namen))


def test_papers_that_belong_together_bear_one_subject():
    onderwerpen = {
        plain_text(blok.onderwerp)
        for stuk in ("raadsvoorstel", "raadsbesluit", "oplegger")
        for blok in blokken(stuk, Kop)
    }

    assert 1 == len(onderwerpen)
