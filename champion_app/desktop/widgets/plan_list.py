"""The left side of the work plan: chips, two filters, the count and the list of actions."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from champion_app.desktop.desk import Desk
from champion_app.desktop.widgets.action_words import action_row, statement_choices
from champion_app.desktop.widgets.buttons import button
from champion_app.desktop.widgets.chips import Chips
from champion_app.desktop.widgets.choice_box import ChoiceBox
from champion_app.desktop.widgets.labelled_field import LabelledField
from champion_app.desktop.widgets.labels import label, set_role
from champion_app.desktop.widgets.rows import RowModel, row_list
from champion_app.desktop.words import tr, trn
from champion_app.domain.actions import Action
from champion_app.domain.plan_filter import PlanFilter, Showing, chosen, counts, leads

_ANY, _NO_LEAD = "any", "no lead"


class PlanList(QWidget):
    """``chosen`` carries the id of the action to read, or 0."""

    chosen = Signal(int)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._actions: list[Action] = []
        self._today = date.min
        self._filter = PlanFilter()
        self._filling = False
        self._leads: list[str] | None = None
        self.chips = Chips(tr("Which actions"), self._choose_showing)
        self.statement = ChoiceBox()
        self.lead = ChoiceBox()
        self.shown = label("", "small")
        self.clear = button(desk.theme, tr("Clear filters"), self.clear_filters, "plain")
        self.model = RowModel()
        self.rows = row_list(desk.theme, tr("Actions"), self.model)
        self.nothing = label("", "muted")
        eight = statement_choices(desk.toolkit)
        self.statement.fill([("", [(tr("All statements"), _ANY), *eight, (tr("None of the eight"), "0")])])
        self._build()
        self.statement.activated.connect(lambda place: self._choose_others())
        self.lead.activated.connect(lambda place: self._choose_others())
        self.rows.selectionModel().currentChanged.connect(lambda now, before: self._tell())

    @property
    def action_id(self) -> int:
        """The action chosen, or 0."""
        row = self.model.row_at(self.rows.currentIndex())
        return row.id if row is not None else 0

    def show_plan(self, actions: list[Action], today: date, wanted: int = 0, *, stays: bool = True) -> None:
        """Shows the plan as it is today.

        ``wanted`` is chosen if it is there. One that no longer fits the filter stays in the list while it is being
        worked on, unless ``stays`` is off: a new date must not take an action away from under the typing.
        """
        self._actions, self._today = actions, today
        keep = wanted or self.action_id
        shown = chosen(actions, self._filter, today)
        if stays and keep and not any(action.id == keep for action in shown):
            inside = {action.id for action in shown} | {keep}
            shown = [action for action in actions if action.id in inside]
        self._fill(shown, keep)
        self._say(len(shown))

    def choose(self, action_id: int) -> None:
        """Chooses an action, whatever was filtered before."""
        if not self.model.place_of(action_id).isValid():
            self._filter = PlanFilter(Showing.ALL)
        self.show_plan(self._actions, self._today, action_id, stays=False)

    def clear_filters(self) -> None:
        """Back to every open action."""
        self._look(PlanFilter())

    def _build(self) -> None:
        filters = QHBoxLayout()
        filters.setSpacing(12)
        for words, box in ((tr("Statement"), self.statement), (tr("Lead"), self.lead)):
            frame = LabelledField(words, box)
            set_role(frame.words, "small")
            filters.addWidget(frame, 1)
        counted = QHBoxLayout()
        counted.addWidget(self.shown, 1)
        counted.addWidget(self.clear)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.chips)
        column.addLayout(filters)
        column.addLayout(counted)
        column.addWidget(self.nothing)
        column.addWidget(self.rows, 1)

    def _choose_showing(self, value: str) -> None:
        self._look(PlanFilter(Showing(value), self._filter.statement, self._filter.lead))

    def _choose_others(self) -> None:
        statement, lead = self.statement.value, self.lead.value
        self._look(
            PlanFilter(
                self._filter.showing,
                None if statement == _ANY else int(statement),
                None if lead == _ANY else "" if lead == _NO_LEAD else lead.removeprefix("="),
            )
        )

    def _look(self, wanted: PlanFilter) -> None:
        self._filter = wanted
        self.show_plan(self._actions, self._today, stays=False)

    def _fill(self, shown: list[Action], keep: int) -> None:
        before, place = self.action_id, self.rows.currentIndex().row()
        self._filling = True
        self.model.show_rows([action_row(action, self._today) for action in shown])
        index = self.model.place_of(keep)
        if not index.isValid() and shown:
            index = self.model.index(min(max(place, 0), len(shown) - 1))
        self.rows.setCurrentIndex(index if index.isValid() else QModelIndex())
        if self.action_id != before:
            self.rows.scrollTo(index)
        self._filling = False
        self.rows.setVisible(bool(shown))
        self._tell()

    def _tell(self) -> None:
        if not self._filling:
            self.chosen.emit(self.action_id)

    def _say(self, shown: int) -> None:
        total = counts(self._actions, self._today)
        self.chips.show_chips(
            [
                (Showing.OPEN.value, tr("All open {n}", n=total.open)),
                (Showing.OVERDUE.value, tr("Overdue {n}", n=total.overdue)),
                (Showing.CLOSED.value, tr("Closed {n}", n=total.closed)),
                (Showing.ALL.value, tr("All {n}", n=total.all)),
            ],
            self._filter.showing.value,
        )
        names = leads(self._actions)
        if names != self._leads:
            self._leads = names
            choices = [(name, f"={name}") for name in names]
            self.lead.fill([("", [(tr("All leads"), _ANY), *choices, (tr("Nobody yet"), _NO_LEAD)])])
        wanted = self._filter
        self.statement.show_value(_ANY if wanted.statement is None else str(wanted.statement))
        self.lead.show_value(_ANY if wanted.lead is None else f"={wanted.lead}" if wanted.lead else _NO_LEAD)
        self.clear.setVisible(wanted.narrowed)
        self.shown.setText(trn("{n} action shown", "{n} actions shown", shown))
        self.nothing.setVisible(not shown)
        self.nothing.setText(
            tr("Nothing is overdue.") if wanted == PlanFilter(Showing.OVERDUE) else tr("No action fits these filters.")
        )
