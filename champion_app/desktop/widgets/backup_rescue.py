"""Going back to a backup while no binder is open: the newest good one is found and offered, or others looked for."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QProgressBar, QVBoxLayout, QWidget

from champion_app.desktop.jobs import Jobs
from champion_app.desktop.messages import fault_words
from champion_app.desktop.theme import Theme
from champion_app.desktop.widgets.backup_list import BackupList
from champion_app.desktop.widgets.backup_words import inside, moment, why
from champion_app.desktop.widgets.buttons import button
from champion_app.desktop.widgets.flow import Flow
from champion_app.desktop.widgets.labels import breakable, card, label
from champion_app.desktop.widgets.unlock_form import UnlockForm
from champion_app.desktop.words import tr, trn
from champion_app.domain.backups import TABLE_WORDS, Backup
from champion_app.faults import Fault
from champion_app.store.binder import Binder
from champion_app.tasks import backups, binders, found_backups
from champion_app.tasks.backups import Offer, SetAside

# So many damaged ones are named; the rest is counted.
_MOST = 3


class BackupRescue(QWidget):
    """``opened`` carries the binder that is open now and what is to be said about it; ``back`` leads to the start.

    ``turned`` says whether other ways on may be offered below it: not while one backup is being chosen or placed.
    """

    opened = Signal(object, str)
    back = Signal()
    turned = Signal(bool)

    def __init__(self, theme: Theme, jobs: Jobs, path: Path) -> None:
        super().__init__()
        self._theme, self._jobs, self._path = theme, jobs, path
        self._offered: Backup | None = None
        self._elsewhere = False
        self.folder_dialog: QFileDialog | None = None
        self.form: UnlockForm | None = None
        self.offer_title = label("", "strong")
        self.offer_words = label("")
        self.go = button(theme, tr("Go back to this backup"), self._go_offered, "primary", "undo")
        self.others = button(theme, tr("Look at others"), self.show_others, "", "search")
        self.list = BackupList(theme, jobs, tr("Go back to this backup"), role="primary")
        self.look_folder = button(theme, tr("Look in a folder…"), partial(self._browse, folder=True), "", "search")
        self.look_file = button(
            theme, tr("Choose a backup file…"), partial(self._browse, folder=False), "", "open-file"
        )
        self.leave = button(theme, tr("Back"), self._leave, "link")
        self.problem = label("", "problem")
        self.wait_words = label("", "strong")
        self.bar = QProgressBar()
        self._offer, self._others, self._secret, self._waiting = card("soft"), QWidget(), card("soft"), QWidget()
        self._build()
        self.list.wanted.connect(self._wanted)

    @property
    def busy(self) -> bool:
        """Whether a backup is just taking its place."""
        return not self._waiting.isHidden()

    def find_newest(self) -> None:
        """Looks for the newest good backup beside the binder, on a worker."""
        self.offer_title.setText(tr("Looking for the newest good backup…"))
        self.offer_words.hide()
        self.go.hide()
        self.others.hide()
        self._show(self._offer)
        self._jobs.start(partial(backups.offer, self._path), self._found, self._failed)

    def show_others(self) -> None:
        """Every backup beside the binder, and ways to others."""
        self._elsewhere = False
        self.list.show_backups(backups.known_backups(self._path))
        self._show(self._others)

    def look_elsewhere(self) -> None:
        """For a new computer: nothing is beside it, so where?"""
        self._elsewhere = True
        self.list.hide()
        self._show(self._others)
        self.look_folder.setFocus()

    def look_in(self, place: Path) -> None:
        """Shows what backups are in a folder, or one file; the newest is chosen."""
        try:
            there = found_backups.look(place)
        except Fault as fault:
            self._say(fault_words(fault))
            return
        self._say("")
        self.list.show_backups(there)
        self.list.show()
        self.list.choose(0)
        self.list.rows.setFocus(Qt.FocusReason.OtherFocusReason)

    # ---------------------------------------------------------------- what is found

    def _found(self, offer: Offer | None) -> None:
        there = bool(backups.known_backups(self._path))
        self.others.show()
        if offer is None:
            self.offer_title.setText(
                tr("None of the backups beside it is whole.") if there else tr("There is no backup beside it.")
            )
            self.offer_words.setText(
                tr("If you keep copies in a second place, such as a stick, plug it in and look there.")
            )
            self.offer_words.show()
            self.others.setText(tr("Look at others") if there else tr("Look in another place"))
            return
        self._offered = offer.backup
        one = offer.backup
        self.offer_title.setText(tr("Your newest good backup is of {when}.", when=moment(one.made_at)))
        lines = [tr("It was made {why}. In it: {counts}.", why=why(one), counts=inside(one))]
        if offer.passed_over:
            named = ", ".join(moment(each.backup.made_at) for each in offer.passed_over[:_MOST])
            more = len(offer.passed_over) - _MOST
            also = " " + trn("and {n} more", "and {n} more", more) if more > 0 else ""
            lines.append(tr("Newer, but damaged: {which}.", which=named + also))
        if self._path.is_file():
            lines += self._lost(offer)
            lines.append(tr("The file that is there now is kept: it is set aside under another name."))
        self.offer_words.setText("\n".join(lines))
        self.offer_words.show()
        self.go.show()
        self.go.setFocus()

    def _lost(self, offer: Offer) -> list[str]:
        if len(offer.lost.unread) == len(TABLE_WORDS):
            return [tr("Nothing in the file can be read, so we cannot tell what you did since.")]
        return [tr(line) for line in offer.lost.lines()]

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, Fault):
            raise error
        self._show(self._offer)
        self.others.show()
        self._say(fault_words(error))

    # ---------------------------------------------------------------- going back

    def _go_offered(self) -> None:
        if self._offered is not None:
            self._wanted(self._offered)

    def _wanted(self, backup: Backup) -> None:
        self._say("")
        if backup.encrypted:
            self._ask_secret(backup)
        else:
            self._restore(backup, None)

    def _ask_secret(self, backup: Backup) -> None:
        layout = self._secret.layout()
        assert isinstance(layout, QVBoxLayout)
        if self.form is not None:
            layout.removeWidget(self.form)
            self.form.deleteLater()
        form = UnlockForm(self._theme, self._jobs, backup.path, partial(found_backups.key_of, backup))
        form.opened.connect(lambda key, code: self._restore(backup, key))
        form.failed.connect(lambda fault: self._say(fault_words(fault)))
        layout.addWidget(form)
        self.form = form
        self._show(self._secret)
        form.take_focus()

    def _restore(self, backup: Backup, key: bytes | None) -> None:
        self.wait_words.setText(tr("Going back to the backup of {when}…", when=moment(backup.made_at)))
        self.bar.setAccessibleName(self.wait_words.text())
        self._show(self._waiting)
        work = partial(_restored, self._path, backup, key)
        self._jobs.start(work, partial(self._restored, backup), self._not_restored)

    def _restored(self, backup: Backup, came: tuple[Binder, SetAside]) -> None:
        binder, aside = came
        words = tr("You are back at the backup of {when}.", when=moment(backup.made_at))
        if aside.path.exists():
            words += " " + tr("The file that was there is kept as {name}.", name=aside.path.name)
        self.opened.emit(binder, words)

    def _not_restored(self, error: Exception) -> None:
        self._show(self._others if self._elsewhere or self._offered is None else self._offer)
        if not isinstance(error, Fault):
            raise error
        self._say(fault_words(error))

    # ---------------------------------------------------------------- how it looks

    def _browse(self, *, folder: bool) -> None:
        title = tr("Where are the backups?") if folder else tr("Choose a backup file")
        kinds = "" if folder else f"{tr('Backups of Champion')} (*{found_backups.SUFFIX})"
        dialog = QFileDialog(self, title, str(Path.home()), kinds)
        dialog.setFileMode(QFileDialog.FileMode.Directory if folder else QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda chosen: self.look_in(Path(chosen)))
        dialog.finished.connect(dialog.deleteLater)
        self.folder_dialog = dialog
        dialog.open()

    def _leave(self) -> None:
        self._say("")
        if self._secret.isVisibleTo(self) and (self._elsewhere or self._offered is None):
            self._show(self._others)
        elif self._elsewhere:
            self.back.emit()
        else:
            self._show(self._offer)

    def _say(self, words: str) -> None:
        self.problem.setText(breakable(words))
        self.problem.setVisible(bool(words))

    def _show(self, shown: QWidget) -> None:
        for part in (self._offer, self._others, self._secret, self._waiting):
            part.setVisible(part is shown)
        self.leave.setVisible(shown in (self._others, self._secret))
        self.turned.emit(shown is self._offer)

    def _build(self) -> None:
        offer = QVBoxLayout(self._offer)
        offer.setContentsMargins(16, 12, 16, 16)
        offer.setSpacing(12)
        offer.addWidget(self.offer_title)
        offer.addWidget(self.offer_words)
        offer.addLayout(_row(self.go, self.others))
        others = QVBoxLayout(self._others)
        others.setContentsMargins(0, 0, 0, 0)
        others.setSpacing(12)
        words = tr("Plug in the stick or the drive, and choose the folder with the backups, or one backup file.")
        others.addWidget(self.list)
        others.addWidget(label(words))
        others.addLayout(_row(self.look_folder, self.look_file))
        secret = QVBoxLayout(self._secret)
        secret.setContentsMargins(16, 12, 16, 16)
        secret.setSpacing(12)
        secret.addWidget(label(tr("This backup is locked. Type the passphrase that was used when it was made.")))
        waiting = QVBoxLayout(self._waiting)
        waiting.setContentsMargins(0, 0, 0, 0)
        waiting.setSpacing(12)
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        waiting.addWidget(self.wait_words)
        waiting.addWidget(self.bar)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for part in (self._offer, self._others, self._secret, self._waiting, self.problem):
            column.addWidget(part)
            part.hide()
        column.addWidget(self.leave, 0, Qt.AlignmentFlag.AlignLeft)
        self.leave.hide()


def _row(*made: QWidget) -> Flow:
    flow = Flow(gap=12)
    for one in made:
        flow.addWidget(one)
    return flow


def _restored(path: Path, backup: Backup, key: bytes | None) -> tuple[Binder, SetAside]:
    found_backups.make_room(path)
    aside = backups.restore(path, backup, key)
    return binders.open_binder(path, key), aside
