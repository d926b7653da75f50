"""How long a paper became is told when it is made and when it is read back, and by nothing before."""

import json

import pytest
import yaml
from conftest import WORTEL, run_in, write_bestanden
from voorbeelden import BESTANDEN, NAAM, bestanden

from generator import keten
from generator.bladzijden import Omvang, Papier
from generator.lezers.omvang import meet_omvang
from generator.lezers.pdf import read_paginas
from generator.meegeleverd import read_meegeleverd
from generator.regels.register import REGELS, Neemt
from generator.verslagen import bevindingen as verslag

GEVALLEN = yaml.load((WORTEL / "tests/gevallen/omvang.yaml").read_text(encoding="utf-8"), yaml.CSafeLoader)
LETTERS = "bcdfghjkm"
# None is another's, for what comes back on every page is no text of the paper.
ALINEAS = [f"De straat die {een}a{twee} heet, ligt in Zuid.\n\n" for een in LETTERS for twee in LETTERS]
BIJLAGE = "::: paginaeinde\n:::\n\n## Bijlage: de bewoners {#bijlage ongenummerd}\n\nAlles.\n"
TELT = "nota telt twee bladzijden; een oplegger telt er gewoonlijk ten hoogste één"


def werkmap(map_, alineas, slot=""):
    """A werkmap with one paper, an oplegger of so many paragraphs; the files that make it lie in `map_`."""
    dossier = BESTANDEN["dossier.yaml"].replace("soort: proefnota", "soort: oplegger")
    sjabloon = BESTANDEN["sjablonen/proefnota.md.j2"] + "".join(ALINEAS[:alineas]) + slot
    return write_bestanden(map_, bestanden(dossier=dossier, **{"sjablonen/oplegger.md.j2": sjabloon}))


def zegt(capsys, map_, *woorden):
    """What a command prints, on one line."""
    capsys.readouterr()
    run_in(map_, *woorden)
    return " ".join(capsys.readouterr().out.split())


def bevindingen(geval):
    """The findings on a paper of this kind and length, and how they read."""
    slot = BIJLAGE if "bijlage_op" in geval else ""
    anders = {f"sjablonen/{geval['soort']}.md.j2": BESTANDEN["sjablonen/proefnota.md.j2"] + slot}
    anders["dossier"] = BESTANDEN["dossier.yaml"].replace("soort: proefnota", f"soort: {geval['soort']}")
    gelezen = keten.lees(bestanden(**anders), read_meegeleverd(""), NAAM)
    omvang = Omvang(geval["bladen"], {"bijlage": geval["bijlage_op"]} if slot else {})
    uitslag = keten.controleer(gelezen, keten.maak_bomen(gelezen), {"nota.pdf": Papier((), omvang=omvang)})
    gevonden = [b for b in uitslag.bevindingen if REGELS[b.code].neemt is Neemt.OMVANG]
    return gevonden, " ".join(verslag.als_tekst({NAAM: gevonden}, gelezen.recht.meldingen).split())


@pytest.mark.parametrize("geval", GEVALLEN, ids=lambda geval: geval["spreekt"]["naam"])
def test_a_rule_on_length_speaks(geval):
    gevonden, tekst = bevindingen(geval["spreekt"])

    assert [geval["code"]] == [bevinding.code for bevinding in gevonden]
    assert geval["spreekt"]["ernst"] == gevonden[0].ernst
    assert [] == [deel for deel in geval["spreekt"]["melding"] if deel not in tekst]


@pytest.mark.parametrize("geval", GEVALLEN, ids=lambda geval: geval["zwijgt"]["naam"])
def test_a_rule_on_length_is_silent(geval):
    assert [] == bevindingen(geval["zwijgt"])[0]


def test_every_rule_on_length_has_its_cases():
    assert {code for code, regel in REGELS.items() if regel.neemt is Neemt.OMVANG} == {g["code"] for g in GEVALLEN}


def test_the_bytes_of_a_pdf_of_ours_tell_its_pages_and_where_each_part_begins():
    sjabloon = BESTANDEN["sjablonen/proefnota.md.j2"] + "".join(ALINEAS[:60]) + BIJLAGE
    gelezen = keten.lees(bestanden(**{"sjablonen/proefnota.md.j2": sjabloon}), read_meegeleverd(""), NAAM)
    pdf = keten.schrijf(keten.maak_bomen(gelezen)["nota"], keten.lees_huisstijl(gelezen.sjablonen), ["pdf"])["pdf"]
    paginas = read_paginas(pdf)
    (bijlage,) = [nummer for nummer, tekst in enumerate(paginas, 1) if "Bijlage: de bewoners" in tekst]

    assert Omvang(len(paginas), {"bijlage": bijlage}) == meet_omvang(pdf)
    assert 3 <= bijlage
    assert None is meet_omvang(b"%PDF-1.7 van een ander programma")


def test_bouw_tells_of_a_paper_that_became_too_long_and_keeps_telling_as_long_as_it_lies_there(tmp_path, capsys):
    map_ = werkmap(tmp_path, 60)
    eerst = zegt(capsys, map_, "bouw")
    alleen_tekst = zegt(capsys, map_, "bouw", "--formaat", "md", "--uitvoer", str(tmp_path / "tekst"))
    bron = map_ / "inhoud/proef/bronnen.yaml"
    bron.write_text(bron.read_text(encoding="utf-8") + "# nog iets\n", encoding="utf-8")
    daarna = zegt(capsys, map_, "bouw")

    assert TELT in eerst
    assert "telt" not in alleen_tekst
    assert daarna.count(" niets ") == 1
    assert TELT in daarna


def test_a_paper_of_one_page_with_an_attachment_on_the_next_is_not_too_long(tmp_path, capsys):
    assert "telt" not in zegt(capsys, werkmap(tmp_path, 3, BIJLAGE), "bouw")


def test_controleer_tells_of_it_when_it_reads_back_what_lies_there_and_not_before(tmp_path, capsys):
    map_ = werkmap(tmp_path, 60)
    run_in(map_, "bouw")

    assert "ST-LENGTE" not in zegt(capsys, map_, "controleer")
    assert f"waarschuwing ST-LENGTE {TELT}" in zegt(capsys, map_, "controleer", "--teruglezen")


def test_who_accepts_the_length_hears_of_it_no_more(tmp_path, capsys):
    map_ = werkmap(tmp_path, 60)
    (map_ / "inhoud/proef/oordelen.yaml").write_text(
        "lang: {code: ST-LENGTE, feit: stukken.nota.soort, reden: het kan niet korter, rol: de griffier, "
        "datum: 2025-01-13, rust_op: {soort: {feit: stukken.nota.soort, waarde: oplegger}}}\n",
        encoding="utf-8",
    )
    assert "telt" not in zegt(capsys, map_, "bouw")
    manifest = json.loads((map_ / "uitvoer/proef/manifest.json").read_text(encoding="utf-8"))
    (bevinding,) = [een for een in manifest["bevindingen"] if een["code"] == "ST-LENGTE"]

    assert "het kan niet korter" == bevinding["antwoord"]["reden"]
    assert "OD-" not in zegt(capsys, map_, "controleer")
