"""Facts in YAML become facts with a value, a source and a place."""

import datetime as dt
from decimal import Decimal
from functools import cache
from pathlib import Path

import jsonschema
import pytest
import ruamel.yaml
import yaml
from voorbeelden import BESTANDEN, NAAM, VOORSTEL, bestanden, dossier

from generator.errors import InvoerError
from generator.feiten.dossier import Begrip, Onderdeel
from generator.feiten.feit import OpenFeitError
from generator.feiten.waarden import Aantal, Datums, Tekst
from generator.inhoud import json_schema, load_dossier, schijf, variant_schema
from generator.inhoud.uitleg import ONDERDELEN
from generator.opmaak import print_feit


def test_a_fact_knows_its_value_source_and_place():
    feit = dossier().feit("cijfers.noord")

    assert (Aantal(Decimal(105)), True, "bewoner/bewoners") == (feit.waarde, feit.circa, feit.eenheid)
    assert ("nota", 3, "circa 105 bewoners") == (feit.bronnen[0].stuk, feit.bronnen[0].pagina, feit.bronnen[0].citaat)
    assert "inhoud/proef/cijfers.yaml:1:1" == str(feit.plaats)


def test_a_sum_with_a_circa_is_circa_and_names_its_parts():
    samen = dossier().feit("cijfers.samen")

    assert (Decimal(150), True, ("cijfers.noord", "cijfers.zuid")) == (samen.getal, samen.circa, samen.uit)


def test_a_formula_on_an_open_fact_is_open():
    feiten = dossier(cijfers="a: {open: wat het is}\nb: {formule: cijfers.a * 2}\n").feiten

    assert feiten["cijfers.b"].is_open
    with pytest.raises(OpenFeitError, match=r"cijfers\.b is nog open"):
        _ = feiten["cijfers.b"].getal


@pytest.mark.parametrize(
    ("formule", "verwacht"),
    [
        ("cijfers.zuid * 2 + cijfers.zuid", 135),
        ("cijfers.zuid * (2 + 1)", 135),
        ("2 * cijfers.zuid", 90),
        ("cijfers.zuid - (cijfers.zuid - 5)", 5),
        ("cijfers.zuid / 2", Decimal("22.5")),
    ],
)
def test_a_formula_follows_the_rules_of_arithmetic(formule, verwacht):
    invoer = bestanden()
    pad = f"inhoud/{NAAM}/cijfers.yaml"
    invoer[pad] += f"uitkomst: {{formule: {formule}}}\n".encode()

    assert verwacht == load_dossier(invoer, NAAM).feit("cijfers.uitkomst").getal


@pytest.mark.parametrize(
    ("formule", "uitkomst"),
    [
        ("{formule: cijfers.plaatsen - cijfers.amv}", "172 plaatsen"),
        ("{formule: cijfers.plaatsen + 5}", "193 opvangplaatsen"),
        ("{formule: cijfers.volwassenen + cijfers.kinderen + cijfers.amv, eenheid: bewoners}", "59 bewoners"),
        ("{formule: cijfers.volwassenen * cijfers.per_persoon}", "€ 600"),
        ("{formule: cijfers.per_persoon / cijfers.volwassenen}", "€ 0,67"),
        ("{formule: cijfers.kinderen / cijfers.kinderen}", "1"),
    ],
)
def test_what_is_computed_says_what_it_counts(formule, uitkomst):
    feit = dossier(
        cijfers=f"""\
plaatsen: {{waarde: 188, eenheid: opvangplaats/opvangplaatsen, bron: {{stuk: nota}}}}
amv: {{waarde: 16, eenheid: amv-plaats/amv-plaatsen, bron: {{stuk: nota}}}}
volwassenen: {{waarde: 30, eenheid: volwassene/volwassenen, bron: {{stuk: nota}}}}
kinderen: {{waarde: 13, eenheid: kind/kinderen, bron: {{stuk: nota}}}}
per_persoon: {{waarde: € 20, bron: {{stuk: nota}}}}
x: {formule}
"""
    ).feit("cijfers.x")

    assert uitkomst == print_feit(feit, "eenheid" if feit.eenheid else "").replace("\N{NO-BREAK SPACE}", " ")


def test_a_date_plus_weeks_is_a_date_and_a_date_minus_a_date_is_days():
    feiten = dossier(
        duren="bouw: {waarde: 25 weken, bron: {stuk: nota}}\n",
        datums="a: {waarde: 2025-02-24, bron: {stuk: nota}}\nb: {formule: datums.a + duren.bouw}\n",
        cijfers="c: {formule: datums.b - datums.a}\n",
    ).feiten

    assert "2025-08-18" == feiten["datums.b"].dag.isoformat()
    assert 175 == feiten["cijfers.c"].getal


