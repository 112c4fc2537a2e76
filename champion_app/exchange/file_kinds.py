"""What a file is, told by its first bytes and not by its name."""

from __future__ import annotations

import re
from pathlib import PurePath

UNKNOWN = "application/octet-stream"
OLD_OFFICE = "application/x-ole-storage"
ZIP = "application/zip"
HTML = "text/html"
JSON = "application/json"
SVG = "image/svg+xml"
PDF = "application/pdf"

_MAGIC = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"PK\x03\x04", ZIP),
    (b"PK\x05\x06", ZIP),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", OLD_OFFICE),
    (b"{\\rtf", "application/rtf"),
    (b"SQLite format 3\0", "application/vnd.sqlite3"),
    (b"Rar!\x1a\x07", "application/vnd.rar"),
    (b"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"),
    (b"\x1f\x8b", "application/gzip"),
    (b"II*\0", "image/tiff"),
    (b"MM\0*", "image/tiff"),
    (b"\x7fELF", "application/x-executable"),
    (b"OggS", "audio/ogg"),
    (b"ID3", "audio/mpeg"),
)
# Kinds that share a frame: what stands at bytes 8 to 12 says which.
_BRANDS = {
    b"WEBP": "image/webp",
    b"WAVE": "audio/wav",
    b"heic": "image/heic",
    b"heix": "image/heic",
    b"mif1": "image/heic",
    b"avif": "image/avif",
}
_MARKUP = (
    (re.compile(rb"<!doctype html|<html\b|<head\b|<body\b|<table\b|<meta\b", re.IGNORECASE), HTML),
    (
        re.compile(rb"(?:<\?xml[^>]*>|<!--.*?-->|<!doctype svg[^>]*>|\s)*<(?:\w+:)?svg\b", re.DOTALL | re.IGNORECASE),
        SVG,
    ),
    (re.compile(rb"<\?xml\b", re.IGNORECASE), "application/xml"),
    (re.compile(rb"MIME-Version:", re.IGNORECASE), "multipart/related"),
    (re.compile(rb'\{\s*(?:"|\}\s*$)|\[\s*(?:\{|\[|\]\s*$)'), JSON),
)
_SUFFIXES = {
    ".csv": "text/csv",
    ".md": "text/markdown",
    ".tsv": "text/tab-separated-values",
    ".doc": "application/msword",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".json": JSON,
    ".mp3": "audio/mpeg",
    ".mp4": "video/mp4",
    ".odp": "application/vnd.oasis.opendocument.presentation",
    ".ods": "application/vnd.oasis.opendocument.spreadsheet",
    ".odt": "application/vnd.oasis.opendocument.text",
    ".ppt": "application/vnd.ms-powerpoint",
    ".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ".xls": "application/vnd.ms-excel",
    ".xlsm": "application/vnd.ms-excel.sheet.macroEnabled.12",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
# A suffix may say which of these it is, but not that a picture is a text.
_REFINED = {ZIP, OLD_OFFICE, UNKNOWN, "text/plain"}
_LOOKED_AT = 65_536
_NOT_WRITTEN = re.compile(rb"[\x00-\x08\x0e-\x19\x1b-\x1f\x7f]")
_MOST_NOT_WRITTEN = 0.02  # a list may hold a stray NUL (F56); a program or a film holds many


def kind_of(content: bytes) -> str:
    """The media type of a file by its content: "text/plain" for any text that is nothing else."""
    for start, kind in _MAGIC:
        if content.startswith(start):
            return kind
    if b"%PDF-" in content[:1024]:
        return PDF
    if content[:4] == b"RIFF" or content[4:8] == b"ftyp":
        return _BRANDS.get(content[8:12], "video/mp4" if content[4:8] == b"ftyp" else UNKNOWN)
    if content[:2] == b"BM" and content[6:10] == b"\0\0\0\0":
        return "image/bmp"
    if is_utf16(content):
        return "text/plain"
    start = content[:_LOOKED_AT].removeprefix(b"\xef\xbb\xbf").lstrip()
    for pattern, kind in _MARKUP:
        if pattern.match(start):
            return kind
    few = len(_NOT_WRITTEN.findall(content[:_LOOKED_AT])) <= 2 + _MOST_NOT_WRITTEN * len(content[:_LOOKED_AT])
    return "text/plain" if few else UNKNOWN


def is_utf16(content: bytes) -> str:
    """The byte order of a UTF-16 text ("utf-16-le" or "utf-16-be"), with or without its mark; nothing for others."""
    if content.startswith(b"\xff\xfe") and not content.startswith(b"\xff\xfe\0\0"):
        return "utf-16-le"
    if content.startswith(b"\xfe\xff"):
        return "utf-16-be"
    start = content[:4096] if len(content) % 2 == 0 else b""
    first, second = start[0::2].count(0), start[1::2].count(0)
    # Text in our alphabet has every other byte empty, and hardly any of the rest.
    if len(start) >= 4 and 5 * second > 2 * len(start) and 20 * first < len(start):
        return "utf-16-le"
    if len(start) >= 4 and 5 * first > 2 * len(start) and 20 * second < len(start):
        return "utf-16-be"
    return ""


def looks_like(name: str, content: bytes) -> str:
    """The media type of an attachment. The content decides; the name only says which kind of Office or text file."""
    kind = kind_of(content)
    suffix = PurePath(name).suffix.lower()
    return _SUFFIXES.get(suffix, kind) if kind in _REFINED else kind
