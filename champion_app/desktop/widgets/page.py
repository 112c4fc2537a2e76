"""What every page is made of: a title, room beside it for buttons, and a body that scrolls."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLayout, QScrollArea, QVBoxLayout, QWidget

from champion_app.desktop.desk import Desk
from champion_app.desktop.widgets.buttons import button
from champion_app.desktop.widgets.labels import label

GAP = 16
EDGE = 24


class Page(QWidget):
    """A page of the sidebar. It asks the binder again when what it shows has changed, and only while it is seen.

    A subclass names the ``kinds`` of change it cares about, builds itself in ``__init__``, fills itself in ``reload``.
    ``up`` is the page it is reached from, by its name and its title, where it has no place of its own in the sidebar.
    """

    kinds: frozenset[str] = frozenset()

    def __init__(self, desk: Desk, title: str, *, scrolls: bool = True, up: tuple[str, str] | None = None) -> None:
        super().__init__()
        self.setObjectName("page")
        self.desk = desk
        self.setAccessibleName(title)
        self._stale = True
        self.dialog: QDialog | None = None  # the one that stands over the page
        self.title = label(title, "title", wrap=False)
        self.header = QHBoxLayout()
        self.header.setSpacing(GAP)
        self.header.addWidget(self.title)
        self.header.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(EDGE, EDGE, EDGE, 0 if scrolls else EDGE)
        outer.setSpacing(GAP)
        if up is not None:  # above the title: beside it there is no room in large letters
            name, words = up
            self.up = button(desk.theme, words, partial(desk.navigation.go_to, name), "link", "previous")
            outer.addWidget(self.up, 0, Qt.AlignmentFlag.AlignLeft)
        outer.addLayout(self.header)
        self.body = QVBoxLayout()
        self.body.setSpacing(GAP)
        if scrolls:
            outer.addWidget(_scrolling(self.body), 1)
        else:
            outer.addLayout(self.body, 1)
        desk.changes.changed.connect(self._heard)

    def reload(self) -> None:
        """Asks the binder and shows what it says."""
        raise NotImplementedError

    def arrive(self, what: object) -> None:
        """Called when another page sends the champion here to see something ("open action 7")."""

    def flush(self) -> None:
        """Saves whatever is still being typed. Called before the page is left and before the window closes."""

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """A page that is out of date asks again as it appears."""
        super().showEvent(event)
        self.refresh()

    def refresh(self) -> None:
        """Reloads if anything has changed since the last time."""
        if self._stale:
            self._stale = False
            self.reload()

    def show_dialog(self, dialog: QDialog) -> None:
        """Opens a dialog over the page. Once it is closed it is let go of, and the page asks again."""
        self.dialog = dialog
        dialog.finished.connect(self._dialog_closed)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _dialog_closed(self) -> None:
        self.dialog = None
        self._stale = True
        self.refresh()

    def _heard(self, kinds: frozenset[str]) -> None:
        if kinds & self.kinds:
            self._stale = True
            if self.isVisible():
                self.refresh()


def _scrolling(body: QLayout) -> QScrollArea:
    inner = QWidget()
    inner.setObjectName("page_body")
    column = QVBoxLayout(inner)
    column.setContentsMargins(0, 0, 0, EDGE)
    column.addLayout(body)
    column.addStretch(1)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inner)
    return area


def empty(layout: QLayout) -> None:
    """Takes everything out of a layout and lets it go."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
        elif (inner := item.layout()) is not None:
            empty(inner)
