"""One name to give: to something new, or another one to something there is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QWidget

from champion_app.desktop.desk import Desk
from champion_app.desktop.forms.ui_name_dialog import Ui_NameDialog
from champion_app.desktop.messages import fault_words
from champion_app.desktop.widgets.saver import Saver
from champion_app.domain.typed_text import LONGEST_LINE
from champion_app.faults import Fault


@dataclass(frozen=True)
class Naming:
    """What is named, in words: the window's title, what the field is called, its hint, its button, what goes before.

    ``begins`` stands in the field unless a name was begun, which is kept under ``draft``. ``taken`` are the names there
    are, in small letters, and ``twin`` is what is said of one of them. ``keep`` saves a name and returns the id of what
    has it; its faults are said under the field.
    """

    title: str
    label: str
    save: str
    draft: str
    begins: str
    taken: frozenset[str]
    twin: str
    keep: Callable[[str], object]
    hint: str = ""
    about: str = ""


class NameDialog(QDialog):
    """``saved`` carries what ``keep`` returned."""

    saved = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget, naming: Naming) -> None:
        super().__init__(parent)
        self._desk, self._naming = desk, naming
        self._done = False
        self.ui = Ui_NameDialog()
        self.ui.setupUi(self)
        self._saver = Saver(self, lambda: desk.attempt(self._keep))
        self.setWindowTitle(naming.title)
        self.ui.about.setText(naming.about)
        self.ui.about.setVisible(bool(naming.about))
        self.ui.name_label.setText(naming.label)
        self.ui.name.setAccessibleName(naming.label)
        self.ui.name.setPlaceholderText(naming.hint)
        self.ui.name.setMaxLength(LONGEST_LINE)
        self.ui.name.setText(desk.drafts.find(naming.draft).get("name", naming.begins))
        self.ui.name.selectAll()
        self.ui.name.setFocus()
        self.ui.same_name.setText(naming.twin)
        self.ui.save.setText(naming.save)
        self.ui.problem.hide()
        self.ui.problem.setContentsMargins(24, 0, 24, 0)
        self.resize(min(desk.theme.px(520), parent.window().width() - 48), self.sizeHint().height())
        self.ui.name.textChanged.connect(lambda text: self._typed())
        self.ui.save.clicked.connect(self.accept)
        self.ui.cancel.clicked.connect(self.reject)
        self._say_twin()

    def accept(self) -> None:
        """Saves the name. A fault is said under the field, and the words stay."""
        try:
            made = self._naming.keep(self.ui.name.text())
            self._desk.drafts.drop(self._naming.draft)
        except Fault as fault:
            self.ui.problem.setText(fault_words(fault))
            self.ui.name.setAccessibleDescription(self.ui.problem.text())
            self.ui.problem.show()
            self.ui.name.setFocus()
            return
        self._done = True
        self._saver.forget()
        super().accept()
        self.saved.emit(made)

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
        if not self._done and name.strip() and name != self._naming.begins:
            self._desk.drafts.keep(self._naming.draft, {"name": name})
        else:
            self._desk.drafts.drop(self._naming.draft)
        return True

    def _typed(self) -> None:
        self._saver.touch()
        self.ui.problem.hide()
        self._say_twin()

    def _say_twin(self) -> None:
        name = " ".join(self.ui.name.text().split())
        self.ui.same_name.setVisible(name.casefold() in self._naming.taken)
