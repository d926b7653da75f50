"""How fast Raadwerk is, measured: ``make bench`` runs this and writes docs/prestaties.md.

Whole processes, each several times and in turn, so that a slow moment of the machine strikes all alike. Not a test: a
time says something about a machine, and a test about the code.
"""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from meting import Meting
from prestatiezaken import schrijf_datums, schrijf_zaak, schrijf_zaken

WORTEL = Path(__file__).parents[1]
PEERS = WORTEL / ".bench"  # an environment of its own: what Raadwerk is compared with
RAADWERK = str(Path(sys.executable).with_name("raadwerk"))


def main() -> None:
    """Measure and write the page."""
    kiezer = argparse.ArgumentParser(description="Meet Raadwerk en schrijf docs/prestaties.md.")
    kiezer.add_argument("--gemeenten", type=int, default=342, help="hoeveel dossiers achter elkaar (0: overslaan)")
    kiezer.add_argument("--keren", type=int, default=7, help="hoe vaak elke korte meting")
    keuze = kiezer.parse_args()
    belasting = _seconden(os.getloadavg()[0])
    with tempfile.TemporaryDirectory() as tijdelijk:
        map_ = Path(tijdelijk)
        metingen = _metingen(map_, keuze.gemeenten, keuze.keren)
        omgeving = {naam: waarde for naam, waarde in os.environ.items() if naam != "PYTHONDONTWRITEBYTECODE"}
        for ronde in range(max(meting.keren for meting in metingen)):
            for meting in metingen:
                if ronde < meting.keren:
                    meting.meet(map_ / "werk", omgeving)
            print(f"ronde {ronde + 1} klaar", flush=True)  # noqa: T201 - progress of a script
    pagina = _pagina(metingen, belasting)
    (WORTEL / "docs/prestaties.md").write_text(pagina, encoding="utf-8")
    print(pagina)  # noqa: T201 - idem


def _metingen(map_: Path, gemeenten: int, keren: int) -> list[Meting]:
    """What is timed, on a copy of the project's facts in `map_`."""
    werk, uit = map_ / "werk", map_ / "uit"
    werk.mkdir()
    shutil.copytree(WORTEL / "inhoud", werk / "inhoud")
    shutil.copy2(WORTEL / "gemeente.yaml", werk)
    datums, zaken = schrijf_datums(map_ / "datums.txt"), schrijf_zaken(map_ / "zaken.yaml")
    cijfers = werk / "inhoud/dalfsen/cijfers.yaml"

    def weg() -> None:
        shutil.rmtree(uit, ignore_errors=True)

    def ander_cijfer() -> None:
        tekst = cijfers.read_text(encoding="utf-8")
        oud, nieuw = ("waarde: 190", "waarde: 180") if "waarde: 190" in tekst else ("waarde: 180", "waarde: 190")
        cijfers.write_text(tekst.replace(oud, nieuw, 1), encoding="utf-8")

    toets = [RAADWERK, "bezwaar", "toets"]
    bouw = [RAADWERK, "bouw", "dalfsen", "--uitvoer", str(uit)]
    metingen = [
        Meting("een termijn, uitgelegd", [RAADWERK, "termijn", "24-3-2026"], 0.20, keren=keren),
        Meting("20.000 datums op standaardinvoer", [RAADWERK, "termijn", "-", "--json"], 3, invoer=datums, keren=3),
        Meting("het hele dossier Dalfsen, koud", bouw, 1.0, bereid=weg, keren=keren),
        Meting("hetzelfde, niets gewijzigd", bouw, 0.25, keren=keren),
        Meting("hetzelfde, één cijfer gewijzigd", bouw, bereid=ander_cijfer, keren=keren),
        Meting("één bezwaar getoetst", [*toets, str(schrijf_zaak(map_))], 0.20, keren=keren),
        Meting("10.000 bezwaren door elke regel", [*toets, "-", "--json"], 6, invoer=zaken, keren=3),
        *_naast_anderen(map_),
        *_veel_dossiers(map_, gemeenten),
    ]  # fmt: skip
    return [meting for meting in metingen if meting.keren]


