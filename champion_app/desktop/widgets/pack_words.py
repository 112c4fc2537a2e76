"""The words of a pack's items: what each field is called, and what stands in it, as a person reads it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from champion_app.desktop.words import tr
from champion_app.domain import listings, prisons, resources
from champion_app.domain.dates import british
from champion_app.domain.merging import Merge
from champion_app.domain.packs import NOUN_WORDS

_WORDS: dict[str, dict[str, str]] = {
    "resources": resources.FIELD_WORDS,
    "listings": listings.FIELD_WORDS,
    "prisons": prisons.FIELD_WORDS,
    "figures": {
        "text": "The sentence",
        "source": "Where it comes from",
        "year": "Year",
        "value": "The number",
        "counts": "What it counts",
        "source_url": "Web address",
        "review_by": "To be looked up again by",
        "note": "Note",
    },
    "terms": {"use": "The word to use", "also": "Other and older words", "note": "Note"},
    "leaflet_texts": {
        "checked_by": "Read by a speaker",
        "discreet_title": "Title without the word prison",
        "discreet_subtitle": "Subtitle without the word prison",
        "draft": "Note on the draft",
    },
}
_STATES = {"active": "Open", "open": "Open", "closed": "Closed"}
_TEMPLATE, _BLOCKS = "template", "blocks"
# What stands on the paper comes first. Nobody reads the others: it says where a text belongs, not what it says.
_READ = ("text", "items")
_UNREAD = frozenset({"id", "fact_ids"})


@dataclass(frozen=True)
class Pair:
    """One field in two versions."""

    caption: str
    mine: str
    theirs: str


def noun_words(noun: str) -> str:
    """Resources, services... as a list calls them."""
    return tr(NOUN_WORDS[noun])


def field_words(noun: str, name: str) -> str:
    """What a field is called. A name nobody has put into words is shown as it is written."""
    if name == "status" and noun in ("listings", "prisons"):
        return tr("Whether it is open")
    known = _WORDS[noun].get(name)
    return tr(known) if known else name.replace("_", " ").capitalize()


def facts(noun: str, table: Mapping[str, Any]) -> list[tuple[str, str]]:
    """What each field is called and says; empty fields are left out."""
    return [(caption, words) for caption, words in _said(noun, table).items() if words]


def pairs(noun: str, merge: Merge, theirs: Mapping[str, Any], names: Sequence[str]) -> list[Pair]:
    """The named fields in both versions; of a leaflet's text only the parts that differ."""
    own = _said(noun, {name: merge.mine.get(name) for name in names})
    new = _said(noun, {name: theirs.get(name) for name in names})
    captions = dict.fromkeys([*own, *new])
    return [Pair(one, own.get(one, ""), new.get(one, "")) for one in captions if own.get(one, "") != new.get(one, "")]


def clipped(text: str, most: int) -> str:
    """A text that fits a window; what is left out is counted."""
    if len(text) <= most:
        return text
    return tr("{words}… ({n} letters more)", words=text[:most].rstrip(), n=len(text) - most)


def _said(noun: str, table: Mapping[str, Any]) -> dict[str, str]:
    said: dict[str, str] = {}
    for name, value in table.items():
        if name == _TEMPLATE:
            said |= _leaflet(value or {})
        else:
            said[field_words(noun, name)] = _value(name, value)
    return said


def _leaflet(template: Mapping[str, Any]) -> dict[str, str]:
    said = {
        field_words("leaflet_texts", name): _value(name, value)
        for name, value in template.items()
        if name not in _UNREAD and name != _BLOCKS
    }
    for place, block in enumerate(template.get(_BLOCKS) or (), start=1):
        said[tr("Part {n}", n=place)] = _block(block)
    return said


def _block(block: object) -> str:
    if not isinstance(block, Mapping):
        return _value("", block)
    lines, said = [], sorted(block.items(), key=lambda part: part[0] not in _READ)
    for name, value in said:
        words = "" if name in _UNREAD else _value(name, value)
        if words:
            caption = name.replace("_", " ").capitalize()
            lines.append(words if name in _READ else f"{caption}: {words}")
    return "\n".join(lines)


def _value(name: str, value: object) -> str:
    """A field's value as a person reads it."""
    if value is None or value == "":
        return ""
    if name == "print_rule":
        return tr(listings.PRINT_RULE_WORDS.get(str(value), str(value)))
    if name == "status" and value in _STATES:
        return tr(_STATES[str(value)])
    if name == "review_by":
        return _day(str(value))
    if name == "phones" and isinstance(value, list):
        return "\n".join(_phone(phone) for phone in value)
    if name == "items" and isinstance(value, list):
        return "\n".join(f"• {_value('', one)}" for one in value)
    if isinstance(value, list | tuple):
        return ", ".join(_value("", one) for one in value)
    if isinstance(value, Mapping):
        return "; ".join(f"{key}: {_value('', one)}" for key, one in value.items() if one not in ("", None, [], {}))
    return str(value)


def _day(text: str) -> str:
    try:
        return british(date.fromisoformat(text))
    except ValueError:
        return text


def _phone(phone: Mapping[str, str]) -> str:
    about = ", ".join(part for part in (phone.get("label", ""), phone.get("cost", "")) if part)
    number = phone.get("number", "")
    return f"{number} ({about})" if about else number
