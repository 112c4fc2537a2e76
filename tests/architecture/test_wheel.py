"""The wheel, built the default way (through the sdist) and without a network, holds all that people need."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).resolve().parents[2]
SHIPPED = ("ui/theme", "ui/icons", "ui/i18n", "resources")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(out), str(ROOT)]
    no_network = {**os.environ, "PIP_NO_INDEX": "1"}
    built = subprocess.run(command, cwd=out, env=no_network, capture_output=True, text=True)
    assert built.returncode == 0, built.stdout + built.stderr
    return next(out.glob("*.whl"))


@pytest.fixture(scope="module")
def names(wheel: Path) -> set[str]:
    return set(ZipFile(wheel).namelist())


@pytest.mark.parametrize("folder", SHIPPED)
def test_every_asset_is_inside(names: set[str], folder: str) -> None:
    files = [path.relative_to(ROOT).as_posix() for path in (ROOT / folder).rglob("*") if path.is_file()]
    assert files, f"{folder} is empty"
    assert {f"champion_app/_assets/{name}" for name in files} <= names


def test_every_module_is_inside(names: set[str]) -> None:
    assert {path.relative_to(ROOT).as_posix() for path in (ROOT / "champion_app").rglob("*.py")} <= names


def test_nothing_else_is_inside(names: set[str]) -> None:
    others = [name for name in names if not name.startswith(("champion_app/", "champion_app-"))]
    assert others == [], "only the package and its metadata are shipped: no tests, no forms, no tools"


def test_assets_are_found_in_an_installed_wheel(wheel: Path, tmp_path: Path) -> None:
    ZipFile(wheel).extractall(tmp_path)
    ask = "from champion_app import assets; print(assets.ui('icons')); print(assets.resource('toolkit'))"
    answer = subprocess.run(
        [sys.executable, "-c", ask], cwd=tmp_path, capture_output=True, text=True, check=True
    ).stdout.splitlines()
    assert answer == [str(tmp_path / "champion_app" / "_assets" / name) for name in ("ui/icons", "resources/toolkit")]
    assert all(Path(folder).is_dir() for folder in answer)
