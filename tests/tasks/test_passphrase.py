"""The passphrase lock as a champion uses it: nothing is locked before the printed code was typed back (promise P8)."""

from __future__ import annotations

import errno
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from champion_app.domain import clock
from champion_app.domain.backups import Reason
from champion_app.domain.recovery_codes import RecoveryCode
from champion_app.domain.services import Service, ServiceType
from champion_app.faults import (
    BinderDamaged,
    BinderLocked,
    CodeNotTyped,
    CodeSlip,
    Fault,
    HintTells,
    KeyFileDamaged,
    KeyFileForeign,
    KeyFileMissing,
    PassphraseShort,
    TooSoon,
    WrongCode,
    WrongPassphrase,
)
from champion_app.paper import recovery_sheet
from champion_app.places import backups_of
from champion_app.store import backups, keys, restoring
from champion_app.store.binder import Binder
from champion_app.store.key_file import Cost, as_bytes, read_one
from champion_app.tasks import binders, papers, passphrase, service
from champion_app.tasks.backups import back_up_now, choose_second_place, copy_to_second_place
from champion_app.tasks.passphrase_tries import refuse_haste
from champion_app.tasks.plain_leftovers import lock_backups, plain_leftovers, remove_leftovers

QUICK = Cost(n=2**4, r=1)
WORDS, OTHER_WORDS = "three kettles on the moon", "seven spoons under the sea"
CANARY = "Zebediah Quillfeather"


@pytest.fixture
def path(started_binder_file: Path) -> Iterator[Path]:
    """A closed binder in a folder in memory, with work in it."""
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=memory if os.access(memory, os.W_OK) else None) as folder:
        path = Path(shutil.copy(started_binder_file, Path(folder) / "binder.champion"))
        with opened(path) as binder:
            service.say_who_we_are(binder, Service(CANARY, type=ServiceType.UNIVERSAL))
        yield path


@contextmanager
def opened(path: Path, key: bytes | None = None) -> Iterator[Binder]:
    with closing(binders.open_binder(path, key)) as binder:
        yield binder


@pytest.fixture
def code() -> RecoveryCode:
    return passphrase.begin()


@pytest.fixture
def locked(path: Path, code: RecoveryCode) -> Path:
    passphrase.turn_on(path, code, code.text, WORDS, "what boils", cost=QUICK)
    return path


def files(folder: Path) -> dict[str, bytes]:
    return {
        str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*")
        if file.is_file() and not file.name.endswith(("-journal", ".seal"))
    }  # fmt: skip


def readable(folder: Path) -> list[str]:
    return sorted(name for name, content in files(folder).items() if CANARY.encode() in content)


# ---------------------------------------------------------------- turning it on


def test_F38_nothing_is_locked_until_the_printed_code_was_typed_back(path: Path, code: RecoveryCode) -> None:
    before = files(path.parent)
    for typed, fault in (
        ("", CodeSlip), (code.text[:-1], CodeSlip), (passphrase.begin().text, CodeNotTyped), (WORDS, CodeSlip),
    ):  # fmt: skip
        with pytest.raises(fault):
            passphrase.turn_on(path, code, typed, WORDS, cost=QUICK)
    with pytest.raises(PassphraseShort):
        passphrase.turn_on(path, code, code.text, "seven77", cost=QUICK)
    with pytest.raises(HintTells):
        passphrase.turn_on(path, code, code.text, WORDS, f"it is {WORDS}", cost=QUICK)
    assert files(path.parent) == before and not passphrase.is_locked(path)
    typed = " ".join(code.groups).lower().replace("0", "o")
    key = passphrase.turn_on(path, code, typed, WORDS, cost=QUICK)
    assert passphrase.is_locked(path)
    with opened(path, key) as binder:
        assert service.who_we_are(binder).name == CANARY


def test_it_opens_with_the_passphrase_and_with_the_code_at_the_real_cost(path: Path, code: RecoveryCode) -> None:
    passphrase.turn_on(path, code, code.text, WORDS)
    for secret in (WORDS, "-".join(code.groups)):
        with closing(passphrase.unlock(path, secret)) as binder:
            assert binder.key is not None and service.who_we_are(binder).name == CANARY


