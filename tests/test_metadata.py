"""Metadata for archive and publication: what is written, that it is valid, and that nothing is invented."""

import hashlib
import json
import re

import pytest
from conftest import WORTEL, write_bestanden
from lxml import etree
from msgspec.structs import replace
from voorbeelden import BESTANDEN, NAAM, VOORSTEL, bestanden

from generator import keten
from generator.cli import voer_uit
from generator.errors import InvoerError
from generator.feiten.keuzes import Woocategorie
from generator.feiten.overeenkomst import EINDE
from generator.inhoud.mdto import load_mdto
from generator.inhoud.recht import load_recht
from generator.inhoud.schijf import read_bestanden
from generator.meegeleverd import read_meegeleverd
from generator.metadata.diwoo import diwoo
from generator.metadata.mdto import mdto
from generator.metadata.toets import lees_xml, toets
from generator.metadata.xsd import lees_schema, toets_schema

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


def events_van(dossier, naam="nota", **anders):
    """Who agreed to the paper, and when, as its description tells."""
    xml = mdto_van({f"{naam}.pdf": b"a"}, dossier=dossier, **anders)[f"{naam}.mdto.xml"]
    tijden, wie = waarden(xml, "informatieobject", "event", "eventTijd"), "eventVerantwoordelijkeActor"
    namen = waarden(xml, "informatieobject", "event", wie, "verwijzingNaam")
    assert {"Accordering"} >= set(waarden(xml, "informatieobject", "event", "eventType", "begripLabel"))
    return list(zip(tijden, namen, strict=True))


def test_who_agreed_to_a_paper_stands_there_with_the_day_and_only_when_it_has_happened():
    college = ("2025-01-07", "college van burgemeester en wethouders van Proefstad")
    raad = DOSSIER.replace("datum_college", "datum_raad: 2025-01-10\n    datum_college")

    assert [] == events_van(DOSSIER)  # a concept
    assert [college] == events_van(DOSSIER.replace("concept", "verzonden"))
    assert [college, ("2025-01-10", "gemeenteraad van Proefstad")] == events_van(raad.replace("concept", "vastgesteld"))
    assert [college] == events_van(raad.replace("concept", "vastgesteld").replace("01-10", "01-27"))  # after this day
    assert [] == events_van(DOSSIER.replace("concept", "verzonden").replace("2025-01-07", "{open: de dag}"))


def tijden(xml):
    """Of what time a description says its paper speaks: kind, first day and, of a period, last day."""
    deel = "dekkingInTijd"
    velden = (f"{deel}Type/{NS}begripLabel", f"{deel}Begindatum", f"{deel}Einddatum")
    gevonden = etree.fromstring(xml).iterfind(f"{NS}informatieobject/{NS}{deel}")
    return [tuple(een.findtext(f"{NS}{veld}") for veld in velden) for een in gevonden]


def test_a_description_tells_of_what_time_and_place_its_paper_speaks(dalfsen):
    raad = DOSSIER.replace("datum_college", "datum_raad: 2025-01-27\n    datum_college")

    assert [("Datum vergadering", "2025-01-27", None)] == tijden(mdto_van(dossier=raad)["nota.mdto.xml"])
    assert [] == tijden(mdto_van()["nota.mdto.xml"])
    assert ("Looptijd", "2025-08-18", "2032-08-17") in tijden(dalfsen["bestuursovereenkomst.mdto.xml"])
    assert "Looptijd" not in {soort for soort, _, _ in tijden(dalfsen["raadsvoorstel.mdto.xml"])}
    for xml in dalfsen.values():
        waar = waarden(xml, "informatieobject", "dekkingInRuimte", "verwijzingNaam")
        assert waar == waarden(xml, "informatieobject", "archiefvormer", "verwijzingNaam")


def relaties(xml):
    """To what a description relates its paper: the kind of relation, and the name of the other."""
    deel = "gerelateerdInformatieobject"
    soorten = waarden(xml, "informatieobject", deel, f"{deel}TypeRelatie", "begripLabel")
    return list(
        zip(soorten, waarden(xml, "informatieobject", deel, f"{deel}Verwijzing", "verwijzingNaam"), strict=True)
    )


VOORSTELPAPIER = {"nota.pdf": b"a", "voorstel.pdf": b"b", "besluit.pdf": b"c"}


