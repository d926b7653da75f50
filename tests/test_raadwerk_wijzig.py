"""``raadwerk wijzig``: one changed fact goes into the YAML with its source; all else in the file stays as it was."""

import difflib
import errno
import importlib
import io
import re
import sys

import pytest
from conftest import kopieer_project, write_bestanden
from hypothesis import given, settings, strategies as st
from voorbeelden import BESTANDEN, NAAM, bestanden

from generator.cli import voer_uit
from generator.cli.verschil import lees_toestand
from generator.inhoud import load_dossier
from generator.inhoud.wijzigen import Nieuw, wijzig_feit

CIJFERS = "inhoud/dalfsen/cijfers.yaml"
MAIL = "e-mail wethouder, 13-1-2025 18:40"


@pytest.fixture(scope="module")
def origineel(tmp_path_factory):
    return kopieer_project(tmp_path_factory.mktemp("werk") / "raadwerk")


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
    """The copy of the project; what a test changed in its facts is put back."""
    inhoud = {pad: pad.read_bytes() for pad in origineel.rglob("*.yaml")}
    yield origineel
    for pad, was in inhoud.items():
        pad.write_bytes(was)


@pytest.fixture
def typ(project, capsys, monkeypatch):
    def voer(*woorden: str, invoer: str = "") -> tuple[int, str, str]:
        monkeypatch.chdir(project)
        monkeypatch.setattr(sys, "stdin", io.StringIO(invoer))
        code = voer_uit(["wijzig", *woorden])
        uit, fout = capsys.readouterr()
        return code, uit.replace("\u00a0", " "), fout

    return voer


@pytest.fixture
def gewijzigd(typ, project):
    """Runs it; gives the lines that went out of and came into the file."""

    def voer(bestand: str, *woorden: str) -> tuple[list[str], list[str]]:
        pad = project / bestand
        voor = pad.read_text(encoding="utf-8").splitlines()
        code, _, fout = typ(*woorden, "--bron", MAIL)
        assert code == 0, fout
        verschil = list(difflib.ndiff(voor, pad.read_text(encoding="utf-8").splitlines()))
        return [r[2:] for r in verschil if r.startswith("- ")], [r[2:] for r in verschil if r.startswith("+ ")]

    return voer


def test_the_old_value_stays_as_a_mention_and_nothing_else_moves(gewijzigd):
    weg, erbij = gewijzigd(CIJFERS, "cijfers.capaciteit_regulier", "180")

    assert ["  waarde: 190", weg[1]] == weg
    assert f"    - {{waarde: 180, bron: {{toelichting: '{MAIL}'}}}}" in erbij
    assert any("waarde: 190" in regel and "pagina: 5" in regel for regel in erbij)
    assert {"  keuze: 180", f"  reden: Gewijzigd volgens {MAIL}."} <= set(erbij)


def test_the_change_shows_what_follows(typ):
    code, uit, _ = typ("cijfers.capaciteit_regulier", "180", "--bron", MAIL)

    assert code == 0
    assert "cijfers.capaciteit_regulier: 190 opvangplaatsen → 180 opvangplaatsen" in uit
    assert "cijfers.verschil_regulier: 48 opvangplaatsen → 38 opvangplaatsen" in uit


def test_a_fact_with_mentions_gets_one_more_and_its_new_reason_comes_before_the_one_of_the_old_choice(gewijzigd):
    _, erbij = gewijzigd(CIJFERS, "cijfers.opvang_hof_van_dalfsen", "47")

    assert "  keuze: 47" in erbij
    (reden,) = (regel for regel in erbij if regel.startswith("  reden: "))
    assert f"Gewijzigd volgens {MAIL}. Eerder gekozen: circa 45. Reden toen: De ene vermelding is circa" in reden


