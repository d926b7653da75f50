"""The table of the files of a dossier in docs/sjablonen.md: every file, every field that must be there, every text."""

import re
from collections.abc import Mapping
from typing import get_args, get_origin

import pytest
from conftest import WORTEL

from generator.inhoud.bestandsvormen import bestandsnamen, bestandssoort, velden_van
from generator.meegeleverd import read_meegeleverd
from generator.sjablonen.ontbrekend import _gevraagd

PAGINA = (WORTEL / "docs/sjablonen.md").read_text(encoding="utf-8")
RIJEN = {rij[1]: rij[0] for rij in re.finditer(r"^\| `([\w.-]+)` \|.*$", PAGINA, re.MULTILINE)}
SJABLONEN = {
    pad.removeprefix("sjablonen/"): inhoud.decode()
    for pad, inhoud in read_meegeleverd("sjablonen").items()
    if pad.endswith(".j2")
}
SOORTEN = sorted(pad.removesuffix(".md.j2") for pad in SJABLONEN if re.fullmatch(r"[^/]+\.md\.j2", pad))


def _velden(bestand):
    """The fields of what stands in `bestand`; none when it holds facts under free names."""
    soort = bestandssoort(bestand)
    if get_origin(soort) is Mapping:
        soort = get_args(soort)[1]
    return velden_van(soort) if isinstance(soort, type) else {}


def test_every_file_that_a_dossier_may_have_has_its_row():
    assert [] == [naam for naam in bestandsnamen() if naam not in RIJEN]


def test_no_row_is_of_a_file_that_there_is_not():
    assert [] == [naam for naam in RIJEN if naam.endswith(".yaml") and naam not in (*bestandsnamen(), "huisstijl.yaml")]


@pytest.mark.parametrize("bestand", bestandsnamen())
def test_the_row_has_every_field_and_between_brackets_what_may_be_left_out(bestand):
    velden = {} if bestand == "overeenkomst.yaml" else _velden(bestand)  # that one has a page of its own
    cel = RIJEN[bestand].split(" | ")[2]
    verplicht, _, mag = cel.partition(" (")

    assert [] == [naam for naam, veld in velden.items() if veld.verplicht and f"`{naam}`" not in verplicht]
    assert [] == [naam for naam, veld in velden.items() if not veld.verplicht and f"`{naam}`" not in cel]
    if velden:
        assert set(re.findall(r"`(\w+)`", f"{verplicht} {mag}")) == set(velden)


@pytest.mark.parametrize("soort", SOORTEN)
def test_the_texts_that_a_kind_of_paper_asks_are_named(soort):
    gevraagd = {naam.removeprefix("teksten/").removesuffix(".md") for naam in _gevraagd(f"{soort}.md.j2", SJABLONEN)}
    tabel = PAGINA.partition("vraagt altijd deze teksten")[2]
    (cel,) = re.findall(rf"^\| `{soort}` \| (.*) \|$", tabel, re.MULTILINE)

    assert gevraagd == set(re.findall(r"`([\w-]+)`", cel))
