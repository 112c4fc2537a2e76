"""Sizes, colours and sheets of paper. Plain numbers in points (72 to the inch); no PDF library is needed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum

MILLIMETRE = 72 / 25.4

# The print palette. Text pairs have a contrast of at least 6:1 on white and on the soft tints.
ACCENT = "#1B6A66"
ON_ACCENT = "#FFFFFF"
TEXT = "#1E282D"
MUTED = "#55616A"
LINE = "#D8D3C8"
STRONG = "#8A8578"
SOFT = "#E2F0EE"
WARM = "#FFF3D9"
PAPER = "#FFFFFF"


class Tone(Enum):
    """The background of a box or a cell. Meaning is never carried by tone alone: the words say it too."""

    PLAIN = PAPER
    SOFT = SOFT
    WARM = WARM


class Align(Enum):
    """Where a line of text begins. START is left, or right in a script that runs right to left."""

    START = "start"
    CENTRE = "centre"
    END = "end"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page as it is read: width, height and margin in points."""

    name: str
    width: float
    height: float
    margin: float

    @property
    def turned(self) -> Sheet:
        """The same sheet lying on its long side."""
        return replace(self, name=f"{self.name} landscape", width=self.height, height=self.width)


A3 = Sheet("A3", 297 * MILLIMETRE, 420 * MILLIMETRE, 24 * MILLIMETRE)
A4 = Sheet("A4", 210 * MILLIMETRE, 297 * MILLIMETRE, 20 * MILLIMETRE)
A5 = Sheet("A5", 148.5 * MILLIMETRE, 210 * MILLIMETRE, 12 * MILLIMETRE)
DL = Sheet("DL", 99 * MILLIMETRE, 210 * MILLIMETRE, 9 * MILLIMETRE)


@dataclass(frozen=True, slots=True)
class Scale:
    """A type scale in points. ``small`` is the smallest size that stands anywhere on the paper."""

    name: str
    title: float
    section: float
    minor: float
    large: float
    body: float
    small: float
    number: float
    band: float


STANDARD = Scale("standard", title=22, section=15, minor=13, large=14, body=12, small=12, number=18, band=24)
LARGE_PRINT = Scale("large print", title=26, section=22, minor=19, large=21, body=18, small=18, number=26, band=32)
POSTER_A4 = Scale("poster A4", title=48, section=38, minor=34, large=40, body=34, small=16, number=44, band=48)
POSTER_A3 = Scale("poster A3", title=68, section=54, minor=48, large=56, body=48, small=22, number=62, band=68)


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How one piece of text is set: size and leading in points, colour, weight, where lines begin."""

    size: float
    colour: str = TEXT
    bold: bool = False
    align: Align = Align.START
    before: float = 0
    after: float = 0
    leading_ratio: float = 1.38

    @property
    def leading(self) -> float:
        """The distance from one baseline to the next."""
        return self.size * self.leading_ratio


def ink(colour: str) -> str:
    """A ``#RRGGBB`` colour as the three numbers a PDF operator wants."""
    return " ".join(f"{int(colour[place : place + 2], 16) / 255:.3f}" for place in (1, 3, 5))
