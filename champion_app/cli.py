"""The words after ``champion-app``: open the window, or do one job without it.

Every command takes ``--binder FILE``. A fault is one sentence on standard error and exit code 2; a bug is exit code 1.
"""

from __future__ import annotations

import argparse
import os
import sys
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from champion_app import __version__, cli_answers, places
from champion_app.cli_answers import complain, say, say_json
from champion_app.cli_exchange import Exchange
from champion_app.cli_keys import Keys
from champion_app.cli_print import Paper
from champion_app.cli_safety import Safety, kept_of, kept_words
from champion_app.exchange import child
from champion_app.faults import (
    AnswerNotWritten,
    BinderDamaged,
    BinderMissing,
    BinderNotOurs,
    Fault,
    KeyFileDamaged,
    KeyFileMissing,
    NoScreen,
    TooLargeAtOnce,
)
from champion_app.store.binder import Binder
from champion_app.tasks import self_test_child

WORLD, BUG = 2, 1
# The work may be done by then, so this says only what is true of every save.
_BUG_WORDS = "That is a bug in Champion. Every save is whole or not there at all; check looks at your binder."
_ABOUT = "Opens the window, or does one job without it."


def main(words: Sequence[str] | None = None) -> int:
    """Does what the words say and returns the exit code."""
    said = list(sys.argv[1:] if words is None else words)
    if said == [child.WORD]:
        return child.main()  # the frozen app starts itself to read a file from outside
    if said == [self_test_child.WORD]:
        return self_test_child.main()  # and to be cut off in the middle of a save
    cli_answers.prepare()
    try:
        return _do(words)
    except BrokenPipeError:
        cli_answers.give_up()  # whoever was reading has left, as ``head`` does
        return WORLD
    except Fault as fault:
        if isinstance(fault, AnswerNotWritten):
            cli_answers.give_up()
        complain(fault.sentence(), *getattr(fault, "__notes__", ()))
        return WORLD
    except MemoryError:
        complain(TooLargeAtOnce().sentence())
        return WORLD
    except KeyboardInterrupt:
        return WORLD
    except Exception:
        complain(traceback.format_exc(), _BUG_WORDS)
        return BUG


def _do(words: Sequence[str] | None) -> int:
    try:
        asked = _parser().parse_args(words)
        job: Callable[[argparse.Namespace], int] = asked.job
        return job(asked)
    finally:
        cli_answers.finish()


def _parser() -> argparse.ArgumentParser:
    where = argparse.ArgumentParser(add_help=False, argument_default=argparse.SUPPRESS)
    where.add_argument("--binder", metavar="FILE", type=Path, help="the binder to use instead of your own")
    parser = argparse.ArgumentParser(prog="champion-app", parents=[where], description=_ABOUT)
    parser.add_argument("--version", action="version", version=f"Champion {__version__}")
    parser.set_defaults(job=_open_window)
    jobs = parser.add_subparsers(metavar="COMMAND")

    def add(name: str, job: Callable[[argparse.Namespace], int], words: str) -> argparse.ArgumentParser:
        made = jobs.add_parser(name, parents=[where], help=words, description=words)
        made.set_defaults(job=job)
        return made

    add("new", _new, "make a binder with the starter content")
    demo = add("demo", _demo, "make a sample binder, its papers and pictures of every page")
    demo.add_argument("--out", metavar="DIR", type=Path, default=Path("champion-demo"), help="where to put them")
    Paper(_binder, _path).add_commands(add)
    find = add("search", _search, "search the whole binder")
    find.add_argument("text", metavar="TEXT")
    find.add_argument("--json", action="store_true", help="kind, id, title and snippet of each, in order")
    Exchange(_binder).add_commands(add)
    Safety(_binder, _path).add_commands(add)
    add("check-text", _check_text, "look for personal details in lines from standard input; the text is never shown")
    check = add("check", _check, "check the binder, its settings, the versions and the fonts")
    check.add_argument("--json", action="store_true", help="the whole report, for another program")
    return parser


