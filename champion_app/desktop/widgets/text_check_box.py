"""Who has read a leaflet: somebody here for its words, a speaker for its language, and what that means on the paper."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from champion_app.desktop.desk import Desk
from champion_app.desktop.messages import fault_words
from champion_app.desktop.theme import Theme
from champion_app.desktop.widgets.buttons import button
from champion_app.desktop.widgets.fields import LineField
from champion_app.desktop.widgets.labelled_field import LabelledField
from champion_app.desktop.widgets.labels import breakable, hairline, label, picture
from champion_app.desktop.widgets.undo_offer import offer_undo
from champion_app.desktop.words import tr
from champion_app.domain.dates import british
from champion_app.domain.languages import english_name
from champion_app.domain.leaflets import Template
from champion_app.domain.text_checks import Reading, TextCheck
from champion_app.domain.typed_text import first_line
from champion_app.faults import Fault, TooLong, UnknownName
from champion_app.tasks import leaflets, service, text_checks

_KINDS = frozenset({"text_checks", "own_words", "leaflet_texts", "service"})


@dataclass(frozen=True)
class _State:
    """What is said of one reading: who did it, and what it means on the paper. One not ``settled`` asks for a name."""

    words: str
    meaning: str
    settled: bool
    can_go_back: bool = False


class CheckLine(QWidget):
    """One reading: its state in words, a name to write, and the way back."""

    read_asked = Signal()
    back_asked = Signal()

    def __init__(self, theme: Theme, read: str, name: str, help_words: str) -> None:
        super().__init__()
        self._theme = theme
        self._settled = False
        self._mark = picture("")
        self.state = label("")
        self.meaning = label("", "small")
        self.name = LineField(name)
        self.field = LabelledField(name, self.name, help_words)
        self.read = button(theme, read, self.read_asked.emit, "", "checked")
        self.back = button(theme, tr("Take back"), self.back_asked.emit, "chip", "undo")
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.state, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addWidget(self.meaning)
        layout.addWidget(self.field)
        for made in (self.read, self.back):
            layout.addWidget(made, 0, Qt.AlignmentFlag.AlignLeft)
        self.name.returnPressed.connect(self.read_asked)
        theme.changed.connect(self._dress)

    def show_state(self, state: _State) -> None:
        """Shows a state; a name being typed stays."""
        self._settled = state.settled
        self.state.setText(breakable(state.words))
        self.meaning.setText(state.meaning)
        self.field.setVisible(not state.settled)
        self.read.setVisible(not state.settled)
        self.back.setVisible(state.can_go_back)
        self._dress()

    def _dress(self) -> None:
        icon, token = ("checked", "ok") if self._settled else ("unchecked", "warn")
        self._mark.setPixmap(self._theme.pixmap(icon, token))


class TextCheckBox(QFrame):
    """Follows the binder by itself: a word changed, or a check undone, shows at once."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._template: Template | None = None
        self._typed: dict[tuple[str, Reading], str] = {}
        self.setProperty("role", "card")
        self.setAccessibleName(tr("Who has read it"))
        self.words = CheckLine(desk.theme, tr("I have read it"), tr("Read by"), "")
        self.speaker = CheckLine(
            desk.theme,
            tr("A speaker has read it"),
            tr("Name of the speaker"),
            tr("A colleague or an interpreter who speaks it well. Their name is not printed."),
        )
        self._line = hairline()
        self._lines = {Reading.WORDS: self.words, Reading.SPEAKER: self.speaker}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(12)
        layout.addWidget(label(tr("Who has read it"), "strong"))
        for widget in (self.words, self._line, self.speaker):
            layout.addWidget(widget)
        for what, line in self._lines.items():
            line.read_asked.connect(partial(self._read, what))
            line.back_asked.connect(partial(self._take_back, what))
            line.name.textEdited.connect(partial(self._keep_typed, what))
        desk.changes.changed.connect(self._heard)

    def show_template(self, template: Template) -> None:
        """Shows who has read this text; a name typed and not used yet comes back with its leaflet."""
        another = self._template is None or self._template.id != template.id
        self._template = template
        spoken = template.language.partition("-")[0] != "en"
        if another:
            for what, line in self._lines.items():
                line.name.show_text(self._typed.get((template.id, what), self._offered(what)))
                line.field.say("")
        self.words.show_state(self._words_state(template))
        if spoken:
            self.speaker.show_state(self._speaker_state(template))
        for widget in (self._line, self.speaker):
            widget.setVisible(spoken)

    def _offered(self, what: Reading) -> str:
        """The champion's own name for the words; a speaker is always named by hand."""
        return service.who_we_are(self._desk.binder).champion if what is Reading.WORDS else ""

    def _words_state(self, template: Template) -> _State:
        check = text_checks.check_of(self._desk.binder, template, Reading.WORDS)
        if check is not None:
            return _checked(
                template,
                check,
                tr("Read by {name} on {date}.", name=check.checked_by, date=british(check.checked_on)),
                tr("The paper does not call it a draft any more. It will again once a word is changed."),
                tr("So the paper calls it a draft again, until somebody has read it as it is now."),
            )
        if template.draft:
            words = tr("Draft: nobody here has read these words yet.")
            meaning = tr(
                "The paper says that it is a draft. Read it all first: is every word right for your service and area?"
            )
        else:
            words = tr("Nobody here has noted that they have read these words.")
            meaning = tr("The paper does not call it a draft: whoever made it left that out.")
        return _State(words, meaning, settled=False)

    def _speaker_state(self, template: Template) -> _State:
        check = text_checks.check_of(self._desk.binder, template, Reading.SPEAKER)
        language = tr(english_name(template.language))
        if check is not None:
            who = tr(
                "Checked by {name}, a speaker of {language}, on {date}.",
                name=check.checked_by, language=language, date=british(check.checked_on),
            )  # fmt: skip
            return _checked(
                template,
                check,
                who,
                tr("The paper does not say “not checked” any more. It will again once a word is changed."),
                tr("So the paper says again that no speaker has checked it."),
            )
        if template.unspoken:
            words = tr("Not yet checked by a speaker of {language}.", language=language)
            meaning = tr("The paper says so, until somebody who speaks it has read it all and found it right.")
        else:
            words = tr("A speaker of {language} had read it when its pack was made.", language=language)
            meaning = tr("The paper says nothing about it.")
        return _State(words, meaning, settled=not template.unspoken)

    def _read(self, what: Reading) -> None:
        template, line, binder = self._template, self._lines[what], self._desk.binder
        if template is None or line.field.isHidden():
            return
        name = " ".join(line.name.text().split())
        if not name:
            self._refuse(line, tr("Write the name of whoever has read it."))
            return
        try:
            text_checks.note_check(binder, template, what, name)
        except TooLong as fault:
            self._refuse(line, fault_words(fault))
        except Fault as fault:
            self._desk.messages.fault(fault)
        else:
            self._typed.pop((template.id, what), None)
            line.field.say("")
            self._again()
            line.back.setFocus(Qt.FocusReason.OtherFocusReason)
            offer_undo(self._desk, tr("Noted: read by {name}.", name=first_line(name, 60)))

    def _refuse(self, line: CheckLine, words: str) -> None:
        line.field.say(words)
        line.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_back(self, what: Reading) -> None:
        template, line, binder = self._template, self._lines[what], self._desk.binder
        check = text_checks.check_of(binder, template, what) if template is not None else None
        if check is not None and self._desk.done(lambda: text_checks.take_back_check(binder, check.id)):
            self._again()
            line.name.setFocus(Qt.FocusReason.OtherFocusReason)
            offer_undo(self._desk, tr("Taken back: it counts as not read."))

    def _keep_typed(self, what: Reading, text: str) -> None:
        if self._template is not None:
            self._typed[(self._template.id, what)] = text
            self._lines[what].field.say("")

    def _heard(self, kinds: frozenset[str]) -> None:
        if kinds & _KINDS:
            self._again()

    def _again(self) -> None:
        """Asks for the text again: whether it is a draft depends on who has read it."""
        if self._template is None:
            return
        try:
            self.show_template(leaflets.template(self._template.id, self._desk.binder))
        except UnknownName:
            return  # it was removed: the page shows another one in a moment


def _checked(template: Template, check: TextCheck, who: str, meaning: str, meaning_since: str) -> _State:
    """What a check says while the words are those that were read, or ``meaning_since`` they have been changed."""
    if text_checks.holds(check, template):
        return _State(who, meaning, settled=True, can_go_back=True)
    return _State(tr("{who} The words have changed since.", who=who), meaning_since, settled=False)
