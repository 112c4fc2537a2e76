"""The quiet line under a field: it comes a moment after typing, names the kind, never the words, and stops nobody."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QPushButton, QTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from champion_app.desktop.theme import Theme
from champion_app.desktop.widgets.fields import DateField, LineField, NoteField
from champion_app.desktop.widgets.growing_note import GrowingNote
from champion_app.desktop.widgets.privacy_note import PIECE, PrivacyNote, watch
from tests.desktop.accessible import control_names, nameless
from tests.desktop.conftest import Hands

FIELDS: dict[str, Callable[[], QWidget]] = {
    "line": QLineEdit,
    "plain": QPlainTextEdit,
    "text": QTextEdit,
    "our line": lambda: LineField("Title"),
    "our note": lambda: NoteField("Note"),
    "growing": lambda: GrowingNote("Note"),
}
NAME = "Ellie Marsh's dad is in prison"
CHILD = "This looks like it names a child. Move this to your safeguarding system; keep names out of Champion."


class Bench(QWidget):
    """A field with its note under it, and a button to go to."""

    def __init__(self, theme: Theme, field: QWidget) -> None:
        super().__init__()
        self.field = field
        self.field.setAccessibleName(field.accessibleName() or "Note")
        self.note = watch(theme, field)
        self.elsewhere = QPushButton("Elsewhere")
        column = QVBoxLayout(self)
        for part in (self.field, self.note, self.elsewhere):
            column.addWidget(part)
        self.resize(640, 300)

    @property
    def text(self) -> str:
        return self.field.text() if isinstance(self.field, QLineEdit) else self.field.toPlainText()

    @property
    def selected(self) -> str:
        if isinstance(self.field, QLineEdit):
            return self.field.selectedText()
        return self.field.textCursor().selectedText()

    def put(self, text: str) -> None:
        """As the program does when another record is shown."""
        self.field.setText(text) if isinstance(self.field, QLineEdit) else self.field.setPlainText(text)


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    made = Theme("light")
    made.apply()
    return made


@pytest.fixture
def bench(qtbot: QtBot, theme: Theme) -> Callable[..., Bench]:
    def make(sort: str = "our note") -> Bench:
        made = Bench(theme, FIELDS[sort]())
        qtbot.addWidget(made)
        made.show()
        made.elsewhere.setFocus()
        return made

    return make


def _type(qtbot: QtBot, hands: Hands, bench: Bench, words: str) -> None:
    bench.activateWindow()
    bench.field.setFocus()
    qtbot.waitUntil(bench.field.hasFocus)
    hands.type(bench.field, words)


@pytest.mark.parametrize("sort", FIELDS)
def test_F71_it_comes_when_typing_has_stopped(
    qtbot: QtBot, hands: Hands, bench: Callable[..., Bench], sort: str
) -> None:
    made = bench(sort)
    _type(qtbot, hands, made, NAME)
    assert not made.note.isVisible()  # not while somebody types
    qtbot.waitUntil(made.note.isVisible)
    assert made.note.words.text() == CHILD and made.note.kinds == ("child's name",)
    assert made.text == NAME and made.focusWidget() is made.field


@pytest.mark.parametrize("sort", FIELDS)
def test_F71_it_comes_at_once_when_the_field_is_left(
    qtbot: QtBot, hands: Hands, bench: Callable[..., Bench], sort: str
) -> None:
    made = bench(sort)
    _type(qtbot, hands, made, NAME)
    hands.click(made.elsewhere)
    made.elsewhere.setFocus()
    assert made.note.isVisible() and made.text == NAME


@pytest.mark.parametrize("sort", FIELDS)
def test_show_me_selects_the_words_one_after_the_other(hands: Hands, bench: Callable[..., Bench], sort: str) -> None:
    made = bench(sort)
    made.put("😀😀 told me that Ellie Marsh’s number is 07700 900123 😀")
    for words in ("Ellie Marsh", "07700 900123", "Ellie Marsh"):
        hands.click(made.note.show_me)
        assert made.selected == words and made.focusWidget() is made.field
    QCoreApplication.processEvents()  # the growing note wraps its words a moment later


def test_enter_presses_the_link_in_hand_and_nothing_behind_it(
    qtbot: QtBot, hands: Hands, bench: Callable[..., Bench]
) -> None:
    made, heard = bench(), []
    made.keyPressEvent = lambda event: heard.append(event.key())  # type: ignore[method-assign]
    made.put(NAME)
    made.activateWindow()
    made.note.fine.setFocus()
    qtbot.waitUntil(made.note.fine.hasFocus)
    hands.press(made.note.fine, Qt.Key.Key_Return)
    assert not made.note.isVisible() and made.text == NAME and heard == [], "what is behind it would save the words"


def test_it_is_fine_hides_it_for_these_words_everywhere_in_this_session(
    hands: Hands, bench: Callable[..., Bench]
) -> None:
    made, other = bench(), bench("our line")
    made.put(NAME)
    hands.click(made.note.fine)
    assert not made.note.isVisible() and made.text == NAME and made.focusWidget() is made.field
    made.elsewhere.setFocus()
    other.put("Asked Ellie Marsh again about dad")
    assert not other.note.isVisible()
    other.put("Callum Price's dad")
    assert other.note.isVisible()  # other words are asked about


def test_another_session_asks_again(qtbot: QtBot, hands: Hands, bench: Callable[..., Bench]) -> None:
    made = bench()
    made.put(NAME)
    hands.click(made.note.fine)
    later = Bench(Theme("light"), NoteField("Note"))
    qtbot.addWidget(later)
    later.show()
    later.put(NAME)
    assert later.note.isVisible()


def test_another_record_takes_the_note_away_at_once(bench: Callable[..., Bench]) -> None:
    made = bench()
    made.put(NAME)
    assert made.note.isVisible()
    made.put("Two posters in the staffroom")
    assert not made.note.isVisible() and made.note.kinds == ()


def test_taking_the_name_out_takes_the_note_away(qtbot: QtBot, hands: Hands, bench: Callable[..., Bench]) -> None:
    made = bench()
    made.put(NAME)
    hands.click(made.note.show_me)
    hands.press(made.field, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: not made.note.isVisible())


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (NAME, "names a child. Move"),
        ("dob 01/02/2015", "like a date of birth. Move"),
        ("NHS no 943 476 5919", "like an NHS number. Move"),
        ("UPN A123456789012", "like a pupil number. Move"),
        ("A1234BC", "like a prison number. Move"),
        ("mum 07700 900123", "like somebody's telephone number. Move"),
        ("jo.bell7@gmail.com", "like somebody's e-mail address. Move"),
        ("lives at 14 Elm Road", "like a home address. Move"),
        ("Ellie Marsh, dob 01/02/2015", "names a child, with a date of birth. Move"),
        (
            "dob 01/02/2015, A1234BC, 07700 900123",
            "date of birth, a prison number and somebody's telephone number. Move",
        ),
    ],
)
def test_it_names_the_kind_and_never_the_words(bench: Callable[..., Bench], text: str, says: str) -> None:
    made = bench()
    made.put(text)
    said = made.note.words.text() + made.note.accessibleName() + "".join(control_names(made.note))
    assert says in made.note.words.text() and "safeguarding system" in made.note.words.text()
    for part in ("Ellie", "2015", "943", "A123", "07700", "bell", "Elm"):
        assert part not in said


@pytest.mark.parametrize(
    "text",
    ["", "Mrs Jane Carter, head of year", "Helpline 0808 808 2003", "Children aged 5 to 11", "<b>&amp;</b> \x00 ﷽"],
)
def test_ordinary_words_bring_nothing(qtbot: QtBot, hands: Hands, bench: Callable[..., Bench], text: str) -> None:
    made = bench()
    _type(qtbot, hands, made, text)
    hands.click(made.elsewhere)
    made.elsewhere.setFocus()
    assert not made.note.isVisible()


@pytest.mark.parametrize("sort", ["line", "our note"])
def test_a_very_long_text_is_looked_through_in_pieces(qtbot: QtBot, bench: Callable[..., Bench], sort: str) -> None:
    made = bench(sort)
    before = ("Twelve leaflets were taken. " * (PIECE // 14))[: 30_000 - len(NAME)]
    made.put(before + NAME)
    assert not made.note.isVisible()  # the window has had its turn before the end was reached
    qtbot.waitUntil(made.note.isVisible)
    made.note.show_me.click()
    assert made.selected == "Ellie Marsh"


def test_typing_on_starts_the_look_again(qtbot: QtBot, bench: Callable[..., Bench]) -> None:
    made = bench()
    made.put("Twelve leaflets. " * PIECE + NAME)
    made.put("nothing")
    qtbot.wait(50)
    assert not made.note.isVisible()


def test_what_was_there_before_it_had_a_place_is_said_once_it_has_one(qtbot: QtBot, theme: Theme) -> None:
    field = NoteField("Note")
    field.setPlainText(NAME)
    note = watch(theme, field)
    assert not note.isVisible()
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    column.addWidget(field)
    column.addWidget(note)
    window.show()
    assert note.isVisible() and not note.isWindow()


def test_only_fields_of_words_can_be_watched(theme: Theme, qtbot: QtBot) -> None:
    button = QPushButton("Not a field")
    qtbot.addWidget(button)
    with pytest.raises(TypeError):
        watch(theme, button)
    dates = DateField("Day", lambda: None, "")  # type: ignore[arg-type, return-value]
    qtbot.addWidget(dates)
    assert isinstance(watch(theme, dates.line), PrivacyNote)


def test_every_control_has_a_name_a_size_and_its_place_in_the_tab_order(
    qtbot: QtBot, hands: Hands, bench: Callable[..., Bench]
) -> None:
    made = bench()
    made.put(NAME)
    assert not nameless(made)
    assert control_names(made.note) == ["Show me the words in Note", "It is fine in Note"]
    assert QAccessible.queryAccessibleInterface(made.note).text(QAccessible.Text.Name) == CHILD
    for pressed in (made.note.show_me, made.note.fine):
        assert pressed.height() >= 24 and pressed.focusPolicy() & Qt.FocusPolicy.TabFocus
    made.activateWindow()
    made.field.setFocus()
    hands.press(made.field, Qt.Key.Key_Tab)
    assert made.focusWidget() is made.note.show_me
    hands.press(made.note.show_me, Qt.Key.Key_Space)
    assert made.selected == "Ellie Marsh"


@pytest.mark.parametrize("size", [100, 200])
@pytest.mark.parametrize("look", ["light", "dark", "contrast"])
@pytest.mark.parametrize("width", [300, 640, 1366])
def test_no_word_is_cut_off(qtbot: QtBot, qapp: QApplication, look: str, size: int, width: int) -> None:
    theme = Theme(look, size)
    theme.apply()
    made = Bench(theme, LineField("Note"))
    qtbot.addWidget(made)
    made.put("Ellie Marsh, dob 01/02/2015, mum 07700 900123, lives at 14 Elm Road, A1234BC, jo.bell7@gmail.com")
    made.resize(width, 1_500)
    made.show()
    QCoreApplication.processEvents()
    words = made.note.words
    assert made.width() == width and words.height() >= words.heightForWidth(words.width())
    for pressed in (made.note.show_me, made.note.fine):
        assert made.note.rect().contains(pressed.geometry()) and pressed.width() >= pressed.sizeHint().width()
    Theme("light").apply()


def test_it_goes_with_its_field(qtbot: QtBot, bench: Callable[..., Bench]) -> None:
    made = bench()
    made.put(NAME)
    made.close()
    made.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    qtbot.wait(10)