def test_the_finding_on_a_choice_gives_no_reason_for_the_opposite(typ, project, capsys):
    typ("duren.looptijd", "10 jaar", "--bron", "collegebesluit 14 januari 2025")
    typ("duren.looptijd", "12 jaar", "--bron", "collegebesluit 21 januari 2025")
    assert voer_uit(["controleer", "dalfsen"]) in {0, 1}
    gezegd = " ".join(capsys.readouterr().out.split())

    assert (
        "Reden van de keuze: Gewijzigd volgens collegebesluit 21 januari 2025. Eerder gekozen: 10 jaar. Reden toen: "
        "Gewijzigd volgens collegebesluit 14 januari 2025. Eerder gekozen: 7 jaar. Reden toen: Zeven jaar is" in gezegd
    )


def test_an_open_fact_gets_its_value(gewijzigd):
    weg, erbij = gewijzigd("inhoud/dalfsen/verdeelbesluit.yaml", "verdeelbesluit.bekendmaking", "2024-12-23")

    assert [regel for regel in weg if "open:" in regel] == weg
    assert "  waarde: 2024-12-23" in erbij


def test_a_fact_the_agreement_leaves_out_is_written_where_it_belongs(gewijzigd):
    bestand = "inhoud/dalfsen/overeenkomst.yaml"
    weg, erbij = gewijzigd(bestand, "overeenkomst.locaties.voorkeurslocatie.bewoners", "180")

    assert [] == weg
    assert [f"    bewoners: {{waarde: 180, bron: {{toelichting: '{MAIL}'}}}}"] == erbij
    assert ["veiligheid:", f"  overleg_per_jaar: {{waarde: 4, bron: {{toelichting: '{MAIL}'}}}}"] == gewijzigd(
        bestand, "overeenkomst.veiligheid.overleg_per_jaar", "4"
    )[1]


def test_a_circa_value_says_so(gewijzigd):
    _, erbij = gewijzigd(CIJFERS, "cijfers.capaciteit_regulier", "180", "--circa")

    assert any("waarde: 180, circa: ja" in regel for regel in erbij)


@pytest.mark.parametrize("bron", [[], ["--bron", "nota van de wethouder"]])
def test_a_value_that_is_so_already_is_not_written_again(geld, bron):
    _, _, was = geld("wijzig", "cijfers.prijs", "€ 825.000", "--bron", "nota van de wethouder")
    code, uit, inhoud = geld("wijzig", "cijfers.prijs", "825000", *bron)

    assert code == 0
    assert uit == f"cijfers.prijs is al € 825.000{', met deze bron' if bron else ''}. Er is niets gewijzigd.\n"
    assert was == inhoud


@pytest.mark.parametrize(
    ("feit", "getypt", "regel"),
    [
        ("prijs", "812.500", "  bron:\n    - {stuk: nota}\n    - {toelichting: 'MAIL'}\n"),
        ("noord", "circa 105", "  bron:\n    - {stuk: nota, pagina: 3, citaat: circa 105 bewoners}\n"),
    ],
)
def test_another_source_for_the_same_value_is_all_that_is_written(geld, feit, getypt, regel):
    _, uit, inhoud = geld("wijzig", f"cijfers.{feit}", getypt, "--bron", MAIL)

    assert "Alleen de bron is erbij gezet, in inhoud/proef/cijfers.yaml." in uit
    assert regel.replace("MAIL", MAIL) in inhoud
    assert "keuze" not in inhoud.partition(f"\n{feit}:")[2].partition("\nzuid:")[0]
    assert "Eerder" not in inhoud


def test_a_second_source_for_a_chosen_value_is_one_mention_more_and_the_reason_stays(geld):
    _, _, was = geld("wijzig", "cijfers.prijs", "€ 825.000", "--bron", "nota van de wethouder")
    _, _, inhoud = geld("wijzig", "cijfers.prijs", "825000", "--bron", MAIL)

    erbij = [regel[2:] for regel in difflib.ndiff(was.splitlines(), inhoud.splitlines()) if regel[0] in "+-"]
    assert [f"    - {{waarde: € 825.000, bron: {{toelichting: '{MAIL}'}}}}"] == erbij


