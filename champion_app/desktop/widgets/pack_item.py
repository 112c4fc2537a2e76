"""What would happen to one thing of a pack: its fields, yours beside theirs, its files, and the decision."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from champion_app.desktop.theme import Theme
from champion_app.desktop.widgets.buttons import button
from champion_app.desktop.widgets.labels import breakable, label, picture
from champion_app.desktop.widgets.pack_decision import PackDecision
from champion_app.desktop.widgets.pack_field import PackPair, pack_fact
from champion_app.desktop.widgets.pack_parts import GONE, NOTE, REMOVED, SAME, Entry, state_of
from champion_app.desktop.widgets.pack_words import clipped, facts, field_words, noun_words, pairs
from champion_app.desktop.widgets.page import empty
from champion_app.desktop.words import tr
from champion_app.domain.attachments import size_words
from champion_app.domain.merging import Merge
from champion_app.domain.packs import PackFile
from champion_app.domain.taking_in import Decision, Proposal, Verdict
from champion_app.tasks.packs import PackPreview, Retiring

_LONGEST_NAME = 300


class PackItemPane(QScrollArea):
    """Reads one entry of a preview. ``back_asked`` when the list is wanted again, in a narrow window."""

    back_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shown: tuple[Entry, Decision | None] | None = None
        self._files: dict[str, bytes] = {}
        self.back = button(theme, tr("Back to the list"), self.back_asked.emit, "plain", "previous")
        self.name = label("", "section")
        self.state = label("", "small")
        self.icon = picture("")
        self.decision = PackDecision(theme)
        self._fields = QVBoxLayout()
        self._fields.setSpacing(8)
        self._build()
        theme.changed.connect(self._dress)

    def read_pack(self, previewed: PackPreview) -> None:
        """Whose files are meant from now on."""
        self._files = previewed.pack.contents.files

    def show_entry(self, entry: Entry | None, decision: Decision | None, alike: int) -> None:
        """Shows an entry with what is decided about it, from its top."""
        self._shown = (entry, decision) if entry is not None else None
        empty(self._fields)
        self.decision.setVisible(entry is not None and entry.asks)
        self.verticalScrollBar().setValue(0)
        if entry is None:
            self.name.setText(tr("Nothing is chosen."))
            self.state.setText("")
            self.icon.clear()
            return
        name = tr("A note of the reading") if entry.group == NOTE else clipped(entry.name, _LONGEST_NAME)
        self.name.setText(breakable(name))
        if entry.asks:
            self.decision.show_entry(entry, decision, alike)
        self._say(entry, decision)
        self._fill(entry)

    def show_decision(self, decision: Decision) -> None:
        """What was just decided, without losing the place."""
        if self._shown is not None:
            self._shown = (self._shown[0], decision)
            self._say(*self._shown)

    def _build(self) -> None:
        state = QHBoxLayout()
        state.setSpacing(8)
        state.addWidget(self.icon, 0, Qt.AlignmentFlag.AlignTop)
        state.addWidget(self.state, 1)
        inner = QWidget()
        inner.setObjectName("card_body")
        column = QVBoxLayout(inner)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.name)
        column.addLayout(state)
        column.addWidget(self.decision)
        column.addLayout(self._fields)
        column.addStretch(1)
        self.setProperty("role", "card")
        self.setAccessibleName(tr("What would happen to the one chosen"))
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setWidget(inner)
        self.back.hide()

    def _say(self, entry: Entry, decision: Decision | None) -> None:
        words, _, _ = state_of(entry, decision)
        parts = [noun_words(entry.noun) if entry.noun else "", words]
        self.state.setText(" · ".join(part for part in parts if part))
        self._dress()

    def _dress(self) -> None:
        if self._shown is not None:
            _, icon, token = state_of(*self._shown)
            self.icon.setPixmap(self._theme.pixmap(icon, token, 16))

    def _fill(self, entry: Entry) -> None:
        if entry.group == NOTE:
            self._add(label(breakable(clipped(tr(entry.name), 4_000))))
        elif entry.retiring is not None:
            self._fill_retired(entry.retiring)
        elif entry.group == GONE:
            self._add(label(tr("An earlier edition had it, and this one has not. It stays in your binder as it is.")))
        elif entry.proposal is not None:
            self._fill_item(entry, entry.proposal)

    def _fill_retired(self, retiring: Retiring) -> None:
        if not retiring.row_id:
            said = tr("It should not be used any more. You do not have it, so nothing happens.")
        elif retiring.done:
            said = tr("It should not be used any more. You have been told before, so nothing happens.")
        else:
            said = tr("It should not be used any more. It goes out of use here, and stays in your binder.")
        self._add(label(said))
        self._add(pack_fact(tr("Why"), retiring.reason or tr("No reason is given.")))

    def _fill_item(self, entry: Entry, proposal: Proposal) -> None:
        merge = proposal.merge
        if entry.group == SAME:
            self._add(label(tr("Yours stays as it is.")))
        if entry.group in (SAME, REMOVED) or merge is None:
            for caption, words in facts(entry.noun, proposal.item.table):
                if words != entry.name:  # that stands above
                    self._add(pack_fact(caption, words))
        else:
            self._fill_merge(proposal, merge)
        self._fill_files(proposal)

    def _fill_merge(self, proposal: Proposal, merge: Merge) -> None:
        item = proposal.item
        if proposal.verdict is Verdict.LOOK_ALIKE:
            said = tr("You have one of the same name, number or address, which did not come from this pack.")
            self._add(label(said))
        for words, names in (
            (tr("Both of you have changed this"), merge.clashes),
            (tr("Only the pack has changed this"), merge.taken),
        ):
            if names and merge.clashes and proposal.verdict is Verdict.CLASH:
                self._add(label(words, "muted"))
            for pair in pairs(item.noun, merge, item.table, names):
                self._add(PackPair(self._theme, pair))
        if merge.kept:
            kept = ", ".join(field_words(item.noun, name) for name in merge.kept)
            self._add(label(tr("Your own words stay: {fields}", fields=kept), "small"))

    def _fill_files(self, proposal: Proposal) -> None:
        for file in proposal.item.files:
            self._add(pack_fact(self._file_state(file, proposal), self._file_words(file)))

    def _file_state(self, file: PackFile, proposal: Proposal) -> str:
        if file not in proposal.files:
            return tr("File, as it came before")
        if any(name == file.name for name, _ in proposal.outdated):
            return tr("File, in place of the one that came before")
        return tr("File")

    def _file_words(self, file: PackFile) -> str:
        size = size_words(len(self._files.get(file.sha256, b"")))
        return " · ".join(part for part in (file.name, size, file.note) if part)

    def _add(self, made: QWidget) -> None:
        self._fields.addWidget(made)
