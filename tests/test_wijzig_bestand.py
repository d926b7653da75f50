"""A changed fact in its file: every comment stays with its field, and no line of another fact is written anew."""

import difflib
import importlib
import re

import pytest
from hypothesis import given, settings, strategies as st
from voorbeelden import NAAM, bestanden

from generator.inhoud import load_dossier
from generator.inhoud.wijzigen import Nieuw, wijzig_feit

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
