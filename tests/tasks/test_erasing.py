"""Erased is gone: planted words stand in no byte of any file afterwards, and nothing else has changed (T28, P7)."""

from __future__ import annotations

import json
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest

from champion_app.domain import clock
from champion_app.domain.actions import ActionFields
from champion_app.domain.backups import Reason
from champion_app.domain.log_entries import LogFields
from champion_app.domain.rounds import Answer
from champion_app.domain.services import Service
from champion_app.faults import ClockDoubtful, DiskFull, NoLongerThere, NothingToUndo, UnknownName
from champion_app.places import backups_of
from champion_app.store import backups, digest, health, holdings, restoring
from champion_app.store.binder import Binder
from champion_app.tasks import (
    actions,
    assessment,
    attachments,
    binders,
    erasing,
    history,
    log_entries,
    old_copies,
    search,
    second_place,
)
from champion_app.tasks import holdings as our_holdings
from champion_app.tasks.toolkit import load_toolkit
from tests.tasks.canaries import LONG_AGO, Canaries, hits, plant_and_remove_the_rest, plant_old, plant_print

PURGED = ("assessment", "actions", "log", "evidence", "prints", "history")
SOON = date(2030, 1, 1)


def everything(day: date) -> dict[str, date | None]:
    """A choice of every kind, up to a day."""
    return {**dict.fromkeys(PURGED, day), "drafts": None}


def next_round(binder: Binder) -> int:
    """The round after the planted one, so that the planted one is old."""
    return assessment.start_round(binder, load_toolkit(), "This year", date(2022, 5, 3))


@pytest.fixture
def planted(binder: Binder, school: Service, quick_folder: Path) -> Canaries:
    canaries = Canaries()
    plant_old(binder, canaries)
    next_round(binder)
    # The new round carries last year's answers: the words go when the round they were carried into has its own.
    plant_print(binder, canaries)
    plant_and_remove_the_rest(binder, canaries)
    backups.make(binder, backups_of(binder.path), Reason.ASKED)
    return canaries


# Columns in which nobody writes: days, choices among given words, numbers, what the program itself keeps.
NOT_WRITTEN = {
    "_sqlite_migrations": {"migration_set", "name", "applied_at"},
    "about": {"name", "value"},
    "actions": {"criterion", "due", "raised_on", "closed_on", "horizon"},
    "action_updates": {"day"},
    "answers": {"criterion", "answered_on", "answer"},
    "attachments": {"criterion", "added_on"},
    "changes": {"at", "task", "merge"},
    "change_rows": {"place", "was"},
    "files": {"sha256", "kind"},
    "listings": {"key", "print_rule", "status", "checked_on"},
    "log_entries": {"day", "criterion", "reached_kind", "leaflet"},
    "log_templates": {"reached_kind"},
    "own_words": {"base", "shipped"},
    "print_contacts": {"number", "checked_on", "dealt_on"},
    "print_facts": {"kind", "key", "words", "review_by", "dealt_on"},
    "prints": {"day", "kind", "title", "edition", "options", "template", "choices", "binned_on"},
    "prisons": {"key", "types", "status", "checked_on", "checked_by"},
    "resources": {
        "key",
        "stages",
        "statements",
        "criteria",
        "nations",
        "audiences",
        "sheet",
        "checked_on",
        "checked_by",
    },
    "rounds": {"started", "finished", "edition", "at_criterion", "service_type"},
    "service": {"type"},
    "settings": {"name"},
    "text_checks": {"template", "what", "digest", "checked_on"},
    # What comes with a list or a pack, in the publisher's words.
    "figures": {"*"},
    "terms": {"*"},
    "leaflet_texts": {"*"},
    "sources": {"*"},
    "origins": {"*"},
    "toolkit_editions": {"*"},
}


