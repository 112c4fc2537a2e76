"""The English leaflet texts as they lie in their files: every fact has its source, and no discreet word gives away."""

from __future__ import annotations

import json
import re
import tomllib
from dataclasses import fields
from datetime import date
from typing import Any

import pytest

from champion_app.assets import resource
from champion_app.domain.leaflets import SIZES_OF, Block, BlockKind

Table = dict[str, Any]


def _read(name: str) -> Table:
    return tomllib.loads(resource("leaflets", name).read_text(encoding="utf-8"))


TEXTS = {path.name: _read(path.name) for path in sorted(resource("leaflets").glob("*.en.toml"))}
FIGURES = {one["id"] for one in tomllib.loads(resource("figures", "figures.toml").read_text("utf-8"))["figures"]}
LISTINGS = {one["id"] for one in json.loads(resource("directory", "listings.json").read_text("utf-8"))}
EACH = pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
FLYERS = {name: text for name, text in TEXTS.items() if any(block.get("flyer") for block in text["blocks"])}
EACH_FLYER = pytest.mark.parametrize("text", FLYERS.values(), ids=FLYERS.keys())
F9 = TEXTS["staff-child-tells-you.en.toml"]
AUDIENCES = {"families", "carers", "children", "staff"}
STAGES = {"arrest", "court", "imprisonment", "visiting", "keeping_in_touch", "money", "release", "any"}
ASKED_FOR = {
    "family-arrest", "family-court", "family-first-days", "family-visiting", "family-keeping-in-touch", "family-money",
    "family-coming-home", "going-into-prison", "carers-telling-the-children", "children-4-7", "children-8-11",
    "children-12-16", "staff-briefing", "staff-child-tells-you", "staff-do-and-dont", "sheets-we-carry", "charter",
    "charter-signing", "poster-talk-to-our-champion", "poster-you-are-not-alone",
}  # fmt: skip
FACT = re.compile(
    r"(arrest|court|first_days|visiting|keeping_in_touch|money|release|talking_to_children|school|feelings|"
    r"where_to_get_help)-\d{3}"
)
GIVES_AWAY = re.compile(r"prison|arrest|court|polic|sentenc|releas|jail|inmate|custody|offen[cds]|crime", re.IGNORECASE)
# "999" is safety advice that cannot change; every other number to ring comes from a checked listing.
TO_RING = re.compile(r"\d(?:[ -]?\d){3,}|(?<!\d)(?!999)\d{3}(?!\d)")
STATISTIC = re.compile(r"%|per ?cent|£|\d,\d|thousand|million|\b(?:one|two|three|four|\d+) in (?:three|ten|\d)", re.I)


def _said(block: Table) -> list[str]:
    """Everything a block can put on paper, in any of its wordings."""
    texts = [block.get(name, "") for name in ("text", "simple", "discreet")]
    rows = [item for name in ("items", "simple_items", "columns") for item in block.get(name, ())]
    return [words for words in [*texts, *rows] if words]


def _all_said(text: Table) -> list[str]:
    heads = [text[name] for name in ("title", "discreet_title", "subtitle", "discreet_subtitle", "summary")]
    return [*heads, *(words for block in text["blocks"] for words in _said(block))]


def _words(blocks: list[Table]) -> int:
    return sum(len(" ".join([block.get("text", ""), *block.get("items", ())]).split()) for block in blocks)


def _kinds(text: Table) -> list[str]:
    return [block["kind"] for block in text["blocks"]]


def _on_flyer(text: Table) -> list[Table]:
    return [block for block in text["blocks"] if block.get("flyer")]


def test_every_text_that_was_asked_for_is_there() -> None:
    assert not ASKED_FOR - {text["id"] for text in TEXTS.values()}


@pytest.mark.parametrize(("name", "text"), TEXTS.items())
def test_a_text_is_named_placed_and_a_draft(name: str, text: Table) -> None:
    assert name == f"{text['id']}.{text['language']}.toml"
    assert text["draft"] == "Draft: check with your service." and text["edition"] == "2026-11"
    assert text["audience"] in AUDIENCES and text["stage"] in STAGES
    youngest, oldest = text["reading_age"]
    assert 4 <= youngest < oldest <= 12
    assert text["audience"] == "staff" or oldest <= (12 if text["id"] == "children-12-16" else 11)


@EACH
def test_sizes_suit_the_kind_of_paper(text: Table) -> None:
    assert set(text["sizes"]) <= {size.value for size in SIZES_OF[text["kind"]]}
    assert text["sizes"] and len(set(text["sizes"])) == len(text["sizes"])


@EACH
def test_blocks_are_told_apart_and_of_a_known_kind(text: Table) -> None:
    ids = [block["id"] for block in text["blocks"]]
    assert len(set(ids)) == len(ids)
    assert set(_kinds(text)) <= {kind.value for kind in BlockKind}


@EACH
def test_a_block_that_states_facts_says_where_from_and_when_to_look_again(text: Table) -> None:
    for block in text["blocks"]:
        assert not [fact for fact in block["fact_ids"] if not FACT.fullmatch(fact)], block["id"]
        assert len(set(block["fact_ids"])) == len(block["fact_ids"]), block["id"]
        if block["fact_ids"] or block.get("figure") or block.get("volatile"):
            assert block["source"].startswith(("https://", "http://")), block["id"]
            assert isinstance(block["review_by"], date) and block["review_by"] > date(2026, 11, 30), block["id"]
        else:
            assert block["source"] == "" and "review_by" not in block, block["id"]


@EACH
def test_nothing_is_noted_in_a_block_that_nobody_reads(text: Table) -> None:
    for block in text["blocks"]:
        assert set(block) <= {field.name for field in fields(Block)}, block["id"]


@EACH
def test_what_changes_often_is_looked_at_within_six_months(text: Table) -> None:
    year, month = (int(part) for part in text["edition"].split("-"))
    latest = date(year + (month + 6 > 12), (month + 5) % 12 + 1, 1)
    for block in text["blocks"]:
        assert not block.get("volatile") or block["review_by"] <= latest, block["id"]


@EACH
def test_no_number_to_ring_and_no_statistic_is_typed_in(text: Table) -> None:
    for words in _all_said(text):
        assert not TO_RING.search(words), words
        assert not STATISTIC.search(words), words


@EACH
def test_figures_and_contacts_that_are_named_are_known(text: Table) -> None:
    for block in text["blocks"]:
        assert block.get("figure", "") in FIGURES | {""}, block["id"]
        assert set(block.get("suggest", ())) <= LISTINGS, block["id"]
        assert not block.get("suggest") or block["kind"] == "contacts", block["id"]


@EACH
def test_words_are_plain_and_set_as_print(text: Table) -> None:
    for words in _all_said(text):
        assert "!" not in words and "..." not in words and "  " not in words, words
        assert "'" not in words and '"' not in words, words
        assert words.count("“") == words.count("”"), words
        assert words == words.strip(), words


@EACH
def test_nothing_is_said_on_the_outside_of_a_discreet_paper(text: Table) -> None:
    """The cover of a folded leaflet holds its titles and what comes before the first heading; a poster is all cover."""
    blocks = text["blocks"]
    first = next((place for place, block in enumerate(blocks) if block["kind"] == "heading"), len(blocks))
    outside = [*blocks[:first], *(block for block in blocks if block["kind"] in ("champion", "qr"))]
    said = [text["discreet_title"], text["discreet_subtitle"]]
    if text["kind"] != "leaflet":
        outside = blocks
    elif "folded_a5" not in text["sizes"]:
        outside = []
    for block in outside:
        said += [block["discreet"]] if block.get("discreet") else _said(block)
    assert not [words for words in said if GIVES_AWAY.search(words)]


@EACH
def test_what_the_program_fills_in_stands_where_it_is_looked_for(text: Table) -> None:
    kinds = _kinds(text)
    assert kinds.count("champion") <= 1 and kinds.count("qr") <= 1 and kinds.count("contacts") <= 1
    if text["kind"] == "poster":
        assert kinds[-1] == "qr"
    elif "qr" in kinds:
        assert kinds[kinds.index("qr") + 1 :] == ["champion"]
    if "prison" in kinds:
        assert kinds[kinds.index("prison") + 1] == "contacts"
    if text["audience"] != "staff":
        assert {"champion", "qr"} <= set(kinds) and "safeguarding" not in kinds


