"""The recovery code: 24 letters and figures on a printed sheet, made so that it can be typed back from bad handwriting.

Four groups of six. The last place of a group checks the five before it and where the group stands, so that a slip is
named by its group. Nothing in it looks like anything else in it; what looks alike counts as the same when it is typed.
"""

from __future__ import annotations

import re
import secrets
import unicodedata
from dataclasses import dataclass, field
from datetime import date

from champion_app.faults import CodeSlip

GROUPS, LONG = 4, 6
LENGTH = GROUPS * LONG

# 27 signs: 20 of them chosen by chance are 95 bits.
SIGNS = "0123456789ACDEFHJKMNPRTVWXY"
_ALIKE = str.maketrans("OQILZSBGU", "00112586V")
# Neither these nor the steps between them share a factor with 27: one wrong sign, or two neighbours that changed
# places, never add up.
_WEIGHTS = (1, 2, 4, 5, 7)
_CHECK = 8
_CHECK_BACK = pow(_CHECK, -1, len(SIGNS))
_ORDINALS = ("first", "second", "third", "fourth")
_BETWEEN = re.compile(r"[\s\W_]+")


@dataclass(frozen=True)
class RecoveryCode:
    """A code that was just made, to be printed and typed back."""

    text: str = field(repr=False)
    made_on: date

    @property
    def groups(self) -> tuple[str, ...]:
        """As it is printed."""
        return tuple(_in_groups(self.text))


def new_code() -> str:
    """A code nobody had before: 24 signs without gaps."""
    made = ""
    for place in range(GROUPS):
        five = "".join(secrets.choice(SIGNS) for _ in _WEIGHTS)
        made += five + _check(five, place)
    return made


def normalised_code(typed: str) -> str:
    """The code as it was printed, however it was typed. Raises CodeSlip, which names the group to look at again."""
    signs, wrong = _read(typed)
    if wrong:
        named = _listed([_ORDINALS[place] for place in wrong])
        raise CodeSlip(reason=f"look again at the {named} group{'s' if len(wrong) > 1 else ''}")
    if len(signs) != LENGTH:
        raise CodeSlip(reason=f"it has {LENGTH} letters and figures, and {len(signs)} were typed")
    return signs


def group_adds_up(typed: str, place: int) -> bool:
    """Whether one group, however it was typed, can be right where it stands (0 to 3)."""
    return _adds_up(_BETWEEN.sub("", unicodedata.normalize("NFKC", typed).upper()).translate(_ALIKE), place)


def meant_as_code(typed: str) -> bool:
    """Whether somebody typed a recovery code rather than a passphrase: most of its groups are right."""
    signs, wrong = _read(typed)
    return len(signs) == LENGTH and len(wrong) <= GROUPS // 2


def _read(typed: str) -> tuple[str, list[int]]:
    """The signs typed, and which groups do not add up."""
    plain = unicodedata.normalize("NFKC", typed).upper()
    parts = [part.translate(_ALIKE) for part in _BETWEEN.split(plain) if part]
    signs = "".join(parts)
    # Typed with its gaps, a group of the wrong length is known for what it is, and so are those after it.
    groups = parts if len(parts) == GROUPS else list(_in_groups(signs))
    if len(groups) != GROUPS or (len(signs) != LENGTH and groups is not parts):
        return signs, []
    return signs, [place for place, group in enumerate(groups) if not _adds_up(group, place)]


def _in_groups(signs: str) -> list[str]:
    return [signs[start : start + LONG] for start in range(0, len(signs), LONG)]


def _adds_up(group: str, place: int) -> bool:
    return len(group) == LONG and set(group) <= set(SIGNS) and _check(group[:-1], place) == group[-1]


def _check(five: str, place: int) -> str:
    total = sum(weight * SIGNS.index(sign) for weight, sign in zip(_WEIGHTS, five, strict=True))
    return SIGNS[-(total + place + 1) * _CHECK_BACK % len(SIGNS)]


def _listed(words: list[str]) -> str:
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)
