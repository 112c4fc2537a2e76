"""The one way words become HTML: each string is made safe, escaped, and says its language and direction if it must."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from champion_app.paper import addresses, copies, shaping
from champion_app.paper.tags import is_language
from champion_app.paper.text import NO_BREAK, one_line, paragraphs

_NUMBER = re.compile(rf"[+(]?\d[\d()]*(?:{NO_BREAK}[\d()]+)+")


@dataclass(frozen=True, slots=True)
class Spoken:
    """The language words are in: that of the document or of a part of it. It knows how to mark them up."""

    language: str

    @property
    def direction(self) -> str:
        """The way its lines run."""
        return "rtl" if shaping.runs_right_to_left(self.language) else "ltr"

    def within(self, language: str, text: str = "") -> tuple[Spoken, str]:
        """A part in another language, and the attributes that say so; none if it is the same or no language at all.

        A paragraph whose ``text`` begins with letters that run against its language is turned round, as on paper.
        """
        inner = Spoken(language) if language and language != self.language else self
        way = "rtl" if copies.starts_right(text, inner.language) else inner.direction
        named = f' lang="{quoted(language)}"' if inner is not self and is_language(language) else ""
        return inner, named + (f' dir="{way}"' if way != self.direction else "")

    def element(self, name: str, words: str, kind: str = "", language: str = "") -> str:
        """One line of words in an element of its own, or nothing if there are none."""
        line = one_line(words)
        return self.lines(name, [line], kind, language) if line else ""

    def lines(self, name: str, lines: Sequence[str], kind: str = "", language: str = "", lead: str = "") -> str:
        """``text.paragraphs`` lines in an element, a line break between two, ``lead`` strong before the first."""
        inner, attributes = self.within(language, f"{lead} {lines[0]}")
        strong = f"<strong>{inner.words(lead)}</strong> " if lead else ""
        return f"<{name}{classed(kind)}{attributes}>{strong}{inner.broken(lines)}</{name}>"

    def holding(self, name: str, text: str, more: str = "", language: str = "", sign: str = "", held: str = "") -> str:
        """An element with a text of any length in it: bare if that is one paragraph, else a paragraph element each.

        ``more`` are attributes, ``sign`` and ``held`` is HTML to stand before and after the text.
        """
        found = paragraphs(text)
        bare = len(found) == 1 and not held
        inner, attributes = self.within(language, found[0][0] if bare else "")
        words = inner.broken(found[0]) if bare else "".join(inner.lines("p", lines) for lines in found)
        return f"<{name}{more}{attributes}>{sign}{words}{held}</{name}>"

    def broken(self, lines: Sequence[str]) -> str:
        """Lines with a line break between two."""
        return "<br>\n".join(map(self.words, lines))

    def words(self, line: str) -> str:
        """Words as HTML. A telephone number keeps its groups in order where lines run from the right."""
        text = escape(line, quote=False)
        if shaping.RIGHT_TO_LEFT.search(line) or self.direction == "rtl":
            text = _NUMBER.sub(r'<bdi dir="ltr">\g<0></bdi>', text)
        return text

    def linked(self, words: str, address: str) -> str:
        """Words that lead to a web, ``mailto:`` or ``tel:`` address made by ``addresses``; plain without one."""
        if not address:
            return self.words(one_line(words))
        way = ' dir="ltr"' if self.direction == "rtl" else ""
        apart = ' rel="noreferrer"' if address.startswith("http") else ""
        return f'<a href="{quoted(address)}"{way}{apart}>{escape(one_line(words), quote=False)}</a>'

    def web(self, address: str) -> str:
        """A web address as people write it, a link if it is one."""
        return self.linked(addresses.spoken(address), addresses.web_link(address))


def quoted(words: str) -> str:
    """Words inside the quotation marks of an attribute."""
    return escape(one_line(words), quote=True)


def classed(kind: str) -> str:
    """The class attribute, if there is one to say."""
    return f' class="{kind}"' if kind else ""
