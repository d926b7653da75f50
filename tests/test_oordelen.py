"""Answers to findings (oordelen.yaml): what they settle, when they lapse, and that nothing of them is public."""

import datetime as dt
import json
import re
from decimal import Decimal

import jsonschema
import pytest
import yaml
from conftest import WORTEL, kopieer_dalfsen
from hypothesis import given, strategies as st
from voorbeelden import BESTANDEN, NAAM, bestanden

from generator import keten
from generator.bevindingen import Ernst
from generator.cli import voer_uit
from generator.feiten import waarden
from generator.feiten.waarden import notatie
from generator.inhoud import json_schema
from generator.inhoud.schijf import read_bestanden
from generator.meegeleverd import read_meegeleverd

pytestmark = pytest.mark.usefixtures("eens_gelezen")

GAT = {
    "datums": "vroegste_opening: {waarde: 2025-08-18, bron: {stuk: nota}}\n",
    "locaties": "ambachtsweg: {bron: {stuk: nota}, naam: Weg, soort: opvang, einde: {waarde: 2025-04-01}}\n",
}
ANTWOORD = """\
gat:
  code: PL-GAT
  feit: datums.vroegste_opening
  antwoord: De bewoners worden herplaatst.
  reden: De toezegging gaat voor.
  rol: de portefeuillehouder
  datum: 2025-01-13
  rust_op:
    sluiting: {feit: locaties.ambachtsweg.einde, waarde: 2025-04-01}
    opening: {feit: datums.vroegste_opening, waarde: 2025-08-18}
"""
DEFINITIEF = BESTANDEN["dossier.yaml"].replace("status: concept", "status: verzonden")
VRIJGEVER = BESTANDEN["gemeente.yaml"] + "vrijgever: A. de Vries, gemeentesecretaris\n"
LOS_GETAL = {"sjablonen/proefnota.md.j2": BESTANDEN["sjablonen/proefnota.md.j2"] + "Er zijn 168 plaatsen.\n"}
GROND = 'grond: {waarde: "Gemeentewet, artikel 999", bron: {stuk: nota}}\n'
MET_GROND = BESTANDEN["sjablonen/proefnota.md.j2"] + "De grond is {{ standpunten.grond }}.\n"
NAGEKEKEN = """\
grond:
  code: VW-ONBEKEND
  feit: standpunten.grond
  antwoord: Het artikel bestaat en klopt.
  reden: Nagekeken op wetten.overheid.nl.
  rol: de jurist
  datum: 2025-01-13
  rust_op: {grond: {feit: standpunten.grond, waarde: "Gemeentewet, artikel 999"}}
"""
VRIJGAVE = """\
los:
  code: TL-GETAL
  bestand: proefnota.md.j2
  antwoord: Dit getal is de titel van een rapport.
  reden: Het stuk moet vandaag mee.
  rol: de secretaris
  naam: A. de Vries, gemeentesecretaris
  datum: 2025-01-13
  tijd: 14:30
"""


def uitslag(**anders):
    gelezen = keten.lees(bestanden(dossier=DEFINITIEF, **anders), read_meegeleverd(""), NAAM)
    return keten.controleer(gelezen, keten.maak_bomen(gelezen))


def bevinding(uitslag, code):
    (gevonden,) = [gevonden for gevonden in uitslag.bevindingen if gevonden.code == code]
    return gevonden


def is_concept(uitslag):
    return uitslag.stukken["nota"].meta.concept


def test_an_oordeel_keeps_a_paper_a_concept_until_it_is_answered():
    zonder, met = uitslag(**GAT), uitslag(**GAT, oordelen=ANTWOORD)

    assert (True, False) == (is_concept(zonder), is_concept(met))
    antwoord = bevinding(met, "PL-GAT").antwoord
    assert ("De bewoners worden herplaatst.", "de portefeuillehouder", "2025-01-13") == (
        antwoord.antwoord,
        antwoord.rol,
        antwoord.moment,
    )


