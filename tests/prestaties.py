"""How fast Raadwerk is, measured: ``make bench`` runs this and writes docs/prestaties.md.

Whole processes, each several times and in turn, so that a slow moment of the machine strikes all alike. Not a test: a
time says something about a machine, and a test about the code.
"""

from __future__ import annotations

import argparse
import datetime as dt
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

WORTEL = Path(__file__).parents[1]
PEERS = WORTEL / ".bench"  # an environment of its own: what Raadwerk is compared with
_DAG = dt.date(2024, 1, 1)
_MIB = 1024


@dataclass(slots=True)
class Meting:
    """One thing that is timed.

    Attributes:
        wat: what it is, in Dutch.
        opdracht: the command, as a person would type it.
        budget: seconds of the design § 10; 0 where there is none.
        bereid: makes ready before each run, not timed.
        invoer: what the command reads on standard input.
        keren: how often.
        tijden: seconds of each run.
        geheugen: peak of each run, in MiB.
    """

    wat: str
    opdracht: list[str]
    budget: float = 0
    bereid: Callable[[], None] = lambda: None
    invoer: Path | None = None
    keren: int = 5
    tijden: list[float] = field(default_factory=list)
    geheugen: list[float] = field(default_factory=list)

    def meet(self, map_: Path, omgeving: dict[str, str]) -> None:
        """Run it once and note time and memory; a command that ends in 2 is no measurement."""
        self.bereid()
        with (self.invoer or Path(os.devnull)).open("rb") as invoer:
            begin = time.perf_counter()
            proces = subprocess.Popen(
                self.opdracht, cwd=map_, env=omgeving, stdin=invoer, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
            )
            assert proces.stderr is not None
            klacht = proces.stderr.read()
            _, status, gebruik = os.wait4(proces.pid, 0)
        self.tijden.append(time.perf_counter() - begin)
        self.geheugen.append(gebruik.ru_maxrss / _MIB)
        proces.returncode = os.waitstatus_to_exitcode(status)
        if proces.returncode not in {0, 1}:
            sys.exit(f"{' '.join(self.opdracht)} eindigde met {proces.returncode}:\n{klacht.decode()}")


def main() -> None:
    """Measure and write the page."""
    kiezer = argparse.ArgumentParser(description="Meet Raadwerk en schrijf docs/prestaties.md.")
    kiezer.add_argument("--gemeenten", type=int, default=342, help="hoeveel dossiers achter elkaar (0: overslaan)")
    kiezer.add_argument("--keren", type=int, default=7, help="hoe vaak elke korte meting")
    keuze = kiezer.parse_args()
    with tempfile.TemporaryDirectory() as tijdelijk:
        map_ = Path(tijdelijk)
        metingen = _metingen(map_, keuze.gemeenten, keuze.keren)
        omgeving = {naam: waarde for naam, waarde in os.environ.items() if naam != "PYTHONDONTWRITEBYTECODE"}
        for ronde in range(max(meting.keren for meting in metingen)):
            for meting in metingen:
                if ronde < meting.keren:
                    meting.meet(map_ / "werk", omgeving)
            print(f"ronde {ronde + 1} klaar", flush=True)  # noqa: T201 - progress of a script
    pagina = _pagina(metingen)
    (WORTEL / "docs/prestaties.md").write_text(pagina, encoding="utf-8")
    print(pagina)  # noqa: T201 - idem


