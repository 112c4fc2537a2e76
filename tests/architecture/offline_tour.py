"""A tour of the whole of Champion in a process of its own, with a hook that notes whatever would lead out of it.

Everything is done that a champion can do: a sample binder, a hostile list and a hostile pack taken in, every page and
every dialog that a button opens, every paper, every file that goes out, backups, the self-test. What was seen is
printed as JSON.
"""

from __future__ import annotations

import json
import os
import sys
from collections import Counter
from pathlib import Path
from traceback import format_tb
from typing import Any

SEEN: list[str] = []
LOADED: list[str] = []
SLIPS: list[str] = []  # errors in a slot, which Qt would pass over
TEMPORARY: list[str] = []
LEADS_OUT = (
    "socket.", "urllib.", "http.", "ftplib.", "smtplib.", "poplib.", "imaplib.", "nntplib.", "telnetlib.",
    "webbrowser.", "os.system", "os.exec", "os.posix_spawn", "os.spawn", "os.startfile", "pty.", "subprocess.Popen",
)  # fmt: skip
OUR_CHILDREN = ("champion_app.exchange.child", "champion_app.tasks.self_test_child")
NEVER_LOADED = (
    "PySide6.QtNetwork", "PySide6.QtWebEngine", "PySide6.QtWebView", "PySide6.QtMultimedia", "PySide6.QtSql",
    "urllib.request", "http.client", "http.server", "ftplib", "smtplib", "requests", "urllib3", "httpx", "aiohttp",
    "asyncio", "webbrowser", "xmlrpc",
)  # fmt: skip


def note(event: str, details: tuple[Any, ...]) -> None:
    """The hook itself: it must not fail, and it hears of every file that is opened."""
    if event.startswith(LEADS_OUT):
        words = " ".join(map(str, details[1])) if event == "subprocess.Popen" else ""
        if not any(child in words for child in OUR_CHILDREN):
            SEEN.append(f"{event} {details!r}"[:300])
    elif event == "import" and str(details[0]).startswith(NEVER_LOADED):
        LOADED.append(f"{details[0]} by {_importer()}")
    elif event == "open" and isinstance(details[0], str) and os.environ["TMPDIR"] in details[0]:
        TEMPORARY.append(details[0])


def _importer() -> str:
    """The file that asked for an import: the first in the stack that is not Python's importing itself."""
    frame = sys._getframe(2)
    while frame.f_back and "importlib" in frame.f_code.co_filename:
        frame = frame.f_back
    return frame.f_code.co_filename


def take_in(binder: Any, listed: Path, pack: Path) -> list[tuple[str, int]]:
    """Takes both in, read by our own children as always. Returns noun and id of each row that came."""
    from champion_app.domain.taking_in import Decision
    from champion_app.tasks import lists, packs

    reading = lists.read(listed, "listings")
    found = lists.look(binder, reading, "listings", "hostile")
    made = [("listings", row) for row in lists.take_in(binder, found, {})]
    looked = packs.look(binder, packs.read(pack))
    decisions: dict[Any, Decision] = {}
    return made + packs.take_in(binder, looked, decisions)


def all_papers(binder: Any, folder: Path) -> int:
    """Every paper and every file that goes out, written to a folder. Returns how many."""
    from champion_app.domain.leaflets import LeafletChoices
    from champion_app.tasks import backups, exports, leaflets, pack_making, papers, resources, self_test, sheets

    for template in leaflets.templates(binder):
        papers.save_leaflet(
            binder, template.id, LeafletChoices(qr=f"https://{CANARY}/qr"), folder / f"{template.id}.pdf"
        )
    first = leaflets.templates(binder)[0].id
    papers.save_leaflet(binder, first, LeafletChoices(), folder / "leaflet.html", form="html")
    papers.save_leaflet(binder, first, LeafletChoices(), folder / "leaflet.txt", form="text")
    papers.save_work_plan(binder, folder / "plan.pdf")
    papers.save_work_plan(binder, folder / "strategy.pdf", "strategy")
    papers.save_self_assessment(binder, folder / "assessment.pdf")
    for each in sheets.sheets()[:3]:
        sheets.save_sheet_pdf(binder, each.id, folder / f"{each.id}.pdf")
        sheets.save_sheet_word(binder, each.id, folder / f"{each.id}.docx")
    wanted = [one.id for one in resources.pack(binder)]
    sheets.save_reading_list(binder, wanted, "Everything", folder / "reading.pdf")
    for ending in ("json", "xlsx", "csv"):
        exports.save_services(binder, folder / f"services.{ending}")
    for ending in ("xlsx", "csv"):
        exports.save_resources(binder, folder / f"resources.{ending}")
    choice = pack_making.PackChoice("Ours", "Us", rows=pack_making.everything_of_ours(binder))
    pack_making.save_pack(binder, pack_making.put_together(binder, choice), folder / "ours.championpack")
    backups.back_up_now(binder)
    papers.save_pdf(papers.make(self_test.plan_paper(self_test.run(binder, []))).pdf, folder / "self-test.pdf")
    return len(list(folder.iterdir()))


