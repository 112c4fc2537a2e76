"""A reading list: which resources stand on it, what it is called, and whether it is printed or saved."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QDialog, QWidget

from champion_app.desktop.desk import Desk
from champion_app.desktop.forms.ui_reading_list_dialog import Ui_ReadingListDialog
from champion_app.desktop.widgets.chips import Chips
from champion_app.desktop.widgets.choice_box import ChoiceBox
from champion_app.desktop.words import tr, trn
from champion_app.domain.resource_filter import ResourceFilter
from champion_app.tasks import resources, shelves

# More than this is no reading list: it is the pack, and would be sixty pages.
MOST = 500
_DRAFT = "reading list"
_SHOWN = "shown"


class ReadingListDialog(QDialog):
    """``print_asked`` and ``save_asked`` carry the ids, the title and the grouping ("kind" or "criterion")."""

    print_asked = Signal(object, str, str)
    save_asked = Signal(object, str, str)

    def __init__(self, desk: Desk, shown: Sequence[int], title: str, shelf: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._shown, self._suggested = desk, list(shown), title
        self._shelves = {str(one.id): one for one in shelves.all_shelves(desk.binder) if one.items}
        self._by = "kind"
        self.ui = Ui_ReadingListDialog()
        self.ui.setupUi(self)
        self.which = ChoiceBox()
        self.groups = Chips(tr("In groups by"), self._group)
        self._build(parent)
        self.which.show_value(str(shelf) if str(shelf) in self._shelves else _SHOWN)
        self.ui.title.setText(desk.drafts.find(_DRAFT).get("title", "") or self._own_title())
        self._look()
        self.which.currentIndexChanged.connect(lambda place: self._chosen())
        self.ui.print.clicked.connect(lambda: self._go(self.print_asked))
        self.ui.save.clicked.connect(lambda: self._go(self.save_asked))
        self.ui.cancel.clicked.connect(self.reject)

    def ids(self) -> list[int]:
        """The resources that would stand on it."""
        shelf = self._shelves.get(self.which.value)
        if shelf is None:
            return self._shown
        return resources.numbers(self._desk.binder, ResourceFilter(shelf=shelf.id))

    def reject(self) -> None:
        """Closes; a title that was typed stands there the next time."""
        if self._desk.done(self.keep_draft):
            super().reject()

    def keep_draft(self) -> None:
        """Keeps a title that was typed. Raises a disk fault."""
        typed = self.ui.title.text()
        if typed.strip() and typed != self._own_title():
            self._desk.drafts.keep(_DRAFT, {"title": typed})
        else:
            self._desk.drafts.drop(_DRAFT)

    def _build(self, parent: QWidget) -> None:
        self.setWindowTitle(tr("Reading list"))
        self.ui.which_cell.insertWidget(1, self.which)
        self.ui.groups_cell.addWidget(self.groups)
        self.ui.which_label.setBuddy(self.which)
        self.which.setAccessibleName(tr("What stands on it"))
        self.ui.problem.hide()
        self.ui.title.setMaxLength(200)
        shown = trn("What is shown now ({n})", "What is shown now ({n})", len(self._shown))
        named = [(tr("{shelf} ({n})", shelf=one.name, n=one.items), number) for number, one in self._shelves.items()]
        groups = [("", [(shown, _SHOWN)])] + ([(tr("A shelf"), named)] if named else [])
        self.which.fill(groups)
        self.groups.show_chips([("kind", tr("Kind")), ("criterion", tr("Criterion"))], self._by)
        self._fit(parent)

    def _fit(self, parent: QWidget) -> None:
        """As tall as what is in it; in a low window it scrolls."""
        room = parent.window().size()
        wide = min(self._desk.theme.px(520), room.width() - 48)
        self.ui.page_body.ensurePolished()
        tall = self.ui.column.totalHeightForWidth(wide) + self.ui.buttons.sizeHint().height() + 8
        self.resize(wide, min(tall, room.height() - 48))

    def _own_title(self) -> str:
        shelf = self._shelves.get(self.which.value)
        return shelf.name if shelf is not None else self._suggested

    def _group(self, by: str) -> None:
        self._by = by

    def _chosen(self) -> None:
        self.ui.title.setText(self._own_title())
        self._look()

    def _look(self) -> None:
        count = len(self.ids())
        many = count > MOST
        self.ui.which_help.setText(
            tr("That is {n} resources, and a reading list holds {most}. Use the filters, or put them on a shelf.",
               n=count, most=MOST)
            if many
            else trn("{n} resource", "{n} resources", count)
        )  # fmt: skip
        for made in (self.ui.print, self.ui.save):
            made.setEnabled(0 < count <= MOST)

    def _go(self, asked: SignalInstance) -> None:
        ids, title = self.ids(), self.ui.title.text()
        self._desk.attempt(lambda: self._desk.drafts.drop(_DRAFT))
        self.accept()
        asked.emit(ids, title, self._by)
