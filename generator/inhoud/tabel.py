"""A table that a person made, CSV or XLSX → its rows, each with its line."""

from __future__ import annotations

import codecs
import csv
import datetime as dt
import io
import re
import zipfile
from typing import TYPE_CHECKING, Any

from generator.errors import Fout, InvoerError, Plaats
from generator.inhoud.tekens import lees_tekst

if TYPE_CHECKING:
    from collections.abc import Iterator

_DATUM = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?: 0{1,2}:00(?::00)?)?")


def read_rijen(inhoud: bytes, bestand: str, scheiding: str = "") -> Iterator[tuple[int, list[Any] | Fout]]:
    """The rows of a table, each with its line; of a workbook those of its first sheet.

    A row of a CSV with a quotation mark that is not closed is a fault, and the rows below it are read all the same.

    `scheiding` stands between the cells of a CSV file; empty to see it from the first line.

    Raises:
        InvoerError: a file that is no CSV or XLSX.
    """
    if bestand.lower().endswith(".xlsx"):
        return _rijen_xlsx(inhoud, bestand)
    return _rijen_csv(inhoud, bestand, scheiding)


def celtekst(cel: Any) -> str:  # noqa: ANN401 - what a spreadsheet holds
    """A cell as it would be written in YAML: days in ISO form, whole numbers without a point."""
    tekst = celwoorden(cel)
    if match := _DATUM.fullmatch(tekst):
        dag, maand, jaar = match.groups()
        return f"{jaar}-{maand:0>2}-{dag:0>2}"
    return tekst


def celwoorden(cel: Any) -> str:  # noqa: ANN401 - what a spreadsheet holds
    """A cell as its text on one line, whatever that may look like; a real day or number as YAML has it."""
    if cel is None:
        return ""
    if isinstance(cel, bool):
        return "ja" if cel else "nee"
    if isinstance(cel, dt.datetime):
        return cel.date().isoformat() if cel.time() == dt.time() else cel.isoformat(sep=" ", timespec="minutes")
    if isinstance(cel, (dt.date, dt.time)):
        return cel.isoformat()
    return " ".join(str(int(cel) if isinstance(cel, float) and cel.is_integer() else cel).split())


def _rijen_csv(inhoud: bytes, bestand: str, scheiding: str) -> Iterator[tuple[int, list[Any] | Fout]]:
    tekst, fouten = lees_tekst(_als_utf8(inhoud), bestand)
    if tekst is None:
        raise InvoerError(*fouten)
    teken = scheiding or max(";,\t", key=tekst.partition("\n")[0].count)
    regels = list(io.StringIO(tekst))
    waar = breedte = 0
    while waar < len(regels):
        lezer = csv.reader(map(regels.__getitem__, range(waar, len(regels))), delimiter=teken)
        try:
            rij: list[str] | None = next(lezer)
        except csv.Error:
            rij = None  # more lines than one cell can hold
        if rij is None and lezer.line_num == 1:
            raad = "sla de uitvoer opnieuw op als CSV (UTF-8)"
            raise InvoerError(Fout(Plaats(bestand, waar + 1), "deze regel is geen CSV", raad=raad))
        einde = waar + lezer.line_num
        breedte = breedte or len(rij or ())
        if rij is None or _is_open(
            regels[waar:einde], teken, is_kort=len(rij) < breedte, is_laatste=einde == len(regels)
        ):
            raad = "zet het aanhalingsteken sluiten achter de cel, of haal het weg"
            plaats = Plaats(bestand, waar + 1)
            yield waar + 1, Fout(plaats, "op deze regel staat een aanhalingsteken dat niet sluit", raad=raad)
            waar += 1
            continue
        yield einde, rij
        waar = einde


def _is_open(regels: list[str], teken: str, *, is_kort: bool, is_laatste: bool) -> bool:
    """Whether the row in `regels` took up what stands below it, for a quotation mark that is not closed."""
    if len(regels) == 1 and not (is_laatste and regels[0].count('"') % 2):
        return False
    try:
        next(csv.reader(regels, delimiter=teken, strict=True))
    except csv.Error:
        return True
    return is_kort and len(regels) > 1


def _als_utf8(inhoud: bytes) -> bytes:
    """The bytes of a CSV in UTF-8: spreadsheets here also save it as UTF-16 and as Windows-1252."""
    if inhoud.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return inhoud.decode("utf-16", errors="replace").encode()
    try:
        inhoud.decode()
    except UnicodeDecodeError:
        try:
            return inhoud.decode("cp1252").encode()
        except UnicodeDecodeError:  # a byte that Windows-1252 lacks: said to be no UTF-8
            return inhoud
    return inhoud


def _rijen_xlsx(inhoud: bytes, bestand: str) -> Iterator[tuple[int, list[Any] | Fout]]:
    import openpyxl
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        boek = openpyxl.load_workbook(io.BytesIO(inhoud), read_only=True, data_only=True)
        for nummer, rij in enumerate(boek.worksheets[0].iter_rows(values_only=True), 1):
            yield nummer, list(rij)
    except (InvalidFileException, zipfile.BadZipFile, KeyError, ValueError, IndexError, OSError):
        raad = "sla het op als werkmap (.xlsx) of als CSV"
        raise InvoerError(Fout(Plaats(bestand), "dit is geen leesbaar Excel-bestand", raad=raad)) from None
