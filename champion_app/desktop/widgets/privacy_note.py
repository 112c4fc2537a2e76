"""A quiet line under a field that seems to hold a child's name or another personal detail. It never stops anybody."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from champion_app.desktop.theme import Theme
from champion_app.desktop.widgets.buttons import button
from champion_app.desktop.widgets.flow import Flow
from champion_app.desktop.widgets.labelled_field import LabelledField
from champion_app.desktop.widgets.labels import label, picture
from champion_app.desktop.words import tr
from champion_app.domain.personal_kinds import (
    ADDRESS,
    BIRTH,
    CHILD,
    EMAIL,
    NHS,
    PRISON,
    PUPIL,
    TELEPHONE,
    Detail,
)

# A moment after typing stops: long enough not to interrupt, short enough to belong to what was typed.
PAUSE_MS = 1_000
# As much text as is looked through before the window has its turn again.
PIECE = 6_000

Field = QLineEdit | QPlainTextEdit | QTextEdit


def watch(theme: Theme, field: QWidget, move_out: Callable[[], object] | None = None) -> PrivacyNote:
    """A note that watches a field's words; put it in the layout under the field. Raises TypeError for other widgets.

    ``move_out`` takes the words to the safeguarding system and erases them here: then that is the first thing offered.
    """
    if not isinstance(field, Field):
        raise TypeError(f"not a field of words: {type(field).__name__}")
    return PrivacyNote(theme, field, move_out)


def watched(theme: Theme, labelled: LabelledField, move_out: Callable[[], object] | None = None) -> LabelledField:
    """A labelled field with the note below it."""
    labelled.add_below(watch(theme, labelled.field, move_out))
    return labelled


class _FineWords(QObject):
    """Words that somebody said are fine, as numbers that say nothing, for as long as the program runs."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.known: set[int] = set()


class PrivacyNote(QFrame):
    """Hidden until something is found. It names the kind, never the words; "It is fine" hides it for those words."""

    def __init__(self, theme: Theme, field: Field, move_out: Callable[[], object] | None = None) -> None:
        super().__init__()
        self._theme, self._field = theme, field
        self._fine = theme.findChild(_FineWords) or _FineWords(theme)
        self._found: tuple[Detail, ...] = ()
        self._next = 0
        self._reading: Iterator[None] | None = None
        self.setProperty("role", "warning")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._mark = picture("")
        self.words = label("")
        self.show_me = button(theme, tr("Show me"), self._show_next, "link")
        self.fine = button(theme, tr("It is fine"), self._say_fine, "link")
        ways = [button(theme, tr("Move it there…"), move_out, "link")] if move_out is not None else []
        self._acts = (*ways, self.show_me, self.fine)
        for one in self._acts:
            one.setAutoDefault(False)  # in a dialog Enter means the dialog's own button
        self._lay_out()
        self._pause, self._turn = _timer(self, PAUSE_MS, self._look), _timer(self, 0, self._go_on)
        field.textChanged.connect(self._changed)
        field.installEventFilter(self)
        theme.changed.connect(self._dress)
        self._dress()
        self.hide()
        self._changed()

    @property
    def kinds(self) -> tuple[str, ...]:
        """What is pointed at now, by kind, each once."""
        return tuple(dict.fromkeys(detail.kind for detail in self._found))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Leaving the field looks at its words at once."""
        if event.type() == QEvent.Type.FocusOut and self._pause.isActive():
            self._look()
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Put into a window after something was found, it shows itself."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ParentChange:
            self.setVisible(self._may_show())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter on one of its links presses that, and nothing behind it: there it would save the words."""
        pressed = next((one for one in self._acts if one.hasFocus()), None)
        if pressed is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            pressed.click()
        else:
            super().keyPressEvent(event)

    # ---- Looking

    def _changed(self) -> None:
        # What the program puts into a field nobody is in belongs to another record: the old note must not stand by it.
        if self._field.hasFocus():
            self._pause.start()
        else:
            self._look()

    def _look(self) -> None:
        self._pause.stop()
        self._reading = self._read(_text(self._field))
        self._go_on()

    def _go_on(self) -> None:
        if self._reading is not None and next(self._reading, self) is None:
            self._turn.start()

    def _read(self, text: str) -> Iterator[None]:
        """Looks through a text, with a stop after each piece but the last."""
        found: list[Detail] = []
        start = 0
        if not text:
            self._show(())
            return
        from champion_app.domain.personal_details import find  # late: a start with empty fields does without

        while start < len(text):
            end = _cut(text, start)
            found += (Detail(one.kind, start + one.start, start + one.end) for one in find(text[start:end]))
            start = end
            if start < len(text):
                yield None
        self._show(tuple(one for one in found if _number(text, one) not in self._fine.known))

    # ---- Saying

    def _show(self, found: tuple[Detail, ...]) -> None:
        before = self.kinds
        self._found, self._next = found, 0
        if self.kinds != before and found:
            self.words.setText(_sentence(self.kinds))
            self.setAccessibleName(self.words.text())
            name = self._field.accessibleName()
            self.show_me.setAccessibleName(tr("Show me the words in {field}", field=name) if name else "")
            self.fine.setAccessibleName(tr("It is fine in {field}", field=name) if name else "")
        self.setVisible(self._may_show())
        if self._may_show() and self.kinds != before:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.words.text()))

    def _may_show(self) -> bool:
        # Without a place in a window it would become a window of its own.
        return bool(self._found) and self.parentWidget() is not None

    def _show_next(self) -> None:
        if self._pause.isActive():
            self._look()
        if not self._found:
            return
        detail = self._found[self._next % len(self._found)]
        self._next += 1
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)
        _select(self._field, detail)

    def _say_fine(self) -> None:
        text = _text(self._field)
        self._fine.known |= {_number(text, detail) for detail in self._found}
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)  # the button goes, and where one types stays
        self._look()

    # ---- Looks

    def _lay_out(self) -> None:
        says = QHBoxLayout()
        says.setSpacing(8)
        says.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        says.addWidget(self.words, 1)
        acts = Flow(gap=8)
        for one in self._acts:
            acts.addWidget(one)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 4)
        layout.setSpacing(0)
        layout.addLayout(says)
        layout.addLayout(acts)

    def _dress(self) -> None:
        self._mark.setPixmap(self._theme.pixmap("warning", "warn"))


