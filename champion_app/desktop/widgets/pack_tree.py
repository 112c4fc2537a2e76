"""What may go into a pack, by noun, each with a tick: a tree of two levels, quick with thousands of things."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from champion_app.desktop.widgets.pack_words import noun_words
from champion_app.desktop.words import tr, trn
from champion_app.domain.attachments import size_words
from champion_app.domain.search_words import fold
from champion_app.domain.typed_text import first_line
from champion_app.tasks.pack_making import Offered

_NO_PARENT = QModelIndex()
_LONGEST = 160
_SHOWN = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
Index = QModelIndex | QPersistentModelIndex
Ticks = dict[str, set[int]]


@dataclass(frozen=True)
class Weight:
    """How many things are ticked, and how many files of what size come with them."""

    items: int
    files: int
    size: int


class PackTree(QAbstractItemModel):
    """``ticked`` is emitted when ticks were set or taken away. A noun's tick is for those of its things in view."""

    ticked = Signal()

    def __init__(self, offered: Mapping[str, Sequence[Offered]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._nouns = [noun for noun, found in offered.items() if found]
        self._all = {noun: list(offered[noun]) for noun in self._nouns}
        self._folded = {noun: [fold(one.name) for one in found] for noun, found in self._all.items()}
        self._shown = {noun: list(found) for noun, found in self._all.items()}
        self._in_view = list(self._nouns)
        self.ticks: Ticks = {noun: set() for noun in self._nouns}

    def rows_ticked(self) -> dict[str, tuple[int, ...]]:
        """What is ticked, in the order of the binder."""
        return {
            noun: tuple(one.row_id for one in found if one.row_id in self.ticks[noun])
            for noun, found in self._all.items()
        }

    def weight(self) -> Weight:
        """What is ticked, counted and weighed."""
        chosen = [one for noun, found in self._all.items() for one in found if one.row_id in self.ticks[noun]]
        return Weight(len(chosen), sum(one.files for one in chosen), sum(one.size for one in chosen))

    def tick(self, noun: str, numbers: Iterable[int], *, on: bool = True) -> int:
        """Ticks things, or takes their ticks away; returns how many of them can be ticked at all."""
        meant = {one.row_id for one in self._all.get(noun, ())} & set(numbers)
        if meant:
            self.ticks[noun] = self.ticks[noun] | meant if on else self.ticks[noun] - meant
            self._changed()
        return len(meant)

    def look_for(self, typed: str) -> int:
        """Shows what has every word typed in its name; returns how many there are."""
        words = fold(typed).split()
        self.beginResetModel()
        for noun, found in self._all.items():
            pairs = zip(found, self._folded[noun], strict=True)
            self._shown[noun] = [one for one, folded in pairs if all(word in folded for word in words)]
        self._in_view = [noun for noun in self._nouns if self._shown[noun]]
        self.endResetModel()
        return sum(len(self._shown[noun]) for noun in self._in_view)

    def index(self, row: int, column: int, parent: Index = _NO_PARENT) -> QModelIndex:
        """A noun (number 0) or a thing (its noun's place and one more)."""
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else 0)

    def parent(self, index: Index = _NO_PARENT) -> QModelIndex:  # type: ignore[override]
        """The noun of a thing."""
        if not index.isValid() or not index.internalId():
            return QModelIndex()
        return self.createIndex(index.internalId() - 1, 0, 0)

    def rowCount(self, parent: Index = _NO_PARENT) -> int:  # noqa: N802 - Qt's name
        """How many nouns, or how many things of one."""
        if not parent.isValid():
            return len(self._in_view)
        return 0 if parent.internalId() else len(self._shown[self._in_view[parent.row()]])

    def columnCount(self, parent: Index = _NO_PARENT) -> int:  # noqa: N802 - Qt's name
        """One."""
        return 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Everything can be ticked."""
        flag = Qt.ItemFlag
        return flag.ItemIsEnabled | flag.ItemIsSelectable | flag.ItemIsUserCheckable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words and the tick."""
        one = self._thing(index)
        if role in _SHOWN:
            return _thing_words(one) if one is not None else self._noun_words(index)
        if role == Qt.ItemDataRole.CheckStateRole:
            return self._state(index, one)
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: N802
        """A tick was pressed."""
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        one, noun = self._thing(index), self._noun(index)
        wanted = Qt.CheckState(value) is Qt.CheckState.Checked
        if one is not None:
            self.tick(noun, [one.row_id], on=wanted)
        else:
            whole = self._state(index, None) is Qt.CheckState.Checked
            self.tick(noun, [each.row_id for each in self._shown[noun]], on=not whole)
        return True

    def _changed(self) -> None:
        roles = [Qt.ItemDataRole.CheckStateRole, Qt.ItemDataRole.DisplayRole]
        for place, noun in enumerate(self._in_view):
            top = self.index(place, 0)
            self.dataChanged.emit(top, top, roles)
            self.dataChanged.emit(self.index(0, 0, top), self.index(len(self._shown[noun]) - 1, 0, top), roles)
        self.ticked.emit()

    def _noun(self, index: Index) -> str:
        return self._in_view[index.internalId() - 1 if index.internalId() else index.row()]

    def _thing(self, index: Index) -> Offered | None:
        return self._shown[self._noun(index)][index.row()] if index.internalId() else None

    def _state(self, index: Index, one: Offered | None) -> Qt.CheckState:
        ticks = self.ticks[self._noun(index)]
        if one is not None:
            return Qt.CheckState.Checked if one.row_id in ticks else Qt.CheckState.Unchecked
        on = sum(each.row_id in ticks for each in self._shown[self._noun(index)])
        if on == len(self._shown[self._noun(index)]):
            return Qt.CheckState.Checked
        return Qt.CheckState.PartiallyChecked if on else Qt.CheckState.Unchecked

    def _noun_words(self, index: Index) -> str:
        noun = self._noun(index)
        on = len(self.ticks[noun])
        return tr("{noun}: {n} of {all}", noun=noun_words(noun), n=on, all=len(self._all[noun]))


def _thing_words(one: Offered) -> str:
    name = first_line(one.name, _LONGEST)
    if not one.files:
        return name
    files = trn("{n} file", "{n} files", one.files)
    return tr("{name} ({files}, {size})", name=name, files=files, size=size_words(one.size))
