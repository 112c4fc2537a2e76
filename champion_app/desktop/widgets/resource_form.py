"""The fields of the resource dialog: showing a resource in them, reading them back, and keeping them as a draft."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from champion_app.desktop.desk import Desk
from champion_app.desktop.forms.ui_resource_dialog import Ui_ResourceDialog
from champion_app.desktop.widgets.choice_box import ChoiceBox, SuggestBox
from champion_app.desktop.widgets.criteria_ticks import CriteriaTicks
from champion_app.desktop.widgets.resource_words import NATIONS, STATUS_WORDS, capital, kind_words
from champion_app.desktop.widgets.tick_row import TickRow
from champion_app.desktop.words import tr
from champion_app.domain.resources import FIELD_WORDS, KINDS, STAGES, ResourceFields
from champion_app.tasks import resources, service

# The fields under "More about it".
MORE = ("author", "year", "stages", "criteria", "language", "status", "nations", "tags", "note")
_WORDS = ("title", "audience", "description", "link", "ages", "licence", "author", "year", "tags", "note")


class ResourceForm:
    """``changed`` is called whenever something is typed or ticked."""

    def __init__(self, desk: Desk, ui: Ui_ResourceDialog, before: ResourceFields, changed: Callable[[], None]) -> None:
        self._before = before
        self._ui = ui
        self.words: dict[str, QLineEdit | QPlainTextEdit] = {name: getattr(ui, name) for name in _WORDS}
        self.kind = SuggestBox(tr("Choose one, or write your own"))
        self.language = SuggestBox(tr("English, Polish, Urdu…"))
        self.status = ChoiceBox(tr("Not known"))
        self.stages = TickRow(tr("Stages"), [(capital(tr(stage)), stage) for stage in STAGES])
        self.nations = TickRow(tr("Nations"), [(tr(nation), nation) for nation in NATIONS])
        self.criteria = CriteriaTicks(desk.theme, desk.toolkit, service.who_we_are(desk.binder).type)
        self._kinds = _known(KINDS, resources.values_used(desk.binder, "kind"), before.kind)
        languages = _known(("English", "Welsh"), resources.values_used(desk.binder, "language"), before.language)
        self.kind.suggest([(kind_words(kind), "") for kind in self._kinds.values()])
        self.language.suggest([(language, "") for language in languages.values()])
        known = {value: tr(words) for value, words in STATUS_WORDS.items()}
        if before.status:
            known.setdefault(before.status, before.status)
        self.status.fill([("", [(tr("Not known"), ""), *((words, value) for value, words in known.items())])])
        self._place()
        self._connect(changed)

    def field(self, name: str) -> QWidget | None:
        """The control that stands for a field, for a message about it."""
        own = {"kind": self.kind, "language": self.language, "status": self.status}
        return self.words.get(name) or own.get(name)

    def show_fields(self, fields: ResourceFields) -> None:
        """Puts a resource into the fields."""
        for name, field in self.words.items():
            value = getattr(fields, name)
            text = ", ".join(value) if name == "tags" else value
            if isinstance(field, QLineEdit):
                field.setText(text)
                field.setCursorPosition(0)
            else:
                field.setPlainText(text)
        self.kind.show_text(kind_words(fields.kind))
        self.language.show_text(fields.language)
        self.status.show_value(fields.status)
        self.stages.show_values(fields.stages)
        self.nations.show_values(fields.nations)
        self.criteria.show_values(fields.statements, fields.criteria)

    def typed_fields(self) -> ResourceFields:
        """The fields as they stand on the screen."""
        texts: dict[str, Any] = {name: self._text(name) for name in _WORDS if name != "tags"}
        return replace(
            self._before,
            tags=self._tags(),
            kind=self._kind(),
            language=self.language.text(),
            status=self.status.value,
            stages=self.stages.values(),
            nations=self.nations.values(),
            statements=self.criteria.statement_values(),
            criteria=self.criteria.criterion_values(),
            **texts,
        )

    def draft(self) -> dict[str, str]:
        """What is typed, as a table of texts."""
        fields = self.typed_fields()
        lists = ("tags", "stages", "nations", "statements", "criteria")
        kept = {name: json.dumps(list(getattr(fields, name))) for name in lists}
        return {name: str(getattr(fields, name)) for name in FIELD_WORDS if name not in kept} | kept

    def _place(self) -> None:
        ui = self._ui
        for cell, name, field in (
            (ui.kind_cell, "kind", self.kind),
            (ui.language_cell, "language", self.language),
            (ui.status_cell, "status", self.status),
        ):
            cell.addWidget(field)
            field.setAccessibleName(tr(FIELD_WORDS[name]))
            getattr(ui, f"{name}_label").setBuddy(field)
        ui.stages_cell.addWidget(self.stages)
        ui.nations_cell.addWidget(self.nations)
        ui.criteria_cell.addWidget(self.criteria)
        for made in self.words.values():
            if isinstance(made, QPlainTextEdit):
                made.setFixedHeight(made.fontMetrics().lineSpacing() * 2 + 24)

    def _connect(self, changed: Callable[[], None]) -> None:
        for field in self.words.values():
            field.textChanged.connect(changed)
        for box in (self.kind, self.language):
            box.editTextChanged.connect(lambda text: changed())
        self.status.currentIndexChanged.connect(lambda place: changed())
        for ticks in (self.stages, self.nations, self.criteria):
            ticks.changed.connect(changed)

    def _text(self, name: str) -> str:
        field = self.words[name]
        return field.text() if isinstance(field, QLineEdit) else field.toPlainText()

    def _tags(self) -> tuple[str, ...]:
        typed = tuple(tag for one in self._text("tags").split(",") if (tag := " ".join(one.split())))
        return self._before.tags if typed == _split(self._before.tags) else typed

    def _kind(self) -> str:
        typed = " ".join(self.kind.text().split())
        return self._kinds.get(typed.casefold(), typed)


def with_draft(fields: ResourceFields, draft: dict[str, str]) -> ResourceFields:
    """The fields with what a draft holds in place of their own."""
    words: dict[str, Any] = {}
    for name, text in draft.items():
        if name in FIELD_WORDS:
            own = getattr(fields, name)
            words[name] = tuple(json.loads(text)) if isinstance(own, tuple) else text
    return replace(fields, **words)


def _known(ours: tuple[str, ...], used: list[str], own: str) -> dict[str, str]:
    """Values to choose from by the way they are typed: ours, those in use, and the one it has now."""
    return {value.casefold(): value for value in (*ours, *used, own) if value}


def _split(tags: tuple[str, ...]) -> tuple[str, ...]:
    """Tags as they come back from a line: one with a comma in it becomes two."""
    return tuple(tag for one in ", ".join(tags).split(",") if (tag := " ".join(one.split())))
