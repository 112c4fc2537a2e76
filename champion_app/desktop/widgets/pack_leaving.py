"""Exactly what leaves with a pack, before it is saved: every name, every file, and what stays here."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QVBoxLayout, QWidget

from champion_app.desktop.theme import Theme
from champion_app.desktop.widgets.labels import breakable, label
from champion_app.desktop.widgets.pack_words import clipped, noun_words
from champion_app.desktop.widgets.rows import Row, RowModel, row_list
from champion_app.desktop.words import tr, trn
from champion_app.domain.attachments import size_words
from champion_app.domain.packs import PackContents, PackItem, Retired, item_name
from champion_app.domain.typed_text import first_line
from champion_app.tasks.packs import PackChoice

Names = Mapping[tuple[str, str], str]
_LONGEST = 160
_LEAST = 240  # pixels at 100 % text
_LONGEST_NOTE = 400


class PackLeaving(QWidget):
    """Shows a pack that was put together and not written yet."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.title = label("", "section")
        self.about = label("", "muted")
        self.note = label("")
        self.counts = label("", "strong")
        self.stays = label("", "small")
        self.model = RowModel()
        self.rows = row_list(theme, tr("What leaves with the pack"), self.model)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self.title, self.about, self.note, self.counts, self.stays):
            column.addWidget(part)
        column.addWidget(self.rows, 1)
        theme.changed.connect(self._fit)
        self._fit()

    def show_contents(self, contents: PackContents, choice: PackChoice, names: Names) -> None:
        """Shows every thing of it; ``names`` are those of what is out of use, by noun and key."""
        about = contents.about
        self.title.setText(breakable(about.title))
        publisher = clipped(about.publisher, _LONGEST_NOTE)
        self.about.setText(breakable(tr("{who} · Edition {number}", who=publisher, number=about.number)))
        self.note.setText(breakable(clipped(about.note, _LONGEST_NOTE)))
        self.note.setVisible(bool(about.note))
        self.counts.setText(_counts(contents))
        self.stays.setText(_stays(choice))
        lines = [_item_row(contents, item) for item in contents.items]
        lines += [_retired_row(one, names) for one in contents.retired]
        self.model.show_rows([Row(place, *line) for place, line in enumerate(lines, start=1)])
        self.rows.setCurrentIndex(self.model.index(0))

    def _fit(self) -> None:
        self.rows.setMinimumHeight(self._theme.px(_LEAST))


def _counts(contents: PackContents) -> str:
    said = [trn("{n} thing leaves", "{n} things leave", len(contents.items))]
    files = sum(len(item.files) for item in contents.items)
    size = size_words(sum(len(data) for data in contents.files.values()))
    if files:
        said.append(trn("with {n} file of {size}", "with {n} files of {size}", files, size=size))
    if contents.retired:
        count = len(contents.retired)
        said.append(trn("{n} is said to be out of use", "{n} are said to be out of use", count))
    return ", ".join(said)


def _stays(choice: PackChoice) -> str:
    notes = tr("Our own notes travel too.") if choice.with_notes else tr("Our own notes stay here.")
    files = "" if choice.with_files else tr("Attached files stay here.")
    always = tr("When something was checked, and by whom, never leaves.")
    return " ".join(part for part in (notes, files, always) if part)


def _item_row(contents: PackContents, item: PackItem) -> tuple[str, str, str, str]:
    said = [noun_words(item.noun)]
    for file in item.files:
        said.append(f"{file.name} ({size_words(len(contents.files[file.sha256]))})")
    files = trn("{n} file", "{n} files", len(item.files)) if item.files else ""
    return first_line(item_name(item.fields), _LONGEST), " · ".join(said), files, "attach" if files else ""


def _retired_row(one: Retired, names: Names) -> tuple[str, str, str, str]:
    return (
        first_line(names.get((one.noun, one.key), one.key), _LONGEST),
        noun_words(one.noun),
        tr("Out of use"),
        "retire",
    )
