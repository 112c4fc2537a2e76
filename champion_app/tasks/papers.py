"""Making papers: leaflets, posters, the self-assessment and the work plan, as PDF files that are whole or not there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

from champion_app.domain import clock
from champion_app.domain.actions import in_order
from champion_app.domain.assessment_paper import on_paper
from champion_app.domain.dates import british
from champion_app.domain.leaflet_paper import LeafletPaper
from champion_app.domain.leaflets import LeafletChoices, Size
from champion_app.domain.prints import PrintRecord
from champion_app.domain.work_plan import appendix_a, strategy_plan
from champion_app.faults import NothingToPrint
from champion_app.paper import certificate, glyphs, leaflet, poster, self_assessment, work_plan
from champion_app.paper.blocks import Document
from champion_app.paper.page import Printed, build
from champion_app.paper.pictures import PagePicture, page_count, page_pictures
from champion_app.paper.write import write_pdf
from champion_app.store import actions, prints, rounds, service
from champion_app.store.binder import Binder
from champion_app.tasks import leaflets, print_history
from champion_app.tasks.toolkit import load_toolkit, toolkit_of
from champion_app.whole_file import write_whole

__all__ = ["LeafletPdf", "PagePicture", "Saved", "page_count", "page_pictures"]


@dataclass(frozen=True)
class LeafletPdf:
    """A leaflet made: the copy to read on screen (tagged), the copy for the printer, and what could not be printed."""

    reading: bytes
    print_copy: bytes
    pages: int
    unprintable: tuple[str, ...]

    def left_out(self) -> str:
        """The characters that could not be printed, named."""
        return glyphs.described(self.unprintable)


@dataclass(frozen=True)
class Saved:
    """Where a document was saved, which characters could not be printed, and what to know before handing it out."""

    path: Path
    unprintable: tuple[str, ...]
    cautions: tuple[str, ...] = ()

    def left_out(self) -> str:
        """The characters that could not be printed, named."""
        return glyphs.described(self.unprintable)


def leaflet_pdf(paper: LeafletPaper) -> LeafletPdf:
    """A leaflet, poster or charter as PDF.

    The printer's copy of what is folded or cut is A4 sheets, to be printed on both sides and turned on the short edge.
    """
    printed = _PRINTED[_kind(paper)](paper)
    return LeafletPdf(printed.pdf, _print_copy(paper, printed.pdf), printed.page_count, printed.unprintable)


def _print_copy(paper: LeafletPaper, reading: bytes) -> bytes:
    if paper.size not in {Size.FOLDED_A5, Size.DL, Size.A5}:
        return reading
    from champion_app.paper import booklet  # late: it loads pikepdf, which flat papers do without

    if paper.size is Size.A5:
        return booklet.two_alike(reading)
    if paper.size is Size.DL:
        return booklet.fold_in_three(reading, keep_last=True)
    # A discreet leaflet's last page is its back cover, so blank pages go before it.
    return booklet.impose(reading, keep_last=paper.discreet)


def leaflet_document(paper: LeafletPaper) -> Document:
    """What a leaflet, poster or charter says, in reading order."""
    return _DOCUMENTS[_kind(paper)](paper)


def leaflet_text(paper: LeafletPaper) -> str:
    """Its words as plain text: for an e-mail or a message, and for the print history."""
    from champion_app.paper.plain_text import text_of  # late: a preview does without

    return text_of(leaflet_document(paper))


def leaflet_html(paper: LeafletPaper) -> str:
    """Its words as one HTML page, for a web page or a telephone."""
    from champion_app.paper.html import html_of  # late: a preview does without

    return html_of(leaflet_document(paper))


# What each kind of paper is made by; any other kind is a leaflet.
_PRINTED: dict[str, Callable[[LeafletPaper], Printed]] = {
    "leaflet": leaflet.printed,
    "poster": poster.printed,
    "certificate": certificate.printed,
}
_DOCUMENTS: dict[str, Callable[[LeafletPaper], Document]] = {
    "leaflet": leaflet.document,
    "poster": poster.document,
    "certificate": certificate.document,
}


def _kind(paper: LeafletPaper) -> str:
    return paper.kind if paper.kind in _PRINTED else "leaflet"


Form = Literal["pdf", "text", "html"]


def save_leaflet(
    binder: Binder,
    name: str,
    choices: LeafletChoices,
    path: Path,
    *,
    reading_copy: bool = False,
    chosen: tuple[int, ...] | None = None,
    form: Form = "pdf",
) -> Saved:
    """Saves a leaflet as PDF, plain text or HTML and notes it in the print history, with its words as they stand on it.

    Raises UnknownName or a fault of the disk.
    """
    wanted = leaflets.template(name, binder)
    contacts = leaflets.chosen_contacts(binder, wanted) if chosen is None else chosen
    paper = leaflets.compose_leaflet(binder, wanted, choices, contacts)
    words = leaflet_text(paper)
    if form == "pdf":
        made = leaflet_pdf(paper)
        saved, missing = write_pdf(made.reading if reading_copy else made.print_copy, path), made.unprintable
    else:
        # Any letter can stand in a text: what a font lacks is missing on paper only.
        content = words if form == "text" else leaflet_html(paper)
        saved, missing = save_words(content, path), ()
    print_history.note_print(binder, wanted, paper, choices, copies=1, words=words)
    return Saved(saved, missing, tuple(leaflets.cautions(wanted, paper)))


def save_words(words: str, path: Path) -> Path:
    """Saves the text or HTML copy of a leaflet. Returns the path used, as ``save_pdf`` does. Raises disk faults."""
    return write_whole(words.encode("utf-8"), path, aside=True)


def save_pdf(pdf: bytes, path: Path) -> Path:
    """Saves a finished PDF. Returns the path used: another name if the file is open elsewhere. Raises disk faults."""
    return write_pdf(pdf, path)


@dataclass(frozen=True)
class Planned:
    """A document ready to be made on a worker: what it says, and what it is called in the print history."""

    document: Document
    kind: str
    title: str


def plan_work_plan(binder: Binder, layout: str = "appendix-a", today: date | None = None) -> Planned:
    """The work plan as the toolkit's Appendix A or as a strategy table. Raises NothingToPrint without an action."""
    day = today or clock.today()
    listed = in_order(actions.all_actions(binder), day)
    if not listed:
        raise NothingToPrint(
            what="the work plan has no actions", way_out="Add an action, or make one from the self-assessment."
        )
    ours, toolkit = service.load(binder), load_toolkit()
    if layout == "strategy":
        document = work_plan.strategy(ours.name, british(day), strategy_plan("Strategy plan", toolkit, listed))
    else:
        document = work_plan.appendix_a(ours.name, british(day), appendix_a(toolkit, listed))
    return Planned(document, "work plan", document.title)


