"""What many tests share: where the project lies, a copy of it that a test may spoil, and how to run Raadwerk."""

import datetime as dt
import gc
import shutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import settings
from voorbeelden import MET_GELD, bestanden

from generator import keten
from generator.cli import voer_uit

# How long an example takes is no test: a busy machine is no fault.
settings.register_profile("raadwerk", deadline=None)
# Fifty times as many examples, to run by hand: pytest --hypothesis-profile=veel
settings.register_profile("veel", deadline=None, max_examples=5000)
settings.load_profile("raadwerk")

# What is collected stays until the end: looking through it for rubbish, time and again, costs a sixth of all tests.
gc.disable()


def pytest_collection_finish() -> None:
    """From here on rubbish is looked for as seldom as in a command (``generator.cli.main``)."""
    gc.freeze()
    gc.set_threshold(100_000)
    gc.enable()


WORTEL = Path(__file__).parents[1]
# What makes the project; not what a run or a tool leaves behind.
PROJECT = (
    ".ci", "docs", "generator", "inhoud", "sjablonen", "tests", "uitvoer",
    "CHANGELOG.md", "LICENSE", "MANIFEST.in", "Makefile", "README.md", "gemeente.yaml", "publiccode.yml",
    "pyproject.toml", "setup.py", "vergrendeld.txt",
)  # fmt: skip


@pytest.fixture(scope="session")
def wortel() -> Path:
    return WORTEL


@pytest.fixture
def kopie(tmp_path: Path) -> Path:
    """A copy of the project in a folder with a space in its name, as users have them."""
    return kopieer_project(tmp_path / "mijn raadwerk")


def kopieer_project(doel: Path) -> Path:
    doel.mkdir(parents=True)
    for naam in PROJECT:
        bron = WORTEL / naam
        if bron.is_dir():
            shutil.copytree(bron, doel / naam, ignore=shutil.ignore_patterns("__pycache__"))
        elif bron.is_file():
            shutil.copy2(bron, doel / naam)
    return doel


def kopieer_dalfsen(doel: Path) -> Path:
    """A werkmap at `doel` with the dossier of Dalfsen and nothing made yet."""
    shutil.copytree(WORTEL / "inhoud/dalfsen", doel / "inhoud/dalfsen")
    shutil.copy2(WORTEL / "gemeente.yaml", doel)
    return doel


def write_bestanden(map_: Path, bestanden: Mapping[str, bytes]) -> Path:
    """Lay `bestanden` (by their path) in `map_`, which comes back."""
    for pad, inhoud in bestanden.items():
        (map_ / pad).parent.mkdir(parents=True, exist_ok=True)
        (map_ / pad).write_bytes(inhoud)
    return map_


def lees_map(map_: Path) -> dict[str, bytes]:
    """Every file in `map_` by its path there, sorted."""
    return {pad.relative_to(map_).as_posix(): pad.read_bytes() for pad in sorted(map_.rglob("*")) if pad.is_file()}


def run_in(map_: Path, *woorden: str) -> Path:
    """Run ``raadwerk`` with `woorden` while standing in `map_`, which comes back; it must succeed."""
    with pytest.MonkeyPatch.context() as hier:
        hier.chdir(map_)
        assert voer_uit(list(woorden)) == 0
    return map_


@pytest.fixture
def sta_in_kopie(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[Path], Path]:
    """Copy a folder to do things to, and stand in it."""

    def kopieer(map_: Path) -> Path:
        plek: Path = shutil.copytree(map_, tmp_path / "werkmap")
        monkeypatch.chdir(plek)
        return plek

    return kopieer


@pytest.fixture(scope="module")
def eens_gelezen() -> Iterator[None]:
    """The same files are read, filled in and checked once in a module: those steps are pure, and take longest."""
    with pytest.MonkeyPatch.context() as anders:
        for stap in ("lees", "maak_bomen", "controleer"):
            anders.setattr(keten, stap, _eens(getattr(keten, stap)))
        yield


