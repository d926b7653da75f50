"""What was sent stays what it is: freezing a paper, making it again, and holding a later one against it."""

import json
import re

import pytest
from conftest import WORTEL, lees_map, run_in, write_bestanden
from voorbeelden import BESTANDEN, bestanden

from generator import uitvoer
from generator.cli import voer_uit
from generator.errors import UitvoerError

DOSSIER = BESTANDEN["dossier.yaml"]
VERZONDEN = DOSSIER.replace("status: concept", "status: verzonden").replace('"0.1"', '"1.0"')
TEKST = "In het noorden wonen {{ cijfers.noord }} bewoners.\n"
SJABLOON = BESTANDEN["sjablonen/proefnota.md.j2"] + TEKST
NOTA = "inhoud/proef/bevroren/nota/1.0"


def bewerk_record(plek, oud, nieuw, *, zonder_zegel=False):
    """Edit the record by hand; with `zonder_zegel` it is then one of before there were seals, as Raadwerk wrote it."""
    record = plek / NOTA / "bevroren.json"
    tekst = record.read_text()
    assert oud in tekst
    tekst = tekst.replace(oud, nieuw, 1)
    kaal = {naam: wat for naam, wat in json.loads(tekst).items() if naam != "zegel"}
    record.write_text(json.dumps(kaal) if zonder_zegel else tekst)


def zet_boom(plek, tekst):
    """Lay another tree there, as an earlier version of Raadwerk froze it."""
    boom = plek / NOTA / "boom.json"
    hash_, nieuw = uitvoer.hash_van(boom.read_bytes()), uitvoer.hash_van(tekst.encode())
    record = (plek / NOTA / "bevroren.json").read_text()
    for _ in range(record.count(hash_)):
        bewerk_record(plek, hash_, nieuw, zonder_zegel=True)
    boom.write_text(tekst)


def schrijf(plek, **anders):
    write_bestanden(plek, bestanden(**{"dossier": VERZONDEN, "sjablonen/proefnota.md.j2": SJABLOON} | anders))


