"""The Welsh family leaflets and posters say what the English ones say, block by block, in Welsh letters."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import fields
from string import Formatter
from typing import Any

import pytest

from champion_app.assets import resource
from champion_app.domain.leaflet_tables import template_key, template_of
from champion_app.domain.paper_words import PaperWords, paper_words

FAMILY = (
    "family-arrest", "family-court", "family-first-days", "family-visiting", "family-keeping-in-touch",
    "family-money", "family-coming-home", "poster-talk-to-our-champion", "poster-you-are-not-alone",
)  # fmt: skip
HEAD_WORDS = ("title", "discreet_title", "subtitle", "discreet_subtitle", "draft", "summary")
BLOCK_WORDS = ("text", "simple", "discreet")
BLOCK_ITEMS = ("items", "simple_items", "columns")

# Names, addresses and English words a family will need when they ring or book. Nothing else may be in English.
ENGLISH = (
    "gov.uk/prison-visits", "GOV.UK", "Help with Prison Visits", "Storybook Dads and Mums", "Safer Custody",
    "orderly officer", "appropriate adult", "Listeners", "Listener", "bail", "on licence", "childcare licence",
    "home detention curfew", "find a prisoner", "reception visit", "reception", "visiting order", "closed visit",
    "exemption",
)  # fmt: skip
# j has come in with borrowed words; k, q, v, x and z have not.
LETTERS = frozenset("abcdefghijlmnoprstuwyâêîôûŵŷáéíóúẃýàèìòùẁỳäëïöüẅÿ")
MARKS = frozenset(" .,:;?()-“”’0123456789")
# Prison, arrest, court, police, sentence, freeing, crime and custody, whatever first letter they take.
GIVES_AWAY = re.compile(r"archar|arest|\bl?lys|eddlu|edfryd|yddhau|rosedd|dalfa", re.IGNORECASE)


def _read(key: str) -> dict[str, Any]:
    return tomllib.loads(resource("leaflets", f"{key}.toml").read_text(encoding="utf-8"))


PAIRS = [pytest.param(_read(f"{name}.en"), _read(f"{name}.cy"), id=name) for name in FAMILY]
pairs = pytest.mark.parametrize(("english", "welsh"), PAIRS)


def _unworded(table: dict[str, Any], words: tuple[str, ...]) -> dict[str, Any]:
    return {name: value for name, value in table.items() if name not in words}


def _said(english: dict[str, Any], welsh: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Every phrase of a leaflet, in English and in Welsh."""
    yield from ((english[name], welsh[name]) for name in HEAD_WORDS)
    for one, other in zip(english["blocks"], welsh["blocks"], strict=True):
        yield from ((one[name], other[name]) for name in BLOCK_WORDS if name in one)
        for name in BLOCK_ITEMS:
            yield from zip(one.get(name, ()), other.get(name, ()), strict=True)


def _without_names(words: str) -> str:
    for name in ENGLISH:
        words = words.replace(name, "")
    return words


@pairs
def test_the_head_is_the_same_but_for_its_words(english: dict[str, Any], welsh: dict[str, Any]) -> None:
    apart = (*HEAD_WORDS, "blocks", "language", "reading_age")
    assert _unworded(welsh, apart) == _unworded(english, apart)
    assert welsh["language"] == "cy"
    assert "reading_age" not in welsh  # the measure is for English
    assert set(welsh) == set(english) - {"reading_age"}


@pairs
def test_block_by_block_it_mirrors_the_english(english: dict[str, Any], welsh: dict[str, Any]) -> None:
    assert [block["id"] for block in welsh["blocks"]] == [block["id"] for block in english["blocks"]]
    apart = (*BLOCK_WORDS, *BLOCK_ITEMS)
    for one, other in zip(english["blocks"], welsh["blocks"], strict=True):
        assert _unworded(other, apart) == _unworded(one, apart), one["id"]
        assert set(other) == set(one), one["id"]
        for name in BLOCK_ITEMS:
            assert len(other.get(name, ())) == len(one.get(name, ())), one["id"]


