"""Legal periods: the cases a jurist can read, what always holds, and what cannot be computed."""

import datetime as dt
from typing import Any

import pytest
import yaml
from conftest import WORTEL
from hypothesis import given, strategies as st
from recht import RECHT
from voorbeelden import BESTANDEN, NAAM, bestanden

from generator import keten
from generator.bevindingen import Termijnverloop, Uitkomst
from generator.errors import InvoerError
from generator.feiten.waarden import Duur
from generator.inhoud.recht import load_recht
from generator.meegeleverd import read_meegeleverd
from generator.regels.kalender import rustdag
from generator.regels.termijnen import bereken_termijn, kies_soort, termijnverloop

GEVALLEN = yaml.load((WORTEL / "tests/gevallen/termijnen.yaml").read_text(encoding="utf-8"), yaml.CBaseLoader)  # noqa: S506 - makes text only
DAGEN = st.dates(dt.date(1994, 1, 1), dt.date(2090, 12, 31))
VERLENGD = sorted(
    code
    for code, soort in RECHT.termijnsoorten.items()
    if soort.atw == "ja" and soort.lengte and not soort.terug and soort.lezing is None
    and (soort.eenheid, soort.lengte > 12) == ("week", False)
)  # fmt: skip


def test_every_reservation_of_a_period_is_a_whole_sentence():
    zinnen = [zin for soort in RECHT.termijnsoorten.values() for zin in soort.voorbehoud]

    assert zinnen
    assert [zin for zin in zinnen if not (zin[0].isupper() and zin.endswith("."))] == []


def dag(tekst: str) -> dt.date:
    return dt.date.fromisoformat(tekst)


def verloop(feiten: dict[str, str]) -> Termijnverloop:
    lengte = Duur.lees(feiten["lengte"]) if "lengte" in feiten else None
    maat = feiten["soort"] if "soort" in feiten else Duur.lees(feiten["duur"])
    soort = kies_soort(RECHT, maat, lengte, wettelijk="wettelijk" in feiten)
    return termijnverloop(RECHT, soort, dag(feiten["dag"]), terug="terug" in feiten)


def veilig(uitkomst: Uitkomst) -> dt.date:
    return uitkomst.andere_lezing or uitkomst.datum


@pytest.mark.parametrize("geval", GEVALLEN, ids=[geval["naam"] for geval in GEVALLEN])
def test_the_case_of_a_jurist(geval: dict[str, Any]):
    verwacht, gevonden = geval["verwacht"], verloop(geval["feiten"])
    uitkomst, post = gevonden.uitkomst, gevonden.ontvangst_post
    stappen, voorbehoud = " ".join(stap.tekst for stap in uitkomst.stappen), " ".join(uitkomst.voorbehoud)

    assert dag(verwacht["laatste_dag"]) == uitkomst.datum
    assert verwacht.get("andere_lezing") == (uitkomst.andere_lezing and uitkomst.andere_lezing.isoformat())
    if "eerste_dag" in verwacht:
        assert dag(verwacht["eerste_dag"]) == gevonden.eerste_dag
    if "ontvangst_post" in verwacht:
        assert dag(verwacht["ontvangst_post"]) == post.datum
        assert dag(verwacht.get("ontvangst_post_veilig", verwacht["ontvangst_post"])) == veilig(post)
    for soort, einde in verwacht.get("daarna", {}).items():
        beslissen = bereken_termijn(RECHT, soort, uitkomst.datum)
        assert dag(einde) == beslissen.datum
        verdaagd = bereken_termijn(RECHT, "verdaging_bezwaar", beslissen.datum)
        assert dag(verwacht["verdaagd_veilig"][soort]) == veilig(verdaagd)
    for woorden in verwacht.get("stappen", []):
        assert woorden in stappen
    for woorden in verwacht.get("niet_in_stappen", []):
        assert woorden not in stappen
    for woorden in verwacht.get("voorbehoud", []):
        assert woorden in voorbehoud
    for woorden in verwacht.get("geen_voorbehoud", []):
        assert woorden not in voorbehoud


