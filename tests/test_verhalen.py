"""The stories of the griffie: the figures change, and one list says what follows (tests/gevallen/verhalen.yaml)."""

import json
import re
from pathlib import Path

import pytest
import yaml
from conftest import WORTEL
from pypdf import PdfReader

from generator.cli import verschil as opdracht, voer_uit
from generator.document.passages import passages
from generator.feiten.dossier import doel_van
from generator.inhoud import load_dossier
from generator.inhoud.schijf import read_bestanden

VERHALEN = yaml.load((Path(__file__).parent / "gevallen/verhalen.yaml").read_bytes(), yaml.CSafeLoader)
VARIANTEN = sorted(pad.stem for pad in (WORTEL / "inhoud/dalfsen/varianten").glob("*.yaml"))
# What no council should read: nothing counted as something, and a rise that is a fall.
KROM = re.compile(r"(?<![\d.,])0 (?:\w+ )?(?:plaatsen|amv-plaatsen|jongeren|locaties)\b|−\d+ (?:meer|minder|te weinig)")


@pytest.fixture(scope="module")
def gemaakt():
    """What was made already, by its choices: states of Dalfsen that were read, and lists that were printed."""
    return {}


@pytest.fixture
def lees(gemaakt, monkeypatch):
    """Reads a state of Dalfsen once: every story starts from the same one."""
    echt = opdracht.lees_toestand

    def lees_een_keer(bestanden, naam, **keuzes):
        sleutel = naam, str(sorted((wat, waarde) for wat, waarde in keuzes.items() if waarde))
        if sleutel not in gemaakt:
            gemaakt[sleutel] = echt(bestanden, naam, **keuzes)
        return gemaakt[sleutel]

    monkeypatch.setattr(opdracht, "lees_toestand", lees_een_keer)
    monkeypatch.chdir(WORTEL)
    return lambda **keuzes: lees_een_keer({}, "dalfsen", **keuzes)


@pytest.fixture
def lijst(lees, gemaakt, capsys):
    """What ``raadwerk verschil dalfsen --json`` prints with these words."""

    def zeg(*woorden):
        if woorden not in gemaakt:
            assert voer_uit(["verschil", "dalfsen", *woorden, "--json"]) == 1
            gemaakt[woorden] = json.loads(capsys.readouterr().out)
        return gemaakt[woorden]

    return zeg


def gewoon(tekst):
    return " ".join(tekst.split())


def kort(waarde):
    return "open" if waarde.startswith("[nog in te vullen") else gewoon(waarde) or "erbij"


def pijlen(feiten):
    return {feit["pad"]: f"{kort(feit['oud'])} → {kort(feit['nieuw'])}" for feit in feiten}


def past(verwacht, tekst):
    """Whether `tekst` is the sentence; an ellipsis at its begin or end stands for what is left out."""
    kern = gewoon(verwacht.strip("…"))
    if verwacht.endswith("…"):
        return gewoon(tekst).startswith(kern)
    return gewoon(tekst).endswith(kern) if verwacht.startswith("…") else gewoon(tekst) == kern


def is_deze(verwacht, wijziging):
    """Whether `wijziging` is the passage of a story, with its cause."""
    oud, nieuw = verwacht.get("vervalt", verwacht.get("was", "")), verwacht.get("erbij", verwacht.get("wordt", ""))
    oorzaken = wijziging["oorzaken"] + wijziging["voorwaarden"] if "door" in verwacht else wijziging["voorwaarden"]
    reden = verwacht.get("door") or verwacht["omdat"]
    return past(oud, wijziging["oud"]) and past(nieuw, wijziging["nieuw"]) and reden in oorzaken


_VERVALLEN = "gebeurtenissen.spreidingswet_vervallen=2026-01-01"
elk_verhaal = pytest.mark.parametrize("verhaal", VERHALEN, ids=[verhaal["verhaal"] for verhaal in VERHALEN])


@elk_verhaal
def test_the_facts_what_follows_the_deadlines_and_the_findings_are_those_of_the_story(verhaal, lijst):
    uitslag = lijst("--variant", verhaal["variant"])

    for deel in ("feiten", "berekend", "termijnen"):
        assert verhaal[deel] == pijlen(uitslag[deel]), deel
    for deel in ("bevindingen_erbij", "bevindingen_weg", "bevindingen_anders"):
        assert sorted(verhaal.get(deel, [])) == sorted(bevinding["code"] for bevinding in uitslag[deel]), deel


