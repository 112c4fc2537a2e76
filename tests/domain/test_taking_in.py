"""What an edition of a list or a pack would do to each row: one proposal for each, and what a decision writes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from champion_app.domain.item_tables import to_table
from champion_app.domain.listings import ListingFields, ListingStatus, Phone
from champion_app.domain.packs import Figure, PackFile
from champion_app.domain.resources import ResourceFields
from champion_app.domain.taking_in import (
    Decision,
    Ground,
    Item,
    Known,
    LookAlikes,
    Proposal,
    Verdict,
    gone,
    propose,
    values_to_keep,
    writes,
)


def service(name: str, phone: str = "", **fields: Any) -> ListingFields:
    return ListingFields(name, phones=(Phone(phone),) if phone else (), **fields)


def item(fields: ListingFields | ResourceFields | Figure, key: str = "a", **more: Any) -> Item:
    noun = {ListingFields: "listings", ResourceFields: "resources", Figure: "figures"}[type(fields)]
    name = getattr(fields, "name", "") or getattr(fields, "title", "") or getattr(fields, "text", "")
    return Item(noun, key, name, fields, to_table(fields), **more)


def binder(
    rows: Mapping[int, ListingFields | ResourceFields],
    grounds: Mapping[str, Ground] | None = None,
    keys: Mapping[str, int] | None = None,
    elsewhere: Mapping[int, Mapping[str, Any]] | None = None,
) -> dict[str, Known]:
    """What a binder with these rows is known by; rows that a ground or another source names are not ours."""
    alike = LookAlikes()
    named = {ground.row_id for ground in (grounds or {}).values()}
    for row_id, fields in rows.items():
        if row_id not in named:
            alike.add(row_id, fields)
    tables = {row_id: to_table(fields) for row_id, fields in rows.items()}
    known = Known(tables, keys or {}, grounds or {}, alike, elsewhere or {})
    return dict.fromkeys(("listings", "resources", "figures"), known)


def one(made: Item, known: dict[str, Known]) -> Proposal:
    (proposal,) = propose([made], known)
    return proposal


PACT, MOVED = service("Pact", "01632 960001"), service("Pact", "01632 960002")


def test_what_nobody_knows_is_new_and_asks_nothing() -> None:
    made = one(item(PACT), binder({}))
    assert (made.verdict, made.row_id, made.asks) == (Verdict.NEW, 0, False)


def test_the_next_edition_changes_what_nobody_touched() -> None:
    made = one(item(MOVED), binder({7: PACT}, {"a": Ground(7, to_table(PACT))}))
    assert (made.verdict, made.row_id, made.asks) == (Verdict.CHANGED, 7, False)
    assert values_to_keep(made, None) == to_table(MOVED)


def test_the_same_edition_changes_nothing_not_even_own_words() -> None:
    own = service("Pact (Hull)", "01632 960001", note="Ask for Friday.")
    made = one(item(PACT), binder({7: own}, {"a": Ground(7, to_table(PACT))}))
    assert made.verdict is Verdict.SAME
    assert made.merge is not None
    assert made.merge.kept == ("name", "note")
    assert values_to_keep(made, None) is None


def test_both_changed_different_fields_and_both_live() -> None:
    own = service("Pact", "01632 960001", note="Ask for Friday.")
    made = one(item(MOVED), binder({7: own}, {"a": Ground(7, to_table(PACT))}))
    assert made.verdict is Verdict.CHANGED
    assert values_to_keep(made, None) == to_table(service("Pact", "01632 960002", note="Ask for Friday."))


@pytest.mark.parametrize(
    ("decision", "phone", "area"),
    [(None, None, None), (Decision.MINE, "01632 960009", "Hull"), (Decision.THEIRS, "01632 960002", "Hull")],
)
def test_both_changed_one_field_and_a_person_decides(decision: Decision | None, phone: str, area: str) -> None:
    theirs = service("Pact", "01632 960002", area="Hull")  # the area is new, and nobody here had one
    made = one(item(theirs), binder({7: service("Pact", "01632 960009")}, {"a": Ground(7, to_table(PACT))}))
    assert (made.verdict, made.asks) == (Verdict.CLASH, True)
    values = values_to_keep(made, decision)
    if decision is None:
        assert values is None
    else:
        assert values == to_table(service("Pact", phone, area=area))


def test_taking_theirs_of_a_look_alike_blanks_no_word_of_ours() -> None:
    own = service(
        "PACT", "01632 960001", note="Ask for Friday.", cost="Free", print_rule="no", status=ListingStatus.CLOSED
    )
    made = one(item(service("Pact", "01632 960002")), binder({7: own}))
    assert (made.verdict, made.row_id) == (Verdict.LOOK_ALIKE, 7)
    values = values_to_keep(made, Decision.THEIRS)
    assert values is not None
    assert (values["name"], values["phones"][0]["number"]) == ("Pact", "01632 960002"), "theirs, where they speak"
    assert {name: values[name] for name in ("note", "cost", "print_rule", "status")} == {
        "note": "Ask for Friday.", "cost": "Free", "print_rule": "no", "status": "closed"
    }  # fmt: skip
    assert values_to_keep(made, Decision.MINE) is None


def test_a_look_alike_that_adds_nothing_is_the_same() -> None:
    own = service("Pact", "01632 960001", note="Ask for Friday.")
    assert one(item(PACT), binder({7: own})).verdict is Verdict.SAME


def test_names_are_looked_at_before_numbers_and_no_row_is_meant_twice() -> None:
    switchboard = "01632 960001"
    rows = {7: service("Pact", switchboard), 8: service("Beck Street", switchboard)}
    items = [
        item(service("Toy library", switchboard), "t"),
        item(service("beck street", switchboard, area="Hull"), "b"),
        item(service("Pact!", switchboard, area="Hull"), "p"),
        item(service("Walk-in", switchboard), "w"),
    ]
    made = propose(items, binder(rows))
    assert [(one.verdict, one.row_id) for one in made] == [
        (Verdict.NEW, 0), (Verdict.LOOK_ALIKE, 8), (Verdict.LOOK_ALIKE, 7), (Verdict.NEW, 0)
    ]  # fmt: skip


def test_two_spellings_of_a_number_look_alike() -> None:
    made = one(item(service("Another name", "+44 (0)1632 960001")), binder({7: PACT}))
    assert (made.verdict, made.row_id) == (Verdict.LOOK_ALIKE, 7)


def test_a_row_the_source_knows_is_nobody_elses_look_alike() -> None:
    known = binder({7: PACT}, {"a": Ground(7, to_table(PACT))})
    made = propose([item(PACT), item(service("Pact", "01632 960001", area="York"), "b")], known)
    assert [one.verdict for one in made] == [Verdict.SAME, Verdict.NEW]


def test_what_was_removed_here_stays_out_unless_a_person_wants_it_back() -> None:
    made = one(item(PACT), binder({}, {"a": Ground(7, to_table(PACT))}))
    assert (made.verdict, made.asks) == (Verdict.REMOVED, True)
    assert values_to_keep(made, None) is None


def test_each_of_several_rows_of_one_name_can_be_meant_once() -> None:
    rows = {7: service("Pact", area="Hull"), 8: service("Pact", area="York")}
    made = propose([item(service("Pact", cost="Free"), key) for key in ("a", "b", "c")], binder(rows))
    assert [(one.verdict, one.row_id) for one in made] == [
        (Verdict.LOOK_ALIKE, 7), (Verdict.LOOK_ALIKE, 8), (Verdict.NEW, 0)
    ]  # fmt: skip


def test_the_ground_remembers_what_was_kept_beside_a_row() -> None:
    made = item(PACT)
    assert Ground(7, made.base()).beside == 0
    ground = Ground(7, made.base(beside=8))
    again = one(made, binder({7: PACT, 8: PACT}, {"a": ground}))
    assert (again.verdict, again.beside) == (Verdict.SAME, 8)


def test_what_was_removed_here_claims_no_row_that_something_else_is_like() -> None:
    known = binder({8: service("Pact", "01632 960001", area="Hull")}, {"a": Ground(7, to_table(PACT))})
    made = propose([item(PACT, "a"), item(PACT, "b")], known)
    assert [(one.verdict, one.row_id) for one in made] == [(Verdict.REMOVED, 0), (Verdict.SAME, 8)]


def test_a_row_of_the_same_name_is_the_same_thing_in_another_pack() -> None:
    known = binder({7: PACT}, keys={"pact": 7})
    assert one(item(PACT, row_key="pact"), known).verdict is Verdict.SAME
    made = one(item(MOVED, row_key="pact"), known)
    assert (made.verdict, made.row_id) == (Verdict.CLASH, 7), "nobody knows whose words those are"


def test_words_that_came_with_another_source_are_not_ours_to_ask_about() -> None:
    known = binder({7: PACT}, keys={"pact": 7}, elsewhere={7: to_table(PACT)})
    made = one(item(MOVED, row_key="pact"), known)
    assert (made.verdict, values_to_keep(made, None)) == (Verdict.CHANGED, to_table(MOVED))
    touched = binder({7: service("Pact", "01632 960009")}, keys={"pact": 7}, elsewhere={7: to_table(PACT)})
    assert one(item(MOVED, row_key="pact"), touched).verdict is Verdict.CLASH


def test_a_removed_row_that_came_back_under_its_name_is_meant() -> None:
    known = binder({9: PACT}, {"a": Ground(7, to_table(PACT))}, keys={"pact": 9})
    made = one(item(MOVED, row_key="pact"), known)
    assert (made.verdict, made.row_id) == (Verdict.CHANGED, 9)


@pytest.mark.parametrize("verdict", [Verdict.NEW, Verdict.CHANGED, Verdict.SAME])
def test_a_doubtful_line_asks_before_it_does_anything(verdict: Verdict) -> None:
    known = {
        Verdict.NEW: binder({}),
        Verdict.CHANGED: binder({7: MOVED}, {"a": Ground(7, to_table(MOVED))}),
        Verdict.SAME: binder({7: PACT}, {"a": Ground(7, to_table(PACT))}),
    }[verdict]
    made = one(item(PACT, doubtful=True), known)
    assert made.verdict is verdict
    assert made.asks == (verdict is not Verdict.SAME)
    assert values_to_keep(made, Decision.MINE) is None


def test_what_writes_something() -> None:
    new, left = one(item(PACT), binder({})), one(item(PACT, doubtful=True), binder({}))
    same = one(item(PACT), binder({7: PACT}, {"a": Ground(7, to_table(PACT))}))
    removed = one(item(PACT), binder({}, {"a": Ground(7, to_table(PACT))}))
    alike = one(item(MOVED), binder({7: PACT}))
    assert [writes(made, None) for made in (new, left, same, removed, alike)] == [True, False, False, False, False]
    assert [writes(made, Decision.MINE) for made in (left, removed, alike)] == [False, False, True]
    assert [writes(made, Decision.THEIRS) for made in (left, removed, alike)] == [True, True, True]


def test_files_are_new_once_and_what_they_renew_is_named() -> None:
    first, second = PackFile("story.pdf", "1" * 64), PackFile("story.pdf", "2" * 64)
    fields = ResourceFields("A story")
    fresh = one(item(fields, files=(first,)), binder({}))
    assert fresh.files == (first,)
    ground = {"a": Ground(7, fresh.item.base())}
    assert one(item(fields, files=(first,)), binder({7: fields}, ground)).verdict is Verdict.SAME
    renewed = one(item(fields, files=(second,)), binder({7: fields}, ground))
    assert (renewed.verdict, renewed.files) == (Verdict.CHANGED, (second,))
    assert renewed.outdated == (("story.pdf", "1" * 64),)
    other = one(item(fields, files=(first, PackFile("cover.png", "3" * 64))), binder({7: fields}, ground))
    assert [file.name for file in other.files] == ["cover.png"]
    assert other.outdated == ()
    assert one(item(fields), binder({7: fields}, ground)).verdict is Verdict.SAME, "a file that is gone stays"


def test_the_ground_holds_the_files_beside_the_fields() -> None:
    made = item(ResourceFields("A story"), files=(PackFile("story.pdf", "1" * 64),))
    assert Ground(7, made.base()).files == [("story.pdf", "1" * 64)]
    assert Ground(7, made.table).files == []
    assert item(ResourceFields("A story")).base() == to_table(ResourceFields("A story"))


def test_figures_have_no_look_alikes() -> None:
    known = binder({})
    assert one(item(Figure("About 193,000.", "MoJ", "2022")), known).verdict is Verdict.NEW


def test_gone_names_what_only_the_earlier_edition_had() -> None:
    grounds = {("listings", "a"): Ground(1, {}), ("listings", "b"): Ground(2, {}), ("resources", "a"): Ground(3, {})}
    assert gone([item(PACT, "a")], grounds) == [("listings", "b"), ("resources", "a")]
