"""Asks where a file should be saved, with the system's own dialog and without waiting for the answer."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from champion_app.desktop.words import tr


def ask_where(
    page: QWidget, suggested: Path, then: Callable[[Path], object], *, title: str = "", kinds: str = ""
) -> QFileDialog:
    """Opens the dialog on the suggested folder and name; ``then`` is given the path chosen, if one is.

    A PDF unless told otherwise; ``kinds`` is what the dialog offers ("Word file (*.docx)"), and the suggested name's
    ending is added when none is typed.
    """
    offered = kinds or tr("PDF document (*.pdf)")
    dialog = QFileDialog(page, title or tr("Save as PDF"), str(suggested.parent), offered)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(suggested.suffix.removeprefix("."))
    dialog.selectFile(suggested.name)
    dialog.fileSelected.connect(lambda path: then(Path(path)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog
