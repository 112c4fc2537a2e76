"""Breaking lines."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from champion_app.paper import shaping
from champion_app.paper.lines import Line, Span, break_lines, keeps_numbers_together, letter_faces, visual_order
from champion_app.paper.text import one_line, whole_numbers

SENTENCES = st.lists(st.text(st.characters(codec="utf-8"), max_size=25), max_size=12).map(" ".join).map(one_line)


def words_of(lines: list[Line]) -> str:
    return " ".join("".join(fragment.text for fragment in line.fragments) for line in lines)


@given(SENTENCES, st.floats(30, 300), st.booleans())
@settings(max_examples=60, deadline=None)
def test_no_line_is_wider_than_the_frame(text: str, width: float, from_right: bool) -> None:
    lines = break_lines([Span(text)], 12, width, "", from_right)
    for line in lines:
        alone = sum(len(fragment.text) for fragment in line.fragments) <= 2
        assert line.width <= width + 0.01 or alone


@given(st.lists(st.text("abcdefgŵżж-./@", min_size=1, max_size=40), max_size=30), st.floats(40, 300))
def test_every_letter_is_still_there_in_order(words: list[str], width: float) -> None:
    lines = break_lines([Span(" ".join(words))], 12, width, "", False)
    assert words_of(lines).replace(" ", "") == "".join(words)


def test_a_bold_beginning_flows_into_the_words_after_it() -> None:
    lines = break_lines([Span("Where: ", True), Span("the office")], 12, 300, "", False)
    assert len(lines) == 1
    assert [(fragment.text, fragment.face.bold) for fragment in lines[0].fragments] == [
        ("Where: ", True),
        ("the office", False),
    ]


def test_an_address_is_cut_where_it_can_be_read() -> None:
    lines = break_lines([Span("https://www.prisonersfamilies.org/information-sheets/visiting")], 12, 120, "", False)
    assert all(line.cut for line in lines[:-1]) and not lines[-1].cut
    assert all(words_of([line])[-1] in "/-." for line in lines[:-1])


def test_a_phone_number_is_not_cut() -> None:
    lines = break_lines([Span(whole_numbers("You can ring 0808 808 2003"))], 12, 120, "", False)
    assert words_of([lines[-1]]).replace("\u00a0", " ") == "0808 808 2003"


@pytest.mark.parametrize(
    ("levels", "order"),
    [([], []), ([0, 0], [0, 1]), ([1, 1], [1, 0]), ([0, 1, 2, 1, 0], [0, 3, 2, 1, 4]), ([1, 2, 2, 1], [3, 1, 2, 0])],
)
def test_runs_stand_where_the_bidi_rules_put_them(levels: list[int], order: list[int]) -> None:
    assert visual_order(levels) == order


def test_a_phone_number_keeps_its_order_in_text_that_runs_from_the_right() -> None:
    text = keeps_numbers_together(whole_numbers("فون 0808 808 2003 پر"))
    (line,) = break_lines([Span(text)], 12, 400, "ur", True)
    number = "".join(f.text for f in line.fragments if f.text.strip()[:1].isdigit()).replace("\u00a0", " ")
    first, last = line.fragments[0], line.fragments[-1]
    assert number.strip() == "0808 808 2003"
    assert first.x > last.x


def test_marks_stay_with_their_letters() -> None:
    faces = letter_faces("x\u0302 ж\u0301 ਕਿ", False)
    assert faces[0] is faces[1]
    assert faces[3] is faces[4]
    assert faces[6] is faces[7]


def test_letters_join() -> None:
    """The three letters of a word take three different shapes, none of them the lone one."""
    (line,) = break_lines([Span("ببب")], 12, 100, "ur", True)
    shaped = line.fragments[0].shaped
    assert shaped is not None and shaped.right_to_left
    lone = line.fragments[0].face.glyph_of["ب"]
    bases = [glyph.number for glyph in shaped.glyphs if glyph.advance]
    assert len(set(bases)) == 3 and lone not in bases


def test_levels_of_a_mixed_line() -> None:
    assert shaping.levels("ab سل 12", 0) == [0, 0, 0, 1, 1, 1, 2, 2]
    assert shaping.runs_right_to_left("ur-PK") and not shaping.runs_right_to_left("cy")
