"""Run by test_assessment_page as a process of its own: answers with keys and says each answer once it is given."""

from __future__ import annotations

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from champion_app.desktop.app import application, make_desk
from champion_app.desktop.main_window import MainWindow
from champion_app.desktop.pages.assessment_page import AssessmentPage
from champion_app.domain.services import Service
from champion_app.tasks import assessment, binders, service
from champion_app.tasks.toolkit import load_toolkit


def main() -> None:
    """Answers all 37, one key each."""
    qt = application()
    binder = binders.open_binder(Path(sys.argv[1]))
    service.say_who_we_are(binder, Service(name="Hollin Bank"))
    assessment.start_round(binder, load_toolkit())
    window = MainWindow(make_desk(binder))
    window.show()
    window._desk.navigation.go_to("assessment")
    page = window.page
    assert isinstance(page, AssessmentPage)
    for place in range(37):
        number = page.answering.number
        QTest.keyClick(page.answering.card, (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3)[place % 3])
        answer = ("not_yet", "in_progress", "in_place")[place % 3]
        sys.stdout.write(f"{number} {answer}\n")
        sys.stdout.flush()
        qt.processEvents()


if __name__ == "__main__":
    main()
