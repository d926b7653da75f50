"""One change, one list: whichever way a figure changes, the same facts, sentences and papers follow."""

import json

import pytest
from test_raadwerk_inlezen import cijfer

from generator.cli import voer_uit

OUD, NIEUW, BRON = "€ 812.500", "€ 825.000", "brief van de aannemer, 23 februari 2026"
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


@pytest.mark.parametrize("weg", [in_een_variant, op_de_opdrachtregel, met_wijzig, in_word])
def test_a_figure_changed_in_any_way_gives_the_list_of_a_figure_changed_in_yaml(weg, werkmap, capsys):
    def lijst(*keuzes):
        capsys.readouterr()
        assert voer_uit(["verschil", "--json", *keuzes]) == 1
        return json.loads(capsys.readouterr().out.replace("proefwaarde (--stel)", BRON))

    voor = (werkmap / CIJFERS).read_bytes()
    in_de_yaml(werkmap)
    verwacht = lijst("--sinds-bouw")
    (werkmap / CIJFERS).write_bytes(voor)

    gekregen = lijst(*weg(werkmap))
    erbij = gekregen.pop("bevindingen_erbij")

    assert verwacht.pop("bevindingen_erbij") == [bevinding for bevinding in erbij if bevinding != GESCHIEDENIS]
    assert verwacht == gekregen
    assert [FEIT] == [feit["pad"] for feit in verwacht["feiten"]]
    assert verwacht["stukken"]["raadsinformatiebrief"]["wijzigingen"]
