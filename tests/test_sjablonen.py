"""A template becomes a tree: facts survive it literally, and blocks number themselves and know where they come from."""

import json
from importlib.util import cache_from_source
from pathlib import Path

import pytest
from jinja2 import Environment
from sjabloontekst import REGEL, afgedrukt
from voorbeelden import BESTANDEN, NAAM, bestanden, boom

from generator import bytecode, keten
from generator.document.nodes import (
    Cijfer,
    Document,
    Grafiek,
    Heading,
    Kader,
    Link,
    Paragraph,
    Table,
    Tijdlijn,
    Vraagpunt,
)
from generator.document.walk import cijfers, plain_text, walk, walk_blocks
from generator.errors import SjabloonError
from generator.meegeleverd import read_meegeleverd

BOOSAARDIG = (
    "**vet** | # kop <script>alert(1)</script> {{ 7*7 }} {% raw %} #set $x$ & ]]> [a](b) `x` \u200fabc ::: kader"
)


def _blokken(document: Document, soort):
    return [node for node in walk(document.blocks) if isinstance(node, soort)]


@pytest.fixture
def bewaard(tmp_path, monkeypatch):
    """An empty folder where compiled templates are kept, and a process that remembers none."""
    monkeypatch.setattr("sys.dont_write_bytecode", False)
    monkeypatch.setattr("sys.pycache_prefix", str(tmp_path))
    monkeypatch.setattr("generator.bytecode._IN_DIT_PROCES", {})
    Path(cache_from_source(bytecode.__file__)).parent.mkdir(parents=True)
    return tmp_path


def test_a_compiled_template_is_used_by_the_next_process_and_forgotten_when_the_template_changes(bewaard, monkeypatch):
    eerst = afgedrukt("{{ cijfers.zuid }}\n")
    assert list(bewaard.rglob("sjabloon-*.pyc"))
    monkeypatch.setattr("generator.bytecode._IN_DIT_PROCES", {})

    with monkeypatch.context() as zonder:
        zonder.setattr(Environment, "_generate", None)  # compiling would fail now
        assert eerst == afgedrukt("{{ cijfers.zuid }}\n")
    assert "90" == afgedrukt("{{ cijfers.zuid + cijfers.zuid }}\n")


def test_a_damaged_compiled_template_is_made_again(bewaard, monkeypatch):
    afgedrukt("{{ cijfers.zuid }}\n")
    for bestand in bewaard.rglob("sjabloon-*.pyc"):
        bestand.write_bytes(bestand.read_bytes()[:40])
    monkeypatch.setattr("generator.bytecode._IN_DIT_PROCES", {})

    assert "45" == afgedrukt("{{ cijfers.zuid }}\n")


def test_a_folder_that_cannot_be_written_costs_nothing_but_time(monkeypatch):
    monkeypatch.setattr("sys.dont_write_bytecode", False)
    monkeypatch.setattr("sys.pycache_prefix", "/dev/null/nergens")
    monkeypatch.setattr("generator.bytecode._IN_DIT_PROCES", {})

    assert "45" == afgedrukt("{{ cijfers.zuid }}\n")


