"""HTML in a list of services turned into plain text: tags go, paragraphs and list points stay as lines."""

from __future__ import annotations

import html
import re

from champion_app.domain.typed_text import clean

# Only these are taken for HTML, so that "under <5s" and "<name>" stay as they were written.
_PARAGRAPHS = frozenset(("p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table", "blockquote", "section"))
_LINES = frozenset(("div", "br", "hr", "tr", "li", "dt", "dd", "header", "footer", "article"))
_INLINE = frozenset(
    (
        "a", "abbr", "b", "big", "body", "button", "center", "code", "em", "figcaption", "figure", "font", "form",
        "head", "html", "i", "iframe", "img", "input", "label", "link", "main", "meta", "nav", "o:p", "pre", "s",
        "script", "small", "span", "strike", "strong", "style", "sub", "sup", "tbody", "td", "tfoot", "th", "thead",
        "title", "u",
    )
)  # fmt: skip
_UNSEEN = frozenset({"script", "style", "head"})
# A space must follow the name, so that a tag and an attribute cannot be read in two ways (one look at each letter).
_TAG = re.compile(
    r"<(/?)(" + "|".join(sorted(_PARAGRAPHS | _LINES | _INLINE, key=len, reverse=True)) + r")((?:[\s/][^<>]*)?)>",
    re.IGNORECASE,
)
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});")
_LINK = re.compile(r"""\bhref\s*=\s*["']?(https?://[^\s"'<>]{1,500})""", re.IGNORECASE)


def is_marked_up(text: str) -> bool:
    """Whether a text holds HTML: a tag that HTML knows, or an entity such as ``&amp;``."""
    return bool(_TAG.search(text) or _ENTITY.search(text))


def plain(text: str) -> str:
    """The words of a text that may be HTML, cleaned. A text without HTML comes back as ``clean`` leaves it.

    Nothing is drawn or fetched. The address behind a link follows its words in brackets.
    """
    if not _TAG.search(text):
        return clean(_ENTITY.sub(_letter, text))
    return _tidied(_without_tags(_without_comments(text)))


def as_html(text: str) -> str:
    """A text that ``plain`` gives back unchanged: written as HTML entities where it would be taken for HTML."""
    return text if plain(text) == text else html.escape(text, quote=False)


def _letter(found: re.Match[str]) -> str:
    return html.unescape(found[0])


def _without_comments(text: str) -> str:
    kept, at = [], 0
    while (start := text.find("<!--", at)) >= 0 and (end := text.find("-->", start)) >= 0:
        kept.append(text[at:start])
        at = end + 3
    return "".join((*kept, text[at:]))


def _without_tags(text: str) -> str:
    # Where tags make the lines, those of the file mean nothing, as in any HTML.
    in_tags = any(found[2].casefold() in _PARAGRAPHS | _LINES for found in _TAG.finditer(text))
    # What is never shown has an end; without one it would swallow the rest.
    ends = {name: text.casefold().rfind(f"</{name}") for name in _UNSEEN}
    kept: list[str] = []
    at, unseen, link, link_from = 0, "", "", 0
    for found in _TAG.finditer(text):
        closing, name = bool(found[1]), found[2].casefold()
        if not unseen:
            kept.append(_words(text[at : found.start()], in_tags))
        at = found.end()
        if unseen:
            unseen = "" if closing and name == unseen else unseen
        elif name in _UNSEEN:
            unseen = "" if closing or ends[name] < at else name
        elif name == "a":
            if closing and link and link not in "".join(kept[link_from:]):
                kept.append(f" ({link})")
            href = None if closing else _LINK.search(found[3])
            link, link_from = (html.unescape(href[1]) if href else ""), len(kept)
        else:
            kept.append(_break(name, closing))
    return "".join(kept) + ("" if unseen else _words(text[at:], in_tags))


def _words(text: str, in_tags: bool) -> str:
    plain_text = _ENTITY.sub(_letter, text).replace("\u00a0", " ")
    return re.sub(r"\s+", " ", plain_text) if in_tags else plain_text


def _break(name: str, closing: bool) -> str:
    if name in _PARAGRAPHS:
        return "\n\n"
    if name == "li":
        return "" if closing else "\n- "
    if name in _LINES:
        return "\n"
    return " " if name in ("td", "th") else ""


def _tidied(text: str) -> str:
    lines = [" ".join(line.split()) for line in clean(text).split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
