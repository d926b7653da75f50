"""The outcomes of a case: whether it came in time, until when may be decided, penalty, what next, and the answer."""

import datetime as dt
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from bezwaarzaken import toets
from hypothesis import given, reject, strategies as st
from recht import RECHT

from generator.errors import InvoerError
from generator.feiten.bezwaarkeuzes import Kanaal, Postbewijs
from generator.inhoud.recht import load_recht
from generator.inhoud.zaken import load_zaak
from generator.meegeleverd import read_meegeleverd
from generator.regels.kalender import gewone_dag_vanaf, rustdag
from generator.regels.termijnen import bereken_termijn
from generator.toetsuitslag import UITKOMSTEN, Indiening, Toetsuitslag

GEVALLENMAP = Path(__file__).parent / "gevallen"
GEVALLEN = [
    geval
    for bestand in sorted((GEVALLENMAP / "bezwaar_uitkomsten").glob("*.yaml"))
    for geval in yaml.load(bestand.read_text(encoding="utf-8"), yaml.CBaseLoader)  # noqa: S506 - builds text only
]
ZAKEN = [geval for geval in GEVALLEN if "termijn" not in geval]
WOORDEN = {"redenen", "rust_op", "voorbehoud", "voorbehoud_niet", "stappen", "stappen_niet", "uitleg", "andere_uitleg"}
VELDEN = {
    "indiening", "laatste_dag", "ontvangst_post", "lezingen", "antwoord", "bedrag", "bevindingen",
    *WOORDEN, *UITKOMSTEN,
}  # fmt: skip
VOORBEELDEN = [
    geval
    for geval in yaml.load((GEVALLENMAP / "termijnen.yaml").read_text(encoding="utf-8"), yaml.CBaseLoader)  # noqa: S506
    if geval["naam"].startswith("voorbeeld ")
]


def dag(tekst: str) -> dt.date:
    return dt.date.fromisoformat(tekst)


def uitslag_van(geval: dict[str, Any]) -> Toetsuitslag:
    return _uitslag(GEVALLEN.index(geval))


@cache
def _uitslag(nummer: int) -> Toetsuitslag:
    """Four tests look at each case; it is checked once."""
    op = GEVALLEN[nummer].get("op")
    return toets(GEVALLEN[nummer].get("feiten"), dag(op) if op else None)


def lezingen(uitkomst: Any) -> list[str]:
    """The day, and the other reading when there is one, as ISO text."""
    if uitkomst is None:
        return ["geen"]
    return [deze.isoformat() for deze in (uitkomst.datum, uitkomst.andere_lezing) if deze]


def als_lijst(verwacht: Any) -> list[str]:
    return verwacht if isinstance(verwacht, list) else [verwacht]


def gevonden(uitslag: Toetsuitslag, veld: str) -> list[str]:
    standen = uitslag.indieningen
    match veld:
        case "indiening":
            return [str(stand.indiening) for stand in standen]
        case "laatste_dag":
            return [tekst for stand in standen for tekst in lezingen(stand.laatste_dag)]
        case "ontvangst_post":
            return [tekst for stand in standen for tekst in lezingen(stand.ontvangst_post)]
        case "lezingen":
            return [tekst for stand in standen for lezing in stand.lezingen.values() for tekst in lezingen(lezing)]
        case "antwoord":
            return [uitslag.antwoord]
        case "bedrag":
            bedrag = uitslag.bedragen.get("dwangsom")
            return [str(bedrag.euro), str(bedrag.tot_bedrag)] if bedrag else ["geen"]
        case _:
            return lezingen(uitslag.uitkomsten.get(veld))


def woorden(uitslag: Toetsuitslag, veld: str) -> str:
    """All that is said in one of the fields of which a case gives some words."""
    match veld:
        case "redenen":
            return " ".join(reden for stand in uitslag.indieningen for reden in stand.redenen)
        case "rust_op":
            return " ".join(pad for stand in uitslag.indieningen for pad in stand.rust_op)
        case "voorbehoud" | "voorbehoud_niet":
            return " ".join(zin for uitkomst in uitslag.uitkomsten.values() for zin in uitkomst.voorbehoud)
        case "andere_uitleg":
            return " ".join(stap.tekst for uitkomst in uitslag.uitkomsten.values() for stap in uitkomst.andere_stappen)
        case "uitleg":
            return " ".join(stap.tekst for uitkomst in uitslag.uitkomsten.values() for stap in uitkomst.stappen)
        case _:
            return " | ".join(f"{stap.wat} {stap.uiterlijk or ''}" for stap in uitslag.volgende_stappen)


