"""``raadwerk verschil`` with the last build: what changed since the papers in ``uitvoer/`` were made, git or no git."""

import json
import shutil

import pytest
from conftest import kopieer_project
from dulwich import porcelain

from generator.cli import voer_uit
from generator.uitvoer import read_stand

CIJFERS = "inhoud/fietsbrug/cijfers.yaml"
UITVOER = "uitvoer/fietsbrug"


@pytest.fixture
def werkmap(nieuwe_map, sta_in_kopie):
    """What ``raadwerk nieuw`` makes, built; we stand in it."""
    return sta_in_kopie(nieuwe_map)


@pytest.fixture
def typ(capsys):
    """Runs ``raadwerk`` there; gives the exit code and what it printed."""

    def voer(*woorden: str) -> tuple[int, str, str]:
        capsys.readouterr()
        code = voer_uit([*woorden])
        return code, *capsys.readouterr()

    return voer


def maak_de_brug_duurder(werkmap):
    bestand = werkmap / CIJFERS
    oud = bestand.read_text(encoding="utf-8")
    nieuw = oud.replace("waarde: € 812.500", "waarde: € 825.000")
    assert oud != nieuw
    bestand.write_text(nieuw, encoding="utf-8")


def stand_van(werkmap):
    return list((werkmap / "uitvoer").glob(".fietsbrug.*.stand"))


# --- the list ---------------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("werkmap")
def test_right_after_a_build_nothing_differs(typ):
    code, uit, _ = typ("verschil")

    assert (0, True) == (code, uit.startswith("Er is geen verschil"))


def test_outside_git_the_files_are_compared_with_the_last_build(werkmap, typ):
    maak_de_brug_duurder(werkmap)
    code, uit, _ = typ("verschil")

    assert code == 1
    assert "cijfers.aanneemsom: €\u00a0812.500 → €\u00a0825.000" in uit
    assert "cijfers.ruimte: €\u00a037.500 → €\u00a025.000" in uit


def test_the_list_since_the_build_is_the_whole_list(werkmap, typ):
    """Against the same files kept in another folder: facts, what follows, findings, deadlines, and every paper."""
    shutil.copytree(werkmap, werkmap.parent / "oud")
    maak_de_brug_duurder(werkmap)

    verwacht = json.loads(typ("verschil", "--met", "../oud", "--json")[1])
    assert verwacht["stukken"]
    assert verwacht == json.loads(typ("verschil", "--sinds-bouw", "--json")[1])


def test_a_changed_sentence_of_the_dossier_is_in_the_list_too(werkmap, typ):
    tekst = next((werkmap / "inhoud/fietsbrug/teksten").rglob("*.md"))
    tekst.write_text(tekst.read_text(encoding="utf-8") + "\nDeze zin is er later bij gezet.\n", encoding="utf-8")

    assert "Deze zin is er later bij gezet." in typ("verschil")[1]


def test_what_was_built_as_of_another_day_is_compared_as_of_that_day(werkmap, typ):
    typ("bouw", "--formaat", "md", "--op", "2026-06-01")

    assert json.loads((werkmap / UITVOER / "manifest.json").read_bytes())["toetsdatum"] == "2026-06-01"
    assert typ("verschil", "--op", "2026-06-01")[0] == 0


def test_in_git_the_last_commit_goes_before_the_last_build(werkmap, typ):
    wie = b"griffie <g@example.org>"
    with porcelain.init(str(werkmap)):
        porcelain.add(str(werkmap), [str(pad) for pad in werkmap.glob("inhoud/**/*") if pad.is_file()])
        porcelain.add(str(werkmap), [str(werkmap / "gemeente.yaml")])
        maak_de_brug_duurder(werkmap)
        porcelain.add(str(werkmap), [str(werkmap / CIJFERS)])
        porcelain.commit(str(werkmap), message=b"begin", author=wie, committer=wie)

    assert typ("verschil")[0] == 0
    assert "825.000" in typ("verschil", "--sinds-bouw")[1]


def test_what_git_does_not_know_yet_is_compared_with_the_last_build(werkmap, typ):
    porcelain.init(str(werkmap)).close()
    maak_de_brug_duurder(werkmap)
    code, uit, gezegd = typ("verschil")

    assert code == 1
    assert "825.000" in uit
    assert "staat nog niet in git; het wordt vergeleken met de laatste bouw" in gezegd


def test_a_werkmap_in_somebody_elses_repository_is_compared_with_the_last_build(werkmap, typ):
    wie = b"griffie <g@example.org>"
    (werkmap.parent / "lees.mij").touch()
    with porcelain.init(str(werkmap.parent)):
        porcelain.add(str(werkmap.parent), [str(werkmap.parent / "lees.mij")])
        porcelain.commit(str(werkmap.parent), message=b"begin", author=wie, committer=wie)

    assert typ("verschil")[0] == 0
    code, _, fout = typ("verschil", "--sinds", "HEAD")
    assert code == 2
    assert "bestaat deze werkmap nog niet" in fout


