"""The demonstration: a sample binder and papers made from it, one of each kind."""

from __future__ import annotations

from pathlib import Path

from champion_app.domain.leaflets import LeafletChoices, Size
from champion_app.places import BINDER_SUFFIX
from champion_app.tasks import binders, papers, sample
from champion_app.whole_file import make_folder


def sample_path(folder: Path) -> Path:
    """Where the sample binder of a demonstration lies."""
    return folder / f"sample{BINDER_SUFFIX}"


def make_papers(folder: Path) -> list[Path]:
    """Makes the sample binder and its papers in a folder and returns their paths.

    A sample that is there already is used as it is: somebody may have written in it. Raises a binder or paper fault.
    """
    make_folder(folder)
    path = sample_path(folder)
    binder = binders.open_binder(path) if path.exists() else sample.make_sample(path)
    try:
        choices = LeafletChoices()
        saved = [
            papers.save_leaflet(binder, "family-first-days", choices, folder / "family-leaflet.pdf"),
            papers.save_leaflet(binder, "family-first-days.cy", choices, folder / "family-leaflet-in-welsh.pdf"),
            papers.save_leaflet(binder, "family-visiting", LeafletChoices(Size.DL), folder / "leaflet-in-three.pdf"),
            papers.save_leaflet(binder, "staff-child-tells-you", choices, folder / "a-child-has-told-me.pdf"),
            papers.save_leaflet(binder, "charter", choices, folder / "our-promise.pdf"),
            papers.save_leaflet(binder, "poster-talk-to-our-champion", choices, folder / "poster.pdf"),
            papers.save_self_assessment(binder, folder / "self-assessment.pdf"),
            papers.save_work_plan(binder, folder / "work-plan.pdf"),
        ]
    finally:
        binder.close()
    return [path, *(document.path for document in saved)]
