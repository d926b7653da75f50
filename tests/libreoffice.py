"""Runs under the Python of LibreOffice (``uno``): accept or reject every change in Word files, and print what is left.

Arguments: the pipe on which LibreOffice listens, then ``lees``, ``accepteer`` or ``weiger`` and a file, as often as
wanted. It prints one JSON list: of each file the text of each paragraph and of each cell, and that of its notes.
"""

import json
import sys
import time
from pathlib import Path

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.uno import RuntimeException

OPDRACHT = {"accepteer": ".uno:AcceptAllTrackedChanges", "weiger": ".uno:RejectAllTrackedChanges"}


def verbind(pijp):
    lokaal = uno.getComponentContext()
    zoeker = lokaal.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", lokaal)
    for _ in range(240):
        try:
            return zoeker.resolve(f"uno:pipe,name={pijp};urp;StarOffice.ComponentContext")
        except Exception:  # noqa: BLE001 - it does not listen yet
            time.sleep(0.25)
    raise SystemExit("LibreOffice luistert niet")


def cellen(tabel):
    """What stands in each cell: all at once, for each question takes long; one by one where cells were merged."""
    try:
        return [str(inhoud) for rij in tabel.getDataArray() for inhoud in rij]
    except RuntimeException:
        return [tabel.getCellByName(naam).getString() for naam in tabel.getCellNames()]


def delen(tekst):
    uit = []
    stukken = tekst.createEnumeration()
    while stukken.hasMoreElements():
        stuk = stukken.nextElement()
        if stuk.supportsService("com.sun.star.text.TextTable"):
            uit += cellen(stuk)
        else:
            uit.append(stuk.getString())
    return uit


def main():
    context = verbind(sys.argv[1])
    maker = context.ServiceManager
    bureau = maker.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    uitvoerder = maker.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)
    uit = []
    for wat, bestand in zip(sys.argv[2::2], sys.argv[3::2], strict=True):
        adres = Path(bestand).resolve().as_uri()
        document = bureau.loadComponentFromURL(adres, "_blank", 0, (PropertyValue("Hidden", 0, True, 0),))
        if wat in OPDRACHT:
            uitvoerder.executeDispatch(document.CurrentController.Frame, OPDRACHT[wat], "", 0, ())
        noten = [document.Footnotes.getByIndex(nummer).getString() for nummer in range(document.Footnotes.Count)]
        uit.append([delen(document.Text), noten])
        document.close(True)
    print(json.dumps(uit))  # noqa: T201 - for the test that started us
    try:
        bureau.terminate()
    except Exception:  # noqa: BLE001 - it goes before it can answer
        return


main()
