"""``raadwerk verschil``: when a figure changes, one list says what follows, and what stays as it was."""

import contextlib
import io
import json
import re
import shutil

import pytest
from conftest import WORTEL
from dulwich import porcelain
from voorbeelddocument import voorbeelddocument

from generator.cli import voer_uit
from generator.document.passages import passages

pytestmark = pytest.mark.usefixtures("eens_gelezen")

CIJFERS = "inhoud/dalfsen/cijfers.yaml"


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """A copy of Dalfsen and the templates in git, with one commit."""
    map_ = tmp_path_factory.mktemp("werk") / "raadwerk"
    for naam in ("inhoud/dalfsen", "sjablonen"):
        shutil.copytree(WORTEL / naam, map_ / naam)
    shutil.copy2(WORTEL / "gemeente.yaml", map_)
    repo = porcelain.init(str(map_))
    porcelain.add(repo, [str(pad) for pad in map_.glob("inhoud/dalfsen/**/*") if pad.is_file()])
    porcelain.add(repo, [str(map_ / "gemeente.yaml")])
    porcelain.commit(repo, message=b"begin", author=b"griffie <g@example.org>", committer=b"griffie <g@example.org>")
    repo.close()
    return map_


@pytest.fixture
def typ(project, capsys, monkeypatch):
    """Runs ``raadwerk verschil`` in that copy; gives the exit code and what it printed."""

    def voer(*woorden: str) -> tuple[int, str, str]:
        monkeypatch.chdir(project)
        code = voer_uit(["verschil", *woorden])
        uit, fout = capsys.readouterr()
        return code, uit, fout

    return voer


@pytest.fixture
def data(typ):
    return lambda *woorden: json.loads(typ(*woorden, "--json")[1])


def _paden(feiten):
    return {feit["pad"]: (feit["oud"].replace("\u00a0", " "), feit["nieuw"].replace("\u00a0", " ")) for feit in feiten}


# --- one figure -----------------------------------------------------------------------------------------------


def test_a_changed_figure_is_shown_with_what_follows_from_it(data):
    uitslag = data("--stel", "cijfers.capaciteit_regulier=150")

    assert {"cijfers.capaciteit_regulier": ("190 opvangplaatsen", "150 opvangplaatsen")} == _paden(uitslag["feiten"])
    assert ("48 opvangplaatsen", "8 opvangplaatsen") == _paden(uitslag["berekend"])["cijfers.verschil_regulier"]


def test_each_sentence_that_changes_names_the_facts_that_caused_it(data):
    wijzigingen = data("--stel", "cijfers.capaciteit_regulier=150")["stukken"]["raadsnota"]["wijzigingen"]

    assert wijzigingen
    for wijziging in wijzigingen:
        assert wijziging["oorzaken"] or wijziging["voorwaarden"], wijziging
        assert wijziging["oud"] != wijziging["nieuw"]


def test_a_sentence_stands_under_its_own_frame_article_or_note(data):
    uitruil = data("--variant", "uitruil-amv")["stukken"]["raadsvoorstel"]["wijzigingen"]
    bouw = data("--stel", "duren.realisatietijd=30 weken")["stukken"]["bestuursovereenkomst"]["wijzigingen"]

    assert {"Samenvatting", "Argumenten"} == {een["onder"] for een in uitruil if "uitruil" in een["nieuw"].lower()} - {
        ""
    }
    assert ["Artikel 7. Realisatie en planning"] == [een["onder"] for een in bouw]


def test_a_note_is_called_by_its_number():
    noten = [passage.onder for passage in passages(voorbeelddocument()) if passage.onder.startswith("noot")]

    assert noten
    assert noten[0] == "noot 1"