@pytest.mark.parametrize("geval", GEVALLEN, ids=[geval["naam"] for geval in GEVALLEN])
def test_every_article_of_a_case_stands_in_the_index(geval: dict[str, Any]):
    onbekend = [grond for grond in geval["grond"] if RECHT.artikel(grond, dt.date(2026, 11, 1)) is None]

    assert not onbekend


def test_all_26_worked_examples_are_there():
    assert sum(geval["naam"].startswith("voorbeeld ") for geval in GEVALLEN) == 26


# --- what always holds ----------------------------------------------------------------------------------------


@given(DAGEN, st.sampled_from(VERLENGD))
def test_an_extended_period_never_ends_on_a_rest_day(begin, code):
    uitkomst = bereken_termijn(RECHT, code, begin)

    assert rustdag(RECHT.kalender, uitkomst.datum) is None
    assert rustdag(RECHT.kalender, veilig(uitkomst)) is None


@given(DAGEN, st.sampled_from(sorted(RECHT.termijnsoorten)))
def test_the_explanation_ends_in_the_answer(begin, code):
    soort = RECHT.termijnsoorten[code]
    lengte = None if soort.lengte or soort.eenheid == "kalenderdatum" else Duur(2, "week")
    gevonden = termijnverloop(RECHT, kies_soort(RECHT, code, lengte), begin)

    for uitkomst in filter(None, (gevonden.uitkomst, gevonden.ontvangst_post)):
        datums = [stap.datum for stap in uitkomst.stappen if stap.datum]
        assert datums[-1] == uitkomst.datum
        assert datums[0] == (begin if uitkomst is gevonden.uitkomst else gevonden.uitkomst.datum)


@given(DAGEN, st.sampled_from(VERLENGD))
def test_a_later_beginning_never_ends_earlier(begin, code):
    eerder = bereken_termijn(RECHT, code, begin)
    later = bereken_termijn(RECHT, code, begin + dt.timedelta(days=1))

    assert eerder.datum <= later.datum
    assert veilig(eerder) <= veilig(later)


@given(DAGEN, st.sampled_from(VERLENGD))
def test_a_period_is_never_shorter_than_the_law_and_at_most_nine_days_longer(begin, code):
    soort = RECHT.termijnsoorten[code]
    kaal = begin + dt.timedelta(weeks=soort.lengte, days=soort.eerste_dag - 1)
    uitkomst = bereken_termijn(RECHT, code, begin)

    assert dt.timedelta(0) <= veilig(uitkomst) - kaal
    assert uitkomst.datum - kaal <= dt.timedelta(days=9)


@given(DAGEN, st.integers(1, 60), st.sampled_from(["dag", "week"]))
def test_a_bare_period_and_its_way_back_meet(begin, getal, eenheid):
    duur = Duur(getal, eenheid)
    einde = bereken_termijn(RECHT, duur, begin).datum

    assert begin == bereken_termijn(RECHT, duur, einde, terug=True).datum


@given(DAGEN, st.integers(1, 60))
def test_months_and_their_way_back_meet_unless_a_month_is_short(begin, getal):
    einde = bereken_termijn(RECHT, Duur(getal, "maand"), begin)
    terug = bereken_termijn(RECHT, Duur(getal, "maand"), einde.datum, terug=True).datum

    if "heeft geen dag" in " ".join(stap.tekst for stap in einde.stappen):
        assert terug < begin <= terug + dt.timedelta(days=3)
    else:
        assert begin == terug