def test_turning_it_off_needs_the_secret_and_leaves_an_ordinary_binder(locked: Path) -> None:
    with pytest.raises(WrongPassphrase):
        passphrase.turn_off(locked, OTHER_WORDS)
    assert passphrase.is_locked(locked)
    passphrase.turn_off(locked, WORDS)
    assert not passphrase.is_locked(locked)
    with opened(locked) as binder:
        assert binder.key is None and service.who_we_are(binder).name == CANARY
    mine = {locked.name, locked.name + "-journal", locked.name + ".seal"}
    assert {file.name for file in locked.parent.iterdir()} <= mine


def test_only_what_is_named_can_still_be_read_after_turning_on(path: Path, code: RecoveryCode) -> None:
    with opened(path) as binder:
        for reason in (Reason.CLOSE, Reason.TIMER):
            backups.make(binder, backups_of(path), reason)
    shutil.copy(path, path.with_name(f"{path.name}.set-aside-20261101T101010Z"))
    key = passphrase.turn_on(path, code, code.text, WORDS, cost=QUICK)
    with opened(path, key) as binder:
        left = lock_backups(binder)
        assert lock_backups(binder) == left  # nothing is copied twice
    assert {one.what for one in left} == {"backup", "binder that was set aside"} and len(left) == 3
    assert readable(path.parent) == sorted(str(one.path.relative_to(path.parent)) for one in left)
    assert remove_leftovers(left) == [] and plain_leftovers(path) == []
    assert readable(path.parent) == []
    kept = backups.all_backups(backups_of(path))
    assert {one.number for one in kept} >= {1, 2} and all(one.encrypted for one in kept)
    assert [problem for one in kept for problem in backups.verify(one, key)] == []
    assert all(keys.unlock(keys.read(one.path), code.text) == key for one in kept)


# ---------------------------------------------------------------- unlocking


def test_F37_a_wrong_passphrase_changes_nothing_and_the_wait_grows_over_restarts(locked: Path) -> None:
    before = files(locked.parent)
    for tried in range(5):
        assert passphrase.failures(locked) == tried
        with pytest.raises(WrongPassphrase, match="recovery code from your sheet"):
            passphrase.unlock(locked, f"{WORDS}{tried}")
    assert passphrase.wait(locked) == 4
    tries = f"{locked.name}.key-tries"
    assert {name: content for name, content in files(locked.parent).items() if name != tries} == before
    passphrase.unlock(locked, WORDS).close()
    assert passphrase.wait(locked) == 0 and files(locked.parent) == before


@pytest.mark.parametrize("content", [b"", b"x" * 99, b"\xff\xfe", b"-3", "٣".encode()])
def test_F37_a_spoilt_count_of_tries_keeps_nobody_out(locked: Path, content: bytes) -> None:
    locked.with_name(locked.name + ".key-tries").write_bytes(content)
    assert passphrase.wait(locked) == 0
    passphrase.unlock(locked, WORDS).close()


