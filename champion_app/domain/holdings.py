"""What the binder and the files around it hold, how long each kind is kept, and whether the clock can be believed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise
from pathlib import Path

from champion_app.domain.attachments import size_words
from champion_app.domain.dates import add_months, british

# What can be chosen, in months; 0 is "no limit".
PERIODS = (1, 6, 12, 24, 36, 60, 84, 0)

# A longer silence between two changes than any champion keeps: the clock was set ahead, or somebody came back.
_SILENCE = 400
# After such a jump the clock is believed once it has been used on this many days.
_DAYS_OF_USE = 10


class Sensitivity(StrEnum):
    """How careful one has to be with a kind of thing (RELIABILITY 2, data map)."""

    NONE = "none"
    STAFF = "staff"
    FREE_TEXT = "free_text"
    KEYS = "keys"


SENSITIVITY_WORDS = {
    Sensitivity.NONE: "Nothing about people",
    Sensitivity.STAFF: "Names of staff or services",
    Sensitivity.FREE_TEXT: "Free words: the risk is a child’s name",
    Sensitivity.KEYS: "Opens the rest: keep it safe",
}


# Where words may stand, as people call it, by table.
PLACE_WORDS = {
    "actions": "Work plan", "action_updates": "Work plan", "log_entries": "Action log", "answers": "Self-assessment",
    "change_rows": "History of changes", "settings": "Drafts and settings", "prints": "Print history",
    "files": "Attached files", "log_templates": "Log templates", "listings": "Services that can help",
    "resources": "Resource pack", "rounds": "Self-assessment", "attachments": "Attached files", "prisons": "Prisons",
    "service": "Who you are", "own_words": "Leaflets in your own words", "leaflet_texts": "Leaflets from packs",
    "text_checks": "Who has read a leaflet", "shelves": "Shelves", "sources": "Lists and packs taken in",
}  # fmt: skip


@dataclass(frozen=True)
class Kind:
    """One kind of thing that is held, in plain words. ``kept`` says how long where no period can be chosen.

    ``months`` is the period it has unless another is chosen; None when it has none. ``tables`` are the binder's tables
    it stands in; a kind of file has none. ``purged_one`` and ``purged_several`` are what a purge counts, if that is
    something else.
    """

    id: str
    title: str
    what: str
    why: str
    sensitivity: Sensitivity
    one: str
    several: str
    kept: str = ""
    from_day: str = ""
    months: int | None = None
    tables: tuple[str, ...] = ()
    purged_one: str = ""
    purged_several: str = ""

    @property
    def in_the_binder(self) -> bool:
        """Whether it is in the binder itself, not a file beside it."""
        return bool(self.tables)

    def counted(self, count: int) -> str:
        """ "1 action", "25 actions"."""
        return f"{count:,} {self.one if count == 1 else self.several}"

    def purged(self, count: int) -> str:
        """The same for what a purge takes: "1 round"."""
        word = (self.purged_one or self.one) if count == 1 else (self.purged_several or self.several)
        return f"{count:,} {word}"


@dataclass(frozen=True)
class Held:
    """How much there is of a kind: rows or files, the days of the oldest and the newest, bytes of files."""

    count: int = 0
    oldest: date | None = None
    newest: date | None = None
    size: int = 0


@dataclass(frozen=True)
class Holding:
    """A kind with what there is of it. ``past`` is how many have been kept longer than ``months``."""

    kind: Kind
    held: Held
    months: int | None = None
    past: int = 0

    @property
    def counted(self) -> str:
        """How many, in words, and how large if it is files."""
        size = f", {size_words(self.held.size)}" if self.held.size else ""
        return f"{self.kind.counted(self.held.count)}{size}"

    @property
    def days(self) -> str:
        """From when to when, in words; empty when there are no days to tell."""
        oldest, newest = self.held.oldest, self.held.newest
        if oldest is None or newest is None:
            return ""
        return british(oldest) if oldest == newest else f"{british(oldest)} to {british(newest)}"

    @property
    def keeping(self) -> str:
        """How long it is kept, in a sentence."""
        if self.months is None:
            return self.kind.kept
        if self.months == 0:
            return "No limit."
        return f"{period_words(self.months)} {self.kind.from_day}, then Champion asks."


def period_words(months: int) -> str:
    """ "6 months", "1 year"."""
    if months == 0:
        return "No limit"
    number, word = (months // 12, "year") if months % 12 == 0 else (months, "month")
    return f"{number} {word}{'' if number == 1 else 's'}"


def cut_for(months: int, today: date) -> date | None:
    """What is from before this day has been kept longer than the period; None without a limit."""
    return add_months(today, -months) if months else None


@dataclass(frozen=True)
class OldRow:
    """One thing that could be purged: its row, its day and the first words of it."""

    id: int
    day: date | None
    line: str


@dataclass(frozen=True)
class Leaving:
    """What would go of one kind. ``comes_along`` says in words what hangs on it and goes too."""

    kind: Kind
    cut: date | None
    rows: tuple[OldRow, ...]
    comes_along: str = ""


@dataclass(frozen=True)
class Preview:
    """Exactly what a purge would take away; the purge takes this and nothing else."""

    leaving: tuple[Leaving, ...]

    @property
    def in_words(self) -> list[str]:
        """What goes, kind by kind: "3 actions"."""
        return [one.kind.purged(len(one.rows)) for one in self.leaving]

    @property
    def count(self) -> int:
        """How many things go."""
        return sum(len(one.rows) for one in self.leaving)


@dataclass(frozen=True)
class OldCopy:
    """A file outside the binder that may still hold what was erased."""

    path: Path
    what: str
    made_on: date
    size: int = 0


# ---------------------------------------------------------------- the clock


class Doubt(StrEnum):
    """Why the computer's date is not believed (RELIABILITY F33, F34)."""

    BEHIND = "behind"
    AHEAD = "ahead"


