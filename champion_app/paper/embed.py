"""Puts the letters a document uses into it: one subset font file for each face, with the way back from glyphs to text.

Fonts go in as composite fonts (Type 0, two bytes a glyph), so that shaped glyphs and rare letters need no tricks, and
every code has a true ToUnicode entry: what is copied out of the PDF is what was typed in.
"""

from __future__ import annotations

import struct
from typing import Any

from reportlab.pdfbase import pdfdoc

from champion_app.paper.fonts import Face

_CMAP_HEAD = (
    "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
    "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"
    "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
)
_CMAP_TAIL = "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
_LONGEST_CMAP_LIST = 100
_ZERO_WIDTH = "\u200b"  # what the second glyph of a joined pair stands for: the first one stands for both letters
_NO_BREAK_SPACE = 0xA0
_SYMBOLIC = 1 << 2
_NONSYMBOLIC = 1 << 5


class FaceUse(dict[int, str]):
    """The letters of one face that one document uses: ``str.translate`` turns them into hexadecimal codes."""

    def __init__(self, face: Face, resource: str) -> None:
        super().__init__()
        self.face = face
        self.resource = resource
        self._glyphs = [0]
        self._letters = ["\ufffd"]
        self._shaped: dict[tuple[int, str], str] = {}

    def __missing__(self, code: int) -> str:
        letter = " " if code == _NO_BREAK_SPACE else chr(code)
        hexadecimal = self._code(self.face.glyph_of[letter], letter)
        self[code] = hexadecimal
        if letter == " ":
            self[0x20] = self[_NO_BREAK_SPACE] = hexadecimal
        return hexadecimal

    def shaped(self, glyph: int, letters: str = "") -> str:
        """The code of a shaped glyph that stands for ``letters``, or for nothing of its own."""
        if len(letters) == 1 and self.face.glyph_of.get(letters) == glyph:
            return self[ord(letters)]
        key = (glyph, letters)
        if key not in self._shaped:
            self._shaped[key] = self._code(glyph, letters or _ZERO_WIDTH)
        return self._shaped[key]

    def _code(self, glyph: int, letters: str) -> str:
        self._glyphs.append(glyph)
        self._letters.append(letters)
        return f"{len(self._glyphs) - 1:04X}"

    def add_to(self, document: Any, tag: str) -> None:
        """Adds the font and everything it needs to a ReportLab document. ``tag``: the six letters of a subset."""
        file, place_of = self.face.subset(self._glyphs)
        font_file = _stream(file, document, Length1=len(file))
        to_glyphs = _stream(struct.pack(f">{len(self._glyphs)}H", *map(place_of.__getitem__, self._glyphs)), document)
        to_unicode = _stream(self._to_unicode().encode("ascii"), document)
        name = f"/{tag}+{self.face.name}"
        descriptor = document.Reference(pdfdoc.PDFDictionary(self._descriptor(name, font_file)))
        advances = " ".join(f"{self.face.advance(glyph):.3f}".rstrip("0").rstrip(".") for glyph in self._glyphs)
        descendant = pdfdoc.PDFDictionary(
            {
                "Type": "/Font",
                "Subtype": "/CIDFontType2",
                "BaseFont": name,
                "CIDSystemInfo": "<</Registry (Adobe) /Ordering (Identity) /Supplement 0>>",
                "FontDescriptor": descriptor,
                "W": f"[0 [{advances}]]",
                "CIDToGIDMap": to_glyphs,
            }
        )
        font = pdfdoc.PDFDictionary(
            {
                "Type": "/Font",
                "Subtype": "/Type0",
                "BaseFont": name,
                "Encoding": "/Identity-H",
                "DescendantFonts": pdfdoc.PDFArray([document.Reference(descendant)]),
                "ToUnicode": to_unicode,
            }
        )
        document.idToObject[pdfdoc.BasicFonts].dict[self.resource] = document.Reference(font)

    def _descriptor(self, name: str, font_file: Any) -> dict[str, Any]:
        face = self.face.ttf
        return {
            "Type": "/FontDescriptor",
            "FontName": name,
            "Flags": face.flags & ~_NONSYMBOLIC | _SYMBOLIC,
            "FontBBox": pdfdoc.PDFArray([round(edge) for edge in face.bbox]),
            "ItalicAngle": 0,
            "Ascent": round(face.ascent),
            "Descent": round(face.descent),
            "CapHeight": round(face.capHeight),
            "StemV": face.stemV,
            "FontFile2": font_file,
        }

    def _to_unicode(self) -> str:
        entries = [
            f"<{code:04X}> <{letters.encode('utf-16-be').hex().upper()}>"
            for code, letters in enumerate(self._letters)
            if code
        ]
        lists = []
        for start in range(0, len(entries), _LONGEST_CMAP_LIST):
            part = entries[start : start + _LONGEST_CMAP_LIST]
            lists.append(f"{len(part)} beginbfchar\n" + "\n".join(part) + "\nendbfchar\n")
        return _CMAP_HEAD + "".join(lists) + _CMAP_TAIL


def _stream(content: bytes, document: Any, **entries: int) -> Any:
    stream = pdfdoc.PDFStream(pdfdoc.PDFDictionary(entries), content, [pdfdoc.PDFZCompress])
    return document.Reference(stream)
