"""British dates: read what people type, write what people read. A due date is a date, never a moment."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

from champion_app.faults import BadDate, NoSuchDay, YearOutOfRange

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

_BY_DAY = re.compile(r"^(\d{1,2})(?:st|nd|rd|th)?[\s./-]+(?:of\s+)?(\d{1,2}|[a-z]+)\.?(?:[\s,./-]+(\d{4}|\d{2}))?$")
_ISO = re.compile(r"^(\d{4})-(\d{1,2})-(\d{1,2})$")


def british(day: date) -> str:
    """22 November 2026."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def british_short(day: date) -> str:
    """22 Nov 2026, for narrow columns."""
    return f"{day.day} {MONTHS[day.month - 1][:3]} {day.year}"


def month_of(day: date) -> str:
    """November 2026: how exactly a leaflet says when a number was checked."""
    return f"{MONTHS[day.month - 1]} {day.year}"


def read_date(words: str, today: date, *, past: bool = False) -> date | None:
    """The date a person meant, or None for an empty field.

    Reads ``22 November 2026``, ``22nd of November``, ``22 nov``, ``22/11/26``, ``22.11.2026``, ``2026-11-22``,
    ``today``, ``tomorrow`` and ``yesterday``.
    A day and month without a year is the next one to come, or with ``past`` the last one gone by (for what was done).
    Raises BadDate, NoSuchDay (31 Feb) or YearOutOfRange, each with help to show beside the field.
    """
    text = " ".join(words.casefold().split())
    if not text:
        return None
    if text == "today":
        return today
    if text == "tomorrow":
        return date.fromordinal(today.toordinal() + 1)
    if text == "yesterday":
        return date.fromordinal(today.toordinal() - 1)
    if match := _ISO.match(text):
        year, month, day = (int(part) for part in match.groups())
        return _checked(year, month, day)
    match = _BY_DAY.match(text)
    if not match:
        raise BadDate
    day, month = int(match[1]), _month(match[2])
    if match[3]:
        return _checked(_full_year(match[3]), month, day)
    return _checked(_year_meant(month, day, today, past=past), month, day)


def _year_meant(month: int, day: int, today: date, *, past: bool) -> int:
    """The year of the next such day, or of the last one, though it may lack that day. 29 February may wait a year."""
    asked, now = (month, day), (today.month, today.day)
    other = today.year - 1 if past else today.year + 1
    year = other if (asked > now if past else asked < now) else today.year
    return other if asked == (2, 29) and not calendar.isleap(year) and calendar.isleap(other) else year


def _month(word: str) -> int:
    if word.isdigit():
        number = int(word)
        if not 1 <= number <= 12:
            raise BadDate
        return number
    if len(word) >= 3:
        for number, name in enumerate(MONTHS, start=1):
            if name.casefold().startswith(word) or (word == "sept" and number == 9):
                return number
    raise BadDate


def _full_year(digits: str) -> int:
    return 2000 + int(digits) if len(digits) == 2 else int(digits)


def _checked(year: int, month: int, day: int) -> date:
    if not 1 <= month <= 12 or day < 1:
        raise BadDate
    if not 2000 <= year <= 2100:
        raise YearOutOfRange(year=year)
    days = calendar.monthrange(year, month)[1]
    if day > days:
        raise NoSuchDay(month=MONTHS[month - 1], year=year, days=days)
    return date(year, month, day)


def first_day_reaching(today: date, months: int) -> date:
    """The earliest day that, so many months later, is today or after: what was checked since then still counts."""
    day = add_months(today, -months)
    while add_months(day, months) < today:
        day += timedelta(days=1)
    while add_months(day - timedelta(days=1), months) >= today:
        day -= timedelta(days=1)
    return day


def add_months(day: date, months: int) -> date:
    """The same day of the month so many months on, or the last day of a shorter month."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
