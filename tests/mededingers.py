"""docxtpl and WeasyPrint on the papers that Raadwerk made: run by the Python of their own environment (``make bench``).

    python mededingers.py bereid MAP      a template for docxtpl from each Word file in MAP, and its values
    python mededingers.py docxtpl MAP     each template filled in
    python mededingers.py toets MAP       whether what docxtpl made has the words of the paper
    python mededingers.py weasyprint MAP  each page as PDF

A template is the paper itself with a place to fill in wherever a figure stands, so that what docxtpl makes is the same
paper. WeasyPrint sets the page that Raadwerk made: it is spared the filling in.
"""

from __future__ import annotations

import html
import importlib
import json
import re
import sys
import zipfile
from pathlib import Path
from typing import Any

_CIJFER = re.compile(r"(<w:sdt>.*?<w:sdtContent>)(.*?)(</w:sdtContent></w:sdt>)", re.DOTALL)
_TEKST = re.compile(r"(<w:t(?: [^>]*)?>)([^<]*)(</w:t>)")
_DOCUMENT = "word/document.xml"


def bereid(map_: Path) -> None:
    """Make ``<paper>.sjabloon.docx`` and ``<paper>.json`` of each Word file."""
    for pad in sorted(map_.rglob("*.docx")):
        waarden: dict[str, str] = {}

        def plek(vondst: re.Match[str], waarden: dict[str, str] = waarden) -> str:
            naam = f"v{len(waarden)}"
            waarden[naam] = html.unescape(vondst[2])
            return f"{vondst[1]}{{{{ {naam} }}}}{vondst[3]}"

        with (
            zipfile.ZipFile(pad) as oud,
            zipfile.ZipFile(pad.with_suffix(".sjabloon.docx"), "w", zipfile.ZIP_DEFLATED) as nieuw,
        ):
            for deel in oud.namelist():
                inhoud = oud.read(deel)
                if deel == _DOCUMENT:
                    vervang = lambda cijfer: cijfer[1] + _TEKST.sub(plek, cijfer[2]) + cijfer[3]  # noqa: E731
                    inhoud = _CIJFER.sub(vervang, inhoud.decode()).encode()
                nieuw.writestr(deel, inhoud)
        pad.with_suffix(".json").write_text(json.dumps(waarden), encoding="utf-8")


def vul_in(map_: Path) -> None:
    """Make ``<paper>.docxtpl.docx`` of each template."""
    docxtpl: Any = importlib.import_module("docxtpl")
    for pad in sorted(map_.rglob("*.sjabloon.docx")):
        stam = pad.name.removesuffix(".sjabloon.docx")
        stuk = docxtpl.DocxTemplate(pad)
        stuk.render(json.loads(pad.with_name(f"{stam}.json").read_bytes()), autoescape=True)
        stuk.save(pad.with_name(f"{stam}.docxtpl.docx"))


def toets(map_: Path) -> None:
    """End with the names of papers whose words are not those of the paper they were made from."""
    gemaakt = sorted(map_.rglob("*.docxtpl.docx"))
    anders = [pad.name for pad in gemaakt if _woorden(pad) != _woorden(pad.with_name(pad.name.replace(".docxtpl", "")))]
    if anders:
        sys.exit(f"niet hetzelfde stuk: {', '.join(anders)}")


def _woorden(pad: Path) -> str:
    with zipfile.ZipFile(pad) as delen:
        return html.unescape("".join(vondst[2] for vondst in _TEKST.finditer(delen.read(_DOCUMENT).decode())))


def zet(map_: Path) -> None:
    """Make ``<paper>.weasyprint.pdf`` of each page, accessible (PDF/UA-1)."""
    weasyprint: Any = importlib.import_module("weasyprint")
    for pad in sorted(map_.rglob("*.html")):
        weasyprint.HTML(pad).write_pdf(pad.with_suffix(".weasyprint.pdf"), pdf_variant="pdf/ua-1")


if __name__ == "__main__":
    {"bereid": bereid, "docxtpl": vul_in, "toets": toets, "weasyprint": zet}[sys.argv[1]](Path(sys.argv[2]))
