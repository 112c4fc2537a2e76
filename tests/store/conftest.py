"""A fresh, empty binder per test: made once, copied while closed, opened for real."""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from champion_app.store.binder import Binder
from champion_app.store.history import TRACKED
from champion_app.store.opening import create_binder, open_binder


@pytest.fixture(scope="session")
def empty_binder_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("made") / "binder.champion"
    create_binder(path).close()
    return path


@pytest.fixture
def quick_folder() -> Iterator[Path]:
    """A folder in memory where there is such a thing: most tests save often and are not about the disk."""
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=memory if os.access(memory, os.W_OK) else None) as folder:
        yield Path(folder)


@pytest.fixture
def path(quick_folder: Path, empty_binder_file: Path) -> Path:
    """A closed binder of this test's own."""
    return Path(shutil.copy(empty_binder_file, quick_folder / "binder.champion"))


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
