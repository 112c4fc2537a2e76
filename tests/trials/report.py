"""The figures of the trials, for the help page "How we test": one JSON file that all of them write into."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

NAMED_BY = "CHAMPION_TRIALS_REPORT"
Report = Callable[..., None]


def note(trial: str, heavy: bool, figures: dict[str, object]) -> None:
    """Puts the figures of one trial into the file that the environment names, if it names one."""
    place = os.environ.get(NAMED_BY)
    if not place:
        return
    path = Path(place)
    path.parent.mkdir(parents=True, exist_ok=True)
    with _alone(path.with_name(path.name + ".lock")):
        said = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
        said.setdefault(trial, {})["heavy" if heavy else "always"] = figures
        part = path.with_name(path.name + ".part")
        part.write_text(json.dumps(said, indent=1, sort_keys=True) + "\n", encoding="utf-8")
        part.replace(path)


@contextmanager
def _alone(lock: Path) -> Iterator[None]:
    """Several processes test at once."""
    with lock.open("w") as file:
        if os.name != "nt":
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX)
        yield
