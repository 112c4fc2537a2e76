"""What we hold and for how long, on paper; and the words of what is to be erased, to be handed over first."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from champion_app.domain.dates import british, british_short
from champion_app.domain.holdings import SENSITIVITY_WORDS, Holding, Leaving, OldRow
from champion_app.paper import blocks
from champion_app.paper.style import A4, Tone
from champion_app.paper.text import stopped

TITLE = "What we hold and for how long"
LEAVING = "What is to be erased"
MOVING = "For our safeguarding system"

_COLUMNS = (
    blocks.Column("What, and why", 116),
    blocks.Column("How sensitive", 42),
    blocks.Column("How much", 45),
    blocks.Column("How long", 54),
)
Said = Sequence[tuple[str, str]]


def document(found: Sequence[Holding], service: str, day: date, introduction: str, never: str) -> blocks.Document:
    """A4 landscape: a table of the kinds in the binder, one of the files, and what is never held."""
    inside = [one for one in found if one.kind.in_the_binder]
    beside = [one for one in found if not one.kind.in_the_binder]
    return blocks.Document(
        title=TITLE,
        subtitle=stopped(service, f"As it was on {british(day)}"),
        blocks=(
            blocks.Words(introduction),
            blocks.Box((blocks.Words(never, bold=True),), Tone.WARM),
            blocks.Heading("In the binder"),
            _table(inside, "Kinds of things in the binder"),
            blocks.Heading("Files on this computer"),
            _table(beside, "Kinds of files"),
            blocks.Words(
                "Papers that were printed, and files that were saved or sent from Champion, are not on this list:"
                " Champion does not know where they are.",
            ),
        ),
        sheet=A4.turned,
        footer=stopped(TITLE, service),
        subject=TITLE,
    )


def leaving(parts: Sequence[tuple[Leaving, Sequence[tuple[OldRow, Said]]]], service: str, day: date) -> blocks.Document:
    """A4: every word of what a purge would take away, kind by kind."""
    body: list[blocks.Block] = [
        blocks.Box(
            (
                blocks.Words(
                    "Is any of this about a child’s safety? Then hand this to your safeguarding lead before anything is"
                    " erased.",
                    bold=True,
                ),
            ),
            Tone.WARM,
        )
    ]
    for one, rows in parts:
        body.append(blocks.Heading(f"{one.kind.title}: {one.kind.purged(len(rows))}"))
        if one.comes_along:
            body.append(blocks.Words(one.comes_along))
        for row, said in rows:
            when = f"{british_short(row.day)}: " if row.day else ""
            body.append(blocks.Heading(f"{when}{row.line}", 3))
            body += [blocks.Words(text, lead=f"{name}:") for name, text in said]
    return _confidential(LEAVING, service, day, body)


def moving(said: Said, service: str, day: date) -> blocks.Document:
    """A4: the words of one record, to be typed into the safeguarding system and then erased here."""
    body: list[blocks.Block] = [
        blocks.Box(
            (
                blocks.Words("Give this to your safeguarding lead today.", bold=True),
                blocks.Words("When it stands in your safeguarding system, destroy this sheet as your service does."),
            ),
            Tone.WARM,
        )
    ]
    body += [blocks.Words(text, lead=f"{name}:") for name, text in said]
    body.append(blocks.Signatures(("Handed over by", "Received by", "Date"), columns=3))
    return _confidential(MOVING, service, day, body)


def _confidential(title: str, service: str, day: date, body: list[blocks.Block]) -> blocks.Document:
    return blocks.Document(
        title=title,
        subtitle=stopped(service, british(day)),
        blocks=tuple(body),
        footer=stopped("Confidential", title, service),
        subject=title,
    )


def _table(found: Sequence[Holding], summary: str) -> blocks.Table:
    rows = tuple(
        blocks.Row(
            (
                blocks.Cell(
                    blocks=(blocks.Words(one.kind.what, lead=f"{one.kind.title}."), blocks.Words(one.kind.why))
                ),
                SENSITIVITY_WORDS[one.kind.sensitivity],
                "\n".join(part for part in (one.counted, one.days) if part),
                one.keeping + _past(one),
            )
        )
        for one in found
    )
    return blocks.Table(_COLUMNS, rows, summary=summary)


def _past(one: Holding) -> str:
    return f" Now past it: {one.past:,}." if one.past else ""