@elk_verhaal
def test_the_papers_and_sentences_that_change_are_those_of_the_story(verhaal, lijst):
    uitslag = lijst("--variant", verhaal["variant"])

    assert verhaal["ongewijzigd"] == uitslag["ongewijzigd"]
    assert {naam: stuk["aantal"] for naam, stuk in verhaal["stukken"].items()} == {
        naam: len(stuk["wijzigingen"]) for naam, stuk in uitslag["stukken"].items()
    }
    for naam, stuk in verhaal["stukken"].items():
        for passage in stuk.get("passages", ()):
            gevonden = [w for w in uitslag["stukken"][naam]["wijzigingen"] if is_deze(passage, w)]
            assert gevonden, f"{naam}: {passage}"


@elk_verhaal
def test_what_must_stay_still_stands_there(verhaal, lijst, lees):
    lijst("--variant", verhaal["variant"])
    papieren = lees(variant=verhaal["variant"]).stukken

    blijvers = {naam: stuk["blijft"] for naam, stuk in verhaal["stukken"].items() if "blijft" in stuk}
    for naam, blijft in blijvers.items():
        zinnen = [passage.tekst for passage in passages(papieren[naam])]
        for zin in blijft:
            assert any(past(zin, tekst) for tekst in zinnen), f"{naam}: {zin}"


@pytest.mark.parametrize("variant", VARIANTEN)
def test_every_change_has_a_cause_and_every_new_sentence_reads(variant, lijst):
    uitslag = lijst("--variant", variant)

    for naam, stuk in uitslag["stukken"].items():
        for wijziging in stuk["wijzigingen"]:
            assert wijziging["oorzaken"] or wijziging["voorwaarden"], f"{naam}: {wijziging}"
            lopend = "" if " · " in wijziging["nieuw"] else gewoon(wijziging["nieuw"])  # a row is no sentence
            assert not KROM.search(lopend), f"{naam}: {lopend}"


def test_a_task_without_amv_reads_too_and_is_not_what_the_decision_says(lijst):
    """V1 done the wrong way: an exchange does not change the decision."""
    uitslag = lijst("--stel", "verdeelbesluit.taak_amv=0")
    nieuw = [
        gewoon(w["nieuw"])
        for stuk in uitslag["stukken"].values()
        for w in stuk["wijzigingen"]
        if " · " not in w["nieuw"]
    ]

    assert ["TB-EIGEN"] == [b["code"] for b in uitslag["bevindingen_erbij"] if b["ernst"] == "fout"]
    assert "Regulier is dat 30 minder, amv 16 minder." in nieuw
    assert any("142 reguliere plaatsen en geen plaatsen voor alleenstaande" in zin for zin in nieuw)
    assert not [zin for zin in nieuw if KROM.search(zin)]


def test_the_law_that_lapses_as_a_fact_changes_what_the_story_changes(lijst):
    """V5: but that its day is assumed, no sentence is the variant's own, and the papers are of a day after it."""
    dagen = "toetsdatum=2026-01-05", "datums.voorbeeld_raadsbesluit=2026-02-16"
    gesteld = [woord for stel in (_VERVALLEN, *dagen) for woord in ("--stel", stel)]
    verhaal, feit = lijst("--variant", "spreidingswet-vervallen"), lijst(*gesteld)

    assert verhaal["stukken"].keys() == feit["stukken"].keys()
    for naam, stuk in verhaal["stukken"].items():
        zinnen = [
            [w["nieuw"].replace(" (aanname)", "") for w in een["wijzigingen"]] for een in (stuk, feit["stukken"][naam])
        ]
        gelijk = [[zin for zin in deel if "variant" not in zin and "proefwaarde" not in zin] for deel in zinnen]
        assert gelijk[0] == gelijk[1], naam


def test_papers_of_a_day_before_what_happened_are_told_of_and_no_story_has_such_papers(lijst):
    """What happened lies before the papers, and every day they reckon with after."""
    alleen = lijst("--stel", _VERVALLEN)

    assert ["DT-TOEKOMST"] == [b["code"] for b in alleen["bevindingen_erbij"] if b["ernst"] == "fout"]
    for variant in VARIANTEN:
        codes = {b["code"] for b in lijst("--variant", variant)["bevindingen_erbij"]}
        assert codes.isdisjoint({"DT-TOEKOMST", "PL-VOORBIJ"}), variant


