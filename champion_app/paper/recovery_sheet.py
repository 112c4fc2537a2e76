"""The recovery sheet: the code that opens a locked binder when the passphrase is forgotten, to be kept in a safe."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from champion_app.domain.dates import british
from champion_app.paper import blocks
from champion_app.paper.style import LARGE_PRINT, Align, Tone
from champion_app.paper.text import stopped

TITLE = "Recovery sheet"
_ORDINALS = ("First", "Second", "Third", "Fourth")


def document(groups: Sequence[str], service: str, day: date) -> blocks.Document:
    """A4, one page in large print: what the code is for, the code in groups, where to keep the sheet."""
    rows = tuple(
        blocks.Row((f"{ordinal} group", blocks.Cell(blocks=(_large(group),))))
        for ordinal, group in zip(_ORDINALS, groups, strict=False)
    )
    table = blocks.Table(
        (blocks.Column("Group", 40), blocks.Column("Recovery code", 60)), rows, summary="The recovery code"
    )
    return blocks.Document(
        title=TITLE,
        subtitle=stopped(service, f"Made on {british(day)}"),
        blocks=(
            blocks.Words("This code opens the Champion binder when its passphrase is forgotten."),
            blocks.Box((blocks.Words("Put this in the safe or with your safeguarding lead.", bold=True),), Tone.WARM),
            table,
            blocks.Steps(
                (
                    "Start Champion. When it asks for the passphrase, choose “I have forgotten it”.",
                    "Type the four groups. Capitals, spaces and dashes do not matter.",
                    "Choose a new passphrase.",
                )
            ),
            blocks.Words(
                "Whoever has this sheet and the laptop can read the binder, so do not keep them together."
                " Without this sheet and without the passphrase nobody can open it. Older sheets no longer work.",
            ),
        ),
        scale=LARGE_PRINT,
        footer=stopped(TITLE, service),
        page_words="",
        subject=TITLE,
    )


def _large(group: str) -> blocks.Words:
    return blocks.Words(group, blocks.Role.LARGE, bold=True, align=Align.START)
