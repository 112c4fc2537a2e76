"""A disk that forgets: what an operation wrote, replayed call by call, and what a power cut could leave of it.

Each file has what is surely on the disk and what is still on its way; so has the list of names. fsync of a file brings
its own writes to the disk, fsync of a folder its names. At the cut some of what was on its way has arrived.
"""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from tests.trials.strace_log import Call

SECTOR = 512


@dataclass(frozen=True)
class Write:
    """Bytes at a place of a file; without bytes, the file ends there."""

    place: int
    content: bytes | None

    def onto(self, file: bytearray) -> None:
        """Makes the change."""
        if self.content is None:
            del file[self.place :]
            file.extend(bytes(max(0, self.place - len(file))))
            return
        file.extend(bytes(max(0, self.place - len(file))))
        file[self.place : self.place + len(self.content)] = self.content


@dataclass
class Stored:
    """One file: what is surely there, and what is on its way, in order."""

    sure: bytearray = field(default_factory=bytearray)
    pending: list[Write] = field(default_factory=list)

    def settle(self) -> None:
        """Everything arrives."""
        for write in self.pending:
            write.onto(self.sure)
        self.pending.clear()


@dataclass(frozen=True)
class Naming:
    """A change to the list of names: ``old`` goes, ``new`` stands for ``file`` from now on."""

    old: str = ""
    new: str = ""
    file: Stored | None = None

    def onto(self, names: dict[str, Stored | None]) -> None:
        """Makes the change. A folder that was renamed would bring its files along; none of ours is."""
        if self.old:
            names.pop(self.old, None)
        if self.new:
            names[self.new] = self.file


class Disk:
    """Files under one folder. ``harsh`` keeps names from the disk until their folder is told to settle."""

    def __init__(self, folder: str, files: dict[str, bytes], *, harsh: bool) -> None:
        self._folder, self._harsh = folder, harsh
        self.names: dict[str, Stored | None] = {}
        for name, content in files.items():
            for parent in PurePosixPath(name).parents:
                if str(parent) != ".":
                    self.names[str(parent)] = None
            self.names[name] = Stored(bytearray(content))
        self._sure_names = dict(self.names)
        self._pending: list[Naming] = []
        self._open: dict[int, tuple[Stored | None, str]] = {}
        self._places: dict[int, int] = {}

    def replay(self, call: Call) -> None:
        """One call that succeeded."""
        kind = "rename" if call.name.startswith("rename") else call.name.removesuffix("at")
        unknown = {"link", "symlink", "fallocate", "pwritev", "copy_file_range", "sendfile"}
        if kind in unknown and self._folder in (call.path, *self._named(call)):
            raise AssertionError(f"the replay does not know {call.name}")
        if call.answer < 0 and kind != "close":
            return
        known = {
            "open": self._opens, "close": self._closes, "pwrite64": self._writes, "write": self._writes,
            "fsync": self._syncs, "fdatasync": self._syncs, "ftruncate": self._cuts, "lseek": self._seeks,
            "unlink": self._unnames, "rmdir": self._unnames, "rename": self._renames, "mkdir": self._makes_folder,
        }  # fmt: skip
        if kind in known:
            known[kind](call)

    def _inside(self, text: bytes) -> str | None:
        path = text.decode(errors="surrogateescape")
        return path.removeprefix(self._folder).strip("/") if path.startswith(self._folder) else None

    def _named(self, call: Call) -> list[str]:
        return [self._folder for text in call.texts if self._inside(text) is not None]

    def _opens(self, call: Call) -> None:
        self._open.pop(call.answer, None)
        name = self._inside(call.texts[0])
        if name is None:
            return
        file = self.names.get(name)
        if file is None and call.creates:
            file = Stored()
            self._name(Naming(new=name, file=file))
        elif file is not None and "O_TRUNC" in call.words:
            file.pending.append(Write(0, None))
        self._open[call.answer], self._places[call.answer] = (file, name), 0

    def _closes(self, call: Call) -> None:
        self._open.pop(int(call.words.split("<")[0].split(",")[0]), None)

    def _file(self, call: Call) -> Stored | None:
        return self._open[call.file][0] if call.file in self._open else None

    def _writes(self, call: Call) -> None:
        file = self._file(call)
        if file is None or call.file is None:
            return
        place = call.number(-1) if call.name == "pwrite64" else self._places[call.file]
        file.pending.append(Write(place, call.texts[0][: call.answer]))
        if call.name == "write":
            self._places[call.file] = place + call.answer

    def _cuts(self, call: Call) -> None:
        file = self._file(call)
        if file is not None:
            file.pending.append(Write(call.number(-1), None))

    def _seeks(self, call: Call) -> None:
        if call.file in self._open:
            self._places[call.file] = call.answer

    def _syncs(self, call: Call) -> None:
        if call.file not in self._open:
            return
        file, name = self._open[call.file]
        if file is not None:
            file.settle()
            return
        settled = [one for one in self._pending if _parent(one.new or one.old) == name]
        for one in settled:
            one.onto(self._sure_names)
            self._pending.remove(one)

    def _unnames(self, call: Call) -> None:
        name = self._inside(call.texts[0])
        if name is not None:
            self._name(Naming(old=name))

    def _renames(self, call: Call) -> None:
        old, new = (self._inside(text) for text in call.texts)
        if old is not None and new is not None:
            self._name(Naming(old=old, new=new, file=self.names[old]))

    def _makes_folder(self, call: Call) -> None:
        name = self._inside(call.texts[0])
        if name is not None:
            self._name(Naming(new=name))

    def _name(self, one: Naming) -> None:
        one.onto(self.names)
        if self._harsh:
            self._pending.append(one)
        else:
            one.onto(self._sure_names)

    # ---------------------------------------------------------------- the cut

    def after_a_cut(self, chance: random.Random) -> dict[str, bytes]:
        """What could be found by whoever turns the power on again."""
        names = dict(self._sure_names)
        for one in self._pending[: chance.randint(0, len(self._pending))]:
            one.onto(names)
        left: dict[str, bytes] = {}
        for name, file in names.items():
            if file is not None and all(str(parent) in names for parent in PurePosixPath(name).parents[:-1]):
                left[name] = _arrived(file, chance)
        return left


def _parent(name: str) -> str:
    parent = str(PurePosixPath(name).parent)
    return "" if parent == "." else parent


def _arrived(file: Stored, chance: random.Random) -> bytes:
    """The file with none, all, the first, some, or some and a torn one of the writes that were on their way."""
    if not file.pending:
        return bytes(file.sure)
    content = bytearray(file.sure)
    for write in _some(file.pending, chance):
        write.onto(content)
    return bytes(content)


def _some(pending: list[Write], chance: random.Random) -> Iterable[Write]:
    how = chance.choice(("none", "all", "first", "some", "torn"))
    if how == "none":
        return []
    if how == "all":
        return list(pending)
    if how == "first":
        return pending[: chance.randint(0, len(pending))]
    some = [write for write in pending if chance.random() < 0.5]
    if how == "torn":
        torn = chance.choice(pending)
        some = [_torn(write, chance) if write is torn else write for write in pending if write in some or write is torn]
    return some


def _torn(write: Write, chance: random.Random) -> Write:
    """Only some of its sectors arrived."""
    if write.content is None or len(write.content) <= SECTOR:
        return write
    return Write(write.place, write.content[: SECTOR * chance.randint(1, (len(write.content) - 1) // SECTOR)])
