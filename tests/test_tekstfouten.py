"""What is wrong with a dossier's own texts is told at once, each fault with its line, its column and a way out."""

import pytest
from conftest import lees_map, write_bestanden
from sjabloontekst import afgedrukt
from voorbeelden import BESTANDEN, VOORSTEL, bestanden

SJABLOON = BESTANDEN["sjablonen/proefnota.md.j2"] + '{% include "teksten/a.md" %}\n\n{% include "teksten/b.md" %}\n'


@pytest.fixture
def bouw(tmp_path, monkeypatch, raadwerk):
    """Build the little dossier with these texts; what stands there stays as it was."""
    monkeypatch.chdir(tmp_path)

    def run(a: str, b: str = "Goed.\n", **anders: str) -> str:
        teksten = {"teksten/a.md": a, "teksten/b.md": b, "sjablonen/proefnota.md.j2": SJABLOON}
        write_bestanden(tmp_path, bestanden(**teksten, **anders))
        voor = lees_map(tmp_path)
        gezegd = raadwerk("bouw", "--formaat", "md", code=2)
        assert voor == lees_map(tmp_path)
        return gezegd

    return run


def plekken(gezegd: str, tekst: str = "a") -> list[str]:
    """The line and column of each fault that is told of a text."""
    begin = f"inhoud/proef/teksten/{tekst}.md:"
    return [regel.removeprefix(begin).partition(": ")[0] for regel in gezegd.splitlines() if regel.startswith(begin)]


def test_every_unknown_fact_form_and_group_of_a_text_is_told_with_its_column(bouw):
    gezegd = bouw(
        "Er zijn {{ cijfers.zud }} en {{ cijfers.noord.wordn }}.\n\nOp {{ datum.besluit }} {{ 168 }} {{ stuk }}.\n",
        "Ook {{ cijfers.nord }}.\n",
    )

    assert ["1:20", "1:47", "3:7", "3:27", "3:37"] == plekken(gezegd)
    assert ["1:16"] == plekken(gezegd, "b")
    assert "‘cijfers’ kent geen ‘zud’\n  verwacht: een van noord, zuid, samen\n  raad: bedoelde u ‘zuid’?" in gezegd
    assert "heeft geen vorm ‘wordn’" in gezegd
    assert "raad: bedoelde u ‘woorden’?" in gezegd
    assert "‘datum’ bestaat niet in deze feiten" in gezegd
    assert "raad: bedoelde u ‘datums’?" in gezegd
    assert "6 fouten; er is niets geschreven." in gezegd


def test_of_many_facts_only_those_that_come_near_are_named(bouw):
    veel = "".join(f"rij_{letter}: {{waarde: 1, bron: {{stuk: nota}}}}\n" for letter in "abcdefghijklm")
    tellingen = """\
opvang_totaal: {waarde: 1, bron: {stuk: nota}}
opvang_hof_van_dalfsen: {waarde: 1, naam: Mensen in het hotel, bron: {stuk: nota}}
"""
    gezegd = bouw(
        "{{ cijfers.opvang_hof }} {{ cijfers.mensen }} {{ cijfers.besluit }} {{ cijfers.xyz }}\n",
        cijfers=veel + tellingen,
    )

    assert "een van 15 namen, zoals opvang_hof_van_dalfsen, opvang_totaal\n  raad: bedoelde u ‘opvang_hof_van" in gezegd
    assert "‘mensen’\n  verwacht: een van 15 namen, zoals opvang_hof_van_dalfsen\n" in gezegd
    assert "‘besluit’\n  verwacht: een van 15 namen\n  raad: bedoelde u ‘datums.besluit’?" in gezegd
    assert "‘xyz’\n  verwacht: een van 15 namen\n  raad: de namen staan in cijfers.yaml" in gezegd


def test_what_may_not_stand_in_a_text_is_told_beside_what_is_unknown(bouw):
    gezegd = bouw(
        "{{ cijfers.zuid | upper }} {{ cijfers.zud + 1 }}\n{% set a = 1 %}\n{{ termijnn(cijfers.nord) }}\n"
        "{% for feit in cijfers %}{{ feit.x }}{% endfor %}\n{% if cijfers.zuid is bekent %}x{% endif %}\n"
    )

    assert ["1:19", "1:31", "1:39", "2:4", "3:4", "3:4", "3:21", "4:4", "5:7"] == plekken(gezegd)
    for zin in (
        "het filter ‘upper’ kan niet in een tekst", "een berekening kan niet in een tekst",
        "de opdracht ‘set’ kan niet in een tekst", "de opdracht ‘for’ kan niet in een tekst",
        "een opdracht met haakjes kan niet in een tekst", "‘termijnn’ bestaat niet in deze feiten",
        "de toets ‘bekent’ bestaat niet", "verwacht: alleen feiten, {{ groep.feit }}, en voorwaarden",
    ):  # fmt: skip
        assert zin in gezegd


