"""Self-assessment: answering, noting evidence, turning a page, starting and finishing rounds, comparing them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from champion_app.domain import clock
from champion_app.domain.dates import MONTHS
from champion_app.domain.editions import CameFrom, came_from, carried_over
from champion_app.domain.rounds import (
    Answer,
    AnswerRecord,
    Movement,
    Progress,
    Round,
    grown_old,
    movement,
    next_unanswered,
    progress,
    settled,
)
from champion_app.domain.services import ServiceType
from champion_app.domain.toolkit import Criterion, Toolkit
from champion_app.domain.typed_text import clean_note
from champion_app.faults import NoLongerThere, ReasonNeeded
from champion_app.store import actions, attachments, rounds, service
from champion_app.store.binder import Binder
from champion_app.tasks.toolkit import keep_edition, toolkit_of


@dataclass(frozen=True)
class Assessment:
    """One round with its answers, the round before it, and the criteria that concern this service.

    ``answers_before`` are under the numbers of this round's edition; ``came_from`` says which criteria are not what
    they were in the round before.
    """

    round: Round
    answers: dict[str, AnswerRecord]
    before: Round | None
    answers_before: dict[str, AnswerRecord]
    criteria: tuple[Criterion, ...]
    progress: tuple[Progress, ...]
    came_from: dict[str, CameFrom]

    @property
    def answered(self) -> int:
        """How many criteria have an answer of this round."""
        return sum(item.answered for item in self.progress)

    @property
    def complete(self) -> bool:
        """Whether every criterion has an answer of this round."""
        return self.answered == len(self.criteria)

    def has(self, criterion: str) -> bool:
        """Whether a criterion concerns the service of this round."""
        return any(item.number == criterion for item in self.criteria)

    def record(self, criterion: str) -> AnswerRecord:
        """What is known of one criterion in this round."""
        return self.answers.get(criterion, AnswerRecord(criterion, None))


@dataclass(frozen=True)
class Moved:
    """One criterion in two rounds."""

    criterion: Criterion
    before: Answer | None
    now: Answer | None
    movement: Movement


def all_rounds(binder: Binder) -> list[Round]:
    """Every round, oldest first."""
    return rounds.all_rounds(binder)


def assessment(binder: Binder, toolkit: Toolkit, round_id: int | None = None) -> Assessment | None:
    """The round asked for, else the newest; None before the first has begun."""
    known = rounds.all_rounds(binder)
    if not known:
        return None
    chosen = next((item for item in known if item.id == round_id), known[-1])
    place = known.index(chosen)
    before = known[place - 1] if place else None
    answers = rounds.answers(binder, chosen.id)
    words = toolkit_of(binder, chosen.edition, toolkit)
    origins = came_from(words, toolkit_of(binder, before.edition, toolkit)) if before else {}
    return Assessment(
        round=chosen,
        answers=answers,
        before=before,
        answers_before=carried_over(origins, rounds.answers(binder, before.id)) if before else {},
        criteria=words.criteria_for(chosen.service_type),
        progress=progress(words, chosen.service_type, answers),
        came_from={number: origin for number, origin in origins.items() if not origin.same},
    )


def record_of(binder: Binder, round_id: int, criterion: str) -> AnswerRecord:
    """What the binder holds of one criterion in a round."""
    return rounds.answer(binder, round_id, criterion) or AnswerRecord(criterion, None)


def answer_id(binder: Binder, round_id: int, criterion: str) -> int:
    """Which record what was answered is, to erase words of it by. Raises NoLongerThere."""
    found = rounds.answer_id(binder, round_id, criterion)
    if found is None:
        raise NoLongerThere
    return found


def start_round(binder: Binder, toolkit: Toolkit, name: str = "", today: date | None = None) -> int:
    """Begins a round of the service's own type. Answers of the round before come along to be confirmed or changed.

    In a new edition of the toolkit they go where their criterion went, and so do open actions and evidence files.
    Answers whose criterion is no more stay in the round before.
    """
    day = today or clock.today()
    earlier = rounds.all_rounds(binder)
    our_type = service.load(binder).type
    with binder.atomic("start_round"):
        keep_edition(binder, toolkit)
        round_id = rounds.add(binder, name or season_name(day), day, our_type, toolkit.edition)
        if earlier:
            origins = came_from(toolkit, toolkit_of(binder, earlier[-1].edition, toolkit))
            if earlier[-1].edition != toolkit.edition:
                _renumber(binder, origins)
            wanted = {criterion.number for criterion in toolkit.criteria_for(our_type)}
            for record in carried_over(origins, rounds.answers(binder, earlier[-1].id)).values():
                if record.criterion in wanted and (record.answer or record.notes):
                    rounds.save_answer(binder, round_id, replace(record, carried=record.answer is not None))
            if earlier[-1].finished is None:
                rounds.change(binder, earlier[-1].id, finished=day.isoformat())
    return round_id


def finish_round(binder: Binder, round_id: int, today: date | None = None) -> None:
    """Marks a round as finished; its answers can still be corrected."""
    with binder.atomic("finish_round"):
        rounds.change(binder, round_id, finished=(today or clock.today()).isoformat())


def answer_criterion(
    binder: Binder,
    round_id: int,
    criterion: str,
    answer: Answer,
    why_not: str | None = None,
    today: date | None = None,
    go_on_to: str = "",
) -> AnswerRecord:
    """Saves an answer; notes stay. "Not for us" needs a reason, typed now or earlier. Raises ReasonNeeded.

    ``go_on_to`` turns the page to another criterion in the same COMMIT.
    """
    record = record_of(binder, round_id, criterion)
    reason = record.why_not if why_not is None else clean_note(why_not, "The reason").strip()
    if answer is Answer.NOT_APPLICABLE and not reason:
        raise ReasonNeeded
    given = replace(record, answer=answer, why_not=reason, answered_on=today or clock.today(), carried=False)
    if given != record or go_on_to:
        with binder.atomic("answer_criterion"):
            if given != record:
                rounds.save_answer(binder, round_id, given)
            if go_on_to:
                _remember_place(binder, round_id, go_on_to)
    return given


def clear_answer(binder: Binder, round_id: int, criterion: str) -> None:
    """Takes an answer away again; notes stay."""
    record = rounds.answer(binder, round_id, criterion)
    if record is not None:
        _save(binder, "clear_answer", round_id, replace(record, answer=None, answered_on=None, carried=False))


def note_evidence(binder: Binder, round_id: int, criterion: str, notes: str) -> None:
    """Saves the evidence notes of a criterion as they are typed."""
    record = record_of(binder, round_id, criterion)
    kept = clean_note(notes, "Evidence")
    if kept != record.notes:
        _save(binder, "note_evidence", round_id, replace(record, notes=kept), merge=f"notes {round_id} {criterion}")


def note_reason(binder: Binder, round_id: int, criterion: str, why_not: str) -> None:
    """Saves the words of "why is this not for us?" as they are typed, before or after the answer is given.

    Taking all the words away from a "not for us" takes the answer away too: it cannot stand without a reason.
    """
    record = record_of(binder, round_id, criterion)
    kept = clean_note(why_not, "The reason")
    if kept == record.why_not:
        return
    bare = record.answer is Answer.NOT_APPLICABLE and not record.carried and not kept.strip()
    changed = replace(record, why_not=kept.strip() and kept)
    if bare:
        changed = replace(changed, answer=None, answered_on=None)
    _save(binder, "note_reason", round_id, changed, merge=f"why {round_id} {criterion}")


def turn_to(binder: Binder, round_id: int, criterion: str) -> None:
    """Remembers where the champion is, so that the page opens there next time. Not a change to undo."""
    with binder.atomic("turn_to"):
        _remember_place(binder, round_id, criterion)


def where_left(binder: Binder, round_id: int) -> str:
    """The criterion the champion was at in this round, or an empty string."""
    kept_round, _, criterion = binder.recall("at_criterion").partition(" ")
    return criterion if kept_round == str(round_id) else ""


def where_to_begin(binder: Binder, view: Assessment) -> str:
    """Where the champion left off in a round; in a round not looked at yet, the first criterion without an answer."""
    left = where_left(binder, view.round.id)
    return left if view.has(left) else next_unanswered(view.criteria, view.answers) or view.criteria[0].number


def time_for_another(view: Assessment, today: date | None = None) -> bool:
    """Whether to offer a new round: every criterion is answered, or this one has grown old."""
    return view.complete or is_old(view, today)


def is_old(view: Assessment, today: date | None = None) -> bool:
    """Whether a round began more than nine months ago."""
    return grown_old(view.round, today or clock.today())


def moved(toolkit: Toolkit, view: Assessment) -> list[Moved]:
    """Every criterion answered now, with how it moved since the round before."""
    found = []
    for criterion in view.criteria:
        before, now = _answer_of(view.answers_before.get(criterion.number)), settled(view.answers.get(criterion.number))
        how = movement(before, now)
        if how is not None:
            found.append(Moved(criterion, before, now, how))
    return found


def criterion_history(binder: Binder, criterion: str) -> list[tuple[Round, AnswerRecord]]:
    """One criterion's answer in every round, oldest first."""
    return rounds.answers_over_time(binder, criterion)


