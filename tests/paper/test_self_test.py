"""The self-test on paper: every step with its outcome in words, tagged, the same bytes every time, nobody's words."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import page as validator
import pytest

from champion_app.domain.self_test import STEPS, VERDICT_WORDS, Record, Result, Sentence, Verdict, say, with_the_rest
from champion_app.paper import self_test, shaping
from champion_app.paper.page import build

WHEN = datetime(2026, 11, 25, 9, 5)
VERSIONS = (("Champion", "0.1.0"), ("SQLite", "3.53.4"))
CANARY = "Zebediah Quillfeather"


def record(*verdicts: Verdict) -> Record:
    results = [
        Result(
            step,
            verdict,
            (say("Found {n} of it.", n=7), Sentence("In the folder of {name}.", {"name": CANARY}, at_home=True)),
            (Sentence("Ask {name}.", {"name": CANARY}, at_home=True, instead="Ask whoever looks after it."),),
            2.6,
        )
        for step, verdict in zip(STEPS, verdicts, strict=False)
    ]
    return Record(WHEN, with_the_rest(results), VERSIONS)


def test_every_step_stands_on_it_with_how_it_went(text_of: Callable[[bytes], str]) -> None:
    went = (Verdict.WORKS, Verdict.FAILS, Verdict.LOOK, Verdict.WORKS, Verdict.WORKS, Verdict.WORKS)
    made = build(self_test.document(record(*went)))
    text = text_of(made.pdf)
    for words in (
        "Self-test of Champion",
        "Run on 25 November 2026, 09:05.",
        "1 of 8 does not work. What to do next stands beside it.",
        "Being cut off Does not work Found 7 of it. Ask whoever looks after it. 3 seconds",
        "Champion 0.1.0, SQLite 3.53.4",
        "Page 1 of",
    ):
        assert words in text, words
    for step in STEPS:
        assert step.title in text
    assert text.count(VERDICT_WORDS[Verdict.NOT_TRIED]) == 2
    assert CANARY not in text and CANARY.encode() not in made.pdf
    report = validator.validate_pdf_bytes(made.pdf)
    assert report.is_compliant, report.failures
    assert made.unprintable == ()
    assert made.pdf == build(self_test.document(record(*went))).pdf


def test_one_that_was_stopped_at_once_is_a_paper_too(text_of: Callable[[bytes], str]) -> None:
    made = build(self_test.document(Record(WHEN, with_the_rest(()))))
    assert "Stopped: 0 of 8 were tried." in text_of(made.pdf)
    assert "They were not asked for." in text_of(made.pdf)
    assert validator.validate_pdf_bytes(made.pdf).is_compliant


def test_all_alphabets_are_shown_whole(text_of: Callable[[bytes], str]) -> None:
    assert {sample.name for sample in self_test.SAMPLES} >= {
        "Welsh", "Polish", "Arabic", "Urdu", "Punjabi", "Bengali", "Cyrillic",
    }  # fmt: skip
    text = text_of(build(self_test.document(record())).pdf)
    for sample in self_test.SAMPLES:
        assert sample.name in text
        if not sample.joined:
            assert sample.words in text
    assert self_test.face_count() == 10 and self_test.try_faces() == []


def test_a_letter_that_no_face_has_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    odd = [*self_test.SAMPLES, self_test.Sample("Old Italic", "", self_test.fonts.LATIN, "\U00010300")]
    monkeypatch.setattr(self_test, "SAMPLES", tuple(odd))
    wrong = self_test.try_faces()
    assert len(wrong) == 2 and all("old italic letter a" in words for words in wrong)


def test_without_the_joining_of_letters_the_rest_is_tried_and_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shaping, "AVAILABLE", False)
    assert self_test.try_faces() == [] and not self_test.all_scripts()
    assert build(self_test.document(record())).unprintable == ()