def test_what_cannot_be_read_does_not_hide_what_is_unknown(bouw):
    gezegd = bouw(
        "{{ cijfers zuid }} {{ cijfers.? }} {{ cijfers.zud }}\nNooit dicht {{ cijfers.zuid\nmaar {{ cijfers.nord }}\n"
        "{% if cijfers.zuid >> 1 %}\n{{ cijfers.oost }}\n{% endif %}\n"
    )

    assert ["1:12", "1:31", "1:47", "2:13", "3:17", "4:21", "5:12"] == plekken(gezegd)
    assert "deze tekst is niet te lezen: hier staat ‘zuid’ waar ‘}}’ hoort" in gezegd
    assert "deze tekst is niet te lezen: het teken ‘?’ staat hier verkeerd" in gezegd


def test_what_no_paper_can_hold_is_told_beside_what_is_unknown_each_at_its_own_place(bouw):
    gezegd = bouw(
        "Een ![plaatje](x.png) bij {{ cijfers.zud }}\nen ![nog een](x.png), zie [hier](https://x.nl).\n\n"
        "##### Diep\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n---\n\nHet `woord`, [x](adres) en [](#nergens).\n\n"
        "::: onbekend\nx\n:::\n",
        "Ook {{ cijfers.zuid }} ![van b](x.png)\n",
    )

    assert ["1:5", "1:38", "2:4", "2:27", "4:1", "6:1", "10:1", "12:5", "12:14", "12:28", "14:1"] == plekken(gezegd)
    assert ["1:24"] == plekken(gezegd, "b")
    assert "een los plaatje hoort niet in een stuk\n  verwacht: gewone tekst" in gezegd
    assert "‘adres’ is geen webadres en geen plek in dit stuk\n  verwacht: https://…, mailto:… of #label" in gezegd
    assert "12 fouten; er is niets geschreven." in gezegd


def test_what_is_unknown_has_no_other_faults_in_its_train(bouw):
    gezegd = bouw(
        "## {{ cijfers.kop }}\n\n[de nota]({{ bronnen.weg.adres }}) en [{{ bronnen.naam }}](#{{ cijfers.label }})\n\n"
        "{% if cijfers.nix > 1 %}Zin.{% endif %} {% for x in cijfers %}woord{% endfor %}\n"
    )

    assert ["1:15", "3:22", "3:51", "3:72", "5:15", "5:44"] == plekken(gezegd)


def test_a_condition_that_is_never_closed_is_told_where_it_begins(bouw):
    gezegd = bouw("Een.\n{% if cijfers.zuid > 0 %}\n{% if cijfers.noord > 0 %}\nx\n{% endif %}\nTwee.\n")

    assert ["2:1"] == plekken(gezegd)
    assert "er is iets geopend en niet gesloten" in gezegd


def test_a_sentence_that_is_not_there_may_speak_of_what_is_not_there(bouw):
    gezegd = bouw(
        "{% if motie is gegeven %}\n{{ motie.titel }}\n{% endif %}\n"
        '{% if "oost" in cijfers and cijfers.oost > 1 %}{{ cijfers.oost }}{% elif cijfers.zud %}x{% else %}'
        "{{ cijfers.nord }}{% endif %}\n"
    )

    assert ["4:82", "4:110"] == plekken(gezegd)
    assert "oost" not in gezegd
    assert "motie" not in gezegd


def test_a_test_on_what_is_open_or_left_out_is_told_with_the_rest(bouw):
    gezegd = bouw(
        "{% if stuk.portefeuillehouder == 'x' %}y{% endif %}\n{{ stuk.nummer }}\n"
        "{% if cijfers is circa %}z{% endif %}\n{% if motie > 1 %}z{% endif %}\n"
    )

    assert ["2:4", "3:7", "4:7"] == plekken(gezegd)
    assert "‘stukken.nota.portefeuillehouder’ is nog open; op één plaats (inhoud/proef/teksten/a.md:1:7)" in gezegd
    assert "in de tekst eerst ‘is bekend’" in gezegd
    assert "vraag eerst ‘is gegeven’" in gezegd
    assert "alleen een feit kan bekend, open, circa of berekend zijn" in gezegd