def left_behind(binder: Binder, toolkit: Toolkit) -> list[str]:
    """Criteria of the round before that were answered and have no place in this edition: their answers stay there."""
    known = rounds.all_rounds(binder)
    if len(known) < 2:
        return []
    before = known[-2]
    origins = came_from(toolkit, toolkit_of(binder, before.edition, toolkit))
    placed = {number for origin in origins.values() for number in origin.numbers}
    return sorted(
        record.criterion
        for record in rounds.answers(binder, before.id).values()
        if record.criterion not in placed and (record.answer or record.notes)
    )


def _renumber(binder: Binder, origins: dict[str, CameFrom]) -> None:
    """Open actions and evidence files follow their criterion to its new number; the log stays as it was written."""
    new_number = {old: origin.number for origin in origins.values() for old in origin.numbers}
    for action in actions.all_actions(binder):
        number = new_number.get(action.fields.criterion, action.fields.criterion)
        if action.closed_on is None and number != action.fields.criterion:
            moved_to = replace(action.fields, criterion=number, statement=int(number.partition(".")[0]))
            actions.change(binder, action.id, moved_to)
    attachments.renumber(binder, {old: number for old, number in new_number.items() if old != number})


def season_name(day: date) -> str:
    """A name for a round begun on a day: "Autumn 2026"."""
    seasons = ("Winter", "Winter", "Spring", "Spring", "Spring", "Summer",
               "Summer", "Summer", "Autumn", "Autumn", "Autumn", "Winter")  # fmt: skip
    assert len(seasons) == len(MONTHS)
    return f"{seasons[day.month - 1]} {day.year}"


def criteria_count(toolkit: Toolkit, service_type: ServiceType) -> int:
    """How many criteria concern a type of service: 37, 41 or 29."""
    return len(toolkit.criteria_for(service_type))


def _remember_place(binder: Binder, round_id: int, criterion: str) -> None:
    binder.remember("at_criterion", f"{round_id} {criterion}")


def _answer_of(record: AnswerRecord | None) -> Answer | None:
    return record.answer if record else None


def _save(binder: Binder, task: str, round_id: int, record: AnswerRecord, merge: str = "") -> None:
    with binder.atomic(task, merge=merge):
        rounds.save_answer(binder, round_id, record)
