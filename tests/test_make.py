"""``make`` on a fresh machine: what it does, what it does not do twice, and what it says when Python is missing."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from conftest import WORTEL

MAKE = shutil.which("make")
pytestmark = pytest.mark.skipif(MAKE is None, reason="make is hier niet")
BOUWT = ".venv/bin/raadwerk bouw"


@pytest.fixture
def ingericht(tmp_path: Path) -> Path:
    """A folder with a space in its name that looks as ``make test`` leaves it."""
    map_ = tmp_path / "mijn raadwerk"
    (map_ / ".venv").mkdir(parents=True)
    for naam in ("Makefile", "vergrendeld.txt", "pyproject.toml", "setup.py"):
        shutil.copy(WORTEL / naam, map_)
        os.utime(map_ / naam, (1000, 1000))
    (map_ / ".venv/plaats").write_text(f"{map_}\n")
    for moment, naam in enumerate(("klaar-basis", "klaar-product", "klaar-toets"), 2000):
        (map_ / ".venv" / naam).touch()
        os.utime(map_ / ".venv" / naam, (moment, moment))
    return map_


def zou_doen(map_: Path, doel: str = "bouw") -> list[str]:
    opdracht = [str(MAKE), "--dry-run", "--no-print-directory", doel]
    uitslag = subprocess.run(opdracht, cwd=map_, capture_output=True, text=True, check=True)
    return uitslag.stdout.splitlines()


def test_a_second_run_sets_up_nothing_again(ingericht: Path) -> None:
    assert [BOUWT] == zou_doen(ingericht)
    assert not [regel for regel in zou_doen(ingericht, "test") if "pip install" in regel]


@pytest.mark.parametrize("bestand", ["vergrendeld.txt", "pyproject.toml", "setup.py"])
def test_a_changed_lock_or_package_is_set_up_again(ingericht: Path, bestand: str) -> None:
    os.utime(ingericht / bestand, (3000, 3000))

    assert [regel for regel in zou_doen(ingericht) if "pip install" in regel]
    assert BOUWT == zou_doen(ingericht)[-1]


def test_a_folder_that_was_moved_is_set_up_again(ingericht: Path) -> None:
    elders = ingericht.rename(ingericht.with_name("verplaatst"))

    assert [regel for regel in zou_doen(elders) if "pip install" in regel]


def make_met_alleen(python: str, ingericht: Path, tmp_path: Path) -> str:
    """What make says on a machine where ``python3`` is the script `python`."""
    bin_ = tmp_path / "bin"
    bin_.mkdir()
    for naam in ("sh", "cat", "rm", "touch"):
        (bin_ / naam).symlink_to(str(shutil.which(naam)))
    (bin_ / "python3").write_text(f"#!/bin/sh\n{python}\n")
    (bin_ / "python3").chmod(0o755)
    shutil.rmtree(ingericht / ".venv")
    uitslag = subprocess.run(
        [str(MAKE)], cwd=ingericht, env={"PATH": str(bin_)}, capture_output=True, text=True, check=False
    )
    assert 0 != uitslag.returncode
    assert not (ingericht / ".venv").exists()
    return uitslag.stderr


def test_a_machine_with_an_old_python_gets_a_sentence(ingericht: Path, tmp_path: Path) -> None:
    zegt = make_met_alleen("exit 1", ingericht, tmp_path)

    assert "Raadwerk vraagt Python 3.11 of nieuwer" in zegt
    assert "make PYTHON=" in zegt


def test_a_python_without_venv_gets_a_sentence(ingericht: Path, tmp_path: Path) -> None:
    zegt = make_met_alleen('case "$2" in *ensurepip*) exit 1;; esac', ingericht, tmp_path)

    assert "zonder het onderdeel venv" in zegt
    assert "apt install python3-venv" in zegt


def test_ci_runs_the_test_command_of_the_readme_and_no_other() -> None:
    regels = (WORTEL / ".ci/run").read_text().splitlines()

    assert "$ make test" in (WORTEL / "README.md").read_text().splitlines()
    assert ["make test </dev/null"] == [regel for regel in regels if regel.startswith("make ")]
    assert regels[-1] == "make test </dev/null"
    assert os.access(WORTEL / ".ci/run", os.X_OK)