def test_a_source_for_a_setting_that_had_none_does_not_call_it_changed(gewijzigd):
    weg, erbij = gewijzigd("gemeente.yaml", "gemeente.raadsleden", "21")

    assert ["raadsleden: 21"] == weg
    assert ["raadsleden:", "  waarde: 21", f"  bron: {{toelichting: '{MAIL}'}}"] == erbij


def test_who_goes_back_on_a_change_gets_no_mention_twice(geld):
    for prijs, bron in (("€ 825.000", "brief"), ("€ 830.000", "mail"), ("€ 825.000", "brief")):
        _, _, inhoud = geld("wijzig", "cijfers.prijs", prijs, "--bron", bron)

    assert inhoud.count("{waarde: € 825.000, bron: {toelichting: brief}}") == 1
    assert "keuze: € 825.000" in inhoud


GELD = """\
prijs:
  waarde: € 812.500
  bron: {stuk: nota}
deel:
  waarde: 90%
  bron: {stuk: nota}
diepte:
  waarde: -2
  eenheid: meter
  bron: {stuk: nota}
grens:
  waarde: "> 100"
  bron: {stuk: nota}
"""


@pytest.fixture
def geld(tmp_path, capsys, monkeypatch):
    """A little dossier with an amount and a percentage; gives the exit code, what was said, and its file."""
    write_bestanden(tmp_path, bestanden(cijfers=BESTANDEN["cijfers.yaml"] + GELD))
    monkeypatch.chdir(tmp_path)

    def voer(*woorden):
        code = voer_uit(list(woorden))
        uit, fout = capsys.readouterr()
        return code, (fout or uit).replace("\u00a0", " "), (tmp_path / "inhoud/proef/cijfers.yaml").read_text("utf-8")

    return voer


@pytest.mark.parametrize(
    ("feit", "getypt", "bewaard", "getoond"),
    [
        ("prijs", "825000", "€ 825000", "€ 812.500 → € 825.000"),
        ("prijs", "825.000,50", "€ 825.000,50", "€ 812.500 → € 825.000,50"),
        ("prijs", "€ 9", "€ 9", "€ 812.500 → € 9"),
        ("deel", "82,5", "82,5%", "90% → 82,5%"),
        ("noord", "106", "106", "circa 105 bewoners → 106 bewoners"),
        ("diepte", "-3", "−3", "−2 meter → −3 meter"),
        ("diepte", "−1.203,5", "−1.203,5", "−2 meter → −1.203,5 meter"),
        ("grens", "≥ 100", "≥ 100", "meer dan 100 → ten minste 100"),
    ],
)
def test_an_amount_stays_an_amount_and_a_percentage_a_percentage(geld, feit, getypt, bewaard, getoond):
    code, uit, inhoud = geld("wijzig", f"cijfers.{feit}", getypt, "--bron", MAIL)

    assert code == 0
    assert f"keuze: {bewaard}\n" in inhoud
    assert f"cijfers.{feit}: {getoond}" in uit


@pytest.mark.parametrize("circa", [False, True])
def test_a_value_that_was_circa_says_that_it_no_longer_is(geld, circa):
    code, uit, _ = geld("wijzig", "cijfers.noord", "106", "--bron", MAIL, *(["--circa"] if circa else []))

    assert code == 0
    assert circa is not ("dat vervalt. Met --circa blijft het staan." in uit)


@pytest.mark.parametrize("bron", [[], ["--bron", MAIL]])
def test_the_same_number_without_circa_says_that_it_stays_circa(geld, bron):
    code, uit, _ = geld("wijzig", "cijfers.noord", "105", *bron)

    assert code == 0
    assert "Let op: het blijft circa, want een bron ervan zegt circa; is het nu precies bekend, haal dan ‘circa’" in uit


