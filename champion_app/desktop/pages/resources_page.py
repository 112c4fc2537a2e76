"""The resource pack: find the right thing in seconds, see how far it can be trusted, print it or give it out."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QPushButton, QWidget

from champion_app.desktop.desk import Desk
from champion_app.desktop.dialogs.lists_and_packs import ListsAndPacks
from champion_app.desktop.dialogs.reading_list_dialog import ReadingListDialog
from champion_app.desktop.dialogs.resource_dialog import ResourceDialog
from champion_app.desktop.dialogs.shelf_dialog import ShelfDialog
from champion_app.desktop.widgets.buttons import button
from champion_app.desktop.widgets.empty_state import empty_state
from champion_app.desktop.widgets.page import Page
from champion_app.desktop.widgets.resource_acts import ResourceActs
from champion_app.desktop.widgets.resource_list import ResourceList
from champion_app.desktop.widgets.resource_orders import Order, ResourceOrders
from champion_app.desktop.widgets.resource_pane import ResourcePane
from champion_app.desktop.widgets.side_by_side import SideBySide
from champion_app.desktop.widgets.undo_offer import offer_undo
from champion_app.desktop.words import tr
from champion_app.domain import clock
from champion_app.domain.resource_filter import ResourceFilter
from champion_app.domain.resources import Resource
from champion_app.tasks import resources, shelves

# Narrower than this at 100 % text, the buttons beside the title have no room for all their words.
NARROW = 780

Dialog = ResourceDialog | ShelfDialog | ReadingListDialog


class ResourcesPage(Page):
    """A search field, filters, a list and a reading pane. ``arrive`` takes an id, ("criterion", "1.3") or "due".

    Letters typed anywhere in the list go into the search field. Enter reads, F2 edits, Delete removes, Ctrl+N adds,
    Ctrl+O opens or prints what is chosen, Escape goes back to the list.
    """

    kinds = frozenset({"resources", "attachments", "shelves", "shelf_items", "log_entries", "service"})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, tr("Resource pack"), scrolls=False)
        self._dialog: Dialog | None = None
        self.reading_list = button(desk.theme, tr("Reading list…"), self.make_reading_list, "", "print")
        self.add = button(desk.theme, tr("Add a resource"), self.add_resource, "primary", "add")
        self.exchange = ListsAndPacks(desk, self, "resources")
        self.list = ResourceList(desk)
        self.pane = ResourcePane(desk)
        self.split = SideBySide(desk.theme, self.list, self.pane)
        self.orders = ResourceOrders(desk, self)
        self._acts = ResourceActs(desk)
        self.none = empty_state(
            desk.theme,
            "resources",
            tr("No resources yet"),
            tr(
                "Whatever you hand out, read out or work from belongs here: leaflets, stories, films, your own sheets. "
                "Then it is found in seconds, with the file beside it and a note of how often it was given out."
            ),
            tr("Add the first resource"),
            self.add_resource,
        )
        self._build()
        self._connect()

    def reload(self) -> None:
        """Asks for the pack again; the resource in view and the place in the list stay."""
        self.list.ask(anew=True)
        retired = ResourceFilter(whose="retired")
        any_there = bool(self.list.everything or resources.numbers(self.desk.binder, retired))
        self.none.setVisible(not any_there)
        self.split.setVisible(any_there)
        self.reading_list.setVisible(any_there)

    def arrive(self, what: object) -> None:
        """Shows one resource whatever was searched for, those of a criterion, or those due for checking."""
        if isinstance(what, int) and resources.resource(self.desk.binder, what) is not None:
            self.list.choose(what)
            self._read()
            self.list.rows.setFocus(Qt.FocusReason.OtherFocusReason)
        elif isinstance(what, tuple) and what[:1] == ("criterion",):
            self.list.look_for(ResourceFilter(criterion=str(what[1])))
            self.split.back()
        elif what == "due":
            self.list.look_for(ResourceFilter(whose="due"))
            self.split.back()

    @property
    def chosen(self) -> Resource | None:
        """The resource in view."""
        return resources.resource(self.desk.binder, self.list.resource_id)

    def flush(self) -> None:
        """Keeps what is being typed into a dialog. Raises a disk fault."""
        if self._dialog is not None:
            self._dialog.keep_draft()

    def add_resource(self) -> None:
        """Opens the dialog for a new resource."""
        self._open_resource(None)

    def edit_resource(self) -> None:
        """Opens the dialog on the resource in view."""
        if (resource := self.chosen) is not None:
            self._open_resource(resource)

    def make_reading_list(self) -> None:
        """Asks what goes on a reading list, then prints or saves it."""
        if self._dialog is not None:
            return
        filters = self.list.filters
        dialog = ReadingListDialog(self.desk, self.list.model.ids, filters.title, filters.wanted.shelf, self)
        dialog.print_asked.connect(partial(self._order_list, self.orders.print))
        dialog.save_asked.connect(partial(self._order_list, self.orders.save))
        self._open(dialog)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Escape goes back to the list, and from there to what is searched for."""
        if event.modifiers() == Qt.KeyboardModifier.NoModifier and event.key() == Qt.Key.Key_Escape:
            self._back()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Letters typed in the list search: looking through 50,000 titles for a first letter helps nobody."""
        if watched is self.list.rows and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            held = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
            if event.key() == Qt.Key.Key_Escape:
                self.list.search.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
            if event.text().isprintable() and event.text().strip() and not held:
                self.list.search.setFocus(Qt.FocusReason.OtherFocusReason)
                self.list.search.setText(self.list.search.text() + event.text())
                return True
        return super().eventFilter(watched, event)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Typing searches from the first moment."""
        super().showEvent(event)
        if not event.spontaneous():
            first = self.list.search if self.none.isHidden() else self.none.findChild(QPushButton)
            if first is not None:
                first.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """In a narrow window the buttons beside the title say less."""
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        narrow = self.width() < self.desk.theme.px(NARROW)
        self.title.setWordWrap(narrow)
        self.add.setText(tr("Add") if narrow else tr("Add a resource"))
        self.reading_list.setText("" if narrow else tr("Reading list…"))
        self.exchange.button.setText("" if narrow else tr("Lists and packs"))

    def _build(self) -> None:
        self.reading_list.setAccessibleName(tr("Reading list…"))
        self.reading_list.setToolTip(tr("Print or save a list of what is shown, or of a shelf"))
        self.add.setAccessibleName(tr("Add a resource"))
        self.desk.theme.changed.connect(self._fold)
        self.add.setToolTip(tr("Ctrl+N"))
        self.header.addWidget(self.exchange.button)
        self.header.addWidget(self.reading_list)
        self.header.addWidget(self.add)
        self.body.addWidget(self.none, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addWidget(self.split, 1)
        self.list.rows.installEventFilter(self)

    def _connect(self) -> None:
        pane, filters, here = self.pane, self.list.filters, Qt.ShortcutContext.WidgetWithChildrenShortcut
        self.list.chosen.connect(lambda resource_id: self._show())
        self.list.rows.clicked.connect(lambda index: self._read())
        self.list.rows.activated.connect(lambda index: self._read(go=True))
        self.split.turned.connect(lambda: pane.back.setVisible(self.split.narrow))
        filters.new_shelf_asked.connect(lambda: self._open_shelf())
        filters.rename_shelf_asked.connect(self._open_shelf)
        filters.remove_shelf_asked.connect(self._acts.remove_shelf)
        pane.back_asked.connect(self._back)
        pane.edit_asked.connect(self.edit_resource)
        pane.other_asked.connect(self._show_other)
        pane.copy_asked.connect(self._copy)
        pane.give_out.given.connect(self._give_out)
        pane.give_out.closed.connect(lambda: pane.give.setFocus(Qt.FocusReason.OtherFocusReason))
        for asked, act in (
            (pane.retire_asked, self._acts.retire),
            (pane.remove_asked, self._acts.remove),
            (pane.checked.looked_asked, self._acts.tick),
            (pane.checked.doubt_asked, self._acts.untick),
        ):
            asked.connect(partial(self._with_chosen, act))
        pane.shelves.turned.connect(lambda shelf, stands: self._acts.turn_shelf(pane.resource_id, shelf, stands))
        pane.shelves.new_asked.connect(lambda: self._open_shelf(with_it=pane.resource_id))
        pane.sheet.print_asked.connect(partial(self._order_sheet, self.orders.print))
        pane.sheet.pdf_asked.connect(partial(self._order_sheet, self.orders.save))
        pane.sheet.word_asked.connect(lambda: self._with_chosen(lambda known: self.orders.save_word(known.sheet)))
        for keys, act_on, context in (
            ("F2", self.edit_resource, here),
            ("Ctrl+N", self.add_resource, here),
            ("Ctrl+O", pane.open_it, here),
        ):
            self._key(keys, self, context, act_on)
        in_list = Qt.ShortcutContext.WidgetShortcut
        self._key("Delete", self.list.rows, in_list, lambda: self._with_chosen(self._acts.remove))

    def _key(self, keys: str, where: QWidget, context: Qt.ShortcutContext, act: Callable[[], object]) -> None:
        shortcut = QShortcut(QKeySequence(keys), where)
        shortcut.setContext(context)
        shortcut.activated.connect(lambda: act())

    def _with_chosen(self, act: Callable[[Resource], object]) -> None:
        if (resource := self.chosen) is not None:
            act(resource)

    def _show(self) -> None:
        self.pane.show_resource(self.chosen, clock.today())

    def _copy(self) -> None:
        resource = self.chosen
        if resource is not None and (made := self._acts.copy(resource)):
            self.list.choose(made)
            self._read()

    def _give_out(self, count: int, whom: str) -> None:
        resource = self.chosen
        if resource is not None and self._acts.give_out(resource, count, whom):
            self.pane.give_out.close_box()

    def _show_other(self, resource_id: int) -> None:
        self.list.choose(resource_id)
        self._read()

    def _order_sheet(self, carry_out: Callable[[Order], None]) -> None:
        resource = self.chosen
        order = self.orders.sheet(resource.sheet) if resource is not None else None
        if order is not None:
            carry_out(order)

    def _order_list(self, carry_out: Callable[[Order], None], ids: list[int], title: str, by: str) -> None:
        order = self.orders.reading_list(ids, title, by)
        if order is not None:
            carry_out(order)

    def _open_resource(self, resource: Resource | None) -> None:
        if self._dialog is not None:
            return
        dialog = ResourceDialog(self.desk, resource, self)
        dialog.saved.connect(self._saved)
        dialog.other_asked.connect(self.arrive)
        self._open(dialog)

    def _open_shelf(self, shelf_id: int = 0, *, with_it: int = 0) -> None:
        if self._dialog is not None:
            return
        known = next((one for one in shelves.all_shelves(self.desk.binder) if one.id == shelf_id), None)
        dialog = ShelfDialog(self.desk, self, known, with_it)
        if known is None:
            dialog.saved.connect(lambda made: offer_undo(self.desk, tr("The shelf was made.")))
        self._open(dialog)

    def _open(self, dialog: Dialog) -> None:
        self._dialog = dialog
        dialog.finished.connect(self._dialog_gone)
        dialog.open()

    def _dialog_gone(self) -> None:
        dialog, self._dialog = self._dialog, None
        if dialog is not None:
            dialog.deleteLater()

    def _saved(self, resource_id: int, words: str) -> None:
        self.arrive(resource_id)
        offer_undo(self.desk, words)

    def _read(self, *, go: bool = False) -> None:
        """The pane is wanted; ``go`` moves the keyboard there."""
        self.split.read()
        if go:
            first = self.pane.sheet.print if self.pane.sheet.isVisible() else self.pane.link
            (first if first.isVisible() else self.pane.give).setFocus(Qt.FocusReason.OtherFocusReason)

    def _back(self) -> None:
        self.split.back()
        self.list.rows.setFocus(Qt.FocusReason.OtherFocusReason)
