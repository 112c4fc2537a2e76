"""One attached file: its name, what sort of file it is, and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePath

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from champion_app.desktop.theme import Theme
from champion_app.desktop.widgets.buttons import button
from champion_app.desktop.widgets.flow import Flow
from champion_app.desktop.widgets.labels import breakable, label
from champion_app.desktop.words import tr
from champion_app.domain.attachments import Attachment, size_words
from champion_app.domain.dates import british

_KINDS = {
    "pdf": "PDF", "doc": "Word file", "docx": "Word file", "odt": "Text document", "rtf": "Text document",
    "txt": "Plain text", "md": "Plain text", "csv": "Table", "xls": "Excel file", "xlsx": "Excel file",
    "ods": "Table", "ppt": "Slides", "pptx": "Slides", "odp": "Slides", "png": "Picture", "jpg": "Picture",
    "jpeg": "Picture", "mp4": "Film", "mov": "Film", "mp3": "Sound", "m4a": "Sound", "wav": "Sound",
    "zip": "Zip file", "eml": "E-mail", "msg": "E-mail",
}  # fmt: skip


class AttachmentRow(QFrame):
    """A file that would start a program has no button to open it: it can only be saved."""

    def __init__(
        self,
        theme: Theme,
        file: Attachment,
        open_it: Callable[[], object],
        save_it: Callable[[], object],
        take_away: Callable[[], object],
    ) -> None:
        super().__init__()
        self.file = file
        self.name = label(breakable(file.name))
        self.name.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.about = label(about_words(file), "small")
        self.open = button(theme, tr("Open…"), open_it, "link", "open-copy")
        self.save = button(theme, tr("Save a copy…"), save_it, "link", "save")
        self.remove = button(theme, tr("Take away"), take_away, "link", "remove")
        self.open.setAccessibleName(tr("Open {name}", name=file.name))
        self.save.setAccessibleName(tr("Save a copy of {name}", name=file.name))
        self.remove.setAccessibleName(tr("Take away {name}", name=file.name))
        acts = Flow(gap=16)
        for made in (self.open, self.save, self.remove):
            acts.addWidget(made)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.name)
        words.addWidget(self.about)
        words.addLayout(acts)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 4)
        row.addLayout(words, 1)
        if file.starts_a_program:
            self.open.hide()
            never = label(tr("It starts a program, so Champion never opens it. It can be saved elsewhere."), "small")
            words.insertWidget(2, never)


def about_words(file: Attachment) -> str:
    """What sort of file it is, how large and since when: "PDF · 340 KB · added 3 November 2026"."""
    suffix = PurePath(file.name).suffix.removeprefix(".").casefold()
    sort = tr(_KINDS[suffix]) if suffix in _KINDS else suffix.upper() if len(suffix) <= 5 else ""
    parts = (sort, size_words(file.size), tr("added {date}", date=british(file.added_on)), file.note)
    return " · ".join(part for part in parts if part)
