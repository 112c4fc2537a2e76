"""Ages as lists write them, and as Excel spoils them: 5-11 becomes the 5th of November."""

from __future__ import annotations

import re

from champion_app.domain.dates import MONTHS
from champion_app.domain.list_words import day_in_words, one_line

_MONTHS = {name[:3].casefold(): number for number, name in enumerate(MONTHS, start=1)}
_MONTH = "(" + "|".join(_MONTHS) + r")[a-z]*\.?"
_DAY_MONTH = re.compile(rf"^(\d{{1,2}})[\s/-]+{_MONTH}$", re.IGNORECASE)
_MONTH_DAY = re.compile(rf"^{_MONTH}[\s/-]+(\d{{1,2}})$", re.IGNORECASE)
_ISO = re.compile(r"^(\d{4})-(\d{2})-(\d{2})(?:[T ].*)?$")
_BRITISH = re.compile(r"^(\d{1,2})/(\d{1,2})/(\d{4})(?:\s+00:00(?::00)?)?$")
_WHOLE = re.compile(r"^(\d{1,3})(?:\.0+)?$")
_YEARS = re.compile(r"^(\d{1,3})\s*(?:\+|years?|yrs?|y)?\.?(?:\s*(?:old|of age))?$", re.IGNORECASE)
_NO_LIMIT = 99
# Excel reads 11-16 as November 2016: a whole year behind a first of the month is an age up to this one.
_OLDEST_AS_YEAR = 19


def read_ages(text: str, is_date: bool = False) -> tuple[str, str]:
    """The ages of one cell and what was odd about them; a date that Excel made of two ages is turned back.

    A first of the month after 2019 could be "1 to 11" or "11 to 25": then no ages are given, and the reason says so.
    """
    words = one_line(text)
    if match := _WHOLE.match(words):
        return match[1], ""
    low, high, certain = _from_a_date(words, is_date)
    if not low and not high:
        return words, ""
    shown = day_in_words(words)
    if not certain:
        return "", f"Excel turned the ages into a date ({shown}): they could not be read with certainty."
    ages = f"{min(low, high)} to {max(low, high)}"
    return ages, f"Excel turned the ages into a date ({shown}): read as {ages}."


def join_ages(low: str, high: str) -> tuple[str, str]:
    """A lowest and a highest age as one text ("5 to 11", "5 and over", "Up to 11"), and what was odd."""
    low, high = _years(low), _years(high)
    if high.isdecimal() and int(high) >= _NO_LIMIT:
        high = ""
    if low.isdecimal() and high.isdecimal():
        odd = f"The ages run backwards: {low} to {high}." if int(low) > int(high) else ""
        return (low if low == high else f"{low} to {high}"), odd
    if low and high:
        return f"{low} to {high}", ""
    if low:
        return (f"{low} and over" if low.isdecimal() else f"From {low}"), ""
    return (f"Up to {high}" if high else ""), ""


def _years(words: str) -> str:
    plain = one_line(words)
    match = _WHOLE.match(plain) or _YEARS.match(plain)
    return match[1].lstrip("0") or "0" if match else plain


def _from_a_date(words: str, is_date: bool) -> tuple[int, int, bool]:
    """The two ages behind a date, and whether they are certain; 0, 0 when the words are no date."""
    if match := _DAY_MONTH.match(words):
        return int(match[1]), _MONTHS[match[2][:3].casefold()], True
    if match := _MONTH_DAY.match(words):
        return _MONTHS[match[1][:3].casefold()], int(match[2]), True
    if match := _ISO.match(words):
        year, month, day = (int(part) for part in match.groups())
    elif match := _BRITISH.match(words):
        day, month, year = (int(part) for part in match.groups())
    elif is_date:
        return 1, 1, False
    else:
        return 0, 0, True
    if day != 1:
        return day, month, 1 <= month <= 12
    if month < year - 2000 <= _OLDEST_AS_YEAR:
        return month, year - 2000, True
    return day, month, False
