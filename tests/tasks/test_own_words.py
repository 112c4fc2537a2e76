"""A leaflet in our own words: kept, undone, compared with a newer text, made a leaflet of our own."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from champion_app.domain.leaflets import BlockKind, LeafletChoices, Size
from champion_app.domain.own_words import HEAD, OwnWords, add, hide, say
from champion_app.domain.packs import LeafletText, PackAbout, PackContents, PackItem, Retired
from champion_app.domain.text_checks import Reading
from champion_app.exchange.packs import write_pack
from champion_app.faults import NoLongerThere, TooLong, UnknownName, WordsNeeded
from champion_app.store.binder import Binder
from champion_app.tasks import binders, leaflet_texts, leaflets, own_words, pack_making, packs, search, text_checks

ARREST = "family-arrest"


def _say(binder: Binder, key: str, where: str, name: str, words: str) -> None:
    own = own_words.words_of(binder, key)
    own_words.keep_words(binder, key, say(own, own_words.beneath(binder, key), where, name, words), f"{where} {name}")


def _text(binder: Binder | None, key: str, block: str) -> str:
    return next(one.text for one in leaflets.template(key, binder).blocks if one.id == block)


def test_our_words_are_printed_and_the_shipped_text_is_untouched(binder: Binder) -> None:
    _say(binder, ARREST, "intro", "text", "We have been\r\nthere. \x00")
    assert _text(binder, ARREST, "intro") == "We have been\nthere. "
    assert leaflets.template(ARREST, binder).changed and not leaflets.template(ARREST).changed
    assert _text(None, ARREST, "intro") == own_words.beneath(binder, ARREST).blocks[0].text
    (one,) = own_words.changes(binder, ARREST)
    assert (one.where, one.name, one.moved_on) == ("intro", "text", False)
    assert ("leaflet", ARREST) in [(hit.kind, hit.id) for hit in search.find(binder, "have been there")]


def test_typing_on_is_one_thing_to_undo_and_the_last_word_out_leaves_nothing(binder: Binder) -> None:
    shipped = _text(binder, ARREST, "intro")
    for words in ("W", "We", "We are"):
        _say(binder, ARREST, "intro", "text", words)
    _say(binder, ARREST, HEAD, "title", "Taken by the police")
    binder.undo()
    assert leaflets.template(ARREST, binder).title == leaflets.template(ARREST).title
    assert _text(binder, ARREST, "intro") == "We are"
    binder.undo()
    assert _text(binder, ARREST, "intro") == shipped
    binder.redo()
    _say(binder, ARREST, "intro", "text", shipped)
    assert binder.rows("SELECT * FROM own_words") == []


def test_everything_of_ours_can_be_let_go_and_brought_back(binder: Binder) -> None:
    _say(binder, ARREST, "intro", "text", "Ours")
    own_words.as_shipped(binder, ARREST)
    own_words.as_shipped(binder, ARREST)
    assert not leaflets.template(ARREST, binder).changed
    binder.undo()
    assert _text(binder, ARREST, "intro") == "Ours"


def test_a_leaflet_of_our_own_stands_beside_the_one_it_was_made_from(binder: Binder) -> None:
    _say(binder, ARREST, "intro", "text", "For our families")
    key = own_words.save_as_own(binder, ARREST, "  After a visit by the police ")
    own = leaflets.template(key, binder)
    assert (own.title, own.base, own.changed) == ("After a visit by the police", ARREST, True)
    assert _text(binder, key, "intro") == "For our families"
    ids = [item.id for item in leaflets.templates(binder)]
    assert ids.index(key) == max(ids.index(one) for one in ids if one.startswith(ARREST)) + 1
    _say(binder, key, "intro", "text", "Only here")
    assert _text(binder, ARREST, "intro") == "For our families"
    copy = own_words.save_as_own(binder, key, "A second one")
    assert _text(binder, copy, "intro") == "Only here" and leaflets.template(copy, binder).base == ARREST
    own_words.rename_own(binder, copy, "Renamed")
    assert leaflets.template(copy, binder).title == "Renamed"
    own_words.as_shipped(binder, copy)
    assert _text(binder, copy, "intro") == _text(None, ARREST, "intro")
    own_words.remove_own(binder, key)
    with pytest.raises(UnknownName):
        leaflets.template(key, binder)
    binder.undo()
    assert _text(binder, key, "intro") == "Only here"


def test_bad_orders_are_refused_and_nothing_changes(binder: Binder) -> None:
    with pytest.raises(WordsNeeded):
        own_words.save_as_own(binder, ARREST, " ")
    with pytest.raises(TooLong):
        own_words.keep_words(binder, ARREST, OwnWords(blocks={"intro": {"text": "x" * 2_000_001}}))
    for key in ("own-77", "nothing"):
        with pytest.raises(NoLongerThere):
            own_words.save_as_own(binder, key, "x")
        with pytest.raises(NoLongerThere):
            own_words.beneath(binder, key)
    with pytest.raises(NoLongerThere):
        own_words.keep_words(binder, "own-77", OwnWords(hidden=frozenset({"intro"})))
    for refused in (own_words.remove_own, lambda b, k: own_words.rename_own(b, k, "x")):
        with pytest.raises(NoLongerThere):
            refused(binder, ARREST)
    assert binder.rows("SELECT * FROM own_words") == []


@pytest.fixture
def packed(binder: Binder, tmp_path: Path) -> Iterator[Any]:
    """Takes in a pack with an edition of a leaflet text, or retires it."""
    table = dict(leaflet_texts.tables()[ARREST]) | {"id": "area-leaflet", "title": "From the area"}
    numbers = iter(range(1, 99))

    def take(intro: str | None) -> None:
        blocks = [{**block, "text": intro} if block["id"] == "intro" else block for block in table["blocks"]]
        item = PackItem("leaflet_texts", "area-leaflet", LeafletText(_plain({**table, "blocks": blocks})))
        number, path = next(numbers), tmp_path / "area.championpack"
        path.unlink(missing_ok=True)
        retired = () if intro is not None else (Retired("leaflet_texts", "area-leaflet", "Old"),)
        about = PackAbout("p", "Area", "Bristol", number, date(2026, 11, number))
        write_pack(PackContents(about, (item,) if intro is not None else (), retired), path)
        packs.take_in(binder, packs.look(binder, packs.read(path)), {})

    yield take


def _plain(table: dict[str, Any]) -> dict[str, Any]:
    plain: dict[str, Any] = json.loads(json.dumps(table, default=str))
    return plain


def test_our_words_survive_the_next_edition_of_a_pack_and_say_that_it_moved_on(binder: Binder, packed: Any) -> None:
    packed("First edition.")
    _say(binder, "area-leaflet", "intro", "text", "Ours.")
    own_words.keep_words(binder, "area-leaflet", hide(own_words.words_of(binder, "area-leaflet"), "school", True))
    assert own_words.moved_on(binder) == set()
    packed("Second edition.")
    assert _text(binder, "area-leaflet", "intro") == "Ours."
    assert own_words.moved_on(binder) == {"area-leaflet"}
    (one,) = own_words.changes(binder, "area-leaflet")
    assert (one.then, one.now, one.ours) == ("First edition.", "Second edition.", "Ours.")
    own_words.stay_with_ours(binder, "area-leaflet")
    assert own_words.moved_on(binder) == set() and _text(binder, "area-leaflet", "intro") == "Ours."


def test_our_words_survive_a_text_that_is_no_longer_shipped(binder: Binder, packed: Any) -> None:
    packed("First edition.")
    own = own_words.save_as_own(binder, "area-leaflet", "Kept by us")
    _say(binder, "area-leaflet", "intro", "text", "Ours.")
    packed(None)
    assert _text(binder, "area-leaflet", "intro") == "Ours."
    assert _text(binder, own, "intro") == "First edition."
    assert "area-leaflet" not in leaflet_texts.as_shipped(binder)


def test_a_named_person_settles_the_draft_until_a_word_is_changed(binder: Binder) -> None:
    wanted = leaflets.template(ARREST, binder)
    assert wanted.draft and "Draft" in _paper(binder).imprint
    with pytest.raises(WordsNeeded):
        text_checks.note_check(binder, wanted, Reading.WORDS, " ")
    text_checks.note_check(binder, wanted, Reading.WORDS, "Jo Lead", date(2026, 11, 25))
    settled = leaflets.template(ARREST, binder)
    assert settled.draft == "" and "Draft" not in _paper(binder).imprint
    check = text_checks.check_of(binder, settled, Reading.WORDS)
    assert check is not None and text_checks.holds(check, settled) and check.checked_by == "Jo Lead"
    assert text_checks.check_of(binder, settled, Reading.SPEAKER) is None
    _say(binder, ARREST, "intro", "text", "Other words")
    changed = leaflets.template(ARREST, binder)
    assert changed.draft and not text_checks.holds(check, changed)
    binder.undo()
    assert leaflets.template(ARREST, binder).draft == ""
    text_checks.take_back_check(binder, check.id)
    assert leaflets.template(ARREST, binder).draft


def _paper(binder: Binder) -> Any:
    return leaflets.compose_leaflet(binder, leaflets.template(ARREST, binder), LeafletChoices(), ())


def test_our_words_travel_in_a_pack_and_stand_in_the_leaflets_place_there(
    binder: Binder, tmp_path: Path, started_binder_file: Path
) -> None:
    _say(binder, ARREST, "intro", "text", "Words of the area.")
    own = own_words.keep_words(binder, ARREST, hide(own_words.words_of(binder, ARREST), "school", True))
    added, name = add(own, own_words.beneath(binder, ARREST), BlockKind.NOTE, "intro")
    own_words.keep_words(binder, ARREST, say(added, own_words.beneath(binder, ARREST), name, "text", "Ring us."))
    own_words.save_as_own(binder, "family-arrest.cy", "O'r ardal")
    wanted = pack_making.everything_of_ours(binder)["leaflet_texts"]
    assert len(wanted) == 2
    choice = pack_making.PackChoice("Area", "Bristol", {"leaflet_texts": wanted})
    path = pack_making.save_pack(binder, pack_making.put_together(binder, choice), tmp_path / "a.championpack")
    other = binders.open_binder(Path(shutil.copy(started_binder_file, tmp_path / "other.champion")))
    packs.take_in(other, packs.look(other, packs.read(path)), {})
    there = leaflets.template(ARREST, other)
    assert [(b.kind, b.text) for b in there.blocks] == [
        (b.kind, b.text) for b in leaflets.template(ARREST, binder).blocks
    ]
    (welsh,) = [one for one in leaflets.templates(other) if one.title == "O'r ardal"]
    assert welsh.language == "cy" and welsh.unspoken
    other.close()


def test_the_sheet_for_when_a_child_tells_never_loses_whom_to_tell(binder: Binder, packed: Any, tmp_path: Path) -> None:
    told = leaflets.CHILD_TELLS
    own = own_words.words_of(binder, told)
    for block in leaflets.template(told, binder).blocks:
        own = hide(own, block.id, True)
    own_words.keep_words(binder, told, own)
    assert [block.kind for block in leaflets.template(told, binder).blocks] == [BlockKind.SAFEGUARDING]
    own_words.as_shipped(binder, told)
    block = {"id": "x", "kind": "text", "text": "Do nothing."}
    table = _plain({**leaflet_texts.tables()[told], "blocks": [block]})
    item = PackItem("leaflet_texts", told, LeafletText(table))
    path = tmp_path / "odd.championpack"
    write_pack(PackContents(PackAbout("odd", "Odd", "X", 1, date(2026, 11, 25)), (item,)), path)
    packs.take_in(binder, packs.look(binder, packs.read(path)), {})
    kinds = [block.kind for block in leaflets.template(told, binder).blocks]
    assert kinds == [BlockKind.NOTE, BlockKind.SAFEGUARDING, BlockKind.TEXT]


def test_a_leaflet_without_help_or_without_words_says_so(binder: Binder) -> None:
    own = own_words.words_of(binder, ARREST)
    for name in ("contacts", "champion"):
        own = hide(own, name, True)
    own_words.keep_words(binder, ARREST, own)
    wanted = leaflets.template(ARREST, binder)
    said = leaflets.cautions(wanted, leaflets.compose_leaflet(binder, wanted, LeafletChoices(discreet=True), ()))
    assert any("Nobody to turn to" in one for one in said)
    for block in wanted.blocks:
        own = hide(own, block.id, True)
    own_words.keep_words(binder, ARREST, own)
    wanted = leaflets.template(ARREST, binder)
    flat = LeafletChoices(Size.A4, discreet=True)
    said = leaflets.cautions(wanted, leaflets.compose_leaflet(binder, wanted, flat, ()))
    assert any("Nothing stands on it" in one for one in said) and any("only its title" in one for one in said)