class Tour:
    """Visits every page and presses every button that is there, a little at a time."""

    def __init__(self, binder: Any) -> None:
        from champion_app.desktop.app import application, load_fonts, make_desk
        from champion_app.desktop.main_window import MainWindow

        self.app = application()
        load_fonts()
        self.desk = make_desk(binder)
        self.window = MainWindow(self.desk)
        self.window.show()
        self.window.open_first_page()
        self.pressed: Counter[str] = Counter()
        self.opened: set[str] = set()
        self.asked = 0
        self.tips = 0
        self.desk.messages.asked.connect(self._was_asked)

    def _was_asked(self, question: object) -> None:
        self.asked += 1

    def settle(self, times: int = 3) -> None:
        for _ in range(times):
            self.app.processEvents()
        self.desk.jobs._pool.waitForDone(10_000)
        self.app.processEvents()

    def everything(self, pages: list[str]) -> None:
        for name in pages:
            self.show(name)
            self.rest_on_everything()
            for words in self.buttons():
                self.show(name)
                self.press(words)
        self.show("home")

    def hostile(self, rows: list[tuple[str, int]]) -> None:
        """Reads rows that came from outside, and presses their links: each must ask first."""
        pages = {"listings": "find_help", "resources": "resources"}
        for noun, row in rows:
            self.show(pages[noun])
            self.desk.navigation.go_to(pages[noun], row)
            self.settle(1)
            self.rest_on_everything()
            for words in self.links():
                self.press(words)
            self.window.grab()

    def links(self) -> list[str]:
        """The buttons in view that lead out."""
        from PySide6.QtWidgets import QAbstractButton

        found = [each for each in self.window.page.findChildren(QAbstractButton) if each.isVisible()]
        return [words for each in found if (words := self.named(each)).startswith(("http", "Open web page"))]

    def show(self, name: str) -> None:
        from PySide6.QtWidgets import QAbstractItemView

        self.close_all()
        self.desk.navigation.go_to(name)
        self.settle()
        for view in self.window.page.findChildren(QAbstractItemView) if self.window.page else ():
            if view.isVisible() and view.model() is not None and view.model().rowCount():
                view.setCurrentIndex(view.model().index(view.model().rowCount() - 1, 0))  # what came from outside
                view.clicked.emit(view.currentIndex())
        self.settle(1)
        if self.window._name != name:
            raise AssertionError(f"{name} cannot be shown: {self.window._name} is")

    def buttons(self) -> list[str]:
        from PySide6.QtWidgets import QAbstractButton

        found = [each for each in self.window.centralWidget().findChildren(QAbstractButton) if self.can(each)]
        return list(dict.fromkeys(self.named(each) for each in found))

    def can(self, each: Any) -> bool:
        if self.named(each).startswith("Undo"):
            return False  # it would take back what was taken in
        return bool(each.isVisible() and each.isEnabled() and self.named(each) and not self.pressed[self.named(each)])

    def named(self, each: Any) -> str:
        return str(each.accessibleName() or each.text())

    def press(self, words: str) -> None:
        from PySide6.QtWidgets import QAbstractButton, QMenu

        for each in self.window.centralWidget().findChildren(QAbstractButton):
            if self.named(each) == words and each.isVisible() and each.isEnabled():
                self.pressed[words] += 1
                each.click()
                self.settle(1)
                break
        popup = self.app.activePopupWidget()
        if isinstance(popup, QMenu):
            for action in popup.actions()[:12]:
                if action.isEnabled() and not action.isSeparator():
                    action.trigger()
                    self.settle(1)
                    self.look_at_dialogs()
            popup.close()
        self.look_at_dialogs()

    def look_at_dialogs(self) -> None:
        from PySide6.QtWidgets import QDialog

        for each in self.app.topLevelWidgets():
            if isinstance(each, QDialog) and each.isVisible():
                self.opened.add(type(each).__name__)
                each.grab()
        self.close_all()

    def close_all(self) -> None:
        from PySide6.QtWidgets import QDialog

        for _ in range(4):
            there = [each for each in self.app.topLevelWidgets() if isinstance(each, QDialog) and each.isVisible()]
            if not there:
                return
            for each in there:
                each.reject()
            self.settle(1)

    def rest_on_everything(self) -> None:
        """Shows the tooltip of every widget in view, as a resting mouse would."""
        from PySide6.QtCore import QPoint
        from PySide6.QtWidgets import QToolTip, QWidget

        for each in self.window.findChildren(QWidget):
            if each.isVisible() and each.toolTip():
                QToolTip.showText(QPoint(1, 1), each.toolTip(), each)
                self.tips += 1
        QToolTip.hideText()


def main(folder: Path, pages: list[str]) -> dict[str, Any]:
    """The tour, with the hostile files that lie in the folder; returns what was seen on it."""
    from champion_app.desktop.pages import page_list
    from champion_app.tasks import sample

    binder = sample.make_sample(folder / "sample.champion")
    taken = take_in(binder, folder / "hostile.csv", folder / "hostile.championpack")
    out = folder / "out"
    out.mkdir()
    papers = all_papers(binder, out)
    tour = Tour(binder)
    wanted = pages or [name for name in page_list._CLASSES if name != "first_run"]
    tour.hostile([*taken[:3], *taken[-3:], *[each for each in taken if each[0] == "resources"][:4]])
    tour.everything(wanted)
    tour.window.close()
    binder.close()
    return {
        "seen": SEEN, "loaded": LOADED, "slips": SLIPS, "temporary": TEMPORARY, "libraries": libraries(),
        "taken": len(taken), "papers": papers, "pages": wanted, "pressed": sum(tour.pressed.values()),
        "dialogs": sorted(tour.opened), "asked": tour.asked, "tips": tour.tips,
    }  # fmt: skip


def libraries() -> list[str]:
    """Qt's own libraries in this process, where the system tells."""
    maps = Path("/proc/self/maps")
    if not maps.exists():
        return []
    return sorted({Path(line.split()[-1]).name for line in maps.read_text().splitlines() if "libQt6" in line})


if __name__ == "__main__":
    sys.addaudithook(note)
    sys.excepthook = lambda kind, error, trace: SLIPS.append(f"{kind.__name__} {''.join(format_tb(trace)[-1:])}")
    CANARY = sys.argv[2]
    print(json.dumps(main(Path(sys.argv[1]), sys.argv[3:])))
