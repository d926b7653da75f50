"""Everything a person can get wrong in the YAML comes back as a Dutch sentence with a place and a way out."""

import random
from pathlib import Path

import pytest
import yaml
from voorbeelden import NAAM, bestanden

from generator.errors import InvoerError
from generator.inhoud import load_dossier

GEVALLEN = yaml.load((Path(__file__).parent / "gevallen" / "foute_invoer.yaml").read_bytes(), yaml.CSafeLoader)


@pytest.mark.parametrize("geval", GEVALLEN, ids=[geval["naam"] for geval in GEVALLEN])
def test_a_fault_is_a_sentence_with_a_place_and_a_way_out(geval):
    with pytest.raises(InvoerError) as melding:
        load_dossier(bestanden(**{geval["bestand"]: geval["inhoud"]}), NAAM)

    for deel in geval["verwacht"]:
        assert deel in str(melding.value)
    assert "Traceback" not in str(melding.value)


def test_all_faults_of_all_files_come_at_once_and_in_order_of_place():
    with pytest.raises(InvoerError) as melding:
        load_dossier(
            bestanden(
                cijfers="a: 5\nb: {waarde: x, bron: {stuk: nota}}\nc: {formule: cijfers.weg}\n",
                datums="besluit: {waarde: 2025-02-31, bron: {stuk: nota}}\n",
                vaststellingen="a:\n\t- 1\n",
            ),
            NAAM,
        )

    fouten = [str(fout.plaats).rpartition("/")[2] for fout in melding.value.fouten]
    assert ["cijfers.yaml:1:4", "cijfers.yaml:2:13", "cijfers.yaml:3:14", "datums.yaml:1:19"] == fouten[:4]
    assert fouten[4].startswith("vaststellingen.yaml:2")


def test_a_fact_that_is_wrong_itself_is_not_reported_again_where_a_formula_uses_it():
    with pytest.raises(InvoerError) as melding:
        load_dossier(bestanden(cijfers="a: {waarde: x, bron: {stuk: nota}}\nb: {formule: cijfers.a * 2}\n"), NAAM)

    assert 1 == len(melding.value.fouten)


def test_an_alias_is_one_fault_and_what_refers_to_it_is_none():
    cijfers = "a: &x {waarde: 1, bron: {stuk: nota}}\nb: *x\nc: {formule: cijfers.a + cijfers.b}\n"
    with pytest.raises(InvoerError) as melding:
        load_dossier(bestanden(cijfers=cijfers), NAAM)

    assert ["cijfers.yaml:1:4", "cijfers.yaml:2:4"] == [
        str(fout.plaats).rpartition("/")[2] for fout in melding.value.fouten
    ]


@pytest.mark.parametrize("naam", ["dossier", "bronnen", "gemeente"])
def test_a_missing_file_is_named(naam):
    with pytest.raises(InvoerError, match=f"‘{naam}.yaml’ ontbreekt"):
        load_dossier(bestanden(**{naam: None}), NAAM)


def test_a_file_that_is_no_utf8_says_on_which_line():
    invoer = bestanden()
    invoer[f"inhoud/{NAAM}/cijfers.yaml"] = b"a: 1\nb: caf\xe9\n"

    with pytest.raises(InvoerError, match=r"cijfers.yaml:2:7: dit bestand is geen UTF-8"):
        load_dossier(invoer, NAAM)


def test_a_byte_order_mark_and_windows_line_ends_are_read():
    invoer = bestanden()
    pad = f"inhoud/{NAAM}/cijfers.yaml"
    invoer[pad] = b"\xef\xbb\xbf" + invoer[pad].replace(b"\n", b"\r\n")

    assert "cijfers.samen" in load_dossier(invoer, NAAM).feiten


@pytest.mark.parametrize("pad", ["cijfers.nord", "cijfers", "weg.noord", "stukken.nota.weg"])
def test_trying_a_value_for_a_fact_that_does_not_exist_is_refused(pad):
    with pytest.raises(InvoerError, match=f"het feit ‘{pad}’ bestaat niet"):
        load_dossier(bestanden(), NAAM, stel={pad: "1"})


def test_trying_a_value_of_the_wrong_type_is_refused():
    with pytest.raises(InvoerError, match="‘veel’ is geen getal"):
        load_dossier(bestanden(), NAAM, stel={"cijfers.noord": "veel"})


