"""JSON from outside, read strictly: whatever another program could understand differently is refused, with its line."""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Callable, Iterator
from functools import partial
from math import isinf
from typing import Any, NoReturn

from champion_app.faults import Fault, PackRefused

_WAY_OUT = "Ask whoever made it for a new copy."
_LARGEST_WHOLE = 2**63 - 1  # what the binder can hold
_LONGEST_NUMBER = 40
_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\],]|[-+.\w]+', re.DOTALL)
_LINE_END = re.compile(r"\r\n|\r|\n")
_HALF_LETTER = re.compile("[\ud800-\udfff]")
_NOT_JSON = "this is not written as JSON should be"


class _Bad(Exception):
    """What is wrong with the text, and where if that is known already."""

    def __init__(self, reason: str, at: int | None = None) -> None:
        super().__init__(reason)
        self.reason, self.at = reason, at


def load(data: bytes, *, name: str, refuse: type[Fault] = PackRefused, depth: int = 32, longest: int = 100_000) -> Any:
    """The value that a JSON file holds. A byte order mark at its start is allowed.

    Raises ``refuse`` (with name, reason, way_out) for anything but UTF-8, a key that stands twice in one object, NaN,
    infinity, a number too large to keep, nesting deeper than ``depth``, half letters (lone surrogates), NUL, and texts
    of more than ``longest`` letters (F50).
    """
    text = ""
    try:
        text = _decoded(data)
        value = _parsed(text, depth)
        _look_through(value, depth, longest)
    except _Bad as bad:
        # The quick way cannot tell where a fault stands; a slow one, needed only now, finds the first of its kind.
        found = bad if bad.at is not None else next(_troubles(text, depth, longest), bad)
        line = "" if found.at is None else f"line {_line(text or data.decode('latin-1'), found.at)}: "
        raise refuse(name=name, reason=line + found.reason, way_out=_WAY_OUT) from bad
    return value


def _decoded(data: bytes) -> str:
    if not data.strip():
        raise _Bad("it is empty")
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise _Bad("it is written as UTF-16, not as UTF-8")
    try:
        return data.removeprefix(codecs.BOM_UTF8).decode("utf-8")
    except UnicodeDecodeError as error:
        raise _Bad("it is not written as UTF-8", error.start) from error


def _parsed(text: str, depth: int) -> Any:
    try:
        return json.loads(
            text, object_pairs_hook=_once, parse_constant=_constant, parse_float=_fraction, parse_int=_whole
        )
    except json.JSONDecodeError as error:
        raise _Bad(_NOT_JSON, error.pos) from error
    except RecursionError as error:
        raise _Bad(_too_deep(depth)) from error


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) < len(pairs):
        raise _Bad("a name stands twice in the same object")
    return made


def _constant(word: str) -> NoReturn:
    raise _Bad(f"{word} is not a number")


def _fraction(digits: str) -> float:
    value = float(digits)
    if isinf(value):
        raise _Bad("a number is too large")
    return value


def _whole(digits: str) -> int:
    # The length first: turning very many digits into a number takes very long, and Python refuses over 4,300.
    if len(digits) > _LONGEST_NUMBER or not -_LARGEST_WHOLE <= int(digits) <= _LARGEST_WHOLE:
        raise _Bad("a number is too large")
    return int(digits)


def _look_through(value: Any, depth: int, longest: int) -> None:
    """Raises _Bad for a text or a depth that is over the limit. Walks level by level, so nothing can be too deep."""
    level, deep = [value], 0
    while level:
        below: list[Any] = []
        for one in level:
            if isinstance(one, str):
                _text(one, longest)
            elif isinstance(one, dict | list):
                if deep == depth:
                    raise _Bad(_too_deep(depth))
                if isinstance(one, dict):
                    for key in one:
                        _text(key, longest)
                below.extend(one.values() if isinstance(one, dict) else one)
        level, deep = below, deep + 1


def _text(text: str, longest: int) -> None:
    if len(text) > longest:
        raise _Bad(f"a text of {len(text):,} letters; the most is {longest:,}")
    if "\0" in text:
        raise _Bad("a text with an invisible NUL character in it")
    if _HALF_LETTER.search(text):
        raise _Bad("a text with half a letter in it")


def _too_deep(depth: int) -> str:
    return f"more than {depth} brackets inside each other"


def _troubles(text: str, depth: int, longest: int) -> Iterator[_Bad]:
    """Everything that is wrong, in the order of the text; the text is JSON but for what is being looked for."""
    open_: list[set[str] | None] = []  # the names so far of each object, None for a list
    key_next = False
    for found in _TOKEN.finditer(text):
        token = found[0]
        if token in "{[":
            open_.append(set() if token == "{" else None)
            if len(open_) > depth:
                yield _Bad(_too_deep(depth), found.start())
        elif token in "}]":
            del open_[-1:]
        elif token[0] == '"':
            names = open_[-1] if open_ and key_next else None
            yield from _tried(partial(_string, token, names, longest), found.start())
        elif token not in ("true", "false", "null", ","):
            yield from _tried(partial(_parsed, token, depth), found.start())
        key_next = token in "{," and bool(open_) and open_[-1] is not None


def _string(token: str, names: set[str] | None, longest: int) -> None:
    """Looks at one text; with ``names`` it is the name of a field, and must be new among them."""
    word = json.loads(token)
    _text(word, longest)
    if names is not None:
        if word in names:
            raise _Bad("a name stands twice in the same object")
        names.add(word)


def _tried(look: Callable[[], object], at: int) -> Iterator[_Bad]:
    try:
        look()
    except (_Bad, json.JSONDecodeError) as error:
        yield _Bad(error.reason if isinstance(error, _Bad) else _NOT_JSON, at)


def _line(text: str, at: int) -> int:
    """The line, from 1, in which the letter number ``at`` stands; line ends of every kind count."""
    return 1 + len(_LINE_END.findall(text, 0, at))
