"""``raadwerk inlezen``: what was changed in Word goes back to facts and texts, or is named with the reason why not."""

import json
import zipfile
from io import BytesIO

import docx
import pytest
from conftest import run_in, write_bestanden
from lxml import etree
from voorbeelden import BESTANDEN, bestanden

from generator import opmaak
from generator.cli import voer_uit
from generator.feiten import waarden
from generator.feiten.feit import Feit
from generator.inlezen.getypt import kandidaten
from generator.inlezen.proza import put_terug

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
UITLEG = """\
In het **zuiden** wonen {{ cijfers.zuid }} mensen. Zij wachten
op het besluit van {{ datums.besluit }}, zie [de site](https://www.example.nl).

- Het eerste punt gaat over de weg.
- Het tweede punt is kort.
"""
SLOT = """\
{% if cijfers.zuid > 40 %}
In het zuiden is het druk.
{% else %}
In het zuiden is het stil.
{% endif %}
Dat is de lastigste keuze{% if cijfers.noord > 100 %}, zeker nu{% endif %}.
Wie **nu** kiest, kiest voor lang.
"""
DREMPEL = "drempel: {waarde: '> 80', bron: {stuk: nota}}\n"
VRAAG = """\
Wilt u dat wij doorgaan?

- **ja**: wij bouwen verder.
- **ja, mits**: wij nemen uw wens op.
- **nee, omdat**: wij stoppen ermee.
"""
SJABLOON = """\
## Uitleg

{% include "teksten/uitleg.md" %}

Dit is een vaste formule.

::: citaat
{{ standpunten.gezegd }}

— de nota
:::

::: tabel {#tabel-aantallen}
Aantallen

| Wat | Hoeveel |
|---|---|
| Zuid | {{ cijfers.zuid.eenheid }} |
| Samen | {{ cijfers.samen }} |
:::

{{ stuk.rol_raad.hoofdletter }} is de rol van de raad.

Bijlage: {{ standpunten.titel }}, {{ datums.besluit }}

{% include "teksten/slot.md" %}

::: vraag 1
{% include "teksten/vraag.md" %}
:::

Zij noemt {{ standpunten.wens }} en ‘{{ standpunten.samengevat }}’.

In het noorden {{ cijfers.noord }}, dus {{ cijfers.noord.eenheid }}; de drempel is {{ cijfers.drempel }}.
"""


@pytest.fixture(scope="module")
def gebouwd(tmp_path_factory):
    """The little dossier with its nota in Word."""
    plek = tmp_path_factory.mktemp("gebouwd")
    anders = {
        "sjablonen/proefnota.md.j2": BESTANDEN["sjablonen/proefnota.md.j2"] + SJABLOON,
        "teksten/uitleg.md": UITLEG,
        "teksten/slot.md": SLOT,
        "teksten/vraag.md": VRAAG,
        "standpunten": "gezegd: {waarde: wij doen het, bron: {stuk: nota, pagina: 1, citaat: wij doen het}}\n"
        "titel: {waarde: 'De nota, met kaart', bron: {stuk: nota, pagina: 1, citaat: De nota}}\n"
        "wens: {waarde: vóór de zomer, bron: {stuk: nota, pagina: 1, citaat: uiterlijk Vóór de zomer}}\n"
        "samengevat: {waarde: met spoed, bron: {stuk: nota, pagina: 1, citaat: zonder uitstel}}\n",
        "cijfers": BESTANDEN["cijfers.yaml"].replace("zuid:", "# geteld aan de poort\nzuid:") + DREMPEL,
    }
    write_bestanden(plek, bestanden(**anders))
    return run_in(plek, "bouw", "--formaat", "docx")


@pytest.fixture
def werkmap(gebouwd, sta_in_kopie):
    return sta_in_kopie(gebouwd)


@pytest.fixture
def lees_in(werkmap, capsys):
    """Change the nota in Word and run ``raadwerk inlezen``; gives the exit code and what it says, on one line."""

    def run(*bewerkingen, opties=()):
        inhoud = (werkmap / "uitvoer/proef/nota.docx").read_bytes()
        for bewerk in bewerkingen:
            inhoud = bewerk(inhoud)
        (werkmap / "terug.docx").write_bytes(inhoud)
        capsys.readouterr()
        code = voer_uit(["inlezen", "terug.docx", *opties])
        uit, fout = capsys.readouterr()
        return code, " ".join((uit + fout).replace("\u00a0", " ").split())

    return run


