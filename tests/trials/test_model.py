"""The real binder beside a plain model of it: work, crashes, undo, backups, restores; equal at each step."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from champion_app.domain.actions import ActionFields
from champion_app.domain.listings import ListingFields
from champion_app.domain.log_entries import LogFields
from champion_app.domain.own_words import OwnWords
from champion_app.domain.typed_text import clean_line
from champion_app.faults import NothingToUndo
from champion_app.store import digest, health
from champion_app.store.binder import Binder
from champion_app.tasks import actions, backups, listings, lists, log_entries, own_words
from tests.tasks.editions import reading, service
from tests.trials.children import in_memory
from tests.trials.model import Contents, Model, ModelAction
from tests.trials.operations import NAME, NOW, empty_binder_of, start
from tests.trials.report import Report

TODAY = NOW.date()
LEAFLETS = ("family-visiting", "family-first-days")
# What typed text is tidied of is proved elsewhere.
LETTERS = st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cf", "Zl", "Zp", "Zs", "Cn", "Co"))
WORDS = st.text(LETTERS, min_size=1, max_size=12).map(lambda text: clean_line(text, "")).filter(bool)
_STEPS = [0]


class BinderBesideModel(RuleBasedStateMachine):
    """Each rule does the same to both."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(dir=in_memory()))
        self.path = self.folder / NAME
        self.binder: Binder | None = None
        self.model = Model()
        self.kept: dict[int, tuple[Model, str]] = {}
        self.editions = 0

    @property
    def open(self) -> Binder:
        assert self.binder is not None
        return self.binder

    @initialize()
    def begin(self) -> None:
        self.path.write_bytes(empty_binder_of(self.folder))
        self.binder = start(self.folder)

    def teardown(self) -> None:
        if self.binder is not None:
            self.binder.close()
        shutil.rmtree(self.folder)

    # ---------------------------------------------------------------- work

    @rule(title=WORDS)
    def raise_action(self, title: str) -> None:
        number = actions.raise_action(self.open, ActionFields(title), TODAY)
        self.model.put("actions", number, ModelAction(title))

    @precondition(lambda self: self.model.now.actions)
    @rule(data=st.data(), title=WORDS)
    def change_action(self, data: st.DataObject, title: str) -> None:
        number = data.draw(st.sampled_from(sorted(self.model.now.actions)))
        actions.change_action(self.open, number, ActionFields(title))
        changed = replace(self.model.now.actions[number], title=title)
        self.model.put("actions", number, changed, f"action {number} title")

    @precondition(lambda self: self.model.now.actions)
    @rule(data=st.data(), words=WORDS)
    def add_update(self, data: st.DataObject, words: str) -> None:
        number = data.draw(st.sampled_from(sorted(self.model.now.actions)))
        actions.add_update(self.open, number, words, TODAY)
        known = self.model.now.actions[number]
        self.model.put("actions", number, replace(known, updates=(*known.updates, words)))

    @precondition(lambda self: self.model.now.actions)
    @rule(data=st.data())
    def close_or_reopen_action(self, data: st.DataObject) -> None:
        number = data.draw(st.sampled_from(sorted(self.model.now.actions)))
        known = self.model.now.actions[number]
        if known.closed:
            actions.reopen_action(self.open, number)
        else:
            actions.close_action(self.open, number, TODAY)
        self.model.put("actions", number, replace(known, closed=not known.closed))

    @precondition(lambda self: self.model.now.actions)
    @rule(data=st.data())
    def remove_action(self, data: st.DataObject) -> None:
        number = data.draw(st.sampled_from(sorted(self.model.now.actions)))
        actions.remove_action(self.open, number)
        self.model.drop("actions", number)

    @rule(name=WORDS)
    def add_listing(self, name: str) -> None:
        self.model.put("listings", listings.add_listing(self.open, ListingFields(name)), name)

    @precondition(lambda self: self.model.now.listings)
    @rule(data=st.data(), name=WORDS)
    def change_listing(self, data: st.DataObject, name: str) -> None:
        number = data.draw(st.sampled_from(sorted(self.model.now.listings)))
        fields = listings.listing(self.open, number)
        assert fields is not None
        listings.change_listing(self.open, number, replace(fields.fields, name=name))
        self.model.put("listings", number, name, f"listing {number}")

    @precondition(lambda self: self.model.now.listings)
    @rule(data=st.data())
    def remove_listing(self, data: st.DataObject) -> None:
        number = data.draw(st.sampled_from(sorted(self.model.now.listings)))
        listings.remove_listing(self.open, number)
        self.model.drop("listings", number)

    @rule(what=WORDS)
    def log_it(self, what: str) -> None:
        self.model.put("log", log_entries.log_it(self.open, LogFields(what, TODAY)), what)

    @precondition(lambda self: self.model.now.log)
    @rule(data=st.data())
    def remove_entry(self, data: st.DataObject) -> None:
        number = data.draw(st.sampled_from(sorted(self.model.now.log)))
        log_entries.remove_entry(self.open, number)
        self.model.drop("log", number)

    @rule(key=st.sampled_from(LEAFLETS), words=WORDS)
    def word_leaflet(self, key: str, words: str) -> None:
        own_words.keep_words(self.open, key, OwnWords(head={"title": words}), "title")
        self.model.put("words", key, words, f"leaflet {key} title")

    @precondition(lambda self: self.model.now.words)
    @rule(data=st.data())
    def as_shipped(self, data: st.DataObject) -> None:
        key = data.draw(st.sampled_from(sorted(self.model.now.words)))
        own_words.as_shipped(self.open, key)
        self.model.drop("words", key)

    @rule(names=st.lists(WORDS, min_size=1, max_size=4, unique_by=str.casefold))
    def import_list(self, names: list[str]) -> None:
        self.editions += 1
        made = {f"{self.editions}-{place}": service(f"{name} {self.editions}") for place, name in enumerate(names)}
        found = lists.look(self.open, reading(made), "listings", f"List {self.editions}")
        new = lists.take_in(self.open, found, {})
        there = {one.id: one.fields.name for one in listings.directory(self.open)}
        added = {number: there[number] for number in new}
        asked = [one for one in found.preview.proposals if one.asks]
        assert len(added) + len(asked) == len(names)
        self.model.change(replace(self.model.now, listings={**self.model.now.listings, **added}))
        if not added and asked:  # that the list was looked at is noted, and is a thing to undo
            self._forget_order()

    def _forget_order(self) -> None:
        self.model.undoable.append(self.model.now)
        self.model.redoable.clear()
        self.model._merge = ""

    # ---------------------------------------------------------------- back and forth

    @rule()
    def undo(self) -> None:
        try:
            self.open.undo()
        except NothingToUndo:
            assert not self.model.undoable
            return
        assert self.model.undo()

    @rule()
    def redo(self) -> None:
        try:
            self.open.redo()
        except NothingToUndo:
            assert not self.model.redoable
            return
        assert self.model.redo()

    # ---------------------------------------------------------------- ends and beginnings

    @rule()
    def close_and_open(self) -> None:
        self.open.close()
        self.binder = start(self.folder)
        assert not self.binder.outside

    @rule(title=WORDS)
    def crash_in_a_change(self, title: str) -> None:
        """What a computer that stops in the middle of a change leaves: the file and its journal as they are then."""
        left = self.folder / "left"
        left.mkdir()
        try:
            with self.open.atomic("raise_action"):
                self.open.database.conn.execute("PRAGMA cache_spill = 1").fetchall()
                self.open.database.conn.execute("PRAGMA cache_size = 1").fetchall()
                for number in range(3):
                    self.open.insert("actions", {"title": f"{title} {number}", "evidence": "x" * 20_000,
                                                 "raised_on": str(TODAY), "horizon": "this_month"})  # fmt: skip
                for ending in ("", "-journal"):
                    shutil.copy(f"{self.path}{ending}", left / f"{NAME}{ending}")
                raise InterruptedError
        except InterruptedError:
            self.open.close()
        for path in self.folder.glob(f"{NAME}*"):
            path.unlink()
        for path in left.iterdir():
            path.rename(self.folder / path.name)
        left.rmdir()
        self.binder = start(self.folder)
        assert health.check(self.binder)["problems"] == []

    @rule()
    def back_up(self) -> None:
        made = backups.back_up_now(self.open).backup
        self.kept[made.number] = (self.model.copy(), digest.digest(self.open))

    @precondition(lambda self: self.kept)
    @rule(data=st.data())
    def restore(self, data: st.DataObject) -> None:
        there = [one.number for one in backups.all_backups(self.path) if one.number in self.kept]
        number = data.draw(st.sampled_from(there))
        self.open.close()
        before, kept = self.model, self.kept[number]
        aside = backups.restore(self.path, backups.numbered(self.path, number))
        if data.draw(st.booleans()):
            backups.undo_restore(self.path, aside)
            self.model = before
        else:
            self.model = kept[0].copy()
        self.binder = start(self.folder)
        if self.model is not before:
            assert digest.digest(self.binder) == kept[1]

    # ---------------------------------------------------------------- the same at every step

    @invariant()
    def is_the_same(self) -> None:
        if self.binder is None:
            return
        _STEPS[0] += 1
        found = Contents(
            {
                one.id: ModelAction(one.fields.title, one.closed_on is not None, tuple(up.text for up in one.updates))
                for one in actions.plan(self.binder, TODAY)
            },
            {one.id: one.fields.name for one in listings.directory(self.binder)},
            {one.id: one.fields.what for one in log_entries.log(self.binder)},
            {key: str(own_words.words_of(self.binder, key).head["title"]) for key in LEAFLETS
             if own_words.words_of(self.binder, key).head},
        )  # fmt: skip
        assert found == self.model.now


