"""The package: everything the command needs is in the wheel, and the lock says what is installed."""

import importlib.util
import os
import re
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Iterator
from importlib.metadata import distribution
from pathlib import Path

import pytest
from conftest import WORTEL, kopieer_project
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from generator import __version__
from generator.meegeleverd import MAPPEN, read_meegeleverd

BOUWDEEL = "generator/meegeleverd/"


def run(*opdracht: str | Path, map_: Path, **omgeving: str) -> str:
    """The output of a command; its error output is the message when it fails."""
    uitslag = subprocess.run(
        [str(deel) for deel in opdracht],
        cwd=map_,
        env=os.environ | omgeving,
        capture_output=True,
        text=True,
        check=False,
    )
    assert uitslag.returncode == 0, uitslag.stderr
    return uitslag.stdout


def pip(opdracht: str, *argumenten: str | Path, map_: Path) -> None:
    run(sys.executable, "-m", "pip", "--quiet", opdracht, "--no-index", "--no-deps", *argumenten, map_=map_)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if importlib.util.find_spec("setuptools") is None:
        pytest.skip("setuptools is hier niet geïnstalleerd; zonder is er geen wheel te bouwen")
    return kopieer_project(tmp_path_factory.mktemp("pakket") / "raadwerk")


@pytest.fixture(scope="module")
def wheel(project: Path) -> Path:
    # What an earlier build left behind may not end up in the wheel.
    resten = project / "build/lib/generator/meegeleverd/sjablonen"
    resten.mkdir(parents=True)
    (resten / "vervallen.md.j2").write_text("oud")
    pip("wheel", "--no-build-isolation", "--wheel-dir", "dist", ".", map_=project)
    return next((project / "dist").glob("raadwerk-*.whl"))


def meegeleverd_in(wheel: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(wheel) as archief:
        return {
            naam.removeprefix(BOUWDEEL): archief.read(naam)
            for naam in archief.namelist()
            if naam.startswith(BOUWDEEL) and not naam.endswith(("/", ".py"))
        }


def test_the_wheel_carries_exactly_the_templates_and_law_of_the_repository(wheel: Path) -> None:
    assert read_meegeleverd("") == meegeleverd_in(wheel)


def test_the_wheel_carries_every_module_the_licence_and_nothing_else(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archief:
        namen = set(archief.namelist())
    modules = {bestand.relative_to(WORTEL).as_posix() for bestand in WORTEL.glob("generator/**/*.py")}

    assert modules == {naam for naam in namen if naam.endswith(".py")}
    assert any(naam.endswith(".dist-info/licenses/LICENSE") for naam in namen)
    assert {"generator", f"raadwerk-{__version__}.dist-info"} == {naam.split("/")[0] for naam in namen}


def test_a_source_package_gives_the_same_wheel_content(project: Path, wheel: Path) -> None:
    maak = "import setuptools.build_meta as m; print(m.build_sdist('bron'))"
    naam = run(sys.executable, "-c", maak, map_=project).splitlines()[-1]
    pip(
        "wheel",
        "--no-index",
        "--no-deps",
        "--no-build-isolation",
        "--wheel-dir",
        "uit-bron",
        f"bron/{naam}",
        map_=project,
    )

    assert meegeleverd_in(wheel) == meegeleverd_in(next((project / "uit-bron").glob("*.whl")))


def test_the_installed_command_works_in_an_empty_folder(wheel: Path, tmp_path: Path) -> None:
    plek, leeg = tmp_path / "plek", tmp_path / "leeg"
    leeg.mkdir()
    pip("install", "--target", plek, wheel, map_=leeg)
    vraag = "from generator import meegeleverd as m; print(m.__file__, *m.read_meegeleverd(''), sep='\\n')"
    pad, *namen = run(sys.executable, "-c", vraag, map_=leeg, PYTHONPATH=str(plek)).splitlines()

    assert Path(pad).is_relative_to(plek)
    assert list(read_meegeleverd("")) == namen
    assert __version__ in run(plek / "bin/raadwerk", "--version", map_=leeg, PYTHONPATH=str(plek))
    assert __version__ in run(sys.executable, "-m", "generator", "--version", map_=leeg, PYTHONPATH=str(plek))
    assert not list(leeg.iterdir())


def test_what_comes_along_is_found_by_the_start_of_its_name() -> None:
    huisstijl = read_meegeleverd("sjablonen/huisstijl/")

    assert "sjablonen/huisstijl/huisstijl.yaml" in huisstijl
    assert all(naam.startswith("sjablonen/huisstijl/") for naam in huisstijl)
    assert list(read_meegeleverd("sjablonen/huisstijl/huisstijl.y")) == ["sjablonen/huisstijl/huisstijl.yaml"]
    assert read_meegeleverd("sjablonen/bestaat-niet") == {}


def test_a_dossier_never_comes_along() -> None:
    assert all(naam.startswith(tuple(f"{map_}/" for map_ in MAPPEN)) for naam in read_meegeleverd(""))
    assert read_meegeleverd("inhoud/dalfsen/") == {}
    assert read_meegeleverd("inhoud/recht/") == read_meegeleverd("inhoud/")


# --- the lock -------------------------------------------------------------------------------------------


def vergrendeld() -> dict[str, str]:
    regels = (WORTEL / "vergrendeld.txt").read_text().splitlines()
    return dict(regel.split("==") for regel in regels if regel and not regel.startswith("#"))


def test_the_lock_holds_names_and_versions_and_no_address() -> None:
    tekst = (WORTEL / "vergrendeld.txt").read_text()

    assert "//" not in tekst
    for regel in tekst.splitlines():
        assert re.fullmatch(r"|#.*|[a-z0-9-]+==[0-9][0-9a-z.]*", regel), regel


def nodig(eisen: list[str], gezien: set[str]) -> Iterator[tuple[str, str]]:
    """Every distribution that `eisen` bring along on this machine: name and installed version."""
    for eis in map(Requirement, eisen):
        naam = canonicalize_name(eis.name)
        if naam in gezien or (eis.marker and not eis.marker.evaluate({"extra": ""})):
            continue
        gezien.add(naam)
        pakket = distribution(naam)
        yield naam, pakket.version
        yield from nodig(pakket.requires or [], gezien)


def test_everything_that_is_installed_for_us_is_locked_at_that_version() -> None:
    project = tomllib.loads((WORTEL / "pyproject.toml").read_text())["project"]
    extras = project["optional-dependencies"]
    slot = vergrendeld()
    gevonden = dict(nodig([*project["dependencies"], *extras["toets"], *extras["pdfkeuring"]], set()))

    assert gevonden == {naam: slot.get(naam) for naam in gevonden}
