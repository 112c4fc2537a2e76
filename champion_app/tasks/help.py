"""The help: its topics, read from the small part of Markdown they are written in, and looking something up in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from champion_app.assets import resource
from champion_app.domain.help_topics import (
    Block,
    Code,
    Found,
    Heading,
    Note,
    Paragraph,
    Points,
    Steps,
    Table,
    Topic,
    look_for,
    stems_of,
    unknown,
    vocabulary,
)
from champion_app.whole_file import write_whole

# In the order of the list, with the pages each topic is about. A topic that is not named here comes last.
CONTENTS: dict[str, tuple[str, ...]] = {
    "first-steps": ("first_run",),
    "home": ("home",),
    "find-help": ("find_help",),
    "ring-round": (),
    "recall": (),
    "prisons": ("prisons",),
    "resource-pack": ("resources",),
    "shelves-and-files": (),
    "own-sheets": (),
    "self-assessment": ("assessment",),
    "work-plan": ("work_plan",),
    "action-log": ("action_log",),
    "leaflets": ("leaflets",),
    "own-words": (),
    "print-history": (),
    "child-tells": (),
    "settings": ("settings",),
    "backups": ("backups",),
    "going-back": (),
    "what-we-hold": ("holdings",),
    "passphrase": (),
    "family-view": (),
    "prove-it": ("prove_it",),
    "how-we-test": (),
    "leaving": (),
    "lost-laptop": (),
    "searching": (),
    "saving-and-undo": (),
    "what-champion-never-holds": (),
    "taking-in-a-list": (),
    "lines-of-a-list": (),
    "taking-in-a-pack": (),
    "keyboard": (),
    "when-something-goes-wrong": (),
    "without-the-window": (),
    "using-the-help": ("help",),
    "packs": (),
}
# Pages that programmers read too carry a title of their own.
TITLES = {"packs": "The format of a pack"}
# The topic beside which the JSON Schema of a pack can be saved.
WITH_SCHEMA = "packs"
SCHEMA = "championpack.schema.json"

_SURE = 0.74  # how alike a correction must be
_SHORTEST = 4  # shorter words are not corrected

_HEADING = re.compile(r"(#{1,3})\s+(.*)")
_POINT = re.compile(r"[-*]\s+(.*)")
_STEP = re.compile(r"\d{1,3}\.\s+(.*)")
_SEE_ALSO = re.compile(r"see also:\s*(.*)", re.IGNORECASE)
_LINK = re.compile(r"\[([^\]]*)\]\(([^)]*)\)")
_RULE = re.compile(r"[\s|:-]+")  # the line below the headings of a table
_CODE_SPAN = re.compile(r"`([^`]+)`")
_BOLD = re.compile(r"\*\*(.+?)\*\*")
_ITALIC = re.compile(r"\*([^*\s](?:[^*]*[^*\s])?)\*")


@cache
def topics() -> tuple[Topic, ...]:
    """Every topic, in the order of the list. A file that cannot be read is left out."""
    found = {path.stem: read for path in sorted(resource("help").glob("*.md")) if (read := _read(path)) is not None}
    order = [*(name for name in CONTENTS if name in found), *(name for name in found if name not in CONTENTS)]
    return tuple(found[name] for name in order)


def topic(topic_id: str) -> Topic | None:
    """One topic, or None."""
    return next((one for one in topics() if one.id == topic_id), None)


def topic_for(page_name: str) -> Topic | None:
    """The topic of a page by the page's name ("find_help"); the first one for a page without; None without any help."""
    ours = (one for one in topics() if page_name in one.pages)
    return next(ours, topics()[0] if topics() else None)


def find(typed: str) -> Found:
    """The topics that speak of what was typed, best first. A word that stands nowhere is corrected and named."""
    stems = stems_of(typed)
    corrected = {one: word for one in unknown(topics(), stems) if (word := _closest(one))}
    found = look_for(topics(), tuple(corrected.get(one, one) for one in stems))
    return Found(found.hits, tuple(corrected.items()), found.loose)


def save_schema(path: Path) -> Path:
    """Saves the JSON Schema of a pack for whoever writes packs with another program. Raises a fault of the disk."""
    return write_whole(resource("help", SCHEMA).read_bytes(), path)


