"""The four big answers of a criterion, each with its key, its word and what it looks like in a real service."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from champion_app.desktop.theme import Theme
from champion_app.desktop.widgets.answer_words import ANSWER_ICONS, ANSWER_TOKENS
from champion_app.desktop.words import tr
from champion_app.domain.rounds import ANSWER_KEYS, ANSWER_WORDS, Answer
from champion_app.domain.toolkit import Criterion

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_WRAP = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
_EDGE = 10


class AnswerButton(QPushButton):
    """One answer: key, icon and word at the left, what it looks like at the right (below where room is short)."""

    def __init__(self, theme: Theme, key: int, answer: Answer) -> None:
        super().__init__(tr(ANSWER_WORDS[answer]))
        self.answer = answer
        self._theme, self._key = theme, str(key)
        self._looks_like = ""
        self._tag = ""
        self._places: dict[int, tuple[QRect, QRect, QRect]] = {}
        self.setCheckable(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self._measure_anew)

    def show_answer(self, looks_like: str, *, chosen: bool, carried: bool) -> None:
        """Shows what this answer looks like, and whether it stands (or stood last time and waits to be confirmed)."""
        self._looks_like = looks_like
        self._tag = tr("From last time") if carried else tr("Your answer") if chosen else ""
        self.setChecked(chosen and not carried)
        spoken = [tr("Key {n}.", n=self._key), looks_like]
        if carried:
            spoken.insert(0, tr("Your answer last time: press the key to keep it."))
        self.setAccessibleDescription(" ".join(spoken))
        self._measure_anew()

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Its words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Room for every word."""
        return self._areas(width)[2].bottom() + 1 + _EDGE - 2

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As wide as it is allowed."""
        return QSize(self._theme.px(520), self.heightForWidth(max(self.width(), 240)))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Narrow, with its words below each other."""
        return QSize(240, self.heightForWidth(max(self.width(), 240)))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Another width, another height."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Ground and border by state, then key, icon, words."""
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        key, word, text = self._areas(self.width())
        painter.setPen(QPen(theme.colour("strong"), 1))
        painter.setBrush(theme.colour("bg"))
        painter.drawRoundedRect(QRectF(key).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setPen(theme.colour("text"))
        painter.setFont(self._letters(13, strong=True))
        painter.drawText(key, Qt.AlignmentFlag.AlignCenter, self._key)
        token = ANSWER_TOKENS[self.answer]
        icon = theme.px(20)
        picture = theme.pixmap(ANSWER_ICONS[self.answer], "text" if token == "muted" else token)
        painter.drawPixmap(word.left(), word.top() + (word.height() - icon) // 2, picture)
        painter.setFont(self._letters(15, strong=True))
        painter.drawText(word.adjusted(icon + 8, 0, 0, 0), _LEFT, self.text())
        if tag := self._tag_width():
            painter.setFont(self._letters(13, strong=True))
            painter.setPen(theme.colour("accent"))
            at = QRect(self.width() - _EDGE - tag, word.top(), tag, word.height())
            painter.drawText(at, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self._tag)
        painter.setFont(self._letters(13))
        painter.setPen(theme.colour("text" if self.isChecked() or self.underMouse() else "muted"))
        painter.drawText(text, _WRAP, self._looks_like)
        painter.end()

    def _paint_ground(self, painter: QPainter) -> None:
        theme, box = self._theme, QRectF(self.rect())
        lit = self.isChecked() or self.underMouse()
        painter.setBrush(theme.colour("accent_soft" if lit else "card"))
        pen = QPen(theme.colour("strong"), 1)
        if self.isChecked():
            pen = QPen(theme.colour("accent"), 2)
        elif self._tag:
            pen = QPen(theme.colour("accent"), 2, Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 8, 8)
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(4, 4, -4, -4), 6, 6)

    def _measure_anew(self) -> None:
        self._places.clear()
        self.updateGeometry()
        self.update()

    def _areas(self, width: int) -> tuple[QRect, QRect, QRect]:
        """Where the key, the icon with the word, and the description go at a width; measured once."""
        if width not in self._places:
            self._places[width] = self._measured(width)
        return self._places[width]

    def _measured(self, width: int) -> tuple[QRect, QRect, QRect]:
        theme = self._theme
        line = max(theme.px(24), QFontMetrics(self._letters(15, strong=True)).height())
        left = _EDGE + 4
        key = QRect(left, _EDGE, theme.px(22), theme.px(22))
        key.moveTop(_EDGE + (line - key.height()) // 2)
        words = QFontMetrics(self._letters(15, strong=True))
        widest = max(words.horizontalAdvance(tr(known)) for known in ANSWER_WORDS.values())
        word = QRect(key.right() + 12, _EDGE, theme.px(20) + 8 + widest + 4, line)
        tag = self._tag_width()
        start = word.right() + theme.px(16)
        room = width - start - _EDGE - (tag + 12 if tag else 0)
        beside = room >= theme.px(220)
        if not beside:
            start, room = key.right() + 12, width - key.right() - 12 - _EDGE
        letters = QFontMetrics(self._letters(13))
        high = letters.boundingRect(QRect(0, 0, max(room, 60), 100_000), _WRAP, self._looks_like).height()
        if beside:
            top = _EDGE + max((line - letters.height()) // 2, 0)
            text = QRect(start, top, room, max(high, line - (top - _EDGE)))
        else:
            text = QRect(start, word.bottom() + 4, room, high)
        return key, word, text

    def _tag_width(self) -> int:
        return QFontMetrics(self._letters(13, strong=True)).horizontalAdvance(self._tag) + 4 if self._tag else 0

    def _letters(self, size: int, *, strong: bool = False) -> QFont:
        made = QFont(self.font())
        made.setPixelSize(self._theme.px(size))
        made.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
        return made


class AnswerButtons(QWidget):
    """The four of them, in the order of their keys. ``choose`` is called with the one pressed."""

    def __init__(self, theme: Theme, choose: Callable[[Answer], None]) -> None:
        super().__init__()
        self.setAccessibleName(tr("Your answer"))
        self.buttons = tuple(AnswerButton(theme, key, answer) for key, answer in enumerate(ANSWER_KEYS, start=1))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        for made in self.buttons:
            made.clicked.connect(lambda checked=False, answer=made.answer: choose(answer))
            layout.addWidget(made)

    def show_answers(self, criterion: Criterion, answer: Answer | None, *, carried: bool) -> None:
        """Shows what each answer looks like for a criterion, and which one stands."""
        looks = criterion.looks_like
        told = {Answer.NOT_YET: looks.not_yet, Answer.IN_PROGRESS: looks.in_progress, Answer.IN_PLACE: looks.in_place}
        for made in self.buttons:
            chosen = made.answer == answer
            other = tr("It does not apply to our service. We say why in a few words.")
            made.show_answer(told.get(made.answer, other), chosen=chosen, carried=chosen and carried)
