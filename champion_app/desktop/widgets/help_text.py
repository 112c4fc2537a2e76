"""The reading pane of the help: one topic, with ways on to others and to the page it is about."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from champion_app.desktop.desk import Desk
from champion_app.desktop.widgets.buttons import button
from champion_app.desktop.widgets.help_blocks import block_widget, heading, measure
from champion_app.desktop.widgets.page import empty
from champion_app.desktop.words import tr
from champion_app.domain.help_topics import Block, Heading, Hit, Topic, where_in

EDGE = 24
_GAP = 12


class HelpText(QScrollArea):
    """Shows one topic. What its buttons ask for is done by the page."""

    back_asked = Signal()
    topic_asked = Signal(str)
    page_asked = Signal(str)
    schema_asked = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._theme = desk.theme
        self._parts: list[QWidget] = []
        self._sought: QWidget | None = None  # to be in sight, until somebody scrolls
        self.setAccessibleName(tr("The topic you have chosen"))
        self.setProperty("role", "card")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.back = button(desk.theme, tr("Back to the list"), self.back_asked.emit, "plain", "previous")
        self.back.hide()
        self.title = heading("", 1)
        self._inner = QWidget()
        self._measured = QWidget()  # everything, no wider than a person reads with ease
        self._blocks = QVBoxLayout()
        self._build()
        desk.theme.changed.connect(self._fit)

    def show_topic(self, topic: Topic, others: Sequence[Topic], page_words: str, *, with_schema: bool = False) -> None:
        """Shows a topic from its beginning, with buttons to ``others``, to its page, and to save the schema.

        ``page_words`` is the page's name in the sidebar, or empty for a topic that belongs to none.
        """
        self.title.setText(tr(topic.title))
        self.setAccessibleName(tr("Help: {topic}", topic=tr(topic.title)))
        self._sought = None
        empty(self._blocks)
        if page_words:
            self._link(tr("Open this page: {page}", page=page_words), partial(self.page_asked.emit, topic.pages[0]))
        if with_schema:
            made = button(self._theme, tr("Save the JSON Schema…"), self.schema_asked.emit, "", "save")
            self._blocks.addWidget(made, 0, Qt.AlignmentFlag.AlignLeft)
        self._parts = [self._add(block) for block in topic.blocks]
        if others:
            self._add(Heading(tr("See also")))
        for other in others:
            self._link(tr(other.title), partial(self.topic_asked.emit, other.id))
        self.verticalScrollBar().setValue(0)

    def show_hit(self, hit: Hit) -> None:
        """Brings the line that was found into sight and marks the first of the words in it."""
        part = self.title if hit.line.block < 0 else self._parts[hit.line.block]
        for made in (part, *part.findChildren(QLabel)):
            if isinstance(made, QLabel) and made.text() and made.text() in tr(hit.line.text):
                start, length = where_in(made.text(), hit.stems)
                if length:
                    made.setSelection(start, length)
                    part = made
                    break
        self._sought = part
        self._bring()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Home and End go to the beginning and the end; Escape goes back to the list."""
        bar = self.verticalScrollBar()
        self._let_go()
        if event.key() == Qt.Key.Key_Home:
            bar.setValue(bar.minimum())
        elif event.key() == Qt.Key.Key_End:
            bar.setValue(bar.maximum())
        elif event.key() == Qt.Key.Key_Escape:
            self.back_asked.emit()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        self._inner.setObjectName("card_body")
        self._blocks.setSpacing(_GAP)
        column = QVBoxLayout(self._measured)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_GAP)
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.title)
        column.addLayout(self._blocks)
        column.addStretch(1)
        row = QHBoxLayout(self._inner)
        row.setContentsMargins(EDGE, 16, EDGE, EDGE)
        row.addWidget(self._measured, 1_000)
        row.addStretch(1)
        self._fit()
        self.setWidget(self._inner)
        self.verticalScrollBar().rangeChanged.connect(lambda low, high: self._bring())
        self.verticalScrollBar().actionTriggered.connect(lambda action: self._let_go())

    def _fit(self) -> None:
        self._measured.setMaximumWidth(measure())

    def _add(self, block: Block) -> QWidget:
        made = block_widget(block, self._theme)
        if isinstance(block, Heading):
            self._blocks.addSpacing(_GAP)
        self._blocks.addWidget(made)
        return made

    def _link(self, words: str, press: Callable[[], object]) -> None:
        made = button(self._theme, words, press, "link", "next")
        self._blocks.addWidget(made, 0, Qt.AlignmentFlag.AlignLeft)

    def _bring(self) -> None:
        """Scrolls to what is sought; a new topic has its full height only after some turns, so this comes again."""
        if self._sought is None:
            return
        top = self._sought.mapTo(self._inner, self._sought.rect().topLeft()).y()
        seen = self.verticalScrollBar().value()
        if not seen <= top <= seen + self.viewport().height() - self._sought.height():
            self.verticalScrollBar().setValue(top - self._theme.px(EDGE * 2))

    def _let_go(self) -> None:
        self._sought = None
