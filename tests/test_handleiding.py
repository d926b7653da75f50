"""README and handleiding stay true: every command on the page is run, in its order, in a copy of the project.

A reader's actions are fenced blocks. In ``console`` a line that starts with ``$ `` is a command and the lines after it
stand, in that order, in what it prints (``…`` is anything). A command ends in 0, or 1 when there are findings; in
``console fout`` the last command ends in 2. Two ``yaml FILE`` blocks are an edit: what stands there, what it becomes.
A ``markdown FILE`` block, and a ``yaml FILE nieuw`` block, is a new file.
"""

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import WORTEL
from warm import roep

HEK = re.compile(r"^```(?P<soort>[^\n`]*)\n(?P<inhoud>.*?)^```$", re.MULTILINE | re.DOTALL)
CODE = re.compile(r"^```.*?^```$|`[^`\n]*`", re.MULTILINE | re.DOTALL)
# What the shell has a part in is typed in a shell; there Raadwerk is loaded anew.
SCHIL = re.compile(r"[|<>;&$`*\\]")
# These set up the project or run this very test; tests/test_make.py and CI cover them.
VRIJGESTELD = {"make", "make test"}
# Runs until somebody stops it; tests/test_bouw_volg.py does.
VRIJGESTELD |= {"raadwerk bouw --volg"}


def blokken(pagina: str) -> Iterator[tuple[int, str, str]]:
    """Every fenced block: its line on the page, its kind and its content."""
    tekst = (WORTEL / pagina).read_text(encoding="utf-8")
    for hek in HEK.finditer(tekst):
        yield tekst.count("\n", 0, hek.start()) + 1, hek["soort"], hek["inhoud"]


def opdrachten(inhoud: str) -> list[tuple[str, list[str]]]:
    """The commands of a block, each with the lines shown after it."""
    gevonden: list[tuple[str, list[str]]] = []
    for regel in inhoud.splitlines():
        if regel.startswith("$ "):
            gevonden.append((regel.removeprefix("$ "), []))
        else:
            gevonden[-1][1].append(regel.strip())
    return gevonden


