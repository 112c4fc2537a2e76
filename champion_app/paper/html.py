"""A document as one HTML file: for a web page or a telephone. It fetches nothing, runs nothing, stores nothing.

The same words as on paper, in the same order, marked up so that a screen reader finds headings, lists, tables, links.
"""

from __future__ import annotations

import base64
import io
import zlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from champion_app.domain.languages import BRITISH_ENGLISH
from champion_app.paper import addresses, blocks, copies, html_tables
from champion_app.paper.container import AUTHOR
from champion_app.paper.html_marks import Spoken, quoted
from champion_app.paper.html_style import style_sheet
from champion_app.paper.images import Encoded, afresh
from champion_app.paper.style import PAPER, TEXT, Align
from champion_app.paper.tags import language_or_english
from champion_app.paper.text import one_line, paragraphs

# Nothing may be fetched, framed, sent or run; only the style sheet and the pictures in this very file are shown.
POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"
_LOGO_WIDTH = 110  # points, as on paper
_ALIGNED = {Align.START: "", Align.CENTRE: "centre", Align.END: "end"}
_ROLES = {blocks.Role.BODY: "", blocks.Role.LARGE: "large", blocks.Role.SMALL: "small"}


def html_of(document: blocks.Document) -> str:
    """The document as a whole HTML page, to be saved as UTF-8. A pure function.

    Raises PaperFailed if a picture in it cannot be read.
    """
    language = language_or_english(document.language)
    spoken = Spoken(language)
    title = spoken.words(one_line(document.title)).strip() or AUTHOR
    writer = _Writer(copies.planned(document), document.sheet.width - 2 * document.sheet.margin)
    opening = _opening(document, spoken, writer)
    story = writer.all(document.blocks, spoken)
    foot = spoken.element("p", document.footer)
    about = quoted(document.subject)
    description = f'<meta name="description" content="{about}">\n' if about else ""
    return (
        f'<!doctype html>\n<html lang="{quoted(language)}" dir="{spoken.direction}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n<meta name="referrer" content="no-referrer">\n'
        f"{description}<title>{title}</title>\n"
        f"<style>{style_sheet()}</style>\n</head>\n<body>\n"
        + (f"<header>\n{opening}</header>\n" if opening else "")
        + f"<main>\n{story}</main>\n"
        + (f"<footer>{foot}</footer>\n" if foot else "")
        + "</body>\n</html>\n"
    )


def _opening(document: blocks.Document, spoken: Spoken, writer: _Writer) -> str:
    """The band's words, title, subtitle and logo."""
    align = "centre" if document.centred else ""
    subtitle = " ".join(part for part in ("subtitle", align) if part)
    logo = ""
    if document.logo is not None:
        width = min(_LOGO_WIDTH, document.logo.width or _LOGO_WIDTH)
        logo = f'<p class="logo">{_image(document.logo.data, document.logo.alt, width)}</p>'
    title = blocks.Heading(document.title, 1)
    parts = (
        spoken.element("p", document.band, "band"),
        writer.heading(title, spoken, align),
        spoken.element("p", document.subtitle, subtitle),
        logo,
    )
    return "".join(f"{part}\n" for part in parts if part)


@dataclass
class _Writer:
    """Turns blocks into HTML. ``headings`` are all of the document's, used up in order; ``width`` is in points."""

    headings: list[copies.Planned]
    width: float
    _place: int = 0
    _makers: dict[type, Callable[[Any, Spoken], str]] = field(init=False)

    def __post_init__(self) -> None:
        self._makers = {
            blocks.Heading: self.heading,
            blocks.Words: _words,
            blocks.Bullets: _bullets,
            blocks.Steps: _steps,
            blocks.Ticks: _ticks,
            blocks.Contacts: _contacts,
            blocks.Box: self._box,
            blocks.Table: lambda block, spoken: html_tables.table(block, spoken, self.all),
            blocks.Bars: lambda block, spoken: html_tables.chart(block, spoken, self.all),
            blocks.Radar: lambda block, spoken: html_tables.chart(block, spoken, self.all),
            blocks.QrCode: _qr_code,
            blocks.Picture: self._picture,
            blocks.Signatures: _signatures,
            blocks.Gap: lambda block, spoken: "",
            blocks.PageBreak: lambda block, spoken: "",
            blocks.Contents: self._contents,
        }

    def all(self, given: Iterable[blocks.Block], spoken: Spoken) -> str:
        """Some blocks, one after the other."""
        parts = (self._makers[type(block)](block, spoken) for block in copies.gathered(given))
        return "".join(f"{part}\n" for part in parts if part)

    def heading(self, block: blocks.Heading, spoken: Spoken, kind: str = "") -> str:
        """A heading, at the level planned for it and with a name to lead to."""
        if not one_line(block.words):
            return ""
        planned = self.headings[self._place]
        self._place += 1
        made = spoken.element(f"h{planned.level}", block.words, kind, block.language)
        return made.replace(f"<h{planned.level}", f'<h{planned.level} id="{_name(self._place - 1)}"', 1)

    def _box(self, block: blocks.Box, spoken: Spoken) -> str:
        inside = self.all(block.blocks, spoken)
        kinds = f"box {html_tables.TINTS[block.tone]}{' outlined' if block.outlined else ''}"
        return f'<section class="{kinds}">\n{inside}</section>' if inside else ""

    def _picture(self, block: blocks.Picture, spoken: Spoken) -> str:
        return f"<p>{_image(block.data, block.alt, min(block.width or self.width, self.width))}</p>"

    def _contents(self, block: blocks.Contents, spoken: Spoken) -> str:
        head = self.heading(blocks.Heading(block.title), spoken)
        links = [
            f'<li><a href="#{_name(place)}">{spoken.words(heading.words)}</a></li>\n'
            for place, heading in copies.listed(self.headings, block.title)
        ]
        listed = f"<ul>\n{''.join(links)}</ul>\n" if links else ""
        return f"<nav>\n{head}\n{listed}</nav>" if head or listed else ""


