"""A named person reads a leaflet: for this service, or as a speaker of its language. Then its doubt is settled."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from champion_app.domain import clock
from champion_app.domain.leaflets import Template
from champion_app.domain.text_checks import Reading, TextCheck, digest_of
from champion_app.domain.typed_text import clean_line
from champion_app.store import text_checks
from champion_app.store.binder import Binder
from champion_app.tasks import leaflet_texts


def without_settled_doubts(binder: Binder, found: dict[str, Template]) -> dict[str, Template]:
    """The templates, no longer drafts where somebody read exactly these words, nor unspoken where a speaker did."""
    checks = text_checks.all_checks(binder)
    spoken = leaflet_texts.spoken(binder)
    return {key: _settled(item, checks, spoken) for key, item in found.items()}


def check_of(binder: Binder, wanted: Template, what: Reading) -> TextCheck | None:
    """Who last read this text; of words that have been changed since, the check no longer ``holds``."""
    known = [one for one in text_checks.all_checks(binder) if one.template == wanted.id and one.what is what]
    return known[-1] if known else None


def speaker_of(binder: Binder, wanted: Template) -> str:
    """The speaker of its language who has read these very words; empty when nobody has."""
    check = check_of(binder, wanted, Reading.SPEAKER)
    return check.checked_by if check is not None and holds(check, wanted) else ""


def holds(check: TextCheck, wanted: Template) -> bool:
    """Whether the words are still those that were read."""
    return check.digest == digest_of(wanted)


def note_check(binder: Binder, wanted: Template, what: Reading, by: str, today: date | None = None) -> int:
    """Notes that a named person has read this text as it is now, and returns the check's id.

    Raises WordsNeeded or TooLong.
    """
    name = clean_line(by, "Checked by", needed=True)
    check = TextCheck(0, wanted.id, what, digest_of(wanted), today or clock.today(), name)
    with binder.atomic("check_text"):
        return text_checks.add(binder, check)


def take_back_check(binder: Binder, check_id: int) -> None:
    """The text counts as unread again; undo brings the check back. Raises NoLongerThere."""
    with binder.atomic("uncheck_text"):
        text_checks.remove(binder, check_id)


def _settled(item: Template, checks: list[TextCheck], spoken: set[str]) -> Template:
    ours = [check for check in checks if check.template == item.id]
    if ours:
        read = {check.what for check in ours if check.digest == digest_of(item)}
        if Reading.WORDS in read:
            item = replace(item, draft="")
        if Reading.SPEAKER in read:
            item = replace(item, unspoken=False)
    if item.id in spoken and not item.changed:
        item = replace(item, unspoken=False)
    return item
