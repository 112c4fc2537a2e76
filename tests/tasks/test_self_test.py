"""The self-test: it works where Champion works, and every fault that is put in turns the right line red."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
from collections import namedtuple
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path, PurePosixPath

import pytest

from champion_app import cli
from champion_app.domain import clock
from champion_app.domain.backups import Reason
from champion_app.domain.self_test import STEPS, WHOLE, Record, Result, Verdict, took, with_the_rest
from champion_app.exchange import child
from champion_app.paper import fonts
from champion_app.places import backups_of
from champion_app.store import backups, digest, disks, keys, scratch
from champion_app.store.binder import Binder
from champion_app.tasks import actions, binders, papers, self_test, self_test_child, self_test_saving
from champion_app.tasks.actions import ActionFields

ROOT = Path(__file__).resolve().parents[2]
CANARY = "Zebediah Quillfeather"
PLENTY = 500_000_000_000
Usage = namedtuple("Usage", "total used free")


@pytest.fixture
def worked(binder: Binder) -> Binder:
    """A binder with work in it and a backup of it."""
    actions.raise_action(binder, ActionFields(f"Ask {CANARY} about the poster"))
    backups.make(binder, backups_of(binder.path), Reason.ASKED)
    return binder


@pytest.fixture(autouse=True)
def roomy(monkeypatch: pytest.MonkeyPatch) -> None:
    """The folder in memory that tests use is small; the disk of a laptop is not."""
    monkeypatch.setattr(shutil, "disk_usage", lambda _: Usage(PLENTY, 0, PLENTY))


def beside(binder: Binder) -> set[str]:
    return {path.name for path in binder.path.parent.iterdir()} - {binder.path.name + "-journal"}


def verdicts(record: Record) -> dict[str, Verdict]:
    return {result.step.id: result.verdict for result in record.results}


def the(record: Record, step: str) -> Result:
    return next(result for result in record.results if result.step.id == step)


def words(result: Result) -> str:
    return " ".join(str(one) for one in (*result.said, *result.ways))


def one(step: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Tries one step only: each takes its time."""
    monkeypatch.setattr(self_test, "STEPS", tuple(each for each in STEPS if each.id == step))


# ---------------------------------------------------------------- where all is well


def test_everything_works_and_the_binder_is_as_it_was(worked: Binder) -> None:
    before, files = digest.digest(worked), beside(worked)
    kept = {path.name: path.read_bytes() for path in backups_of(worked.path).iterdir()}
    heard: list[tuple[int, int]] = []
    came: list[Result] = []
    record = self_test.run(worked, ["Office printer"], lambda done, of: heard.append((done, of)), came.append)
    assert verdicts(record) == {step.id: Verdict.WORKS for step in STEPS}, [words(one) for one in record.results]
    assert str(record.summary) == "Everything works: 8 of 8."
    assert tuple(came) == record.results
    assert heard == sorted(heard) and heard[0] == (0, WHOLE) and heard[-1] == (WHOLE, WHOLE) and len(heard) > 60
    assert digest.digest(worked) == before
    assert beside(worked) == files, "a trial file was left"
    assert {path.name: path.read_bytes() for path in backups_of(worked.path).iterdir()} == kept
    assert {"Champion", "Python", "SQLite", "sqlcipher3"} <= dict(record.versions).keys()


