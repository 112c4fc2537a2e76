"""A second process that reads foreign files: whatever a file does to it, Champion itself goes on unharmed."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import struct
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from champion_app.faults import Fault

if TYPE_CHECKING:
    import subprocess

Reader = Callable[[Path, dict[str, Any]], tuple[Any, list[bytes]]]

GIBIBYTE = 1024 * 1024 * 1024
WORD = "read-in-child"  # how a frozen Champion, which has no "python -m", is asked to be the child
# Who may read: a file's words can only ever choose from this table.
_READERS = {
    "attached_text": "champion_app.exchange.attached_text:read_in_child",
    "excel": "champion_app.exchange.excel_tables:read_in_child",
    "open_referral": "champion_app.exchange.open_referral_in:read_in_child",
    "pack": "champion_app.exchange.packs:read_in_child",
    "picture": "champion_app.exchange.clean_pictures:read_in_child",
}
# A child needs these to start, and no more of what the person's session knows.
_ENVIRONMENT = ("SYSTEMROOT", "WINDIR", "TEMP", "TMP", "TMPDIR", "HOME", "USERPROFILE", "APPDATA", "LANG", "LC_ALL")
_WITHIN = "CHAMPION_READS_IN_CHILD"  # set in a child, by itself
_LARGEST_ANSWER = 260 * 1024 * 1024  # a pack of 200 MB and the words about it
_AT_A_TIME = 1024 * 1024
_MOST_PARTS = 10_000
_MAGIC = b"READ"
_WAY_OUT = "Ask whoever made it for a new copy, or save it again and try once more."
_NO_CHILD = "this computer is too busy to read it just now"
_WAY_OUT_LATER = "Close other programs, then try again."
_TOO_SLOW = "it takes too long to read"
_TOO_LARGE = "it needs too much memory to read"
_UNREADABLE = "it is damaged or not what its name says"


class ChildTrouble(Exception):
    """Why a child gave no answer, for whoever looks into it: where in the program it stopped, never what was read."""


# ---------------------------------------------------------------- the asking side


def in_child(
    reader: str,
    path: Path,
    options: dict[str, Any],
    *,
    refuse: type[Fault],
    seconds: float = 20,
    memory: int = GIBIBYTE,
    content: bytes | None = None,
) -> tuple[Any, list[bytes]]:
    """What the named reader makes of a file, read in a process of its own: plain values, and blobs of bytes.

    ``content`` are the bytes to read when there is no file yet; the reader finds them as ``options["content"]`` and
    ``path`` is then only a name. ``seconds`` limits the time on the clock and the processor's, ``memory`` is in bytes
    where the system can hold it down (not on Windows). A child that asks again, as for the pictures in a pack, answers
    itself: it is held down already. Raises ``refuse`` (with name, reason, way_out) for the reader's own fault, and when
    the child is too slow, too large, or ends in any other way.
    """
    if _WITHIN in os.environ:
        return _here(reader, path, options, refuse, content)
    if reader not in _READERS:
        raise KeyError(reader)
    request = json.dumps([reader, str(path.absolute()), options, seconds, memory, content is not None])
    try:
        answer, code = _asked(request, content, seconds)
    except OSError as error:
        raise refuse(name=path.name, reason=_NO_CHILD, way_out=_WAY_OUT_LATER) from error
    if answer is None:
        raise refuse(name=path.name, reason=_TOO_SLOW, way_out=_WAY_OUT)
    try:
        told, blobs = _unpacked(answer)
    except (ValueError, LookupError, TypeError, RecursionError) as error:
        trouble = ChildTrouble(f"exit code {code}: {error}")
        raise refuse(name=path.name, reason=_UNREADABLE, way_out=_WAY_OUT) from trouble
    if "fault" in told:
        usual = {"name": path.name, "reason": _UNREADABLE, "way_out": _WAY_OUT}
        raise refuse(**{key: str(told["fault"].get(key, words)) for key, words in usual.items()})
    if "trouble" in told:
        reason = _TOO_LARGE if told["trouble"].startswith("MemoryError") else _UNREADABLE
        raise refuse(name=path.name, reason=reason, way_out=_WAY_OUT) from ChildTrouble(told["trouble"])
    return told["value"], blobs


def _asked(request: str, content: bytes | None, seconds: float) -> tuple[bytes | None, int]:
    """The child's answer (None if it did not come in time) and exit code. At the end no process is left."""
    import subprocess  # late: the child itself starts no others
    import threading

    process = subprocess.Popen(
        _command(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment(),
        **_apart(),
    )
    heard: list[bytes] = []
    sayer = threading.Thread(target=_say, args=(process, request, content), daemon=True)
    hearer = threading.Thread(target=_hear, args=(process, heard), daemon=True)
    try:
        sayer.start()
        hearer.start()
        hearer.join(seconds)
        in_time = not hearer.is_alive()
    finally:
        _end(process)
        sayer.join()
        hearer.join()
        for pipe in (process.stdin, process.stdout):
            if pipe:
                with contextlib.suppress(OSError):  # what was not yet said cannot be said any more
                    pipe.close()
    return heard[0] if in_time else None, process.returncode


def _say(process: subprocess.Popen[bytes], request: str, content: bytes | None) -> None:
    """Gives the child its question, then nothing more: its input is closed."""
    assert process.stdin
    with contextlib.suppress(OSError):  # a child that has already ended does not listen
        words = request.encode("ascii")
        process.stdin.write(struct.pack(">I", len(words)) + words + (content or b""))
        process.stdin.close()


def _hear(process: subprocess.Popen[bytes], heard: list[bytes]) -> None:
    """All the child says, up to a limit; a child that goes on is stopped."""
    assert process.stdout
    parts, length = [], 0
    while length <= _LARGEST_ANSWER and (part := process.stdout.read(_AT_A_TIME)):
        parts.append(part)
        length += len(part)
    heard.append(b"".join(parts))


def _end(process: subprocess.Popen[bytes]) -> None:
    """Ends the child and whatever it may have started. One that has said all it will is ending by itself."""
    with contextlib.suppress(OSError):
        if sys.platform == "win32":
            process.kill()
        else:
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _command() -> list[str]:
    return command(WORD, "champion_app.exchange.child")


def command(word: str, module: str) -> list[str]:
    """How Champion starts itself to be a child: by a word when it is frozen, else by the name of a module."""
    if getattr(sys, "frozen", False):
        return [sys.executable, word]
    # -P: a file called json.py beside the list must not be taken for Python's own. -B: the child writes nothing.
    return [sys.executable, "-P", "-B", "-X", "utf8", "-m", module]


def environment() -> dict[str, str]:
    """What a child may know of the person's session."""
    kept = {name: os.environ[name] for name in _ENVIRONMENT if name in os.environ}
    return kept | {"PYTHONPATH": str(Path(__file__).resolve().parents[2])}


def _apart() -> dict[str, Any]:
    """A group of its own, so that it can be ended whole; on Windows without a black window."""
    if sys.platform == "win32":
        import subprocess

        return {"creationflags": subprocess.CREATE_NO_WINDOW | subprocess.CREATE_NEW_PROCESS_GROUP}
    return {"start_new_session": True}


# ---------------------------------------------------------------- the child's side


def main() -> int:
    """Be the child: read one question from standard input, give one answer on standard output."""
    # Nothing that a reader or a library prints may get between the answer's bytes.
    with os.fdopen(os.dup(1), "wb") as out:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        out.write(_answer(sys.stdin.buffer.read()))
    return 0


def _answer(question: bytes) -> bytes:
    try:
        length = struct.unpack_from(">I", question)[0]
        reader, path, options, seconds, memory, with_content = json.loads(question[4 : 4 + length])
        if with_content:
            options["content"] = question[4 + length :]
        os.environ[_WITHIN] = reader
        read = _reader(reader)
        _limit(seconds, memory)
        value, blobs = read(Path(path), options)
        return _packed({"value": value}, blobs)
    except Fault as fault:
        return _packed({"fault": {key: str(detail) for key, detail in fault.details.items()}}, [])
    except Exception as error:
        # Libraries raise what they like over a bad file. The place goes back, never what the error says of the file.
        return _packed({"trouble": _place(error)}, [])


def _reader(name: str) -> Reader:
    module, function = _READERS[name].split(":")
    read: Reader = getattr(import_module(module), function)
    return read


def _here(
    reader: str, path: Path, options: dict[str, Any], refuse: type[Fault], content: bytes | None
) -> tuple[Any, list[bytes]]:
    """A child's own question, answered in this process."""
    try:
        return _reader(reader)(path, options if content is None else {**options, "content": content})
    except Fault as fault:
        raise refuse(**fault.details) from fault
    except Exception as error:
        raise refuse(name=path.name, reason=_UNREADABLE, way_out=_WAY_OUT) from ChildTrouble(_place(error))


def _place(error: Exception) -> str:
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    place = f" at {Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}" if trace else ""
    return type(error).__name__ + place


def _limit(seconds: float, memory: int) -> None:
    """Holds this process down for good: time, memory, no file written, no trace left by a crash."""
    if sys.platform == "win32":
        return
    import resource

    for what, most in (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_CPU, int(seconds) + 1),  # if Champion is gone and nobody looks at the clock
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        with contextlib.suppress(OSError, ValueError):  # a system may not know one, or hold us lower already
            resource.setrlimit(what, (most, most))


# ---------------------------------------------------------------- the answer's shape


def _packed(told: dict[str, Any], blobs: Sequence[bytes]) -> bytes:
    """A mark, how many parts, how long each is, and the parts: first the words as JSON, then the blobs."""
    parts = [json.dumps(told).encode("ascii"), *blobs]
    sizes = [len(part) for part in parts]
    return b"".join([_MAGIC, struct.pack(f">I{len(parts)}Q", len(parts), *sizes), *parts])


def _unpacked(answer: bytes) -> tuple[dict[str, Any], list[bytes]]:
    """The words and blobs of an answer. Raises ValueError, LookupError or TypeError if it is not one."""
    if not answer.startswith(_MAGIC) or len(answer) < 8 or len(answer) > _LARGEST_ANSWER:
        raise ValueError("no answer")
    count = int.from_bytes(answer[4:8], "big")
    at = 8 + 8 * count
    if not 0 < count <= _MOST_PARTS or at > len(answer):
        raise ValueError("not an answer")
    parts = []
    for size in struct.unpack_from(f">{count}Q", answer, 8):
        parts.append(answer[at : at + size])
        at += size
    if at != len(answer):
        raise ValueError("an answer that breaks off")
    told = json.loads(parts[0])
    if not isinstance(told, dict) or len(told) != 1 or not told.keys() <= {"value", "fault", "trouble"}:
        raise ValueError("an answer of another shape")
    if not isinstance(told.get("fault", {}), dict) or not isinstance(told.get("trouble", ""), str):
        raise ValueError("an answer of another shape")
    return told, parts[1:]


if __name__ == "__main__":
    sys.exit(main())
