"""The data protection screening sheet: what the binder's own facts say, and what only a person can answer."""

from __future__ import annotations

from collections.abc import Sequence

from champion_app.domain.approvals import Screening
from champion_app.domain.dates import british
from champion_app.domain.holdings import SENSITIVITY_WORDS
from champion_app.paper import blocks
from champion_app.paper.style import MILLIMETRE, Tone
from champion_app.paper.text import stopped

TITLE = "Data protection screening sheet"
_ANSWER = 16 * MILLIMETRE
_HELD = (
    blocks.Column("What", 44),
    blocks.Column("How sensitive", 42),
    blocks.Column("How much", 38),
    blocks.Column("How long", 46),
)
_RISKS = (blocks.Column("Risk", 46), blocks.Column("What Champion does", 68), blocks.Column("Left to the service", 56))


def document(about: Screening) -> blocks.Document:
    """A4: facts of one binder, questions with room to write, risks, signatures."""
    words = about.words
    return blocks.Document(
        title=TITLE,
        subtitle=stopped(about.service, f"Filled in on {british(about.day)}"),
        blocks=(
            blocks.Box((blocks.Words(words.caution, bold=True),), Tone.WARM),
            blocks.Heading("1. What it is and what for"),
            *(blocks.Words(line) for line in words.purpose),
            blocks.Words(_who(about), lead="Used by:"),
            blocks.Heading("2. Whose data"),
            blocks.Bullets(words.people),
            blocks.Heading("3. What is held, and for how long"),
            _held(about),
            blocks.Heading("4. Where"),
            *_where(about),
            blocks.Heading("5. Questions for the data protection officer"),
            _questions("Question", words.questions),
            blocks.Heading("6. Is a full assessment needed?"),
            _yes_or_no(words.screening),
            blocks.Heading("7. Risks"),
            blocks.Table(
                _RISKS, tuple(blocks.Row((risk.what, risk.done, risk.left)) for risk in words.risks), summary="Risks"
            ),
            blocks.Heading("8. When somebody asks about their data"),
            blocks.Bullets(words.requests),
            blocks.Together(
                (
                    blocks.Heading("9. Decided"),
                    blocks.Words("Full assessment needed:  yes / no.   To be looked at again on:"),
                    blocks.Signatures(("For the service", "Data protection officer", "Date"), columns=3),
                )
            ),
        ),
        footer=stopped(about.service, "Check before signing"),
        subject=TITLE,
    )


def _who(about: Screening) -> str:
    return ", ".join(part for part in (about.champion, about.role, about.service) if part) or "not said yet"


def _held(about: Screening) -> blocks.Table:
    rows = tuple(
        blocks.Row(
            (
                one.kind.title,
                SENSITIVITY_WORDS[one.kind.sensitivity],
                "\n".join(part for part in (one.counted, one.days) if part),
                one.keeping,
            )
        )
        for one in about.holdings
    )
    return blocks.Table(_HELD, rows, summary="What is held and for how long")


def _where(about: Screening) -> list[blocks.Block]:
    body: list[blocks.Block] = [
        blocks.Words(about.place, lead="On this computer:"),
        blocks.Words(about.protection.words),
        blocks.Words(about.protection.decided, lead="Decided:"),
        blocks.Words(about.protection.second_words),
        blocks.Words("Nothing is sent anywhere: Champion has no code that goes online."),
    ]
    if about.synced:
        words = f"The folder looks as if it is copied to other computers ({about.synced}). Where do those copies lie?"
        body.append(blocks.Box((blocks.Words(words, bold=True),), Tone.WARM))
    return body


def _questions(title: str, questions: Sequence[str]) -> blocks.Table:
    columns = (blocks.Column(title, 80), blocks.Column("Answer", 90))
    rows = tuple(blocks.Row((question, ""), least_height=_ANSWER) for question in questions)
    return blocks.Table(columns, rows, grid=True, summary="Questions and room for answers")


def _yes_or_no(questions: Sequence[str]) -> blocks.Table:
    columns = (
        blocks.Column("Question", 92),
        blocks.Column("Yes", 14),
        blocks.Column("No", 14),
        blocks.Column("Why", 50),
    )
    box = blocks.Cell(ticked=False)
    rows = tuple(blocks.Row((question, box, box, "")) for question in questions)
    return blocks.Table(columns, rows, grid=True, summary="Screening questions, to be ticked")
