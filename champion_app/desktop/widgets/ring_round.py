"""Ringing round: one service at a time, one key each when nothing has changed. Can be left and gone on with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from champion_app.desktop.desk import Desk
from champion_app.desktop.widgets.buttons import button
from champion_app.desktop.widgets.columns import Columns
from champion_app.desktop.widgets.labels import breakable, card, label
from champion_app.desktop.widgets.recall_words import recall_words
from champion_app.desktop.widgets.ring_round_end import RingRoundEnd
from champion_app.desktop.widgets.ring_round_numbers import RingRoundNumbers
from champion_app.desktop.widgets.ring_round_service import RingRoundService
from champion_app.desktop.widgets.undo_offer import offer_undo
from champion_app.desktop.words import tr
from champion_app.domain.listings import Listing, ListingStatus, Phone
from champion_app.domain.ring_round import Outcome, RingRound
from champion_app.domain.typed_text import first_line
from champion_app.tasks import listings, recall


class RingRoundPane(QWidget):
    """What was rung is read from the binder each time, so Undo brings a service back. ``recall_asked`` carries an id.

    A service whose old number, or whose name, is on sheets given out stays in view until the champion goes on.
    """

    left = Signal()
    recall_asked = Signal(int)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._round: RingRound | None = None
        self._listing: Listing | None = None
        self._held = 0
        self.setAccessibleName(tr("Ringing round"))
        self.stop = button(desk.theme, tr("Stop for now"), self.leave, "plain", "previous")
        self.progress = label("", "section", wrap=False)
        self.bar = QProgressBar()
        self.numbers = RingRoundNumbers(desk)
        self.service = RingRoundService(desk, self.numbers)
        self.right = self._key(1, tr("Right: checked today"), self._is_right, "checked")
        self.changed = self._key(2, tr("Number has changed"), self._begin_change, "edit")
        self.later = self._key(3, tr("No answer: later"), self._is_later, "due-soon")
        self.closed = self._key(4, tr("It has closed"), self._is_closed, "closed")
        self.told = card("warning")
        self.told_words = label("")
        self.see = button(desk.theme, tr("See which sheets"), self._see, "", "recall")
        self.go_on = button(desk.theme, tr("Go on"), self._go_on, "primary", "next")
        self.end = RingRoundEnd(desk.theme)
        self._ask = QWidget()
        self._build()
        self._connect()

    def start(self) -> bool:
        """Goes on with today's round, or begins one. Returns whether it could be begun."""
        known = recall.round_of_today(self._desk.binder)
        if known is None or not known.current:
            known = self._desk.attempt(partial(recall.begin_round, self._desk.binder))
        self._held = 0
        self._show(known)
        self.take_keyboard()
        return known is not None

    def refresh(self) -> None:
        """The directory has changed: shows the round as it stands now."""
        self._show(recall.round_of_today(self._desk.binder))

    def leave(self) -> None:
        """Back to the list; what was begun here is kept for later the same day."""
        if self.numbers.isVisible() and self._desk.attempt(self._keep_words) is None:
            return  # the disk refused: the words are still on the screen
        self.left.emit()

    def flush(self) -> None:
        """Keeps a number that is being typed. Raises a disk fault."""
        self.numbers.flush()

    def take_keyboard(self) -> None:
        """The keys of the round work at once."""
        if not self.end.isHidden():
            self.end.take_keyboard()
        elif not self.told.isHidden():
            self.go_on.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not self.numbers.isHidden():
            self.numbers.take_keyboard()
            self.service.bring_into_sight(self.numbers.fields[0])
        else:
            self.service.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(10)
        self.bar.setAccessibleName(tr("How far the round has come"))
        top = QHBoxLayout()
        top.setSpacing(16)
        top.addWidget(self.stop)
        top.addWidget(self.progress)
        top.addWidget(self.bar, 1)
        keys = Columns(self._desk.theme, least=210, most=4, gap=8)
        for made in (self.right, self.changed, self.later, self.closed):
            keys.addWidget(made)
        self._ask.setLayout(keys)
        said = QVBoxLayout(self.told)
        said.setContentsMargins(16, 12, 16, 12)
        acts = QHBoxLayout()
        acts.addWidget(self.go_on)
        acts.addWidget(self.see)
        acts.addStretch(1)
        said.addWidget(self.told_words)
        said.addLayout(acts)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(top)
        column.addWidget(self.service, 1)
        column.addWidget(self.told)
        column.addWidget(self._ask)
        column.addWidget(self.end, 1)

    def _connect(self) -> None:
        self.numbers.saved.connect(self._is_changed)
        self.numbers.given_up.connect(self._give_up_change)
        self.end.more_asked.connect(self.start)
        self.end.again_asked.connect(self._ring_again)
        self.end.back_asked.connect(self.left)
        self.end.recall_asked.connect(lambda: self.recall_asked.emit(0))
        for key, made in enumerate((self.right, self.changed, self.later, self.closed), start=1):
            self._bind(str(key), made.click)
        self._bind("Escape", self._escape)

    def _key(self, key: int, words: str, press: Callable[[], object], icon: str) -> QPushButton:
        return button(self._desk.theme, f"{key}  {words}", press, "big", icon)

    def _bind(self, keys: str, act: Callable[[], object]) -> None:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.setAutoRepeat(False)  # a key held down must not tick the whole list
        shortcut.activated.connect(act)

    def _show(self, known: RingRound | None) -> None:
        self._round = known
        if known is None:  # another day has begun: what is due is asked for anew
            self.left.emit()
            return
        if self._held and self._held not in known.came_of:
            self._held = 0  # it was undone
        wanted = self._held or known.current
        listing = listings.listing(self._desk.binder, wanted) if wanted else None
        another = listing is None or self._listing is None or listing.id != self._listing.id
        unchanged = listing == self._listing
        self._listing = listing
        self._show_progress(known)
        self.service.setVisible(listing is not None)
        self.stop.setVisible(listing is not None)
        self.end.setVisible(listing is None)
        self.told.setVisible(bool(self._held))
        if listing is None:
            self.numbers.hide()
            left = recall.still_due(self._desk.binder, known)
            self.end.show_end(known, left, recall.recalls(self._desk.binder))
        elif not unchanged:
            self._show_service(listing, another=another)
        self._ask.setVisible(listing is not None and not self._held and self.numbers.isHidden())

    def _show_service(self, listing: Listing, *, another: bool) -> None:
        self.service.show_service(listing, recall.given_out(self._desk.binder, listing.id), self.progress.text())
        if another or self._held:
            self.numbers.setVisible(not self._held and self.numbers.has_draft(listing))
            if not self.numbers.isHidden():
                self.numbers.begin(listing)
        if another and self.isVisible():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.service.accessibleName()))

    def _show_progress(self, known: RingRound) -> None:
        place = known.done if self._held or not known.current else known.done + 1
        self.progress.setText(tr("Ringing round: {place} of {all}", place=place, all=len(known.services)))
        self.bar.setRange(0, max(len(known.services), 1))
        self.bar.setValue(known.done)

    def _is_right(self) -> None:
        if (listing := self._listing) is not None:
            by = listings.who_checks(self._desk.binder)
            work = partial(listings.tick_checked, self._desk.binder, listing.id, by)
            self._came_of(listing, work, tr("{name}: checked today."))

    def _is_later(self) -> None:
        known, listing = self._round, self._listing
        if known is None or listing is None:
            return
        if self._desk.done(partial(recall.keep_round, self._desk.binder, known.note(listing.id, Outcome.LATER))):
            self.refresh()
            self.take_keyboard()
            words = tr("{name}: for later.", name=first_line(listing.fields.name, 60))
            self._desk.messages.inform(words, tr("Undo"), partial(self._ring_again, listing.id))

    def _is_closed(self) -> None:
        if (listing := self._listing) is not None:
            work = partial(listings.set_status, self._desk.binder, listing.id, ListingStatus.CLOSED)
            self._came_of(listing, work, tr("{name} is marked as closed."))

    def _begin_change(self) -> None:
        if self._listing is not None:
            self.numbers.begin(self._listing)
            self._ask.hide()
            self.numbers.show()
            self.take_keyboard()

    def _is_changed(self, phones: tuple[Phone, ...]) -> None:
        known, listing = self._round, self._listing
        if known is None or listing is None:
            return
        binder, by = self._desk.binder, listings.who_checks(self._desk.binder)

        def work() -> None:
            fields = replace(listing.fields, phones=phones)
            recall.keep_round(binder, known.note(listing.id, Outcome.CHANGED))
            listings.change_listing(binder, listing.id, fields, by)

        self._came_of(listing, work, tr("{name}: number saved, checked today."))

    def _came_of(self, listing: Listing, work: Callable[[], None], words: str) -> None:
        """Does something about the service in view and goes on, unless sheets given out have to be spoken of first."""
        self._held = listing.id  # until it is known whether there is anything to say
        if not self._desk.done(work):
            self._held = 0
            return
        self._desk.attempt(partial(self.numbers.forget, listing.id))
        wrong = recall.recalls(self._desk.binder, listing.id)
        self.told_words.setText(recall_words(wrong))
        if not wrong:
            self._held = 0
        self.refresh()
        self.take_keyboard()
        offer_undo(self._desk, words.replace("{name}", breakable(first_line(listing.fields.name, 60))))

    def _ring_again(self, *wanted: int) -> None:
        """Those that did not answer come again: all of them, or the one named."""
        known = recall.round_of_today(self._desk.binder)
        if known is not None:
            work = partial(recall.keep_round, self._desk.binder, known.again(wanted or known.unanswered))
            if self._desk.done(work):
                self.refresh()
                self.take_keyboard()

    def _give_up_change(self) -> None:
        if self._desk.attempt(self._keep_words) is not None:
            self.numbers.hide()
            self._ask.show()
            self.take_keyboard()

    def _keep_words(self) -> bool:
        self.numbers.flush()
        return True

    def _go_on(self) -> None:
        self._held = 0
        self._listing = None
        self.refresh()
        self.take_keyboard()

    def _see(self) -> None:
        if self._listing is not None:
            self.recall_asked.emit(self._listing.id)

    def _escape(self) -> None:
        if not self.numbers.isHidden():
            self._give_up_change()
        else:
            self.leave()
