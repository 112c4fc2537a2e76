"""Handing over to the next champion: open actions, the name, a copy of the binder, a letter (T27, F78)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from champion_app.domain import clock
from champion_app.domain.actions import Action
from champion_app.domain.backups import Backup, Reason
from champion_app.domain.handover import Handover
from champion_app.domain.services import Service
from champion_app.domain.typed_text import clean, clean_line
from champion_app.faults import FolderMissing, FolderReadOnly
from champion_app.places import backups_of
from champion_app.store import actions as actions_store
from champion_app.store import backups, rounds
from champion_app.store.binder import Binder
from champion_app.tasks import actions, recall, service
from champion_app.tasks.second_place import second_place

if TYPE_CHECKING:
    from champion_app.tasks.papers import Planned

_MOST_NAMES = 20  # of services to check; the rest is counted


def open_actions(binder: Binder, today: date | None = None) -> list[Action]:
    """Every action that is not closed, overdue first."""
    return [one for one in actions.plan(binder, today) if one.open]


def reassign(binder: Binder, action_ids: Sequence[int], lead: str) -> int:
    """Gives actions to somebody else, together: one step to undo. Returns how many changed hands.

    Raises WordsNeeded without a name, TooLong, or NoLongerThere; then nothing has changed.
    """
    name = clean_line(clean(lead), "Who takes them over", needed=True)
    known = {one.id: one for one in actions_store.all_actions(binder)}
    changing = [number for number in action_ids if number not in known or known[number].fields.lead != name]
    if not changing:
        return 0
    with binder.atomic("give_actions"):
        for number in changing:
            binder.change("actions", number, {"lead": name})
    return len(changing)


def name_champion(binder: Binder, name: str, role: str = "") -> Service:
    """Puts the next champion's name, and a role if one is given, in place of the present one. Raises TooLong.

    Telephone and e-mail are emptied: they were the other person's. Undo brings them back.
    """
    ours = service.who_we_are(binder)
    if not name.strip() or " ".join(name.split()) == ours.champion:
        return ours
    changed = replace(ours, champion=name, role=role.strip() or ours.role, phone="", email="")
    return service.say_who_we_are(binder, changed)


def make_copy(binder: Binder, folder: Path, today: date | None = None) -> Backup:
    """A whole, checked copy of the binder in a folder of its own at a place that was chosen; slow, so on a worker.

    A locked binder's copy is locked too, and its key file lies beside it. Raises FolderMissing, FolderReadOnly,
    BackupFull or BackupFailed.
    """
    if not folder.is_dir():
        raise FolderMissing(folder=folder)
    own = _free(folder, f"Champion handover {(today or clock.today()).isoformat()}")
    try:
        own.mkdir()
    except OSError:
        raise FolderReadOnly(folder=folder) from None
    try:
        return backups.make(binder, own, Reason.HANDOVER)
    except BaseException:
        if not any(own.iterdir()):
            own.rmdir()
        raise


def letter(binder: Binder, before: str, copy_in: Path | None = None, today: date | None = None) -> Handover:
    """What the handover letter says; ``before`` is the name of the champion who leaves."""
    day, ours, second = today or clock.today(), service.who_we_are(binder), second_place(binder.path)
    due = [one.fields.name for one in recall.ring_round(binder, day)]
    more = [f"and {len(due) - _MOST_NAMES} more"] if len(due) > _MOST_NAMES else []
    safeguarding = ", ".join(part for part in (ours.safeguarding_lead, ours.safeguarding_phone) if part)
    return Handover(
        service=ours.name,
        day=day,
        old_champion=before if before != ours.champion else "",
        new_champion=ours.champion,
        role=ours.role,
        actions=tuple(open_actions(binder, day)),
        round_words=_round_words(binder),
        to_check=(*due[:_MOST_NAMES], *more),
        binder=str(binder.path),
        backups=str(backups_of(binder.path)),
        second_place=str(second.folder) if second else "",
        copy_in=str(copy_in) if copy_in else "",
        locked=binder.key is not None,
        safeguarding=safeguarding,
    )


def plan_letter(binder: Binder, before: str, copy_in: Path | None = None, today: date | None = None) -> Planned:
    """The handover letter, ready to be made on a worker."""
    from champion_app.paper import handover_letter
    from champion_app.tasks.papers import Planned

    document = handover_letter.document(letter(binder, before, copy_in, today))
    return Planned(document, "handover letter", document.title)


def _round_words(binder: Binder) -> str:
    known = rounds.all_rounds(binder)
    if not known:
        return "No self-assessment has been started yet."
    newest = known[-1]
    given = sum(1 for one in rounds.answers(binder, newest.id).values() if one.answer)
    state = "finished" if newest.finished else "not finished yet"
    return f"{newest.name}: {given} answers, {state}."


def _free(folder: Path, name: str) -> Path:
    """A name nobody has yet."""
    names = (name, *(f"{name} ({number})" for number in range(2, 100)))
    return next((folder / each for each in names if not (folder / each).exists()), folder / name)
