"""What happens to the paper, in words: each size of a leaflet, how many sheets a copy takes, how to fold or cut it."""

from __future__ import annotations

from champion_app.desktop.words import tr, trn
from champion_app.domain.leaflets import Size

# What is folded or cut has a copy for the printer that is not the copy to read.
PUT_ON_SHEETS = frozenset({Size.FOLDED_A5, Size.DL, Size.A5})
_ONE_SIDED = frozenset({"poster", "certificate"})


def both_sides(kind: str) -> bool:
    """Whether this kind of paper is printed on both sides: what hangs on a wall is not."""
    return kind not in _ONE_SIDED


def copies_on_a_sheet(size: Size) -> int:
    """How many copies are printed beside each other on a sheet, to be cut."""
    return 2 if size is Size.A5 else 1


def sheets_for(kind: str, sides: int) -> int:
    """How many sheets of paper so many printed sides take."""
    return -(-sides // 2) if both_sides(kind) else sides


def size_name(kind: str, size: Size) -> str:
    """A size in plain words: "Folded in three (DL)"."""
    leaflet = both_sides(kind)
    names = {
        Size.FOLDED_A5: tr("Booklet, folded once (A5)"),
        Size.A4: tr("Flat A4") if leaflet else tr("A4"),
        Size.DL: tr("Folded in three (DL)"),
        Size.A5: tr("Flyer, the short form (A5)") if leaflet else tr("Small (A5)"),
        Size.A3: tr("A3"),
    }
    return names[size]


def size_note(kind: str, size: Size) -> str:
    """What happens to the paper: "One A4 sheet, both sides, flip on the short edge, fold in three"."""
    leaflet = both_sides(kind)
    notes = {
        Size.FOLDED_A5: tr("A4 paper, both sides, flip on the short edge, fold in the middle"),
        Size.A4: tr("A4 paper, not folded; both sides flip on the long edge")
        if leaflet
        else tr("One A4 sheet, one side"),
        Size.DL: tr("One A4 sheet, both sides, flip on the short edge, fold in three"),
        Size.A5: tr("Two alike on an A4 sheet, both sides, flip on the short edge, cut in the middle")
        if leaflet
        else tr("Two alike on an A4 sheet, one side, cut in the middle"),
        Size.A3: tr("One A3 sheet, one side, on a printer that takes A3"),
    }
    return notes[size]


def how_it_prints(kind: str, size: Size, sides: int, copies: int) -> str:
    """How it is printed, in a line: sheets for each copy and for all of them, sides, edge, fold or cut.

    ``sides`` is how many printed sides one copy (or two alike) takes; 0 while nobody knows.
    """
    steps = _steps(kind, size, sides)
    if not sides:
        return tr("Prints on {paper}: {steps}.", paper=_paper(size), steps=steps)
    sheets, alike, paper = sheets_for(kind, sides), copies_on_a_sheet(size), _paper(size)
    one, more = (
        ("{n} sheet of {paper} makes two copies: {steps}.", "{n} sheets of {paper} make two copies: {steps}.")
        if alike > 1
        else ("Each copy takes {n} sheet of {paper}: {steps}.", "Each copy takes {n} sheets of {paper}: {steps}.")
    )
    words = trn(one, more, sheets, paper=paper, steps=steps)
    if copies == 1:
        return words
    in_all = sheets * -(-copies // alike)
    total = trn(
        "{n} sheet in all for {copies} copies.", "{n} sheets in all for {copies} copies.", in_all, copies=copies
    )
    return f"{words} {total}"


def on_sheets_suffix(size: Size) -> str:
    """What is added to the name of the printer's copy, to say what to do with it; empty when there is none."""
    return {
        Size.FOLDED_A5: tr(" (to print and fold)"),
        Size.DL: tr(" (to print and fold in three)"),
        Size.A5: tr(" (to print and cut)"),
    }.get(size, "")


def _steps(kind: str, size: Size, sides: int) -> str:
    """What to do with the sheets, in order."""
    if not both_sides(kind) or (sides == 1 and size in (Size.A4, Size.A5)):
        return tr("one side, then cut in the middle") if size is Size.A5 else tr("one side")
    if size is Size.A4:
        return tr("both sides, flip on the long edge")
    last = {
        Size.FOLDED_A5: tr("fold in the middle"),
        Size.DL: tr("fold in three, with the inside up the right third first, then the left third over it"),
        Size.A5: tr("cut in the middle"),
    }.get(size, "")
    return ", ".join(part for part in (tr("both sides, flip on the short edge"), last) if part)


def _paper(size: Size) -> str:
    return "A3" if size is Size.A3 else "A4"
