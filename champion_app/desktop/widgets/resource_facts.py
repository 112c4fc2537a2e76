"""What else is known of a resource, field by field in plain words; what is not known is not shown."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from champion_app.desktop.desk import Desk
from champion_app.desktop.widgets.columns import Columns
from champion_app.desktop.widgets.criterion_links import CriterionLinks
from champion_app.desktop.widgets.reading_text import ReadingText
from champion_app.desktop.widgets.resource_words import capital, status_words
from champion_app.desktop.words import tr
from champion_app.domain.resources import FIELD_WORDS, ResourceFields
from champion_app.domain.services import ServiceType

# Short ones, two beside each other where there is room.
_BESIDE = ("stages", "nations", "language", "licence", "status", "tags")


class ResourceFacts(QWidget):
    """``go`` is told the criterion that was pressed."""

    def __init__(self, desk: Desk, go: Callable[[str], None]) -> None:
        super().__init__()
        self.short = {name: ReadingText(desk.theme, tr(FIELD_WORDS[name])) for name in _BESIDE}
        self.criteria = CriterionLinks(desk.theme, desk.toolkit, go)
        self.note = ReadingText(desk.theme, tr(FIELD_WORDS["note"]))
        self._beside = QWidget()
        grid = Columns(desk.theme, 190, 2, gap=12, parent=self._beside)
        for part in self.short.values():
            grid.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.note)
        column.addWidget(self._beside)
        column.addWidget(self.criteria)

    def show_fields(self, fields: ResourceFields, ours: ServiceType) -> None:
        """Shows one resource's fields; a criterion's wording is what a service like ours sees."""
        texts = {name: getattr(fields, name) for name in _BESIDE}
        texts["stages"] = ", ".join(capital(tr(stage)) if not place else tr(stage)
                                    for place, stage in enumerate(fields.stages))  # fmt: skip
        texts["nations"] = ", ".join(tr(nation) for nation in fields.nations)
        texts["tags"] = ", ".join(fields.tags)
        texts["status"] = status_words(fields.status)
        for name, part in self.short.items():
            part.show_text(texts[name])
        self._beside.setVisible(any(texts.values()))
        self.note.show_text(fields.note)
        self.criteria.show_criteria(fields.statements, fields.criteria, ours)
