"""The agreement through the front door: Dalfsen's as a lawyer reads it, an empty one, and every variant of a clause."""

import io
import os
import re
from pathlib import Path

import pytest
import yaml
from openxml_audit import OpenXmlValidator
from pypdf import PdfReader
from voorbeelden import BESTANDEN, NAAM, bestanden

from generator import keten
from generator.bevindingen import Ernst
from generator.document.nodes import Artikel, Kop, Ondertekening
from generator.document.walk import cijfers, plain_text, walk_blocks
from generator.errors import InvoerError, SjabloonError
from generator.feiten import overeenkomst as records
from generator.feiten.keuzes import Keuze
from generator.inhoud.schijf import read_bestanden
from generator.meegeleverd import read_meegeleverd

WORTEL = Path(__file__).parents[1]
GOUDEN = Path(__file__).parent / "golden" / "bestuursovereenkomst.txt"
VERNIEUW = os.environ.get("RAADWERK_VERNIEUW") == "1"
ARTIKELEN = [
    "Begrippen", "Doel en aard van de opvang", "Aantal en doelgroep", "Looptijd", "Locatie, eigendom en gebruik",
    "Omgevingsvergunning", "Realisatie en planning", "Beheer, bemensing en beveiliging",
    "Veiligheid en openbare orde", "Omwonenden", "Onderwijs", "Gezondheidszorg", "Activiteiten en meedoen",
    "Vergoedingen", "Evaluatie en informatie", "Verlenging", "Opzegging", "Gewijzigde omstandigheden", "Voorwaarden",
    "Nakoming en geschillen", "Ontmanteling en oplevering", "Persoonsgegevens, openbaarheid en communicatie",
    "Slotbepalingen",
]  # fmt: skip
TEKSTEN = ("doel", "veiligheid", "omwonenden")


class ZonderVerwijzing(yaml.SafeDumper):
    """Writes what is the same twice."""

    def ignore_aliases(self, data):
        return True


@pytest.fixture(scope="module")
def uitslag():
    gelezen = keten.lees(read_bestanden(WORTEL, "dalfsen"), read_meegeleverd(""), "dalfsen")
    return keten.controleer(gelezen, keten.maak_bomen(gelezen, ["bestuursovereenkomst"]))


@pytest.fixture(scope="module")
def dalfsen(uitslag):
    return uitslag.stukken["bestuursovereenkomst"]


@pytest.fixture(scope="module")
def geschreven(uitslag, dalfsen):
    return keten.schrijf(dalfsen, keten.lees_huisstijl(uitslag.gelezen.sjablonen), ("docx", "pdf", "md"))


def lees(status="concept", toetsdatum="2025-01-13", **overeenkomst):
    """The papers of the little dossier, whose only paper is an agreement in which only `overeenkomst` is known."""
    feiten = {"bron": {"stuk": "nota"}, "locaties": {"een": {}}} | overeenkomst
    anders = {f"teksten/overeenkomst-{naam}.md": "Een eigen zin.\n" for naam in TEKSTEN}
    anders["dossier"] = (
        BESTANDEN["dossier.yaml"]
        .replace("soort: proefnota", "soort: bestuursovereenkomst")
        .replace("status: concept", f"status: {status}")
        .replace("toetsdatum: 2025-01-13", f"toetsdatum: {toetsdatum}")
        .replace("portefeuillehouder: {open: naam en functie}", "portefeuillehouder: A. Voorbeeld, wethouder")
    )
    anders["overeenkomst"] = yaml.dump(feiten, Dumper=ZonderVerwijzing, allow_unicode=True)
    anders["begrippen"] = "coa: {afkorting: COA, voluit: Centraal Orgaan opvang asielzoekers}\n"
    gelezen = keten.lees(bestanden(**anders), read_meegeleverd(""), NAAM)
    return keten.maak_bomen(gelezen), gelezen


def ontwerp(**overeenkomst):
    """The agreement in which only `overeenkomst` is known."""
    return lees(**overeenkomst)[0]["nota"]


def woorden(deel):
    """All words of a part on one line, spaces that hold together as ordinary ones."""
    return re.sub(r"\s+", " ", plain_text(deel))


def artikelen(boom):
    return [blok for blok in walk_blocks(boom) if isinstance(blok, Artikel)]


