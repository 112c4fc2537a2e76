"""What is put right in a pack that is otherwise sound, each time with a note that says so."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection
from functools import cache
from pathlib import PurePosixPath
from typing import Any

from champion_app.domain.listings import Phone
from champion_app.domain.packs import NOUN_WORDS, PackFile
from champion_app.domain.typed_text import clean
from champion_app.exchange.pack_limits import LONGEST_TEXT
from champion_app.exchange.safe_names import shown, why_unsafe

Say = Callable[[str], None]

# The field of each noun that a person can press to go somewhere. Each of these nouns has a note.
LINKS = {"resources": "link", "listings": "website", "figures": "source_url", "prisons": "visits_page"}
_NAMES = {"resources": "title", "figures": "text", "terms": "use"}
# A check counts only when somebody of this service made it, so one that travels in a pack is dropped.
_CHECKS = ("checked_on", "checked_by")
_CHECKED_HERE = ("resources", "listings", "prisons")

_PHONE, _FILE = tuple(Phone.__dataclass_fields__), tuple(PackFile.__dataclass_fields__)

_WEB = re.compile(r"https?://[^\s/\\?#][^\\]*", re.IGNORECASE)
_OTHER = re.compile(r"(mailto|tel):[^\\]+", re.IGNORECASE)
_NO_SCHEME = re.compile(r"[^/\\?#:]+(:[0-9]{1,5})?([/?#][^\\]*)?")  # as people write it: www.example.org/visits
_MOST_MARKS = 200
_STEM, _ENDING = 150, 20
_NOT_IN_A_NAME = re.compile(r'[:*?"<>|/\\]')


class Unfit(Exception):
    """A text that cannot be kept, and why in half a sentence."""


def cleaned(value: Any, say: Say) -> Any:
    """The same JSON with every text as a person could have typed it. Raises Unfit."""
    if isinstance(value, str):
        return _clean(value, say)
    if isinstance(value, list):
        return [cleaned(one, say) for one in value]
    if isinstance(value, dict):
        made = {_clean(name, say): cleaned(one, say) for name, one in value.items()}
        if len(made) < len(value):
            raise Unfit("two names differ only in letters that cannot be seen")
        return made
    return value


def tidied(noun: str, table: dict[str, Any], say: Say) -> dict[str, Any]:
    """An item without links that launch something, other people's checks and names no computer can keep."""
    name = shown(str(table.get(_NAMES.get(noun, "name")) or table["key"]))
    table = _safe_link(noun, table, name, say)
    table = _unchecked(noun, table, say)
    for part, known in (("phones", _PHONE), ("files", _FILE)):
        if part in table and (part == "files" or noun == "listings"):
            where = f"{part} of {NOUN_WORDS[noun].lower()}"
            table = {**table, part: [only_known(one, known, where, say) for one in table[part]]}
    if table.get("files"):
        table = {**table, "files": [_safe_name(file, say) for file in table["files"]]}
    return table


def only_known(table: dict[str, Any], known: Collection[str], where: str, say: Say) -> dict[str, Any]:
    """A table without the fields that have no place in it, each of them said."""
    for name in table:
        if name not in known:
            say(f"Left out, because this Champion does not know it: {shown(name)} in {where}.")
    return {name: value for name, value in table.items() if name in known}


def is_link(text: str) -> bool:
    """Whether an address leads to the web, an e-mail or a telephone number, and nowhere else (F52)."""
    return not text or any(kind.fullmatch(text) for kind in (_WEB, _OTHER, _NO_SCHEME))


def _clean(text: str, say: Say) -> str:
    if text.isascii() and text.isprintable():
        return text
    if len(text) > _MOST_MARKS and not text.isascii() and _marks().search(text):
        raise Unfit(f"a text has more than {_MOST_MARKS} accents over one letter")
    made = clean(text)
    if made != text and len(made) < len(unicodedata.normalize("NFC", text.replace("\r\n", "\n"))):
        say("Hidden characters were taken out of some of its texts.")
    return made


@cache
def _marks() -> re.Pattern[str]:
    """So many accents in a row that putting them into order would take minutes (the time grows with their square)."""
    marks = "".join(letter for letter in map(chr, range(0x1F000)) if unicodedata.combining(letter))
    return re.compile(f"[{marks}]{{{_MOST_MARKS},}}")


def _safe_link(noun: str, table: dict[str, Any], name: str, say: Say) -> dict[str, Any]:
    field = LINKS.get(noun)
    link = table.get(field, "") if field else ""
    if not field or is_link(link):
        return table
    instead = f"In place of a web address the pack says: {link}"
    say(f"The link of {name} is not a web address and cannot be pressed. It now stands in the note: {shown(link)}.")
    note = "\n".join(part for part in (table.get("note", ""), instead) if part)
    return {**table, field: "", "note": note if len(note) <= LONGEST_TEXT else table.get("note", "")}


def _unchecked(noun: str, table: dict[str, Any], say: Say) -> dict[str, Any]:
    if noun not in _CHECKED_HERE or not any(name in table for name in _CHECKS):
        return table
    say(f"{NOUN_WORDS[noun]} arrive unchecked, whatever the pack says: a check counts when your own service makes it.")
    return {name: value for name, value in table.items() if name not in _CHECKS}


def _safe_name(file: dict[str, Any], say: Say) -> dict[str, Any]:
    """The file under a name that every computer can keep, with its ending."""
    name = file["name"]
    if not why_unsafe(name):
        return file
    plain = "".join(letter for letter in _NOT_IN_A_NAME.sub("_", name) if letter.isprintable()).strip(". ")
    stem, ending = PurePosixPath(plain).stem, PurePosixPath(plain).suffix
    tries = (plain, f"{stem[:_STEM].rstrip('. ')}{ending[:_ENDING]}", f"_{plain[:_STEM]}", "file")
    safe = next(one for one in tries if one and not why_unsafe(one))
    say(f"The file {shown(name)} is now called {shown(safe)}: not every computer can keep a file of that name.")
    return {**file, "name": safe}
