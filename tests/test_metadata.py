"""Metadata for archive and publication: what is written, that it is valid, and that nothing is invented."""

import hashlib

import pytest
from lxml import etree
from voorbeelden import BESTANDEN, NAAM, bestanden

from generator import keten
from generator.feiten.keuzes import Woocategorie
from generator.inhoud.recht import load_recht
from generator.meegeleverd import read_meegeleverd
from generator.metadata.diwoo import diwoo
from generator.metadata.mdto import mdto

NS = "{https://www.nationaalarchief.nl/mdto}"
PAPIER = {"nota.docx": b"een", "nota.html": b"twee", "nota.pdf": b"drie!", "nota.md": b"vier"}
OPENBAAR = BESTANDEN["gemeente.yaml"] + "tooi: gm0148\n"
DOSSIER = BESTANDEN["dossier.yaml"]


def maak(**anders):
    """The gelezen little dossier and its papers, with files changed."""
    gelezen = keten.lees(bestanden(**anders), read_meegeleverd(""), NAAM)
    return gelezen, keten.controleer(gelezen, keten.maak_bomen(gelezen)).stukken


def mdto_van(papier=PAPIER, **anders):
    gelezen, stukken = maak(**anders)
    return mdto(gelezen.dossier, stukken, papier, gelezen.recht.metadata)


def waarden(xml, *pad):
    return [element.text for element in etree.fromstring(xml).iterfind("/".join(f"{NS}{deel}" for deel in pad))]


def test_one_file_describes_the_paper_and_one_each_of_its_files():
    verwacht = [
        "nota.docx.bestand.mdto.xml",
        "nota.html.bestand.mdto.xml",
        "nota.mdto.xml",
        "nota.pdf.bestand.mdto.xml",
    ]

    assert verwacht == sorted(mdto_van())
    assert ["nota.mdto.xml", "nota.pdf.bestand.mdto.xml"] == sorted(mdto_van({"nota.pdf": b"", "nota.md": b""}))
    assert {} == mdto_van({"nota.md": b"alleen om na te lezen"})


def test_a_file_is_known_by_its_size_and_checksum_and_by_its_paper():
    gemaakt = mdto_van()
    pdf = gemaakt["nota.pdf.bestand.mdto.xml"]

    assert ["5"] == waarden(pdf, "bestand", "omvang")
    assert [hashlib.sha256(b"drie!").hexdigest()] == waarden(pdf, "bestand", "checksum", "checksumWaarde")
    assert ["2025-01-13T00:00:00"] == waarden(pdf, "bestand", "checksum", "checksumDatum")
    assert ["fmt/476"] == waarden(pdf, "bestand", "bestandsformaat", "begripCode")
    eigen = waarden(gemaakt["nota.mdto.xml"], "informatieobject", "identificatie", "identificatieKenmerk")
    assert eigen == waarden(
        pdf, "bestand", "isRepresentatieVan", "verwijzingIdentificatie", "identificatieKenmerk"
    ) == [f"{NAAM}/nota/0.1"]  # fmt: skip


def test_what_nobody_knows_is_left_out_or_says_so_in_the_words_of_the_standard():
    xml = mdto_van()["nota.mdto.xml"]

    assert ["Nader te bepalen"] == waarden(xml, "informatieobject", "waardering", "begripLabel")
    assert ["gemeente Proefstad"] == waarden(xml, "informatieobject", "archiefvormer", "verwijzingNaam")
    for leeg in (b"verwijzingIdentificatie>\n\t\t</archiefvormer", b"bewaartermijn", b"informatiecategorie"):
        assert leeg not in xml