def test_what_an_exchange_brings_may_be_below_nought(gewijzigd):
    assert "  keuze: −3" in gewijzigd("inhoud/dalfsen/uitruil.yaml", "uitruil.amv", "-3")[1]


@pytest.mark.parametrize("keer", [1, 2])
def test_a_question_stays_with_the_fact_and_is_named(geld, tmp_path, keer):
    pad = tmp_path / "inhoud/proef/cijfers.yaml"
    vraag = "zuid:\n  vraag: is dit met de opvang in het hotel?\n"
    pad.write_text(pad.read_text("utf-8").replace("zuid:\n", vraag), "utf-8")
    for nummer in range(keer):
        code, uit, inhoud = geld("wijzig", "cijfers.zuid", f"4{nummer}", "--bron", MAIL)

    assert code == 0
    assert "bij dit feit staat nog een vraag: ‘is dit met de opvang in het hotel?’." in uit
    assert vraag in inhoud


@pytest.mark.parametrize(
    ("feit", "getypt", "melding"),
    [
        ("noord", "€ 106", "‘cijfers.noord’ telt euro en ‘cijfers.zuid’ telt bewoners"),
        ("prijs", "5%", "de nieuwe waarde is een percentage"),
        ("grens", "100", 'typ het teken mee: "> 100" (meer dan) of "≥ 100" (ten minste)'),
        ("deel", "> 90", "de nieuwe waarde is een grens"),
        ("noord", "-3", "‘cijfers.noord’ is een aantal, en er kunnen er niet minder dan geen zijn"),
        ("noord", "16,5", "‘cijfers.noord’ is een aantal, en de nieuwe waarde is geen heel getal"),
    ],
)
def test_a_value_of_another_kind_is_refused(geld, feit, getypt, melding):
    code, uit, inhoud = geld("wijzig", f"cijfers.{feit}", getypt, "--bron", MAIL)

    assert code == 2
    assert melding in uit
    assert inhoud == BESTANDEN["cijfers.yaml"] + GELD


def test_a_tried_amount_stays_an_amount(geld):
    assert "cijfers.prijs: € 812.500 → € 825.000" in geld("verschil", "--stel", "cijfers.prijs=825000")[1]


def test_a_tried_threshold_without_its_sign_is_refused(geld):
    code, uit, _ = geld("verschil", "--stel", "cijfers.grens=90")

    assert code == 2
    assert "‘cijfers.grens’ is een grens, en ‘90’ is een getal" in uit
    assert 'typ het teken mee: "> 90" (meer dan) of "≥ 90" (ten minste)' in uit
    assert "cijfers.grens: meer dan 100 → meer dan 90" in geld("verschil", "--stel", "cijfers.grens=> 90")[1]


def test_a_value_of_a_record_that_shares_its_source_keeps_that_source_with_the_old_value(gewijzigd):
    _, erbij = gewijzigd("inhoud/dalfsen/locaties.yaml", "locaties.ambachtsweg.naam", "Ambachtsweg 1")

    assert any("waarde: Ambachtsweg," in regel and "opinierende_nota" in regel for regel in erbij)


@pytest.mark.parametrize(
    ("bestand", "feit", "eerder", "waarde"),
    [
        ("gemeente.yaml", "gemeente.vergaderdag", "maandag", "dinsdag"),
        ("gemeente.yaml", "gemeente.raadsleden", "21", "23"),
        ("inhoud/dalfsen/dossier.yaml", "toetsdatum", "2025-01-13", "2025-01-20"),
        ("inhoud/dalfsen/bijlagen.yaml", "bijlagen.motie.openbaar", "ja", "nee"),
    ],
)
def test_a_setting_without_a_source_gets_one_and_says_what_it_was(gewijzigd, bestand, feit, eerder, waarde):
    weg, erbij = gewijzigd(bestand, feit, waarde)

    naam = feit.rpartition(".")[2]
    assert [f"{naam}: {eerder}"] == [regel.strip() for regel in weg]
    lang = f"{naam}: {{waarde: {waarde}, bron: {{toelichting: '{MAIL}'}}, toelichting: 'Eerder: {eerder}.'}}"
    assert [lang] == [regel.strip() for regel in erbij]


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
def test_what_cannot_be_leaves_the_file_as_it_was(typ, project, woorden, melding):
    voor = {pad: pad.read_bytes() for pad in project.rglob("*.yaml")}
    code, _, fout = typ(*woorden, "--bron", MAIL)

    assert code == 2
    assert melding in fout
    assert voor == {pad: pad.read_bytes() for pad in voor}


