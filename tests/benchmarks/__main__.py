"""``python tests/benchmarks``: what ``./run bench`` runs. It makes the checkout importable and hands over."""

from __future__ import annotations

import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def main() -> int:
    """Runs the benchmarks from the checkout, in this process and in those it starts. Returns the exit code."""
    sys.path[0] = str(ROOT)
    os.environ["PYTHONPATH"] = str(ROOT)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    # Installed programs keep their compiled modules. Without this every start would compile ours, and only ours.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    from tests.benchmarks import command

    return command.main(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
