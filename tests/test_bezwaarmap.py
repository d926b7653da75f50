"""Where ``raadwerk bouw`` lays the papers of objections: never in the folder that is published, and nothing is lost."""

import json
import shutil
from functools import partial

import pytest
from conftest import lees_map, run_in, write_bestanden
from sterven import sterf_bij
from voorbeelden import BESTANDEN, bestanden
from warm import typ

from generator import uitvoer

ZAAK = "eigen"
LIJST = f"{ZAAK}/toetslijst.md"
EIGEN = """\
zaaknummer: Z-2026-0007
rol: indiener
besluit:
  omschrijving: verdeelbesluit van de provincie
  bestuursorgaan: gedeputeerde staten
  soort: algemene strekking
  datum: 2026-03-12
gemeente: {namens: college}
"""


def teksten(map_):
    return {pad: inhoud.decode() for pad, inhoud in lees_map(map_).items()}


def openbaar(werkmap):
    return teksten(werkmap / "uitvoer/proef")


def intern(werkmap):
    return teksten(werkmap / "uitvoer/bezwaren/proef")


@pytest.fixture(scope="module")
def gebouwd(tmp_path_factory):
    """A werkmap with the little dossier, an objection of its own, and what was made of both as Markdown."""
    plek = tmp_path_factory.mktemp("bezwaarmap")
    write_bestanden(plek, bestanden(BESTANDEN))
    (plek / "inhoud/proef/bezwaren").mkdir()
    (plek / f"inhoud/proef/bezwaren/{ZAAK}.yaml").write_text(EIGEN, encoding="utf-8")
    return run_in(plek, "bouw", "--formaat", "md")


@pytest.fixture
def werkmap(gebouwd, sta_in_kopie):
    """A copy of it to do things to, and we stand in it."""
    return sta_in_kopie(gebouwd)


@pytest.fixture
def bouw(raadwerk):
    """Run ``raadwerk bouw`` with Markdown only, and give what it says."""
    return partial(raadwerk, "bouw", "--formaat", "md")