def test_what_is_missing_is_asked(typ, project):
    code, uit, _ = typ("cijfers.capaciteit_regulier", invoer=f"180\n{MAIL}\n")

    assert code == 0
    assert "Nieuwe waarde?" in uit
    assert "keuze: 180" in (project / CIJFERS).read_text(encoding="utf-8")


def test_what_is_no_value_is_said_before_the_source_is_asked(typ):
    code, uit, fout = typ("cijfers.capaciteit_regulier", invoer=f"veel\n{MAIL}\n")

    assert code == 2
    assert "Waar komt die vandaan" not in uit
    assert "‘veel’ is geen getal" in fout


def test_without_words_there_is_a_menu(typ):
    code, uit, _ = typ(invoer="999\nx\n1\n1\n\n")

    assert "cijfers" in uit
    assert "999 staat niet in de lijst; kies een nummer dat er staat." in uit
    assert "x is geen geldig getal." in uit
    assert "Welk bestand? Nummer" in uit
    assert code != 0  # the input ended before there was a value


@pytest.mark.parametrize(
    ("mag", "raad"), [(True, "sluit het in andere programma’s"), (False, "vraag de beheerder om schrijfrecht")]
)
def test_a_file_that_cannot_be_written_is_a_sentence(typ, monkeypatch, mag, raad):
    monkeypatch.setattr("pathlib.Path.replace", _weiger)
    monkeypatch.setattr("os.access", lambda *_: mag)
    code, _, fout = typ("cijfers.capaciteit_regulier", "180", "--bron", MAIL)

    assert code == 2
    assert "niet te schrijven" in fout
    assert f"raad: {raad}\n" in fout


