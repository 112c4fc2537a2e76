"""The help as plain data: what is a line, what is found, and what comes first."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from champion_app.domain.help_topics import (
    Code,
    Heading,
    Note,
    Paragraph,
    Points,
    Steps,
    Table,
    Topic,
    around,
    lines_of,
    look_for,
    stems_of,
    unknown,
    vocabulary,
    where_in,
)

RINGING = Topic(
    "ringing",
    "Ringing round",
    (
        Paragraph("A number is only as good as its day. Ring it twice a year."),
        Steps(("Press the button.", "Ring, and say who you are.")),
        Table(("Key", "Button"), (("1", "Right"), ("2", "Changed", "type the new number"))),
    ),
)
LEAFLETS = Topic(
    "leaflets",
    "Leaflets",
    (
        Heading("On paper"),
        Paragraph("Tick the services that should stand on a leaflet."),
        Note("Leaflets without a checked number show no number."),
        Points(("Print it.", "Save it.")),
        Code("champion-app print leaflet\n\n  --out FILE"),
    ),
    see_also=("ringing",),
)
TOPICS = (RINGING, LEAFLETS)


def test_the_summary_is_the_first_sentence_people_read() -> None:
    assert RINGING.summary == "A number is only as good as its day."
    assert Topic("empty", "Empty").summary == ""


def test_every_line_that_can_be_read_is_there_with_its_block() -> None:
    assert [(line.block, line.text) for line in LEAFLETS.lines] == [
        (-1, "Leaflets"),
        (0, "On paper"),
        (1, "Tick the services that should stand on a leaflet."),
        (2, "Leaflets without a checked number show no number."),
        (3, "Print it."),
        (3, "Save it."),
        (4, "champion-app print leaflet"),
        (4, "--out FILE"),
    ]
    assert [line.text for line in RINGING.lines][-2:] == ["1: Right", "2: Changed type the new number"]
    assert lines_of(Table((), (("It is full.", "", "Empty it."),))) == ("It is full. Empty it.",)


def test_a_word_in_a_title_comes_first_and_the_best_line_is_named() -> None:
    found = look_for(TOPICS, stems_of("leaflets"))
    assert [hit.topic.id for hit in found.hits] == ["leaflets"]
    found = look_for(TOPICS, stems_of("number"))
    assert [hit.topic.id for hit in found.hits] == ["ringing", "leaflets"]
    found = look_for(TOPICS, stems_of("number leaflet"))
    assert [hit.topic.id for hit in found.hits] == ["leaflets"], "only there do both occur"
    assert found.hits[0].line.text == "Leaflets without a checked number show no number."
    assert not found.loose


def test_a_title_alone_is_enough() -> None:
    found = look_for((Topic("undo", "Undo", (Paragraph("Take back the last thing."),)),), ("undo",))
    assert found.hits[0].line.block == -1


def test_without_a_topic_that_has_every_word_those_with_some_come_and_that_is_said() -> None:
    found = look_for(TOPICS, stems_of("leaflet unicorn"))
    assert [hit.topic.id for hit in found.hits] == ["leaflets"]
    assert found.loose
    assert look_for(TOPICS, stems_of("unicorn")).hits == ()
    assert look_for(TOPICS, ()).hits == ()


def test_words_are_met_at_their_beginning_whatever_their_ending_accents_and_capitals() -> None:
    cafe = Topic("cafe", "Caffi Dŵr", (Paragraph("Printing leaflets"),))
    for typed in ("DWR", "printed leaflet", "caf"):
        assert look_for((cafe,), stems_of(typed)).hits, typed
    assert not look_for((cafe,), stems_of("inting")).hits, "not in the middle of a word"


def test_small_words_do_not_count_unless_there_is_nothing_else() -> None:
    assert stems_of("how do I print a leaflet") == ("print", "leaflet")
    assert stems_of("where is it") == ("where", "is", "it")
    assert stems_of("4 year old") == ("4", "year", "old")
    assert stems_of("   ") == ()


def test_words_that_stand_nowhere_are_known_and_so_is_the_vocabulary() -> None:
    assert unknown(TOPICS, ("leaflet", "leflet", "numb")) == ["leflet"]
    words = vocabulary(TOPICS)
    assert words["number"] == 4
    assert "leaflets" in words


def test_a_long_line_is_shown_from_shortly_before_the_word() -> None:
    text = "When there is nothing left to do in the whole wide world, Champion says so and you can close the window."
    assert around(text, ("close",)) == "… says so and you can close the window."
    assert around(text, ("when",)) == text
    assert around("x" * 90 + "close", ("xxx",)) == "x" * 90 + "close"
    assert where_in(text, ("champion",)) == (text.index("Champion"), 8)
    assert where_in(text, ("unicorn",)) == (0, 0)


@settings(deadline=None, database=None, max_examples=300)
@given(st.text(max_size=80), st.text(max_size=80))
def test_any_text_typed_and_any_text_searched_is_safe(typed: str, written: str) -> None:
    topic = Topic("any", written, (Paragraph(written), Table((), ((written, written),)), Code(written)))
    stems = stems_of(typed)
    for hit in look_for((topic, RINGING), stems).hits:
        start, length = where_in(hit.line.text, stems)
        assert 0 <= start <= len(hit.line.text) - length
        assert around(hit.line.text, stems)
    assert isinstance(unknown((topic,), stems), list)
