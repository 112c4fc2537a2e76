"""Taking in an edition of a list, a pack or the starter content: looked at first, then all of it or none of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from champion_app.domain.item_tables import field_names
from champion_app.domain.packs import PackFile
from champion_app.domain.taking_in import (
    ASKED,
    Decision,
    Item,
    Proposal,
    Verdict,
    gone,
    propose,
    values_to_keep,
    writes,
)
from champion_app.store import attachments, sources
from champion_app.store.binder import Binder
from champion_app.store.sources import Source
from champion_app.tasks import pack_rows

Decisions = Mapping[tuple[str, str], Decision]
Content = Callable[[PackFile], tuple[bytes, str, str] | None]
# Called now and then with how many items are done and how many there are. What it raises ends the work: all or none.
Told = Callable[[int, int], None]
_TELL_EVERY = 20


@dataclass(frozen=True)
class Gone:
    """Something an earlier edition had and this one has not; it stays in the binder."""

    noun: str
    key: str
    name: str
    row_id: int


@dataclass(frozen=True)
class Preview:
    """What taking in would do. ``source`` is None the first time."""

    source: Source | None
    proposals: tuple[Proposal, ...]
    gone: tuple[Gone, ...]

    def writes(self, decisions: Decisions) -> bool:
        """Whether anything new or changed comes in, with what was decided."""
        return any(writes(one, decisions.get((one.item.noun, one.item.key))) for one in self.proposals)

    def of(self, verdict: Verdict) -> list[Proposal]:
        """The proposals with one verdict. A doubtful one is neither new nor changed until a person has decided."""
        return [
            proposal
            for proposal in self.proposals
            if proposal.verdict is verdict and (verdict in ASKED or not proposal.asks)
        ]


@dataclass(frozen=True)
class Edition:
    """Which edition of which source is taken in."""

    kind: str
    key: str
    title: str
    number: int
    day: date


def look(binder: Binder, source: Source | None, items: Sequence[Item]) -> Preview:
    """What taking these items in would do; nothing is written."""
    number = source.id if source is not None else 0
    origins = sources.origins(binder, number)
    nouns = {item.noun for item in items} | {noun for noun, _ in origins}
    here = {(item.noun, item.key) for item in items}
    known = {noun: pack_rows.known_of(binder, noun, number, here) for noun in nouns}
    names = gone(items, {name: sources.ground_of(origin) for name, origin in origins.items() if not origin.gone})
    missing = []
    for noun, key in names:
        origin = origins[noun, key]
        if origin.row_id in known[noun].rows:
            table = known[noun].rows[origin.row_id]
            missing.append(Gone(noun, key, _name(table), origin.row_id))
    return Preview(source, tuple(propose(items, known)), tuple(missing))


def still_so(binder: Binder, source: Source | None, preview: Preview) -> bool:
    """Whether the binder is as it was when the preview was made: what was written since must not be lost."""
    return look(binder, source, [proposal.item for proposal in preview.proposals]) == preview


def carry_out(
    binder: Binder,
    edition: Edition,
    preview: Preview,
    decisions: Decisions,
    content: Content = lambda file: None,
    told: Told = lambda done, of: None,
) -> list[tuple[str, int]]:
    """Does what the preview says, inside ``atomic``. What must be asked and was not decided stays as it is.

    ``content`` gives the bytes, kind and words of a file that belongs to a resource, or None when there is none.
    Returns noun and id of each new row.
    """
    number = sources.note(binder, edition.kind, edition.key, edition.title, edition.number, edition.day)
    known, made = sources.origins(binder, number), []
    for place, proposal in enumerate(preview.proposals):
        if place % _TELL_EVERY == 0:
            told(place, len(preview.proposals))
        item = proposal.item
        decision = decisions.get((item.noun, item.key))
        row_id = _row(binder, proposal, decision)
        if row_id is None:
            continue
        base = item.base(proposal.row_id if proposal.asks and decision is Decision.BOTH else proposal.beside)
        origin = known.get((item.noun, item.key))
        if origin is not None:  # what this edition does not speak of is as the last one said
            base = {name: origin.base[name] for name in field_names(item.noun) if name in origin.base} | base
        if origin is None:
            sources.add_origin(binder, number, item.noun, item.key, row_id, base, item.extra)
        else:
            sources.change_origin(binder, origin, row_id, base, item.extra)
        if row_id != proposal.row_id:
            made.append((item.noun, row_id))
        if item.noun == "resources":
            _attach(binder, row_id, proposal, edition.day, content)
    for missing in preview.gone:
        sources.set_gone(binder, known[missing.noun, missing.key], edition.day)
    told(len(preview.proposals), len(preview.proposals))
    return made


def _row(binder: Binder, proposal: Proposal, decision: Decision | None) -> int | None:
    """Writes the row of one proposal and returns its id; None when a person has still to decide."""
    item, verdict, rows = proposal.item, proposal.verdict, pack_rows.ROWS[proposal.item.noun]
    if proposal.asks and decision is None:
        return None
    if verdict in (Verdict.NEW, Verdict.REMOVED):
        return None if proposal.asks and decision is Decision.MINE else rows.add(binder, item)
    if proposal.asks and decision is Decision.BOTH:
        # The row that stays beside the new one is the champion's own from now on: a name means one row.
        if item.row_key and pack_rows.key_of(binder, item.noun, proposal.row_id) == item.row_key:
            binder.change(item.noun, proposal.row_id, {"key": ""})
        return rows.add(binder, item)
    values = values_to_keep(proposal, decision)
    if values is not None and proposal.merge is not None:
        pack_rows.change_row(binder, item.noun, proposal.row_id, proposal.merge.mine, values)
    named = verdict is Verdict.LOOK_ALIKE and decision is Decision.THEIRS and item.row_key
    # A row that has a name keeps it: leaflets ask for it by that.
    if named and not pack_rows.key_of(binder, item.noun, proposal.row_id):
        binder.change(item.noun, proposal.row_id, {"key": item.row_key})
    return proposal.row_id


def _attach(binder: Binder, resource: int, proposal: Proposal, day: date, content: Content) -> None:
    """Attaches the files that are new, in place of those they renew. A row made just now gets all of its files."""
    files = proposal.files if resource == proposal.row_id else proposal.item.files
    if not files:
        return
    here = {(known.name, known.sha256): known.id for known in attachments.of_resource(binder, resource)}
    for file in files:
        found = content(file) if (file.name, file.sha256) not in here else None
        if found is not None:
            number = attachments.keep_file(binder, *found)
            attachments.add(binder, number, file.name, day, resource=resource, note=file.note)
    for name in proposal.outdated:
        if name in here and resource == proposal.row_id:
            attachments.remove(binder, here[name])


def _name(table: Mapping[str, object]) -> str:
    return str(table.get("title") or table.get("name") or table.get("use") or table.get("text") or "")