@pytest.mark.parametrize("geval", ZAKEN, ids=[geval["naam"] for geval in ZAKEN])
def test_the_outcome_is_as_the_jurist_expects(geval: dict[str, Any]):
    uitslag = uitslag_van(geval)

    assert set(geval["verwacht"]) <= VELDEN
    for veld, verwacht in geval["verwacht"].items():
        if veld == "bevindingen":
            standen = {bevinding.code: str(bevinding.stand) for bevinding in uitslag.bevindingen}
            assert verwacht == {code: standen.get(code, "zwijgt") for code in verwacht}
        elif veld.endswith("_niet"):
            assert not [deel for deel in als_lijst(verwacht) if deel in woorden(uitslag, veld)]
        elif veld in WOORDEN:
            assert not [deel for deel in als_lijst(verwacht) if deel not in woorden(uitslag, veld)]
        else:
            assert als_lijst(verwacht) == gevonden(uitslag, veld), veld


@pytest.mark.parametrize("geval", ZAKEN, ids=[geval["naam"] for geval in ZAKEN])
def test_every_outcome_has_a_known_name_and_steps_that_end_in_its_day(geval: dict[str, Any]):
    uitslag = uitslag_van(geval)

    assert set(uitslag.uitkomsten) <= set(UITKOMSTEN)
    for naam, uitkomst in uitslag.uitkomsten.items():
        assert uitkomst.datum == [stap.datum for stap in uitkomst.stappen if stap.datum][-1], naam
        assert uitkomst.andere_lezing != uitkomst.datum
        anders = [stap.datum for stap in uitkomst.andere_stappen if stap.datum]
        assert uitkomst.andere_lezing == (anders[-1] if anders else None), naam
        assert "None" not in " ".join([*uitkomst.voorbehoud, *(stap.tekst for stap in uitkomst.stappen)])


@pytest.mark.parametrize("geval", ZAKEN, ids=[geval["naam"] for geval in ZAKEN])
def test_every_article_of_an_outcome_or_step_is_known(geval: dict[str, Any]):
    uitslag = uitslag_van(geval)
    stappen = [stap for uitkomst in uitslag.uitkomsten.values() for stap in uitkomst.stappen]
    genoemd = {stap.grondslag for stap in (*stappen, *uitslag.volgende_stappen) if stap.grondslag}

    assert not [
        artikel
        for artikelen in genoemd
        for artikel in artikelen.replace(", ", "; Awb ").split("; ")
        if not any(RECHT.artikel(artikel, op) for op in (dt.date(2025, 12, 1), dt.date(2026, 6, 1)))
    ]


@pytest.mark.parametrize("geval", ZAKEN, ids=[geval["naam"] for geval in ZAKEN])
def test_no_outcome_gives_a_verdict(geval: dict[str, Any]):
    uitslag = uitslag_van(geval)
    gezegd = " ".join(
        [uitslag.antwoord, *(woorden(uitslag, veld) for veld in ("redenen", "voorbehoud", "uitleg", "stappen"))]
    )

    for oordeel in ("ontvankelijk", "kennelijk", "geen belanghebbende", "verschoonbaar", "gegrond"):
        assert oordeel not in gezegd


# --- the worked examples: from the day of bekendmaking to the day to decide, with and without postponement ---------


