"""The documents a champion prints: every word on the paper, no PDF/UA failure, one sheet where it must be one."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import page as validator
import pypdfium2
import pytest

from champion_app.assets import resource
from champion_app.domain.actions import Action, ActionFields, Update
from champion_app.domain.assessment_paper import on_paper
from champion_app.domain.rounds import Answer, AnswerRecord
from champion_app.domain.work_plan import (
    StrategyPlan,
    StrategyRow,
    StrategySection,
    appendix_a,
    strategy_plan,
)
from champion_app.paper import blocks, self_assessment, work_plan
from champion_app.paper.page import build
from champion_app.store import actions, rounds, service
from champion_app.store.binder import Binder
from champion_app.tasks import papers, sample
from champion_app.tasks.toolkit import load_toolkit

TODAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def binder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Binder]:
    made = sample.make_sample(tmp_path_factory.mktemp("papers") / "sample.champion")
    yield made
    made.close()


def _text(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return "\n".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.replace("\u00a0", " "))


def _every_word_is_there(wanted: str, pdf: bytes) -> None:
    there = set(_words(_text(pdf)))
    assert [word for word in _words(wanted) if word not in there] == []


def test_the_self_assessment_has_the_toolkits_columns_and_every_answer(binder: Binder) -> None:
    toolkit, current = load_toolkit(), rounds.all_rounds(binder)[-1]
    view = on_paper(toolkit, service.load(binder), current, rounds.answers(binder, current.id))
    made = build(self_assessment.document(view))
    text = " ".join(_text(made.pdf).split())
    for words in ("Not yet or N/A", "In progress", "Yes, in place", "How we evidence what we do", "25 of 37 criteria"):
        assert words in text
    for statement in view.statements:
        for row in statement.rows:
            _every_word_is_there(f"{row.number} {row.text} {row.evidence}", made.pdf)
    assert validator.validate_pdf_bytes(made.pdf).is_compliant


def test_a_statement_without_an_answer_has_no_number(binder: Binder) -> None:
    toolkit, current = load_toolkit(), rounds.all_rounds(binder)[-1]
    answers = {"1.1": AnswerRecord("1.1", Answer.NOT_YET)}
    made = self_assessment.document(on_paper(toolkit, service.load(binder), current, answers))
    radar = next(block for block in made.blocks if isinstance(block, blocks.Radar))
    assert radar.lines[0].values == (0.0, *[None] * 7)
    text = " ".join(_text(build(made).pdf).split())
    assert text.count("not answered yet") == 7
    assert text.count("0.00") == 1


@pytest.mark.parametrize("blank", [False, True])
def test_no_page_of_the_self_assessment_holds_only_the_edition(blank: bool, binder: Binder) -> None:
    made = papers.make(papers.plan_self_assessment(binder, blank=blank))
    pages = pypdfium2.PdfDocument(made.pdf)
    texts = [" ".join(page.get_textpage().get_text_range().split()) for page in pages]
    pages.close()
    assert load_toolkit().edition in texts[0]
    assert "8.6" in texts[-1]


def test_not_for_us_prints_its_reason(binder: Binder) -> None:
    toolkit, current = load_toolkit(), rounds.all_rounds(binder)[-1]
    answers = {"1.1": AnswerRecord("1.1", Answer.NOT_APPLICABLE, why_not="We have no paid staff at all")}
    view = on_paper(toolkit, service.load(binder), current, answers)
    text = " ".join(_text(build(self_assessment.document(view)).pdf).split())
    assert "Not for us: We have no paid staff at all" in text


def test_T06_the_work_plan_names_all_eight_statements(binder: Binder) -> None:
    toolkit = load_toolkit()
    listed = actions.all_actions(binder)
    made = build(work_plan.appendix_a("Hollin Bank", "22 November 2026", appendix_a(toolkit, listed)))
    text = " ".join(_text(made.pdf).split())
    for statement in toolkit.statements:
        assert f"{statement.number}. {statement.title}" in text
    for action in listed:
        notes = " ".join(update.text for update in action.updates)
        _every_word_is_there(f"{action.fields.title} {action.fields.evidence} {action.fields.lead} {notes}", made.pdf)
    assert validator.validate_pdf_bytes(made.pdf).is_compliant


def test_T19_a_strategy_of_a_citys_length_prints_with_no_word_lost() -> None:
    table = tomllib.loads(resource("sample", "bristol_shape.toml").read_text(encoding="utf-8"))
    sections = tuple(
        StrategySection(
            f"{item['number']}. {item['title']}",
            item["aim"],
            tuple(
                StrategyRow(
                    row["number"],
                    row["action"],
                    row["who"],
                    row["when_and_budget"],
                    row["success"],
                    tuple(update["text"] for update in row["updates"]),
                )
                for row in item["actions"]
            ),
        )
        for item in table["sections"]
    )
    plan = StrategyPlan(table["title"], table["aim"], ("Update February 2026", "Update April 2026"), sections)
    assert [len(section.rows) for section in sections] == [3, 7, 4, 2]
    made = build(work_plan.strategy("", "22 November 2026", plan))
    for section in sections:
        _every_word_is_there(f"{section.title} {section.aim}", made.pdf)
        for row in section.rows:
            words = " ".join([row.number, row.action, row.who, row.when_and_budget, row.success, *row.updates])
            _every_word_is_there(words, made.pdf)
    text = " ".join(_text(made.pdf).split())
    assert text.count("Success criteria") >= made.page_count
    assert validator.validate_pdf_bytes(made.pdf).is_compliant


def test_the_latest_two_updates_are_columns_of_the_strategy() -> None:
    updates = tuple(Update(number, date(2026, number, 1), f"update{number}") for number in (1, 2, 3))
    action = Action(1, ActionFields("Order posters", statement=2, lead="Admin lead"), TODAY, updates=updates)
    plan = strategy_plan("Strategy plan", load_toolkit(), [action])
    text = _text(build(work_plan.strategy("Us", "today", plan)).pdf)
    assert "update2" in text
    assert "update3" in text
    assert "update1" not in text


def test_F65_an_action_with_ten_thousand_lines_prints(tmp_path: Path) -> None:
    evidence = "\n".join(f"line{number}" for number in range(10_000))
    action = Action(1, ActionFields("Long", statement=1, evidence=evidence), TODAY)
    made = build(work_plan.appendix_a("Us", "today", appendix_a(load_toolkit(), [action])))
    assert "line9999" in _text(made.pdf)


@pytest.mark.parametrize(
    "words", ["<b>", "Contact <jo@example.org>", "a<b", "</para>", "&#xFFFFFF;", "ŵ ŷ ż ș", "مرحبا"]
)
def test_what_was_typed_is_what_is_printed(words: str) -> None:
    action = Action(1, ActionFields(words, statement=1, evidence=words, lead=words), TODAY)
    made = build(work_plan.appendix_a("Us", "today", appendix_a(load_toolkit(), [action])))
    assert made.unprintable == ()
    if words.isascii():
        assert _text(made.pdf).count(words) >= 1
    else:
        _every_word_is_there(words, made.pdf)


def test_an_emoji_is_reported_and_never_a_box() -> None:
    action = Action(1, ActionFields("Poster 🎉 up", statement=1), TODAY)
    made = build(work_plan.appendix_a("Us", "today", appendix_a(load_toolkit(), [action])))
    assert made.unprintable == ("🎉",)
    assert "Poster" in _text(made.pdf)