@pytest.fixture
def anders(project, tmp_path, monkeypatch, capsys):
    """Changes words in files of a copy and compares it with the project; gives what the list says, on one line."""

    def wijzig(*plekken: tuple[str, str, str], woorden: tuple[str, ...] = ()) -> str:
        werkmap = shutil.copytree(project, tmp_path / "werk", ignore=shutil.ignore_patterns(".git"))
        for bestand, was, wordt in plekken:
            pad = werkmap / "inhoud/dalfsen" / bestand
            if bestand.startswith("sjablonen/"):  # the dossier's own goes before that of the werkmap
                pad.parent.mkdir()
                shutil.copy2(werkmap / bestand, pad)
            tekst = pad.read_text(encoding="utf-8")
            assert was in tekst
            pad.write_text(tekst.replace(was, wordt, 1), encoding="utf-8")
        monkeypatch.chdir(werkmap)
        voer_uit(["verschil", "dalfsen", "--met", str(project), *woorden])
        return " ".join(capsys.readouterr().out.split())

    return wijzig


ZAAK = "bezwaren/verdeelbesluit-overijssel-2024"


def test_the_checklist_of_an_objection_is_named_among_what_changes_and_gets_no_redline(anders, tmp_path):
    lijst = anders(
        (f"{ZAAK}.yaml", "mogelijk: [2024-12-20, 2024-12-23]", "datum: 2024-12-23"),
        woorden=("--html", str(tmp_path / "spoor")),
    )

    assert re.search(rf"{ZAAK}/toetslijst: \d+ passages veranderen", lijst)
    assert f"door een gewijzigde zaak (inhoud/dalfsen/{ZAAK}.yaml)" in lijst
    assert "waarschuwing SH-BEZWAAR" in lijst
    assert not (tmp_path / "spoor").exists()


def test_a_point_of_a_checklist_is_one_row_under_its_own_group_and_a_table_before_the_first_heading_has_a_name(
    project, tmp_path, monkeypatch, capsys
):
    werkmap = shutil.copytree(project, tmp_path / "werk")
    pad = werkmap / f"inhoud/dalfsen/{ZAAK}.yaml"
    zaak = pad.read_text(encoding="utf-8")
    pad.write_text(
        zaak.replace("  adres: {naam: De", "  ontvangen: {datum: 2025-02-10}\n  adres: {naam: De", 1), "utf-8"
    )
    monkeypatch.chdir(werkmap)
    voer_uit(["verschil", "dalfsen", "--met", str(project), "--json"])
    wijzigingen = json.loads(capsys.readouterr().out)["stukken"][f"{ZAAK}/toetslijst"]["wijzigingen"]
    plekken = {een["onder"]: een["nieuw"] or een["oud"] for een in wijzigingen}

    assert "Is het bezwaarschrift op tijd ingediend? · Awb 6:9" in " ".join(
        een["nieuw"] for een in wijzigingen if een["onder"] == "Termijn"
    )
    assert "" not in plekken
    assert "Wat er nu moet gebeuren" in plekken


def test_the_checklist_of_an_objection_is_named_among_what_stays(data):
    uitslag = data("--stel", "verdeelbesluit.bekendmaking=2024-12-23")

    assert f"{ZAAK}/toetslijst" in uitslag["ongewijzigd"]
    assert "SH-BEZWAAR" in {bevinding["code"] for bevinding in uitslag["bevindingen_erbij"]}


TEKORT = "uitruil.te_vervullen_amv - cijfers.capaciteit_amv"


def test_a_changed_formula_is_named_as_the_cause(anders, tmp_path):
    lijst = anders(
        ("cijfers.yaml", f"formule: {TEKORT}\n", f"formule: {TEKORT} - 1\n"),
        woorden=("--html", str(tmp_path / "spoor"), "--was-wordt", str(tmp_path / "lijst.md")),
    )

    assert "cijfers.tekort_amv: 26 amv-plaatsen → 25 amv-plaatsen" in lijst
    assert f"de formule is gewijzigd: {TEKORT} → {TEKORT} - 1" in lijst
    was = "‘Na uitruil te vervullen, amv’ − ‘Voorbereide capaciteit, amv’"
    assert f"Was: {was}. Wordt: {was} − 1." in " ".join((tmp_path / "lijst.md").read_text("utf-8").split())
    assert f"De berekening is gewijzigd: was {was}, wordt {was} − 1." in (
        tmp_path / "spoor/raadsnota-wijzigingen.html"
    ).read_text("utf-8")


