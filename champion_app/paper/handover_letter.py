"""The handover letter: what the next champion needs on the first day. No passphrase ever stands in it."""

from __future__ import annotations

from champion_app.domain.dates import british
from champion_app.domain.handover import Handover, due_words
from champion_app.paper import blocks
from champion_app.paper.style import Tone
from champion_app.paper.text import stopped

TITLE = "Handover to the next champion"
_ACTIONS = (
    blocks.Column("Action", 62),
    blocks.Column("Due", 36),
    blocks.Column("Lead", 44),
    blocks.Column("Last update", 58),
)


def document(about: Handover) -> blocks.Document:
    """A4: open actions with dates, what is due, where everything is, the first week."""
    return blocks.Document(
        title=TITLE,
        subtitle=stopped(about.service, british(about.day)),
        blocks=(
            *_people(about),
            blocks.Heading("The first week"),
            blocks.Steps(_first_week(about)),
            blocks.Heading("Open actions"),
            _actions(about),
            blocks.Heading("Self-assessment"),
            blocks.Words(about.round_words),
            blocks.Heading("Services due a check"),
            _to_check(about),
            blocks.Heading("Where everything is"),
            blocks.Bullets(_where(about)),
            blocks.Box(
                (
                    blocks.Words(
                        "Worries about a child are not here and never were: they are in our safeguarding system.",
                        bold=True,
                    ),
                    *((blocks.Words(about.safeguarding, lead="Safeguarding lead:"),) if about.safeguarding else ()),
                ),
                Tone.WARM,
            ),
            blocks.Signatures(("Handed over by", "Taken over by", "Date"), columns=3),
        ),
        footer=stopped(TITLE, about.service),
        subject=TITLE,
    )


def _people(about: Handover) -> list[blocks.Block]:
    said = [
        ("From:", about.old_champion),
        ("To:", ", ".join(part for part in (about.new_champion, about.role) if part)),
    ]
    return [blocks.Words(words, lead=lead) for lead, words in said if words]


def _first_week(about: Handover) -> tuple[str, ...]:
    steps = ["Open Champion and look at Home: it says what fits into ten minutes."]
    if about.copy_in:
        steps.insert(
            0,
            "On your own computer start Champion and go back to the backup that lies in the handover folder"
            " (below). Everything is in it.",
        )
    if about.locked:
        steps.append("Ask for the passphrase by word of mouth, then change it and print a new recovery sheet.")
    steps += [
        "In Settings look at your name, where families find you, and the safeguarding lead.",
        "Print a new poster, and put the old ones in the bin.",
        "Find help, Ring round: check the services that are due.",
    ]
    return tuple(steps)


def _actions(about: Handover) -> blocks.Block:
    if not about.actions:
        return blocks.Words("No action is open.")
    rows = []
    for one in about.actions:
        update = one.latest_update
        said = f"{british(update.day)}: {update.text}" if update else "none yet"
        rows.append(blocks.Row((one.fields.title, due_words(one, about.day), one.fields.lead or "nobody yet", said)))
    return blocks.Table(_ACTIONS, tuple(rows), summary="Open actions, those past their date first")


def _to_check(about: Handover) -> blocks.Block:
    return blocks.Bullets(about.to_check) if about.to_check else blocks.Words("None is due.")


def _where(about: Handover) -> tuple[str, ...]:
    found = [f"The binder: {about.binder}", f"Backups: {about.backups}"]
    if about.second_place:
        found.append(f"Second place for backups: {about.second_place}")
    if about.copy_in:
        found.append(f"The handover copy: {about.copy_in}")
    if about.locked:
        found.append("The recovery sheet: ask whoever keeps it (the safe, or the safeguarding lead).")
    return tuple(found)
