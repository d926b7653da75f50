"""One change, one list: whichever way a figure changes, the same facts, sentences, findings and papers follow.

What is said of the source itself follows the source: a figure that changed under its old quote is not in that quote
(FT-CITAAT), one that came beside the old one was chosen (FT-GEKOZEN), one that no source names is strange (FT-VREEMD),
and a message is no place where it can be looked up (FT-VINDPLAATS); what is only tried need not be.
"""

import json

import pytest
from conftest import kopieer_dalfsen
from test_raadwerk_inlezen import cijfer

from generator.cli import voer_uit

OUD, NIEUW, BRON = "€ 812.500", "€ 825.000", "brief van de aannemer, 23 februari 2026"
pytestmark = pytest.mark.usefixtures("eens_gelezen")

FEIT = "cijfers.aanneemsom"
CIJFERS = "inhoud/fietsbrug/cijfers.yaml"
# A change that keeps the old value as history says so; that is no other consequence.
GESCHIEDENIS = {"code": "FT-GEKOZEN", "ernst": "notitie", "titel": f"Gekozen tussen bronnen: {FEIT} is €\u00a0825.000"}


@pytest.fixture
def werkmap(nieuwe_map, sta_in_kopie):
    """What ``raadwerk nieuw`` makes, built; we stand in it."""
    return sta_in_kopie(nieuwe_map)


def in_de_yaml(werkmap):
    bestand = werkmap / CIJFERS
    eerst = f'waarde: {OUD}\n  naam: Aanneemsom\n  bron: {{stuk: offerte, pagina: 3, citaat: "aanneemsom: {OUD}"}}'
    daarna = f'waarde: {NIEUW}\n  naam: Aanneemsom\n  bron: {{toelichting: "{BRON}"}}'
    inhoud = bestand.read_text(encoding="utf-8")
    assert eerst in inhoud
    bestand.write_text(inhoud.replace(eerst, daarna), encoding="utf-8")
    return ()


def in_een_variant(werkmap):
    map_ = werkmap / "inhoud/fietsbrug/varianten"
    map_.mkdir()
    feit = f'{{waarde: {NIEUW}, bron: {{toelichting: "{BRON}"}}}}'
    (map_ / "duurder.yaml").write_text(f"titel: duurder\nfeiten:\n  {FEIT}: {feit}\n", encoding="utf-8")
    return "--variant", "duurder"


def op_de_opdrachtregel(_werkmap):
    return "--stel", f"{FEIT}={NIEUW}"


def met_wijzig(_werkmap):
    assert voer_uit(["wijzig", FEIT, NIEUW, "--bron", BRON]) == 0
    return ()


def in_word(werkmap):
    brief = (werkmap / "uitvoer/fietsbrug/raadsinformatiebrief.docx").read_bytes()
    (werkmap / "terug.docx").write_bytes(cijfer(OUD, NIEUW)(brief))
    assert voer_uit(["inlezen", "terug.docx", "--schrijf", "--bron", BRON]) == 0
    return ()


@pytest.fixture
def lijst(capsys):
    """What ``verschil`` says, with one name for the source of what is only tried."""

    def lees(*keuzes):
        capsys.readouterr()
        assert voer_uit(["verschil", "--json", *keuzes]) == 1
        uit = capsys.readouterr().out
        for bron in ("proefwaarde (--stel)", "variant: proef"):
            uit = uit.replace(bron, BRON)
        gezegd = json.loads(uit)
        for bevinding in (een for lot in ("erbij", "weg", "anders") for een in gezegd[f"bevindingen_{lot}"]):
            del bevinding["plaatsen"], bevinding["actie"]  # where it stands and what to do there follow the source
        return gezegd

    return lees