@pytest.mark.parametrize(
    ("sjabloon", "verwacht"),
    [
        ("{{ cijfers.zuid }}", "45"),
        ("{{ cijfers.noord }}", "circa\u00a0105"),
        ('{{ "voor " ~ cijfers.zuid ~ " na" }}', "voor 45 na"),
        ('{{ [cijfers.zuid, cijfers.samen] | join(" en ") }}', "45 en circa\u00a0150"),
        ('{{ "%s van %s" | format(cijfers.zuid, cijfers.samen) }}', "45 van circa\u00a0150"),
        ("{{ [cijfers.zuid, cijfers.noord, cijfers.samen] | opsomming }}", "45, circa\u00a0105 en circa\u00a0150"),
        ("{{ cijfers.zuid + cijfers.zuid }}", "90"),
        ("{{ cijfers.zuid + cijfers.zuid - cijfers.zuid }}", "45"),
        ("{{ (cijfers.zuid + cijfers.zuid) / (cijfers.zuid / cijfers.zuid) }}", "90"),
        ('{{ "{} van {}".format(cijfers.zuid, cijfers.samen) }}', "45 van circa\u00a0150"),
        ('{{ cijfers | join(", ") }}', "circa\u00a0105, 45, circa\u00a0150"),
        ("{{ (cijfers | first) ~ (cijfers | last) }}", "circa\u00a0105circa\u00a0150"),
        ("{% set x %}{{ cijfers.zuid }} stuks{% endset %}{{ x }}", "45 stuks"),
        ("{% macro m(f) %}‘{{ f }}’{% endmacro %}{{ m(cijfers.zuid) }}", "‘45’"),
        ("**{{ cijfers.zuid }}** en *{{ cijfers.zuid }}*", "45 en 45"),
        ("{% for f in cijfers %}{{ f }};{% endfor %}", "circa\u00a0105;45;circa\u00a0150;"),
        ('{{ "ja" if cijfers.zuid > 40 else "nee" }}', "ja"),
        ("{{ cijfers.aantal }}", "3"),
        ("{{ cijfers.zuid.woorden.hoofdletter }}", "Vijfenveertig"),
    ],
)
def test_a_fact_survives(sjabloon, verwacht):
    assert verwacht == afgedrukt(f"{sjabloon}\n")


def test_a_computed_value_names_what_it_rests_on():
    (cijfer,) = cijfers(boom("{{ cijfers.zuid + cijfers.noord }}\n").blocks[1:])

    assert (True, ("cijfers.zuid", "cijfers.noord"), "cijfers.zuid + cijfers.noord") == (
        cijfer.afgeleid, cijfer.uit, cijfer.pad,
    )  # fmt: skip


def test_facts_stand_in_headings_lists_tables_captions_links_and_footnotes():
    document = boom(
        """\
## Kop met {{ cijfers.zuid }}

- punt {{ cijfers.zuid }}

::: tabel {#t}
Bijschrift {{ cijfers.zuid }}

| Wat | Hoeveel |
|:--|--:|
| {{ cijfers.noord }} | {{ cijfers.zuid }} |

Noot {{ cijfers.zuid }}
:::

Zie [nummer {{ cijfers.zuid }}](https://voorbeeld.nl/{{ cijfers.zuid }}).[^a]

[^a]: Voetnoot {{ cijfers.zuid }}.
"""
    )

    assert 8 == sum(cijfer.pad == "cijfers.zuid" for cijfer in cijfers((document.blocks, document.footnotes))) + 1
    (link,) = _blokken(document, Link)
    assert ("https://voorbeeld.nl/45", ("cijfers.zuid",)) == (link.href, link.feiten)
    assert "Voetnoot 45." == plain_text(document.footnotes)


@pytest.mark.parametrize(
    ("markdown", "woorden"),
    [
        ("Zie [de *agenda*]({{ standpunten.adres }}).", "Zie de agenda ([nog in te vullen: waar])."),
        ("[Agenda](https://x.nl/{{ standpunten.adres }}/a)", "Agenda (https://x.nl/[nog in te vullen: waar]/a)"),
        ("[Agenda](#{{ standpunten.adres }})", "Agenda ([nog in te vullen: waar])"),
    ],
)
def test_a_link_to_where_nobody_knows_yet_is_an_open_place_in_words(markdown, woorden):
    document = boom(f"{markdown}\n", standpunten="adres: {open: waar}\n")

    assert woorden == plain_text(document.blocks[1:])
    assert not _blokken(document, Link)
    assert [True] == [cijfer.open for cijfer in cijfers(document.blocks[1:])]


@pytest.mark.parametrize(
    "plek", ["{{ standpunten.a }}", "## {{ standpunten.a }}", "- {{ standpunten.a }}", "*{{ standpunten.a }}*"]
)
def test_a_hostile_value_comes_out_literally(plek):
    document = boom(
        f"{plek}\n", standpunten=f"a: {{waarde: {json.dumps(BOOSAARDIG, ensure_ascii=False)}, bron: {{stuk: nota}}}}\n"
    )

    assert BOOSAARDIG == plain_text(document.blocks[1:])
    assert [BOOSAARDIG] == [cijfer.text for cijfer in cijfers(document.blocks[1:])]


