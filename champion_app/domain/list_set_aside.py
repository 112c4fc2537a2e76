"""Rows of a list that are no records: blanks, titles, headings, totals, instructions, footers and section titles."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from champion_app.domain.foreign_tables import TableRow
from champion_app.domain.list_columns import Column
from champion_app.domain.list_guess import value_kind
from champion_app.domain.list_words import one_line

EMPTY = "The row is empty."
ABOVE = "It stands above the headings."
ABOVE_AGAIN = "It repeats a line from above the headings."
HEADINGS = "It holds the headings."
HEADINGS_AGAIN = "It holds the headings again."
TOTAL = "It is a total, not a record."
INSTRUCTION = "It is an instruction or a remark, not a record."
EXAMPLE = "It is an example that shows how to fill in the list."
LINE_DRAWN = "It is only a line drawn between rows."
ONLY_NUMBERS = "It holds only numbers."
SEPARATOR = "It tells Excel how the file is written."
SECTION = "It is the title of a section."

_THINGS = (
    r"(?:services?|records?|rows?|entries|entry|organisations?|resources?|items?|listings?|providers?|results?|titles?"
    r"|groups?|charities)"
)
_TOTAL = re.compile(
    r"^(?:(?:grand |sub[ -]?|overall )?totals?(?: (?:number|no\.?|count))?(?: of)?"
    rf"(?: {_THINGS})?(?: listed)?\s*[:=–-]?\s*[\d,. ]*(?:{_THINGS})?"
    rf"|(?:there are )?[\d,]+ {_THINGS}"
    r"(?: (?:in total|listed|found|in all|altogether|shown|in (?:this|the) list|returned))?\.?"
    rf"|(?:number|no\.?|count) of {_THINGS}\s*[:=–-]?\s*[\d,]*"
    r"|count\s*[:=–-]?\s*[\d,]+|sum\s*[:=–-]?\s*[\d,.]*)$",
    re.IGNORECASE,
)
_REMARK = re.compile(
    r"^\W*(?:please|last (?:updated|reviewed|amended|modified|refreshed)|updated (?:on|by|in)?\s*:?\s*\d"
    r"|updated:|date (?:of|updated|printed)"
    r"|(?:sources?|key|legend|notes?|n\.?b\.?|important|instructions?|guidance|disclaimer|version|warning|tips?"
    r"|copyright|contact)\s*[:=–-]"
    r"|©|\(c\)|copyright|page \d+|printed (?:on|by)|generated (?:on|by)|exported|report (?:run|generated|date)"
    r"|produced (?:by|on)|compiled (?:by|on)"
    r"|prepared (?:by|for)|maintained by|end of (?:the )?(?:list|report|data|file|document|directory|table"
    r"|sheet)|data (?:correct|as at|source|from)"
    r"|(?:information )?(?:is )?correct (?:as )?(?:at|of|on)|accurate (?:as )?(?:at|of|on)|as (?:at|of) \d"
    r"|version \d|v\d+[. ]"
    r"|this (?:list|directory|document|spreadsheet|information|file|sheet|table|page|row|tab)\b|for (?:more"
    r"|further) (?:information|details|help)"
    r"|if you (?:know|would|have|need|spot|are|want|find)|to (?:add|amend|update|be added|remove|report) "
    r"|note that|nb\b|n\.b\."
    r"|all (?:information|details|rights|services listed|fields|columns)|whil(?:e|st) (?:every|we)|we (?:cannot"
    r"|do not|take|have|accept|aim)|crown copyright"
    r"|contains (?:public|os |ordnance)|licen[cs]ed under|open government|(?:fill|enter|insert|type|complete|add"
    r"|use|select|choose) (?:in |out )?(?:one|each|the|a|your|all|this|from|in|only)\b"
    r"|one row (?:per|for each)|do not (?:delete|edit|change|remove|add|alter)|how to (?:use|complete|fill)"
    r"|fields? marked|columns? marked|\* ?(?:=|denotes|indicates|required|mandatory)"
    r"|mandatory fields?|required fields?|instructions?$|guidance$|continued|continues|\(cont|delete (?:this|as)"
    r"|drop ?down|insert new|new rows?|add new)",
    re.IGNORECASE,
)
_EXAMPLE = re.compile(
    r"^\W*(?:e\.?g\.?[\s:,]|for example\b|examples?\s*(?:[:–-]|row|entry|record|only|service|organisation"
    r"|resource|\)|$)|sample (?:row|entry|record))",
    re.IGNORECASE,
)
_HINT = re.compile(
    r"^\W*(?:required|optional|mandatory|(?:free )?text(?: (?:field|box|only))?|date(?: format)?"
    r"|dd/?mm/?yy(?:yy)?|drop ?down(?: list)?|yes ?/ ?no|y ?/ ?n|string|varchar.*"
    r"|numbers?(?: only)?|numeric|integer|boolean|url|select.*|choose.*|max(?:imum)?\.? \d+.*"
    r"|up to \d+ (?:characters|words|letters).*|please .*|e\.?g\.?.*|format.*|enter .*|one of.*"
    r"|if (?:known|applicable|different).*|if any|must .*|use .*|include .*|free ?text.*)\W*$",
    re.IGNORECASE,
)
_CONTINUED = re.compile(r"\s*[(\[]?\s*(?:cont(?:inued|'d|d)?\.?)\s*[)\]]?\s*:?$", re.IGNORECASE)
_LONGEST_SECTION = 80
_LOOKED_AT = 300
_CATEGORIES = re.compile(
    r"^(?:housing|health|mental health|money|debt|benefits?|legal|law|education|employment|training|family"
    r"|families|children|young people|youth"
    r"|parenting|bereavement|counselling|drugs?|alcohol|substance|domestic|food|faith|disability|send"
    r"|early years|childcare|prison|criminal justice"
    r"|national|local|regional|helplines?|books|videos?|films?|leaflets?|websites?|tools?|research|policy|other"
    r"|general|emergency|crisis"
    r"|advice|advocacy|carers?|wellbeing|play|leisure|sports?|arts|transport|community|support|services?)\b",
    re.IGNORECASE,
)  # fmt: skip


@dataclass(frozen=True)
class Surroundings:
    """What a row is judged against: the rows of its block, and how such rows usually look."""

    name_place: int
    kind_places: frozenset[int]
    several_columns: bool
    gaps_are_rare: bool
    names_in_capitals: bool


def surroundings(rows: Sequence[TableRow], columns: Sequence[Column], name_field: str) -> Surroundings:
    """How the rows of a block look."""
    filled = [row for row in rows if not row.blank]
    name = next(column.place for column in columns if column.role and column.role.field == name_field)
    kinds = frozenset(column.place for column in columns if column.role and column.role.field in ("kind", "tags"))
    names = [row.cells[name].text for row in filled if name < len(row.cells) and row.cells[name].text]
    return Surroundings(
        name_place=name,
        kind_places=kinds,
        several_columns=max((_count(row) for row in filled), default=0) > 1,
        gaps_are_rare=(len(rows) - len(filled)) * 4 <= len(filled),
        names_in_capitals=sum(text.isupper() for text in names) * 2 > len(names),
    )


def set_aside(row: TableRow, around: Surroundings) -> str:
    """Why a row below the headings is no record, or "". Section titles are told by ``section_of``."""
    texts = [cell.text for cell in row.cells if cell.text]
    first = one_line(texts[0][:_LOOKED_AT])
    if first.casefold().startswith("sep=") and len(texts) == 1:
        return SEPARATOR
    if not first[:1].isalnum() and not any(mark.isalnum() for text in texts for mark in text):
        return LINE_DRAWN
    if _TOTAL.match(first) and all(value_kind(text) == "number" or _TOTAL.match(text) for text in texts[1:]):
        return TOTAL
    if _EXAMPLE.match(first):
        return EXAMPLE
    if len(texts) <= 2 and around.several_columns and _REMARK.match(first):
        return INSTRUCTION
    if (
        len(texts) == 1
        and len(first) > 25
        and re.match(r"^\W*(?:please|last updated|source:|this list)\b", first, re.IGNORECASE)
    ):
        return INSTRUCTION
    if (
        len(texts) >= 2
        and (_HINT.match(first) or _HINT.match(texts[1][:_LOOKED_AT]))
        and sum(_HINT.match(text[:_LOOKED_AT]) is not None for text in texts) * 10 >= len(texts) * 6
    ):
        return INSTRUCTION
    if all(value_kind(text) == "number" for text in texts) and (len(texts) > 1 or around.several_columns):
        return ONLY_NUMBERS
    return ""


def section_of(rows: Sequence[TableRow], place: int, start: int, around: Surroundings) -> str:
    """The title of a section when a row is one ("HOUSING"), else "".

    A lone cell is a section when it is written like one (capitals, a colon, a word for a kind of help) or stands apart
    with full rows beneath it. Anything else with one cell is for a person to decide.
    """
    row = rows[place]
    at, text = next((at, one_line(cell.text)) for at, cell in enumerate(row.cells) if cell.text)
    if _count(row) != 1 or not around.several_columns or len(text) > _LONGEST_SECTION:
        return ""
    if value_kind(text) != "text" or not any(mark.isalpha() for mark in text) or row.cells[at].link:
        return ""
    title = _CONTINUED.sub("", text).rstrip(" :–-")
    below = next((later for later in rows[place + 1 :] if not later.blank), None)
    if at in around.kind_places:
        return title
    if at > around.name_place or below is None:
        return ""
    written_like_one = (
        text.endswith(":") or (text.isupper() and not around.names_in_capitals) or _CONTINUED.search(text) is not None
    )
    category = _CATEGORIES.match(text) is not None and len(text.split()) <= 3
    apart = around.gaps_are_rare and (place == start or rows[place - 1].blank) and _count(below) >= 2
    return title if title and (written_like_one or ((category or apart) and _count(below) >= 2)) else ""


def _count(row: TableRow) -> int:
    return sum(1 for cell in row.cells if cell.text)