def test_the_timeline_shows_no_opening_before_the_permit_when_only_the_procedure_is_said(lijst):
    """V9 without the variant: the building time alone says nothing of the opening."""
    nota = lijst("--stel", "vaststellingen.vergunning_uitgebreid=ja")["stukken"]["raadsnota"]["wijzigingen"]
    oud, nieuw = ({gewoon(w[wat]) for w in nota} for wat in ("oud", "nieuw"))

    assert "18 augustus 2025: vroegste opening (rekenvoorbeeld)" in oud
    assert "24 augustus 2025: beslissen, uitgebreid; open pas daarna (rekenvoorbeeld)" in nieuw


def test_exactly_the_task_offers_another_number_and_speaks_of_no_extra_places(lijst):
    stukken = lijst("--variant", "lagere-capaciteit")["stukken"]
    nieuw = [gewoon(w["nieuw"]) for stuk in stukken.values() for w in stuk["wijzigingen"]]

    assert any(zin.endswith("wij bespreken met het COA welk ander aantal haalbaar is.") for zin in nieuw)
    assert "Reguliere plaatsen vullen die niet." in nieuw
    assert not [zin for zin in nieuw if "extra reguliere" in zin.lower()]


def test_the_extended_procedure_is_counted_by_the_law_from_any_day_of_the_council(lijst):
    """Six months are 182 days from one day and 184 from another."""
    uitslag = lijst("--variant", "uitgebreide-procedure", "--stel", "datums.voorbeeld_raadsbesluit=2025-03-24")
    berekend = pijlen(uitslag["berekend"])

    assert "18 augustus 2025 → 25 september 2025" == berekend["datums.vroegste_opening"]
    assert "139 dagen → 177 dagen" == berekend["cijfers.gat_in_dagen"]
    assert "PL-UITGEBREID" not in {bevinding["code"] for bevinding in uitslag["bevindingen_erbij"]}


def test_the_list_says_why_a_passage_goes(lees, capsys):
    assert voer_uit(["verschil", "dalfsen", "--variant", "uitruil-amv"]) == 1
    uit = gewoon(capsys.readouterr().out)

    assert "- Van de taak blijven 26 over. deze passage vervalt omdat cijfers.tekort_amv 0 amv-plaatsen wordt" in uit
    assert "deze passage komt erbij omdat uitruil.amv −26 amv-plaatsen wordt" in uit
    assert "Ongewijzigd raadsbesluit" in uit


def test_the_list_says_of_a_finding_that_came_where_it_is_and_what_to_do(lees, capsys):
    assert voer_uit(["verschil", "dalfsen", "--variant", "spreidingswet-vervallen"]) == 1
    erbij, weg = capsys.readouterr().out.split("Bevindingen erbij\n")[1].split("\n\n")[:2]

    assert re.search(r"fout  PL-OPLEVERING .*\n {6}plaats  inhoud/dalfsen/datums\.yaml:\d+.*\n {6}doen    \w", erbij)
    assert "plaats" not in weg


def test_a_finding_that_is_about_more_facts_or_fewer_stands_there_once_with_those(lees, capsys):
    def lees_anders(variant):
        assert voer_uit(["verschil", "dalfsen", "--variant", variant]) == 1
        uit = capsys.readouterr().out
        assert uit.count("OV-ONMISBAAR") == 1
        return gewoon(uit.split("Bevindingen anders\n")[1].split("\n\n")[0])

    meer, minder = lees_anders("twee-locaties"), lees_anders("vergunning-geschorst")

    assert "volledig: locaties erbij overeenkomst.locaties.tweede.adres, overeenkomst.locaties.tweede.kad" in meer
    assert "plaats inhoud/dalfsen/varianten/twee-locaties.yaml:" in meer
    assert "volledig: vergunning weg overeenkomst.vergunning.procedure, overeenkomst.vergunning.bind" in minder
    assert "doen" not in minder


