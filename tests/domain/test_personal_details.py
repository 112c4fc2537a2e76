"""The personal-details check: how much it catches, how often it is wrong, and that no text of any kind upsets it."""

from __future__ import annotations

import json
import re
import sys
import tomllib
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from re import _constants, _parser
from types import FrameType, ModuleType
from typing import Any, NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from champion_app.assets import resource
from champion_app.domain import (
    personal_addresses,
    personal_births,
    personal_numbers,
    personal_tokens,
)
from champion_app.domain.personal_details import find
from champion_app.domain.personal_kinds import KINDS, Detail
from champion_app.domain.personal_numbers import is_nhs_number

LINES = Path(__file__).resolve().parents[1] / "files" / "personal_details"
quick = settings(max_examples=300, deadline=None, database=None)


class Sample(NamedTuple):
    """A line of one of the sets, with the kinds that somebody found in it by hand."""

    kinds: tuple[str, ...]
    text: str


def read(name: str) -> list[list[Sample]]:
    """The parts of a set; a part begins with a line of explanation."""
    parts: list[list[Sample]] = []
    before = ""
    for line in (LINES / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            if not before.startswith("#"):
                parts.append([])
        else:
            kinds, text = line.split("\t")
            parts[-1].append(Sample(() if kinds == "-" else tuple(kinds.split(";")), text))
        before = line
    return parts


def caught(samples: list[Sample]) -> float:
    """The share of lines with a detail in which anything was found."""
    held = [sample for sample in samples if sample.kinds]
    return sum(bool(find(sample.text)) for sample in held) / len(held)


def named_right(samples: list[Sample]) -> float:
    """The share of lines with a detail in which every kind was found."""
    held = [sample for sample in samples if sample.kinds]
    return sum(set(sample.kinds) <= {found.kind for found in find(sample.text)} for sample in held) / len(held)


def false_alarms(samples: list[Sample]) -> float:
    """The share of ordinary lines in which something was found."""
    ordinary = [sample for sample in samples if not sample.kinds]
    return sum(bool(find(sample.text)) for sample in ordinary) / len(ordinary)


DEVELOPMENT = [sample for part in read("development") for sample in part]
FIRST, SECOND, THIRD = read("held_out")


# ---- The figures (T21: 95 % caught, 10 % false alarms)


def test_the_sets_are_as_large_as_we_say_and_share_no_line() -> None:
    held_out = FIRST + SECOND + THIRD
    assert len(DEVELOPMENT) >= 1_300
    assert sum(bool(sample.kinds) for sample in held_out) >= 470
    assert sum(not sample.kinds for sample in held_out) >= 580
    texts = [sample.text for sample in DEVELOPMENT + held_out]
    assert len(texts) == len(set(texts))
    assert {kind for sample in held_out for kind in sample.kinds} == set(KINDS)


def test_T21_development_lines() -> None:
    """99.5 % and 1.5 % when this was written."""
    assert caught(DEVELOPMENT) >= 0.97 and named_right(DEVELOPMENT) >= 0.97
    assert false_alarms(DEVELOPMENT) <= 0.03


def test_T21_lines_held_out_before_the_rules_were_written() -> None:
    """99.2 % and 0.4 % when this was written."""
    assert caught(FIRST) >= 0.95 and named_right(FIRST) >= 0.95
    assert false_alarms(FIRST) <= 0.05


def test_T21_lines_held_out_in_another_voice() -> None:
    """97.1 % and 1.4 % when this was written: nearly all that is missed are rare names."""
    assert caught(SECOND) >= 0.95 and named_right(SECOND) >= 0.95
    assert false_alarms(SECOND) <= 0.05


def test_T21_lines_held_out_in_a_third_voice() -> None:
    """98.4 % and 0.5 % when this was written, with many names of places, charities and people everybody knows."""
    assert caught(THIRD) >= 0.97 and named_right(THIRD) >= 0.97
    assert false_alarms(THIRD) <= 0.03


@pytest.mark.parametrize("kind", KINDS)
def test_T21_no_kind_is_left_behind(kind: str) -> None:
    held = [sample for sample in FIRST + SECOND + THIRD if kind in sample.kinds]
    assert sum(kind in {found.kind for found in find(sample.text)} for sample in held) / len(held) >= 0.95


def _sentences(content: Any) -> Iterator[str]:
    if isinstance(content, str):
        yield from (sentence for line in content.splitlines() for sentence in re.split(r"(?<=[.!?])\s+", line.strip()))
    elif isinstance(content, dict | list):
        for part in content.values() if isinstance(content, dict) else content:
            yield from _sentences(part)


def test_what_we_ship_raises_hardly_any_alarm() -> None:
    """Thousands of sentences about services, prisons, books and leaflets, in English and Welsh: at most 1 %."""
    found: set[str] = set()
    for path in sorted(resource().rglob("*")):
        if path.suffix == ".toml":
            found.update(_sentences(tomllib.loads(path.read_text(encoding="utf-8"))))
        elif path.suffix == ".json":
            found.update(_sentences(json.loads(path.read_text(encoding="utf-8"))))
        elif path.suffix == ".md":
            found.update(_sentences(path.read_text(encoding="utf-8")))
    ordinary = [sentence for sentence in found if len(sentence) > 15]
    alarms = [sentence for sentence in ordinary if find(sentence)]
    assert len(ordinary) > 3_000
    assert len(alarms) <= len(ordinary) / 100, "\n".join(alarms)


# ---- What exactly is pointed at


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("F71: Ellie Marsh's dad is in prison", ["Ellie Marsh"]),
        ("spoke to ellie marsh, year 4", ["ellie marsh"]),
        ("Siân O'Neill-Rees (Y6)", ["Siân O'Neill-Rees"]),
        ("twins Ava and Lily Croft", ["Ava", "Lily Croft"]),
        ("UPN: A123456789012.", ["A123456789012"]),
        ("prison number A1234BC, wing B", ["A1234BC"]),
        ("dob 3rd of March 2014!", ["3rd of March 2014"]),
        ("mum's mobile is +44 (0)7700 900 123 now", ["+44 (0)7700 900 123"]),
        ("write to (jo.bell7@gmail.com)", ["jo.bell7@gmail.com"]),
        ("lives at Flat 2, 30 Mill Lane, Leeds LS6 2AB.", ["Flat 2, 30 Mill Lane, Leeds LS6 2AB"]),
        ("Mrs Carter said Ellie Marsh was crying", ["Ellie Marsh"]),
    ],
)
def test_F71_the_span_is_the_detail_and_nothing_else(text: str, words: list[str]) -> None:
    assert [text[found.start : found.end] for found in find(text)] == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("D\u200bOB 14/03/2016", ["14/03/2016"]),
        ("d\u00ado\u00adb 14/03/2016", ["14/03/2016"]),
        ("spoke to Ellie\u200bMarsh, year 4", ["Ellie\u200bMarsh"]),
        ("E\u200cllie Marsh's dad is in prison", ["E\u200cllie Marsh"]),
        ("\ufeffcall 077\u200b00 900\u2060123", ["077\u200b00 900\u2060123"]),
        ("A\u200d1234\u200dBC and \u202eUPN A123456789012\u202c", ["A\u200d1234\u200dBC", "A123456789012"]),
    ],
)
def test_F71_letters_that_nobody_sees_hide_nothing(text: str, words: list[str]) -> None:
    assert [text[found.start : found.end] for found in find(text)] == words