def artikel(boom, label):
    (gevonden,) = [blok for blok in artikelen(boom) if blok.label == label]
    return woorden(gevonden)


# --- Dalfsen --------------------------------------------------------------------------------------


def test_the_agreement_has_its_twenty_three_articles_in_order(dalfsen):
    assert list(enumerate(ARTIKELEN, 1)) == [(deel.nummer, woorden(deel.titel)) for deel in artikelen(dalfsen)]


def test_the_agreement_of_dalfsen_has_no_faults(uitslag):
    assert [] == [bevinding for bevinding in uitslag.bevindingen if bevinding.ernst is Ernst.FOUT]


@pytest.mark.parametrize("code", ["TL-GETAL", "TL-WOORD", "TL-AFKORTING", "OV-WOORD", "OV-3B", "VW-LETTER"])
def test_the_agreement_of_dalfsen_says_nothing_a_lawyer_would_strike(uitslag, code):
    assert [] == [bevinding for bevinding in uitslag.bevindingen if bevinding.code == code]


def test_the_parties_are_legal_persons_each_with_the_ground_of_who_signs(dalfsen):
    tekst = woorden(dalfsen.blocks[:6])

    assert "artikel 171, eerste lid, van de Gemeentewet vertegenwoordigd" in tekst
    assert "op grond van artikel 13 van de Wet COA" in tekst
    assert "gemandateerd" not in tekst
    assert "gemeentebestuur" not in tekst


def test_places_and_residents_are_two_figures(dalfsen):
    assert (
        "Op de locatie zijn ten hoogste 190 capaciteitsplaatsen, en de bezetting is ten hoogste "
        "[nog in te vullen: hoogste aantal bewoners] bewoners."
    ) in artikel(dalfsen, "aantal")


def test_ninety_per_cent_and_a_fifth_follow_from_the_places(dalfsen):
    assert "Permanent te bezetten zijn er 171; het aantal woonruimten is 38." in artikel(dalfsen, "vergoedingen")


@pytest.mark.parametrize(("plaatsen", "permanent", "woonruimten"), [("168", "151,2", "33,6"), ("142", "127,8", "28,4")])
def test_another_capacity_in_one_place_changes_every_figure_that_follows_from_it(plaatsen, permanent, woonruimten):
    stel = {"cijfers.capaciteit_regulier": plaatsen}
    gelezen = keten.lees(read_bestanden(WORTEL, "dalfsen"), read_meegeleverd(""), "dalfsen", stel=stel)
    boom = keten.maak_bomen(gelezen, ["bestuursovereenkomst"])["bestuursovereenkomst"]

    assert f"ten hoogste {plaatsen} capaciteitsplaatsen" in artikel(boom, "aantal")
    assert f"zijn er {permanent}; het aantal woonruimten is {woonruimten}." in artikel(boom, "vergoedingen")


def test_the_place_opens_when_the_permit_is_in_force(dalfsen):
    assert "Het COA opent de locatie niet voordat de omgevingsvergunning in werking is" in artikel(
        dalfsen, "vergunning"
    )


def test_the_council_is_heard_and_does_not_consent(dalfsen):
    assert "voorgelegd, voor wensen en bedenkingen in de vergadering van" in woorden(dalfsen.blocks)
    assert "hangt niet af van instemming van de raad" in artikel(dalfsen, "voorwaarden")


def test_references_between_articles_are_by_label(dalfsen):
    assert "bedoeld in artikel 21" in artikel(dalfsen, "looptijd")
    assert "het overleg van artikel 18" in artikel(dalfsen, "opzegging")
    assert "bedoeld in artikel 6, eerste lid" in artikel(dalfsen, "begrippen")


def test_what_nobody_knows_yet_stays_open_in_sight_and_keeps_it_a_concept(dalfsen):
    open_plaatsen = {cijfer.pad for cijfer in cijfers(dalfsen) if cijfer.open}

    assert {
        "overeenkomst.besluitvorming.raad", "overeenkomst.locaties.voorkeurslocatie.adres",
        "overeenkomst.opvang.telmoment", "overeenkomst.opzegging.termijn_gemeente",
    } <= open_plaatsen  # fmt: skip
    assert dalfsen.meta.concept


