"""What a command answers, on any console: a letter that it does not know, or an output that is full, stops no work."""

from __future__ import annotations

import contextlib
import io
import json
import os
import sys
from collections.abc import Iterator
from typing import TextIO

from champion_app.faults import AnswerNotWritten


def prepare() -> None:
    """From now on a letter that the console does not know is answered as its number (``\\u0141``)."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def say(*lines: str) -> None:
    """Answers in words. Raises AnswerNotWritten, or BrokenPipeError when whoever was reading has left."""
    with _as_faults():
        print("\n".join(lines), flush=True)


def say_json(said: object, *, indent: int | None = 1) -> None:
    """Answers for another program, in letters that every console knows. Raises as ``say``."""
    say(json.dumps(said, indent=indent))


def complain(*lines: str) -> None:
    """Says something beside the answer. Where even that cannot be written, the exit code has to do."""
    if sys.stderr is None:
        return
    try:
        print("\n".join(lines), file=sys.stderr, flush=True)
    except (OSError, ValueError):
        _let_go(sys.stderr)


def finish() -> None:
    """Sees to it that the answer has left. Raises as ``say``."""
    if sys.stdout is not None:  # as in a window without a console
        with _as_faults():
            sys.stdout.flush()


def give_up() -> None:
    """Lets go of an output that takes nothing more: Python would complain of it once again on its way out."""
    _let_go(sys.stdout)


@contextlib.contextmanager
def _as_faults() -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise AnswerNotWritten(reason=(error.strerror or "the output takes nothing").lower()) from error
    except ValueError as error:
        raise AnswerNotWritten(reason="the output is closed") from error


def _let_go(stream: TextIO | None) -> None:
    if stream is None:
        return
    with contextlib.suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        try:
            os.dup2(nowhere, stream.fileno())
        finally:
            os.close(nowhere)