@pytest.mark.parametrize("accents", ["NFC", "NFD"])
def test_places_are_those_of_the_text_as_typed(accents: str) -> None:
    text = unicodedata.normalize(
        accents, "ﬁrst “line”…\r\n\tChloë\u00a0Dubois\u2019s mum: ０７７００\u2009900123 – 😀 A1234BC"
    )
    assert [text[found.start : found.end] for found in find(text)] == [
        unicodedata.normalize(accents, "Chloë\u00a0Dubois"),
        "０７７００\u2009900123",
        "A1234BC",
    ]


def test_each_line_is_looked_at_by_itself() -> None:
    text = "Training in May\nEllie Marsh"
    assert find(text) == (Detail("child's name", 16, 27),)


def test_the_check_digit_is_the_one_of_the_nhs() -> None:
    assert is_nhs_number("9434765919") and is_nhs_number("4010232137")
    for place in range(10):
        for digit in "0123456789":
            wrong = "9434765919"[:place] + digit + "9434765919"[place + 1 :]
            assert is_nhs_number(wrong) == (wrong == "9434765919")
    assert not is_nhs_number("0000000000") and not is_nhs_number("943476591")
    assert find("943 476 5919") and not find("943 476 5918")


# ---- Any text


@quick
@given(st.text())
def test_any_text_is_read(text: str) -> None:
    _well_formed(text)


