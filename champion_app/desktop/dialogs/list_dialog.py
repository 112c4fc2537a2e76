"""Taking in a list of services or resources: choose a file, look whether it was read right, decide, take it in."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from champion_app.desktop.desk import Desk
from champion_app.desktop.messages import fault_words
from champion_app.desktop.widgets.buttons import button
from champion_app.desktop.widgets.kept_choices import Decisions, KeptChoices
from champion_app.desktop.widgets.labels import breakable, label
from champion_app.desktop.widgets.list_choice import list_choice
from champion_app.desktop.widgets.list_lines import ListLines
from champion_app.desktop.widgets.list_preview import ListPreviewStep, coming_in, outcome_words
from champion_app.desktop.widgets.list_report import ask_report
from champion_app.desktop.widgets.progress_strip import ProgressStrip, Steps
from champion_app.desktop.widgets.step_frame import step_frame
from champion_app.desktop.widgets.taking_words import cut, taken_words
from champion_app.desktop.widgets.undo_offer import offer_undo
from champion_app.desktop.words import tr, trn
from champion_app.domain.list_mapping import Mapping
from champion_app.faults import Fault, ListRefused
from champion_app.tasks import backups, lists, opened_lists
from champion_app.tasks.lists import ListPreview
from champion_app.tasks.opened_lists import OpenedList

CHOOSE, LINES, PREVIEW = range(3)
_TITLES = ("Choose a list", "Do these lines look right?", "What would be taken in")
_PAGES = {"listings": "find_help", "resources": "resources"}


class ListDialog(QDialog):
    """``taken_in`` carries the ids of the new services or resources. Nothing is written before "Take in" is pressed."""

    taken_in = Signal(object)

    def __init__(self, desk: Desk, noun: str, parent: QWidget, path: Path | None = None) -> None:
        super().__init__(parent)
        self._desk, self._noun = desk, noun
        self._opened: OpenedList | None = None
        self._previewed: ListPreview | None = None
        self._kept = KeptChoices(desk.drafts, noun)
        self._decisions: Decisions = {}
        self.title = label("", "title")
        self.step = label("", "muted", wrap=False)
        self.choice = list_choice(desk.theme, noun)
        self.lines = ListLines(desk.theme, noun)
        self.preview = ListPreviewStep(desk.theme, noun)
        self.strip = ProgressStrip(desk)
        self.told = label("", "muted")
        self.report = button(desk.theme, tr("Save this report"), self._ask_report, "plain", "save")
        self.back = button(desk.theme, tr("Back"), self._go_back)
        self.cancel = button(desk.theme, tr("Cancel"), self.reject)
        self.go_on = button(desk.theme, tr("Next"), self._go_on, "primary")
        self._stack = QStackedWidget()
        self._build(parent)
        self._connect()
        self._turn(CHOOSE)
        if path is not None:
            self.read(path)

    @property
    def at(self) -> int:
        """Which step is shown: CHOOSE, LINES or PREVIEW."""
        return self._stack.currentIndex()

    def read(self, path: Path, encoding: str = "", separator: str = "") -> None:
        """Reads a file on a worker. What is wrong with it is said in the dialog, and another one can be chosen."""
        kept, decisions = self._kept.of(path)
        same = self._opened is not None and self._opened.path == path
        mapping = self._opened.mapping if same and self._opened is not None else kept
        if not same:
            self._decisions = decisions
        self.choice.say("")
        work = partial(_open, path, self._noun, encoding, separator, mapping)
        self.strip.do(tr("Reading {name}", name=cut(path.name, 60)), work, self._was_opened, self._wrong)

    def reject(self) -> None:
        """Closes; nothing was taken in. While something is being taken in it is stopped first, and taken back."""
        if self.strip.writing:
            self.strip.stop()
            return
        self.strip.forget()
        if self._opened is not None:
            keep = partial(self._kept.keep, self._opened.path, self._opened.mapping, self._decided())
            kept = self._desk.attempt(keep)
            if kept is None:
                return  # the disk refused: the choices are still in the dialog
            if kept:
                again = tr("Nothing was taken in. Choose the same file again, and your choices are there.")
                self._desk.messages.inform(again)
        super().reject()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter presses a button only where the keyboard is on it: in the search line it must not take the list in."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if not enter or isinstance(self.focusWidget(), QPushButton):
            super().keyPressEvent(event)

    def _build(self, parent: QWidget) -> None:
        nouns = {"listings": tr("Take in a list of services"), "resources": tr("Take in a list of resources")}
        self.setWindowTitle(nouns[self._noun])
        theme, room = self._desk.theme, parent.window().size()
        self.resize(min(theme.px(1060), room.width() - 32), min(theme.px(740), room.height() - 32))
        self.setMinimumSize(320, 320)
        first = QWidget()
        inside = QVBoxLayout(first)
        inside.setContentsMargins(24, 8, 24, 8)
        inside.addWidget(self.choice)
        for part in (first, self.lines, self.preview):
            self._stack.addWidget(part)
        buttons = (self.report, self.back, self.cancel, self.go_on)
        step_frame(self, (self.title, self.step), self._stack, (self.told, self.strip), buttons)

    def _connect(self) -> None:
        self.choice.chosen.connect(self.read)
        self.lines.mapping_chosen.connect(self._map)
        self.lines.letters_chosen.connect(self._read_otherwise)
        self.preview.changed.connect(self._name_button)
        self.strip.begun.connect(self._wait)
        self.strip.over.connect(self._wait)
        self.strip.given_up.connect(self._given_up)

    def _turn(self, step: int) -> None:
        self._stack.setCurrentIndex(step)
        self.step.setText(tr("Step {n} of 3", n=step + 1))
        self.title.setText(tr(_TITLES[step]))
        self.back.setVisible(step != CHOOSE)
        self.go_on.setVisible(step != CHOOSE)
        self.report.setVisible(step == PREVIEW)
        self.told.clear()
        self._name_button()
        lines = self.go_on if self.go_on.isEnabled() else self.lines.first_to_place()
        where: QWidget = {CHOOSE: self.choice.choose, LINES: lines, PREVIEW: self.preview.rows}[step]
        where.setFocus()

    def _name_button(self) -> None:
        """The button says what it does, with the numbers."""
        self.go_on.setText(tr("Next"))
        readable = self._opened is not None and any(one.fields is not None for one in self._opened.reading.records)
        self.go_on.setEnabled(readable and not self.strip.busy)
        self.told.setVisible(self.at == PREVIEW)
        if self.at != PREVIEW or self._previewed is None:
            return
        number = sum(coming_in(self._previewed, self.preview.decisions))
        told = f"{number:,}"
        if self._noun == "listings":
            words = trn("Take in {n} service", "Take in {number} services", number, number=told)
        else:
            words = trn("Take in {n} resource", "Take in {number} resources", number, number=told)
        if not number:
            words = tr("Keep my choices") if self._moves() else tr("Close")
        self.go_on.setText(words)
        self.go_on.setEnabled(not self.strip.busy)
        self.told.setText(outcome_words(self._previewed, self.preview.decisions))

    def _wait(self) -> None:
        """Going on waits for what is being done; the rest of the screen only for what is being written."""
        for part in (self._stack, self.back, self.report):
            part.setEnabled(not self.strip.writing)
        self._name_button()

    def _given_up(self) -> None:
        self._name_button()
        self._tell(tr("Stopped. Nothing was taken in, and your binder is as it was."))

    def _wrong(self, error: Exception) -> None:
        """A fault is said in the dialog, beside what it is about."""
        if not isinstance(error, Fault):
            raise error
        if self.at == CHOOSE:
            self.choice.say(fault_words(error))
            self.choice.choose.setFocus()
            return
        if self.at == LINES and self._opened is not None:
            self.lines.show_list(self._opened)  # the choices as they were
        self._name_button()
        self._tell(breakable(fault_words(error)))

    def _was_opened(self, opened: OpenedList) -> None:
        self._opened = opened
        self.lines.show_list(opened)
        self._turn(LINES)

    def _map(self, mapping: Mapping) -> None:
        if self._opened is not None:
            work = partial(opened_lists.with_mapping, self._opened, mapping)
            self.strip.do(tr("Reading it again"), work, self._was_mapped, self._wrong)

    def _was_mapped(self, opened: OpenedList) -> None:
        self._opened = opened
        self.lines.show_list(opened)
        self.told.hide()
        self._name_button()

    def _read_otherwise(self, encoding: str, separator: str) -> None:
        if self._opened is not None:
            work = partial(_open, self._opened.path, self._noun, encoding, separator, self._opened.mapping)
            self.strip.do(tr("Reading it again"), work, self._was_mapped, self._wrong)

    def _go_back(self) -> None:
        self._decisions = self._decided()
        self._turn(self.at - 1)

    def _go_on(self) -> None:
        if self.at == LINES:
            self._look(self._was_looked)
        elif self.at == PREVIEW and self._previewed is not None:
            if self._moves():
                self._take_in(self._previewed)
            else:
                self._desk.attempt(self._kept.drop)
                super().reject()

    def _look(self, then: Callable[[ListPreview], None]) -> None:
        if self._opened is not None:
            opened = self._opened
            look = partial(lists.look, self._desk.binder, opened.reading, self._noun, opened.path.stem)
            self.strip.do(tr("Comparing it with your binder"), look, then, self._wrong)

    def _was_looked(self, previewed: ListPreview) -> None:
        self._previewed = previewed
        self.preview.show_preview(previewed, self._decisions)
        self._turn(PREVIEW)

    def _decided(self) -> Decisions:
        return dict(self.preview.decisions) if self.at == PREVIEW else dict(self._decisions)

    def _moves(self) -> bool:
        return self._previewed is not None and lists.moves(self._previewed, self.preview.decisions)

    def _take_in(self, previewed: ListPreview) -> None:
        steps, decisions = Steps(), dict(self.preview.decisions)
        take = partial(lists.take_in, self._desk.binder, previewed, decisions, steps.told)
        work = partial(backups.after_a_backup, self._desk.binder, take)
        words = taken_words(*coming_in(previewed, decisions))
        self._decisions = decisions
        self.strip.do(tr("Taking it in"), work, partial(self._was_taken_in, words), self._not_taken_in, steps)

    def _was_taken_in(self, words: str, made: list[int]) -> None:
        self._desk.attempt(self._kept.drop)
        super().accept()
        self.taken_in.emit(made)
        said = tr("Taken in: {what}.", what=words) if words else tr("Your choices about the list are kept.")
        offer_undo(self._desk, said)

    def _not_taken_in(self, error: Exception) -> None:
        """Says why; if the binder has changed meanwhile, the preview is made anew."""
        if isinstance(error, ListRefused):
            self._look(partial(self._look_again, error))
        else:
            self._wrong(error)

    def _look_again(self, why: ListRefused, previewed: ListPreview) -> None:
        self._was_looked(previewed)
        self._wrong(why)

    def _ask_report(self) -> None:
        if self._opened is not None and self._previewed is not None:
            ask_report(self, self._previewed, self._opened.path, self._tell, self._wrong)

    def _tell(self, words: str) -> None:
        self.told.setText(words)
        self.told.show()


def open_list_dialog(desk: Desk, noun: str, parent: QWidget, path: Path | None = None) -> ListDialog:
    """Opens the dialog for a list of "listings" or "resources"; what comes in is then shown on its page."""
    dialog = ListDialog(desk, noun, parent, path)

    def show(made: list[int]) -> None:
        desk.navigation.go_to(_PAGES[noun], made[0] if made else None)

    dialog.taken_in.connect(show)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog


def _open(path: Path, noun: str, encoding: str, separator: str, mapping: Mapping) -> OpenedList:
    """Reads a file, and uses its columns as they were chosen before."""
    opened = opened_lists.open_list(path, noun, encoding, separator)
    return opened_lists.with_mapping(opened, mapping) if mapping != Mapping() else opened
