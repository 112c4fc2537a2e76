"""The parts of an Excel file that its sheets share: which sheets there are, texts, styles, and links between parts."""

from __future__ import annotations

from typing import NamedTuple

from champion_app.exchange.excel_sheet import unescaped
from champion_app.exchange.excel_values import BUILT_IN, Format, format_of
from champion_app.exchange.foreign_xml import beside, read_xml
from champion_app.exchange.safe_zip import SafeZip


class Link(NamedTuple):
    """A link from one part to another, or to somewhere outside; ``kind`` is the last word of its type."""

    id: str
    kind: str
    target: str


class SheetPlace(NamedTuple):
    """A sheet as the workbook lists it."""

    name: str
    hidden: bool
    link: str


def part_named(archive: SafeZip, name: str) -> str:
    """The name as it stands in the zip file, where capitals may differ; nothing if it is not there."""
    if name in archive.names():
        return name
    return next((one for one in archive.names() if one.casefold() == name.casefold()), "")


def links_of(archive: SafeZip, part: str) -> list[Link]:
    """Where a part leads; ``part`` is "" for the whole file. Targets inside the file are full names in it."""
    folder, _, file = part.rpartition("/")
    name = part_named(archive, f"{folder}/_rels/{file}.rels".lstrip("/"))
    if not name:
        return []
    found = _Links(part)
    read_xml(archive.read(name), found)
    return found.links


class _Silent:
    """A reader that listens to nothing yet."""

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """A tag opens."""

    def end(self, tag: str) -> None:
        """A tag closes."""

    def text(self, words: str) -> None:
        """Words between tags."""


class _Links(_Silent):
    def __init__(self, part: str) -> None:
        self.links: list[Link] = []
        self._part = part

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "Relationship":
            target = attributes.get("Target", "")
            if attributes.get("TargetMode") != "External":
                target = beside(self._part, target)
            self.links.append(Link(attributes.get("Id", ""), attributes.get("Type", "").rpartition("/")[2], target))


class Workbook(_Silent):
    """The list of sheets, and whether days count from 1904 (an XmlReader)."""

    def __init__(self) -> None:
        self.sheets: list[SheetPlace] = []
        self.from_1904 = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """A tag opens."""
        if tag == "sheet":
            hidden = attributes.get("state", "visible") != "visible"
            self.sheets.append(SheetPlace(attributes.get("name", ""), hidden, attributes.get("id", "")))
        elif tag == "workbookPr":
            self.from_1904 = attributes.get("date1904") in ("1", "true")


class Texts(_Silent):
    """The texts that cells refer to by number, each put together from its pieces (an XmlReader)."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self._pieces: list[str] = []
        self._heard = False
        self._sounds = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """A tag opens."""
        if tag == "si":
            self._pieces = []
        elif tag == "rPh":
            self._sounds += 1
        elif tag == "t":
            self._heard = not self._sounds

    def end(self, tag: str) -> None:
        """A tag closes."""
        if tag == "si":
            self.texts.append(unescaped("".join(self._pieces)))
        elif tag == "rPh":
            self._sounds -= 1
        elif tag == "t":
            self._heard = False

    def text(self, words: str) -> None:
        """Words between tags."""
        if self._heard:
            self._pieces.append(words)


class Styles(_Silent):
    """How each style shows a number (an XmlReader)."""

    def __init__(self) -> None:
        self.formats: list[Format] = []
        self._codes: dict[str, str] = {str(number): code for number, code in BUILT_IN.items()}
        self._made: dict[str, Format] = {}
        self._inside = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """A tag opens."""
        if tag == "numFmt":
            self._codes.setdefault(attributes.get("numFmtId", ""), attributes.get("formatCode", ""))
        elif tag == "cellXfs":
            self._inside = True
        elif tag == "xf" and self._inside:
            number = attributes.get("numFmtId", "0")
            if number not in self._made:
                self._made[number] = format_of(self._codes.get(number, "")[:200])
            self.formats.append(self._made[number])

    def end(self, tag: str) -> None:
        """A tag closes."""
        if tag == "cellXfs":
            self._inside = False
