"""Headings made plain, names folded, and cells that only say that they are empty."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from champion_app.domain.list_words import (
    day_in_words,
    folded,
    one_line,
    plain_heading,
    says_nothing,
    tidy_cell,
    wrong_letters,
)

ANY_TEXT = st.text(alphabet=st.characters(codec=None, exclude_categories=()), max_size=60)


@pytest.mark.parametrize(
    ("heading", "plain"),
    [
        ("Service name*", "service name"), ("  SERVICE\nNAME : ", "service name"), ("service_name", "service name"),
        ("serviceName", "service name"), ("ServiceURL", "service url"), ("URLs", "urls"), ("E-mail", "email"),
        ("eMail address", "email address"), ("e mails", "email"), ("Post Code", "postcode"), ("Web-site", "website"),
        ("Address1", "address 1"), ("3. Opening hours", "opening hours"), ("Q12. Ages", "ages"),
        ("Organization's name", "organisations name"), ("Ffôn", "ffon"), ("Tel./Phone", "tel phone"), ("***", ""),
        ("Co-ordinator", "coordinator"), ("Telephones", "telephone"),
    ],
)  # fmt: skip
def test_headings_are_made_plain(heading: str, plain: str) -> None:
    assert plain_heading(heading) == plain


@pytest.mark.parametrize(
    ("one", "other"),
    [("St. John's", "ST JOHNS"), ("Café & Crèche", "cafe and creche"), ("A–B", "a b"), ("ﬁrst", "FIRST")],
)
def test_spellings_of_one_name_fold_alike(one: str, other: str) -> None:
    assert folded(one) == folded(other)


@pytest.mark.parametrize(
    "words",
    ["n/a", "N/A", "NA", "n.a.", "TBC", "tbc.", "-", "--", "—", "?", "none", "Nil", "To be confirmed", "xxx", "#N/A",
    "…", "#REF!",
     "not known", "(none)", ".", "No e-mail"],
)  # fmt: skip
def test_cells_that_only_say_they_are_empty(words: str) -> None:
    assert says_nothing(words)


@pytest.mark.parametrize(
    "words", ["0", "no", "Free", "None of your business", "NAN Support", "Pending housing group for young people", "1"]
)
def test_cells_that_say_something(words: str) -> None:
    assert not says_nothing(words)


@pytest.mark.parametrize(
    ("words", "found"),
    [("CafÃ©", "Ã©"), ("donâ€™t", "â€™"), ("Â£5", "Â£"), ("a\ufffdb", "\ufffd"), ("ï»¿Name", "ï»¿"), ("Siân £5 – Tŷ",
    ""), ("Ångström Âme", "")],
)  # fmt: skip
def test_F55_letters_of_another_encoding_are_seen(words: str, found: str) -> None:
    assert wrong_letters(words) == found


@pytest.mark.parametrize(
    ("words", "shown"),
    [("2026-03-02", "2 March 2026"), ("2026-03-02T00:00:00Z", "2 March 2026"), ("2026-02-31", "2026-02-31"),
     ("2 March", "2 March"), ("1900-01-00", "1900-01-00")],
)  # fmt: skip
def test_days_are_british(words: str, shown: str) -> None:
    assert day_in_words(words) == shown


@settings(deadline=None, database=None)
@given(ANY_TEXT)
def test_any_text_can_be_compared(text: str) -> None:
    assert plain_heading(plain_heading(text)) == plain_heading(text) or any(mark.isdigit() for mark in text)
    assert folded(folded(text)) == folded(text)
    assert "\n" not in one_line(text)
    assert tidy_cell(tidy_cell(text)) == tidy_cell(text)
    says_nothing(text)
