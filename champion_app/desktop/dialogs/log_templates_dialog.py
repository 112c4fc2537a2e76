"""Templates of the action log: add, change, remove. What is typed is saved as it is typed."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QWidget

from champion_app.desktop.desk import Desk
from champion_app.desktop.forms.ui_log_templates_dialog import Ui_LogTemplatesDialog
from champion_app.desktop.widgets.action_words import statement_choices
from champion_app.desktop.widgets.choice_box import ChoiceBox
from champion_app.desktop.widgets.fields import LineField
from champion_app.desktop.widgets.growing_note import GrowingNote
from champion_app.desktop.widgets.labelled_field import LabelledField
from champion_app.desktop.widgets.log_words import reached_choices
from champion_app.desktop.widgets.record_fields import RecordFields
from champion_app.desktop.widgets.rows import Row, RowModel, row_list
from champion_app.desktop.words import tr, trn
from champion_app.domain.log_entries import LogTemplate, Reached
from champion_app.domain.typed_text import first_line
from champion_app.tasks import history, log_entries


class LogTemplatesDialog(QDialog):
    """A list at the left, the chosen template's fields at the right."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._templates: dict[int, LogTemplate] = {}
        self._filling = False
        self._shown = 0
        self._removed = desk.binder.last_change()
        self.ui = Ui_LogTemplatesDialog()
        self.ui.setupUi(self)
        self.model = RowModel()
        self.rows = row_list(desk.theme, tr("Templates"), self.model)
        self._fields = RecordFields(desk, "template", self._keep)
        self.name, self.what = LineField(tr("Name")), GrowingNote(tr("Words it fills in"), 2, 6)
        self.statement, self.kind = ChoiceBox(tr("None of the eight")), ChoiceBox()
        self._build(parent)
        self._connect()
        self._reload()
        self.rows.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def template_id(self) -> int:
        """The template chosen, or 0."""
        row = self.model.row_at(self.rows.currentIndex())
        return row.id if row is not None else 0

    def save(self) -> None:
        """Saves what is still being typed. Raises a disk fault."""
        self._fields.save()

    def done(self, result: int) -> None:
        """Closes once everything is saved; words the disk refuses stay on the screen."""
        if self._desk.done(self.save):
            super().done(result)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """The window's own button closes as Done does."""
        event.ignore()
        self.done(0)

    def _build(self, parent: QWidget) -> None:
        ui, theme, room = self.ui, self._desk.theme, parent.window().size()
        self.resize(min(theme.px(760), room.width() - 32), min(theme.px(560), room.height() - 32))
        self.setMinimumSize(320, 320)
        self.rows.setMinimumSize(theme.px(220), theme.px(200))
        ui.rows_cell.addWidget(self.rows)
        ui.name_cell.addWidget(self._fields.add("name", tr("Name"), self.name))
        ui.what_cell.addWidget(self._fields.add("what", tr("Words it fills in"), self.what))
        ui.statement_cell.addWidget(LabelledField(tr("Quality Statement"), self.statement))
        ui.reached_cell.addWidget(LabelledField(tr("Whom it reaches"), self.kind))
        self.statement.fill([("", [(tr("None of the eight"), ""), *statement_choices(self._desk.toolkit)])])
        self.kind.fill([("", reached_choices())])
        ui.told.hide()
        ui.undo.hide()

    def _connect(self) -> None:
        self.rows.selectionModel().currentChanged.connect(lambda now, before: self._show())
        self.statement.activated.connect(lambda place: self._put(statement=int(self.statement.value or 0)))
        self.kind.activated.connect(lambda place: self._put(reached_kind=Reached(self.kind.value)))
        self.ui.add.clicked.connect(self._add)
        self.ui.remove.clicked.connect(self._remove)
        self.ui.undo.clicked.connect(self._undo)
        self.ui.done.clicked.connect(self.accept)
        self._desk.changes.changed.connect(self._heard)
        for keys, act in (("Delete", self._remove), ("F2", self._edit), ("Return", self._edit), ("Enter", self._edit)):
            shortcut = QShortcut(QKeySequence(keys), self.rows)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(act)

    def _heard(self, kinds: frozenset[str]) -> None:
        if "log_templates" in kinds and self.isVisible():
            self._reload()

    def _reload(self, wanted: int = 0) -> None:
        keep, place = wanted or self.template_id, self.rows.currentIndex().row()
        found = log_entries.templates(self._desk.binder)
        self._templates = {template.id: template for template in found}
        self._filling = True
        self.model.show_rows([Row(template.id, template.name, first_line(template.what, 120)) for template in found])
        index = self.model.place_of(keep)
        if not index.isValid() and found:
            index = self.model.index(min(max(place, 0), len(found) - 1))
        self.rows.setCurrentIndex(index if index.isValid() else QModelIndex())
        self._filling = False
        self.ui.count.setText(trn("{n} template", "{n} templates", len(found)))
        self._show()

    def _show(self) -> None:
        if self._filling:
            return
        if self._shown in self._templates and self._shown != self.template_id and not self._desk.done(self.save):
            self.rows.setCurrentIndex(self.model.place_of(self._shown))
            return
        self._shown = self.template_id
        template = self._templates.get(self._shown)
        for part in (self.name, self.what, self.statement, self.kind, self.ui.remove):
            part.setEnabled(template is not None)
        template = template or LogTemplate(0, "", "")
        self._fields.show(template.id, {"name": template.name, "what": template.what})
        self.statement.show_value(str(template.statement) if template.statement else "")
        self.kind.show_value(template.reached_kind.value)

    def _keep(self, template_id: int, name: str, words: str) -> str:
        template = self._templates.get(template_id)
        if template is None:
            return words
        changes: dict[str, object] = {name: words}
        log_entries.save_template(self._desk.binder, replace(template, **changes))  # type: ignore[arg-type]
        return str(getattr(self._templates[template_id], name))

    def _put(self, **changes: object) -> None:
        template = self._templates.get(self.template_id)
        if template is not None:
            moved = replace(template, **changes)  # type: ignore[arg-type]
            self._desk.done(partial(log_entries.save_template, self._desk.binder, moved))

    def _add(self) -> None:
        new = LogTemplate(0, tr("New template"), "")
        made = self._desk.attempt(partial(log_entries.save_template, self._desk.binder, new))
        if made is not None:
            self._reload(made)
            self._tell("")
            self._edit()

    def _edit(self) -> None:
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        self.name.selectAll()

    def _remove(self) -> None:
        template = self._templates.get(self.template_id)
        if template is None or not self._desk.done(self.save):
            return
        if self._desk.done(partial(log_entries.remove_template, self._desk.binder, template.id)):
            self._removed = self._desk.binder.last_change()
            self._tell(tr("Removed: {name}", name=first_line(template.name, 60)))

    def _undo(self) -> None:
        if not self._desk.done(self.save):
            return
        if self._desk.binder.last_change() != self._removed:
            self._tell(tr("Something else was done since then. Undo in the window takes back one step at a time."))
            self.ui.undo.hide()
        elif self._desk.attempt(partial(history.undo, self._desk.binder)) is not None:
            self._tell("")

    def _tell(self, words: str) -> None:
        self.ui.told.setText(words)
        self.ui.told.setVisible(bool(words))
        self.ui.undo.setVisible(bool(words))
