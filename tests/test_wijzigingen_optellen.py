"""One change after another: the list to the council names them all, whatever order they came in."""

import errno
import json
import os
import re
import shutil

import pytest
from conftest import lees_map
from spoor import Papier, accepteer

from generator.cli import voer_uit

BRUG = ("cijfers.aanneemsom", "€ 830.000", "--bron", "e-mail van de aannemer")
START = ("datums.start_bouw", "2026-05-18", "--bron", "gesprek met de aannemer")
LIJST = ("--was-wordt", "wijzigingen", "--docx", "wijzigingen", "--html", "wijzigingen")


@pytest.fixture
def werkmap(nieuwe_map, sta_in_kopie):
    """What ``raadwerk nieuw`` makes, built; we stand in it."""
    return sta_in_kopie(nieuwe_map)


@pytest.fixture
def typ(capsys):
    """Runs ``raadwerk``; gives the exit code and all that was said."""

    def voer(*woorden):
        capsys.readouterr()
        code = voer_uit([*woorden])
        return code, "".join(capsys.readouterr()).replace("\u00a0", " ")

    return voer


def lijst(werkmap, map_="wijzigingen"):
    return (werkmap / map_ / "was-wordt.html").read_text("utf-8").replace("\u00a0", " ")


def test_a_second_change_comes_in_the_list_beside_the_first(werkmap, typ):
    typ("wijzig", *BRUG, *LIJST)
    code, gezegd = typ("wijzig", *START, *LIJST)

    assert code == 0
    assert "wat u eerder wijzigde, staat er ook in" in gezegd
    assert "€ 830.000" in lijst(werkmap)
    assert "18 mei 2026" in lijst(werkmap)
    spoor = (werkmap / "wijzigingen/raadsinformatiebrief-wijzigingen.html").read_text("utf-8")
    assert "830.000" in spoor
    assert "18" in spoor


def test_a_build_in_between_takes_nothing_from_the_list(werkmap, typ):
    typ("wijzig", *BRUG, *LIJST)
    typ("bouw", "--formaat", "md")
    typ("wijzig", *START, *LIJST)

    assert "€ 812.500" in lijst(werkmap)
    assert "€ 830.000" in lijst(werkmap)
    assert "18 mei 2026" in lijst(werkmap)


@pytest.mark.parametrize("opdracht", [("wijzig", *START), ("verschil", "fietsbrug", "--sinds-versie", "0.1")])
def test_a_list_that_may_have_gone_out_is_not_written_over(werkmap, typ, opdracht):
    typ("wijzig", *BRUG, *LIJST)
    typ("bouw")
    assert typ("bevries", "raadsinformatiebrief", "--versie", "0.1", "--concept", "--op", "2026-03-12")[0] == 0
    verzonden, datums = lees_map(werkmap / "wijzigingen"), (werkmap / "inhoud/fietsbrug/datums.yaml").read_bytes()
    if opdracht[0] == "verschil":
        typ("wijzig", *START)
    code, gezegd = typ(*opdracht, *LIJST)

    assert code == 2
    assert "van voordat raadsinformatiebrief versie 0.1 werd vastgelegd; zij kan zijn verzonden" in gezegd
    assert "noem een nieuwe map" in gezegd
    assert verzonden == lees_map(werkmap / "wijzigingen")
    if opdracht[0] == "wijzig":
        assert datums == (werkmap / "inhoud/fietsbrug/datums.yaml").read_bytes()
        assert typ(*opdracht, "--was-wordt", "nieuw", "--docx", "nieuw", "--html", "nieuw")[0] == 0


def test_a_new_list_starts_from_the_papers_that_people_have(werkmap, typ):
    typ("wijzig", *BRUG)
    code, gezegd = typ("wijzig", *START, *LIJST)

    assert code == 0
    assert "Vergeleken met de stukken die nu in uitvoer/ liggen" in gezegd
    assert "€ 830.000" in lijst(werkmap)


def test_when_nothing_was_built_a_list_starts_from_the_facts_before_the_change(werkmap, typ):
    shutil.rmtree(werkmap / "uitvoer")
    code, gezegd = typ("wijzig", *BRUG, *LIJST)

    assert code == 0
    assert "Vergeleken met de feiten van vóór deze wijziging." in gezegd
    typ("wijzig", *START, *LIJST)
    assert "€ 830.000" in lijst(werkmap)


