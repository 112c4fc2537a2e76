"""Who may import whom: the contracts in pyproject.toml (DESIGN 2), and names that say nothing are not taken."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SAY_NOTHING = {"utils", "helpers", "common", "manager", "handler", "base", "misc", "data"}


def test_import_contracts_are_kept() -> None:
    run = "from importlinter.cli import lint_imports_command as lint; lint(['--no-logo', '--no-cache'])"
    linted = subprocess.run([sys.executable, "-c", run], cwd=ROOT, capture_output=True, text=True)
    assert linted.returncode == 0, linted.stdout + linted.stderr


def test_every_module_name_says_what_is_in_it() -> None:
    modules = [path.relative_to(ROOT).with_suffix("") for path in (ROOT / "champion_app").rglob("*.py")]
    assert [module for module in modules if SAY_NOTHING & set(module.parts)] == []


def test_ui_holds_no_python() -> None:
    assert not list((ROOT / "ui").rglob("*.py"))
