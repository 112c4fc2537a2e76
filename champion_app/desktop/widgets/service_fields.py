"""The fields that say who we are, as first run and the settings page show them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from champion_app.desktop.theme import Theme
from champion_app.desktop.widgets.choice_box import SuggestBox
from champion_app.desktop.widgets.columns import Columns
from champion_app.desktop.widgets.fields import LineField
from champion_app.desktop.widgets.labelled_field import LabelledField
from champion_app.desktop.words import tr
from champion_app.domain.services import Service
from champion_app.domain.typed_text import clean
from champion_app.tasks.service import FIELD_WORDS

_HELP = {
    "name": "As it should stand on leaflets and posters.",
    "council": "Whose area you work in.",
    "champion": "Whom families and colleagues should ask for.",
    "where_found": "A room or a desk: “the Rainbow Room”.",
    "when_found": "“Tuesdays, 8.30 to 9.15”.",
    "prison": "Choose one or write another. Leave it empty if none is near.",
    "safeguarding_phone": "Whom staff tell first when they are worried about a child.",
}


class ServiceFields(QObject):
    """One labelled field for each detail in words. ``paused`` carries a field's name after a pause or when it is left.

    A field that was typed in and not saved yet is *pending*: what the binder says does not overwrite it.
    """

    paused = Signal(str)

    def __init__(self, theme: Theme, parent: QObject, prisons: Sequence[tuple[str, str]]) -> None:
        """``prisons`` are the names to suggest, each with its town."""
        super().__init__(parent)
        self._theme = theme
        self._prisons = list(prisons)
        self._pending: set[str] = set()
        self.boxes: dict[str, LabelledField] = {}
        self.lines: dict[str, LineField | SuggestBox] = {}
        for name, words in FIELD_WORDS.items():
            if name != "setting":
                self._add(name, tr(words))

    def panel(self, names: Sequence[str]) -> QWidget:
        """Some of the fields in one or two columns, in this order for the Tab key too."""
        made = QWidget()
        columns = Columns(self._theme, least=230, most=2, parent=made)
        for name in names:
            columns.addWidget(self.boxes[name])
        return made

    def text(self, name: str) -> str:
        """The words in a field, exactly as typed."""
        return self.lines[name].text()

    def texts(self) -> dict[str, str]:
        """The words of every field, exactly as typed."""
        return {name: line.text() for name, line in self.lines.items()}

    def show_text(self, name: str, words: str) -> None:
        """Puts words in; nothing is wrong with them and nothing waits to be saved."""
        line = self.lines[name]
        line.show_text(words)
        if not line.hasFocus():  # long words are shown from their beginning
            line.setCursorPosition(0)
        self.saved(name)

    def show_service(self, service: Service) -> None:
        """Shows what the binder says, without touching what is being typed or differs only in spaces."""
        for name in self.lines:
            kept = getattr(service, name)
            if name not in self._pending and " ".join(clean(self.text(name)).split()) != kept:
                self.show_text(name, kept)

    def pending(self) -> list[str]:
        """The fields that wait to be saved; their own waiting ends, so that the caller can save them now."""
        for name in self._pending:
            self.lines[name].show_text(self.text(name))
        return [name for name in self.lines if name in self._pending]

    def saved(self, name: str) -> None:
        """A field's words are in the binder."""
        self._pending.discard(name)
        self.say(name, "")

    def say(self, name: str, problem: str) -> None:
        """Says what is wrong with a field, or takes that away."""
        self.boxes[name].say(problem)

    def _add(self, name: str, words: str) -> None:
        line: LineField | SuggestBox = SuggestBox() if name == "prison" else LineField(words)
        if isinstance(line, SuggestBox):
            line.suggest(self._prisons)
        self.lines[name] = line
        self.boxes[name] = LabelledField(words, line, tr(_HELP[name]) if name in _HELP else "")
        line.textEdited.connect(lambda typed, name=name: self._pending.add(name))
        line.paused.connect(lambda typed, name=name: self.paused.emit(name))