def test_sources_that_disagree_are_kept_with_the_choice_and_its_reason():
    feit = dossier(
        cijfers="""\
a:
  vermeldingen:
    - {waarde: 1, bron: {stuk: nota, pagina: 1, citaat: een}}
    - {waarde: 2, circa: ja, bron: {stuk: brief, pagina: 1, citaat: circa twee}}
  keuze: 2
  reden: de brief is later
"""
    ).feit("cijfers.a")

    assert (Decimal(2), True, "de brief is later", "brief") == (
        feit.getal, feit.circa, feit.reden, feit.bronnen[0].stuk,
    )  # fmt: skip
    assert 2 == len(feit.vermeldingen)


def test_a_question_in_place_of_a_choice_leaves_the_fact_open():
    feit = dossier(
        cijfers="a:\n  vermeldingen: [{waarde: 1, bron: {stuk: nota}}, {waarde: 2, bron: {stuk: brief}}]\n"
        "  vraag: welke?\n"
    ).feit("cijfers.a")

    assert (True, "welke?") == (feit.is_open, feit.vraag)


def test_scalars_are_text_until_their_type_claims_them():
    feiten = dossier(
        standpunten="a: {waarde: 3:46, bron: {stuk: nota}}\nb: {waarde: 0612, bron: {stuk: nota}}\n"
        "c: {waarde: no, bron: {stuk: nota}}\n"
    ).feiten

    assert [Tekst("3:46"), Tekst("0612"), Tekst("no")] == [feiten[f"standpunten.{naam}"].waarde for naam in "abc"]


def test_a_record_may_give_the_source_of_all_its_plain_values_once():
    feit = dossier(locaties="noord:\n  bron: {stuk: nota, pagina: 2}\n  naam: Noord\n  soort: tijdelijk\n").feit(
        "locaties.noord.naam"
    )

    assert ("nota", 2) == (feit.bronnen[0].stuk, feit.bronnen[0].pagina)


def test_a_record_does_not_change_and_takes_only_its_own_fields():
    partij = dossier(partijen="coa: {naam: COA}\n").partijen["coa"]

    with pytest.raises(AttributeError, match="naam"):
        partij.naam = partij.naam
    with pytest.raises(AttributeError, match="naam"):
        del partij.naam
    with pytest.raises(TypeError, match="Begrip without voluit"):
        Begrip()
    with pytest.raises(TypeError, match="Begrip has no kleur"):
        Begrip(voluit=partij.naam, kleur=partij.naam)
    assert Begrip(voluit=partij.naam, pad="a") == Begrip(voluit=partij.naam, pad="a") != Begrip(voluit=partij.naam)


def test_records_know_their_path_and_place():
    locatie = dossier(locaties="noord:\n  bron: {stuk: nota}\n  naam: Noord\n  soort: x\n").locaties["noord"]

    assert ("locaties.noord", "inhoud/proef/locaties.yaml:1:1") == (locatie.pad, str(locatie.plaats))


def test_several_days_may_be_a_plain_list():
    feit = dossier(datums="besluit: {waarde: [2024-09-09, 2024-09-16], bron: {stuk: nota}}\n").feit("datums.besluit")

    assert Datums.lees("2024-09-09, 2024-09-16") == feit.waarde


def test_what_was_assumed_gives_way_to_what_became_known():
    formule = "c: {formule: datums.a of datums.b}\n"
    aanname = "b: {waarde: 2024-12-20, bron: {stuk: nota}}\n"

    onbekend = dossier(datums=f"a: {{open: welke dag}}\n{aanname}{formule}").feit("datums.c")
    bekend = dossier(datums=f"a: {{waarde: 2025-01-10, bron: {{stuk: nota}}}}\n{aanname}{formule}").feit("datums.c")

    assert dt.date(2024, 12, 20) == onbekend.dag
    assert dt.date(2025, 1, 10) == bekend.dag


def test_a_path_in_a_formula_may_hold_a_word_of_python():
    feiten = dossier(
        duren="is: {waarde: 2 weken, bron: {stuk: nota}}\n",
        datums="""\
besluit: {waarde: 2024-12-20, bron: {stuk: nota}}
einde: {formule: datums.besluit + duren.is}
""",
    ).feiten

    assert "2025-01-03" == feiten["datums.einde"].dag.isoformat()