def test_another_raadwerk_than_the_one_that_built_is_said(werkmap, typ, monkeypatch):
    monkeypatch.setattr("generator.cli.verschil.sindsbouw.read_code", dict)

    assert "Raadwerk zelf is sinds die bouw veranderd" in typ("verschil")[2]
    assert (werkmap / UITVOER).is_dir()


# --- what is kept, and what is not ------------------------------------------------------------------------------


def test_what_was_built_from_lies_beside_the_papers_and_not_among_them(werkmap):
    namen = {pad.name for pad in (werkmap / UITVOER).rglob("*")}

    assert len(stand_van(werkmap)) == 1
    assert not any(naam.endswith((".stand", ".yaml")) for naam in namen)


def test_the_same_files_keep_the_same_bytes(werkmap, typ):
    voor = {pad.name: pad.read_bytes() for pad in stand_van(werkmap)}
    shutil.rmtree(werkmap / "uitvoer")
    typ("bouw", "--formaat", "docx", "--formaat", "md")

    assert voor == {pad.name: pad.read_bytes() for pad in stand_van(werkmap)}


def test_each_build_keeps_only_its_own(werkmap, typ):
    voor = stand_van(werkmap)
    maak_de_brug_duurder(werkmap)
    typ("bouw", "--formaat", "md")

    assert len(stand_van(werkmap)) == 1
    assert stand_van(werkmap) != voor
    assert typ("verschil")[0] == 0


def test_a_trial_elsewhere_is_not_the_last_build(werkmap, typ):
    voor = stand_van(werkmap)
    typ("bouw", "--formaat", "md", "--stel", "cijfers.aanneemsom=€ 825.000", "--uitvoer", "proef")

    assert stand_van(werkmap) == voor
    assert not list((werkmap / "proef").glob(".*.stand"))


def test_of_an_objection_nothing_is_kept(werkmap, typ):
    """It names people; what a paper says does not rest on it."""
    assert typ("bezwaar", "nieuw", "Z-2026-1", "--leeg")[0] == 0
    typ("bouw", "--formaat", "md")

    assert (werkmap / "inhoud/fietsbrug/bezwaren/Z-2026-1.yaml").is_file()
    assert "Z-2026-1" not in read_stand(werkmap / UITVOER).decode()


# --- what may be missing ----------------------------------------------------------------------------------------


def test_when_nothing_was_built_another_way_is_named(werkmap, typ):
    shutil.rmtree(werkmap / "uitvoer")
    code, _, fout = typ("verschil")

    assert code == 2
    assert "er is nog niets gebouwd om mee te vergelijken" in fout
    assert "bouw eerst met ‘raadwerk bouw’" in fout


def test_when_what_was_built_from_is_gone_a_build_brings_it_back(werkmap, typ):
    stand_van(werkmap)[0].unlink()
    code, _, fout = typ("verschil")
    assert (2, True) == (code, "waaruit dit is gebouwd, is niet bewaard" in fout)

    typ("bouw", "--formaat", "md")
    assert typ("verschil")[0] == 0


@pytest.mark.parametrize("inhoud", [b"", b"{}", b"[1]", b"\xff", b'{"a": 1}', b'{"inhoud/fietsbrug/cijfers.yaml": ""}'])
def test_a_damaged_state_is_a_sentence(werkmap, typ, inhoud):
    stand_van(werkmap)[0].write_bytes(inhoud)
    code, _, fout = typ("verschil")

    assert code == 2
    assert "bouw opnieuw" in fout
    assert "Traceback" not in fout


@pytest.mark.usefixtures("werkmap")
def test_two_ways_to_compare_are_refused(typ):
    assert typ("verschil", "--sinds-bouw", "--sinds", "HEAD")[0] == 2


# --- objections ---------------------------------------------------------------------------------------------------


LIJST = "bezwaren/verdeelbesluit-overijssel-2024/toetslijst"


def deel(gezegd, kop):
    """What stands under a heading of the list."""
    return f"\n{gezegd}".partition(f"\n{kop}\n")[2].partition("\n\n")[0]


def test_verschil_and_wijzig_say_the_same_of_a_checklist_until_its_objection_changes(tmp_path, typ, monkeypatch):
    map_ = kopieer_project(tmp_path / "werk")
    monkeypatch.chdir(map_)
    typ("bouw", "dalfsen", "--formaat", "md")
    van_wijzig = typ("wijzig", "cijfers.capaciteit_regulier", "180", "--bron", "mail van 2 maart 2026")[1]
    van_verschil = typ("verschil", "dalfsen", "--sinds-bouw")[1]
    zaak = map_ / "inhoud/dalfsen/bezwaren/verdeelbesluit-overijssel-2024.yaml"
    zaak.write_text(f"{zaak.read_text('utf-8')}# nagekeken\n", "utf-8")
    daarna = typ("verschil", "dalfsen", "--sinds-bouw")[1]

    for gezegd in (van_wijzig, van_verschil):
        assert LIJST in deel(gezegd, "Ongewijzigd")
        assert "Niet vergeleken" not in gezegd
    assert LIJST in deel(daarna, "Niet vergeleken")
    assert LIJST not in deel(daarna, "Ongewijzigd")