def van_voorstel(**anders):
    gelezen = keten.lees(bestanden(VOORSTEL, **anders), read_meegeleverd(""), NAAM)
    stukken = keten.controleer(gelezen, keten.maak_bomen(gelezen)).stukken
    return mdto(gelezen.dossier, stukken, VOORSTELPAPIER, gelezen.recht.metadata)


def test_papers_that_belong_together_name_each_other():
    gemaakt = van_voorstel()

    besluit, voorstel = "Raadsbesluit: Een voorstel", "Raadsvoorstel: Een voorstel"
    assert [] == relaties(gemaakt["nota.mdto.xml"])
    assert [("Refereert aan", besluit), ("Wordt aangehaald door", besluit)] == relaties(gemaakt["voorstel.mdto.xml"])
    assert [("Refereert aan", voorstel), ("Wordt aangehaald door", voorstel)] == relaties(gemaakt["besluit.mdto.xml"])


def test_an_attachment_is_named_unless_it_is_not_public():
    bijlagen = VOORSTEL["bijlagen.yaml"] + "kaart: {titel: De kaart, openbaar: ja, aanwezig: ja}\n"
    dossier = VOORSTEL["dossier.yaml"].replace("{besluit:", "{kaart: bijlagen.kaart, besluit:")

    def voorstel(bijlagen, dossier=dossier):
        return relaties(van_voorstel(bijlagen=bijlagen, dossier=dossier)["voorstel.mdto.xml"])

    assert ("Refereert aan", "De kaart") in voorstel(bijlagen)
    assert ("Refereert aan", "De kaart") not in voorstel(
        bijlagen.replace("kaart, openbaar: ja", "kaart, openbaar: nee")
    )
    geheim = (
        "openbaarheid: geheim\n    geheimhouding: {opgelegd_door: het college, datum: 2025-01-07, "
        "belang: 'Woo, artikel 5.1, tweede lid, onder b'}\n    rol_raad: besluitvormend\n    voorstel:"
    )
    oud = "openbaarheid: openbaar\n    rol_raad: besluitvormend\n    voorstel:"
    assert oud in dossier
    assert [("Refereert aan", "De kaart")] == voorstel(bijlagen, dossier.replace(oud, geheim))


@pytest.fixture(scope="module")
def dalfsen():
    """The descriptions of the papers of Dalfsen, with an agreement of which the term has begun."""
    stel = {"overeenkomst.looptijd.startdatum": "2025-08-18"}
    gelezen = keten.lees(read_bestanden(WORTEL, "dalfsen"), read_meegeleverd(""), "dalfsen", stel=stel)
    stukken, einde = keten.maak_bomen(gelezen), gelezen.termijnen[EINDE]["laatste_dag"]
    return mdto(gelezen.dossier, stukken, {f"{naam}.pdf": b"a" for naam in stukken}, gelezen.recht.metadata, einde)


def test_the_agreement_names_its_other_party_and_the_papers_that_are_about_it(dalfsen):
    xml = dalfsen["bestuursovereenkomst.mdto.xml"]

    partij = waarden(xml, "informatieobject", "betrokkene", "betrokkeneActor", "verwijzingNaam")
    assert ["Centraal Orgaan opvang asielzoekers"] == partij
    noemt = [naam.partition(":")[0] for soort, naam in relaties(xml) if soort == "Wordt aangehaald door"]
    assert ["Raadsvoorstel", "Ontwerp-raadsbesluit", "Samenvatting in gewone taal"] == noemt


def test_the_descriptions_of_dalfsen_keep_the_rules_of_the_standard(dalfsen, regels):
    assert [] == [fout for naam, xml in dalfsen.items() for fout in toets(lees_xml(xml, naam), naam, regels)]


def test_a_title_cannot_become_markup():
    naam = 'Een <b> & "proef" ]]>'
    xml = mdto_van(dossier=DOSSIER.replace("onderwerp: Een proef", f"onderwerp: '{naam}'"))["nota.mdto.xml"]

    assert waarden(xml, "informatieobject", "naam")[0].endswith(naam)


