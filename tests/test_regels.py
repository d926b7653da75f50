"""Every rule has a case in which it speaks and one in which it is silent, and a wording that reads as Dutch."""

from pathlib import Path

import pytest
import yaml
from voorbeelden import BESTANDEN, NAAM, VOORSTEL, bestanden

from generator import keten
from generator.meegeleverd import read_meegeleverd
from generator.regels import alle
from generator.regels.register import REGELS, Neemt
from generator.verslagen import bevindingen as verslag

MAP = Path(__file__).parent / "gevallen"
GEVALLEN = [
    geval
    for naam in ("regels.yaml", "samenhang.yaml", "overeenkomst.yaml", "bevroren.yaml", "wijzigingen.yaml")
    for geval in yaml.load((MAP / naam).read_text(encoding="utf-8"), yaml.CSafeLoader)
]
# What every agreement of a case starts from: a source for all of it, and one place of which nothing is known.
OVEREENKOMST = {"bron": {"stuk": "nota"}, "locaties": {"een": {}}}
SPREEKT = [(geval["code"], geval["spreekt"]) for geval in GEVALLEN]
ZWIJGT = [(geval["code"], geval["zwijgt"]) for geval in GEVALLEN]


def _uitslag(geval):
    """The findings on the little dossier, changed as `geval` says."""
    basis = VOORSTEL if geval.get("basis") == "voorstel" else BESTANDEN
    anders = {stam: f"{inhoud}\n" for stam, inhoud in geval.get("bestanden", {}).items()}
    if "overeenkomst" in geval:
        anders["overeenkomst"] = yaml.safe_dump(OVEREENKOMST | geval["overeenkomst"], allow_unicode=True)
    for stam, (oud, nieuw) in geval.get("vervang", {}).items():
        naam = stam if "." in stam else f"{stam}.yaml"
        assert oud in basis[naam]
        anders[stam] = basis[naam].replace(oud, nieuw)
    for stam, erbij in geval.get("erbij", {}).items():
        naam = stam if "." in stam else f"{stam}.yaml"
        anders[stam] = f"{anders.get(stam, basis.get(naam, ''))}{erbij}\n"
    sjabloon = basis["sjablonen/proefnota.md.j2"] + geval.get("tekst", "") + "\n"
    anders[f"sjablonen/{geval.get('sjabloon', 'proefnota.md.j2')}"] = sjabloon
    gelezen = keten.lees(bestanden(basis, **anders), read_meegeleverd(""), NAAM, getekend=geval.get("getekend"))
    return keten.controleer(gelezen, keten.maak_bomen(gelezen))


@pytest.mark.parametrize(("code", "geval"), SPREEKT, ids=[f"{code}: {geval['naam']}" for code, geval in SPREEKT])
def test_a_rule_speaks(code, geval):
    uitslag = _uitslag(geval)
    bevindingen = [bevinding for bevinding in uitslag.bevindingen if bevinding.code == code]

    assert bevindingen
    assert geval.get("keer", len(bevindingen)) == len(bevindingen)
    assert geval["ernst"] == bevindingen[0].ernst
    tekst = " ".join(verslag.als_tekst({NAAM: bevindingen}, uitslag.gelezen.recht.meldingen).split())
    for deel in geval["melding"]:
        assert deel in tekst


@pytest.mark.parametrize(("code", "geval"), ZWIJGT, ids=[f"{code}: {geval['naam']}" for code, geval in ZWIJGT])
def test_a_rule_is_silent(code, geval):
    assert code not in {bevinding.code for bevinding in _uitslag(geval).bevindingen}


def test_every_rule_has_its_cases():
    assert alle
    elders = {Neemt.BEZWAAR, Neemt.PAPIER, Neemt.OMVANG}  # have cases of their own form
    van_dossiers = {code for code, regel in REGELS.items() if regel.neemt not in elders}
    assert van_dossiers == {geval["code"] for geval in GEVALLEN}


def test_every_rule_has_its_wording_and_every_wording_its_rule():
    gelezen = keten.lees(bestanden(), read_meegeleverd(""), NAAM)

    assert set(REGELS) == set(gelezen.recht.meldingen)


def test_a_fout_or_an_oordeel_keeps_a_paper_a_concept():
    tekst = BESTANDEN["dossier.yaml"].replace("status: concept", "status: verzonden")
    schoon = _uitslag({"bestanden": {"dossier": tekst}})
    met_fout = _uitslag({"bestanden": {"dossier": tekst}, "tekst": "Er zijn 168 plaatsen."})
    met_gat = _uitslag({"bestanden": {"dossier": tekst}, "tekst": "{{ stuk.portefeuillehouder }}"})

    assert (False, True, True) == tuple(uitslag.stukken["nota"].meta.concept for uitslag in (schoon, met_fout, met_gat))
