"""Counts that leave: the words for one, the share of two, and no small number from any papers, whoever attacks."""

from __future__ import annotations

import ast
import json
import random
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from champion_app.domain.suppression import (
    NOT_SHOWN,
    band,
    disclose,
    explained,
    own_screen,
    sentence,
    shown,
    shown_share,
)
from champion_app.domain.suppression_ledger import Atom, Ledger, Sum, Table, cell, grid, over
from tests.domain.disclosure_attack import Plan, pinned, played, solved, worlds

PROGRAM = Path(__file__).resolve().parents[2] / "champion_app"
THRESHOLDS = range(5, 11)

# ---------------------------------------------------------------- one count


@pytest.mark.parametrize("threshold", THRESHOLDS)
def test_every_count_to_500_has_its_words(threshold: int) -> None:
    said: dict[str, list[int]] = {}
    for count in range(501):
        words = shown(count, threshold)
        said.setdefault(words, []).append(count)
        if count == 0:
            assert words == "0"
        elif count < threshold:
            assert words == f"fewer than {threshold}"
        else:
            assert int(words) % 5 == 0
            assert int(words) >= threshold
            assert abs(int(words) - count) <= 2 or int(words) - 5 < threshold
    assert said.pop("0") == [0]
    assert all(len(counts) >= 3 for words, counts in said.items() if words != "500")
    for words, counts in said.items():
        assert counts == list(range(counts[0], counts[-1] + 1)), words


def test_the_words_at_the_usual_threshold() -> None:
    words = {count: shown(count) for count in (0, 1, 4, 5, 7, 8, 12, 13, 498, 1252)}
    assert list(words.values()) == ["0", "fewer than 5", "fewer than 5", "5", "5", "10", "10", "15", "500", "1,250"]


def test_a_threshold_is_never_below_5() -> None:
    assert [shown(count, 0) for count in (1, 4, 5)] == ["fewer than 5", "fewer than 5", "5"]
    small = grid({("a", "1"): 1, ("b", "1"): 1})
    assert disclose(small, threshold=2) == disclose(small, threshold=5)


def test_a_count_below_0_is_a_mistake_of_ours() -> None:
    with pytest.raises(ValueError, match="never below 0"):
        shown(-1)


@given(st.integers(0, 10_000), st.integers(5, 40))
def test_bands_follow_each_other_without_gap(count: int, threshold: int) -> None:
    here = band(count, threshold)
    assert here.low <= count <= here.high
    assert band(here.high + 1, threshold).low == here.high + 1


@pytest.mark.parametrize(
    ("part", "base", "share"),
    [
        ("20", "25", "about 80%"),
        ("25", "25", "about 100%"),
        ("0", "100", "0%"),
        ("1,000", "3,000", "about 33%"),
        ("5", "20", ""),  # may be 18
        ("fewer than 5", "100", ""),
        ("20", NOT_SHOWN, ""),
        (NOT_SHOWN, "100", ""),
        ("30", "25", ""),
        ("0", "0", ""),
    ],
)
def test_a_share_comes_from_the_words_alone(part: str, base: str, share: str) -> None:
    assert shown_share(part, base) == share


def test_no_share_of_fewer_than_20() -> None:
    for base in range(20):
        assert not any(shown_share(shown(part), shown(base)) for part in range(base + 1))


def test_words_in_sentences_and_on_the_own_screen() -> None:
    assert own_screen(3) == "3, not for sharing"
    assert sentence("0", "children") == "no children"
    assert sentence("fewer than 5", "children") == "fewer than 5 children"
    assert sentence("10", "children") == "about 10 children"
    assert sentence("5 to 12", "children") == "5 to 12 children"
    assert sentence(NOT_SHOWN, "children") == "number of children not shown"
    assert "from 1 to 4 are shown as “fewer than 5”" in explained(3)


# ---------------------------------------------------------------- the traps of the simple rule


def _line(*counts: int) -> dict[Atom, int]:
    return {(f"c{place}", "1"): count for place, count in enumerate(counts)}


def _total(*counts: int) -> str:
    words, _ = disclose(grid(_line(*counts)))
    return words[frozenset(_line(*counts))]


def test_two_small_counts_that_are_both_4_do_not_show() -> None:
    assert _total(4, 4) == _total(4, 3) == _total(1, 4) == NOT_SHOWN  # so that it does not tell which
    assert _total(1, 3) == _total(1, 1) == "fewer than 5"