def xml(bewerk):
    """A change of the text and the values of a Word file."""

    def run(inhoud):
        uit = BytesIO()
        with zipfile.ZipFile(BytesIO(inhoud)) as bron, zipfile.ZipFile(uit, "w") as doel:
            bomen = {naam: etree.fromstring(bron.read(naam)) for naam in ("word/document.xml", "customXml/item1.xml")}
            bewerk(*bomen.values())
            for naam in bron.namelist():
                doel.writestr(naam, etree.tostring(bomen[naam]) if naam in bomen else bron.read(naam))
        return uit.getvalue()

    return run


def cijfer(oud, nieuw, *, veld=True, knoop=True):
    """Every control that shows `oud`, and the node under it, as Word does when one of them is changed."""

    def bewerk(tekst, knopen):
        gevonden = [t for t in tekst.iter(f"{W}t") if t.text.replace("\u00a0", " ") == oud and _veld(t) is not None]
        assert gevonden
        for t in gevonden:
            naam = _veld(t).find(f"{W}sdtPr/{W}dataBinding").get(f"{W}xpath").rpartition("f:")[2].partition("[")[0]
            for waarde in knopen if knoop else ():
                if etree.QName(waarde).localname == naam:
                    waarde.text = nieuw
            if veld:
                t.text = nieuw

    return xml(bewerk)


def _veld(element):
    return next(element.iterancestors(f"{W}sdt"), None)


def woorden(oud, nieuw):
    """Other words in the first run that has them."""

    def bewerk(tekst, _waarden):
        t = next(t for t in tekst.iter(f"{W}t") if oud in t.text)
        t.text = t.text.replace(oud, nieuw)

    return xml(bewerk)


def tekst_van(werkmap, naam):
    return (werkmap / "inhoud/proef" / naam).read_text(encoding="utf-8")


def test_what_came_back_as_it_went_changes_nothing(lees_in):
    code, gezegd = lees_in()

    assert (0, True) == (code, "Er is niets gewijzigd." in gezegd)


def test_a_file_that_libreoffice_saved_and_that_lost_its_tags_is_read_all_the_same(lees_in):
    def bewerk(tekst, _waarden):
        for tag in list(tekst.iter(f"{W}tag")):
            tag.getparent().remove(tag)

    code, gezegd = lees_in(xml(bewerk))

    assert (0, True) == (code, "Er is niets gewijzigd." in gezegd)


def test_another_program_gets_the_same_as_json(lees_in):
    code, gezegd = lees_in(cijfer("20 december 2024", "23 december 2024"), opties=("--json",))
    data = json.loads(gezegd)

    assert code == 1
    assert (["datums.besluit: ‘20 december 2024’ → ‘23 december 2024’"], []) == (data["cijfers"], data["rest"])
    assert "+ keuze: 2024-12-23" in data["bestanden"]["inhoud/proef/datums.yaml"]
    assert "datums.besluit" in json.dumps(data["verschil"])


@pytest.mark.parametrize("getypt", ["23-12-2024", "23 dec 2024", "2024-12-23", "maandag 23 december 2024"])
def test_a_day_typed_in_another_form_is_that_day(lees_in, getypt):
    code, gezegd = lees_in(cijfer("20 december 2024", getypt))

    assert code == 1
    assert "datums.besluit: ‘20 december 2024’ → ‘23 december 2024’" in gezegd
    assert "+ keuze: 2024-12-23" in gezegd


def test_a_changed_figure_is_a_proposal_that_is_not_written_until_asked(lees_in, werkmap):
    was = tekst_van(werkmap, "datums.yaml")
    code, gezegd = lees_in(cijfer("20 december 2024", "23 december 2024"))

    assert code == 1
    assert "datums.besluit: ‘20 december 2024’ → ‘23 december 2024’" in gezegd
    assert "+ keuze: 2024-12-23" in gezegd
    assert "Er is niets geschreven." in gezegd
    assert was == tekst_van(werkmap, "datums.yaml")


def test_written_back_it_is_what_wijzig_would_have_written_and_shows_the_same_list(lees_in, werkmap, capsys):
    code, gezegd = lees_in(
        cijfer("45", "50"), cijfer("45 bewoners", "50 bewoners"), opties=("--schrijf", "--bron", "mail")
    )
    ingelezen = tekst_van(werkmap, "cijfers.yaml")
    (werkmap / "inhoud/proef/cijfers.yaml").write_text(
        BESTANDEN["cijfers.yaml"].replace("zuid:", "# geteld aan de poort\nzuid:") + DREMPEL, encoding="utf-8"
    )
    assert voer_uit(["wijzig", "cijfers.zuid", "50", "--bron", "mail"]) == 0
    lijst = " ".join(capsys.readouterr().out.replace("\u00a0", " ").split())
    lijst = lijst.removeprefix("Gewijzigd in inhoud/proef/cijfers.yaml. ").partition("Maak de stukken")[0]

    assert code == 0
    assert ingelezen == tekst_van(werkmap, "cijfers.yaml")
    assert "# geteld aan de poort" in ingelezen
    assert "cijfers.samen: circa 150 bewoners → circa 155 bewoners" in lijst
    assert lijst in gezegd


