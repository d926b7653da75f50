"""Real lists: a definition for bullets, for numbers and for letters, and a fresh count for every list with order."""

from __future__ import annotations

from copy import deepcopy
from functools import cache

from generator.schrijvers.docx.ooxml import Element, add, new_root, qualified

STEP = 357  # indentation per level, in twentieths of a point: 6.3 mm, Word's own
LEVELS = 9
_BULLETS = "•–"
_FORMATS = {
    "5261615B": "bullet",
    "5261615C": "decimal",
    "5261615D": "lowerLetter",
}  # any fixed id: Word joins equal ones


class Numbering:
    """The numbering part: grows while the body is written. `root` may be that of a municipality's own file."""

    def __init__(self, root: Element | None = None) -> None:
        self.root = new_root("numbering") if root is None else root
        abstracts = self.root.findall(qualified("abstractNum"))
        last_abstract = max((int(item.get(qualified("abstractNumId"), "0")) for item in abstracts), default=-1)
        nums = self.root.findall(qualified("num"))
        self._last = max((int(item.get(qualified("numId"), "0")) for item in nums), default=0)
        self._cleanup = self.root.find(qualified("numIdMacAtCleanup"))  # the schema wants it last
        if self._cleanup is not None:
            self.root.remove(self._cleanup)
        place = self.root.index(nums[0]) if nums else len(self.root)
        self._bullet = last_abstract + 1
        for offset, key in enumerate(_FORMATS):
            definition = deepcopy(_definition(key))
            definition.set(qualified("abstractNumId"), str(self._bullet + offset))
            self.root.insert(place + offset, definition)
        self.bullets = self._instance(self._bullet)

    def restart(self, level: int, start: int, *, letters: bool = False) -> int:
        """The id of a new list whose first number, or letter, at `level` is `start`."""
        number = self._instance(self._bullet + (2 if letters else 1))
        override = add(self.root[-1], "lvlOverride", ilvl=level)
        add(override, "startOverride", val=start)
        return number

    def adopt(self, other: Numbering, number: int) -> int:
        """The id here of list `number` of `other`, which grew on the same ground: a list that counts alike."""
        found = next(num for num in other.root.findall(qualified("num")) if num.get(qualified("numId")) == str(number))
        self._last += 1
        copied = deepcopy(found)
        copied.set(qualified("numId"), str(self._last))
        self.root.append(copied)
        return self._last

    def finish(self) -> Element:
        """The part, complete."""
        if self._cleanup is not None:
            self.root.append(self._cleanup)
        return self.root

    def _instance(self, definition: int) -> int:
        self._last += 1
        add(add(self.root, "num", numId=self._last), "abstractNumId", val=definition)
        return self._last


@cache
def _definition(key: str) -> Element:
    """A list definition that has no number yet."""
    kind = _FORMATS[key]
    root = new_root("abstractNum")
    add(root, "nsid", val=key)
    add(root, "multiLevelType", val="hybridMultilevel" if kind == "bullet" else "multilevel")
    for level in range(LEVELS):
        item = add(root, "lvl", ilvl=level)
        add(item, "start", val=1)
        add(item, "numFmt", val=kind)
        add(item, "lvlText", val=_BULLETS[level % 2] if kind == "bullet" else f"%{level + 1}.")
        add(item, "lvlJc", val="left")
        add(add(item, "pPr"), "ind", left=STEP * (level + 1), hanging=STEP)
    return root