@given(DAGEN)
def test_two_readings_come_with_a_reservation_and_the_safe_one_is_earlier(begin):
    gevonden = verloop({"soort": "bezwaar", "dag": begin.isoformat()})

    for uitkomst in (gevonden.uitkomst, gevonden.ontvangst_post):
        if uitkomst.andere_lezing:
            assert uitkomst.andere_lezing < uitkomst.datum
            assert any("gaat uit van" in zin for zin in uitkomst.voorbehoud)


@given(DAGEN)
def test_post_may_come_in_a_week_after_the_last_day_and_never_before(begin):
    gevonden = verloop({"soort": "bezwaar", "dag": begin.isoformat()})

    assert veilig(gevonden.ontvangst_post) == veilig(gevonden.uitkomst) + dt.timedelta(days=7)


# --- what cannot be computed ----------------------------------------------------------------------------------


def test_an_unknown_kind_is_refused_with_a_suggestion():
    with pytest.raises(InvoerError, match="bedoelde u ‘bezwaar’"):
        bereken_termijn(RECHT, "bezwaarr", dag("2026-03-24"))


def test_a_kind_that_is_like_nothing_points_to_the_list():
    with pytest.raises(InvoerError, match="--soorten"):
        bereken_termijn(RECHT, "zzz", dag("2026-03-24"))


@pytest.mark.parametrize("code", ["herstel_verzuim", "wensen_en_bedenkingen", "zienswijze_beschikking"])
def test_a_kind_without_a_length_in_the_law_asks_for_one(code):
    with pytest.raises(InvoerError, match="de wet noemt geen lengte"):
        bereken_termijn(RECHT, code, dag("2026-03-24"))


def test_a_length_the_law_fixes_cannot_be_changed():
    with pytest.raises(InvoerError, match="bezwaar duurt zes weken"):
        kies_soort(RECHT, "bezwaar", Duur(8, "week"))


def test_a_postponement_may_be_shorter_but_not_longer():
    korter = termijnverloop(RECHT, kies_soort(RECHT, "verdaging_bezwaar", Duur(4, "week")), dag("2026-06-17"))

    assert dag("2026-07-15") == korter.uitkomst.datum
    with pytest.raises(InvoerError, match="ten hoogste zes weken"):
        kies_soort(RECHT, "verdaging_bezwaar", Duur(7, "week"))


@pytest.mark.parametrize("duur", [Duur(0, "week"), Duur(48, "uur"), Duur(30, "minuut")])
def test_what_is_no_period_in_whole_days_is_refused(duur):
    with pytest.raises(InvoerError, match="geen termijn in hele dagen"):
        bereken_termijn(RECHT, duur, dag("2026-03-24"))


@pytest.mark.parametrize("duur", [Duur(10**9, "dag"), Duur(10**9, "maand"), Duur(9000, "jaar")])
def test_a_length_beyond_all_calendars_is_refused(duur):
    with pytest.raises(InvoerError, match="buiten elke kalender"):
        bereken_termijn(RECHT, duur, dag("2026-03-24"))


def test_a_period_that_ends_beyond_the_calendar_is_refused():
    with pytest.raises(InvoerError, match="31 december 2100"):
        bereken_termijn(RECHT, "bezwaar", dag("2100-12-01"))


# --- the law as data ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("code", RECHT.termijnsoorten)
def test_every_article_a_kind_rests_on_stands_in_the_index(code):
    soort = RECHT.termijnsoorten[code]
    aangehaald = [*soort.grondslag, soort.grondslag_begin, *filter(None, soort.grondslag_gebeurtenis.split("; "))]
    onbekend = [grond for grond in aangehaald if RECHT.artikel(grond, dt.date(2026, 11, 1)) is None]

    assert not onbekend


@pytest.mark.parametrize("code", RECHT.termijnsoorten)
def test_a_kind_that_is_not_extended_says_why(code):
    soort = RECHT.termijnsoorten[code]

    assert (soort.atw == "ja") == (not soort.atw_reden)