def zonder_velden(document, _):
    """What pasting in another file does: the words stay, their controls go."""
    for veld in list(document.iter(f"{W}sdt")):
        plek, ouder = veld.getparent().index(veld), veld.getparent()
        ouder[plek : plek + 1] = list(veld.find(f"{W}sdtContent"))


def test_without_its_controls_a_figure_is_found_by_the_words_around_it(lees_in):
    assert 0 == lees_in(xml(zonder_velden))[0]

    code, gezegd = lees_in(cijfer("45", "47"), cijfer("45 bewoners", "47 bewoners"), xml(zonder_velden))

    assert 1 == code
    assert "De invulvelden zijn weg" in gezegd
    assert "cijfers.zuid: ‘45’ → ‘47’" in gezegd
    assert "Niet overgenomen" not in gezegd


@pytest.mark.parametrize("getypt", ["De nota", "De nota, zonder kaart"])
def test_of_two_figures_side_by_side_the_one_that_changed_is_found(lees_in, getypt):
    code, gezegd = lees_in(cijfer("De nota, met kaart", getypt), xml(zonder_velden))

    assert 1 == code
    assert f"standpunten.titel: ‘De nota, met kaart’ → ‘{getypt}’" in gezegd
    assert "Niet overgenomen" not in gezegd


def zonder_veld(tekst):
    """Only the controls that show `tekst` go."""

    def bewerk(document, _):
        for veld in [veld for veld in document.iter(f"{W}sdt") if "".join(veld.itertext()).strip() == tekst]:
            plek, ouder = veld.getparent().index(veld), veld.getparent()
            ouder[plek : plek + 1] = list(veld.find(f"{W}sdtContent"))

    return xml(bewerk)


def test_where_one_figure_lost_its_control_and_got_another_number_that_is_a_proposal(lees_in):
    assert 0 == lees_in(zonder_veld("45"))[0]

    code, gezegd = lees_in(cijfer("45", "47", knoop=False), zonder_veld("47"), cijfer("45 bewoners", "47 bewoners"))

    assert 1 == code
    assert "Een deel van de invulvelden is weg; die cijfers zijn gezocht" in gezegd
    assert "cijfers.zuid: ‘45’ → ‘47’" in gezegd
    assert "Niet overgenomen" not in gezegd


def test_beside_other_words_a_figure_without_its_control_is_found_by_the_words_that_stayed(lees_in, werkmap):
    code, gezegd = lees_in(
        cijfer("45", "47"), cijfer("45 bewoners", "47 bewoners"), woorden("Zij wachten op", "Zij hopen op"),
        xml(zonder_velden), opties=("--schrijf", "--bron", "mail"),
    )  # fmt: skip

    assert 0 == code
    assert "cijfers.zuid: ‘45’ → ‘47’" in gezegd
    assert UITLEG.replace("wachten", "hopen") == tekst_van(werkmap, "teksten/uitleg.md")


def test_without_a_source_no_figure_is_written(lees_in, werkmap):
    was = tekst_van(werkmap, "datums.yaml")
    code, gezegd = lees_in(cijfer("20 december 2024", "23 december 2024"), opties=("--schrijf",))

    assert (2, True) == (code, "Noem met --bron waar de nieuwe cijfers vandaan komen" in gezegd)
    assert was == tekst_van(werkmap, "datums.yaml")


@pytest.mark.parametrize("deel", [{"knoop": False}, {"veld": False}])
def test_where_the_control_and_its_node_differ_both_are_shown_and_a_person_chooses(lees_in, werkmap, deel):
    bewerking = cijfer("20 december 2024", "23 december 2024", **deel)
    code, gezegd = lees_in(bewerking, woorden("tweede punt", "derde punt"), opties=("--schrijf", "--bron", "mail"))

    assert code == 1
    assert "Er is niets geschreven: kies eerst met --kies." in gezegd
    assert UITLEG == tekst_van(werkmap, "teksten/uitleg.md")
    assert "datums.besluit zegt niet overal hetzelfde" in gezegd
    assert "‘23 december 2024’" in gezegd
    assert "‘20 december 2024’" in gezegd
    assert "2024-12-23" not in tekst_van(werkmap, "datums.yaml")
    assert 'kies: --kies "datums.besluit=2024-12-23" of --kies "datums.besluit=2024-12-20"' in gezegd


