"""Every word in a public name is explained: in docs/begrippen.md when Dutch, in tests/engels.txt when English."""

import ast
import re
import unicodedata
from collections.abc import Iterator

from conftest import WORTEL

WOORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")


def openbare_namen(inhoud: list[ast.stmt]) -> Iterator[str]:
    """Classes with their fields, members and methods, functions and constants; nothing that starts with ``_``."""
    for knoop in inhoud:
        match knoop:
            case ast.ClassDef(name=naam, body=deel) if not naam.startswith("_"):
                yield naam
                yield from openbare_namen(deel)
            case ast.FunctionDef(name=naam) | ast.AnnAssign(target=ast.Name(naam)) if not naam.startswith("_"):
                yield naam
            case ast.Assign(targets=doelen):
                yield from (doel.id for doel in doelen if isinstance(doel, ast.Name) and not doel.id.startswith("_"))
            case _:
                pass


def namen_per_module() -> dict[str, set[str]]:
    """Public names by module; the module's own path counts as one. Options of a command are its parameters."""
    alles = {}
    for bestand in sorted(WORTEL.glob("generator/**/*.py")):
        boom = ast.parse(bestand.read_text(encoding="utf-8"))
        namen = set(openbare_namen(boom.body))
        for functie in ast.walk(boom):
            if isinstance(functie, ast.FunctionDef) and "cli" in bestand.parent.parts and functie.decorator_list:
                namen.update(argument.arg for argument in (*functie.args.args, *functie.args.kwonlyargs))
        pad = bestand.relative_to(WORTEL).with_suffix("").as_posix()
        alles[pad] = namen | {deel for deel in pad.split("/") if not deel.startswith("_")}
    return alles


def begrippen() -> Iterator[str]:
    """The words of the first column of every table, without accents and capitals."""
    for regel in (WORTEL / "docs/begrippen.md").read_text(encoding="utf-8").splitlines():
        if regel.startswith("| "):
            kaal = unicodedata.normalize("NFKD", regel.split("|")[1]).encode("ascii", "ignore").decode()
            yield from re.findall(r"[a-z]+", kaal.lower())


def engels() -> list[str]:
    return (WORTEL / "tests/engels.txt").read_text(encoding="utf-8").split()


def test_every_word_in_a_public_name_is_explained() -> None:
    uitgelegd = {*begrippen(), *engels()}
    onbekend = sorted(
        f"{module}.py: ‘{woord.lower()}’ in {naam}"
        for module, namen in namen_per_module().items()
        for naam in namen
        for woord in WOORD.findall(naam)
        if woord.lower() not in uitgelegd
    )

    assert [] == onbekend, "Nederlands hoort in docs/begrippen.md, Engels in tests/engels.txt."


def test_the_english_words_are_in_order_and_stand_once() -> None:
    assert sorted(set(engels())) == engels()


def test_every_term_of_law_has_a_meaning_an_article_and_an_english_word() -> None:
    tekst = (WORTEL / "docs/begrippen.md").read_text(encoding="utf-8").split("## Gewone woorden")[0]
    rijen = [regel for regel in tekst.splitlines() if regel.startswith("| ")]

    for rij in rijen:
        assert 4 == len([cel for cel in rij.strip("|").split("|") if cel.strip()]), rij


def test_the_glossary_says_which_language_is_authoritative() -> None:
    assert "**Welke taal geldt.**" in (WORTEL / "docs/begrippen.md").read_text(encoding="utf-8")
