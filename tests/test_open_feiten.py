"""A fact left open, or less precise than a rule wants, anywhere: papers all the same, or a sentence with its place."""

import pytest
from voorbeelden import BESTANDEN, NAAM, VOORSTEL, bestanden

from generator import keten
from generator.errors import InvoerError, RaadwerkError
from generator.feiten.keuzes import GEHEIM
from generator.meegeleverd import read_meegeleverd

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
    with pytest.raises(RaadwerkError, match=r"beslispunten\.geld\.soort is nog open"):
        maak(VOORSTEL, beslispunten=VOORSTEL["beslispunten.yaml"].replace("soort: besluit", "soort: {open: x}"))
