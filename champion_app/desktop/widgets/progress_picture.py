"""The five states of a criterion as a picture shows them, and what every picture of progress shares.

States are told by word, number and pattern (solid, diagonal, dotted, empty), never by colour alone.
"""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from champion_app.desktop.theme import Theme
from champion_app.desktop.words import tr
from champion_app.domain.rounds import Progress


class State(NamedTuple):
    """A segment: which count of a Progress it shows, its word, and how it is filled."""

    field: str
    words: str
    fill: str
    ink: str
    pattern: str

    def of(self, item: Progress) -> int:
        """How many criteria are in this state."""
        return int(getattr(item, self.field))


STATES = (
    State("in_place", "In place", "accent", "accent", "solid"),
    State("in_progress", "In progress", "warn_soft", "warn", "diagonal"),
    State("not_yet", "Not yet", "card", "strong", "dotted"),
    State("not_applicable", "Not for us", "card", "strong", "empty"),
    State("unanswered", "Not answered", "card", "strong", "dashed"),
)


def progress_words(item: Progress) -> str:
    """One statement in words: "1 Awareness: 2 in place, 1 not yet, 3 not answered"."""
    counts = [f"{state.of(item)} {tr(state.words).lower()}" for state in STATES if state.of(item)]
    return f"{item.number} {tr(item.title)}: {', '.join(counts) or tr('nothing that concerns us')}"


def percent(item: Progress) -> str:
    """How far a statement has come: in place counts one, in progress a half, of the criteria that are for us."""
    return f"{round(item.score * 100)}%"


def fill(painter: QPainter, theme: Theme, box: QRectF, state: State) -> None:
    """Paints one segment in its colour and pattern."""
    ink = theme.colour(state.ink)
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour(state.fill))
    painter.drawRoundedRect(box, 4, 4)
    painter.setClipRect(box.adjusted(1, 1, -1, -1))
    step = max(theme.px(7), 4)
    if state.pattern == "diagonal":
        painter.setPen(QPen(ink, 1.25))
        for x in range(int(box.left() - box.height()), int(box.right()) + step, step):
            painter.drawLine(QPointF(x, box.bottom()), QPointF(x + box.height(), box.top()))
    elif state.pattern == "dotted":
        painter.setBrush(ink)
        for row, y in enumerate(range(int(box.top()) + step // 2, int(box.bottom()) + 1, step)):
            for x in range(int(box.left()) + step // 2 + (row % 2) * step // 2, int(box.right()) + 1, step):
                painter.drawEllipse(QPointF(x, y), 1.2, 1.2)
    painter.restore()
    style = Qt.PenStyle.DashLine if state.pattern == "dashed" else Qt.PenStyle.SolidLine
    painter.setPen(QPen(ink, 1, style))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)


class Canvas(QWidget):
    """What both pictures share: what they show, the theme, and letters at the text size in force."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.progress: tuple[Progress, ...] = ()
        self.before: tuple[Progress, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self.updateGeometry)
        theme.changed.connect(self.update)

    def letters(self, size: int = 13, *, strong: bool = False) -> QFont:
        """The window's face at a size in pixels at 100 %."""
        made = QFont(self.font())
        made.setPixelSize(self.theme.px(size))
        made.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
        return made

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """The picture is laid out anew for each width."""
        return True

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """A comfortable width and the height that goes with it."""
        width = max(self.width(), 240)
        return QSize(self.theme.px(480), self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Narrow is possible: words go above the bars. Never shorter than what is painted."""
        return QSize(240, self.heightForWidth(max(self.width(), 240)))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Another width may need another height."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()
