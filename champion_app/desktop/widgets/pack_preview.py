"""What taking a pack in would do: which pack it is, every thing of it in one list, and the one in view beside it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from champion_app.desktop.desk import Desk
from champion_app.desktop.models.row_model import Row
from champion_app.desktop.widgets.chips import Chips
from champion_app.desktop.widgets.labels import breakable, label, picture
from champion_app.desktop.widgets.pack_item import PackItemPane
from champion_app.desktop.widgets.pack_parts import GROUPS, Decisions, Entry, chip_words, entries, entry_row
from champion_app.desktop.widgets.pack_words import clipped
from champion_app.desktop.widgets.rows import LongRowModel, row_list
from champion_app.desktop.widgets.side_by_side import SideBySide
from champion_app.desktop.words import tr
from champion_app.domain.dates import british
from champion_app.domain.packs import PackAbout
from champion_app.domain.taking_in import Decision
from champion_app.tasks.packs import PackPreview

_EVERYTHING = ""
_LONGEST_NOTE = 400
_LEAST = 280  # pixels at 100 % text for the list and the pane


class PackPreviewView(QWidget):
    """``changed`` is emitted when something was decided; ``decisions`` holds what was, and nothing else."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.decisions: Decisions = {}
        self._entries: list[Entry] = []
        self._group = _EVERYTHING
        self._filling = False
        self.title = label("", "section")
        self.about = label("", "muted")
        self.note = label("")
        self.unsigned = label(
            tr("It is not signed: it comes from a file. Take it in only from somebody you know."), "warning"
        )
        self._mark = picture("")
        self.again = label("", "strong")
        self.chips = Chips(tr("What to show"), self._show_group)
        self.model = LongRowModel(self._rows)
        self.rows = row_list(desk.theme, tr("What is in the pack"), self.model)
        self.item = PackItemPane(desk.theme)
        self.sides = SideBySide(desk.theme, self.rows, self.item)
        self._build()
        self.rows.selectionModel().currentChanged.connect(lambda now, before: self._read())
        self.rows.clicked.connect(lambda index: self._open(by_mouse=True))
        self.rows.activated.connect(lambda index: self._open())
        self.item.back_asked.connect(self._back)
        self.item.decision.decided.connect(self._decide)
        self.item.decision.for_all.connect(self._decide_all)
        self.sides.turned.connect(lambda: self.item.back.setVisible(self.sides.narrow))
        desk.theme.changed.connect(self._dress)

    @property
    def entry(self) -> Entry | None:
        """The entry in view."""
        number = self.model.id_at(self.rows.currentIndex())
        return self._entries[number - 1] if number else None

    def show_preview(self, previewed: PackPreview) -> None:
        """Shows a pack beside the binder. What was decided about things that still ask stays decided."""
        self._entries = entries(previewed)
        asking = {entry.key for entry in self._entries if entry.asks}
        self.decisions = {key: decision for key, decision in self.decisions.items() if key in asking}
        self.item.read_pack(previewed)
        self._say(previewed)
        self._show_chips()
        self._show_group(self._group if any(one.group == self._group for one in self._entries) else _EVERYTHING)

    def forget(self) -> None:
        """Another pack is read: nothing is decided about it."""
        self.decisions, self._group = {}, _EVERYTHING

    def _build(self) -> None:
        warning = QHBoxLayout()
        warning.setSpacing(8)
        warning.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        warning.addWidget(self.unsigned, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.title)
        column.addWidget(self.about)
        column.addWidget(self.note)
        column.addLayout(warning)
        column.addWidget(self.again)
        column.addWidget(self.chips)
        column.addWidget(self.sides, 1)
        self._dress()

    def _dress(self) -> None:
        self._mark.setPixmap(self._desk.theme.pixmap("warning", "warn"))
        self.sides.setMinimumHeight(self._desk.theme.px(_LEAST))

    def _say(self, previewed: PackPreview) -> None:
        about, source = previewed.pack.contents.about, previewed.preview.source
        self.title.setText(breakable(clipped(about.title, _LONGEST_NOTE)))
        self.about.setText(breakable(_about(about)))
        self.note.setText(breakable(clipped(about.note, _LONGEST_NOTE)))
        self.note.setVisible(bool(about.note))
        said = _before(source.number, source.day, again=previewed.again) if source is not None else ""
        self.again.setText(said)
        self.again.setVisible(bool(said))

    def _show_chips(self) -> None:
        counts = {group: sum(entry.group == group for entry in self._entries) for group in GROUPS}
        chips = [(_EVERYTHING, tr("Everything ({n})", n=len(self._entries)))]
        chips += [(group, chip_words(group, count)) for group, count in counts.items() if count]
        self.chips.show_chips(chips, self._group)

    def _show_group(self, group: str) -> None:
        self._group = group
        self._show_chips()
        shown = [place for place, entry in enumerate(self._entries, start=1) if group in (_EVERYTHING, entry.group)]
        self.sides.back()
        self._filling = True
        self.model.show_ids(shown)
        if shown:
            self.rows.setCurrentIndex(self.model.index(0))
        self._filling = False
        self._read()

    def _rows(self, ids: Sequence[int]) -> list[Row]:
        return [entry_row(place, self._entries[place - 1], self._decision(self._entries[place - 1])) for place in ids]

    def _decision(self, entry: Entry) -> Decision | None:
        return self.decisions.get(entry.key)

    def _alike(self, entry: Entry) -> list[Entry]:
        return [one for one in self._entries if one.asks and one.group == entry.group]

    def _read(self) -> None:
        if self._filling:
            return
        entry = self.entry
        if entry is None:
            self.item.show_entry(None, None, 0)
        else:
            self.item.show_entry(entry, self._decision(entry), len(self._alike(entry)) if entry.asks else 0)

    def _open(self, *, by_mouse: bool = False) -> None:
        """The pane comes forward, and with a key the keyboard goes there."""
        if by_mouse and not self.sides.narrow:
            return
        self.sides.read()
        if self.item.decision.isVisible():
            self.item.decision.take_focus()
        else:
            self.item.setFocus(Qt.FocusReason.OtherFocusReason)

    def _back(self) -> None:
        self.sides.back()
        self.rows.setFocus(Qt.FocusReason.OtherFocusReason)

    def _decide(self, decision: Decision) -> None:
        if (entry := self.entry) is not None:
            self._note([entry], decision)

    def _decide_all(self, decision: Decision) -> None:
        if (entry := self.entry) is not None:
            self._note(self._alike(entry), decision)

    def _note(self, among: Sequence[Entry], decision: Decision) -> None:
        self.decisions |= {entry.key: decision for entry in among}
        self._say_again()
        self.item.show_decision(decision)
        self.changed.emit()

    def _say_again(self) -> None:
        """The same lines with what is decided now; the place in the list and the keyboard stay."""
        number, scrolled = self.model.id_at(self.rows.currentIndex()), self.rows.verticalScrollBar().value()
        self._filling = True
        self.model.show_ids(self.model.ids)
        self.rows.setCurrentIndex(self.model.place_of(number))
        self.rows.verticalScrollBar().setValue(scrolled)
        self._filling = False


def _about(about: PackAbout) -> str:
    made = tr("made on {day}", day=british(about.made_on))
    return " · ".join([clipped(about.publisher, _LONGEST_NOTE), tr("Edition {number}", number=about.number), made])


def _before(number: int, day: date, *, again: bool) -> str:
    if again:
        return tr("This is the edition you already have: you took it in on {day}.", day=british(day))
    return tr("You have edition {number}, taken in on {day}.", number=number, day=british(day))
