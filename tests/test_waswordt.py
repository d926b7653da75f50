"""The old → new sheet tells a council all that changed: figures, what hangs on them, what went and where."""

import re
import shutil

import pytest
from conftest import WORTEL, kopieer_dalfsen

from generator.cli import voer_uit

pytestmark = pytest.mark.usefixtures("eens_gelezen")


@pytest.fixture(scope="module")
def dalfsen(tmp_path_factory):
    """A copy of the dossier Dalfsen that tests may change and put back."""
    return kopieer_dalfsen(tmp_path_factory.mktemp("werkmap"))


@pytest.fixture
def lijst(dalfsen, tmp_path, monkeypatch):
    """Makes the sheet of what a choice changes; gives it with single spaces."""

    def maak(*keuzes):
        monkeypatch.chdir(dalfsen)
        (tmp_path / "lijst.md").unlink(missing_ok=True)
        assert voer_uit(["verschil", "dalfsen", *keuzes, "--was-wordt", str(tmp_path / "lijst.md")]) == 1
        tekst = (tmp_path / "lijst.md").read_text("utf-8").replace("\u00a0", " ").replace("\\", "")
        return re.sub(r"(?<=\S)\s*\n(?!\n)", "\n", re.sub(" +", " ", tekst))

    return maak


def deel(lijst, kop):
    return lijst.partition(f"## {kop}\n")[2].partition("\n## ")[0]


def rij(lijst, *begin):
    """The row of a table that begins with these cells."""
    regel = f"| {' | '.join(begin)} |"
    return next(zin for zin in lijst.splitlines() if zin.startswith(regel))


def test_a_fact_that_no_paper_prints_but_an_article_hangs_on_is_named_with_what_went_and_came(lijst):
    gemaakt = lijst("--stel", "overeenkomst.beheer.permanente_beveiliging=nee")

    assert "geen gegeven veranderd" not in gemaakt
    assert "Bestuursovereenkomst: artikel 8" in rij(
        gemaakt, "Permanente beveiliging (overeenkomst, beheer)", "ja", "nee"
    )
    assert "- Bestuursovereenkomst: artikel 8" in deel(gemaakt, "Waar de stukken veranderen")
    weg = "Het COA zorgt dat op de locatie permanent beveiliging aanwezig is, voor eigen rekening."
    erbij = rij(gemaakt, "Bestuursovereenkomst: artikel 8", weg)
    assert "Er is geen permanente beveiliging." in erbij
    assert "Het veiligheidsplan noemt de maatregelen die er wel zijn." in erbij


def test_each_paper_is_named_with_all_its_chapters_in_which_something_reads_otherwise(lijst):
    twee = deel(lijst("--variant", "twee-locaties"), "Waar de stukken veranderen")
    vervallen = deel(lijst("--variant", "spreidingswet-vervallen"), "Waar de stukken veranderen")

    artikelen = ", ".join(f"artikel {nummer}" for nummer in (1, 3, 4, 5, 6, 7, 8, 9, 10, 11, 14, 17, 19))
    assert f"- Bestuursovereenkomst: kop, {artikelen}" in twee
    delen = "samenvatting, beoogd effect, argumenten, kanttekeningen, alternatieven, uitvoering en planning"
    assert f"- Raadsvoorstel: {delen}\n" in vervallen
    nota = next(regel for regel in vervallen.splitlines() if regel.startswith("- Opiniërende nota: "))
    assert {"samenvatting", "hoofdstuk 3", "hoofdstuk 10"} <= set(nota[20:].split(", "))


def _bronnen(lijst):
    """The column Bron of the facts that changed, by what they are called."""
    rijen = [zin.strip("| ").split(" | ") for zin in deel(lijst, "Gewijzigde gegevens").splitlines() if "|" in zin]
    return {rij[0]: rij[3] for rij in rijen[2:]}


WEEK_EERDER = (
    "vergaderingen.yaml", "datum: {formule: datums.rekendatum_raadsbesluit - duren.vier_weken}", "datum: 2025-01-20"
)  # fmt: skip
ONBEKEND = ("motie.yaml", "waarde: G.J. Veldhuis\n      bron: {", "open: wie dat was\n      # {")
BROERE = """\
  broere:
    naam:
      waarde: L. Broere
      bron: {stuk: motie_structurele_opvang, pagina: 1, citaat: L. Broere}
    fractie:
      waarde: PvdA
      bron: {stuk: motie_structurele_opvang, pagina: 1, citaat: PvdA}
"""
WEG = ("motie.yaml", BROERE, "")


@pytest.mark.parametrize(
    ("wijziging", "bron"),
    [
        (WEEK_EERDER, "eigen opgave van de gemeente, zonder bron"),
        (ONBEKEND, "nog niet bekend"),
        (WEG, "eerder: Motie, pagina 1"),
    ],
)
def test_a_row_says_in_words_that_there_is_no_source_to_look_up(dalfsen, lijst, wijziging, bron):
    bestand, was, wordt = wijziging
    pad = dalfsen / "inhoud/dalfsen" / bestand
    eerst = pad.read_text("utf-8")
    assert was in eerst
    pad.write_text(eerst.replace(was, wordt, 1), "utf-8")
    try:
        bronnen = _bronnen(lijst("--met", str(WORTEL)))
    finally:
        pad.write_text(eerst, "utf-8")

    assert bron in bronnen.values()
    assert "" not in bronnen.values()


