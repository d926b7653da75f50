"""A fact left open, or less precise than a rule wants, anywhere: papers all the same, or a sentence with its place."""

import pytest
from conftest import write_bestanden
from sjabloontekst import afgedrukt
from voorbeelden import BESTANDEN, NAAM, VOORSTEL, bestanden, boom

from generator import keten
from generator.document.walk import count_open
from generator.errors import InvoerError, RaadwerkError
from generator.feiten.keuzes import GEHEIM
from generator.meegeleverd import read_meegeleverd
from generator.opmaak import VORMEN

MEE = read_meegeleverd("")
OPEN = "{open: wat}"
RAADSDATUM = ("datum_college: 2025-01-07", "datum_college: 2025-01-07\n    datum_raad: 2025-01")
SCHEMA = (
    "akkoordstuk: akkoordstuk",
    """akkoordstuk: akkoordstuk
vergaderschema:
  a: {datum: {open: x}, tot: {open: y}, soort: reces}
  b: {datum: 2025-01, tot: 2024, soort: reces}
  c: {datum: 2025-01-20, soort: raad}""",
)


def maak(basis=BESTANDEN, /, **anders):
    gelezen = keten.lees(bestanden(basis, **anders), MEE, NAAM)
    return keten.controleer(gelezen, keten.maak_bomen(gelezen))


@pytest.mark.parametrize(
    ("stam", "oud", "nieuw"),
    [
        ("dossier", "voorstel: stukken.voorstel", f"voorstel: {OPEN}"),
        ("dossier", "bijlagen: {besluit: bijlagen.besluit}", f"bijlagen: {{besluit: {OPEN}}}"),
        ("dossier", *RAADSDATUM),
        ("gemeente", *SCHEMA),
        ("beslispunten", "bevoegdheid: bevoegdheden.begroting", f"bevoegdheid: {OPEN}"),
        ("beslispunten", "uitkomst: geen", f"uitkomst: {OPEN}"),
        ("bijlagen", "papier: stukken.besluit", f"papier: {OPEN}"),
        ("bijlagen", "titel: Ontwerpbesluit", f"titel: {OPEN}"),
        ("bijlagen", "openbaar: ja", f"openbaar: {OPEN}"),
        ("bijlagen", "aanwezig: ja", f"aanwezig: {OPEN}"),
        ("bevoegdheden", "orgaan: Raad, beslist: de begroting", f"orgaan: {OPEN}, beslist: de begroting"),
    ],
)
def test_what_may_be_open_still_gives_every_paper(stam, oud, nieuw):
    assert oud in VOORSTEL[f"{stam}.yaml"]
    uitslag = maak(VOORSTEL, **{stam: VOORSTEL[f"{stam}.yaml"].replace(oud, nieuw)})

    assert {"nota", "voorstel", "besluit"} == set(uitslag.stukken)


@pytest.mark.parametrize(
    "oordeel",
    [
        "code: {open: x}, reden: {open: y}, rol: {open: z}, datum: {open: d}",
        "code: PL-GAT, feit: {open: x}, reden: y, rol: z, datum: 2025, rust_op: {a: {feit: {open: x}, waarde: '2'}}",
        "code: FT-OPEN, feit: cijfers.weg, reden: y, rol: z, datum: 2025-01-01, rust_op: {a: {feit: x, waarde: '1'}}",
    ],
)
def test_half_an_answer_is_a_finding(oordeel):
    assert {"OD-VERVALLEN"} <= {bevinding.code for bevinding in maak(oordelen=f"a: {{{oordeel}}}\n").bevindingen}


@pytest.mark.parametrize(
    "geheim",
    [
        "opgelegd_door: {open: x}, datum: {open: y}, belang: {open: z}",
        "opgelegd_door: het college, datum: 2025, belang: x, verstrekt_aan: {open: x}, opgeheven_op: {open: z}",
    ],
)
def test_half_a_secrecy_keeps_the_paper_secret(geheim):
    dossier = BESTANDEN["dossier.yaml"].replace(
        "openbaarheid: openbaar", f"openbaarheid: geheim\n    geheimhouding: {{{geheim}}}"
    )

    assert GEHEIM == maak(dossier=dossier).stukken["nota"].meta.openbaarheid


