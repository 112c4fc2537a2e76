"""The words after ``champion-app``: open the window, or do one job without it.

Every command takes ``--binder FILE``. A fault is one sentence on standard error and exit code 2; a bug is exit code 1.
"""

from __future__ import annotations

import argparse
import getpass
import json
import os
import sys
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from champion_app import __version__, places
from champion_app.cli_exchange import Exchange
from champion_app.cli_print import Paper
from champion_app.cli_safety import Safety
from champion_app.exchange import child
from champion_app.faults import Fault, NoScreen, TooLargeAtOnce
from champion_app.store.binder import Binder
from champion_app.tasks import self_test_child

WORLD, BUG = 2, 1
_ABOUT = "Opens the window, or does one job without it."


def main(words: Sequence[str] | None = None) -> int:
    """Does what the words say and returns the exit code."""
    said = list(sys.argv[1:] if words is None else words)
    if said == [child.WORD]:
        return child.main()  # the frozen app starts itself to read a file from outside
    if said == [self_test_child.WORD]:
        return self_test_child.main()  # and to be cut off in the middle of a save
    try:
        return _do(words)
    except BrokenPipeError:
        # Whoever was reading has left, as ``head`` does. Python would complain once more on its way out.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return WORLD
    except Fault as fault:
        print(fault.sentence(), file=sys.stderr)
        return WORLD
    except MemoryError:
        print(TooLargeAtOnce().sentence(), file=sys.stderr)
        return WORLD
    except KeyboardInterrupt:
        return WORLD
    except Exception:
        traceback.print_exc()
        print("That is a bug in Champion. Nothing you had saved was changed.", file=sys.stderr)
        return BUG


def _do(words: Sequence[str] | None) -> int:
    try:
        asked = _parser().parse_args(words)
        job: Callable[[argparse.Namespace], int] = asked.job
        return job(asked)
    finally:
        if sys.stdout is not None:  # as in a window without a console
            sys.stdout.flush()


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
    Safety(_binder, _path, _key).add_commands(add)
    add("check-text", _check_text, "look for personal details in lines from standard input; the text is never shown")
    check = add("check", _check, "check the binder, its settings, the versions and the fonts")
    check.add_argument("--json", action="store_true", help="the whole report, for another program")
    return parser


@contextmanager
def _binder(asked: argparse.Namespace) -> Iterator[Binder]:
    from champion_app.tasks import binders

    path = _path(asked)
    secret = _secret(path)
    if secret:
        from champion_app.tasks import passphrase

        binder = passphrase.unlock(path, secret)
    else:
        binder = binders.open_binder(path)
    try:
        yield binder
    finally:
        binder.close()


def _secret(path: Path) -> str:
    """The passphrase of a locked binder, asked for where somebody can type it; else nothing."""
    from champion_app.store import opening

    if not opening.has_to_do_with_a_lock(path):
        return ""  # before anything of the lock is loaded: most binders have none
    from champion_app.tasks import passphrase

    asks = passphrase.is_locked(path) and sys.stdin is not None and sys.stdin.isatty()
    return getpass.getpass("Passphrase: ") if asks else ""


def _key(asked: argparse.Namespace) -> bytes | None:
    """What a locked binder and its backups are opened with; None for a plain one, or where nobody can be asked."""
    from champion_app.tasks import passphrase

    secret = _secret(_path(asked))
    return passphrase.key_of(_path(asked), secret) if secret else None


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
    print(path)
    return 0


def _demo(asked: argparse.Namespace) -> int:
    from champion_app.tasks import demo

    screen = has_screen()
    if not screen:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    for path in demo.make_papers(asked.out):
        print(path)
    from champion_app.desktop import pictures

    for path in pictures.picture_pages(demo.sample_path(asked.out), asked.out):
        print(path)
    if not screen:
        print("No screen here, so no window is opened. With one, ./run demo opens the sample.")
        return 0
    from champion_app.desktop import app

    return app.run(places.Places(asked.out.absolute()), demo.sample_path(asked.out).absolute())


def _search(asked: argparse.Namespace) -> int:
    from champion_app.tasks import search

    with _binder(asked) as binder:
        hits = search.find(binder, asked.text)
    if asked.json:
        found = [{"kind": hit.kind, "id": hit.id, "title": hit.title, "snippet": hit.snippet} for hit in hits]
        print(json.dumps(found, ensure_ascii=False, indent=1))
        return 0
    for hit in hits:
        print(f"{hit.kind}: {hit.title}")
    if not asked.text.strip():
        print("Type a word or two to look for.")
    elif not hits:
        print("Nothing found. Try fewer or shorter words.")
    return 0


def _check_text(asked: argparse.Namespace) -> int:
    from champion_app.domain.personal_details import find

    # Bytes, so that no line of any list stops it and none of its words can stand in an error.
    for line in sys.stdin.buffer if sys.stdin else ():
        found = find(line.decode("utf-8", "replace").rstrip("\r\n"))
        print(json.dumps({"kinds": [one.kind for one in found], "spans": [[one.start, one.end] for one in found]}))
    return 0


def _check(asked: argparse.Namespace) -> int:
    from champion_app.tasks import backups, checks

    with _binder(asked) as binder:
        report = checks.check(binder)
        kept = backups.summary(binder.path, binder.key)
    if asked.json:
        print(json.dumps({**report.table(), "backups": kept}, ensure_ascii=False, indent=1))
    else:
        print("\n".join(report.lines()))
    return 0 if report.sound else WORLD


if __name__ == "__main__":
    sys.exit(main())