_PIECES = """
Ellie|Marsh|marsh|MARSH|'s|dad|in|Year|4|4B|,|.| |(|)|-|dob|born|01/02/2015|3 March|07700|900123|0117|+44|@|gmail.com
|NHS|943 476 5919|UPN|A123456789012|A1234BC|lives at|14|Elm Road|BS5 6XY|Mrs|J|Ap|al-|head of year|é
"""
_PIECE = st.sampled_from([*_PIECES.strip("\n").replace("\n|", "|").split("|"), "\n", "\u0301", "\u200b", "\ud800", "٣"])


@quick
@given(st.lists(_PIECE, max_size=30).map(" ".join) | st.lists(_PIECE, max_size=30).map("".join))
def test_any_mixture_of_what_it_looks_for_is_read(text: str) -> None:
    _well_formed(text)


def _well_formed(text: str) -> None:
    found = find(text)
    place = 0
    for one in found:
        assert one.kind in KINDS and place <= one.start < one.end <= len(text)
        assert not set(text[one.start : one.end]) & set("\r\n")
        place = one.end
    assert find(text + "\n" + text)[: len(found)] == found


# ---- Any length: the work grows with the text and no faster

HOSTILE = [
    "a", "0", "0 ", "a@", "a@a.", "Ellie Marsh ", "Ellie ", "Mr ", "A ", "dob ", "born 1 ", "1 1/", "07 ", "nhs 123 ",
    "lives at 1 a ", "1 BS1 1AA ", "a-", "a'", ".", " ", "(", " at gmail dot ", "prison no a", "flat 1, ", "is 1 on ",
    "a\u200b", "dob \u200b", "Marsh, Ellie: ", "Max Uttley 1/1/2015 ", "born 2014 ", "BS1 1AA no 1 ", "Jo Bell, EWO ",
    "\n", "pupil ", "called ", "Year 4 ", "\u0301", "Ellie, ", "of Ellie and ",
]  # fmt: skip


def _steps(text: str) -> int:
    """How many lines of our code are run: a count, so that no busy machine changes it."""
    count = 0

    def trace(frame: FrameType, event: str, argument: object) -> Any:
        nonlocal count
        count += 1
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        find(text)
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize("piece", HOSTILE, ids=repr)
def test_four_times_the_text_is_four_times_the_steps(piece: str) -> None:
    short, long = piece * (2_000 // len(piece)), piece * (8_000 // len(piece))
    assert _steps(long) <= 4.4 * _steps(short) + 400


@pytest.mark.heavy
@pytest.mark.parametrize("piece", HOSTILE, ids=repr)
def test_a_million_letters_are_read(piece: str) -> None:
    find(piece * (1_000_000 // len(piece)))


def _patterns(module: ModuleType) -> Iterator[tuple[str, re.Pattern[str]]]:
    yield from ((name, value) for name, value in vars(module).items() if isinstance(value, re.Pattern))


# The longest a pattern may look back over for one starting place, in steps.
LONGEST = 100_000
REPEATS = (_constants.MAX_REPEAT, _constants.MIN_REPEAT)


def _ways(tree: Any, inside: int = 1) -> int:
    """The largest product of nested repeats. An endless one is let through only where it never steps back."""
    most = inside
    for operation, argument in tree:
        if operation in REPEATS:
            _, maximum, part = argument
            assert maximum is not _constants.MAXREPEAT, "endless and able to step back"
            most = max(most, _ways(part, inside * maximum))
        elif operation is _constants.POSSESSIVE_REPEAT:
            _ways(argument[2])
        elif operation is _constants.SUBPATTERN:
            most = max(most, _ways(argument[-1], inside))
        elif operation is _constants.BRANCH:
            most = max(most, *(_ways(branch, inside) for branch in argument[1]))
        elif operation in (_constants.ASSERT, _constants.ASSERT_NOT):
            most = max(most, _ways(argument[1], inside))
    return most


@pytest.mark.parametrize("module", [personal_addresses, personal_births, personal_numbers, personal_tokens])
def test_no_pattern_can_run_away(module: ModuleType) -> None:
    patterns = list(_patterns(module))
    assert patterns
    for name, pattern in patterns:
        assert _ways(_parser.parse(pattern.pattern, pattern.flags & ~re.UNICODE)) <= LONGEST, name


def test_a_pattern_that_could_run_away_is_seen() -> None:
    with pytest.raises(AssertionError):
        _ways(_parser.parse(r"(a+)+b"))
    assert _ways(_parser.parse(r"(a{1,1000}){1,1000}b")) > LONGEST
