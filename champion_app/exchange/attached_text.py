"""The words of an attachment, so that a search finds them. An attachment without any is just as welcome."""

from __future__ import annotations

from pathlib import Path, PurePath
from typing import Any

from champion_app.domain.typed_text import clean
from champion_app.exchange import file_kinds
from champion_app.exchange.child import in_child
from champion_app.exchange.file_kinds import looks_like as looks_like  # the media type, for whoever keeps the file
from champion_app.exchange.text_letters import letters
from champion_app.faults import AttachmentRefused

MOST_PAGES = 200
MOST_LETTERS = 200_000
_TEXTS = {".txt", ".md", ".csv", ".tsv"}
_WRITTEN = {"text/plain", file_kinds.HTML, file_kinds.JSON, "application/xml", "multipart/related"}


def attached_words(name: str, content: bytes) -> str:
    """The text of a .txt, .md or .csv file or of a PDF, cleaned: at most 200 pages and 200,000 letters of it.

    A PDF is read in a process of its own. One that is damaged or locked with a password, and any other kind of file,
    has no words: that is no fault.
    """
    kind = file_kinds.kind_of(content)
    if kind == file_kinds.PDF:
        try:
            words, _ = in_child("attached_text", Path(name or "pdf"), {}, refuse=AttachmentRefused, content=content)
        except AttachmentRefused:
            return ""
        return words[:MOST_LETTERS] if isinstance(words, str) else ""
    if PurePath(name).suffix.lower() in _TEXTS and kind in _WRITTEN:
        return clean(letters(content).text[: 2 * MOST_LETTERS])[:MOST_LETTERS]
    return ""


def read_in_child(path: Path, options: dict[str, Any]) -> tuple[Any, list[bytes]]:
    """The child's half, for a PDF in ``options["content"]``. Raises AttachmentRefused if it cannot be opened."""
    import pypdfium2

    try:
        pdf = pypdfium2.PdfDocument(options["content"])
    except pypdfium2.PdfiumError as error:
        way_out = "Attach it all the same; a search will not look into it."
        raise AttachmentRefused(name=path.name, reason="its words cannot be read", way_out=way_out) from error
    pages: list[str] = []
    length = 0
    for number in range(min(len(pdf), MOST_PAGES)):
        try:
            words = clean(pdf[number].get_textpage().get_text_bounded())
        except pypdfium2.PdfiumError:
            continue  # one damaged page is no reason to lose the others
        pages.append(words)
        length += len(words) + 1
        if length > MOST_LETTERS:
            break
    return "\n".join(pages)[:MOST_LETTERS], []
