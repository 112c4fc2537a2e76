"""The gallery of leaflets: what it shows, how it is searched and walked, and when its pictures are made."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QModelIndex, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from champion_app.desktop.app import make_desk
from champion_app.desktop.desk import Desk
from champion_app.desktop.widgets import gallery_pictures
from champion_app.desktop.widgets.gallery_cards import asked_for, cards_of, language_name
from champion_app.desktop.widgets.gallery_delegate import PAGE_ROOM
from champion_app.desktop.widgets.gallery_model import CARD
from champion_app.desktop.widgets.gallery_pictures import GalleryPictures
from champion_app.desktop.widgets.gallery_work import first_page, mark_of
from champion_app.desktop.widgets.template_gallery import TemplateGallery
from champion_app.domain import own_words as wording
from champion_app.domain.leaflet_paper import LeafletPaper
from champion_app.domain.leaflets import Block, BlockKind, LeafletChoices, Size, Template
from champion_app.domain.services import Service
from champion_app.domain.text_checks import Reading
from champion_app.faults import PaperFailed
from champion_app.store.binder import Binder
from champion_app.tasks import leaflets, own_words, text_checks
from champion_app.tasks.service import say_who_we_are
from tests.desktop.accessible import control_names, nameless
from tests.desktop.conftest import Hands

ARREST, COURT, POSTER = "family-arrest", "family-court", "poster-talk-to-our-champion"


class Opened:
    """A gallery in a window of its own, as wide as its column at 1366 pixels, and everything it chose."""

    def __init__(self, desk: Desk, templates: tuple[Template, ...]) -> None:
        self.desk = desk
        self.window = QWidget()
        self.gallery = TemplateGallery(desk)
        layout = QVBoxLayout(self.window)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.gallery)
        self.chosen: list[str] = []
        self.made: list[str] = []
        self.gallery.chosen.connect(self.chosen.append)
        self.gallery.pictures.made.connect(self.made.append)
        self.gallery.show_templates(templates)
        self.window.resize(260, 600)
        self.window.show()
        self.window.activateWindow()
        assert QTest.qWaitForWindowActive(self.window)

    def lines(self) -> list[str]:
        """The words of every line, headings among them."""
        model = self.gallery.model
        return [model.index(place).data() for place in range(model.rowCount())]

    def spoken(self, template_id: str) -> str:
        """What a screen reader says for a card."""
        return str(self.gallery.index_of(template_id).data(Qt.ItemDataRole.AccessibleTextRole))

    def press(self, template_id: str) -> None:
        """One press on a card."""
        rows = self.gallery.rows
        rows.scrollTo(self.gallery.index_of(template_id))
        at = rows.visualRect(self.gallery.index_of(template_id)).center()
        QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)

    def in_front(self) -> str:
        """The leaflet whose card is the current one."""
        card = self.gallery.rows.currentIndex().data(CARD)
        return card.shown.id if card is not None else ""


Show = Callable[..., Opened]


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody is typing here: pictures need not wait for a pause."""
    for name in ("PAUSE_MS", "SETTLE_MS", "IDLE_MS"):
        monkeypatch.setattr(gallery_pictures, name, 1)


@pytest.fixture
def show(qtbot: QtBot, qapp: QApplication, sample_binder: Binder) -> Iterator[Show]:
    """Opens a gallery on the sample school's leaflets, or on others."""
    opened: list[Opened] = []

    def open_on(templates: tuple[Template, ...] | None = None) -> Opened:
        desk = make_desk(sample_binder)
        made = Opened(desk, leaflets.templates(sample_binder) if templates is None else templates)
        opened.append(made)
        return made

    yield open_on
    for made in opened:
        made.desk.theme.apply("light", 100)
        made.window.close()
        made.desk.jobs.wait()
        made.window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def pictured(opened: Opened, qtbot: QtBot) -> None:
    """Waits until no picture is missing."""
    qtbot.waitUntil(lambda: opened.gallery.pictures.up_to_date, timeout=30_000)


def same(one: QPixmap | None, other: QPixmap | None) -> bool:
    return one is not None and other is not None and one.toImage() == other.toImage()


def welsh(template: Template) -> Template:
    """The same leaflet in Welsh, as a pack may bring it."""
    return replace(template, id=f"{template.id}.cy", language="cy", title="Rhywun wedi'i arestio", unspoken=True)


