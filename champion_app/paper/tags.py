"""The structure of a tagged PDF: what each mark on a page is, in reading order, for screen readers and PDF/UA-1."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from champion_app.domain.languages import BRITISH_ENGLISH

_LANGUAGE = re.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")

# What each kind of list promises about its labels.
UNORDERED = "/O /List /ListNumbering /Disc"
DECIMAL = "/O /List /ListNumbering /Decimal"
UNNUMBERED = "/O /List /ListNumbering /None"
COLUMN_HEAD = "/O /Table /Scope /Column"
ROW_HEAD = "/O /Table /Scope /Row"


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of one page's drawing that belongs to a node: page index and marked-content number."""

    page: int
    number: int


@dataclass(frozen=True, slots=True)
class Annotation:
    """A link's clickable area: page index, its name in the file, its key in the parent tree."""

    page: int
    name: str
    key: int


@dataclass(eq=False, slots=True)
class Node:
    """An element of the structure: ``kind`` is a standard type (H1, P, TD...). Children keep reading order."""

    kind: str
    parent: Node | None = None
    attributes: str = ""
    alt: str = ""
    actual: str = ""
    language: str = ""
    box: tuple[float, float, float, float] | None = None
    children: list[Node | Mark | Annotation] = field(default_factory=list)

    def add(self, kind: str, *, attributes: str = "", alt: str = "", actual: str = "", language: str = "") -> Node:
        """A new last child."""
        child = Node(kind, self, attributes, alt, actual, language)
        self.children.append(child)
        return child


def text_string(text: str) -> str:
    """A PDF text string in hexadecimal UTF-16: the same bytes on every computer, nothing to escape."""
    return f"<FEFF{text.encode('utf-16-be').hex().upper()}>"


def is_language(tag: str) -> bool:
    """Whether this is a language tag a PDF may carry, such as ``ur`` or ``en-GB``."""
    return _LANGUAGE.fullmatch(tag) is not None


def language_or_english(tag: str) -> str:
    """The tag, or that of English where it is no language tag: a document has to be in some language."""
    return tag if is_language(tag) else BRITISH_ENGLISH


class Serial:
    """Turns a structure into PDF objects, numbered from ``first`` on: the elements, then the parent tree's arrays."""

    def __init__(self, root: Node, first: int, pages: list[int], annotations: dict[str, int]) -> None:
        self._pages = pages
        self._annotations = annotations
        self._nodes: list[Node] = []
        self._collect(root)
        self._number = {id(node): first + place for place, node in enumerate(self._nodes)}
        self._marked: list[dict[int, int]] = [{} for _ in pages]
        self._linked: dict[int, int] = {}
        self.root = first

    def _collect(self, root: Node) -> None:
        waiting = [root]
        while waiting:
            node = waiting.pop()
            self._nodes.append(node)
            waiting.extend(child for child in reversed(node.children) if isinstance(child, Node))

    def objects(self, tree: int) -> list[bytes]:
        """The elements in order of number. ``tree`` is the number of the structure tree root, parent of the first."""
        return [self._element(node, tree).encode("ascii") for node in self._nodes]

    def parent_tree(self) -> bytes:
        """The way back from page marks and links to elements. Call after ``objects``."""
        arrays = [
            f"{page} [{' '.join(f'{numbers[mark]} 0 R' for mark in range(len(numbers)))}]"
            for page, numbers in enumerate(self._marked)
        ]
        links = [f"{key} {number} 0 R" for key, number in sorted(self._linked.items())]
        return f"<</Nums [{' '.join(arrays + links)}]>>".encode("ascii")

    def _element(self, node: Node, tree: int) -> str:
        number = self._number[id(node)]
        parent = tree if node.parent is None else self._number[id(node.parent)]
        parts = [f"<</S /{node.kind} /P {parent} 0 R"]
        home = next((child.page for child in node.children if isinstance(child, Mark)), None)
        if home is not None:
            parts.append(f"/Pg {self._pages[home]} 0 R")
        kids = [self._child(child, number, home) for child in node.children]
        if kids:
            parts.append(f"/K {kids[0]}" if len(kids) == 1 else f"/K [{' '.join(kids)}]")
        parts += self._properties(node)
        return " ".join(parts) + ">>"

    def _properties(self, node: Node) -> list[str]:
        parts = []
        attributes = [f"<<{node.attributes}>>"] if node.attributes else []
        if node.box is not None:
            attributes.append(
                f"<</O /Layout /Placement /Block /BBox [{' '.join(f'{edge:.2f}' for edge in node.box)}]>>"
            )
        if attributes:
            parts.append(f"/A {attributes[0]}" if len(attributes) == 1 else f"/A [{' '.join(attributes)}]")
        language = node.language if is_language(node.language) else ""
        for key, value in (("Alt", node.alt), ("ActualText", node.actual), ("Lang", language)):
            if value:
                parts.append(f"/{key} {text_string(value)}")
        return parts

    def _child(self, child: Node | Mark | Annotation, number: int, home: int | None) -> str:
        if isinstance(child, Node):
            return f"{self._number[id(child)]} 0 R"
        page = self._pages[child.page]
        if isinstance(child, Annotation):
            self._linked[child.key] = number
            return f"<</Type /OBJR /Pg {page} 0 R /Obj {self._annotations[child.name]} 0 R>>"
        self._marked[child.page][child.number] = number
        if child.page == home:
            return str(child.number)
        return f"<</Type /MCR /Pg {page} 0 R /MCID {child.number}>>"
