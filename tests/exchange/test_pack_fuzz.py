"""Thousands of broken packs: each is taken in or refused, nothing else happens, and what is taken in goes out again."""

from __future__ import annotations

import copy
import json
import random
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from champion_app.exchange.pack_members import pack_members
from champion_app.exchange.packs import read_pack
from champion_app.faults import PackRefused
from tests.exchange.pack_samples import NAME, in_order, read, sample, sealed, written

ODD: list[Any] = [
    None, True, -1, 0, 10**18, 1.5, "", " ", "\u202e", "\ufeff", "e\u0301", "x" * 600, "file:///x", "9.9", "2026-02-30",
    [], {}, [[]], [None], {"": ""}, {"key": "a"}, ["arrest", 3], "key", "CON", "../a", "\U0001f469\u200d", "resources",
]  # fmt: skip
NAMES = ["odd", "files", "key", "checked_on", "template", ""]
SYNTAX = [b"\x00", b"\xff", b"[", b"}", b'"', b",", b"NaN", b"1e999", b"\\ud800", b"\\u0000", b"PK\x03\x04"]
Changed = Callable[[random.Random], bytes]


def changed_bytes(chance: random.Random) -> bytes:
    """A good pack with some of its bytes changed, left out, doubled or cut off."""
    pack = bytearray(written(sample()))
    for _ in range(chance.randint(1, 6)):
        if not pack:
            break
        at, size = chance.randrange(len(pack)), chance.choice((1, 1, 2, 4, 30))
        what = chance.randrange(5)
        if what == 0:
            pack[at : at + size] = chance.randbytes(size)
        elif what == 1:
            del pack[at : at + size]
        elif what == 2:
            pack[at:at] = pack[chance.randrange(len(pack)) :][:size]
        elif what == 3:
            pack[at : at + 4] = chance.choice((b"\xff\xff\xff\xff", b"\0\0\0\0", b"\0\0\0\x80", b"\x01\0\0\0"))
        else:
            pack = pack[: max(1, at)] if chance.random() < 0.3 else pack + chance.randbytes(size)
    return bytes(pack)


def changed_text(chance: random.Random) -> bytes:
    """A pack whose hashes are right, with something in one of its JSON files that is not JSON, or not only."""
    members: dict[str, object] = {**pack_members(sample(), NAME)}
    del members["manifest.json"]
    name = chance.choice([name for name in members if name.endswith(".json")])
    text = members[name]
    assert isinstance(text, bytes)
    at = chance.randrange(len(text))
    members[name] = text[:at] + chance.choice(SYNTAX) * chance.choice((1, 1, 40)) + text[at + chance.randint(0, 3) :]
    return sealed(members)


def changed_values(chance: random.Random) -> bytes:
    """A pack whose hashes are right and whose JSON is, but which says odd things."""
    members: dict[str, Any] = {
        name: json.loads(content) if name.endswith(".json") else content
        for name, content in pack_members(sample(), NAME).items()
    }
    manifest = members.pop("manifest.json")
    tables = {name: value for name, value in members.items() if name.endswith(".json")}
    for _ in range(chance.randint(1, 3)):
        _disturb(chance, tables)
    if chance.random() < 0.3:
        _disturb(chance, manifest)
        manifest.pop("files", None)
    return sealed({**members, **tables}, **{name: value for name, value in manifest.items() if name != "files"})


def _disturb(chance: random.Random, value: Any) -> None:
    """Changes one thing somewhere inside."""
    while True:
        keys = list(value) if isinstance(value, dict) else list(range(len(value)))
        if not keys:
            return
        key = chance.choice(keys)
        if isinstance(value[key], dict | list) and value[key] and chance.random() < 0.85:
            value = value[key]
            continue
        what = chance.randrange(4)
        if what == 0:
            del value[key]
        elif what == 1 and isinstance(value, dict):
            value[chance.choice(NAMES)] = copy.deepcopy(chance.choice(ODD))
        elif what == 2 and isinstance(value, list):
            value.append(copy.deepcopy(value[key]))
        else:
            value[key] = copy.deepcopy(chance.choice(ODD))
        return


def go_through(change: Changed, seeds: range) -> tuple[int, int]:
    """Reads so many broken packs; how many were taken in, how many refused. Whatever else is raised is a bug."""
    taken = refused = 0
    for seed in seeds:
        pack = change(random.Random(seed))
        try:
            contents = read(pack)
        except PackRefused as fault:
            assert all(fault.sentences()) and len(fault.sentence()) < 2_000
            refused += 1
            continue
        taken += 1
        assert read(written(contents)) == replace(in_order(contents), notes=())
    return taken, refused


CHANGES = [changed_bytes, changed_text, changed_values]


@pytest.mark.parametrize("change", CHANGES)
def test_a_broken_pack_is_taken_in_or_refused(change: Changed) -> None:
    taken, refused = go_through(change, range(80))
    assert refused > 20
    assert taken > 5 or change is not changed_values


@pytest.mark.heavy
@pytest.mark.parametrize("change", CHANGES)
def test_thousands_of_broken_packs(change: Changed) -> None:
    assert sum(go_through(change, range(1_000, 2_700))) == 1_700


def test_broken_packs_through_the_child(tmp_path: Path) -> None:
    path = tmp_path / NAME
    for seed in range(4):
        for change in CHANGES:
            path.write_bytes(change(random.Random(seed)))
            try:
                assert read_pack(path).about.id
            except PackRefused as fault:
                assert fault.details["name"] == NAME
    assert list(tmp_path.iterdir()) == [path]
