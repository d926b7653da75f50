"""Every article that is cited anywhere stands in the index, and was in force on the days on which it is relied on."""

import datetime as dt
import itertools
import re

import pytest
from conftest import WORTEL
from recht import RECHT

from generator.regels import alle  # noqa: F401 - registers every rule
from generator.regels.register import REGELS, Neemt

NU = dt.date(2026, 11, 1)
# From which day on a rule may be relied on: the law on objections was read from 2013; dossiers are of later years.
NAGEGAAN = {Neemt.BEZWAAR: dt.date(2013, 1, 1)}
EERSTE_DOSSIER = dt.date(2025, 1, 1)
OVER_NU = {"BZ-BSN"}  # about the file as it lies there now, however old the case is
PLEKKEN = (
    "inhoud/recht/**/*.yaml", "inhoud/*/*.yaml", "inhoud/*/bezwaren/*.yaml", "inhoud/*/teksten/*.md",
    "sjablonen/**/*.j2", "generator/**/*.py", "docs/*.md", "README.md", "tests/gevallen/**/*.yaml",
)  # fmt: skip
BESTANDEN = sorted({pad for plek in PLEKKEN for pad in WORTEL.glob(plek)})
VOLUIT = {"Gemw": "Gemeentewet"}
WETTEN = sorted({aanduiding.rpartition(" ")[0] for aanduiding in RECHT.artikelen} | set(VOLUIT), key=len, reverse=True)
NUMMER = r"\d+[a-z]?(?:[:.]\d+[a-z]?)?"
# ``Awb 6:5 lid 1``, ``artikel 7:13 van de Awb`` and lists: ``Awb 6:2, 6:3 lid 2 en 7:1``.
AANHALING = re.compile(
    rf"\b(?P<wet>{'|'.join(WETTEN)}),? (?:artikel )?(?P<lijst>{NUMMER}"
    rf"(?:(?: lid \d+(?:[–-]\d+)?)?(?:, | en |–|; ?)\d+[a-z]?[:.]\d+[a-z]?)*)"
)
# Chapters, and numbers that a test makes up.
GEEN_ARTIKEL = {
    "Awb 6",
    "Awb 7",
    "Awb 3.4",
    "Spreidingswet 99",
    "Faciliteitenbesluit 14",
    "Gemeentewet 999",
    "Awb 8:99",
}


def aanhalingen(tekst):
    for vondst in AANHALING.finditer(tekst):
        wet = VOLUIT.get(vondst["wet"], vondst["wet"])
        for nummer in re.findall(rf"(?<!lid )(?<![\d:.–-]){NUMMER}", vondst["lijst"]):
            yield f"{wet} {nummer}"


def test_citations_are_found_alone_and_in_lists():
    assert ["Awb 6:5", "Awb 6:6"] == list(aanhalingen("(Awb 6:5 lid 1; 6:6)"))
    assert ["Awb 6:2", "Awb 6:3", "Awb 7:1"] == list(aanhalingen("Awb 6:2, 6:3 lid 2 en 7:1 lid 1"))
    assert ["Gemeentewet 154k", "Wet COA 3b"] == list(aanhalingen("Gemeentewet 154k; Wet COA 3b"))


def test_every_article_cited_in_a_file_stands_in_the_index():
    bekend = GEEN_ARTIKEL | set(RECHT.artikelen)
    onbekend = [
        f"{bestand.relative_to(WORTEL).as_posix()}: {aanhaling}"
        for bestand in BESTANDEN
        for aanhaling in dict.fromkeys(aanhalingen(bestand.read_text(encoding="utf-8")))
        if aanhaling not in bekend
    ]

    assert onbekend == []


@pytest.mark.parametrize("code", REGELS)
def test_the_articles_of_a_rule_were_in_force_on_its_days(code):
    regel = REGELS[code]
    oude = [(dag, oud) for dag, oud in regel.voorheen.items() if dag >= regel.van]
    eerste = max([regel.van, NAGEGAAN.get(regel.neemt, EERSTE_DOSSIER), *(dag + dt.timedelta(1) for dag, _ in oude)])
    if code in OVER_NU:
        eerste = NU
    dagen = [(eerste, regel.grondslag), (min(regel.tot, NU), regel.grondslag), *oude]

    # What stands in no law at all ("De bron zelf") is checked nowhere; an article of a law we know is.
    mis = [
        f"{aanhaling} op {dag}"
        for dag, grondslag in dagen
        for aanhaling in grondslag
        if aanhaling.startswith(tuple(WETTEN)) and RECHT.artikel(aanhaling, dag) is None
    ]
    assert mis == []


@pytest.mark.parametrize("code", RECHT.termijnsoorten)
def test_the_articles_of_a_kind_of_period_were_in_force_on_its_days(code):
    soort = RECHT.termijnsoorten[code]
    grondslag = [*soort.grondslag, soort.grondslag_begin, *soort.grondslag_gebeurtenis.split("; ")]
    dagen = (max(soort.van, soort.nagegaan_vanaf, NAGEGAAN[Neemt.BEZWAAR]), min(soort.tot, NU))

    assert [f"{deel} op {dag}" for dag in dagen for deel in grondslag if deel and not RECHT.artikel(deel, dag)] == []


@pytest.mark.parametrize("versies", RECHT.artikelen.values(), ids=RECHT.artikelen)
def test_the_versions_of_an_article_follow_each_other_and_have_a_dated_link(versies):
    for eerder, later in itertools.pairwise(versies):
        assert eerder.tot + dt.timedelta(1) == later.sinds
    for artikel in versies:
        assert artikel.sinds <= artikel.tot
        assert artikel.omschrijving
        assert artikel.link.endswith(f"#Artikel{artikel.aanduiding.rpartition(' ')[2]}")