def test_both_parties_sign_and_the_version_stands_at_the_foot_of_every_page(dalfsen):
    (kop,) = [blok for blok in dalfsen.blocks if isinstance(blok, Kop)]
    (tekenen,) = [blok for blok in dalfsen.blocks if isinstance(blok, Ondertekening)]

    assert "Bestuursovereenkomst" == kop.documentsoort
    assert ["voor het COA, voorzitter van het bestuur", "voor de gemeente, burgemeester"] == [
        wie.functie for wie in tekenen.ondertekenaars
    ]
    assert "versie 0.1" in dalfsen.meta.kenmerk


def test_the_signatures_stand_on_the_last_page_with_the_end_of_the_agreement(geschreven):
    paginas = [pagina.extract_text() for pagina in PdfReader(io.BytesIO(geschreven["pdf"])).pages]

    assert len(paginas) <= 7
    assert "Slotbepalingen" in paginas[-1]
    assert "voor de gemeente, burgemeester" in paginas[-1]


def test_the_word_file_has_nothing_an_audit_reports(geschreven, tmp_path):
    (tmp_path / "overeenkomst.docx").write_bytes(geschreven["docx"])

    assert [] == [str(fout) for fout in OpenXmlValidator().validate(tmp_path / "overeenkomst.docx").errors]


def test_the_agreement_is_the_one_that_was_looked_at(geschreven):
    tekst = geschreven["md"]
    if VERNIEUW:
        GOUDEN.write_bytes(tekst)
    assert GOUDEN.read_text(encoding="utf-8") == tekst.decode(), "is dit bedoeld, draai dan RAADWERK_VERNIEUW=1 pytest"


# --- an agreement of which nothing is known ---------------------------------------------------------


def test_an_agreement_of_which_nothing_is_known_shows_in_each_article_what_is_missing():
    boom = ontwerp()
    zonder_feiten = {"onderwijs", "openbaarheid"}

    assert ARTIKELEN == [woorden(deel.titel) for deel in artikelen(boom)]
    assert zonder_feiten == {deel.label for deel in artikelen(boom) if "[nog in te vullen: " not in woorden(deel)}


def test_an_agreement_of_which_nothing_is_known_prints_all_it_cannot_go_without():
    bomen, gelezen = lees()
    gedrukt = {cijfer.pad for cijfer in cijfers(bomen["nota"]) if cijfer.open}
    # These belong to a choice that has to be made first, or are computed with and not printed.
    pas_later = {"looptijd.startdatum", "opzegging.termijn_coa", "opzegging.termijn_gemeente"}
    pas_later |= {f"besluitvorming.{naam}" for naam in ("raadsversie", "raad", "raad_uitkomst")}

    assert {f"overeenkomst.{pad}" for pad in pas_later} == {
        pad for pad, feit in gelezen.dossier.feiten.items() if pad.startswith("overeenkomst.") and feit.is_open
    } - gedrukt


def test_an_agreement_says_what_it_needs_when_its_facts_are_missing():
    dossier = BESTANDEN["dossier.yaml"].replace("soort: proefnota", "soort: bestuursovereenkomst")
    gelezen = keten.lees(bestanden(dossier=dossier), read_meegeleverd(""), NAAM)

    with pytest.raises(SjabloonError, match="overeenkomst"):
        keten.maak_bomen(gelezen)


def test_a_complete_agreement_is_no_concept_and_no_rule_has_anything_to_say_of_it():
    volledig = yaml.safe_load((WORTEL / "tests/gevallen/volledige_overeenkomst.yaml").read_text(encoding="utf-8"))
    bomen, gelezen = lees("ondertekend", "2025-03-18", **volledig)
    uitslag = keten.controleer(gelezen, bomen)

    assert [] == [cijfer.pad for cijfer in cijfers(bomen["nota"]) if cijfer.open]
    soorten = {"OV", "DR", "DT", "TL", "VW"}
    assert [] == [bevinding for bevinding in uitslag.bevindingen if bevinding.code[:2] in soorten]
    assert not uitslag.stukken["nota"].meta.concept


