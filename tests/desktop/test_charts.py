"""The pictures of progress: the same numbers as words, as a table and as paint; no state by colour alone."""

from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from champion_app.desktop.theme import Theme
from champion_app.desktop.widgets.charts import StatementBars, StatementRadar
from champion_app.desktop.widgets.progress_picture import STATES, fill
from champion_app.domain.rounds import Progress
from tests.desktop.conftest import Hands

NOW = (
    Progress(1, "Awareness", 2, 3, 1, 0, 6),
    Progress(2, "Identification", 2, 2, 1, 1, 6),
    Progress(3, "Children's voice", 1, 3, 0, 1, 5),
    Progress(4, "Multi-agency working", 1, 2, 2, 0, 6),
    Progress(5, "Every stage", 0, 1, 0, 0, 2),
    Progress(6, "Support and services", 1, 0, 0, 0, 3),
    Progress(7, "Challenging stigma", 0, 0, 0, 4, 4),
    Progress(8, "Building the evidence", 0, 0, 0, 0, 5),
)
BEFORE = tuple(Progress(item.number, item.title, 0, 1, 1, 0, item.total) for item in NOW)


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    made = Theme("light", 100)
    made.apply()
    return made


def shown(qtbot: QtBot, chart: QWidget, width: int) -> QScrollArea:
    """The chart in a scroll area, as on a page; the chart holds on to it."""
    area = chart.held_by = QScrollArea()  # type: ignore[attr-defined]
    qtbot.addWidget(area)
    inside = QWidget()
    QVBoxLayout(inside).addWidget(chart)
    area.setWidget(inside)
    area.setWidgetResizable(True)
    area.resize(width, 500)
    area.show()
    qtbot.wait(20)
    return area


def pixels(widget: QWidget) -> bytes:
    return bytes(widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32).constBits())


def test_bars_say_every_number_in_words(theme: Theme, qtbot: QtBot) -> None:
    chart = StatementBars(theme, "Where we are")
    shown(qtbot, chart, 800)
    chart.show_progress(NOW, BEFORE)
    said = chart.accessibleDescription()
    assert "1 Awareness: 2 in place, 3 in progress, 1 not yet\n" in said
    assert "7 Challenging stigma: 4 not for us\n" in said
    assert "8 Building the evidence: 5 not answered\n" in said
    assert "Last time:\n1 Awareness: 1 in progress, 1 not yet, 4 not answered" in said
    assert chart.accessibleName() == "Where we are"
    assert chart.picture.accessibleDescription() == said
    legend = [made.text() for made in chart.legend.findChildren(QLabel)]
    assert legend == ["In place 7", "In progress 11", "Not yet 4", "Not for us 6", "Not answered 9"]


def test_the_table_holds_the_same_numbers(theme: Theme, qtbot: QtBot, hands: Hands) -> None:
    chart = StatementBars(theme, "Where we are")
    shown(qtbot, chart, 800)
    chart.show_progress(NOW)
    assert not chart.table.isVisible()
    hands.click(hands.button(chart, "Show as a table"))
    assert chart.table.isVisible()
    assert chart.table.rowCount() == 8
    words = chart.table.words()
    for item in NOW:
        for state in STATES:
            assert f"{item.number} {item.title}, {state.words}: {state.of(item)}\n" in words + "\n"
    hands.click(hands.button(chart, "Hide the table"))
    assert not chart.table.isVisible()
    assert sum(sum(state.of(item) for state in STATES) for item in NOW) == sum(item.total for item in NOW)


def test_the_whole_table_is_seen_without_a_bar_of_its_own(theme: Theme, qtbot: QtBot, hands: Hands) -> None:
    chart = StatementBars(theme, "Where we are")
    shown(qtbot, chart, 420)
    chart.show_progress(NOW, BEFORE)
    hands.click(hands.button(chart, "Show as a table"))
    for size in (100, 200):
        theme.apply(text_size=size)
        qtbot.wait(50)
        table = chart.table
        last = table.rowViewportPosition(7) + table.rowHeight(7)
        assert last <= table.viewport().height()