def test_a_change_comes_in_the_list_since_a_frozen_version_too(werkmap, typ):
    typ("bevries", "raadsinformatiebrief", "--versie", "0.1", "--op", "2026-03-03", "--concept")
    typ("wijzig", *BRUG)
    typ("bouw", "--formaat", "md")
    typ("verschil", "--sinds-versie", "0.1", *LIJST)
    typ("wijzig", *START, *LIJST)

    assert "€ 812.500" in lijst(werkmap)
    assert "18 mei 2026" in lijst(werkmap)


def test_a_list_of_which_the_beginning_is_lost_is_not_written_over(werkmap, typ):
    typ("wijzig", *BRUG, *LIJST)
    for bewaard in werkmap.glob(".wijzigingen.*.stand"):
        bewaard.unlink()
    feiten = werkmap / "inhoud/fietsbrug/datums.yaml"
    voor, was = feiten.read_bytes(), lijst(werkmap)
    code, gezegd = typ("wijzig", *START, *LIJST)

    assert code == 2
    assert "waarmee die vergeleek is niet bewaard" in gezegd
    assert "raadwerk verschil fietsbrug --sinds-versie NUMMER" in gezegd
    assert (voor, was) == (feiten.read_bytes(), lijst(werkmap))


def test_a_beginning_that_can_no_longer_be_read_is_a_sentence(werkmap, typ):
    typ("wijzig", *BRUG, *LIJST)
    (bewaard,) = werkmap.glob(".wijzigingen.*.stand")
    bewaard.write_bytes(bewaard.read_bytes().replace(b"aanneemsom", b"Aanneemsom"))
    code, gezegd = typ("wijzig", *START, *LIJST)

    assert code == 2
    assert "waarmee de lijst in deze map vergeleek, kan deze versie van Raadwerk niet meer lezen" in gezegd


@pytest.mark.usefixtures("werkmap")
def test_what_is_no_longer_in_the_folder_is_named(typ):
    typ("wijzig", *BRUG, *LIJST)
    _, gezegd = typ("wijzig", *START, *LIJST[:2])

    assert "Niet meer in wijzigingen/: raadsinformatiebrief-wijzigingen.docx, " in gezegd


@pytest.mark.usefixtures("werkmap")
def test_a_list_that_came_to_nothing_is_said_to_be_stale(typ):
    typ("wijzig", *START, *LIJST)
    _, gezegd = typ("wijzig", START[0], "2026-04-13", *START[2:], *LIJST)

    assert "Er is geen stuk gewijzigd: er is niets geschreven." in gezegd
    assert "in wijzigingen/ liggen nog de wijzigingen van een vorige keer; die kloppen niet meer." in gezegd


def test_a_file_that_came_to_nothing_is_said_to_be_the_old_one(werkmap, typ):
    (werkmap / "proef.docx").touch()
    _, gezegd = typ("verschil", "--stel", "cijfers.lengte=48", "--docx", "proef.docx")

    assert "Let op: proef.docx lag er al, en is gebleven zoals het was." in gezegd
    assert "lijst" not in gezegd


def test_lists_that_started_differently_do_not_become_one(werkmap, typ):
    typ("wijzig", *BRUG, "--docx", "eerste")
    typ("bouw", "--formaat", "md")
    typ("wijzig", *START, "--was-wordt", "tweede")
    code, gezegd = typ("wijzig", *BRUG[:1], "€ 840.000", *BRUG[2:], "--docx", "eerste", "--was-wordt", "tweede")

    assert code == 2
    assert "met verschillende standen vergeleken" in gezegd


@pytest.mark.usefixtures("werkmap")
def test_what_the_list_started_from_lies_beside_the_folder_and_not_in_it(typ, werkmap):
    typ("wijzig", *BRUG, *LIJST)

    assert len(list(werkmap.glob(".wijzigingen.*.stand"))) == 1
    assert not [pad for pad in (werkmap / "wijzigingen").iterdir() if pad.suffix in {".stand", ".yaml"}]