@pytest.mark.parametrize("weg", [in_een_variant, op_de_opdrachtregel, met_wijzig, in_word])
def test_a_figure_changed_in_any_way_gives_the_list_of_a_figure_changed_in_yaml(weg, werkmap, lijst):
    voor = (werkmap / CIJFERS).read_bytes()
    in_de_yaml(werkmap)
    verwacht = lijst("--sinds-bouw")
    (werkmap / CIJFERS).write_bytes(voor)

    gekregen = lijst(*weg(werkmap))
    erbij = gekregen.pop("bevindingen_erbij")

    assert zonder_vindplaats(verwacht.pop("bevindingen_erbij")) == zonder_vindplaats(
        bevinding for bevinding in erbij if bevinding != GESCHIEDENIS
    )
    assert verwacht == gekregen
    assert [FEIT] == [feit["pad"] for feit in verwacht["feiten"]]
    assert verwacht["stukken"]["raadsinformatiebrief"]["wijzigingen"]


def zonder_vindplaats(bevindingen):
    return [bevinding for bevinding in bevindingen if bevinding["code"] != "FT-VINDPLAATS"]


VAN_DE_BRON = {"FT-CITAAT", "FT-GEKOZEN", "FT-VINDPLAATS", "FT-VREEMD"}


def zonder_bron(lijst):
    """`lijst` without what it says of sources."""
    for feit in (*lijst["feiten"], *lijst["berekend"]):
        for veld in ("bron_oud", "bron_nieuw", "vindplaats"):
            feit.pop(veld)
    for soort in ("bevindingen_erbij", "bevindingen_weg"):
        lijst[soort] = [bevinding for bevinding in lijst[soort] if bevinding["code"] not in VAN_DE_BRON]
    return lijst


def codes(lijst):
    return {bevinding["code"] for bevinding in lijst["bevindingen_erbij"]} & VAN_DE_BRON


@pytest.mark.parametrize(
    ("weg", "eigen"),
    [
        (in_een_variant, set()),
        (op_de_opdrachtregel, set()),
        (met_wijzig, {"FT-GEKOZEN", "FT-VINDPLAATS"}),
        (in_word, {"FT-GEKOZEN", "FT-VINDPLAATS"}),
    ],
)
def test_a_figure_changed_under_its_old_source_differs_only_in_what_is_said_of_that_source(weg, eigen, werkmap, lijst):
    voor = (werkmap / CIJFERS).read_bytes()
    (werkmap / CIJFERS).write_bytes(voor.replace(f"waarde: {OUD}".encode(), f"waarde: {NIEUW}".encode(), 1))
    verwacht = lijst("--sinds-bouw")
    (werkmap / CIJFERS).write_bytes(voor)
    gekregen = lijst(*weg(werkmap))

    assert ({"FT-CITAAT"}, eigen) == (codes(verwacht), codes(gekregen))
    assert zonder_bron(verwacht) == zonder_bron(gekregen)


@pytest.mark.parametrize("weg", [in_een_variant, op_de_opdrachtregel])
def test_what_is_only_tried_too_asks_for_another_version_of_a_paper_that_was_sent(weg, werkmap, lijst):
    assert voer_uit(["bevries", "raadsinformatiebrief", "--versie", "0.1", "--op", "2026-03-03", "--concept"]) == 0
    gevonden = lijst(*weg(werkmap))["bevindingen_erbij"]

    assert ["BV-VERSIE"] == [bevinding["code"] for bevinding in gevonden if bevinding["ernst"] == "fout"]


@pytest.mark.parametrize(
    ("pad", "waarde"), [("verdeelbesluit.bekendmaking", "2025-03-04"), ("datums.slotbijeenkomst", "2024-10-10")]
)
def test_a_variant_says_what_the_same_value_says_on_the_command_line(pad, waarde, tmp_path, monkeypatch, lijst):
    """A day that has to come is a fault in both; a question that somebody asked of a fact stays in both."""
    bestand = kopieer_dalfsen(tmp_path) / "inhoud/dalfsen/varianten/proef.yaml"
    bestand.write_text(f"titel: proef\nfeiten:\n  {pad}: {waarde}\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    variant, stel = lijst("--variant", "proef"), lijst("--stel", f"{pad}={waarde}")

    assert variant == stel
    assert ("fout" in {een["ernst"] for een in variant["bevindingen_erbij"]}) is pad.startswith("verdeelbesluit")
    assert [] == [een for een in variant["bevindingen_weg"] if een["code"] == "FT-BEVESTIGEN"]
