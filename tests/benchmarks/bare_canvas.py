"""The floor for paper: the same words on a bare ReportLab canvas. No tags, no links, no bidi, no checks of any kind.

It reads plain data (``plain_paper.py`` makes it) and knows nothing of Champion, so that it can also be run as a process
of its own: ``python bare_canvas.py PLAIN.json OUT.pdf`` is what a cold start is measured against.
"""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

FONT, BOLD = "Plain", "PlainBold"
LINE = HexColor("#D8D3C8")


def load_fonts(plain: dict[str, Any]) -> None:
    """Reads the two font files named in the data. Once for a process: warm rounds have them."""
    for name, path in zip((FONT, BOLD), plain["fonts"], strict=True):
        registerFont(TTFont(name, path))


def draw(plain: dict[str, Any]) -> bytes:
    """The PDF."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(plain["width"], plain["height"]))
    canvas.setTitle(plain["title"])
    pages = _Pages(canvas, plain)
    for group in plain["groups"]:
        if group.get("break"):
            pages.turn()
        elif group["fill"]:
            pages.card(group)
        else:
            for paragraph in group["paragraphs"]:
                pages.paragraph(paragraph)
    if plain["table"]:
        pages.table(plain["table"])
    pages.end()
    canvas.save()
    return out.getvalue()


class _Pages:
    """A pen that goes down the page and turns it."""

    def __init__(self, canvas: Canvas, plain: dict[str, Any]) -> None:
        self._canvas = canvas
        self._plain = plain
        self._left = plain["margin"]
        self._inside = plain["width"] - 2 * plain["margin"]
        self._bottom = plain["bottom"]
        self._top = plain["height"] - plain["margin"]
        self._number = 1
        canvas.setFillColor(HexColor(plain["accent"]))
        canvas.rect(0, plain["height"] - plain["band"], plain["width"], plain["band"], stroke=0, fill=1)
        self._y = plain["first_top"]

    def paragraph(self, paragraph: dict[str, Any], inset: float = 0) -> None:
        """Lines of text, over as many pages as it takes."""
        if self._y < self._top:
            self._y -= paragraph["before"]
        for place, line in enumerate(self._lines(paragraph, inset)):
            if self._y - paragraph["leading"] < self._bottom:
                self.turn()
            self._line(line, paragraph, inset, first=place == 0)
        self._y -= paragraph["after"]

    def card(self, group: dict[str, Any]) -> None:
        """Paragraphs on a tinted rectangle that is not cut."""
        padding = group["padding"]
        height = 2 * padding + sum(
            len(self._lines(paragraph, padding)) * paragraph["leading"] + paragraph["after"]
            for paragraph in group["paragraphs"]
        )
        if self._y - height < self._bottom:
            self.turn()
        self._canvas.setFillColor(HexColor(group["fill"]))
        self._canvas.rect(self._left, self._y - height, self._inside, height, stroke=0, fill=1)
        self._y -= padding
        for paragraph in group["paragraphs"]:
            self.paragraph(paragraph, padding)
        self._y -= padding + 6

    def table(self, table: dict[str, Any]) -> None:
        """Rows with a rule under each; a row that does not fit goes to the next page, under the headings again."""
        share = self._inside / sum(table["widths"])
        widths = [width * share for width in table["widths"]]
        self._row(table["head"], widths, table, bold=True)
        for row in table["rows"]:
            spans = [self._inside] if row["section"] else widths
            cells = [
                simpleSplit(words, BOLD if row["section"] else FONT, table["size"], width - 2 * table["side"])
                for words, width in zip(row["cells"], spans, strict=False)
            ]
            if self._y - _height(cells, table) < self._bottom:
                self.turn()
                self._row(table["head"], widths, table, bold=True)
            self._cells(cells, spans, table, bold=row["section"])

    def _row(self, words: Sequence[str], widths: Sequence[float], table: dict[str, Any], *, bold: bool) -> None:
        font = BOLD if bold else FONT
        cells = [
            simpleSplit(text, font, table["size"], width - 2 * table["side"])
            for text, width in zip(words, widths, strict=True)
        ]
        self._cells(cells, widths, table, bold=bold)

    def _cells(
        self, cells: Sequence[Sequence[str]], widths: Sequence[float], table: dict[str, Any], *, bold: bool
    ) -> None:
        height = _height(cells, table)
        if bold:
            self._canvas.setFillColor(HexColor(table["fill"]))
            self._canvas.rect(self._left, self._y - height, self._inside, height, stroke=0, fill=1)
        self._canvas.setFillColor(HexColor(table["colour"]))
        self._canvas.setFont(BOLD if bold else FONT, table["size"])
        left = self._left
        for lines, width in zip(cells, widths, strict=False):
            y = self._y - table["padding"] - table["size"]
            for line in lines:
                self._canvas.drawString(left + table["side"], y, line)
                y -= table["leading"]
            left += width
        self._y -= height
        self._canvas.setStrokeColor(LINE)
        self._canvas.line(self._left, self._y, self._left + self._inside, self._y)

    def turn(self) -> None:
        """The next page."""
        self.end()
        self._canvas.showPage()
        self._number += 1
        self._y = self._top

    def end(self) -> None:
        """The foot of a page."""
        foot = self._plain["foot"]
        y = self._bottom - 14 - foot["size"]
        self._canvas.setStrokeColor(LINE)
        self._canvas.line(self._left, self._bottom - 12, self._left + self._inside, self._bottom - 12)
        self._canvas.setFillColor(HexColor(foot["colour"]))
        self._canvas.setFont(FONT, foot["size"])
        self._canvas.drawString(self._left, y, foot["words"])
        count = f"Page {self._number} of {foot['pages']}"
        self._canvas.drawRightString(self._left + self._inside, y, count)

    def _lines(self, paragraph: dict[str, Any], inset: float) -> list[str]:
        width = self._inside - 2 * inset - paragraph["indent"]
        lines: list[str] = simpleSplit(paragraph["words"], _font(paragraph), paragraph["size"], width)
        return lines

    def _line(self, line: str, paragraph: dict[str, Any], inset: float, *, first: bool) -> None:
        left = self._left + inset
        self._canvas.setFillColor(HexColor(paragraph["colour"]))
        if first and paragraph["label"]:
            self._canvas.setFont(BOLD, paragraph["size"])
            self._canvas.drawString(left, self._y - paragraph["size"], paragraph["label"])
        self._canvas.setFont(_font(paragraph), paragraph["size"])
        self._canvas.drawString(left + paragraph["indent"], self._y - paragraph["size"], line)
        self._y -= paragraph["leading"]


def _height(cells: Sequence[Sequence[str]], table: dict[str, Any]) -> float:
    height: float = max(map(len, cells)) * table["leading"] + 2 * table["padding"] + table["after"]
    return height


def _font(paragraph: dict[str, Any]) -> str:
    return BOLD if paragraph["bold"] else FONT


if __name__ == "__main__":
    given = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    load_fonts(given)
    Path(sys.argv[2]).write_bytes(draw(given))