def test_who_numbers_first_gets_a_redline_that_becomes_the_new_paper_when_it_is_accepted(werkmap, typ):
    """The order of the handleiding: what was sent, the new number, the new values, and then all since that version."""
    typ("bevries", "raadsinformatiebrief", "--versie", "0.1", "--op", "2026-03-03", "--concept")
    dossier = werkmap / "inhoud/fietsbrug/dossier.yaml"
    dossier.write_text(dossier.read_text("utf-8").replace('versie: "0.1"', 'versie: "0.2"'), "utf-8")
    typ("wijzig", *BRUG)
    typ("wijzig", *START)
    typ("verschil", "--sinds-versie", "0.1", *LIJST)
    typ("bouw", "--formaat", "docx")

    spoor = (werkmap / "wijzigingen/raadsinformatiebrief-wijzigingen.docx").read_bytes()
    nieuw = Papier((werkmap / "uitvoer/fietsbrug/raadsinformatiebrief.docx").read_bytes())
    assert "versie 0.2" in str(nieuw.alles)
    assert nieuw.alles == accepteer(spoor).alles
    assert "versie 0.1 → 0.2" in re.sub(r"<[^>]+>", "", lijst(werkmap))


def rijen(lijst):
    """What is in the first column of each row of the tables of facts."""
    lijst = re.split(r"<h2[^>]*>\s*Waar de stukken veranderen", lijst)[0]
    koppen = [re.sub(r"<[^>]+>", "", rij).strip() for rij in re.findall(r"<tr>\s*<th.*?</th>", lijst, re.DOTALL)]
    return [kop for kop in koppen if kop != "Gegeven"]


EERDER = "aanneemsom_eerder:\n  waarde: € 812.500\n  naam: Aanneemsom, eerder genoemd\n  bron: {toelichting: brief}\n"
REGEL = "prijs: {wat: aanneemsom, was: cijfers.aanneemsom_eerder, nu: cijfers.aanneemsom, reden: nieuwe prijs}\n"


def test_the_list_holds_figures_and_days_and_no_bookkeeping_of_papers_or_of_what_the_council_was_told(werkmap, typ):
    typ("bevries", "raadsinformatiebrief", "--versie", "0.1", "--op", "2026-03-03", "--concept")
    for naam, oud, nieuw in (
        ("dossier.yaml", 'versie: "0.1"', 'versie: "0.2"'),
        ("dossier.yaml", "datum_college: {open: dag van de collegevergadering}", "datum_college: 2026-03-10"),
        ("cijfers.yaml", "ruimte:\n", f"{EERDER}ruimte:\n"),
        ("wijzigingen.yaml", "opening:\n", f"{REGEL}opening:\n"),
    ):
        pad = werkmap / "inhoud/fietsbrug" / naam
        pad.write_text(pad.read_text("utf-8").replace(oud, nieuw, 1), "utf-8")
    typ("wijzig", *BRUG)
    typ("verschil", "--sinds-versie", "0.1", *LIJST)

    kop = "Dag van het college (raadsinformatiebrief)"
    assert [kop, "Aanneemsom", "Ruimte in het krediet"] == rijen(lijst(werkmap))
    assert "niet genoemd" not in lijst(werkmap)
    assert "<td>nog niet bekend</td>" in lijst(werkmap)


def test_a_new_fact_is_not_said_to_be_untold(werkmap, typ):
    """The same figure may have stood in the paper under another name."""
    typ("bevries", "raadsinformatiebrief", "--versie", "0.1", "--op", "2026-03-03", "--concept")
    cijfers = werkmap / "inhoud/fietsbrug/cijfers.yaml"
    cijfers.write_text(cijfers.read_text("utf-8") + EERDER, "utf-8")
    tekst = werkmap / "inhoud/fietsbrug/teksten/gevolgen.md"
    tekst.write_text(tekst.read_text("utf-8") + "\nEerder was dat {{ cijfers.aanneemsom_eerder }}.\n", "utf-8")
    typ("verschil", "--sinds-versie", "0.1", *LIJST)

    assert "geen apart gegeven" in lijst(werkmap)


@pytest.fixture
def tweede_brief(werkmap):
    """The same werkmap with a second letter in it."""
    dossier = werkmap / "inhoud/fietsbrug/dossier.yaml"
    stuk = dossier.read_text("utf-8").partition("  raadsinformatiebrief:\n")[2]
    brief = stuk.replace("Voorbeeld: wanneer de nieuwe fietsbrug opengaat", "Vervolg")
    dossier.write_text(f"{dossier.read_text('utf-8').rstrip()}\n  tweede_brief:\n{brief}", "utf-8")
    return werkmap


