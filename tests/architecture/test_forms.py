"""The Python of every Designer form is what pyside6-uic makes of it today.

To refresh one: ``.venv/bin/pyside6-uic ui/forms/NAME.ui -o champion_app/desktop/forms/ui_NAME.py``
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
DRAWN = {path.stem: path for path in (ROOT / "ui" / "forms").glob("*.ui")}
COMPILED = {path.stem[3:]: path for path in (ROOT / "champion_app" / "desktop" / "forms").glob("ui_*.py")}


def test_each_form_has_its_python_and_the_other_way_round() -> None:
    assert DRAWN.keys() == COMPILED.keys()


@pytest.mark.parametrize("name", sorted(DRAWN.keys() & COMPILED.keys()))
def test_form_is_fresh(name: str) -> None:
    """A stale form fails here: the top of this file says how to refresh it."""
    command = [sys.executable, "-c", "from PySide6.scripts.pyside_tool import uic; uic()", str(DRAWN[name])]
    made = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True)
    assert COMPILED[name].read_text(encoding="utf-8") == made.stdout
