"""What many tests share: where the project lies, and a copy of it that a test may spoil."""

import shutil
from pathlib import Path

import pytest
import yaml
from hypothesis import settings

# How long an example takes is no test: a busy machine is no fault.
settings.register_profile("raadwerk", deadline=None)
# Fifty times as many examples, to run by hand: pytest --hypothesis-profile=veel
settings.register_profile("veel", deadline=None, max_examples=5000)
settings.load_profile("raadwerk")

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
