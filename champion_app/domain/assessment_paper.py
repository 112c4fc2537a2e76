"""The self-assessment as paper shows it, in the toolkit's columns."""

from __future__ import annotations

from dataclasses import dataclass

from champion_app.domain.dates import british
from champion_app.domain.rounds import ANSWER_WORDS, Answer, AnswerRecord, Progress, Round, progress, settled
from champion_app.domain.services import Service, ServiceType
from champion_app.domain.toolkit import Criterion, Toolkit

_EVERYONE = frozenset(ServiceType)
_CONCERNS = (
    (_EVERYONE, "All services"),
    (frozenset({ServiceType.UNIVERSAL, ServiceType.SPECIALIST}), "Universal and specialist services"),
    (frozenset({ServiceType.CRIMINAL_JUSTICE}), "Criminal justice services"),
    (frozenset({ServiceType.SPECIALIST}), "Specialist services"),
)


@dataclass(frozen=True)
class CriterionOnPaper:
    """A row: what we can do, the answer, and how we evidence it."""

    number: str
    concerns: str
    text: str
    answer: Answer | None
    evidence: str


@dataclass(frozen=True)
class StatementOnPaper:
    """One Quality Statement with its rows."""

    number: int
    title: str
    text: str
    rows: tuple[CriterionOnPaper, ...]


@dataclass(frozen=True)
class SelfAssessmentPaper:
    """Everything the printed self-assessment says."""

    service: str
    round: str
    dates: str
    answered: int
    total: int
    progress: tuple[Progress, ...]
    statements: tuple[StatementOnPaper, ...]
    note: str
    blank: bool = False


def concerns_words(criterion: Criterion) -> str:
    """Whom a criterion concerns, as the toolkit says it."""
    return next((words for concerned, words in _CONCERNS if concerned == criterion.concerns), "Some services")


def on_paper(
    toolkit: Toolkit, service: Service, a_round: Round, answers: dict[str, AnswerRecord], *, blank: bool = False
) -> SelfAssessmentPaper:
    """A round as it is printed. Without an answer the evidence column holds the toolkit's suggestions.

    ``blank`` is the form for a meeting: no counts, no pictures, boxes to tick with a pen.
    """
    kind = a_round.service_type
    counted = progress(toolkit, kind, answers)
    finished = f", finished {british(a_round.finished)}" if a_round.finished else ""
    return SelfAssessmentPaper(
        service=service.name,
        round=a_round.name,
        dates=f"Started {british(a_round.started)}{finished}",
        answered=sum(item.answered for item in counted),
        total=sum(item.total for item in counted),
        progress=counted,
        statements=tuple(
            StatementOnPaper(
                number=statement.number,
                title=statement.title,
                text=statement.text,
                rows=tuple(_row(item, kind, answers.get(item.number)) for item in statement.criteria_for(kind)),
            )
            for statement in toolkit.statements
        ),
        note=f"{toolkit.based_on} Edition {toolkit.edition}. {toolkit.draft}",
        blank=blank,
    )


def _row(criterion: Criterion, kind: ServiceType, record: AnswerRecord | None) -> CriterionOnPaper:
    answer = settled(record)
    notes = record.notes.strip() if record else ""
    if answer is Answer.NOT_APPLICABLE and record is not None:
        notes = f"{ANSWER_WORDS[answer]}: {record.why_not.strip()}" + (f"\n{notes}" if notes else "")
    if not notes and answer is None:
        notes = "You could show: " + "; ".join(criterion.evidence)
    return CriterionOnPaper(criterion.number, concerns_words(criterion), criterion.wording(kind), answer, notes)