@pytest.mark.parametrize(
    ("stam", "inhoud", "pad"),
    [
        ("vergaderingen", "a: {datum: 2025-01-06, soort: {open: x}}\n", "vergaderingen.a.soort"),
        ("termijnen", "a: {soort: bezwaar, vanaf: {open: x}, omschrijving: y}\n", "termijnen.a.vanaf"),
        ("dossier", BESTANDEN["dossier.yaml"].replace(": openbaar", ": {open: x}"), "stukken.nota.openbaarheid"),
    ],
)
def test_what_cannot_be_open_is_a_sentence_with_its_place(stam, inhoud, pad):
    with pytest.raises(InvoerError) as fout:
        maak(**{stam: inhoud})

    assert f"{stam}.yaml:" in str(fout.value)
    assert f"‘{pad}’ is nog open, en is hier nodig" in str(fout.value)


@pytest.mark.parametrize(
    ("duur", "zin"),
    [
        ("", "deze termijn heeft geen soort en geen duur"),
        ("duur: datums.besluit, ", "‘datums.besluit’ zegt niet hoe lang iets duurt"),
        ("duur: {open: hoe lang}, ", "‘termijnen.a.duur’ is nog open, en is hier nodig"),
    ],
    ids=["geen", "een datum", "open"],
)
def test_a_period_without_a_length_is_a_sentence_with_its_place(duur, zin):
    with pytest.raises(InvoerError) as fout:
        maak(termijnen=f"a: {{{duur}vanaf: datums.besluit, omschrijving: x}}\n")

    assert "termijnen.yaml:1:" in str(fout.value)
    assert zin in str(fout.value)


def test_a_change_of_what_is_open_or_no_fact_is_no_fault():
    for was in ("{open: y}", "bijlagen.besluit"):
        wijzigingen = f"a: {{wat: x, was: {was}, nu: cijfers.zuid, reden: z}}\n"
        assert "SH-WIJZIGING" not in {b.code for b in maak(VOORSTEL, wijzigingen=wijzigingen).bevindingen}


def test_a_point_of_unknown_kind_is_a_sentence():
    with pytest.raises(RaadwerkError, match=r"‘beslispunten\.geld\.soort’ is nog open"):
        maak(VOORSTEL, beslispunten=VOORSTEL["beslispunten.yaml"].replace("soort: besluit", "soort: {open: x}"))


KIEST = BESTANDEN["sjablonen/proefnota.md.j2"] + '{% include "teksten/a.md" %}\n\n{% include "teksten/b.md" %}\n'
OPEN_NOORD = BESTANDEN["cijfers.yaml"].replace("  waarde: 105\n  circa: ja\n", "  open: hoeveel\n", 1).replace(
    "  bron: {stuk: nota, pagina: 3, citaat: circa 105 bewoners}\n", "", 1
)  # fmt: skip


@pytest.fixture
def controleer(tmp_path, monkeypatch, raadwerk):
    """Check the little dossier with these texts, of which the papers cannot be made."""
    monkeypatch.chdir(tmp_path)

    def run(a: str, b: str = "Goed.\n", sjabloon: str = KIEST, **anders: str) -> str:
        teksten = {"teksten/a.md": a, "teksten/b.md": b, "sjablonen/proefnota.md.j2": sjabloon}
        write_bestanden(tmp_path, bestanden(**teksten, **anders))
        return raadwerk("controleer", code=2)

    return run