def test_a_hostile_value_in_a_table_stays_in_its_cell():
    document = boom(
        "::: tabel\nBijschrift\n\n| Wat | Nog wat |\n|---|---|\n| {{ standpunten.a }} | x |\n:::\n",
        standpunten=f"a: {{waarde: {json.dumps(BOOSAARDIG, ensure_ascii=False)}, bron: {{stuk: nota}}}}\n",
    )

    assert [BOOSAARDIG, "x"] == [plain_text(cel.content) for cel in _blokken(document, Table)[0].rows[0].cells]


def test_what_only_formulas_need_is_kept_out_of_an_overview():
    cijfers = "a: {waarde: 1, bron: {stuk: nota}}\nb: {waarde: 365, overzicht: nee, bron: {stuk: nota}}\n"
    lijst = "{% for feit in cijfers if feit is in_overzicht %}\n- {{ feit.naam }}\n{% endfor %}\n"

    assert "a" == afgedrukt(lijst, cijfers=cijfers)


def test_a_comment_of_a_text_does_not_come_on_paper_and_what_only_looks_like_html_does():
    assert "Een zin. Nog een." == afgedrukt("Een zin. {## navragen ##}\nNog een.\n")
    assert "a < b en <b>" == afgedrukt("a < b en \\<b>\n")


@pytest.mark.parametrize(
    "tekst",
    [
        "{{ cijfers.zuid + 1 }}", "{{ cijfers.zuid | join }}", "{% set a = 1 %}", "{{ 'x' if cijfers.zuid > 1 }}",
        "{% if cijfers.zuid + 1 > 2 %}x{% endif %}", "{% for feit in cijfers %}x{% endfor %}",
        '{% include "teksten/b.md" %}',
    ],
)  # fmt: skip
def test_a_text_of_the_dossier_may_hold_facts_and_conditions_only(tekst):
    with pytest.raises(SjabloonError, match=r"teksten/a.md:2:\d+: .* kan niet in een tekst\n.*alleen feiten"):
        boom('{% include "teksten/a.md" %}\n', **{"teksten/a.md": f"Eerste regel.\n{tekst}\n"})


@pytest.mark.parametrize(
    ("voorwaarde", "staat_er"),
    [
        ("cijfers.zuid > 1", True), ("cijfers.zuid == 0", False), ("cijfers.zuid is open", False),
        ("cijfers.zuid is bekend and not cijfers.zuid < 1", True), ("cijfers.zuid > cijfers.zuid", False),
    ],
)  # fmt: skip
def test_a_sentence_of_a_text_can_hang_on_a_fact_and_the_paper_knows_it(voorwaarde, staat_er):
    tekst = f"Eerste zin.\n{{% if {voorwaarde} %}}\nTweede zin.\n{{% endif %}}\nDerde zin.\n"
    document = boom('{% include "teksten/a.md" %}\n', **{"teksten/a.md": tekst})
    hangt_af = [*(blok.herkomst for blok in walk_blocks(document)), *document.afwezig]

    assert ("Eerste zin. Tweede zin. Derde zin." if staat_er else "Eerste zin. Derde zin.") in plain_text(document)
    assert "cijfers.zuid" in {pad for herkomst in hangt_af for pad in herkomst.voorwaarden}


def test_words_around_a_condition_do_not_run_together():
    tekst = "Een{% if cijfers.zuid > 0 %} twee{% endif %}\n{% if cijfers.zuid > 0 %}\ndrie\n{% endif %}\nvier.\n"

    assert plain_text(boom('{% include "teksten/a.md" %}\n', **{"teksten/a.md": tekst})).endswith("Een twee drie vier.")


def test_headings_tables_and_figures_number_themselves_and_references_are_named():
    document = boom(
        """\
## Eerste

### Onder

## Tweede {#tweede}

## Los {ongenummerd}

::: tabel {#t}
Bijschrift

| a |
|---|
| x |
:::

Zie [](#tweede) en [](#t).
"""
    )

    assert ["1", "1.1", "2", ""] == [kop.number for kop in _blokken(document, Heading)]
    assert "Zie hoofdstuk 2 en tabel 1." == plain_text(document.blocks[-1])


