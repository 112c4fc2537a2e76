"""A plain picture of a binder: dictionaries and lists, no files and no SQL, to hold the real one against."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass, field, replace


@dataclass(frozen=True)
class ModelAction:
    """An action of the plan."""

    title: str
    closed: bool = False
    updates: tuple[str, ...] = ()


@dataclass(frozen=True)
class Contents:
    """All that undo answers for, by number."""

    actions: dict[int, ModelAction] = field(default_factory=dict)
    listings: dict[int, str] = field(default_factory=dict)
    log: dict[int, str] = field(default_factory=dict)
    words: dict[str, str] = field(default_factory=dict)


@dataclass
class Model:
    """What a binder should hold, and what could be taken back or brought back.

    Changes with the same ``merge`` made one straight after the other are one thing to undo.
    """

    now: Contents = field(default_factory=Contents)
    undoable: list[Contents] = field(default_factory=list)
    redoable: list[Contents] = field(default_factory=list)
    _merge: str = ""

    def change(self, contents: Contents, merge: str = "") -> None:
        """Something was done; one that changes nothing leaves no trace."""
        if contents == self.now:
            return
        if not (merge and merge == self._merge):
            self.undoable.append(self.now)
        self.redoable.clear()
        self.now, self._merge = contents, merge

    def put(self, noun: str, key: int | str, value: object, merge: str = "") -> None:
        """Something is added, or is another now."""
        self.change(replace(self.now, **{noun: {**getattr(self.now, noun), key: value}}), merge)

    def drop(self, noun: str, key: int | str) -> None:
        """Something is removed."""
        kept = {name: value for name, value in getattr(self.now, noun).items() if name != key}
        self.change(replace(self.now, **{noun: kept}))

    def undo(self) -> bool:
        """Takes the last change back. False when there is none."""
        if not self.undoable:
            return False
        self.redoable.append(self.now)
        self.now, self._merge = self.undoable.pop(), ""
        return True

    def redo(self) -> bool:
        """Brings back what the last undo took away. False when there is nothing."""
        if not self.redoable:
            return False
        self.undoable.append(self.now)
        self.now, self._merge = self.redoable.pop(), ""
        return True

    def copy(self) -> Model:
        """The same once more, for a backup."""
        return deepcopy(self)