def test_a_locked_binder_works_too_and_nothing_of_it_is_written_in_the_open(
    started_binder_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with tempfile.TemporaryDirectory(dir="/dev/shm" if os.access("/dev/shm", os.W_OK) else None) as folder:
        path, key = Path(folder) / "binder.champion", keys.new_key()
        keys.write(path, keys.new_key_file(key, "three kettles", keys.new_code(), cost=keys.Cost(n=2**4, r=1)))
        seen: list[bytes] = []
        sweep = scratch.sweep

        def look(binder: Path) -> bool:
            trial = scratch.folder_for(binder)
            seen.extend(file.read_bytes() for file in trial.rglob("*") if file.is_file())
            return sweep(binder)

        monkeypatch.setattr(scratch, "sweep", look)
        with closing(binders.make_binder(path, key)) as binder:
            actions.raise_action(binder, ActionFields(CANARY))
            backups.make(binder, backups_of(path), Reason.ASKED)
            record = self_test.run(binder, ["One"])
        assert set(verdicts(record).values()) == {Verdict.WORKS}, [words(one) for one in record.results]
        assert len(seen) >= 5 and sum(map(len, seen)) > 100_000
        for content in seen:
            assert CANARY.encode() not in content and b"A trial of saving" not in content
            assert b"SQLite format 3" not in content


def test_the_paper_names_nobody_and_no_folder(worked: Binder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(self_test.places, "synced_service", lambda _: f"OneDrive - {CANARY}")
    quick = tuple(step for step in STEPS if step.id not in ("write", "kill", "restore"))
    monkeypatch.setattr(self_test, "STEPS", quick)
    record = self_test.run(worked, [f"Printer of {CANARY}"])
    assert CANARY in words(the(record, "disk")) and CANARY in words(the(record, "printer"))
    failed = self_test._failed(self_test.FolderReadOnly(folder=worked.path.parent))
    record = Record(record.when, (*record.results[:-1], Result(record.results[-1].step, *failed)), record.versions)
    planned = self_test.plan_paper(record)
    said = repr(planned.document)
    assert CANARY not in said and str(worked.path.parent) not in said and worked.path.name not in said
    assert "1 printer can be reached" in said and "copied to other computers" in said
    assert "What stopped it was said on the screen." in said
    assert papers.make(planned).unprintable == ()


# ---------------------------------------------------------------- stopped, and swept up


def test_it_can_be_stopped_at_any_point_and_leaves_nothing(worked: Binder) -> None:
    class Stop(Exception):
        pass

    heard: list[int] = []
    self_test.run(worked, [], lambda done, of: heard.append(done))
    files = beside(worked)
    for stop in (1, 20, len([done for done in heard if done < 40]), len(heard) - 12):
        left = iter(range(stop))

        def told(done: int, of: int, left: Iterator[int] = left) -> None:
            if next(left, None) is None:
                raise Stop

        came: list[Result] = []
        with pytest.raises(Stop):
            self_test.run(worked, [], told, came.append)
        assert beside(worked) == files
        rest = with_the_rest(came)
        assert [result.step for result in rest] == list(STEPS)
        assert str(Record(clock.now(), rest).summary) == f"Stopped: {len(came)} of 8 were tried."


RUN = """
import sys
from pathlib import Path
from champion_app.tasks import binders, self_test
binder = binders.open_binder(Path(sys.argv[1]))
def told(done, of):
    print(done, flush=True)
self_test.run(binder, [], told)
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this computer cannot cut a process off so")
def test_what_a_cut_off_test_left_is_swept_up_by_the_next(worked: Binder, path: Path) -> None:
    before = digest.digest(worked)
    worked.close()
    command = [sys.executable, "-c", RUN, str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=ROOT, text=True) as process:
        assert process.stdout is not None
        for line in process.stdout:
            if int(line) >= 10:
                process.kill()
                break
    assert scratch.folder_for(path).is_dir(), "it was to be cut off in the middle"
    with closing(binders.open_binder(path)) as binder:
        assert digest.digest(binder) == before
        self_test.run(binder, [])
        assert not scratch.folder_for(path).exists()


# ---------------------------------------------------------------- faults put in: the right line turns red


def only_red(record: Record, step: str) -> Result:
    red = [each for each, verdict in verdicts(record).items() if verdict is Verdict.FAILS]
    assert red == [step], [words(one) for one in record.results]
    assert the(record, step).ways, "nothing says what to do next"
    return the(record, step)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of three megabytes, where the system lets us make one."""
    place = tmp_path / "small disk"
    place.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=3000k", "tmpfs", str(place)]
    if sys.platform != "linux" or subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("no disk of a chosen size can be made here")
    yield place
    subprocess.run(["umount", str(place)], check=True)


def test_F07_a_full_disk_turns_saving_red_and_says_what_to_do(
    small_disk: Path, started_binder_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.undo()  # the true size of this disk
    path = Path(shutil.copy(started_binder_file, small_disk / "binder.champion"))
    with closing(binders.open_binder(path)) as binder:
        free = os.statvfs(small_disk).f_bavail * os.statvfs(small_disk).f_frsize
        (small_disk / "filler").write_bytes(bytes(free - 60_000))
        record = self_test.run(binder, [])
        for step in ("write", "kill", "restore", "disk"):
            assert verdicts(record)[step] is Verdict.FAILS, step
        assert verdicts(record)["fonts"] is verdicts(record)["parts"] is Verdict.WORKS
        assert "the disk is full" in words(the(record, "write"))
        assert "delete a large file" in words(the(record, "disk"))
        assert str(record.summary).startswith("4 of 8 do not work.")
        assert beside(binder) == {path.name, "filler"}
        (small_disk / "filler").unlink()
        actions.raise_action(binder, ActionFields("And saving goes on"))


def test_a_folder_that_allows_nothing_turns_its_lines_red(worked: Binder) -> None:
    # Root may write anywhere, so what stands in the way is a file where the trial folder should be.
    scratch.folder_for(worked.path).write_bytes(b"somebody's")
    record = self_test.run(worked, [])
    red = [step for step, verdict in verdicts(record).items() if verdict is Verdict.FAILS]
    assert red == ["write", "kill", "restore", "disk"]
    assert "may not write to the folder" in words(the(record, "write"))
    assert scratch.folder_for(worked.path).read_bytes() == b"somebody's"


def test_a_trial_folder_that_is_a_link_is_not_followed(worked: Binder, tmp_path: Path) -> None:
    (tmp_path / "precious").mkdir()
    (tmp_path / "precious" / "letter").write_bytes(b"keep")
    try:
        scratch.folder_for(worked.path).symlink_to(tmp_path / "precious")
    except OSError:
        pytest.skip("this computer makes no links")
    record = self_test.run(worked, [])
    assert verdicts(record)["write"] is Verdict.FAILS
    assert (tmp_path / "precious" / "letter").read_bytes() == b"keep"
    assert len(list((tmp_path / "precious").iterdir())) == 1


@pytest.mark.parametrize("fault", ["missing", "damaged", "another"])
def test_F75_a_font_file_that_is_missing_or_damaged_turns_the_letters_red(
    fault: str, worked: Binder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = fonts.font_file
    bad = tmp_path / "NotoSansBengali-Bold.ttf"
    if fault == "damaged":
        bad.write_bytes(real(fonts.BENGALI, True).read_bytes()[:2_000])
    elif fault == "another":
        shutil.copy(real(fonts.LATIN, True), bad)
    monkeypatch.setattr(
        fonts, "font_file", lambda family, bold: bad if (family, bold) == (fonts.BENGALI, True) else real(family, bold)
    )
    one("fonts", monkeypatch)
    found = only_red(self_test.run(worked, []), "fonts")
    assert "NotoSansBengali-Bold.ttf" in words(found)
    assert ("bengali letter" in words(found)) is (fault == "another")
    assert "Install Champion again" in words(found)


@pytest.mark.parametrize("fault", ["flipped", "empty", "gone"])
def test_a_damaged_backup_turns_going_back_red(fault: str, worked: Binder, monkeypatch: pytest.MonkeyPatch) -> None:
    newest = backups.all_backups(backups_of(worked.path))[0]
    content = bytearray(newest.path.read_bytes())
    content[len(content) // 2] ^= 1
    newest.path.write_bytes(b"" if fault == "empty" else content)
    if fault == "gone":
        shutil.rmtree(backups_of(worked.path))
    one("restore", monkeypatch)
    record = self_test.run(worked, [])
    if fault == "gone":
        assert the(record, "restore").verdict is Verdict.LOOK and "There is no backup yet" in words(record.results[0])
        return
    found = only_red(record, "restore")
    assert "Your newest backup" in words(found) and "cannot be used" in words(found)
    assert "Make a new backup now" in words(found)


def test_a_copy_that_comes_back_changed_turns_going_back_red(worked: Binder, monkeypatch: pytest.MonkeyPatch) -> None:
    real = self_test_saving.restoring.restore

    def restore(path: Path, backup: backups.Backup, key: bytes | None) -> None:
        real(path, backup, key)
        with closing(binders.open_binder(path)) as copy:
            actions.raise_action(copy, ActionFields("Somebody meddled"))

    monkeypatch.setattr(self_test_saving.restoring, "restore", restore)
    one("restore", monkeypatch)
    assert "not the same as your binder" in words(only_red(self_test.run(worked, []), "restore"))


CHILDREN = {
    "lies": ("print(9, flush=True)\nprint(10, flush=True)\nimport time\ntime.sleep(60)", "was not there"),
    "dies": ("raise SystemExit(3)", "could not be started"),
    "is silent": ("import time\ntime.sleep(60)", "could not be started"),
    "babbles": ("print('hello'); print('-5'); print('12', end='')", "could not be started"),
}


@pytest.mark.parametrize("child", CHILDREN)
def test_a_second_champion_that_loses_or_will_not_start_turns_being_cut_off_red(
    child: str, worked: Binder, monkeypatch: pytest.MonkeyPatch
) -> None:
    code, said = CHILDREN[child]
    monkeypatch.setattr(self_test_child, "_command", lambda: [sys.executable, "-c", code])
    monkeypatch.setattr(self_test_saving, "PATIENCE", 2.0)
    one("kill", monkeypatch)
    assert said in words(only_red(self_test.run(worked, []), "kill"))


def test_a_program_that_is_not_there_is_said(worked: Binder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(self_test_child, "_command", lambda: ["/no such program"])
    one("kill", monkeypatch)
    assert "virus scanner" in words(only_red(self_test.run(worked, []), "kill"))


def test_lost_words_turn_saving_red(worked: Binder, monkeypatch: pytest.MonkeyPatch) -> None:
    real = actions.plan
    monkeypatch.setattr(actions, "plan", lambda binder: real(binder)[1:])
    one("write", monkeypatch)
    assert "49 of 50 actions" in words(only_red(self_test.run(worked, []), "write"))


def test_an_unsafe_setting_turns_champion_itself_red(worked: Binder, monkeypatch: pytest.MonkeyPatch) -> None:
    one("parts", monkeypatch)
    worked.rows("PRAGMA secure_delete = OFF")
    worked.rows("PRAGMA synchronous = NORMAL")
    assert "(synchronous, secure_delete)" in words(only_red(self_test.run(worked, []), "parts"))


def test_a_binder_that_does_not_add_up_turns_champion_itself_red(
    worked: Binder, monkeypatch: pytest.MonkeyPatch
) -> None:
    one("parts", monkeypatch)
    worked.rows("PRAGMA foreign_keys = OFF")
    with worked.atomic("test"):
        worked.insert("action_updates", {"action": 99_999, "day": "2026-01-01", "text": "nowhere"})
    worked.rows("PRAGMA foreign_keys = ON")
    found = only_red(self_test.run(worked, []), "parts")
    assert "does not add up (1)" in words(found) and "nowhere" not in words(found)


def test_F33_a_wrong_date_is_pointed_out(worked: Binder, monkeypatch: pytest.MonkeyPatch) -> None:
    one("clock", monkeypatch)
    monkeypatch.setattr(clock, "now", lambda: datetime(2024, 1, 7, 9, 0))
    found = self_test.run(worked, []).results[0]
    assert found.verdict is Verdict.LOOK
    assert "7 January 2024" in words(found) and "written after that" in words(found)


@pytest.mark.parametrize(
    ("kind", "said"),
    [(disks.Kind.REMOVABLE, "can be pulled out"), (disks.Kind.NETWORK, "over the network"), (disks.Kind.OURS, "")],
)
def test_F25_a_binder_on_a_stick_or_a_network_is_pointed_out(
    kind: disks.Kind, said: str, worked: Binder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(disks, "kind_of", lambda _: kind)
    verdict, sentences, ways = self_test.disk(worked.path)
    assert (verdict is Verdict.LOOK) is bool(said) is bool(ways)
    assert said in " ".join(map(str, sentences))


def test_little_room_is_pointed_out_before_there_is_none(worked: Binder, monkeypatch: pytest.MonkeyPatch) -> None:
    for free, verdict in (
        (self_test.NO_ROOM - 1, Verdict.FAILS),
        (self_test.LITTLE_ROOM - 1, Verdict.LOOK),
        (self_test.LITTLE_ROOM, Verdict.WORKS),
    ):
        monkeypatch.setattr(shutil, "disk_usage", lambda _, free=free: Usage(PLENTY, 0, free))
        assert self_test.disk(worked.path)[0] is verdict


MOUNTS = """
/dev/sda1 / ext4 rw 0 0
server:/home /home nfs4 rw 0 0
/dev/sdb1 /media/sam/My\\040stick vfat rw 0 0
//server/staff /mnt/staff cifs rw 0 0
/dev/sda3 /home/sam/local ext4 rw 0 0
half a line
""".splitlines()


@pytest.mark.parametrize(
    ("place", "kind"),
    [
        ("/", disks.Kind.OURS),
        ("/var/lib/champion", disks.Kind.OURS),
        ("/home/sam/Champion", disks.Kind.NETWORK),
        ("/home/sam/local/Champion", disks.Kind.OURS),
        ("/media/sam/My stick/work", disks.Kind.REMOVABLE),
        ("/media/sam/My sticky", disks.Kind.OURS),
        ("/mnt/staff", disks.Kind.NETWORK),
    ],
)
def test_F25_the_kind_of_a_disk_is_what_the_system_says(place: str, kind: disks.Kind) -> None:
    assert disks.linux_kind(PurePosixPath(place), MOUNTS) is kind


def test_F25_a_share_on_windows_is_known_by_its_name(monkeypatch: pytest.MonkeyPatch) -> None:
    assert disks.windows_kind("\\\\server\\staff\\Champion") is disks.Kind.NETWORK
    for said, kind in ((2, disks.Kind.REMOVABLE), (3, disks.Kind.OURS), (4, disks.Kind.NETWORK), (1, disks.Kind.OURS)):
        monkeypatch.setattr(disks, "_drive_type", lambda root, said=said: said)
        assert disks.windows_kind("E:\\Champion") is kind
        assert disks.windows_kind("\\\\?\\E:\\Champion") is kind


def test_no_printer_is_no_fault_but_said() -> None:
    assert self_test.printer([])[0] is Verdict.LOOK
    verdict, said, ways = self_test.printer(["Office", "Sam's own"])
    assert verdict is Verdict.WORKS and not ways
    assert [str(one) for one in said] == ["2 printers can be reached.", "In reach: Office, Sam's own."]


def test_a_mistake_of_our_own_is_not_called_a_fault_of_the_computer(
    worked: Binder, monkeypatch: pytest.MonkeyPatch
) -> None:
    def slip(binder: Binder) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(self_test, "the_date", slip)
    one("clock", monkeypatch)
    with pytest.raises(ZeroDivisionError):
        self_test.run(worked, [])


# ---------------------------------------------------------------- the child, and words


def test_the_child_saves_and_says_so_until_it_is_cut_off(path: Path) -> None:
    rng = random.Random(7)
    with closing(binders.open_binder(path)) as before:
        assert actions.plan(before) == []
    last = self_test_saving._cut_off(path, None, after=3, pause=rng.uniform(0, 0.01))
    with closing(binders.open_binder(path)) as after:
        assert last <= len(actions.plan(after)) <= last + 1 and last >= 3


def test_a_frozen_champion_starts_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert self_test_child._command() == [sys.executable, "self-test-child"]


def test_the_child_knows_nothing_of_the_session(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SCHOOL_PASSWORD", CANARY)
    assert CANARY not in child.environment().values()


@pytest.mark.parametrize(
    ("seconds", "said"),
    [(0, "less than a second"), (1.2, "1 second"), (9.6, "10 seconds"), (240, "4 minutes")],
)
def test_time_in_words(seconds: float, said: str) -> None:
    assert str(took(seconds)) == said


def test_one_red_line_is_told_in_the_singular() -> None:
    results = [Result(step, Verdict.WORKS) for step in STEPS]
    for red, said in ((1, "1 of 8 does not work."), (2, "2 of 8 do not work.")):
        mixed = [Result(each.step, Verdict.FAILS) for each in results[:red]] + results[red:]
        assert str(Record(clock.now(), tuple(mixed)).summary).startswith(said)
    looked = [Result(STEPS[0], Verdict.LOOK), *results[1:]]
    assert str(Record(clock.now(), tuple(looked)).summary) == "Everything works. 1 thing is worth a look."


def test_the_hidden_word_of_the_command_line_makes_a_child(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(self_test_child, "main", lambda: 7)
    assert cli.main(["self-test-child"]) == 7