def test_four_small_counts_that_are_all_1_do_not_show() -> None:
    assert _total(1, 1, 1, 1) == _total(1, 2, 1, 1) == _total(1, 1, 1, 4) == NOT_SHOWN
    assert _total(4, 4, 4, 4) == "15"


def test_a_running_total_does_not_give_two_months_away() -> None:
    first = grid({("a", "1"): 4}, so_far=True)
    _, ledger = disclose(first)
    words, _ = disclose(grid({("a", "1"): 4, ("a", "2"): 4}, so_far=True), ledger)
    assert words[over("a", ("1", "2"))] == NOT_SHOWN
    assert words[cell("a", "2")] == "fewer than 5"


def test_cells_that_come_after_their_total_are_held_back() -> None:
    counts = _line(1, 1, 1, 1)
    _, ledger = disclose(Table(counts, (frozenset(counts),)))
    words, _ = disclose(Table(counts, tuple(cell(*atom) for atom in counts)), ledger)
    assert list(words.values()) == ["fewer than 5"] * 3 + [NOT_SHOWN]


def test_the_same_paper_again_says_the_same() -> None:
    table = grid({(c, p): n for c, p, n in zip("aabbcc", "121212", (4, 1, 4, 3, 0, 9), strict=True)}, so_far=True)
    once, ledger = disclose(table)
    again, same = disclose(table, ledger)
    assert once == again
    assert same == ledger


def test_the_ledger_is_plain_data_and_holds_no_true_value() -> None:
    ledgers = set()
    for counts in (_line(9, 3, 7), _line(11, 4, 6), _line(12, 2, 5)):
        _, ledger = disclose(grid(counts))
        plain = json.dumps(ledger.plain())
        assert Ledger.from_plain(json.loads(plain)) == ledger
        ledgers.add(plain)
    assert len(ledgers) == 1


def test_a_corrected_count_is_held_back_and_the_rest_stays_true() -> None:
    _, ledger = disclose(grid(_line(2, 10)))
    words, later = disclose(grid(_line(7, 10)), ledger)
    assert words[cell("c0", "1")] == NOT_SHOWN
    assert words[cell("c1", "1")] == "10"
    assert later.said[cell("c0", "1")].words == "fewer than 5"


def test_periods_that_cross_both_ways_are_held_back() -> None:
    one, two, three = (cell("a", period) for period in "123")
    counts = {("a", "1"): 30, ("a", "2"): 30, ("a", "3"): 30}
    words, ledger = disclose(Table(counts, (one | two, two | three, one | three)))
    assert list(words.values()) == ["60", "60", NOT_SHOWN]
    assert one | three not in ledger.said


def test_a_higher_threshold_later_tells_nothing_new_of_what_has_left() -> None:
    counts = _line(3, 6, 9)
    _, ledger = disclose(grid(counts))
    words, later = disclose(grid(counts), ledger, 10)
    assert [words[cell(*atom)] for atom in counts] == ["fewer than 10"] * 3
    assert [later.said[cell(*atom)].high for atom in counts] == [4, 7, 9]


def test_a_ledger_that_fits_nothing_lets_nothing_out() -> None:
    rows = [{"of": [["a", "1"]], "low": 5, "high": 7, "words": "5"}]
    rows += [{"of": [["a", "1"], ["b", "1"]], "low": 1, "high": 4, "words": "fewer than 5"}]
    words, _ = disclose(grid({("a", "1"): 5, ("b", "1"): 0}), Ledger.from_plain(rows))
    assert set(words.values()) == {NOT_SHOWN}


# ---------------------------------------------------------------- the attacker who plays the rule for every world

_A, _B, _C, _D = (("a", "1"), ("b", "1"), ("c", "1"), ("d", "1"))
_A2, _B2, _A3 = ("a", "2"), ("b", "2"), ("a", "3")


def _asked(*atoms: Atom, cells: bool = True, totals: bool = True, so_far: bool = False) -> tuple[Sum, ...]:
    return grid(dict.fromkeys(atoms, 0), cells=cells, totals=totals, so_far=so_far).asked


def _set(*atoms: Atom) -> Sum:
    return frozenset(atoms)


