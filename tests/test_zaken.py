"""A case is read from YAML or JSON; everything a person can get wrong in it is a Dutch sentence with its place."""

import json
from collections.abc import Iterator
from pathlib import Path

import jsonschema
import pytest
import yaml
from bezwaarzaken import BASIS, maak_zaak
from recht import RECHT

from generator.errors import InvoerError
from generator.feiten.bezwaarkeuzes import Kanaal
from generator.inhoud.zaakschema import zaak_schema
from generator.inhoud.zaakwaarden import EERSTE_JAAR, LAATSTE_JAAR
from generator.inhoud.zaken import is_lijst, keuzes_van, load_zaak, zaakpaden

VORMEN = {"jjjj-mm-dd": "2026-05-01", "uu:mm": "10:30", "een heel getal": "3", "een duur als 6 weken": "6 weken"}
KOP = "zaaknummer: Z-1\nrol: ontvanger\n"
PADEN = [pad for pad in zaakpaden() if pad not in {"zaaknummer", "rol"}]
# Where the value that fits most fields would contradict another field of the full example.
VOORBEELD = {
    "bezwaarschrift.ongedateerd": "nee",
    "procedure.verzuimbrief.niet_hersteld": "nee",
}


def waarde_voor(pad: str) -> str:
    """A value that fits the field at `pad`."""
    if pad.endswith(".postbus"):
        return "35"
    vorm = next(iter(keuzes_van(pad)), "woorden")
    return VOORBEELD.get(pad) or VORMEN.get(vorm, vorm)


def document(*regels: tuple[str, str]) -> str:
    """The YAML of a case with these values at these paths."""
    boom: dict = {}
    for pad, waarde in regels:
        *groepen, naam = pad.split(".")
        plek = boom
        for groep in groepen:
            plek = plek.setdefault(groep, {})
        plek[naam] = waarde
    return KOP + "".join(uitgeschreven(boom, ""))


def uitgeschreven(boom: dict, wit: str) -> Iterator[str]:
    for naam, deel in boom.items():
        if isinstance(deel, dict):
            yield f"{wit}{naam}:\n"
            yield from uitgeschreven(deel, f"{wit}  ")
        else:
            yield f"{wit}{naam}: {deel}\n"


def lees(tekst: str):
    return load_zaak(tekst.encode(), "zaak.yaml")


def fouten(tekst: str) -> str:
    with pytest.raises(InvoerError) as fout:
        lees(tekst)
    return str(fout.value)


VERPLICHT = {"besluit.termijn_bijzonder.duur": "2 weken"}  # within their group


def alleen(pad: str, waarde: str | None = None) -> str:
    """A case with one value, and what its group cannot do without."""
    groep = pad.rpartition(".")[0]
    erbij = [(ander, vast) for ander, vast in VERPLICHT.items() if ander.rpartition(".")[0] == groep and ander != pad]
    return document(*erbij, *([(pad, waarde)] if waarde is not None else []))


# --- every field ----------------------------------------------------------------------------------------------


def test_a_case_with_every_field_filled_in_is_read():
    zaak = lees(document(*((pad, waarde_voor(pad)) for pad in PADEN)))

    assert frozenset() == zaak.geen
    assert "woorden" == zaak.procedure.hoorzitting[0].hoorders[0].naam


@pytest.mark.parametrize("pad", [pad for pad in PADEN if pad not in VERPLICHT])
def test_a_field_may_be_left_out_and_onbekend_says_the_same(pad):
    zonder = lees(alleen(pad))

    assert zonder == lees(alleen(pad, "onbekend")) == lees(alleen(pad, "null"))
    assert zonder != lees(alleen(pad, waarde_voor(pad)))


@pytest.mark.parametrize("pad", ["zaaknummer", "rol", *VERPLICHT])
def test_a_field_that_cannot_be_missed_is_named_when_it_is_left_out_or_unknown(pad):
    volledig = alleen("besluit.termijn_bijzonder.artikel", "Ziektewet 103")
    regel = next(regel for regel in volledig.splitlines(keepends=True) if regel.lstrip().startswith(pad.split(".")[-1]))

    for in_plaats in ("", regel.split(":")[0] + ": onbekend\n"):
        assert f"verplicht veld ‘{pad.split('.')[-1]}’ ontbreekt" in fouten(volledig.replace(regel, in_plaats))