def test_one_of_both_can_be_chosen_and_a_third_one_cannot(lees_in, werkmap):
    was = tekst_van(werkmap, "datums.yaml")
    bewerking = cijfer("20 december 2024", "23 december 2024", knoop=False)

    code, gezegd = lees_in(bewerking, opties=("--kies", "datums.besluit=2024-12-20"))
    assert (0, True) == (code, "Er is niets gewijzigd." in gezegd)
    code, gezegd = lees_in(bewerking, opties=("--kies", "datums.besluit=2024-12-30", "--schrijf", "--bron", "mail"))
    assert (1, True) == (code, "datums.besluit: ‘2024-12-30’ staat niet in het bestand. Daar staat: " in gezegd)
    assert was == tekst_van(werkmap, "datums.yaml")
    assert 0 == lees_in(bewerking, opties=("--kies", "datums.besluit=2024-12-23", "--schrijf", "--bron", "mail"))[0]
    assert "keuze: 2024-12-23" in tekst_van(werkmap, "datums.yaml")


def test_a_keyword_that_begins_a_sentence_keeps_its_own_spelling(lees_in, werkmap):
    code, gezegd = lees_in(cijfer("Opiniërend", "Besluitvormend"), opties=("--schrijf", "--bron", "mail"))

    assert 0 == code, gezegd
    assert "waarde: besluitvormend," in tekst_van(werkmap, "dossier.yaml")


def knoop(oud, nieuw):
    """Only the node under a control that shows `oud`."""
    return cijfer(oud, nieuw, veld=False)


def test_every_value_that_the_file_shows_is_offered_and_can_be_chosen(lees_in, werkmap):
    was = tekst_van(werkmap, "cijfers.yaml")
    bewerkingen = knoop("45", "17"), cijfer("45", "16", knoop=False), cijfer("45 bewoners", "16 bewoners")
    alle = [f'--kies "cijfers.zuid={waarde}"' for waarde in (16, 17, 45)]

    code, gezegd = lees_in(*bewerkingen)
    assert 1 == code
    assert f"kies: {' of '.join(alle)}" in gezegd
    for waarde in (16, 17):
        opties = "--kies", f"cijfers.zuid={waarde}", "--schrijf", "--bron", "mail"
        assert 0 == lees_in(*bewerkingen, opties=opties)[0]
        assert f"keuze: {waarde}\n" in tekst_van(werkmap, "cijfers.yaml")
        (werkmap / "inhoud/proef/cijfers.yaml").write_text(was, encoding="utf-8")


def test_a_bare_number_where_the_form_has_a_unit_is_that_number(lees_in):
    bewerkingen = cijfer("45", "16"), cijfer("45 bewoners", "17")

    code, gezegd = lees_in(*bewerkingen)
    assert 1 == code
    assert 'kies: --kies "cijfers.zuid=16" of --kies "cijfers.zuid=17" of --kies "cijfers.zuid=45"' in gezegd
    for gekozen in ("17", "17 bewoners"):
        code, gezegd = lees_in(*bewerkingen, opties=("--kies", f"cijfers.zuid={gekozen}"))
        assert f"cijfers.zuid: ‘{gekozen}’, gekozen uit ‘16’" in gezegd

    code, gezegd = lees_in(cijfer("45", "16"), cijfer("45 bewoners", "16"))
    assert "cijfers.zuid: ‘45’ → ‘16’, ‘45 bewoners’ → ‘16’" in gezegd
    assert "Kies zelf" not in gezegd


def test_where_two_forms_of_one_fact_differ_both_are_shown(lees_in):
    code, gezegd = lees_in(cijfer("45", "50"))

    assert code == 1
    assert "cijfers.zuid zegt niet overal hetzelfde: ‘50’ (alinea 6); ‘45 bewoners’ (alinea 16)" in gezegd


def test_a_changed_computed_value_is_named_and_not_carried_back(lees_in, werkmap):
    was = tekst_van(werkmap, "cijfers.yaml")
    code, gezegd = lees_in(cijfer("circa 150", "circa 160"), opties=("--schrijf", "--bron", "mail"))

    assert code == 1
    assert "cijfers.samen wordt berekend en volgt de feiten: ‘circa 150’ → ‘circa 160’" in gezegd
    assert was == tekst_van(werkmap, "cijfers.yaml")