ONE_LINE: Plan = [_asked(_A, _B, _C)]
TWO_BY_TWO: Plan = [_asked(_A, _B, _A2, _B2)]
TWO_PAPERS: Plan = [_asked(_A, _B), _asked(_A, _B, _A2, _B2, so_far=True)]
THREE_MONTHS: Plan = [_asked(_A), _asked(_A, _A2, so_far=True), _asked(_A, _A2, _A3, so_far=True)]
RUNNING_ONLY: Plan = [[_set(_A)], [_set(_A, _A2)], [_set(_A, _A2, _A3)]]
NEW_ONLY: Plan = [_asked(_A, _B), [_set(_A2), _set(_B2), _set(_A2, _B2), _set(_A, _A2), _set(_A, _B, _A2, _B2)]]
TOTALS_FIRST: Plan = [[_set(_A, _B, _C, _D), _set(_A, _B)], [_set(_A), _set(_B), _set(_C), _set(_D), _set(_C, _D)]]
PLANS = {
    "one line": (ONE_LINE, 12),
    "two by two": (TWO_BY_TWO, 4),
    "two papers": (TWO_PAPERS, 4),
    "three months": (THREE_MONTHS, 7),
    "running totals only": (RUNNING_ONLY, 12),
    "new counts and running totals": (NEW_ONLY, 4),
    "totals first": (TOTALS_FIRST, 4),
}


def _all(plan: Plan, top: int) -> list[dict[Atom, int]]:
    return list(worlds(sorted({atom for asked in plan for one in asked for atom in one}), top))


@pytest.mark.parametrize("name", PLANS)
def test_whoever_plays_every_world_pins_nothing(name: str) -> None:
    plan, top = PLANS[name]
    assert pinned(_all(plan, top), plan) == []


@pytest.mark.parametrize("threshold", THRESHOLDS)
def test_whoever_plays_every_world_pins_nothing_at_any_threshold(threshold: int) -> None:
    for plan in ([_asked(_A, _B)], [[_set(_A)], [_set(_A, _A2)]], [[_set(_A, _A2)], [_set(_A), _set(_A2)]]):
        assert pinned(_all(plan, threshold + 2), plan, threshold, ledger_too=False) == []


@pytest.mark.parametrize("name", ["two by two", "new counts and running totals", "totals first"])
def test_what_is_held_back_depends_on_what_was_said_only(name: str) -> None:
    plan, top = PLANS[name]
    everything = _all(plan, top)
    ledgers: dict[str, list[dict[Atom, int]]] = {}
    for counts in everything:
        _, ledger = played(counts, plan, 5)
        ledgers.setdefault(json.dumps(ledger.plain()), []).append(counts)
    for plain, group in ledgers.items():
        said = Ledger.from_plain(json.loads(plain)).said.items()
        limits = [(of, one.low, 99 if one.high is None else one.high) for of, one in said]
        assert group == [
            counts
            for counts in everything
            if all(low <= sum(counts[atom] for atom in of) <= high for of, low, high in limits)
        ]


def test_ranges_say_more_and_give_nothing_away() -> None:
    def ranged(table: Table, ledger: Ledger, threshold: int) -> tuple[dict[Sum, str], Ledger]:
        return disclose(table, ledger, threshold, ranges=True)

    for name in ("two by two", "new counts and running totals", "totals first"):
        plan, top = PLANS[name]
        assert pinned(_all(plan, top), plan, rule=ranged) == []
    words, ledger = ranged(grid(_line(4, 4)), Ledger(), 5)
    assert words[frozenset(_line(4, 4))] == "5 to 12"
    assert ranged(grid(_line(4, 4)), ledger, 5) == (words, ledger)


def _naive(table: Table, ledger: Ledger, threshold: int) -> tuple[dict[Sum, str], Ledger]:
    return {one: shown(table.total(one), threshold) for one in table.asked}, ledger


def _tells_by_silence(table: Table, ledger: Ledger, threshold: int) -> tuple[dict[Sum, str], Ledger]:
    """Holds a total back exactly when its words would pin a count: so holding back is the word for it."""
    words, ledger = _naive(table, ledger, threshold)
    if sorted(table.counts.values()) in ([1, 1, 1, 1], [4, 4]):
        words = {one: said if len(one) == 1 else NOT_SHOWN for one, said in words.items()}
    return words, ledger