@pytest.mark.parametrize("pad", PADEN)
def test_a_field_that_stands_twice_is_named_with_both_lines(pad):
    naam = pad.rpartition(".")[2]
    regels = alleen(pad, waarde_voor(pad)).splitlines()

    assert f"‘{naam}’ staat er tweemaal, ook op regel {len(regels)}" in fouten("\n".join([*regels, regels[-1]]))


@pytest.mark.parametrize("pad", PADEN)
def test_a_field_with_the_wrong_shape_is_named_with_its_place(pad):
    naam = pad.rpartition(".")[2]

    for verkeerd in ("{waarde: 2026-05-01}", "{}", "''") if is_lijst(pad) else ("{waarde: x}", "[[a, b]]", "''"):
        tekst = alleen(pad, verkeerd)
        melding = fouten(tekst)
        assert f"zaak.yaml:{len(tekst.splitlines())}:" in melding
        assert f"‘{naam}’ is" in melding or "‘element’ is" in melding


@pytest.mark.parametrize("pad", [pad for pad in PADEN if keuzes_van(pad)])
def test_a_value_that_does_not_exist_is_named_with_what_was_expected(pad):
    melding = fouten(alleen(pad, "2026-04-31"))

    assert "is ‘2026-04-31’" in melding
    assert "verwacht: " in melding


@pytest.mark.parametrize("pad", [pad for pad in PADEN if keuzes_van(pad) == ("jjjj-mm-dd",)])
def test_a_day_that_does_not_exist_is_explained_and_one_written_otherwise_is_suggested(pad):
    assert "april 2026 heeft 30 dagen" in fouten(alleen(pad, "2026-04-31"))
    assert "bedoelde u 2026-04-20?" in fouten(alleen(pad, "20-4-2026"))
    assert "bedoelde u 2026-04-20?" in fouten(alleen(pad, "20-04-26"))


# --- what else can go wrong ------------------------------------------------------------------------------------

GEVALLEN = yaml.load((Path(__file__).parent / "gevallen" / "foute_zaken.yaml").read_bytes(), yaml.CSafeLoader)


@pytest.mark.parametrize("geval", GEVALLEN, ids=[geval["naam"] for geval in GEVALLEN])
def test_a_fault_is_a_sentence_with_a_place_and_a_way_out(geval):
    melding = fouten(KOP + geval["inhoud"])

    for woorden in geval["verwacht"]:
        assert woorden in melding
    assert melding.startswith("zaak.yaml:")


def test_the_days_of_a_case_lie_in_the_calendar():
    assert (RECHT.kalender.van.year, RECHT.kalender.tot.year) == (EERSTE_JAAR, LAATSTE_JAAR)


# --- what may be written ---------------------------------------------------------------------------------------


def test_json_says_the_same_as_yaml():
    data = yaml.load(BASIS, yaml.CBaseLoader)  # noqa: S506 - builds text only
    data["bezwaarschrift"]["indieners"][0]["ondertekend"] = True
    data["bezwaarschrift"]["gemachtigde"] = None

    for tekst in (json.dumps(data), json.dumps(data, indent=2), json.dumps(data, separators=(",", ":"))):
        assert maak_zaak() == lees(tekst)


def test_received_before_it_was_made_known_is_no_fault():
    assert maak_zaak({"besluit.bekendmaking.datum": "2026-04-20"}).besluit.bekendmaking


@pytest.mark.parametrize("woord", ["geen", "nee"])
def test_that_there_is_none_differs_from_unknown(woord):
    zaak = lees(KOP + f"bezwaarschrift: {{gemachtigde: {woord}, dagtekening: {woord}, gronden: {woord}}}\n")

    assert zaak.is_geen("bezwaarschrift.gemachtigde")
    assert zaak.is_geen("bezwaarschrift.dagtekening")
    assert () == zaak.bezwaarschrift.gronden
    assert not zaak.is_geen("bezwaarschrift.ontvangen")