def _sentence(kinds: tuple[str, ...]) -> str:
    names = {
        BIRTH: tr("a date of birth"),
        NHS: tr("an NHS number"),
        PUPIL: tr("a pupil number"),
        PRISON: tr("a prison number"),
        TELEPHONE: tr("somebody's telephone number"),
        EMAIL: tr("somebody's e-mail address"),
        ADDRESS: tr("a home address"),
    }
    others = [names[kind] for kind in kinds if kind != CHILD]
    if not others:
        return tr(
            "This looks like it names a child. Move this to your safeguarding system; keep names out of Champion."
        )
    listed = tr("{some} and {last}", some=", ".join(others[:-1]), last=others[-1]) if len(others) > 1 else others[0]
    first = (
        tr("This looks like it names a child, with {details}.", details=listed)
        if CHILD in kinds
        else tr("This looks like {details}.", details=listed)
    )
    return f"{first} {tr('Move this to your safeguarding system; keep such details out of Champion.')}"


def _timer(owner: QObject, milliseconds: int, act: object) -> QTimer:
    made = QTimer(owner)
    made.setSingleShot(True)
    made.setInterval(milliseconds)
    made.timeout.connect(act)
    return made


def _text(field: Field) -> str:
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()


def _cut(text: str, start: int) -> int:
    """Where a piece of the text ends: behind a line, or between two words of a very long one."""
    end = start + PIECE
    if end >= len(text):
        return len(text)
    for mark in ("\n", " "):
        if (place := text.rfind(mark, start, end)) >= start:
            return place + 1
    return end


def _number(text: str, detail: Detail) -> int:
    words = " ".join(text[detail.start : detail.end].casefold().split())
    return hash((detail.kind, words))


def _select(field: Field, detail: Detail) -> None:
    text = _text(field)
    # Qt counts in UTF-16, where a rare letter is two.
    start, end = (len(text[:place].encode("utf-16-le", "surrogatepass")) // 2 for place in (detail.start, detail.end))
    if isinstance(field, QLineEdit):
        field.setSelection(start, end - start)
        return
    cursor = field.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    field.setTextCursor(cursor)
    field.ensureCursorVisible()