@pytest.fixture
def oud(werkmap):
    """The werkmap as an earlier version left it: the checklist, and a letter, within the folder of the papers."""
    papieren, lijsten = werkmap / "uitvoer/proef", werkmap / "uitvoer/bezwaren/proef"
    shutil.move(lijsten / ZAAK, papieren / f"bezwaren/{ZAAK}")
    shutil.rmtree(werkmap / "uitvoer/bezwaren")
    (papieren / f"bezwaren/{ZAAK}/brief.md").write_text("aan J. Voorbeeld")
    manifest = json.loads((papieren / "manifest.json").read_text("utf-8"))
    wat = (papieren / f"bezwaren/{LIJST}").read_bytes()
    manifest["uitvoer"][f"bezwaren/{LIJST}"] = uitvoer.hash_van(wat)
    (papieren / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    return werkmap


# --- where they lie ------------------------------------------------------------------------------------------


def test_the_checklist_has_a_folder_and_a_receipt_of_its_own(werkmap):
    assert ["manifest.json", "nota.md"] == list(openbaar(werkmap))
    assert [LIJST, "manifest.json"] == list(intern(werkmap))
    assert {LIJST} == set(json.loads(intern(werkmap)["manifest.json"])["uitvoer"])


def test_what_is_public_tells_of_no_objection(werkmap):
    for tekst in openbaar(werkmap).values():
        assert ZAAK not in tekst
        assert "bezwaren" not in tekst


def test_an_objection_that_changes_leaves_every_public_byte_as_it_was(werkmap, bouw):
    voor = openbaar(werkmap)
    zaak = werkmap / f"inhoud/proef/bezwaren/{ZAAK}.yaml"
    zaak.write_text(EIGEN.replace("Z-2026-0007", "Z-2026-0008"), encoding="utf-8")

    bouw()

    assert voor == openbaar(werkmap)
    assert "Z-2026-0008" in intern(werkmap)[LIJST]


def test_elsewhere_and_for_an_internal_copy_it_lies_beside_the_papers_too(werkmap, bouw):
    bouw("--uitvoer", "proef")
    bouw("--intern")

    assert intern(werkmap)[LIJST] == (werkmap / f"proef/bezwaren/proef/{LIJST}").read_text("utf-8")
    assert (werkmap / f"uitvoer/bezwaren/proef-intern/{LIJST}").is_file()
    assert not list(werkmap.glob(f"uitvoer/proef*/**/{ZAAK}"))


def test_the_end_of_a_run_says_where_it_lies_and_that_it_is_internal(werkmap, bouw):
    (werkmap / "uitvoer/proef/nota.md").unlink()

    assert "de toetslijsten van bezwaren zijn intern en staan in uitvoer/bezwaren/proef/\n" in bouw()


# --- again and again -----------------------------------------------------------------------------------------


def test_a_run_without_news_says_so_and_one_of_another_objection_does_not(werkmap, bouw):
    assert "niets gewijzigd" in bouw()
    (werkmap / f"inhoud/proef/bezwaren/{ZAAK}.yaml").write_text(f"{EIGEN}# noot\n", encoding="utf-8")
    assert "niets gewijzigd" not in bouw()
    assert "niets gewijzigd" in bouw()


@pytest.mark.parametrize("weg", [LIJST, "manifest.json", ""])
def test_a_checklist_that_went_missing_is_made_again(werkmap, bouw, weg):
    voor = intern(werkmap)
    pad = werkmap / "uitvoer/bezwaren/proef" / weg
    if pad.is_dir():
        shutil.rmtree(pad)
    else:
        pad.unlink()

    bouw()

    nu = intern(werkmap)
    nu.pop("bewerkt/toetslijst.md", None)
    assert voor == nu


def test_an_edited_checklist_is_set_aside_among_the_objections_and_named(werkmap, bouw):
    (werkmap / f"uitvoer/bezwaren/proef/{LIJST}").write_text("met de hand")

    assert "bezwaren/proef/bewerkt/toetslijst.md: dit bestand was met de hand gewijzigd" in bouw()
    assert "met de hand" == intern(werkmap)["bewerkt/toetslijst.md"]
    assert "bewerkt/toetslijst.md" not in openbaar(werkmap)


def test_an_objection_that_is_withdrawn_takes_its_checklist_and_no_letter_along(werkmap, bouw):
    (werkmap / f"uitvoer/bezwaren/proef/{ZAAK}/brief.md").write_text("aan J. Voorbeeld")
    (werkmap / f"inhoud/proef/bezwaren/{ZAAK}.yaml").unlink()

    assert f"weggehaald: bezwaren/proef/{LIJST}" in bouw()
    assert [f"{ZAAK}/brief.md", "manifest.json"] == list(intern(werkmap))
    assert "niets gewijzigd" in bouw()


def test_a_dossier_with_only_received_objections_gets_no_folder(werkmap, bouw):
    shutil.rmtree(werkmap / "uitvoer")
    zaak = werkmap / f"inhoud/proef/bezwaren/{ZAAK}.yaml"
    zaak.write_text(EIGEN.replace("indiener", "ontvanger"), encoding="utf-8")

    bouw()

    assert "niets gewijzigd" in bouw()
    assert not (werkmap / "uitvoer/bezwaren").exists()


def test_one_paper_alone_leaves_the_checklists_as_they_are(werkmap, bouw):
    voor = intern(werkmap)
    bouw("--alleen", "nota")
    assert voor == intern(werkmap)


def test_comparing_looks_at_the_checklists_too(werkmap, bouw):
    assert "proef: alle 4 bestanden zijn byte voor byte gelijk\n" == bouw("--controleer")
    (werkmap / f"uitvoer/bezwaren/proef/{LIJST}").write_text("met de hand")
    assert f"proef: bezwaren/proef/{LIJST} is anders dan wat er ligt\n" == bouw("--controleer", code=1)


def test_all_dossiers_at_once_counts_them(werkmap, bouw):
    assert " 2 " in bouw("--alle").splitlines()[1]


# --- what an earlier version left ----------------------------------------------------------------------------


@pytest.mark.parametrize("opties", [(), ("--alleen", "nota")])
def test_what_an_earlier_version_left_among_the_papers_moves(oud, bouw, opties):
    bouw(*opties)

    assert ["manifest.json", "nota.md"] == list(openbaar(oud))
    assert [f"{ZAAK}/brief.md", LIJST, "manifest.json"] == list(intern(oud))
    assert "aan J. Voorbeeld" == intern(oud)[f"{ZAAK}/brief.md"]


def test_an_edit_of_what_an_earlier_version_left_is_set_aside_among_the_objections(oud, bouw):
    (oud / f"uitvoer/proef/bezwaren/{LIJST}").write_text("met de hand")

    assert "bezwaren/proef/bewerkt/toetslijst.md: dit bestand was met de hand gewijzigd" in bouw()
    assert "met de hand" == intern(oud)["bewerkt/toetslijst.md"]
    assert ["manifest.json", "nota.md"] == list(openbaar(oud))


# --- when it goes wrong --------------------------------------------------------------------------------------


WERKINGEN = ("pathlib.Path.rename", "shutil.rmtree", "shutil.copy2", "generator.uitvoer.verwisseling._leg_vast")


@pytest.mark.parametrize("stap", range(14))
def test_killed_at_any_step_each_folder_is_whole_and_the_next_run_heals_what_lies_between(oud, bouw, stap):
    """Ended at every folder that is made, renamed or swapped; what the next run gives is what one run gives."""
    (oud / f"uitvoer/proef/bezwaren/{LIJST}").write_text("met de hand")

    sterf_bij(stap, typ, "bouw", "--formaat", "md", hier=oud, werkingen=WERKINGEN, met_uitwisseling=False)

    bouw()

    assert ["manifest.json", "nota.md"] == list(openbaar(oud))
    assert ["bewerkt/toetslijst.md", f"{ZAAK}/brief.md", LIJST, "manifest.json"] == list(intern(oud))
    assert "met de hand" == intern(oud)["bewerkt/toetslijst.md"]
    assert "niets gewijzigd" in bouw()


@pytest.mark.parametrize("plek", ["bezwaren/proef", "proef"])
def test_while_another_run_is_at_one_of_both_nothing_is_touched(oud, bouw, plek):
    from generator.uitvoer.verwisseling import slot

    voor = openbaar(oud)
    with slot(oud / "uitvoer" / plek):
        assert "een andere opdracht maakt deze stukken" in bouw(code=2)
    assert voor == openbaar(oud)
    assert not (oud / "uitvoer/bezwaren/proef").exists()


@pytest.mark.parametrize(
    ("nummer", "zin"),
    [(13, "deze map mag u niet beschrijven"), (30, "deze map is alleen te lezen"), (28, "de schijf is vol")],
)
@pytest.mark.parametrize("map_", [".nieuw/eigen", "proef.nieuw"])
def test_a_folder_we_may_not_write_in_is_a_sentence_and_both_stay(werkmap, bouw, monkeypatch, nummer, zin, map_):
    voor = openbaar(werkmap), intern(werkmap)
    zaak = werkmap / f"inhoud/proef/bezwaren/{ZAAK}.yaml"
    zaak.write_text(EIGEN.replace("Z-2026-0007", "Z-2026-0008"), encoding="utf-8")
    schrijf = type(werkmap).write_bytes

    def weiger(self, inhoud):
        if map_ in self.as_posix():
            raise OSError(nummer, "x", str(self))
        return schrijf(self, inhoud)

    monkeypatch.setattr("pathlib.Path.write_bytes", weiger)
    assert f"{zin}; de oude stukken liggen er nog" in bouw(code=2)
    assert voor == (openbaar(werkmap), intern(werkmap))


@pytest.mark.parametrize("naam", ["bezwaren", "Bezwaren"])
def test_a_dossier_cannot_be_called_as_the_folder_of_all_objections(werkmap, bouw, naam):
    shutil.copytree(werkmap / "inhoud/proef", werkmap / "inhoud" / naam)
    voor = intern(werkmap)

    gezegd = bouw(code=2)

    assert f"inhoud/{naam}" in gezegd
    assert "een dossier kan niet ‘bezwaren’ heten" in gezegd
    assert "geef de map van dit dossier een andere naam" in gezegd
    assert voor == intern(werkmap)


def test_papers_do_not_go_to_the_folder_of_objections(werkmap, bouw):
    voor = intern(werkmap)
    assert "liggen de bezwaren van een dossier" in bouw("--uitvoer", "uitvoer/bezwaren", code=2)
    assert voor == intern(werkmap)


BESLUIT = """\
bron: {stuk: brief}
opschrift: x
citeertitel: Verdeelbesluit
nummer: 6015733
datum: 2024-12-20
bekendmaking: 2024-12-23
bestuursorgaan: de minister
ondertekenaar: de minister
grondslag: artikel 5
taak_regulier: 10
taak_amv: 2
taak_totaal: {formule: verdeelbesluit.taak_regulier + verdeelbesluit.taak_amv}
"""


def test_a_contradiction_of_an_objection_and_the_dossier_is_no_part_of_what_goes_public(werkmap, bouw, raadwerk):
    (werkmap / "inhoud/proef/verdeelbesluit.yaml").write_text(BESLUIT, "utf-8")
    zaak = werkmap / f"inhoud/proef/bezwaren/{ZAAK}.yaml"
    zaak.write_text(
        "zaaknummer: Z-2026-0007\nrol: indiener\nbesluit: {kenmerk: '6015733', bekendmaking: {datum: 2024-12-24}}\n",
        encoding="utf-8",
    )
    bouw(code=1)
    manifest = openbaar(werkmap)["manifest.json"]

    assert "SH-BEZWAAR" in raadwerk("controleer", code=1)
    assert "SH-BEZWAAR" not in manifest
    assert "Z-2026-0007" not in manifest
    assert json.loads(manifest)["verzwegen"] == {"fout": 1}