@pytest.mark.parametrize(
    ("overeenkomst", "zin"),
    [
        ({"looptijd": {"duur": "7 uur", "startdatum": "2025-08-18"}}, "overeenkomst.yaml:.*‘7 uur’ is geen termijn"),
        ({"looptijd": {"duur": "99999 jaar", "startdatum": "2025-08-18"}}, "overeenkomst.yaml:.*buiten elke kalender"),
        ({"opzegging": {"recht": "beide partij"}}, "bedoelde u ‘beide partijen’"),
        ({"opzegging": "beide partijen"}, "hier horen namen met waarden te staan"),
        ({"opzeging": {"recht": "beide partijen"}}, "bedoelde u ‘opzegging’"),
        ({"locaties": {"een": "Dorpsstraat 1"}}, "hier horen namen met waarden te staan"),
    ],
)
def test_what_cannot_be_read_is_a_sentence_with_its_place(overeenkomst, zin):
    with pytest.raises(InvoerError, match=re.compile(zin, re.DOTALL)):
        lees(**overeenkomst)


def test_a_month_where_a_day_is_needed_computes_nothing():
    bomen, gelezen = lees(looptijd={"duur": "7 jaar", "startdatum": "2025-08"})

    assert gelezen.termijnen["einde_overeenkomst"]["laatste_dag"].is_open
    assert "[nog in te vullen" in artikel(bomen["nota"], "looptijd")


# --- variants ---------------------------------------------------------------------------------------

VARIANTEN = [
    ("doel", {"opvang": {"exploitant": "gemeente"}}, "op grond van artikel 3b van de Wet COA"),
    ("doel", {"opvang": {"exploitant": "COA"}}, "Het COA exploiteert de opvang, voor eigen rekening"),
    ("doel", {"opvang": {"duur": "tijdelijk"}}, "De opvang is tijdelijk."),
    ("begrippen", {"opvang": {"telwijze": "overnachtende bewoners"}}, "die op het telmoment op de locatie overnacht"),
    ("begrippen", {"begrippen": {"a": {"voluit": "primair", "betekenis": "eerst"}}}, "primair: eerst."),
    ("aantal", {"opvang": {"overschrijding": "niet"}}, "Partijen overschrijden een maximum niet."),
    ("aantal", {"opvang": {"uitgesloten": "overlastgevers"}}, "Niet geplaatst worden overlastgevers."),
    ("aantal", {"locaties": {"een": {"amv": 16}}}, "zijn er 16 voor alleenstaande minderjarige vreemdelingen"),
    ("looptijd", {"looptijd": {"start": "ondertekening"}}, "begint op de dag waarop de laatste partij ondertekent."),
    ("looptijd", {"looptijd": {"start": "vergunning in werking"}}, "de omgevingsvergunning in werking treedt."),
    (
        "looptijd",
        {"looptijd": {"duur": "7 jaar", "startdatum": "2025-08-18"}},
        "begint op 18 augustus 2025 en eindigt op 17 augustus 2032.",
    ),
    ("looptijd", {"ontmanteling": {"binnen_looptijd": "nee"}}, "volgt daarop; deze overeenkomst blijft daarvoor"),
    ("locatie", {"locaties": {"een": {"titel": "huur"}}}, "staan in een afzonderlijke huurovereenkomst."),
    ("locatie", {"locaties": {"een": {"titel": "koop"}}}, "staan in een afzonderlijke koopovereenkomst."),
    ("locatie", {"locaties": {"een": {"titel": "recht van opstal"}}}, "staan in een notariële akte van opstal."),
    ("vergunning", {"vergunning": {"moment": "onherroepelijk"}}, "voordat de omgevingsvergunning onherroepelijk is."),
    ("vergunning", {"vergunning": {"bindend_advies": "ja"}}, "De raad brengt bindend advies uit"),
    ("vergunning", {"vergunning": {"aanvrager": "COA", "leges": "gemeente"}}, "de leges zijn voor rekening van de"),
    ("realisatie", {"realisatie": {"risico": "COA"}}, "De kosten van vertraging zijn voor het COA."),
    ("realisatie", {"realisatie": {"risico": "gemeente"}}, "De kosten van vertraging zijn voor de gemeente."),
    ("beheer", {"beheer": {"bemensing_dag_en_nacht": "ja"}}, "De exploitant zorgt dat op de locatie dag en nacht"),
    ("beheer", {"beheer": {"bemensing_dag_en_nacht": "nee"}}, "dat is niet de hele dag en nacht."),
    ("beheer", {"beheer": {"permanente_beveiliging": "nee"}}, "Er is geen permanente beveiliging."),
    (
        "vergoedingen",
        {
            "vergoedingen": {
                "bedragen": {
                    "a": {
                        "omschrijving": "leges",
                        "bedrag": {"waarde": "€ 12.500", "peildatum": "2025-01-01"},
                        "betaler": "COA",
                    }
                }
            }
        },
        "Leges: € 12.500 (prijspeil 1 januari 2025), te betalen door het COA.",
    ),
    (
        "looptijd",
        {"ontmanteling": {"binnen_looptijd": "ja", "door": "gemeente"}},
        "zoveel eerder elders dat het ontmantelen op de laatste dag van de looptijd klaar is.",
    ),
    (
        "vergoedingen",
        {"opvang": {"exploitant": "gemeente"}},
        "[nog in te vullen: of partijen dat besluit toepassen als de gemeente exploiteert]. Wat hierna over dat",
    ),
    (
        "vergoedingen",
        {"opvang": {"exploitant": "gemeente"}, "vergoedingen": {"faciliteitenbesluit": "ja"}},
        "Partijen passen het Faciliteitenbesluit toe, ook nu het college de opvang exploiteert.",
    ),
    (
        "vergoedingen",
        {"opvang": {"exploitant": "gemeente"}, "vergoedingen": {"faciliteitenbesluit": "nee"}},
        "Partijen passen het Faciliteitenbesluit niet toe. Wat het COA de gemeente voor de exploitatie betaalt",
    ),
    ("openbaarheid", {}, "ook zolang de plicht om convenanten te publiceren nog niet geldt"),
    ("opzegging", {"opzegging": {"recht": "geen van beide"}}, "Geen van partijen kan deze overeenkomst tussentijds"),
    ("opzegging", {"opzegging": {"recht": "alleen het COA", "termijn_coa": "6 maanden"}}, "termijn is zes maanden."),
    ("opzegging", {"opzegging": {"recht": "alleen de gemeente"}}, "De gemeente kan deze overeenkomst schriftelijk"),
    ("voorwaarden", {"voorbehoud": {"raad": "ja"}}, "niet voordat de raad van de gemeente ermee heeft ingestemd."),
    ("voorwaarden", {"voorbehoud": {"raad": "ja", "raad_vervalt_op": "2025-06-30"}}, "vervalt op 30 juni 2025;"),
    ("geschillen", {"geschillen": {"boete": "ja"}}, "van artikel 3 of artikel 6, vijfde lid, staat een boete."),
]  # fmt: skip


