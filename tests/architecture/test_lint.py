"""ruff over the whole checkout; its rules are in pyproject.toml."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_style_is_kept() -> None:
    command = [sys.executable, "-m", "ruff", "check", "--output-format=concise", "."]
    linted = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert linted.returncode == 0, linted.stdout + linted.stderr
