"""The reading age: known grades, what counts as a word and a sentence, and that splitting a sentence never harms."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from champion_app.domain.leaflets import Block, BlockKind, Size, Template
from champion_app.domain.reading_age import MEASURED_IN, ReadingAge, measured, reading_age, reading_age_of

ANY_TEXT = st.text(alphabet=st.characters(codec=None, exclude_categories=()), max_size=400)
SAID = ("the", "dog", "children", "we", "prison", "family", "visit", "and", "know", "safeguarding", "tomorrow", "I",
        "Sam", "ID", "e.g.", "don’t", "grown-up", "no")  # fmt: skip
EASY = """We can talk. You can ask. They will hear. It is fine. Come in and sit with us. Have a cup of tea.
We are here to help you and your mum now."""


def measured_text(text: str) -> ReadingAge:
    found = reading_age(text)
    assert found is not None
    return found


def padded(text: str) -> ReadingAge:
    """The text after eight lines of four words, so that it is long enough to be measured."""
    return measured_text("\n".join(["we go home now"] * 8 + [text]))


def template(*blocks: Block, language: str = "en") -> Template:
    return Template("t", "2026-11", "leaflet", "T", "T", "", "", "families", "any", language, ("England",), (9, 11),
                    (Size.A4,), "", "", blocks)  # fmt: skip


@pytest.mark.parametrize(
    ("sentence", "words", "spoken", "age"),
    [
        # grade = 0.39 x words + 11.8 x syllables / words - 15.59, worked out by hand; the age is five more
        ("The dog sat on the mat by the back door.", 10, 10, 5.1),
        ("The children will visit their father in prison on Saturday morning.", 11, 18, 13.0),
        ("I will look after you now, and you can ask me what you like.", 14, 15, 7.5),
        ("Every worried parent may telephone our champion.", 7, 14, 15.7),
        ("If the person who was sent to prison is ill you can ring and ask staff to tell the doctor.", 20, 23, 10.8),
    ],
)  # fmt: skip
def test_known_grades(sentence: str, words: int, spoken: int, age: float) -> None:
    assert age == pytest.approx(0.39 * words + 11.8 * spoken / words - 15.59 + 5, abs=0.051)
    found = measured_text(" ".join([sentence] * 6))
    assert (found.words, found.sentences, found.age) == (words * 6, 6, age)


def test_too_short_to_say() -> None:
    assert reading_age("") is None
    assert reading_age("one " * 29) is None
    assert measured_text("one " * 30).words == 30


def test_nothing_is_easier_than_five() -> None:
    assert measured_text("Go. " * 40).age == 5.0


def test_every_line_is_a_sentence_also_without_a_stop() -> None:
    lines = ["A heading", "- a list item", "• another item", "2. a step", "", "   ", "Last line."]
    found = padded("\n".join(lines))
    assert found.sentences == 8 + 5
    assert found.words == 32 + 2 + 3 + 2 + 2 + 2  # the number of a step and the bullets are no words


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Say: “I do not know. When I hear, you will hear.”", 2),
        ("“Who else will you tell?” asked Mum.", 1),
        ("Why? Who knows!! Nobody… Or perhaps.", 4),
        ("Ask Mr. Khan, Dr. Lee or J. Smith.", 1),
        ("Bring ID, e.g. a passport, by 10 a.m. on the day.", 1),
        ("Come at 10 a.m. Bring ID.", 2),
        ("They said no. See form No. 5.", 2),
        ("ring us. we are here.", 2),
        ("No space after this.Then more.", 2),
        ("It costs £1.50 (or 3.5 euro).", 1),
        ("Look at gov.uk/prison-visits. Then book.", 2),
        ("Wait... and then... go.", 1),
        ("It was you and I. Then they left.", 2),
        ("... !! ?", 0),
    ],
)  # fmt: skip
def test_where_a_sentence_ends(text: str, sentences: int) -> None:
    assert padded(text).sentences == 8 + sentences


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("grown-up children’s don't", 3), ("10am 4–7 £1.50 50%", 4), ("e.g. U.K.", 2), ("yes/no — maybe", 3),
        ("https://example.org/a?b=c. www.example.org (GOV.UK) a.b@example.org", 0),
        ("see gov.uk/prison-visits, please", 2), ("0800 1111", 0), ("(01632) 960 114 or +44 1632 960114", 1),
        ("text 85258 or ring 116 123", 3), ("ring 999", 2), ("10,000 in 2026", 3), ("soft\u00adhyphen", 1),
        ("from 0 to 18", 4),
    ],
)  # fmt: skip
def test_what_is_a_word(text: str, words: int) -> None:
    assert padded(text).words == 32 + words


def test_it_says_what_to_change() -> None:
    long = "If the probation officer has not been able to ring you at home, they will write."
    hard = "Rehabilitation is confidential. Our family's champion, Mr Abernathy, knows probation. NSPCC 193,000 times."
    found = padded(f"{long}\n{hard}")
    assert found.longest == long
    assert found.hardest == ("rehabilitation", "confidential", "probation")
    many = padded("Investigation accommodation rehabilitation supervision custody magistrate probation.")
    assert many.hardest == ("rehabilitation", "investigation", "accommodation", "supervision", "magistrate")


def test_the_longest_sentence_is_shown_as_written() -> None:
    words = "Ring us on 0800 1111, or look at www.example.org, if you and they (all of you) want to know more."
    assert padded(f"Short one. {words} Short again.").longest == words


@settings(deadline=None, database=None)
@given(st.lists(st.sampled_from(SAID), min_size=30, max_size=60), st.data())
def test_splitting_a_sentence_never_makes_it_harder(words: list[str], data: st.DataObject) -> None:
    place = data.draw(st.integers(1, len(words) - 1))
    whole = measured_text(" ".join(words))
    for cut in (". ", "\n", "! "):
        halves = measured_text(" ".join(words[:place]) + cut + " ".join(words[place:]))
        assert halves.words == whole.words
        assert halves.age <= whole.age


@settings(deadline=None, database=None)
@given(st.lists(st.sampled_from(SAID), min_size=30, max_size=60), st.data())
def test_a_longer_word_never_makes_it_easier(words: list[str], data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(words) - 1))
    harder = [*words[:place], "rehabilitation", *words[place + 1 :]]
    assert measured_text("\n".join(harder)).age >= measured_text("\n".join(words)).age


@settings(deadline=None, database=None)
@given(ANY_TEXT)
@example("\ud800 " * 40)
@example("1. " * 40)
@example("٣ ½ ² " * 40)
@example(".!?" * 50_000 + "x")
@example("a." * 50_000 + "b")
@example("0 (" * 50_000)
@example("(" * 100_000)
@example("9" * 100_000)
@example("e.g. " * 20_000)
@example("(Source: " * 10_000)
@example("слово " * 40)
@example("اهلا " * 40)
def test_any_text_is_safe(text: str) -> None:
    found = reading_age(text)
    if found is not None:
        assert found.words >= 30
        assert 1 <= found.sentences <= found.words
        assert found.age >= 5
        assert len(found.hardest) <= 5
        assert found.longest.strip()


def test_only_english_is_measured() -> None:
    assert {"en"} == MEASURED_IN
    assert measured("en")
    assert measured("en-GB")
    assert not measured("cy")
    text = Block("a", BlockKind.TEXT, EASY)
    assert reading_age_of(template(text, language="cy")) is None
    assert reading_age_of(template(text)) == reading_age(EASY)


def test_a_template_is_measured_in_its_running_words() -> None:
    running = [
        Block("h", BlockKind.HEADING, "What to do"),
        Block("t", BlockKind.TEXT, EASY),
        Block("l", BlockKind.LIST, "Take with you:", ("your ID", "your prison number")),
        Block("s", BlockKind.STEPS, items=("Ring them.", "Wait.")),
        Block("n", BlockKind.NOTE, "You are not alone."),
        Block("b", BlockKind.LEAD, "Talk to us"),
        Block("p", BlockKind.LINE, "It is not your fault."),
    ]
    others = [
        Block("c", BlockKind.CONTACTS, "Organisations offering confidential conversations."),
        Block("w", BlockKind.CHAMPION, "Our safeguarding representative is:"),
    ]
    words = ["What to do", EASY, "Take with you:", "your ID", "your prison number", "Ring them.", "Wait.",
             "You are not alone.", "Talk to us", "It is not your fault."]  # fmt: skip
    assert reading_age_of(template(*running, *others)) == reading_age("\n".join(words))


def test_simple_words_stand_in_where_there_are_any() -> None:
    both = Block("t", BlockKind.LIST, "Particularly complicated arrangements:", ("Investigation",), simple="Hard:",
                 simple_items=("A look",))  # fmt: skip
    plain = Block("p", BlockKind.TEXT, EASY)
    assert reading_age_of(template(plain, both), simple=True) == reading_age(f"{EASY}\nHard:\nA look")
    half = replace(both, simple_items=())
    assert reading_age_of(template(plain, half), simple=True) == reading_age(f"{EASY}\nHard:\nInvestigation")


def test_the_source_of_a_figure_is_not_counted() -> None:
    source = "(Source: Ministry of Justice (England and Wales), Official statistics, 2024.)"
    figure = Block("f", BlockKind.NOTE, f"Many live with this. {source}", figure="children")
    plain = Block("p", BlockKind.TEXT, EASY)
    assert reading_age_of(template(plain, figure)) == reading_age(f"{EASY}\nMany live with this.")
