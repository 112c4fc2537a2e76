"""The words after ``champion-app`` that put something on paper, or say what there is to put on it."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING

from champion_app.cli_answers import complain, say, say_json
from champion_app.faults import UnknownName
from champion_app.store.binder import Binder

if TYPE_CHECKING:
    from champion_app.tasks.papers import Saved

Opened = Callable[[argparse.Namespace], AbstractContextManager[Binder]]
Add = Callable[[str, Callable[[argparse.Namespace], int], str], argparse.ArgumentParser]
Where = Callable[[argparse.Namespace], Path]

# What each document takes; anything else said to it would do nothing, and is refused.
_TAKES = {
    "leaflet": ("template", "size", "large", "discreet", "simple", "reading_copy", "language", "text", "html"),
    "poster": ("template", "size", "discreet", "simple", "reading_copy", "language", "text", "html"),
    "work-plan": ("layout",),
    "self-assessment": ("blank",),
    "sheet": ("template", "word"),
    "reading-list": ("criterion",),
}


class Paper:
    """The two commands. ``opened`` opens the binder that was asked for, ``where`` says its place."""

    def __init__(self, opened: Opened, where: Where) -> None:
        self._opened, self._where = opened, where

    def add_commands(self, add: Add) -> None:
        """Puts ``print`` and ``leaflets`` among the commands."""
        _add_words(add("print", self._print, "print a leaflet, a poster, a sheet, a reading list or a plan to a PDF"))
        listed = add("leaflets", self._list, "list the leaflets and posters there are, with their sizes and languages")
        listed.add_argument("--json", action="store_true", help="id, title, audience, stage, sizes, languages of each")

    def _print(self, asked: argparse.Namespace) -> int:
        from champion_app.tasks import papers, resources, sheets

        _refuse_idle_words(asked)
        with self._opened(asked) as binder:
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
                saved = _leaflet(binder, asked)
        say(str(saved.path))
        for caution in saved.cautions:
            complain(caution)
        if saved.unprintable:
            complain("These characters could not be printed and were left out: " + saved.left_out())
        return 0

    def _list(self, asked: argparse.Namespace) -> int:
        from champion_app.tasks import leaflets

        if hasattr(asked, "binder") or self._where(asked).exists():
            with self._opened(asked) as binder:
                found = leaflets.catalogue(binder)
        else:
            found = leaflets.catalogue()  # before there is a binder: those that come with the program
        if asked.json:
            say_json(found)
            return 0
        for one in found:
            say(f"{one['id']}: {one['title']} ({', '.join(one['sizes'])}; {', '.join(one['languages'])})")
        return 0


def _add_words(parser: argparse.ArgumentParser) -> None:
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


def _leaflet(binder: Binder, asked: argparse.Namespace) -> Saved:
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