@pytest.mark.parametrize("voorbeeld", VOORBEELDEN, ids=[voorbeeld["naam"] for voorbeeld in VOORBEELDEN])
@pytest.mark.parametrize("soort", ["beslissen_bezwaar", "beslissen_bezwaar_commissie"])
def test_a_worked_example_runs_through_a_case(voorbeeld: dict[str, Any], soort: str):
    bekend, verwacht = dag(voorbeeld["feiten"]["dag"]), voorbeeld["verwacht"]
    feiten = {
        "besluit.datum": bekend.isoformat(),
        "besluit.bekendmaking.datum": bekend.isoformat(),
        "bezwaarschrift.ontvangen": {"datum": (bekend + dt.timedelta(days=20)).isoformat(), "wijze": "balie"},
        "bezwaarschrift.verzonden": "weg",
        "procedure.adviescommissie": {"ingesteld": "nee"}
        if soort == "beslissen_bezwaar"
        else {"ingesteld": "ja", "gemeld_op": (bekend + dt.timedelta(days=30)).isoformat()},
    }
    verdaagd = {"datum": (bekend + dt.timedelta(days=60)).isoformat(), "weken": "6", "aan_alle_belanghebbenden": "ja"}
    zonder, met = toets(feiten).uitkomsten, toets({**feiten, "procedure.verdaging": verdaagd}).uitkomsten
    veilig = dag(verwacht["verdaagd_veilig"][soort])
    ruim = gewone_dag_vanaf(RECHT.kalender, veilig)

    assert [verwacht["laatste_dag"]] == lezingen(toets(feiten).indieningen[0].laatste_dag)
    assert [verwacht["daarna"][soort]] == lezingen(zonder["beslissen_uiterlijk"])
    assert [veilig.isoformat(), *([ruim.isoformat()] if ruim != veilig else [])] == lezingen(met["beslissen_uiterlijk"])
    assert [(ruim + dt.timedelta(days=1)).isoformat()] == lezingen(met["ingebrekestelling_vanaf"])


# --- the traps ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("geval", [geval for geval in GEVALLEN if "termijn" in geval], ids=lambda geval: geval["naam"])
def test_the_trap_of_a_period_on_its_own(geval: dict[str, Any]):
    uitkomst = bereken_termijn(RECHT, geval["termijn"]["soort"], dag(geval["termijn"]["dag"]))

    assert als_lijst(geval["verwacht"]["laatste_dag"]) == lezingen(uitkomst)


def test_valkuil_28_several_decisions_are_several_cases():
    with pytest.raises(InvoerError, match="besluit"):
        load_zaak(b"zaaknummer: Z-1\nrol: ontvanger\nbesluit: [{kenmerk: A}, {kenmerk: B}]\n", "zaak.yaml")


def test_valkuil_28_woz_value_and_property_tax_on_one_notice_are_one_case():
    uitslag = toets({"besluit.soort": "woz", "besluit.bestuursorgaan": "heffingsambtenaar"})

    assert ["2026-12-31"] == lezingen(uitslag.uitkomsten["beslissen_uiterlijk"])[:1]


def test_valkuil_36_a_time_is_a_time_in_the_netherlands():
    with pytest.raises(InvoerError, match="een tijd als uu:mm"):
        toets({"bezwaarschrift.ontvangen": {"datum": "2026-04-23", "tijd": "22:30Z", "wijze": "e-mail"}})


@pytest.mark.parametrize(("ontvangen", "artikel"), [("2025-12-31", "Awb 4:17 lid 6"), ("2026-01-01", "Awb 4:17 lid 5")])
def test_valkuil_37_an_article_is_cited_by_the_number_it_had_then(ontvangen: str, artikel: str):
    feiten = {
        "besluit.datum": "2025-03-12",
        "besluit.bekendmaking.datum": "2025-03-12",
        "bezwaarschrift.dagtekening": "2025-04-10",
        "bezwaarschrift.ontvangen": {"datum": "2025-04-14", "wijze": "balie"},
        "bezwaarschrift.verzonden": "weg",
        "procedure.ingebrekestelling": {"ontvangen": ontvangen, "door": "indiener"},
    }
    gevonden = [bevinding for bevinding in toets(feiten).bevindingen if bevinding.code == "TM-4:17-4"]

    assert [(artikel,)] == [bevinding.grondslag for bevinding in gevonden]


def test_all_39_traps_are_there():
    namen = [geval["naam"] for geval in GEVALLEN if geval["naam"].startswith("valkuil ")]
    hier = [naam.removeprefix("test_").replace("_", " ") for naam in globals() if naam.startswith("test_valkuil_")]

    assert {f"valkuil {nummer}" for nummer in range(1, 40)} == {
        " ".join(naam.replace(":", "").split()[:2]) for naam in (*namen, *hier)
    }


