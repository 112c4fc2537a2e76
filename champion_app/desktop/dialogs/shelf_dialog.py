"""A shelf's name: for a new one, or another one for a shelf there is."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QWidget

from champion_app.desktop.desk import Desk
from champion_app.desktop.forms.ui_shelf_dialog import Ui_ShelfDialog
from champion_app.desktop.messages import fault_words
from champion_app.desktop.widgets.saver import Saver
from champion_app.desktop.words import tr
from champion_app.domain.shelves import Shelf
from champion_app.faults import Fault
from champion_app.tasks import shelves


class ShelfDialog(QDialog):
    """``saved`` carries the shelf's id. A new shelf begins with ``resource_id`` on it, if there is one."""

    saved = Signal(int)

    def __init__(self, desk: Desk, parent: QWidget, shelf: Shelf | None = None, resource_id: int = 0) -> None:
        super().__init__(parent)
        self._desk, self._shelf, self._resource = desk, shelf, resource_id
        self._draft = f"shelf {shelf.id}" if shelf else "shelf new"
        self._before = shelf.name if shelf else ""
        self._done = False
        self._known = {other.name.casefold() for other in shelves.all_shelves(desk.binder) if other != shelf}
        self.ui = Ui_ShelfDialog()
        self.ui.setupUi(self)
        self._saver = Saver(self, lambda: desk.attempt(self._keep))
        self.setWindowTitle(tr("Rename a shelf") if shelf else tr("Make a shelf"))
        self.ui.save.setText(tr("Save") if shelf else tr("Make it"))
        self.ui.name.setMaxLength(200)
        self.ui.name.setText(desk.drafts.find(self._draft).get("name", self._before))
        self.ui.name.selectAll()
        self.ui.name.setFocus()
        self.ui.problem.hide()
        self.ui.problem.setContentsMargins(24, 0, 24, 0)
        self.resize(min(desk.theme.px(440), parent.window().width() - 48), self.sizeHint().height())
        self.ui.name.textChanged.connect(lambda text: self._typed())
        self.ui.save.clicked.connect(self.accept)
        self.ui.cancel.clicked.connect(self.reject)
        self._say_twin()

    def accept(self) -> None:
        """Saves the name. A fault is said under the field, and the words stay."""
        binder, name = self._desk.binder, self.ui.name.text()
        try:
            if self._shelf is None:
                shelf_id = shelves.add_shelf(binder, name, self._resource)
            else:
                shelf_id = self._shelf.id
                if name != self._shelf.name:
                    shelves.rename_shelf(binder, shelf_id, name)
            self._desk.drafts.drop(self._draft)
        except Fault as fault:
            self.ui.problem.setText(fault_words(fault))
            self.ui.name.setAccessibleDescription(self.ui.problem.text())
            self.ui.problem.show()
            self.ui.name.setFocus()
            return
        self._done = True
        self._saver.forget()
        super().accept()
        self.saved.emit(shelf_id)

    def reject(self) -> None:
        """Closes; a name that was begun stands there the next time."""
        self._saver.forget()
        if self._desk.attempt(self._keep):
            super().reject()

    def keep_draft(self) -> None:
        """Keeps a name that was not saved yet. Raises a disk fault."""
        self._saver.forget()
        self._keep()

    def _keep(self) -> bool:
        name = self.ui.name.text()
        if not self._done and name.strip() and name != self._before:
            self._desk.drafts.keep(self._draft, {"name": name})
        else:
            self._desk.drafts.drop(self._draft)
        return True

    def _typed(self) -> None:
        self._saver.touch()
        self.ui.problem.hide()
        self._say_twin()

    def _say_twin(self) -> None:
        name = " ".join(self.ui.name.text().split())
        twin = name.casefold() in self._known
        self.ui.same_name.setText(tr("There is already a shelf of this name."))
        self.ui.same_name.setVisible(twin)
