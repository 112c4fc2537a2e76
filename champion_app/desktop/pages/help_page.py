"""Help: every topic, a search over all of them, and the one chosen to read."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QFileDialog, QLineEdit, QVBoxLayout, QWidget

from champion_app import places
from champion_app.desktop.desk import Desk
from champion_app.desktop.widgets.help_text import HelpText
from champion_app.desktop.widgets.labels import breakable, label
from champion_app.desktop.widgets.page import Page
from champion_app.desktop.widgets.rows import Row, RowModel, row_list
from champion_app.desktop.widgets.save_dialog import ask_where
from champion_app.desktop.widgets.side_by_side import SideBySide
from champion_app.desktop.words import tr, trn
from champion_app.domain.help_topics import Found, Hit, Topic, around
from champion_app.tasks import help as help_tasks

# Pages that are reached from another one, and what they are called.
_WITHOUT_ENTRY = {
    "prisons": "Prisons",
    "backups": "Backups",
    "holdings": "What we hold",
    "prove_it": "Prove it",
}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class HelpPage(Page):
    """A list and a reading pane. Down or Enter go from the search to the list, Enter reads, Escape goes back."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, tr("Help"), scrolls=False)
        self._topics = help_tasks.topics()
        self._hits: dict[str, Hit] = {}
        self._shown: tuple[str, Hit | None] = ("", None)
        self.file_dialog: QFileDialog | None = None
        self.count = label("", "muted", wrap=False)
        self.search = QLineEdit()
        self.search.setAccessibleName(tr("Search the help"))
        self.search.setPlaceholderText(tr("What do you want to do?"))
        self.search.setClearButtonEnabled(True)
        self.said = label("", "muted")
        self.model = RowModel()
        self.rows = row_list(desk.theme, tr("Topics"), self.model)
        self.pane = HelpText(desk)
        self._left = QWidget()
        self.both = SideBySide(desk.theme, self._left, self.pane)
        self._build()
        self._connect()

    def reload(self) -> None:
        """Shows the list; the topics themselves never change while Champion runs."""
        self._search("")

    def arrive(self, what: object) -> None:
        """Shows a topic by its id, or the one about a page by the page's name, whatever was searched for."""
        if not isinstance(what, str):
            return
        wanted = help_tasks.topic(what) or help_tasks.topic_for(what)
        if wanted is None:
            return
        self.search.clear()
        self._choose(wanted)
        self._read()

    @property
    def chosen(self) -> Topic | None:
        """The topic in view."""
        row = self.model.row_at(self.rows.currentIndex())
        return self._topics[row.id] if row is not None else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Down goes from the search to the list, Escape empties it; Enter in the list reads."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if watched is self.search and event.key() in (Qt.Key.Key_Down, *_ENTER):
                self._go_to_list()
                return True
            if watched is self.search and event.key() == Qt.Key.Key_Escape:
                self.search.clear()
                return True
            if watched is self.rows and event.key() in _ENTER:
                self._read()
                return True
        return super().eventFilter(watched, event)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """The keyboard starts in the search."""
        super().showEvent(event)
        if not event.spontaneous():
            self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        self.header.insertWidget(1, self.count)
        column = QVBoxLayout(self._left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.search)
        column.addWidget(self.said)
        column.addWidget(self.rows, 1)
        self.body.addWidget(self.both, 1)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._search)
        self.search.installEventFilter(self)
        self.rows.installEventFilter(self)
        self.rows.selectionModel().currentChanged.connect(lambda now, before: self._show())
        self.rows.clicked.connect(lambda index: self._read())
        self.both.turned.connect(lambda: self.pane.back.setVisible(self.both.narrow))
        self.pane.back_asked.connect(self._go_to_list)
        self.pane.topic_asked.connect(self.arrive)
        self.pane.page_asked.connect(self.desk.navigation.go_to)
        self.pane.schema_asked.connect(self._ask_where)

    def _search(self, typed: str) -> None:
        """Fills the list; what was in view stays in view while it is found."""
        found = help_tasks.find(typed)
        asked = bool(typed.strip())
        before, _ = self._shown
        self._hits = {hit.topic.id: hit for hit in found.hits} if asked else {}
        shown = [hit.topic for hit in found.hits] if asked else list(self._topics)
        self.model.show_rows([self._row(topic) for topic in shown])
        count = trn("{n} topic", "{n} topics", len(self._topics))
        part = tr("{shown} of {n} topics", shown=len(shown), n=len(self._topics))
        self.count.setText(part if asked else count)
        self.said.setText(found_words(found) if asked else "")
        self.said.setVisible(bool(self.said.text()))
        stays = next((topic for topic in shown if topic.id == before), None)
        best = stays if stays is not None and not asked else next(iter(shown), None)
        if best is not None:
            self._choose(best)

    def _row(self, topic: Topic) -> Row:
        hit = self._hits.get(topic.id)
        second = tr(topic.summary)
        if hit is not None and hit.line.block >= 0:
            second = around(tr(hit.line.text), hit.stems)
        return Row(self._topics.index(topic), tr(topic.title), second)

    def _choose(self, topic: Topic) -> None:
        index = self.model.place_of(self._topics.index(topic))
        self.rows.setCurrentIndex(index)
        self.rows.scrollTo(index)
        self._show()

    def _show(self) -> None:
        topic = self.chosen
        if topic is None:
            return
        hit = self._hits.get(topic.id)
        if (topic.id, hit) == self._shown:
            return
        if topic.id != self._shown[0] or self._shown[1] is not None:
            others = [other for name in topic.see_also if (other := help_tasks.topic(name)) is not None]
            page = self._page_words(topic)
            self.pane.show_topic(topic, others, page, with_schema=topic.id == help_tasks.WITH_SCHEMA)
        self._shown = topic.id, hit
        if hit is not None:
            self.pane.show_hit(hit)

    def _page_words(self, topic: Topic) -> str:
        """The page the topic is about, as the sidebar calls it."""
        from champion_app.desktop.pages import page_list  # late: the list of pages names this one too

        names = {entry.name: entry.words for entry in page_list.ENTRIES if entry.name != "help"} | _WITHOUT_ENTRY
        return next((tr(names[page]) for page in topic.pages if page in names), "")

    def _read(self) -> None:
        self.both.read()
        self.pane.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_to_list(self) -> None:
        self.both.back()
        self.rows.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask_where(self) -> None:
        """Where the JSON Schema should be saved, asked with the system's own dialog and without waiting."""
        self.file_dialog = ask_where(
            self,
            places.prints() / help_tasks.SCHEMA,
            self.save_schema,
            title=tr("Save the JSON Schema"),
            kinds=tr("JSON Schema (*.json)"),
        )

    def save_schema(self, path: Path) -> None:
        """Saves it there, and says where."""
        if self.desk.done(lambda: help_tasks.save_schema(path)):
            self.desk.messages.inform(tr("Saved: {path}.", path=path))


def found_words(found: Found) -> str:
    """What was done to find these, or what to try when there is nothing."""
    if not found.hits:
        return tr("Nothing in the help speaks of that. Try one plain word, such as leaflet, number or undo.")
    said = [
        tr("Nothing has “{typed}”: did you mean “{meant}”?", typed=typed, meant=meant)
        for typed, meant in found.corrected
    ]
    if found.loose:
        said.append(tr("No topic has every word: these have some of them."))
    return breakable(" ".join(said))
