"""A council's list of 5,000 services and an area's pack of 200 items with 48 MB of files: read and taken in."""

from __future__ import annotations

import csv
import hashlib
import os
import random
import shutil
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

from champion_app.domain.packs import PackAbout, PackContents, PackFile, PackItem
from champion_app.domain.resources import ResourceFields
from champion_app.exchange.packs import write_pack
from champion_app.tasks import binders, lists, packs
from tests.benchmarks import full_binders
from tests.benchmarks.measure import Bench, Row, Samples, milliseconds

LINES = 5_000
ITEMS, MEGABYTES = 200, 48
WORDS = ("help", "for", "families", "in", "the", "evening", "free", "drop-in")
HEADINGS = ("Service name", "Organisation", "Telephone", "E-mail", "Website", "Description", "Postcode", "Ages", "Cost")


def rows(bench: Bench) -> Iterator[Row]:
    """Each round starts from the same binder."""
    kept = full_binders.three_years(bench.folder, "imports.champion")
    rounds = max(3, bench.rounds // 2)
    list_path, pack_path = bench.folder / "list.csv", bench.folder / "area.championpack"
    write_list(list_path, LINES)
    make_pack(pack_path, ITEMS, MEGABYTES)
    seconds = [milliseconds(lambda: _take_list(kept, list_path)) / 1000 for _ in range(rounds)]
    yield Row("import", f"a list of {LINES:,} services", Samples(tuple(seconds)), limit=20, unit="s")
    seconds = [milliseconds(lambda: _take_pack(kept, pack_path)) / 1000 for _ in range(rounds)]
    yield Row("import", f"a pack of {ITEMS} items, {MEGABYTES} MB", Samples(tuple(seconds)), limit=20, unit="s")


def write_list(path: Path, lines: int) -> None:
    """A list as a council's office would save it."""
    chance = random.Random(lines)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(HEADINGS)
        for number in range(lines):
            name = f"{chance.choice(('Family', 'Youth', 'Carers', 'Play', 'Advice'))} service {number}"
            phone = f"0117 {496_0000 + number % 1000}"
            about = " ".join(chance.choices(WORDS, k=25))
            writer.writerow((name, f"Trust {number % 97}", phone, f"s{number}@bristol.gov.uk", f"s{number}.org.uk",
                             about, f"BS{number % 20} 4QZ", "5 to 11", "Free"))  # fmt: skip


def make_pack(path: Path, items: int, megabytes: int) -> None:
    """A pack whose resources carry files that cannot be squeezed."""
    size = megabytes * 1_000_000 // items
    files = {hashlib.sha256(data).hexdigest(): data for data in (os.urandom(size) for _ in range(items))}
    made = tuple(
        PackItem("resources", f"bench-{number}", ResourceFields(f"Resource {number}", "Something to give out"),
                 (PackFile(f"sheet {number}.bin", sha256),))
        for number, sha256 in enumerate(files)
    )  # fmt: skip
    about = PackAbout("bench", "Area pack", "Bristol", 1, date(2026, 11, 25))
    write_pack(PackContents(about, made, (), files), path)


def _take_list(kept: Path, path: Path) -> None:
    with closing(binders.open_binder(Path(shutil.copy(kept, kept.with_name("round.champion"))))) as binder:
        found = lists.look(binder, lists.read(path, "listings"), "listings", "bench")
        lists.take_in(binder, found, {})
        assert found.counts["taken"] + found.counts["warned"] > LINES * 0.9, found.counts


def _take_pack(kept: Path, path: Path) -> None:
    with closing(binders.open_binder(Path(shutil.copy(kept, kept.with_name("round.champion"))))) as binder:
        packs.take_in(binder, packs.look(binder, packs.read(path)), {})
