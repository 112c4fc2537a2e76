"""A binder with its starter content per test: made once, copied while closed, opened for real."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from champion_app.domain.services import Service, ServiceType
from champion_app.domain.toolkit import Toolkit
from champion_app.store.binder import Binder
from champion_app.tasks import binders, service
from champion_app.tasks.toolkit import load_toolkit

TODAY = date(2026, 11, 22)


@pytest.fixture
def today() -> date:
    return TODAY


@pytest.fixture(scope="session")
def toolkit() -> Toolkit:
    return load_toolkit()


@pytest.fixture(scope="session")
def started_binder_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("made") / "binder.champion"
    binders.make_binder(path).close()
    return path


@pytest.fixture
def quick_folder() -> Iterator[Path]:
    """A folder in memory where there is such a thing: most tests save often and are not about the disk."""
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=memory if os.access(memory, os.W_OK) else None) as folder:
        yield Path(folder)


@pytest.fixture
def path(quick_folder: Path, started_binder_file: Path) -> Path:
    return Path(shutil.copy(started_binder_file, quick_folder / "binder.champion"))


@pytest.fixture
def binder(path: Path) -> Iterator[Binder]:
    opened = binders.open_binder(path)
    yield opened
    opened.close()


@pytest.fixture
def school(binder: Binder) -> Service:
    """A named universal service."""
    return service.say_who_we_are(binder, Service("Hollin Bank Primary", type=ServiceType.UNIVERSAL, champion="Sam"))