SAMENVATTING = ("teksten/samenvatting.md", "op tijd rond is", "op tijd klaar is")


def test_a_text_edit_does_not_hide_behind_a_figure(anders, tmp_path):
    lijst = anders(
        ("duren.yaml", "realisatietijd:\n  waarde: 25 weken", "realisatietijd:\n  waarde: 30 weken"),
        SAMENVATTING,
        woorden=("--html", str(tmp_path / "spoor")),
    )

    assert "klaar is. door duren.realisatietijd en een gewijzigde tekst (teksten/samenvatting.md)" in lijst
    assert "is de opening op zijn vroegst 22 september 2025. door datums.vroegste_opening, duren" in lijst
    spoor = (tmp_path / "spoor/raadsnota-wijzigingen.html").read_text("utf-8")
    assert "In dit deel is ook de tekst gewijzigd." in spoor
    assert "samenvatting.md" not in spoor  # it goes to a council


def test_a_text_that_changed_alone_is_named_by_its_file_on_the_screen_only(anders, tmp_path):
    lijst = anders(SAMENVATTING, woorden=("--html", str(tmp_path / "spoor")))

    assert "tijd klaar is. door een gewijzigde tekst (teksten/samenvatting.md)" in lijst
    spoor = (tmp_path / "spoor/raadsnota-wijzigingen.html").read_text("utf-8")
    assert "Geen feit is veranderd; de tekst is gewijzigd." in spoor
    assert "samenvatting.md" not in spoor


def test_the_old_to_new_sheet_says_where_a_text_changed(anders, tmp_path):
    anders(SAMENVATTING, woorden=("--was-wordt", str(tmp_path / "lijst.md")))
    lijst = " ".join((tmp_path / "lijst.md").read_text("utf-8").split())

    assert "is geen gegeven veranderd." in lijst
    assert "De tekst is gewijzigd. De bijgehouden wijzigingen laten de woorden zien; zij staan in:" in lijst
    assert "- Opiniërende nota: Samenvatting" in lijst


def test_a_sheet_of_figures_alone_says_nothing_of_a_text(anders, tmp_path):
    anders(
        ("duren.yaml", "realisatietijd:\n  waarde: 25 weken", "realisatietijd:\n  waarde: 30 weken"),
        woorden=("--was-wordt", str(tmp_path / "lijst.md")),
    )

    assert "Gewijzigde tekst" not in (tmp_path / "lijst.md").read_text("utf-8")


def test_the_name_of_a_fact_that_changed_alone_is_named_as_such(anders, tmp_path):
    lijst = anders(
        ("cijfers.yaml", "naam: Opvang Ambachtsweg", "naam: Opvang aan de Ambachtsweg"),
        woorden=("--html", str(tmp_path / "spoor")),
    )

    assert "cijfers.opvang_ambachtsweg, naam: Opvang Ambachtsweg → Opvang aan de Ambachtsweg" in lijst
    assert "in inhoud/dalfsen/cijfers.yaml" in lijst
    assert "door andere woorden (naam) van cijfers.opvang_ambachtsweg" in lijst
    assert "sjabloon" not in lijst
    spoor = (tmp_path / "spoor/raadsnota-wijzigingen.html").read_text("utf-8")
    assert "De naam is gewijzigd: Opvang Ambachtsweg → Opvang aan de Ambachtsweg." in spoor


def test_a_template_that_changed_is_named_by_its_path(anders):
    lijst = anders(("sjablonen/raadsnota.md.j2", "## Samenvatting", "## Kort gezegd"))

    assert "door een gewijzigd sjabloon (inhoud/dalfsen/sjablonen/raadsnota.md.j2)" in lijst