@pairs
def test_every_phrase_is_translated(english: dict[str, Any], welsh: dict[str, Any]) -> None:
    for one, other in _said(english, welsh):
        assert other.strip() and other != one


@pairs
def test_numbers_and_addresses_are_those_of_the_english(english: dict[str, Any], welsh: dict[str, Any]) -> None:
    for one, other in _said(english, welsh):
        for shape in (r"\d+", r"\S+\.\w+/\S+\b"):
            assert sorted(re.findall(shape, other)) == sorted(re.findall(shape, one)), other


@pairs
def test_a_thing_said_twice_in_english_is_said_the_same_way_twice_in_welsh(
    english: dict[str, Any], welsh: dict[str, Any]
) -> None:
    known: dict[str, str] = {}
    for pair in PAIRS:
        for one, other in _said(*pair.values):
            known.setdefault(one, other)
    for one, other in _said(english, welsh):
        assert other == known[one]


@pairs
def test_it_is_written_in_welsh_letters(english: dict[str, Any], welsh: dict[str, Any]) -> None:
    for _, words in _said(english, welsh):
        own = _without_names(words)
        assert set(own.casefold()) <= LETTERS | MARKS, words
        assert not re.search(r"\b(the|and|you|with|they|is not|prison|school|help with)\b", own, re.IGNORECASE), words
        assert words.count("“") == words.count("”") and "  " not in words


@pairs
def test_no_discreet_word_gives_away(english: dict[str, Any], welsh: dict[str, Any]) -> None:
    covers = [welsh["discreet_title"], welsh["discreet_subtitle"]]
    hidden = [block["discreet"] for block in welsh["blocks"] if "discreet" in block]
    assert [words for words in (*covers, *hidden) if GIVES_AWAY.search(words)] == []


@pairs
def test_it_is_a_template_that_no_speaker_has_checked(english: dict[str, Any], welsh: dict[str, Any]) -> None:
    made = template_of(template_key(welsh), welsh, {})
    assert made.id == f"{english['id']}.cy"
    assert made.reading_age is None and made.unspoken and made.draft


def _phrases(words: PaperWords) -> dict[str, str]:
    return {item.name: value for item in fields(words) if isinstance(value := getattr(words, item.name), str)}


@pytest.mark.parametrize("language", ["en", "cy"])
def test_the_words_around_a_leaflet_have_every_phrase_with_its_gaps(language: str) -> None:
    table = tomllib.loads(resource("paper_words", f"{language}.toml").read_text(encoding="utf-8"))
    assert set(table) == {item.name.rstrip("_") for item in fields(PaperWords)}
    words = paper_words(table)
    for name, phrase in _phrases(PaperWords()).items():
        gaps = [gap for _, gap, _, _ in Formatter().parse(phrase) if gap]
        assert [gap for _, gap, _, _ in Formatter().parse(_phrases(words)[name]) if gap] == gaps, name
    assert len(set(words.months)) == 12
    assert set(words.nations) == {"England", "Wales", "Scotland", "Northern Ireland"}
    assert set(words.audiences) == {"families", "carers", "children", "staff"}


def test_the_english_words_are_those_the_program_falls_back_on() -> None:
    table = tomllib.loads(resource("paper_words", "en.toml").read_text(encoding="utf-8"))
    assert _phrases(paper_words(table)) == _phrases(PaperWords())
    assert tuple(table["months"]) == PaperWords().months
    assert all(name == printed for name, printed in table["nations"].items())
    assert all(PaperWords().for_whom(name) == printed for name, printed in table["audiences"].items())


def test_the_welsh_words_are_welsh() -> None:
    words = paper_words(tomllib.loads(resource("paper_words", "cy.toml").read_text(encoding="utf-8")))
    english = _phrases(PaperWords())
    assert [name for name, phrase in _phrases(words).items() if phrase == english[name]] == []
    listed = (*words.months, *words.nations.values(), *words.audiences.values())
    for phrase in (*_phrases(words).values(), *listed):
        assert set(re.sub(r"\{\w+\}", "", phrase).casefold()) <= LETTERS | MARKS, phrase
    assert words.for_nations.format(nations=words.these(("England", "Wales"))) == "Ar gyfer: Lloegr, Cymru."
