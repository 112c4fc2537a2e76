"""From one edition of the toolkit to the next: which criterion became which, and where its answer goes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from champion_app.domain.rounds import Answer, AnswerRecord
from champion_app.domain.toolkit import Criterion, Toolkit

# Two criteria made into one are as far as the one that lags behind.
_LEAST_FIRST = (Answer.NOT_YET, Answer.IN_PROGRESS, Answer.IN_PLACE, Answer.NOT_APPLICABLE)


@dataclass(frozen=True)
class CameFrom:
    """Where a criterion of this edition stood in the last one. ``numbers`` is empty for a new one.

    ``old_words`` are what the last edition said, when that differs.
    """

    number: str
    numbers: tuple[str, ...]
    moved: bool
    reworded: bool
    old_words: tuple[str, ...] = ()

    @property
    def same(self) -> bool:
        """Whether nothing happened to it."""
        return bool(self.numbers) and not self.moved and not self.reworded


def came_from(now: Toolkit, before: Toolkit) -> dict[str, CameFrom]:
    """Every criterion of an edition, by its number, with where it stood in the edition before."""
    criteria = [criterion for statement in now.statements for criterion in statement.criteria]
    if now.edition == before.edition:
        return {one.number: CameFrom(one.number, (one.number,), moved=False, reworded=False) for one in criteria}
    return {one.number: _came_from(one, before) for one in criteria}


def carried_over(origins: Mapping[str, CameFrom], answers: Mapping[str, AnswerRecord]) -> dict[str, AnswerRecord]:
    """Answers of the edition before under the numbers of this one; notes of several criteria are put together."""
    found = {}
    for number, origin in origins.items():
        records = [answers[old] for old in origin.numbers if old in answers]
        if records:
            found[number] = _together(number, records)
    return found


def _came_from(criterion: Criterion, before: Toolkit) -> CameFrom:
    wanted = criterion.replaces or (criterion.number,)
    numbers = tuple(number for number in wanted if before.has(number))
    old = [before.criterion(number) for number in numbers]
    words = tuple(f"{one.number} {one.text}" for one in old)
    reworded = [(one.text, one.text_by_service) for one in old] != [(criterion.text, criterion.text_by_service)]
    return CameFrom(
        criterion.number,
        numbers,
        moved=numbers != (criterion.number,),
        reworded=bool(old) and reworded,
        old_words=words if reworded else (),
    )


def _together(number: str, records: list[AnswerRecord]) -> AnswerRecord:
    first = min(records, key=lambda record: _LEAST_FIRST.index(record.answer) if record.answer else -1)
    if len(records) == 1:
        return replace(first, criterion=number)
    notes = "\n\n".join(f"{one.criterion}: {one.notes.strip()}" for one in records if one.notes.strip())
    reasons = "\n".join(one.why_not.strip() for one in records if one.why_not.strip())
    return replace(first, criterion=number, notes=notes, why_not=reasons)
