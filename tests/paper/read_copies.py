"""Eyes for the copies of a document: what an HTML page says and how it is built, and the bare letters of any text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from html.parser import HTMLParser

from champion_app.paper.blocks import Bars, Block, Box, Document, Picture, Radar, Table, Together
from champion_app.paper.style import Sheet
from champion_app.paper.text import STEERING

VOID = {"meta", "br", "img", "input"}
CLOSED_BY_STROKE = {"path"}
ASIDE = {"title", "style"}
INLINE = {"a", "bdi", "strong", "span", "input", "label"}
IN_PARAGRAPHS = {"a", "bdi", "strong", "span", "br", "img", "input", "label"}


class Page(HTMLParser):
    """An HTML file taken apart. It fails on the first tag that is not closed in turn."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.headings: list[int] = []
        self.title = ""
        self._open: list[str] = []
        self._said: list[str] = []
        self._counts: list[int | None] = []
        assert html.startswith("<!doctype html>\n")
        self.feed(html)
        self.close()
        assert self._open == []

    @property
    def text(self) -> str:
        """What it shows, numbers of steps included."""
        return "".join(self._said)

    def of(self, name: str) -> list[dict[str, str]]:
        """The attributes of every element of a name."""
        return [attributes for tag, attributes in self.tags if tag == name]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len({name for name, _ in attrs}) == len(attrs), "an attribute stands there twice"
        if "p" in self._open:
            assert tag in IN_PARAGRAPHS, f"{tag} in a paragraph"
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if tag not in INLINE:
            self._said.append(" ")
        if tag in {"ol", "ul"}:
            self._counts.append(int(dict(attrs).get("start") or 1) if tag == "ol" else None)
        elif tag == "li":
            assert self._open[-1] in {"ol", "ul"}
            if (count := self._counts[-1]) is not None:
                self._said.append(f"{count}. ")
                self._counts[-1] = count + 1
        if tag not in VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in CLOSED_BY_STROKE
        self.tags.append((tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self._open and self._open.pop() == tag
        if tag in {"ol", "ul"}:
            self._counts.pop()
        if tag not in INLINE:
            self._said.append(" ")

    def handle_data(self, data: str) -> None:
        if not set(self._open) & ASIDE:
            self._said.append(data)
        elif self._open[-1] == "title":
            self.title += data

    def handle_comment(self, data: str) -> None:
        raise AssertionError("a comment")

    def unknown_decl(self, data: str) -> None:
        raise AssertionError("a declaration")

    def handle_pi(self, data: str) -> None:
        raise AssertionError("a processing instruction")


def whole_page(html: str) -> Page:
    """A page whose structure is sound: one first heading, no level skipped, no name twice, tables with headers."""
    page = Page(html)
    assert page.headings.count(1) == (1 if page.headings else 0)
    assert all(after <= before + 1 for before, after in zip([0, *page.headings], page.headings, strict=False))
    names = [attributes["id"] for _, attributes in page.tags if "id" in attributes]
    assert len(set(names)) == len(names)
    assert page.title.strip()
    assert all(cell.get("scope") in {"col", "row", "rowgroup"} for cell in page.of("th"))
    assert all("alt" in picture and picture["src"].startswith("data:image/") for picture in page.of("img"))
    targets = [link["href"] for link in page.of("a")]
    assert all(re.match("https?://|mailto:|tel:[+]?[0-9]+$|#", target) for target in targets)
    assert all(target[1:] in names for target in targets if target.startswith("#"))
    allowed = {"href", "src", "content", "aria-label", "alt", "d", "class", "id", "lang"}
    for tag, attributes in page.tags:
        assert tag not in {"script", "link", "iframe", "object", "embed", "form", "base", "use", "image", "audio"}
        assert not [name for name in attributes if name.startswith("on") or name == "style"]
        assert all(name in allowed or re.fullmatch(r"[\w#:.=, -]*", value) for name, value in attributes.items())
    return page


def letters(text: str) -> str:
    """The letters of a text, composed, without spaces, bullets and the marks that only steer."""
    kept = (letter for letter in unicodedata.normalize("NFKC", text) if not letter.isspace())
    return "".join(letter for letter in kept if letter not in STEERING and letter not in "\u200b•")


def words(text: str) -> list[str]:
    """The words of a text, capitals and lines to write on aside."""
    text = re.sub(r"_{3,}", " ", unicodedata.normalize("NFKC", text).replace("[x]", "[ ]"))
    return re.findall(r"\w+", text.casefold())


def without(blocks: Sequence[Block], *kinds: type) -> tuple[Block, ...]:
    """Blocks but for some kinds, wherever they stand."""
    found: list[Block] = []
    for block in blocks:
        if isinstance(block, Box | Together):
            block = replace(block, blocks=without(block.blocks, *kinds))
        if not isinstance(block, kinds):
            found.append(block)
    return tuple(found)


def in_one_row(document: Document, *, tables: bool = False) -> Document:
    """The document as one long page with nothing but what all copies say in one order, or with its ``tables`` too."""
    sheet = Sheet("long", document.sheet.width, 14_000, document.sheet.margin)
    kept = without(document.blocks, Bars, Radar, Picture, *(() if tables else (Table,)))
    return replace(document, blocks=kept, sheet=sheet, page_words="", footer="", logo=None)
