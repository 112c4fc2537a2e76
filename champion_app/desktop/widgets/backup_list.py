"""A list of backups, newest first, and below it the one that was chosen: it is read again before it can be used."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from champion_app.desktop.jobs import Jobs
from champion_app.desktop.models.row_model import ROW, RowModel
from champion_app.desktop.theme import Theme
from champion_app.desktop.widgets.backup_words import about, moment, row, state_sentence
from champion_app.desktop.widgets.buttons import button
from champion_app.desktop.widgets.labels import card, label, set_role
from champion_app.desktop.widgets.rows import row_list
from champion_app.desktop.words import tr, trn
from champion_app.domain.backups import Backup
from champion_app.tasks import found_backups

# So many lines are seen at once; the rest scrolls.
_LINES = 5


class BackupList(QWidget):
    """``wanted`` carries the backup to go back to, which was found whole; ``shown`` says that the pane changed.

    ``key`` gives the binder's key, if it has one.
    """

    wanted = Signal(object)
    shown = Signal()

    def __init__(
        self, theme: Theme, jobs: Jobs, go_words: str, key: Callable[[], bytes | None] = lambda: None, role: str = "",
    ) -> None:  # fmt: skip
        super().__init__()
        self._theme, self._jobs, self._key = theme, jobs, key
        self._backups: list[Backup] = []
        self._problems: dict[Path, str] = {}
        self.model = RowModel(self)
        self.count = label("", "muted")
        self.rows = row_list(theme, tr("Backups, newest first"), self.model)
        self.chosen_title = label("", "strong")
        self.chosen_words = label("")
        self.chosen_state = label("")
        self.go = button(theme, go_words, self._go, role, "undo")
        self._pane = card("soft")
        self._build()
        self.rows.selectionModel().currentChanged.connect(self._chose)
        theme.changed.connect(self._fit)

    @property
    def chosen(self) -> Backup | None:
        """The backup in the pane."""
        place = self.rows.currentIndex()
        return self._backups[place.data(ROW).id] if place.isValid() else None

    def show_backups(self, backups: Sequence[Backup]) -> None:
        """Shows them; the one that was chosen stays chosen if it is still there."""
        before = self.chosen
        self._backups = list(backups)
        for one in backups:
            if not one.size:
                self._problems[one.path] = "it is empty"
        self.count.setText(trn("{n} backup, newest first", "{n} backups, newest first", len(backups)))
        self._show_rows()
        paths = [one.path for one in backups]
        if before is not None and before.path in paths:
            self.choose(paths.index(before.path))
        else:
            self._show_chosen()
        self._fit()

    def choose(self, place: int) -> None:
        """Chooses the backup at a place of the list."""
        self.rows.setCurrentIndex(self.model.index(place))

    def show_problems(self, problems: dict[Path, str]) -> None:
        """What came of reading them all."""
        self._problems.update(problems)
        chosen = self.rows.currentIndex().row()
        self._show_rows()
        if chosen >= 0:
            self.choose(chosen)
        self._show_chosen()

    def _show_rows(self) -> None:
        self.model.show_rows([row(place, one, self._problems.get(one.path)) for place, one in enumerate(self._backups)])

    def _chose(self, now: QModelIndex, before: QModelIndex) -> None:
        self._show_chosen()
        one = self.chosen
        if one is not None and one.path not in self._problems:
            read = partial(found_backups.problem, one, self._key())
            self._jobs.start(read, partial(self._read, one), self._failed)

    def _read(self, backup: Backup, problem: str) -> None:
        self.show_problems({backup.path: problem})

    def _failed(self, error: Exception) -> None:
        raise error

    def _show_chosen(self) -> None:
        one = self.chosen
        self._pane.setVisible(one is not None)
        if one is None:
            return
        problem = self._problems.get(one.path)
        self.chosen_title.setText(tr("The backup of {when}", when=moment(one.made_at)))
        self.chosen_words.setText(about(one))
        self.chosen_state.setText(state_sentence(one, problem))
        set_role(self.chosen_state, "problem" if problem else "ok" if problem == "" else "muted")
        self.go.setEnabled(problem == "")
        self.shown.emit()

    def _go(self) -> None:
        if self.chosen is not None and self.go.isEnabled():
            self.wanted.emit(self.chosen)

    def _fit(self) -> None:
        """As high as its lines, up to a few of them."""
        line = max(self.rows.sizeHintForRow(0), self._theme.px(58))
        lines = max(2, min(len(self._backups), _LINES))
        self.rows.setFixedHeight(line * lines + 4)

    def _build(self) -> None:
        pane = QVBoxLayout(self._pane)
        pane.setContentsMargins(16, 12, 16, 12)
        pane.setSpacing(8)
        for part in (self.chosen_title, self.chosen_words, self.chosen_state):
            pane.addWidget(part)
        pane.addWidget(self.go, 0, Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for made in (self.count, self.rows, self._pane):
            column.addWidget(made)
        self._pane.hide()
