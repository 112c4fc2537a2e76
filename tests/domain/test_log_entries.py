"""Counts in the log, for the screen."""

from __future__ import annotations

from datetime import date

from champion_app.domain.log_entries import REACHED_WORDS, LogEntry, LogFields, Reached, reached_totals


def _entry(reached: int | None, kind: Reached) -> LogEntry:
    return LogEntry(1, LogFields("x", date(2026, 11, 22), reached=reached, reached_kind=kind))


def test_totals_of_what_was_counted() -> None:
    entries = [_entry(30, Reached.COPIES), _entry(5, Reached.STAFF), _entry(None, Reached.FAMILIES),
               _entry(0, Reached.CHILDREN), _entry(7, Reached.STAFF)]  # fmt: skip
    assert reached_totals(entries) == {Reached.STAFF: 12, Reached.CHILDREN: 0, Reached.COPIES: 30}
    assert list(reached_totals(entries)) == [Reached.STAFF, Reached.CHILDREN, Reached.COPIES]
    assert reached_totals([]) == {}


def test_every_kind_has_words() -> None:
    assert set(REACHED_WORDS) == set(Reached)
