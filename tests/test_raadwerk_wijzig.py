"""``raadwerk wijzig``: one changed fact goes into the YAML with its source; all else in the file stays as it was."""

import difflib
import errno
import importlib
import io
import shutil
import sys

import pytest
from conftest import kopieer_dalfsen

from generator.cli import voer_uit
from generator.cli.verschil import lees_toestand

CIJFERS = "inhoud/proef/cijfers.yaml"
MAIL = "e-mail wethouder, 13-1-2025 18:40"


@pytest.fixture(scope="module")
def origineel(tmp_path_factory):
    return kopieer_dalfsen(tmp_path_factory.mktemp("werk") / "raadwerk")


@pytest.fixture(scope="module", autouse=True)
def eens():
    """The same files give the same papers: those of before the change are made once for all tests."""
    standen = {}

    def stand(bestanden, naam):
        sleutel = (naam, *sorted(bestanden.items()))
        if sleutel not in standen:
            standen[sleutel] = lees_toestand(bestanden, naam)
        return standen[sleutel]

    with pytest.MonkeyPatch.context() as anders:
        anders.setattr(importlib.import_module("generator.cli.wijzig"), "lees_toestand", stand)
        yield


@pytest.fixture
def project(origineel):
    """A werkmap with Dalfsen; what a test changed in its facts is put back."""
    inhoud = {pad: pad.read_bytes() for pad in origineel.rglob("*.yaml")}
    yield origineel
    for pad, was in inhoud.items():
        pad.write_bytes(was)


@pytest.fixture
def typ(klein, capsys, monkeypatch):
    return _typer(klein, capsys, monkeypatch)


@pytest.fixture
def typ_in_dalfsen(project, capsys, monkeypatch):
    return _typer(project, capsys, monkeypatch)


def _typer(werkmap, capsys, monkeypatch):
    def voer(*woorden: str, invoer: str = "") -> tuple[int, str, str]:
        monkeypatch.chdir(werkmap)
        monkeypatch.setattr(sys, "stdin", io.StringIO(invoer))
        code = voer_uit(["wijzig", *woorden])
        uit, fout = capsys.readouterr()
        return code, uit.replace("\u00a0", " "), fout

    return voer


@pytest.fixture
def gewijzigd(typ, klein):
    return _wijziger(typ, klein)


@pytest.fixture
def gewijzigd_in_dalfsen(typ_in_dalfsen, project):
    return _wijziger(typ_in_dalfsen, project)


def _wijziger(typ, werkmap):
    """Runs it; gives the lines that went out of and came into the file."""

    def voer(bestand: str, *woorden: str) -> tuple[list[str], list[str]]:
        pad = werkmap / bestand
        voor = pad.read_text(encoding="utf-8").splitlines()
        code, _, fout = typ(*woorden, "--bron", MAIL)
        assert code == 0, fout
        verschil = list(difflib.ndiff(voor, pad.read_text(encoding="utf-8").splitlines()))
        return [r[2:] for r in verschil if r.startswith("- ")], [r[2:] for r in verschil if r.startswith("+ ")]

    return voer


def test_the_old_value_stays_as_a_mention_and_nothing_else_moves(gewijzigd):
    weg, erbij = gewijzigd(CIJFERS, "cijfers.zuid", "40")

    assert ["  waarde: 45", weg[1]] == weg
    assert f"    - {{waarde: 40, bron: {{toelichting: '{MAIL}'}}}}" in erbij
    assert any("waarde: 45" in regel and "pagina: 3" in regel for regel in erbij)
    assert {"  keuze: 40", f"  reden: Gewijzigd volgens {MAIL}."} <= set(erbij)


def test_the_change_shows_what_follows(typ):
    code, uit, _ = typ("cijfers.zuid", "40", "--bron", MAIL)

    assert code == 0
    assert "cijfers.zuid: 45 bewoners → 40 bewoners" in uit
    assert "cijfers.samen: circa 150 bewoners → circa 145 bewoners" in uit


def test_a_fact_with_mentions_gets_one_more_and_its_new_reason_comes_before_the_one_of_the_old_choice(gewijzigd):
    _, erbij = gewijzigd(CIJFERS, "cijfers.hof", "47")

    assert "  keuze: 47" in erbij
    (reden,) = (regel for regel in erbij if regel.startswith("  reden: "))
    assert f"Gewijzigd volgens {MAIL}. Eerder gekozen: circa 45. Reden toen: De ene vermelding is circa" in reden


