"""Writes the PDF file itself: catalogue, document information, structure, object streams and a cross-reference stream.

ReportLab makes pages, fonts and pictures; this module adds what makes them a tagged document and packs all of it. Small
objects go compressed into object streams (PDF 1.5), which keeps a leaflet with its whole structure under 60 KB.
"""

from __future__ import annotations

import hashlib
import struct
import zlib
from dataclasses import dataclass
from datetime import datetime
from html import escape
from typing import Any

from champion_app.paper.pen import Pen
from champion_app.paper.tags import Node, Serial, text_string

AUTHOR = "Champion"

_HEADER = b"%PDF-1.7\n%\x93\x8c\x8b\x9e\n"
_OBJECTS_PER_STREAM = 200

_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<pdf:Producer>{author}</pdf:Producer><xmp:CreatorTool>{author}</xmp:CreatorTool>{dates}
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""


@dataclass(frozen=True, slots=True)
class Facts:
    """What a PDF says about itself."""

    title: str
    language: str
    subject: str = ""
    made: datetime | None = None


def pack(pen: Pen, root: Node, facts: Facts) -> bytes:
    """The finished file. The same drawing and facts give the same bytes. ``pen`` cannot be used afterwards."""
    document = pen.document
    for place, use in enumerate(pen.uses):
        use.add_to(document, f"CHMP{chr(65 + place // 26)}{chr(65 + place % 26)}")
    if pen.outlined:
        pen.finish_outline()
    pages = document.Reference(document.Pages)
    outlines = document.Reference(document.Outlines) if pen.outlined else None
    objects = _reportlab_objects(document)
    number_of = {name: number for name, (number, _) in document.idToObjectNumberAndVersion.items()}
    catalogue, information, metadata, tree, parents = range(len(objects) + 1, len(objects) + 6)
    page_numbers = [number_of[f"Page{page}"] for page in range(1, pen.page + 1)]
    serial = Serial(root, parents + 1, page_numbers, number_of)
    elements = serial.objects(tree)
    xmp = _xmp(facts)
    entries = [
        "/Type /Catalog",
        f"/Pages {pages.format(document).decode()}",
        f"/Lang {text_string(facts.language)}",
        "/MarkInfo <</Marked true>> /ViewerPreferences <</DisplayDocTitle true>>",
        f"/StructTreeRoot {tree} 0 R /Metadata {metadata} 0 R",
    ]
    if outlines is not None:
        entries.append(f"/Outlines {outlines.format(document).decode()} /PageMode /UseOutlines")
    objects += [
        f"<<{' '.join(entries)}>>".encode("ascii"),
        _information(facts),
        b"<</Type /Metadata /Subtype /XML /Length %d>>\nstream\n%b\nendstream" % (len(xmp), xmp),
        f"<</Type /StructTreeRoot /K {serial.root} 0 R /ParentTree {parents} 0 R>>".encode("ascii"),
        serial.parent_tree(),
        *elements,
    ]
    return _file(objects, catalogue, information)


def _reportlab_objects(document: Any) -> list[bytes]:
    """What ReportLab holds, one after the other; formatting one may bring up another."""
    found: list[bytes] = []
    while (name := document.numberToId.get(len(found) + 1)) is not None:
        content: bytes = document.idToObject[name].format(document)
        found.append(content.rstrip(b"\n"))
    return found


def _information(facts: Facts) -> bytes:
    made = facts.made.strftime("D:%Y%m%d%H%M%S") if facts.made else ""
    values = {"Title": facts.title, "Subject": facts.subject, "Author": AUTHOR, "Creator": AUTHOR, "Producer": AUTHOR}
    entries = [f"/{key} {text_string(value)}" for key, value in values.items() if value]
    if made:
        entries.append(f"/CreationDate ({made})")
    return f"<<{' '.join(entries)}>>".encode("ascii")


def _xmp(facts: Facts) -> bytes:
    dates = f"\n<xmp:CreateDate>{facts.made.isoformat(timespec='seconds')}</xmp:CreateDate>" if facts.made else ""
    return _XMP.format(
        title=escape(facts.title, quote=False),
        author=AUTHOR,
        subject=escape(facts.subject, quote=False),
        language=escape(facts.language, quote=False),
        dates=dates,
    ).encode("utf-8")


def _file(objects: list[bytes], catalogue: int, information: int) -> bytes:
    """Objects 1 to n as a file: streams as they are, everything else in object streams, then where each one is."""
    out = bytearray(_HEADER)
    places: list[tuple[int, int, int]] = [(0, 0, 65535)]  # kind, offset or stream number, generation or place in stream
    waiting: list[tuple[int, bytes]] = []
    for number, content in enumerate(objects, 1):
        if content.endswith(b"endstream"):
            places.append((1, len(out), 0))
            out += b"%d 0 obj\n%b\nendobj\n" % (number, content)
        else:
            places.append((2, 0, 0))
            waiting.append((number, content))
    for start in range(0, len(waiting), _OBJECTS_PER_STREAM):
        group = waiting[start : start + _OBJECTS_PER_STREAM]
        number = len(places)
        places.append((1, len(out), 0))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, _object_stream(group))
        for place, (member, _) in enumerate(group):
            places[member] = (2, number, place)
    here = len(out)
    places.append((1, here, 0))
    digest = hashlib.sha256(out).hexdigest()[:32]
    table = zlib.compress(b"".join(struct.pack(">BIH", *entry) for entry in places))
    out += (
        f"{len(places) - 1} 0 obj\n<</Type /XRef /Size {len(places)} /W [1 4 2] /Root {catalogue} 0 R "
        f"/Info {information} 0 R /ID [<{digest}> <{digest}>] /Filter /FlateDecode /Length {len(table)}>>\nstream\n"
    ).encode("ascii")
    out += table + f"\nendstream\nendobj\nstartxref\n{here}\n%%EOF\n".encode("ascii")
    return bytes(out)


def _object_stream(group: list[tuple[int, bytes]]) -> bytes:
    offsets = []
    position = 0
    for number, content in group:
        offsets.append(f"{number} {position}")
        position += len(content) + 1
    index = " ".join(offsets).encode("ascii") + b"\n"
    body = zlib.compress(index + b"\n".join(content for _, content in group))
    head = f"<</Type /ObjStm /N {len(group)} /First {len(index)} /Filter /FlateDecode /Length {len(body)}>>"
    return head.encode("ascii") + b"\nstream\n" + body + b"\nendstream"
