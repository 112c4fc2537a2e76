"""The personal-details check: what in a text looks like somebody's birth date, number, address or a child's name.

Champion is no register of children (DESIGN 3). The check only points; it keeps and tells nothing of what it read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from champion_app.domain.personal_addresses import addresses
from champion_app.domain.personal_births import FULL_DATE, births
from champion_app.domain.personal_kinds import (
    ADDRESS,
    BIRTH,
    CHILD,
    EMAIL,
    NHS,
    PRISON,
    PUPIL,
    TELEPHONE,
    Detail,
)
from champion_app.domain.personal_numbers import emails, nhs_numbers, prison_numbers, pupil_numbers, telephones
from champion_app.domain.personal_people import names
from champion_app.domain.personal_tokens import LINE, UNSEEN, plain, words

Span = tuple[int, int]

# Which of two that overlap is kept: the one named first.
_READERS: tuple[tuple[str, Callable[[str], Iterator[Span]]], ...] = (
    (EMAIL, emails),
    (BIRTH, births),
    (PUPIL, pupil_numbers),
    (NHS, nhs_numbers),
    (PRISON, prison_numbers),
    (TELEPHONE, telephones),
    (ADDRESS, addresses),
)
_BEHIND_A_NAME = 6


def find(text: str) -> tuple[Detail, ...]:
    """Every personal detail in a text, in order, none overlapping another. Each line is looked at by itself."""
    found: list[Detail] = []
    for match in LINE.finditer(text):
        read = _past_the_unseen if UNSEEN.search(match[0]) else _in_line
        found += (Detail(kind, match.start() + start, match.start() + end) for kind, start, end in read(match[0]))
    return tuple(found)


def _past_the_unseen(line: str) -> list[tuple[str, int, int]]:
    """What is found without the letters that nobody sees, and what else where each of them parts two words."""
    seen = [at for at, letter in enumerate(line) if not UNSEEN.match(letter)]
    whole = _in_line(UNSEEN.sub("", line))
    found = [(kind, seen[start], seen[end - 1] + 1) for kind, start, end in whole]
    held = bytearray(len(line))
    for _, start, end in found:
        held[start:end] = b"\1" * (end - start)
    found += [one for one in _in_line(UNSEEN.sub(" ", line)) if held.find(1, one[1], one[2]) < 0]
    return sorted(found, key=lambda one: one[1])


def _in_line(line: str) -> list[tuple[str, int, int]]:
    line = plain(line)
    taken = bytearray(len(line))
    found: list[tuple[str, int, int]] = []

    def take(kind: str, start: int, end: int) -> None:
        if start < end and taken.find(1, start, end) < 0:
            taken[start:end] = b"\1" * (end - start)
            found.append((kind, start, end))

    for kind, read in _READERS:
        for start, end in read(line):
            take(kind, start, end)
    for start, end in names(words(line)):
        take(CHILD, start, end)
        date = FULL_DATE.search(line, end, end + 40)
        # "Ellie Marsh, 01/02/2015": nothing but marks between them.
        if date and date.start() - end <= _BEHIND_A_NAME and not any(map(str.isalnum, line[end : date.start()])):
            take(BIRTH, *date.span())
    return sorted(found, key=lambda one: one[1])
