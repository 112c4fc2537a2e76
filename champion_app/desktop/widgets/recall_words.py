"""What is said about sheets that carry something wrong: a line of the recall list, and the facts of one of them."""

from __future__ import annotations

from collections.abc import Sequence

from champion_app.desktop.models.row_model import Row
from champion_app.desktop.words import tr, trn
from champion_app.domain.dates import british, british_short
from champion_app.domain.prints import PrintRecord
from champion_app.tasks.recall import Recall, sheets


def recall_words(recalls: Sequence[Recall]) -> str:
    """What is wrong with the sheets that carry one service; empty when nothing is."""
    if not recalls:
        return ""
    count = sheets(recall.record for recall in recalls)
    if all(recall.closed for recall in recalls):
        return trn("{n} sheet given out still names it.", "{n} sheets given out still name it.", count)
    return trn("{n} sheet given out carries the old number.", "{n} sheets given out carry the old number.", count)


def all_words(recalls: Sequence[Recall]) -> str:
    """What is wrong with the sheets given out, whatever service it is about."""
    count = sheets(recall.record for recall in recalls)
    return trn(
        "{n} sheet given out carries an old number or a closed service.",
        "{n} sheets given out carry an old number or a closed service.",
        count,
    )


def heading(recalls: Sequence[Recall]) -> str:
    """How many sheets there are to recall, and of how many prints."""
    if not recalls:
        return tr("Nothing to recall: no sheet given out carries an old number or a closed service.")
    count = sheets(recall.record for recall in recalls)
    prints = len({recall.record.id for recall in recalls})
    given = trn("{n} sheet given out", "{n} sheets given out", count)
    return tr("{sheets}, from {prints}", sheets=given, prints=trn("{n} print", "{n} prints", prints))


def about_print(record: PrintRecord) -> str:
    """When a leaflet was printed and how many: "3 May 2026 · 12 copies · edition 2"."""
    edition = tr("edition {edition}", edition=record.edition) if record.edition else ""
    copies = trn("{n} copy", "{n} copies", record.copies)
    return " · ".join(part for part in (british(record.day), copies, edition) if part)


def facts(recall: Recall) -> list[tuple[str, str]]:
    """What is on the paper and what is true now, each with its caption."""
    on_paper = recall.contact.number or tr("No number")
    return [
        (tr("Service on the paper"), recall.contact.name),
        (tr("Number on the paper"), on_paper),
        (tr("Number now"), _now(recall)),
    ]


def recall_row(place: int, recall: Recall) -> Row:
    """A recall as a line of the list."""
    numbers = recall.contact.number if recall.closed else f"{recall.contact.number} → {recall.now or tr('no number')}"
    copies = trn("{n} copy", "{n} copies", recall.record.copies)
    parts = (british_short(recall.record.day), copies, recall.contact.name, numbers)
    second = " · ".join(part for part in parts if part)
    state, icon = (tr("Closed"), "closed") if recall.closed else (tr("Other number"), "phone")
    return Row(place, recall.record.title, second, state, icon, "warn")


def _now(recall: Recall) -> str:
    if recall.closed:
        return tr("None: the service has closed, or is not in the directory any more")
    return recall.now or tr("None: it has no telephone number now")