VOORWAARDEN = [
    ("cijfers.indicatief_totaal > 100 and cijfers.indicatief_amv > 10", ["cijfers.indicatief_amv"]),
    ("cijfers.indicatief_totaal > 185 and cijfers.indicatief_amv > 5", ["cijfers.indicatief_totaal"]),
    ("cijfers.indicatief_totaal > 100 or cijfers.indicatief_amv > 10", None),
    ("not cijfers.indicatief_totaal < 185 and cijfers.indicatief_amv is bekend", ["cijfers.indicatief_totaal"]),
]


@pytest.fixture(scope="module")
def proefzinnen(project, tmp_path_factory):
    """What the list says of a text with a sentence for each condition, when two figures change."""
    werkmap = shutil.copytree(project, tmp_path_factory.mktemp("proef") / "werk")
    zinnen = (f"{{% if {wat} %}}\nProef {nummer}.\n{{% endif %}}\n" for nummer, (wat, _) in enumerate(VOORWAARDEN))
    (werkmap / "inhoud/dalfsen/teksten/aanleiding.md").write_text("\n".join(zinnen))
    stel = ("--stel", "cijfers.indicatief_totaal=180", "--stel", "cijfers.indicatief_amv=9")
    gezegd = io.StringIO()
    with contextlib.chdir(werkmap), contextlib.redirect_stdout(gezegd):
        voer_uit(["verschil", *stel, "--json"])
    return json.loads(gezegd.getvalue())["stukken"]["raadsnota"]["wijzigingen"]


@pytest.mark.parametrize(("nummer", "oorzaken"), list(enumerate(oorzaken for _, oorzaken in VOORWAARDEN)))
def test_only_the_condition_that_came_out_otherwise_is_named_as_the_cause(proefzinnen, nummer, oorzaken):
    weg = [een["voorwaarden"] for een in proefzinnen if een["oud"] == f"Proef {nummer}." and not een["nieuw"]]

    assert weg == ([oorzaken] if oorzaken else [])


@pytest.fixture
def weggevallen(project, tmp_path, monkeypatch, capsys):
    """What went from a text, when the two indications get lower, and per passage what it hung on."""

    def wijzig(tekst: str) -> dict[str, list[str]]:
        werkmap = shutil.copytree(project, tmp_path / "werk")
        (werkmap / "inhoud/dalfsen/teksten/aanleiding.md").write_text(tekst)
        monkeypatch.chdir(werkmap)
        waarden = ("cijfers.indicatief_totaal=180", "cijfers.indicatief_amv=9")
        voer_uit(["verschil", *(woord for waarde in waarden for woord in ("--stel", waarde)), "--json"])
        wijzigingen = json.loads(capsys.readouterr().out)["stukken"]["raadsnota"]["wijzigingen"]
        return {
            een["oud"]: een["voorwaarden"]
            for een in wijzigingen
            if een["bestand"] == "teksten/aanleiding.md" and een["oud"]
        }

    return wijzig


TOTAAL, AMV = "cijfers.indicatief_totaal > 185", "cijfers.indicatief_amv > 10"
TABEL = """\
::: tabel {{#proef}}
{{% if {amv} %}}Een proef{{% else %}}Dezelfde proef{{% endif %}}

| Wat | Waarom |
|:--|:--|
| Vast | altijd |
{{% if {totaal} %}}
| Een rij | om het totaal |
{{% endif %}}
{{% if {amv} %}}
| Nog een rij | om de amv |
{{% endif %}}
:::
"""


def test_a_row_names_what_it_hangs_on_itself_and_not_what_another_row_hangs_on(weggevallen):
    assert weggevallen(TABEL.format(totaal=TOTAAL, amv=AMV)) == {
        "Een proef": ["cijfers.indicatief_amv"],
        "Een rij · om het totaal": ["cijfers.indicatief_totaal"],
        "Nog een rij · om de amv": ["cijfers.indicatief_amv"],
    }