def test_a_full_disk_is_called_that(typ, project, monkeypatch):
    def vol(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    voor = (project / CIJFERS).read_bytes()
    monkeypatch.setattr("pathlib.Path.write_bytes", vol)
    code, _, fout = typ("cijfers.capaciteit_regulier", "180", "--bron", MAIL)

    assert code == 2
    assert "de schijf is vol; dit bestand is gebleven zoals het was" in fout
    assert voor == (project / CIJFERS).read_bytes()


def test_of_a_computed_fact_those_that_can_be_changed_are_named(typ):
    _, _, fout = typ("cijfers.gat_in_dagen", "4", "--bron", MAIL)

    assert "wordt berekend" in fout
    assert "duren.realisatietijd" in fout
    assert "volgt: datums.vroegste_opening" not in fout


def _weiger(*_):
    raise PermissionError


# --- nothing else in the file changes ---------------------------------------------------------------------------

VOL = """\
# over dit bestand
eerste:
  waarde: 1
  bron: {stuk: nota, pagina: 1, citaat: een}

# over noord
noord:
  waarde: 105
  circa: ja
  eenheid: bewoner/bewoners
  bron:
    - {stuk: nota, pagina: 3, citaat: circa 105 bewoners}
    - {stuk: brief, pagina: 1, citaat: 105 mensen}

# over zuid
zuid: {waarde: 45, bron: {stuk: nota, pagina: 3, citaat: 45 bewoners}}
oost:
  vermeldingen:
    - {waarde: 1, bron: {stuk: nota}}
    - {waarde: 2, bron: {stuk: brief}}
  keuze: 2
  reden: later
west:
  open: hoeveel
  naam: West
laatste: {open: wat}
# einde
"""
NAMEN = ("eerste", "noord", "zuid", "oost", "west", "laatste")
REGELS = VOL.splitlines()


def met_77(tekst, naam):
    """The file `tekst` with 77 for the fact `naam`, and the facts it holds then."""
    feit = load_dossier(bestanden(cijfers=tekst), NAAM).feiten[f"cijfers.{naam}"]
    uit = wijzig_feit(tekst.encode(), (naam,), feit, Nieuw("77", "brief van 1 mei")).decode()
    return uit, load_dossier(bestanden(cijfers=uit), NAAM).feiten


@pytest.mark.parametrize("naam", NAMEN)
@settings(max_examples=20)
@given(st.sets(st.integers(0, 2 * len(REGELS) - 1)), st.sampled_from(["\n", "\r\n"]), st.booleans())
def test_every_comment_wherever_it_stands_is_kept_and_so_is_every_other_fact(naam, plekken, einde, met_einde):
    regels = []
    for nummer, regel in enumerate(REGELS):
        regels += [f"# noot {nummer}a"] if 2 * nummer in plekken else []
        los = not regel.strip() or regel.startswith("#") or 2 * nummer + 1 not in plekken
        regels += [regel if los else f"{regel}  # noot {nummer}b"]
    tekst = einde.join(regels) + (einde if met_einde else "")

    uit, feiten = met_77(tekst, naam)

    assert sorted(re.findall("#[^\r\n]*", tekst)) == sorted(re.findall("#[^\r\n]*", uit))
    assert einde == "\n" or "\n" not in uit.replace("\r\n", "")
    assert feiten[f"cijfers.{naam}"].getal == 77
    vroeger = load_dossier(bestanden(cijfers=VOL), NAAM).feiten
    for pad in (f"cijfers.{ander}" for ander in NAMEN if ander != naam):
        assert vroeger[pad].waarde == feiten[pad].waarde


MET_OPMERKINGEN = """\
noord:  # n0
    # boven waarde
    waarde: 105  # achter waarde
    circa: ja  # achter circa
    # boven eenheid
    eenheid: bewoner/bewoners  # achter eenheid
    bron:  # achter bron
      # boven een
      - {stuk: nota, pagina: 3, citaat: circa 105 bewoners}  # achter een
    # boven naam

    naam: Noord  # achter naam
zuid:
  # boven vermeldingen
  vermeldingen:  # achter vermeldingen
    # boven een
    - { waarde: 1,  bron: {stuk: nota}}  # achter een
    - {waarde: 2, bron: {stuk: brief}}  # achter twee
  # boven keuze
  keuze: 2  # achter keuze
  # boven reden
  reden: later  # achter reden
  # boven naam
  naam: Zuid  # achter naam
"""
BIJ_ELKAAR = """\
noord:  # n0
  # boven waarde
  # achter waarde
  # achter circa
  # achter bron
  # boven een
  # achter een
  vermeldingen:
    - {waarde: 105, circa: ja, bron: {stuk: nota, pagina: 3, citaat: circa 105 bewoners}}
    - {waarde: 77, bron: {toelichting: brief van 1 mei}}
  keuze: 77
  reden: Gewijzigd volgens brief van 1 mei.
  # boven eenheid
  eenheid: bewoner/bewoners  # achter eenheid
  # boven naam

  naam: Noord  # achter naam
zuid:
  # boven vermeldingen
  vermeldingen:  # achter vermeldingen
    # boven een
    - { waarde: 1,  bron: {stuk: nota}}  # achter een
    - {waarde: 2, bron: {stuk: brief}}  # achter twee
    - {waarde: 77, bron: {toelichting: brief van 1 mei}}
  # boven naam
  naam: Zuid  # achter naam
  # boven keuze
  keuze: 77  # achter keuze
  # boven reden
  reden: 'Gewijzigd volgens brief van 1 mei. Eerder gekozen: 2. Reden toen: later'  # achter reden
"""


def test_each_comment_stays_with_its_field_and_those_of_a_field_that_goes_stay_in_order():
    tekst, _ = met_77(MET_OPMERKINGEN, "noord")

    assert BIJ_ELKAAR == met_77(tekst, "zuid")[0]


@pytest.mark.parametrize("naam", NAMEN)
def test_no_line_of_another_fact_is_written_anew(naam):
    los = VOL.replace("{stuk: nota, pagina: 1, citaat: een}", "{ stuk: nota,pagina: 1,  citaat: 'een' }")
    uit, _ = met_77(los, naam)

    anders = [regel for regel in difflib.ndiff(los.splitlines(), uit.splitlines()) if regel.startswith("- ")]
    begin = next(nummer for nummer, regel in enumerate(los.splitlines()) if regel.startswith(f"{naam}:"))
    eigen = [regel for regel in los.splitlines()[begin:] if not regel.startswith("#")]
    volgende = next((n for n, regel in enumerate(eigen[1:], 1) if regel and not regel.startswith(" ")), len(eigen))
    assert {regel[2:] for regel in anders} <= set(eigen[:volgende])


def test_a_file_of_windows_keeps_its_mark_and_its_line_ends(geld, tmp_path):
    pad = tmp_path / "inhoud/proef/cijfers.yaml"
    pad.write_bytes(b"\xef\xbb\xbf" + pad.read_bytes().replace(b"\n", b"\r\n"))

    assert geld("wijzig", "cijfers.prijs", "€ 830.000", "--bron", "brief")[0] == 0

    assert pad.read_bytes().startswith(b"\xef\xbb\xbf")
    assert b"\n" not in pad.read_bytes().replace(b"\r\n", b"")


def test_what_another_wrote_in_the_meantime_is_not_overwritten(geld, tmp_path, monkeypatch):
    pad = tmp_path / "inhoud/proef/cijfers.yaml"
    anders = pad.read_text("utf-8") + "# intussen\n"
    wijzig_opdracht = importlib.import_module("generator.cli.wijzig")
    reken = wijzig_opdracht.gewijzigd

    def intussen(*argumenten):
        pad.write_text(anders, "utf-8")
        return reken(*argumenten)

    monkeypatch.setattr(wijzig_opdracht, "gewijzigd", intussen)
    code, gezegd, inhoud = geld("wijzig", "cijfers.prijs", "€ 830.000", "--bron", "brief")

    assert code == 2
    assert "intussen door een ander programma gewijzigd; er is niets overschreven" in gezegd
    assert inhoud == anders
    assert [pad] == [een for een in pad.parent.iterdir() if "cijfers" in een.name]


@pytest.mark.parametrize(
    ("getypt", "waarde"),
    [
        ("180 bewoners", "waarde: 180, bron"),
        ("circa 180", "waarde: 180, circa: ja, bron"),
        ("ca. 180 bewoners", "waarde: 180, circa: ja, bron"),
    ],
)
def test_a_value_may_be_typed_as_it_is_printed(geld, getypt, waarde):
    code, _, inhoud = geld("wijzig", "cijfers.zuid", getypt, "--bron", "brief")

    assert code == 0
    assert waarde in inhoud


def test_what_is_no_value_is_said_once_and_about_what_was_typed(geld, tmp_path):
    was = (tmp_path / "inhoud/proef/cijfers.yaml").read_text("utf-8")
    code, gezegd, inhoud = geld("wijzig", "cijfers.zuid", "veel", "--bron", "brief")

    assert (code, inhoud) == (2, was)
    assert gezegd.startswith("WAARDE: ‘veel’ is geen getal")
    assert "1 fout; er is niets geschreven." in gezegd
