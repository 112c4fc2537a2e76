"""The promise "never lose a word of their own": any editions, any edits, any decisions; all or nothing, even killed."""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from champion_app.domain.item_tables import from_table, to_table
from champion_app.domain.listings import ListingFields
from champion_app.domain.packs import PackItem, Retired
from champion_app.domain.resources import ResourceFields
from champion_app.domain.taking_in import Decision, Proposal, Verdict
from champion_app.store import health, sources
from champion_app.store.binder import Binder
from champion_app.store.opening import create_binder, open_binder
from champion_app.tasks import lists, pack_rows, packs, taking_in
from tests.tasks.editions import attached, everything, pack, reading, service, tracked

ROOT = Path(__file__).resolve().parents[2]
KEYS = ("a", "b", "c", "d")
NAMES = st.sampled_from(["Pact", "Beck Street", "Home-Start", "Toy library", "Walk-in"])
PHONES = st.sampled_from(["", "01632 960001", "01632 960002", "01632 960003"])
WORDS = st.sampled_from(["", "Hull", "York", "Ask for Friday."])
SERVICES = st.builds(
    service, NAMES, PHONES, area=WORDS, note=WORDS, print_rule=st.sampled_from(["yes", "no", "check-first"])
)
EDITIONS = st.dictionaries(st.sampled_from(KEYS), SERVICES, min_size=1)
DECISIONS = st.sampled_from([None, Decision.MINE, Decision.THEIRS, Decision.BOTH])
FIELDS = ("name", "phones", "area", "note", "print_rule")
# What a champion may do between two editions: edit one field of a row, remove one, add one of their own.
EDITS = st.tuples(st.sampled_from([*FIELDS, "remove", "add"]), st.integers(0, 9), SERVICES)
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("edition"), EDITIONS, st.lists(DECISIONS, min_size=4, max_size=4), st.booleans()),
        st.tuples(st.just("edits"), st.lists(EDITS, min_size=1, max_size=4)),
    ),
    min_size=2,
    max_size=8,
)
FEW = settings(
    max_examples=60, deadline=None, database=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@pytest.fixture(scope="session")
def bare_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A binder without starter content, so that every row in it is of a test's own making."""
    path = tmp_path_factory.mktemp("bare") / "binder.champion"
    create_binder(path).close()
    return path


@contextmanager
def bare_binder(bare_file: Path, folder: Path) -> Iterator[Binder]:
    path = Path(shutil.copy(bare_file, folder / f"{random.getrandbits(64):x}.champion"))
    with closing(open_binder(path)) as opened:
        yield opened
    path.unlink()


@pytest.fixture
def bare(bare_file: Path, quick_folder: Path) -> Iterator[Binder]:
    with bare_binder(bare_file, quick_folder) as opened:
        yield opened


def rows_of(binder: Binder, noun: str = "listings") -> dict[int, dict[str, Any]]:
    return {row_id: to_table(fields) for row_id, (_, fields) in pack_rows.ROWS[noun].read(binder).items()}


def write_own(binder: Binder, row_id: int, values: Mapping[str, Any]) -> None:
    with binder.atomic("change_listing"):
        pack_rows.change_row(binder, "listings", row_id, rows_of(binder)[row_id], values)


def add_own(binder: Binder, fields: ListingFields | ResourceFields) -> int:
    noun = "listings" if isinstance(fields, ListingFields) else "resources"
    with binder.atomic("add_listing"):
        made = pack_rows.ROWS[noun].add(binder, taking_in.Item(noun, "", "", fields, to_table(fields)))
    return made


@dataclass
class Champion:
    """What one person has written, field by field, and what they allowed others to overrule."""

    binder: Binder
    mine: dict[int, dict[str, Any]] = field(default_factory=dict)
    removed: set[int] = field(default_factory=set)

    def edit(self, what: str, at: int, fields: ListingFields) -> None:
        rows = rows_of(self.binder)
        if what == "add":
            made = add_own(self.binder, fields)
            self.mine[made] = dict(to_table(fields))
        elif rows:
            row_id = sorted(rows)[at % len(rows)]
            if what == "remove":
                with self.binder.atomic("remove_listing"):
                    self.binder.remove("listings", row_id)
                self.removed.add(row_id)
                self.mine.pop(row_id, None)
            else:
                words = to_table(fields)[what]
                if words != rows[row_id][what]:
                    write_own(self.binder, row_id, {**rows[row_id], what: words})
                    self.mine.setdefault(row_id, {})[what] = words
                    if any(base[what] == words for base in self.said_of(row_id)):
                        del self.mine[row_id][what]  # what the list says is no word of our own

    def said_of(self, row_id: int) -> list[dict[str, Any]]:
        """What the list last said of a row."""
        return [json.loads(row[0]) for row in self.binder.rows("SELECT base FROM origins WHERE row_id = ?", (row_id,))]

    def decided(self, proposal: Proposal, decision: Decision) -> None:
        """Theirs was wanted: the words of ours that a source spoke against are given up, the others are not."""
        if decision is Decision.THEIRS and proposal.merge is not None:
            for name in proposal.merge.clashes:
                self.mine.get(proposal.row_id, {}).pop(name, None)

    def agreed(self, proposal: Proposal) -> None:
        """Words that the list says as well are no more ours than its own: its next edition may change them."""
        for name, value in list(self.mine.get(proposal.row_id, {}).items()):
            if proposal.item.table[name] == value:
                del self.mine[proposal.row_id][name]

    def lost(self) -> list[str]:
        """Every own word that is not there any more."""
        rows = rows_of(self.binder)
        missing = [f"row {row_id} is gone" for row_id in self.mine if row_id not in rows]
        return missing + [
            f"row {row_id}: {name} was {value!r}, is {rows[row_id][name]!r}"
            for row_id, values in self.mine.items()
            if row_id in rows
            for name, value in values.items()
            # Empty fields and what stands there before anybody chose say nothing; they may be filled.
            if value not in ("", [], "yes", "active") and rows[row_id][name] != value
        ]


def take_edition(
    binder: Binder, champion: Champion, edition: dict[str, ListingFields], wishes: list[Decision | None], doubt: bool
) -> None:
    """Takes one edition in and checks all that must be true of that, whatever was there before."""
    read = reading(edition, doubtful=["a"] if doubt else [])
    previewed = lists.look(binder, read, "listings", "Council list")
    asked = [one for one in previewed.preview.proposals if one.asks]
    decisions = {
        (one.item.noun, one.item.key): wish for one, wish in zip(asked, wishes, strict=False) if wish is not None
    }
    for one in asked:
        if (wish := decisions.get((one.item.noun, one.item.key))) is not None:
            champion.decided(one, wish)
    before, number = tracked(binder), rows_of(binder)
    assert sum(previewed.counts.values()) == len(read.records), "every line ends as exactly one thing"
    made = lists.take_in(binder, previewed, decisions)
    after = tracked(binder)
    assert champion.lost() == []
    assert number.keys() <= rows_of(binder).keys(), "nothing that was there was removed"
    assert rows_of(binder).keys() - number.keys() == set(made)
    assert champion.removed.isdisjoint(rows_of(binder)), "a number is never given out twice"
    undecided = {one.row_id for one in asked if (one.item.noun, one.item.key) not in decisions}
    assert all(rows_of(binder)[row_id] == number[row_id] for row_id in undecided - {0})
    if after != before:
        binder.undo()
        assert tracked(binder) == before, "one undo takes all of it back"
        binder.redo()
        assert tracked(binder) == after, "and one redo brings all of it back"
    take_again(binder, read, decisions)
    for one in previewed.preview.proposals:
        champion.agreed(one)


def take_again(binder: Binder, read: Any, decisions: Mapping[tuple[str, str], Decision]) -> None:
    """The same edition once more: nothing new, nothing changed, not one byte of any table."""
    again = lists.look(binder, read, "listings", "Council list")
    told = lists.report(again, applied=False)
    assert (told["new"], told["changed"], told["gone"]) == (0, 0, [])
    kept_out = (Verdict.NEW, Verdict.REMOVED)
    for one in again.preview.proposals:
        decision = decisions.get((one.item.noun, one.item.key))
        if decision is not None and not (decision is Decision.MINE and one.verdict in kept_out):
            assert one.verdict is Verdict.SAME, "what was decided is not asked again"
    before = everything(binder)
    assert not lists.moves(again, {})
    lists.take_in(binder, again, {})
    assert everything(binder) == before


def try_steps(bare_file: Path, folder: Path, steps: list[Any]) -> None:
    with bare_binder(bare_file, folder) as binder:
        champion = Champion(binder)
        for step in steps:
            if step[0] == "edition":
                take_edition(binder, champion, *step[1:])
            else:
                for edit in step[1]:
                    champion.edit(*edit)
        assert health.check(binder)["problems"] == []


@FEW
@given(steps=STEPS)
def test_no_edition_ever_takes_a_word_of_ours(bare_file: Path, quick_folder: Path, steps: list[Any]) -> None:
    try_steps(bare_file, quick_folder, steps)


@pytest.mark.heavy
@settings(FEW, max_examples=5_000)
@given(steps=STEPS)
def test_no_edition_of_five_thousand_ever_takes_a_word_of_ours(
    bare_file: Path, quick_folder: Path, steps: list[Any]
) -> None:
    try_steps(bare_file, quick_folder, steps)


def taken(binder: Binder, number: int, first: dict[str, ListingFields], *second: dict[str, ListingFields]) -> None:
    for edition in (first, *second):
        lists.take_in(binder, lists.look(binder, reading(edition), "listings", "Council list"), {})
    assert len(rows_of(binder)) == number


COUNCIL = {
    "pact": service("Pact", "01632 960001", area="Hull"),
    "beck": service("Beck Street", "01632 960002"),
    "toy": service("Toy library", "01632 960003"),
}


def test_next_edition_tells_unchanged_changed_new_and_gone_apart(bare: Binder) -> None:
    taken(bare, 3, COUNCIL)
    edition = {
        "pact": COUNCIL["pact"],
        "beck": replace(COUNCIL["beck"], area="York"),
        "walk": service("Walk-in", "01632 960004"),
    }
    found = lists.look(bare, reading(edition), "listings", "Council list")
    assert [(one.item.key, one.verdict) for one in found.preview.proposals] == [
        ("pact", Verdict.SAME), ("beck", Verdict.CHANGED), ("walk", Verdict.NEW)
    ]  # fmt: skip
    assert [one.name for one in found.preview.gone] == ["Toy library"]
    lists.take_in(bare, found, {})
    assert sorted(row["name"] for row in rows_of(bare).values()) == ["Beck Street", "Pact", "Toy library", "Walk-in"]
    assert [source.number for source in sources.every(bare, "list")] == [2]
    once_more = lists.look(bare, reading(edition), "listings", "Council list")
    assert once_more.preview.gone == (), "what is gone is said once"


def test_what_is_back_in_a_later_edition_is_not_gone_any_more(bare: Binder) -> None:
    taken(bare, 3, COUNCIL, {name: COUNCIL[name] for name in ("pact", "beck")}, COUNCIL)
    found = lists.look(bare, reading({name: COUNCIL[name] for name in ("pact", "beck")}), "listings", "Council list")
    assert [one.name for one in found.preview.gone] == ["Toy library"]


def test_own_words_beside_a_changed_list_both_live(bare: Binder) -> None:
    taken(bare, 3, COUNCIL)
    row_id, row = next((number, one) for number, one in rows_of(bare).items() if one["name"] == "Pact")
    write_own(bare, row_id, {**row, "note": "Ask for Friday."})
    taken(bare, 3, {**COUNCIL, "pact": replace(COUNCIL["pact"], cost="Free")})
    assert {name: rows_of(bare)[row_id][name] for name in ("note", "cost")} == {
        "note": "Ask for Friday.", "cost": "Free"
    }  # fmt: skip


def test_a_changed_number_is_unchecked_and_another_field_is_not(bare: Binder) -> None:
    taken(bare, 3, COUNCIL)
    pact, beck = (next(number for number, one in rows_of(bare).items() if one["name"] == name)
                  for name in ("Pact", "Beck Street"))  # fmt: skip
    with bare.atomic("tick_checked"):
        for row_id in (pact, beck):
            bare.change("listings", row_id, {"checked_on": "2026-11-01", "checked_by": "Sam"})
    edition = {**COUNCIL, "pact": service("Pact", "01632 960009"), "beck": replace(COUNCIL["beck"], area="York")}
    taken(bare, 3, edition)
    checked = dict(tuple(row) for row in bare.rows("SELECT id, checked_on FROM listings"))
    assert (checked[pact], checked[beck]) == (None, "2026-11-01")


def test_keep_both_leaves_ours_as_it_is_and_follows_theirs(bare: Binder) -> None:
    own = add_own(bare, service("Pact", "01632 960001", note="Ours."))
    found = lists.look(bare, reading(COUNCIL), "listings", "Council list")
    made = lists.take_in(bare, found, {("listings", "pact"): Decision.BOTH})
    assert len(made) == 3
    assert rows_of(bare)[own]["note"] == "Ours."
    taken(bare, 4, {**COUNCIL, "pact": replace(COUNCIL["pact"], area="York")})
    areas = {number: row["area"] for number, row in rows_of(bare).items() if row["name"] == "Pact"}
    assert areas.pop(own) == ""
    assert list(areas.values()) == ["York"]


def test_keep_both_is_asked_once(bare: Binder) -> None:
    """Another line of the list is as much like ours: it was not asked about before, and must not be from now on."""
    add_own(bare, service("Pact", "01632 960001", note="Ours."))
    edition = {"a": service("Pact", "01632 960001", cost="Free"), "b": service("Pact", "01632 960001", cost="Dear")}
    found = lists.look(bare, reading(edition, doubtful=["b"]), "listings", "Council list")
    lists.take_in(bare, found, {("listings", "a"): Decision.BOTH})
    for _ in range(2):
        found = lists.look(bare, reading(edition, doubtful=["b"]), "listings", "Council list")
        assert [(one.verdict, one.row_id) for one in found.preview.proposals] == [(Verdict.SAME, 2), (Verdict.NEW, 0)]
        lists.take_in(bare, found, {})


def test_keep_both_of_another_name_takes_no_name_from_ours(bare: Binder) -> None:
    """A leaflet asks for "childline" by that name; a list or an area's pack must not take it away."""
    own = add_own(bare, service("Childline", "0800 1111"))
    with bare.atomic("change_listing"):
        bare.change("listings", own, {"key": "childline"})
    item = PackItem("listings", "area-childline", service("Childline", "0800 1111", area="UK"))
    for decision in (Decision.THEIRS, Decision.BOTH):
        found = packs.look(bare, pack(item))
        packs.take_in(bare, found, {("listings", "area-childline"): decision})
        assert pack_rows.key_of(bare, "listings", own) == "childline"
        bare.undo()


def test_keep_both_of_the_same_name_gives_the_name_to_the_pack(bare: Binder) -> None:
    own = add_own(bare, service("Childline", "0800 1111"))
    with bare.atomic("change_listing"):
        bare.change("listings", own, {"key": "childline"})
    found = packs.look(bare, pack(PackItem("listings", "childline", service("Childline", "0800 2222"))))
    assert [one.verdict for one in found.preview.proposals] == [Verdict.CLASH]
    ((_, made),) = packs.take_in(bare, found, {("listings", "childline"): Decision.BOTH})
    assert (pack_rows.key_of(bare, "listings", own), pack_rows.key_of(bare, "listings", made)) == ("", "childline")


def test_what_was_written_since_the_preview_is_not_lost(bare: Binder) -> None:
    """The preview may stand on the screen for an hour; a field behind it may save itself meanwhile."""
    taken(bare, 3, COUNCIL)
    found = lists.look(bare, reading({**COUNCIL, "pact": replace(COUNCIL["pact"], cost="Free")}), "listings", "Council")
    row_id, row = next((number, one) for number, one in rows_of(bare).items() if one["name"] == "Pact")
    write_own(bare, row_id, {**row, "note": "Typed since."})
    before = everything(bare)
    with pytest.raises(lists.ListRefused, match="changed since you looked"):
        lists.take_in(bare, found, {})
    assert everything(bare) == before


class GivenUp(Exception):
    """Somebody pressed Cancel."""


@pytest.mark.parametrize("after", [0, 1, 60, 119])
def test_F62_given_up_half_way_nothing_is_taken_in(bare: Binder, after: int) -> None:
    taken(bare, 3, COUNCIL)
    edition = {str(number): service(f"Service {number}", f"01632 96{number:04}") for number in range(120)}
    found = lists.look(bare, reading({**COUNCIL, **edition}), "listings", "Council list")
    before = everything(bare)

    def told(done: int, of: int) -> None:
        if done >= after:
            raise GivenUp

    with pytest.raises(GivenUp):
        lists.take_in(bare, found, {}, told)
    assert everything(bare) == before
    assert len(lists.take_in(bare, found, {})) == 120, "and it can be tried again"


def test_looking_writes_nothing(bare: Binder) -> None:
    taken(bare, 3, COUNCIL)
    before = everything(bare)
    lists.look(bare, reading({"x": service("Something else")}), "listings", "Another")
    packs.look(bare, pack(PackItem("listings", "pact", service("Pact")), retired=(Retired("listings", "beck"),)))
    assert everything(bare) == before


STORY, NEWER = b"%PDF-1.4 story", b"%PDF-1.4 story, second printing"


def story(content: bytes = STORY, title: str = "A story") -> PackItem:
    return PackItem("resources", "story", ResourceFields(title), (attached("story.pdf", content),))


def files_of(binder: Binder) -> list[tuple[str, str]]:
    return [tuple(row) for row in binder.rows("SELECT name, sha256 FROM attachments JOIN files ON files.id = file")]


def test_a_file_the_champion_took_away_stays_away(bare: Binder) -> None:
    packs.take_in(bare, packs.look(bare, pack(story(), files=[STORY])), {})
    assert files_of(bare) == [("story.pdf", attached("", STORY).sha256)]
    with bare.atomic("remove_attachment"):
        bare.remove("attachments", bare.rows("SELECT id FROM attachments")[0][0])
    for number in (1, 2):
        packs.take_in(bare, packs.look(bare, pack(story(), files=[STORY], number=number)), {})
        assert files_of(bare) == []


def test_a_newer_file_takes_the_place_of_the_older_one_and_of_no_other(bare: Binder) -> None:
    packs.take_in(bare, packs.look(bare, pack(story(), files=[STORY])), {})
    ours = b"%PDF our own scan"
    from champion_app.store import attachments
    from champion_app.tasks.attachments import attach, ready

    row_id = bare.rows("SELECT id FROM resources")[0][0]
    attach(bare, ready("story.pdf", ours), resource=row_id)
    found = packs.look(bare, pack(story(NEWER), files=[NEWER], number=2))
    assert [(one.verdict, len(one.files)) for one in found.preview.proposals] == [(Verdict.CHANGED, 1)]
    before = tracked(bare)
    packs.take_in(bare, found, {})
    assert {attachments.content(bare, sha256) for _, sha256 in files_of(bare)} == {ours, NEWER}
    bare.undo()
    assert tracked(bare) == before


# One process makes a copy of itself for every trial. It says "go" when the preview is made, "done" when all is saved.
TAKING = """
import os, sys
from pathlib import Path
from champion_app.store.opening import open_binder
from champion_app.tasks import lists
from tests.tasks.editions import reading, service
import sqlite_utils
edition = {str(n): service(f"Service {n}", f"01632 96{n:04}", note="words " * 40) for n in range(int(sys.argv[2]))}
for line in sys.stdin:
    child = os.fork()
    if child == 0:
        binder = open_binder(Path(sys.argv[1]))
        found = lists.look(binder, reading(edition), "listings", "Council list")
        os.write(1, f"go {os.getpid()}\\n".encode())
        lists.take_in(binder, found, {})
        os.write(1, b"done\\n")
        os._exit(0)
    os.waitpid(child, 0)
    os.write(1, b"gone\\n")
"""


def kill_while_taking_in(path: Path, times: int, items: int, seed: int) -> set[tuple[bool, int]]:
    """Kills the process after a random while; whether it had said that it was done, and how many rows are there."""
    found = set()
    chance, empty = random.Random(seed), path.read_bytes()
    with subprocess.Popen(
        [sys.executable, "-c", TAKING, str(path), str(items)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)},
    ) as process:  # fmt: skip
        assert process.stdin is not None and process.stdout is not None
        try:
            for _ in range(times):
                path.write_bytes(empty)
                path.with_name(path.name + "-journal").unlink(missing_ok=True)
                process.stdin.write("again\n")
                process.stdin.flush()
                child = int(process.stdout.readline().split()[1])
                time.sleep(chance.uniform(0.0, 0.12))
                with suppress(ProcessLookupError):  # it was done already
                    os.kill(child, signal.SIGKILL)
                said = process.stdout.readline()
                if said == "done\n":
                    assert process.stdout.readline() == "gone\n"
                with closing(open_binder(path)) as binder:
                    assert health.check(binder)["problems"] == []
                    noted = len(binder.rows("SELECT id FROM origins"))
                    there = len(rows_of(binder))
                    assert noted == there
                    assert binder.rows("SELECT * FROM open_change") == []
                    found.add((said == "done\n", there))
        finally:
            process.stdin.close()
    return found


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this computer cannot copy a process")
def test_F62_killed_half_way_all_of_it_is_there_or_nothing(tmp_path: Path, bare_file: Path) -> None:
    path = Path(shutil.copy(bare_file, tmp_path / "binder.champion"))
    found = kill_while_taking_in(path, 12, 150, 20261122)
    assert found <= {(False, 0), (False, 150), (True, 150)}, found
    assert len(found) > 1, "some were killed in the middle and some were not"


@pytest.mark.heavy
@pytest.mark.skipif(not hasattr(os, "fork"), reason="this computer cannot copy a process")
def test_F62_killed_five_hundred_times_it_is_all_or_nothing(tmp_path: Path, bare_file: Path) -> None:
    path = Path(shutil.copy(bare_file, tmp_path / "binder.champion"))
    for seed in range(5):
        found = kill_while_taking_in(path, 100, 300, seed)
        assert found <= {(False, 0), (False, 300), (True, 300)}, found
        assert len(found) > 1


def test_tables_come_back_as_they_went(bare: Binder) -> None:
    fields = service("Pact", "01632 960001", area="Hull")
    assert from_table("listings", to_table(fields)) == fields
