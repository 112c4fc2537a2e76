"""What the personal-details check can find. Apart from the check, which takes a moment to load."""

from __future__ import annotations

from dataclasses import dataclass

BIRTH, NHS, PUPIL, PRISON = "date of birth", "NHS number", "pupil number", "prison number"
TELEPHONE, EMAIL, ADDRESS, CHILD = "telephone", "e-mail", "address", "child's name"
KINDS = (BIRTH, NHS, PUPIL, PRISON, TELEPHONE, EMAIL, ADDRESS, CHILD)


@dataclass(frozen=True)
class Detail:
    """One find: ``text[start:end]`` looks like a detail of this kind, one of ``KINDS``."""

    kind: str
    start: int
    end: int