def two_languages(binder: Binder) -> tuple[Template, ...]:
    english = [one for one in leaflets.templates(binder) if one.language == "en"]
    return tuple(both for one in english for both in ((one, welsh(one)) if one.id == ARREST else (one,)))


def many(binder: Binder, how_many: int = 200) -> tuple[Template, ...]:
    """A service with far more leaflets of its own than anybody needs."""
    one = leaflets.template(ARREST, binder)
    short = (Block("a", BlockKind.TEXT, "A few words."),)
    return tuple(
        replace(one, id=f"own-{n}", base=ARREST, title=f"Leaflet {n}", blocks=short) for n in range(1, how_many + 1)
    )


# ---- what is shown


def test_cards_stand_under_headings_by_whom_they_are_for(show: Show, sample_binder: Binder) -> None:
    mine = own_words.save_as_own(sample_binder, "family-visiting", "Visiting our prison")
    opened = show()
    lines = opened.lines()
    headings = [line for line in lines if line in HEADINGS]
    assert headings == HEADINGS
    assert lines.index("Visiting our prison") > lines.index("Leaflets of our own")
    assert opened.gallery.index_of(POSTER).row() > lines.index("Posters")
    assert opened.gallery.index_of(mine).isValid()


HEADINGS = [
    "For families",
    "For parents and carers",
    "For children and young people",
    "For staff",
    "Posters",
    "Certificates",
    "Leaflets of our own",
]


def test_an_audience_nobody_thought_of_has_a_heading_too(show: Show, sample_binder: Binder) -> None:
    strange = replace(leaflets.template(ARREST, sample_binder), audience="governors\n<b>")
    opened = show((strange,))
    assert opened.lines() == ["For others", strange.title]


def test_languages_of_one_leaflet_are_one_card(show: Show, sample_binder: Binder) -> None:
    opened = show(two_languages(sample_binder))
    assert opened.gallery.index_of(ARREST) == opened.gallery.index_of(f"{ARREST}.cy")
    assert opened.spoken(ARREST).startswith(leaflets.template(ARREST, sample_binder).title)
    assert "Cymraeg" in opened.spoken(ARREST)
    assert "Cymraeg" not in opened.spoken("staff-briefing")


def test_a_card_opens_in_the_language_last_shown(show: Show, sample_binder: Binder) -> None:
    opened = show(two_languages(sample_binder))
    opened.press(ARREST)
    assert opened.chosen == [ARREST], "English first"
    opened.gallery.choose(f"{ARREST}.cy")
    opened.press(COURT)
    opened.press(ARREST)
    assert opened.chosen == [ARREST, f"{ARREST}.cy", COURT, f"{ARREST}.cy"]
    opened.gallery.show_templates(two_languages(sample_binder))
    assert opened.in_front() == f"{ARREST}.cy", "it stays chosen when everything is shown again"


def test_a_leaflet_in_another_language_alone_has_a_card(show: Show, sample_binder: Binder) -> None:
    opened = show((welsh(leaflets.template(ARREST, sample_binder)),))
    opened.press(f"{ARREST}.cy")
    assert opened.chosen == [f"{ARREST}.cy"]


def test_marks_say_draft_our_words_and_shipped_words_that_changed(show: Show, sample_binder: Binder) -> None:
    court = leaflets.template(COURT, sample_binder)
    ours = wording.say(wording.OwnWords(), court, "head", "title", "Going to court")
    own_words.keep_words(sample_binder, COURT, ours)
    text_checks.note_check(sample_binder, leaflets.template(COURT, sample_binder), Reading.WORDS, "Dana Price")
    opened = show()
    assert opened.spoken(ARREST).endswith("Draft")
    assert opened.spoken(COURT).startswith("Going to court. ")
    assert "Your words" in opened.spoken(COURT)
    assert "Draft" not in opened.spoken(COURT)
    assert "The shipped words have changed" not in opened.spoken(COURT)
    cards = cards_of(leaflets.templates(sample_binder), {}, {COURT})
    marks = {card.group: [mark.words for mark in card.marks] for card in cards}
    assert marks[COURT][0] == "The shipped words have changed"
    assert "The shipped words have changed" not in marks[ARREST]