def test_the_faults_of_a_template_come_with_those_of_the_texts_before_it(bouw):
    gezegd = bouw("{{ cijfers.zud }}\n", **{"teksten/nota/b.md": "{{ cijfers.nord }}\n{% if weg > 1 %}x{% endif %}\n"})

    assert ["1:12"] == plekken(gezegd)
    assert ["1:12", "2:7"] == plekken(gezegd, "nota/b")


def test_a_paragraph_that_falls_out_of_its_lid_is_told_at_its_own_line(tmp_path, monkeypatch, raadwerk):
    monkeypatch.chdir(tmp_path)
    lid = '::: artikel\n## Titel\n\n1. Een.\n1. {% include "teksten/a.md" %}\n\n:::\n'
    sjabloon = f"{BESTANDEN['sjablonen/proefnota.md.j2']}{lid}"
    teksten = {"teksten/a.md": "Twee.\n\nDrie.\n", "sjablonen/proefnota.md.j2": sjabloon}
    write_bestanden(tmp_path, bestanden(**teksten))

    gezegd = raadwerk("bouw", "--formaat", "md", code=2)

    assert ["3:1"] == plekken(gezegd)
    assert "na de leden van een artikel staat nog iets" in gezegd


def test_a_record_whose_words_are_not_there_is_told_at_its_line_in_the_yaml(tmp_path, monkeypatch, raadwerk):
    monkeypatch.chdir(tmp_path)
    anders = {"teksten/beslispunten-geld.md": None, "teksten/beslispunten-gelden.md": "het krediet.\n"}
    write_bestanden(tmp_path, bestanden(VOORSTEL, **anders, **{"teksten/beslispunten-brug.md": None}))

    gezegd = raadwerk("bouw", "--formaat", "md", code=2)

    assert "inhoud/proef/beslispunten.yaml:1:7: de tekst bij ‘beslispunten.geld’ ontbreekt" in gezegd
    assert "verwacht: het bestand teksten/beslispunten-geld.md" in gezegd
    assert "raad: bedoelde u ‘teksten/beslispunten-gelden.md’?" in gezegd
    assert "inhoud/proef/beslispunten.yaml:2:7: de tekst bij ‘beslispunten.brug’ ontbreekt" in gezegd
    assert gezegd.count("ontbreekt") == 2


def test_a_kind_of_paper_without_a_template_is_told_at_its_line_in_the_yaml(bouw):
    dossier = BESTANDEN["dossier.yaml"].replace("soort: proefnota", "soort: proefnoot")
    gezegd = bouw("Goed.\n", dossier=dossier)

    assert "inhoud/proef/dossier.yaml:5:12: er is geen sjabloon voor het stuk ‘proefnoot’" in gezegd


def test_a_text_that_nobody_wrote_is_told(bouw):
    gezegd = bouw("{## later ##}\n\n")

    assert "inhoud/proef/teksten/a.md:1:1: deze tekst is leeg" in gezegd
    assert "haal in het sjabloon de kop en de ‘include’ weg" in gezegd


def test_a_text_that_a_condition_emptied_is_no_fault():
    leeg = "{% if cijfers.zuid > 50 %}\nVeel.\n{% endif %}\n"

    assert "" == afgedrukt('{% include "teksten/a.md" %}\n', **{"teksten/a.md": leeg})


def test_a_letter_that_the_font_lacks_is_told_at_its_column_in_a_text_and_at_its_fact(tmp_path, monkeypatch, raadwerk):
    monkeypatch.chdir(tmp_path)
    feit = 'kop: {waarde: "漢", bron: {stuk: nota}}\n'
    teksten = {"teksten/a.md": "Een zin\nmet 漢 erin.\n", "teksten/b.md": "Ook {{ standpunten.kop }}.\n"}
    write_bestanden(tmp_path, bestanden(standpunten=feit, **teksten, **{"sjablonen/proefnota.md.j2": SJABLOON}))

    gezegd = raadwerk("bouw", "--formaat", "pdf", code=2)

    assert "inhoud/proef/standpunten.yaml:1:6: het teken ‘漢’ (U+6F22) zit niet in Carlito" in gezegd
    assert "inhoud/proef/teksten/a.md:2:5: het teken ‘漢’ (U+6F22) zit niet in Carlito" in gezegd
    assert "2 fouten; er is niets geschreven." in gezegd