@contextmanager
def _binder(asked: argparse.Namespace) -> Iterator[Binder]:
    from champion_app.tasks import binders

    path = _path(asked)
    secret = Keys(path).secret()
    try:
        if secret:
            from champion_app.tasks import passphrase

            binder = passphrase.unlock(path, secret)
        else:
            binder = binders.open_binder(path)
    except (BinderDamaged, BinderMissing, BinderNotOurs, KeyFileDamaged, KeyFileMissing) as fault:
        _lead_to_backups(fault, path)
        raise
    try:
        yield binder
    finally:
        binder.close()


def _lead_to_backups(fault: Fault, path: Path) -> None:
    from champion_app.tasks import backups

    with suppress(Fault):
        if backups.all_backups(path):
            fault.add_note("There are backups: restore --list shows them, restore goes back to the newest whole one.")


def _path(asked: argparse.Namespace) -> Path:
    chosen: Path | None = getattr(asked, "binder", None)
    return (chosen or places.for_this_person().binder).absolute()


def has_screen() -> bool:
    """Whether a window can be opened here. Only Linux can lack a screen and still run Qt."""
    chosen = os.environ.get("QT_QPA_PLATFORM", "")
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")) and chosen != "offscreen"


def _open_window(asked: argparse.Namespace) -> int:
    if not has_screen() and os.environ.get("QT_QPA_PLATFORM") != "offscreen":
        raise NoScreen
    from champion_app.desktop import app

    return app.run(places.for_this_person(), _path(asked))


def _new(asked: argparse.Namespace) -> int:
    from champion_app.tasks import binders

    path = _path(asked)
    make = binders.make_binder if getattr(asked, "binder", None) else binders.make_binder_here
    make(path).close()
    say(str(path))
    return 0


def _demo(asked: argparse.Namespace) -> int:
    from champion_app.tasks import demo

    screen = has_screen()
    if not screen:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    for path in demo.make_papers(asked.out):
        say(str(path))
    from champion_app.desktop import pictures

    for path in pictures.picture_pages(demo.sample_path(asked.out), asked.out):
        say(str(path))
    if not screen:
        say("No screen here, so no window is opened. With one, ./run demo opens the sample.")
        return 0
    from champion_app.desktop import app

    return app.run(places.Places(asked.out.absolute()), demo.sample_path(asked.out).absolute())


def _search(asked: argparse.Namespace) -> int:
    from champion_app.tasks import search

    with _binder(asked) as binder:
        hits = search.find(binder, asked.text)
    if asked.json:
        found = [{"kind": hit.kind, "id": hit.id, "title": hit.title, "snippet": hit.snippet} for hit in hits]
        say_json(found)
        return 0
    for hit in hits:
        say(f"{hit.kind}: {hit.title}")
    if not asked.text.strip():
        say("Type a word or two to look for.")
    elif not hits:
        say("Nothing found. Try fewer or shorter words.")
    return 0


def _check_text(asked: argparse.Namespace) -> int:
    from champion_app.domain.personal_details import find

    # Bytes, so that no line of any list stops it and none of its words can stand in an error.
    for line in sys.stdin.buffer if sys.stdin else ():
        found = find(line.decode("utf-8", "replace").rstrip("\r\n"))
        say_json({"kinds": [one.kind for one in found], "spans": [[one.start, one.end] for one in found]}, indent=None)
    return 0


def _check(asked: argparse.Namespace) -> int:
    from champion_app.tasks import checks

    with _binder(asked) as binder:
        report = checks.check(binder)
        kept = kept_of(binder.path, binder.key)
    if asked.json:
        say_json({**report.table(), "backups": kept})
    else:
        say(*report.lines(), *kept_words(kept))
    return 0 if report.sound and not kept["damaged"] else WORLD


if __name__ == "__main__":
    sys.exit(main())
