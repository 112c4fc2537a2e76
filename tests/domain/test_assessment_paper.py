"""The self-assessment in the toolkit's columns."""

from __future__ import annotations

from datetime import date

from champion_app.domain.assessment_paper import SelfAssessmentPaper, concerns_words, on_paper
from champion_app.domain.rounds import Answer, AnswerRecord, Round
from champion_app.domain.services import Service, ServiceType
from champion_app.domain.toolkit import Toolkit

ANSWERS = {
    "1.1": AnswerRecord("1.1", Answer.IN_PLACE, notes=" Poster up \n"),
    "1.2": AnswerRecord("1.2", Answer.NOT_APPLICABLE, "No visits", "Asked the head"),
    "1.3": AnswerRecord("1.3", Answer.IN_PLACE, notes="From last year", carried=True),
    "2.1": AnswerRecord("2.1", Answer.NOT_YET),
}


def _paper(toolkit: Toolkit, kind: ServiceType, finished: date | None = None) -> SelfAssessmentPaper:
    a_round = Round(1, "Autumn 2026", date(2026, 10, 3), finished, kind, "test")
    return on_paper(toolkit, Service("Hollin Bank", type=ServiceType.SPECIALIST), a_round, ANSWERS)


def test_every_criterion_of_the_round_s_own_type_is_there(toolkit: Toolkit) -> None:
    for kind in ServiceType:
        paper = _paper(toolkit, kind)
        rows = [row.number for statement in paper.statements for row in statement.rows]
        assert rows == [criterion.number for criterion in toolkit.criteria_for(kind)]
        assert paper.total == len(rows) and [item.number for item in paper.statements] == list(range(1, 9))


def test_answers_evidence_and_reasons(toolkit: Toolkit) -> None:
    paper = _paper(toolkit, ServiceType.UNIVERSAL, date(2026, 12, 1))
    rows = {row.number: row for statement in paper.statements for row in statement.rows}
    assert (rows["1.1"].answer, rows["1.1"].evidence) == (Answer.IN_PLACE, "Poster up")
    assert rows["1.2"].evidence == "Not for us: No visits\nAsked the head"
    assert (rows["1.3"].answer, rows["1.3"].evidence) == (None, "From last year")  # not confirmed in this round
    assert (rows["2.1"].answer, rows["2.1"].evidence) == (Answer.NOT_YET, "")
    assert rows["3.1"].evidence == "You could show: A list; A date"
    assert (paper.answered, paper.dates) == (3, "Started 3 October 2026, finished 1 December 2026")


def test_wording_and_whom_it_concerns(toolkit: Toolkit) -> None:
    rows = _paper(toolkit, ServiceType.CRIMINAL_JUSTICE).statements[0].rows
    assert rows[1].text == "We do it at the gate."
    assert concerns_words(toolkit.criterion("1.1")) == "All services"
    assert concerns_words(toolkit.criterion("1.3")) == "Universal and specialist services"
