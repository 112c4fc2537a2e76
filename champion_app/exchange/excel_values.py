"""What an Excel cell shows: Excel keeps days, times, telephone numbers and percentages all as bare numbers."""

from __future__ import annotations

import re
from datetime import date, timedelta
from enum import Enum
from math import inf, isfinite
from typing import NamedTuple


class Shows(Enum):
    """How a number is shown."""

    NUMBER = "number"
    DAY = "day"
    MOMENT = "day and time"
    TIME = "time"
    PERCENT = "percent"
    MASK = "mask"


class Format(NamedTuple):
    """How a number is shown; with a MASK by letters and places for digits, such as "00000 000000" for a telephone."""

    shows: Shows = Shows.NUMBER
    mask: str = ""


# The formats that files name by number only (ECMA-376 part 1, 18.8.30); those left out show a plain number.
BUILT_IN = {
    9: "0%",
    10: "0.00%",
    **dict.fromkeys((14, 15, 16, 17, *range(27, 32), 36, *range(50, 59)), "d/m/y"),
    **dict.fromkeys((18, 19, 20, 21, 32, 33, 34, 35, 45, 47), "h:m"),
    22: "d/m/y h:m",
    46: "[h]:m",
}
_PLAIN = Format()
_SPOKEN = re.compile(r'"([^"]*)"|\\(.)')  # letters that stand for themselves
_BETWEEN = re.compile(r"\[(?!h+\]|m+\]|s+\])[^\]]*\]|[_*].", re.IGNORECASE)  # colours, conditions, spacing
_ELAPSED = re.compile(r"\[[hms]+\]", re.IGNORECASE)
_MASK = re.compile(r"[-0# ()+]*")
_NUMBER = re.compile(r"[-+]?[0-9]+(?:\.[0-9]*)?(?:[eE][-+]?[0-9]{1,3})?")
_WHOLE = re.compile(r"-?[1-9][0-9]*")
_SECONDS = 86_400
_LEAP_ERROR = 60  # Excel believes in a 29 February 1900
_DAY_NOUGHT = {False: date(1899, 12, 30), True: date(1904, 1, 1)}
_LAST_DAY = 2_958_465  # 31 December 9999


def format_of(code: str) -> Format:
    """How a format code such as "dd/mm/yyyy" or "0%" shows a number."""
    code = code.partition(";")[0]
    bare = _BETWEEN.sub("", _SPOKEN.sub("", code)).lower().replace("general", "")
    if _ELAPSED.search(bare):
        return Format(Shows.TIME)
    has_time = "h" in bare or "s" in bare
    has_day = "d" in bare or "y" in bare or ("m" in bare and not has_time)
    if has_time or has_day:
        return Format(Shows.MOMENT if has_time and has_day else Shows.DAY if has_day else Shows.TIME)
    if bare.endswith("%"):
        return Format(Shows.PERCENT)
    spoken = _SPOKEN.search(code)
    # One "0" and nothing else is a number like any other. The letters in a mask are marked, for they may be digits.
    if _MASK.fullmatch(bare) and (spoken or bare.strip("#") not in ("", "0")):
        return Format(
            Shows.MASK, _SPOKEN.sub(lambda found: _marked(found[1] or found[2] or ""), _BETWEEN.sub("", code))
        )
    return _PLAIN


def _marked(letters: str) -> str:
    return "".join(f"\\{letter}" for letter in letters)


def shown(digits: str, form: Format, *, from_1904: bool) -> tuple[str, bool]:
    """A number's text as it is shown, and whether that is a day (then in ISO form). What is no number stays."""
    number = float(digits) if _NUMBER.fullmatch(digits) else inf
    if not isfinite(number) or (form.shows is Shows.NUMBER and _WHOLE.fullmatch(digits)):
        return digits, False
    if form.shows in (Shows.DAY, Shows.MOMENT) and 0 <= number <= _LAST_DAY - 1_462 * from_1904:
        return _moment(number, form, from_1904)
    if form.shows is Shows.TIME and number >= 0:
        return _time(round(number * _SECONDS)), False
    if form.shows is Shows.PERCENT:
        return _plain(number * 100) + "%", False
    if form.shows is Shows.MASK and number.is_integer() and number >= 0:
        return _masked(_plain(number), form.mask), False
    return _plain(number), False


def _moment(number: float, form: Format, from_1904: bool) -> tuple[str, bool]:
    seconds = round(number * _SECONDS)
    days, seconds = divmod(seconds, _SECONDS)
    if days == 0 and not from_1904:
        return _time(seconds), False
    days += not from_1904 and days < _LEAP_ERROR
    day = (_DAY_NOUGHT[from_1904] + timedelta(days=days)).isoformat()
    if form.shows is Shows.MOMENT and seconds:
        return f"{day} {_time(seconds)}", False
    return day, True


def _time(seconds: int) -> str:
    minutes, rest = divmod(seconds, 60)
    return f"{minutes // 60:02}:{minutes % 60:02}" + (f":{rest:02}" if rest else "")


def _plain(number: float) -> str:
    """The number without the dust of binary fractions: 0.1 + 0.2 is 0.3, and a telephone number has no ".0"."""
    if number.is_integer() and abs(number) < 10**21:
        return str(int(number))
    return format(number, ".15g")


def _masked(digits: str, mask: str) -> str:
    """Digits put into the places of a mask, from the right; those left over stand before the first place."""
    places = re.findall(r"\\.|.", mask)
    first = next((at for at, place in enumerate(places) if place in "0#"), None)
    left = list(digits)
    out: list[str] = []
    for at in range(len(places) - 1, -1, -1):
        place = places[at]
        if place not in "0#":
            out.append(place.removeprefix("\\"))
        elif at == first:
            out.append("".join(left) or ("0" if place == "0" else ""))
        elif left:
            out.append(left.pop())
        else:
            out.append("0" if place == "0" else "")
    return "".join(reversed(out)) if first is not None else digits
