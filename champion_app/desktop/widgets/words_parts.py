"""A leaflet's words as parts to edit: what each is called, which of its fields is printed, what is ours about it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from champion_app.desktop.words import tr, trn
from champion_app.domain.dates import british
from champion_app.domain.leaflets import (
    FILLED_KINDS,
    ITEM_KINDS,
    Block,
    BlockKind,
    LeafletChoices,
    Template,
    variant_of,
)
from champion_app.domain.own_words import HEAD, HEAD_FIELDS, Arranged, OwnWords, Words
from champion_app.domain.typed_text import clean_line, clean_note

KIND_WORDS = {
    BlockKind.HEADING: "Heading",
    BlockKind.TEXT: "Text",
    BlockKind.LIST: "List",
    BlockKind.STEPS: "Steps",
    BlockKind.NOTE: "Note in a box",
    BlockKind.TICKS: "List to tick",
    BlockKind.CONTACTS: "Contacts",
    BlockKind.CHAMPION: "Our champion",
    BlockKind.LEAD: "Large words",
    BlockKind.LINE: "Line",
    BlockKind.LINES: "Table to write in",
    BlockKind.SIGNATURES: "Lines to sign on",
    BlockKind.PRISON: "The prison's visiting facts",
    BlockKind.SAFEGUARDING: "Safeguarding lead",
    BlockKind.CARRIED: "The sheets we carry",
    BlockKind.QR: "QR code",
}
# What the program puts under the words of a block it fills in.
FILLED_WORDS = {
    BlockKind.CONTACTS: "The services you tick under “Contacts and facts” stand here.",
    BlockKind.CHAMPION: "Your champion's name, place and times stand here, as in Settings.",
    BlockKind.PRISON: "The visiting facts of the prison you choose stand here. Without a prison, nothing is printed.",
    BlockKind.SAFEGUARDING: "Your safeguarding lead and their number stand here, as in Settings.",
    BlockKind.CARRIED: "The list of your leaflets and sheets stands here.",
    BlockKind.QR: "The code for the web address you give stands here. Without one, nothing is printed.",
}
# Kinds whose words are one short line, and what stands before the items of a list.
ONE_LINE = frozenset({BlockKind.HEADING, BlockKind.LEAD, BlockKind.LINE, BlockKind.LINES, *FILLED_KINDS})
MARKERS = {BlockKind.LIST: "•", BlockKind.STEPS: "1", BlockKind.TICKS: "☐", BlockKind.SIGNATURES: "_"}
HEAD_WORDS = {
    "title": "Title",
    "subtitle": "Line under the title",
    "discreet_title": "Title on the discreet cover",
    "discreet_subtitle": "Line under it on the discreet cover",
}
# The longest item of a list, in letters: as long as the binder keeps one.
_LONGEST_ITEM = 2000


@dataclass(frozen=True)
class PartField:
    """One field to type in: its name in the domain, what it is called, its words and the shipped ones."""

    name: str
    label: str
    words: Words
    shipped: Words
    one_line: bool = False
    marker: str = ""
    needed: bool = False

    @property
    def text(self) -> str:
        """The words as they are typed: an item to a line."""
        return typed(self.words)


@dataclass(frozen=True)
class Part:
    """The head or a block of a leaflet. ``block`` is None for the head, ``ours`` says that we added it."""

    where: str
    name: str
    fields: tuple[PartField, ...]
    block: Block | None = None
    hidden: bool = False
    changed: bool = False
    ours: bool = False

    @property
    def kind(self) -> BlockKind | None:
        """What kind of block it is; None for the head."""
        return self.block.kind if self.block is not None else None

    @property
    def filled(self) -> str:
        """What the program puts there, in words; empty for words of people."""
        return tr(FILLED_WORDS[self.kind]) if self.kind in FILLED_WORDS else ""

    @property
    def blank(self) -> bool:
        """Whether nothing is written in it."""
        return not any(field.text.strip() for field in self.fields)

    def spoken(self) -> str:
        """What a screen reader says of it."""
        said = [words for field in self.fields for words in field.text.split("\n")[:12] if words.strip()]
        marks = [tr("Your words")] if self.changed else []
        marks += [tr("Hidden, not printed")] if self.hidden else []
        parts = (self.name, *(said or [tr("Empty")]), self.filled, *marks)
        return ". ".join(part.rstrip(".") for part in parts if part)


def typed(words: Words) -> str:
    """Words as they stand in a field to type in."""
    return words if isinstance(words, str) else "\n".join(words)


def fit(field: PartField, where: str, text: str) -> Words:
    """What was typed into a field, as the binder keeps it. Raises TooLong or WordsNeeded."""
    if where == HEAD:
        return clean_line(text, field.label, needed=field.needed)
    if isinstance(field.shipped, str):
        return clean_note(text, tr("The text"))
    lines = clean_note(text, tr("The list")).split("\n")
    kept = (clean_line(line, tr("A line of the list"), limit=_LONGEST_ITEM) for line in lines)
    return tuple(line for line in kept if line)


def head_part(beneath: Template, own: OwnWords, choices: LeafletChoices, *, is_own: bool) -> Part:
    """The title and the line under it, or the discreet ones. A leaflet of our own needs its title."""
    names = HEAD_FIELDS[2:] if choices.discreet else HEAD_FIELDS[:2]
    fields = []
    for name in names:
        shipped = getattr(beneath, name)
        needed = is_own and name == "title"
        fields.append(PartField(name, tr(HEAD_WORDS[name]), own.head.get(name, shipped), shipped, True, needed=needed))
    return Part(HEAD, tr("Title"), tuple(fields), changed=any(name in own.head for name in names))


def block_part(one: Arranged, choices: LeafletChoices) -> Part:
    """A block, with the fields that these choices print."""
    block, shipped = one.block, one.shipped or replace(one.block, text="", items=())
    text, items = variant_of(one.shipped or block, choices)
    name = tr(KIND_WORDS[block.kind])
    listed = block.kind in ITEM_KINDS
    fields = []
    if not listed or getattr(block, text):
        label = tr("Words before it") if block.kind in FILLED_WORDS else tr("Words above it") if listed else name
        words = getattr(block, text)
        fields.append(PartField(text, label, words, getattr(shipped, text), block.kind in ONE_LINE))
    if listed:
        marker = MARKERS[block.kind]
        fields.append(PartField(items, name, getattr(block, items), getattr(shipped, items), marker=marker))
    return Part(block.id, name, tuple(fields), block, one.hidden, one.changed, one.shipped is None)


def said_otherwise(part: Part, choices: LeafletChoices) -> str:
    """That a block is also worded in another way, and how to change that; empty when it is not."""
    block = part.block
    if block is None:
        return tr("The discreet cover has words of its own.") if not choices.discreet else ""
    names = {field.name for field in part.fields}
    if names & {"simple", "simple_items"}:
        return tr("These are the simple words.")
    if "discreet" in names:
        return tr("These are the discreet words.")
    ways = [
        words
        for words, there in (
            (tr("“Simple words”"), block.simple or block.simple_items),
            (tr("discreet"), block.discreet),
        )
        if there
    ]
    if not ways:
        return ""
    return tr("It is also worded for {ways}: switch that on under “How it is made” to change those words.",
              ways=tr(" and ").join(ways))  # fmt: skip


@dataclass(frozen=True)
class Look:
    """A mark beside a part: its icon, its words and the colour token of both."""

    icon: str
    words: str
    token: str = "muted"


def marks_of(part: Part, today: date, *, whole: bool) -> tuple[Look, ...]:
    """What is to know about a part: whose words they are, whether it is printed, and facts that do not keep.

    At rest only what asks for attention; ``whole`` adds the rest.
    """
    marks = []
    if part.ours:
        marks.append(Look("edit", tr("Added by you"), "accent"))
    elif part.changed:
        marks.append(Look("edit", tr("Your words"), "accent"))
    if part.hidden:
        marks.append(Look("hide", tr("Hidden: not on the paper")))
    block = part.block
    if block is not None and block.review_by is not None and block.review_by < today:
        words = tr("Should have been looked at again by {date}", date=british(block.review_by))
        marks.append(Look("due-soon", words, "warn"))
    elif block is not None and block.volatile and whole:
        marks.append(Look("due-soon", tr("These facts change often"), "warn"))
    elif block is not None and block.volatile:
        marks.append(Look("due-soon", tr("Changes often")))
    return tuple(marks)


def facts_of(part: Part) -> tuple[str, str]:
    """Where the facts of a block are from, and when to look at them again; two empty texts where it states none."""
    block = part.block
    if block is None:
        return "", ""
    again = tr("Look at it again by {date}.", date=british(block.review_by)) if block.review_by else ""
    return block.source, again


def more_lines(count: int) -> str:
    """How many lines there are that a row at rest does not show."""
    return trn("and {n} more line", "and {n:,} more lines", count)
