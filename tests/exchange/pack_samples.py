"""Packs for the tests: a whole one, ones made by hand without our own writer, and reading without a child process."""

from __future__ import annotations

import io
import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from hashlib import sha256
from typing import Any
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

import pytest

from champion_app.domain.listings import ListingFields, ListingStatus, Phone
from champion_app.domain.packs import (
    NOUNS,
    Figure,
    LeafletText,
    PackAbout,
    PackContents,
    PackFile,
    PackItem,
    Retired,
    Term,
)
from champion_app.domain.prisons import PrisonFields
from champion_app.domain.resources import ResourceFields
from champion_app.exchange.pack_members import pack_bytes
from champion_app.exchange.pack_reading import read_archive
from champion_app.exchange.pack_tables import contents_of
from champion_app.faults import PackRefused

NAME = "area.championpack"
ABOUT = {
    "format": "championpack",
    "version": 1,
    "needs_champion": "0.1",
    "id": "area",
    "title": "Area pack",
    "publisher": "Area team",
    "number": 3,
    "made_on": "2026-11-22",
}
TEMPLATE: dict[str, Any] = {
    "id": "family-arrest",
    "edition": "2026-11",
    "kind": "leaflet",
    "title": "Ktoś w rodzinie został aresztowany",
    "discreet_title": "Pomoc dla rodziny",
    "subtitle": "",
    "discreet_subtitle": "",
    "audience": "families",
    "stage": "arrest",
    "language": "pl",
    "nations": ["England", "Wales"],
    "reading_age": [9, 11],
    "sizes": ["folded_a5", "a4"],
    "draft": "",
    "summary": "",
    "blocks": [
        {"id": "intro", "kind": "text", "text": "To nie twoja wina.", "review_by": "2027-11-01", "source": "a, b"},
        {"id": "steps", "kind": "list", "items": ["Usiądź blisko.", "Słuchaj."], "nations": ["England"]},
        {"id": "who", "kind": "contacts", "suggest": ["childline"]},
        {"id": "champion", "kind": "champion", "text": ""},
    ],
}
PDF = b"%PDF-1.4\n1 0 obj\n"


def sha(content: bytes) -> str:
    return sha256(content).hexdigest()


def attached_file(content: bytes, name: str = "a.pdf") -> dict[str, str]:
    """How an item names a file of the pack."""
    return {"name": name, "sha256": sha(content)}


def sample() -> PackContents:
    """A pack with something of every noun, an attached file, a field nobody knows, a retired thing."""
    items = (
        PackItem(
            "resources",
            "story",
            ResourceFields("A story", "Two\nlines.", stages=("arrest", "our own stage"), statements=(2, 6),
                           criteria=("2.4", "8.6"), link="https://example.org/a?b=c", tags=("ŵ", "اردو")),
            (PackFile("story.pdf", sha(PDF), "to read aloud"),),
            {"colour": {"cover": ["blue", 1, 2.5, None, True]}},
        ),
        PackItem(
            "listings",
            "pact",
            ListingFields("Pact", phones=(Phone("0808 808 3444", "Helpline", "free"),), website="www.example.org",
                          print_rule="check-first", status=ListingStatus.CLOSED),
        ),
        PackItem("leaflet_texts", "family-arrest.pl", LeafletText(TEMPLATE, "Anna Nowak")),
        PackItem("figures", "193", Figure("About 193,000.", "MoJ", "2022", review_by=date(2027, 11, 1))),
        PackItem("prisons", "aci", PrisonFields("Altcourse", types=("adult prison",), booking="Ring.\nOr write.")),
        PackItem("terms", "early-help", Term("early help", ("TAF", "CAF"))),
    )  # fmt: skip
    about = PackAbout("area", "Area pack", "Area team", 3, date(2026, 11, 22), "First line.\nSecond.", "en-GB")
    return PackContents(about, items, (Retired("terms", "old", "Nobody says it."),), {sha(PDF): PDF})


def in_order(contents: PackContents) -> PackContents:
    """As a pack has it: by noun, then by key."""
    return replace(
        contents,
        items=tuple(sorted(contents.items, key=lambda item: (NOUNS.index(item.noun), item.key))),
        retired=tuple(sorted(contents.retired, key=lambda one: (one.noun, one.key))),
    )


def as_bytes(value: object) -> bytes:
    return value if isinstance(value, bytes) else json.dumps(value).encode()


def zipped(members: Mapping[str, bytes]) -> bytes:
    """A zip file as any program makes it; what is large stays as it is, so that it is no bomb."""
    made = io.BytesIO()
    with ZipFile(made, "w") as archive:
        for name, content in members.items():
            archive.writestr(ZipInfo(name), content, ZIP_DEFLATED if len(content) < 1_000_000 else ZIP_STORED)
    return made.getvalue()


def sealed(members: Mapping[str, object], **changes: object) -> bytes:
    """A pack of these members with a right manifest, but for the changes to it; a change to None leaves a field out."""
    contents = {name: as_bytes(value) for name, value in members.items()}
    files = {name: {"sha256": sha(content), "size": len(content)} for name, content in contents.items()}
    manifest = {name: value for name, value in {**ABOUT, "files": files, **changes}.items() if value is not None}
    return zipped({"manifest.json": as_bytes(manifest), **contents})


def written(contents: PackContents) -> bytes:
    """What our own writer makes of it, in memory."""
    return pack_bytes(contents, NAME)


def read(pack: bytes) -> PackContents:
    """What a pack holds, read in this process; on its way it is JSON, as it is between two processes."""
    made, blobs = read_archive(pack, NAME)
    return contents_of(json.loads(json.dumps(made)), blobs)


def refusal(pack: bytes) -> str:
    """Why a pack is refused."""
    with pytest.raises(PackRefused) as raised:
        read(pack)
    assert raised.value.details["name"] == NAME
    assert all(raised.value.sentences()), "what happened, what is safe, what to do next"
    return str(raised.value.details["reason"])


def resource_pack(**fields: object) -> bytes:
    """A pack of one resource; a field of None is left out."""
    table = {"key": "a", "title": "A", **fields}
    return sealed({"resources.json": [{name: value for name, value in table.items() if value is not None}]})
