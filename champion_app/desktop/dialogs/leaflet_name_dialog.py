"""The title of a leaflet of our own: for a new one made from the leaflet in view, or another one for one there is."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QWidget

from champion_app.desktop.desk import Desk
from champion_app.desktop.forms.ui_leaflet_name_dialog import Ui_LeafletNameDialog
from champion_app.desktop.messages import fault_words
from champion_app.desktop.widgets.saver import Saver
from champion_app.desktop.words import tr
from champion_app.domain.leaflets import Template
from champion_app.domain.typed_text import LONGEST_LINE
from champion_app.faults import Fault
from champion_app.tasks import leaflets, own_words


class LeafletNameDialog(QDialog):
    """``saved`` carries the leaflet's id. With ``rename`` it is this leaflet that gets the title, else a new one."""

    saved = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget, template: Template, *, rename: bool = False) -> None:
        super().__init__(parent)
        self._desk, self._template, self._rename = desk, template, rename
        self._draft = f"leaflet name {template.id}" if rename else f"leaflet from {template.id}"
        self._before = template.title if rename else tr("{title} (ours)", title=template.title)[:LONGEST_LINE]
        self._done = False
        self._known = {
            other.title.casefold()
            for other in leaflets.templates(desk.binder)
            if not (rename and other.id == template.id)
        }
        self.ui = Ui_LeafletNameDialog()
        self.ui.setupUi(self)
        self._saver = Saver(self, lambda: desk.attempt(self._keep))
        self.setWindowTitle(tr("Rename this leaflet") if rename else tr("Save as a leaflet of our own"))
        self.ui.about.setText(
            tr("It begins as this leaflet is now and stays yours. The one it is made from stays as it is.")
        )
        self.ui.about.setVisible(not rename)
        self.ui.name.setMaxLength(LONGEST_LINE)
        self.ui.name.setText(desk.drafts.find(self._draft).get("name", self._before))
        self.ui.name.selectAll()
        self.ui.name.setFocus()
        self.ui.problem.hide()
        self.ui.problem.setContentsMargins(24, 0, 24, 0)
        self.resize(min(desk.theme.px(520), parent.window().width() - 48), self.sizeHint().height())
        self.ui.name.textChanged.connect(lambda text: self._typed())
        self.ui.save.clicked.connect(self.accept)
        self.ui.cancel.clicked.connect(self.reject)
        self._say_twin()

    def accept(self) -> None:
        """Saves the title. A fault is said under the field, and the words stay."""
        binder, name, key = self._desk.binder, self.ui.name.text(), self._template.id
        try:
            if not self._rename:
                key = own_words.save_as_own(binder, key, name)
            elif name != self._template.title:
                own_words.rename_own(binder, key, name)
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
        self.saved.emit(key)

    def reject(self) -> None:
        """Closes; a title that was begun stands there the next time."""
        self._saver.forget()
        if self._desk.attempt(self._keep):
            super().reject()

    def keep_draft(self) -> None:
        """Keeps a title that was not saved yet. Raises a disk fault."""
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
        self.ui.same_name.setText(tr("There is already a leaflet of this title."))
        self.ui.same_name.setVisible(name.casefold() in self._known)
