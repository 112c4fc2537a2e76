"""The demonstration: papers of every kind from the sample service, and a picture of every page of its window."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from champion_app.desktop import pictures
from champion_app.desktop.pages.page_list import ENTRIES, ENTRY_OF
from champion_app.tasks import demo


def test_the_demonstration_makes_its_papers_and_a_picture_of_every_page(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pictures, "SETTLE_MS", 50)
    binder, *papers = demo.make_papers(tmp_path / "demo")
    titles = {pypdfium2.PdfDocument(path).get_metadata_value("Title") for path in papers}
    assert len(titles) == len(papers) == 8, titles
    made = pictures.picture_pages(binder, tmp_path)
    assert len(made) == len(ENTRIES) + len(ENTRY_OF) == len({path.read_bytes() for path in made})
    for path in made:
        assert QImage(str(path)).width() >= 1_000, path
    again = demo.make_papers(tmp_path / "demo")
    assert again == [binder, *papers], "what is there is used as it is"
