"""Run as a process of its own: loads everything once, then makes a copy of itself for each operation it is told to do.

Each line in is one operation as JSON; lines out are "pid", "said" for each step that has returned, "fault" with the
class, "bug" with a traceback, "done", and "gone" with how the copy ended.
"""

from __future__ import annotations

import concurrent.futures
import contextlib
import ctypes
import importlib
import json
import os
import shutil
import sys
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

# What an interruption could meet in a thread of its own is done in turn here, so that every call has its place.
if "--threads" not in sys.argv:

    class _InTurn(concurrent.futures.Executor):
        def __init__(self, most: int = 1) -> None:
            self._most = most

        def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> concurrent.futures.Future[Any]:
            done: concurrent.futures.Future[Any] = concurrent.futures.Future()
            try:
                done.set_result(fn(*args, **kwargs))
            except Exception as error:
                done.set_exception(error)
            return done

    concurrent.futures.ThreadPoolExecutor = _InTurn  # type: ignore[misc, assignment]

from champion_app.faults import Fault
from champion_app.store import backup_copy, connection
from champion_app.store.binder import Binder
from tests.trials import operations

# What Champion loads late is loaded before the first copy is made.
for _name in (
    "cryptography.hazmat.primitives.ciphers.aead", "sqlite_utils", "champion_app.store.migrations",
    "champion_app.store.locking", "champion_app.exchange.open_referral_out", "champion_app.exchange.text_out",
):  # fmt: skip
    importlib.import_module(_name)

# Harmless calls that count all the same, for whoever lets the n-th of its kind fail.
_NULL = os.open(os.devnull, os.O_RDWR)
_LET_TRACE = 0x59616D61  # PR_SET_PTRACER: for a kernel that lets only a parent trace
_NOWHERE = Path("/nowhere/at all")
_BURN: dict[str, Callable[[], object]] = {
    "pwrite64": lambda: os.pwrite(_NULL, b"x", 0),
    "write": lambda: os.write(_NULL, b"x"),
    "fsync": lambda: os.fsync(_NULL),
    "fdatasync": lambda: os.fdatasync(_NULL),
    "ftruncate": lambda: os.ftruncate(_NULL, 0),
    "unlink": lambda: _NOWHERE.unlink(),
    "rename": lambda: _NOWHERE.rename(_NOWHERE),
    "openat": lambda: os.open(_NOWHERE, os.O_RDONLY),
    "mkdir": lambda: _NOWHERE.mkdir(),
}


def say(line: str) -> None:
    """One line out, in one call; not the one that files are written with, so as not to be counted among those."""
    os.writev(1, [f"{line}\n".encode()])


def do(asked: dict[str, Any]) -> None:
    """One operation, each step tried once more after a fault, as every fault's last sentence says."""
    operations.freeze()
    weaken(asked.get("weak", ""))
    folder, name = Path(asked["folder"]), asked.get("burn", "")
    for _ in range(asked.get("times", 0)):
        with contextlib.suppress(OSError):
            _BURN[name]()
    say("begin")
    try:
        for number, step in enumerate(operations.OPERATIONS[asked["op"]].steps(folder)):
            if asked.get("copies"):
                shutil.copytree(folder, f"{folder}-{number}", symlinks=True)
            try:
                step()
            except Fault as fault:
                say(f"fault {type(fault).__name__}")
                step()
            say("said")
        if asked.get("copies"):
            shutil.copytree(folder, f"{folder}-{number + 1}", symlinks=True)
        say("done")
    except Fault as fault:
        say(f"fault {type(fault).__name__}")
    except BaseException:
        say("bug " + json.dumps(traceback.format_exc()))


def weaken(how: str) -> None:
    """Breaks one promise on purpose, to see that a trial notices."""
    # How often a backup makes way for a window would depend on how fast this computer is.
    setattr(backup_copy, "TURN_SECONDS", 1e9)  # noqa: B010 - not the module's own name
    if how == "synchronous":
        off = ("synchronous", "OFF", 0)
        connection.PRAGMAS = tuple(off if pragma[0] == how else pragma for pragma in connection.PRAGMAS)
    if how == "no sync":
        os.fsync = lambda fd: None
    if how == "swallow":
        setattr(Binder, "atomic", _without_a_word)  # noqa: B010 - not a method of its class


_ATOMIC = Binder.atomic


@contextlib.contextmanager
def _without_a_word(binder: Binder, *words: Any, **more: Any) -> Iterator[None]:
    with contextlib.suppress(Fault), _ATOMIC(binder, *words, **more):
        yield


def main() -> None:
    """Works until its input ends."""
    sys.unraisablehook = lambda about: None
    if sys.platform.startswith("linux"):
        ctypes.CDLL(None).prctl(_LET_TRACE, -1)
    say("ready")
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            say(f"pid {os.getpid()}")
            do(json.loads(line))
            os._exit(0)
        say(f"gone {os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])}")


if __name__ == "__main__":
    main()
