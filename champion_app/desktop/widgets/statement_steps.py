"""The eight statements as steps along the top, each with how far it has come. Arrow keys move between them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QPushButton, QSizePolicy, QWidget

from champion_app.desktop.models.plain_tip import plain_tip
from champion_app.desktop.theme import Theme
from champion_app.desktop.words import tr
from champion_app.domain.rounds import Progress

_TITLE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap

_MOVES = frozenset({Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End})


class Step(QPushButton):
    """One statement: number and title, a thin bar, "4 of 6"."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._item: Progress | None = None
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_progress(self, item: Progress) -> None:
        """Shows one statement."""
        self._item = item
        self.setText(f"{item.number} {tr(item.title)}")
        said = tr("{n} of {total} answered", n=item.answered, total=item.total)
        self.setAccessibleName(tr("Statement {number}, {title}", number=item.number, title=tr(item.title)))
        self.setAccessibleDescription(said)
        self.setToolTip(plain_tip(tr("{title}: {said}", title=self.text(), said=said)))
        self.update()

    def longest_word(self) -> int:
        """Width in pixels of the longest word of the title: it is never cut."""
        metrics = QFontMetrics(self._letters(strong=True))
        return max((metrics.horizontalAdvance(word) for word in self.text().split()), default=0)

    def lines(self, width: int) -> int:
        """How many lines the title takes at a width."""
        metrics = QFontMetrics(self._letters(strong=True))
        box = metrics.boundingRect(QRect(0, 0, max(width - 16, 1), 10_000), _TITLE, self.text())
        return max(round(box.height() / metrics.lineSpacing()), 1)

    def set_lines(self, lines: int) -> None:
        """Makes room for so many lines of title."""
        line = QFontMetrics(self._letters(strong=True)).lineSpacing()
        self.setFixedHeight(line * (lines + 1) + self._theme.px(6) + 20)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """The grid decides the width."""
        return QSize(self._theme.px(80), self.height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """The grid decides the width."""
        return QSize(40, self.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Space and Enter press it; arrow keys belong to the row of steps."""
        if event.key() in _MOVES:
            event.ignore()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Ground, title, bar, count."""
        if self._item is None:
            return
        theme, item = self._theme, self._item
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        lit = self.isChecked() or self.underMouse()
        painter.setBrush(theme.colour("accent_soft" if lit else "bg"))
        painter.setPen(QPen(theme.colour("accent"), 2) if self.isChecked() else Qt.PenStyle.NoPen)
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("focus"), 2))
        painter.drawRoundedRect(box, 8, 8)
        painter.setFont(self._letters(strong=self.isChecked()))
        painter.setPen(theme.colour("text"))
        inner = self.rect().adjusted(8, 6, -8, -6)
        line = painter.fontMetrics().lineSpacing()
        painter.drawText(inner.adjusted(0, 0, 0, -(line + theme.px(6) + 4)), _TITLE, self.text())
        bar = QRectF(inner.left(), inner.bottom() - line - theme.px(6), inner.width(), theme.px(6))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("line"))
        if theme.name == "contrast":  # white on white tells nothing
            painter.setPen(theme.colour("strong"))
            painter.setBrush(theme.colour("bg"))
        painter.drawRoundedRect(bar, 3, 3)
        share = item.answered / item.total if item.total else 0
        painter.setBrush(theme.colour("accent"))
        if share:
            painter.drawRoundedRect(QRectF(bar.left(), bar.top(), bar.width() * share, bar.height()), 3, 3)
        painter.setFont(self._letters())
        painter.setPen(theme.colour("text" if lit else "muted"))
        count = tr("{n} of {total}", n=item.answered, total=item.total)
        at = QRect(inner.left(), inner.bottom() - line + 1, inner.width(), line)
        painter.drawText(at, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, count)
        if item.total and item.answered == item.total:
            size = theme.px(16)
            painter.drawPixmap(at.right() - size, at.top() + (line - size) // 2, theme.pixmap("done", "accent", 16))
        painter.end()

    def _letters(self, *, strong: bool = False) -> QFont:
        made = QFont(self.font())
        made.setPixelSize(self._theme.px(13))
        made.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
        return made


class StatementSteps(QWidget):
    """One step a statement, in one row, or in two or four where letters are large. ``go`` is given its number."""

    def __init__(self, theme: Theme, count: int, go: Callable[[int], None]) -> None:
        super().__init__()
        self.setAccessibleName(tr("The eight statements"))
        self._go = go
        self._columns = 0
        self._numbers = tuple(range(1, count + 1))
        self.steps = tuple(Step(theme) for _ in self._numbers)
        for step, number in zip(self.steps, self._numbers, strict=True):
            step.clicked.connect(lambda checked=False, number=number: self._go(number))
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(4)
        theme.changed.connect(self._arrange)
        self._arrange()

    def show_progress(self, progress: tuple[Progress, ...], chosen: int) -> None:
        """Shows the statements, one of them chosen. Only the chosen one is a stop for the Tab key."""
        for step, item in zip(self.steps, progress, strict=True):
            here = item.number == chosen
            step.show_progress(item)
            step.setChecked(here)
            step.setEnabled(item.total > 0)
            step.setFocusPolicy(Qt.FocusPolicy.StrongFocus if here else Qt.FocusPolicy.ClickFocus)
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Left, right, up, down, Home and End choose another statement."""
        places = [place for place, step in enumerate(self.steps) if step.isEnabled()]
        here = next((place for place, step in enumerate(self.steps) if step.isChecked()), 0)
        later = [place for place in places if place > here]
        earlier = [place for place in places if place < here]
        key = Qt.Key
        ways: dict[int, list[int]] = {
            key.Key_Right: later[:1], key.Key_Down: later[:1], key.Key_Left: earlier[-1:], key.Key_Up: earlier[-1:],
            key.Key_Home: places[:1], key.Key_End: places[-1:],
        }  # fmt: skip
        to = ways.get(event.key())
        if to is None:
            super().keyPressEvent(event)
        elif to:
            self.steps[to[0]].setFocus(Qt.FocusReason.TabFocusReason)
            self._go(self._numbers[to[0]])

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Narrow windows take two or four rows."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        needed = max(step.longest_word() for step in self.steps) + 18
        columns = next((n for n in (8, 4, 2) if self.width() // n - 4 >= needed), 1)
        if columns != self._columns:
            self._columns = columns
            for place, step in enumerate(self.steps):
                self._grid.addWidget(step, place // columns, place % columns)
            for column in range(8):
                self._grid.setColumnStretch(column, 1 if column < columns else 0)
        width = (self.width() - 4 * (columns - 1)) // columns
        lines = max(step.lines(width) for step in self.steps)
        for step in self.steps:
            step.set_lines(lines)
