"""What we hold: every table of the binder and every file beside it is described, counted and dated (T28)."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from champion_app.domain import clock
from champion_app.domain.actions import ActionFields
from champion_app.domain.backups import Reason
from champion_app.domain.holdings import PERIODS, Sensitivity
from champion_app.domain.log_entries import LogFields
from champion_app.domain.services import Service
from champion_app.places import Places, backups_of
from champion_app.store import backups, footprint
from champion_app.store import holdings as store
from champion_app.store.binder import Binder
from champion_app.tasks import actions, attachments, binders, erasing, holdings, log_entries, settings

DATA_MAP = {"assessment": 36, "actions": 12, "log": 36, "evidence": 36, "prints": 36, "history": 1}


def held(binder: Binder, kind: str, places: Places) -> tuple[str, str]:
    """How much and from when, of one kind."""
    one = next(one for one in holdings.what_we_hold(binder, places) if one.kind.id == kind)
    return one.counted, one.days


def test_every_table_of_the_binder_is_described(binder: Binder) -> None:
    """A new table needs a place in resources/papers/holdings.toml, and so words for a data protection officer."""
    described = {table for kind in holdings.kinds() for table in kind.tables}
    assert set(store.all_tables(binder)) - described == set()
    assert described - set(store.all_tables(binder)) == set()


def test_every_kind_says_what_it_is_and_has_a_period_or_words(binder: Binder) -> None:
    ids = [kind.id for kind in holdings.kinds()]
    assert len(set(ids)) == len(ids)
    for kind in holdings.kinds():
        assert kind.title and kind.what.endswith(".") and kind.why.endswith("."), kind.id
        assert (kind.months is None) == bool(kind.kept), kind.id
        assert bool(kind.from_day) == (kind.months is not None), kind.id
        if kind.months is not None:
            assert kind.months in PERIODS, kind.id
            store.old_rows(binder, kind.id, clock.today())  # raises for a kind that cannot be cleared out by its age
    assert {kind.id: kind.months for kind in holdings.kinds() if kind.months is not None} == DATA_MAP
    assert holdings.kind("keys").sensitivity is Sensitivity.KEYS


def test_files_beside_the_binder_are_counted_too(binder: Binder, school: Service, quick_folder: Path) -> None:
    places = Places(quick_folder)
    entry = log_entries.log_it(binder, LogFields("One", date(2021, 5, 3)))
    log_entries.log_it(binder, LogFields("Two", date(2026, 5, 3)))
    assert held(binder, "log", places) == ("2 log entries", "3 May 2021 to 3 May 2026")
    assert held(binder, "backups", places) == ("0 backups", "")
    made = backups.make(binder, backups_of(binder.path), Reason.ASKED)
    words, days = held(binder, "backups", places)
    assert words.startswith("1 backup, ") and days != ""
    assert held(binder, "fault_log", places) == ("0 files", "")
    places.log.write_text("x")
    binders.remember_place(places, binder.path)
    assert held(binder, "fault_log", places)[0] == "1 file, 1 bytes"
    assert held(binder, "known", places) == ("1 place", "")
    number = attachments.attach(binder, attachments.ready("a.txt", b"Words"), criterion="1.1")
    attachments.open_copy(binder, next(one for one in attachments.of_criterion(binder, "1.1") if one.id == number))
    assert held(binder, "copies", places)[0].startswith("1 file")
    assert held(binder, "evidence", places)[0] == "1 file"
    settings.keep_setting(binder, "draft log entry", '{"what": "Half a"}')
    assert held(binder, "drafts", places) == ("1 draft", "")
    assert entry and made.number == 1


def test_nothing_goes_by_itself_and_a_period_only_asks(binder: Binder, school: Service, quick_folder: Path) -> None:
    places = Places(quick_folder)
    action = actions.raise_action(binder, ActionFields("Done"), date(2020, 1, 1))
    actions.close_action(binder, action, clock.today() - timedelta(days=500))
    actions.raise_action(binder, ActionFields("Open since long"), date(2015, 1, 1))
    found = {one.kind.id: one.past for one in holdings.what_we_hold(binder, places, clock.today())}
    assert found["actions"] == 1, "an open action is never old"
    kind = holdings.kind("actions")
    holdings.keep_period(binder, kind, 24)
    assert holdings.period(binder, kind) == 24
    assert all(one.past == 0 for one in holdings.what_we_hold(binder, places))
    holdings.keep_period(binder, kind, 0)
    assert holdings.period(binder, kind) == 0
    assert all(one.past == 0 for one in holdings.what_we_hold(binder, places) if one.kind.id == "actions")
    assert len(actions.plan(binder)) == 2


@pytest.mark.parametrize("said", ["", "soon", "-3", "99999999999999999999", "٣"])
def test_a_damaged_setting_is_a_period_all_the_same(binder: Binder, said: str, quick_folder: Path) -> None:
    settings.keep_setting(binder, "keep months actions", said)
    assert holdings.what_we_hold(binder, Places(quick_folder))


def test_the_count_before_is_the_count_of_what_goes(binder: Binder, school: Service) -> None:
    for year in range(2015, 2026):
        log_entries.log_it(binder, LogFields(f"In {year}", date(year, 5, 3)))
    cut = date(2020, 5, 3)
    assert erasing.how_many(binder, "log", cut) == 5
    assert erasing.preview(binder, {"log": cut}).count == 5
    assert erasing.how_many(binder, "drafts", None) == 0


def test_files_of_others_are_never_ours(quick_folder: Path) -> None:
    """Exact names only: what somebody put beside a binder stays theirs."""
    binder = quick_folder / "binder.champion"
    strangers = (
        "binder.champion.bak",
        "binder.champion - Copy",
        "binder.championship",
        "binder (2).champion",
        "notes.json",
        "binder.key",
        "Xbinder.champion",
        "binder.champion.keys",
        "binder.champion-journal.txt",
        ".other-1234abcd.part",
        "binder.champion.set-aside-0001",
        "champion.log.txt",
    )
    ours = (
        "binder.champion",
        "binder.champion-journal",
        "binder.champion.key",
        "binder.champion.key-copy",
        "binder.champion.key-tries",
        "binder.champion.key-20261125T221903Z",
        "binder.champion.key-copy-20261125T221903Z-2",
        "binder.champion.making",
        "binder.champion.making-journal",
        "binder.champion.relocking",
        "binder.champion.restoring",
        "binder.champion.restoring.key",
        "binder.champion.restore-plan",
        "binder.champion.set-aside-0001-20261125T221903Z",
        "binder.champion.set-aside-0001-20261125T221903Z-journal",
        "binder.champion.set-aside-0001-20261125T221903Z.key",
        "binder.champion-journal-20261125T221903Z",
        "binder.champion.come-forward",
        ".binder.champion-1234abcd.part",
    )
    for name in (*strangers, *ours):
        (quick_folder / name).write_text("x")
    assert {path.name for path in footprint.all_files(binder)} == set(ours)
    folder = backups_of(binder)
    folder.mkdir()
    theirs = {"holiday.jpg", "000001.json", "000001 2026-11-25 2104 close.txt", "my.champion-backup"}
    kept = {
        "000001 2026-11-25 2104 close.champion-backup",
        "000001 2026-11-25 2104 close.json",
        "000001 2026-11-25 2104 close.champion-backup.key",
        "000001 2026-11-25 2104 close.champion-backup.key-copy",
        ".part-0123456789ab.champion-backup",
        ".part-0123456789ab.champion-backup-journal",
        "second-place.json",
        "second-place.key",
        "second-place.key-copy",
    }
    for name in theirs | kept:
        (folder / name).write_text("x")
    assert {path.name for path in footprint.files_of(binder, "backups")} == kept
    assert [path.name for path in footprint.look_alikes(binder)] == [
        "binder (2).champion",
        "binder.champion - Copy",
        "binder.champion-journal.txt",
        "binder.champion.bak",
        "binder.champion.keys",
        "binder.champion.set-aside-0001",
        "binder.championship",
    ]


def test_the_real_files_of_every_kind_are_known(binder: Binder, quick_folder: Path) -> None:
    """Whatever the other modules write beside a binder: a new kind of file needs a place in the footprint."""
    backups.make(binder, backups_of(binder.path), Reason.ASKED)
    files = {path for path in quick_folder.rglob("*") if path.is_file()}
    assert files == set(footprint.all_files(binder.path))
    assert clock.today() == footprint.day_of(binder.path)
