"""A resource, new or known: what a colleague asks first on top, the rest under "More about it"."""

from __future__ import annotations

from functools import partial
from itertools import pairwise

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QDialog, QSizePolicy, QWidget

from champion_app.desktop.desk import Desk
from champion_app.desktop.forms.ui_resource_dialog import Ui_ResourceDialog
from champion_app.desktop.messages import fault_words
from champion_app.desktop.widgets.fold import Fold
from champion_app.desktop.widgets.folding_grid import FoldingGrid
from champion_app.desktop.widgets.labels import breakable
from champion_app.desktop.widgets.links import full_address, typed_address
from champion_app.desktop.widgets.privacy_note import watch
from champion_app.desktop.widgets.resource_form import MORE, ResourceForm, with_draft
from champion_app.desktop.widgets.saver import Saver
from champion_app.desktop.widgets.twin_note import TwinNote
from champion_app.desktop.widgets.wrapping_tick import WrappingTick
from champion_app.desktop.words import tr
from champion_app.domain.resources import FIELD_WORDS, Resource, ResourceFields, age_range
from champion_app.faults import Fault
from champion_app.tasks import listings, resources

# Others like it are looked for in a pause of the typing.
PAUSE_MS = 200
# Narrower than this at 100 % text, fields stand below each other.
NARROW = 480