def test_an_article_is_found_by_its_citation_and_only_when_it_was_in_force():
    assert RECHT.artikel("Awb 6:9 lid 2", dag("2026-01-01")).link.endswith("#Artikel6:9")
    assert "aangewezen" in RECHT.artikel("Awb 2:13 lid 1", dag("2026-01-01")).omschrijving
    assert "geopend" in RECHT.artikel("Awb 2:13 lid 1", dag("2025-12-31")).omschrijving
    assert RECHT.artikel("Spreidingswet 7", dag("2024-01-30")) is None
    assert RECHT.artikel("Awb 99:1", dag("2026-01-01")) is None


def met(naam: str, oud: bytes, nieuw: bytes) -> dict[str, bytes]:
    bestanden = read_meegeleverd("inhoud/recht/")
    pad = f"inhoud/recht/{naam}"
    assert oud in bestanden[pad]
    return bestanden | {pad: bestanden[pad].replace(oud, nieuw, 1)}


@pytest.mark.parametrize(
    ("naam", "oud", "nieuw", "melding"),
    [
        ("termijnen.yaml", b"lengte: 6", b"lengte: zes", "‘lengte’ is zes\n  verwacht: een heel getal"),
        ("termijnen.yaml", b"eenheid: week", b"eenheid: weken", "‘eenheid’ is weken"),
        ("termijnen.yaml", b"eenheid: week", b"eenhied: week", "bedoelde u ‘eenheid’"),
        ("termijnen.yaml", b"atw: onzeker", b"atw: misschien", "een van ja, nee, onzeker"),
        ("termijnen.yaml", b"ten_hoogste: ja", b"ten_hoogste: yes", "ja of nee"),
        ("termijnen.yaml", b"post: postbezorging", b"post: postbezorgin", "bedoelde u ‘postbezorging’"),
        ("termijnen.yaml", b"grondslag: [Awb 6:7]", b"grondslag: Awb 6:7", "een lijst tussen [ ]"),
        ("termijnen.yaml", b"van: 1994-01-01", b"van: 1994-02-30", "een bestaande dag"),
        ("termijnen.yaml", b"datum: 12-31", b"datum: 13-31", "een maand en dag als mm-dd"),
        ("kalender.yaml", b"2010-05-14", b"2010-05-32", "heeft niet de vorm"),
        ("kalender.yaml", b"feestdagen:", b"feestdag:", "hier ontbreekt feestdagen"),
        ("kalender.yaml", b"dag: 05-05", b"dag: 05-55", "een maand en dag als mm-dd"),
        ("artikelen.yaml", b"sinds: 2024-01-01", b"sinds: gisteren", "een bestaande dag"),
        ("artikelen.yaml", b"omschrijving: wat een besluit is", b"omschrijvin: x", "bedoelde u ‘omschrijving’"),
    ],
)
def test_a_broken_law_file_is_a_sentence_with_its_place(naam, oud, nieuw, melding):
    with pytest.raises(InvoerError) as fout:
        load_recht(met(naam, oud, nieuw))

    assert melding in str(fout.value)
    assert f"inhoud/recht/{naam}" in str(fout.value)


def test_a_missing_law_file_is_named():
    bestanden = read_meegeleverd("inhoud/recht/")
    del bestanden["inhoud/recht/kalender.yaml"]

    with pytest.raises(InvoerError, match=r"inhoud/recht/kalender\.yaml: dit bestand ontbreekt"):
        load_recht(bestanden)


# --- the periods of a dossier -----------------------------------------------------------------------------------


def _dagen(termijnen):
    datums = BESTANDEN["datums.yaml"] + "maand: {waarde: 2025-03, bron: {stuk: nota}}\n"
    duren = "dag: {waarde: 1 dag, bron: {stuk: nota}}\n"
    gelezen = keten.lees(bestanden(termijnen=termijnen, datums=datums, duren=duren), read_meegeleverd(""), NAAM)
    return {naam: termijn["laatste_dag"].dag.isoformat() for naam, termijn in gelezen.termijnen.items()}


