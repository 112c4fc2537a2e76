"""The list of sheets to put in the bin: every line with why and a box to tick, by year, whole over many pages."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import page as validator
import pytest

from champion_app.domain.print_facts import Outdated, Reason, Why
from champion_app.domain.prints import PrintRecord
from champion_app.paper import blocks, old_sheets
from champion_app.paper.page import Printed, build
from champion_app.tasks.old_sheets import by_year

TODAY = date(2026, 11, 25)
NUMBER = Reason(Why.CONTACT, "Hollin Vale Family Hub", "01632 960120", "01632 960121")
CLOSED = Reason(Why.CONTACT, "Childline", "0800 1111", closed=True)
NO_NUMBER = Reason(Why.CONTACT, "Childline", "0800 1111")
FACT = Reason(Why.FACT, "“They can hold someone for 24 hours.”\nOne\nTwo")
PRISON = Reason(Why.FACT, "HMP Leyhill Vale\nNo hoods.", prison=True)
REVIEW = Reason(Why.PAST_REVIEW, "Two visits a month.", review_by=date(2026, 5, 1))
PRISON_REVIEW = Reason(Why.PAST_REVIEW, "HMP Leyhill Vale\nNo hoods.", prison=True, review_by=date(2026, 5, 1))
EDITION = Reason(Why.EDITION, "", "2025-11", "2026-11")


def _print(
    number: int, year: int, *reasons: Reason, title: str = "Visiting someone in prison", template: str = "family-visit"
) -> Outdated:
    record = PrintRecord(number, date(year, 5, 3), "leaflet", title, "2025-11", "a4", 10 + number, template=template)
    return Outdated(record, reasons)


def _printed(*found: Outdated) -> Printed:
    return build(old_sheets.document(by_year(found), "Hollin Bank", TODAY))


def test_each_line_says_what_it_is_and_why_and_the_years_stand_apart(text_of: Callable[[bytes], str]) -> None:
    made = _printed(_print(2, 2026, NUMBER, FACT), _print(1, 2024, CLOSED, title="When someone is arrested"))
    text = text_of(made.pdf)
    for words in (
        "Sheets to put in the bin",
        "Hollin Bank. 25 November 2026.",
        "23 sheets from 2 prints.",
        "Printed in 2026: 12 sheets",
        "Printed in 2024: 11 sheets",
        "When someone is arrested 3 May 2024 11 Childline has closed, or is not in your directory any more.",
        "The number of Hollin Vale Family Hub has changed: 01632 960120 is on the paper, 01632 960121 is right.",
        "This has changed since: “They can hold someone for 24 hours.”",
    ):
        assert words in text, words
    assert text.index("Printed in 2026") < text.index("Printed in 2024")
    assert validator.validate_pdf_bytes(made.pdf).is_compliant


@pytest.mark.parametrize(
    ("reason", "words"),
    [
        (NO_NUMBER, "Childline has no telephone number now: 0800 1111 is on the paper."),
        (PRISON, "The visiting facts of HMP Leyhill Vale have changed."),
        (REVIEW, "Should have been looked at again by 1 May 2026: “Two visits a month.”"),
        (PRISON_REVIEW, "The visiting facts of HMP Leyhill Vale should have been checked again by 1 May 2026."),
        (EDITION, "There is a newer edition: 2026-11. This is 2025-11."),
    ],
)
def test_every_reason_is_a_sentence(reason: Reason, words: str, text_of: Callable[[bytes], str]) -> None:
    assert words in text_of(_printed(_print(1, 2026, reason)).pdf)


def test_there_is_a_box_to_tick_on_every_line() -> None:
    document = old_sheets.document(by_year([_print(number, 2026, NUMBER) for number in range(7)]), "", TODAY)
    (table,) = [block for block in document.blocks if isinstance(block, blocks.Table)]
    boxes = [row.cells[-1] for row in table.rows]
    assert len(boxes) == 7
    assert all(isinstance(box, blocks.Cell) and box.ticked is False for box in boxes)


def test_many_reasons_are_cut_and_counted(text_of: Callable[[bytes], str]) -> None:
    text = text_of(_printed(_print(1, 2026, NUMBER, CLOSED, FACT, PRISON, REVIEW, EDITION)).pdf)
    assert "And 2 more." in text
    assert "newer edition" not in text


def test_nothing_to_throw_away_says_so(text_of: Callable[[bytes], str]) -> None:
    made = _printed()
    assert made.page_count == 1
    assert "every sheet printed so far is still right" in text_of(made.pdf)
    assert validator.validate_pdf_bytes(made.pdf).is_compliant


def test_400_prints_lose_no_line_and_no_line_is_torn(text_of: Callable[[bytes], str]) -> None:
    found = [_print(number, 2026 - number // 100, NUMBER, REVIEW, title=f"Sheet{number}x") for number in range(400)]
    made = _printed(*found)
    text = text_of(made.pdf)
    for number in range(400):
        assert f"Sheet{number}x 3 May {2026 - number // 100} {10 + number} The number" in text
    assert text.count("Two visits a month") == 400
    assert "Page 1 of" in text and made.page_count > 20
    report = validator.validate_pdf_bytes(made.pdf)
    assert report.is_compliant, report.failures
    assert made.pdf == _printed(*found).pdf


def test_any_title_is_printed_as_it_is_and_a_welsh_one_is_named_welsh(text_of: Callable[[bytes], str]) -> None:
    hostile = '<b>Jo</b> & <img src="/etc/passwd"/>'
    welsh = "Ymweld â rhywun yn y carchar: ŵ ŷ"
    made = _printed(
        _print(1, 2026, NUMBER, title=hostile),
        _print(2, 2026, NUMBER, title=welsh, template="family-visiting.cy"),
        _print(3, 2026, NUMBER, title="W" * 400),
        _print(4, 2026, NUMBER, title="Emoji 🎉"),
    )
    text = text_of(made.pdf)
    assert hostile in text and welsh in text
    assert text.count("W") - text.count("Why") == 400
    assert made.unprintable == ("🎉",)
    assert validator.validate_pdf_bytes(made.pdf).is_compliant
    rows = old_sheets.document(by_year([_print(2, 2026, NUMBER, title=welsh, template="x.cy")]), "", TODAY).blocks
    (table,) = [block for block in rows if isinstance(block, blocks.Table)]
    title = table.rows[0].cells[0]
    assert isinstance(title, blocks.Cell) and title.language == "cy-GB"