def _metingen(map_: Path, gemeenten: int, keren: int) -> list[Meting]:
    """What is timed, on a copy of the project's facts in `map_`."""
    raadwerk = str(Path(sys.executable).with_name("raadwerk"))
    werk, uit = map_ / "werk", map_ / "uit"
    werk.mkdir()
    shutil.copytree(WORTEL / "inhoud", werk / "inhoud")
    shutil.copy2(WORTEL / "gemeente.yaml", werk)
    datums, zaken = _datums(map_ / "datums.txt"), _zaken(map_ / "zaken.yaml")
    cijfers = werk / "inhoud/dalfsen/cijfers.yaml"

    def weg() -> None:
        shutil.rmtree(uit, ignore_errors=True)

    def ander_cijfer() -> None:
        tekst = cijfers.read_text(encoding="utf-8")
        oud, nieuw = ("waarde: 190", "waarde: 180") if "waarde: 190" in tekst else ("waarde: 180", "waarde: 190")
        cijfers.write_text(tekst.replace(oud, nieuw, 1), encoding="utf-8")

    toets = [raadwerk, "bezwaar", "toets"]
    bouw = [raadwerk, "bouw", "dalfsen", "--uitvoer", str(uit)]
    metingen = [
        Meting("een termijn, uitgelegd", [raadwerk, "termijn", "24-3-2026"], 0.20, keren=keren),
        Meting("20.000 datums op standaardinvoer", [raadwerk, "termijn", "-", "--json"], 3, invoer=datums, keren=3),
        Meting("het hele dossier Dalfsen, koud", bouw, 1.0, bereid=weg, keren=keren),
        Meting("hetzelfde, niets gewijzigd", bouw, 0.25, keren=keren),
        Meting("hetzelfde, één cijfer gewijzigd", bouw, bereid=ander_cijfer, keren=keren),
        Meting("één bezwaar getoetst", [*toets, str(_zaak(map_))], 0.20, keren=keren),
        Meting("10.000 bezwaren door elke regel", [*toets, "-", "--json"], 6, invoer=zaken, keren=3),
        *_peers(map_),
    ]  # fmt: skip
    if gemeenten:
        veel = map_ / "veel"
        shutil.copy2(WORTEL / "gemeente.yaml", _map(veel))
        for nummer in range(gemeenten):
            shutil.copytree(WORTEL / "inhoud/dalfsen", veel / f"inhoud/gemeente{nummer:03d}")
        opdracht = ["sh", "-c", f"cd '{veel}' && '{raadwerk}' bouw --uitvoer '{veel}/uit'"]
        metingen.append(Meting(f"{gemeenten} dossiers achter elkaar", opdracht, 90, keren=1))
    return [meting for meting in metingen if meting.keren]


def _map(pad: Path) -> Path:
    pad.mkdir(parents=True)
    return pad


def _datums(pad: Path) -> Path:
    """20,000 days, all different."""
    pad.write_text("".join(f"{dt.date(1966, 1, 1) + dt.timedelta(days=dag)}\n" for dag in range(20_000)))
    return pad


def _zaak(map_: Path) -> Path:
    pad = map_ / "zaak.yaml"
    pad.write_text(_zaaktekst(0), encoding="utf-8")
    return pad


def _zaken(pad: Path) -> Path:
    """10,000 cases, with a bekendmaking on each of 900 days."""
    pad.write_text("---\n".join(_zaaktekst(nummer) for nummer in range(10_000)), encoding="utf-8")
    return pad


def _zaaktekst(nummer: int) -> str:
    dag = _DAG + dt.timedelta(days=nummer % 900)

    def na(dagen: int) -> str:
        return (dag + dt.timedelta(days=dagen)).isoformat()

    return f"""\
zaaknummer: Z-{nummer:05d}
rol: ontvanger
besluit:
  omschrijving: omgevingsvergunning dakopbouw Prinsenstraat 5
  soort: beschikking
  bestuursorgaan: college
  kenmerk: OV-{nummer}
  datum: {na(0)}
  bekendmaking: {{datum: {na(0)}, wijze: toezending}}
  voorbereiding: regulier
  rechtsmiddelverwijzing: {{aanwezig: ja, rechtsmiddel: bezwaar, termijn: 6 weken, orgaan: college}}
bezwaarschrift:
  dagtekening: {na(39)}
  ontvangen: {{datum: {na(43)}, wijze: post}}
  verzonden: {{datum: {na(41)}, bewijs: poststempel}}
  indieners:
    - naam: J. Voorbeeld
      soort: natuurlijk persoon
      ondertekend: ja
      adres: {{straat: Prinsenstraat 7, postcode: 7721 AJ, plaats: Dalfsen}}
  gemachtigde: {{naam: A. Voorbeeld, soort: familie, volmacht: nee}}
  gronden: [de dakopbouw neemt het licht weg]
  taal: nl
  verzoeken: [horen, kosten]
procedure:
  adviescommissie: {{ingesteld: ja, gemeld_op: {na(47)}}}
  verzuimbrief:
    {{datum: {na(47)}, verzuimen: [machtiging], verzendbewijs: ja, hersteltermijn_tot: {na(61)}, hersteld: {na(57)}}}
  verdaging: {{datum: {na(110)}, weken: 6, aan_alle_belanghebbenden: ja}}
  ingebrekestelling: {{ontvangen: {na(203)}, door: indiener}}
"""