def _name(place: int) -> str:
    return f"part-{place}"


def _words(block: blocks.Words, spoken: Spoken) -> str:
    lead = one_line(block.lead)
    found = paragraphs(block.text) or ([[""]] if lead else [])
    kinds = (_ROLES[block.role], _ALIGNED[block.align], "bold" if block.bold else "")
    kind = " ".join(part for part in kinds if part)
    return "\n".join(
        spoken.lines("p", lines, kind, block.language, lead if place == 0 else "") for place, lines in enumerate(found)
    )


def _bullets(block: blocks.Bullets, spoken: Spoken) -> str:
    return _list("ul", "", block.items, block.language, spoken)


def _steps(block: blocks.Steps, spoken: Spoken) -> str:
    start = f' start="{block.start}"' if block.start != 1 else ""
    return _list("ol", start, block.items, block.language, spoken)


def _list(name: str, more: str, items: Sequence[str], language: str, spoken: Spoken) -> str:
    inner, attributes = spoken.within(language)
    rows = "".join(f"{inner.holding('li', item)}\n" for item in items)
    return f"<{name}{more}{attributes}>\n{rows}</{name}>" if rows else ""


def _ticks(block: blocks.Ticks, spoken: Spoken) -> str:
    """Boxes that can be ticked on the screen. Nothing is kept: the file has no way to."""
    inner, attributes = spoken.within(block.language)
    rows = []
    for place, item in enumerate(block.items):
        parts = "".join(inner.lines("span", lines, "part") for lines in paragraphs(item))
        box = html_tables.tick_box(place in block.ticked)
        rows.append(f"<li><label>{box}<span>{parts}</span></label></li>\n")
    return f'<ul class="ticks" role="list"{attributes}>\n{"".join(rows)}</ul>' if rows else ""


def _contacts(block: blocks.Contacts, spoken: Spoken) -> str:
    cards = "".join(f"{_contact(card, spoken)}\n" for card in block.cards)
    return f'<ul class="cards" role="list">\n{cards}</ul>' if cards else ""


def _contact(card: blocks.Contact, spoken: Spoken) -> str:
    inner, attributes = spoken.within(card.language)
    number, email = inner.linked(card.number, addresses.number_link(card.number)), addresses.email_link(card.email)
    parts = [
        inner.element("p", card.name, "name"),
        f'<p class="number{" urgent" if card.urgent else ""}">{number}</p>' if number else "",
        *(inner.lines("p", lines) for lines in paragraphs(card.about)),
        inner.element("p", card.hours),
        f"<p>{inner.web(card.web)}</p>" if one_line(card.web) else "",
        f"<p>{inner.linked(card.email, email)}</p>" if one_line(card.email) else "",
        inner.element("p", card.checked, "checked", card.checked_language),
    ]
    lines = "\n".join(part for part in parts if part)
    return f'<li class="card"{attributes}>\n{lines}\n</li>'


def _qr_code(block: blocks.QrCode, spoken: Spoken) -> str:
    """The code as a drawing in the page, dark on white by night too, as cameras need."""
    import segno  # late: few documents have one

    address = addresses.web_link(block.address)
    if not address:
        return ""
    code = segno.make_qr(address, error="m")
    drawing = code.svg_inline(omitsize=True, svgclass=None, lineclass=None, light=PAPER, dark=TEXT)
    name = quoted(f"QR code that opens {address}")
    language = spoken.within(BRITISH_ENGLISH)[1]  # what the program itself says is English
    drawing = drawing.replace("<svg ", f'<svg role="img" aria-label="{name}"{language} ', 1)
    words = spoken.element("p", block.words, "bold")
    return f'<div class="qr">\n{drawing}\n<div>\n{words}\n<p>{spoken.web(address)}</p>\n</div>\n</div>'


def _signatures(block: blocks.Signatures, spoken: Spoken) -> str:
    lines = [spoken.element("p", label, "sign") for label in block.labels]
    return "\n".join(part for part in (*lines, spoken.element("p", block.stamp, "stamp")) if part)


def _image(data: bytes, alt: str, width: float) -> str:
    """A picture drawn afresh, as part of the page. Without an alternative text it is decoration."""
    encoded = afresh(data, width)
    kind, content = ("png", _png(encoded)) if encoded.palette else ("jpeg", encoded.data)
    shown = max(1, round(width * 96 / 72))
    size = f'width="{shown}" height="{max(1, round(shown * encoded.height / encoded.width))}"'
    source = base64.b64encode(content).decode("ascii")
    return f'<img src="data:image/{kind};base64,{source}" alt="{quoted(alt)}" {size}>'


def _png(encoded: Encoded) -> bytes:
    """A picture of few colours as a PNG file."""
    from PIL import Image

    picture = Image.frombytes("P", (encoded.width, encoded.height), zlib.decompress(encoded.data))
    picture.putpalette(encoded.palette)
    out = io.BytesIO()
    picture.save(out, "PNG", optimize=True)
    return out.getvalue()
