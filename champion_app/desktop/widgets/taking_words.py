"""What is said of a line that is taken in: its fields as people read them, and what becomes of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from champion_app.desktop.widgets.listing_words import StateWords
from champion_app.desktop.words import tr
from champion_app.domain import listings as listing_words
from champion_app.domain import resources as resource_words
from champion_app.domain.listings import PRINT_RULE_WORDS, ListingStatus
from champion_app.domain.taking_in import Decision, Proposal, Verdict

_FIELDS = {
    "listings": {**listing_words.FIELD_WORDS, "status": "Whether it still runs"},
    "resources": resource_words.FIELD_WORDS,
}
_STATUS_WORDS = {ListingStatus.ACTIVE: "It runs", ListingStatus.CLOSED: "Closed"}
# As much of a text as stands in a table or a card; nobody compares more than that by eye.
LONGEST_SHOWN = 400
# What "Keep mine" and "Take theirs" mean depends on what there is to keep.
_ADDS = (Verdict.NEW, Verdict.REMOVED)


def field_words(noun: str, name: str) -> str:
    """What a field is called on screen."""
    return tr(_FIELDS[noun].get(name, name))


def value_words(name: str, value: Any, longest: int = LONGEST_SHOWN) -> str:
    """A field's value in words, cut when it is very long; nothing for an empty one."""
    if name == "phones":
        words = ", ".join(_phone(one) for one in value or ())
    elif name == "print_rule":
        words = tr(PRINT_RULE_WORDS.get(value, str(value or "")))
    elif name == "status" and value in list(ListingStatus):
        words = tr(_STATUS_WORDS[ListingStatus(value)])
    elif isinstance(value, list | tuple):
        words = ", ".join(str(one) for one in value)
    else:
        words = "" if value is None else str(value)
    return cut(words, longest)


def cut(words: str, longest: int = LONGEST_SHOWN) -> str:
    """Words that fit; of a longer text its beginning and how long it is."""
    if len(words) <= longest:
        return words
    return tr("{words}… ({n} letters)", words=words[:longest].rstrip(), n=f"{len(words):,}")


def told_fields(noun: str, table: Mapping[str, Any], longest: int = LONGEST_SHOWN) -> list[tuple[str, str]]:
    """Name and value of every field that says something, but for what a thing is called and what is always so."""
    usual = {"print_rule": "yes", "status": ListingStatus.ACTIVE.value}
    return [
        (field_words(noun, name), words)
        for name in _FIELDS[noun]
        if name not in ("name", "title") and table.get(name) != usual.get(name, "")
        and (words := value_words(name, table.get(name), longest))
    ]  # fmt: skip


def compared(noun: str, proposal: Proposal, names: Sequence[str]) -> list[tuple[str, str, str]]:
    """Field, yours and theirs for some of the fields of a proposal."""
    mine = proposal.merge.mine if proposal.merge is not None else {}
    nothing = tr("(nothing)")
    return [
        (field_words(noun, name), value_words(name, mine.get(name)) or nothing,
         value_words(name, proposal.item.table.get(name)) or nothing)
        for name in names
    ]  # fmt: skip


def named(noun: str, names: Sequence[str]) -> str:
    """Several fields as a list in words."""
    return ", ".join(field_words(noun, name) for name in names)


def choice_words(verdict: Verdict) -> dict[Decision, tuple[str, str]]:
    """What a person can decide about a line, and what each choice does."""
    if verdict in _ADDS:
        first = tr("Bring it back") if verdict is Verdict.REMOVED else tr("Take it in")
        return {
            Decision.THEIRS: (first, tr("It comes into your binder as the list has it.")),
            Decision.MINE: (tr("Leave it out"), tr("Nothing comes in.")),
        }
    return {
        Decision.MINE: (tr("Keep mine"), tr("Your words stay as they are.")),
        Decision.THEIRS: (
            tr("Take theirs"),
            tr("Their words take the place of yours in these fields. What they leave empty stays yours."),
        ),
        Decision.BOTH: (tr("Keep both"), tr("Theirs comes in beside yours, as another one.")),
    }


def decided_state(verdict: Verdict, decision: Decision) -> StateWords:
    """A line that a person has decided about."""
    return StateWords(choice_words(verdict)[decision][0], "done", "accent")


def taken_words(new: int, changed: int) -> str:
    """What comes in, or came in: "40 new, 5 changed"."""
    parts = [tr("{number} new", number=f"{new:,}")] if new else []
    parts += [tr("{number} changed", number=f"{changed:,}")] if changed else []
    return ", ".join(parts)


def _phone(one: Any) -> str:
    number, about = one["number"], ", ".join(one[name] for name in ("label", "cost") if one.get(name))
    return f"{number} ({about})" if about else str(number)
