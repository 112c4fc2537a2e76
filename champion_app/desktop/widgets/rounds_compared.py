"""Two rounds side by side: what moved up, stayed, moved down or was answered for the first time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from champion_app.desktop.desk import Desk
from champion_app.desktop.widgets.answer_words import MOVEMENT_ICONS, answer_words
from champion_app.desktop.widgets.buttons import button
from champion_app.desktop.widgets.chips import Chips
from champion_app.desktop.widgets.facts_table import FactsTable
from champion_app.desktop.widgets.labels import card, label
from champion_app.desktop.words import tr, trn
from champion_app.domain.dates import british
from champion_app.domain.editions import CameFrom
from champion_app.domain.rounds import MOVEMENT_WORDS, Movement
from champion_app.domain.toolkit import Criterion
from champion_app.tasks import assessment
from champion_app.tasks.assessment import Assessment, Moved

_EVERY = ""


class RoundsCompared(QWidget):
    """Compares a round with the one before it. The chips above the table count and choose."""

    def __init__(self, desk: Desk, show: Callable[[Criterion], object], start_another: Callable[[], object]) -> None:
        super().__init__()
        self._desk = desk
        self._show = show
        self._view: Assessment | None = None
        self._rows: list[Moved] = []
        self.rounds = Chips(tr("Rounds"), self._choose_round)
        self.heading = label("", "section")
        self.dates = label("", "muted")
        self.edition = label("", "muted")
        self.chips = Chips(tr("How answers moved"), self._choose_movement)
        self.chosen = _EVERY
        self.table = FactsTable(tr("Each criterion in both rounds"))
        self.table.activated.connect(lambda index: self._open(index.row()))
        self.hint = label("", "small")
        self.another = button(desk.theme, tr("Start a new round"), start_another, "", "add")
        self._layout()

    def show_view(self, view: Assessment) -> None:
        """Shows how a round moved since the one before."""
        self._view = view
        known = assessment.all_rounds(self._desk.binder)
        self.rounds.setVisible(len(known) > 2)
        self.rounds.show_chips([(str(item.id), item.name) for item in known[1:]], str(view.round.id))
        self._rows = assessment.moved(self._desk.toolkit, view) if view.before else []
        self._say(view)
        self._say_edition(view)
        counts = Counter(item.movement for item in self._rows)
        chips = [(_EVERY, tr("All {n}", n=len(self._rows)))]
        chips += [
            (how.value, f"{tr(words)} {counts[how]}")
            for how, words in MOVEMENT_WORDS.items()
            if counts[how] or how in (Movement.UP, Movement.SAME, Movement.DOWN)
        ]
        self.chips.show_chips(chips, self.chosen)
        for part in (self.chips, self.table):
            part.setVisible(bool(self._rows))
        self.hint.setText(self._hint())
        self._fill()

    def _hint(self) -> str:
        if self._rows:
            return tr("Enter or a double click on a line shows that criterion.")
        return tr("What moved is shown here as you answer.")

    def _say(self, view: Assessment) -> None:
        if view.before is None:
            self.heading.setText(tr("{name} is the first round", name=view.round.name))
            words = tr("When the next one begins, every answer of this one comes along, and what moved is shown here.")
            self.dates.setText(words)
            return
        self.heading.setText(tr("{now} beside {before}", now=view.round.name, before=view.before.name))
        words = tr("{now}, started {day}. {before}, started {earlier}.")
        said = words.format(
            now=view.round.name, day=british(view.round.started),
            before=view.before.name, earlier=british(view.before.started),
        )  # fmt: skip
        left = len(view.criteria) - view.answered
        self.dates.setText(f"{said} {tr('{n} not answered yet this time.', n=left)}" if left else said)

    def _say_edition(self, view: Assessment) -> None:
        """What a new edition of the toolkit did; nothing when both rounds were answered in the same words."""
        changed = sum(bool(origin.numbers) for origin in view.came_from.values())
        new = len(view.came_from) - changed
        said = [tr("The toolkit has a new edition since then.")] if view.came_from else []
        if changed:
            said.append(trn("{n} criterion was moved or reworded.", "{n} criteria were moved or reworded.", changed))
        if new:
            said.append(trn("{n} criterion is new.", "{n} criteria are new.", new))
        left = assessment.left_behind(self._desk.binder, self._desk.toolkit) if view.came_from else []
        if left and view.before is not None:
            words = tr("These have no place in it, and their answers stay in {name}: {numbers}.")
            said.append(words.format(name=view.before.name, numbers=", ".join(left)))
        self.edition.setText(" ".join(said))
        self.edition.setVisible(bool(said))

    def _fill(self) -> None:
        view = self._view
        if view is None or view.before is None:
            self.table.show_table([], [])
            return
        headings = [tr("No."), tr("What it asks"), view.before.name, view.round.name, tr("How it moved")]
        rows = []
        for item in self._chosen_rows():
            asks = item.criterion.wording(view.round.service_type)
            how = tr(MOVEMENT_WORDS[item.movement])
            origin = view.came_from.get(item.criterion.number)
            if origin is not None and (changed := edition_words(origin)):
                how = f"{how} ({changed})"
            words = [answer_words(item.before), answer_words(item.now), how]
            rows.append([item.criterion.number, asks, *words])
        self.table.show_table(headings, rows, wide=(1,), letters=13)
        size = self._desk.theme.px(16)
        self.table.setIconSize(QSize(size, size))
        for place, item in enumerate(self._chosen_rows()):
            if (cell := self.table.item(place, 4)) is not None:
                cell.setIcon(self._desk.theme.icon(MOVEMENT_ICONS[item.movement], size=16))

    def _chosen_rows(self) -> list[Moved]:
        return [item for item in self._rows if self.chosen in (_EVERY, item.movement.value)]

    def _choose_movement(self, value: str) -> None:
        self.chosen = Movement(value).value if value else _EVERY
        self._fill()

    def _choose_round(self, value: str) -> None:
        view = assessment.assessment(self._desk.binder, self._desk.toolkit, int(value))
        if view is not None:
            self.show_view(view)

    def _open(self, row: int) -> None:
        self._show(self._chosen_rows()[row].criterion)

    def _layout(self) -> None:
        frame: QFrame = card()
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(16, 12, 16, 16)
        inside.setSpacing(12)
        for part in (self.rounds, self.heading, self.dates, self.edition, self.chips, self.table, self.hint):
            inside.addWidget(part)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(16)
        layout.addWidget(frame)
        layout.addWidget(self.another)


def edition_words(origin: CameFrom) -> str:
    """What a new edition did to a criterion: "was 1.4, reworded"; nothing for one that is as it was."""
    said = [tr("was {numbers}", numbers=", ".join(origin.numbers))] if origin.moved and origin.numbers else []
    if origin.reworded:
        said.append(tr("reworded"))
    return ", ".join(said) if origin.numbers else tr("new")
