"""The certificate of an erasing: what was on this computer, what is gone, what is left, and what about other copies."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from champion_app.domain.attachments import size_words
from champion_app.domain.dates import british
from champion_app.domain.holdings import WhatWent, WholeErasing
from champion_app.paper import blocks
from champion_app.paper.style import Align, Tone
from champion_app.paper.text import stopped

TITLE = "Certificate: Champion erased from this computer"
_FILES = (blocks.Column("File", 130), blocks.Column("Size", 28, Align.END), blocks.Column("Now", 28))

OTHER_COPIES = (
    "Backups in a second place: a stick, another drive, a shared folder. Erase those too.",
    "Copies that your IT or your school’s server makes of this computer. Ask how long they are kept.",
    "Packs, lists and papers that were saved, printed, sent or given out. Champion does not know where they are.",
    "A handover copy, if somebody carries the work on: that one is meant to stay.",
)


def document(about: WholeErasing, went: WhatWent | None = None) -> blocks.Document:
    """A4. Before the erasing (``went`` is None) it says what is about to go; afterwards what came of it."""
    return blocks.Document(
        title=TITLE,
        subtitle=stopped(about.service, british(about.day)),
        blocks=(
            *_outcome(about, went),
            blocks.Heading("What was held"),
            blocks.Words(_sentence(about.held)),
            blocks.Heading("Files"),
            blocks.Words(f"In {about.binder.parent}", introduces=True),
            _files(about, went),
            *_left_alone(about),
            blocks.Heading("Other copies, to be seen to by hand"),
            blocks.Ticks(OTHER_COPIES),
            blocks.Words(
                "The files were deleted in the usual way. Champion overwrites what it erases inside a binder, but an"
                " expert with special tools may still find traces of a deleted file on the disk until the computer is"
                " wiped or its disk encryption is reset: that is for IT.",
            ),
            blocks.Signatures(("Erased by", "Seen by (IT or data protection)", "Date"), columns=3),
        ),
        footer=stopped("Certificate of erasing", about.service),
        subject=TITLE,
    )


def _outcome(about: WholeErasing, went: WhatWent | None) -> list[blocks.Block]:
    if went is None:
        words = (
            "This page was made just before the erasing. If it still says so afterwards, the erasing did not finish."
        )
        return [blocks.Box((blocks.Words(words, bold=True),), Tone.WARM)]
    count = "1 file" if len(went.gone) == 1 else f"{len(went.gone):,} files"
    if not went.left:
        words = f"Everything that Champion kept on this computer is gone: {count}."
        return [blocks.Box((blocks.Words(words, bold=True),), Tone.SOFT)]
    left = "1 file is left" if len(went.left) == 1 else f"{len(went.left):,} files are left"
    return [
        blocks.Box(
            (
                blocks.Words(f"{count} gone. {left}.", bold=True),
                blocks.Bullets(tuple(str(path) for path in went.left)),
                blocks.Words(
                    "Another program has them open, or this account may not delete them. Close every other program,"
                    " start the computer again and delete them by hand, or give this page to IT."
                ),
            ),
            Tone.WARM,
        )
    ]


def _files(about: WholeErasing, went: WhatWent | None) -> blocks.Table:
    rows = tuple(
        blocks.Row((_named(path, about.binder.parent), size_words(size), _state(path, went)))
        for path, size in about.files
    )
    return blocks.Table(_FILES, rows, summary="The files of Champion on this computer")


def _state(path: Path, went: WhatWent | None) -> str:
    if went is None:
        return "to go"
    return "left" if path in went.left else "gone"


def _left_alone(about: WholeErasing) -> list[blocks.Block]:
    body: list[blocks.Block] = []
    if about.alike:
        body.append(blocks.Heading("Left alone: files that look like copies somebody made", 3))
        body.append(blocks.Bullets(tuple(str(path) for path in about.alike)))
    if about.others:
        body.append(blocks.Heading("Left alone: binders that were opened in other places", 3))
        body.append(blocks.Bullets(about.others))
    if about.second is not None and not about.second_there:
        words = f"The second place for backups could not be reached: {about.second}. The copies there are still there."
        body.append(blocks.Words(words, bold=True))
    if about.synced:
        body.append(
            blocks.Words(
                f"The folder looks as if it is copied to other computers ({about.synced}). The copies there, and what"
                " that service keeps of deleted files, must be erased there.",
                bold=True,
            )
        )
    return body


def _named(path: Path, folder: Path) -> str:
    return str(path.relative_to(folder)) if path.is_relative_to(folder) else str(path)


def _sentence(held: Sequence[str]) -> str:
    return (", ".join(held) + ".") if held else "Nothing."