@pytest.fixture
def werkmap(tmp_path, monkeypatch):
    """The little dossier, its paper sent and definitive; we stand in it."""
    schrijf(tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture(scope="module")
def _bevroren(tmp_path_factory):
    plek = tmp_path_factory.mktemp("bevroren")
    schrijf(plek)
    return run_in(plek, "bevries", "nota", "--versie", "1.0", "--op", "2025-01-20")


@pytest.fixture
def bevroren(_bevroren, sta_in_kopie):
    """The same with that paper frozen."""
    return sta_in_kopie(_bevroren)


# --- freezing ----------------------------------------------------------------------------------------------


def test_what_is_frozen_is_the_tree_the_facts_the_words_and_the_checksums(werkmap, raadwerk):
    gezegd = raadwerk("bevries", "nota", "--versie", "1.0", "--op", "2025-01-20")

    assert "nota versie 1.0 ligt vast in inhoud/proef/bevroren/nota/1.0/, met als dag 2025-01-20" in gezegd
    bewaard = lees_map(werkmap / NOTA)
    feiten = {f"feiten/{pad}" for pad in bestanden(dossier=VERZONDEN) if "sjablonen/" not in pad}
    assert {"bevroren.json", "boom.json", "nota.md", *feiten} == set(bewaard)
    assert "circa 105" in bewaard["nota.md"].decode().replace("\xa0", " ")
    record = json.loads(bewaard["bevroren.json"])
    assert ("1.0", "2025-01-20", False) == (record["versie"], record["datum"], record["concept"])
    assert "105" == record["feiten"]["cijfers.noord"]
    assert "cijfers.noord" in record["getoond"]
    assert uitvoer.hash_van(bewaard["nota.md"]) == record["bestanden"]["md"]
    assert uitvoer.hash_van(bewaard["boom.json"]) == record["boom"]
    for hash_ in record["bestanden"].values():
        assert hash_ in gezegd


def test_an_agreement_that_changes_after_the_council_saw_it_asks_whether_the_council_speaks_again(werkmap, raadwerk):
    anders = {f"teksten/overeenkomst-{naam}.md": "Een zin.\n" for naam in ("doel", "veiligheid", "omwonenden")}
    anders["dossier"] = VERZONDEN.replace("soort: proefnota", "soort: bestuursovereenkomst")
    anders["begrippen"] = "coa: {afkorting: COA, voluit: Centraal Orgaan opvang asielzoekers}\n"
    overeenkomst = "bron: {stuk: nota}\nlocaties: {noord: {plaatsen: 190}}\nlooptijd: {duur: 7 jaar}\n"
    schrijf(werkmap, **anders, overeenkomst=overeenkomst)
    raadwerk("bevries", "nota", "--versie", "1.0", "--concept")
    vraag = "Moet de raad opnieuw wensen en bedenkingen kunnen geven?"
    assert vraag not in raadwerk("controleer", code=1)

    schrijf(werkmap, **anders, overeenkomst=overeenkomst.replace("7 jaar", "10 jaar"))

    gezegd = " ".join(raadwerk("controleer", code=1).split())
    assert f"te beoordelen door het college OV-OPNIEUW {vraag}" in gezegd
    assert "overeenkomst.looptijd.duur (was 7 jaar, is 10 jaar)" in gezegd


def test_without_a_day_the_toetsdatum_is_the_day_of_freezing(werkmap, raadwerk):
    raadwerk("bevries", "nota", "--versie", "1.0")

    assert "2025-01-13" == json.loads((werkmap / NOTA / "bevroren.json").read_text())["datum"]


def test_a_frozen_version_is_never_overwritten(bevroren, raadwerk):
    eerst = lees_map(bevroren / NOTA)
    schrijf(bevroren, cijfers=BESTANDEN["cijfers.yaml"].replace("105", "110"))

    assert "versie 1.0 van nota ligt al vast, sinds 2025-01-20" in raadwerk(
        "bevries", "nota", "--versie", "1.0", code=2
    )
    assert eerst == lees_map(bevroren / NOTA)


def test_a_folder_that_came_in_between_is_not_overwritten_either(tmp_path):
    (tmp_path / "1.0").mkdir()

    with pytest.raises(UitvoerError, match="dit ligt al vast en wordt nooit overschreven"):
        uitvoer.write_eenmalig(tmp_path / "1.0", {"a": b"a"})

    assert ["1.0"] == [pad.name for pad in tmp_path.iterdir()]


def test_a_full_disk_freezes_nothing_and_leaves_nothing(werkmap, raadwerk, monkeypatch):
    def vol(self, _inhoud):
        raise OSError(28, "No space left on device", str(self))

    monkeypatch.setattr("pathlib.Path.write_bytes", vol)

    assert "de schijf is vol; er is niets geschreven" in raadwerk("bevries", "nota", "--versie", "1.0", code=2)
    assert [] == list((werkmap / NOTA).parent.iterdir())


@pytest.mark.parametrize(
    ("dossier", "tekst", "melding"),
    [
        (VERZONDEN.replace("verzonden", "concept"), TEKST, "de status is ‘concept’"),
        (VERZONDEN, "{{ stuk.portefeuillehouder }}\n", "nog in te vullen: stukken.nota.portefeuillehouder"),
        (VERZONDEN, "Er zijn 168 plaatsen.\n", "raadwerk controleer proef --antwoord"),
    ],
    ids=["status", "open feit", "fout"],
)
def test_what_is_not_definitive_is_refused_with_what_is_in_the_way_unless_as_a_concept(
    werkmap, raadwerk, dossier, tekst, melding
):
    schrijf(werkmap, dossier=dossier, **{"sjablonen/proefnota.md.j2": BESTANDEN["sjablonen/proefnota.md.j2"] + tekst})

    gezegd = raadwerk("bevries", "nota", "--versie", "1.0", code=1)
    assert melding in gezegd
    assert "Voeg dan --concept toe" in gezegd
    assert not (werkmap / NOTA).exists()

    assert "ligt als concept vast" in raadwerk("bevries", "nota", "--versie", "1.0", "--concept")
    assert json.loads((werkmap / NOTA / "bevroren.json").read_text())["concept"] is True


@pytest.mark.parametrize("status", ["Concept", "concpet", "klaar"])
@pytest.mark.parametrize("opdracht", [["bouw"], ["controleer"], ["bevries", "nota", "--versie", "1.0"]])
def test_a_status_that_does_not_exist_is_refused_with_the_list_and_makes_nothing_definitive(
    werkmap, raadwerk, status, opdracht
):
    schrijf(werkmap, dossier=VERZONDEN.replace("verzonden", status))

    gezegd = raadwerk(*opdracht, code=2)
    assert f"dossier.yaml:7:13: ‘{status}’ is geen keuze die hier kan" in gezegd
    assert "‘concept’, ‘college akkoord’, ‘verzonden’, ‘geagendeerd’, ‘behandeld’, ‘geamendeerd’" in gezegd
    assert ("bedoelde u concept?" in gezegd.translate({ord("‘"): None, ord("’"): None})) == (status != "klaar")
    assert not (werkmap / "uitvoer").exists()
    assert not (werkmap / NOTA).exists()


def test_a_status_that_is_not_known_yet_keeps_the_paper_a_concept(werkmap, raadwerk):
    schrijf(werkmap, dossier=VERZONDEN.replace("verzonden", "{open: hoe ver het stuk is}"))

    assert "de status is ‘concept’" in raadwerk("bevries", "nota", "--versie", "1.0", code=1)


def test_a_warning_stands_in_the_way_only_when_asked(werkmap, raadwerk):
    schrijf(
        werkmap, cijfers=f"{BESTANDEN['cijfers.yaml']}extra: {{waarde: 3, bron: {{stuk: nota}}, vraag: klopt dit?}}\n"
    )

    gezegd = raadwerk("bevries", "nota", "--versie", "1.0", "--streng", code=1)
    assert "waarschuwing FT-BEVESTIGEN" in gezegd
    assert "zonder die optie kan het stuk zo worden vastgelegd" in gezegd
    assert "--concept" not in gezegd
    assert "ligt vast" in raadwerk("bevries", "nota", "--versie", "1.0")


def test_a_definitive_paper_is_not_frozen_as_a_concept(werkmap, raadwerk):
    assert "nota is definitief: laat --concept weg" in raadwerk(
        "bevries", "nota", "--versie", "1.0", "--concept", code=2
    )


@pytest.mark.parametrize(
    ("woorden", "zin"),
    [
        (["nota"], "noem de versie die u vastlegt"),
        (["nota", "--versie", "2.0"], "op nota staat versie 1.0, niet 2.0"),
        (["nota", "--versie", "../x"], "‘../x’ is geen versienummer"),
        (["note", "--versie", "1.0"], "het stuk ‘note’ staat niet in dit dossier"),
        (["prof/nota", "--versie", "1.0"], "dit dossier bestaat niet"),
        (["nota", "--versie", "1.0", "--op", "morgen"], "‘morgen’ hangt af van de dag"),
    ],
)
def test_a_slip_of_the_pen_is_a_sentence(werkmap, raadwerk, woorden, zin):
    assert zin in raadwerk("bevries", *woorden, code=2)
    assert not (werkmap / NOTA).exists()


def test_the_list_tells_version_day_and_checksums(bevroren, raadwerk):
    record = json.loads((bevroren / NOTA / "bevroren.json").read_text())

    gezegd = raadwerk("bevries")
    assert "proef: nota versie 1.0, definitief, 2025-01-20" in gezegd
    assert set(record["bestanden"].values()) == set(re.findall(r"[0-9a-f]{64}", gezegd))
    assert record["bestanden"] == json.loads(raadwerk("bevries", "--json"))["proef"][0]["bestanden"]


def test_the_list_tells_what_was_touched_since(bevroren, raadwerk):
    (bevroren / NOTA / "nota.md").write_text("met de hand")

    gezegd = raadwerk("bevries", code=2)

    assert f"{NOTA}/nota.md: dit is niet wat is bevroren" in gezegd


@pytest.mark.parametrize("opdracht", [("bevries",), ("controleer",), ("bouw", "--versie", "1.0")], ids=" ".join)
def test_a_record_that_was_edited_by_hand_is_not_shown_as_the_truth(bevroren, raadwerk, opdracht):
    bewerk_record(bevroren, "2025-01-20", "2025-01-02")

    gezegd = raadwerk(*opdracht, code=2)

    assert f"{NOTA}/bevroren.json: dit is niet wat is bevroren: het bestand is sindsdien gewijzigd" in gezegd
    assert "zet het terug uit git of uit de reservekopie" in gezegd


@pytest.mark.parametrize("lot", ["gewijzigd", "weg"])
def test_who_does_not_need_what_was_frozen_can_go_on_without_it(bevroren, raadwerk, lot):
    if lot == "weg":
        (bevroren / NOTA / "bevroren.json").unlink()
    else:
        bewerk_record(bevroren, "2025-01-20", "2025-01-02")

    assert "cijfers.noord: circa 105" in raadwerk("herkomst", "cijfers.noord").replace("\u00a0", " ")
    assert "Gewijzigd in" in raadwerk("wijzig", "cijfers.noord", "110", "--bron", "brief")
    assert "1 fout" in raadwerk("bouw", "--formaat", "md", code=1)


def test_a_record_of_before_there_were_seals_stays_readable(bevroren, raadwerk):
    bewerk_record(bevroren, "2025-01-20", "2025-01-21", zonder_zegel=True)

    assert "proef: nota versie 1.0, definitief, 2025-01-21" in raadwerk("bevries")


@pytest.mark.parametrize(
    "opdracht", [("bevries",), ("bevries", "nota", "--versie", "1.0"), ("controleer",), ("bouw", "--versie", "1.0")],
    ids=" ".join,
)  # fmt: skip
def test_what_was_frozen_and_lost_its_record_is_a_fault(bevroren, raadwerk, opdracht):
    (bevroren / NOTA / "bevroren.json").unlink()

    gezegd = raadwerk(*opdracht, code=2)

    assert f"{NOTA}/bevroren.json: dit bestand is bevroren, en is er niet meer" in gezegd


def test_of_another_dossier_the_list_is_told_all_the_same(bevroren, capsys):
    write_bestanden(
        bevroren, {pad.replace("/proef/", "/ander/"): wat for pad, wat in bestanden(dossier=VERZONDEN).items()}
    )
    (bevroren / NOTA / "bevroren.json").unlink()

    assert 2 == voer_uit(["bevries"])
    uit, fout = capsys.readouterr()
    assert "ander: er is nog niets bevroren" in uit
    assert NOTA in fout


def test_a_werkmap_in_which_nothing_is_frozen_says_so(werkmap, raadwerk):
    assert "proef: er is nog niets bevroren\n" == raadwerk("bevries")


# --- what lies in uitvoer/ was sent ---------------------------------------------------------------------------


@pytest.fixture
def verzonden(werkmap, raadwerk):
    """The paper as it was sent lies in uitvoer/, and since then a figure has changed."""
    raadwerk("bouw", "--formaat", "html", "--formaat", "md")
    schrijf(werkmap, cijfers=BESTANDEN["cijfers.yaml"].replace("105", "110"))
    return werkmap


def test_another_paper_than_the_one_that_lies_there_is_not_frozen(verzonden, raadwerk):
    gezegd = raadwerk("bevries", "nota", "--versie", "1.0", code=2)

    assert "uitvoer/proef/nota.html: dit is gemaakt uit andere feiten dan die van nu" in gezegd
    assert "is dit verzonden? Voeg --laatste-bouw toe" in gezegd
    assert not (verzonden / NOTA).exists()


def test_what_was_built_last_is_frozen_with_the_facts_of_then(verzonden, raadwerk):
    ligt = lees_map(verzonden / "uitvoer/proef")

    raadwerk("bevries", "nota", "--versie", "1.0", "--laatste-bouw")

    assert b"105" in (verzonden / NOTA / "feiten/inhoud/proef/cijfers.yaml").read_bytes()
    raadwerk("bouw", "--versie", "1.0", "--formaat", "html")
    assert ligt["nota.html"] == (verzonden / "uitvoer/proef-1.0/nota.html").read_bytes()


@pytest.mark.parametrize(
    ("versie", "raad"),
    [("2.0", "raad: leg dat vast met --versie 1.0"), ("1.0", "")],
)
def test_of_what_was_built_last_the_number_counts_that_stands_on_it(verzonden, raadwerk, versie, raad):
    """Who raised the number in dossier.yaml already still freezes what was sent."""
    schrijf(verzonden, dossier=VERZONDEN.replace('versie: "1.0"', 'versie: "2.0"'))

    gezegd = raadwerk("bevries", "nota", "--versie", versie, "--laatste-bouw", code=2 if raad else 0)

    assert raad in gezegd
    if raad:
        assert "uitvoer/proef: wat hier van nota ligt, is gemaakt als versie 1.0, niet 2.0" in gezegd
        assert "voeg dan --laatste-bouw toe" in raadwerk("bevries", "nota", "--versie", "1.0", code=2)


def test_built_anew_the_new_paper_is_frozen(verzonden, raadwerk):
    raadwerk("bouw")

    raadwerk("bevries", "nota", "--versie", "1.0")

    assert "circa\u00a0110 bewoners" in (verzonden / NOTA / "nota.md").read_text("utf-8")


@pytest.mark.parametrize("keuze", [(), ("--laatste-bouw",)])
def test_a_paper_that_was_edited_by_hand_is_not_passed_over(verzonden, raadwerk, keuze):
    pad = verzonden / "uitvoer/proef/nota.md"
    pad.write_text(pad.read_text("utf-8").replace("105", "195"), "utf-8")

    gezegd = raadwerk("bevries", "nota", "--versie", "1.0", *keuze, code=2)

    assert "uitvoer/proef/nota.md: dit bestand is met de hand gewijzigd" in gezegd
    assert not (verzonden / NOTA).exists()


def test_without_a_last_build_there_is_nothing_of_it_to_freeze(werkmap, raadwerk):
    assert "er is nog niets gebouwd" in raadwerk("bevries", "nota", "--versie", "1.0", "--laatste-bouw", code=2)


# --- afterwards --------------------------------------------------------------------------------------------


def test_a_changed_paper_under_the_same_version_is_a_fault_and_under_the_next_it_is_none(bevroren, raadwerk):
    anders = BESTANDEN["cijfers.yaml"].replace("105", "110")
    schrijf(bevroren, cijfers=anders)
    assert "Versie 1.0 van nota ligt vast" in raadwerk("controleer", code=1)

    schrijf(bevroren, cijfers=anders, dossier=VERZONDEN.replace("1.0", "1.1"))
    assert "BV-VERSIE" not in raadwerk("controleer")


def test_a_paper_whose_status_moves_on_is_the_same_paper(bevroren, raadwerk):
    schrijf(bevroren, dossier=VERZONDEN.replace("verzonden", "geagendeerd"))

    assert "BV-VERSIE" not in raadwerk("controleer")


MET_STAND = SJABLOON.replace(
    "- **Zaaknummer**: {{ stuk.zaaknummer }}",
    "- **Zaaknummer**: {{ stuk.zaaknummer }}\n- **Status**: {{ stuk.status }}, versie {{ stuk.versie }}, "
    "stand op {{ toetsdatum }}",
)


@pytest.fixture
def met_stand(werkmap, raadwerk):
    """The paper frozen as a concept, with the day in its head and an open place in its text."""
    assert MET_STAND != SJABLOON
    dossier = VERZONDEN.replace("verzonden", "concept")
    anders = {"sjablonen/proefnota.md.j2": f"{MET_STAND}Wie: {{{{ stuk.portefeuillehouder }}}}.\n"}
    schrijf(werkmap, dossier=dossier, **anders)
    raadwerk("bevries", "nota", "--versie", "1.0", "--concept")

    def wijzig(*paren, **stukken):
        tekst = dossier
        for oud, nieuw in paren:
            assert oud in tekst
            tekst = tekst.replace(oud, nieuw)
        schrijf(werkmap, **{"dossier": tekst} | anders | stukken)

    return wijzig


DAG_LATER = ("toetsdatum: 2025-01-13", "toetsdatum: 2025-01-14")
INGEVULD = ("{open: naam en functie}", "A. Voorbeeld")


def test_a_paper_of_another_day_by_its_head_alone_is_the_same_paper(met_stand, raadwerk):
    met_stand(DAG_LATER)

    assert "BV-VERSIE" not in raadwerk("controleer")


def test_a_place_that_was_filled_in_asks_for_a_new_number(met_stand, raadwerk):
    met_stand(DAG_LATER, INGEVULD)

    assert "Versie 1.0 van nota ligt vast" in raadwerk("controleer", code=1)


def teken(map_, verschillen, ingevuld):
    """What dossier.yaml says of the signed file, as compared with what was frozen."""
    sha = json.loads((map_ / NOTA / "bevroren.json").read_text())["bestanden"]["pdf"]
    wie = "vergeleken_op: 2025-01-21, vergeleken_door: de jurist"
    wat = f"bestand: x.pdf, sha256: ee, raadsversie: {sha}, verschillen: {verschillen}, ingevuld: {ingevuld}, {wie}"
    return "    rol_raad: opiniërend\n", f"    rol_raad: opiniërend\n    tekenversie: {{{wat}}}\n"


GETEKENDE_STATUS = ("status: concept", "status: ondertekend")
VOLGENDE = ('versie: "1.0"', 'versie: "1.1"')


def test_of_a_signed_paper_that_only_fills_in_what_was_open_a_person_says_that_it_was_agreed(
    met_stand, werkmap, raadwerk
):
    met_stand(DAG_LATER, INGEVULD, GETEKENDE_STATUS, VOLGENDE, teken(werkmap, 3, 3))

    gezegd = " ".join(raadwerk("controleer").split())

    assert "te beoordelen door het college BV-TEKENVERSIE" in gezegd
    assert "Ingevuld is nu: stukken.nota.portefeuillehouder (A. Voorbeeld)" in gezegd
    assert "niet definitief" in raadwerk("bevries", "nota", "--versie", "1.1", code=1)


@pytest.mark.parametrize(
    ("telling", "anders"),
    [((4, 3), {}), ((3, 3), {"cijfers": BESTANDEN["cijfers.yaml"].replace("105", "110")})],
    ids=["a word more was counted", "the paper itself has another number"],
)
def test_a_signed_paper_that_differs_in_more_than_what_was_filled_in_stays_a_fault(
    met_stand, werkmap, raadwerk, telling, anders
):
    met_stand(DAG_LATER, INGEVULD, GETEKENDE_STATUS, VOLGENDE, teken(werkmap, *telling), **anders)

    gezegd = " ".join(raadwerk("controleer", code=1).split())

    assert "fout BV-TEKENVERSIE" in gezegd
    assert "teken dan niet" in gezegd


def test_the_frozen_version_is_made_again_byte_for_byte_whatever_became_of_the_facts(bevroren, raadwerk):
    hashes = json.loads((bevroren / NOTA / "bevroren.json").read_text())["bestanden"]
    schrijf(bevroren, cijfers=BESTANDEN["cijfers.yaml"].replace("105", "110"), dossier=VERZONDEN.replace("1.0", "2.0"))
    (bevroren / "inhoud/proef/sjablonen/proefnota.md.j2").unlink()

    raadwerk("bouw", "--versie", "1.0")

    gemaakt = lees_map(bevroren / "uitvoer/proef-1.0")
    gemaakt.pop("manifest.json")
    assert {f"nota.{formaat}": hash_ for formaat, hash_ in hashes.items()} == {
        naam: uitvoer.hash_van(inhoud) for naam, inhoud in gemaakt.items()
    }


def test_what_cannot_be_made_again_says_exactly_why_and_the_rest_is_made(bevroren, raadwerk, monkeypatch):
    stijl = bevroren / "sjablonen/huisstijl/huisstijl.yaml"
    stijl.parent.mkdir(parents=True)
    onze = (WORTEL / "sjablonen/huisstijl/huisstijl.yaml").read_text(encoding="utf-8")
    stijl.write_text(onze.replace("#1a1a1a", "#111111"), encoding="utf-8")
    monkeypatch.setattr("generator.cli.bevroren.version", lambda pakket: "9.9" if pakket == "typst" else "1")

    gezegd = raadwerk("bouw", "--versie", "1.0", code=1)

    assert "nota versie 1.0 is niet opnieuw te maken als" in gezegd
    assert re.search(r"het pakket typst was toen [\d.]+ en is nu 9\.9", gezegd)
    assert "de huisstijl huisstijl/huisstijl.yaml is een ander bestand" in gezegd
    assert ["manifest.json", "nota.md"] == sorted(lees_map(bevroren / "uitvoer/proef-1.0"))


def test_an_edited_checksum_of_a_record_without_a_seal_is_not_blamed_on_the_writers_alone(bevroren, raadwerk):
    hash_ = json.loads((bevroren / NOTA / "bevroren.json").read_text())["bestanden"]["html"]
    bewerk_record(bevroren, hash_, hash_[:-1] + ("0" if hash_[-1] != "0" else "1"), zonder_zegel=True)

    assert "of een controlegetal in bevroren.json is met de hand gewijzigd" in raadwerk(
        "bouw", "--versie", "1.0", code=1
    )


@pytest.mark.parametrize(
    ("bestand", "zin"),
    [
        ("boom.json", "dit is niet wat is bevroren: het bestand is sindsdien gewijzigd"),
        ("nota.md", "dit is niet wat is bevroren: het bestand is sindsdien gewijzigd"),
        ("feiten/inhoud/proef/cijfers.yaml", "dit is niet wat is bevroren: het bestand is sindsdien gewijzigd"),
        (
            "feiten/inhoud/proef/nieuw.yaml",
            f"raad: haal {NOTA}/feiten/inhoud/proef/nieuw.yaml weg, of zet het buiten de map bevroren",
        ),
        ("bevroren.json", "dit bestand is beschadigd"),
    ],
)
@pytest.mark.parametrize(
    "opdracht", [("bouw", "--versie", "1.0"), ("verschil", "--sinds-versie", "1.0"), ("controleer",)], ids=" ".join
)
def test_a_frozen_paper_that_somebody_touched_is_not_passed_off_as_the_one_sent(
    bevroren, raadwerk, bestand, zin, opdracht
):
    (bevroren / NOTA / bestand).write_text("{}")

    assert f"{NOTA}/{bestand}" in (gezegd := raadwerk(*opdracht, code=2))
    assert zin in gezegd


def test_a_folder_that_somebody_looked_into_is_still_what_was_frozen(bevroren, raadwerk):
    (bevroren / NOTA / ".DS_Store").touch()

    assert "byte voor byte wat is bevroren" in raadwerk("bouw", "--versie", "1.0")


def test_a_frozen_file_that_is_gone_is_named(bevroren, raadwerk):
    (bevroren / NOTA / "boom.json").unlink()
    (bevroren / NOTA / "nota.md").unlink()

    gezegd = raadwerk("bouw", "--versie", "1.0", code=2)

    assert 2 == gezegd.count("dit bestand is bevroren, en is er niet meer")


def test_a_tree_of_another_version_of_raadwerk_says_which(bevroren, raadwerk):
    boom = bevroren / NOTA / "boom.json"
    anders = boom.read_text().replace('"Paragraph"', '"Alinea"')
    zet_boom(bevroren, anders)

    assert "gebruik hiervoor Raadwerk 0." in raadwerk("bouw", "--versie", "1.0", code=2)


def test_a_paper_that_was_frozen_with_conditions_without_their_outcome_is_still_compared(bevroren, raadwerk):
    inhoud = json.loads((bevroren / NOTA / "boom.json").read_text())
    inhoud["blocks"][-1]["herkomst"]["voorwaarden"] = ["cijfers.noord"]
    zet_boom(bevroren, json.dumps(inhoud))

    assert "Er is geen verschil" in raadwerk("verschil", "--sinds-versie", "1.0")


def test_a_version_that_was_not_frozen_names_those_that_were(bevroren, raadwerk):
    assert "bevroren zijn: nota 1.0" in raadwerk("bouw", "--versie", "3.0", code=2)
    assert "versie 1.0 van brief is niet bevroren" in raadwerk("bouw", "--versie", "1.0", "--alleen", "brief", code=2)


def test_a_frozen_version_takes_no_other_values(bevroren, raadwerk):
    assert "ligt vast" in raadwerk("bouw", "--versie", "1.0", "--intern", code=2)


def test_what_changed_since_the_frozen_version_is_listed_by_fact_and_sentence(bevroren, raadwerk):
    assert "Er is geen verschil" in raadwerk("verschil", "--sinds-versie", "1.0")
    schrijf(bevroren, cijfers=BESTANDEN["cijfers.yaml"].replace("105", "110"))

    gezegd = raadwerk("verschil", "--sinds-versie", "1.0", code=1).replace("\xa0", " ")

    assert "circa 105" in gezegd
    assert "circa 110" in gezegd
    assert "cijfers.noord" in gezegd
    assert "bevroren zijn: nota 1.0" in raadwerk("verschil", "--sinds-versie", "0.9", code=2)


def test_the_frozen_version_is_compared_by_its_own_words_and_not_by_todays_template(bevroren, raadwerk):
    schrijf(bevroren, **{"sjablonen/proefnota.md.j2": SJABLOON.replace("wonen", "verblijven")})

    gezegd = raadwerk("verschil", "--sinds-versie", "1.0", code=1)

    assert "wonen" in gezegd
    assert "verblijven" in gezegd


# --- what was signed ------------------------------------------------------------------------------------------

GETEKEND = b"de getekende tekst"


@pytest.fixture
def ondertekend(bevroren):
    """The frozen paper is signed, and its file lies in the werkmap as it was compared."""
    (bevroren / "getekend.pdf").write_bytes(GETEKEND)
    raadsversie = json.loads((bevroren / NOTA / "bevroren.json").read_text())["bestanden"]["pdf"]
    teken = f"bestand: getekend.pdf, sha256: {uitvoer.hash_van(GETEKEND)}, raadsversie: {raadsversie}, verschillen: 0"
    erbij = f"    tekenversie: {{{teken}, vergeleken_op: 2025-01-21, vergeleken_door: de jurist}}\n"
    schrijf(bevroren, dossier=VERZONDEN.replace("status: verzonden", "status: ondertekend") + erbij)
    return bevroren


def test_the_signed_file_that_was_compared_gives_no_finding_wherever_of_both_places_it_lies(ondertekend, raadwerk):
    assert "BV-" not in raadwerk("controleer")
    (ondertekend / "getekend.pdf").rename(ondertekend / "inhoud/proef/getekend.pdf")
    assert "BV-" not in raadwerk("controleer")


def test_a_signed_file_that_changed_after_it_was_compared_is_a_fault(ondertekend, raadwerk):
    (ondertekend / "getekend.pdf").write_bytes(GETEKEND + b", primair")

    gezegd = raadwerk("controleer", code=1)

    assert "fout  BV-GETEKEND  Het getekende bestand van nota is na het vergelijken gewijzigd" in gezegd
    assert "plaats  inhoud/proef/dossier.yaml:" in gezegd


def test_a_signed_file_that_is_not_there_is_a_warning(ondertekend, raadwerk):
    (ondertekend / "getekend.pdf").unlink()

    assert "waarschuwing  BV-GETEKEND  Het getekende bestand van nota ligt er niet" in raadwerk("controleer")


def test_a_build_sees_the_signed_file_change_though_no_fact_did(ondertekend, raadwerk):
    raadwerk("bouw", "--formaat", "md")
    assert "niets gewijzigd" in raadwerk("bouw", "--formaat", "md")
    (ondertekend / "getekend.pdf").write_bytes(b"iets anders")

    assert "1 fout" in raadwerk("bouw", "--formaat", "md", code=1)
    assert "niets gewijzigd" in raadwerk("bouw", "--formaat", "md", code=1)
    manifest = (ondertekend / "uitvoer/proef/manifest.json").read_text()
    assert uitvoer.hash_van(b"iets anders") not in manifest


def test_a_signed_file_we_may_not_read_is_a_sentence(ondertekend, raadwerk, monkeypatch):
    lees = type(ondertekend).read_bytes

    def weiger(self):
        if self.name == "getekend.pdf":
            raise PermissionError(13, "x", str(self))
        return lees(self)

    monkeypatch.setattr("pathlib.Path.read_bytes", weiger)
    assert "getekend.pdf: dit mag u niet lezen" in raadwerk("controleer", code=2)