@pytest.mark.parametrize("kopie", ["geheim", "intern"])
def test_a_secret_paper_says_on_what_ground_an_internal_copy_of_it_too(kopie):
    geheim = (
        "openbaarheid: geheim\n    geheimhouding: {opgelegd_door: het college, datum: 2025-01-07, "
        "belang: 'Woo, artikel 5.1, tweede lid, onder b'}"
    )
    gelezen, stukken = maak(dossier=DOSSIER.replace("openbaarheid: openbaar", geheim))
    boom = replace(stukken["nota"], meta=replace(stukken["nota"].meta, openbaarheid=kopie))
    xml = mdto(gelezen.dossier, {"nota": boom}, PAPIER, gelezen.recht.metadata)["nota.mdto.xml"]

    assert ["Overig"] == waarden(xml, "informatieobject", "beperkingGebruik", "beperkingGebruikType", "begripLabel")
    zin = (
        "Geheimhouding (Gemeentewet, artikel 87). Opgelegd door het college op 2025-01-07. "
        "Belang: Woo, artikel 5.1, tweede lid, onder b."
    )
    assert [zin] == waarden(xml, "informatieobject", "beperkingGebruik", "beperkingGebruikNadereBeschrijving")


def test_a_variant_is_reckoning_and_no_record():
    gelezen, stukken = maak()
    variant = {f"inhoud/{NAAM}/varianten/minder.yaml": b"titel: minder\nfeiten: {cijfers.zuid: 40}\n"}
    dossier = keten.lees({**bestanden(), **variant}, read_meegeleverd(""), NAAM, variant="minder").dossier

    assert {} == mdto(dossier, stukken, PAPIER, gelezen.recht.metadata)
    assert {} == diwoo(dossier, stukken, gelezen.recht.metadata)


def test_an_internal_copy_is_another_object_in_another_format():
    gelezen, stukken = maak()
    intern = {naam: replace(boom, meta=replace(boom.meta, openbaarheid="intern")) for naam, boom in stukken.items()}
    gemaakt = mdto(gelezen.dossier, intern, PAPIER, gelezen.recht.metadata)

    beperking = waarden(
        gemaakt["nota.mdto.xml"], "informatieobject", "beperkingGebruik", "beperkingGebruikNadereBeschrijving"
    )
    assert ["Interne versie, niet voor publicatie."] == beperking
    pdf = gemaakt["nota.pdf.bestand.mdto.xml"]
    assert ["fmt/479"] == waarden(pdf, "bestand", "bestandsformaat", "begripCode")
    assert [f"{NAAM}/nota/0.1/intern/pdf"] == waarden(pdf, "bestand", "identificatie", "identificatieKenmerk")
    assert {} == diwoo(gelezen.dossier, intern, gelezen.recht.metadata)


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


# --- raadwerk metadata ------------------------------------------------------------------------------------------