# --- what cannot be counted -----------------------------------------------------------------------------------------


def test_cases_of_one_course_share_their_days_and_keep_their_own_words():
    een = toets({"bezwaarschrift.indieners.0.naam": "A. Voorbeeld", "besluit.kenmerk": "OV-1"})
    ander = toets({"bezwaarschrift.indieners.0.naam": "B. Voorbeeld", "besluit.kenmerk": "OV-2"})

    assert een.uitkomsten == ander.uitkomsten
    assert ["A. Voorbeeld", "B. Voorbeeld"] == [uitslag.indieningen[0].naam for uitslag in (een, ander)]


def test_a_special_period_in_hours_is_refused_at_its_place():
    with pytest.raises(InvoerError, match=r"zaak\.yaml:\d+:\d+.*geen termijn in hele dagen"):
        toets({"besluit.termijn_bijzonder": {"duur": "48 uur", "begin": "2026-03-12", "artikel": "Wet X 1"}})


def test_a_day_outside_the_calendar_is_refused_with_its_bounds():
    with pytest.raises(InvoerError, match="31 december 2100"):
        toets({"besluit.bekendmaking.datum": "2100-12-01"})


def test_every_outcome_is_reached_by_a_case():
    gezien = {naam for geval in ZAKEN for naam, verwacht in geval["verwacht"].items() if verwacht != "geen"}

    assert set(UITKOMSTEN) <= gezien


# --- what always holds ----------------------------------------------------------------------------------------------

BEKENDMAKINGEN = st.dates(dt.date(2013, 1, 2), dt.date(2060, 12, 31))


def _zaak(bekend: dt.date, **anders: Any) -> Toetsuitslag:
    """An objection that came in on the thirtieth day."""
    ontvangen = {"datum": (bekend + dt.timedelta(days=30)).isoformat(), "wijze": "balie"}
    dagen = {"besluit.datum": bekend.isoformat(), "besluit.bekendmaking.datum": bekend.isoformat()}
    schrift = {"bezwaarschrift.dagtekening": "weg", "bezwaarschrift.verzonden": "weg"}
    return toets({**dagen, **schrift, "bezwaarschrift.ontvangen": ontvangen, **anders})


@given(BEKENDMAKINGEN, st.booleans())
def test_a_period_never_ends_on_a_rest_day(bekend: dt.date, commissie: bool):
    uitslag = _zaak(bekend, **{"procedure.adviescommissie": {"ingesteld": "nee" if commissie else "onbekend"}})
    dagen = [uitslag.indieningen[0].laatste_dag, uitslag.uitkomsten["beslistermijn"]]

    for uitkomst in dagen:
        for deze in lezingen(uitkomst):
            assert rustdag(RECHT.kalender, dag(deze)) is None


@given(BEKENDMAKINGEN, st.integers(1, 30))
def test_a_later_bekendmaking_never_ends_earlier(bekend: dt.date, later: int):
    eerst, daarna = _zaak(bekend), _zaak(bekend + dt.timedelta(days=later))

    for naam in ("beslissen_uiterlijk", "ingebrekestelling_vanaf"):
        assert eerst.uitkomsten[naam].datum <= daarna.uitkomsten[naam].datum
    assert eerst.indieningen[0].laatste_dag.datum <= daarna.indieningen[0].laatste_dag.datum


