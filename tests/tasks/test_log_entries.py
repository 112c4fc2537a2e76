"""The action log."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from champion_app.domain.actions import ActionFields
from champion_app.domain.log_entries import REACHED_WORDS, LogFields, LogTemplate, Reached
from champion_app.faults import NumberNeeded, WordsNeeded
from champion_app.store.binder import Binder
from champion_app.tasks import actions, history, log_entries, search


def test_a_line_in_the_log_and_back_out(binder: Binder, today: date) -> None:
    action = actions.raise_action(binder, ActionFields("Order posters"))
    fields = LogFields(" Ten-minute briefing\r\nfor staff ", today, 1, "1.3", action, 12, Reached.STAFF)
    number = log_entries.log_it(binder, fields)
    kept = log_entries.entry(binder, number)
    assert kept is not None and kept.fields == replace(fields, what="Ten-minute briefing\nfor staff")
    assert kept.action_title == "Order posters"
    log_entries.change_entry(binder, number, replace(kept.fields, reached=None))
    assert log_entries.log(binder)[0].fields.reached is None
    log_entries.remove_entry(binder, number)
    assert log_entries.log(binder) == []
    assert "log entry" not in {hit.kind for hit in search.find(binder, "briefing for staff")}
    words = [history.undo(binder) for _ in range(3)]
    assert words == ["log entry removed", "changes to a log entry", "log entry"]
    assert [history.redo(binder), log_entries.entry(binder, number)] == ["log entry", kept]


@pytest.mark.parametrize("what", ["", "  \n", "\0\ud800"])
def test_an_entry_says_something(binder: Binder, today: date, what: str) -> None:
    with pytest.raises(WordsNeeded, match="What you did"):
        log_entries.log_it(binder, LogFields(what, today))
    assert log_entries.log(binder) == []


def test_filters(binder: Binder, today: date) -> None:
    log_entries.log_it(binder, LogFields("old", date(2026, 9, 1), 1))
    log_entries.log_it(binder, LogFields("new", today, 2))
    assert [entry.fields.what for entry in log_entries.log(binder)] == ["new", "old"]
    assert [entry.fields.what for entry in log_entries.log(binder, since=date(2026, 10, 1))] == ["new"]
    assert [entry.fields.what for entry in log_entries.log(binder, until=date(2026, 10, 1), statement=1)] == ["old"]


def test_removing_an_action_leaves_what_was_done(binder: Binder, today: date) -> None:
    action = actions.raise_action(binder, ActionFields("Order posters"))
    number = log_entries.log_it(binder, LogFields("Posters up", today, action=action))
    actions.remove_action(binder, action)
    kept = log_entries.entry(binder, number)
    assert kept is not None and (kept.fields.what, kept.fields.action, kept.action_title) == ("Posters up", 0, "")
    history.undo(binder)
    kept = log_entries.entry(binder, number)
    assert kept is not None and kept.action_title == "Order posters"


def test_templates(binder: Binder) -> None:
    starter = log_entries.templates(binder)
    number = log_entries.save_template(binder, LogTemplate(0, " Aaa ", "x\r\ny", 3, Reached.FAMILIES))
    assert log_entries.templates(binder)[0] == LogTemplate(number, "Aaa", "x\ny", 3, Reached.FAMILIES)
    assert log_entries.save_template(binder, LogTemplate(number, "Aab", "z")) == number
    assert log_entries.templates(binder)[0] == LogTemplate(number, "Aab", "z")
    with pytest.raises(WordsNeeded):
        log_entries.save_template(binder, LogTemplate(number, " ", "z"))
    log_entries.remove_template(binder, number)
    assert log_entries.templates(binder) == starter
    assert [history.undo(binder) for _ in range(3)] == ["template removed", "template", "template"]
    assert log_entries.templates(binder) == starter


@pytest.mark.parametrize(("typed", "count"), [("", None), ("  ", None), ("0", 0), (" 12 ", 12), ("1,200", 1200)])
def test_how_many(typed: str, count: int | None) -> None:
    assert log_entries.read_count(typed) == count


@pytest.mark.parametrize("typed", ["twelve", "-1", "1.5", "12 staff", "١٢", "²", "12345678", "1e3"])
def test_how_many_is_a_whole_number_or_said_to_be_none(typed: str) -> None:
    with pytest.raises(NumberNeeded, match="whole number"):
        log_entries.read_count(typed)


def test_every_kind_of_reached_has_words() -> None:
    assert set(REACHED_WORDS) == set(Reached)


def test_saving_what_is_already_there_is_nothing_to_undo(binder: Binder, today: date) -> None:
    number = log_entries.log_it(binder, LogFields("x", today))
    log_entries.change_entry(binder, number, LogFields(" x ", today))
    log_entries.change_entry(binder, 99, LogFields("y", today))
    log_entries.save_template(binder, log_entries.templates(binder)[0])
    assert history.undo(binder) == "log entry"
    assert log_entries.log(binder) == []
