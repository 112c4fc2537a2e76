"""Leaflets as files: the accessible copy, the printer's, plain text and HTML; and what the print history keeps."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pypdfium2
import pytest

from champion_app.domain.actions import ActionFields
from champion_app.domain.leaflets import BlockKind, LeafletChoices, Size, Template
from champion_app.faults import Fault, FolderMissing, UnknownName
from champion_app.store.binder import Binder
from champion_app.tasks import actions, assessment, leaflets, listings, papers, print_history
from champion_app.tasks import service as service_tasks
from champion_app.tasks.toolkit import load_toolkit
from tests.paper.leaflet_samples import SERVICE, TODAY, paper

ARREST = "family-arrest"


@pytest.fixture
def ours(binder: Binder) -> Iterator[Binder]:
    """A service that has said who it is and rung those on one leaflet."""
    service_tasks.say_who_we_are(binder, SERVICE)
    for number in leaflets.chosen_contacts(binder, leaflets.template(ARREST)):
        listings.tick_checked(binder, number, "Sam Okafor", TODAY)
    yield binder


def words_of(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return " ".join(" ".join(page.get_textpage().get_text_range() for page in document).split())
    finally:
        document.close()


def test_a_leaflet_is_saved_as_pdf_text_and_html(ours: Binder, tmp_path: Path) -> None:
    title = leaflets.template(ARREST).title
    pdf = papers.save_leaflet(ours, ARREST, LeafletChoices(), tmp_path / "a.pdf", reading_copy=True)
    text = papers.save_leaflet(ours, ARREST, LeafletChoices(), tmp_path / "a.txt", form="text")
    html = papers.save_leaflet(ours, ARREST, LeafletChoices(), tmp_path / "a.html", form="html")
    assert title in words_of(pdf.path.read_bytes())
    assert title in text.path.read_text(encoding="utf-8")
    assert f"<title>{title}</title>" in html.path.read_text(encoding="utf-8")
    assert pdf.cautions == text.cautions == html.cautions


@pytest.mark.parametrize("form", ["pdf", "text", "html"])
def test_the_history_keeps_the_words_as_they_stand_on_the_paper(
    form: papers.Form, ours: Binder, tmp_path: Path
) -> None:
    papers.save_leaflet(ours, ARREST, LeafletChoices(Size.A4), tmp_path / f"a.{form}", form=form)
    (record,) = print_history.print_history(ours)
    paper = leaflets.compose_leaflet(
        ours,
        leaflets.template(ARREST, ours),
        LeafletChoices(Size.A4),
        leaflets.chosen_contacts(ours, leaflets.template(ARREST, ours)),
    )
    assert record.words == papers.leaflet_text(paper)
    said = " ".join(record.words.split())
    for block in paper.blocks:
        if block.kind in {BlockKind.HEADING, BlockKind.TEXT}:
            assert block.text in said
    for contact in paper.contacts:
        assert contact.number in record.words


def test_the_printers_copy_is_saved_unless_the_reading_copy_is_asked_for(ours: Binder, tmp_path: Path) -> None:
    for_printer = papers.save_leaflet(ours, ARREST, LeafletChoices(Size.DL), tmp_path / "sheets.pdf").path
    to_read = papers.save_leaflet(ours, ARREST, LeafletChoices(Size.DL), tmp_path / "read.pdf", reading_copy=True).path
    assert papers.page_count(for_printer.read_bytes()) == 2
    assert papers.page_count(to_read.read_bytes()) == 6


@pytest.mark.parametrize("form", ["pdf", "text", "html"])
def test_F74_nothing_is_noted_when_nothing_could_be_saved(form: papers.Form, ours: Binder, tmp_path: Path) -> None:
    with pytest.raises(FolderMissing):
        papers.save_leaflet(ours, ARREST, LeafletChoices(), tmp_path / "nowhere" / "a", form=form)
    assert print_history.print_history(ours) == []
    assert list(tmp_path.iterdir()) == []


def test_no_leaflet_is_saved_over_a_binder(ours: Binder, tmp_path: Path) -> None:
    taken = tmp_path / "other.champion"
    taken.write_bytes(b"somebody's binder")
    with pytest.raises(Fault):
        papers.save_leaflet(ours, ARREST, LeafletChoices(), taken, form="text")
    assert taken.read_bytes() == b"somebody's binder"


def test_a_leaflet_that_is_not_there_is_named(ours: Binder, tmp_path: Path) -> None:
    with pytest.raises(UnknownName):
        papers.save_leaflet(ours, "no-such-leaflet", LeafletChoices(), tmp_path / "a.pdf")


@pytest.mark.parametrize("template", leaflets.templates(), ids=lambda template: template.id)
def test_every_kind_of_paper_has_its_text_and_its_page(template: Template) -> None:
    made = paper(template, LeafletChoices())
    text, html = papers.leaflet_text(made), papers.leaflet_html(made)
    said = " ".join(text.split())
    assert made.title in said
    assert html.startswith("<!doctype html>")
    for contact in made.contacts if template.takes_contacts else ():
        assert contact.name in said
    for block in made.blocks:
        assert all(" ".join(item.split()) in said for item in block.items)
    assert papers.leaflet_document(made).title == made.title


@pytest.mark.parametrize("plan", [papers.plan_work_plan, papers.plan_self_assessment])
def test_F77_a_plan_left_on_a_printer_says_that_it_is_service_planning_and_carries_no_notes(
    binder: Binder, plan: Callable[[Binder], papers.Planned]
) -> None:
    assessment.start_round(binder, load_toolkit(), "Autumn", TODAY)
    actions.raise_action(binder, ActionFields("Put up posters"), TODAY)
    made = pypdfium2.PdfDocument(papers.make(plan(binder)).pdf)
    for page in made:
        assert "Service planning: no family details." in page.get_textpage().get_text_range()
    made.close()
