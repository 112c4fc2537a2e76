"""Blocks of the help as widgets: real labels in plain text, headings named as such, code to copy from."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFont, QFontDatabase, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from champion_app.desktop.theme import Theme
from champion_app.desktop.widgets.labels import breakable, card, label, picture
from champion_app.desktop.widgets.pairs import Pairs
from champion_app.desktop.words import tr
from champion_app.domain.help_topics import Block, Code, Heading, Note, Paragraph, Points, Steps, Table

# A line as people write it, of 60 letters: of thin letters and full stops a line of this width has up to 15 more.
_SAMPLE = "Somebody you trust can tell you what happens next, and when."
_HEADINGS = {1: "title", 2: "section", 3: "strong"}
# Narrower than this at 100 % text, the two sides of a table stand one under the other.
NARROW = 440


def measure() -> int:
    """The widest a line may be, in pixels at the text size in force: about 65 letters, not over 75."""
    return QFontMetrics(QApplication.font()).horizontalAdvance(_SAMPLE)


def words(text: str, role: str = "") -> QLabel:
    """A label that can be read, marked and copied with the mouse."""
    made = label(breakable(tr(text)), role)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made


def heading(text: str, level: int = 2) -> QLabel:
    """A heading, which a screen reader calls one."""
    made = words(text, _HEADINGS.get(level, "strong"))
    made.setAccessibleDescription(tr("Heading"))
    return made


def block_widget(block: Block, theme: Theme) -> QWidget:
    """One block of a topic."""
    match block:
        case Heading(text, level):
            return heading(text, level)
        case Paragraph(text):
            return words(text)
        case Points(items):
            return _Items([("•", item) for item in items], theme)
        case Steps(items):
            return _Items([(f"{place}.", item) for place, item in enumerate(items, start=1)], theme)
        case Note(text):
            return _NoteCard(text, theme)
        case Code(text):
            return _CodeField(text)
        case Table():
            return _Facts(block, theme)


class _Items(QWidget):
    """A list: marks in a column of their own, so that the second line of an item begins below its first."""

    def __init__(self, items: list[tuple[str, str]], theme: Theme) -> None:
        super().__init__()
        wide = 24 if items[0][0] != "•" else 14
        pairs = Pairs(self, lambda width: theme.px(wide), 8, 6)
        for mark, text in items:
            pairs.add_pair([label(mark, "muted", wrap=False)], words(text))


class _NoteCard(QWidget):
    """Words to keep in mind, on a soft card."""

    def __init__(self, text: str, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._mark = picture("")
        box = card("soft")
        row = QHBoxLayout(box)
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(12)
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(words(text), 1)
        _column(self, 0).addWidget(box)
        self._dress()
        theme.changed.connect(self._dress)

    def _dress(self) -> None:
        self._mark.setPixmap(self._theme.pixmap("info", "accent"))


class _CodeField(QPlainTextEdit):
    """Lines as they are typed. The keyboard can mark and copy them; a long line is reached by scrolling sideways."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(tr("To type or to copy: {first}", first=text.strip().partition("\n")[0]))
        self._fit()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """A new text size makes the field taller."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        bar = self.horizontalScrollBar().sizeHint().height()
        self.setFixedHeight(self.fontMetrics().lineSpacing() * self.blockCount() + bar + 20)


class _Facts(QWidget):
    """A table as pairs: what it is about, and beside it what is said of it; underneath where there is little room."""

    def __init__(self, table: Table, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._longest = max((part for row in table.rows for part in (row[0], *row[1:-1])), key=len, default="")
        self._pairs = Pairs(self, self._left_width, 12, 13)
        self._pairs.setContentsMargins(0, 6, 0, 0)
        for row in table.rows:
            left = [words(row[0], "strong"), *(words(more, "small") for more in row[1:-1] if more)]
            self._pairs.add_pair(left, words(row[-1]) if len(row) > 1 else None)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """A thin line above each pair."""
        painter = QPainter(self)
        painter.setPen(self._theme.colour("line"))
        for top in self._pairs.tops:
            painter.drawLine(0, top - 6, self.width(), top - 6)
        painter.end()

    def _left_width(self, width: int) -> int:
        """As wide as the longest words need, up to two fifths; 0 where there is room for one side only."""
        if width < self._theme.px(NARROW):
            return 0
        bold = QFont(QApplication.font())
        bold.setWeight(QFont.Weight.DemiBold)
        needed = QFontMetrics(bold).horizontalAdvance(self._longest) + self._theme.px(8)
        return min(max(needed, self._theme.px(72)), width * 2 // 5)


def _column(inside: QWidget, gap: int) -> QVBoxLayout:
    made = QVBoxLayout(inside)
    made.setContentsMargins(0, 0, 0, 0)
    made.setSpacing(gap)
    return made
