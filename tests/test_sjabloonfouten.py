"""What a template may not do, and what a paper misses, is refused with its line and a way out."""

import re
from pathlib import Path

import pytest
from sjabloontekst import REGEL, afgedrukt
from voorbeelden import BESTANDEN, boom

from generator.document.nodes import Herkomst
from generator.errors import DocumentError, SjabloonError
from generator.lezers.markdown import read_document
from generator.tokens import Ingevuld

MAAND = "maand: {waarde: 2025-03, bron: {stuk: nota}}\n"


@pytest.mark.parametrize(
    ("sjabloon", "melding"),
    [
        ("{{ 168 }}", "‘168’ is geen feit en heeft dus geen bron"),
        ("{{ cijfers.zuid == 45 }}", "‘waar’ is geen feit maar wat een vergelijking oplevert"),
        ("{{ cijfers.zuid > 45 }}", "of zet de vergelijking om een zin: {% if … %} … {% endif %}"),
        ("{{ 1.5 }}", "is geen feit"),
        ("{{ true }}", "is geen feit"),
        ("{{ cijfers.nord }}", "‘cijfers’ kent geen ‘nord’"),
        ("{{ cijfers.zuid.wordn }}", "bedoelde u ‘woorden’?"),
        ("{{ cijfers.zuid.datum }}", "geen datum"),
        ("{{ datums.besluit.woorden }}", "geen getal"),
        ("{{ cijfers.zuid.woorden.getal }}", "twee vormen tegelijk"),
        ("{{ cijfers }}", "hele lijst"),
        ("{{ stuk }}", "een onderdeel waar één feit hoort"),
        ("{{ stuk.nummer }}", "staat niet in de feiten"),
        ("{{ onbekend }}", "‘onbekend’ bestaat niet"),
        ("{{ cijfers.zuid | length }}", "het filter ‘length’ bestaat niet"),
        ("{{ cijfers.zuid | upper }}", "het filter ‘upper’ bestaat niet"),
        ("{% if cijfers.zuid is odd %}x{% endif %}", "de toets ‘odd’ bestaat niet"),
        ("{% if cijfers.zuid %}x{% endif %}", "is geen ja of nee"),
        ("{% if cijfers.zuid == 'x' %}x{% endif %}", "niet te vergelijken"),
        ("{% if stuk.portefeuillehouder == 'x' %}x{% endif %}", "Of vraag in het sjabloon eerst ‘is bekend’"),
        ("{{ cijfers.zuid + datums.besluit }}", "een datum plus of min een duur"),
        ("{{ cijfers.zuid + cijfers.reacties }}", "‘cijfers.zuid’ telt bewoners en ‘cijfers.reacties’ telt reacties"),
        ("{% if cijfers.zuid > cijfers.reacties %}x{% endif %}", "vergelijk met een feit dat hetzelfde telt"),
        ("{{ cijfers.zuid + 1.5 }}", "het getal 1.5 bij ‘cijfers.zuid’ staat in het sjabloon en heeft geen bron"),
        ("{{ 7 + cijfers.zuid }}", "zet de berekening als ‘formule’ in de feiten"),
        ("{% set n = 7 %}{{ cijfers.zuid * n }}", "het getal 7 bij ‘cijfers.zuid’"),
        ("{% for x in cijfers %}{{ x + loop.index }}{% endfor %}", "het getal 1 bij ‘cijfers.noord’"),
        ("{{ -cijfers.zuid }}", "‘-’ kan niet voor ‘cijfers.zuid’ staan"),
        ("{{ cijfers.zuid ** 2 }}", "‘**’ kan niet in een sjabloon"),
        ("{{ cijfers.zuid // 2 }}", "‘//’ kan niet in een sjabloon"),
        ("{{ cijfers.zuid % 2 }}", "‘%’ kan niet in een sjabloon"),
        ("{{ '%s' % cijfers }}", "‘%’ kan niet in een sjabloon"),
        ("{{ cijfers.zuid + cijfers }}", "met de lijst ‘cijfers’ valt niet te rekenen"),
        ("{{ 'a' + 'b' }}", "woorden plakt u aan elkaar met ‘~’"),
        ("{{ cijfers.zuid() }}", "‘cijfers.zuid’ is geen opdracht"),
        ("{{ cijfers.zuid[0] }}", "‘0’ is niet te nemen uit ‘cijfers.zuid’"),
        ("{{ (cijfers.zuid ~ '')[0] }}", "‘0’ is niet te nemen uit ‘…’"),
        ("{{ (cijfers.zuid ~ '')[:2] }}", "van ‘…’ is geen stuk af te knippen"),
        ("{{ cijfers.zuid ~ '' | list }}", "is geen lijst"),
        ("{% if cijfers.zuid < datums.besluit %}x{% endif %}", "niet te vergelijken met ‘datums.besluit’"),
        ("{% if cijfers < 3 %}x{% endif %}", "de lijst ‘cijfers’ is niet te vergelijken met ‘3’"),
        ("{% if stuk == 'x' %}x{% endif %}", "het onderdeel ‘stukken.nota’ is niet te vergelijken met ‘x’"),
        ("{% if cijfers.zuid == true %}x{% endif %}", "niet te vergelijken met ‘waar’"),
        ("{% if 'x' > 3 %}x{% endif %}", "wat hier staat, kan niet met deze waarden"),
        ("{% for x in stuk %}x{% endfor %}", "het onderdeel ‘stukken.nota’ is geen lijst"),
        ("{{ termijn('bezwaar', cijfers.zuid) }}", "‘termijn’ vraagt een soort en een datum"),
        (
            "{{ termijn('bezwaarr', datums.besluit) }}",
            "de termijn ‘bezwaarr’ bestaat niet\n  raad: bedoelde u ‘bezwaar’?",
        ),
        ("{{ termijn('bezwaar', datums.maand) }}", "van ‘datums.maand’ is de dag niet bekend"),
        ("{{ '%d' | format(cijfers.zuid) }}", "‘%d’ kan niet in ‘format’"),
        ("{{ '%r' | format(cijfers.zuid) }}", "‘%r’ kan niet in ‘format’"),
        ("{{ '%.2s' | format(cijfers.zuid) }}", "‘%.2s’ kan niet in ‘format’"),
        ("{{ '%s' | format(stuk) }}", "een onderdeel waar één feit hoort"),
        ("{{ '%s' | format(true) }}", "‘waar’ is geen feit"),
        ("{{ '%s' | format(none) }}", "‘niets’ is geen feit"),
        ("{{ '%s en %s' | format(cijfers.zuid) }}", "‘format’ heeft 2 maal ‘%s’ en 1 waarden"),
        ("{{ '{}'.format(cijfers) }}", "hele lijst"),
        ("{{ '{0.naam}'.format(stuk) }}", "een feit krijgt zijn vorm niet met"),
        ("{{ '{} {}'.format(cijfers.zuid) }}", "niet bij elke ‘{}’ hoort een waarde"),
        ("{{ 'x' ~ cijfers }}", "hele lijst"),
        ("{{ 'x' ~ stuk }}", "een onderdeel waar één feit hoort"),
        ("{{ 'x' ~ 3 }}", "‘3’ is geen feit"),
        ("{{ [stuk] | join }}", "een onderdeel waar één feit hoort"),
        ("{{ [cijfers] | opsomming }}", "hele lijst"),
        ("{{ cijfers | list }}", "hele lijst"),
        ("{{ [] | first }}", "is leeg"),
        (r"{{ '\ue000\ue010\ue001' }}", "het teken U+E000 kan niet in een stuk"),
        (r"{{ 'x' ~ '\N{RIGHT-TO-LEFT OVERRIDE}' }}", "het teken U+202E kan niet in een stuk"),
        ("\ue000\ue010\ue001", "het teken U+E000 kan niet in een stuk"),
        ("{{ cijfers.zuid.__class__ }}", ""),
        ("{{ ''.__class__.__mro__ }}", ""),
        ("{{ cijfers._delen }}", ""),
        ("{{ self.__init__ }}", ""),
        ("{{ cijfers.zuid", "niet gesloten"),
        ("{% if cijfers.zuid > 1 %}x", "niet gesloten"),
        ("{{ cijfers.zuid / (cijfers.zuid - cijfers.zuid) }}", "delen door nul"),
        ("{{ '{:.1}'.format(cijfers.zuid) }}", "een feit krijgt zijn vorm niet met"),
        ("{% onzin %}", "de opdracht ‘onzin’ bestaat niet"),
        ('{% include "weg.md" %}', "‘weg.md’ bestaat niet"),
    ],
)
def test_what_is_no_fact_is_refused_with_its_template_line(sjabloon, melding):
    reacties = "reacties: {waarde: 92, eenheid: reactie/reacties, bron: {stuk: nota}}\n"
    with pytest.raises(SjabloonError) as fout:
        boom(f"{sjabloon}\n", cijfers=BESTANDEN["cijfers.yaml"] + reacties, datums=BESTANDEN["datums.yaml"] + MAAND)

    assert melding in str(fout.value)
    assert f"proefnota.md.j2:{REGEL}" in str(fout.value)
    assert not re.search(r" object|instance|operand|argument|positional|[\ue000-\uf8ff]", str(fout.value))