def _peers(map_: Path) -> list[Meting]:
    """docxtpl with LibreOffice, and WeasyPrint, on papers that Raadwerk made; nothing where they are absent."""
    python, soffice = PEERS / "bin/python", shutil.which("soffice")
    if not python.exists():
        print("docxtpl en WeasyPrint staan er niet; zij worden niet gemeten.", flush=True)  # noqa: T201
        return []
    stukken = map_ / "peers"
    subprocess.run([Path(sys.executable).with_name("raadwerk"), "bouw", "dalfsen", "--uitvoer", str(stukken)],
                   cwd=WORTEL, check=True, stdout=subprocess.DEVNULL)  # fmt: skip
    met_word = (
        "import sys, pathlib, docxtpl\n"
        "for pad in sorted(pathlib.Path(sys.argv[1]).glob('*.docx')):\n"
        "    stuk = docxtpl.DocxTemplate(pad); stuk.render({}); stuk.save(pad.with_suffix('.peer.docx'))\n"
    )
    met_html = (
        "import sys, pathlib, weasyprint\n"
        "for pad in sorted(pathlib.Path(sys.argv[1]).glob('*.html')):\n"
        "    weasyprint.HTML(pad).write_pdf(pad.with_suffix('.peer.pdf'), pdf_variant='pdf/ua-1')\n"
    )
    metingen = [
        Meting(
            "dezelfde stukken met WeasyPrint (alleen PDF)", [str(python), "-c", met_html, f"{stukken}/dalfsen"], keren=2
        )
    ]
    if soffice:
        omzetten = f"'{soffice}' --headless --convert-to pdf --outdir '{stukken}' '{stukken}'/dalfsen/*.peer.docx"
        opdracht = ["sh", "-c", f"'{python}' -c \"$1\" '{stukken}/dalfsen' && {omzetten}", "sh", met_word]
        metingen.append(Meting("dezelfde stukken met docxtpl en LibreOffice (Word en PDF)", opdracht, keren=2))
    else:
        print("LibreOffice staat er niet; docxtpl wordt niet gemeten.", flush=True)  # noqa: T201
    return metingen


def _pagina(metingen: list[Meting]) -> str:
    machine = f"{os.cpu_count()} kernen, {platform.machine()}, {platform.system()}, Python {platform.python_version()}"
    vandaag = time.strftime("%Y-%m-%d", time.gmtime())
    kop = f"""\
# Prestaties

Gemeten op {vandaag} met `make bench` ({machine}). Hele processen, in rondes om en om, in
seconden. Een machine doet ook ander werk: vergelijk binnen deze ene tabel.

| wat | snelst | midden | traagst | keren | budget | geheugen |
|---|---|---|---|---|---|---|
"""
    return kop + "".join(f"| {' | '.join(_cellen(meting))} |\n" for meting in metingen)


def _cellen(meting: Meting) -> list[str]:
    tijden = min(meting.tijden), statistics.median(meting.tijden), max(meting.tijden)
    geheugen = f"{max(meting.geheugen):.0f} MB"
    return [meting.wat, *map(_seconden, tijden), str(len(meting.tijden)), _budget(meting), geheugen]


def _seconden(tijd: float) -> str:
    return f"{tijd:.2f}".replace(".", ",")


def _budget(meting: Meting) -> str:
    if not meting.budget:
        return "–"
    gehaald = "gehaald" if statistics.median(meting.tijden) <= meting.budget else "niet gehaald"
    return f"{_seconden(meting.budget)}: {gehaald}"


if __name__ == "__main__":
    main()