def test_a_period_can_begin_at_the_end_of_another_wherever_that_stands():
    assert {"beslissen": "2025-03-14", "bezwaar": "2025-01-31"} == _dagen(
        "beslissen: {soort: beslissen_bezwaar, vanaf: termijnen.bezwaar, omschrijving: x}\n"
        "bezwaar: {soort: bezwaar, vanaf: datums.besluit, omschrijving: x}\n"
    )


VERGUNNING = "vergunning: {soort: bopa_uitgebreid, vanaf: datums.besluit, omschrijving: x}\n"


def _opening(besluit="2025-03-24", termijnen=VERGUNNING):
    """What follows from the last day of a period of the law, when the period begins on `besluit`."""
    datums = (
        f"besluit: {{waarde: {besluit}, bron: {{stuk: nota}}}}\n"
        "opening: {formule: termijnen.vergunning.laatste_dag + duren.dag}\n"
    )
    duren = "dag: {waarde: 1 dag, bron: {stuk: nota}}\n"
    invoer = bestanden(datums=datums, termijnen=termijnen, duren=duren)
    return keten.lees(invoer, read_meegeleverd(""), NAAM).dossier.feiten["datums.opening"]


@pytest.mark.parametrize(("besluit", "opening"), [("2025-02-24", "2025-08-25"), ("2025-03-24", "2025-09-25")])
def test_a_formula_follows_a_period_of_the_law_from_any_day(besluit, opening):
    feit = _opening(besluit)

    assert opening == feit.dag.isoformat()
    assert ("datums.besluit", "duren.dag") == feit.uit


@pytest.mark.parametrize(
    ("anders", "melding"),
    [
        ({"termijnen": VERGUNNING.replace("datums.besluit", "datums.opening")}, "datums.opening → datums.opening"),
        (
            {"termijnen": VERGUNNING.replace("soort: bopa_uitgebreid", "duur: duren.dag")},
            "noem van een termijn met een",
        ),
        ({"termijnen": VERGUNNING.replace("bopa_uitgebreid", "bopa_uitgebreidd")}, "bedoelde u ‘bopa_uitgebreid’"),
        ({"besluit": "2025-03"}, "niet uit te rekenen: van deze datum is de dag niet bekend"),
    ],
)
def test_a_formula_with_a_period_that_cannot_be_counted_is_a_sentence(anders, melding):
    with pytest.raises(InvoerError, match=melding):
        _opening(**anders)


@pytest.mark.parametrize(
    ("termijnen", "melding"),
    [
        (
            "a: {soort: beroep, vanaf: termijnen.b, omschrijving: x}\n"  # noqa: ISC004 - one file, two lines
            "b: {soort: beroep, vanaf: termijnen.a, omschrijving: x}",
            "deze termijnen wachten op elkaar: a, b",
        ),
        ("a: {soort: bezwaar, vanaf: termijnen.a, omschrijving: x}\n", "deze termijnen wachten op elkaar: a"),
        ("a: {soort: bezwaar, vanaf: bronnen.nota, omschrijving: x}\n", "bij ‘bronnen.nota’ begint geen termijn"),
        (
            "a: {soort: bezwaar, vanaf: duren.dag, omschrijving: x}\n",
            ":1:28: een termijn .+ en ‘duren.dag’ is geen dag",
        ),
        ("a: {soort: bezwaar, vanaf: datums.maand, omschrijving: x}\n", "van ‘datums.maand’ is de dag niet bekend"),
        ("a: {soort: bezwaarr, vanaf: datums.besluit, omschrijving: x}\n", "yaml:1:12: de termijn ‘bezwaarr’ bestaat"),
    ],
)
def test_a_period_that_cannot_begin_is_a_sentence(termijnen, melding):
    with pytest.raises(InvoerError, match=melding):
        _dagen(termijnen)