def clock_doubt(today: date, days: Sequence[date], trusted: date | None = None) -> Doubt | None:
    """Whether today's date can be right, by the days of the changes in their order of writing.

    It cannot be earlier than something written before. After a silence of more than a year it may have been set ahead:
    it is believed again once Champion was used on ten days. ``trusted`` is a day on which somebody said it was right.
    """
    if trusted is not None and 0 <= (today - trusted).days <= _SILENCE:
        return None
    if any(today < day for day in days):
        return Doubt.BEHIND
    steps = [*days, today]
    jumps = [place for place, (before, after) in enumerate(pairwise(steps), 1) if (after - before).days > _SILENCE]
    if jumps and len(set(steps[jumps[-1] :])) < _DAYS_OF_USE:
        return Doubt.AHEAD
    return None


def doubt_words(doubt: Doubt, today: date) -> str:
    """The sentence that is shown instead of a prompt to purge."""
    why = {
        Doubt.BEHIND: "Something in your binder was written after that.",
        Doubt.AHEAD: "That is more than a year after the work before it.",
    }[doubt]
    return (
        f"Your computer’s date looks wrong ({british(today)}). {why} Until it is right, nothing is called old here and"
        " nothing can be cleared out."
    )


# ---------------------------------------------------------------- erasing everything


@dataclass(frozen=True)
class WholeErasing:
    """Everything of Champion on this computer that would go, read while the binder is still open.

    ``files`` are names with sizes in bytes; ``held`` counts in words; ``alike`` looks like a copy and is left alone;
    ``others`` are binders that were opened in other places; ``synced`` names the cloud folder it lies in, if any;
    ``second`` is the second place for backups, whose copies go too when it is there.
    """

    service: str
    day: date
    binder: Path
    files: tuple[tuple[Path, int], ...]
    held: tuple[str, ...]
    alike: tuple[Path, ...] = ()
    others: tuple[str, ...] = ()
    synced: str = ""
    second: Path | None = None
    second_there: bool = False
    locked: bool = False

    @property
    def to_type(self) -> str:
        """What has to be typed before anything goes: the service's name, or a word if it has none."""
        return self.service or "erase"

    def is_typed(self, typed: str) -> bool:
        """Whether this is it; capitals and spaces do not matter."""
        return " ".join(typed.split()).casefold() == " ".join(self.to_type.split()).casefold()


@dataclass(frozen=True)
class WhatWent:
    """What came of it: which files are gone, and which would not go."""

    gone: tuple[Path, ...]
    left: tuple[Path, ...] = ()
