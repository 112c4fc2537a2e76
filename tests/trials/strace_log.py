"""Reads what strace wrote down: one call after the other, with its words and the descriptors it used."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path

# What changes files, makes sure of them, or tells which file a descriptor is.
CALLS = (
    "openat", "close", "pwrite64", "write", "fsync", "fdatasync", "ftruncate", "lseek", "unlink", "unlinkat", "rename",
    "renameat", "renameat2", "mkdir", "mkdirat", "rmdir", "link", "linkat", "symlink", "fallocate", "pwritev",
    "writev", "copy_file_range", "sendfile",
)  # fmt: skip

LET_TRACE = 0x59616D61  # PR_SET_PTRACER: for a kernel that lets only a parent trace

_LINE = re.compile(r"(?P<pid>\d+) +(?P<name>\w+)\((?P<words>.*)\) += (?P<answer>-?\d+)", re.DOTALL)
_TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"(\.\.\.)?')
_FILE = re.compile(r"(?P<number>\d+)<(?P<path>(?:\\x[0-9a-f]{2})*)>")


@dataclass(frozen=True)
class Call:
    """One system call that has returned. ``texts`` are its strings, ``path`` the file of its first descriptor."""

    pid: int
    name: str
    words: str
    texts: tuple[bytes, ...]
    file: int | None
    path: str
    answer: int

    @property
    def creates(self) -> bool:
        """Whether it may make a file."""
        return self.name == "openat" and "O_CREAT" in self.words

    def number(self, place: int) -> int:
        """A plain number among its words."""
        return int(_TEXT.sub("", self.words).split(",")[place])


def read(log: Path, pid: int | None = None) -> Iterator[Call]:
    """Every call in a log that came to its end, of one process if it is given."""
    with log.open(encoding="ascii", errors="replace") as file:
        for line in file:
            found = _LINE.match(line)
            if found is None or (pid is not None and int(found["pid"]) != pid):
                assert "unfinished" not in line or pid is None or not line.startswith(f"{pid} "), "two at once"
                continue
            words = found["words"]
            texts = tuple(_bytes(text) for text, _ in _TEXT.findall(words))
            assert '"...' not in words, "a text was cut"
            described = _FILE.match(words)
            yield Call(
                int(found["pid"]), found["name"], words, texts,
                int(described["number"]) if described else None,
                _bytes(described["path"]).decode(errors="surrogateescape") if described else "",
                int(found["answer"]),
            )  # fmt: skip


def injected(log: Path) -> set[int]:
    """The processes of which a call was made to fail."""
    with log.open(encoding="ascii", errors="replace") as file:
        return {int(line.split()[0]) for line in file if line.rstrip().endswith("(INJECTED)")}


def _bytes(text: str) -> bytes:
    return bytes.fromhex(text.replace("\\x", ""))


@cache
def why_not() -> str:
    """Why nothing can be traced here, or nothing."""
    if not sys.platform.startswith("linux"):
        return "strace is for Linux"
    if shutil.which("strace") is None:
        return "strace is not installed (on Debian: apt-get install strace)"
    with tempfile.TemporaryDirectory() as folder, subprocess.Popen(
        [sys.executable, "-c", f"import ctypes; ctypes.CDLL(None).prctl({LET_TRACE}, -1); print(1); input()"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONUNBUFFERED": "1"},
    ) as child:  # fmt: skip
        try:
            assert child.stdout is not None and child.stdout.readline() == "1\n"
            with watching(child.pid, Path(folder, "log"), ("fsync",), ["-e", "inject=fsync:error=EIO:when=3"]):
                return ""
        except OSError as error:
            return f"this computer does not let one process trace another ({error})"
        finally:
            child.kill()


@contextmanager
def watching(pid: int, log: Path, calls: Sequence[str], words: Sequence[str] = ()) -> Iterator[None]:
    """Traces a process that runs already, and those it starts from now on. Raises OSError when that is not allowed."""
    wanted = ",".join(f"?{name}" for name in calls)
    with subprocess.Popen(
        ["strace", "-f", "-s", "0", "-o", str(log), "-p", str(pid), "-e", f"trace={wanted}", *words],
        stderr=subprocess.PIPE, text=True,
    ) as tracer:  # fmt: skip
        assert tracer.stderr is not None
        said = tracer.stderr.readline()
        if "attached" not in said:
            raise OSError(said.strip() or "no reason given")
        try:
            yield
        finally:
            tracer.terminate()  # lets go of what it traced
            tracer.communicate()


def tracing(log: Path, calls: tuple[str, ...] = CALLS) -> list[str]:
    """The command to put before another, so that its calls are written down whole."""
    wanted = ",".join(f"?{name}" for name in calls)
    return ["strace", "-f", "--seccomp-bpf", "-y", "-xx", "-s", "4000000", "-o", str(log), "-e", f"trace={wanted}"]
