"""Where the binder lives: its place, a plain warning when that place is copied elsewhere, and a check of the file."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout

from champion_app.desktop.desk import Desk
from champion_app.desktop.widgets.buttons import button
from champion_app.desktop.widgets.fields import NoteField
from champion_app.desktop.widgets.labels import card, label, set_role
from champion_app.desktop.widgets.page import GAP
from champion_app.desktop.words import tr
from champion_app.places import synced_service


class _Place(NoteField):
    """A place on this computer, to read and to copy from; a long one goes on in the next line."""

    def __init__(self, place: str) -> None:
        super().__init__(tr("Where your binder is"), lines=2)
        self.setReadOnly(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAnywhere)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_text(place)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Two lines, no more."""
        return QSize(super().sizeHint().width(), self.minimumHeight())


def binder_card(desk: Desk) -> QFrame:
    """A card about the open binder."""
    made = card()
    inside = QVBoxLayout(made)
    inside.setContentsMargins(24, GAP, 24, 24)
    inside.setSpacing(12)
    inside.addWidget(label(tr("Where your binder is"), "section"))
    inside.addWidget(label(tr("Everything you write is in this one file on this computer."), "muted"))
    inside.addWidget(_Place(str(desk.binder.path)))
    service = synced_service(desk.binder.path)
    if service:
        inside.addWidget(_synced(service))
    found = label("")
    found.hide()

    def check() -> None:
        from champion_app.tasks.checks import check as look_over  # loads what papers are made with: not before asked

        report = desk.attempt(lambda: look_over(desk.binder))
        if report is not None:
            found.setText(tr("Checked just now: the file is sound.") if report.sound else "; ".join(report.problems))
            set_role(found, "ok" if report.sound else "problem")
            found.show()

    inside.addWidget(button(desk.theme, tr("Check this file"), check, "", "checked"), 0, Qt.AlignmentFlag.AlignLeft)
    inside.addWidget(found)
    return made


def _synced(service: str) -> QFrame:
    warning = card("warning")
    layout = QVBoxLayout(warning)
    layout.setContentsMargins(GAP, 12, GAP, 12)
    layout.addWidget(
        label(
            tr(
                "This folder looks as if it is copied to other computers ({folder}). Two copies open at once can "
                "damage a binder, and what you write leaves this computer. Close Champion and move the file to a "
                "folder that stays here.",
                folder=service,
            )
        )
    )
    return warning
