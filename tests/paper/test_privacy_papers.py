"""The papers about what is held: every word on them, tagged for a screen reader, whole in the worst case."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import page as validator
import pytest

from champion_app.domain.actions import Action, ActionFields, Update
from champion_app.domain.approvals import (
    Fingerprint,
    Part,
    Protection,
    Risk,
    Screening,
    ScreeningWords,
    Security,
    SecurityWords,
)
from champion_app.domain.handover import Handover
from champion_app.domain.holdings import Held, Holding, Kind, Leaving, OldRow, Sensitivity, WhatWent, WholeErasing
from champion_app.paper import blocks, erased, handover_letter, holdings, screening_sheet, security_sheet
from champion_app.paper.page import build

DAY = date(2026, 11, 25)
LONG = "a-name-without-a-space-" * 20
HOSTILE = '<b>Jo</b> & <img src="/etc/passwd"/> ŵŷ'
KIND = Kind(
    "log", "Action log", HOSTILE, "Why.", Sensitivity.FREE_TEXT, "entry", "entries", from_day="after its day", months=36
)
FILES = Kind(
    "backups", "Backups", "Copies.", "Why.", Sensitivity.KEYS, "backup", "backups", kept="Until you remove them."
)
HELD = [Holding(KIND, Held(1_234, date(2020, 1, 1), DAY), 36, 12), Holding(FILES, Held(0))]
PROTECTION = Protection(False, "/stick", True, "Nobody has answered yet.")
SCREENING = Screening(
    ScreeningWords(
        "Check before signing. Not legal advice.",
        ("For.",),
        ("Staff.",),
        ("Which basis?",) * 8,
        ("New?",) * 9,
        (Risk("Lost.", "Locked.", "Sheet."),) * 9,
        ("Search.",),
    ),
    "Hollin Bank",
    "Sam",
    "Teacher",
    DAY,
    f"/home/{LONG}/binder.champion",
    "OneDrive",
    PROTECTION,
    tuple(HELD),
)
SECURITY = Security(
    SecurityWords(
        "Check before signing.",
        ("No code.",),
        ("No camera.",),
        (("Paper", "Printed."),),
        ("Dialog.",),
        ("Child.",),
        ("Ask.",),
    ),
    "Hollin Bank",
    DAY,
    "0.1.0",
    "3.11",
    "Linux",
    (("The binder", f"/home/{LONG}"),),
    PROTECTION,
    {"QtNetwork": True, "QtMultimedia": False},
    (Fingerprint("ui", 67, "a1" * 32),) * 12,
    (Part("reportlab", "5.1", HOSTILE),) * 60,
)
WHOLE = WholeErasing(
    "Hollin Bank",
    DAY,
    Path("/data/binder.champion"),
    tuple(
        (Path(f"/data/binder-backups/{number:06} 2026-11-25 2104 close.champion-backup"), 1_600_000)
        for number in range(60)
    ),
    ("Action log (25 entries)",),
    (Path("/data/binder.champion.bak"),),
    ("/else/where.champion",),
    "Dropbox",
    Path("/stick"),
    False,
)
LETTER = Handover(
    "Hollin Bank",
    DAY,
    "Sam",
    "Priya",
    "Deputy",
    (
        Action(
            1, ActionFields("Order posters", due=date(2026, 11, 20), lead="Sam"), DAY, None, (Update(1, DAY, HOSTILE),)
        ),
        Action(2, ActionFields(LONG), DAY),
    ),
    "Autumn: 25 answers.",
    ("Childline",),
    "/data/binder.champion",
    "/data/backups",
    "/stick",
    "/stick/copy",
    True,
    "Jo, 01632 960101",
)
DOCUMENTS = {
    "held": lambda: holdings.document(HELD, "Hollin Bank", DAY, "Everything is here.", "Never: names."),
    "leaving": lambda: holdings.leaving(
        [
            (
                Leaving(KIND, DAY, (OldRow(1, DAY, HOSTILE), OldRow(2, None, LONG)), "And more."),
                [(OldRow(1, DAY, HOSTILE), [("What", LONG)] * 300)],
            )
        ],
        "Hollin Bank",
        DAY,
    ),
    "moving": lambda: holdings.moving([("What", f"{HOSTILE}\n" * 200)], "Hollin Bank", DAY),
    "screening": lambda: screening_sheet.document(SCREENING),
    "security": lambda: security_sheet.document(SECURITY),
    "certificate before": lambda: erased.document(WHOLE),
    "certificate after": lambda: erased.document(
        WHOLE, WhatWent(tuple(path for path, _ in WHOLE.files[2:]), tuple(path for path, _ in WHOLE.files[:2]))
    ),
    "letter": lambda: handover_letter.document(LETTER),
}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_it_is_whole_and_tagged(name: str) -> None:
    made = build(DOCUMENTS[name]())
    assert made.unprintable == ()
    found = validator.validate_pdf_bytes(made.pdf)
    assert found.is_compliant, found


@pytest.mark.parametrize(
    ("name", "words"),
    [
        (
            "held",
            (
                "1,234 entries",
                "1 January 2020 to 25 November 2026",
                "3 years after its day, then Champion asks. Now past it: 12.",
                "Never: names.",
                "Until you remove them.",
                "Opens the rest: keep it safe",
                HOSTILE,
            ),
        ),
        (
            "leaving",
            (
                "Is any of this about a child’s safety?",
                "Action log: 1 entry",
                "25 Nov 2026",
                "Confidential. What is to be erased",
            ),
        ),
        ("moving", ("Give this to your safeguarding lead today.", "Received by", HOSTILE)),
        (
            "screening",
            (
                "Not legal advice.",
                "Who",
                "OneDrive",
                "Copies of backups, encrypted, also go to /stick.",
                "Check before signing",
                "Nobody has answered yet.",
                "Full assessment needed",
            ),
        ),
        (
            "security",
            (
                "Not installed: QtMultimedia.",
                "never loaded by Champion: QtNetwork.",
                "a1a1a1a1 a1a1a1a1",
                "version 0.1.0",
                "Check before signing",
                "Looked at by",
            ),
        ),
        (
            "certificate before",
            (
                "the erasing did not finish",
                "to go",
                "binder.champion.bak",
                "/else/where.champion",
                "Dropbox",
                "could not be reached: /stick",
                "until the computer is wiped",
            ),
        ),
        ("certificate after", ("58 files gone. 2 files are left.", "by hand", "gone", "left")),
        (
            "letter",
            (
                "20 November 2026, 5 days over",
                "nobody yet",
                "none yet",
                "never were",
                "Ask for the passphrase by word of mouth",
                "Jo, 01632 960101",
                "/stick/copy",
            ),
        ),
    ],
)
def test_it_says(name: str, words: tuple[str, ...], text_of: Callable[[bytes], str]) -> None:
    text = text_of(build(DOCUMENTS[name]()).pdf)
    for each in words:
        assert each in text, f"{name}: {each}\n{text[:3000]}"


def test_the_certificate_names_every_file(text_of: Callable[[bytes], str]) -> None:
    text = text_of(build(erased.document(WHOLE, WhatWent(tuple(path for path, _ in WHOLE.files)))).pdf)
    assert all(path.name in text for path, _ in WHOLE.files)
    assert "Everything that Champion kept on this computer is gone: 60 files." in text


def test_there_is_room_for_every_answer() -> None:
    tables = [block for block in screening_sheet.document(SCREENING).blocks if isinstance(block, blocks.Table)]
    questions = next(table for table in tables if table.columns[0].title == "Question" and len(table.columns) == 2)
    assert all(row.cells[1] == "" and row.least_height > 0 for row in questions.rows)
    ticks = next(table for table in tables if len(table.columns) == 4 and table.columns[1].title == "Yes")
    for row in ticks.rows:
        assert [cell.ticked for cell in row.cells[1:3] if isinstance(cell, blocks.Cell)] == [False, False]
