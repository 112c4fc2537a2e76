"""The security information sheet: what Champion has no code for, where its data lies and what it is made of."""

from __future__ import annotations

from champion_app.domain.approvals import Security
from champion_app.domain.dates import british
from champion_app.paper import blocks
from champion_app.paper.style import Align, Tone
from champion_app.paper.text import stopped

TITLE = "Security information sheet"
_FACTS = (blocks.Column("What", 58), blocks.Column("Here", 112))
_LEAVES = (blocks.Column("What can leave", 58), blocks.Column("How", 112))
_PRINTS = (blocks.Column("Folder", 52), blocks.Column("Files", 16, Align.END), blocks.Column("SHA-256", 102))
_PARTS = (blocks.Column("Package", 60), blocks.Column("Version", 36), blocks.Column("Licence, as it says itself", 74))


def document(about: Security) -> blocks.Document:
    """A4: one or two pages to read, then the lists to check against."""
    words = about.words
    facts = (
        ("Champion", f"version {about.version}"),
        ("This computer", f"{about.system}; Python {about.python}"),
        *about.places,
    )
    return blocks.Document(
        title=TITLE,
        subtitle=stopped(about.service, f"Made on {british(about.day)}"),
        blocks=(
            blocks.Box((blocks.Words(words.caution, bold=True),), Tone.WARM),
            blocks.Heading("No network"),
            blocks.Bullets(words.network),
            blocks.Heading("No camera, no microphone"),
            blocks.Bullets(words.devices),
            blocks.Words(_shipped(about)),
            blocks.Heading("Encryption"),
            blocks.Words(f"{about.protection.words} {about.protection.second_words} {about.protection.decided}"),
            blocks.Heading("What leaves, and how"),
            blocks.Table(_LEAVES, tuple(blocks.Row(pair) for pair in words.leaves), summary="What can leave, and how"),
            blocks.Heading("Printers"),
            blocks.Bullets(words.printers),
            blocks.Heading("Files from outside"),
            blocks.Bullets(words.runs),
            blocks.Heading("Going into a prison"),
            blocks.Bullets(words.prison),
            blocks.Signatures(("Looked at by", "Role", "Date"), columns=3),
            blocks.Heading("Where things lie"),
            blocks.Table(_FACTS, tuple(blocks.Row(pair) for pair in facts), summary="Version and places"),
            blocks.Heading("Fingerprints of the program"),
            blocks.Words(
                "SHA-256 over lines of “digest, two spaces, name”, sorted: the same program gives the same numbers on"
                " any computer.",
                introduces=True,
            ),
            _fingerprints(about),
            blocks.Heading("What it is made of"),
            blocks.Table(
                _PARTS,
                tuple(blocks.Row((part.name, part.version, part.licence)) for part in about.parts),
                summary="Packages with versions and licences",
            ),
        ),
        footer=stopped(about.service, "Check before signing"),
        subject=TITLE,
    )


def _shipped(about: Security) -> str:
    there = [name for name, here in about.shipped.items() if here]
    absent = [name for name, here in about.shipped.items() if not here]
    said = f"Not installed: {', '.join(absent)}." if absent else ""
    if there:
        said += f" Part of the Qt package on this computer, and never loaded by Champion: {', '.join(there)}."
    return said.strip()


def _fingerprints(about: Security) -> blocks.Table:
    rows = tuple(blocks.Row((one.folder, f"{one.files:,}", _in_groups(one.sha256))) for one in about.fingerprints)
    return blocks.Table(_PRINTS, rows, summary="Fingerprints of the program’s folders")


def _in_groups(digest: str) -> str:
    """In groups of eight: to be compared by eye, and to fit."""
    return " ".join(digest[place : place + 8] for place in range(0, len(digest), 8))
