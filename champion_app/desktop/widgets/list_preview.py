"""The third step of taking a list in: every line with what becomes of it, chips that filter, and the decisions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from champion_app.desktop.theme import Theme
from champion_app.desktop.widgets.buttons import button
from champion_app.desktop.widgets.chips import Chips
from champion_app.desktop.widgets.labels import breakable, label
from champion_app.desktop.widgets.line_pane import LinePane
from champion_app.desktop.widgets.list_outcomes import GROUP_WORDS, ShownLine, counts, line_row, shown_lines
from champion_app.desktop.widgets.rows import LongRowModel, Row, row_list
from champion_app.desktop.widgets.side_by_side import SideBySide
from champion_app.desktop.widgets.taking_words import cut, taken_words
from champion_app.desktop.words import tr, trn
from champion_app.domain.dates import british
from champion_app.domain.taking_in import Decision
from champion_app.tasks.lists import ListPreview

Decisions = dict[tuple[str, str], Decision]


class ListPreviewStep(QWidget):
    """``changed`` is emitted when something was decided."""

    changed = Signal()

    def __init__(self, theme: Theme, noun: str) -> None:
        super().__init__()
        self._noun = noun
        self._lines: list[ShownLine] = []
        self._filter = "all"
        self._counts: dict[str, int] = {}
        self.decisions: Decisions = {}
        self.about = label("", "muted")
        self.chips = Chips(tr("Which lines"), self._choose)
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Find a line by its name"))
        self.search.setAccessibleName(tr("Find a line by its name"))
        self.search.setClearButtonEnabled(True)
        self.next = button(theme, tr("Next to decide"), self.go_to_next, "", "next")
        self.next.setAutoDefault(False)
        self.model = LongRowModel(self._fetch)
        self.rows = row_list(theme, tr("Lines"), self.model)
        self.nothing = label(tr("No line here has that in its name."), "muted")
        self.pane = LinePane(theme, noun)
        self._left = QWidget()
        self.split = SideBySide(theme, self._left, self.pane)
        self._build()
        self._connect()

    def show_preview(self, previewed: ListPreview, decisions: Mapping[tuple[str, str], Decision]) -> None:
        """Shows what taking the list in would do; earlier decisions about lines that still ask are kept."""
        asking = {(one.item.noun, one.item.key) for one in previewed.preview.proposals if one.asks}
        self._lines = shown_lines(previewed)
        self._counts = counts(self._lines)
        self.decisions = {key: decision for key, decision in decisions.items() if key in asking}
        self.about.setText(_about(previewed))
        self.about.setVisible(bool(self.about.text()))
        self.search.clear()
        self._filter = next((chip for chip in ("ask", "new", "changed") if chip in self._counts), "all")
        self._show()
        self.rows.scrollToTop()

    def to_decide(self) -> list[ShownLine]:
        """The lines that nobody has decided about."""
        return [line for line in self._lines if line.group == "ask" and line.key not in self.decisions]

    def go_to_next(self) -> None:
        """Shows the next line to decide, and moves the keyboard to its choices."""
        waiting = self.to_decide()
        here = self.model.id_at(self.rows.currentIndex()) if self.rows.currentIndex().isValid() else -1
        line = next((one for one in waiting if one.id > here), waiting[0] if waiting else None)
        if line is not None:
            self.search.clear()
            self._filter = "ask"
            self._show(line.id)
            self.split.read()
            self.pane.decision.take_focus()

    def _build(self) -> None:
        column = QVBoxLayout(self._left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.search)
        column.addWidget(self.nothing)
        column.addWidget(self.rows, 1)
        above = QHBoxLayout()
        above.setSpacing(12)
        above.addWidget(self.chips, 1)
        above.addStretch()
        above.addWidget(self.next, 0, Qt.AlignmentFlag.AlignTop)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 8, 24, 8)
        outer.setSpacing(12)
        outer.addWidget(self.about)
        outer.addLayout(above)
        outer.addWidget(self.split, 1)

    def _connect(self) -> None:
        self.search.textChanged.connect(lambda text: self._show())
        self.search.returnPressed.connect(self.rows.setFocus)
        self.rows.selectionModel().currentChanged.connect(lambda now, before: self._show_line(now))
        self.rows.clicked.connect(lambda index: self._read() if self.split.narrow else None)
        self.rows.activated.connect(lambda index: self._read())
        self.pane.back_asked.connect(self._back)
        self.pane.decision.decided.connect(self._decide)
        self.pane.decision.all_decided.connect(self._decide_all)
        self.split.turned.connect(self._make_room)
        shortcut = QShortcut(QKeySequence("Ctrl+D"), self)
        shortcut.activated.connect(self.go_to_next)
        self.next.setToolTip(tr("Ctrl+D"))

    def _choose(self, chip: str) -> None:
        self._filter = chip
        self._show()

    def _fetch(self, ids: Sequence[int]) -> list[Row]:
        return [line_row(self._lines[number], self.decisions) for number in ids]

    def _show(self, wanted: int | None = None) -> None:
        """Fills the list; the line ``wanted`` is chosen in it, or what was chosen before, or the first."""
        here = self.rows.currentIndex()
        before = wanted if wanted is not None else self.model.id_at(here) if here.isValid() else -1
        typed = self.search.text().casefold().strip()
        shown = [line.id for line in self._lines
                 if line.stands_under(self._filter) and typed in line.name.casefold()]  # fmt: skip
        self.model.show_ids(shown)
        index = self.model.place_of(before)
        if not index.isValid() and shown:
            index = self.model.index(0)
        self.rows.setCurrentIndex(index)
        self.rows.scrollTo(index)
        self.nothing.setVisible(not shown)
        self._show_line(index)
        self._show_counts()

    def _show_counts(self) -> None:
        found = self._counts
        words = [(chip, f"{tr(GROUP_WORDS[chip])} {number:,}") for chip, number in found.items()]
        waiting = len(self.to_decide())
        if "ask" in found and waiting < found["ask"]:
            part = tr("{words} {left} of {all}", words=tr(GROUP_WORDS["ask"]), left=waiting, all=found["ask"])
            words = [(chip, part if chip == "ask" else said) for chip, said in words]
        self.chips.show_chips(words, self._filter)
        self.next.setVisible("ask" in found)
        self.next.setEnabled(bool(waiting))

    def _show_line(self, index: QModelIndex) -> None:
        line = self._lines[self.model.id_at(index)] if index.isValid() else None
        self.pane.show_line(line, self.decisions, len(self._like(line)))

    def _like(self, line: ShownLine | None) -> list[ShownLine]:
        """Other lines that nobody has decided about and that ask the same question."""
        if line is None or line.proposal is None or not line.proposal.asks:
            return []
        verdict = line.proposal.verdict
        return [
            one for one in self.to_decide() if one.id != line.id and one.proposal and one.proposal.verdict is verdict
        ]

    def _line(self) -> ShownLine | None:
        index = self.rows.currentIndex()
        return self._lines[self.model.id_at(index)] if index.isValid() else None

    def _decide(self, decision: Decision | None) -> None:
        line = self._line()
        if line is not None:
            self._keep([line], decision)

    def _decide_all(self, decision: Decision | None) -> None:
        line = self._line()
        if line is not None:
            self._keep([line, *self._like(line)], decision)
            self.pane.decision.take_focus()

    def _keep(self, lines: Sequence[ShownLine], decision: Decision | None) -> None:
        for line in lines:
            self.decisions.pop(line.key, None)
            if decision is not None:
                self.decisions[line.key] = decision
        self._show()
        self.changed.emit()

    def _read(self) -> None:
        self.split.read()
        if self.pane.decision.isVisible():
            self.pane.decision.take_focus()
        elif self.split.narrow:
            self.pane.back.setFocus()
        else:
            self.pane.setFocus()

    def _make_room(self) -> None:
        """In a small window the line that is read has it to itself."""
        self.pane.back.setVisible(self.split.narrow)
        alone = self.split.narrow and self.split.reading
        self.chips.setVisible(not alone)
        self.about.setVisible(bool(self.about.text()) and not alone)

    def _back(self) -> None:
        self.split.back()
        self.rows.setFocus()


def coming_in(previewed: ListPreview, decisions: Mapping[tuple[str, str], Decision]) -> tuple[int, int]:
    """How many things would be new, and how many changed, with what was decided so far."""
    new = changed = 0
    for one in previewed.preview.proposals:
        decision = decisions.get((one.item.noun, one.item.key))
        if not one.asks:
            new += one.verdict.value == "new"
            changed += one.verdict.value == "changed"
        elif decision is Decision.BOTH or (decision is Decision.THEIRS and not one.row_id):
            new += 1
        elif decision is Decision.THEIRS:
            changed += 1
    return new, changed


def outcome_words(previewed: ListPreview, decisions: Mapping[tuple[str, str], Decision]) -> str:
    """What taking it in would do: "40 new, 5 changed. 3 lines are not decided: they stay as they are."."""
    new, changed = coming_in(previewed, decisions)
    said = [f"{taken_words(new, changed)}." if new or changed else tr("Nothing new and nothing changed.")]
    waiting = sum(one.asks and (one.item.noun, one.item.key) not in decisions for one in previewed.preview.proposals)
    if waiting:
        many = "{n} lines are not decided: they stay as they are."
        said.append(trn("{n} line is not decided: it stays as it is.", many, waiting))
    return " ".join(said)


def _about(previewed: ListPreview) -> str:
    source = previewed.preview.source
    if source is None:
        return ""
    return tr("This is the next edition of “{title}”, last taken in on {date}.",
              title=breakable(cut(source.title, 80)), date=british(source.day))  # fmt: skip