@pytest.mark.parametrize("punt", ["-", "1."])
def test_a_point_of_a_list_names_what_it_hangs_on_itself(weggevallen, punt):
    voorwaardelijk = "{{% if {} %}}\n{} {}\n{{% endif %}}\n"
    lijst = voorwaardelijk.format(TOTAAL, punt, "Het totaal.") + voorwaardelijk.format(AMV, punt, "De amv.")

    assert weggevallen(f"{punt} Altijd.\n{lijst}") == {
        "Het totaal.": ["cijfers.indicatief_totaal"],
        "De amv.": ["cijfers.indicatief_amv"],
    }


def test_the_title_of_a_frame_hangs_on_nothing_that_only_a_passage_in_it_hangs_on(weggevallen):
    titel = f"## {{% if {TOTAAL} %}}Veel{{% else %}}Weinig{{% endif %}}"

    assert weggevallen(f"::: kader\n{titel}\nAltijd.\n{{% if {AMV} %}}\n\nDe amv.\n{{% endif %}}\n:::\n") == {
        "Veel": ["cijfers.indicatief_totaal"],
        "De amv.": ["cijfers.indicatief_amv"],
    }


def test_what_opens_at_the_end_of_a_line_is_no_cause_of_that_line(weggevallen):
    eerste = f"{{% if {TOTAAL} %}}Het totaal.{{% else %}}Niets.{{% endif %}}"

    assert weggevallen(f"- {eerste}\n{{%- if {AMV} %}}\n\n- De amv.\n{{%- endif %}}\n\n- Altijd.\n") == {
        "Het totaal.": ["cijfers.indicatief_totaal"],
        "De amv.": ["cijfers.indicatief_amv"],
    }


def test_words_in_a_sentence_name_their_condition_though_another_on_the_line_asks_the_same(weggevallen):
    woord = "{{% if cijfers.indicatief_amv {} %}}{}{{% else %}}{}{{% endif %}}"
    zin = f"Er is {woord.format('> 10', 'veel', 'weinig')}. Dat is {woord.format('!= 9', 'meer', 'precies')} negen."

    assert weggevallen(f"{{% if cijfers.indicatief_totaal > 100 %}}{zin}{{% endif %}}\n") == {
        "Er is veel.": ["cijfers.indicatief_amv"],
        "Dat is meer negen.": ["cijfers.indicatief_amv"],
    }


def test_a_part_of_a_condition_that_came_out_the_same_is_no_cause_though_its_elif_asks_it_again(weggevallen):
    keuze = f"{{% if cijfers.indicatief_totaal > 100 and {AMV} %}}\nVeel amv.\n"
    anders = "{% elif cijfers.indicatief_totaal > 100 %}\nWeinig.\n{% endif %}\n"

    assert weggevallen(keuze + anders) == {"Veel amv.": ["cijfers.indicatief_amv"]}


def test_a_sentence_on_its_own_line_names_nothing_that_only_another_line_of_its_paragraph_hangs_on(weggevallen):
    zinnen = f"{{% if {TOTAAL} %}}\nHet totaal.\n{{% endif %}}\n{{% if {AMV} %}}\nDe amv.\n{{% endif %}}\n"

    assert weggevallen(f"Altijd, **ook\nop twee** regels.\n{zinnen}") == {
        "Het totaal.": ["cijfers.indicatief_totaal"],
        "De amv.": ["cijfers.indicatief_amv"],
    }


def test_a_row_that_loses_columns_names_what_moved_its_values_as_well(data):
    rijen = [
        een
        for een in data("--variant", "vergunning-geschorst")["stukken"]["raadsnota"]["wijzigingen"]
        if een["bestand"].endswith("onderdelen/planning.md.j2") and een["oud"].startswith("24\u00a0februari")
    ]

    assert [een["nieuw"].replace("\u00a0", " ") for een in rijen] == ["16 juni 2025 · 8 december 2025"]
    assert "datums.rekendatum_raadsbesluit" in rijen[0]["oorzaken"]
    assert rijen[0]["voorwaarden"] == ["gebeurtenissen.vergunning_geschorst"]