def plan_self_assessment(binder: Binder, round_id: int | None = None, *, blank: bool = False) -> Planned:
    """A round (the newest unless named) in the toolkit's columns; ``blank`` leaves the answers to a meeting's pens.

    Raises NothingToPrint before the first round.
    """
    known = rounds.all_rounds(binder)
    if not known:
        raise NothingToPrint(
            what="no self-assessment has been started", way_out="Start one on the Self-assessment page."
        )
    chosen = next((item for item in known if item.id == round_id), known[-1])
    answers = {} if blank else rounds.answers(binder, chosen.id)
    words = toolkit_of(binder, chosen.edition, load_toolkit())
    view = on_paper(words, service.load(binder), chosen, answers, blank=blank)
    document = self_assessment.document(view)
    return Planned(document, "self-assessment", f"{document.title}: {chosen.name}")


def plan_round_before(binder: Binder) -> Planned:
    """The round before the newest, in the words it was answered in. Raises NothingToPrint when there is none."""
    known = rounds.all_rounds(binder)
    if len(known) < 2:
        raise NothingToPrint(what="there is no earlier round", way_out="It can be printed once a second one has begun.")
    return plan_self_assessment(binder, known[-2].id)


def make(planned: Planned) -> Printed:
    """The finished PDF of a planned document. A pure function, for a worker."""
    return build(planned.document)


def left_out(printed: Printed) -> str:
    """The characters that could not be printed, named; empty when all could."""
    return glyphs.described(printed.unprintable)


def note_document(binder: Binder, planned: Planned, copies: int) -> int:
    """Writes a printed or saved document into the print history; returns its id."""
    record = PrintRecord(0, clock.today(), planned.kind, planned.title, "", "", copies)
    with binder.atomic("note_print", also=frozenset({"prints"})):
        return prints.add(binder, record)


def save_work_plan(binder: Binder, path: Path, layout: str = "appendix-a") -> Saved:
    """Saves the work plan and notes it. Raises NothingToPrint or a disk fault."""
    return _save(binder, plan_work_plan(binder, layout), path)


def save_self_assessment(binder: Binder, path: Path, *, blank: bool = False) -> Saved:
    """Saves the newest round, or its blank form, and notes it. Raises NothingToPrint or a disk fault."""
    return _save(binder, plan_self_assessment(binder, blank=blank), path)


def _save(binder: Binder, planned: Planned, path: Path) -> Saved:
    printed = make(planned)
    saved = write_pdf(printed.pdf, path)
    note_document(binder, planned, copies=1)
    return Saved(saved, printed.unprintable)
