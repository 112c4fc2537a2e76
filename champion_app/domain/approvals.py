"""What a data protection officer, an IT approver or a prison is told: facts, and questions that stay open."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from champion_app.domain.holdings import Holding


@dataclass(frozen=True)
class Risk:
    """What could go wrong, what Champion does about it, and what is left to the service."""

    what: str
    done: str
    left: str


@dataclass(frozen=True)
class ScreeningWords:
    """The fixed words of the screening sheet. ``questions`` are for the data protection officer to answer."""

    caution: str
    purpose: tuple[str, ...]
    people: tuple[str, ...]
    questions: tuple[str, ...]
    screening: tuple[str, ...]
    risks: tuple[Risk, ...]
    requests: tuple[str, ...]


@dataclass(frozen=True)
class Protection:
    """Whether the binder is locked and who decided what; ``decided`` is empty when nothing was noted."""

    locked: bool
    second_place: str = ""
    second_locked: bool = False
    decided: str = ""

    @property
    def words(self) -> str:
        """A sentence or two about the lock."""
        if self.locked:
            return (
                "The binder and its backups are encrypted (AES-256). They open with a passphrase or with the recovery"
                " code on a printed sheet."
            )
        return (
            "The binder and its backups are not encrypted by Champion. They are protected by the log-in of this"
            " computer, and by the encryption of its disk if it has one."
        )

    @property
    def second_words(self) -> str:
        """A sentence about copies kept elsewhere."""
        if not self.second_place:
            return "No second place for backups was chosen: they are all on this computer."
        how = "encrypted" if self.second_locked or self.locked else "not encrypted"
        return f"Copies of backups, {how}, also go to {self.second_place}."


@dataclass(frozen=True)
class Screening:
    """Everything on a screening sheet of one binder on one day."""

    words: ScreeningWords
    service: str
    champion: str
    role: str
    day: date
    place: str
    synced: str
    protection: Protection
    holdings: tuple[Holding, ...]


@dataclass(frozen=True)
class Part:
    """A package that Champion is made with: its name, version and licence as it says itself."""

    name: str
    version: str
    licence: str


@dataclass(frozen=True)
class Fingerprint:
    """The SHA-256 over the files of a folder of the program, and how many there are."""

    folder: str
    files: int
    sha256: str


@dataclass(frozen=True)
class SecurityWords:
    """The fixed words of the security sheet. ``leaves`` is what can leave and how; ``prison`` for going into one."""

    caution: str
    network: tuple[str, ...]
    devices: tuple[str, ...]
    leaves: tuple[tuple[str, str], ...]
    printers: tuple[str, ...]
    runs: tuple[str, ...]
    prison: tuple[str, ...]


@dataclass(frozen=True)
class Security:
    """Everything on a security sheet of one installation on one day. ``shipped`` tells which Qt parts are there."""

    words: SecurityWords
    service: str
    day: date
    version: str
    python: str
    system: str
    places: tuple[tuple[str, str], ...]
    protection: Protection
    shipped: Mapping[str, bool]
    fingerprints: tuple[Fingerprint, ...]
    parts: tuple[Part, ...]