def test_a_source_list_that_cannot_be_read_is_reported_once_and_not_at_every_source():
    with pytest.raises(InvoerError) as melding:
        load_dossier(bestanden(bronnen="nota: {titel: x\n"), NAAM)

    assert ["bronnen.yaml:1:7"] == [str(fout.plaats).rpartition("/")[2] for fout in melding.value.fouten]


def test_a_file_that_cannot_be_read_is_not_reported_again_where_others_refer_to_it():
    with pytest.raises(InvoerError) as melding:
        load_dossier(
            bestanden(datums="a: [\n", termijnen="a: {soort: bezwaar, vanaf: datums.a, omschrijving: x}\n"), NAAM
        )

    assert 1 == len(melding.value.fouten)


def test_a_long_chain_of_formulas_is_computed():
    regels = ["a0: {waarde: 1, bron: {stuk: nota}}"]
    regels += [f"a{i}: {{formule: cijfers.a{i - 1} + 1}}" for i in range(1, 1500)]

    assert 1500 == load_dossier(bestanden(cijfers="\n".join(reversed(regels))), NAAM).feit("cijfers.a1499").getal


def test_a_day_beyond_the_calendar_is_refused():
    with pytest.raises(InvoerError, match="niet uit te rekenen: de uitkomst is te groot"):
        load_dossier(
            bestanden(
                datums="besluit: {waarde: 9999-12-31, bron: {stuk: nota}}\nb: {formule: datums.besluit + duren.lang}\n",
                duren="lang: {waarde: 9 weken, bron: {stuk: nota}}\n",
            ),
            NAAM,
        )


def test_a_formula_that_never_ends_is_refused():
    with pytest.raises(InvoerError, match="deze formule is te lang"):
        load_dossier(bestanden(cijfers=f"a: {{formule: {'cijfers.a + ' * 5000}1}}\n"), NAAM)


def test_a_tried_value_with_an_unprintable_character_is_refused():
    with pytest.raises(InvoerError, match=r"U\+E000"):
        load_dossier(bestanden(), NAAM, stel={"cijfers.noord": "\ue000"})


VERGIF = [
    *"\t:{}[]-&*!\n'\"~#%|>0", ": ", "\n---\n", "null", "waarde: ", "bron: x", "formule: cijfers.noord", "open: ",
    "vermeldingen: [1,2]", "- ", "? ", "\x00", "\ue000", "\ufeff", "9" * 30, "<<: ", "é",
]  # fmt: skip


@pytest.mark.parametrize("zaad", range(8))
def test_whatever_is_typed_into_a_file_ends_in_sentences_with_a_place_and_never_in_a_traceback(zaad):
    toeval = random.Random(zaad)  # noqa: S311 - the same mistakes every time
    goed = bestanden(
        locaties="noord:\n  bron: {stuk: nota, pagina: 2}\n  naam: Noord\n  soort: x\n  start: 2024-01-01\n"
    )
    for _ in range(60):
        invoer = dict(goed)
        for pad in toeval.choices([pad for pad in goed if pad.endswith(".yaml")], k=2):
            tekst = invoer[pad].decode()
            van = toeval.randrange(len(tekst) + 1)
            invoer[pad] = (tekst[:van] + toeval.choice(VERGIF) + tekst[van + toeval.randrange(9) :]).encode()
        try:
            load_dossier(invoer, NAAM)
        except InvoerError as melding:
            assert all(fout.plaats.regel for fout in melding.fouten)  # noqa: PT017 - some mistakes are none


def test_a_file_under_a_wrong_name_is_told_and_not_what_misses_its_facts():
    files = bestanden(locaties="a: {naam: x, adres: x, soort: x, bewoners: {formule: cijfers.zuid}}\n")
    files[f"inhoud/{NAAM}/cijfers.yml"] = files.pop(f"inhoud/{NAAM}/cijfers.yaml")
    files[f"inhoud/{NAAM}/datums.yaml"] += b"later: {formule: cijfers.noord}\n"

    with pytest.raises(InvoerError) as melding:
        load_dossier(files, NAAM)

    assert "‘cijfers.yml’ kent een dossier niet" in str(melding.value)
    assert "raad: bedoelde u ‘cijfers.yaml’?" in str(melding.value)
    assert "bestaat niet" not in str(melding.value)