def test_the_finding_on_a_choice_gives_no_reason_for_the_opposite(typ, capsys):
    typ("cijfers.hof", "47", "--bron", "collegebesluit 14 januari 2025")
    typ("cijfers.hof", "48", "--bron", "collegebesluit 21 januari 2025")
    assert voer_uit(["controleer"]) in {0, 1}
    gezegd = " ".join(capsys.readouterr().out.split())

    assert (
        "Reden van de keuze: Gewijzigd volgens collegebesluit 21 januari 2025. Eerder gekozen: 47. Reden toen: "
        "Gewijzigd volgens collegebesluit 14 januari 2025. Eerder gekozen: circa 45. Reden toen: De ene" in gezegd
    )


def test_an_open_fact_gets_its_value(gewijzigd_in_dalfsen):
    weg, erbij = gewijzigd_in_dalfsen("inhoud/dalfsen/verdeelbesluit.yaml", "verdeelbesluit.bekendmaking", "2024-12-23")

    assert [regel for regel in weg if "open:" in regel] == weg
    assert "  waarde: 2024-12-23" in erbij


def test_a_fact_the_agreement_leaves_out_is_written_where_it_belongs(gewijzigd_in_dalfsen):
    bestand = "inhoud/dalfsen/overeenkomst.yaml"
    weg, erbij = gewijzigd_in_dalfsen(bestand, "overeenkomst.locaties.voorkeurslocatie.bewoners", "180")

    assert [] == weg
    assert [f"    bewoners: {{waarde: 180, bron: {{toelichting: '{MAIL}'}}}}"] == erbij
    assert [
        "veiligheid:",
        f"  overleg_per_jaar: {{waarde: 4, bron: {{toelichting: '{MAIL}'}}}}",
    ] == gewijzigd_in_dalfsen(bestand, "overeenkomst.veiligheid.overleg_per_jaar", "4")[1]


def test_a_circa_value_says_so(gewijzigd):
    _, erbij = gewijzigd(CIJFERS, "cijfers.zuid", "40", "--circa")

    assert any("waarde: 40, circa: ja" in regel for regel in erbij)


def test_a_source_for_a_setting_that_had_none_does_not_call_it_changed(gewijzigd):
    weg, erbij = gewijzigd("gemeente.yaml", "gemeente.raadsleden", "21")

    assert ["raadsleden: 21"] == weg
    assert ["raadsleden:", "  waarde: 21", f"  bron: {{toelichting: '{MAIL}'}}"] == erbij


def test_what_an_exchange_brings_may_be_below_nought(gewijzigd_in_dalfsen):
    assert "  keuze: −3" in gewijzigd_in_dalfsen("inhoud/dalfsen/uitruil.yaml", "uitruil.amv", "-3")[1]


def test_a_value_of_a_record_that_shares_its_source_keeps_that_source_with_the_old_value(gewijzigd_in_dalfsen):
    _, erbij = gewijzigd_in_dalfsen("inhoud/dalfsen/locaties.yaml", "locaties.ambachtsweg.naam", "Ambachtsweg 1")

    assert any("waarde: Ambachtsweg," in regel and "opinierende_nota" in regel for regel in erbij)


def _is_van_bron_voorzien(gewijzigd, bestand, feit, eerder, waarde):
    weg, erbij = gewijzigd(bestand, feit, waarde)

    naam = feit.rpartition(".")[2]
    assert [f"{naam}: {eerder}"] == [regel.strip() for regel in weg]
    lang = f"{naam}: {{waarde: {waarde}, bron: {{toelichting: '{MAIL}'}}, toelichting: 'Eerder: {eerder}.'}}"
    assert [lang] == [regel.strip() for regel in erbij]


@pytest.mark.parametrize(
    ("bestand", "feit", "eerder", "waarde"),
    [
        ("gemeente.yaml", "gemeente.vergaderdag", "maandag", "dinsdag"),
        ("gemeente.yaml", "gemeente.raadsleden", "21", "23"),
        ("inhoud/proef/dossier.yaml", "toetsdatum", "2025-01-13", "2025-01-20"),
    ],
)
def test_a_setting_without_a_source_gets_one_and_says_what_it_was(gewijzigd, bestand, feit, eerder, waarde):
    _is_van_bron_voorzien(gewijzigd, bestand, feit, eerder, waarde)


@pytest.mark.parametrize(
    ("bestand", "feit", "eerder", "waarde"),
    [
        ("inhoud/dalfsen/bijlagen.yaml", "bijlagen.motie.openbaar", "ja", "nee"),
    ],
)
def test_so_does_a_setting_of_a_record(gewijzigd_in_dalfsen, bestand, feit, eerder, waarde):
    _is_van_bron_voorzien(gewijzigd_in_dalfsen, bestand, feit, eerder, waarde)


def test_a_setting_can_be_changed_a_second_time(gewijzigd):
    gewijzigd("gemeente.yaml", "gemeente.raadsleden", "23")
    _, erbij = gewijzigd("gemeente.yaml", "gemeente.raadsleden", "25")

    assert "keuze: 25" in " ".join(erbij)
    assert "Eerder: 21." in " ".join(erbij)


