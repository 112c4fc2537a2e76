"""A prison, new or known: its visiting facts on top, what the list already says under "More about it"."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from itertools import pairwise
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from champion_app.desktop.desk import Desk
from champion_app.desktop.forms.ui_prison_dialog import Ui_PrisonDialog
from champion_app.desktop.messages import fault_words
from champion_app.desktop.widgets.fold import Fold
from champion_app.desktop.widgets.labels import label
from champion_app.desktop.widgets.privacy_note import watch
from champion_app.desktop.widgets.saver import Saver
from champion_app.desktop.widgets.twin_note import TwinNote
from champion_app.desktop.widgets.wrapping_tick import WrappingTick
from champion_app.desktop.words import tr
from champion_app.domain.prisons import FIELD_WORDS, VISIT_FACTS, Prison, PrisonFields, visit_facts_changed
from champion_app.faults import Fault
from champion_app.tasks import listings, prisons

# The fields under "More about it".
_MORE = ("county", "region", "nation", "holds", "note")
_WORDS = ("name", "town", *VISIT_FACTS, *_MORE)
_TYPES = "types"


class PrisonDialog(QDialog):
    """``saved`` carries the prison's id and what to say about it; ``other_asked`` the id of one of the same name."""

    saved = Signal(int, str)
    other_asked = Signal(int)

    def __init__(self, desk: Desk, prison: Prison | None, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._prison = prison
        self._draft = f"prison {prison.id}" if prison else "prison new"
        self._before = prison.fields if prison else PrisonFields(name="")
        self._saved = False
        self.ui = Ui_PrisonDialog()
        self.ui.setupUi(self)
        self.same_name = TwinNote(desk.theme)
        self.recheck = label(
            tr("The visiting facts have changed: they count as not looked up until somebody says that they are right."),
            "warning",
        )
        self.looked = WrappingTick()
        kinds = dict.fromkeys((*prisons.types_used(desk.binder), *self._before.types))
        self.types = {kind: WrappingTick() for kind in kinds}
        self.more = Fold(desk.theme, tr("More about it"), self.ui.more_box)
        self._fields: dict[str, QLineEdit | QPlainTextEdit] = {name: getattr(self.ui, name) for name in _WORDS}
        self.ui.note_cell.addWidget(watch(desk.theme, self.ui.note))
        self._saver = Saver(self, lambda: desk.attempt(self._keep))
        self._build(parent)
        self._begin()
        self._connect()

    def typed_fields(self) -> PrisonFields:
        """The fields as they stand on the screen."""
        words: dict[str, Any] = {name: self._text(name) for name in _WORDS}
        return replace(self._before, types=self._ticked(), **words)

    def accept(self) -> None:
        """Saves. A fault is said beside the field it is about, and every word stays."""
        known = any(self._text(name).strip() for name in VISIT_FACTS)  # else there is nothing to vouch for
        by = listings.who_checks(self._desk.binder) if self.looked.isChecked() and known else ""
        try:
            prison_id, words = self._save(by)
            self._desk.drafts.drop(self._draft)
        except Fault as fault:
            self._say_problem(fault)
            return
        self._saved = True
        self._saver.forget()
        super().accept()
        self.saved.emit(prison_id, words)

    def reject(self) -> None:
        """Closes without saving. Words that were typed are kept for the next time, and can be thrown away."""
        self._saver.forget()
        if not self._changed():
            self._desk.attempt(partial(self._desk.drafts.drop, self._draft))
        elif self._desk.attempt(self._keep) is None:
            return  # the disk refused: the words are still in the dialog
        else:
            again = tr("Edit") if self._prison else tr("Add a prison")
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

    def _build(self, parent: QWidget) -> None:
        self.setWindowTitle(tr("Edit a prison") if self._prison else tr("Add a prison"))
        self.ui.save.setText(tr("Save") if self._prison else tr("Add"))
        theme, room = self._desk.theme, parent.window().size()
        self.resize(min(theme.px(680), room.width() - 48), min(theme.px(760), room.height() - 48))
        self.setMinimumSize(320, 320)
        self.ui.name_cell.addWidget(self.same_name)
        self.ui.looked_cell.addWidget(self.recheck)
        self.ui.looked_cell.addWidget(self.looked)
        for kind, tick in self.types.items():
            tick.show_words(tr(kind))
            self.ui.types_cell.addWidget(tick)
        for field in self._fields.values():
            if isinstance(field, QPlainTextEdit):
                field.setFixedHeight(field.fontMetrics().lineSpacing() * 2 + 24)
        self.ui.problem.hide()
        self.ui.problem.setContentsMargins(24, 8, 24, 0)
        self.ui.column.insertWidget(self.ui.column.indexOf(self.ui.looked_cell) + 1, self.more)
        self.more.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        by = listings.who_checks(self._desk.binder)
        self.looked.show_words(tr("I have just looked these facts up: looked up today by {name}", name=by))
        self._order_tabs()

    def _order_tabs(self) -> None:
        """What was put into the form by hand takes its place in the order of the Tab key."""
        ui = self.ui
        walk: list[QWidget] = [
            ui.name, self.same_name.look, ui.town, *(self._fields[name] for name in VISIT_FACTS), self.looked,
            self.more.heading, ui.county, ui.region, ui.nation, ui.holds, *self.types.values(), ui.note,
            ui.cancel, ui.save,
        ]  # fmt: skip
        for before, after in pairwise(walk):
            self.setTabOrder(before, after)
        ui.name.setFocus()

    def _begin(self) -> None:
        """Shows the prison, with the words of an unfinished draft over it."""
        draft = self._desk.drafts.find(self._draft)
        fields = _with_draft(self._before, draft)
        self._show(fields)
        self.ui.draft.setVisible(bool(draft))
        if any(getattr(fields, name) != getattr(self._before, name) for name in (*_MORE, _TYPES)):
            self.more.heading.click()  # what is folded away would look lost
        self._look()

    def _connect(self) -> None:
        for field in self._fields.values():
            field.textChanged.connect(self._typed)
        for tick in self.types.values():
            tick.toggled.connect(self._typed)
        self.looked.toggled.connect(lambda on: self._look())
        self.ui.afresh.clicked.connect(self._start_afresh)
        self.ui.save.clicked.connect(self.accept)
        self.ui.cancel.clicked.connect(self.reject)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):  # from anywhere, a note included
            QShortcut(QKeySequence(keys), self).activated.connect(self.accept)
        self.same_name.pressed.connect(self._go_to_other)

    def _show(self, fields: PrisonFields) -> None:
        for name, field in self._fields.items():
            words = getattr(fields, name)
            if isinstance(field, QLineEdit):
                field.setText(words)
            else:
                field.setPlainText(words)
        for kind, tick in self.types.items():
            tick.setChecked(kind in fields.types)

    def _typed(self) -> None:
        self._saver.touch()
        self.ui.problem.hide()
        self._look()

    def _look(self) -> None:
        """Warns beside the field: a prison of this name is there already, or what was looked up has changed."""
        own = self._prison.id if self._prison else 0
        named_so = prisons.same_name(self._desk.binder, self.ui.name.text(), own)
        words = tr("There is already a prison of this name: {name}")
        self.same_name.show_named([(one.id, one.fields.name) for one in named_so], words)
        checked = self._prison is not None and self._prison.checked_on is not None
        changed = visit_facts_changed(self._before, self.typed_fields())
        self.recheck.setVisible(checked and changed and not self.looked.isChecked())

    def _save(self, by: str) -> tuple[int, str]:
        binder, fields = self._desk.binder, self.typed_fields()
        if self._prison is None:
            prison_id = prisons.add_prison(binder, fields, by)
            return prison_id, tr("Added, looked up today.") if by else tr("Added. Its visiting facts are not known.")
        if prisons.change_prison(binder, self._prison.id, fields, by):
            return self._prison.id, tr("Saved. The visiting facts have changed, so somebody should say they are right.")
        return self._prison.id, tr("Saved, looked up today.") if by else tr("Saved.")

    def _keep(self) -> bool:
        """Keeps the unfinished words in the binder. Raises a disk fault."""
        if self._saved:
            return True
        if self._changed():
            words = {name: self._text(name) for name in _WORDS}
            self._desk.drafts.keep(self._draft, {**words, _TYPES: "\n".join(self._ticked())})
        else:
            self._desk.drafts.drop(self._draft)
        return True

    def _changed(self) -> bool:
        return self.typed_fields() != self._before

    def _start_afresh(self) -> None:
        self._show(self._before)
        self.ui.draft.hide()
        self.ui.name.setFocus()

    def _say_problem(self, fault: Fault) -> None:
        """The sentence goes under the field it names, else above the buttons."""
        named = next((name for name, words in FIELD_WORDS.items() if words == fault.details.get("field")), "")
        self.ui.problem.setText(fault_words(fault))
        if named in _MORE and not self.more.heading.isChecked():
            self.more.heading.click()
        field = self._fields.get(named)
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

    def _go_to_other(self, prison_id: int) -> None:
        self.reject()
        if not self.isVisible():
            self.other_asked.emit(prison_id)

    def _text(self, name: str) -> str:
        field = self._fields[name]
        return field.text() if isinstance(field, QLineEdit) else field.toPlainText()

    def _ticked(self) -> tuple[str, ...]:
        """The kinds ticked, those known before first and in their order."""
        ticked = {kind for kind, tick in self.types.items() if tick.isChecked()}
        kept = [kind for kind in self._before.types if kind in ticked]
        return (*kept, *(kind for kind in self.types if kind in ticked and kind not in kept))


def _with_draft(fields: PrisonFields, draft: dict[str, str]) -> PrisonFields:
    """The fields with the words of a draft in place of those it holds."""
    if not draft:
        return fields
    words: dict[str, Any] = {name: draft[name] for name in _WORDS if name in draft}
    types = tuple(kind for kind in draft[_TYPES].split("\n") if kind) if _TYPES in draft else fields.types
    return replace(fields, types=types, **words)
