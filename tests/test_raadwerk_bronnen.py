"""``raadwerk bronnen`` and ``raadwerk schema``: what they read, what they say, and what they leave alone."""

import json

import pytest
from voorbeelden import BESTANDEN

from generator.cli import voer_uit

NOTA = "een\ftwee\fer zijn circa 105 bewoners en 45 bewoners"
BRIEF = "Den Haag, 20 december 2024"


@pytest.fixture
def werkmap(tmp_path, monkeypatch):
    """A werkmap with a small dossier, and its sources as text; we stand in it."""
    for bestand, tekst in BESTANDEN.items():
        doel = tmp_path / (bestand if bestand == "gemeente.yaml" else f"inhoud/proef/{bestand}")
        doel.parent.mkdir(parents=True, exist_ok=True)
        doel.write_text(tekst, encoding="utf-8")
    (tmp_path / "inhoud/proef/vaststellingen.yaml").unlink()
    (tmp_path / "bronstukken").mkdir()
    (tmp_path / "bronstukken/nota.txt").write_text(NOTA)
    (tmp_path / "bronstukken/brief.txt").write_text(BRIEF)
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("RAADWERK_BRONNEN", raising=False)
    return tmp_path


def test_quotes_that_are_all_there_end_in_zero(werkmap, capsys):
    assert voer_uit(["bronnen", "--map", "bronstukken"]) == 0
    assert "Citaten opgezocht: 3; op de genoemde pagina gevonden: 3." in capsys.readouterr().out


def test_the_folder_may_stand_in_the_setting(werkmap, capsys, monkeypatch):
    monkeypatch.setenv("RAADWERK_BRONNEN", str(werkmap / "bronstukken"))

    assert voer_uit(["bronnen"]) == 0
    assert "Citaten opgezocht: 3" in capsys.readouterr().out


def test_a_quote_that_is_not_there_ends_in_one_and_names_its_place(werkmap, capsys):
    (werkmap / "bronstukken/brief.txt").write_text("Den Haag, 21 december 2024")

    assert voer_uit(["bronnen", "--map", "bronstukken"]) == 1
    assert "datums.besluit (brief, p. 1): “20 december 2024”" in (uit := capsys.readouterr().out)
    assert "inhoud/proef/datums.yaml:" in uit


def test_a_value_that_contradicts_its_own_quote_ends_in_one_too(werkmap, capsys):
    cijfers = werkmap / "inhoud/proef/cijfers.yaml"
    cijfers.write_text(cijfers.read_text(encoding="utf-8").replace("waarde: 45", "waarde: 46"), encoding="utf-8")

    assert voer_uit(["bronnen", "--map", "bronstukken"]) == 1
    uit = capsys.readouterr().out
    assert "cijfers.zuid (nota, p. 3): “45 bewoners”\n  het feit is 46, en dat staat niet in dit citaat\n" in uit
    assert "gevonden: 3.\nMet een andere waarde dan hun feit: 1." in uit
    assert voer_uit(["bronnen", "--map", "bronstukken", "--json"]) == 1
    citaten = json.loads(capsys.readouterr().out)["proef"]["citaten"]
    assert ["", "46", ""] == [citaat["andere_waarde"] for citaat in citaten if citaat["citaat"]]


def test_json_is_one_object_per_dossier(werkmap, capsys):
    assert voer_uit(["bronnen", "--map", "bronstukken", "--json"]) == 0
    assert {"citaten", "losse_gegevens"} == set(json.loads(capsys.readouterr().out)["proef"])


def test_sources_that_cannot_be_read_are_all_named_at_once(werkmap, capsys):
    (werkmap / "bronstukken/nota.txt").unlink()
    (werkmap / "bronstukken/nota.pdf").write_text("kapot")
    (werkmap / "bronstukken/brief.txt").write_bytes(b"\xff\xfe kapot")

    assert voer_uit(["bronnen", "--map", "bronstukken"]) == 2
    fout = capsys.readouterr().err
    assert "nota.pdf: dit is geen leesbare pdf" in fout
    assert "of leg de tekst als nota.txt in de map" in fout
    assert "brief.txt: dit is geen tekst in UTF-8" in fout


def test_beside_a_broken_pdf_the_text_is_read(werkmap, capsys):
    (werkmap / "bronstukken/nota.pdf").write_text("kapot")

    assert voer_uit(["bronnen", "--map", "bronstukken"]) == 0
    assert "gevonden: 3." in capsys.readouterr().out


def test_what_has_no_quote_is_counted_for_each_paper_and_the_line_says_where_each_is_named(werkmap, capsys):
    cijfers = werkmap / "inhoud/proef/cijfers.yaml"
    cijfers.write_text(cijfers.read_text() + "reacties: {waarde: 92, bron: {stuk: nota, pagina: 2}}\n")

    voer_uit(["bronnen", "--map", "bronstukken"])
    assert "zonder citaat: 1, van nota (1); --json noemt ze alle, met de uitslag ‘zonder citaat’." in (
        capsys.readouterr().out
    )


@pytest.mark.parametrize(
    ("getypt", "zin"),
    [
        ([], "noem de map met de bronstukken"),
        (["--map", "elders"], "elders: deze map bestaat niet"),
        (["--map", "gemeente.yaml"], "‘gemeente.yaml’ is een bestand, geen map."),
    ],
)
def test_without_a_folder_of_sources_the_command_asks_for_it(werkmap, capsys, getypt, zin):
    assert voer_uit(["bronnen", *getypt]) == 2
    assert zin in capsys.readouterr().err


def test_schemas_are_written_beside_files_of_others_and_an_edited_one_is_kept(werkmap, capsys):
    (werkmap / "schema").mkdir()
    (werkmap / "schema/eigen.json").write_text("van mij")
    assert voer_uit(["schema"]) == 0
    (werkmap / "schema/cijfers.json").write_text("met de hand")
    assert voer_uit(["schema"]) == 0

    assert "bewerkt/cijfers.json: dit bestand was met de hand gewijzigd" in capsys.readouterr().out
    assert (werkmap / "schema/bewerkt/cijfers.json").read_text() == "met de hand"
    assert (werkmap / "schema/eigen.json").read_text() == "van mij"
    for naam in ("dossier", "variant", "bezwaarzaak"):
        assert "properties" in json.loads((werkmap / f"schema/{naam}.json").read_text(encoding="utf-8"))