def test_words_that_hang_on_an_open_fact_are_one_fault_at_the_fact(controleer):
    gezegd = controleer(
        "Er zijn {% if cijfers.samen > 100 %}veel{% else %}weinig{% endif %} bewoners.\n",
        "{% if cijfers.noord > cijfers.zuid %}Meer{% endif %}{% if cijfers.noord == 1 %}één{% endif %}.\n",
        cijfers=OPEN_NOORD,
    )

    assert (
        "inhoud/proef/cijfers.yaml:1:1: ‘cijfers.noord’ is nog open; op 3 plaatsen (inhoud/proef/teksten/a.md:1:15, "
        "inhoud/proef/teksten/b.md:1:7 en nog één plaats) hangt van dit feit af wat er staat, in nota\n"
    ) in gezegd
    assert "vul in wat u nu weet en zet er ‘vraag: …’ bij" in gezegd
    assert "{% if cijfers.samen is bekend %} … {% endif %}" in gezegd
    assert gezegd.endswith("1 fout; er is niets geschreven.\n")


def test_what_is_wrong_with_a_text_otherwise_stands_beside_it(controleer):
    gezegd = controleer("{% if cijfers.noord > 1 %}x{% endif %} {{ cijfers.zud }}\n", cijfers=OPEN_NOORD)

    assert "inhoud/proef/cijfers.yaml:1:1: ‘cijfers.noord’ is nog open; op één plaats" in gezegd
    assert "inhoud/proef/teksten/a.md:1:51: ‘cijfers’ kent geen ‘zud’" in gezegd
    assert gezegd.endswith("2 fouten; er is niets geschreven.\n")


def test_a_fact_that_is_open_because_nobody_chose_names_what_the_sources_say(controleer):
    strijdig = """\
noord:
  vermeldingen:
    - {waarde: 105, circa: ja, bron: {stuk: nota, pagina: 3, citaat: circa 105}}
    - {waarde: 150, bron: {stuk: brief, pagina: 2, citaat: er zijn 150}}
zuid: {waarde: 45, bron: {stuk: nota, pagina: 3, citaat: 45 bewoners}}
samen: {formule: cijfers.noord + cijfers.zuid}
"""
    gezegd = controleer("{% if cijfers.samen > 100 %}veel{% endif %}\n", cijfers=strijdig)

    assert "cijfers.yaml:1:1: de bronnen spreken elkaar tegen over ‘cijfers.noord’, en er is niet gekozen: " in gezegd
    assert "‘circa 105’ (De nota, p. 3) en ‘150’ (De brief, p. 2)" in gezegd.replace("\u00a0", " ")
    assert "raad: zet er ‘keuze’ en ‘reden’ bij" in gezegd


def test_a_day_counted_in_a_template_names_the_open_day_underneath(controleer):
    telt = KIEST + "{% if termijn('bezwaar', datums.besluit).jaar == 2025 %}x{% endif %}\n"
    gezegd = controleer("Goed.\n", sjabloon=telt, datums="besluit: {open: welke dag}\n")

    assert "datums.yaml:1:10: ‘datums.besluit’ is nog open; op één plaats" in gezegd
    assert "Of vraag in het sjabloon eerst ‘is bekend’" in gezegd


@pytest.mark.parametrize("eenheid", ["", ", eenheid: meter"])
@pytest.mark.parametrize("vorm", [*VORMEN, "hoofdletter", "eenheid.hoofdletter"])
def test_an_open_fact_says_so_in_every_form(vorm, eenheid):
    cijfers = f"lengte: {{open: lengte van de brug{eenheid}}}\n"

    assert afgedrukt(f"{{{{ cijfers.lengte.{vorm} }}}}", cijfers=cijfers).endswith(
        "[nog in te vullen: lengte van de brug]"
    )


def test_the_unit_of_an_open_fact_is_open_with_it():
    tekst, cijfers = "{{ cijfers.lengte }} {{ cijfers.lengte.soort_eenheid }}", "lengte: {open: lengte}\n"

    assert afgedrukt(tekst, cijfers=cijfers).endswith("[nog in te vullen: lengte] [nog in te vullen: eenheid]")
    assert count_open(boom("x", cijfers=cijfers))[0] + 1 == count_open(boom(tekst, cijfers=cijfers))[0]