@pytest.mark.parametrize(
    ("oud", "nieuw"),
    [
        ("waarde: 2025-08-18}", "waarde: 2025-08-25}"),
        ("    opening: {feit: datums.vroegste_opening, waarde: 2025-08-18}\n", ""),
        ("  antwoord: De bewoners worden herplaatst.\n", ""),
        ("antwoord: De bewoners worden herplaatst.", "antwoord: {open: wat}"),
        ("reden: De toezegging gaat voor.", "reden: {open: waarom}"),
        ("datum: 2025-01-13", "datum: 2025-01"),
        ("datum: 2025-01-13", "datum: {open: wanneer}"),
        ("datum: 2025-01-13", "datum: 2025-01-14"),
        ("code: PL-GAT", "code: PL-GAAT"),
        ("feit: datums.vroegste_opening\n", "bestand: teksten/nergens.md\n"),
        ("  feit: datums.vroegste_opening\n", ""),
    ],
)
def test_half_an_answer_answers_nothing_and_that_is_said(oud, nieuw):
    assert oud in ANTWOORD
    uit = uitslag(**GAT, oordelen=ANTWOORD.replace(oud, nieuw))

    assert is_concept(uit)
    assert bevinding(uit, "PL-GAT").is_open
    assert [gevonden for gevonden in uit.bevindingen if gevonden.code.startswith("OD-")]


def test_an_article_that_the_index_lacks_is_settled_by_the_jurist_who_looked_it_up():
    grond = {"standpunten": GROND, "sjablonen/proefnota.md.j2": MET_GROND}
    zonder, met = uitslag(**grond), uitslag(**grond, oordelen=NAGEKEKEN)
    ander = uitslag(**grond | {"standpunten": grond["standpunten"].replace("999", "124b")}, oordelen=NAGEKEKEN)

    assert ("de jurist", True) == (bevinding(zonder, "VW-ONBEKEND").door, is_concept(zonder))
    assert (False, False) == (bevinding(met, "VW-ONBEKEND").is_open, is_concept(met))
    assert bevinding(ander, "VW-ONBEKEND").is_open


def test_an_answer_whose_fact_is_gone_is_reported_and_no_fault_of_the_input():
    uit = uitslag(oordelen=ANTWOORD)

    assert {"OD-VERVALLEN", "OD-GEWIJZIGD"} <= {gevonden.code for gevonden in uit.bevindingen}


def test_a_number_may_be_written_with_or_without_its_point():
    cijfers = "a: {waarde: 5.787, vraag: klopt dit?, bron: {stuk: nota}}"
    antwoord = (
        "a: {code: FT-BEVESTIGEN, feit: cijfers.a, reden: nagezocht, rol: de jurist, datum: 2025-01-13, "
        "rust_op: {a: {feit: cijfers.a, waarde: '%s'}}}"
    )
    for geschreven in ("5787", "5.787", "5787,0"):
        uit = uitslag(cijfers=cijfers, oordelen=antwoord % geschreven)
        assert not bevinding(uit, "FT-BEVESTIGEN").is_open


def test_a_fault_is_released_by_the_official_of_the_facts_with_time_and_reason():
    uit = uitslag(gemeente=VRIJGEVER, oordelen=VRIJGAVE, **LOS_GETAL)

    assert not is_concept(uit)
    vrijgave = bevinding(uit, "TL-GETAL").antwoord
    assert ("de secretaris (A. de Vries, gemeentesecretaris)", "2025-01-13 14:30") == (vrijgave.rol, vrijgave.moment)


@pytest.mark.parametrize(
    ("gemeente", "oud", "nieuw", "mist"),
    [
        (BESTANDEN["gemeente.yaml"], "", "", "in gemeente.yaml ‘vrijgever’"),
        (VRIJGEVER, "naam: A. de Vries, gemeentesecretaris", "naam: B. Jansen", "(A. de Vries, gemeentesecretaris)"),
        (VRIJGEVER, "  tijd: 14:30\n", "", "‘tijd’ als uu:mm"),
        (VRIJGEVER, "tijd: 14:30", "tijd: 25:30", "‘tijd’ als uu:mm"),
    ],
)
def test_nobody_else_releases_a_fault(gemeente, oud, nieuw, mist):
    uit = uitslag(gemeente=gemeente, oordelen=VRIJGAVE.replace(oud, nieuw), **LOS_GETAL)

    assert is_concept(uit)
    assert mist in bevinding(uit, "OD-ONVOLLEDIG").gegevens["mist"]


def test_a_line_in_the_place_holds_the_answer_to_that_line():
    regel = BESTANDEN["sjablonen/proefnota.md.j2"].count("\n") + 1
    for waar, is_open in ((f"proefnota.md.j2:{regel}", False), (f"proefnota.md.j2:{regel + 1}", True)):
        oordeel = VRIJGAVE.replace("bestand: proefnota.md.j2", f'bestand: "{waar}"')
        uit = uitslag(gemeente=VRIJGEVER, oordelen=oordeel, **LOS_GETAL)
        assert is_open is bevinding(uit, "TL-GETAL").is_open


