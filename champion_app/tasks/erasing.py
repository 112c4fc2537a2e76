"""Erasing for good: one record, or what is old, looked at first. No step to undo; old backups are their own question.

"Gone" means the row, what the history remembers of it, its words in the search index and in drafts, and the file's own
empty pages (RELIABILITY 6.4). What was printed, saved or sent is outside Champion.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from champion_app.domain import clock
from champion_app.domain.backups import Reason
from champion_app.domain.dates import british
from champion_app.domain.holdings import Leaving, OldRow, Preview
from champion_app.faults import ClockDoubtful, NoLongerThere, UnknownName
from champion_app.places import backups_of
from champion_app.store import backups, erasing, holdings, service
from champion_app.store.binder import Binder
from champion_app.tasks import holdings as our_holdings
from champion_app.tasks import old_copies, unfinished
from champion_app.tasks.history import TASK_WORDS

if TYPE_CHECKING:
    from champion_app.tasks.papers import Planned

# What can be erased by itself: its table, and the column when only its words go and the row stays.
NOUNS = {
    "log entry": ("log_entries", ""),
    "action": ("actions", ""),
    "update": ("action_updates", ""),
    "evidence": ("answers", "notes"),
    "reason": ("answers", "why_not"),
    "file": ("attachments", ""),
    "print": ("prints", ""),
}
# A reason is needed where a criterion does not apply.
_INSTEAD = {"reason": "Erased"}
# Listeners hear of all that may have changed: what hangs on a record goes too.
_TOLD = frozenset(
    {"actions", "action_updates", "log_entries", "rounds", "answers", "attachments", "prints", "settings", "changes"}
)
# Columns that hold no words of anybody's.
_NO_WORDS = frozenset(
    {
        "day", "due", "raised_on", "closed_on", "horizon", "criterion", "reached_kind", "leaflet", "answer",
        "answered_on", "added_on", "kind", "template", "edition", "options", "choices", "binned_on", "started",
        "finished", "at_criterion", "service_type",
    }
)  # fmt: skip
# What a column is called on the screen, where its name is another.
_COLUMN_WORDS = {"notes": "evidence", "why_not": "reason", "what": "what you did"}
_LEAST_LINE = 8  # a shorter line stands in many places by chance


@dataclass(frozen=True)
class Gone:
    """What came of an erasing. ``also_in`` names where the same words still stand: table and first words.

    ``compact`` is False when the disk had no room to write the file anew; nothing can be read back all the same.
    """

    count: int
    also_in: tuple[tuple[str, str], ...] = ()
    compact: bool = True


# ---------------------------------------------------------------- one record


def words(binder: Binder, noun: str, row_id: int) -> list[tuple[str, str]]:
    """What one record says, as (what it is, the words); an action with its updates. Raises NoLongerThere."""
    place, column = _place(noun)
    found = [(name, text) for name, text in holdings.words_of(binder, place, [row_id]) if name not in _NO_WORDS]
    if column:
        found = [(name, text) for name, text in found if name == column]
    if not found:
        raise NoLongerThere
    if place == "actions":
        found += _updates(binder, row_id)
    return [(_named(name), text) for name, text in found]


def erase_for_good(binder: Binder, noun: str, row_id: int) -> Gone:
    """Erases one record: a log entry, an action with its updates, an update, the words of evidence, a file, a print.

    Evidence goes from every round in which the same words stand at that criterion. Raises NoLongerThere, UnknownName
    or a disk fault; then everything is as it was.
    """
    place, column = _place(noun)
    said = [text for _, text in words(binder, noun, row_id)]
    with binder.atomic("erase_for_good", also=_TOLD):
        if column:
            erasing.blank(binder, place, _carried(binder, column, row_id), column, _INSTEAD.get(noun, ""))
        else:
            erasing.remove_rows(binder, place, [row_id])
        erasing.drop_drafts(binder, erasing.drafts_with(binder, (f"{noun} {row_id}", *_drafts(noun, row_id)), said))
        old_copies.note_erasing(binder)
        erasing.settle(binder)
    compact = erasing.compact(binder)
    return Gone(1, tuple(_still_there(binder, said)), compact)


def plan_move(binder: Binder, noun: str, row_id: int) -> Planned:
    """A page with one record's words, to be typed into the safeguarding system; nothing of it is kept here.

    Raises NoLongerThere.
    """
    from champion_app.paper import holdings as paper
    from champion_app.tasks.papers import Planned

    document = paper.moving(words(binder, noun, row_id), service.load(binder).name, clock.today())
    return Planned(document, "for your safeguarding system", document.title)


# ---------------------------------------------------------------- what is old


def preview(binder: Binder, cuts: Mapping[str, date | None], today: date | None = None) -> Preview:
    """Exactly what would go: of each kind what is from before its day; drafts have none. Raises ClockDoubtful (F34)."""
    _refuse_doubt(binder, today)
    found = []
    for kind_id, cut in cuts.items():
        rows = holdings.old_rows(binder, kind_id, cut or clock.today())
        if not rows:
            continue
        rows = [OldRow(row.id, row.day, _said(kind_id, row.line)) for row in rows]
        along = _comes_along(binder, kind_id, [row.id for row in rows])
        found.append(Leaving(our_holdings.kind(kind_id), cut, tuple(rows), along))
    return Preview(tuple(found))


def plan_words(binder: Binder, previewed: Preview) -> Planned:
    """Every word of what would go, to be handed to the safeguarding lead first; nothing of it is noted here."""
    from champion_app.paper import holdings as paper
    from champion_app.tasks.papers import Planned

    parts = [(one, _all_words(binder, one)) for one in previewed.leaving]
    document = paper.leaving(parts, service.load(binder).name, clock.today())
    return Planned(document, "what is to be erased", document.title)


def purge(binder: Binder, previewed: Preview, today: date | None = None) -> Gone:
    """Takes away what the preview named and nothing else, in one transaction; slow for a large binder, so on a worker.

    A backup is made first: the only way back, until it is removed with the other older copies. Raises ClockDoubtful,
    BackupFull, BackupFailed or a disk fault; then everything is as it was.
    """
    _refuse_doubt(binder, today)
    backups.make(binder, backups_of(binder.path), Reason.ERASE)
    with binder.atomic("purge", also=_TOLD):
        for one in previewed.leaving:
            ids, kind_id = [row.id for row in one.rows], one.kind.id
            if kind_id == "history":
                erasing.forget_changes(binder, ids)
            elif kind_id == "drafts":
                erasing.drop_drafts(binder, ids)
            else:
                place = holdings.PLACES[kind_id][0]
                said = [text for name, text in holdings.words_of(binder, place, ids) if name not in _NO_WORDS]
                erasing.remove_rows(binder, place, ids)
                erasing.drop_drafts(binder, erasing.drafts_with(binder, _drafts(place, *ids), said))
        old_copies.note_erasing(binder)
        erasing.settle(binder)
    return Gone(previewed.count, compact=erasing.compact(binder))


def _place(noun: str) -> tuple[str, str]:
    if noun not in NOUNS:
        raise UnknownName(kind="record", name=noun, choices=", ".join(NOUNS))
    return NOUNS[noun]


def _carried(binder: Binder, column: str, row_id: int) -> list[int]:
    """The answer, and those of other rounds that carry the same words at the same criterion."""
    rows = binder.rows(
        f"SELECT other.id FROM answers AS one JOIN answers AS other ON other.criterion = one.criterion"
        f" AND other.{column} = one.{column} WHERE one.id = ?",
        (row_id,),
    )
    return [int(row["id"]) for row in rows]


def _still_there(binder: Binder, said: Iterable[str]) -> list[tuple[str, str]]:
    """Where a line of the erased words still stands."""
    lines = {line.strip() for text in said for line in text.splitlines()}
    found = [hit for line in sorted(lines) if len(line) >= _LEAST_LINE for hit in holdings.where(binder, line)]
    return list(dict.fromkeys(found))


def _drafts(place: str, *ids: int) -> list[str]:
    """The names that unfinished words about a record are kept under."""
    return [f"update {number}" for number in ids] if place in ("action", "actions") else []


def _said(kind_id: str, line: str) -> str:
    if kind_id == "history":
        return TASK_WORDS.get(line, line.replace("_", " "))
    return unfinished.draft_words(line) if kind_id == "drafts" else line


def _comes_along(binder: Binder, kind_id: str, ids: list[int]) -> str:
    count = holdings.hanging_on(binder, kind_id, ids)
    return {
        "assessment": f"Along with it: {count:,} {_several(count, 'answer')}, with notes and reasons.",
        "actions": (
            f"Along with it: {count:,} dated {_several(count, 'update')}. Log entries stay, without the action."
        ),
        "evidence": "The text found in them goes too.",
        "prints": "The contacts and facts on them go too: a wrong number on these sheets can no longer be traced.",
        "history": "These steps can no longer be undone.",
    }.get(kind_id, "")


def _several(count: int, word: str) -> str:
    return word if count == 1 else f"{word}s"


def _all_words(binder: Binder, one: Leaving) -> list[tuple[OldRow, list[tuple[str, str]]]]:
    """Each row with its words; those that stand in its line already are not said twice."""
    found = []
    for row in one.rows:
        kept = [(_named(name), text) for name, text in _row_words(binder, one.kind.id, row.id) if name not in _NO_WORDS]
        found.append((row, [(name, text) for name, text in kept if text != row.line]))
    return found


def _row_words(binder: Binder, kind_id: str, row_id: int) -> list[tuple[str, str]]:
    if kind_id == "history":
        return holdings.before_words(binder, [row_id])
    if kind_id == "drafts":
        return [(name, text) for name, text in holdings.words_of(binder, "settings", [row_id]) if name == "value"]
    place = holdings.PLACES[kind_id][0]
    said = holdings.words_of(binder, place, [row_id])
    if kind_id == "actions":
        said += _updates(binder, row_id)
    if kind_id == "assessment":
        rows = binder.rows("SELECT criterion, notes, why_not FROM answers WHERE round = ? ORDER BY id", (row_id,))
        for row in rows:
            said += [(f"{row['criterion']} {what}", row[what]) for what in ("notes", "why_not") if row[what]]
    return said


def _updates(binder: Binder, action: int) -> list[tuple[str, str]]:
    rows = binder.rows("SELECT day, text FROM action_updates WHERE action = ? ORDER BY id", (action,))
    return [(f"update of {british(date.fromisoformat(row['day']))}", row["text"]) for row in rows]


def _named(column: str) -> str:
    words = _COLUMN_WORDS.get(column) or column.replace("_", " ")
    return words[:1].upper() + words[1:]


def _refuse_doubt(binder: Binder, today: date | None) -> None:
    day = today or clock.today()
    if our_holdings.doubt(binder, day) is not None:
        raise ClockDoubtful(day=british(day))


def how_many(binder: Binder, kind_id: str, cut: date | None) -> int:
    """How many things of a kind are from before a day; of drafts, how many there are."""
    return len(holdings.old_rows(binder, kind_id, cut or clock.today()))