@pytest.mark.parametrize(
    ("woorden", "melding"),
    [
        (("cijfers.capaciteit_regulie", "180"), "bedoelde u ‘cijfers.capaciteit_regulier’"),
        (("taak_amv", "16"), "‘verdeelbesluit.taak_amv’"),
        (("cijfers.capaciteit_regulier", "veel"), "‘veel’ is geen getal"),
        (("cijfers.verschil_regulier", "4"), "wordt berekend"),
        (("verdeelbesluit.bekendmaking", "2024-02-31"), "2024-02-31"),
        (("cijfers.capaciteit_regulier", "180\u0000"), "teken"),
        (("stukken.raadsnota.status", "Klaar"), "een van ‘concept’, ‘college akkoord’, ‘verzonden’"),
    ],
)
def test_what_cannot_be_leaves_the_file_as_it_was(typ_in_dalfsen, project, woorden, melding):
    voor = {pad: pad.read_bytes() for pad in project.rglob("*.yaml")}
    code, _, fout = typ_in_dalfsen(*woorden, "--bron", MAIL)

    assert code == 2
    assert melding in fout
    assert voor == {pad: pad.read_bytes() for pad in voor}


def test_what_is_missing_is_asked(typ, klein):
    code, uit, _ = typ("cijfers.zuid", invoer=f"40\n{MAIL}\n")

    assert code == 0
    assert "Nieuwe waarde?" in uit
    assert "keuze: 40" in (klein / CIJFERS).read_text(encoding="utf-8")


def test_what_is_no_value_is_said_before_the_source_is_asked_and_asked_again(typ, klein):
    code, uit, _ = typ("cijfers.zuid", invoer=f"veel\n40\n{MAIL}\n")

    assert code == 0
    assert uit.index("‘veel’ is geen getal") < uit.rindex("Nieuwe waarde?") < uit.index("Waar komt die vandaan")
    assert "keuze: 40" in (klein / CIJFERS).read_text(encoding="utf-8")


def test_of_more_dossiers_the_menu_asks_which_and_a_fact_names_the_option(typ_in_dalfsen, project):
    shutil.copytree(project / "inhoud/dalfsen", project / "inhoud/raalte")
    try:
        _, uit, _ = typ_in_dalfsen(invoer="2\n1\n")
        code, _, fout = typ_in_dalfsen("verdeelbesluit.taak_amv", "16", "--bron", MAIL)
    finally:
        shutil.rmtree(project / "inhoud/raalte")

    assert uit.index("2  raalte") < uit.index("Welk dossier? Nummer") < uit.index("Welk bestand? Nummer")
    assert code == 2
    assert "raad: noem er een met --dossier: dalfsen, raalte" in fout


def test_without_words_there_is_a_menu(typ_in_dalfsen):
    code, uit, _ = typ_in_dalfsen(invoer="999\nx\n1\n1\n\n")

    assert "cijfers" in uit
    assert "999 staat niet in de lijst; kies een nummer dat er staat." in uit
    assert "x is geen geldig getal." in uit
    assert "Welk bestand? Nummer" in uit
    assert "Zaaknummer (raadsnota): [nog in te vullen" in uit
    assert code != 0  # the input ended before there was a value


@pytest.mark.parametrize(
    ("mag", "raad"), [(True, "sluit het in andere programma’s"), (False, "vraag de beheerder om schrijfrecht")]
)
def test_a_file_that_cannot_be_written_is_a_sentence(typ, monkeypatch, mag, raad):
    monkeypatch.setattr("pathlib.Path.replace", _weiger)
    monkeypatch.setattr("os.access", lambda *_: mag)
    code, _, fout = typ("cijfers.zuid", "40", "--bron", MAIL)

    assert code == 2
    assert "niet te schrijven" in fout
    assert f"raad: {raad}\n" in fout


def test_a_full_disk_is_called_that(typ, klein, monkeypatch):
    def vol(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    voor = (klein / CIJFERS).read_bytes()
    monkeypatch.setattr("pathlib.Path.write_bytes", vol)
    code, _, fout = typ("cijfers.zuid", "40", "--bron", MAIL)

    assert code == 2
    assert "de schijf is vol; dit bestand is gebleven zoals het was" in fout
    assert voor == (klein / CIJFERS).read_bytes()


def test_of_a_computed_fact_those_that_can_be_changed_are_named(typ_in_dalfsen):
    _, _, fout = typ_in_dalfsen("cijfers.gat_in_dagen", "4", "--bron", MAIL)

    assert "wordt berekend" in fout
    assert "duren.realisatietijd" in fout
    assert "volgt: datums.vroegste_opening" not in fout


def _weiger(*_):
    raise PermissionError