def test_places_may_be_held_against_who_lives_there():
    plaatsen = "plaatsen: {waarde: 50, eenheid: opvangplaats/opvangplaatsen, bron: {stuk: nota}}\n"
    zin = "{% if cijfers.plaatsen > cijfers.zuid %}Er is plaats.{% endif %}\n"

    assert "Er is plaats." == afgedrukt(zin, cijfers=BESTANDEN["cijfers.yaml"] + plaatsen)


@pytest.fixture
def twee_brieven(tmp_path, monkeypatch, raadwerk):
    """The starter dossier in which the texts of its letter are its own, and a second letter has none."""
    monkeypatch.chdir(tmp_path)
    raadwerk("nieuw", "werkmap")
    monkeypatch.chdir(tmp_path / "werkmap")
    map_ = Path("inhoud/fietsbrug")
    eigen = map_ / "teksten/raadsinformatiebrief"
    eigen.mkdir()
    for tekst in map_.glob("teksten/*.md"):
        tekst.rename(eigen / tekst.name)
    dossier = map_ / "dossier.yaml"
    kop, stuk = dossier.read_text(encoding="utf-8").split("  raadsinformatiebrief:\n")
    dossier.write_text(f"{kop}  raadsinformatiebrief:\n{stuk}  rib2:\n{stuk}", encoding="utf-8")
    return map_ / "teksten"


