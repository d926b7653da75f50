"""Everything a person can get wrong in the YAML comes back as a Dutch sentence with a place and a way out."""

from pathlib import Path

import pytest
import yaml
from voorbeelden import NAAM, bestanden

from generator.errors import InvoerError
from generator.inhoud import load_dossier

GEVALLEN = yaml.safe_load((Path(__file__).parent / "gevallen" / "foute_invoer.yaml").read_text(encoding="utf-8"))


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
    assert ["cijfers.yaml:1:4", "cijfers.yaml:2:13", "cijfers.yaml:3:4", "datums.yaml:1:19"] == fouten[:4]
    assert fouten[4].startswith("vaststellingen.yaml:2")


def test_a_fact_that_is_wrong_itself_is_not_reported_again_where_a_formula_uses_it():
    with pytest.raises(InvoerError) as melding:
        load_dossier(bestanden(cijfers="a: {waarde: x, bron: {stuk: nota}}\nb: {formule: cijfers.a * 2}\n"), NAAM)

    assert 1 == len(melding.value.fouten)


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