def test_a_formula_that_only_names_a_fact_rests_on_that_fact():
    feit = dossier(cijfers=BESTANDEN["cijfers.yaml"] + "kopie: {formule: cijfers.samen}\n").feit("cijfers.kopie")

    assert (150, ("cijfers.samen",)) == (feit.getal, feit.uit)


def test_a_text_file_is_read_by_its_name_with_line_ends_of_one_kind():
    teksten = dossier(**{"teksten/inleiding.md": "Eerste.\r\n\r\nTweede."}).teksten

    assert {"inleiding": "Eerste.\n\nTweede.\n"} == teksten


def test_a_value_of_a_bidirectional_script_is_a_value():
    feit = dossier(standpunten='a: {waarde: "\\u200fשלום", bron: {stuk: nota}}\n').feit("standpunten.a")

    assert "\u200fשלום" == feit.woorden


def test_the_nearest_gemeente_yaml_wins():
    invoer = bestanden()
    invoer[f"inhoud/{NAAM}/gemeente.yaml"] = invoer["gemeente.yaml"].replace(b"Proefstad", b"Naastdorp")

    assert "Naastdorp" == load_dossier(invoer, NAAM).gemeente.naam.woorden


def test_a_tried_value_replaces_the_fact_and_all_that_follows_from_it():
    feiten = load_dossier(bestanden(), NAAM, stel={"cijfers.noord": "50"}).feiten

    assert (50, 95, False) == (
        feiten["cijfers.noord"].getal,
        feiten["cijfers.samen"].getal,
        feiten["cijfers.samen"].circa,
    )


def test_the_order_of_the_files_makes_no_difference():
    invoer = bestanden()

    assert load_dossier(invoer, NAAM) == load_dossier(dict(reversed(invoer.items())), NAAM)


@cache
def schema_van(naam):
    """The schema of the file `naam`; that it is a schema is seen once."""
    schema = variant_schema() if naam == "variant" else json_schema()[naam]
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


@pytest.mark.parametrize("naam", ["cijfers", "datums", "dossier", "bronnen", "gemeente"])
def test_the_json_schema_accepts_what_we_accept(naam):
    inhoud = yaml.safe_load(bestanden()["gemeente.yaml" if naam == "gemeente" else f"inhoud/{NAAM}/{naam}.yaml"])

    schema_van(f"{naam}.yaml").validate(yaml_als_json(inhoud))


@pytest.mark.parametrize("inhoud", [{"a": {"waard": 1}}, {"a": {"waarde": 1, "circ": "ja"}}, {"A": 1}, {"a": []}])
def test_the_json_schema_refuses_what_we_refuse(inhoud):
    assert not schema_van("cijfers.yaml").is_valid(inhoud)


def yaml_als_json(waarde):
    """What an editor's YAML parser makes of our files: dates and the like come as text."""
    if isinstance(waarde, dict):
        return {sleutel: yaml_als_json(deel) for sleutel, deel in waarde.items()}
    if isinstance(waarde, list):
        return [yaml_als_json(deel) for deel in waarde]
    return waarde if isinstance(waarde, str | int | bool) else str(waarde)


def bestand_van_dalfsen(naam):
    werkmap = Path(__file__).parents[1]
    return werkmap / naam if naam == "gemeente.yaml" else werkmap / "inhoud" / "dalfsen" / naam


@pytest.mark.parametrize("naam", sorted(naam for naam in json_schema() if bestand_van_dalfsen(naam).is_file()))
def test_the_json_schema_accepts_the_dalfsen_dossier(naam):
    bestand = bestand_van_dalfsen(naam)
    inhoud = ruamel.yaml.YAML(typ="safe").load(bestand.read_text(encoding="utf-8"))

    schema_van(naam).validate(yaml_als_json(inhoud))


VARIANTEN = sorted((Path(__file__).parents[1] / "inhoud/dalfsen/varianten").glob("*.yaml"))


@pytest.mark.parametrize("bestand", VARIANTEN, ids=[bestand.stem for bestand in VARIANTEN])
def test_the_json_schema_accepts_the_variants_of_dalfsen(bestand):
    inhoud = ruamel.yaml.YAML(typ="safe").load(bestand.read_text(encoding="utf-8"))

    schema_van("variant").validate(yaml_als_json(inhoud))


