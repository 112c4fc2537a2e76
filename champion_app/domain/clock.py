"""The only place that asks the computer what day it is, so that a wrong clock can be dealt with in one place."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime

Clock = Callable[[], datetime]


def now() -> datetime:
    """The local date and time, without a time zone: what the champion's own clock on the wall says."""
    return datetime.now()


def today() -> date:
    """The local date."""
    return now().date()


def stamp(moment: datetime) -> str:
    """A moment as it is kept in the binder: ISO 8601, to the second."""
    return moment.replace(microsecond=0).isoformat(sep=" ")


def utc_stamp() -> str:
    """The moment in UTC, for names that must sort (never shown)."""
    return datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