def _run(times: int, steps: int, part: int, report: Report | None = None, *, shrink: bool = True) -> None:
    _STEPS[0] = 0

    @seed(part)
    class Life(BinderBesideModel):
        """Other lives for each part."""

    phases = [phase for phase in Phase if shrink or phase is not Phase.shrink]
    run_state_machine_as_test(
        Life,
        settings=settings(
            max_examples=times, stateful_step_count=steps, deadline=None, database=None, phases=phases,
            suppress_health_check=list(HealthCheck), print_blob=False,
        ),
    )  # fmt: skip
    if report is not None:
        report(f"T19 beside a model, part {part}", runs=times, steps=_STEPS[0])


@pytest.mark.usefixtures("frozen")
def test_F01_F62_F70_a_binder_is_what_a_plain_model_of_it_is(report: Report) -> None:
    _run(25, 25, 0, report)


@pytest.mark.heavy
@pytest.mark.usefixtures("frozen")
@pytest.mark.parametrize("part", range(1, 5))
def test_F01_F62_F70_two_thousand_lives_of_a_binder(part: int, report: Report) -> None:
    _run(500, 50, part, report)


@pytest.mark.usefixtures("frozen")
def test_the_trial_can_fail_when_something_is_not_removed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(log_entries, "remove_entry", lambda binder, number: None)
    with pytest.raises(AssertionError):
        _run(25, 25, 0, shrink=False)
