"""What we hold and for how long: every kind in plain words, how much of it, and what has been kept long enough."""

from __future__ import annotations

import tomllib
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from champion_app.assets import resource
from champion_app.domain import clock
from champion_app.domain.holdings import (
    PERIODS,
    Doubt,
    Held,
    Holding,
    Kind,
    Sensitivity,
    clock_doubt,
    cut_for,
    doubt_words,
)
from champion_app.faults import TooFewLetters
from champion_app.places import Places, backups_of, for_this_person
from champion_app.store import backup_files, footprint, holdings, service
from champion_app.store.binder import Binder
from champion_app.tasks.binders import known_places
from champion_app.tasks.second_place import second_place
from champion_app.tasks.settings import keep_setting, setting

if TYPE_CHECKING:
    from champion_app.tasks.papers import Planned

__all__ = ["doubt_words"]

_PERIOD = "keep months {kind}"
_TRUSTED = "clock is right on"
_FEWEST_LETTERS = 3


@cache
def kinds() -> tuple[Kind, ...]:
    """Every kind of thing that is held: those in the binder first, then the files."""
    table = _words()
    return tuple(_kind(item) for item in (*table["kinds"], *table["files"]))


def kind(kind_id: str) -> Kind:
    """One kind by its id. Raises KeyError."""
    return {one.id: one for one in kinds()}[kind_id]


def introduction() -> tuple[str, str]:
    """What stands above the list: where everything is, and what is never held."""
    table = _words()
    return table["introduction"], table["never"]


def what_we_hold(binder: Binder, places: Places | None = None, today: date | None = None) -> list[Holding]:
    """Every kind with how much of it there is, the copies in a second place among the backups if it can be reached.

    What is past its period is counted only while the clock can be believed (F34).
    """
    day = today or clock.today()
    believed = doubt(binder, day) is None
    found = []
    for one in kinds():
        months = period(binder, one) if one.months is not None else None
        held = holdings.held(binder, one.id) if one.in_the_binder else _files(binder, one.id, places)
        cut = cut_for(months, day) if months else None
        past = len(holdings.old_rows(binder, one.id, cut)) if cut and believed else 0
        found.append(Holding(one, held, months, past))
    return found


def find_words(binder: Binder, words: str) -> list[tuple[str, str]]:
    """Where these words stand in the binder, in whatever field, as (table, the line they stand in): for somebody who
    asks what is held about them. Slow in a large binder. Raises TooFewLetters."""
    wanted = " ".join(words.split())
    if len(wanted) < _FEWEST_LETTERS:
        raise TooFewLetters(least=_FEWEST_LETTERS)
    return holdings.containing(binder, wanted)


def period(binder: Binder, of: Kind) -> int:
    """How many months a kind is kept before Champion asks; 0 is no limit."""
    chosen = setting(binder, _PERIOD.format(kind=of.id))
    return int(chosen) if chosen in {str(months) for months in PERIODS} else of.months or 0


def keep_period(binder: Binder, of: Kind, months: int) -> None:
    """Another period for a kind. Nothing goes by it alone."""
    keep_setting(binder, _PERIOD.format(kind=of.id), str(months))


def doubt(binder: Binder, today: date | None = None) -> Doubt | None:
    """Why the computer's date is not believed, or None (F33, F34)."""
    said = setting(binder, _TRUSTED)
    trusted = date.fromisoformat(said) if said else None
    return clock_doubt(today or clock.today(), holdings.days_of_changes(binder), trusted)


def trust_clock(binder: Binder, today: date | None = None) -> None:
    """Somebody has looked at the date and says it is right."""
    keep_setting(binder, _TRUSTED, (today or clock.today()).isoformat())


def plan_page(binder: Binder, places: Places | None = None, today: date | None = None) -> Planned:
    """The page "What we hold and for how long", ready to be made on a worker."""
    from champion_app.paper import holdings as paper
    from champion_app.tasks.papers import Planned

    day = today or clock.today()
    found = what_we_hold(binder, places, day)
    document = paper.document(found, service.load(binder).name, day, *introduction())
    return Planned(document, "what we hold", document.title)


def backup_folders(path: Path) -> list[Path]:
    """Where the backups of a binder lie: beside it, and in the second place if there is one that can be reached."""
    second = second_place(path)
    return [backups_of(path), *([second.folder] if second and second.is_there else [])]


def _files(binder: Binder, kind_id: str, places: Places | None) -> Held:
    home = places or for_this_person()
    if kind_id == "backups":
        return _backups(binder)
    if kind_id == "fault_log":
        return footprint.held(footprint.fault_logs(home))
    if kind_id == "known":
        return Held(len(known_places(home)))
    return footprint.held(footprint.files_of(binder.path, kind_id))


def _backups(binder: Binder) -> Held:
    found = [one for folder in backup_folders(binder.path) for one in backup_files.all_backups(folder)]
    days = [one.made_at.date() for one in found]
    return Held(len(found), min(days, default=None), max(days, default=None), sum(one.size for one in found))


@cache
def _words() -> dict[str, Any]:
    return tomllib.loads(resource("papers", "holdings.toml").read_text(encoding="utf-8"))


def _kind(item: dict[str, Any]) -> Kind:
    values = {**item, "sensitivity": Sensitivity(item["sensitivity"]), "tables": tuple(item.get("tables", ()))}
    return Kind(**values)