def test_all_texts_that_a_paper_misses_are_named_at_once_with_where_to_make_them(twee_brieven, raadwerk):
    (twee_brieven / "vervolg.md").write_text("Wij houden u op de hoogte.\n", encoding="utf-8")

    fout = raadwerk("bouw", code=2)

    assert "raadsinformatiebrief.md.j2:8: het stuk rib2 mist de teksten kernboodschap.md, inleiding.md, " in fout
    assert "toelichting.md, gevolgen.md en communicatie.md" in fout
    map_ = "inhoud/fietsbrug/teksten/"
    assert f"maak deze bestanden in {map_}rib2/, of voor alle stukken in {map_}\n" in fout
    assert "bedoelde u" not in fout


def test_a_slip_in_the_name_of_a_text_is_suggested_unless_the_text_is_of_another_paper(twee_brieven, raadwerk):
    eigen = twee_brieven / "rib2"
    eigen.mkdir()
    for tekst in (twee_brieven / "raadsinformatiebrief").iterdir():
        (eigen / tekst.name).write_bytes(tekst.read_bytes())
    (eigen / "gevolgen.md").rename(eigen / "gevolgn.md")

    assert "mist de tekst gevolgen.md\n  raad: bedoelde u ‘teksten/rib2/gevolgn.md’?" in raadwerk("bouw", code=2)
    (eigen / "gevolgn.md").unlink()
    assert "mist de tekst gevolgen.md\n  raad: maak dit bestand in " in raadwerk("bouw", code=2)


