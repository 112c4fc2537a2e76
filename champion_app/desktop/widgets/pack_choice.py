"""What a pack is called, who makes it, and what goes in: ticks by noun and by thing, weighed while choosing."""

from __future__ import annotations

import json
from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLineEdit, QMenu, QPushButton, QVBoxLayout, QWidget

from champion_app.desktop.desk import Desk
from champion_app.desktop.widgets.flow import Flow
from champion_app.desktop.widgets.growing_note import GrowingNote
from champion_app.desktop.widgets.labelled_field import LabelledField
from champion_app.desktop.widgets.labels import label, set_role
from champion_app.desktop.widgets.pack_ticks import TickTree
from champion_app.desktop.widgets.pack_tree import PackTree, Ticks
from champion_app.desktop.widgets.wrapping_tick import WrappingTick
from champion_app.desktop.words import tr, trn
from champion_app.domain.attachments import size_words
from champion_app.domain.packs import NOUNS
from champion_app.domain.resource_filter import ResourceFilter
from champion_app.domain.shelves import Shelf
from champion_app.domain.typed_text import first_line
from champion_app.tasks import pack_making, resources, service, shelves
from champion_app.tasks.packs import PackChoice

_NARROW = 780  # pixels at 100 % text
_LEAST = 240


class PackChoiceView(QWidget):
    """``changed`` is emitted when anything was typed or ticked; ``problem`` says why it cannot be made as it is."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        offered = {noun: pack_making.offered(desk.binder, noun) for noun in NOUNS}
        self._ours: Ticks = {
            noun: {one.row_id for one in found if one.ours} for noun, found in offered.items() if found
        }
        self.title, self.publisher = QLineEdit(), QLineEdit()
        self.note = GrowingNote(tr("What is new in it"), lines=3, most=6)
        self.notes = WrappingTick()
        self.files = WrappingTick()
        self.search = QLineEdit()
        self.shelf = QPushButton(tr("Add a shelf…"))
        self.model = PackTree(offered)
        self.tree = TickTree(desk.theme, tr("What goes in"), self.model)
        self.found = label("", "small")
        self.weight = label("", "strong")
        self.problem = ""
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._build()
        self._begin()
        for line in (self.title, self.publisher):
            line.textChanged.connect(lambda text: self.changed.emit())
        self.note.textChanged.connect(self.changed.emit)
        for tick in (self.notes, self.files):
            tick.toggled.connect(lambda on: self._weigh())
        self.model.ticked.connect(self._weigh)
        self.search.textChanged.connect(self._look_for)
        self.search.returnPressed.connect(lambda: self.tree.setFocus(Qt.FocusReason.OtherFocusReason))
        desk.theme.changed.connect(self._fit)

    @property
    def choice(self) -> PackChoice:
        """What is typed and ticked."""
        return PackChoice(
            self.title.text(), self.publisher.text(), self.model.rows_ticked(), self.note.toPlainText(),
            self.notes.isChecked(), self.files.isChecked(),
        )  # fmt: skip

    def draft(self) -> dict[str, str]:
        """What was typed or ticked otherwise than it stood there; empty when nothing was."""
        said = {"title": self.title.text(), "publisher": self.publisher.text(), "note": self.note.toPlainText()}
        said = {name: words for name, words in said.items() if words != self._first[name]}
        ticks, ours = self.model.ticks, self._ours
        more = {noun: sorted(ticks[noun] - ours[noun]) for noun in ticks if ticks[noun] - ours[noun]}
        less = {noun: sorted(ours[noun] - ticks[noun]) for noun in ticks if ours[noun] - ticks[noun]}
        said |= {name: json.dumps(found) for name, found in (("more", more), ("less", less)) if found}
        said |= {"notes": "yes"} if self.notes.isChecked() else {}
        return said | ({} if self.files.isChecked() else {"files": "no"})

    def show_draft(self, draft: Mapping[str, str]) -> None:
        """Shows the words and ticks of a pack that was not finished."""
        for name, field in (("title", self.title), ("publisher", self.publisher)):
            field.setText(draft.get(name, self._first[name]))
        self.note.show_text(draft.get("note", ""))
        self.notes.setChecked(draft.get("notes") == "yes")
        self.files.setChecked(draft.get("files") != "no")
        for name, on in (("more", True), ("less", False)):
            for noun, numbers in json.loads(draft.get(name, "{}")).items():
                self.model.tick(noun, numbers, on=on)

    def add_shelf(self, shelf: Shelf) -> None:
        """Ticks the resources that stand on a shelf."""
        numbers = resources.numbers(self._desk.binder, ResourceFilter(shelf=shelf.id))
        count = self.model.tick("resources", numbers)
        words = trn("{n} resource of “{shelf}” is ticked.", "{n} resources of “{shelf}” are ticked.", count,
                    shelf=first_line(shelf.name, 60))  # fmt: skip
        self._say_found(words)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """The words beside the ticks, or above them."""
        super().resizeEvent(event)
        self._fit()

    def _begin(self) -> None:
        title, _ = pack_making.last_pack(self._desk.binder)
        name = service.who_we_are(self._desk.binder).name
        suggested = title or (tr("Pack from {service}", service=name)[:120] if name else "")
        self._first = {"title": suggested, "publisher": name, "note": ""}
        self.title.setText(suggested)
        self.publisher.setText(name)
        self.files.setChecked(True)
        for noun, numbers in self._ours.items():
            self.model.tick(noun, numbers)
        self._weigh()

    def _look_for(self, typed: str) -> None:
        count = self.model.look_for(typed)
        words = trn("{n} found", "{n} found", count) if count else tr("Nothing found. Try fewer or shorter words.")
        self._say_found(words if typed.strip() else "")
        if typed.strip():
            self.tree.expandAll()
        first = self.model.index(0, 0)
        self.tree.setCurrentIndex(first if count else QModelIndex())

    def _say_found(self, words: str) -> None:
        self.found.setText(words)
        self.found.setVisible(bool(words))

    def _weigh(self) -> None:
        weight = self.model.weight()
        size = weight.size if self.files.isChecked() else 0
        files = weight.files if self.files.isChecked() else 0
        said = trn("{n} thing is ticked", "{n} things are ticked", weight.items)
        most = size_words(pack_making.LARGEST)
        if files:
            with_files = trn("{n} file of {size}", "{n} files of {size}", files, size=size_words(size))
            said = tr("{things}, with {files}. A pack may have {most}.", things=said, files=with_files, most=most)
        else:
            said = tr("{things}, with no files.", things=said)
        self.problem = ""
        if not weight.items:
            self.problem = tr("Tick what should go in first.")
        elif size > pack_making.LARGEST:
            self.problem = tr("That is too large: a pack may have {most}. Leave some files at home, or make two packs.",
                              most=most)  # fmt: skip
        self.weight.setText(said)
        wanted = "problem" if size > pack_making.LARGEST else "strong"
        if self.weight.property("role") != wanted:
            set_role(self.weight, wanted)
        self.changed.emit()

    def _offer_shelves(self, menu: QMenu) -> None:
        menu.clear()
        for shelf in shelves.all_shelves(self._desk.binder):
            words = tr("{shelf} ({n})", shelf=first_line(shelf.name, 60), n=shelf.items).replace("&", "&&")
            menu.addAction(words).triggered.connect(lambda on=False, shelf=shelf: self.add_shelf(shelf))

    def _build(self) -> None:
        self.title.setMaxLength(120)
        self.publisher.setMaxLength(500)
        self.notes.show_words(tr("Our own notes travel too"))
        self.files.show_words(tr("Attached files travel too"))
        self.search.setAccessibleName(tr("Search what may go in"))
        self.search.setPlaceholderText(tr("Search by name"))
        self.search.setClearButtonEnabled(True)
        menu = QMenu(self.shelf)
        menu.aboutToShow.connect(lambda: self._offer_shelves(menu))
        self.shelf.setMenu(menu)
        self.shelf.setVisible(False)
        left, right = QVBoxLayout(), QVBoxLayout()
        left.setSpacing(12)
        right.setSpacing(8)
        left.addWidget(LabelledField(tr("The pack's name"), self.title))
        left.addWidget(LabelledField(tr("Who makes it"), self.publisher))
        left.addWidget(LabelledField(tr("What is new in it"), self.note, tr("A sentence or two for whoever gets it.")))
        left.addWidget(self.notes)
        left.addWidget(self.files)
        left.addStretch(1)
        above = Flow()
        above.addWidget(label(tr("What goes in"), "section", wrap=False))
        above.addWidget(self.shelf)
        right.addLayout(above)
        for part in (label(tr("Ticked from the start is what you added or changed yourselves."), "small"), self.search):
            right.addWidget(part)
        right.addWidget(self.found)
        right.addWidget(self.tree, 1)
        right.addWidget(self.weight)
        self.found.hide()
        self._sides.setContentsMargins(0, 0, 0, 0)
        self._sides.setSpacing(24)
        self._sides.addLayout(left, 4)
        self._sides.addLayout(right, 6)
        self.shelf.setVisible(bool(shelves.all_shelves(self._desk.binder)))
        if self.model.rowCount():
            self.tree.setCurrentIndex(self.model.index(0, 0))

    def _fit(self) -> None:
        narrow = self.width() < self._desk.theme.px(_NARROW)
        wanted = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if self._sides.direction() != wanted:
            self._sides.setDirection(wanted)
        self.tree.setMinimumHeight(self._desk.theme.px(_LEAST))
