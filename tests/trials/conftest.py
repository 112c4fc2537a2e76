"""Folders in memory, the reasons why a trial cannot run here, and where its figures go."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from champion_app.domain import clock
from tests.trials import strace_log
from tests.trials.children import Worker, in_memory, working
from tests.trials.operations import NOW
from tests.trials.report import Report, note


@pytest.fixture
def memory() -> Iterator[Path]:
    """A folder in memory: a process that is killed leaves on a disk what it left in memory."""
    with tempfile.TemporaryDirectory(dir=in_memory()) as folder:
        yield Path(folder)


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    """A process that does operations in its own time and with its own threads."""
    if not hasattr(os, "fork"):
        pytest.skip("this computer cannot copy a process")
    with working((), "--threads") as made:
        yield made


@pytest.fixture
def traced() -> None:
    """Skips where nothing can be traced."""
    if strace_log.why_not():
        pytest.skip(strace_log.why_not())


@pytest.fixture
def report(request: pytest.FixtureRequest) -> Report:
    """Takes the figures of a trial: ``report("T3 power cuts: save", states=500, wrong=0)``."""
    heavy = request.node.get_closest_marker("heavy") is not None
    return lambda trial, **figures: note(trial, heavy, figures)


@pytest.fixture
def frozen(monkeypatch: pytest.MonkeyPatch) -> None:
    """A clock that stands still."""
    monkeypatch.setattr(clock, "now", lambda: NOW)
