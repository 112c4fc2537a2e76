"""What is said of a backup: when it was made and why, what is in it, and whether it is whole."""

from __future__ import annotations

from datetime import datetime

from champion_app.desktop.models.row_model import Row
from champion_app.desktop.words import tr, trn
from champion_app.domain.attachments import size_words
from champion_app.domain.backups import REASON_WORDS, Backup, counts_in_words
from champion_app.domain.dates import british


def moment(at: datetime) -> str:
    """25 November 2026 at 21:04"""
    return tr("{day} at {time}", day=british(at.date()), time=f"{at:%H:%M}")


def why(backup: Backup) -> str:
    """When it was made, as the end of a sentence: "after half an hour of work"."""
    return tr(REASON_WORDS[backup.reason])


def inside(backup: Backup) -> str:
    """ "5 actions, 31 answers", or that nobody counted."""
    return tr(counts_in_words(backup.counts)) if backup.counts else tr("what is in it was not noted")


def row(place: int, backup: Backup, problem: str | None) -> Row:
    """A line of the list. ``problem`` is None as long as the file has not been read again, and empty when it is whole.

    The line's id is its place: numbers of backups from several folders are not unique.
    """
    words, icon, token = state(backup, problem)
    second = tr("Made {why}. {counts}", why=why(backup), counts=inside(backup))
    return Row(place, moment(backup.made_at), second, words, icon, token)


def state(backup: Backup, problem: str | None) -> tuple[str, str, str]:
    """Whether it is whole: a word or two, an icon and a colour."""
    if problem:
        return tr("Damaged"), "refused", "overdue"
    if problem == "" and not backup.encrypted:
        return tr("Opened and checked"), "checked", "ok"
    if problem == "" or backup.checked:
        return tr("Checked"), "checked", "ok"
    return tr("Not checked yet"), "unchecked", "muted"


def state_sentence(backup: Backup, problem: str | None) -> str:
    """The same in a sentence, for the one that was chosen."""
    if problem:
        return tr("This backup is damaged: {reason}. You cannot go back to it.", reason=tr(problem))
    if problem is None:
        return tr("It is being read…")
    if not backup.checked:
        return tr("It opens and is sound. The note beside it is lost, so it cannot be compared with what it was.")
    return tr("It has just been read again: it is as it was when it was made and checked.")


def about(backup: Backup) -> str:
    """Why it was made, what is in it, and its size, version and lock."""
    what = {"why": why(backup), "counts": inside(backup), "facts": _facts(backup)}
    return tr("Made {why}. In it: {counts}. {facts}.", **what)


def _facts(backup: Backup) -> str:
    parts = [size_words(backup.size)]
    if backup.version:
        parts.append(tr("made by Champion {version}", version=backup.version))
    parts.append(tr("locked with a passphrase") if backup.encrypted else tr("not locked"))
    return ", ".join(parts)


def how_many(backups: list[Backup]) -> str:
    """ "12 backups, 3.4 MB together" """
    size = size_words(sum(one.size for one in backups))
    return trn("{n} backup, {size}", "{n} backups, {size} together", len(backups), size=size)