def test_a_passage_that_comes_names_what_moved_the_values_in_it(weggevallen, typ, tmp_path, monkeypatch, capsys):
    keuze = "{% if cijfers.indicatief_amv < 10 %}\nHet totaal is {{ cijfers.indicatief_totaal }}.\n{% endif %}\n"
    weggevallen(f"Altijd.\n\n{keuze}")
    stel = ("--stel", "cijfers.indicatief_totaal=180", "--stel", "cijfers.indicatief_amv=9")
    voer_uit(["verschil", *stel, "--html", str(tmp_path / "spoor")])

    uit = " ".join(capsys.readouterr().out.split())
    assert "9 amv-plaatsen wordt; de waarden erin veranderen door cijfers.indicatief_totaal" in uit
    pagina = (tmp_path / "spoor/raadsnota-wijzigingen.html").read_text(encoding="utf-8")
    assert "De waarden erin zijn ook veranderd door:<br>" in pagina


def test_a_sentence_that_begins_in_a_value_names_that_value(data):
    wijzigingen = data("--stel", "motie.indieners.ruitenberg.naam=open")["stukken"]["raadsnota"]["wijzigingen"]

    assert wijzigingen
    assert all("motie.indieners.ruitenberg.naam" in een["oorzaken"] for een in wijzigingen)


def test_who_signs_in_another_office_names_that_office(data):
    pad = "overeenkomst.gemeente.functie"
    wijzigingen = data("--stel", f"{pad}=open")["stukken"]["bestuursovereenkomst"]["wijzigingen"]

    assert [pad] in [een["voorwaarden"] for een in wijzigingen if een["onder"] == "Ondertekening"]


def test_trying_a_value_writes_nothing(typ, project):
    voor = {pad: pad.read_bytes() for pad in project.rglob("*") if pad.is_file() and "__pycache__" not in pad.parts}
    typ("--stel", "cijfers.capaciteit_regulier=150")

    assert voor == {pad: pad.read_bytes() for pad in voor}


def test_the_same_value_from_another_source_changes_only_where_the_source_is_named(typ, data):
    uitslag = data("--stel", "cijfers.capaciteit_regulier=190")

    assert "met een andere bron" in typ("--stel", "cijfers.capaciteit_regulier=190")[1]
    assert [] == uitslag["berekend"] == uitslag["termijnen"]
    assert [
        "proefwaarde (--stel)" in wijziging["nieuw"] for wijziging in uitslag["stukken"]["raadsnota"]["wijzigingen"]
    ] == [True]


def test_an_unknown_fact_is_a_sentence(typ):
    code, _, fout = typ("--stel", "cijfers.capaciteit_regulie=150")

    assert code == 2
    assert "bedoelde u ‘cijfers.capaciteit_regulier’?" in fout


# --- a variant ------------------------------------------------------------------------------------------------


