"""A second Champion that saves and saves until it is cut off, to see on this very computer that "Saved" means saved."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from champion_app.exchange import child

if TYPE_CHECKING:
    import subprocess

WORD = "self-test-child"  # how a frozen Champion, which has no "python -m", is asked to be the child

_MOST = 5_000  # saves; it is cut off long before, and if nobody does, it ends by itself


def start(binder: Path, key: bytes | None) -> subprocess.Popen[bytes]:
    """Starts it on a closed trial binder. It says the number of each action on a line of its own, once it is saved.

    Raises OSError when this computer will not start it.
    """
    import subprocess  # late: the command line loads this module on every start

    process = subprocess.Popen(
        _command(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=child.environment(),
        **_apart(),
    )
    assert process.stdin
    asked = {"binder": str(binder), "key": key.hex() if key is not None else ""}
    try:
        process.stdin.write(json.dumps(asked).encode("ascii") + b"\n")
        process.stdin.close()
    except OSError:
        process.kill()
        process.wait()
        raise
    return process


def main() -> int:
    """Be the child. What it saves is the same every time and about nobody."""
    with os.fdopen(os.dup(1), "wb", buffering=0) as out:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        asked = json.loads(sys.stdin.buffer.readline())
        from champion_app.domain.actions import ActionFields
        from champion_app.store.opening import open_binder
        from champion_app.tasks import actions

        binder = open_binder(Path(asked["binder"]), bytes.fromhex(asked["key"]) or None)
        for number in range(_MOST):
            fields = ActionFields(f"Trial {number}", evidence="A trial of saving. " * 200)
            out.write(f"{actions.raise_action(binder, fields)}\n".encode("ascii"))
        binder.close()
    return 0


def _command() -> list[str]:
    return child.command(WORD, "champion_app.tasks.self_test_child")


def _apart() -> dict[str, Any]:
    """On Windows without a black window."""
    if sys.platform == "win32":
        import subprocess

        return {"creationflags": subprocess.CREATE_NO_WINDOW}
    return {}


if __name__ == "__main__":
    sys.exit(main())