def test_every_column_that_people_write_in_was_planted(planted: Canaries, binder: Binder) -> None:
    """So that a new field cannot be forgotten by the trials below."""
    found: set[tuple[str, str]] = set()
    for table in holdings.all_tables(binder):
        for row in binder.rows(f'SELECT * FROM "{table}"') if not table.startswith("finder") else ():
            for column in row.keys():  # noqa: SIM118 - a row is no mapping
                said = str(row[column])
                if table == "change_rows" and column == "before" and row[column]:
                    before = json.loads(said).items()
                    found |= {(row["place"], name) for name, text in before if _holds(planted, str(text))}
                if _holds(planted, said):
                    found.add((table, column))
    for table in holdings.all_tables(binder):
        if table.startswith(("finder", "sqlite_")):
            continue
        texts = {
            row["name"] for row in binder.rows("SELECT name FROM pragma_table_info(?) WHERE type = 'TEXT'", (table,))
        }
        excused = NOT_WRITTEN.get(table, set())
        missing = {name for name in texts if (table, name) not in found and name not in excused and "*" not in excused}
        assert missing == set(), f"{table}: {missing} hold no planted word; plant one in canaries.py, or excuse them"


def _holds(canaries: Canaries, text: str) -> bool:
    return any(word in text for word in canaries.planted)


def test_T28_what_was_purged_is_in_no_byte_of_any_file(planted: Canaries, binder: Binder, quick_folder: Path) -> None:
    in_the_binder = hits(quick_folder, planted.planted)
    assert set(in_the_binder) == set(planted.planted), "every word was found before: the search can find"
    assert all(any(name.endswith(".champion-backup") for name in files) for files in in_the_binder.values())
    aside = quick_folder / "binder.champion.set-aside-0001-20260101T000000Z"
    aside.write_bytes(next(iter(planted.planted)).encode())
    for each in assessment.all_rounds(binder)[1:]:  # what was carried over from the old round
        for criterion in ("1.1", "1.2"):
            assessment.note_evidence(binder, each.id, criterion, "")
    gone = erasing.purge(binder, erasing.preview(binder, everything(SOON)))
    assert gone.count and gone.compact
    renewed = old_copies.renew(binder)
    assert renewed.removed == 3 and renewed.left == ()
    assert old_copies.old_copies(binder) == [] and not aside.exists()
    assert health.check(binder)["problems"] == []
    binder.close()
    assert hits(quick_folder, planted.planted) == {}
    with closing(binders.open_binder(binder.path)) as again:
        assert [one.fields.title for one in actions.plan(again)] == []
        assert [one.name for one in assessment.all_rounds(again)] == ["This year"]
        assert search.find(again, "family"), "the rest is still found"


def test_without_new_backups_the_older_ones_are_named_with_their_days(planted: Canaries, binder: Binder) -> None:
    erasing.purge(binder, erasing.preview(binder, everything(SOON)))
    before, old = sorted(old_copies.old_copies(binder), key=lambda one: one.path.name, reverse=True)
    assert before.what == "Backup made around an erasing", "the only way back from a purge that was a mistake"
    assert old.path.suffix == ".champion-backup" and old.made_on == clock.today() and old.size > 0
    assert old.what == "Backup made because you asked for it"
    assert old_copies.erased_on(binder) == clock.today()
    assert old_copies.remind_on(binder) == clock.today() + timedelta(days=30)
    backups.make(binder, backups_of(binder.path), Reason.ASKED)
    assert set(old_copies.old_copies(binder)) == {old, before}, "a newer backup holds none of it"