def parse(topic_id: str, text: str) -> Topic:
    """A topic from its Markdown. Knows #, ##, paragraphs, -, 1., > and ```, and tables; any other text is a paragraph.

    The last line may be "See also:" with links to other topics. Any text is safe.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    title = ""
    see_also: tuple[str, ...] = ()
    blocks: list[Block] = []
    for made in _blocks(lines):
        if isinstance(made, tuple):
            see_also = made
        elif isinstance(made, Heading) and made.level == 1 and not title and not blocks:
            title = made.text
        else:
            blocks.append(made)
    title = TITLES.get(topic_id, title) or topic_id.replace("-", " ").capitalize()
    return Topic(topic_id, title, tuple(blocks), CONTENTS.get(topic_id, ()), see_also)


def _read(path: Path) -> Topic | None:
    try:
        return parse(path.stem, path.read_text(encoding="utf-8", errors="replace"))
    except OSError:
        return None


def _closest(word: str) -> str:
    """The word of the help that is spelt most like this one; of equally close ones the more common."""
    if len(word) < _SHORTEST:
        return ""
    from rapidfuzz import process  # late: only a word that stands nowhere needs it
    from rapidfuzz.distance import OSA

    known = vocabulary(topics())
    close = process.extract(word, known.keys(), scorer=OSA.normalized_similarity, score_cutoff=_SURE, limit=8)
    return max(close, key=lambda one: (one[1], known[one[0]]), default=("",))[0]


def _blocks(lines: list[str]) -> Iterator[Block | tuple[str, ...]]:
    """The blocks in their order; the ids after "See also:" come as a tuple."""
    place = 0
    while place < len(lines):
        line = lines[place].strip()
        if not line:
            place += 1
        elif line.startswith("```"):
            end = next((at for at in range(place + 1, len(lines)) if lines[at].strip() == "```"), len(lines))
            yield Code("\n".join(lines[place + 1 : end]))
            place = end + 1
        elif heading := _HEADING.fullmatch(line):
            yield Heading(plain(heading[2]), len(heading[1]))
            place += 1
        else:
            end = next((at for at in range(place + 1, len(lines)) if _ends(lines[at])), len(lines))
            yield from _piece([one.strip() for one in lines[place:end]])
            place = end


def _ends(line: str) -> bool:
    """Whether a piece of several lines is over: by an empty line, a heading or code."""
    bare = line.strip()
    return not bare or bare.startswith("```") or _HEADING.fullmatch(bare) is not None


def _piece(lines: list[str]) -> Iterator[Block | tuple[str, ...]]:
    """Lines that stand together: a table, a note, a list, the links at the end, or a paragraph."""
    first = lines[0]
    if first.startswith("|"):
        yield from _table(lines)
    elif first.startswith(">"):
        yield Note(plain(" ".join(line.lstrip("> ") for line in lines)))
    elif _POINT.fullmatch(first):
        yield Points(_items(lines, _POINT))
    elif _STEP.fullmatch(first):
        yield Steps(_items(lines, _STEP))
    elif links := _SEE_ALSO.fullmatch(" ".join(lines)):
        yield tuple(Path(target).stem for _, target in _LINK.findall(links[1]))
    elif any(map(_begins_a_list, lines)):  # a list right below its sentence, without an empty line
        start = next(place for place, line in enumerate(lines) if _begins_a_list(line))
        yield Paragraph(plain(" ".join(lines[:start])))
        yield from _piece(lines[start:])
    else:
        yield Paragraph(plain(" ".join(lines)))


def _begins_a_list(line: str) -> bool:
    return line.startswith("|") or _POINT.fullmatch(line) is not None


def _items(lines: list[str], mark: re.Pattern[str]) -> tuple[str, ...]:
    items: list[str] = []
    for line in lines:
        if begun := mark.fullmatch(line):
            items.append(begun[1])
        else:
            items[-1] += f" {line}"
    return tuple(plain(item) for item in items)


def _table(lines: list[str]) -> Iterator[Table]:
    rows = [_cells(line) for line in lines if not _RULE.fullmatch(line)]
    if rows:
        columns = tuple(plain(cell) for cell in rows[0])
        yield Table(columns, tuple((_bare(row[0]), *map(plain, row[1:])) for row in rows[1:]))


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.removeprefix("|").removesuffix("|").split("|")]


def _bare(cell: str) -> str:
    """The first cell of a row: names stand there without marks."""
    return plain(_CODE_SPAN.sub(r"\1", cell))


def plain(text: str) -> str:
    """The words without marks. *Words of a button* get quotation marks, `names for a program` single ones."""
    parts = _CODE_SPAN.split(_LINK.sub(r"\1", text))
    for place, part in enumerate(parts):
        if place % 2 == 0:
            parts[place] = _ITALIC.sub(r"“\1”", _BOLD.sub(r"\1", part))
        elif not set(part) & set("\"'"):
            parts[place] = f"‘{part}’"
    return "".join(parts).strip()