@pytest.mark.parametrize(
    ("naam", "oud", "nieuw"),
    [
        ("gezegd", "wij doen het", "wij doen het niet"),  # in a quotation
        ("wens", "vóór de zomer", "na de zomer"),  # word for word as it was read
        ("samengevat", "met spoed", "rustig"),  # between quotation marks
    ],
)
def test_words_of_another_are_locked_and_named_and_not_carried_back(lees_in, werkmap, naam, oud, nieuw):
    was = tekst_van(werkmap, "standpunten.yaml")
    assert {"sdtContentLocked"} == sloten(werkmap, oud)
    code, gezegd = lees_in(cijfer(oud, nieuw), opties=("--schrijf", "--bron", "mail"))

    assert code == 1
    assert f"standpunten.{naam} staat in een citaat, en dat zijn woorden van een ander: ‘{oud}’ → ‘{nieuw}’" in gezegd
    assert f'Zegt een andere bron dit, geef die dan op met: raadwerk wijzig standpunten.{naam} "…"' in gezegd
    assert was == tekst_van(werkmap, "standpunten.yaml")


def test_words_of_our_own_are_not_locked(werkmap):
    assert {""} == sloten(werkmap, "De nota, met kaart")


def sloten(werkmap, tekst):
    """The locks of the controls that show `tekst`."""
    with zipfile.ZipFile(werkmap / "uitvoer/proef/nota.docx") as pak:
        velden = [t for t in etree.fromstring(pak.read("word/document.xml")).iter(f"{W}t") if t.text == tekst]
    return {_veld(t).xpath("string(w:sdtPr/w:lock/@w:val)", namespaces={"w": W[1:-1]}) for t in velden}


def test_a_value_that_fits_no_fact_is_named(lees_in):
    code, gezegd = lees_in(cijfer("20 december 2024", "ooit"))

    assert code == 1
    assert "datums.besluit krijgt hiervan geen waarde die zo wordt afgedrukt: ‘20 december 2024’ → ‘ooit’" in gezegd
    assert "‘ooit’; verwacht: een datum als jjjj-mm-dd (of jjjj-mm, jjjj-K1, jjjj) Zet de goede waarde met:" in gezegd
    assert 'raadwerk wijzig datums.besluit "…" --bron "…"' in gezegd


@pytest.mark.parametrize(
    ("getypt", "reden"),
    [
        ("−3", "‘cijfers.noord’ is een aantal, en er kunnen er niet minder dan geen zijn"),
        ("16,5", "‘cijfers.noord’ is een aantal, en de nieuwe waarde is geen heel getal"),
    ],
)
def test_a_figure_that_cannot_be_taken_over_is_named_with_its_own_reason(lees_in, werkmap, getypt, reden):
    was = tekst_van(werkmap, "cijfers.yaml")
    code, gezegd = lees_in(
        cijfer("circa 105", getypt), cijfer("circa 105 bewoners", f"{getypt} bewoners"),
        opties=("--schrijf", "--bron", "mail"),
    )  # fmt: skip

    assert code == 1
    assert "cijfers.noord krijgt hiervan geen waarde die zo wordt afgedrukt: " in gezegd
    assert reden in gezegd
    assert was == tekst_van(werkmap, "cijfers.yaml")


def test_a_figure_that_lost_its_circa_says_what_to_do(lees_in, werkmap):
    was = tekst_van(werkmap, "cijfers.yaml")
    code, gezegd = lees_in(
        cijfer("circa 105", "105"), cijfer("circa 105 bewoners", "105 bewoners"), opties=("--schrijf", "--bron", "mail")
    )

    assert code == 1
    assert (
        "cijfers.noord blijft circa: ‘circa 105’ → ‘105’, ‘circa 105 bewoners’ → ‘105 bewoners’ Want een bron ervan "
        "zegt circa; is het nu precies bekend, haal dan ‘circa’ weg in inhoud/proef/cijfers.yaml" in gezegd
    )
    assert "verwacht: een getal" not in gezegd
    assert was == tekst_van(werkmap, "cijfers.yaml")


def test_a_threshold_does_not_become_a_number(lees_in, werkmap):
    was = tekst_van(werkmap, "cijfers.yaml")
    code, gezegd = lees_in(cijfer("meer dan 80", "80"), opties=("--schrijf", "--bron", "mail"))

    assert code == 1
    assert "‘cijfers.drempel’ is een grens, zoals ‘> 100’, ‘≥ 5’ of ‘< 150’; de nieuwe waarde is een getal" in gezegd
    assert was == tekst_van(werkmap, "cijfers.yaml")
    assert 0 == lees_in(cijfer("meer dan 80", "meer dan 90"), opties=("--schrijf", "--bron", "mail"))[0]
    assert "keuze: '> 90'" in tekst_van(werkmap, "cijfers.yaml")


def test_a_paper_of_a_variant_is_refused_as_that(werkmap, capsys):
    variant = werkmap / "inhoud/proef/varianten/meer.yaml"
    variant.parent.mkdir()
    variant.write_text("titel: meer in het zuiden\nfeiten: {cijfers.zuid: 60}\n", encoding="utf-8")
    assert voer_uit(["bouw", "--variant", "meer", "--formaat", "docx"]) == 0

    assert 2 == voer_uit(["inlezen", "uitvoer/proef-meer/nota.docx"])
    assert "dit is ‘nota’ in de variant ‘meer in het zuiden’" in capsys.readouterr().err


