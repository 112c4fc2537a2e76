"""How old a reader must be, in words, with what to shorten where that is too old. Worked out on a worker."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QLabel, QWidget

from champion_app.desktop.desk import Desk
from champion_app.desktop.widgets.labels import breakable, set_role
from champion_app.desktop.words import tr
from champion_app.domain.languages import english_name
from champion_app.domain.leaflets import Template
from champion_app.domain.reading_age import FEWEST_WORDS, ReadingAge, measured, reading_age, reading_age_of
from champion_app.domain.typed_text import first_line

# After the last letter: the picture comes first, this is read between two sentences.
PAUSE_MS = 500
# Fewer words than this nobody expects a reading age of.
_FEW = 12
# Easier is never wrong.
_AUDIENCES = {
    "families": "at most {age} for families",
    "carers": "at most {age} for carers",
    "children": "at most {age} for children of this age",
    "staff": "at most {age} for staff",
}


@dataclass(frozen=True)
class _Asked:
    template: Template
    simple: bool
    text: str


@dataclass(frozen=True)
class _Found:
    whole: ReadingAge | None
    part: ReadingAge | None


class WordsAge(QObject):
    """Says the reading age of a leaflet on one label and that of the part in hand on another, after a pause."""

    def __init__(self, desk: Desk, owner: QWidget, whole: QLabel) -> None:
        super().__init__(owner)
        self._desk, self._whole = desk, whole
        self._part: QLabel | None = None
        self._asked: _Asked | None = None
        self._running = False
        self._told: _Asked | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._start)

    def show(self, template: Template, *, simple: bool, at_once: bool = False) -> None:
        """Measures a leaflet, soon."""
        text = self._asked.text if self._asked is not None and not at_once else ""
        self._ask(_Asked(template, simple, text), at_once=at_once)

    def show_part(self, label: QLabel | None, text: str = "") -> None:
        """Measures the words in hand too, those of another part at once; the label goes quiet with None."""
        another, self._part = label is not self._part, label
        if self._asked is not None:
            self._told = None
            self._ask(
                _Asked(self._asked.template, self._asked.simple, text if label is not None else ""), at_once=another
            )

    def wake(self) -> None:
        """The words come into view: what was not measured while nobody saw it is measured now."""
        self._pause.start(0)

    def _ask(self, asked: _Asked, *, at_once: bool = False) -> None:
        self._asked = asked
        if not measured(asked.template.language):
            self._say(asked, _Found(None, None))
            return
        self._pause.start(0 if at_once else PAUSE_MS)

    def _start(self) -> None:
        asked = self._asked
        if asked is None or self._running or asked == self._told or not self._whole.isVisible():
            return
        self._running = True

        def work() -> _Found:
            return _Found(reading_age_of(asked.template, simple=asked.simple), reading_age(asked.text))

        self._desk.jobs.start(work, lambda found: self._done(asked, found), self._failed)

    def _done(self, asked: _Asked, found: _Found) -> None:
        self._running = False
        if asked.template.id == (self._asked.template.id if self._asked else ""):
            self._say(asked, found)
        self._start()  # if something was typed meanwhile

    def _failed(self, error: Exception) -> None:
        self._running = False
        raise error

    def _say(self, asked: _Asked, found: _Found) -> None:
        self._told = asked
        too_hard = found.whole is not None and _above(found.whole, asked.template)
        self._whole.setText(whole_words(asked.template, found.whole))
        set_role(self._whole, "small_warning" if too_hard else "small")
        if self._part is not None:
            self._part.setText(part_words(asked.template, asked.text, found.part))
            self._part.setVisible(bool(self._part.text()))


def whole_words(template: Template, found: ReadingAge | None) -> str:
    """A leaflet's reading age with the highest it should be; above it, the words and the sentence to begin with."""
    if not measured(template.language):
        return tr("The reading age is not measured in {language}.", language=tr(english_name(template.language)))
    if found is None:
        return tr("Too few words to measure a reading age.")
    aim = _aim(template)
    said = tr("Reading age about {age}", age=round(found.age))
    said = f"{said}; {aim}." if aim else f"{said}."
    return f"{said} {_shorten(found)}".strip() if _above(found, template) else said


def part_words(template: Template, text: str, found: ReadingAge | None) -> str:
    """The same for one part; nothing for a heading or a line, which say nothing of a text."""
    if len(text.split()) < _FEW or not measured(template.language):
        return ""
    if found is None:
        return tr("Under {n} words: too few to measure by themselves.", n=FEWEST_WORDS)
    said = tr("Reading age of these words about {age}.", age=round(found.age))
    return f"{said} {_shorten(found)}".strip() if _above(found, template) else said


def _above(found: ReadingAge, template: Template) -> bool:
    return template.reading_age is not None and round(found.age) > template.reading_age[1]


def _aim(template: Template) -> str:
    if template.reading_age is None:
        return ""
    return tr(_AUDIENCES.get(template.audience, "at most {age}"), age=template.reading_age[1])


def _shorten(found: ReadingAge) -> str:
    said: list[str] = []
    if found.hardest:
        said.append(tr("Long words: {words}.", words=", ".join(found.hardest)))
    said.append(tr("The longest sentence: “{words}”", words=first_line(found.longest, 160)))
    return breakable(" ".join(said))