def test_F37_where_nothing_counts_down_haste_is_refused_by_the_seconds_left(
    locked: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(6):
        refuse_haste(locked)
        with pytest.raises(WrongPassphrase):
            passphrase.unlock(locked, OTHER_WORDS)
        monkeypatch.setattr(clock, "now", lambda: datetime.now() + timedelta(minutes=2))
    at = datetime.fromtimestamp(locked.with_name(locked.name + ".key-tries").stat().st_mtime)
    link = locked.with_name("link.champion")
    link.symlink_to(locked)
    for seconds, left in ((0.5, 8), (5.5, 3), (-99, 8)):  # a clock that was put back spares nobody the wait
        monkeypatch.setattr(clock, "now", lambda seconds=seconds: at + timedelta(seconds=seconds))
        for way in (locked, link):
            with pytest.raises(TooSoon, match=rf"Wait a moment \({left} s\)"):
                refuse_haste(way)
    monkeypatch.setattr(clock, "now", lambda: at + timedelta(seconds=8.5))
    refuse_haste(locked)


def test_F37_the_hint_is_there_for_who_wants_it(locked: Path) -> None:
    assert passphrase.hint(locked) == "what boils"


def test_F38_another_sheet_or_a_slip_is_said(locked: Path, code: RecoveryCode) -> None:
    with pytest.raises(WrongCode, match="newest date"):
        passphrase.unlock(locked, passphrase.begin().text)
    turned = code.text[1] + code.text[0] + code.text[2:]
    if turned != code.text:
        with pytest.raises(CodeSlip, match="first group"):
            passphrase.unlock(locked, turned)


def test_F39_a_pasted_line_end_and_another_way_of_writing_accents(path: Path, code: RecoveryCode) -> None:
    passphrase.turn_on(path, code, code.text, "caf\u00e9 ar y bryn", cost=QUICK)
    passphrase.unlock(path, "cafe\u0301 ar y bryn\r\n").close()


def test_F40_damaged_key_files_are_not_called_a_wrong_passphrase_and_come_back_from_a_backup(locked: Path) -> None:
    with closing(passphrase.unlock(locked, WORDS)) as binder:
        made = backups.make(binder, backups_of(locked), Reason.ASKED)
    for place in keys.places(locked):
        place.write_bytes(b"{}")
    with pytest.raises(KeyFileDamaged, match="newest backup"):
        passphrase.unlock(locked, WORDS)
    assert passphrase.failures(locked) == 0 and passphrase.hint(locked) == ""
    for place in keys.places(locked):
        place.unlink()
    with pytest.raises(KeyFileMissing):
        passphrase.unlock(locked, WORDS)
    with pytest.raises(KeyFileMissing, match=made.path.name):
        binders.open_binder(locked)
    assert passphrase.mend_key(locked)
    passphrase.unlock(locked, WORDS).close()


def test_F40_without_any_backup_there_is_nothing_to_bring_back(locked: Path) -> None:
    assert not passphrase.mend_key(locked)


OTHER_BINDERS = "the passphrase of another"


@pytest.fixture
def beside_another(locked: Path) -> Path:
    """A locked binder with a backup, beside which the key files of another binder lie."""
    with closing(passphrase.unlock(locked, WORDS)) as binder:
        backups.make(binder, backups_of(locked), Reason.ASKED)
    keys.write(locked, keys.new_key_file(bytes(32), OTHER_BINDERS, passphrase.begin().text, cost=QUICK))
    return locked


@pytest.mark.parametrize("by_code", [False, True])
def test_F40_beside_another_binders_key_files_the_right_secret_opens_it_by_the_newest_backups(
    beside_another: Path, code: RecoveryCode, by_code: bool
) -> None:
    with pytest.raises(WrongPassphrase):
        passphrase.unlock(beside_another, OTHER_WORDS)
    passphrase.unlock(beside_another, code.text if by_code else WORDS).close()
    assert passphrase.failures(beside_another) == 0
    (backup,) = backups.all_backups(backups_of(beside_another))
    assert keys.readings(beside_another) == [keys.read(backup.path)]
    assert len(list(beside_another.parent.glob("*.key*Z"))) == 2  # the other binder's are kept


def test_F40_another_binders_passphrase_is_told_so_and_the_newest_backups_key_comes_back(beside_another: Path) -> None:
    with pytest.raises(KeyFileForeign, match=r"another binder’s.* newest backup: 000001"):
        passphrase.unlock(beside_another, OTHER_BINDERS)
    assert passphrase.failures(beside_another) == 0
    assert passphrase.mend_key(beside_another) and not passphrase.mend_key(beside_another)
    passphrase.unlock(beside_another, WORDS).close()


def test_F40_the_right_key_is_found_in_the_second_place_and_among_what_was_set_aside(
    beside_another: Path, tmp_path: Path
) -> None:
    folder = backups_of(beside_another)
    chosen = choose_second_place(beside_another, tmp_path)
    for place in folder.glob("000001 *"):
        shutil.move(place, chosen.folder)
    passphrase.unlock(beside_another, WORDS).close()
    shutil.rmtree(folder)
    keys.set_aside(beside_another)
    keys.write(beside_another, keys.new_key_file(bytes(32), OTHER_BINDERS, passphrase.begin().text, cost=QUICK))
    passphrase.unlock(beside_another, WORDS).close()


def test_F17_a_damaged_locked_binder_with_a_backup_is_called_damaged(locked: Path) -> None:
    with closing(passphrase.unlock(locked, WORDS)) as binder:
        backups.make(binder, backups_of(locked), Reason.ASKED)
    content = bytearray(locked.read_bytes())
    content[20] ^= 1
    locked.write_bytes(content)
    with pytest.raises(BinderDamaged):
        passphrase.unlock(locked, WORDS)


def test_F17_a_damaged_locked_binder_is_not_called_a_wrong_passphrase(locked: Path) -> None:
    content = bytearray(locked.read_bytes())
    for spot in (20, 50_000):
        content[spot] ^= 1
        locked.write_bytes(content)
        with pytest.raises(BinderDamaged):
            passphrase.unlock(locked, WORDS)
        content[spot] ^= 1
    assert passphrase.failures(locked) == 0


def test_a_plain_binder_with_old_key_files_beside_it_is_not_locked(locked: Path) -> None:
    kept = keys.read(locked)
    passphrase.turn_off(locked, WORDS)
    keys.write(locked, kept)
    assert not passphrase.is_locked(locked)
    with opened(locked) as binder:
        assert binder.key is None
    assert not keys.has_keys(locked)


# ---------------------------------------------------------------- changing it


def test_a_changed_passphrase_counts_for_the_backups_too(locked: Path, code: RecoveryCode) -> None:
    with closing(passphrase.unlock(locked, WORDS)) as binder:
        backup = backups.make(binder, backups_of(locked), Reason.CLOSE)
        whole = locked.with_name(locked.name)
        for secret, words, fault in (
            ("wrong words here", OTHER_WORDS, WrongPassphrase), (WORDS, "short", PassphraseShort),
        ):  # fmt: skip
            with pytest.raises(fault):
                passphrase.change(binder, secret, words, cost=QUICK)
        assert passphrase.change(binder, WORDS, OTHER_WORDS, cost=QUICK) == passphrase.Changed(1)
    with pytest.raises(WrongPassphrase):
        passphrase.unlock(whole, WORDS)
    for secret in (OTHER_WORDS, code.text):
        passphrase.unlock(whole, secret).close()
        assert keys.unlock(keys.read(backup.path), secret)
    with pytest.raises(WrongPassphrase):
        keys.unlock(keys.read(backup.path), WORDS)
    assert passphrase.hint(locked) == ""


@pytest.mark.parametrize("by_code", [False, True])
def test_F37_after_a_change_no_key_file_that_is_kept_opens_the_binder_in_the_old_way(
    locked: Path, code: RecoveryCode, tmp_path: Path, by_code: bool
) -> None:
    chosen = choose_second_place(locked, tmp_path)
    with closing(passphrase.unlock(locked, WORDS)) as binder:
        key = binder.key
        newest = back_up_now(binder).backup
    restoring.restore(locked, newest, key)
    new = passphrase.begin()
    with closing(passphrase.unlock(locked, WORDS)) as binder:
        if by_code:
            changed = passphrase.change_code(binder, new, new.text, cost=QUICK)
        else:
            changed = passphrase.change(binder, WORDS, OTHER_WORDS, cost=QUICK)
    kept = [place for folder in (locked.parent, chosen.folder) for place in folder.rglob("*.key*")]
    asides = [place for place in kept if ".set-aside-" in place.name]
    assert len(asides) == 2 and len(list(chosen.folder.glob("*.key"))) == 1 and changed == passphrase.Changed(2)
    for place in kept:
        found = read_one(place)
        assert found is not None
        with pytest.raises((WrongPassphrase, WrongCode)):
            keys.unlock(found, code.text if by_code else WORDS)
        assert keys.unlock(found, new.text if by_code else OTHER_WORDS) == key


def test_F37_a_second_place_in_a_drawer_is_named_and_has_the_new_passphrase_with_the_next_copy(
    locked: Path, tmp_path: Path
) -> None:
    chosen = choose_second_place(locked, tmp_path)
    with closing(passphrase.unlock(locked, WORDS)) as binder:
        back_up_now(binder)
        away = chosen.folder.rename(tmp_path / "in a drawer")
        assert passphrase.change(binder, WORDS, OTHER_WORDS, cost=QUICK) == passphrase.Changed(1, (chosen.folder,))
        away.rename(chosen.folder)
        assert copy_to_second_place(locked) is not None  # it has this copy already: only the key is new
    (backup,) = backups.all_backups(chosen.folder)
    assert keys.unlock(keys.read(backup.path), OTHER_WORDS)
    with pytest.raises(WrongPassphrase):
        keys.unlock(keys.read(backup.path), WORDS)


def test_F37_a_key_file_that_cannot_be_written_is_named(locked: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with closing(passphrase.unlock(locked, WORDS)) as binder:
        backup = backups.make(binder, backups_of(locked), Reason.CLOSE)
        place = keys.places(backup.path)[0]
        replace = Path.replace

        def refuse(source: Path, target: Path) -> Path:
            if target == place:
                raise OSError(errno.EIO, "a disk that fails")
            return replace(source, target)

        monkeypatch.setattr(Path, "replace", refuse)
        assert passphrase.change(binder, WORDS, OTHER_WORDS, cost=QUICK) == passphrase.Changed(1, (place,))


def test_F38_a_forgotten_passphrase_is_replaced_with_the_code(locked: Path, code: RecoveryCode) -> None:
    with closing(passphrase.unlock(locked, code.text)) as binder:
        passphrase.change(binder, code.text, OTHER_WORDS, cost=QUICK)
    passphrase.unlock(locked, OTHER_WORDS).close()


def test_a_new_code_ends_the_old_sheet_once_it_was_typed_back(locked: Path, code: RecoveryCode) -> None:
    new = passphrase.begin()
    with closing(passphrase.unlock(locked, WORDS)) as binder:
        with pytest.raises(CodeNotTyped):
            passphrase.change_code(binder, new, code.text, cost=QUICK)
        passphrase.change_code(binder, new, "-".join(new.groups), cost=QUICK)
    passphrase.unlock(locked, new.text).close()
    with pytest.raises(WrongCode):
        passphrase.unlock(locked, code.text)


def test_after_a_handover_nothing_known_before_opens_it(locked: Path, code: RecoveryCode) -> None:
    old = keys.read(locked)
    new = passphrase.begin()
    key = passphrase.renew(locked, WORDS, new, new.text, OTHER_WORDS, cost=QUICK)
    assert keys.unlock(old, WORDS) != key
    for gone in (WORDS, code.text):
        with pytest.raises(Fault):
            passphrase.unlock(locked, gone)
    passphrase.unlock(locked, OTHER_WORDS).close()
    with pytest.raises(BinderLocked):
        binders.open_binder(locked)


@pytest.mark.parametrize("swapped", [False, True])
def test_F06_a_handover_that_was_interrupted_opens_with_what_fits(locked: Path, swapped: bool) -> None:
    old, new = keys.read(locked), passphrase.begin()
    if swapped:
        passphrase.renew(locked, WORDS, new, new.text, OTHER_WORDS, cost=QUICK)
        keys.places(locked)[0].write_bytes(as_bytes(old))
    else:
        keys.write_copy(locked, keys.new_key_file(bytes(32), OTHER_WORDS, new.text, cost=QUICK))
    right, wrong = (OTHER_WORDS, WORDS) if swapped else (WORDS, OTHER_WORDS)
    with pytest.raises((WrongPassphrase, BinderDamaged)):
        passphrase.unlock(locked, wrong)
    passphrase.unlock(locked, right).close()
    assert len(keys.readings(locked)) == 1  # settled


# ---------------------------------------------------------------- the sheet


def test_the_recovery_sheet_says_the_code_and_where_to_keep_it(path: Path, code: RecoveryCode) -> None:
    with opened(path) as binder:
        before = files(path.parent)
        planned = passphrase.plan_sheet(binder, code)
        made = papers.make(planned)
        assert files(path.parent) == before  # it is no file unless somebody saves it
    said = text_of(made.pdf)
    assert all(group in said for group in code.groups)
    assert CANARY in said and "safeguarding lead" in said and made.page_count == 1 and not made.unprintable
    assert code.text not in repr(code)


def text_of(pdf: bytes) -> str:
    import pypdfium2

    with closing(pypdfium2.PdfDocument(pdf)) as document:
        return "\n".join(page.get_textpage().get_text_bounded() for page in document)


def test_a_service_without_a_name_gets_a_sheet_too() -> None:
    document = recovery_sheet.document(("0000", "1111"), "", date(2026, 11, 22))
    assert document.subtitle == "Made on 22 November 2026."