def test_changed_words_go_back_to_the_text_with_its_facts_and_marks(lees_in, werkmap):
    code, gezegd = lees_in(
        woorden(" mensen. Zij wachten op", " inwoners. Zij rekenen op"), woorden("eerste punt", "eerste_punt *nu*"),
        opties=("--schrijf",),
    )  # fmt: skip

    assert code == 0
    assert "inhoud/proef/teksten/uitleg.md:1" in gezegd
    verwacht = UITLEG.replace("mensen. Zij wachten\nop", "inwoners. Zij rekenen\nop")
    assert verwacht.replace("eerste punt", r"eerste\_punt \*nu\*") == tekst_van(werkmap, "teksten/uitleg.md")


@pytest.mark.parametrize(
    ("oud", "nieuw", "bestand", "regel"),
    [
        ("lastigste", "moeilijkste", "slot", 6),
        ("zeker nu", "vooral nu", "slot", 6),
        ("druk", "vol", "slot", 2),
        ("wij bouwen", "wij timmeren", "vraag", 3),
        ("wij doorgaan", "wij stoppen", "vraag", 1),
    ],
)
def test_words_in_a_condition_or_in_a_part_go_back_to_the_line_of_their_sentence(
    lees_in, werkmap, oud, nieuw, bestand, regel
):
    code, gezegd = lees_in(woorden(oud, nieuw), opties=("--schrijf",))

    assert code == 0
    assert f"inhoud/proef/teksten/{bestand}.md:{regel}: ‘" in gezegd
    was = {"slot": SLOT, "vraag": VRAAG}[bestand]
    assert was.replace(oud, nieuw) == tekst_van(werkmap, f"teksten/{bestand}.md")


@pytest.mark.parametrize(
    ("oud", "nieuw", "reden"),
    [
        ("keuze, zeker", "keus zeker", "de wijziging loopt over een voorwaarde heen, op regel 6. Wijzig het daar zelf"),
        ("lastigste", "{{ lastigste }}", "de nieuwe woorden zijn sjabloontaal. Wijzig het daar zelf"),
        ("het druk", "het # druk ", "teksten/slot.md:2"),
    ],
)
def test_words_that_cannot_go_back_are_named_with_the_reason_and_the_line(lees_in, werkmap, oud, nieuw, reden):
    code, gezegd = lees_in(woorden(oud, nieuw), opties=("--schrijf",))

    assert reden in gezegd
    assert (code == 1) == (SLOT == tekst_van(werkmap, "teksten/slot.md"))


def test_words_that_are_the_language_of_templates_are_not_written(lees_in, werkmap):
    code, gezegd = lees_in(woorden("tweede punt", "tweede {{ punt }}"), opties=("--schrijf",))

    assert code == 1
    assert "niet met zekerheid terug te zetten (inhoud/proef/teksten/uitleg.md:5)" in gezegd
    assert UITLEG == tekst_van(werkmap, "teksten/uitleg.md")


def test_a_change_in_a_fixed_formula_is_listed_with_its_template_line(lees_in):
    code, gezegd = lees_in(woorden("vaste formule", "losse formule"))

    assert code == 1
    assert (
        "vaste formule (inhoud/proef/sjablonen/proefnota.md.j2:13): ‘Dit is een vaste formule.’ → ‘Dit is een losse"
        in gezegd
    )


def test_a_paragraph_that_was_taken_out_or_put_in_is_named(lees_in):
    def bewerk(inhoud):
        bestand = docx.Document(BytesIO(inhoud))
        weg = next(p for p in bestand.paragraphs if p.text.startswith("Het tweede"))
        weg.insert_paragraph_before("Een nieuwe alinea.")
        weg._element.getparent().remove(weg._element)  # noqa: SLF001 - python-docx has no other way
        uit = BytesIO()
        bestand.save(uit)
        return uit.getvalue()

    code, gezegd = lees_in(bewerk)

    assert code == 1
    assert "is nieuw: ‘Een nieuwe alinea.’" in gezegd
    assert "weggevallen (inhoud/proef/teksten/uitleg.md:5): ‘Het tweede punt is kort.’" in gezegd


def haal_door(zin):
    """Strike a sentence through by hand, as with the button."""

    @xml
    def bewerk(document, _):
        run = next(deel for deel in document.iter(W + "t") if zin in (deel.text or "")).getparent()
        if (vorm := run.find(W + "rPr")) is None:
            run.insert(0, vorm := etree.Element(W + "rPr"))
        etree.SubElement(vorm, W + "strike")

    return bewerk


