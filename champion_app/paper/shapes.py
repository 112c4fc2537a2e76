"""Lines, boxes, cards and discs, in points from the lower left corner of the page. What they are, the pen must know."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from champion_app.paper.pen import Pen
from champion_app.paper.style import ink

Point = tuple[float, float]

_ROUND = 0.5523  # where a Bezier curve's handles stand for a quarter circle


def box(pen: Pen, x: float, y: float, width: float, height: float, fill: str) -> None:
    """A filled rectangle from its lower left corner."""
    pen.write(f"{ink(fill)} rg {x:.2f} {y:.2f} {width:.2f} {height:.2f} re f")


def rule(pen: Pen, start: Point, end: Point, colour: str, width: float = 0.75, dash: str = "") -> None:
    """A straight line. ``dash`` is lengths of strokes and gaps, such as ``3 2``."""
    strokes(pen, [start, end], colour, width, dash)


def strokes(
    pen: Pen, points: Iterable[Point], colour: str, width: float = 0.75, dash: str = "", *, closed: bool = False
) -> None:
    """A line through points."""
    pen.write(f"{ink(colour)} RG {width:.2f} w [{dash}] 0 d 1 J 1 j {_path(points)} {'s' if closed else 'S'}")


def card(
    pen: Pen, x: float, y: float, width: float, height: float, radius: float, fill: str = "", outline: str = ""
) -> None:
    """A rectangle with rounded corners, filled, outlined or both."""
    colours = (f"{ink(fill)} rg " if fill else "") + (f"{ink(outline)} RG 0.75 w [] 0 d " if outline else "")
    paint = "B" if fill and outline else "f" if fill else "S"
    pen.write(f"{colours}{_rounded(x, y, width, height, radius)} {paint}")


def disc(pen: Pen, x: float, y: float, radius: float, fill: str) -> None:
    """A filled circle."""
    card(pen, x - radius, y - radius, 2 * radius, 2 * radius, radius, fill)


def rectangles(pen: Pen, places: Iterable[tuple[float, float, float, float]], fill: str) -> None:
    """Many filled rectangles as one shape: a QR code."""
    path = " ".join(f"{x:.2f} {y:.2f} {w:.2f} {h:.2f} re" for x, y, w, h in places)
    pen.write(f"{ink(fill)} rg {path} f")


@contextmanager
def clipped(pen: Pen, x: float, y: float, width: float, height: float) -> Iterator[None]:
    """Nothing drawn inside shows outside the rectangle."""
    pen.write(f"q {x:.2f} {y:.2f} {width:.2f} {height:.2f} re W n")
    yield
    pen.write("Q")


def _path(points: Iterable[Point]) -> str:
    return " ".join(f"{x:.2f} {y:.2f} {'l' if number else 'm'}" for number, (x, y) in enumerate(points))


def _rounded(x: float, y: float, width: float, height: float, radius: float) -> str:
    r = min(radius, width / 2, height / 2)
    k = r * (1 - _ROUND)
    right, top = x + width, y + height
    parts = (
        ("m", x + r, y), ("l", right - r, y), ("c", right - k, y, right, y + k, right, y + r),
        ("l", right, top - r), ("c", right, top - k, right - k, top, right - r, top),
        ("l", x + r, top), ("c", x + k, top, x, top - k, x, top - r),
        ("l", x, y + r), ("c", x, y + k, x + k, y, x + r, y),
    )  # fmt: skip
    return " ".join(" ".join(f"{value:.2f}" for value in part[1:]) + f" {part[0]}" for part in parts) + " h"