@EACH
def test_what_is_filled_in_by_pen_has_room_for_it(text: Table) -> None:
    for block in text["blocks"]:
        lines = block["kind"] == "lines"
        assert bool(block.get("columns")) == lines and (block.get("empty_rows", 0) > 0) == lines, block["id"]
        assert bool(block.get("items")) == (block["kind"] in ("list", "steps", "ticks", "signatures")), block["id"]


@pytest.mark.parametrize("stage", sorted(STAGES - {"any"}))
def test_every_family_leaflet_has_its_short_form(stage: str) -> None:
    found = [text for text in TEXTS.values() if text["id"].startswith("family-") and text["stage"] == stage]
    assert len(found) == 1
    assert {"dl", "a5"} <= set(found[0]["sizes"]) and _on_flyer(found[0])


@EACH_FLYER
def test_a_flyer_is_short_and_whole(text: Table) -> None:
    short = _on_flyer(text)
    assert "a5" in text["sizes"]
    assert 60 <= _words(short) <= 200
    filled = {block["kind"] for block in text["blocks"]} & {"champion", "qr", "contacts"}
    assert "champion" in filled and filled <= {block["kind"] for block in short}


@EACH_FLYER
def test_nothing_on_a_flyer_hangs_in_the_air(text: Table) -> None:
    """A heading, or words that end in a colon, are followed on the flyer by what follows them in the leaflet."""
    for block, following in zip(text["blocks"], text["blocks"][1:], strict=False):
        before_a_list = block.get("text", "").endswith(":") and following["kind"] == "list"
        leads_on = block["kind"] == "heading" or before_a_list
        assert not (block.get("flyer") and leads_on) or following.get("flyer"), block["id"]


@pytest.mark.parametrize("name", ["poster-talk-to-our-champion", "poster-you-are-not-alone"])
def test_a_poster_is_read_in_passing_and_is_its_own_flyer(name: str) -> None:
    text = TEXTS[f"{name}.en.toml"]
    assert "a5" in text["sizes"] and not _on_flyer(text)
    assert 20 <= _words(text["blocks"]) <= 60


def test_F9_the_policy_and_the_lead_come_before_anything_to_do() -> None:
    kinds = _kinds(F9)
    assert F9["sizes"] == ["a4"] and kinds[:2] == ["note", "safeguarding"]
    assert "safeguarding policy comes first" in F9["blocks"][0]["text"]
    assert kinds.index("safeguarding") < kinds.index("steps") < kinds.index("contacts") < kinds.index("champion")
    assert [block["suggest"] for block in F9["blocks"] if block["kind"] == "contacts"] == [
        ["childline", "prisoners-families-helpline"]
    ]


def test_F9_fits_one_side_and_has_no_place_to_write_about_a_child() -> None:
    assert _words(F9["blocks"]) <= 230
    assert not {"lines", "ticks", "signatures"} & set(_kinds(F9))
    steps = " ".join(next(block["items"] for block in F9["blocks"] if block["kind"] == "steps"))
    for said in ("Do not promise", "leading questions", "straight away", "Write it down", "No child’s name"):
        assert said in steps, said


def test_the_briefing_takes_its_numbers_from_the_figures() -> None:
    blocks = TEXTS["staff-briefing.en.toml"]["blocks"]
    figures = [block["figure"] for block in blocks if block.get("figure") and block["kind"] == "text"]
    assert len(set(figures)) == len(figures) >= 3
    assert not re.search(r"\d", " ".join(words for block in blocks for words in _said(block)))


def test_the_charter_can_be_read_from_across_a_room() -> None:
    blocks = TEXTS["charter.en.toml"]["blocks"]
    promises = next(block["items"] for block in blocks if block["kind"] == "list")
    assert 6 <= len(promises) <= 7 and max(len(promise.split()) for promise in promises) <= 14
    assert [block["kind"] for block in blocks].count("signatures") == 1
    signing = next(block for block in TEXTS["charter-signing.en.toml"]["blocks"] if block["kind"] == "lines")
    assert signing["columns"] == ["Name", "Role", "Date", "Signature"] and signing["empty_rows"] == 16