def met_word(bewerk):
    def run(inhoud):
        document, uit = docx.Document(BytesIO(inhoud)), BytesIO()
        bewerk(document)
        document.save(uit)
        return uit.getvalue()

    return run


@met_word
def opmerking(document):
    document.add_comment(document.paragraphs[5].runs[:1], text="moet 825.000 zijn", author="G", initials="G")


@met_word
def voettekst(document):
    document.sections[0].footer.add_paragraph("Gemeente Elders")


@met_word
def langere_voettekst(document):
    document.sections[0].footer.paragraphs[0].runs[0].add_text(" · EXTRA VOET")


@pytest.mark.parametrize(
    ("bewerking", "zin"),
    [
        (haal_door("Het tweede punt"), "met de hand doorgehaald: ‘[doorgehaald: Het tweede punt is kort.]’"),
        (opmerking, "opmerking in de kantlijn: ‘moet 825.000 zijn’; verwerk haar zelf"),
        (voettekst, "kop- of voettekst, erbij: ‘Gemeente Elders’"),
        (
            langere_voettekst,
            "kop- of voettekst: ‘Proefstad · Proefnota · Z-2025-1’ → ‘Proefstad · Proefnota · Z-2025-1 · EXTRA VOET’",
        ),
    ],
    ids=["doorgehaald", "opmerking", "voettekst", "langere voettekst"],
)
def test_what_is_said_in_word_without_changing_the_text_is_named(lees_in, bewerking, zin):
    code, uit = lees_in(bewerking)

    assert code == 1
    assert "Niet overgenomen" in uit
    assert zin in uit
    assert "Er is niets gewijzigd" not in uit


def test_tracked_changes_are_read_as_accepted_and_said(lees_in):
    def bewerk(tekst, _waarden):
        run = next(t for t in tekst.iter(f"{W}t") if "tweede punt" in t.text).getparent()
        weg, erbij = etree.Element(f"{W}del"), etree.Element(f"{W}ins")
        run.addprevious(weg)
        run.addnext(erbij)
        nieuw = etree.SubElement(etree.SubElement(erbij, f"{W}r"), f"{W}t")
        nieuw.text = "Het tweede punt is lang."
        weg.append(run)

    code, gezegd = lees_in(xml(bewerk))

    assert code == 1
    assert "Er staan bijgehouden wijzigingen in; zij zijn gelezen alsof zij zijn aanvaard." in gezegd
    assert "‘Het tweede punt is kort.’ → ‘Het tweede punt is lang.’" in gezegd


def kenmerk(anders):
    def bewerk(_tekst, knopen):
        element = next(waarde for waarde in knopen if etree.QName(waarde).localname == "stuk")
        element.text = anders(element.text)

    return xml(bewerk)


