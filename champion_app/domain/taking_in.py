"""What taking in an edition of a list or a pack would do to each row, and what a person may decide."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
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
# Kept beside the fields of a row, whose names no field of any noun has.
_FILES, _BESIDE = "files", "kept beside"
FileName = tuple[str, str]  # what a file is called, and the SHA-256 of what is in it


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

    def base(self, beside: int = 0) -> dict[str, Any]:
        """What is kept of it as the common ground for the next edition.

        ``beside`` is a row of our own that was kept beside it: nobody is asked again whether the two are the same.
        """
        files = {_FILES: [[file.name, file.sha256] for file in self.files]} if self.files else {}
        return {**self.table, **files, **({_BESIDE: beside} if beside else {})}


@dataclass(frozen=True)
class Ground:
    """What a source said of a row last time. ``row_id`` 0: the binder never had it."""

    row_id: int
    base: Mapping[str, Any]

    @property
    def files(self) -> list[FileName]:
        """The files that the source gave with the row."""
        return [(name, sha256) for name, sha256 in self.base.get(_FILES, [])]

    @property
    def beside(self) -> int:
        """The row of our own that was kept beside this one, or 0."""
        return int(self.base.get(_BESIDE, 0))


@dataclass(frozen=True)
class Known:
    """What the binder holds of one noun: each row's fields, rows by key, and what this source said last time.

    ``elsewhere`` is what other sources last said of a row: words that nobody here wrote.
    """

    rows: Mapping[int, Mapping[str, Any]]
    by_key: Mapping[str, int]
    grounds: Mapping[str, Ground]
    look_alikes: LookAlikes = field(default_factory=lambda: LookAlikes())
    elsewhere: Mapping[int, Mapping[str, Any]] = field(default_factory=dict)


@dataclass(frozen=True)
class Proposal:
    """What would become of one item. ``row_id`` is the row it is about, 0 for a new one.

    ``files`` are those the source has not given before: what the champion took away is not attached again.
    ``outdated`` are files of the same names that it gave before and gives no more. ``beside`` is a row of our own that
    was kept beside this one in an earlier edition.
    """

    item: Item
    verdict: Verdict
    row_id: int = 0
    merge: Merge | None = None
    files: tuple[PackFile, ...] = ()
    outdated: tuple[FileName, ...] = ()
    beside: int = 0

    @property
    def asks(self) -> bool:
        """Whether nothing is done until a person has decided."""
        return self.verdict in ASKED or (self.item.doubtful and self.verdict is not Verdict.SAME)


@dataclass
class LookAlikes:
    """Rows by their folded names, and by their numbers."""

    names: dict[str, list[int]] = field(default_factory=dict)
    numbers: dict[str, list[int]] = field(default_factory=dict)

    def add(self, row_id: int, fields: ItemFields) -> None:
        """Remembers a row."""
        for signs, found in zip((self.names, self.numbers), _signs(fields), strict=True):
            for sign in found:
                signs.setdefault(sign, []).append(row_id)


def _signs(fields: ItemFields) -> tuple[list[str], list[str]]:
    """By which names, and by which numbers, something would be known again."""
    if isinstance(fields, ListingFields):
        return [plain_name(fields.name)], [digits for phone in fields.phones if (digits := dialled(phone.number))]
    if isinstance(fields, ResourceFields):
        # Many books share a front page, so that an address alone says little.
        return [plain_name(fields.title)], []
    return [], []


def propose(items: Iterable[Item], known: Mapping[str, Known]) -> list[Proposal]:
    """One proposal for each item, in their order."""
    items = list(items)
    rows = [_row_of(item, known[item.noun]) for item in items]
    alike = _look_alikes(items, rows, known)
    return [_propose(item, rows[at], alike.get(at, 0), known[item.noun]) for at, item in enumerate(items)]


def _row_of(item: Item, known: Known) -> int:
    """The row that an item is about: the one this source meant by its key, else the one called by it, else 0."""
    ground = known.grounds.get(item.key)
    if ground is not None and ground.row_id in known.rows:
        return ground.row_id
    row_id = known.by_key.get(item.row_key, 0)
    return row_id if row_id in known.rows else 0


def _look_alikes(items: Sequence[Item], rows: Sequence[int], known: Mapping[str, Known]) -> dict[int, int]:
    """For places in ``items`` without a row: a row of our own that it may be. No row is meant twice.

    A name says more than a number, which may be a switchboard: all names are looked at first.
    """
    found: dict[int, int] = {}
    meant = {(item.noun, row_id) for item, row_id in zip(items, rows, strict=True) if row_id}
    unknown = [at for at, item in enumerate(items) if not rows[at] and item.key not in known[item.noun].grounds]
    for by_number in (False, True):
        for at in unknown:
            item, alike = items[at], known[items[at].noun].look_alikes
            signs = alike.numbers if by_number else alike.names
            like = (row_id for sign in _signs(item.fields)[by_number] for row_id in signs.get(sign, ()))
            row_id = next((one for one in like if (item.noun, one) not in meant), 0) if at not in found else 0
            if row_id:
                found[at] = row_id
                meant.add((item.noun, row_id))
    return found


def _propose(item: Item, row_id: int, alike: int, known: Known) -> Proposal:
    ground = known.grounds.get(item.key)
    before = ground.files if ground is not None else []
    now = [(file.name, file.sha256) for file in item.files]
    files = tuple(file for file, name in zip(item.files, now, strict=True) if name not in before)
    if row_id:
        merged = merge(
            ground.base if ground is not None else None, known.rows[row_id], item.table, known.elsewhere.get(row_id)
        )
        changed = merged.taken or files
        verdict = Verdict.CLASH if merged.clashes else Verdict.CHANGED if changed else Verdict.SAME
        renewed = {file.name for file in files}
        outdated = tuple(name for name in before if name not in now and name[0] in renewed)
        return Proposal(item, verdict, row_id, merged, files, outdated, ground.beside if ground is not None else 0)
    if ground is not None:
        return Proposal(item, Verdict.REMOVED, files=item.files, beside=ground.beside)
    if alike:
        merged = merge(None, known.rows[alike], item.table)
        same = not merged.clashes and not merged.taken and not files
        return Proposal(item, Verdict.SAME if same else Verdict.LOOK_ALIKE, alike, merged, files)
    return Proposal(item, Verdict.NEW, files=item.files)


def gone(items: Iterable[Item], grounds: Mapping[tuple[str, str], Ground]) -> list[tuple[str, str]]:
    """Noun and key of what an earlier edition had and this one has not. Nothing is ever deleted for that."""
    here = {(item.noun, item.key) for item in items}
    return [name for name in grounds if name not in here]


def writes(proposal: Proposal, decision: Decision | None) -> bool:
    """Whether a proposal does anything at all with what was decided about it."""
    if not proposal.asks:
        return proposal.verdict is not Verdict.SAME
    left_out = decision is Decision.MINE and proposal.verdict in (Verdict.NEW, Verdict.REMOVED)
    return decision is not None and not left_out


def values_to_keep(proposal: Proposal, decision: Decision | None) -> Mapping[str, Any] | None:
    """The fields a row gets, or None when it stays as it is."""
    merged = proposal.merge
    if merged is None:
        return None
    if proposal.verdict is Verdict.CHANGED:
        return None if decision is Decision.MINE else merged.values
    if proposal.verdict is Verdict.CLASH and decision is Decision.MINE:
        return merged.values if merged.taken else None
    if proposal.verdict in ASKED and decision is Decision.THEIRS:
        table = proposal.item.table
        return {**merged.values, **{name: table[name] for name in merged.clashes}}
    return None