def test_the_attacker_breaks_the_simple_rule_and_a_telling_silence() -> None:
    two, four = [_asked(_A, _B)], [_asked(_A, _B, _C, _D)]
    assert (_set(_A), 4) in pinned(_all(two, 4), two, rule=_naive)
    assert (_set(_A), 1) in pinned(_all(four, 4), four, rule=_naive)
    assert (_set(_A), 4) in pinned(_all(RUNNING_ONLY[:2], 7), [[_set(_A), _set(_A2)], [_set(_A, _A2)]], rule=_naive)
    assert (_set(_A), 4) in pinned(_all(two, 4), two, rule=_tells_by_silence)
    assert (_set(_A), 1) in pinned(_all(four, 4), four, rule=_tells_by_silence)


@pytest.mark.heavy
@pytest.mark.parametrize("threshold", THRESHOLDS)
def test_whoever_plays_every_larger_world_pins_nothing(threshold: int) -> None:
    top = {5: 7, 6: 5, 7: 6, 8: 7, 9: 8, 10: 9}[threshold]
    assert pinned(_all(ONE_LINE, 12), ONE_LINE, threshold) == []
    for plan in (TWO_BY_TWO, TWO_PAPERS, NEW_ONLY, TOTALS_FIRST):
        assert pinned(_all(plan, top), plan, threshold) == []
    for plan in (THREE_MONTHS, RUNNING_ONLY):
        assert pinned(_all(plan, 17), plan, threshold) == []


_FOUR = (_A, _B, _A2, _B2)
_SUMS = [frozenset(some) for size in (1, 2, 3, 4) for some in combinations(_FOUR, size)]
_PAPERS = st.lists(st.lists(st.sampled_from(_SUMS), min_size=1, max_size=6, unique=True), min_size=1, max_size=3)


@settings(max_examples=10, deadline=None, database=None)
@given(_PAPERS)
def test_any_sums_in_any_papers_pin_nothing(plan: list[list[Sum]]) -> None:
    assert pinned(_all(plan, 4), plan, ledger_too=False) == []


@pytest.mark.heavy
@settings(max_examples=150, deadline=None, database=None)
@given(_PAPERS)
def test_many_more_sums_in_any_papers_pin_nothing(plan: list[list[Sum]]) -> None:
    assert pinned(_all(plan, 4), plan, ledger_too=False) == []


# ---------------------------------------------------------------- larger tables, against a solver

_TALLY = st.one_of(st.integers(0, 4), st.integers(0, 9), st.sampled_from([0, 1, 4, 5, 12, 13, 30]))


@st.composite
def _year(draw: st.DrawFn) -> tuple[dict[Atom, int], Plan, int]:
    """A year of papers: each has its cells, totals or running totals, and each is about all periods so far."""
    categories = draw(st.integers(1, 5))
    periods = draw(st.integers(1, 5))
    counts = {(f"c{c}", f"p{p}"): draw(_TALLY) for p in range(periods) for c in range(categories)}
    plan = []
    for upto in range(1, periods + 1):
        if upto == periods or draw(st.booleans()):
            about = {atom: count for atom, count in counts.items() if int(atom[1][1:]) < upto}
            asked = grid(about, cells=draw(st.booleans()), totals=draw(st.booleans()), so_far=draw(st.booleans())).asked
            plan.append(draw(st.permutations(asked)) if draw(st.booleans()) else asked)
    return counts, plan, draw(st.sampled_from(THRESHOLDS))


def _solver_pins_nothing(year: tuple[dict[Atom, int], Plan, int]) -> None:
    counts, plan, threshold = year
    papers, ledger = played(counts, plan, threshold)
    for words in papers:
        assert all(
            said in (NOT_SHOWN, shown(sum(counts[atom] for atom in one), threshold)) for one, said in words.items()
        )
    for one, said in ledger.said.items():
        assert said.low <= sum(counts[atom] for atom in one) <= (10**9 if said.high is None else said.high)
    assert solved(counts, plan, ledger, threshold) == []


@settings(max_examples=60, deadline=None, database=None)
@given(_year())
def test_a_solver_pins_nothing_in_a_year_of_papers(year: tuple[dict[Atom, int], Plan, int]) -> None:
    _solver_pins_nothing(year)


@pytest.mark.heavy
@settings(max_examples=5_000, deadline=None, database=None)
@given(_year())
def test_a_solver_pins_nothing_in_5000_years_of_papers(year: tuple[dict[Atom, int], Plan, int]) -> None:
    _solver_pins_nothing(year)