@pytest.mark.parametrize(
    ("bewerking", "zin"),
    [
        (lambda _: b"", "het bestand is leeg"),
        (lambda _: b"geen Word", "dit is geen leesbaar Word-bestand"),
        (lambda inhoud: inhoud[: len(inhoud) // 2], "dit is geen leesbaar Word-bestand"),
        (kenmerk(lambda was: was.replace("proef/", "brug/")), "dit is een stuk van het dossier ‘brug’"),
        (kenmerk(lambda was: was.replace("/nota/", "/brief/")), "het dossier ‘proef’ heeft geen stuk ‘brief’ meer"),
        (kenmerk(lambda was: was[:-1] + "x"), "dit is een andere versie van ‘nota’"),
        (kenmerk(lambda _: "onzin"), "dit bestand zegt niet van welk stuk van welk dossier het is"),
    ],
)
def test_a_file_that_is_not_of_this_paper_is_refused_with_a_sentence(lees_in, bewerking, zin):
    code, gezegd = lees_in(bewerking)

    assert (2, True) == (code, zin in gezegd), gezegd


def test_after_a_change_of_the_facts_the_file_is_another_version(lees_in, werkmap):
    cijfers = werkmap / "inhoud/proef/cijfers.yaml"
    cijfers.write_text(cijfers.read_text().replace("waarde: 45", "waarde: 46"))

    code, gezegd = lees_in()
    assert (2, True) == (code, "de feiten of teksten zijn sindsdien gewijzigd" in gezegd)


def test_a_file_that_is_not_there_or_a_fact_that_does_not_exist_is_a_sentence(lees_in, capsys):
    assert 2 == voer_uit(["inlezen", "weg.docx"])
    assert "weg.docx: dit bestand is er niet" in capsys.readouterr().err
    code, gezegd = lees_in(opties=("--kies", "cijfers.oost=3"))
    assert (2, True) == (code, "het feit ‘cijfers.oost’ bestaat niet" in gezegd)


@pytest.mark.parametrize("circa", [False, True])
@pytest.mark.parametrize(
    "waarde",
    [
        waarden.Aantal.lees("5787"), waarden.Aantal.lees("92,5"), waarden.Bedrag.lees("€ 812.500"),
        waarden.Bedrag.lees("€ 12,50"), waarden.Percentage.lees("90%"), waarden.Datum.lees("2024-12-20"),
        waarden.Datum.lees("2024-12"), waarden.Datum.lees("2025-K2"), waarden.Datum.lees("2024"),
        waarden.Datums.lees("2024-09-09, 2024-09-16"), waarden.Periode.lees("2024-01-01 t/m 2024-12-31"),
        waarden.Duur.lees("25 weken"), waarden.Duur.lees("1 maand"), waarden.Grens.lees("≥ 100"),
        waarden.Grens.lees("> 200%"), waarden.Tekst("vóór een voorstel"),
    ],
    ids=str,
)  # fmt: skip
def test_what_is_printed_leads_back_to_a_value_that_prints_the_same(waarde, circa):
    feit = Feit(pad="groep.naam", waarde=waarde, circa=circa, eenheid="plaats/plaatsen")
    geprobeerd = 0
    for vorm in (
        "",
        "kaal",
        "getal",
        "woorden",
        "tekst",
        "eenheid",
        "verschil",
        "datum",
        "datum_kort",
        "weekdag",
        "hoofdletter",
    ):
        try:
            tekst = opmaak.print_feit(feit, vorm)
        except ValueError:
            continue  # this form does not fit this value
        geprobeerd += 1
        assert tekst in {
            opmaak.print_feit(feit.met(waarde=gelezen, circa=ook_circa), vorm)
            for getypt, ook_circa in kandidaten(tekst, feit)
            if (gelezen := lees_waarde(type(waarde), getypt)) is not None
        }
    assert geprobeerd >= 3


def lees_waarde(soort, tekst):
    try:
        return soort.lees(tekst)
    except ValueError:
        return None


@pytest.mark.parametrize(
    ("bron", "oud", "nieuw", "verwacht"),
    [
        ("Wij doen {{ a.b }} nu.\n", "Wij doen \ufffc nu.", "Wij deden \ufffc nu.", "Wij deden {{ a.b }} nu.\n"),
        ("Een [link](#x) hier.\n", "Een link hier.", "Een link daar.", "Een [link](#x) daar.\n"),
        ("Zie [](#tabel) hier.\n", "Zie tabel 1 hier.", "Zie tabel 1 daar.", "Zie [](#tabel) daar.\n"),
        ("- een\n- twee\n", "twee", "twee en meer", "- een\n- twee en meer\n"),
        ("| a | b |\n|---|---|\n| c | d e |\n", "d e", "d f", "| a | b |\n|---|---|\n| c | d f |\n"),
        ("Een **vet** woord.\n", "Een vet woord.", "Een vet zinnetje.", "Een **vet** zinnetje.\n"),
        ("Een.\n", "Een.", "- Een.", "\\- Een.\n"),
        (
            "Een.\n{% if a.b > 0 %}\nTwee.\n{% endif %}\nDrie.\n", "Een. Twee. Drie.", "Een. Twaalf. Drie vier.",
            "Een.\n{% if a.b > 0 %}\nTwaalf.\n{% endif %}\nDrie vier.\n",
        ),
        (
            "Een.\n{% if a.b > 0 %}\nTwee.\n{% endif %}\nDrie.\n", "Een. Drie.", "Een. Vier.",
            "Een.\n{% if a.b > 0 %}\nTwee.\n{% endif %}\nVier.\n",
        ),
        (
            "{% if a.b > 0 %}Een{% elif a.b < 0 %}Twee{% else %}Drie{% endif %} maal.\n", "Drie maal.", "Drie keer.",
            "{% if a.b > 0 %}Een{% elif a.b < 0 %}Twee{% else %}Drie{% endif %} keer.\n",
        ),
        ("Een{% if a.b > 0 %}, twee{% endif %}.\n", "Een, twee.", "Meer twee.", None),
        ("Wij doen {{ a.b }} nu.\n", "Wij doen \ufffc nu.", "Wij doen nu.", None),
        ("Een [link](#x) hier.\n", "Een link hier.", "Een linkhier.", None),
        ("Andere woorden.\n", "Een link hier.", "Een link daar.", None),
    ],
)  # fmt: skip
def test_words_are_put_back_in_their_markdown_or_not_at_all(bron, oud, nieuw, verwacht):
    assert verwacht == next((poging.tekst for poging in put_terug(bron, 1, oud, nieuw)), None)