def test_a_fault_in_one_paper_does_not_hold_another_back():
    brief = DEFINITIEF[DEFINITIEF.index("  nota:") :].replace("  nota:", "  brief:")
    tweede = DEFINITIEF + brief.replace("soort: proefnota", "soort: briefnota")
    sjablonen = {"sjablonen/briefnota.md.j2": BESTANDEN["sjablonen/proefnota.md.j2"], **LOS_GETAL}
    gelezen = keten.lees(bestanden(dossier=tweede, **sjablonen), read_meegeleverd(""), NAAM)
    uit = keten.controleer(gelezen, keten.maak_bomen(gelezen))

    assert {"nota": True, "brief": False} == {naam: boom.meta.concept for naam, boom in uit.stukken.items()}


def test_a_template_cannot_speak_of_an_answer():
    from generator.errors import SjabloonError

    sjabloon = {"sjablonen/proefnota.md.j2": BESTANDEN["sjablonen/proefnota.md.j2"] + "{{ oordelen.gat.reden }}\n"}
    with pytest.raises(SjabloonError, match="oordelen"):
        uitslag(**GAT, oordelen=ANTWOORD, **sjabloon)


def test_an_answer_about_a_paper_that_was_not_asked_for_is_not_called_lapsed():
    tweede = DEFINITIEF + DEFINITIEF[DEFINITIEF.index("  nota:") :].replace("  nota:", "  brief:")
    gelezen = keten.lees(
        bestanden(dossier=tweede, gemeente=VRIJGEVER, oordelen=VRIJGAVE.replace("TL-GETAL", "TL-ZIN")),
        read_meegeleverd(""),
        NAAM,
    )
    alles = keten.controleer(gelezen, keten.maak_bomen(gelezen))
    een = keten.controleer(gelezen, keten.maak_bomen(gelezen, ["nota"]))

    assert "OD-VERVALLEN" in {gevonden.code for gevonden in alles.bevindingen}
    assert "OD-VERVALLEN" not in {gevonden.code for gevonden in een.bevindingen}


def test_the_json_schema_knows_the_file():
    vorm = jsonschema.Draft202012Validator(json_schema()["oordelen.yaml"])

    vorm.validate(yaml.load(ANTWOORD, yaml.BaseLoader))  # noqa: S506 - plain text
    assert not vorm.is_valid(yaml.load(ANTWOORD.replace("  reden:", "  redenen:"), yaml.BaseLoader))  # noqa: S506 - idem


# --- Dalfsen, and the front door ------------------------------------------------------------------


@pytest.fixture
def antwoord_in(tmp_path, monkeypatch, capsys):
    """A copy of Dalfsen, and a way to run Raadwerk in it that gives what it prints."""
    kopie = kopieer_dalfsen(tmp_path)
    monkeypatch.chdir(kopie)

    def run(*opdracht, code=0):
        assert voer_uit([*opdracht]) == code
        return capsys.readouterr().out

    return kopie / "inhoud/dalfsen/oordelen.yaml", run


def test_every_oordeel_of_dalfsen_can_be_answered_with_the_blocks_raadwerk_gives(antwoord_in):
    bestand, run = antwoord_in
    codes = {b["code"] for b in json.loads(run("controleer", "--json"))["dalfsen"] if b["ernst"] == "oordeel"}
    assert {"PL-GAT", "FT-VRAAG"} <= codes
    blokken = run("controleer", *(deel for code in sorted(codes) for deel in ("--antwoord", code)))
    assert "{open: wat er is besloten}" in blokken
    ingevuld = re.sub(r"datum: \{open: [^}]*\}", "datum: 2025-01-13", blokken)
    bestand.write_text(re.sub(r"\{open: [^}]*\}", "zoals besproken", ingevuld), encoding="utf-8")

    na = json.loads(run("controleer", "--json"))["dalfsen"]
    assert [] == [b for b in na if b["ernst"] == "oordeel" and b["antwoord"] is None]
    assert [] == [b for b in na if b["code"].startswith("OD-")]
    assert {"zoals besproken"} == {b["antwoord"]["reden"] for b in na if b["antwoord"]}