EXTRA = st.fixed_dictionaries(
    {},
    optional={
        "besluit.bekendmaking.betwist": st.sampled_from(["ja", "nee"]),
        "besluit.bekendmaking.adres_juist": st.sampled_from(["ja", "nee"]),
        "besluit.bekendmaking.wijze": st.sampled_from(
            ["toezending", "uitreiking", "publicatieblad", "portaal", "website"]
        ),
        "besluit.bekendmaking.voorschriften_nageleefd": st.sampled_from(["ja", "nee"]),
        "besluit.bekendmaking.kennisgeving_op": st.just("2026-03-12"),
        "besluit.soort": st.sampled_from(["beschikking", "belasting", "woz", "woo", "algemene strekking"]),
        "besluit.datum": st.sampled_from(["2026-03-12", "2026-03-20", "2026-03-02"]),
        "besluit.voorbereiding": st.sampled_from(["regulier", "uniform"]),
        "besluit.terinzagelegging": st.sampled_from(["2026-03-12", "2026-03-01"]),
        "bezwaarschrift.ontvangen.wijze": st.sampled_from(sorted(map(str, Kanaal))),
        "bezwaarschrift.ontvangen.onbevoegd": st.sampled_from(
            [{"datum": "2026-04-20", "soort": "bestuursorgaan"}, {"datum": "2026-04-25", "soort": "anders"}]
        ),
        "bezwaarschrift.verzonden.datum": st.sampled_from(["2026-04-21", "2026-04-23", "2026-04-24", "2026-04-28"]),
        "bezwaarschrift.verzonden.bewijs": st.sampled_from(sorted(map(str, Postbewijs))),
        "bezwaarschrift.verzonden.leesbaar": st.sampled_from(["ja", "nee"]),
        "bezwaarschrift.verzonden.vervoerder_acm": st.sampled_from(["ja", "nee"]),
        "bezwaarschrift.indieners.0.bekendmaking": st.just({"datum": "2026-03-05", "wijze": "toezending"}),
        "procedure.storing": st.just({"van": "2026-04-20", "tot": "2026-04-25"}),
    },
)


def _mogelijk(feiten: dict[str, Any]) -> Toetsuitslag:
    """What checking gives; another example when the facts contradict each other."""
    try:
        return toets(feiten)
    except InvoerError:
        reject()


@given(st.dates(dt.date(2026, 4, 21), dt.date(2026, 5, 10)), EXTRA, st.data())
def test_an_extra_fact_never_makes_it_late_without_being_named(ontvangen: dt.date, feiten: dict[str, Any], data: Any):
    kaal = {"bezwaarschrift.ontvangen": {"datum": ontvangen.isoformat()}, "bezwaarschrift.verzonden": {}, **feiten}
    extra = data.draw(st.sampled_from(sorted(feiten) or ["besluit.bekendmaking.wijze"]))
    zonder = {pad: waarde for pad, waarde in kaal.items() if pad != extra}
    met, eerst = _mogelijk(kaal).indieningen[0], _mogelijk(zonder).indieningen[0]

    if eerst.indiening is Indiening.TIJDIG and met.indiening is Indiening.NA_DE_TERMIJN:
        assert any(extra.startswith(pad) or pad.startswith(extra) for pad in met.rust_op), extra


@given(st.dates(dt.date(2026, 4, 24), dt.date(2026, 6, 10)), EXTRA)
def test_late_is_only_said_when_day_and_channel_are_certain(ontvangen: dt.date, feiten: dict[str, Any]):
    kaal = {"bezwaarschrift.ontvangen": {"datum": ontvangen.isoformat()}, "bezwaarschrift.verzonden": {}, **feiten}
    stand = _mogelijk(kaal)
    wijze = feiten.get("bezwaarschrift.ontvangen.wijze")

    if stand.indieningen[0].indiening is Indiening.NA_DE_TERMIJN:
        assert wijze not in {None, Kanaal.MONDELING}
        assert not stand.indieningen[0].twijfel
        assert any(bevinding.code == "TM-6:11" for bevinding in stand.bevindingen)


@given(st.dates(dt.date(2026, 3, 1), dt.date(2026, 6, 10)), EXTRA)
def test_the_explanation_of_every_day_ends_in_that_day(ontvangen: dt.date, feiten: dict[str, Any]):
    kaal = {"bezwaarschrift.ontvangen": {"datum": ontvangen.isoformat()}, "bezwaarschrift.verzonden": {}, **feiten}
    uitslag = _mogelijk(kaal)
    eigen = [stand.laatste_dag for stand in uitslag.indieningen if stand.laatste_dag]

    for uitkomst in (*eigen, *uitslag.uitkomsten.values()):
        assert uitkomst.datum == [stap.datum for stap in uitkomst.stappen if stap.datum][-1]
        if uitkomst.andere_lezing:
            assert uitkomst.andere_lezing == [stap.datum for stap in uitkomst.andere_stappen if stap.datum][-1]