class ResourceDialog(QDialog):
    """``saved`` carries the resource's id and what to say about it; ``other_asked`` the id of one just like it."""

    saved = Signal(int, str)
    other_asked = Signal(int)

    def __init__(self, desk: Desk, resource: Resource | None, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._resource = resource
        self._draft = f"resource {resource.id}" if resource else "resource new"
        self._before = resource.fields if resource else ResourceFields(title="", language="English")
        self._saved = False
        self.ui = Ui_ResourceDialog()
        self.ui.setupUi(self)
        self._saver = Saver(self, lambda: desk.attempt(self._keep))
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._look_for_twins)
        self.form = ResourceForm(desk, self.ui, self._before, self._typed)
        self.same_title, self.same_link = TwinNote(desk.theme), TwinNote(desk.theme)
        self.looked = WrappingTick()
        self._grids = [FoldingGrid(grid) for grid in (self.ui.two, self.ui.two_more, self.ui.more_grid)]
        self.more = Fold(desk.theme, tr("More about it"), self.ui.more_box)
        self._build(parent)
        self._begin()
        self._connect()

    def typed_fields(self) -> ResourceFields:
        """The fields as they stand on the screen."""
        return self.form.typed_fields()

    def accept(self) -> None:
        """Saves. A fault is said beside the field it is about, and every word stays."""
        by = listings.who_checks(self._desk.binder) if self.looked.isChecked() else ""
        try:
            resource_id, words = self._save(by)
            self._desk.drafts.drop(self._draft)
        except Fault as fault:
            self._say_problem(fault)
            return
        self._saved = True
        self._stop_timers()
        super().accept()
        self.saved.emit(resource_id, words)

    def reject(self) -> None:
        """Closes without saving. Words that were typed are kept for the next time, and can be thrown away."""
        self._stop_timers()
        if not self._changed():
            self._desk.attempt(partial(self._desk.drafts.drop, self._draft))
        elif self._desk.attempt(self._keep) is None:
            return  # the disk refused: the words are still in the dialog
        else:
            again = tr("Edit") if self._resource else tr("Add a resource")
            self._desk.messages.inform(
                tr("Not saved. Your words are kept: “{button}” brings them back.", button=again),
                tr("Throw them away"),
                lambda: self._desk.attempt(partial(self._desk.drafts.drop, self._draft)),
            )
        super().reject()

    def keep_draft(self) -> None:
        """Keeps words that were not saved yet. Raises a disk fault."""
        self._saver.forget()
        self._keep()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """One column where there is no room for two."""
        super().resizeEvent(event)
        for grid in self._grids:
            grid.fold(self.width() < self._desk.theme.px(NARROW))

    def _build(self, parent: QWidget) -> None:
        self.setWindowTitle(tr("Edit a resource") if self._resource else tr("Add a resource"))
        self.ui.save.setText(tr("Save") if self._resource else tr("Add"))
        theme, room = self._desk.theme, parent.window().size()
        self.resize(min(theme.px(720), room.width() - 48), min(theme.px(720), room.height() - 48))
        self.setMinimumSize(320, 320)
        self.ui.title_cell.addWidget(self.same_title)
        self.ui.link_cell.addWidget(self.same_link)
        self.ui.looked_cell.addWidget(self.looked)
        self.ui.note_cell.addWidget(watch(self._desk.theme, self.ui.note))
        self.ui.problem.hide()
        self.ui.problem.setContentsMargins(24, 8, 24, 0)
        self.ui.column.addWidget(self.more)
        self.ui.column.addStretch(1)
        self.more.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        by = listings.who_checks(self._desk.binder)
        self.looked.show_words(
            tr("I have looked at it today, and it is right ({name})", name=by)
            if by
            else tr("I have looked at it today, and it is right")
        )
        self._order_tabs()

    def _order_tabs(self) -> None:
        """What was put into the form by hand takes its place in the order of the Tab key."""
        ui, form = self.ui, self.form
        walk: list[QWidget] = [
            ui.title, self.same_title.look, form.kind, ui.audience, ui.description, ui.link, self.same_link.look,
            ui.ages, ui.licence, self.looked, self.more.heading, ui.author, ui.year, *form.stages.ticks.values(),
            *form.criteria.in_order(), form.language, form.status, *form.nations.ticks.values(), ui.tags, ui.note,
            ui.cancel, ui.save,
        ]  # fmt: skip
        for before, after in pairwise(walk):
            self.setTabOrder(before, after)
        ui.title.setFocus()

    def _begin(self) -> None:
        """Shows the resource, with the words of an unfinished draft over it."""
        draft = self._desk.drafts.find(self._draft)
        fields = with_draft(self._before, draft)
        self.form.show_fields(fields)
        self.ui.draft.setVisible(bool(draft))
        self.looked.setChecked(self._resource is None)
        if any(getattr(fields, name) != getattr(self._before, name) for name in (*MORE, "statements")):
            self.more.heading.click()  # what is folded away would look lost
        self._stop_timers()
        self._look()
        self._look_for_twins()

    def _connect(self) -> None:
        self.ui.afresh.clicked.connect(self._start_afresh)
        self.ui.save.clicked.connect(self.accept)
        self.ui.cancel.clicked.connect(self.reject)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):  # from anywhere, a note included
            QShortcut(QKeySequence(keys), self).activated.connect(self.accept)
        for note in (self.same_title, self.same_link):
            note.pressed.connect(self._go_to_other)

    def _typed(self) -> None:
        self._saver.touch()
        self._pause.start()
        self.ui.problem.hide()
        self._look()

    def _look(self) -> None:
        """Says beside the fields how Champion understands them."""
        link, ages = self.ui.link.text().strip(), self.ui.ages.text().strip()
        url = typed_address(link)
        if not link:
            said = tr("A web page, mailto: or tel:. Leave it empty for something on paper.")
        elif url is not None:
            whole = full_address(url)
            opens = tr("It opens in another program, after asking.")
            said = opens if whole == link else tr("It opens as {address}, after asking.", address=breakable(whole))
        else:
            said = tr("This is no web address: it is kept as plain words, and nothing opens it.")
        self.ui.link_help.setText(said)
        known = age_range(ages)
        ages_said = tr("Found under ages {low} to {high}.", low=known[0], high=known[1]) if known else ""
        empty = tr("Leave it empty when it is for all ages.")
        self.ui.ages_help.setText(
            ages_said or (tr("No age is understood here: no filter finds it.") if ages else empty)
        )

    def _look_for_twins(self) -> None:
        own, binder = self._resource.id if self._resource else 0, self._desk.binder
        title, link = self.ui.title.text(), self.ui.link.text().strip()
        titled: list[Resource] = []
        if title != self._before.title:  # an old acquaintance is no warning
            titled = resources.look_alikes(binder, ResourceFields(title=title), own)
        linked: list[Resource] = []
        for same in _written(link) if link != self._before.link else ():
            linked = linked or resources.look_alikes(binder, ResourceFields(title="", link=same), own)
        words = tr("There is already a resource of this title: {name}")
        self.same_title.show_named([(one.id, one.fields.title) for one in titled], words)
        words = tr("{name} has the same web address")
        self.same_link.show_named([(one.id, one.fields.title) for one in linked], words)

    def _save(self, by: str) -> tuple[int, str]:
        binder, fields = self._desk.binder, self.typed_fields()
        if self._resource is None:
            resource_id = resources.add_resource(binder, fields, by)
            return resource_id, tr("Added, looked at today.") if by else tr("Added.")
        if resources.change_resource(binder, self._resource.id, fields, by):
            return self._resource.id, tr("Saved. Its address has changed, so somebody should look at it again.")
        return self._resource.id, tr("Saved, looked at today.") if by else tr("Saved.")

    def _keep(self) -> bool:
        """Keeps the unfinished words in the binder. Raises a disk fault."""
        if self._saved:
            return True
        if self._changed():
            self._desk.drafts.keep(self._draft, self.form.draft())
        else:
            self._desk.drafts.drop(self._draft)
        return True

    def _changed(self) -> bool:
        return self.typed_fields() != self._before

    def _start_afresh(self) -> None:
        self.form.show_fields(self._before)
        self.ui.draft.hide()
        self.ui.title.setFocus()

    def _stop_timers(self) -> None:
        self._saver.forget()
        self._pause.stop()

    def _say_problem(self, fault: Fault) -> None:
        """The sentence goes under the field it names, else above the buttons."""
        named = next((name for name, words in FIELD_WORDS.items() if words == fault.details.get("field")), "")
        self.ui.problem.setText(fault_words(fault))
        if named in MORE and not self.more.heading.isChecked():
            self.more.heading.click()
        field = self.form.field(named)
        if field is None:
            self.ui.outer.insertWidget(1, self.ui.problem)
            self.ui.problem.setContentsMargins(24, 8, 24, 0)
        else:
            getattr(self.ui, f"{named}_cell").addWidget(self.ui.problem)
            self.ui.problem.setContentsMargins(0, 0, 0, 0)
            field.setAccessibleDescription(self.ui.problem.text())
            field.setFocus()
            self.ui.scroll.ensureWidgetVisible(field)
        self.ui.problem.show()

    def _go_to_other(self, resource_id: int) -> None:
        self.reject()
        if not self.isVisible():
            self.other_asked.emit(resource_id)


def _written(link: str) -> list[str]:
    """The ways in which one web address is written: with and without its beginning and its last stroke."""
    bare = link.removeprefix("https://").removeprefix("http://").rstrip("/")
    others = [f"{start}{bare}{end}" for start in ("https://", "http://", "") for end in ("", "/")]
    return list(dict.fromkeys((link, *others))) if bare else []
