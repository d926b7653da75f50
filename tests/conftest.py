"""What many tests share: where the project lies, and a copy of it that a test may spoil."""

import shutil
from pathlib import Path

import pytest

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