def test_a_question_that_is_put_no_longer_is_said_to_be_gone(lijst):
    weg = deel(lijst("--variant", "uitruil-amv"), "Wat vervalt en wat erbij komt")

    vraag = "Vraag 2c: de plaatsen voor alleenstaande minderjarige vreemdelingen (amv)"
    assert rij(weg, "Opiniërende nota: wat wij u vragen", vraag, "–")


def test_a_fact_is_called_in_words_of_the_council(lijst):
    vraag = lijst("--stel", "vraagstukken.een.vragen.a.kern=doorgaan op grond van de motie")
    twee = lijst("--variant", "twee-locaties")

    assert rij(vraag, "Vraag 1", "doorgaan op grond van de motie, ook zonder Spreidingswet")
    assert rij(twee, "Grondslag van het gebruik (tweede locatie)")
    assert rij(twee, "Adres (tweede locatie)")


def test_two_readings_of_a_day_that_become_one_day_are_one_row(lijst):
    gemaakt = lijst("--stel", "verdeelbesluit.bekendmaking=2025-03-04")
    was = "31 januari 2025 (vroegste lezing) 3 februari 2025 (latere lezing)"

    assert rij(gemaakt, "Laatste dag om bezwaar te maken, vroegste en latere lezing", was, "15 april 2025")
    assert "| Laatste dag om bezwaar te maken, vroegste lezing |" not in gemaakt


def test_a_value_that_only_a_secret_paper_prints_stays_out_though_a_public_passage_hangs_on_it(dalfsen, lijst):
    tekst, dossier = (dalfsen / "inhoud/dalfsen" / naam for naam in ("teksten/samenvatting.md", "dossier.yaml"))
    eerst = [pad.read_bytes() for pad in (tekst, dossier)]
    aantal = "overeenkomst.locaties.voorkeurslocatie.bewoners"
    tekst.write_text(f"{eerst[0].decode()}\n{{% if {aantal} is bekend %}}Het aantal is bekend.{{% endif %}}\n", "utf-8")
    geheim = (
        "openbaarheid: geheim\n    geheimhouding: {opgelegd_door: het college, datum: 2025-01-06, "
        "belang: 'Woo, artikel 5.1, tweede lid, onder b', verstrekt_aan: de raad, opheffing_door: de raad}"
    )
    voor, kop, na = eerst[1].decode().partition("  bestuursovereenkomst:\n")
    dossier.write_text(voor + kop + na.replace("openbaarheid: openbaar", geheim, 1), "utf-8")
    try:
        gemaakt = lijst("--stel", f"{aantal}=212")
    finally:
        for pad, inhoud in zip((tekst, dossier), eerst, strict=True):
            pad.write_bytes(inhoud)

    assert "Het aantal is bekend." in deel(gemaakt, "Wat vervalt en wat erbij komt")
    assert "212" not in gemaakt


@pytest.fixture
def zonder_oplegger(dalfsen, tmp_path):
    """A copy of the dossier as it was before it had an oplegger."""
    anders = shutil.copytree(dalfsen, tmp_path / "anders")
    pad = anders / "inhoud/dalfsen/dossier.yaml"
    pad.write_text(re.sub(r"(?ms)^  oplegger:\n.*?(?=^  \w)", "", pad.read_text("utf-8")), "utf-8")
    bijlagen = anders / "inhoud/dalfsen/bijlagen.yaml"
    bijlagen.write_text(bijlagen.read_text("utf-8").replace("papier: stukken.oplegger", ""), "utf-8")
    return anders


@pytest.mark.parametrize("ook", [[], ["--stel", "cijfers.capaciteit_regulier=180"]])
def test_a_paper_that_came_is_named_in_the_sheet_whether_others_changed_or_not(lijst, zonder_oplegger, ook):
    gemaakt = lijst("--met", str(zonder_oplegger), *ook)

    assert "Nieuw is: samenvatting in gewone taal." in deel(gemaakt, "Nieuwe en vervallen stukken")


def test_who_asks_only_for_redlines_hears_where_a_paper_that_went_is_named(
    dalfsen, zonder_oplegger, tmp_path, monkeypatch, capsys
):
    monkeypatch.chdir(zonder_oplegger)
    spoor = tmp_path / "spoor"
    voer_uit(["verschil", "dalfsen", "--met", str(dalfsen), "--docx", str(spoor)])
    gezegd = capsys.readouterr().out

    assert "oplegger: dit stuk is vervallen" in gezegd
    assert "Wat erbij kwam of verviel, noemt de was-wordtlijst (--was-wordt MAP)." in gezegd
    assert not spoor.exists()


def test_a_signature_stands_under_no_heading_that_comes_before_it(lijst):
    gemaakt = lijst("--stel", "gemeente.burgemeester=B. Voorbeeld")

    assert "Raadsvoorstel: ondertekening" in deel(gemaakt, "Gewijzigde gegevens")
    assert "Gegevens over een stuk zelf, zoals zijn zaaknummer en status, staan er niet in" in gemaakt