EVENT = (
    "<event><eventType><begripLabel>Besluit</begripLabel><begripBegrippenlijst><verwijzingNaam>"
    "Begrippenlijst EventTypeLijst MDTO</verwijzingNaam></begripBegrippenlijst></eventType></event>"
)
# Each line: where in the description, what stands there instead, and what is said of it.
FOUT = [
    ("nota.mdto.xml", "<taal>nl</taal>", "<taal>n l</taal>", "‘taal’ is ‘n l’"),
    ("nota.mdto.xml", "<taal>nl</taal>", "<taal>nl</taal><naam>x</naam>", "‘naam’ staat na ‘taal’"),
    ("nota.mdto.xml", "<taal>nl</taal>", "<taal>nl</taal><naam>x</naam>", "staat ‘naam’ 2 keer"),
    ("nota.mdto.xml", "<naam>", "<titel>a</titel><naam>", "het element ‘titel’ hoort hier niet"),
    ("nota.mdto.xml", ">Nader te bepalen<", ">Vernietigen<", "‘waardering’ is ‘Vernietigen’"),
    ("nota.mdto.xml", ">N<", ">B<", "‘waardering’ is ‘Nader te bepalen’ met code ‘B’"),
    ("nota.mdto.xml", "Begrippenlijst Waarderingen MDTO", "Eigen lijst", "die lijst is gesloten"),
    ("nota.mdto.xml", "<identificatieBron>Raadwerk</identificatieBron>", "", "ontbreekt ‘identificatieBron’"),
    ("nota.mdto.xml", "<aggregatieniveau>", "<aggregatieniveau>los", "in ‘aggregatieniveau’ staat losse tekst"),
    ("nota.mdto.xml", "<waardering>", f"{EVENT}<waardering>", "‘eventType’ is ‘Besluit’"),
    ("nota.pdf.bestand.mdto.xml", "T00:00:00", "", "een tijdstip als 2025-01-13T00:00:00"),
    ("nota.pdf.bestand.mdto.xml", "<omvang>", "<omvang>-", "‘omvang’ is ‘-5’"),
    ("nota.pdf.bestand.mdto.xml", "<naam>nota.pdf</naam>", "<naam> </naam>", "‘naam’ is leeg"),
    ("nota.pdf.bestand.mdto.xml", "fmt/476", "<b>fmt/476</b>", "in ‘begripCode’ staan elementen"),
    ("nota.pdf.bestand.mdto.xml", 'mdto" ', 'iets" ', "dit bestand begint met ‘MDTO’"),
    ("nota.pdf.bestand.mdto.xml", "bestand>", "bestandje>", "hier staat bestandje"),
]
SCHEMA = b"""<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns="https://www.nationaalarchief.nl/mdto"
  targetNamespace="https://www.nationaalarchief.nl/mdto" elementFormDefault="qualified">
<xsd:element name="MDTO"><xsd:complexType><xsd:sequence><xsd:element name="bestand"><xsd:complexType><xsd:sequence>
  <xsd:element name="identificatie"/><xsd:element name="naam" type="kort"/><xsd:element name="omvang" type="xsd:byte"/>
  <xsd:any processContents="skip" maxOccurs="unbounded"/>
</xsd:sequence></xsd:complexType></xsd:element></xsd:sequence></xsd:complexType></xsd:element>
<xsd:simpleType name="kort"><xsd:restriction base="xsd:string"><xsd:pattern value=".{1,9}"/></xsd:restriction>
</xsd:simpleType></xsd:schema>
"""


@pytest.fixture(scope="module")
def beschrijvingen():
    return mdto_van()


@pytest.fixture(scope="module")
def regels():
    return load_mdto(read_meegeleverd("inhoud/recht/mdto.yaml"))


def test_what_is_written_keeps_the_rules_of_the_standard(beschrijvingen, regels):
    volledig = OPENBAAR + "archief: {proefnota: {waardering: tijdelijk te bewaren, bewaartermijn: 6 maanden}}\n"
    for naam, xml in {
        **mdto_van(gemeente=volledig),
        **{f"2 {naam}": xml for naam, xml in beschrijvingen.items()},
    }.items():
        assert [] == toets(lees_xml(xml, naam), naam, regels)


@pytest.mark.parametrize(("naam", "oud", "nieuw", "melding"), FOUT, ids=[geval[3] for geval in FOUT])
def test_what_breaks_a_rule_is_said_with_its_line(beschrijvingen, regels, naam, oud, nieuw, melding):
    xml = beschrijvingen[naam].decode()
    assert oud in xml
    fouten = toets(lees_xml(xml.replace(oud, nieuw).encode(), naam), naam, regels)

    assert melding in "\n".join(map(str, fouten))
    assert all(fout.plaats.bestand == naam and fout.plaats.regel for fout in fouten)


