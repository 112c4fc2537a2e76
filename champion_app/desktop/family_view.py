"""The window for working beside a family: one key brings it, and nothing of the champion's own work is behind it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QMainWindow

from champion_app.desktop.desk import Desk
from champion_app.desktop.dialogs.back_dialog import BackDialog
from champion_app.desktop.dialogs.closing_dialog import ClosingDialog
from champion_app.desktop.pages.family_page import FamilyPage
from champion_app.desktop.widgets.no_keys import FAMILY_KEY, TELLS_KEY, no_keys
from champion_app.desktop.words import tr

# "A child has just told me" is for staff: it is one press away once the champion is back.
_NO_KEYS = (TELLS_KEY,)


class FamilyView(QMainWindow):
    """``go_back`` is called when the champion may see their work again; ``leave`` says whether Champion may close."""

    def __init__(self, desk: Desk, go_back: Callable[[], object], leave: Callable[[], bool]) -> None:
        super().__init__()
        self.setObjectName("window")
        self.setWindowTitle(tr("Champion: for families"))
        self.setMinimumSize(640, 480)
        self._desk, self._go_back, self._leave = desk, go_back, leave
        self._over = False
        self.page = FamilyPage(desk)
        self.dialog: BackDialog | None = None
        self.setCentralWidget(self.page)
        no_keys(self, _NO_KEYS)
        again = QShortcut(QKeySequence(FAMILY_KEY), self)
        again.setObjectName(f"everywhere {FAMILY_KEY}")  # the key that brought it here leads back
        again.activated.connect(self.ask_back)
        self.page.back_asked.connect(self.ask_back)

    def ask_back(self) -> None:
        """Asks for the passphrase, or one plain question where there is none."""
        dialog = BackDialog(self._desk, self)
        no_keys(dialog, (*_NO_KEYS, FAMILY_KEY))
        dialog.confirmed.connect(self._go_back)
        self.dialog = dialog
        dialog.open()

    def end(self) -> None:
        """Goes without asking: the champion is back, or the binder is being locked."""
        self._over = True
        self.close()
        self.deleteLater()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """The arrow keys walk through the cards at once."""
        super().showEvent(event)
        self.page.refresh()
        self.page.cards.setFocus()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Closing this window closes Champion; it never leads back to the work behind it."""
        if self._over or self._leave():
            super().closeEvent(event)
            return
        event.ignore()
        if self.findChild(ClosingDialog) is None:  # that one closes it all by itself once a last backup is made
            self.ask_back()
