"""The words after ``champion-app``: open the window, or do one job without it.

Every command takes ``--binder FILE``. A fault is one sentence on standard error and exit code 2; a bug is exit code 1.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from champion_app import __version__, places
from champion_app.cli_exchange import Exchange
from champion_app.exchange import child
from champion_app.faults import Fault, NoScreen, UnknownName
from champion_app.store.binder import Binder

if TYPE_CHECKING:
    from champion_app.tasks.papers import Saved

WORLD, BUG = 2, 1
_ABOUT = "Opens the window, or does one job without it."

# What each document takes; anything else said to it would do nothing, and is refused.
_TAKES = {
    "leaflet": ("template", "size", "large", "discreet", "simple", "reading_copy", "language", "text", "html"),
    "poster": ("template", "size", "discreet", "simple", "reading_copy", "language", "text", "html"),
    "work-plan": ("layout",),
    "self-assessment": ("blank",),
    "sheet": ("template", "word"),
    "reading-list": ("criterion",),
}


def main(words: Sequence[str] | None = None) -> int:
    """Does what the words say and returns the exit code."""
    if list(sys.argv[1:] if words is None else words) == [child.WORD]:
        return child.main()  # the frozen app starts itself to read a file from outside
    try:
        return _do(words)
    except BrokenPipeError:
        # Whoever was reading has left, as ``head`` does. Python would complain once more on its way out.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return WORLD
    except Fault as fault:
        print(fault.sentence(), file=sys.stderr)
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
    _add_print(add("print", _print, "print a leaflet, a poster, a sheet, a reading list or a plan to a PDF"))
    listed = add("leaflets", _leaflets, "list the leaflets and posters there are, with their sizes and languages")
    listed.add_argument("--json", action="store_true", help="id, title, audience, stage, sizes, languages of each")
    find = add("search", _search, "search the whole binder")
    find.add_argument("text", metavar="TEXT")
    find.add_argument("--json", action="store_true", help="kind, id, title and snippet of each, in order")
    Exchange(_binder).add_commands(add)
    add("check-text", _check_text, "look for personal details in lines from standard input; the text is never shown")
    check = add("check", _check, "check the binder, its settings, the versions and the fonts")
    check.add_argument("--json", action="store_true", help="the whole report, for another program")
    return parser


def _add_print(parser: argparse.ArgumentParser) -> None:
    parser.set_defaults(refuse=parser.error)
    parser.add_argument("document", choices=tuple(_TAKES), help="what to print")
    parser.add_argument("template", nargs="?", default="", help="which leaflet or poster (its id)")
    parser.add_argument("--out", metavar="FILE", type=Path, required=True, help="the PDF to make")
    parser.add_argument("--size", help="one the leaflet comes in: folded_a5, a4, dl, a5 or a3 (champion-app leaflets)")
    parser.add_argument("--language", metavar="CODE", help="the same leaflet in another language, such as cy")
    parser.add_argument("--large", action="store_true", help="a leaflet in large print, 18 point")
    parser.add_argument("--discreet", action="store_true", help="a cover that does not mention prison")
    parser.add_argument("--simple", action="store_true", help="simpler words where we have them")
    copies = parser.add_mutually_exclusive_group()
    copies.add_argument("--text", action="store_true", help="as plain text, for an e-mail or a message")
    copies.add_argument("--html", action="store_true", help="as one web page")
    parser.add_argument("--reading-copy", action="store_true", help="in reading order, tagged for a screen reader")
    parser.add_argument("--blank", action="store_true", help="the self-assessment as a form for a meeting")
    parser.add_argument("--word", action="store_true", help="a sheet as a Word document")
    parser.add_argument("--criterion", help="a reading list of what belongs to one criterion, such as 1.3")
    parser.add_argument("--layout", choices=("appendix-a", "strategy"), help="of the work plan: appendix-a unless said")


def _refuse_idle_words(asked: argparse.Namespace) -> None:
    """Stops with a sentence at a word that does nothing for this document."""
    takes = _TAKES[asked.document]
    for name in sorted({name for names in _TAKES.values() for name in names} - set(takes)):
        if getattr(asked, name):
            said = f'the name "{asked.template}"' if name == "template" else "--" + name.replace("_", "-")
            asked.refuse(f"{said} does nothing for the {asked.document}")


@contextmanager
def _binder(asked: argparse.Namespace) -> Iterator[Binder]:
    from champion_app.tasks import binders

    binder = binders.open_binder(_path(asked))
    try:
        yield binder
    finally:
        binder.close()


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


def _print(asked: argparse.Namespace) -> int:
    from champion_app.tasks import papers, resources, sheets

    _refuse_idle_words(asked)
    with _binder(asked) as binder:
        if asked.document == "work-plan":
            saved = papers.save_work_plan(binder, asked.out, asked.layout or "appendix-a")
        elif asked.document == "self-assessment":
            saved = papers.save_self_assessment(binder, asked.out, blank=asked.blank)
        elif asked.document == "sheet":
            save = sheets.save_sheet_word if asked.word else sheets.save_sheet_pdf
            saved = save(binder, asked.template, asked.out)
        elif asked.document == "reading-list":
            wanted = resources.for_criterion(binder, asked.criterion) if asked.criterion else resources.pack(binder)
            title = f"Reading list for {asked.criterion}" if asked.criterion else "Reading list"
            saved = sheets.save_reading_list(binder, [one.id for one in wanted], title, asked.out)
        else:
            saved = _print_leaflet(binder, asked)
    print(saved.path)
    for caution in saved.cautions:
        print(caution, file=sys.stderr)
    if saved.unprintable:
        print("These characters could not be printed and were left out: " + saved.left_out(), file=sys.stderr)
    return 0


def _print_leaflet(binder: Binder, asked: argparse.Namespace) -> Saved:
    from champion_app.domain.leaflets import LeafletChoices, Size
    from champion_app.tasks import leaflets, papers

    default = "family-first-days" if asked.document == "leaflet" else "poster-talk-to-our-champion"
    wanted = leaflets.template(asked.template or default, binder)
    if asked.language:
        wanted = leaflets.in_language(binder, wanted, asked.language)
    sizes = [size.value for size in wanted.sizes]
    if asked.size and asked.size not in sizes:
        raise UnknownName(kind=f"size of “{wanted.id}”", name=asked.size, choices=", ".join(sizes))
    remembered = leaflets.remembered_choices(binder, wanted)
    choices = LeafletChoices(
        size=Size(asked.size) if asked.size else None,
        large_print=asked.large,
        discreet=asked.discreet,
        simple=asked.simple,
        prison=remembered.prison,
        qr=remembered.qr,
        logo=remembered.logo,
    )
    form: papers.Form = "text" if asked.text else "html" if asked.html else "pdf"
    return papers.save_leaflet(binder, wanted.id, choices, asked.out, reading_copy=asked.reading_copy, form=form)


def _leaflets(asked: argparse.Namespace) -> int:
    from champion_app.tasks import leaflets

    if hasattr(asked, "binder") or _path(asked).exists():
        with _binder(asked) as binder:
            found = leaflets.catalogue(binder)
    else:
        found = leaflets.catalogue()  # before there is a binder: those that come with the program
    if asked.json:
        print(json.dumps(found, ensure_ascii=False, indent=1))
        return 0
    for one in found:
        print(f"{one['id']}: {one['title']} ({', '.join(one['sizes'])}; {', '.join(one['languages'])})")
    return 0


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
    from champion_app.tasks import checks

    with _binder(asked) as binder:
        report = checks.check(binder)
    if asked.json:
        print(json.dumps(report.table(), ensure_ascii=False, indent=1))
    else:
        print("\n".join(report.lines()))
    return 0 if report.sound else WORLD


if __name__ == "__main__":
    sys.exit(main())
