"""Lists of services or resources from somebody else: read, looked at beside the binder, taken in, reported."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from champion_app.domain import clock
from champion_app.domain import listings as listing_words
from champion_app.domain import resources as resource_words
from champion_app.domain.imports import Outcome, Reading, Record, counts
from champion_app.domain.item_tables import to_table
from champion_app.domain.list_reading import Mapping, mapping_from_table, read_resources, read_services
from champion_app.domain.listings import ListingFields, plain_name
from champion_app.domain.packs import item_name
from champion_app.domain.resources import ResourceFields
from champion_app.domain.taking_in import Item, Proposal, Verdict
from champion_app.exchange.lists import read_list
from champion_app.exchange.open_referral_in import is_open_referral, read_open_referral
from champion_app.faults import ListRefused
from champion_app.store import sources
from champion_app.store.binder import Binder
from champion_app.store.sources import Source
from champion_app.tasks import taking_in
from champion_app.tasks.taking_in import Decisions, Edition, Preview, Told

READERS = {"listings": read_services, "resources": read_resources}
_NAMES = {"listings": "name", "resources": "title"}
_FIELD_WORDS = {"listings": listing_words.FIELD_WORDS, "resources": resource_words.FIELD_WORDS}
# When so many of a list's keys are known from another one, it is the next edition of that.
_SAME_LIST = 0.5


@dataclass(frozen=True)
class Line:
    """One record of the file beside what the binder holds. ``proposal`` is None when there is nothing to take in."""

    record: Record
    outcome: Outcome
    reasons: tuple[str, ...]
    proposal: Proposal | None = None


@dataclass(frozen=True)
class ListPreview:
    """What taking a list in would do; nothing has been written."""

    noun: str
    title: str
    reading: Reading
    lines: tuple[Line, ...]
    preview: Preview

    @property
    def counts(self) -> dict[str, int]:
        """How many records end how; the sum is the number of records."""
        return counts([line.outcome for line in self.lines])

    def number_of(self, verdict: Verdict) -> int:
        """How many items are new, changed, the same..."""
        return len(self.preview.of(verdict))


def read(path: Path, noun: str, mapping: Mapping | None = None, encoding: str = "", separator: str = "") -> Reading:
    """Reads a list of "listings" or "resources"; slow for a long one, and needs no binder. Raises ListRefused.

    Open Referral (JSON, a zip or a folder of tables) is known by its content; everything else is a table.
    """
    if noun == "listings" and mapping is None and is_open_referral(path):
        return read_open_referral(path)
    return READERS[noun](read_list(path, encoding=encoding, separator=separator), mapping)


def read_mapping(path: Path) -> Mapping:
    """A file that says which column is which. Raises ListRefused."""
    way_out = 'Write it like this: [columns] and below it "Heading in the list" = "name".'
    try:
        return mapping_from_table(tomllib.loads(path.read_text(encoding="utf-8")))
    except OSError:
        raise ListRefused(name=path.name, reason="it could not be read", way_out=way_out) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError):
        raise ListRefused(name=path.name, reason="it is not TOML", way_out=way_out) from None


def look(binder: Binder, reading: Reading, noun: str, title: str) -> ListPreview:
    """A list that was read, beside what the binder holds."""
    items = list(_items(reading, noun))
    source = _earlier_edition(binder, noun, [item for _, item in items])
    preview = taking_in.look(binder, source, [item for _, item in items])
    by_record = {id(record): one for (record, _), one in zip(items, preview.proposals, strict=True)}
    lines = tuple(_line(record, by_record.get(id(record)), noun) for record in reading.records)
    return ListPreview(noun, title, reading, lines, preview)


def take_in(
    binder: Binder, previewed: ListPreview, decisions: Decisions, told: Told = lambda done, of: None
) -> list[int]:
    """Takes a list in as previewed: all of it or none, one thing to undo. What was not decided stays as it is.

    Returns the ids of the new rows. Raises ListRefused when the binder has changed since the preview was made.
    """
    source = previewed.preview.source
    key = source.key if source is not None else f"list-{len(sources.every(binder, 'list')) + 1}"
    number = source.number + moves(previewed, decisions) if source is not None else 1
    edition = Edition("list", key, source.title if source is not None else previewed.title, number, clock.today())
    with binder.atomic("take_in_list"):
        if not taking_in.still_so(binder, sources.find(binder, "list", key), previewed.preview):
            reason, way_out = "your binder has changed since you looked at it", "Look at it once more, then take it in."
            raise ListRefused(name=previewed.title, reason=reason, way_out=way_out)
        if source is None and not _anything(previewed, decisions):
            return []  # a list of which nothing was taken has no next edition
        made = taking_in.carry_out(binder, edition, previewed.preview, decisions, told=told)
    return [row_id for _, row_id in made]


def _anything(previewed: ListPreview, decisions: Decisions) -> bool:
    return previewed.preview.writes(decisions) or any(not one.asks for one in previewed.preview.proposals)


def moves(previewed: ListPreview, decisions: Decisions) -> bool:
    """Whether taking it in would change anything."""
    return previewed.preview.writes(decisions) or bool(previewed.preview.gone)


def report(previewed: ListPreview, *, applied: bool) -> dict[str, Any]:
    """What became of each record, as plain data: the counts add up to the number of records."""
    reading = previewed.reading
    return {
        "counts": previewed.counts,
        "records": [
            {
                **line.record.place.table(),
                "name": line.record.name,
                "outcome": line.outcome.value,
                "reasons": list(line.reasons),
            }
            for line in previewed.lines
        ],
        "applied": applied,
        "new": previewed.number_of(Verdict.NEW),
        "changed": previewed.number_of(Verdict.CHANGED),
        "unchanged": previewed.number_of(Verdict.SAME),
        "gone": [missing.name for missing in previewed.preview.gone],
        "columns": {column.heading: column.field for column in reading.columns if column.field},
        "left_out": [
            {"column": column.heading, "why": column.why_not} for column in reading.columns if not column.field
        ],
        "notes": list(reading.notes),
    }


def _items(reading: Reading, noun: str) -> Iterator[tuple[Record, Item]]:
    out = (Outcome.REFUSED, Outcome.DUPLICATE, Outcome.IGNORED)
    records = [(one, one.fields) for one in reading.records if one.fields is not None and one.outcome not in out]
    shared = Counter(record.key or record.name for record, _ in records)
    columns = {column.field for column in reading.columns if column.field}
    spoken_of = columns | {"note"}  # odd values of any column end in the note
    used: dict[str, int] = {}
    for record, fields in records:
        base = record.key or record.name
        if shared[base] > 1:  # told apart by where they are and their number, not by their place in the list
            base = " | ".join(part for part in (base, *_told_apart(fields)) if part)
        used[base] = used.get(base, 0) + 1
        key = base if used[base] == 1 else f"{base} ({used[base]})"
        # A column that the list does not have says nothing: it is not the same as an empty cell.
        table = {name: value for name, value in to_table(fields).items() if value or not columns or name in spoken_of}
        yield record, Item(noun, key, item_name(fields), fields, table, doubtful=record.outcome is Outcome.ASK)


def _told_apart(fields: ListingFields | ResourceFields) -> tuple[str, ...]:
    if isinstance(fields, ListingFields):
        return plain_name(fields.area), plain_name(fields.organisation), plain_name(fields.address)
    return plain_name(fields.author), fields.link


def _earlier_edition(binder: Binder, noun: str, items: list[Item]) -> Source | None:
    """The list this one is the next edition of: the one that knows most of its keys, and at least half of either.

    Numbers such as 1, 2, 3 stand in every other list, so that half of the names must be the same as well.
    """
    best: tuple[float, Source] | None = None
    here = {item.key: plain_name(item.name) for item in items}
    for source in sources.every(binder, "list"):
        there = sources.keys(binder, source.id, noun)
        both = here.keys() & there
        share = len(both) / max(min(len(here), len(there)), 1)
        if share < _SAME_LIST or (best is not None and share <= best[0]):
            continue
        origins = sources.origins(binder, source.id)
        names = {key: plain_name(str(origins[noun, key].base.get(_NAMES[noun], ""))) for key in both}
        if sum(names[key] == here[key] for key in both) >= _SAME_LIST * len(both):
            best = share, source
    return best[1] if best is not None else None


def _line(record: Record, proposal: Proposal | None, noun: str) -> Line:
    if proposal is None:
        return Line(record, record.outcome, record.reasons)
    verdict, reasons = proposal.verdict, record.reasons
    if verdict is Verdict.SAME:
        kept = proposal.merge.kept if proposal.merge is not None else ()
        own = f" Your own words stay: {_names(noun, kept)}." if kept else ""
        return Line(record, Outcome.DUPLICATE, (f"It is in your binder already, unchanged.{own}",), proposal)
    if verdict is Verdict.CHANGED and proposal.merge is not None:
        changed = f"Changed since it was last taken in: {_names(noun, proposal.merge.taken)}."
        return Line(record, record.outcome, (*reasons, changed), proposal)
    if verdict is Verdict.CLASH and proposal.merge is not None:
        both = _names(noun, proposal.merge.clashes)
        clash = f"You have changed this yourselves, and the list has changed it too: {both}."
        waits = _names(noun, proposal.merge.taken)
        also = (f"Until you decide, what else is new waits as well: {waits}.",) if waits else ()
        return Line(record, Outcome.ASK, (*reasons, clash, *also), proposal)
    if verdict is Verdict.LOOK_ALIKE:
        alike = "Something in your binder has the same name or number. Is it the same?"
        return Line(record, Outcome.ASK, (*reasons, alike), proposal)
    if verdict is Verdict.REMOVED:
        return Line(record, Outcome.ASK, (*reasons, "You took it out of your binder. Should it come back?"), proposal)
    return Line(record, record.outcome, reasons, proposal)


def _names(noun: str, fields: tuple[str, ...]) -> str:
    words = _FIELD_WORDS[noun]
    return ", ".join(words.get(name, name).lower() for name in fields)
