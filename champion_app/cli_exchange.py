"""The words after ``champion-app`` that take things in and send things out: import and export."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

from champion_app.cli_answers import complain, say
from champion_app.store.binder import Binder

Opened = Callable[[argparse.Namespace], AbstractContextManager[Binder]]
Add = Callable[[str, Callable[[argparse.Namespace], int], str], argparse.ArgumentParser]

_NOUNS = {"services": "listings", "resources": "resources"}
# How many lines that need a person are said before the rest is counted.
_SAID = 20


class Exchange:
    """The two commands; ``opened`` opens the binder that was asked for."""

    def __init__(self, opened: Opened) -> None:
        self._opened = opened

    def add_commands(self, add: Add) -> None:
        """Puts ``import`` and ``export`` among the commands."""
        taken = add("import", self._import, "look at a list or a pack, and take it in with --apply")
        taken.set_defaults(refuse=taken.error)
        taken.add_argument("what", choices=(*_NOUNS, "pack"))
        taken.add_argument("file", metavar="FILE", type=Path, help="CSV, TSV, Excel, Open Referral or .championpack")
        taken.add_argument("--map", metavar="MAP.toml", type=Path, help="which column is which, where we cannot tell")
        taken.add_argument("--apply", action="store_true", help="take it in; without it nothing is changed")
        taken.add_argument("--report", metavar="R.json", type=Path, help="what became of each record")
        sent = add("export", self._export, "save the services, the resources or a pack as a file")
        sent.add_argument("what", choices=(*_NOUNS, "pack"))
        sent.add_argument(
            "--out", metavar="FILE", type=Path, required=True,
            help="services: .json (Open Referral UK 3.0), .xlsx, .csv; resources: .xlsx, .csv; pack: .championpack",
        )  # fmt: skip
        sent.add_argument("--title", default="", help="what the pack is called")
        sent.add_argument("--publisher", default="", help="who makes the pack; your service unless said")

    def _import(self, asked: argparse.Namespace) -> int:
        if asked.report and asked.report.exists() and asked.report.samefile(asked.file):
            asked.refuse("--report would replace the list itself: choose another name")
        if asked.what == "pack":
            if asked.map:
                asked.refuse("--map does nothing for a pack")
            return self._import_pack(asked)
        from champion_app.tasks import backups, lists

        noun = _NOUNS[asked.what]
        mapping = lists.read_mapping(asked.map) if asked.map else None
        reading = lists.read(asked.file, noun, mapping)
        with self._opened(asked) as binder:
            found = lists.look(binder, reading, noun, asked.file.stem)
            if asked.apply:
                backups.after_a_backup(binder, lambda: lists.take_in(binder, found, {}))
        return _told(asked, lists.report(found, applied=asked.apply), list(_list_words(found)))

    def _import_pack(self, asked: argparse.Namespace) -> int:
        from champion_app.tasks import backups, packs

        pack = packs.read(asked.file)
        with self._opened(asked) as binder:
            found = packs.look(binder, pack)
            if asked.apply:
                backups.after_a_backup(binder, lambda: packs.take_in(binder, found, {}))
        return _told(asked, packs.report(found, applied=asked.apply), list(_pack_words(found)))

    def _export(self, asked: argparse.Namespace) -> int:
        from champion_app.tasks import exports, packs

        with self._opened(asked) as binder:
            if asked.what == "services":
                path = exports.save_services(binder, asked.out)
            elif asked.what == "resources":
                path = exports.save_resources(binder, asked.out)
            else:
                title = asked.title or asked.out.stem
                choice = packs.PackChoice(title, asked.publisher, packs.everything_of_ours(binder))
                path = packs.save_pack(binder, packs.put_together(binder, choice), asked.out)
        say(str(path))
        return 0


def _told(asked: argparse.Namespace, report: dict[str, Any], words: list[str]) -> int:
    from champion_app.tasks import exports

    if asked.report:
        exports.save_report(report, asked.report)
    say(*words)
    if not asked.apply:
        complain("Nothing was changed yet. To take it in, say the same with --apply.")
    return 0


def _list_words(found: Any) -> Iterator[str]:
    yield ", ".join(f"{name} {number}" for name, number in found.counts.items())
    yield from found.reading.notes
    left_out = [column for column in found.reading.columns if not column.field]
    yield from (
        f"Left out: the column {json.dumps(one.heading, ensure_ascii=False)}: {one.why_not}" for one in left_out
    )
    asks = [line for line in found.lines if line.outcome.value in ("ask", "refused", "warned")]
    for line in asks[:_SAID]:
        place = line.record.place
        where = f"{place.sheet}, row {place.line}" if place.sheet else f"line {place.line}"
        yield f"{where}: {line.outcome.value}: {line.record.name or '(no name)'}: {' '.join(line.reasons)}"
    if len(asks) > _SAID:
        yield f"and {len(asks) - _SAID} more; --report has them all."
    yield from (f"In the last edition, not in this one; it stays: {one.name}" for one in found.preview.gone)


def _pack_words(found: Any) -> Iterator[str]:
    about = found.pack.contents.about
    yield f"{about.title}, edition {about.number}, by {about.publisher}"
    yield from found.pack.contents.notes
    yield from (f"{one.verdict.value}: {one.item.noun}: {one.item.name}" for one in found.preview.proposals)
    yield from (f"retired: {one.noun}: {one.name}: {one.reason}" for one in found.retiring)