@pytest.mark.parametrize(("label", "overeenkomst", "zin"), VARIANTEN, ids=[zin for _, _, zin in VARIANTEN])
def test_a_choice_in_the_facts_is_a_variant_of_its_article(label, overeenkomst, zin):
    assert zin in artikel(ontwerp(**overeenkomst), label)


@pytest.mark.parametrize("toetsdatum", ["2025-01-27", "2025-01-28", "2025-02-24", "2025-04-01"])
def test_the_agreement_that_the_council_gets_says_word_for_word_what_is_signed_later(toetsdatum):
    gang = {"wensen_en_bedenkingen": "ja", "voornemen": "2025-01-28", "raad": "2025-02-24", "college": "2025-03-11"}
    tekst = woorden(lees(toetsdatum=toetsdatum, besluitvorming=gang)[0]["nota"])

    assert "aan de raad voorgelegd, voor wensen en bedenkingen in de vergadering van 24 februari 2025 (" in tekst
    assert "Het voorgenomen besluit van het college is van 28 januari 2025, zijn besluit om de overeenkomst" in tekst


GANG = {"ondertekening_coa": "2025-03-18", "ondertekeningsplaats_coa": "Rijswijk"}


@pytest.mark.parametrize(
    ("status", "coa", "gemeente", "open_"),
    [
        ("concept", "op [nog in te vullen: dag van ondertekening] te [nog", "op [nog in te vullen: dag", 4),
        ("vastgesteld", "op …………………… te …………………….", "op …………………… te …………………….", 0),
    ],
)
def test_the_copy_to_sign_has_lines_to_write_day_and_place_on(status, coa, gemeente, open_):
    bomen, _ = lees(status)
    (blok,) = [blok for blok in walk_blocks(bomen["nota"]) if isinstance(blok, Ondertekening)]

    assert f"Voor het COA ondertekend {coa}" in woorden(blok)
    assert f"Voor de gemeente ondertekend {gemeente}" in woorden(blok)
    assert open_ == sum(1 for cijfer in cijfers(blok.namens) if cijfer.open)