def test_shipped_words_that_changed_are_asked_for(
    show: Show, sample_binder: Binder, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = show()
    monkeypatch.setattr(own_words, "moved_on", lambda binder: {ARREST})
    opened.gallery.show_templates(leaflets.templates(sample_binder))
    assert "The shipped words have changed" in opened.spoken(ARREST)


def test_languages_are_named_in_their_own_words() -> None:
    names = [language_name(code) for code in ("cy", "pl", "ur", "lt", "zz", "")]
    assert names == ["Cymraeg", "Polski", "اردو", "Lietuvių", "Zz", ""]


@pytest.mark.parametrize("title", ["<b>Bold</b> & \u202eback\x00", "W" * 10_000, "One\nword\n" * 900, "🦊" * 60, "  "])
def test_hostile_titles_are_plain_words_in_a_card_of_sensible_height(
    show: Show, sample_binder: Binder, title: str, qtbot: QtBot
) -> None:
    one = replace(leaflets.template(ARREST, sample_binder), title=title, summary=title)
    opened = show((one,))
    area = opened.gallery.rows.visualRect(opened.gallery.index_of(ARREST))
    assert area.height() < 260
    assert not opened.window.grab().isNull()
    pictured(opened, qtbot)
    opened.press(ARREST)
    assert opened.chosen == [ARREST]


# ---- walking


def test_arrows_home_and_end_pass_over_headings(show: Show, hands: Hands) -> None:
    opened = show()
    rows, first = opened.gallery.rows, opened.lines()[1]
    opened.gallery.choose("family-coming-home")
    opened.gallery.setFocus()
    assert rows.hasFocus()
    hands.press(rows, Qt.Key.Key_Down)
    assert opened.in_front() == "carers-telling-the-children"
    hands.press(rows, Qt.Key.Key_Up)
    assert opened.in_front() == "family-coming-home"
    hands.press(rows, Qt.Key.Key_End)
    assert rows.currentIndex().row() == len(opened.lines()) - 1
    hands.press(rows, Qt.Key.Key_Home)
    assert rows.currentIndex().data() == first
    heading = rows.visualRect(opened.gallery.model.index(0))
    assert heading.top() >= 0, "the heading above the first card can be seen"
    assert opened.chosen[-1] == opened.in_front()


def test_a_heading_cannot_be_chosen(show: Show) -> None:
    opened = show()
    opened.gallery.choose(ARREST)
    rows = opened.gallery.rows
    heading = opened.gallery.model.index(0)
    QTest.mouseClick(
        rows.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, rows.visualRect(heading).center()
    )
    assert not rows.selectionModel().isSelected(heading)
    assert opened.in_front() == ARREST
    assert opened.chosen == [ARREST]


def test_page_keys_reach_every_part_and_never_a_heading(show: Show, hands: Hands) -> None:
    opened = show()
    rows = opened.gallery.rows
    opened.gallery.choose(ARREST)
    opened.gallery.setFocus()
    for key, end in ((Qt.Key.Key_PageDown, len(opened.lines()) - 1), (Qt.Key.Key_PageUp, 1)):
        for _ in range(40):
            hands.press(rows, key)
            assert opened.in_front()
        assert rows.currentIndex().row() == end


def test_first_letters_find_a_card(show: Show, qtbot: QtBot) -> None:
    opened = show()
    opened.gallery.choose(ARREST)
    opened.gallery.setFocus()
    qtbot.keyClicks(opened.gallery.rows, "talk")
    assert opened.in_front() == POSTER
    assert opened.chosen[-1] == POSTER


def test_choose_tells_once_and_an_unknown_one_changes_nothing(show: Show) -> None:
    opened = show()
    opened.gallery.choose(COURT)
    opened.gallery.choose(COURT)
    opened.gallery.choose("no-such-leaflet")
    assert opened.chosen == [COURT]
    assert opened.gallery.template_id == COURT
    assert not opened.gallery.index_of("no-such-leaflet").isValid()


def test_a_leaflet_that_is_gone_is_chosen_no_more(show: Show, sample_binder: Binder) -> None:
    mine = own_words.save_as_own(sample_binder, ARREST, "Ours")
    opened = show()
    opened.gallery.choose(mine)
    own_words.remove_own(sample_binder, mine)
    opened.gallery.show_templates(leaflets.templates(sample_binder))
    assert opened.gallery.template_id == ""
    assert not opened.gallery.index_of(mine).isValid()
    assert opened.chosen == [mine], "the page says what comes next"


def test_a_new_leaflet_moves_nothing_else(show: Show, sample_binder: Binder) -> None:
    opened = show()
    opened.gallery.choose(COURT)
    bar = opened.gallery.rows.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    before = bar.value()
    own_words.save_as_own(sample_binder, POSTER, "Ours")
    opened.gallery.show_templates(leaflets.templates(sample_binder))
    QApplication.processEvents()
    assert opened.in_front() == COURT
    assert opened.chosen == [COURT]
    assert bar.value() == before > 0


# ---- searching


@pytest.mark.parametrize(
    ("typed", "found", "not_found"),
    [
        ("CHILDREN of 4", "children-4-7", POSTER),
        ("poster", POSTER, ARREST),
        ("first days", "family-first-days", POSTER),
        ("police", ARREST, "family-money"),
        ("staff", "staff-briefing", ARREST),
        ("resettlement", "family-coming-home", ARREST),
        ("visits", "family-visiting", "family-money"),
        ("chàrtér", "charter", ARREST),
    ],
)
def test_search_narrows_by_title_summary_stage_and_audience(
    show: Show, hands: Hands, typed: str, found: str, not_found: str
) -> None:
    opened = show()
    hands.type(opened.gallery.search, typed)
    assert opened.gallery.index_of(found).isValid()
    assert not opened.gallery.index_of(not_found).isValid()
    lines = opened.lines()
    cards = [line for line in lines if line not in HEADINGS]
    total = len({leaflets.group_of(one.id) for one in leaflets.templates(opened.desk.binder)})
    assert opened.gallery.count.text() == f"{len(cards)} of {total} leaflets and posters"
    headings = [line for line in lines if line in HEADINGS]
    assert all(lines[lines.index(line) + 1] in cards for line in headings), "no heading without a card"


def test_search_knows_other_languages_and_letters(show: Show, sample_binder: Binder, hands: Hands) -> None:
    polish = replace(leaflets.template(ARREST, sample_binder), id=f"{ARREST}.pl", language="pl", title="Ktoś żółć")
    opened = show((*two_languages(sample_binder), polish))
    for typed in ("arestio", "zo", "cymraeg", "polski"):
        opened.gallery.search.clear()
        hands.type(opened.gallery.search, typed)
        assert opened.gallery.index_of(ARREST).isValid(), typed
        assert opened.gallery.model.rowCount() == 2, typed


def test_nothing_found_says_so(show: Show, hands: Hands) -> None:
    opened = show()
    hands.type(opened.gallery.search, "xyzzy <b>")
    assert opened.gallery.nothing.isVisible()
    assert not opened.gallery.rows.isVisible()
    assert opened.gallery.count.text().startswith("0 of ")
    assert opened.gallery.search.accessibleDescription() == opened.gallery.count.text()
    hands.press(opened.gallery.search, Qt.Key.Key_Escape)
    assert opened.gallery.search.text() == ""
    assert opened.gallery.rows.isVisible()
    assert not opened.gallery.nothing.isVisible()


def test_searching_chooses_nothing(show: Show, hands: Hands) -> None:
    opened = show()
    opened.gallery.choose(ARREST)
    hands.type(opened.gallery.search, "poster")
    assert not opened.gallery.rows.currentIndex().isValid(), "the one chosen is not among them"
    hands.press(opened.gallery.search, Qt.Key.Key_Tab)
    opened.gallery.search.clear()
    assert opened.in_front() == ARREST
    assert opened.chosen == [ARREST]


def test_enter_in_the_search_goes_to_the_first_found(show: Show, hands: Hands) -> None:
    opened = show()
    opened.gallery.choose(ARREST)
    hands.type(opened.gallery.search, "poster talk")
    hands.press(opened.gallery.search, Qt.Key.Key_Return)
    assert opened.gallery.rows.hasFocus()
    assert opened.chosen == [ARREST, POSTER]


def test_arrows_in_the_search_walk_through_the_list(show: Show, hands: Hands) -> None:
    opened = show()
    hands.type(opened.gallery.search, "family")
    opened.gallery.search.setFocus()
    hands.press(opened.gallery.search, Qt.Key.Key_Down)
    first = opened.in_front()
    hands.press(opened.gallery.search, Qt.Key.Key_Down)
    assert first
    assert opened.in_front() not in ("", first)
    assert opened.gallery.search.hasFocus()


def test_choosing_what_is_searched_away_ends_the_search(show: Show, hands: Hands) -> None:
    opened = show()
    hands.type(opened.gallery.search, "poster")
    opened.gallery.choose(ARREST)
    assert opened.gallery.search.text() == ""
    assert opened.in_front() == ARREST


def test_any_text_can_be_searched_for(show: Show, hands: Hands) -> None:
    opened = show()
    for typed in ("*", "\"' OR 1", "a" * 5_000, "\u202e\u0301", "don't", "(", "🦊", "\x00"):
        opened.gallery.search.setText(typed)
    assert asked_for("Barnardo's FAMILIES") == ["barnardo", "famil"]


# ---- pictures


def test_every_card_gets_a_picture_of_its_first_page_once(show: Show, qtbot: QtBot) -> None:
    opened = show()
    assert opened.gallery.pictures.picture_of(ARREST) is None, "showing the list waits for no picture"
    pictured(opened, qtbot)
    shown = [card.shown.id for card in opened.gallery._cards]
    assert sorted(opened.made) == sorted(shown)
    picture = opened.gallery.pictures.picture_of(ARREST)
    assert picture.width() / opened.gallery.devicePixelRatioF() == pytest.approx(72, abs=1)
    colours = {picture.toImage().pixel(x, y) for x in range(picture.width()) for y in range(picture.height())}
    assert len(colours) > 20, "words stand on it"
    opened.gallery.pictures.look_again()
    opened.gallery.show_templates(leaflets.templates(opened.desk.binder))
    opened.window.resize(300, 700)
    pictured(opened, qtbot)
    assert len(opened.made) == len(shown), "nothing has changed, so nothing is made again"


def test_a_changed_word_makes_this_picture_again(show: Show, qtbot: QtBot, sample_binder: Binder) -> None:
    opened = show()
    pictured(opened, qtbot)
    before = opened.gallery.pictures.picture_of(COURT)
    opened.made.clear()
    under = own_words.beneath(sample_binder, COURT)
    ours = wording.say(wording.OwnWords(), under, "head", "title", "Going to court")
    own_words.keep_words(sample_binder, COURT, ours)
    opened.gallery.show_templates(leaflets.templates(sample_binder))
    assert same(opened.gallery.pictures.picture_of(COURT), before), "the old one stays until the new one is there"
    pictured(opened, qtbot)
    assert set(opened.made) <= {COURT, "sheets-we-carry"}, "the list of sheets names it too"
    assert not same(opened.gallery.pictures.picture_of(COURT), before)
    assert opened.gallery.index_of(COURT).data() == "Going to court"


def test_other_words_shown_are_pictured(show: Show, qtbot: QtBot, sample_binder: Binder) -> None:
    before = leaflets.templates(sample_binder)
    opened = show(before)
    pictured(opened, qtbot)
    opened.made.clear()
    opened.gallery.show_templates([replace(one, title="Court") if one.id == COURT else one for one in before])
    pictured(opened, qtbot)
    assert opened.made == [COURT]


def test_another_size_and_discreet_words_are_seen(show: Show, qtbot: QtBot, sample_binder: Binder) -> None:
    opened = show()
    pictured(opened, qtbot)
    poster = leaflets.template(POSTER, sample_binder)
    before = opened.gallery.pictures.picture_of(POSTER)
    leaflets.remember_choices(sample_binder, poster, LeafletChoices(Size.A4, discreet=True))
    opened.made.clear()
    opened.gallery.pictures.look_again({POSTER})
    pictured(opened, qtbot)
    assert opened.made == [POSTER]
    assert not same(opened.gallery.pictures.picture_of(POSTER), before)


def test_who_we_are_is_on_every_picture_that_names_us(show: Show, qtbot: QtBot, sample_binder: Binder) -> None:
    opened = show()
    pictured(opened, qtbot)
    opened.made.clear()
    say_who_we_are(sample_binder, Service(name="Beck Primary", champion="Dana Price"))
    pictured(opened, qtbot)
    assert opened.made == [], "the page says when to look again"
    opened.gallery.pictures.look_again({COURT})
    pictured(opened, qtbot)
    assert opened.made == [COURT]
    opened.made.clear()
    opened.gallery.show_templates(leaflets.templates(sample_binder))
    pictured(opened, qtbot)
    assert {ARREST, POSTER} <= set(opened.made)
    assert len(opened.made) == len(set(opened.made))


def test_two_hundred_leaflets_are_pictured_one_at_a_time_those_in_view_first(
    show: Show, qtbot: QtBot, sample_binder: Binder
) -> None:
    opened = show(many(sample_binder))
    waiting: list[int] = []
    opened.gallery.pictures.made.connect(lambda name: waiting.append(len(opened.desk.jobs._waiting)))
    seen = opened.gallery.rows.in_view()
    assert 2 <= len(seen) <= 8
    assert len(opened.desk.jobs._waiting) <= 1
    qtbot.waitUntil(lambda: len(opened.made) > len(seen) + 3, timeout=20_000)
    assert opened.made[: len(seen)] == seen
    opened.gallery.rows.scrollToBottom()
    last = opened.gallery.rows.in_view()
    assert "own-200" in last
    behind = len(opened.made)
    qtbot.waitUntil(lambda: {*last} <= {*opened.made}, timeout=20_000)
    assert len(opened.made) <= behind + len(last) + 2, "what has come into view is next"
    assert max(waiting) == 0, "one at a time"


def test_pictures_out_of_view_are_let_go_when_they_take_too_much(
    show: Show, qtbot: QtBot, sample_binder: Binder, monkeypatch: pytest.MonkeyPatch
) -> None:
    limit = 72 * 103 * 4 * 12
    monkeypatch.setattr(gallery_pictures, "MOST_BYTES", limit)
    opened = show(many(sample_binder, 40))
    pictured(opened, qtbot)
    pictures = opened.gallery.pictures
    assert len(opened.made) <= 13
    assert pictures.held <= limit
    opened.gallery.rows.scrollToBottom()
    pictured(opened, qtbot)
    assert pictures.held <= limit
    assert all(pictures.picture_of(name) is not None for name in opened.gallery.rows.in_view())
    opened.gallery.rows.scrollToTop()
    pictured(opened, qtbot)
    assert all(pictures.picture_of(name) is not None for name in opened.gallery.rows.in_view())


def test_one_that_cannot_be_made_stays_blank_and_the_others_go_on(
    show: Show, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    wrong = leaflets.template(COURT).title

    def sometimes(paper: LeafletPaper, across: int, down: int) -> object:
        if paper.title == wrong:
            raise PaperFailed(reason="no")
        return first_page(paper, across, down)

    monkeypatch.setattr(gallery_pictures, "first_page", sometimes)
    opened = show()
    pictured(opened, qtbot)
    assert opened.gallery.pictures.picture_of(COURT) is None
    assert opened.gallery.pictures.picture_of(POSTER) is not None


def test_nothing_is_made_while_the_gallery_is_hidden(show: Show, qtbot: QtBot) -> None:
    opened = show()
    opened.gallery.hide()
    opened.desk.jobs.wait()
    begun = len(opened.made)
    qtbot.wait(150)
    assert len(opened.made) == begun
    opened.gallery.show()
    pictured(opened, qtbot)
    assert len(opened.made) > begun


def test_closing_while_pictures_are_made_is_clean(show: Show, qtbot: QtBot) -> None:
    opened = show()
    qtbot.waitUntil(lambda: bool(opened.desk.jobs._waiting), timeout=10_000)
    opened.window.close()
    opened.desk.jobs.wait()
    begun = len(opened.made)
    qtbot.wait(100)
    assert len(opened.made) == begun
    assert not opened.desk.jobs._waiting


def test_a_gallery_that_is_gone_wants_no_picture(show: Show, qtbot: QtBot) -> None:
    opened = show()
    qtbot.waitUntil(lambda: bool(opened.desk.jobs._waiting), timeout=10_000)
    opened.window.layout().removeWidget(opened.gallery)
    opened.gallery.deleteLater()
    QCoreApplication.sendPostedEvents(opened.gallery, QEvent.Type.DeferredDelete.value)
    assert not opened.desk.jobs._waiting
    opened.desk.jobs.wait()
    qtbot.wait(50)


def test_a_picture_fits_its_room_in_every_size(sample_binder: Binder) -> None:
    for template in leaflets.templates(sample_binder):
        for size in template.sizes:
            paper = leaflets.compose_leaflet(sample_binder, template, LeafletChoices(size), ())
            page = first_page(paper, 144, 204)
            assert page.width <= 146, (template.id, size)
            assert page.height <= 206, (template.id, size)
            assert page.height >= 202 or page.width >= 142, (template.id, size)


def test_the_mark_of_a_picture_changes_with_everything_on_it(sample_binder: Binder) -> None:
    template = leaflets.template(ARREST, sample_binder)
    paper = leaflets.compose_leaflet(sample_binder, template, LeafletChoices(), ())
    mark = mark_of(paper, 72, 102)
    assert mark == mark_of(replace(paper), 72, 102)
    others = [
        mark_of(paper, 144, 204),
        mark_of(replace(paper, logo=b"picture"), 72, 102),
        mark_of(replace(paper, title="\ud800"), 72, 102),
        mark_of(replace(paper, size=Size.A4), 72, 102),
        mark_of(replace(paper, blocks=paper.blocks[1:]), 72, 102),
        mark_of(replace(paper, footer="Another school"), 72, 102),
        mark_of(replace(paper, large_print=True), 72, 102),
    ]
    assert len({mark, *others}) == 8


# ---- keyboard, names, sizes


def test_no_nameless_control_and_every_card_speaks(show: Show) -> None:
    opened = show()
    assert nameless(opened.window) == []
    assert {"Search the leaflets and posters", "Leaflets and posters"} <= set(control_names(opened.window))
    model = opened.gallery.model
    for place in range(model.rowCount()):
        index = model.index(place)
        spoken = str(index.data(Qt.ItemDataRole.AccessibleTextRole))
        assert spoken.startswith(str(index.data())), "the title comes first"
        card = index.data(CARD)
        assert card is None or card.summary.rstrip(".") in spoken


def test_a_low_wide_list_shows_a_whole_card(show: Show, sample_binder: Binder) -> None:
    opened = show()
    for text in (100, 200):
        opened.desk.theme.apply("light", text)
        opened.window.setFixedSize(592, opened.desk.theme.px(150))
        for name in (COURT, "charter"):
            opened.gallery.choose(name)
            opened.gallery.show_chosen()
            QApplication.processEvents()
            area = opened.gallery.rows.visualRect(opened.gallery.index_of(name))
            assert opened.gallery.rows.viewport().rect().contains(area), (text, name)
        assert opened.gallery.search.width() >= 200, text
        assert opened.gallery.count.geometry().top() < opened.gallery.search.geometry().bottom(), "beside it"


def test_cards_grow_where_there_is_less_room_or_larger_text(show: Show) -> None:
    opened = show()

    def height() -> int:
        QApplication.processEvents()
        return opened.gallery.rows.visualRect(opened.gallery.index_of("family-first-days")).height()

    opened.window.resize(600, 900)
    wide = height()
    opened.window.resize(220, 900)
    narrow = height()
    opened.desk.theme.apply("light", 200)
    large = height()
    assert wide < narrow < large
    assert opened.gallery.rows.horizontalScrollBar().maximum() == 0


def test_pictures_are_made_for_the_text_size(show: Show, qtbot: QtBot) -> None:
    opened = show()
    pictured(opened, qtbot)
    opened.desk.theme.apply("dark", 200)
    pictured(opened, qtbot)
    picture = opened.gallery.pictures.picture_of(POSTER)
    assert picture.width() / opened.gallery.devicePixelRatioF() == pytest.approx(144, abs=2)


def test_forty_leaflets_take_little_memory(show: Show, qtbot: QtBot, sample_binder: Binder) -> None:
    opened = show(many(sample_binder, 40))
    pictured(opened, qtbot)
    assert len(opened.made) == 40
    assert opened.gallery.pictures.held < 2_000_000 * opened.gallery.devicePixelRatioF() ** 2


def test_pictures_alone_name_what_is_missing(qtbot: QtBot, sample_binder: Binder) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    pictures = GalleryPictures(make_desk(sample_binder), owner, list, PAGE_ROOM)
    pictures.show_templates(leaflets.templates(sample_binder))
    assert not pictures.up_to_date and not pictures._pause.isActive(), "nothing is made while nobody sees it"
    assert pictures.size_of(leaflets.template(POSTER)) is leaflets.template(POSTER).sizes[0]


def test_a_list_without_leaflets_is_quiet(show: Show, hands: Hands) -> None:
    opened = show(())
    assert opened.gallery.count.text() == "0 leaflets and posters"
    hands.press(opened.gallery.search, Qt.Key.Key_Return)
    assert opened.gallery.index_of(ARREST) == QModelIndex()