def test_what_the_facts_know_stands_there():
    archief = (
        "archief: {proefnota: {waardering: tijdelijk te bewaren, bewaartermijn: 10 jaar, selectielijst: De lijst, "
        "categorie: '19.1', categorienaam: Besluiten}}\n"
    )
    xml = mdto_van(gemeente=OPENBAAR + archief)["nota.mdto.xml"]
    verwacht = {
        ("waardering", "begripLabel"): "Tijdelijk te bewaren",
        ("waardering", "begripCode"): "V",
        ("bewaartermijn", "termijnLooptijd"): "P10Y",
        ("informatiecategorie", "begripCode"): "19.1",
        ("informatiecategorie", "begripBegrippenlijst", "verwijzingNaam"): "De lijst",
        ("archiefvormer", "verwijzingIdentificatie", "identificatieKenmerk"): "gm0148",
        ("isOnderdeelVan", "verwijzingIdentificatie", "identificatieKenmerk"): "Z-2025-1",
        ("beperkingGebruik", "beperkingGebruikType", "begripLabel"): "Geen beperking",
    }

    assert verwacht == {pad: waarden(xml, "informatieobject", *pad)[0] for pad in verwacht}


def test_a_title_cannot_become_markup():
    naam = 'Een <b> & "proef" ]]>'
    xml = mdto_van(dossier=DOSSIER.replace("onderwerp: Een proef", f"onderwerp: '{naam}'"))["nota.mdto.xml"]

    assert waarden(xml, "informatieobject", "naam")[0].endswith(naam)


def test_an_internal_or_secret_paper_says_what_restricts_its_use():
    geheim = (
        "openbaarheid: geheim\n    geheimhouding: {opgelegd_door: het college, datum: 2025-01-07, "
        "belang: 'Woo, artikel 5.1, tweede lid, onder b'}"
    )
    xml = mdto_van(dossier=DOSSIER.replace("openbaarheid: openbaar", geheim))["nota.mdto.xml"]

    assert ["Overig"] == waarden(xml, "informatieobject", "beperkingGebruik", "beperkingGebruikType", "begripLabel")
    zin = (
        "Geheimhouding (Gemeentewet, artikel 87). Opgelegd door het college op 2025-01-07. "
        "Belang: Woo, artikel 5.1, tweede lid, onder b."
    )
    assert [zin] == waarden(xml, "informatieobject", "beperkingGebruik", "beperkingGebruikNadereBeschrijving")


def test_publication_names_publisher_title_and_category_and_what_is_still_missing():
    gelezen, stukken = maak(gemeente=OPENBAAR, dossier=DOSSIER.replace("rol_raad", "woo_categorie: 2c\n    rol_raad"))
    velden = diwoo(gelezen.dossier, stukken, gelezen.recht.metadata)["nota"]
    tooi = "https://identifier.overheid.nl/tooi"

    assert ["2c"] == velden["woo"]
    assert {"label": "gemeente Proefstad", "resource": f"{tooi}/id/gemeente/gm0148"} == velden["diwoo"]["publisher"]
    assert [
        {"label": "vergaderstukken decentrale overheden", "resource": f"{tooi}/def/thes/kern/c_db4862c3"}
    ] == velden["diwoo"]["classificatiecollectie"]["informatiecategorieen"]
    assert ["documenthandelingen"] == velden["ontbreekt"]


def test_a_paper_that_the_council_adopted_says_when():
    vast = DOSSIER.replace("status: concept", "status: vastgesteld\n    datum_raad: 2025-01-27")
    gelezen, stukken = maak(dossier=vast)
    [handeling] = diwoo(gelezen.dossier, stukken, gelezen.recht.metadata)["nota"]["diwoo"]["documenthandelingen"]

    assert ("vaststelling", "2025-01-27T00:00:00") == (handeling["soortHandeling"]["label"], handeling["atTime"])


@pytest.mark.parametrize("openbaarheid", ["geheim", "intern"])
def test_what_is_not_public_has_no_fields_for_publication(openbaarheid):
    gelezen, stukken = maak(dossier=DOSSIER.replace("openbaarheid: openbaar", f"openbaarheid: {openbaarheid}"))

    assert {} == diwoo(gelezen.dossier, stukken, gelezen.recht.metadata)


def test_every_category_a_paper_can_name_has_its_code():
    lijsten = load_recht(read_meegeleverd("inhoud/recht/")).metadata
    assert set(lijsten.woo) == set(Woocategorie.KEUZES)
    assert {"docx", "html", "pdf", "pdf intern"} == set(lijsten.formaten)
