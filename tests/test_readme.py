"""The README tells the truth: every fault is in it word for word, and every command it names is there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from champion_app import cli
from champion_app.faults import Fault

README = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")


def _every_fault(kind: type[Fault] = Fault) -> Iterator[type[Fault]]:
    for made in kind.__subclasses__():
        if made.__module__ == Fault.__module__:
            yield made
            yield from _every_fault(made)


def _with_gaps(words: str) -> str:
    return re.sub(r"\{\w+\}", "…", words)


@pytest.mark.parametrize("fault", list(_every_fault()), ids=lambda fault: fault.__name__)
def test_every_fault_is_explained(fault: type[Fault]) -> None:
    assert f"| {_with_gaps(fault.happened)} | {_with_gaps(fault.safe)} |" in README


@pytest.mark.parametrize("fault", list(_every_fault()), ids=lambda fault: fault.__name__)
def test_every_fault_has_its_three_parts(fault: type[Fault]) -> None:
    for words in (fault.happened, fault.safe, fault.next_step):
        assert words.strip()
        assert words[-1] in ".?}", words


def test_every_command_the_readme_names_is_there() -> None:
    named = set(re.findall(r"^champion-app ([\w-]+)", README, flags=re.MULTILINE))
    assert named == {
        "new",
        "demo",
        "leaflets",
        "print",
        "import",
        "export",
        "search",
        "check",
        "backup",
        "restore",
        "check-text",
    }
    for name in named:
        with pytest.raises(SystemExit) as stopped:
            cli.main([name, "--help"])
        assert stopped.value.code == 0