def test_a_sentence_that_loses_words_names_the_fact_that_they_hung_on_and_one_with_other_figures_does_not(lees, capsys):
    assert voer_uit(["verschil", "dalfsen", "--stel", "verdeelbesluit.taak_amv=16"]) == 1
    uit = gewoon(capsys.readouterr().out)

    oud, nieuw = "Dat klopt voor het totaal (20 minder), niet voor amv.", "Dat klopt voor het totaal (30 minder)."
    door = "door cijfers.daling_totaal, verdeelbesluit.taak_totaal, cijfers.stijging_amv"
    assert f"- {oud} + {nieuw} {door}" in uit


@pytest.mark.parametrize(
    ("variant", "nieuw", "door"),
    [
        ("spreidingswet-vervallen", "de vroegste lezing, was vrijdag 31 januari 2025 de laatste dag.",
         "gebeurtenissen.spreidingswet_vervallen, toetsdatum"),
        ("uitgebreide-procedure", "1 april 2026: Ambachtsweg vóór deze dag opgeleverd.",
         "datums.vroegste_opening, vaststellingen.vergunning_uitgebreid"),
    ],
)  # fmt: skip
def test_a_sentence_names_every_fact_that_chose_its_words_or_the_facts_in_it(lees, capsys, variant, nieuw, door):
    assert voer_uit(["verschil", "dalfsen", "--variant", variant]) == 1

    assert f"{nieuw} door {door} -" in gewoon(capsys.readouterr().out)


def test_a_row_that_goes_names_what_the_head_of_its_loop_asked_for_that_row_alone(lees, capsys, monkeypatch, tmp_path):
    monkeypatch.chdir(WORTEL)
    assert voer_uit(["verschil", "dalfsen", "--variant", "herzien-verdeelbesluit", "--html", str(tmp_path / "w")]) == 1
    uit = gewoon(capsys.readouterr().out)
    (brief,) = tmp_path.rglob("raadsinformatiebrief-wijzigingen.html")

    rij = "- Opgave voor Dalfsen, regulier · 172 · 142 · Het verdeelbesluit van de minister (Verdeelbesluit)"
    assert f"{rij} deze passage vervalt omdat wijzigingen.regulier.was cijfers.taak_regulier_eerder wordt -" in uit
    # Who reads the letter knows no paths.
    assert "→ ‘Wettelijke taak vóór de herziening, regulier’." in brief.read_text("utf-8")
    assert "→ cijfers." not in brief.read_text("utf-8")


@pytest.mark.parametrize("variant", ["herzien-verdeelbesluit", "spreidingswet-vervallen"])
def test_the_nota_of_the_longest_stories_stays_within_fourteen_pages(variant, monkeypatch, tmp_path):
    """What a story adds may not cost the council another page."""
    monkeypatch.chdir(WORTEL)
    keuzes = ["--variant", variant, "--alleen", "raadsnota", "--formaat", "pdf", "--uitvoer", str(tmp_path)]
    voer_uit(["bouw", "dalfsen", *keuzes])

    (nota,) = tmp_path.rglob("raadsnota.pdf")
    assert len(PdfReader(nota).pages) <= 14


def test_a_story_says_of_what_it_made_up_that_it_did():
    """What no source gives is the variant's own, and never shown as a source."""
    for naam in VARIANTEN:
        variant = yaml.load((WORTEL / f"inhoud/dalfsen/varianten/{naam}.yaml").read_bytes(), yaml.CSafeLoader)
        verzonnen = [pad for pad, waarde in variant["feiten"].items() if not isinstance(waarde, dict)]
        if verzonnen:
            assert re.search(r"Aanname|Rekenvoorbeeld", variant["toelichting"]), naam


@pytest.mark.parametrize("variant", VARIANTEN)
def test_a_day_that_a_story_made_up_is_called_so_on_the_time_line(variant):
    """Its kind is in the tree that every format is made from."""
    bestanden = read_bestanden(WORTEL, "dalfsen")
    echt, dossier = load_dossier(bestanden, "dalfsen").feiten, load_dossier(bestanden, "dalfsen", variant=variant)
    soorten = {doel_van(moment.datum): moment.soort.woorden for moment in dossier.momenten.values()}

    for pad, soort in soorten.items():
        feit = dossier.feiten.get(pad)  # none for a period, which is computed
        if feit and not feit.formule and not feit.is_open and feit.waarde != echt[pad].waarde:
            assert "aanname" == soort, pad
