"""JSON that another program could understand differently is refused, with its line (F50)."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from champion_app.exchange.strict_json import load
from champion_app.faults import ListRefused, PackRefused

FINE_TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12)
VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**63) + 1, 2**63 - 1)
    | st.floats(allow_nan=False, allow_infinity=False)
    | FINE_TEXT,
    lambda below: st.lists(below, max_size=4) | st.dictionaries(FINE_TEXT, below, max_size=4),
    max_leaves=20,
)


def read(data: bytes, **more: Any) -> Any:
    return load(data, name="pack.json", **more)


@given(VALUES, st.booleans(), st.booleans(), st.sampled_from([None, 1]))
@settings(max_examples=150, deadline=None, database=None)
def test_whatever_another_program_writes_is_read(value: Any, mark: bool, escape: bool, indent: int | None) -> None:
    data = json.dumps(value, ensure_ascii=escape, indent=indent).encode("utf-8-sig" if mark else "utf-8")
    assert repr(read(data)) == repr(value)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "it is empty"), (b" \n", "it is empty"),
        (b'{"a": 1,\n"a": 2}', "line 2: a name stands twice in the same object"),
        (b'{"b": {"a": 1},\r"c": [{"a": 1}, {"a": 2}],\r\n\n"\\u0062": 3}',
         "line 4: a name stands twice in the same object"),
        (b"[1,\nNaN]", "line 2: NaN is not a number"),
        (b"[\n\n-Infinity]", "line 3: -Infinity is not a number"),
        (b"[1e999]", "line 1: a number is too large"), (b"-1e999", "line 1: a number is too large"),
        (b"[1,\n9223372036854775808]", "line 2: a number is too large"),
        (b"[" + b"9" * 1_000_000 + b"]", "line 1: a number is too large"),
        (b'["fine",\n"\\ud800"]', "line 2: a text with half a letter in it"),
        (b'{"\\udfff": 1}', "line 1: a text with half a letter in it"),
        (b'["a\\u0000b"]', "line 1: a text with an invisible NUL character in it"),
        (b'["a\0b"]', "line 1: this is not written as JSON should be"),
        (b"[1,\n2,\n]", "line 3: this is not written as JSON should be"),
        (b"[1]\n[2]", "line 2: this is not written as JSON should be"),
        (b"[01]", "line 1: this is not written as JSON should be"),
        (b"['a']", "line 1: this is not written as JSON should be"),
        (b'["\xff"]', "line 1: it is not written as UTF-8"),
        (b'[1,\n"\xed\xa0\x80"]', "line 2: it is not written as UTF-8"),
        ("[1]".encode("utf-16"), "it is written as UTF-16, not as UTF-8"),
        (b'["' + b"x" * 100_001 + b'"]', "line 1: a text of 100,001 letters; the most is 100,000"),
        (b"[" * 100_000, "line 1: more than 32 brackets inside each other"),
        (b"[\n" * 40 + b"]" * 40, "line 33: more than 32 brackets inside each other"),
        (b'{"a":' * 33 + b"1" + b"}" * 33, "line 1: more than 32 brackets inside each other"),
    ],
)  # fmt: skip
def test_F50_what_is_wrong_is_named_with_its_line(data: bytes, reason: str, refused: Any) -> None:
    assert refused(PackRefused, read, data) == reason


def test_F50_what_only_looks_wrong_is_read() -> None:
    assert read(b'["\\\\u0000", "\\ud83d\\ude00", "NaN", "[[[["]') == ["\\u0000", "😀", "NaN", "[[[["]
    assert read(b'{"a": {"a": 1}, "b": [{"a": 1}, {"a": 1}]}')
    assert read(b"[" * 32 + b"]" * 32)
    assert read(b'["' + b"x" * 100_000 + b'"]')
    assert read(b"[1e-999, -0, 1E5, 0.5]") == [0.0, 0, 100000.0, 0.5]


def test_limits_and_fault_are_the_callers(refused: Any) -> None:
    assert refused(ListRefused, read, b"[[1]]", refuse=ListRefused, depth=1).startswith("line 1: more than 1")
    assert "the most is 3" in refused(ListRefused, read, b'"four"', refuse=ListRefused, longest=3)


def only_the_named_fault(data: bytes) -> None:
    try:
        value = read(data)
    except PackRefused:
        return
    assert repr(value) == repr(json.loads(data.removeprefix(b"\xef\xbb\xbf")))
    assert json.loads(json.dumps(value, allow_nan=False).encode("utf-8", "strict")) == value


PIECES = [b"{", b"}", b"[", b"]", b",", b":", b'"', b'"a"', b'"b":', b"\\", b"\\ud800", b"\\u0000", b"NaN", b"1", b"-"]
PIECES += [b"1e999", b"9" * 30, b"true", b"null", b" ", b"\n", b"\r", b"\0", b"\xff", b"\xef\xbb\xbf", "ŵ".encode()]
JSON_LIKE = st.lists(st.sampled_from(PIECES), max_size=40).map(b"".join)
ALMOST = st.tuples(VALUES, st.integers(0, 200), st.binary(max_size=3)).map(
    lambda made: json.dumps(made[0]).encode()[: made[1]] + made[2] + json.dumps(made[0]).encode()[made[1] :]
)


@given(st.binary(max_size=60) | JSON_LIKE | ALMOST)
@settings(max_examples=300, deadline=None, database=None)
def test_F50_only_the_named_fault_escapes(data: bytes) -> None:
    only_the_named_fault(data)


@pytest.mark.heavy
@given(st.binary(max_size=200) | JSON_LIKE | ALMOST)
@settings(max_examples=5_000, deadline=None, database=None)
def test_F50_only_the_named_fault_escapes_from_many(data: bytes) -> None:
    only_the_named_fault(data)
