"""Files kept in the binder: with a resource, or as evidence at a criterion."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import PurePath

LARGEST = 50_000_000  # bytes, each
# What starts a program when it is opened. Such a file is kept and can be saved elsewhere; Champion does not open it.
_ENDINGS = """
    app application appref-ms bat chm cmd com command cpl desktop dll exe gadget hta inf jar jnlp js jse lnk msc msi msp
    pif ps1 py pyw reg scf scr settingcontent-ms sh url vb vbe vbs workflow ws wsc wsf wsh xbap
"""
_PROGRAMS = frozenset(_ENDINGS.split())


@dataclass(frozen=True)
class Attachment:
    """One file, named as its champion knows it. ``resource`` is 0 for evidence at a criterion."""

    id: int
    name: str
    resource: int
    criterion: str
    size: int
    kind: str
    sha256: str
    note: str
    added_on: date

    @property
    def starts_a_program(self) -> bool:
        """Whether opening it would run something."""
        return starts_a_program(self.name)


def starts_a_program(name: str) -> bool:
    """Whether a file of this name would run something when it is opened."""
    return PurePath(name.rstrip(". ")).suffix.removeprefix(".").casefold() in _PROGRAMS


def size_words(size: int) -> str:
    """A size in words: "12 KB", "3.4 MB"."""
    if size < 1_000:
        return f"{size} bytes"
    return f"{size / 1_000:.0f} KB" if size < 1_000_000 else f"{size / 1_000_000:.1f} MB"
