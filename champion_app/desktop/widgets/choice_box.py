"""Lists to choose from. The wheel scrolls the page, never the choice: a setting must not change in passing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QStringListModel, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel, QWheelEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QListView, QSizePolicy, QStyledItemDelegate

from champion_app.desktop.widgets.saver import Saver

LONGEST_LIST = 14


class ChoiceBox(QComboBox):
    """One of a list; ``fill`` may put headings between the choices that cannot be chosen."""

    def __init__(self, hint: str = "") -> None:
        super().__init__()
        self.setPlaceholderText(hint)
        self.setMaxVisibleItems(LONGEST_LIST)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setItemDelegate(QStyledItemDelegate(self))  # the usual one pays no heed to the style sheet

    def fill(self, groups: Sequence[tuple[str, Sequence[tuple[str, str]]]]) -> None:
        """Shows groups of ``(heading, [(words, value), ...])``; nothing is chosen at first."""
        model = QStandardItemModel(self)
        for heading, choices in groups:
            if heading:
                top = QStandardItem(heading)
                top.setFlags(Qt.ItemFlag.NoItemFlags)
                font = top.font()
                font.setBold(True)
                top.setFont(font)
                model.appendRow(top)
            for words, value in choices:
                item = QStandardItem(words)
                item.setData(value, Qt.ItemDataRole.UserRole)
                model.appendRow(item)
        self.setModel(model)
        self.setCurrentIndex(-1)

    @property
    def value(self) -> str:
        """The value chosen, or an empty string."""
        return str(self.currentData(Qt.ItemDataRole.UserRole) or "")

    def show_value(self, value: str) -> None:
        """Chooses a value without telling anybody; an unknown one leaves the list without a choice."""
        blocked = self.blockSignals(True)
        self.setCurrentIndex(self.findData(value, Qt.ItemDataRole.UserRole) if value else -1)
        self.blockSignals(blocked)
        self.update()

    def showPopup(self) -> None:  # noqa: N802 - Qt's name
        """Long choices are cut at their end, where they say least. Asking for the view any earlier would build it."""
        self.view().setTextElideMode(Qt.TextElideMode.ElideRight)
        super().showPopup()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Leaves the wheel to the page."""
        event.ignore()


class _Finder(QCompleter):
    """Finds a name by any part of it or of the words beside it; only the name is put in."""

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:  # noqa: N802 - Qt's name
        """The name that belongs to the words found."""
        return str(index.data(Qt.ItemDataRole.UserRole))


class SuggestBox(ChoiceBox):
    """A line to type in that suggests names; any other words are as good. Saves as a ``LineField`` does."""

    paused = Signal(str)
    textEdited = Signal(str)  # noqa: N815 - as LineField's

    def __init__(self, hint: str = "") -> None:
        super().__init__()
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self._suggestions = QListView()
        self._finder = self._make_finder()
        self._line().setPlaceholderText(hint)
        self._saver = Saver(self, lambda: self.paused.emit(self.text()))
        self.editTextChanged.connect(self._touched)
        self._line().editingFinished.connect(self.flush)

    def setAccessibleName(self, name: str) -> None:  # noqa: N802 - Qt's name
        """Names the line inside as well: that is what a screen reader finds the cursor in."""
        super().setAccessibleName(name)
        self._suggestions.setAccessibleName(name)
        self._line().setAccessibleName(name)

    def setAccessibleDescription(self, words: str) -> None:  # noqa: N802 - Qt's name
        """Describes the line inside as well."""
        super().setAccessibleDescription(words)
        self._line().setAccessibleDescription(words)

    def suggest(self, names: Sequence[tuple[str, str]]) -> None:
        """Offers ``(name, words beside it)`` pairs; the words are searched and shown, never put in."""
        blocked = self.blockSignals(True)
        self.setModel(QStringListModel([name for name, _ in names], self))
        self.setCurrentIndex(-1)
        self.clearEditText()
        self.blockSignals(blocked)
        found = QStandardItemModel(self._finder)  # the finder lets go of the one before
        for name, beside in names:
            item = QStandardItem(f"{name}, {beside}" if beside and beside not in name else name)
            item.setData(name, Qt.ItemDataRole.UserRole)
            found.appendRow(item)
        self._finder.setModel(found)

    def text(self) -> str:
        """The words typed or chosen."""
        return self.currentText()

    def show_text(self, text: str) -> None:
        """Puts words in without saving them again."""
        if text != self.text():
            blocked = self.blockSignals(True)
            self.setEditText(text)
            self.blockSignals(blocked)
        self._saver.forget()

    def flush(self) -> None:
        """Saves now what was typed since the last pause."""
        self._saver.flush()

    def setCursorPosition(self, place: int) -> None:  # noqa: N802 - as LineField's
        """Moves the cursor; at 0 a long text is shown from its beginning."""
        self._line().setCursorPosition(place)

    def _make_finder(self) -> _Finder:
        """One for good: two that share a list of suggestions would each delete it."""
        finder = _Finder(self)
        finder.setFilterMode(Qt.MatchFlag.MatchContains)
        finder.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        finder.setMaxVisibleItems(LONGEST_LIST)
        self._suggestions.setProperty("role", "suggestions")
        finder.setPopup(self._suggestions)
        self._suggestions.setItemDelegate(QStyledItemDelegate(self._suggestions))
        self.setCompleter(finder)
        return finder

    def _touched(self, text: str) -> None:
        self.textEdited.emit(text)
        self._saver.touch()

    def _line(self) -> QLineEdit:
        line = self.lineEdit()
        assert line is not None
        return line