def test_the_radar_says_its_scores_and_last_time(theme: Theme, qtbot: QtBot, hands: Hands) -> None:
    chart = StatementRadar(theme, "How far we are")
    shown(qtbot, chart, 700)
    chart.show_progress(NOW, BEFORE)
    assert "1 Awareness: 58%, last time 8%" in chart.accessibleDescription()
    assert chart.legend.isVisible()
    hands.click(hands.button(chart, "Show as a table"))
    assert "2 Identification, How far we are: 60%" in chart.table.words()
    assert "2 Identification, Last time: 8%" in chart.table.words()
    alone = pixels(chart.picture)
    chart.show_progress(NOW)
    assert not chart.legend.isVisible()
    assert pixels(chart.picture) != alone  # last round's outline is gone


@pytest.mark.parametrize("progress", [(), (Progress(1, "Awareness", 0, 0, 0, 0, 0),)])
def test_nothing_to_show_is_no_trouble(theme: Theme, qtbot: QtBot, progress: tuple[Progress, ...]) -> None:
    for made in (StatementBars(theme, "Bars"), StatementRadar(theme, "Radar")):
        shown(qtbot, made, 600)
        made.show_progress(progress)
        made.grab()


@pytest.mark.parametrize("look", ["light", "dark", "contrast"])
def test_states_differ_without_colour(theme: Theme, look: str) -> None:
    """Painted in grey, at the size of a segment of one, no two of the five look alike."""
    theme.apply(look)
    greys = []
    for state in STATES:
        image = QImage(QSize(60, 24), QImage.Format.Format_RGB32)
        image.fill(theme.colour("card"))
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill(painter, theme, QRectF(0, 0, 60, 24), state)
        painter.end()
        greys.append(image.convertToFormat(QImage.Format.Format_Grayscale8))
    for one, other in combinations(greys, 2):
        points = [(x, y) for x in range(60) for y in range(24)]
        apart = sum(
            abs(QColor(one.pixel(*at)).lightness() - QColor(other.pixel(*at)).lightness()) > 40 for at in points
        )
        assert apart > 15


def test_sizes_follow_the_text_and_paint_follows_the_look(theme: Theme, qtbot: QtBot) -> None:
    chart = StatementBars(theme, "Where we are")
    shown(qtbot, chart, 900)
    chart.show_progress(NOW)
    qtbot.wait(20)
    height, light = chart.picture.height(), pixels(chart.picture)
    theme.apply("dark")
    assert pixels(chart.picture) != light
    theme.apply("light", 200)
    qtbot.wait(50)
    assert chart.picture.height() > 1.8 * height


@pytest.mark.parametrize("size", [100, 200])
@pytest.mark.parametrize("width", [330, 560, 1100])
def test_nothing_is_clipped_at_any_width(theme: Theme, qtbot: QtBot, width: int, size: int) -> None:
    theme.apply("light", size)
    for made in (StatementBars(theme, "Bars"), StatementRadar(theme, "Radar")):
        shown(qtbot, made, width)
        made.show_progress(NOW, BEFORE)
        qtbot.wait(30)
        picture = made.picture
        assert picture.height() >= picture.heightForWidth(picture.width())
        edges = (-1,) if isinstance(made, StatementBars) else (0, -1)  # bars begin at the left edge
        assert _edges_are_empty(picture, theme, edges), f"{type(made).__name__} paints over its edge"


def test_the_keyboard_reaches_the_table(theme: Theme, qtbot: QtBot, hands: Hands) -> None:
    chart = StatementBars(theme, "Where we are")
    area = shown(qtbot, chart, 800)
    chart.show_progress(NOW)
    area.activateWindow()
    chart.turn.setFocus()
    hands.press(chart.turn, Qt.Key.Key_Space)
    assert chart.table.isVisible()
    qtbot.keyClick(chart.turn, Qt.Key.Key_Tab)
    assert chart.table.hasFocus()
    qtbot.keyClick(chart.table, Qt.Key.Key_Down)
    assert chart.table.currentRow() == 1


def _edges_are_empty(picture: QWidget, theme: Theme, edges: tuple[int, ...]) -> bool:
    """No letter is cut there: the outermost columns hold next to nothing as dark (or as light) as a word."""
    image = picture.grab().toImage()
    ground, text = theme.colour("bg").lightness(), theme.colour("text").lightness()
    for edge in edges:
        column = [image.pixelColor(edge % image.width(), y).lightness() for y in range(image.height())]
        if sum(abs(shade - text) < abs(shade - ground) for shade in column) > len(column) // 50:
            return False
    return True
