"""Handing over: who takes over, the open actions, a copy, the passphrase, a letter, and what stays on this computer."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QVBoxLayout, QWidget

from champion_app import places
from champion_app.desktop.desk import Desk
from champion_app.desktop.dialogs.make_pack_dialog import MakePackDialog
from champion_app.desktop.messages import fault_words
from champion_app.desktop.widgets.buttons import button
from champion_app.desktop.widgets.choice_box import ChoiceBox
from champion_app.desktop.widgets.document_orders import papers
from champion_app.desktop.widgets.fields import LineField
from champion_app.desktop.widgets.handover_steps import HandoverControls, handover_steps
from champion_app.desktop.widgets.labels import breakable, label
from champion_app.desktop.widgets.notice_bar import NoticeBar
from champion_app.desktop.widgets.resource_orders import Order, ResourceOrders
from champion_app.desktop.widgets.saver import Saver
from champion_app.desktop.widgets.step_frame import scrolled_step, step_frame
from champion_app.desktop.widgets.undo_offer import offer_undo
from champion_app.desktop.words import tr, trn
from champion_app.domain.actions import Action
from champion_app.domain.backups import Backup
from champion_app.domain.handover import by_lead
from champion_app.faults import Fault
from champion_app.tasks import handover, service

_DRAFT = "handover"
_EVERYBODY = "*"  # no lead is called so


class HandoverDialog(QDialog):
    """Each step can be done by itself, in any order. What needs the window itself is asked of the page behind."""

    passphrase_asked = Signal()
    erase_asked = Signal()

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._before = service.who_we_are(desk.binder).champion
        self._copy: Path | None = None
        self._copying = False
        self._open: list[Action] = []
        self.file_dialog: QFileDialog | None = None
        self.pack_dialog: MakePackDialog | None = None
        theme, room = desk.theme, parent.window().size()
        self.setWindowTitle(tr("Hand over to the next champion"))
        self.resize(min(theme.px(820), room.width() - 48), min(theme.px(700), room.height() - 48))
        self.setMinimumSize(320, 320)
        draft = desk.drafts.find(_DRAFT)
        self.name, self.role = LineField(tr("Name of the next champion")), LineField(tr("Role"))
        self.name.show_text(draft.get("name", ""))
        self.role.show_text(draft.get("role", ""))
        self._saver = Saver(self, lambda: desk.attempt(self.keep_draft))
        self.rename = button(theme, tr("Put the name in Settings"), self.put_name, "", "done")
        self.whose = ChoiceBox()
        self.give = button(theme, "", self.give_actions, "", "done")
        self.copy = button(theme, tr("Copy the whole binder…"), self.ask_folder, "", "copy")
        self.pack = button(theme, tr("Make a resources pack…"), self.open_pack, "", "resources")
        self.passphrase = button(theme, tr("A new passphrase and recovery code…"), self._ask_passphrase)
        self.print_letter = button(theme, tr("Print the letter…"), partial(self._letter, "print"), "", "print")
        self.save_letter = button(theme, tr("Save as PDF…"), partial(self._letter, "save"), "", "save")
        self.erase = button(theme, tr("Erase everything here…"), self._ask_erase, "", "remove")
        self.close_button = button(theme, tr("Close"), self.accept, "primary")
        self.orders = ResourceOrders(desk, self)
        self.notices = NoticeBar(theme, desk.messages)
        locked = desk.binder.key is not None
        self.steps = handover_steps(
            HandoverControls(
                self.name, self.role, self.rename, self.whose, self.give, self.copy, self.pack,
                self.passphrase if locked else None, self.print_letter, self.save_letter, self.erase,
            )
        )  # fmt: skip
        self._build()
        self._look()
        desk.changes.changed.connect(self._heard)
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        for field in (self.name, self.role):
            field.textChanged.connect(lambda text: self._typed())
        self.whose.activated.connect(lambda place: self._turn())

    def put_name(self) -> None:
        """The next champion's name stands in Settings, and so on leaflets."""
        work = partial(handover.name_champion, self._desk.binder, self.name.text(), self.role.text())
        if self._desk.done(work):
            words = tr(
                "{name} is the champion now. Telephone and e-mail were the other person’s and are empty: fill them in"
                " in Settings.",
                name=service.who_we_are(self._desk.binder).champion,
            )
            self.steps[0].say_done(words)
            offer_undo(self._desk, tr("The champion’s name was changed."))
            self._turn()

    def give_actions(self) -> None:
        """The open actions chosen have the next champion as their lead, in one step."""
        ids = [one.id for one in self._chosen()]
        moved = self._desk.attempt(partial(handover.reassign, self._desk.binder, ids, self.name.text()))
        if moved is None:
            return
        words = trn("{n} action has another lead now.", "{n} actions have another lead now.", moved)
        self.steps[1].say_done(words)
        if moved:
            offer_undo(self._desk, words)

    def ask_folder(self) -> None:
        """Asks where the copy should go."""
        dialog = QFileDialog(self, tr("Where should the copy go?"), str(places.prints()))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(lambda folder: self.copy_to(Path(folder)))
        dialog.finished.connect(dialog.deleteLater)
        self.file_dialog = dialog
        dialog.open()

    def copy_to(self, folder: Path) -> None:
        """Makes the copy on a worker."""
        if self._copying:
            return
        self._copying = True
        self._turn()
        work = partial(handover.make_copy, self._desk.binder, folder)
        self._desk.jobs.start(work, self._copied, self._not_copied)

    def open_pack(self) -> None:
        """The dialog that makes a pack, over this one."""
        self.pack_dialog = MakePackDialog(self._desk, self)
        self.pack_dialog.saved.connect(
            lambda path: self.steps[2].say_done(breakable(tr("The pack: {path}", path=path)))
        )
        self.pack_dialog.finished.connect(self.pack_dialog.deleteLater)
        self.pack_dialog.open()

    def keep_draft(self) -> None:
        """Keeps what was typed. Raises a disk fault."""
        self._saver.forget()
        typed = {"name": self.name.text(), "role": self.role.text()}
        if any(text.strip() for text in typed.values()):
            self._desk.drafts.keep(_DRAFT, typed)
        else:
            self._desk.drafts.drop(_DRAFT)

    def done(self, result: int) -> None:
        """Closes; what was typed stands there the next time."""
        if not self._copying and self._desk.done(self.keep_draft):
            super().done(result)

    def _copied(self, backup: Backup) -> None:
        self._copying = False
        self._copy = backup.path.parent
        locked = (
            tr(" It is locked with the passphrase.") if backup.encrypted else tr(" It is not locked: keep it safe.")
        )
        said = tr("Copied and checked: {folder}.", folder=breakable(str(self._copy)))
        self.steps[2].say_done(said + locked)
        self._turn()

    def _not_copied(self, error: Exception) -> None:
        self._copying = False
        self._turn()
        if not isinstance(error, Fault):
            raise error
        self._desk.messages.warn(fault_words(error))

    def _chosen(self) -> list[Action]:
        whose = self.whose.value
        return [one for one in self._open if whose in (_EVERYBODY, f"={one.fields.lead}")]

    def _typed(self) -> None:
        self._saver.touch()
        self._turn()

    def _heard(self, kinds: frozenset[str]) -> None:
        if "actions" in kinds:
            self._look()

    def _look(self) -> None:
        """Which actions are open now, and whose."""
        self._open = handover.open_actions(self._desk.binder)
        chosen = self.whose.value or _EVERYBODY
        every = trn("The {n} open action", "All {n} open actions", len(self._open))
        groups = [
            (every, _EVERYBODY),
            *((_those_of(lead, len(rows)), f"={lead}") for lead, rows in by_lead(self._open).items()),
        ]
        self.whose.fill([("", groups)])
        self.whose.show_value(chosen if chosen in {value for _, value in groups} else _EVERYBODY)
        self._turn()

    def _letter(self, how: str) -> None:
        binder = self._desk.binder
        planned = self._desk.attempt(partial(handover.plan_letter, binder, self._before, self._copy))
        if planned is None:
            return
        order = Order(
            planned, planned.title, False, lambda how, copies: papers().note_document(binder, planned, copies)
        )
        (self.orders.print if how == "print" else self.orders.save)(order)

    def _ask_passphrase(self) -> None:
        self.accept()
        self.passphrase_asked.emit()

    def _ask_erase(self) -> None:
        self.accept()
        self.erase_asked.emit()

    def _turn(self) -> None:
        name, count = self.name.text().strip(), len(self._chosen())
        words = trn(
            "Give {n} action to {name}", "Give {n} actions to {name}", count, name=name or tr("the next champion")
        )
        self.give.setText(words)
        self.give.setEnabled(bool(name and count))
        self.whose.setEnabled(bool(self._open))
        self.rename.setEnabled(bool(name))
        self.copy.setEnabled(not self._copying)
        self.copy.setText(tr("Copying and checking…") if self._copying else tr("Copy the whole binder…"))
        self.close_button.setEnabled(not self._copying)

    def _build(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(12)
        for step in self.steps:
            column.addWidget(step)
        title = label(tr("Hand over to the next champion"), "section")
        step_frame(self, (title,), scrolled_step(inside), (self.notices,), (QWidget(), self.close_button))


def _those_of(lead: str, count: int) -> str:
    return tr("Only those of {lead} ({n})", lead=lead or tr("nobody yet"), n=count)