class Lezer:
    """Somebody who types over a page, and stays in the folder where a command leaves her."""

    def __init__(self, project: Path) -> None:
        (project / ".venv/bin").mkdir(parents=True)
        (project / ".venv/bin/activate").touch()
        raadwerk = project / ".venv/bin/raadwerk"
        raadwerk.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m generator "$@"\n')
        raadwerk.chmod(0o755)
        self.map = project
        self.omgeving = os.environ | {
            "PATH": f"{raadwerk.parent}{os.pathsep}{os.environ['PATH']}",
            "PYTHONPATH": str(project),
            "COLUMNS": "100",
        }

    def typ(self, opdracht: str) -> tuple[int, str]:
        """The exit code and everything that appears on the screen."""
        if opdracht.startswith(("raadwerk ", ".venv/bin/raadwerk ")) and not SCHIL.search(opdracht):
            zonder_schil = roep(self.map, *shlex.split(opdracht)[1:], samen=True, **self.omgeving)
            return zonder_schil.returncode, zonder_schil.stdout
        script = f'{opdracht}\ncode=$?\npwd >"$WAAR"\nexit $code'
        waar = self.map / ".waar"
        uitslag = subprocess.run(
            [str(shutil.which("bash")), "-c", script],
            cwd=self.map,
            env=self.omgeving | {"WAAR": str(waar)},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        self.map = Path(waar.read_text().strip())
        waar.unlink()
        return uitslag.returncode, uitslag.stdout

    def wijzig(self, bestand: str, oud: str, nieuw: str) -> None:
        inhoud = (self.map / bestand).read_text(encoding="utf-8")
        assert 1 == inhoud.count(oud), f"{bestand} bevat niet wat de pagina toont:\n{oud}"
        (self.map / bestand).write_text(inhoud.replace(oud, nieuw), encoding="utf-8")

    def maak(self, bestand: str, inhoud: str) -> None:
        assert not (self.map / bestand).exists(), f"{bestand} is er al"
        (self.map / bestand).parent.mkdir(parents=True, exist_ok=True)
        (self.map / bestand).write_text(inhoud, encoding="utf-8")


def gewoon(regel: str) -> str:
    """The line with ordinary single spaces."""
    return " ".join(regel.split())


def staat_er(getoond: list[str], scherm: str) -> bool:
    """Whether the lines shown on the page are on the screen, in that order."""
    resten = (gewoon(regel) for regel in scherm.splitlines())
    patronen = [".*".join(map(re.escape, gewoon(regel).split("…"))) for regel in getoond if regel != "…"]
    return all(any(re.fullmatch(patroon, rest) for rest in resten) for patroon in patronen)


@pytest.mark.parametrize("pagina", ["README.md", "docs/handleiding.md"])
def test_every_command_on_the_page_does_what_the_page_says(pagina: str, kopie: Path) -> None:
    lezer = Lezer(kopie)
    oud: dict[str, str] = {}
    klachten = []
    for regel, soort, inhoud in blokken(pagina):
        taal, _, rest = soort.partition(" ")
        bestand, _, nieuw = rest.partition(" ")
        if bestand and (taal == "markdown" or (taal == "yaml" and nieuw)):
            lezer.maak(bestand, inhoud)
        elif taal == "yaml" and bestand:
            if bestand in oud:
                lezer.wijzig(bestand, oud.pop(bestand), inhoud)
            else:
                oud[bestand] = inhoud
        if taal != "console":
            continue
        for opdracht, getoond in opdrachten(inhoud):
            if opdracht in VRIJGESTELD:
                continue
            code, scherm = lezer.typ(opdracht)
            goed = {2} if rest == "fout" and not opdracht.startswith("cd ") else {0, 1}
            if code not in goed or "Traceback" in scherm or not staat_er(getoond, scherm):
                klachten.append(f"{pagina}:{regel}: {opdracht} eindigt met {code} en toont:\n{scherm}")

    assert not oud
    assert not klachten, "\n\n".join(klachten)


def anker(kop: str) -> str:
    return re.sub(r"[^\w\- ]", "", kop).strip().lower().replace(" ", "-")


PAGINAS = ["README.md", "CHANGELOG.md", *(f"docs/{bestand.name}" for bestand in sorted(WORTEL.glob("docs/*.md")))]


@pytest.mark.parametrize("pagina", PAGINAS)
def test_every_link_to_another_file_or_heading_leads_somewhere(pagina: str) -> None:
    tekst = CODE.sub("", (WORTEL / pagina).read_text(encoding="utf-8"))
    koppen = {f"#{anker(kop)}" for kop in re.findall(r"^#+ (.*)$", tekst, re.MULTILINE)}
    links = [link for link in re.findall(r"\]\(([^)\s]+)\)", tekst) if "://" not in link]
    map_ = (WORTEL / pagina).parent

    assert not [link for link in links if link not in koppen and not (map_ / link.split("#")[0]).is_file()]


def test_every_command_of_the_command_line_is_in_the_handleiding() -> None:
    from generator.cli import OPDRACHTEN

    getypt = " ".join(opdracht for _, soort, inhoud in blokken("docs/handleiding.md") if soort.startswith("console")
                      for opdracht, _ in opdrachten(inhoud))  # fmt: skip

    assert not [naam for naam in OPDRACHTEN if f"raadwerk {naam}" not in getypt]


def test_the_list_of_contents_names_every_chapter_in_order() -> None:
    tekst = CODE.sub("", (WORTEL / "docs/handleiding.md").read_text(encoding="utf-8"))

    hoofdstukken = re.findall(r"^## (.+)$", tekst, re.MULTILINE)
    assert hoofdstukken == re.findall(r"^- \[(.+)\]\(#", tekst.partition("\n## ")[0], re.MULTILINE)
