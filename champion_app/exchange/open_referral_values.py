"""Values of Open Referral data: keys in one spelling, text from any type, placeholders seen for what they are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Any

from champion_app.domain.typed_text import clean, first_line
from champion_app.exchange.open_referral_text import is_marked_up, plain

Node = dict[str, Any]  # one object of the data, its keys as ``folded_key`` writes them

# Years before this one stand for "no date" in the databases that lists come from: 0001, 1900, 1970.
_FIRST_YEAR = 1990

_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z0-9])")
_NOT_A_WORD = re.compile(r"[^a-z0-9]+")
_ISO_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)")
_BRITISH_DAY = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})(?!\d)")
_NUMBER = re.compile(r"-?\d{1,9}(?:\.\d{1,6})?")

_NOTHING_WORDS = frozenset(
    (
        "n/a", "na", "n.a", "none", "null", "nil", "undefined", "unknown", "test", "testing", "tbc", "tbd", "x", "xx",
        "xxx", "string", "text", "lorem ipsum", "not known", "not applicable", "not available", "not provided",
        "not specified", "not set", "not given", "not recorded", "no data", "no information", "no description",
        "to be confirmed", "to be decided", "to follow",
    )
)  # fmt: skip
_NO_REAL_HOST = re.compile(
    r"(?:^|[@./])(?:example\.(?:com|org|net|edu|co\.uk|org\.uk|gov\.uk)|test\.(?:com|org|net|co\.uk|test)|localhost|"
    r"domain\.com|yourdomain\.com)(?:[:/?#]|$)",
    re.IGNORECASE,
)
_NO_REAL_MAILBOX = frozenset({"test", "noemail", "no-email", "no.email", "nomail", "none", "na", "example"})


@dataclass
class Findings:
    """What was odd in one service, gathered while it is read."""

    reasons: list[str] = field(default_factory=list)
    placeholders: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)  # lines for our own note
    more: list[str] = field(default_factory=list)  # lines that follow the description
    marked_up: bool = False
    schemes: int = 0
    people: bool = False

    def say(self, reason: str) -> None:
        """Keeps a reason, once."""
        if reason not in self.reasons:
            self.reasons.append(reason)

    def placeholder(self, label: str, words: str) -> None:
        """Remembers that a placeholder was left empty."""
        if (said := f"{label} “{first_line(words, 40)}”") not in self.placeholders:
            self.placeholders.append(said)


@lru_cache(maxsize=4096)
def folded_key(key: str) -> str:
    """One spelling for ``serviceAtLocations``, ``services_at_location`` and ``service-at-location``.

    Each word loses its plural (``eligibilities``, ``eligibilitys``), and ``organisation`` is written the one way.
    """
    words = _NOT_A_WORD.split(_CAMEL.sub("_", key[:200]).casefold())
    return "_".join(_singular(word.replace("organis", "organiz")) for word in words if word)


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith("sses"):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 3 else word


def folded(value: Any) -> Any:
    """The same data with every key folded. Two spellings in one object: lists are joined, else the first stays."""
    if isinstance(value, dict):
        node: Node = {}
        for key, inner in value.items():
            add(node, folded_key(key), folded(inner))
        return node
    return [folded(one) for one in value] if isinstance(value, list) else value


def add(node: Node, key: str, value: Any) -> None:
    """Puts a value under a folded key; one that is there already stays unless it says nothing."""
    known = node.get(key)
    if isinstance(known, list) and isinstance(value, list):
        node[key] = known + value
    elif known in (None, "", [], {}):
        node[key] = value


def get(node: Any, name: str) -> Any:
    """What stands under a name, in any of its spellings; None when there is no such thing."""
    return node.get(folded_key(name)) if isinstance(node, dict) else None


def nodes(value: Any, text_as: str = "name") -> Iterator[Node]:
    """The objects of a list. A single object, a text or a number where a list belongs counts as a list of one."""
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, dict):
            yield one
        elif isinstance(one, list):
            yield from nodes(one, text_as)
        elif words := text(one):
            yield {text_as: words}


def text(value: Any) -> str:
    """The words of a value of any type, cleaned and trimmed; a list is joined by commas. Nothing is "": no fault."""
    if isinstance(value, str):
        return clean(value).strip()
    if isinstance(value, bool) or value is None:
        return ""
    if isinstance(value, int | float):
        return f"{value:.10g}" if isinstance(value, float) else str(value)
    if isinstance(value, list):
        return ", ".join(dict.fromkeys(words for one in value if (words := text(one))))
    if isinstance(value, dict):
        return next(
            (words for key in ("name", "label", "title", "value", "text") if (words := text(get(value, key)))), ""
        )
    return ""


def number(value: Any) -> float | None:
    """A number, also when it is written as text; None for anything else."""
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    return float(written) if _NUMBER.fullmatch(written := text(value)) else None


def day(value: Any) -> date | None:
    """A date written as ISO (with or without a time) or the British way; None for anything else, 1970 included."""
    written = text(value)
    if iso := _ISO_DAY.match(written):
        year, month, number_ = (int(part) for part in iso.groups())
    elif british := _BRITISH_DAY.match(written):
        number_, month, year = (int(part) for part in british.groups())
    else:
        return None
    try:
        found = date(year, month, number_)
    except ValueError:
        return None
    return found if found.year >= _FIRST_YEAR else None


def words(value: Any, label: str, found: Findings) -> str:
    """The plain words of a value; a placeholder counts as empty and is remembered under the field's label."""
    raw = text(value)
    made = plain(raw).strip()
    found.marked_up = found.marked_up or is_marked_up(raw)
    if made and is_placeholder(made):
        found.placeholder(label, made)
        return ""
    return made


def line(value: Any, label: str, found: Findings) -> str:
    """The plain words of a value on one line."""
    return " ".join(words(value, label, found).split())


def is_placeholder(made: str) -> bool:
    """Whether words only fill a gap: "n/a", "test", "---"."""
    bare = " ".join(made.casefold().split()).strip(" .:;-–—_*?!\"'()[]")
    return bare in _NOTHING_WORDS or not any(mark.isalnum() for mark in made)


def is_placeholder_address(address: str) -> bool:
    """Whether an e-mail or web address is made up: test@example.com, https://example.org/page."""
    mailbox = address.partition("@")[0].casefold() if "@" in address else ""
    return bool(_NO_REAL_HOST.search(address)) or mailbox in _NO_REAL_MAILBOX


def is_placeholder_number(number_: str) -> bool:
    """Whether a telephone number is made up: 00000000000, 01234567890, 07000000000."""
    digits = re.sub(r"\D", "", number_)
    return bool(re.search(r"(\d)\1{6,}$", digits) or re.match(r"0?1234567|0+$", digits))


def once(said: Iterable[str]) -> list[str]:
    """Each text once, whatever its capitals; empty ones go."""
    kept: dict[str, str] = {}
    for one in said:
        if one:
            kept.setdefault(one.casefold(), one)
    return list(kept.values())
