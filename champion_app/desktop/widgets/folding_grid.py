"""A form's grid of two columns that becomes one column where there is little room."""

from __future__ import annotations

from typing import cast

from PySide6.QtWidgets import QGridLayout


class FoldingGrid:
    """Takes over a grid drawn in a form; ``fold`` puts what is in it below each other, or back where it was."""

    def __init__(self, grid: QGridLayout) -> None:
        self._grid = grid
        self._places = [_place(grid, place) for place in range(grid.count())]
        self._folded = False

    def fold(self, folded: bool) -> None:
        """One column, or two."""
        if folded == self._folded:
            return
        self._folded = folded
        grid = self._grid
        items = [item for _ in range(grid.count()) if (item := grid.takeAt(0)) is not None]
        # In the order of reading, whatever the order in which they were drawn.
        for row, (item, (top, left, down, across)) in enumerate(zip(items, self._places, strict=True)):
            if folded:
                grid.addItem(item, row, 0, 1, 2)
            else:
                grid.addItem(item, top, left, down, across)
        grid.invalidate()


def _place(grid: QGridLayout, number: int) -> tuple[int, int, int, int]:
    """Row, column, and how many of each an item takes; Qt's own declaration does not say that these are numbers."""
    top, left, down, across = cast("tuple[int, int, int, int]", grid.getItemPosition(number))
    return top, left, down, across
