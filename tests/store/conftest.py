"""A fresh, empty binder per test: made once, copied while closed, opened for real."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from champion_app.store.binder import Binder, create_binder, open_binder
from champion_app.store.history import TRACKED


@pytest.fixture(scope="session")
def empty_binder_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("made") / "binder.champion"
    create_binder(path).close()
    return path


@pytest.fixture
def path(tmp_path: Path, empty_binder_file: Path) -> Path:
    """A closed binder of this test's own."""
    folder = tmp_path / "own"
    folder.mkdir()
    return Path(shutil.copy(empty_binder_file, folder / "binder.champion"))


@pytest.fixture
def binder(path: Path) -> Iterator[Binder]:
    opened = open_binder(path)
    yield opened
    opened.close()


@pytest.fixture
def dump() -> Callable[[Binder], dict[str, list[tuple[object, ...]]]]:
    """Everything undo answers for, as plain rows."""
    return lambda binder: {
        table: [tuple(row) for row in binder.rows(f"SELECT * FROM {table} ORDER BY id")] for table in TRACKED
    }


@pytest.fixture
def digest() -> Callable[[Path], str]:
    return lambda file: hashlib.sha256(file.read_bytes()).hexdigest()
