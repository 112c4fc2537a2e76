"""One print of the history: what is wrong with it now, how it was made, what it carried, and its very words."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget

from champion_app.desktop.desk import Desk
from champion_app.desktop.widgets.buttons import button
from champion_app.desktop.widgets.flow import Flow
from champion_app.desktop.widgets.labels import breakable, card, label
from champion_app.desktop.widgets.page import empty
from champion_app.desktop.widgets.print_words import about_words, contact_words, fact_words, reason_words
from champion_app.desktop.words import tr, trn
from champion_app.domain.dates import british
from champion_app.domain.print_facts import Outdated
from champion_app.domain.prints import PrintRecord

# A field of words is at least so high, in pixels at 100 % text.
_WORDS = 260


class PrintPane(QScrollArea):
    """``carried`` holds a label for each thing that is said of the print; ``go_back`` leads to the list."""

    def __init__(self, desk: Desk, go_back: Callable[[], object]) -> None:
        super().__init__()
        self._theme, self._messages = desk.theme, desk.messages
        self.back = button(desk.theme, tr("Back to the list"), go_back, "link", "previous")
        self.carried = QVBoxLayout()
        self.wrong = card("warning")
        self._reasons = QVBoxLayout()
        self.words = QPlainTextEdit()
        self.copy = button(desk.theme, tr("Copy these words"), self._copy, "chip", "copy")
        self.no_words = label("", "small")
        self._printed = QWidget()
        self._build()
        desk.theme.changed.connect(self._fit)
        self._fit()

    def show_print(self, record: PrintRecord | None, wrong: Outdated | None) -> None:
        """Shows a print and what is wrong with it, or nothing."""
        empty(self.carried)
        empty(self._reasons)
        self.wrong.setVisible(wrong is not None)
        for reason in wrong.reasons if wrong is not None else ():
            self._reasons.addWidget(label(reason_words(reason)))
        words = record.words if record is not None else ""
        self._printed.setVisible(bool(words))
        self.words.setPlainText(words)
        self.no_words.setText(_no_words(record))
        self.no_words.setVisible(record is not None and not words)
        if record is not None:
            self._say(record)
        self.verticalScrollBar().setValue(0)

    def _say(self, record: PrintRecord) -> None:
        self._add(breakable(record.title), "strong")
        self._add(about_words(record), "small")
        if record.binned_on is not None:
            self._add(tr("These sheets are in the bin since {date}.", date=british(record.binned_on)), "muted")
        if record.facts:
            self._add(trn("{n} fact on it", "{n} facts on it", len(record.facts)), "strong")
        for fact in record.facts:
            self._add(fact_words(fact))
        heading = trn("{n} contact on it", "{n} contacts on it", len(record.contacts))
        self._add(heading if record.contacts else tr("No contacts on it"), "strong")
        for contact in record.contacts:
            self._add(contact_words(contact))

    def _add(self, words: str, role: str = "") -> None:
        made = label(words, role)
        made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.carried.addWidget(made)

    def _build(self) -> None:
        inner = QWidget()
        inner.setObjectName("card_body")
        column = QVBoxLayout(inner)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(12)
        for widget in (self.back, self.wrong):
            column.addWidget(widget)
        self.carried.setSpacing(8)
        column.addLayout(self.carried)
        column.addWidget(self.no_words)
        column.addWidget(self._printed, 1)
        column.addStretch(0)
        self._build_wrong(self.wrong)
        self._build_words()
        self.setProperty("role", "card")
        self.setAccessibleName(tr("What was on it"))
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(inner)
        self.back.hide()
        self.show_print(None, None)

    def _build_wrong(self, frame: QFrame) -> None:
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(16, 12, 16, 12)
        inside.setSpacing(8)
        inside.addWidget(label(tr("Do not hand these out any more"), "strong"))
        self._reasons.setSpacing(4)
        inside.addLayout(self._reasons)

    def _build_words(self) -> None:
        self.words.setReadOnly(True)
        self.words.setTabChangesFocus(True)
        self.words.setAccessibleName(tr("The words as printed"))
        self.words.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        head = Flow(gap=12)
        heading = label(tr("The words as printed"), "strong", wrap=False)
        head.addWidget(heading)
        head.addWidget(self.copy)
        column = QVBoxLayout(self._printed)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.words, 1)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.words.toPlainText())
        self._messages.inform(tr("Copied. Paste the words wherever you like."))

    def _fit(self) -> None:
        self.words.setMinimumHeight(self._theme.px(_WORDS))


def _no_words(record: PrintRecord | None) -> str:
    if record is None or record.words:
        return ""
    if not record.template:
        return tr("The words of plans, lists and sheets are not kept here: they are in the binder itself.")
    return tr("Its words were not kept: that began later.")
