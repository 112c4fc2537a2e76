"""Telephone numbers in a form: one line each, with what it is for and what a call costs."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QVBoxLayout, QWidget

from champion_app.desktop.theme import Theme
from champion_app.desktop.widgets.buttons import button, icon_button
from champion_app.desktop.words import tr
from champion_app.domain.listings import Phone


@dataclass(frozen=True)
class _Line:
    place: QWidget
    number: QLineEdit
    about: QLineEdit
    cost: QLineEdit
    remove: QToolButton

    def phone(self) -> Phone:
        return Phone(self.number.text(), self.about.text(), self.cost.text())


class PhoneRows(QWidget):
    """As many numbers as a service has. ``changed`` is emitted at every letter."""

    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setAccessibleName(tr("Telephone numbers"))
        self._theme = theme
        self._lines: list[_Line] = []
        self._after: QWidget | None = None
        self._column = QVBoxLayout()
        self._column.setSpacing(8)
        self.another = button(theme, tr("Another number"), self._add_and_go, "plain", "add")
        self.another.setAutoDefault(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(self._column)
        layout.addWidget(self.another, 0, Qt.AlignmentFlag.AlignLeft)
        self.show_phones(())

    @property
    def first(self) -> QLineEdit:
        """The field of the first number."""
        return self._lines[0].number

    def follow(self, widget: QWidget) -> None:
        """Tab goes from ``widget`` to the numbers, line by line."""
        self._after = widget
        self._name_lines()

    def phones(self) -> tuple[Phone, ...]:
        """Every line in which something is written, as typed."""
        return tuple(phone for line in self._lines if any(vars(phone := line.phone()).values()))

    def show_phones(self, phones: tuple[Phone, ...]) -> None:
        """Shows numbers; there is always one line to write in."""
        while self._lines:
            self._drop(self._lines[0])
        for phone in phones or (Phone(""),):
            self._add(phone)
        self._name_lines()

    def _add(self, phone: Phone) -> _Line:
        place = QWidget()
        row = QHBoxLayout(place)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        number, about, cost = QLineEdit(phone.number), QLineEdit(phone.label), QLineEdit(phone.cost)
        number.setPlaceholderText(tr("Number"))
        about.setPlaceholderText(tr("Reception, helpline"))
        cost.setPlaceholderText(tr("Free"))
        line: _Line
        remove = icon_button(self._theme, "remove", tr("Remove this number"), lambda: self._remove(line))
        line = _Line(place, number, about, cost, remove)
        for field, stretch in ((number, 3), (about, 3), (cost, 2)):
            field.textChanged.connect(self.changed)
            row.addWidget(field, stretch)
        row.addWidget(remove)
        self._lines.append(line)
        self._column.addWidget(place)
        return line

    def _add_and_go(self) -> None:
        line = self._add(Phone(""))
        self._name_lines()
        line.number.setFocus()

    def _remove(self, line: _Line) -> None:
        place = self._lines.index(line)
        self._drop(line)
        if not self._lines:
            self._add(Phone(""))
        self._name_lines()
        self._lines[min(place, len(self._lines) - 1)].number.setFocus()
        self.changed.emit()

    def _drop(self, line: _Line) -> None:
        self._lines.remove(line)
        self._column.removeWidget(line.place)
        line.place.hide()
        line.place.deleteLater()

    def _name_lines(self) -> None:
        before = self._after
        for place, line in enumerate(self._lines, start=1):
            line.number.setAccessibleName(tr("Telephone {n}", n=place))
            line.about.setAccessibleName(tr("What telephone {n} is for", n=place))
            line.cost.setAccessibleName(tr("What a call to telephone {n} costs", n=place))
            line.remove.setAccessibleName(tr("Remove telephone {n}", n=place))
            line.remove.setVisible(len(self._lines) > 1)
            for field in (line.number, line.about, line.cost, line.remove):
                if before is not None:
                    self.setTabOrder(before, field)
                    before = field
        if before is not None:
            self.setTabOrder(before, self.another)
