"""The manifest of a pack: whether it is a pack at all, one that this Champion can read, and whole."""

from __future__ import annotations

import re
from hashlib import sha256
from typing import Any

from pydantic import ValidationError

from champion_app import __version__
from champion_app.exchange import strict_json
from champion_app.exchange.pack_fields import CHAMPION_NUMBER
from champion_app.exchange.pack_forms import ManifestForm
from champion_app.exchange.pack_limits import (
    ATTACHED,
    DEEPEST,
    FORMAT,
    LARGEST_JSON,
    LONGEST_TEXT,
    MANIFEST,
    MOST_ITEMS,
    MOST_VALUES,
    NOUN_FILES,
    RETIRED,
    VERSION,
)
from champion_app.exchange.pack_tidying import Say, Unfit, cleaned, only_known
from champion_app.exchange.pack_words import MEND, NEWER, WAY_OUT, Faults, fault_words
from champion_app.exchange.safe_names import shown
from champion_app.exchange.safe_zip import MEGABYTE, SafeZip
from champion_app.faults import PackRefused


class _Wrong(Exception):
    """What is wrong with one file of the pack, with its name."""


class Members:
    """The files of one pack, given out only when they are what the manifest says of them. Gathers what is wrong."""

    def __init__(self, archive: SafeZip, name: str, say: Say) -> None:
        """Reads the manifest and compares it with what is there. Raises PackRefused."""
        self._archive, self._name, self.say = archive, name, say
        self._size, self._values = 0, 0
        self.faults = Faults(name)
        self.manifest = self._checked(self._manifest())
        self._compare()
        self.faults.stop_if_any()

    def listed(self, member: str) -> list[Any]:
        """The list in a JSON file of the pack, its texts cleaned; empty when there is none or it is wrong."""
        if not self.has(member):
            return []
        try:
            found = self._json(member)
        except _Wrong as wrong:
            self.faults.add(str(wrong))
            return []
        if not isinstance(found, list):
            self.faults.add(f"{member} should be a list")
            return []
        if len(found) > MOST_ITEMS:
            self.faults.add(f"there are {len(found):,} things in {member}, and the most is {MOST_ITEMS:,}")
            return []
        return found

    def attached(self) -> dict[str, bytes]:
        """The files under files/, by SHA-256; whatever the pack has beside what we know is checked and noted."""
        found = {}
        for member in self.manifest.files:
            if member in NOUN_FILES or member == RETIRED:
                continue
            content = self._archive.read(member)
            try:
                self._compare_content(member, content)
            except _Wrong as wrong:
                self.faults.add(str(wrong))
                continue
            if known := ATTACHED.fullmatch(member):
                found[known[1]] = content
            else:
                self.say(f"Left out, because this Champion does not know what it is: the file {shown(member)}.")
        return found

    def has(self, member: str) -> bool:
        """Whether the pack has this file."""
        return member in self.manifest.files

    def _json(self, member: str) -> Any:
        self._size += self._archive.size(member)
        if self._size > LARGEST_JSON:
            raise _Wrong(f"{member}: the JSON files are larger than {LARGEST_JSON // MEGABYTE} MB together")
        try:
            content = self._archive.read(member)
            if member != MANIFEST:
                self._compare_content(member, content)
            self._values += sum(content.count(mark) for mark in (b",", b"[", b"{"))
            if self._values > MOST_VALUES:
                raise _Wrong(f"{member}: there are more than {MOST_VALUES:,} values in the JSON files")
            return cleaned(strict_json.load(content, name=member, depth=DEEPEST, longest=LONGEST_TEXT), self.say)
        except PackRefused as refused:
            raise _Wrong(f"{member}: {refused.details['reason']}") from refused
        except Unfit as unfit:
            raise _Wrong(f"{member}: {unfit}") from unfit

    def _compare_content(self, member: str, content: bytes) -> None:
        says, digest = self.manifest.files[member], sha256(content).hexdigest()
        if len(content) != says.size:
            raise _Wrong(f"{shown(member)} is {len(content):,} bytes long, and {MANIFEST} says {says.size:,}")
        known = ATTACHED.fullmatch(member)
        if digest != says.sha256 or (known and known[1] != digest):
            raise _Wrong(f"{shown(member)} is not what {MANIFEST} says: its SHA-256 is another")

    def _manifest(self) -> dict[str, Any]:
        names = self._archive.names()
        if MANIFEST not in names:
            inside = next((name for name in names if name.endswith(f"/{MANIFEST}")), "")
            folder = f"; it is in a folder, {shown(inside)}: pack the files, not the folder they are in"
            raise self._refused(f"there is no {MANIFEST} in it{folder if inside else ''}", MEND if inside else WAY_OUT)
        try:
            table = self._json(MANIFEST)
        except _Wrong as wrong:
            raise self._refused(str(wrong), WAY_OUT) from wrong
        if not isinstance(table, dict) or table.get("format") != FORMAT:
            raise self._refused(f"its {MANIFEST} does not say that it is a {FORMAT}", WAY_OUT)
        return table

    def _checked(self, table: dict[str, Any]) -> ManifestForm:
        """The manifest as a form. One for a newer Champion is told as that, however it may look otherwise (F49)."""
        version, needs = table.get("version"), _number(table.get("needs_champion"))
        newer_form = isinstance(version, int) and version > VERSION
        if newer_form or needs > _number(__version__):
            which = ".".join(map(str, needs)) if needs else f"one that reads packs of version {version}"
            raise self._refused(f"it needs a newer Champion ({which})", NEWER)
        table = only_known(table, ManifestForm.model_fields, MANIFEST, self.say)
        try:
            return ManifestForm.model_validate(table)
        except ValidationError as error:
            for found in error.errors(include_url=False, include_input=False):
                self.faults.add(fault_words(MANIFEST, found))
            raise self.faults.refused() from error

    def _compare(self) -> None:
        """Every file is in the manifest, and everything in the manifest is there."""
        there, listed = set(self._archive.names()) - {MANIFEST}, set(self.manifest.files)
        for member in sorted(there - listed):
            self.faults.add(f"{shown(member)} is in the pack, but not in its {MANIFEST}")
        for member in sorted(listed - there):
            self.faults.add(f"{shown(member)} is in {MANIFEST}, but not in the pack")

    def _refused(self, reason: str, way_out: str) -> PackRefused:
        return PackRefused(name=self._name, reason=reason, way_out=way_out)


def _number(version: object) -> tuple[int, ...]:
    """A number such as 0.1 so that it can be compared; nothing for what is not one."""
    text = version if isinstance(version, str) else ""
    return tuple(map(int, text.split("."))) if re.fullmatch(CHAMPION_NUMBER, text) else ()