def test_a_label_does_not_change_with_a_fact():
    (kop,) = _blokken(boom("## Er zijn {{ cijfers.zuid }} bewoners\n"), Heading)

    assert "er-zijn-bewoners" == kop.label


def test_a_block_knows_its_line_and_the_facts_it_hangs_on():
    document = boom(
        "{% if cijfers.zuid > 40 and vaststellingen.aanwezig %}\nEen alinea.\n{% endif %}\n\n"
        "{% if cijfers.noord > 1000 %}\nWeg.\n{% endif %}\n\nSlot.\n"
    )
    alinea, slot = _blokken(document, Paragraph)

    assert (("cijfers.zuid", "vaststellingen.aanwezig"), REGEL + 1) == (
        alinea.herkomst.voorwaarden,
        alinea.herkomst.regel,
    )
    assert () == slot.herkomst.voorwaarden
    assert [("cijfers.noord",)] == [plek.voorwaarden for plek in document.afwezig]


def test_a_block_from_a_text_knows_that_text():
    document = boom('{% include "teksten/a.md" %}\n', **{"teksten/a.md": "Eerste.\n\nTweede {{ cijfers.zuid }}.\n"})

    assert [("teksten/a.md", 1), ("teksten/a.md", 3)] == [
        (alinea.herkomst.bestand, alinea.herkomst.regel) for alinea in _blokken(document, Paragraph)
    ]


def test_a_loop_hangs_on_its_list():
    punten = _blokken(boom("{% for f in cijfers %}\n- {{ f.naam }}\n{% endfor %}\n"), Paragraph)

    assert len(punten) == 3
    assert all("cijfers" in punt.herkomst.voorwaarden for punt in punten)


def test_an_open_fact_shows_its_placeholder_and_is_marked():
    (cijfer,) = cijfers(boom("{{ stuk.portefeuillehouder }}\n").blocks[1:])

    assert ("[nog in te vullen: naam en functie]", True) == (cijfer.text, cijfer.open)


def test_the_parts_of_a_paper_become_their_nodes():
    document = boom(
        """\
::: kader
## Let op
Tekst.
:::

::: vraag 2a
Vindt u {{ cijfers.zuid }} goed?

- **ja**: dan door
- **nee, omdat**: dan niet
:::

::: grafiek {#g}
Bijschrift

Wat het zegt.

| Wat | Aantal |
|:--|--:|
| Zuid | {{ cijfers.zuid }} |
| Nergens | – |
:::

::: tijdlijn {#l}
Bijschrift

Wat het zegt.

| Wanneer | Wat | Soort |
|:--|:--|:--|
| {{ datums.besluit }} | besluit | feit |
:::
"""
    )
    kader, vraag, grafiek, lijn = (_blokken(document, soort)[0] for soort in (Kader, Vraagpunt, Grafiek, Tijdlijn))

    assert ("Let op", 2) == (plain_text(kader.titel), kader.level)
    assert ("2a", ["ja", "nee, omdat"]) == (vraag.nummer, [antwoord.antwoord for antwoord in vraag.antwoorden])
    assert [("Zuid", ("45",)), ("Nergens", (None,))] == [(staaf.naam, staaf.getallen) for staaf in grafiek.staven]
    assert [("2024-12-20", "feit")] == [(moment.dag, moment.soort) for moment in lijn.momenten]
    assert (1, 2) == (grafiek.number, lijn.number)


def test_a_text_of_one_paper_goes_before_that_of_all():
    teksten = {"teksten/slot.md": "Voor alle stukken.\n"}
    assert afgedrukt('{% include "teksten/slot.md" %}', **teksten).endswith("Voor alle stukken.")

    teksten["teksten/nota/slot.md"] = "Voor de nota.\n"
    teksten["teksten/brief/slot.md"] = "Voor de brief.\n"
    assert afgedrukt('{% include "teksten/slot.md" %}', **teksten).endswith("Voor de nota.")


def test_an_attachment_of_another_paper_cannot_be_named():
    bijlagen = "a: {titel: A, openbaar: ja, aanwezig: ja}\nb: {titel: B, openbaar: ja, aanwezig: ja}\n"
    dossier = BESTANDEN["dossier.yaml"] + "    bijlagen: {een: bijlagen.b}\n"
    assert afgedrukt("{{ bijlagen.b.nummer }}", bijlagen=bijlagen, dossier=dossier).endswith("1")

    with pytest.raises(SjabloonError, match="‘bijlagen’ kent geen ‘a’"):
        boom("{{ bijlagen.a.nummer }}", bijlagen=bijlagen, dossier=dossier)


