"""Our own words of a leaflet stay apart from the shipped text, and follow it where they are not ours."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from champion_app.domain.leaflets import ITEM_KINDS, Block, BlockKind, Size, Template
from champion_app.domain.own_words import (
    ADDABLE,
    HEAD,
    OwnWords,
    add,
    arranged,
    as_shipped,
    as_table,
    differences,
    from_table,
    hide,
    move,
    remove,
    say,
    says_something,
    with_own_words,
)

BLOCKS = (
    Block("intro", BlockKind.TEXT, "You are not alone.", simple="You are not alone!", discreet="Hello."),
    Block("first", BlockKind.HEADING, "What to do first"),
    Block("list", BlockKind.LIST, items=("Ring us", "Rest"), simple_items=("Ring",)),
    Block("contacts", BlockKind.CONTACTS, "These people help."),
    Block("champion", BlockKind.CHAMPION, "Ask for:"),
)
TEMPLATE = Template(
    "t", "2026-11", "leaflet", "Arrested", "Help", "Now", "Help for you", "families", "arrest", "en", ("England",),
    (9, 11), (Size.A4,), "Draft", "", BLOCKS,
)  # fmt: skip


def _ids(template: Template) -> list[str]:
    return [block.id for block in template.blocks]


def test_one_word_changed_leaves_all_others_as_shipped() -> None:
    own = say(OwnWords(), TEMPLATE, "intro", "text", "We are here.")
    ours = with_own_words(TEMPLATE, own)
    assert ours.changed and ours.blocks[0].text == "We are here."
    assert ours.blocks[0].simple == "You are not alone!" and ours.blocks[1:] == BLOCKS[1:]
    assert not TEMPLATE.changed and TEMPLATE.blocks[0].text == "You are not alone."


def test_saying_what_is_shipped_makes_it_no_longer_ours() -> None:
    own = say(say(OwnWords(), TEMPLATE, "list", "items", ("Sleep",)), TEMPLATE, HEAD, "title", "Taken by the police")
    assert with_own_words(TEMPLATE, own).title == "Taken by the police"
    own = say(own, TEMPLATE, "list", "items", ("Ring us", "Rest"))
    assert say(own, TEMPLATE, HEAD, "title", "Arrested").none
    assert as_shipped(own, HEAD, "title").none and as_shipped(own, HEAD).none


def test_a_title_of_nothing_prints_the_shipped_one() -> None:
    assert with_own_words(TEMPLATE, say(OwnWords(), TEMPLATE, HEAD, "title", "  ")).title == "Arrested"


def test_hidden_blocks_are_off_the_paper_and_still_there_to_bring_back() -> None:
    own = hide(OwnWords(), "first", True)
    assert "first" not in _ids(with_own_words(TEMPLATE, own))
    assert [one.block.id for one in arranged(TEMPLATE, own)] == _ids(TEMPLATE)
    assert hide(own, "first", False).none


def test_a_block_moved_and_moved_back_is_as_shipped() -> None:
    own = move(OwnWords(), TEMPLATE, "contacts", -3)
    assert _ids(with_own_words(TEMPLATE, own))[0] == "contacts"
    assert move(own, TEMPLATE, "contacts", 3).none
    assert move(OwnWords(), TEMPLATE, "intro", -1).none and move(OwnWords(), TEMPLATE, "nothing", 1).none


def test_a_block_of_our_own_stands_where_it_was_put_and_can_be_taken_away() -> None:
    own, name = add(OwnWords(), TEMPLATE, BlockKind.NOTE, after="first")
    own = say(own, TEMPLATE, name, "text", "Our door is open.")
    assert _ids(with_own_words(TEMPLATE, own)) == ["intro", "first", name, "list", "contacts", "champion"]
    other, second = add(own, TEMPLATE, BlockKind.LIST)
    other = say(other, TEMPLATE, second, "items", ("One",))
    assert second != name and _ids(with_own_words(TEMPLATE, other))[-1] == second
    assert name not in _ids(with_own_words(TEMPLATE, remove(own, name)))


def test_a_newer_text_comes_through_wherever_nothing_is_ours() -> None:
    own = say(move(OwnWords(), TEMPLATE, "champion", -4), TEMPLATE, "intro", "text", "We are here.")
    added = Block("new", BlockKind.TEXT, "A new fact.")
    newer = replace(TEMPLATE, blocks=(replace(BLOCKS[0], text="Newer"), replace(BLOCKS[1], text="Do this"), added,
                                      *BLOCKS[2:4], BLOCKS[4]))  # fmt: skip
    ours = with_own_words(newer, own)
    assert _ids(ours) == ["champion", "intro", "first", "new", "list", "contacts"]
    assert ours.blocks[1].text == "We are here." and ours.blocks[2].text == "Do this"
    (one,) = differences(TEMPLATE, newer, own)
    assert (one.where, one.name, one.then, one.now, one.ours) == (
        "intro", "text", "You are not alone.", "Newer", "We are here.",
    )  # fmt: skip
    assert one.moved_on and not differences(newer, newer, own)[0].moved_on
    assert differences(TEMPLATE, None, own)[0].now is None


def test_a_block_that_is_no_longer_shipped_takes_our_words_of_it_along() -> None:
    own = say(OwnWords(), TEMPLATE, "intro", "text", "We are here.")
    gone = replace(TEMPLATE, blocks=BLOCKS[1:])
    assert _ids(with_own_words(gone, own)) == ["first", "list", "contacts", "champion"]
    assert differences(TEMPLATE, gone, own)[0].now is None


def test_a_block_whose_words_were_all_taken_out_is_off_the_paper_and_its_place_is_kept() -> None:
    own = say(OwnWords(), TEMPLATE, "intro", "text", " ")
    own, name = add(say(own, TEMPLATE, "contacts", "text", ""), TEMPLATE, BlockKind.LIST)
    assert _ids(with_own_words(TEMPLATE, own)) == ["first", "list", "contacts", "champion"]
    assert [one.block.id for one in arranged(TEMPLATE, own)] == [*_ids(TEMPLATE), name]


def test_a_text_never_becomes_items_nor_items_a_text() -> None:
    for where, name, words in (("list", "text", ("a",)), ("intro", "items", ("a",)), ("list", "items", "a")):
        assert with_own_words(TEMPLATE, say(OwnWords(), TEMPLATE, where, name, words)).blocks == BLOCKS  # type: ignore[arg-type]
    assert say(OwnWords(), TEMPLATE, "intro", "source", "x").none and say(OwnWords(), TEMPLATE, HEAD, "id", "x").none


names = st.sampled_from([*_ids(TEMPLATE), "ours-1", "ours-2", "nothing", HEAD])
edits = st.one_of(
    st.tuples(st.just("say"), names, st.sampled_from(["text", "items", "simple", "title", "discreet"]), st.text()),
    st.tuples(st.just("items"), names, st.lists(st.text(), max_size=3)),
    st.tuples(st.just("hide"), names, st.booleans()),
    st.tuples(st.just("move"), names, st.integers(-6, 6)),
    st.tuples(st.just("add"), names, st.sampled_from(ADDABLE)),
    st.tuples(st.just("remove"), names),
    st.tuples(st.just("back"), names),
)


def _edited(own: OwnWords, edit: tuple[object, ...]) -> OwnWords:
    match edit:
        case ("say", str(where), str(name), str(words)):
            return say(own, TEMPLATE, where, name, words)
        case ("items", str(where), list(items)):
            return say(own, TEMPLATE, where, "items", tuple(items))
        case ("hide", str(where), bool(hidden)):
            return hide(own, where, hidden)
        case ("move", str(where), int(step)):
            return move(own, TEMPLATE, where, step)
        case ("add", str(after), BlockKind() as kind):
            return add(own, TEMPLATE, kind, after)[0]
        case ("remove", str(where)):
            return remove(own, where)
        case ("back", str(where)):
            return as_shipped(own, where)
    raise AssertionError(edit)


@settings(max_examples=300, deadline=None, database=None)
@given(st.lists(edits, max_size=12))
def test_any_edits_keep_every_shipped_block_once_and_can_be_kept_and_read_again(made: list[tuple[object, ...]]) -> None:
    own = OwnWords()
    for edit in made:
        own = _edited(own, edit)
        placed = [one.block.id for one in arranged(TEMPLATE, own)]
        assert sorted(placed) == sorted({*_ids(TEMPLATE), *(block.id for block in own.added)})
        assert from_table(as_table(own)) == own
        paper = with_own_words(TEMPLATE, own)
        said = {one.block.id for one in arranged(TEMPLATE, own) if says_something(one.block)}
        assert [block.id for block in paper.blocks] == [name for name in placed if name in said - own.hidden]
        assert all(not block.items or block.kind in ITEM_KINDS for block in paper.blocks)
    for name in {*_ids(TEMPLATE), HEAD}:
        own = as_shipped(own, name)
    shipped = [one.block for one in arranged(TEMPLATE, own) if one.shipped is not None]
    assert sorted(shipped, key=lambda b: b.id) == sorted(BLOCKS, key=lambda b: b.id)
