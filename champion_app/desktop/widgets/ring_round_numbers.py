"""The number has changed: a field for each number right there, and the words typed are kept until they are saved."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout

from champion_app.desktop.desk import Desk
from champion_app.desktop.widgets.buttons import button
from champion_app.desktop.widgets.flow import Flow
from champion_app.desktop.widgets.labelled_field import LabelledField
from champion_app.desktop.widgets.labels import breakable, label
from champion_app.desktop.widgets.page import empty
from champion_app.desktop.widgets.saver import Saver
from champion_app.desktop.words import tr
from champion_app.domain.listings import Listing, Phone, dialled

_FEWEST = 3  # digits, as in 999 and 101
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class RingRoundNumbers(QFrame):
    """``saved`` carries the service's telephones as they are now; ``given_up`` says that the fields were closed."""

    saved = Signal(object)
    given_up = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._listing: Listing | None = None
        self._frames: list[LabelledField] = []
        self.setProperty("role", "soft")
        self.save = button(desk.theme, tr("Save: checked today"), self._save, "primary", "save")
        self.cancel = button(desk.theme, tr("Leave it as it was"), self.given_up.emit)
        self._saver = Saver(self, lambda: desk.attempt(self._keep))
        self._column = QVBoxLayout()
        self._column.setSpacing(8)
        acts = Flow()
        acts.addWidget(self.save)
        acts.addWidget(self.cancel)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(8)
        layout.addWidget(label(tr("What is the number now?"), "strong"))
        layout.addLayout(self._column)
        layout.addLayout(acts)

    @property
    def fields(self) -> list[QLineEdit]:
        """A field for each number, in their order."""
        return [frame.field for frame in self._frames if isinstance(frame.field, QLineEdit)]

    def begin(self, listing: Listing) -> None:
        """Shows the numbers of a service to be changed, with words typed before over them."""
        self._listing = listing
        draft = self._desk.drafts.find(_draft(listing.id))
        empty(self._column)
        self._frames = []
        for place, phone in enumerate(listing.fields.phones or (Phone(""),)):
            field = QLineEdit(draft.get(str(place), phone.number))
            what = tr("New number ({what})", what=breakable(phone.label)) if phone.label else tr("New number")
            frame = LabelledField(what, field)
            field.textChanged.connect(self._typed)
            self._frames.append(frame)
            self._column.addWidget(frame)
        self.setTabOrder(self.fields[-1], self.save)
        self.setTabOrder(self.save, self.cancel)

    def take_keyboard(self) -> None:
        """Typing overwrites the old number."""
        self.fields[0].setFocus(Qt.FocusReason.OtherFocusReason)
        self.fields[0].selectAll()

    def has_draft(self, listing: Listing) -> bool:
        """Whether a number was begun for this service and not saved."""
        return bool(self._desk.drafts.find(_draft(listing.id)))

    def forget(self, listing_id: int) -> None:
        """What was typed is saved, or not needed any more. Raises a disk fault."""
        self._saver.forget()
        if self._listing is not None and self._listing.id == listing_id:
            self._listing = None
        self._desk.drafts.drop(_draft(listing_id))

    def flush(self) -> None:
        """Keeps what was typed since the last pause. Raises a disk fault."""
        self._saver.forget()
        self._keep()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter in a field saves."""
        if event.key() in _ENTER and any(field.hasFocus() for field in self.fields):
            self._save()
            return
        super().keyPressEvent(event)

    def _typed(self) -> None:
        self._saver.touch()
        for frame in self._frames:
            frame.say("")

    def _phones(self, listing: Listing) -> tuple[Phone, ...]:
        known = listing.fields.phones or (Phone(""),)
        return tuple(replace(phone, number=field.text()) for phone, field in zip(known, self.fields, strict=True))

    def _save(self) -> None:
        listing = self._listing
        if listing is None:
            return
        phones = self._phones(listing)
        before = [dialled(phone.number) for phone in listing.fields.phones]
        if not any(phone.number.strip() for phone in phones):
            self._frames[0].say(tr("Write the new number here."))
        elif any(phone.number.strip() and len(dialled(phone.number)) < _FEWEST for phone in phones):
            self._frames[0].say(tr("That does not look like a telephone number. Write its digits."))
        elif [dialled(phone.number) for phone in phones] == before:
            self._frames[0].say(tr("That is the number we have. If it is right, leave it as it was and press 1."))
        else:
            self._saver.forget()
            self.saved.emit(phones)
            return
        self.fields[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep(self) -> bool:
        if self._listing is not None:
            before = [phone.number for phone in self._listing.fields.phones or (Phone(""),)]
            typed = [field.text() for field in self.fields]
            kept = {str(place): words for place, words in enumerate(typed)} if typed != before else {}
            if kept != self._desk.drafts.find(_draft(self._listing.id)):
                self._desk.drafts.keep(_draft(self._listing.id), kept)
        return True


def _draft(listing_id: int) -> str:
    return f"ring round {listing_id}"
