"""What a preview of a pack lists: one line for each thing of it, in groups, and how many things would change."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from champion_app.desktop.models.row_model import Row
from champion_app.desktop.widgets.pack_words import field_words, noun_words
from champion_app.desktop.words import tr, trn
from champion_app.domain.taking_in import Decision, Proposal, Verdict
from champion_app.domain.typed_text import first_line
from champion_app.tasks.packs import PackPreview, Retiring
from champion_app.tasks.taking_in import Gone

Decisions = dict[tuple[str, str], Decision]

# The groups in the order in which they are listed: first what waits for a person.
ASK, NEW, CHANGED, REMOVED, RETIRED, GONE, SAME, NOTE = (
    "ask", "new", "changed", "removed", "retired", "gone", "same", "note",
)  # fmt: skip
GROUPS = (ASK, NEW, CHANGED, REMOVED, RETIRED, GONE, SAME, NOTE)
_CHIPS = {
    ASK: "To decide ({n})",
    NEW: "New ({n})",
    CHANGED: "Changed ({n})",
    REMOVED: "Removed here ({n})",
    RETIRED: "Retired ({n})",
    GONE: "No longer in it ({n})",
    SAME: "The same ({n})",
    NOTE: "Put right in reading ({n})",
}
_STATES = {
    ASK: ("To decide", "warning", "warn"),
    NEW: ("New", "add", "accent"),
    CHANGED: ("Changed", "edit", "accent"),
    REMOVED: ("Removed here", "remove", "muted"),
    RETIRED: ("Retired", "retire", "warn"),
    GONE: ("No longer in it", "closed", "muted"),
    SAME: ("The same", "same", "muted"),
    NOTE: ("Put right", "info", "muted"),
}
_DECIDED = {
    Decision.MINE: ("Keep mine", "done", "ok"),
    Decision.THEIRS: ("Take theirs", "done", "ok"),
    Decision.BOTH: ("Keep both", "done", "ok"),
}
_BACK = ("Bring it back", "done", "ok")
_LONGEST = 160
_GROUP_OF = {
    Verdict.NEW: NEW,
    Verdict.CHANGED: CHANGED,
    Verdict.SAME: SAME,
    Verdict.CLASH: ASK,
    Verdict.LOOK_ALIKE: ASK,
    Verdict.REMOVED: REMOVED,
}


@dataclass(frozen=True)
class Entry:
    """One line: an item, something retired, something an earlier edition had, or a note of the reading."""

    group: str
    noun: str = ""
    name: str = ""
    proposal: Proposal | None = None
    retiring: Retiring | None = None
    gone: Gone | None = None

    @property
    def key(self) -> tuple[str, str]:
        """Under which name a decision about it is kept."""
        return (self.noun, self.proposal.item.key if self.proposal is not None else "")

    @property
    def asks(self) -> bool:
        """Whether a person may decide."""
        return self.proposal is not None and self.proposal.asks


@dataclass(frozen=True)
class Counted:
    """How many things would be new, changed and retired."""

    new: int = 0
    changed: int = 0
    retired: int = 0

    @property
    def all(self) -> int:
        """Everything that would be written."""
        return self.new + self.changed + self.retired

    def words(self) -> str:
        """Such as "12 new, 3 changed"."""
        said = [
            trn("{n} new", "{n} new", self.new) if self.new else "",
            trn("{n} changed", "{n} changed", self.changed) if self.changed else "",
            trn("{n} retired", "{n} retired", self.retired) if self.retired else "",
        ]
        return ", ".join(part for part in said if part) or tr("nothing else changed")


def entries(previewed: PackPreview) -> list[Entry]:
    """Every line of a preview, grouped."""
    found = list(_entries(previewed))
    return sorted(found, key=lambda entry: GROUPS.index(entry.group))


def _entries(previewed: PackPreview) -> Iterator[Entry]:
    for proposal in previewed.preview.proposals:
        group = ASK if proposal.asks and proposal.verdict is not Verdict.REMOVED else _GROUP_OF[proposal.verdict]
        yield Entry(group, proposal.item.noun, proposal.item.name, proposal)
    for retiring in previewed.retiring:
        yield Entry(RETIRED, retiring.noun, retiring.name, retiring=retiring)
    for gone in previewed.preview.gone:
        yield Entry(GONE, gone.noun, gone.name, gone=gone)
    for note in previewed.pack.contents.notes:
        yield Entry(NOTE, name=note)


def chip_words(group: str, count: int) -> str:
    """What the chip of a group says."""
    return tr(_CHIPS[group], n=count)


def state_of(entry: Entry, decision: Decision | None) -> tuple[str, str, str]:
    """An entry's state in words, with its icon and colour."""
    if decision is None or not entry.asks:
        words, icon, token = _STATES[entry.group]
    elif entry.group == REMOVED:
        words, icon, token = _STATES[REMOVED] if decision is Decision.MINE else _BACK
    else:
        words, icon, token = _DECIDED[decision]
    return tr(words), icon, token


def entry_row(place: int, entry: Entry, decision: Decision | None) -> Row:
    """The line of an entry in the list."""
    state, icon, token = state_of(entry, decision)
    return Row(place, first_line(entry.name, _LONGEST), _second(entry), state, icon, token)


def count_changes(previewed: PackPreview, decisions: Mapping[tuple[str, str], Decision]) -> Counted:
    """What taking it in would write, with what is decided so far."""
    ends = [_end(one, decisions.get((one.item.noun, one.item.key))) for one in previewed.preview.proposals]
    retired = sum(bool(one.row_id) and not one.done for one in previewed.retiring)
    return Counted(ends.count(NEW), ends.count(CHANGED), retired)


def why_not(previewed: PackPreview) -> str:
    """Why taking it in would change nothing."""
    if previewed.preview.proposals and any(one.asks for one in previewed.preview.proposals):
        return tr("Nothing would change unless you decide otherwise.")
    if previewed.again:
        return tr("You have this edition already, so nothing would change.")
    return tr("Everything in it is in your binder already, so nothing would change.")


def _end(proposal: Proposal, decision: Decision | None) -> str:
    """Whether an item ends as something new, something changed, or neither."""
    if proposal.asks and decision is None:
        return ""
    if proposal.verdict in (Verdict.NEW, Verdict.REMOVED):
        return "" if proposal.asks and decision is Decision.MINE else NEW
    if proposal.asks and decision is Decision.BOTH:
        return NEW
    if proposal.verdict is Verdict.CHANGED or (proposal.asks and decision is Decision.THEIRS):
        return CHANGED
    merged = proposal.merge is not None and bool(proposal.merge.taken) and proposal.verdict is Verdict.CLASH
    return CHANGED if merged or proposal.files else ""


def _second(entry: Entry) -> str:
    if entry.group == NOTE:
        return ""
    said = [noun_words(entry.noun)]
    proposal = entry.proposal
    if proposal is not None and proposal.merge is not None and entry.group in (ASK, CHANGED):
        names = (*proposal.merge.clashes, *proposal.merge.taken)
        said.append(", ".join(field_words(entry.noun, name) for name in names))
    if proposal is not None and proposal.files and entry.group != SAME:
        said.append(trn("{n} file", "{n} files", len(proposal.files)))
    if entry.retiring is not None:
        said.append(first_line(entry.retiring.reason, _LONGEST))
    return " · ".join(part for part in said if part)