def test_every_block_has_a_key_of_its_own_and_none_that_is_taken(antwoord_in):
    bestand, run = antwoord_in
    bestand.write_text(ANTWOORD.replace("gat:", "ft_open_zaaknummer:"), encoding="utf-8")
    codes = sorted({b["code"] for b in json.loads(run("controleer", "--json"))["dalfsen"] if b["antwoord"] is None})
    assert {"FT-OPEN", "PL-OPENING", "ST-AFWEZIG"} <= set(codes)
    blokken = run("controleer", *(deel for code in codes for deel in ("--antwoord", code)))

    sleutels = re.findall(r"^(\w+):$", blokken, re.MULTILINE)
    assert [] == [sleutel for sleutel in sleutels if sleutels.count(sleutel) > 1]
    assert "ft_open_zaaknummer" not in sleutels
    bestand.write_text(bestand.read_text(encoding="utf-8") + blokken, encoding="utf-8")
    run("controleer")


def test_an_answer_shows_on_screen_in_sarif_and_in_the_receipt_and_in_no_paper(antwoord_in):
    bestand, run = antwoord_in
    bestand.write_text(ANTWOORD, encoding="utf-8")

    assert "oordeel, beantwoord door de portefeuillehouder  PL-GAT" in run("controleer")
    [afgedaan] = [r for r in json.loads(run("controleer", "--sarif"))["runs"][0]["results"] if "suppressions" in r]
    assert ("external", "accepted") == tuple(afgedaan["suppressions"][0][naam] for naam in ("kind", "status"))
    run("bouw", "--formaat", "html", "--formaat", "md", "--uitvoer", "proef")
    gemaakt = bestand.parents[2] / "proef/dalfsen"
    manifest = json.loads((gemaakt / "manifest.json").read_text(encoding="utf-8"))
    [bewaard] = [b["antwoord"] for b in manifest["bevindingen"] if "antwoord" in b]
    assert "De toezegging gaat voor." == bewaard["reden"]
    for stuk in gemaakt.glob("*.*"):
        if stuk.name != "manifest.json":
            assert "De toezegging gaat voor." not in stuk.read_text(encoding="utf-8")


def test_a_code_without_findings_is_named_also_beside_one_that_has_them(capsys):
    vraag = ["controleer", str(WORTEL / "inhoud/dalfsen"), "--antwoord", "PL-OPLEVERING"]

    assert voer_uit(vraag) == 1
    assert "geen open bevinding met code PL-OPLEVERING" in capsys.readouterr().out

    assert voer_uit([*vraag, "--antwoord", "PL-GAT"]) == 1
    blokken, gemeld = capsys.readouterr()
    assert "code: PL-GAT" in blokken
    assert "geen open bevinding met code PL-OPLEVERING" in gemeld
    assert "PL-OPLEVERING" not in blokken


def test_nobody_has_answered_for_dalfsen():
    gelezen = keten.lees(read_bestanden(WORTEL, "dalfsen"), read_meegeleverd(""), "dalfsen")
    uit = keten.controleer(gelezen, keten.maak_bomen(gelezen))

    assert 4 <= sum(b.ernst is Ernst.OORDEEL and b.is_open for b in uit.bevindingen)
    assert {} == dict(gelezen.dossier.oordelen)


# --- the notation of a value ----------------------------------------------------------------------

GETALLEN = st.decimals(min_value=-(10**9), max_value=10**9, places=2)


@given(getal=GETALLEN, dag=st.dates(dt.date(1000, 1, 1)), aantal=st.integers(0, 10**6), ja=st.booleans())
def test_a_value_is_read_back_as_it_was_written(getal: Decimal, dag, aantal, ja):
    datum = waarden.Datum.van(dag)
    maand = waarden.Datum.lees(f"{datum.eerste:%Y-%m}")
    for waarde in (
        waarden.Aantal(getal), waarden.Bedrag(getal), waarden.Percentage(getal), waarden.Grens("≥", getal), datum,
        waarden.Datum.lees(f"{datum.eerste.year}-K{(datum.eerste.month + 2) // 3}"), waarden.JaNee(ja), maand,
        waarden.Duur(aantal, "week"), waarden.Datums((datum, datum)), waarden.Tekst("3:46"),
        waarden.Periode(datum, datum), waarden.Verwijzing("cijfers.a"),
    ):  # fmt: skip
        assert waarde == type(waarde).lees(notatie(waarde))