def test_copies_in_the_second_place_go_too_and_one_in_a_drawer_is_named(
    planted: Canaries, binder: Binder, quick_folder: Path, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    second_place.choose_second_place(binder.path, stick)
    second_place.copy_to_second_place(binder.path)
    assert hits(stick, planted.planted)
    for each in assessment.all_rounds(binder)[1:]:
        assessment.note_evidence(binder, each.id, "1.2", "")
    erasing.purge(binder, erasing.preview(binder, everything(SOON)))
    assert len(old_copies.old_copies(binder)) == 3
    drawer = stick.rename(tmp_path / "drawer")
    place = second_place.second_place(binder.path)
    assert place is not None
    first = old_copies.renew(binder)
    assert first.left == (place.folder,) and first.removed == 2
    assert old_copies.erased_on(binder), "it is asked again when the stick is back"
    drawer.rename(stick)
    again = old_copies.renew(binder)
    assert again.left == () and again.removed == 1
    assert hits(tmp_path, planted.planted) == {}
    assert old_copies.erased_on(binder) is None


def test_a_locked_binder_is_purged_in_the_same_way(quick_folder: Path) -> None:
    from champion_app.store import keys

    path, key = quick_folder / "locked.champion", keys.new_key()
    keys.write(path, keys.new_key_file(key, "a long passphrase", keys.new_code(), cost=keys.Cost(n=2**10)))
    with closing(binders.make_binder(path, key)) as binder:
        canaries = Canaries()
        plant_old(binder, canaries)
        this_year = next_round(binder)
        for criterion in ("1.1", "1.2"):
            assessment.note_evidence(binder, this_year, criterion, "")
        assert erasing.purge(binder, erasing.preview(binder, everything(SOON))).compact
        assert old_copies.renew(binder).backup.encrypted
        assert [where for word in canaries.planted for where in holdings.where(binder, word)] == []


def test_a_purge_takes_what_the_preview_named_and_nothing_else(binder: Binder, school: Service) -> None:
    for number in range(4):
        log_entries.log_it(binder, LogFields(f"Entry {number}", date(2020 + number, 5, 3)))
    open_one = actions.raise_action(binder, ActionFields("Still open"), LONG_AGO)
    done = actions.raise_action(binder, ActionFields("Done"), LONG_AGO)
    actions.add_update(binder, done, "A word", LONG_AGO)
    actions.close_action(binder, done, date(2022, 1, 1))
    linked = log_entries.log_it(binder, LogFields("About it", date(2026, 1, 1), action=done))
    before = digest.counts(binder)
    previewed = erasing.preview(binder, {"log": date(2022, 1, 1), "actions": date(2024, 1, 1), "prints": SOON})
    assert [(one.kind.id, [(row.line, row.day) for row in one.rows]) for one in previewed.leaving] == [
        ("log", [("Entry 0", date(2020, 5, 3)), ("Entry 1", date(2021, 5, 3))]),
        ("actions", [("Done", date(2022, 1, 1))]),
    ]
    assert previewed.leaving[1].comes_along.startswith("Along with it: 1 dated update.")
    assert previewed.in_words == ["2 log entries", "1 action"]
    log_entries.log_it(binder, LogFields("Written while the preview was in view", date(2019, 5, 3)))
    erasing.purge(binder, previewed)
    assert [one.fields.what for one in log_entries.log(binder)] == [
        "About it", "Entry 3", "Entry 2", "Written while the preview was in view",
    ]  # fmt: skip
    assert [one.id for one in actions.plan(binder)] == [open_one]
    kept = log_entries.entry(binder, linked)
    assert kept is not None and kept.fields.action == 0
    after = digest.counts(binder)
    changed = {name for name in before if before[name] != after[name]}
    assert changed <= {"log_entries", "actions", "action_updates", "change_rows", "changes", "settings"}


def test_undo_goes_on_working_and_brings_nothing_back(binder: Binder, school: Service) -> None:
    action = actions.raise_action(binder, ActionFields("Done"), LONG_AGO)
    actions.close_action(binder, action, LONG_AGO)
    log_entries.log_it(binder, LogFields("Linked", date(2026, 1, 1), action=action))
    entry = log_entries.log_it(binder, LogFields("One", date(2026, 1, 1), action=action))
    log_entries.change_entry(binder, entry, LogFields("Two", date(2026, 1, 1)))
    log_entries.remove_entry(binder, log_entries.log_it(binder, LogFields("Other", LONG_AGO)))
    actions.remove_action(binder, actions.raise_action(binder, ActionFields("Removed"), LONG_AGO))
    erasing.erase_for_good(binder, "action", action)
    assert history.undo(binder) == "action removed", "the erasing is no step, and what was not erased is undone as ever"
    assert [history.undo(binder) for _ in range(4)] == [
        "new action",
        "log entry removed",
        "log entry",
        "changes to a log entry",
    ]
    (one,) = [item.fields for item in log_entries.log(binder) if item.id == entry]
    assert (one.what, one.action) == ("One", 0), "it no longer points at what was erased"
    assert [item.fields.title for item in actions.plan(binder)] == []
    assert health.check(binder)["problems"] == []
    for _ in range(5):
        history.redo(binder)
    assert {item.fields.what for item in log_entries.log(binder)} == {"Two", "Linked"}
    assert actions.plan(binder) == []
    with pytest.raises(NothingToUndo):
        while True:
            history.undo(binder)
    assert actions.plan(binder) == [] and log_entries.log(binder) == []
    assert health.check(binder)["problems"] == []


ONE_BY_ONE = ("log entry", "action", "update", "evidence", "reason", "file", "print")


@pytest.mark.parametrize("noun", ONE_BY_ONE)
def test_one_record_erased_for_good_is_in_no_byte(
    noun: str, binder: Binder, school: Service, quick_folder: Path
) -> None:
    """Each in a binder where the others stay: row, history, search, drafts, backups."""
    c, stay, toolkit = Canaries(), Canaries(), load_toolkit()
    stay.planted["staysherewithus"] = "stays"
    keep = log_entries.log_it(binder, LogFields("About staysherewithus.", date(2026, 1, 1)))
    row_id = {
        "log entry": lambda: _twice(binder, c),
        "action": lambda: _action(binder, c),
        "update": lambda: actions.add_update(
            binder, actions.raise_action(binder, ActionFields("An action")), c.said("update"), LONG_AGO
        ),
        "evidence": lambda: _evidence(binder, c, toolkit),
        "reason": lambda: _reason(binder, c, toolkit),
        "file": lambda: attachments.attach(
            binder, attachments.ready(f"{c.word('name')}.txt", c.said("content").encode()), criterion="1.1",
            note=c.said("note"),
        ),
        "print": lambda: plant_print(binder, c),
    }[noun]()  # fmt: skip
    backups.make(binder, backups_of(binder.path), Reason.ASKED)
    assert set(hits(quick_folder, c.planted)) == set(c.planted)
    gone = erasing.erase_for_good(binder, noun, row_id)
    if noun == "print":  # the words of the leaflet and the contact were taken away in the ordinary way
        assert gone.also_in
        erasing.purge(binder, erasing.preview(binder, {"history": SOON}))
    else:
        assert gone.also_in == ()
    old_copies.renew(binder)
    with pytest.raises(NoLongerThere):
        erasing.words(binder, "log entry" if noun == "reason" else noun, row_id if noun != "reason" else 10**6)
    assert health.check(binder)["problems"] == []
    binder.close()
    assert hits(quick_folder, c.planted) == {}
    assert set(hits(quick_folder, stay.planted)) == set(stay.planted) and keep


def _twice(binder: Binder, c: Canaries) -> int:
    entry = log_entries.log_it(binder, LogFields(c.said("log"), LONG_AGO))
    log_entries.change_entry(binder, entry, LogFields(c.said("log"), LONG_AGO))
    log_entries.remove_entry(binder, entry)
    history.undo(binder)
    return entry


def _action(binder: Binder, c: Canaries) -> int:
    action = actions.raise_action(binder, ActionFields(c.said("title"), evidence=c.said("evidence")))
    actions.add_update(binder, action, c.said("update"), LONG_AGO)
    title = c.said("title")
    actions.change_action(binder, action, ActionFields(title))
    with binder.atomic("keep_setting"):
        binder.remember(f"draft update {action}", f'{{"text": "{c.said("draft")}"}}')
        binder.remember("draft new action", json.dumps({"title": f"Like this: {title}", "lead": "Sam"}))
    return action


def _evidence(binder: Binder, c: Canaries, toolkit: object) -> int:
    first = assessment.start_round(binder, load_toolkit(), "First", LONG_AGO)
    assessment.answer_criterion(binder, first, "1.1", Answer.IN_PLACE)
    assessment.note_evidence(binder, first, "1.1", c.said("notes"))
    assessment.start_round(binder, load_toolkit(), "Second", date(2026, 1, 1))  # carries the words over
    rows = binder.rows("SELECT id, notes FROM answers WHERE criterion = '1.1' ORDER BY id")
    assert len(rows) == 2 and rows[0]["notes"] == rows[1]["notes"]
    return int(rows[0]["id"])


def _reason(binder: Binder, c: Canaries, toolkit: object) -> int:
    first = assessment.start_round(binder, load_toolkit(), "First", LONG_AGO)
    assessment.answer_criterion(binder, first, "1.1", Answer.NOT_APPLICABLE, c.said("why_not"))
    row = binder.row("SELECT id FROM answers")
    assert row is not None
    return int(row["id"])


def test_where_the_same_words_still_stand_is_said(binder: Binder, school: Service) -> None:
    line = 'Held a meeting with “the family” at "ten"'
    entry = log_entries.log_it(binder, LogFields(line, LONG_AGO))
    actions.raise_action(binder, ActionFields("See the log", evidence=f"First.\n{line}\nLast."))
    actions.remove_action(binder, actions.raise_action(binder, ActionFields(line)))
    gone = erasing.erase_for_good(binder, "log entry", entry)
    assert ("actions", "First.") in gone.also_in
    assert any(table == "change_rows" for table, _ in gone.also_in), "what Undo would bring back is named too"
    kinds = {hit.kind for hit in search.find(binder, "held a meeting with the family")}
    assert "action" in kinds and "log entry" not in kinds


def test_a_record_that_has_gone_or_is_unknown(binder: Binder) -> None:
    with pytest.raises(NoLongerThere):
        erasing.erase_for_good(binder, "log entry", 999)
    with pytest.raises(UnknownName):
        erasing.erase_for_good(binder, "child", 1)


def test_a_full_disk_leaves_everything_as_it_was(planted: Canaries, binder: Binder) -> None:
    binder.rows("VACUUM")
    before, previewed = digest.digest(binder), erasing.preview(binder, everything(SOON))
    binder.rows(f"PRAGMA max_page_count = {binder.rows('PRAGMA page_count')[0][0]}")  # no page more than now
    with pytest.raises(DiskFull):
        erasing.purge(binder, previewed)
    assert digest.digest(binder) == before
    binder.rows("PRAGMA max_page_count = 1073741823")
    assert erasing.purge(binder, previewed).compact


# ---------------------------------------------------------------- the clock


def _past(binder: Binder, today: date) -> list[str]:
    return [one.kind.id for one in our_holdings.what_we_hold(binder, today=today) if one.past]


def test_F33_F34_nothing_is_called_old_while_the_clock_looks_wrong(binder: Binder, school: Service) -> None:
    log_entries.log_it(binder, LogFields("Long ago", date(2015, 1, 1)))
    today = clock.today()
    assert _past(binder, today) == ["log"]
    for wrong in (today - timedelta(days=400), today + timedelta(days=3653)):
        assert _past(binder, wrong) == []
        with pytest.raises(ClockDoubtful):
            erasing.preview(binder, everything(SOON), wrong)
        with pytest.raises(ClockDoubtful):
            erasing.purge(binder, erasing.preview(binder, everything(SOON)), wrong)
    assert log_entries.log(binder), "nothing went"
    later = today + timedelta(days=3653)
    our_holdings.trust_clock(binder, later)
    assert _past(binder, later) == ["log", "history"]


def test_restoring_shows_the_words_again_only_from_a_copy_that_was_kept(planted: Canaries, binder: Binder) -> None:
    """Why older backups are a question of their own: going back to one brings everything back."""
    erasing.purge(binder, erasing.preview(binder, everything(SOON)))
    old = backups.all_backups(backups_of(binder.path))[0]
    binder.close()
    restoring.restore(binder.path, old)
    with closing(binders.open_binder(binder.path)) as again:
        assert again.rows("SELECT * FROM actions")
