"""The self-assessment in the toolkit's columns ("not yet or N/A" is one column on paper)."""

from __future__ import annotations

from champion_app.domain.assessment_paper import CriterionOnPaper, SelfAssessmentPaper, StatementOnPaper
from champion_app.domain.rounds import Answer, Progress
from champion_app.paper import blocks
from champion_app.paper.style import A4, Align
from champion_app.paper.work_plan import FOOTER

_COLUMNS = (
    blocks.Column("No.", 12),
    blocks.Column("What can we do?", 84),
    blocks.Column("Not yet or N/A", 20, Align.CENTRE),
    blocks.Column("In progress", 24, Align.CENTRE),
    blocks.Column("Yes, in place", 20, Align.CENTRE),
    blocks.Column("How we evidence what we do", 90),
)
_NUMBERS = (
    blocks.Column("Statement", 70),
    blocks.Column("In place", 26, Align.END),
    blocks.Column("In progress", 26, Align.END),
    blocks.Column("Not yet", 26, Align.END),
    blocks.Column("Not for us", 26, Align.END),
    blocks.Column("Answered", 30, Align.END),
    blocks.Column("How far, 0 to 1", 34, Align.END),
)
_NOT_YET_OR_NA = (Answer.NOT_YET, Answer.NOT_APPLICABLE)


def document(paper: SelfAssessmentPaper) -> blocks.Document:
    """A4 landscape: where we are in pictures and numbers, then a table for each statement. A blank form: no counts."""
    # First, not last: one sentence alone must not cost a meeting a sheet of paper.
    body: list[blocks.Block] = [blocks.Words(paper.note, blocks.Role.SMALL)]
    if not paper.blank:
        body += _where_we_are(paper)
    for statement in paper.statements:
        body += _statement(statement)
    dates = "To fill in together" if paper.blank else f"{paper.round}. {paper.dates}"
    return blocks.Document(
        title="Self-assessment against the eight Quality Statements",
        subtitle=f"{paper.service}. {dates}.",
        blocks=tuple(body),
        sheet=A4.turned,
        footer=f"{FOOTER} {paper.service}. {paper.round}.",
    )


def _where_we_are(paper: SelfAssessmentPaper) -> list[blocks.Block]:
    return [
        blocks.Words(f"{paper.answered} of {paper.total} criteria answered."),
        blocks.Heading("Where we are"),
        _bars(paper.progress),
        blocks.Gap(12),
        _radar(paper),
        blocks.Together((_numbers(paper.progress),)),
    ]


def _bars(progress: tuple[Progress, ...]) -> blocks.Bars:
    return blocks.Bars(
        "Answers by statement",
        "Stacked bars: for each statement, how many criteria are in place, in progress, not yet, or not for us. "
        "The numbers are in the table after this.",
        tuple(
            blocks.Bar(
                f"{item.number} {item.title}",
                (
                    (blocks.State.IN_PLACE, item.in_place),
                    (blocks.State.IN_PROGRESS, item.in_progress),
                    (blocks.State.NOT_YET, item.not_yet),
                    (blocks.State.NOT_FOR_US, item.not_applicable),
                ),
                f"{item.answered} of {item.total}",
            )
            for item in progress
        ),
        with_table=False,
    )


def _radar(paper: SelfAssessmentPaper) -> blocks.Radar:
    return blocks.Radar(
        "How far the eight statements have come",
        "From 0 in the middle to 1 at the edge: in place counts one, in progress a half, of the criteria that are for "
        "us. The numbers are in the last column of the table after this.",
        tuple(f"{item.number} {item.title}" for item in paper.progress),
        (blocks.Line(paper.round, tuple(_score(item) for item in paper.progress)),),
        with_table=False,
    )


def _score(item: Progress) -> float | None:
    """From 0 to 1; None where there is nothing to count yet, or nothing that is for us."""
    counted = item.answered - item.not_applicable
    return round(item.score, 2) if counted else None


def _how_far(item: Progress) -> str:
    score = _score(item)
    if score is not None:
        return f"{score:.2f}"
    return "not answered yet" if item.unanswered else "not for us"


def _numbers(progress: tuple[Progress, ...]) -> blocks.Table:
    rows = tuple(
        blocks.Row(
            (
                f"{item.number} {item.title}",
                str(item.in_place),
                str(item.in_progress),
                str(item.not_yet),
                str(item.not_applicable),
                f"{item.answered} of {item.total}",
                _how_far(item),
            )
        )
        for item in progress
    )
    return blocks.Table(_NUMBERS, rows, summary="The numbers behind the two pictures")


def _statement(statement: StatementOnPaper) -> list[blocks.Block]:
    heading = blocks.Heading(f"{statement.number}. {statement.title}")
    if not statement.rows:
        return [heading, blocks.Words("None of this statement's criteria concern our type of service.")]
    table = blocks.Table(
        _COLUMNS,
        tuple(_row(row) for row in statement.rows),
        summary=f"Criteria of statement {statement.number}, {statement.title}, with our answers and evidence",
    )
    return [heading, blocks.Words(statement.text, introduces=True), table]


def _row(row: CriterionOnPaper) -> blocks.Row:
    ticks = (row.answer in _NOT_YET_OR_NA, row.answer is Answer.IN_PROGRESS, row.answer is Answer.IN_PLACE)
    return blocks.Row(
        (
            row.number,
            f"{row.concerns}: {row.text}",
            *(blocks.Cell(ticked=ticked) for ticked in ticks),
            row.evidence,
        )
    )