def test_what_there_is_none_of_in_a_list_goes_by_the_place_in_the_list():
    een = lees(KOP + "bezwaarschrift: {indieners: {naam: A, adres: geen}}\n")
    twee = lees(KOP + "bezwaarschrift: {indieners: [{naam: A}, {naam: B, adres: geen}]}\n")

    assert een.is_geen("bezwaarschrift.indieners.0.adres")
    assert [False, True] == [twee.is_geen(f"bezwaarschrift.indieners.{nummer}.adres") for nummer in (0, 1)]


def test_another_body_is_named_in_two_ways():
    groep = lees(KOP + "besluit: {bestuursorgaan: {anders: dijkgraaf}}\n")

    assert groep == lees(KOP + "besluit: {bestuursorgaan: 'anders: dijkgraaf'}\n")


def test_a_place_in_the_file_follows_the_path_of_a_fact():
    zaak = lees(KOP + "bezwaarschrift:\n  ontvangen: {datum: 2026-04-24, wijze: e-mail}\n  indieners:\n  - {naam: A}\n")

    assert Kanaal.E_MAIL is zaak.bezwaarschrift.ontvangen.wijze
    assert "zaak.yaml:4:15" == str(zaak.plaats_van("bezwaarschrift.ontvangen.datum"))
    assert "zaak.yaml:6:5" == str(zaak.plaats_van("bezwaarschrift.indieners.0.adres"))
    assert "zaak.yaml:3:1" == str(zaak.plaats_van("bezwaarschrift.gronden"))


@pytest.mark.parametrize(
    ("tekst", "lijkt"),
    [
        ("zijn nummer is 111222333", True),
        ("1112.22.333", True),
        ("111222334", False),  # does not pass the elfproef
        ("bel 0111222333", False),  # ten digits
        ("000000000", False),
    ],
)
def test_a_text_that_may_hold_a_citizen_service_number_is_noted(tekst, lijkt):
    zaak = lees(KOP + f"besluit: {{omschrijving: {tekst}}}\n")

    assert (("besluit.omschrijving",) if lijkt else ()) == zaak.lijkt_bsn


# --- the JSON Schema -------------------------------------------------------------------------------------------

SCHEMA = jsonschema.Draft202012Validator(zaak_schema({"bezwaarschrift.indieners.0.naam": "Wie maakt bezwaar?"}))


def past(tekst: str) -> bool:
    """Whether the schema accepts a case, as an editor reads it."""
    return SCHEMA.is_valid(yaml.load(tekst, yaml.CBaseLoader))  # noqa: S506 - builds text only


def test_the_schema_of_a_case_is_a_schema_and_accepts_a_complete_case():
    jsonschema.Draft202012Validator.check_schema(SCHEMA.schema)

    assert past(BASIS)
    assert past(document(*((pad, waarde_voor(pad)) for pad in PADEN)))


@pytest.mark.parametrize("pad", PADEN)
def test_the_schema_accepts_what_we_accept_and_refuses_what_we_refuse(pad):
    assert past(alleen(pad, waarde_voor(pad)))
    assert pad in VERPLICHT or past(alleen(pad, "onbekend"))
    assert not past(alleen(pad, "{waarde: 2026-05-01}"))
    assert not past(alleen(pad, "''"))
    assert not keuzes_van(pad) or not past(alleen(pad, "2026-5-1"))


def test_the_schema_knows_json_that_there_is_none_and_a_list_of_one():
    procedure = {"verdaging": "geen", "bevestiging": "nee", "storing": [{"van": "2026-04-01"}]}

    assert SCHEMA.is_valid({"zaaknummer": "Z-1", "rol": "ontvanger", "besluit": None, "procedure": procedure})
    assert not SCHEMA.is_valid({"zaaknummer": "Z-1", "rol": "ontvanger", "procedure": {"verdagin": "geen"}})
    assert not SCHEMA.is_valid({"zaaknummer": "Z-1"})


def test_an_editor_shows_the_question_that_a_field_answers():
    indieners = SCHEMA.schema["properties"]["bezwaarschrift"]["anyOf"][0]["properties"]["indieners"]

    assert "Wie maakt bezwaar?" == indieners["anyOf"][0]["anyOf"][1]["properties"]["naam"]["description"]