# --- the amounts as dated data -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("dag_van_ontvangst", "dagen", "som"),
    [
        ("2009-10-01", 42, 1260), ("2018-12-31", 15, 310), ("2019-01-01", 42, 1442), ("2026-06-10", 1, 23),
        ("2026-06-10", 14, 322), ("2026-06-10", 28, 812), ("2026-06-10", 0, 0), ("2026-06-10", 99, 1442),
    ],
)  # fmt: skip
def test_the_amount_depends_on_the_day_of_receipt(dag_van_ontvangst: str, dagen: int, som: int):
    tarief = RECHT.dwangsomtarief(dag(dag_van_ontvangst))

    assert som == tarief.bedrag(dagen)


def test_a_sum_in_two_readings_says_what_makes_them_differ():
    feiten = {
        "besluit.datum": "2026-03-09", "besluit.bekendmaking.datum": "2026-03-09",
        "procedure.adviescommissie": {"ingesteld": "nee"}, "procedure.verdaging": "geen",
        "procedure.ingebrekestelling": {"ontvangen": "2026-06-10", "door": "indiener"},
        "procedure.beslissing": {"datum": "2026-07-01"},
    }  # fmt: skip
    bedrag = toets(feiten).bedragen["dwangsom"]

    assert (138, 184) == (bedrag.euro, bedrag.tot_bedrag)
    assert "6 dagen, samen € 138, zonder de dag van de beslissing zelf" in bedrag.uitleg
    assert "8 dagen, samen € 184, met de dag van de beslissing erbij" in bedrag.uitleg
    assert "Of de dag van de beslissing zelf nog meetelt" in bedrag.uitleg


def test_before_the_law_there_was_no_penalty():
    assert RECHT.dwangsomtarief(dt.date(2009, 9, 30)) is None


@pytest.mark.parametrize(
    ("oud", "nieuw", "melding"),
    [
        (b"euro: 23", b"euro: veel", "een heel getal"),
        (b"tot_en_met_dag: 14", b"tot_dag: 14", "bedoelde u ‘tot_en_met_dag’"),
        (b"van: 2019-01-01", b"van: 1 januari", "een bestaande dag"),
        (b"dwangsom:", b"dwangsommen:", "hier ontbreekt dwangsom"),
    ],
)
def test_a_fault_in_the_amounts_is_a_sentence_with_a_place(oud: bytes, nieuw: bytes, melding: str):
    bestanden = dict(read_meegeleverd("inhoud/recht/"))
    pad = "inhoud/recht/bedragen.yaml"
    assert oud in bestanden[pad]
    bestanden[pad] = bestanden[pad].replace(oud, nieuw, 1)

    with pytest.raises(InvoerError, match=melding):
        load_recht(bestanden)


MET_DWANGSOM = {
    "procedure.adviescommissie": {"ingesteld": "nee"}, "procedure.verdaging": "geen",
    "procedure.ingebrekestelling": {"ontvangen": "2026-06-10", "door": "indiener"},
}  # fmt: skip


def test_days_of_a_penalty_that_are_over_are_not_said_to_run_on():
    uitleg = toets(MET_DWANGSOM, dag("2026-09-20")).bedragen["dwangsom"].uitleg

    assert "42 dagen (het hoogste aantal), samen € 1.442" in uitleg
    assert "20 september" not in uitleg


def test_a_sum_says_what_it_rests_on_and_nobody_knows():
    anders = {
        "procedure.ingebrekestelling": {"ontvangen": "2026-06-10"}, "procedure.beslissing": {"datum": "2026-07-10"},
    }  # fmt: skip
    uitleg = toets(MET_DWANGSOM | anders, dag("2026-09-20")).bedragen["dwangsom"].uitleg

    assert "Van wie de ingebrekestelling is, staat niet in de feiten" in uitleg
    assert "wanneer zij is bekendgemaakt, staat niet in de feiten" in uitleg


def test_a_case_is_not_done_while_its_penalty_is_to_be_settled():
    beslist = MET_DWANGSOM | {"procedure.beslissing": {"datum": "2026-07-10", "bekendmaking": {"datum": "2026-07-10"}}}

    assert not toets(beslist).afgedaan
    assert toets(beslist | {"procedure.dwangsombesluit": "2026-07-20"}).afgedaan
