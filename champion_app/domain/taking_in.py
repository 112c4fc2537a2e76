"""What taking in an edition of a list or a pack would do to each row, and what a person may decide."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from champion_app.domain.listings import ListingFields, dialled, plain_name
from champion_app.domain.merging import Merge, merge
from champion_app.domain.packs import ItemFields, PackFile
from champion_app.domain.resources import ResourceFields


class Verdict(StrEnum):
    """What an item is, beside what the binder holds."""

    NEW = "new"
    CHANGED = "changed"  # the source moved, nobody here had
    SAME = "same"
    CLASH = "clash"  # both moved: a person decides
    LOOK_ALIKE = "look_alike"  # a row of our own has the same name, number or address: a person decides
    REMOVED = "removed"  # taken out here: it stays out unless a person wants it back


class Decision(StrEnum):
    """What a person may want."""

    MINE = "mine"
    THEIRS = "theirs"
    BOTH = "both"


ASKED = frozenset({Verdict.CLASH, Verdict.LOOK_ALIKE, Verdict.REMOVED})


@dataclass(frozen=True)
class Item:
    """One thing of a list or a pack, under the name it keeps in every edition.

    ``row_key`` is what the row itself is called: the same in every pack and in the starter content, so that a template
    can ask for it. Empty for a list, whose numbering means nothing outside it.
    """

    noun: str
    key: str
    name: str
    fields: ItemFields
    table: Mapping[str, Any]
    files: tuple[PackFile, ...] = ()
    row_key: str = ""
    sheet: str = ""
    doubtful: bool = False  # the file itself leaves it open what is right
    extra: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Ground:
    """What a source said of a row last time. ``row_id`` 0: the binder never had it."""

    row_id: int
    base: Mapping[str, Any]


@dataclass(frozen=True)
class Known:
    """What the binder holds of one noun: each row's fields, rows by key, and what this source said last time."""

    rows: Mapping[int, Mapping[str, Any]]
    by_key: Mapping[str, int]
    grounds: Mapping[str, Ground]
    look_alikes: LookAlikes = field(default_factory=lambda: LookAlikes())


@dataclass(frozen=True)
class Proposal:
    """What would become of one item. ``row_id`` is the row it is about, 0 for a new one."""

    item: Item
    verdict: Verdict
    row_id: int = 0
    merge: Merge | None = None

    @property
    def asks(self) -> bool:
        """Whether nothing is done until a person has decided."""
        return self.verdict in ASKED or (self.item.doubtful and self.verdict is not Verdict.SAME)


@dataclass
class LookAlikes:
    """Rows by their folded names, numbers and addresses."""

    signs: dict[str, int] = field(default_factory=dict)

    def add(self, row_id: int, fields: ItemFields) -> None:
        """Remembers a row; the first one with a sign keeps it."""
        for sign in _signs(fields):
            self.signs.setdefault(sign, row_id)

    def find(self, fields: ItemFields) -> int:
        """A row that shares a sign with these fields, or 0."""
        return next((self.signs[sign] for sign in _signs(fields) if sign in self.signs), 0)


def _signs(fields: ItemFields) -> Iterable[str]:
    if isinstance(fields, ListingFields):
        yield f"name {plain_name(fields.name)}"
        yield from (f"phone {digits}" for phone in fields.phones if (digits := dialled(phone.number)))
    if isinstance(fields, ResourceFields):
        # Many books share a front page, so that an address alone says little.
        yield f"title {plain_name(fields.title)}"


def propose(items: Iterable[Item], known: Mapping[str, Known]) -> list[Proposal]:
    """One proposal for each item, in their order."""
    return [_propose(item, known[item.noun]) for item in items]


def _propose(item: Item, known: Known) -> Proposal:
    ground = known.grounds.get(item.key)
    row_id = ground.row_id if ground is not None else known.by_key.get(item.row_key, 0)
    if ground is not None and row_id not in known.rows:
        return Proposal(item, Verdict.REMOVED)
    if row_id in known.rows:
        merged = merge(ground.base if ground is not None else None, known.rows[row_id], item.table)
        if merged.clashes:
            return Proposal(item, Verdict.CLASH, row_id, merged)
        return Proposal(item, Verdict.CHANGED if merged.taken else Verdict.SAME, row_id, merged)
    alike = known.look_alikes.find(item.fields)
    if alike:
        merged = merge(None, known.rows[alike], item.table)
        same = not merged.clashes and not merged.taken
        return Proposal(item, Verdict.SAME if same else Verdict.LOOK_ALIKE, alike, merged)
    return Proposal(item, Verdict.NEW)


def gone(items: Iterable[Item], grounds: Mapping[tuple[str, str], Ground]) -> list[tuple[str, str]]:
    """Noun and key of what an earlier edition had and this one has not. Nothing is ever deleted for that."""
    here = {(item.noun, item.key) for item in items}
    return [name for name in grounds if name not in here]


def values_to_keep(proposal: Proposal, decision: Decision | None) -> Mapping[str, Any] | None:
    """The fields a row gets, or None when it stays as it is."""
    merged = proposal.merge
    if merged is None:
        return None
    if proposal.verdict is Verdict.CHANGED:
        return merged.values
    if proposal.verdict is Verdict.CLASH and decision is Decision.MINE:
        return merged.values if merged.taken else None
    if proposal.verdict in ASKED and decision is Decision.THEIRS:
        table = proposal.item.table
        return {**merged.values, **{name: table[name] for name in merged.clashes}}
    return None