@settings(max_examples=40, deadline=None, database=None)
@given(_year(), st.data())
def test_counts_corrected_between_papers_never_bring_a_false_word(
    year: tuple[dict[Atom, int], Plan, int], data: st.DataObject
) -> None:
    counts, plan, threshold = year
    ledger = Ledger()
    for asked in plan:
        counts = {atom: data.draw(_TALLY) if data.draw(st.booleans()) else count for atom, count in counts.items()}
        words, ledger = disclose(Table(counts, tuple(asked)), ledger, threshold)
        for one, said in words.items():
            assert said in (NOT_SHOWN, shown(sum(counts[atom] for atom in one), threshold))


def test_the_solver_finds_what_the_simple_rule_gives_away() -> None:
    counts = _line(4, 4)
    plan = [grid(counts).asked]
    _, ledger = played(counts, plan, 5)
    told = {**ledger.plain()[-1], "low": 8, "high": 12}
    assert {item for item, _ in solved(counts, plan, Ledger.from_plain([*ledger.plain()[:-1], told]), 5)} == {
        cell("c0", "1"),
        cell("c1", "1"),
    }


# ---------------------------------------------------------------- still of use


@pytest.mark.parametrize(("largest", "most"), [(3, 0.25), (8, 0.35), (30, 0.2), (100, 0.1)])
def test_most_totals_of_tallies_as_they_come_are_shown(largest: int, most: float) -> None:
    rng = random.Random(20261122)
    totals: list[str] = []
    for categories, periods in [(5, 3), (8, 6), (5, 3), (8, 6), (5, 3)]:
        atoms = [(f"c{c}", f"p{p}") for p in range(periods) for c in range(categories)]
        counts = {atom: int(largest * rng.random() ** 2) for atom in atoms}
        words, _ = disclose(grid(counts))
        totals += [said for one, said in words.items() if len(one) > 1]
        assert NOT_SHOWN not in [said for one, said in words.items() if len(one) == 1]
        ranged, _ = disclose(grid(counts), ranges=True)
        assert {one for one in words if words[one] != ranged[one]} == {one for one in words if words[one] == NOT_SHOWN}
        assert NOT_SHOWN not in ranged.values()
    assert totals.count(NOT_SHOWN) <= most * len(totals)


def test_a_year_of_twelve_categories_is_shown_at_once() -> None:
    rng = random.Random(7)
    counts = {(f"c{c:02}", f"p{p:02}"): rng.choice([0, 0, 1, 1, 2, 4, 6, 9]) for p in range(12) for c in range(12)}
    words, ledger = disclose(grid(counts, so_far=True))
    assert len(words) == 144 + 1 + 12 + 12 + 10 * 13  # the first and last running totals are there already
    assert words[frozenset(counts)] != NOT_SHOWN
    assert len(ledger.said) == len(words)


# ---------------------------------------------------------------- every way out goes through it

_COUNTS = {"reached", "reached_totals", "handed_out", "handed_out_of", "HandedOut", "given_out", "tally", "tallies"}


def _speaks_of_counts_by_itself(source: str) -> bool:
    """Whether a module reads counts of people and never asks how they may be shown."""
    tree = ast.parse(source)
    names = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    names |= {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    names |= {alias.name for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) for alias in node.names}
    names |= {str(node.value) for node in ast.walk(tree) if isinstance(node, ast.Constant)}
    modules = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    return bool(names & _COUNTS) and "champion_app.domain.suppression" not in modules


@pytest.mark.parametrize("folder", ["paper", "exchange"])
def test_counts_of_people_leave_through_the_one_function(folder: str) -> None:
    modules = sorted((PROGRAM / folder).glob("*.py"))
    assert modules
    assert [path.name for path in modules if _speaks_of_counts_by_itself(path.read_text(encoding="utf-8"))] == []


def test_counts_of_people_on_standard_output_too() -> None:
    assert [p.name for p in PROGRAM.glob("cli*.py") if _speaks_of_counts_by_itself(p.read_text(encoding="utf-8"))] == []


def test_a_count_that_leaves_by_itself_is_caught() -> None:
    assert _speaks_of_counts_by_itself("def words(entry):\n    return f'{entry.fields.reached} families'\n")
    assert _speaks_of_counts_by_itself("words = row['reached']\n")
    asks = "from champion_app.domain.suppression import shown\nwords = shown(entry.fields.reached)\n"
    assert not _speaks_of_counts_by_itself(asks)