def _veel_dossiers(map_: Path, gemeenten: int) -> list[Meting]:
    """A tenth of the dossiers and all of them: whether the cost grows in line with them, and memory does not grow."""
    metingen = []
    for aantal in sorted({gemeenten // 10, gemeenten} - {0}):
        veel = map_ / f"veel{aantal}"
        veel.mkdir()
        shutil.copy2(WORTEL / "gemeente.yaml", veel)
        for nummer in range(aantal):
            shutil.copytree(WORTEL / "inhoud/dalfsen", veel / f"inhoud/gemeente{nummer:03d}")
        opdracht = ["sh", "-c", f"cd '{veel}' && '{RAADWERK}' bouw --alle"]
        budget = 90 * aantal / 342
        metingen.append(Meting(f"{aantal} dossiers zoals Dalfsen, met --alle", opdracht, budget, keren=1))
    return metingen


def _naast_anderen(map_: Path) -> list[Meting]:
    """docxtpl with LibreOffice, and WeasyPrint, on the same papers as Raadwerk; nothing where they are absent."""
    python, soffice = PEERS / "bin/python", shutil.which("soffice")
    if not python.exists():
        print("docxtpl en WeasyPrint staan er niet; zij worden niet gemeten.", flush=True)  # noqa: T201
        return []
    stukken, uit = map_ / "stukken", map_ / "naast"
    bouw = [RAADWERK, "bouw", "dalfsen", "--uitvoer"]
    subprocess.run([*bouw, stukken], cwd=WORTEL, check=True, stdout=subprocess.DEVNULL)
    anders = [str(python), str(WORTEL / "tests/mededingers.py")]

    def weg() -> None:
        shutil.rmtree(uit, ignore_errors=True)

    pdf = Meting("alle stukken van Dalfsen als PDF", [*bouw, str(uit), "--formaat", "pdf"], bereid=weg, keren=3)
    metingen = [
        pdf,
        Meting("WeasyPrint: dezelfde stukken als PDF", [*anders, "weasyprint", str(stukken)], keren=3, naast=pdf),
    ]
    if not soffice:
        print("LibreOffice staat er niet; docxtpl wordt niet gemeten.", flush=True)  # noqa: T201
        return metingen
    # What is compared must be the same: each template, filled in once, has the words of the paper it was made from.
    for stap in ("bereid", "docxtpl", "toets"):
        subprocess.run([*anders, stap, str(stukken)], check=True)
    word = Meting(
        "alle stukken van Dalfsen als Word en PDF", [*bouw, str(uit), "--formaat", "docx", "--formaat", "pdf"],
        bereid=weg, keren=3,
    )  # fmt: skip
    omzetten = (
        f"find '{stukken}' -name '*.docxtpl.docx' -exec '{soffice}' --headless --convert-to pdf --outdir '{uit}' {{}} +"
    )
    opdracht = ["sh", "-c", f"'{anders[0]}' '{anders[1]}' docxtpl '{stukken}' && {omzetten}"]
    return [
        *metingen,
        word,
        Meting("docxtpl en LibreOffice: dezelfde stukken als Word en PDF", opdracht, keren=3, naast=word),
    ]


def _pagina(metingen: list[Meting], belasting: str) -> str:
    machine = f"{os.cpu_count()} kernen, {platform.machine()}, {platform.system()}, Python {platform.python_version()}"
    opdracht = " ".join(["tests/prestaties.py", *sys.argv[1:]]) if sys.argv[1:] else "make bench"
    vandaag = time.strftime("%Y-%m-%d", time.gmtime())
    kop = f"""\
# Prestaties

Gemeten op {vandaag} met `{opdracht}` ({machine}).
Hele processen, in rondes om en om, in seconden. Een machine doet ook ander werk (belasting bij het begin: {belasting}):
vergelijk binnen deze ene tabel. Het geheugen is dat van het grootste proces.

| wat | snelst | midden | traagst | keren | budget | geheugen |
|---|---|---|---|---|---|---|
"""
    return kop + "".join(f"| {' | '.join(_cellen(meting))} |\n" for meting in metingen) + _verhoudingen(metingen)


def _verhoudingen(metingen: list[Meting]) -> str:
    """The others as so many times Raadwerk, in the same run."""
    rijen = [
        f"| {meting.wat} | {_seconden(meting.midden)} | {_seconden(meting.naast.midden)} "
        f"| {_seconden(meting.midden / meting.naast.midden)} |\n"
        for meting in metingen
        if meting.naast
    ]
    if not rijen:
        return ""
    kop = """
## Naast anderen

Raadwerk leest de feiten, past alle regels toe en maakt de stukken; de anderen krijgen er kant-en-klare sjablonen voor.
Wat wordt vergeleken, staat in [techniek.md](techniek.md#measuring).

| wat | anderen | Raadwerk | zo veel keer zo lang |
|---|---|---|---|
"""
    return kop + "".join(rijen)


def _cellen(meting: Meting) -> list[str]:
    tijden = min(meting.tijden), meting.midden, max(meting.tijden)
    geheugen = f"{max(meting.geheugen):.0f} MB"
    return [meting.wat, *map(_seconden, tijden), str(len(meting.tijden)), _budget(meting), geheugen]


def _seconden(tijd: float) -> str:
    return f"{tijd:.2f}".replace(".", ",")


def _budget(meting: Meting) -> str:
    if not meting.budget:
        return "–"
    gehaald = "gehaald" if meting.midden <= meting.budget else "niet gehaald"
    return f"{_seconden(meting.budget)}: {gehaald}"


if __name__ == "__main__":
    main()