def test_a_paper_of_a_variant_says_so_in_every_format(project, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(project)
    opdracht = ["bouw", "--variant", "tien-jaar", "--alleen", "oplegger", "--uitvoer", str(tmp_path)]
    opdracht += ["--formaat", "html", "--formaat", "md"]

    assert voer_uit(opdracht) in {0, 1}
    for formaat in ("html", "md"):
        stuk = (tmp_path / f"dalfsen-tien-jaar/oplegger.{formaat}").read_text(encoding="utf-8")
        assert "variant: looptijd van tien jaar" in stuk


def test_a_variant_may_name_only_what_is_not_in_the_facts_yet(typ, project):
    pad = project / "inhoud/dalfsen/varianten/proef.yaml"
    pad.write_text("titel: x\nerbij: {cijfers.proef: 12}\n", encoding="utf-8")
    code, uit, fout = typ("--variant", "proef")
    pad.unlink()

    assert (1, "") == (code, fout)
    assert "cijfers.proef" in uit


@pytest.mark.parametrize(
    ("inhoud", "melding"),
    [
        ("titel: x\nfeiten: {cijfers.capaciteit_regulie: 1}\n", "bedoelde u ‘cijfers.capaciteit_regulier’?"),
        ("titel: x\nfeiten: {cijfers.capaciteit_regulier: veel}\n", "‘veel’ is geen getal"),
        ("feiten: {cijfers.capaciteit_regulier: 1}\n", "een variant heeft een titel"),
        ("titel: x\n", "een variant noemt feiten"),
        ("titel: x\nfeiten: {}\n", "een variant noemt feiten"),
        ("titel: x\nfeiten: {cijfers.capaciteit_regulier: 1}\nerbij: [1]\n", "hier horen feiten"),
        (
            "titel: x\nfeiten: {cijfers.capaciteit_regulier: 1}\nerbij: {cijfers.capaciteit_amv: 1}\n",
            "‘cijfers.capaciteit_amv’ staat al in de feiten",
        ),
        ("titel: x\nfeiten: {cijfers.capaciteit_regulier: 1}\nerbij: {cijfer.nieuw: 1}\n", "bedoelde u ‘cijfers’?"),
        ("titel: x\nfeiten: {cijfers.capaciteit_regulier: 1}\nerbij: {cijfers.nieuw: veel}\n", "‘veel’ is geen"),
        ("titel: x\nfeiten: {cijfers.capaciteit_regulier: 1}\nerbij: {cijfers.Nieuw: 1}\n", "kan geen naam zijn"),
        (
            "titel: x\nfeiten: {cijfers.capaciteit_regulier: 1}\nerbij: {overeenkomst.locaties.b: {adress: x}}\n",
            "bedoelde u ‘adres’?",
        ),
        ("titel: x\nfeiten: [1]\n", "hier horen feiten"),
        ("titel: x\nfeit: {a: 1}\nfeiten: {cijfers.capaciteit_regulier: 1}\n", "bedoelde u ‘feiten’?"),
        ("titel: [", "proef.yaml:2"),
        ("", "proef.yaml"),
    ],
)
def test_a_broken_variant_is_a_sentence_with_its_place(typ, project, inhoud, melding):
    pad = project / "inhoud/dalfsen/varianten/proef.yaml"
    pad.write_text(inhoud, encoding="utf-8")
    code, _, fout = typ("--variant", "proef")
    pad.unlink()

    assert code == 2
    assert melding in fout


def test_an_unknown_variant_gets_a_suggestion(typ):
    assert "bedoelde u ‘tien-jaar’?" in typ("--variant", "tien-jar")[2]


@pytest.mark.parametrize("opdracht", ["verschil", "bouw"])
@pytest.mark.parametrize(
    ("keuzes", "melding"),
    [
        (("--variant", "tien-jaar", "--variant", "uitruil-amv"), "maar één variant tegelijk gelden, niet tien-jaar en"),
        (
            ("--stel", "cijfers.capaciteit_regulier=150", "--stel", "cijfers.capaciteit_regulier=160"),
            "‘cijfers.capaciteit_regulier’ krijgt twee waarden, 150 en 160; noem er één",
        ),
    ],
)
def test_two_wishes_that_exclude_each_other_are_refused(project, monkeypatch, capsys, opdracht, keuzes, melding):
    monkeypatch.chdir(project)

    assert voer_uit([opdracht, *keuzes, *(["--uitvoer", "proef"] if opdracht == "bouw" else [])]) == 2
    assert melding in " ".join(capsys.readouterr().err.split())


# --- two states -----------------------------------------------------------------------------------------------


def test_the_files_are_compared_with_the_last_commit(typ, project):
    assert typ()[0] == 0
    bestand = project / CIJFERS
    oud = bestand.read_text(encoding="utf-8")
    bestand.write_text(oud.replace("waarde: 190", "waarde: 180"), encoding="utf-8")
    code, uit, _ = typ("--sinds", "HEAD")
    bestand.write_text(oud, encoding="utf-8")

    assert code == 1
    assert "cijfers.capaciteit_regulier: 190\u00a0opvangplaatsen → 180\u00a0opvangplaatsen" in uit


def test_two_folders_are_compared(typ, project, tmp_path):
    andere = tmp_path / "andere"
    for naam in ("inhoud", "sjablonen"):
        shutil.copytree(project / naam, andere / naam)
    shutil.copy2(project / "gemeente.yaml", andere)
    bestand = andere / CIJFERS
    bestand.write_text(bestand.read_text(encoding="utf-8").replace("waarde: 190", "waarde: 200"), encoding="utf-8")
    code, uit, _ = typ("--met", str(andere))

    assert code == 1
    assert "200\u00a0opvangplaatsen → 190\u00a0opvangplaatsen" in uit


@pytest.mark.parametrize("revisie", ["bestaatniet", "HEAD~99", "0000000", "-x"])
def test_an_unknown_revision_is_a_sentence(typ, revisie):
    code, _, fout = typ(f"--sinds={revisie}")

    assert code == 2
    assert "Traceback" not in fout


@pytest.mark.parametrize("optie", ["--sinds", "--sinds-versie", "--variant", "--met", "--docx", "--was-wordt"])
def test_an_option_with_nothing_behind_it_is_no_option_left_out(typ, optie):
    code, uit, fout = typ(optie, "")

    assert (code, uit) == (2, "")
    assert f"‘{optie}’ klopt niet: er staat niets achter; noem een waarde, of laat de optie weg" in fout


@pytest.mark.parametrize("optie", ["--met", "--docx"])
def test_a_name_that_is_too_long_is_called_that(typ, optie):
    code, _, fout = typ("--stel", "cijfers.capaciteit_regulier=180", optie, "a" * 300)

    assert code == 2
    assert "deze naam is te lang; kies een kortere" in fout


def test_outside_git_another_way_is_named(tmp_path, project, monkeypatch, capsys):
    shutil.copytree(project / "inhoud", tmp_path / "los/inhoud")
    shutil.copy2(project / "gemeente.yaml", tmp_path / "los")
    monkeypatch.chdir(tmp_path / "los")

    assert voer_uit(["verschil", "dalfsen", "--sinds", "HEAD"]) == 2
    fout = capsys.readouterr().err
    assert "deze werkmap staat niet in git" in fout
    assert "--sinds-bouw" in fout


def test_a_folder_that_is_not_there_is_a_sentence(typ):
    code, _, fout = typ("--met", "weg")

    assert code == 2
    assert "deze map bestaat niet" in fout


def test_two_ways_to_compare_are_refused(typ):
    assert typ("--sinds", "HEAD", "--met", ".")[0] == 2


# --- a list that grows ------------------------------------------------------------------------------------------


def test_a_row_more_is_explained_by_the_record_that_came(anders, tmp_path):
    regel = (
        "extra:\n  wat: opgave nog eens\n  was: cijfers.indicatief_amv\n"
        "  nu: verdeelbesluit.taak_amv\n  reden: herteld\ntotaal:\n"
    )
    lijst = anders(("wijzigingen.yaml", "totaal:\n", regel), woorden=("--html", str(tmp_path / "spoor")))

    assert "deze passage komt erbij omdat wijzigingen.extra erbij komt" in lijst
    assert "omdat wijzigingen verandert" not in lijst
    assert "[niets]" not in (tmp_path / "spoor/raadsinformatiebrief-wijzigingen.html").read_text("utf-8")


def test_a_row_less_is_explained_by_the_record_that_went(anders):
    regel = (
        "richtlijn:\n  wat: einde van de Richtlijn Tijdelijke Bescherming\n"
        "  was: datums.rtb_einde_eerder_genoemd\n  nu: datums.rtb_einde\n"
        '  reden: "dit is de laatste dag: ‘tot en met’, niet ‘tot’"\n'
    )

    assert "deze passage vervalt omdat wijzigingen.richtlijn vervalt" in anders(("wijzigingen.yaml", regel, ""))
