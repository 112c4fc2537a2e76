"""The plan by which a binder and its copy change places: written down first, each step good to repeat or to take back.

Five files belong to a binder: itself, its journal, its seal and two key files. Phase by phase: what is there is moved
aside; the plan is marked; what comes in is moved to its place; the plan is removed. Marks are on the disk before moves.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace
from pathlib import Path

from champion_app.faults import RestoreFailed
from champion_app.store import keys, seal
from champion_app.store.opening import RESTORE_PLAN
from champion_app.whole_file import half_written, settle_folder, write_whole

INCOMING = ".restoring"
ASIDE = ".set-aside-"
# The binder goes first and comes last: a journal or a key without a binder is noticed, the other way round it is not.
BESIDE = ("-journal", seal.ENDING, *keys.ENDINGS)
_GOING = ("", *BESIDE)
_COMING = tuple(reversed(_GOING))
_MOVING, _PLACING = "moving", "placing"
_SET_ASIDE = re.compile(rf"{re.escape(ASIDE)}[\w-]+", re.ASCII)


@dataclass(frozen=True)
class Plan:
    """``coming`` and ``going`` are endings of the binder's name; ``parts`` what there was to come in."""

    path: Path
    coming: str
    going: str
    phase: str = _MOVING
    parts: tuple[str, ...] = ()

    @property
    def incoming(self) -> Path:
        """What is to take the binder's name."""
        return self._named(self.coming, "")

    @property
    def aside(self) -> Path:
        """Where the binder that is there now goes."""
        return self._named(self.going, "")

    def is_placed(self) -> bool:
        """Whether the copy has the binder's name already."""
        return self.phase == _PLACING and not self.incoming.exists() and self.path.exists()

    def carry_out(self) -> None:
        """Does what is left to do of the plan, from its beginning or from wherever it was interrupted.

        Raises RestoreFailed when what is to come in is gone; OSError or a fault of ``write_whole``.
        """
        plan = self
        seal.take_off(plan.path)
        if plan.phase == _MOVING:
            if not plan.parts:
                parts = tuple(part for part in _COMING if plan._named(plan.coming, part).exists())
                plan = replace(plan, parts=parts)
                plan._write_down()
            if not plan.incoming.exists():
                raise RestoreFailed(reason="the copy of the backup is gone")
            for part in _GOING:
                _move(plan._named("", part), plan._named(plan.going, part))
            settle_folder(plan.path.parent)
            plan = replace(plan, phase=_PLACING)
            plan._write_down()
        for part in plan.parts:
            _move(plan._named(plan.coming, part), plan._named("", part))
        settle_folder(plan.path.parent)
        plan._strike_out()

    def turn_back(self) -> None:
        """Undoes what was done of the plan: the binder is where it was. Raises as ``carry_out`` does."""
        plan = self
        seal.take_off(plan.path)
        if plan.phase == _PLACING:
            for part in reversed(plan.parts):
                if not plan._named(plan.coming, part).exists():
                    _move(plan._named("", part), plan._named(plan.coming, part))
            settle_folder(plan.path.parent)
            plan = replace(plan, phase=_MOVING)
            plan._write_down()
        for part in _COMING:
            _move(plan._named(plan.going, part), plan._named("", part))
        settle_folder(plan.path.parent)
        plan._strike_out()
        if plan.coming == INCOMING:
            plan.clear_incoming()

    def clear_incoming(self) -> None:
        """Takes away a copy that nobody waits for."""
        for part in _GOING:
            self._named(self.coming, part).unlink(missing_ok=True)

    def _named(self, ending: str, part: str) -> Path:
        return self.path.with_name(self.path.name + ending + part)

    def _write_down(self) -> None:
        said = {"coming": self.coming, "going": self.going, "phase": self.phase, "parts": self.parts}
        write_whole(json.dumps(said).encode("ascii"), _place_of(self.path))

    def _strike_out(self) -> None:
        _place_of(self.path).unlink(missing_ok=True)
        settle_folder(self.path.parent)


def read_plan(path: Path) -> Plan | None:
    """The plan that was written down for a binder and not yet carried out; one that we did not write is none."""
    try:
        said = json.loads(_place_of(path).read_bytes())
        plan = Plan(path, said["coming"], said["going"], said["phase"], tuple(said["parts"]))
        known = plan.phase == _MOVING or (plan.phase == _PLACING and "" in plan.parts)
        known = known and set(plan.parts) <= set(_COMING)
        comes = plan.coming == INCOMING or _SET_ASIDE.fullmatch(plan.coming)
        return plan if known and comes and _SET_ASIDE.fullmatch(plan.going) and plan.going != plan.coming else None
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None


def clear_parts(path: Path) -> None:
    """Takes away what a crash left of a plan or of a key file in the writing."""
    begun = re.compile("|".join(half_written(name) for name in (path.name, path.name + INCOMING)))
    for place in list(path.parent.iterdir()):
        if begun.fullmatch(place.name):
            place.unlink(missing_ok=True)


def _place_of(path: Path) -> Path:
    return path.with_name(path.name + RESTORE_PLAN)


def _move(source: Path, target: Path) -> None:
    if not source.exists():
        return
    if target.exists():
        raise RestoreFailed(reason="another binder has come in between")
    source.rename(target)