@pytest.mark.parametrize(
    "inhoud",
    [
        "feiten: {cijfers.noord: 50}",
        "{titel: minder}",
        "{titel: minder, feiten: {}}",
        "{titel: minder, feiten: {cijfers: 50}}",
        "{titel: minder, feiten: {cijfer.noord: 50}}",
        "{titel: minder, feiten: {cijfers.noord.waarde: 50}}",
        "{titel: minder, feiten: {stukken.nota.stat: concept}}",
        "{titel: minder, feiten: {vaststellingen.aanwezig: misschien}}",
        "{titel: minder, feiten: {cijfers.noord: {waarde: 50, circ: ja}}}",
        "{titel: minder, feiten: {cijfers.noord: 50}, erbij: {cijfers: {waarde: 1}}}",
        "{titel: minder, feiten: {cijfers.noord: 50}, erbij: {locaties.oost: {naan: Oost}}}",
        "{titel: minder, feiten: {cijfers.noord: 50}, erbij: [cijfers.oost]}",
        "{titel: minder, feit: {cijfers.noord: 50}}",
    ],
)
def test_a_variant_that_we_refuse_is_refused_by_the_json_schema(inhoud):
    met_variant = bestanden(**{"varianten/minder.yaml": f"{inhoud}\n"})

    with pytest.raises(InvoerError):
        load_dossier(met_variant, NAAM, variant="minder")
    assert not schema_van("variant").is_valid(yaml_als_json(yaml.safe_load(inhoud)))


def test_every_record_is_explained_in_dutch_in_the_json_schema():
    in_bestanden = {soort.__name__ for soort in Onderdeel.__subclasses__()} - {"Vrij_onderdeel"}

    assert in_bestanden == set(ONDERDELEN)


def test_the_werkmap_is_the_nearest_folder_upwards_with_inhoud(tmp_path):
    (tmp_path / "inhoud" / "dalfsen" / "teksten").mkdir(parents=True)
    (tmp_path / "inhoud" / "dalfsen" / "cijfers.yaml").touch()

    assert tmp_path.resolve() == schijf.find_werkmap(tmp_path / "inhoud" / "dalfsen" / "teksten")


def test_a_werkmap_without_a_dossier_yet_is_known_by_its_gemeente(tmp_path):
    (tmp_path / "inhoud").mkdir()
    (tmp_path / "gemeente.yaml").touch()

    assert tmp_path.resolve() == schijf.find_werkmap(tmp_path / "inhoud")


def test_a_folder_that_happens_to_be_called_inhoud_is_no_werkmap(tmp_path):
    (tmp_path / "inhoud" / "oude foto's").mkdir(parents=True)

    with pytest.raises(InvoerError, match="geen map ‘inhoud’ met een dossier"):
        schijf.find_werkmap(tmp_path / "inhoud")


def test_outside_a_werkmap_the_way_out_is_told(tmp_path):
    with pytest.raises(InvoerError, match="begin er een met ‘raadwerk nieuw MAP’"):
        schijf.find_werkmap(tmp_path)


def test_a_folder_called_like_a_file_is_a_sentence(tmp_path):
    (tmp_path / "inhoud" / "x" / "cijfers.yaml").mkdir(parents=True)
    (tmp_path / "inhoud" / "x" / "dossier.yaml").write_text("titel: x")

    with pytest.raises(InvoerError, match=r"inhoud/x/cijfers\.yaml: dit is een map en geen bestand"):
        schijf.read_bestanden(tmp_path, "x")


def test_a_link_to_nothing_is_a_sentence(tmp_path):
    (tmp_path / "inhoud" / "x").mkdir(parents=True)
    (tmp_path / "inhoud" / "x" / "cijfers.yaml").symlink_to(tmp_path / "weg.yaml")

    with pytest.raises(InvoerError, match="wijst naar een bestand dat er niet is"):
        schijf.read_bestanden(tmp_path, "x")


def test_recht_is_no_dossier(tmp_path):
    for naam in ("recht", "dalfsen"):
        (tmp_path / "inhoud" / naam).mkdir(parents=True)
        (tmp_path / "inhoud" / naam / "dossier.yaml").write_text("titel: x")

    assert ["dalfsen"] == schijf.list_dossiers(tmp_path)


def test_a_paper_without_a_list_of_its_own_gets_the_attachments_that_no_paper_lists():
    bijlagen = VOORSTEL["bijlagen.yaml"] + "kaart: {titel: De kaart, openbaar: ja, aanwezig: ja}\n"
    proef = load_dossier(bestanden(VOORSTEL, bijlagen=bijlagen), NAAM)

    assert ["besluit"] == list(proef.bijlagen_bij(proef.stukken["voorstel"]))
    assert ["kaart"] == list(proef.bijlagen_bij(proef.stukken["nota"]))