def test_what_is_known_of_signing_stands_in_the_copy_to_sign():
    assert "Voor het COA ondertekend op 18 maart 2025 te Rijswijk. Voor de gemeente ondertekend op ………" in woorden(
        lees("vastgesteld", besluitvorming=GANG)[0]["nota"]
    )


def test_another_version_than_the_council_saw_holds_back_the_agreement_alone():
    """A raadsbesluit that was taken stays what it is, whatever becomes of the agreement after it."""
    gelezen = keten.lees(
        read_bestanden(WORTEL, "dalfsen"), read_meegeleverd(""), "dalfsen",
        stel={"overeenkomst.besluitvorming.raadsversie": "0.0"},
    )  # fmt: skip
    bevindingen = keten.controleer(gelezen, keten.maak_bomen(gelezen)).bevindingen

    (over,) = [bevinding for bevinding in bevindingen if bevinding.code == "OV-VERSIE"]
    assert Ernst.OORDEEL == over.ernst
    assert ("bestuursovereenkomst",) == over.stukken


@pytest.mark.parametrize(("status", "heeft"), [("concept", True), ("vastgesteld", True), ("ondertekend", False)])
def test_a_signed_agreement_is_of_the_day_of_signing_and_of_no_other(status, heeft):
    kop = lees(status)[0]["nota"].blocks[0]

    assert heeft == ("stand op 13 januari 2025" in woorden(kop))
    assert f"{status}, versie 0.1" in woorden(kop)


def test_who_signs_with_a_power_of_attorney_names_its_date():
    boom = ontwerp(
        gemeente={"grondslag": "volmacht", "volmacht": "2025-03-01"},
        coa={"grondslag": "volmacht", "volmacht": "2025-03-02"},
    )
    tekst = woorden(boom.blocks[:6])

    assert "artikel 171, tweede lid, en de opdracht van 1 maart 2025 van de Gemeentewet" not in tekst
    assert "tweede lid, van de Gemeentewet en de opdracht van 1 maart 2025" in tekst
    assert "op grond van de volmacht van 2 maart 2025" in tekst


def test_two_places_have_each_their_own_figures_and_share_one_agreement():
    boom = ontwerp(
        locaties={
            "noord": {"adres": "Noordweg", "plaatsen": 95, "bewoners": 90, "amv": 0},
            "zuid": {"adres": "Zuidweg", "plaatsen": 95, "bewoners": 92, "amv": 4},
        }
    )

    for zin in (
        "Noordweg: 95 capaciteitsplaatsen en een bezetting van 90 bewoners; het COA plaatst daar geen",
        "Zuidweg: 95 capaciteitsplaatsen en een bezetting van 92 bewoners; van de capaciteitsplaatsen zijn er 4",
    ):
        assert zin in artikel(boom, "aantal")
    assert 1 == artikel(boom, "locatie").count("De ene locatie is: ")
    assert 1 == artikel(boom, "locatie").count("De andere locatie is: ")


def test_with_two_places_a_lost_permit_ends_the_agreement_for_its_own_place_only():
    boom = ontwerp(
        locaties={
            "noord": {"adres": "Noordweg", "plaatsen": 95, "bewoners": 90, "amv": 0},
            "zuid": {"adres": "Zuidweg", "plaatsen": 95, "bewoners": 92, "amv": 4},
        },
        opzegging={"recht": "beide partijen"},
    )

    assert "voor een locatie daarna geschorst of vernietigd" in artikel(boom, "vergunning")
    assert "voor een locatie is vervallen of onherroepelijk vernietigd, en dan alleen voor die locatie" in artikel(
        boom, "opzegging"
    )
    assert "de som van de aantallen capaciteitsplaatsen in artikel 3" in artikel(boom, "vergoedingen")


# --- what is explained ------------------------------------------------------------------------------


def test_every_choice_and_what_follows_from_it_is_explained_in_the_docs():
    pagina = (WORTEL / "docs" / "bestuursovereenkomst.md").read_text(encoding="utf-8")
    soorten = [soort for soort in vars(records).values() if isinstance(soort, type) and issubclass(soort, Keuze)]
    rijen = [f"| {keuze} | {gevolg} |" for soort in soorten for keuze, gevolg in soort.KEUZES.items()]

    assert 13 == len(soorten)
    assert [] == [rij for rij in rijen if rij not in pagina]
