"""One thing that the self-test tries: what it is, how it went in words and with a sign, and what to do next."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from champion_app.desktop.theme import Theme
from champion_app.desktop.widgets.flow import Flow
from champion_app.desktop.widgets.labels import breakable, label, picture, set_role
from champion_app.desktop.words import tr
from champion_app.domain.self_test import VERDICT_WORDS, Result, Sentence, Step, Verdict, took

# A sign, its colour and the role of its words for each way a step can go; "waiting" and "now" come before that.
_SIGNS = {
    "waiting": ("not-yet", "muted", "muted"),
    "now": ("in-progress", "accent", "strong"),
    Verdict.WORKS: ("in-place", "ok", "ok"),
    Verdict.LOOK: ("warning", "warn", "warning"),
    Verdict.FAILS: ("refused", "overdue", "strong"),
    Verdict.NOT_TRIED: ("not-yet", "muted", "muted"),
}


class ProveLine(QFrame):
    """Says "Not tried yet" until something is known."""

    def __init__(self, theme: Theme, step: Step) -> None:
        super().__init__()
        self.step = step
        self._theme = theme
        self._state: str = "waiting"
        self.sign = picture("")
        self.verdict = label("", wrap=False)
        self.time = label("", "muted", wrap=False)
        self.said = label("", "muted")
        self.way = label("", "strong")
        self._build()
        self.wait()

    def wait(self) -> None:
        """Nothing has been tried yet."""
        self._show("waiting", tr("Not tried yet"), tr(self.step.doing), "")

    def begin(self) -> None:
        """It is being tried now."""
        self._show("now", tr("Being tried now"), tr(self.step.doing), "")

    def show_result(self, result: Result) -> None:
        """What came of it."""
        if result.verdict is Verdict.NOT_TRIED:
            self._show(result.verdict, tr(VERDICT_WORDS[result.verdict]), tr("The test was stopped before this."), "")
            return
        said, ways = (" ".join(map(_words, part)) for part in (result.said, result.ways))
        next_words = tr("What to do next: {way}", way=ways) if ways else ""
        self._show(result.verdict, tr(VERDICT_WORDS[result.verdict]), said, next_words)
        self.time.setText(tr("It took {time}.", time=_words(took(result.seconds))))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """A new look or text size comes as a new style sheet."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._draw()

    def _build(self) -> None:
        inside = QVBoxLayout()
        inside.setSpacing(4)
        heading = Flow(None, 16)
        for part in (label(tr(self.step.title), "strong", wrap=False), self.verdict, self.time):
            heading.addWidget(part)
        inside.addLayout(heading)
        inside.addWidget(self.said)
        inside.addWidget(self.way)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 8, 0, 8)
        row.setSpacing(12)
        row.addWidget(self.sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(inside, 1)

    def _show(self, state: str, verdict: str, said: str, way: str) -> None:
        self._state = state
        self.verdict.setText(verdict)
        self.time.clear()
        self.said.setText(breakable(said))
        self.way.setText(breakable(way))
        self.way.setVisible(bool(way))
        set_role(self.verdict, _SIGNS[state][2])
        self.setAccessibleName(f"{tr(self.step.title)}: {verdict}")
        self._draw()

    def _draw(self) -> None:
        name, colour, _ = _SIGNS[self._state]
        self.sign.setPixmap(self._theme.pixmap(name, colour, 24))


def _words(sentence: Sentence) -> str:
    return tr(sentence.words, **{name: str(fill) for name, fill in sentence.fills.items()})