@pytest.mark.usefixtures("tweede_brief")
def test_two_letters_of_one_dossier_are_told_apart_in_the_list(werkmap, typ):
    typ("bouw", "--formaat", "md")
    typ("wijzig", *BRUG, *LIJST)

    assert "Raadsinformatiebrief ‘Vervolg’: hoofdstuk 3" in lijst(werkmap)


@pytest.mark.parametrize(
    ("nummer", "zin"), [(errno.ENOENT, "op deze plek kan geen map komen"), (errno.EIO, "(systeemfout 5)")]
)
def test_where_no_folder_can_come_is_a_dutch_sentence(werkmap, typ, monkeypatch, nummer, zin):
    def weiger(*_, **__):
        raise OSError(nummer, os.strerror(nummer))

    monkeypatch.setattr("pathlib.Path.mkdir", weiger)
    code, gezegd = typ("wijzig", *BRUG, "--docx", "wijzigingen")

    assert code == 2
    assert zin in gezegd
    assert os.strerror(nummer) not in gezegd
    assert "€ 830.000" not in (werkmap / "inhoud/fietsbrug/cijfers.yaml").read_text("utf-8")


@pytest.mark.parametrize(
    ("stuk", "in_eerste"), [("stuk: stukken.tweede_brief", False), ("", True), ("stuk: stukken.derde_brief", None)]
)
def test_a_figure_that_changed_stands_in_every_letter_or_in_the_one_that_tells_it(tweede_brief, typ, stuk, in_eerste):
    pad = tweede_brief / "inhoud/fietsbrug/wijzigingen.yaml"
    pad.write_text(pad.read_text("utf-8").replace("opening:\n", f"opening:\n  {stuk}\n", 1), "utf-8")
    code, gezegd = typ("bouw", "--formaat", "md")

    if in_eerste is None:
        assert code == 2
        assert "stukken.derde_brief" in gezegd
        return
    rij = "| Opening van de brug"
    brieven = [(tweede_brief / f"uitvoer/fietsbrug/{naam}.md").read_text("utf-8")
               for naam in ("raadsinformatiebrief", "tweede_brief")]  # fmt: skip
    assert [in_eerste, True] == [rij in brief for brief in brieven]


BEVRIES = ("bevries", "raadsinformatiebrief", "--versie", "0.1", "--op", "2026-03-03", "--concept")


def test_a_paper_that_came_after_the_frozen_version_is_called_new_and_what_it_leaves_open_is_told(
    werkmap, typ, request
):
    typ(*BEVRIES)
    request.getfixturevalue("tweede_brief")
    gezegd = typ("verschil", "--sinds-versie", "0.1")[1]
    data = json.loads(typ("verschil", "--sinds-versie", "0.1", "--json")[1])

    assert "tweede_brief: nieuw stuk\n  soort: raadsinformatiebrief\n" in gezegd
    assert "  stukken.tweede_brief." not in gezegd.partition("Bevindingen erbij")[0]
    assert "Ongewijzigd\n  raadsinformatiebrief" in gezegd
    assert data["stukken"]["tweede_brief"]["nieuw"]
    assert {"FT-OPEN"} <= {bevinding["code"] for bevinding in data["bevindingen_erbij"]}


@pytest.mark.usefixtures("tweede_brief")
def test_a_paper_that_went_is_called_so_and_one_that_was_not_frozen_then_is_not_compared(werkmap, typ):
    typ("bouw", "--formaat", "md")
    typ(*BEVRIES)
    niet = typ("verschil", "--sinds-versie", "0.1")[1]
    dossier = werkmap / "inhoud/fietsbrug/dossier.yaml"
    dossier.write_text(dossier.read_text("utf-8").partition("  tweede_brief:\n")[0], "utf-8")
    gezegd = typ("verschil", "--sinds-versie", "0.1", *LIJST)[1]

    assert "Er is geen verschil" in niet
    assert "Niet vergeleken: tweede_brief." in niet
    assert "tweede_brief: vervallen stuk" in gezegd
    assert "Niet vergeleken" not in gezegd
