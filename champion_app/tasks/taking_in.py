"""Taking in an edition of a list, a pack or the starter content: looked at first, then all of it or none of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from champion_app.domain.attachments import Attachment
from champion_app.domain.packs import PackFile
from champion_app.domain.taking_in import Decision, Item, Proposal, Verdict, gone, propose, values_to_keep
from champion_app.store import attachments, sources
from champion_app.store.binder import Binder
from champion_app.store.sources import Source
from champion_app.tasks import pack_rows

Decisions = Mapping[tuple[str, str], Decision]


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

    def of(self, verdict: Verdict) -> list[Proposal]:
        """The proposals with one verdict."""
        return [proposal for proposal in self.proposals if proposal.verdict is verdict]


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
    known = {noun: pack_rows.known_of(binder, noun, number) for noun in nouns}
    names = gone(items, {name: sources.ground_of(origin) for name, origin in origins.items() if not origin.gone})
    missing = []
    for noun, key in names:
        origin = origins[noun, key]
        if origin.row_id in known[noun].rows:
            table = known[noun].rows[origin.row_id]
            missing.append(Gone(noun, key, _name(table), origin.row_id))
    return Preview(source, tuple(propose(items, known)), tuple(missing))


def carry_out(
    binder: Binder,
    edition: Edition,
    preview: Preview,
    decisions: Decisions,
    content: Callable[[PackFile], tuple[bytes, str, str] | None] = lambda file: None,
) -> None:
    """Does what the preview says, inside ``atomic``. What must be asked and was not decided stays as it is.

    ``content`` gives the bytes, kind and words of a file that belongs to a resource, or None when there is none.
    """
    number = sources.note(binder, edition.kind, edition.key, edition.title, edition.number, edition.day)
    known = sources.origins(binder, number)
    for proposal in preview.proposals:
        item = proposal.item
        decision = decisions.get((item.noun, item.key))
        row_id = _row(binder, proposal, decision)
        if row_id is None:
            continue
        origin = known.get((item.noun, item.key))
        if origin is None:
            sources.add_origin(binder, number, item.noun, item.key, row_id, item.table, item.extra)
        else:
            sources.change_origin(binder, origin, row_id, item.table, item.extra)
        if item.files and row_id:
            _attach(binder, row_id, item.files, edition.day, content)
    for missing in preview.gone:
        sources.set_gone(binder, known[missing.noun, missing.key], edition.day)


def _row(binder: Binder, proposal: Proposal, decision: Decision | None) -> int | None:
    """Writes the row of one proposal and returns its id; None when a person has still to decide."""
    item, verdict, rows = proposal.item, proposal.verdict, pack_rows.ROWS[proposal.item.noun]
    if proposal.asks and decision is None:
        return None
    if verdict in (Verdict.NEW, Verdict.REMOVED):
        return None if proposal.asks and decision is Decision.MINE else rows.add(binder, item)
    if decision is Decision.BOTH:
        # The row that stays beside the new one is the champion's own from now on.
        binder.change(item.noun, proposal.row_id, {"key": ""})
        return rows.add(binder, item)
    values = values_to_keep(proposal, decision)
    if values is not None and proposal.merge is not None:
        pack_rows.change_row(binder, item.noun, proposal.row_id, proposal.merge.mine, values)
    if item.row_key and verdict is Verdict.LOOK_ALIKE and decision is Decision.THEIRS:
        binder.change(item.noun, proposal.row_id, {"key": item.row_key})
    return proposal.row_id


def _attach(
    binder: Binder,
    resource: int,
    files: Sequence[PackFile],
    day: date,
    content: Callable[[PackFile], tuple[bytes, str, str] | None],
) -> None:
    here = {_same_file(known) for known in attachments.of_resource(binder, resource)}
    for file in files:
        if (file.name, file.sha256) in here:
            continue
        found = content(file)
        if found is not None:
            number = attachments.keep_file(binder, *found)
            attachments.add(binder, number, file.name, day, resource=resource, note=file.note)


def _same_file(known: Attachment) -> tuple[str, str]:
    return known.name, known.sha256


def _name(table: Mapping[str, object]) -> str:
    return str(table.get("title") or table.get("name") or table.get("use") or table.get("text") or "")
