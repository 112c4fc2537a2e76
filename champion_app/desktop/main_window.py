"""The window: sidebar, top bar, the page in view, and what is said at its foot."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QCloseEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from champion_app.desktop.desk import Desk
from champion_app.desktop.dialogs.question_dialog import QuestionDialog
from champion_app.desktop.messages import Question, WayOut
from champion_app.desktop.pages import page_list
from champion_app.desktop.widgets.everywhere_key import EverywhereKey
from champion_app.desktop.widgets.no_keys import TELLS_KEY
from champion_app.desktop.widgets.notice_bar import NoticeBar
from champion_app.desktop.widgets.page import Page
from champion_app.desktop.widgets.search_box import SearchBox
from champion_app.desktop.widgets.sidebar import Sidebar
from champion_app.desktop.widgets.top_bar import TopBar
from champion_app.desktop.words import tr
from champion_app.faults import BinderDiskFull, Fault
from champion_app.store import spare_room
from champion_app.tasks import actions, history, service, settings

# Under this width, or at 200 % text, the sidebar shows icons only.
NARROW = 1100


class MainWindow(QMainWindow):
    """One window on one binder. Pages are built when they are first shown."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("window")
        self.setMinimumSize(QSize(640, 480))
        self.resize(1366, 768)
        self._desk = desk
        self._pages: dict[str, Page] = {}
        self._name = ""
        self._leaving = False
        self._stack = QStackedWidget()
        self.sidebar = Sidebar(desk.theme, page_list.ENTRIES, desk.navigation.go_to, self.child_tells)
        self.search = SearchBox(desk)
        self.top_bar = TopBar(desk, self.search, self.undo)
        self.notices = NoticeBar(desk.theme, desk.messages)
        EverywhereKey(TELLS_KEY, self.child_tells, self)
        self._build()
        self._shortcuts()
        desk.navigation.asked.connect(self._go)
        desk.messages.asked.connect(self._ask)
        desk.changes.changed.connect(lambda kinds: self.notices.saved())
        is_kept = partial(spare_room.is_kept, desk.binder.path)
        desk.messages.offer(BinderDiskFull, WayOut(tr("Free space for me"), self._free_space, is_kept))
        desk.changes.changed.connect(self._heard)
        desk.theme.changed.connect(self._fold)
        self._name_window()
        self._count_due()

    def open_first_page(self) -> None:
        """Home, or the three steps of first run while the service has no name or they were left half-way."""
        named = service.who_we_are(self._desk.binder).named
        unfinished = bool(self._desk.drafts.find("first_run"))
        self._desk.navigation.go_to("first_run" if unfinished or not named else "home")

    @property
    def page(self) -> Page | None:
        """The page in view."""
        shown = self._stack.currentWidget()
        return shown if isinstance(shown, Page) else None

    def undo(self) -> None:
        """Takes back the last thing done, after saving what is still being typed."""
        self._step(history.undo, tr("Undone: {what}."))

    def redo(self) -> None:
        """Brings back the last thing undone."""
        self._step(history.redo, tr("Brought back: {what}."))

    def child_tells(self, over: QWidget | None = None) -> None:
        """What to do when a child tells, over whatever is in view; what is being typed is saved first."""
        from champion_app.desktop.dialogs.child_tells_dialog import ChildTellsDialog  # late: a start makes no paper

        self._flushed()
        dialog = ChildTellsDialog(self._desk, over or self)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def help(self) -> None:
        """The help for the page in view."""
        self._desk.navigation.go_to("help", self._name)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Saves what is being typed. If that fails the window stays open with the words in it."""
        if not self._leaving and not self._flushed():
            event.ignore()
            self._desk.messages.ask(
                tr("Close without the last words?"),
                tr("What you typed last could not be saved. It is still on the screen: you can copy it first."),
                tr("Close without them"),
                tr("Stay here"),
                self._leave,
            )
            return
        self._desk.jobs.wait()
        super().closeEvent(event)

    @property
    def leaving(self) -> bool:
        """Whether it was agreed to close without the last words."""
        return self._leaving

    def stay(self) -> None:
        """Closing was called off after all: words are saved first again."""
        self._leaving = False

    def _free_space(self) -> None:
        """The disk is full (F7): what was set aside for that is given up, and what is typed is saved."""
        if not spare_room.give_up(self._desk.binder.path):
            self._desk.messages.fault(BinderDiskFull())
        elif self._flushed():
            self._desk.messages.warn(
                tr(
                    "4 MB that Champion keeps for such a day are free now, and what you had typed is kept. Do again "
                    "what could not be done. Then make room on this disk."
                )
            )

    def _leave(self) -> None:
        self._leaving = True
        self.close()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """A narrow window folds the sidebar."""
        super().resizeEvent(event)
        self._fold()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Another program comes to the front: what is being typed is saved."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and not self.isActiveWindow():
            self._flushed()

    def _build(self) -> None:
        middle = QWidget()
        middle.setObjectName("window")
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top_bar)
        column.addWidget(self._stack, 1)
        column.addWidget(self.notices)
        row = QHBoxLayout(middle)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.sidebar)
        row.addLayout(column, 1)
        self.setCentralWidget(middle)

    def _shortcuts(self) -> None:
        def bind(keys: QKeySequence.StandardKey | str, act: Callable[[], object]) -> None:
            QShortcut(QKeySequence(keys), self).activated.connect(act)

        bind(QKeySequence.StandardKey.Undo, self.undo)
        for keys in ("Ctrl+Y", "Ctrl+Shift+Z"):  # one is Windows' way, the other everybody else's
            bind(keys, self.redo)
        bind("Ctrl+K", self.search.take_focus)
        bind("Ctrl+F", self.search.take_focus)
        bind(QKeySequence.StandardKey.HelpContents, self.help)
        for place, entry in enumerate((e for e in page_list.ENTRIES if e.numbered), start=1):
            bind(f"Ctrl+{place}", partial(self._desk.navigation.go_to, entry.name))

    def _go(self, name: str, what: object) -> None:
        if not self._flushed():
            return
        page = self._pages.get(name)
        if page is None:
            page = page_list.build(name, self._desk)
            self._pages[name] = page
            self._stack.addWidget(page)
        first_run = name == "first_run"
        self.sidebar.setVisible(not first_run)
        self.top_bar.setVisible(not first_run)
        self.sidebar.mark(page_list.ENTRY_OF.get(name, name))
        self._name = name
        self._stack.setCurrentWidget(page)
        page.refresh()
        if what is not None:
            page.arrive(what)

    def _flush(self) -> None:
        if self.page is not None:
            self.page.flush()

    def _flushed(self) -> bool:
        try:
            self._flush()
        except Fault as fault:
            self._desk.messages.fault(fault)
            return False
        return True

    def _step(self, step: Callable[..., str], words: str) -> None:
        if not self._flushed():
            return
        what = self._desk.attempt(lambda: step(self._desk.binder))
        if what is not None:
            self._desk.messages.inform(words.format(what=tr(what)))

    def _ask(self, question: Question) -> None:
        dialog = QuestionDialog(self._desk.theme, question, self)
        dialog.open()

    def _heard(self, kinds: frozenset[str]) -> None:
        if "service" in kinds:
            self._name_window()
        if "actions" in kinds:
            self._count_due()

    def _count_due(self) -> None:
        self.sidebar.show_count("work_plan", actions.overdue_count(self._desk.binder))

    def _name_window(self) -> None:
        name = service.who_we_are(self._desk.binder).name
        title = tr("{service} - Champion", service=name) if name else tr("Champion")
        sample = settings.is_a_sample(self._desk.binder)
        self.setWindowTitle(tr("{title} (a made-up sample)", title=title) if sample else title)

    def _fold(self) -> None:
        self.sidebar.fold(self.width() < NARROW or self._desk.theme.text_size >= 200)