@pytest.mark.parametrize("xml", [b"", b"<a>", b"\xff\xfe\x00", b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'])
def test_what_is_no_xml_is_a_sentence(xml):
    with pytest.raises(InvoerError, match=r"kapot.xml.*: dit (is geen goede XML|bestand heeft een DOCTYPE)"):
        lees_xml(xml, "kapot.xml")


def test_a_schema_of_the_user_is_kept_to_with_its_faults_in_dutch(beschrijvingen):
    schema = lees_schema(SCHEMA, "eigen.xsd")

    def zeg(naam, oud="", nieuw=""):
        boom = lees_xml(beschrijvingen[naam].decode().replace(oud, nieuw).encode(), naam)
        return "\n".join(map(str, toets_schema(boom, naam, schema)))

    pdf = "nota.pdf.bestand.mdto.xml"
    assert "" == zeg(pdf)
    assert f"{pdf}:9: volgens het schema: ‘omvang’ is ‘veel’\n  verwacht: een waarde van het type xs:byte" == zeg(
        pdf, "<omvang>5", "<omvang>veel"
    )
    assert "‘naam’ is ‘een-veel-te-lange-naam’" in zeg(pdf, ">nota.pdf<", ">een-veel-te-lange-naam<")
    assert "‘omvang’ hoort hier niet\n  verwacht: naam" in zeg(pdf, "<naam>nota.pdf</naam>", "")
    assert "‘informatieobject’ hoort hier niet\n  verwacht: bestand" in zeg("nota.mdto.xml")


@pytest.mark.parametrize(
    ("xsd", "zin"),
    [
        (b"", "geen goede XML"),
        (b"<a/>", "geen XML-schema"),
        (SCHEMA.replace(b'type="kort"', b'type="weg"'), "geen XML-schema"),
    ],
)
def test_what_is_no_schema_is_a_sentence(xsd, zin):
    with pytest.raises(InvoerError, match=f"kapot.xsd.*: dit is {zin}"):
        lees_schema(xsd, "kapot.xsd")


@pytest.fixture
def werkmap(tmp_path, monkeypatch, capsys):
    """The little dossier with its papers as web pages, and a way to run raadwerk there: (exit code, what it said)."""
    write_bestanden(tmp_path, bestanden())
    monkeypatch.chdir(tmp_path)

    def run(*argumenten):
        code = voer_uit(list(argumenten))
        gezegd = capsys.readouterr()
        return code, gezegd.out + gezegd.err

    run.uitvoer = tmp_path / "uitvoer" / NAAM
    return run


def test_the_command_tests_what_lies_there(werkmap, tmp_path):
    assert (2, True) == ((uit := werkmap("metadata"))[0], "raadwerk bouw proef" in uit[1])
    werkmap("bouw", "--formaat", "html")
    assert (0, f"{NAAM}: 2 beschrijvingen getoetst, geen fouten\n") == werkmap("metadata")

    (tmp_path / "eigen.xsd").write_bytes(SCHEMA)
    code, gezegd = werkmap("metadata", "--xsd", "eigen.xsd")
    assert 1 == code
    assert f"uitvoer/{NAAM}/nota.mdto.xml:3: volgens het schema: ‘informatieobject’ hoort hier niet" in gezegd


def test_a_paper_that_changed_no_longer_has_its_checksum(werkmap):
    werkmap("bouw", "--formaat", "html")
    nota = werkmap.uitvoer / "nota.html"
    nota.write_bytes(nota.read_bytes().replace(b"<html", b"<HTML", 1))

    code, gezegd = werkmap("metadata")
    assert (1, True) == (code, "nota.html is anders volgens zijn controlegetal (SHA-256)" in gezegd)
    [fout] = json.loads(werkmap("metadata", "--json")[1])[NAAM]
    assert (f"uitvoer/{NAAM}/nota.html.bestand.mdto.xml", 3) == (fout["bestand"], fout["regel"])

    nota.unlink()
    code, gezegd = werkmap("metadata")
    assert (1, True) == (code, "nota.html: dit bestand is er niet" in gezegd)


def test_a_schema_that_is_not_there_is_a_sentence(werkmap):
    werkmap("bouw", "--formaat", "html")
    code, gezegd = werkmap("metadata", "--xsd", "weg.xsd")

    assert 2 == code
    assert "weg.xsd: dit bestand is er niet, of het is niet te lezen" in gezegd
    assert "raad: kijk de naam na, of neem het schema van MDTO: nationaalarchief.nl" in gezegd
    assert "raadwerk bouw" not in gezegd


def test_rules_of_the_standard_that_cannot_be_read_are_a_sentence():
    goed = read_meegeleverd("inhoud/recht/mdto.yaml")["inhoud/recht/mdto.yaml"].decode()
    for oud, nieuw, zin in (
        ("keer: 1..n", "keer: vaak", "‘keer’ is vaak"),
        ("soort: taal", "soort: tale", "‘tale’ bestaat niet"),
        ("patroon: '\\d+'", "patroon: '('", "een reguliere expressie"),
        ("wortel:", "wortels:", "niet de vorm van MDTO-regels"),
        ("gesloten: ja", "gesloten: soms", "‘gesloten’ is soms"),
    ):
        assert oud in goed
        with pytest.raises(InvoerError, match=re.escape(zin)):
            load_mdto({"inhoud/recht/mdto.yaml": goed.replace(oud, nieuw, 1).encode()})
    with pytest.raises(InvoerError, match="ontbreekt"):
        load_mdto({})
