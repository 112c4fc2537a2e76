"""The filters above the resource pack: a chip for each, showing its choice, and one button that clears them all."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from champion_app.desktop.desk import Desk
from champion_app.desktop.widgets.action_words import statement_choices
from champion_app.desktop.widgets.buttons import button
from champion_app.desktop.widgets.filter_chip import Choice, FilterChip
from champion_app.desktop.widgets.flow import Flow
from champion_app.desktop.widgets.resource_words import capital, kind_words
from champion_app.desktop.words import tr, trn
from champion_app.domain.resource_filter import WHOSE_WORDS, ResourceFilter
from champion_app.domain.resources import AGE_BANDS, AUDIENCE_WORDS, STAGES
from champion_app.domain.shelves import Shelf
from champion_app.domain.toolkit import Criterion
from champion_app.tasks import resources, service, shelves

_NUMBERS = ("statement", "shelf")  # kept as numbers in a filter, shown as words in a chip


class ResourceFilters(QWidget):
    """``changed`` is emitted when something else is chosen. Work on shelves is done by the page.

    With little room only the filters in use are shown, and a chip that unfolds the others in place of the list;
    ``turned`` says that it did.
    """

    changed = Signal()
    turned = Signal()
    new_shelf_asked = Signal()
    rename_shelf_asked = Signal(int)
    remove_shelf_asked = Signal(int)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setAccessibleName(tr("Filters"))
        self._desk = desk
        self.wanted = ResourceFilter()
        self.chips: dict[str, FilterChip] = {}
        self.clear: QPushButton = button(desk.theme, "", self.clear_all, "chip", "clear")
        self.unfold: QPushButton = button(desk.theme, "", self._turn, "chip", "filter")
        self.unfold.setCheckable(True)
        self._tight = False
        self._flow = Flow(self, 8)
        self._add("kind", tr("Kind"), tr("All kinds"), lambda: self._used("kind"))
        self._add("audience", tr("For whom"), tr("For everybody"), lambda: _choices(AUDIENCE_WORDS))
        self._add("age", tr("Ages"), tr("All ages"), _ages)
        self._add("stage", tr("Stage"), tr("All stages"), _stages)
        self._add("statement", tr("Statement"), tr("All statements"), self._statements)
        self._add("criterion", tr("Criterion"), tr("All criteria"), self._criteria)
        self._add("language", tr("Language"), tr("All languages"), lambda: self._used("language"))
        self._add("shelf", tr("Shelf"), tr("With or without a shelf"), self._shelves, self._shelf_work)
        self._add("whose", tr("Show"), tr("All but the retired"), lambda: _choices(WHOSE_WORDS))
        self._flow.addWidget(self.clear)
        self._flow.addWidget(self.unfold)
        self.show_filter(self.wanted)

    def show_filter(self, wanted: ResourceFilter) -> None:
        """Shows a filter without telling anybody."""
        self.wanted = wanted
        shelves_known = {choice.value: choice.words for choice in self._shelves()} if wanted.shelf else {}
        for name, chip in self.chips.items():
            value = str(getattr(wanted, name) or "")
            words = shelves_known.get(value, value) if name == "shelf" else self._words(name, value)
            chip.show_choice(value, words)
        self.clear.setText(trn("Clear {n} filter", "Clear {n} filters", wanted.chosen))
        self._arrange()

    def fit(self, tight: bool) -> None:
        """Shows fewer chips where there is little room."""
        if tight != self._tight:
            self._tight = tight
            self._arrange()

    @property
    def covering(self) -> bool:
        """Whether the filters stand in place of the list."""
        return self._tight and self.unfold.isChecked()

    def clear_all(self) -> None:
        """Back to the whole pack."""
        self.chips["kind"].button.setFocus()
        self._look(ResourceFilter())

    def refresh(self) -> None:
        """After a change: a shelf may have another name, or be gone."""
        if self.wanted.shelf and not any(shelf.id == self.wanted.shelf for shelf in self._all_shelves()):
            self.wanted = replace(self.wanted, shelf=0)
        self.show_filter(self.wanted)

    @property
    def title(self) -> str:
        """What a list of what is shown could be called."""
        if self.wanted.shelf:
            return next((one.name for one in self._all_shelves() if one.id == self.wanted.shelf), tr("Reading list"))
        if self.wanted.criterion:
            return tr("Resources for criterion {number}", number=self.wanted.criterion)
        return tr("Reading list")

    def _turn(self) -> None:
        self._arrange()
        self.turned.emit()

    def _arrange(self) -> None:
        everything = not self._tight or self.unfold.isChecked()
        for name, chip in self.chips.items():
            belongs = name != "criterion" or bool(self.wanted.criterion or self.wanted.statement)
            chip.setVisible((everything and belongs) or bool(chip.value))
        self.clear.setVisible(self.wanted.chosen > 1)
        self.unfold.setText(tr("Show the list") if self.covering else tr("Filters"))
        self.unfold.setVisible(self._tight)
        self._flow.invalidate()
        self.updateGeometry()

    def _add(
        self,
        field: str,
        name: str,
        every: str,
        offer: Callable[[], Sequence[Choice]],
        more: Callable[[QMenu], None] | None = None,
    ) -> None:
        chip = FilterChip(self._desk.theme, name, every, offer, partial(self._choose, field), more)
        self.chips[field] = chip
        self._flow.addWidget(chip)

    def _choose(self, field: str, value: str) -> None:
        chosen: dict[str, Any] = {field: int(value or 0) if field in _NUMBERS else value}
        wanted = replace(self.wanted, **chosen)
        if field == "statement" and wanted.criterion.partition(".")[0] != value:
            wanted = replace(wanted, criterion="")
        self._look(wanted)

    def _look(self, wanted: ResourceFilter) -> None:
        if wanted != self.wanted:
            self.show_filter(wanted)
            self.changed.emit()

    def _words(self, field: str, value: str) -> str:
        """What a chip says is chosen, shorter than its line in the list."""
        known = {"audience": AUDIENCE_WORDS, "whose": WHOSE_WORDS}.get(field)
        if known is not None:
            return tr(known.get(value, value))
        if field == "kind":
            return kind_words(value)
        return capital(tr(value)) if field == "stage" and value else value.replace("-", " to ")

    def _used(self, column: str) -> list[Choice]:
        used = resources.values_used(self._desk.binder, column)
        return [Choice(capital(tr(value)), value) for value in used]

    def _statements(self) -> list[Choice]:
        return [Choice(words, value) for words, value in statement_choices(self._desk.toolkit)]

    def _criteria(self) -> list[Choice]:
        ours = service.who_we_are(self._desk.binder).type
        number = self.wanted.statement or int(self.wanted.criterion.partition(".")[0] or 0)
        statement = next((one for one in self._desk.toolkit.statements if one.number == number), None)
        criteria: Sequence[Criterion] = statement.criteria if statement is not None else ()
        return [Choice(_cut(f"{one.number} {one.wording(ours)}"), one.number) for one in criteria]

    def _shelves(self) -> list[Choice]:
        return [
            Choice(tr("{shelf} ({n})", shelf=_cut(shelf.name), n=shelf.items), str(shelf.id))
            for shelf in self._all_shelves()
        ]

    def _all_shelves(self) -> list[Shelf]:
        return shelves.all_shelves(self._desk.binder)

    def _shelf_work(self, menu: QMenu) -> None:
        menu.addAction(tr("Make a shelf…")).triggered.connect(lambda: self.new_shelf_asked.emit())
        if shelf := self.wanted.shelf:
            menu.addAction(tr("Rename this shelf…")).triggered.connect(lambda: self.rename_shelf_asked.emit(shelf))
            menu.addAction(tr("Remove this shelf")).triggered.connect(lambda: self.remove_shelf_asked.emit(shelf))


def _choices(words: dict[str, str]) -> list[Choice]:
    return [Choice(tr(said), value) for value, said in words.items()]


def _ages() -> list[Choice]:
    return [Choice(band.replace("-", " to "), band) for band in AGE_BANDS]


def _stages() -> list[Choice]:
    return [Choice(capital(tr(stage)), stage) for stage in STAGES]


def _cut(words: str) -> str:
    return words if len(words) <= 90 else words[:89].rstrip() + "…"
