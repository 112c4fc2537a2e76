"""Saving what became of each line of a list, so that it can go back to whoever made the list."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from champion_app.desktop.widgets.labels import breakable
from champion_app.desktop.widgets.save_dialog import ask_where
from champion_app.desktop.widgets.taking_words import cut
from champion_app.desktop.words import tr
from champion_app.faults import Fault
from champion_app.tasks import opened_lists
from champion_app.tasks.lists import ListPreview


def ask_report(
    page: QWidget, previewed: ListPreview, path: Path, told: Callable[[str], None], wrong: Callable[[Exception], None]
) -> QFileDialog:
    """Asks where, beside the list at ``path``, and saves it. ``told`` is given what to say, ``wrong`` a fault."""

    def save(where: Path) -> None:
        try:
            opened_lists.save_report(previewed, where, applied=False)
        except Fault as fault:
            wrong(fault)
        else:
            told(tr("The report is saved as {name}.", name=breakable(where.name)))

    name = tr("{list} - what became of it", list=cut(path.stem, 60))
    kinds = tr("Table (*.csv)") + ";;" + tr("For another program (*.json)")
    dialog = ask_where(page, path.with_name(f"{name}.csv"), save, title=tr("Save this report"), kinds=kinds)
    dialog.filterSelected.connect(lambda kind: dialog.setDefaultSuffix("json" if "json" in kind else "csv"))
    return dialog