def _eens(stap: Callable[..., Any]) -> Callable[..., Any]:
    """`stap` with its outcomes kept: files count by what they hold, other values as the same object."""
    uitkomsten: dict[object, tuple[object, Any]] = {}

    def sleutel(waarde: object) -> object:
        if isinstance(waarde, Mapping) and all(isinstance(deel, str | bytes) for deel in waarde.values()):
            return frozenset(waarde.items())
        return waarde if isinstance(waarde, str | dt.date | None) else id(waarde)

    def voer(*waarden: object, **keuzes: object) -> Any:
        wat = (*map(sleutel, waarden), *((naam, sleutel(keuze)) for naam, keuze in sorted(keuzes.items())))
        if wat not in uitkomsten:  # what an identity stands for is kept too, or another value could get it
            uitkomsten[wat] = ((waarden, keuzes), stap(*waarden, **keuzes))
        return uitkomsten[wat][1]

    return voer


@pytest.fixture(scope="session")
def nieuwe_map(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The werkmap that ``raadwerk nieuw`` makes, outside git, built once. Tests change a copy of it."""
    map_ = tmp_path_factory.mktemp("nieuw") / "map"
    assert voer_uit(["nieuw", str(map_)]) == 0
    return run_in(map_, "bouw", "--formaat", "docx", "--formaat", "md")


@pytest.fixture
def klein(tmp_path: Path) -> Path:
    """A werkmap with the little dossier and a value of every kind: most of what a change does shows there as well."""
    return write_bestanden(tmp_path, bestanden(MET_GELD))


@pytest.fixture
def geld(
    klein: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Callable[..., tuple[int, str, str]]:
    """Run ``raadwerk`` there; gives the exit code, what was said, and the file with figures as it is then."""
    monkeypatch.chdir(klein)

    def voer(*woorden: str) -> tuple[int, str, str]:
        code = voer_uit(list(woorden))
        uit, fout = capsys.readouterr()
        return code, (fout or uit).replace("\u00a0", " "), (klein / "inhoud/proef/cijfers.yaml").read_text("utf-8")

    return voer


@pytest.fixture
def raadwerk(capsys: pytest.CaptureFixture[str]) -> Callable[..., str]:
    """Run ``raadwerk`` and give what it says: of a run that gave up, what stands on standard error."""

    def run(*woorden: str, code: int = 0) -> str:
        capsys.readouterr()
        assert voer_uit(list(woorden)) == code
        uit, fout = capsys.readouterr()
        return fout if code == 2 else uit

    return run


def stukken_van_dalfsen() -> list[str]:
    """The papers of Dalfsen by name, in order, and then the checklist of its own objection, seen from their folder."""
    stukken = yaml.safe_load((WORTEL / "inhoud/dalfsen/dossier.yaml").read_text(encoding="utf-8"))["stukken"]
    bezwaren = sorted((WORTEL / "inhoud/dalfsen/bezwaren").glob("*.yaml"))
    return [*stukken, *(f"../bezwaren/dalfsen/{zaak.stem}/toetslijst" for zaak in bezwaren)]


def uitvoer_van_dalfsen(*formaten: str) -> list[str]:
    """The names of the files that a run in these formats makes of Dalfsen, in the folder of its papers, sorted."""
    stukken = [stuk for stuk in stukken_van_dalfsen() if "/" not in stuk]
    archief = [naam for stuk in stukken for naam in archiefbestanden(stuk, *formaten)]
    return sorted(["manifest.json", *archief, *(f"{stuk}.{soort}" for stuk in stukken for soort in formaten)])


def archiefbestanden(stuk: str, *formaten: str) -> list[str]:
    """The names of the MDTO files beside a paper in these formats; Markdown is no form to archive."""
    bestanden = [f"{stuk}.{soort}.bestand.mdto.xml" for soort in formaten if soort != "md"]
    return [f"{stuk}.mdto.xml", *bestanden] if bestanden else []
