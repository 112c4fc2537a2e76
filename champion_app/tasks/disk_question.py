"""Is this laptop's disk encrypted by the organisation? The answer, who gave it and when, and who turned the lock.

Both are remembered with the binder, so that the page of what we hold and the screening sheet can show a decision that
somebody took, rather than an accident.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from enum import Enum

from champion_app.domain import clock
from champion_app.domain.dates import british
from champion_app.store.binder import Binder
from champion_app.tasks import settings
from champion_app.tasks.listings import who_checks

QUESTION = "Is this laptop's disk encrypted by your organisation?"
SETTING = "disk question"
LOCK_SETTING = "lock decision"
LOCK_AFTER_SETTING = "lock after"
LOCK_AFTER = (5, 10, 20, 30)  # minutes without a key or the mouse
LOCK_AFTER_USUALLY = 10


class Disk(Enum):
    """What somebody may answer."""

    YES = "Yes, IT told me"
    NO = "No"
    NOT_SURE = "Not sure"
    SHARED = "I share a login"

    @property
    def wants_passphrase(self) -> bool:
        """Whether a passphrase is the better choice: everything but a plain yes."""
        return self is not Disk.YES


@dataclass(frozen=True)
class Answer:
    """What was answered, by whom, on which day; ``not_now`` says that the passphrase was put off."""

    disk: Disk
    day: date
    by: str
    not_now: bool = False


@dataclass(frozen=True)
class Turned:
    """Whether the lock was last turned on or off, by whom, on which day."""

    on: bool
    day: date
    by: str


def answered(binder: Binder) -> Answer | None:
    """The answer as it was last given, or None."""
    said = _said(binder, SETTING)
    try:
        day = date.fromisoformat(said["day"])
        return Answer(Disk[said["answer"]], day, str(said["by"]), bool(said.get("not_now")))
    except (KeyError, ValueError, TypeError):
        return None


def answer(binder: Binder, disk: Disk, *, not_now: bool = False) -> None:
    """Remembers an answer with today's date and who gives it. Raises a disk fault."""
    said = {"answer": disk.name, "day": str(clock.today()), "by": who_checks(binder), "not_now": not_now}
    settings.keep_setting(binder, SETTING, json.dumps(said))


def turned(binder: Binder) -> Turned | None:
    """Who last turned the lock on or off, or None if nobody ever did."""
    said = _said(binder, LOCK_SETTING)
    try:
        return Turned(bool(said["on"]), date.fromisoformat(said["day"]), str(said["by"]))
    except (KeyError, ValueError, TypeError):
        return None


def note_turned(binder: Binder, *, on: bool) -> None:
    """Remembers that the lock was turned on or off today, and by whom. Raises a disk fault."""
    said = {"on": on, "day": str(clock.today()), "by": who_checks(binder)}
    settings.keep_setting(binder, LOCK_SETTING, json.dumps(said))


def lock_after(binder: Binder) -> int:
    """After how many idle minutes a locked binder is locked again."""
    said = settings.setting(binder, LOCK_AFTER_SETTING)
    return int(said) if said in {str(minutes) for minutes in LOCK_AFTER} else LOCK_AFTER_USUALLY


def in_words(found: Answer | None, *, locked: bool) -> str:
    """The answer in a sentence, for the page of what we hold and for paper. Whoever put off a passphrase and has set
    one since has put off nothing."""
    if found is None:
        return "Nobody has answered yet whether this laptop's disk is encrypted."
    said = {
        Disk.YES: "The disk of this laptop is encrypted: IT said so.",
        Disk.NO: "The disk of this laptop is not encrypted.",
        Disk.NOT_SURE: "Nobody is sure whether the disk of this laptop is encrypted.",
        Disk.SHARED: "The login of this laptop is shared with other people.",
    }[found.disk]
    later = " A passphrase was put off." if found.not_now and not locked else ""
    return f"{said} Answered by {found.by} on {british(found.day)}.{later}"


def _said(binder: Binder, name: str) -> dict[str, str]:
    try:
        said = json.loads(settings.setting(binder, name, "{}") or "{}")
    except ValueError:
        return {}
    return said if isinstance(said, dict) else {}
