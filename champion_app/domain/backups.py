"""Backups: what is known of each, which are kept, and what going back to one would lose, in words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum
from itertools import pairwise
from pathlib import Path

from champion_app.domain.dates import british

# What is kept (RELIABILITY 6.3). A day, a week or a month counts only if there are backups of it.
WHOLE_DAYS, DAILY, WEEKLY, MONTHLY = 2, 7, 5, 12
CAP = 200_000_000  # bytes, all of a binder's backups together
# A longer silence than any school has: the clock was set ahead.
_JUMP = timedelta(days=370)
# The second place gets a copy at least this often.
SECOND_PLACE_DAYS = 14


class Reason(Enum):
    """Why a backup was made; also a part of its file name."""

    CLOSE = "close"
    TIMER = "timer"
    MIGRATION = "migration"
    IMPORT = "import"
    RESTORE = "restore"
    ERASE = "erase"
    ASKED = "asked"
    LOCK = "lock"
    HANDOVER = "handover"


REASON_WORDS = {
    Reason.CLOSE: "when Champion was closed",
    Reason.TIMER: "after half an hour of work",
    Reason.MIGRATION: "before an update of Champion",
    Reason.IMPORT: "before something was taken in",
    Reason.RESTORE: "before going back to an earlier backup",
    Reason.ERASE: "around an erasing",
    Reason.ASKED: "because you asked for it",
    Reason.LOCK: "before the passphrase lock was changed",
    Reason.HANDOVER: "before a handover",
}


@dataclass(frozen=True)
class Backup:
    """One backup file. ``digest`` is of its rows and empty when the note beside the file is lost.

    ``number`` only grows and is the order; ``made_at`` is what the clock said. ``last_change`` is the number of the
    newest change in its history; ``sha256`` is of the file.
    """

    number: int
    made_at: datetime
    reason: Reason
    size: int
    digest: str
    counts: Mapping[str, int]
    version: str
    encrypted: bool
    path: Path
    last_change: int = 0
    sha256: str = ""

    @property
    def checked(self) -> bool:
        """Whether it was opened and compared with the binder when it was made, and we still know the outcome."""
        return bool(self.digest and self.sha256)


def newest_first(backups: Iterable[Backup]) -> list[Backup]:
    """In order of their numbers, whatever the clock said."""
    return sorted(backups, key=lambda one: (one.number, one.made_at), reverse=True)


def to_keep(backups: Iterable[Backup], cap: int = CAP) -> list[Backup]:
    """Which backups stay, newest first: the two last days of use whole, then 7 daily, 5 weekly, 12 monthly, and one per
    version of Champion, in ``cap`` bytes together (RELIABILITY 6.3).

    The number is the order and days are counted, not measured, so that a wrong clock removes nothing; where the clock
    visibly jumped, more is kept. Never removed for room: the newest checked one of the last day and of the day before.
    """
    listed = newest_first(backups)
    more = 2 * _jumps(listed)
    days = _groups(listed, lambda one: one.made_at.date())
    whole, older = days[:WHOLE_DAYS], days[WHOLE_DAYS:]
    newest_of_days = [_best(day) for day in whole]
    standing = list(newest_of_days)
    for how_many, unit in ((DAILY, _day), (WEEKLY, _week), (MONTHLY, _month)):
        groups = _groups([one for day in older for one in day], unit)
        standing += [_best(group) for group in groups[: how_many + more]]
        older = groups[how_many + more :]
    standing += [_best(group) for group in _by_version(listed)]
    extra = [one for day in whole for one in day if one not in standing]
    return _within(cap, extra, newest_first({one.path: one for one in standing}.values()), newest_of_days)


def _within(cap: int, extra: list[Backup], standing: list[Backup], never: list[Backup]) -> list[Backup]:
    """Lets the oldest go until the rest fits: first what merely fills a day up, then what stands for a time."""
    kept = newest_first([*extra, *standing])
    checked = [one for one in kept if one.checked]
    never = [*never, *checked[:1]]
    for one in [*reversed(newest_first(extra)), *reversed(standing)]:
        if sum(each.size for each in kept) <= cap:
            break
        if one not in never:
            kept.remove(one)
    return kept


def _jumps(listed: Sequence[Backup]) -> int:
    """How often the clock went back, or ahead by more than a year, between one backup and the next."""
    steps = [newer.made_at - older.made_at for newer, older in pairwise(listed)]
    return sum(1 for step in steps if step < timedelta(0) or step > _JUMP)


def _groups(listed: Sequence[Backup], unit: Callable[[Backup], object]) -> list[list[Backup]]:
    """Neighbours of the same day, week or month together. Going back in time always begins a new group."""
    groups: list[list[Backup]] = []
    for one in listed:
        newer = groups[-1][-1] if groups else None
        if newer is None or unit(newer) != unit(one) or one.made_at > newer.made_at:
            groups.append([])
        groups[-1].append(one)
    return groups


def _best(group: Sequence[Backup]) -> Backup:
    """The newest that was checked, else the newest."""
    return next((one for one in group if one.checked), group[0])


def _by_version(listed: Sequence[Backup]) -> list[list[Backup]]:
    found: dict[str, list[Backup]] = {}
    for one in listed:
        found.setdefault(one.version, []).append(one)
    return list(found.values())


def _day(one: Backup) -> object:
    return one.made_at.date()


def _week(one: Backup) -> object:
    return one.made_at.isocalendar()[:2]


def _month(one: Backup) -> object:
    return one.made_at.year, one.made_at.month


# ---------------------------------------------------------------- in words

# What a person would count, one and several; the other tables hang on these.
TABLE_WORDS = {
    "answers": ("answer", "answers"),
    "actions": ("action", "actions"),
    "action_updates": ("update on an action", "updates on actions"),
    "log_entries": ("log entry", "log entries"),
    "listings": ("service", "services"),
    "resources": ("resource", "resources"),
    "prisons": ("prison", "prisons"),
    "attachments": ("attached file", "attached files"),
    "own_words": ("leaflet in your own words", "leaflets in your own words"),
    "prints": ("print", "prints"),
}


def counts_in_words(counts: Mapping[str, int]) -> str:
    """ "5 actions, 31 answers", or that nothing is known."""
    said = [_counted(table, counts[table]) for table in TABLE_WORDS if counts.get(table)]
    return ", ".join(said) or "nothing counted"


def _counted(table: str, number: int) -> str:
    return f"{number or 'no'} {TABLE_WORDS[table][number != 1]}"


@dataclass(frozen=True)
class Lost:
    """What going back to a backup would lose: ``fewer`` and ``more`` are counts now against then, in words.

    ``changes`` is how many steps of work were done since, ``last_change`` when the last of them was; None when the
    present binder cannot tell.
    """

    fewer: tuple[str, ...] = ()
    more: tuple[str, ...] = ()
    changes: int | None = None
    last_change: datetime | None = None
    lock_changes: bool = False
    unread: tuple[str, ...] = ()

    def lines(self) -> list[str]:
        """Sentences for the page that asks whether to go back."""
        said = []
        if self.changes:
            steps = "1 step" if self.changes == 1 else f"{self.changes} steps"
            when = f", the last on {_moment(self.last_change)}" if self.last_change else ""
            said.append(f"You would go back {steps} of work{when}.")
        elif self.changes == 0:
            said.append("No work was done since this backup.")
        else:
            said.append("We cannot tell how much work was done since this backup.")
        said += [f"You would have fewer: {words}." for words in self.fewer]
        said += [f"You would have back: {words}." for words in self.more]
        if self.unread:
            said.append("Not readable in the present binder: " + ", ".join(self.unread) + ".")
        if self.lock_changes:
            said.append("This backup was made before the passphrase lock was turned on or off; that would change too.")
        return said


def lost(
    now: Mapping[str, int], backup: Backup, *, changes: int | None, last_change: datetime | None, encrypted: bool,
    unread: Sequence[str] = (),
) -> Lost:  # fmt: skip
    """What going back to ``backup`` would lose. ``now`` counts the present binder, without the tables in ``unread``."""
    fewer, more = [], []
    for table in TABLE_WORDS:
        if not backup.counts or table not in now:
            continue
        then = backup.counts.get(table, 0)
        words = f"{_counted(table, then)} instead of {now[table]}"
        if now[table] > then:
            fewer.append(words)
        elif now[table] < then:
            more.append(words)
    not_read = tuple(TABLE_WORDS[table][1] for table in unread if table in TABLE_WORDS)
    return Lost(tuple(fewer), tuple(more), changes, last_change, encrypted != backup.encrypted, not_read)


def _moment(moment: datetime) -> str:
    return f"{british(moment.date())} at {moment:%H:%M}"


def overdue(last: date | None, today: date) -> bool:
    """Whether the second place waits for a copy. A clock that was set back is no reason to ask."""
    return last is None or (today - last).days >= SECOND_PLACE_DAYS
