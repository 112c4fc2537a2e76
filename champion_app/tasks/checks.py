"""Checking a binder and what Champion runs on: what ``champion-app check`` and the settings page show."""

from __future__ import annotations

import platform
from dataclasses import asdict, dataclass
from importlib.metadata import PackageNotFoundError, version

from champion_app import __version__
from champion_app.paper import fonts
from champion_app.store import health
from champion_app.store.binder import Binder

PARTS = ("PySide6-Essentials", "sqlite-utils", "sqlcipher3", "reportlab", "pypdfium2", "pikepdf")


@dataclass(frozen=True)
class Report:
    """What was found. ``problems`` is empty for a sound binder."""

    champion: str
    python: str
    binder: dict[str, object]
    versions: dict[str, str]
    fonts: tuple[str, ...]
    problems: tuple[str, ...]

    @property
    def sound(self) -> bool:
        """Whether nothing is wrong."""
        return not self.problems

    def table(self) -> dict[str, object]:
        """The report as plain data."""
        return {**asdict(self), "sound": self.sound}

    def lines(self) -> list[str]:
        """The report in words."""
        pragmas = self.binder["pragmas"]
        assert isinstance(pragmas, dict)
        said = [f"Binder {self.binder['path']}: " + ("sound" if self.sound else "; ".join(self.problems))]
        said += ["Settings: " + ", ".join(f"{name} {value}" for name, value in pragmas.items())]
        said += [f"Champion {self.champion}, Python {self.python}, SQLite {self.binder['sqlite']}"]
        said += ["Parts: " + ", ".join(f"{name} {number}" for name, number in self.versions.items())]
        said += ["Fonts: " + ", ".join(self.fonts)]
        return said


def check(binder: Binder) -> Report:
    """Integrity, settings read back, versions, and that every bundled font is there."""
    found = health.check(binder)
    problems = [str(problem) for problem in found["problems"]]  # type: ignore[attr-defined]
    here, missing = fonts.bundled()
    problems += [f"the font {name} is missing" for name in missing]
    return Report(__version__, platform.python_version(), found, _versions(), here, tuple(problems))


def _versions() -> dict[str, str]:
    found = {}
    for part in PARTS:
        try:
            found[part] = version(part)
        except PackageNotFoundError:
            found[part] = "built in"
    return found
