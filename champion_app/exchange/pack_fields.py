"""The kinds of field that a pack has: names, texts, days, numbers. Each says in plain words what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from datetime import date
from typing import Annotated, TypeVar

from pydantic import AfterValidator, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

from champion_app.domain.leaflets import SIZES_OF, BlockKind, Size
from champion_app.domain.listings import PRINT_RULE_WORDS, ListingStatus
from champion_app.domain.prisons import PrisonStatus
from champion_app.domain.typed_text import LONGEST_LINE
from champion_app.exchange.pack_limits import FORMAT, LONGEST_KEY, LONGEST_TEXT, MOST_IN_LIST

OURS = "champion"  # the kind of every fault that brings its own words


def fault(words: str) -> PydanticCustomError:
    """A fault of a field, in words that follow the field's name: "should be ..."."""
    # The words go in as a value: a brace in them must not be taken for a gap to fill.
    return PydanticCustomError(OURS, "{words}", {"words": words})


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _said(text: str) -> str:
    if not text.strip():
        raise fault("is empty")
    return text


def _name(text: str) -> str:
    return _said(_one_line(text))


def _like(pattern: str, words: str) -> Callable[[str], str]:
    def check(text: str) -> str:
        if not re.fullmatch(pattern, text):
            raise fault(f"should be {words}")
        return text

    return check


def _one_of(known: Collection[str]) -> Callable[[str], str]:
    def check(text: str) -> str:
        if text not in known:
            raise fault(f"should be one of: {', '.join(known)}")
        return text

    return check


def _real_day(text: str) -> str:
    try:
        date.fromisoformat(text)
    except ValueError:
        raise fault("is not a day that there is") from None
    return text


def _pattern(pattern: str) -> WithJsonSchema:
    return WithJsonSchema({"type": "string", "pattern": f"^{pattern}$"})


def _enum(known: Collection[str]) -> WithJsonSchema:
    return WithJsonSchema({"type": "string", "enum": [*known]})


_CRITERION = r"[1-8]\.[1-9]"
_SHA256 = "[0-9a-f]{64}"
_DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
CHAMPION_NUMBER = r"[0-9]{1,4}(\.[0-9]{1,4}){0,3}"
_LANGUAGE = "[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,6}"
_NUMBER = "the number of a Champion, such as 0.1"
_KINDS, _SIZES = [kind.value for kind in BlockKind], [size.value for size in Size]
_RUNS, _OPEN = [status.value for status in ListingStatus], [status.value for status in PrisonStatus]

_Thing = TypeVar("_Thing")
Few = Annotated[list[_Thing], Field(max_length=MOST_IN_LIST)]

# A text keeps its lines; a line, a name and a key have one. A name and a key say something.
Words = Annotated[str, Field(max_length=LONGEST_TEXT)]
Said = Annotated[str, Field(min_length=1, max_length=LONGEST_TEXT), AfterValidator(_said)]
Line = Annotated[str, Field(max_length=LONGEST_TEXT), AfterValidator(_one_line)]
Name = Annotated[str, Field(min_length=1, max_length=LONGEST_LINE), AfterValidator(_name)]
Key = Annotated[str, Field(min_length=1, max_length=LONGEST_KEY), AfterValidator(_name)]

Criterion = Annotated[
    str, AfterValidator(_like(_CRITERION, "the number of a criterion, such as 2.4")), _pattern(_CRITERION)
]
Statement = Annotated[int, Field(ge=1, le=8)]
Age = Annotated[int, Field(ge=0, le=120)]
Sha256 = Annotated[
    str, AfterValidator(_like(_SHA256, "a SHA-256: 64 digits and small letters a to f")), _pattern(_SHA256)
]
Day = Annotated[
    str,
    AfterValidator(_like(_DAY, "a day, such as 2026-11-22")),
    AfterValidator(_real_day),
    WithJsonSchema({"type": "string", "format": "date", "pattern": f"^{_DAY}$"}),
]
ChampionVersion = Annotated[str, AfterValidator(_like(CHAMPION_NUMBER, _NUMBER)), _pattern(CHAMPION_NUMBER)]
Language = Annotated[
    str, AfterValidator(_like(_LANGUAGE, "the short name of a language, such as en, cy or pl")), _pattern(_LANGUAGE)
]
PrintRule = Annotated[str, AfterValidator(_one_of(PRINT_RULE_WORDS)), _enum(PRINT_RULE_WORDS)]
ServiceStatus = Annotated[str, AfterValidator(_one_of(_RUNS)), _enum(_RUNS)]
OpenOrClosed = Annotated[str, AfterValidator(_one_of(_OPEN)), _enum(_OPEN)]
SheetSize = Annotated[str, AfterValidator(_one_of(_SIZES)), _enum(_SIZES)]
KindOfBlock = Annotated[str, AfterValidator(_one_of(_KINDS)), _enum(_KINDS)]
KindOfPaper = Annotated[str, AfterValidator(_one_of(SIZES_OF)), _enum(SIZES_OF)]
FormatName = Annotated[str, AfterValidator(_one_of((FORMAT,))), _enum((FORMAT,))]