def test_attachments_of_a_paper_that_lists_none_are_numbered_in_their_order():
    bijlagen = "a: {titel: A, openbaar: ja, aanwezig: ja}\nb: {titel: B, openbaar: ja, aanwezig: ja}\n"

    assert afgedrukt("{{ bijlagen.a.nummer }} en {{ bijlagen.b.nummer }}", bijlagen=bijlagen).endswith("1 en 2")


def test_an_attachment_may_have_a_number_of_its_own():
    bijlagen = "a: {titel: A, openbaar: ja, aanwezig: ja}\nb: {nummer: '7', titel: B, openbaar: ja, aanwezig: ja}\n"

    assert afgedrukt("{{ bijlagen.a.nummer }} en {{ bijlagen.b.nummer }}", bijlagen=bijlagen).endswith("1 en 7")


def test_a_paper_without_attachments_has_no_list_of_them():
    lijst = '{% include "onderdelen/bijlagen.md.j2" %}'
    onderdeel = read_meegeleverd("sjablonen")["sjablonen/onderdelen/bijlagen.md.j2"].decode()
    mee = {"sjablonen/onderdelen/bijlagen.md.j2": onderdeel}

    assert not _blokken(boom(lijst, **mee), Table)
    (tabel,) = _blokken(boom(lijst, bijlagen="a: {titel: A, openbaar: ja, aanwezig: ja}\n", **mee), Table)
    assert [plain_text(cel) for cel in tabel.rows[0].cells] == ["1", "A", "ja", "ja"]


def test_an_empty_list_is_not_given_and_a_reference_to_a_record_is_that_record():
    bevoegdheden = "raad: {orgaan: Raad, beslist: dit, artikel: artikel 189}\n"
    beslispunten = "a: {soort: besluit, bevoegdheid: bevoegdheden.raad}\n"
    tekst = (
        "{% if wijzigingen is gegeven %}leeg{% endif %}"
        "{% for punt in beslispunten %}{{ punt.sleutel }}: {{ punt.bevoegdheid.orgaan }}{% endfor %}"
    )

    assert afgedrukt(tekst, bevoegdheden=bevoegdheden, beslispunten=beslispunten).endswith("a: Raad")


@pytest.mark.parametrize(("was", "rijen"), [("noord", "bewoners"), ("zuid", "")])
def test_a_row_is_veranderd_when_what_was_and_what_is_differ(was, rijen):
    tekst = "begin {% for rij in wijzigingen if rij is veranderd %}{{ rij.wat }}{% endfor %}"
    wijzigingen = f"a: {{wat: bewoners, was: cijfers.{was}, nu: cijfers.zuid, reden: geteld}}\n"

    assert f"begin {rijen}".strip() == afgedrukt(tekst, wijzigingen=wijzigingen)


def test_only_a_row_of_wijzigingen_can_be_veranderd():
    with pytest.raises(SjabloonError, match=r"alleen van een rij van wijzigingen\.yaml"):
        boom("{% if cijfers.zuid is veranderd %}x{% endif %}")


def test_a_dossiers_own_template_goes_before_ours():
    invoer = bestanden(**{"sjablonen/onderdelen/kop.md.j2": "::: kop\nEigen kop\n\n# Eigen\n:::\n"})
    invoer[f"inhoud/{NAAM}/sjablonen/proefnota.md.j2"] = b'{% include "onderdelen/kop.md.j2" %}\n'
    gelezen = keten.lees(invoer, read_meegeleverd(""), NAAM)

    assert "Eigen kop" == keten.maak_bomen(gelezen)["nota"].meta.documentsoort


def test_the_same_facts_give_the_same_tree():
    assert repr(boom("{{ cijfers.zuid }}\n")) == repr(boom("{{ cijfers.zuid }}\n"))
    assert isinstance(next(cijfers(boom("{{ cijfers.zuid }}\n").blocks[1:])), Cijfer)
