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
    """A type scale in points. ``small`` is the smallest size that stands anywhere on the paper.

    ``spacing`` is a share of the usual room between things, ``leading`` the distance of lines as a share of their size.
    """

    name: str
    title: float
    section: float
    minor: float
    large: float
    body: float
    small: float
    number: float
    band: float
    spacing: float = 1.0
    leading: float = 1.38


STANDARD = Scale("standard", title=22, section=15, minor=13, large=14, body=12, small=12, number=18, band=24)
LARGE_PRINT = Scale("large print", title=26, section=22, minor=19, large=21, body=18, small=18, number=26, band=32)
# The words of a poster that are read from two metres are its title and what is ``large``.
POSTER_A4 = Scale("poster A4", 60, section=38, minor=34, large=38, body=28, small=14, number=36, band=40, leading=1.24)
POSTER_A3 = Scale("poster A3", 84, section=54, minor=48, large=54, body=40, small=18, number=50, band=56, leading=1.24)
POSTER_A5 = Scale("poster A5", 42, section=27, minor=24, large=27, body=20, small=12, number=25, band=28, leading=1.24)
CERTIFICATE_A4 = Scale("charter A4", title=34, section=24, minor=21, large=24, body=17, small=12, number=26, band=34)
CERTIFICATE_A3 = Scale("charter A3", title=48, section=34, minor=30, large=34, body=24, small=17, number=36, band=48)


def closer(scale: Scale, step: int) -> Scale:
    """The same letters set closer in two steps (0 is as usual): for a paper that would else need one sheet more."""
    return replace(scale, spacing=(1.0, 0.8, 0.62)[step], leading=(1.38, 1.31, 1.25)[step])


def narrower(sheet: Sheet, step: int) -> Sheet:
    """The same sheet with smaller margins, but never so small that a printer cannot reach."""
    return replace(sheet, margin=max(8 * MILLIMETRE, sheet.margin * (1.0, 0.88, 0.76)[step]))


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
