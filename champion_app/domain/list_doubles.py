"""Records of one list that may be the same: twice the same, or alike enough for a person to look."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from dataclasses import fields as fields_of

from champion_app.domain.imports import Outcome, Place, Record
from champion_app.domain.list_words import folded
from champion_app.domain.listings import ListingFields, Phone, dialled
from champion_app.domain.resources import ResourceFields

# From this many on, one name (at different places) or one number is plainly shared: a chain of groups, a switchboard.
_CROWD = 4
_LIST_SAYS = "The list says "


@dataclass
class Draft:
    """A row as read on its own. ``spot`` is its postcode or town, ``list_key`` what the list itself calls it."""

    place: Place
    name: str
    outcome: Outcome
    reasons: list[str] = field(default_factory=list)
    fields: ListingFields | ResourceFields | None = None
    list_key: str = ""
    spot: str = ""
    plain: str = ""
    double_of: Draft | None = None
    key: str = ""

    @property
    def usable(self) -> bool:
        """Whether it may be taken in."""
        return self.fields is not None and self.double_of is None


def settled(drafts: Sequence[Draft], noun: str) -> tuple[Record, ...]:
    """The records of a file in its order, with doubles found and keys given."""
    kept = [draft for draft in drafts if draft.fields is not None]
    for draft in kept:
        draft.plain = folded(draft.name) or draft.name
    _find_doubles(kept, noun)
    _find_look_alikes([draft for draft in kept if draft.usable], noun)
    _give_keys(kept)
    return tuple(
        Record(draft.place, draft.name, draft.outcome, tuple(dict.fromkeys(draft.reasons)), draft.fields, draft.key)
        for draft in drafts
    )


def in_words(place: Place) -> str:
    """Where a record stands: "line 12", or "row 12 of “Services”"."""
    return f"row {place.line} of “{place.sheet}”" if place.sheet else f"line {place.line}"


def _find_doubles(kept: list[Draft], noun: str) -> None:
    """A later row of the same name that says nothing else is a duplicate."""
    seen: dict[str, list[tuple[Draft, dict[str, frozenset[str]]]]] = {}
    counts = Counter(draft.plain for draft in kept)
    for draft in kept:
        if counts[draft.plain] < 2:
            continue
        content = _content(draft.fields)
        earlier = seen.setdefault(draft.plain, [])
        first = next(
            (one for one, known in earlier if all(words <= known[name] for name, words in content.items())), None
        )
        if first is None:
            earlier.append((draft, content))
        else:
            draft.double_of, draft.outcome = first, Outcome.DUPLICATE
            draft.reasons.insert(0, f"The same {noun} stands on {in_words(first.place)} already.")


def _content(fields: ListingFields | ResourceFields | None) -> dict[str, frozenset[str]]:
    """What a record says, field by field, so that spelling, spaces and the order of numbers do not matter."""
    content = {}
    for one in fields_of(fields) if fields is not None else ():
        value = getattr(fields, one.name)
        if one.name == "phones":
            content[one.name] = frozenset(dialled(phone.number) for phone in value)
        elif one.name in ("website", "link"):
            content[one.name] = frozenset({value.casefold().split("://")[-1].removeprefix("www.").rstrip("/")} - {""})
        elif one.name == "note":
            content[one.name] = frozenset(
                folded(line) for line in value.split("\n") if line and not line.startswith(_LIST_SAYS)
            )
        elif isinstance(value, tuple):
            content[one.name] = frozenset(folded(str(item)) for item in value)
        else:
            content[one.name] = frozenset({folded(str(value))} - {""})
    return content


def _find_look_alikes(drafts: list[Draft], noun: str) -> None:
    names: dict[str, list[Draft]] = {}
    keys: dict[str, list[Draft]] = {}
    numbers: dict[str, list[Draft]] = {}
    for draft in drafts:
        names.setdefault(draft.plain, []).append(draft)
        if draft.list_key:
            keys.setdefault(draft.list_key, []).append(draft)
        for number in {dialled(phone.number) for phone in _phones(draft)} - {""}:
            numbers.setdefault(number, []).append(draft)
    for group in names.values():
        _same_name(group, noun)
    for key, group in keys.items():
        for draft in group[1:]:
            _ask(draft, f"The list calls it “{key[:40]}”, and also “{group[0].name}” ({in_words(group[0].place)}).")
    for group in numbers.values():
        _same_number(group)


def _same_name(group: list[Draft], noun: str) -> None:
    if len(group) < 2:
        return
    spots = {(draft.spot, getattr(draft.fields, "organisation", "")) for draft in group}
    if len(group) >= _CROWD and len(spots) == len(group):
        for draft in group:
            _warn(draft, f"{len(group)} rows have this name, each at another place or of another organisation.")
        return
    for draft in group[1:]:
        _ask(draft, f"The same name stands on {in_words(group[0].place)} with other details: is it one {noun} or two?")


def _same_number(group: list[Draft]) -> None:
    if len({draft.plain for draft in group}) < 2:
        return
    if len({draft.plain for draft in group}) >= _CROWD:
        for draft in group:
            _warn(draft, f"{len(group)} rows have its telephone number: it may be a switchboard.")
        return
    for draft in group[1:]:
        if draft.plain != group[0].plain:
            other = f"“{group[0].name}” ({in_words(group[0].place)})"
            _ask(draft, f"{other} has the same telephone number: is it the same service?")


def _phones(draft: Draft) -> tuple[Phone, ...]:
    return draft.fields.phones if isinstance(draft.fields, ListingFields) else ()


def _ask(draft: Draft, reason: str) -> None:
    draft.outcome = Outcome.ASK
    draft.reasons.insert(0, reason)


def _warn(draft: Draft, reason: str) -> None:
    if draft.outcome is Outcome.TAKEN:
        draft.outcome = Outcome.WARNED
    draft.reasons.append(reason)


def _give_keys(kept: list[Draft]) -> None:
    """The list's own key where it is unique in the file, else name, organisation and place, numbered when needed."""
    own = Counter(draft.list_key for draft in kept if draft.usable)
    given: Counter[str] = Counter()
    for draft in kept:
        if draft.double_of is not None:
            draft.key = draft.double_of.key
            continue
        key = draft.list_key if draft.list_key and own[draft.list_key] == 1 else _made_key(draft)
        given[key] += 1
        draft.key = key if given[key] == 1 else f"{key} ({given[key]})"


def _made_key(draft: Draft) -> str:
    owner = (
        draft.fields.organisation if isinstance(draft.fields, ListingFields) else getattr(draft.fields, "author", "")
    )
    return " | ".join(part for part in (draft.plain, folded(owner), folded(draft.spot)) if part)