@pytest.mark.parametrize(
    ("markdown", "melding"),
    [
        ("\\ue000 [a](https://x.nl/&#57344;&#57360;&#57345;)", "‘&#57344;’: het teken U+E000 kan niet in een stuk"),
        ('[a](https://x.nl "&#xE000;")', "‘&#xE000;’: het teken U+E000 kan niet in een stuk"),
        ("&#x202E;abc", "‘&#x202E;’: het teken U+202E kan niet in een stuk: het keert de leesrichting om"),
        ("&#xF0000; &#x110000;", "‘&#x110000;’: dit teken bestaat niet"),
        ("a&Tab;b", "‘&Tab;’: het teken U+0009 kan niet in een stuk"),
        ("`&#7;`", "‘&#7;’: het teken U+0007 kan niet in een stuk"),
        ("<https://x.nl/%EE%80%80%EE%80%90%EE%80%81>", "een kaal webadres"),
        ("a <!-- nog navragen --> b", "‘<!-- nog navragen -->’ is een opmerking van HTML"),
        ("<!-- {{ cijfers.zuid }}\nen meer -->", "‘<!-- …’ is een opmerking van HTML"),
        ("<b class='x'>vet", "‘<b class='x'>’ is HTML en komt zo op papier"),
        ("## Kop<br/>", "‘<br/>’ is HTML en komt zo op papier"),
        ("woord[^weg]", "de voetnoot ‘weg’ bestaat niet"),
        ("woord^[noot]", "een noot midden in een zin"),
        ("woord\n\n[^los]: Een noot.", "naar de voetnoot ‘los’ verwijst niets"),
        ("woord[^a]\n\n[^a]: Een.\n\n[^a]: Twee.", "de voetnoot ‘a’ staat er tweemaal"),
        ("::: onzin\nx\n:::", "het onderdeel ‘onzin’ bestaat niet"),
        ("#### sprong", "van kopniveau 1 naar 4 is een sprong"),
        ("# Tweede titel", "een tweede titel"),
        ("## \n", "een lege kop"),
        ("[hier](https://voorbeeld.nl)", "zegt niet waarheen hij gaat"),
        ("[](https://voorbeeld.nl)", "een link zonder naam"),
        ("[https://voorbeeld.nl](https://voorbeeld.nl)", "een kaal webadres"),
        ("[x](#weg)", "een verwijzing naar ‘weg’, dat er niet is"),
        ("[x](javascript:alert)", "is geen webadres"),
        ("![](plaatje.png)", "een los plaatje"),
        ("| Wat |\n|---|\n| x |", "een tabel zonder bijschrift"),
        ("::: tabel\nBijschrift\n\n| | b |\n|---|---|\n| x | y |\n:::", "een lege kolomkop"),
        ("::: tabel\nBijschrift\n:::", "precies één tabel"),
        ('::: tabel {breedtes="50 60"}\nB\n\n| a | b |\n|---|---|\n| x | y |\n:::', "de breedtes ‘50 60’ passen niet"),
        ("::: tabel {kleur}\nB\n\n| a |\n|---|\n| x |\n:::", "de eigenschap ‘kleur’ bestaat niet"),
        ("```\ncode\n```", "codeblok"),
        ("tekst `code`", "accenten grave"),
        ("---\n", "streep"),
        ("::: vraag 1\nGeen vraag.\n\n- **ja**: x\n:::", "eindigt niet op een vraagteken"),
        ("::: vraag 1\nWel een vraag?\n:::", "heeft geen antwoorden"),
        ("::: vraag\nZonder nummer?\n\n- **ja**: x\n:::", "één nummer en één zin"),
        ("::: kader\nzonder titel\n:::", "een kader zonder titel"),
        ("::: ondertekening\nnamens\n:::", "de ondertekening is niet compleet"),
        (
            "::: grafiek\nAlleen een bijschrift\n\n| a | b |\n|---|---|\n| x | {{ cijfers.zuid }} |\n:::",
            "alternatieve tekst",
        ),
        (
            "::: tijdlijn\nb\n\na\n\n| wanneer | wat | soort |\n|---|---|---|\n| morgen | x | feit |\n:::",
            "geen datum uit de feiten",
        ),
        ("::: kop\nx\n\n# y\n:::", "precies één kop"),
        ("## Kop {#a}\n\n## Nog een {#a}", "het label ‘a’ staat er tweemaal"),
    ],
)
def test_what_a_screen_reader_would_miss_is_refused(markdown, melding):
    with pytest.raises(DocumentError) as fout:
        boom(f"{markdown}\n")

    assert melding in str(fout.value)


@pytest.mark.parametrize("sjabloon", ["", "Alleen tekst.\n"])
def test_a_template_without_a_head_is_named(sjabloon):
    with pytest.raises(
        DocumentError, match=r"^inhoud/proef/sjablonen/proefnota.md.j2: een stuk begint met precies één kop"
    ):
        boom(sjabloon, hoofd="")


def test_a_character_by_its_number_is_told_at_its_place_and_a_harmless_one_is_read():
    with pytest.raises(DocumentError, match=rf"proefnota.md.j2:{REGEL}:5: ‘&#xE000;’"):
        boom("Een &#xE000; woord.\n")

    assert "één & &#xE000;" == afgedrukt("&eacute;&eacute;n &amp; \\&#xE000;\n")


def test_a_note_may_stay_behind_when_a_condition_took_its_sentence_away():
    zin = "Er wonen mensen{% if cijfers.zuid > 50 %}, veel[^veel]{% endif %}.\n\n[^veel]: Meer dan vorig jaar.\n"

    assert "Er wonen mensen." == afgedrukt(zin)


def test_half_a_fact_is_told():
    kapot = Ingevuld("# x \ue000\ue010\n", (), (Herkomst("x.md.j2", 1), Herkomst("x.md.j2", 2)))
    with pytest.raises(DocumentError, match="een feit is onderweg beschadigd"):
        read_document(kapot, boom("x\n").meta)


def test_everything_wrong_with_a_paper_comes_at_once():
    with pytest.raises(DocumentError) as fout:
        boom("#### sprong\n\n[hier](https://a.nl)\n\n[x](#weg)\n")

    assert 3 == len(fout.value.fouten)
