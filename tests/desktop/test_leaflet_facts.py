"""A prison's facts, a QR code and our logo: what is offered, what is checked as it is typed, and what is kept."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QLineEdit
from pytestqt.qtbot import QtBot

from champion_app.desktop.app import make_desk
from champion_app.desktop.desk import Desk
from champion_app.desktop.messages import Notice
from champion_app.desktop.widgets.leaflet_facts import LONGEST_ADDRESS, LeafletFacts
from champion_app.desktop.widgets.logo_card import LogoChoice, logo_card
from champion_app.domain import clock
from champion_app.domain.leaflets import BlockKind, LeafletChoices
from champion_app.domain.prisons import Prison, PrisonFields, PrisonStatus
from champion_app.store.binder import Binder
from champion_app.tasks import leaflets, logo, prisons
from tests.desktop.accessible import nameless
from tests.desktop.conftest import Hands

VISITING, ARREST, TELLS = "family-visiting", "family-arrest", leaflets.CHILD_TELLS


@pytest.fixture
def desk(sample_binder: Binder, qapp: QApplication) -> Desk:
    # The widgets of the test before are gone for good, or every style sheet would dress them again.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return make_desk(sample_binder)


@pytest.fixture
def facts(desk: Desk, qtbot: QtBot) -> LeafletFacts:
    made = LeafletFacts(desk)
    qtbot.addWidget(made)
    made.resize(420, 700)
    made.show()
    made.show_choices(leaflets.template(VISITING), LeafletChoices())
    return made


@pytest.fixture
def told(facts: LeafletFacts) -> list[LeafletChoices]:
    """The choices each time something else was chosen."""
    made: list[LeafletChoices] = []
    facts.changed.connect(lambda: made.append(facts.choices_over(LeafletChoices())))
    return made


def named(binder: Binder, name: str) -> Prison:
    return next(one for one in prisons.all_prisons(binder) if one.fields.name == name)


def put_in(line: QLineEdit, hands: Hands, words: str) -> None:
    """Selects all and types over it, as people do."""
    line.setFocus()
    line.selectAll()
    hands.type(line, words)


# ---- what is offered


def test_only_what_a_leaflet_has_a_place_for_is_offered(facts: LeafletFacts) -> None:
    for template in leaflets.templates():
        facts.show_choices(template, LeafletChoices())
        assert facts.prison.isVisible() == template.has(BlockKind.PRISON), template.id
        assert facts.qr.isVisible() == template.has(BlockKind.QR), template.id
        assert facts.logo.choose.isVisible()
        assert nameless(facts) == []


def test_choices_come_back_and_showing_them_is_told_to_nobody(
    facts: LeafletFacts, told: list[LeafletChoices], sample_binder: Binder
) -> None:
    chosen = LeafletChoices(prison=named(sample_binder, "HMP Leeds").id, qr="https://example.org/visits", logo=False)
    wanted = leaflets.template(VISITING)
    leaflets.remember_choices(sample_binder, wanted, chosen)
    facts.show_choices(wanted, leaflets.remembered_choices(sample_binder, wanted))
    assert facts.choices_over(LeafletChoices(simple=True)) == LeafletChoices(
        simple=True, prison=chosen.prison, qr=chosen.qr, logo=False
    )
    assert (facts.prison.text(), facts.qr.text()) == ("HMP Leeds", "https://example.org/visits")
    assert told == []


# ---- the prison


def test_a_prison_is_found_by_typing_and_counts_at_once(
    facts: LeafletFacts, told: list[LeafletChoices], hands: Hands, sample_binder: Binder
) -> None:
    leeds = named(sample_binder, "HMP Leeds").id
    put_in(facts.prison.lineEdit(), hands, "HMP Le")
    assert told == []
    hands.type(facts.prison.lineEdit(), "eds")
    assert [one.prison for one in told] == [leeds]
    assert facts.prison_field.problem.isHidden()


def test_none_comes_first_and_takes_the_facts_off(
    facts: LeafletFacts, told: list[LeafletChoices], sample_binder: Binder
) -> None:
    facts.show_choices(leaflets.template(VISITING), LeafletChoices(prison=named(sample_binder, "HMP Leeds").id))
    facts.prison.setCurrentIndex(0)
    assert facts.prison.text() == "No prison"
    assert told[-1].prison == 0
    assert facts.state.text().startswith("No prison chosen")
    assert not facts.look_up.isVisible()


def test_a_name_that_is_not_on_the_list_is_said_beside_the_field(
    facts: LeafletFacts, told: list[LeafletChoices], hands: Hands, qtbot: QtBot, sample_binder: Binder
) -> None:
    facts.show_choices(leaflets.template(VISITING), LeafletChoices(prison=named(sample_binder, "HMP Leeds").id))
    put_in(facts.prison.lineEdit(), hands, "HMP Nowhere <b>")
    facts.flush()
    assert "“HMP Nowhere <b>” is not on the list" in facts.prison_field.problem.text()
    assert facts.prison_field.problem.isVisible()
    assert told[-1].prison == 0, "the facts of another prison than the one named are never printed"
    facts.show_choices(leaflets.template(VISITING), LeafletChoices())
    assert facts.prison.text() == "HMP Nowhere <b>", "nothing typed is lost when the page asks again"
    assert facts.prison_field.problem.isVisible()


def test_how_far_the_facts_can_be_trusted_in_words(facts: LeafletFacts, sample_binder: Binder) -> None:
    leeds, wanted = named(sample_binder, "HMP Leeds").id, leaflets.template(VISITING)
    facts.show_choices(wanted, LeafletChoices(prison=leeds))
    assert facts.state.text() == "Nobody has looked these up: they stay off the paper."
    assert facts.look_up.text() == "Look up and tick…"
    prisons.tick_prison(sample_binder, leeds, "Jo", clock.today())
    facts.show_choices(wanted, LeafletChoices(prison=leeds))
    assert facts.state.text().startswith("Looked up on ")
    assert facts.state.text().endswith(" by Jo.")
    assert facts.look_up.text() == "See them"
    prisons.tick_prison(sample_binder, leeds, "Jo", date(2025, 1, 3))
    facts.show_choices(wanted, LeafletChoices(prison=leeds))
    assert facts.state.text() == (
        "Looked up on 3 January 2025 by Jo, more than six months ago: they stay off the paper."
    )
    assert facts.look_up.text() == "Look up and tick…"


def test_looking_up_leads_to_that_prison(facts: LeafletFacts, desk: Desk, hands: Hands, sample_binder: Binder) -> None:
    leeds = named(sample_binder, "HMP Leeds").id
    facts.show_choices(leaflets.template(VISITING), LeafletChoices(prison=leeds))
    asked: list[tuple[str, object]] = []
    desk.navigation.asked.connect(lambda page, what: asked.append((page, what)))
    hands.click(facts.look_up)
    assert asked == [("prisons", leeds)]


def test_a_closed_prison_is_offered_only_where_it_is_chosen(facts: LeafletFacts, sample_binder: Binder) -> None:
    leeds, wanted = named(sample_binder, "HMP Leeds").id, leaflets.template(VISITING)
    prisons.set_prison_status(sample_binder, leeds, PrisonStatus.CLOSED)
    facts.show_choices(wanted, LeafletChoices(prison=leeds))
    assert facts.prison.text() == "HMP Leeds"
    facts.show_choices(leaflets.template(ARREST), LeafletChoices())
    facts.show_choices(wanted, LeafletChoices())
    assert facts.prison.findText("HMP Leeds") == -1
    assert facts.prison.findText("HMP Wakefield") > 0


def test_two_of_one_name_are_told_apart_and_one_that_is_gone_is_none(
    facts: LeafletFacts, sample_binder: Binder
) -> None:
    again = prisons.add_prison(sample_binder, PrisonFields("HMP Leeds", town="Elsewhere"))
    third = prisons.add_prison(sample_binder, PrisonFields("HMP Leeds", town="Elsewhere"))
    texts = set()
    for number in (named(sample_binder, "HMP Leeds").id, again, third):
        facts.show_choices(leaflets.template(ARREST), LeafletChoices())
        facts.show_choices(leaflets.template(VISITING), LeafletChoices(prison=number))
        assert facts.choices_over(LeafletChoices()).prison == number
        texts.add(facts.prison.text())
    assert len(texts) == 3
    prisons.remove_prison(sample_binder, third)
    facts.show_choices(leaflets.template(VISITING), LeafletChoices(prison=third))
    assert facts.choices_over(LeafletChoices()).prison == 0


# ---- the QR code


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("https://www.example.org.uk/visits?a=1#b", "https://www.example.org.uk/visits?a=1#b"),
        ("http://example.org", "http://example.org"),
        ("www.example.org.uk/visits", "https://www.example.org.uk/visits"),
        ("  example.org/a \n", "https://example.org/a"),
        ("https://exаmple.org/", "https://xn--exmple-4nf.org/"),  # a Cyrillic a
        ("https://example.org/é", "https://example.org/%C3%A9"),
    ],
)
def test_an_address_is_shown_in_full_as_the_code_will_hold_it(
    typed: str, address: str, facts: LeafletFacts, told: list[LeafletChoices], hands: Hands
) -> None:
    put_in(facts.qr.lineEdit(), hands, typed)
    assert facts.leads.text().replace("\u200b", "") == f"The code leads to {address}", "with the last letter typed"
    facts.flush()
    assert told[-1].qr == address
    assert facts.qr_field.problem.isHidden()


@pytest.mark.parametrize(
    "typed",
    [
        "ftp://example.org", "javascript:alert(1)", "file:///etc/passwd", "mailto:a@example.org", "tel:999",
        "tel://example.org", "mailto://example.org",
        "https://jo:secret@example.org/", "https://", "localhost", "just words", "http://exa mple.org",
        "https://example.org/<script>", "data:text/html,x", "\u202ehttps://example.org\u202c x",
    ],
)  # fmt: skip
def test_what_is_no_web_address_makes_no_code_and_says_so(
    typed: str, facts: LeafletFacts, told: list[LeafletChoices], hands: Hands
) -> None:
    put_in(facts.qr.lineEdit(), hands, typed)
    assert "not a web address yet" in facts.qr_field.problem.text()
    assert facts.qr.lineEdit().accessibleDescription() == facts.qr_field.problem.text()
    assert not facts.leads.isVisible()
    facts.flush()
    assert facts.choices_over(LeafletChoices()).qr == ""
    assert told == []


def test_an_address_too_long_for_a_code_is_counted(facts: LeafletFacts, hands: Hands) -> None:
    put_in(facts.qr.lineEdit(), hands, "https://example.org/" + "a" * LONGEST_ADDRESS)
    assert f"{LONGEST_ADDRESS + 20} letters, and {LONGEST_ADDRESS} is the most" in facts.qr_field.problem.text()
    facts.flush()
    assert facts.choices_over(LeafletChoices()).qr == ""


def test_no_address_is_no_code(facts: LeafletFacts, told: list[LeafletChoices], hands: Hands) -> None:
    facts.show_choices(leaflets.template(VISITING), LeafletChoices(qr="https://example.org/"))
    put_in(facts.qr.lineEdit(), hands, "")
    facts.qr.lineEdit().clear()
    facts.flush()
    assert told[-1].qr == ""
    assert facts.qr_field.problem.isHidden()
    assert facts.qr.lineEdit().placeholderText() == "No address: no code"


def test_the_prisons_page_and_the_address_used_last_are_suggested(facts: LeafletFacts, sample_binder: Binder) -> None:
    page = "https://www.gov.uk/guidance/leeds-prison"
    fields = PrisonFields("HMP Test", visits_page=page)
    number = prisons.add_prison(sample_binder, fields)
    wanted = leaflets.template(ARREST)
    leaflets.remember_choices(sample_binder, wanted, LeafletChoices(qr="https://example.org/ours"))
    leaflets.remember_choices(sample_binder, wanted, LeafletChoices())
    facts.show_choices(leaflets.template(VISITING), LeafletChoices(prison=number))
    assert [facts.qr.itemText(place) for place in range(facts.qr.count())] == [page, "https://example.org/ours"]
    facts.show_choices(wanted, LeafletChoices(prison=number))
    assert [facts.qr.itemText(place) for place in range(facts.qr.count())] == ["https://example.org/ours"]


def test_suggestions_made_again_have_one_list_between_them(facts: LeafletFacts, sample_binder: Binder) -> None:
    finder = facts.qr.completer()
    for number in range(3):
        leaflets.remember_choices(
            sample_binder, leaflets.template(ARREST), LeafletChoices(qr=f"https://example.org/{number}")
        )
        facts.show_choices(leaflets.template(VISITING), LeafletChoices())
    assert facts.qr.completer() is finder, "two finders would each delete the list they share"
    assert finder.completionModel().rowCount() == 1


def test_half_an_address_survives_what_else_happens_and_not_another_leaflet(
    facts: LeafletFacts, told: list[LeafletChoices], hands: Hands
) -> None:
    put_in(facts.qr.lineEdit(), hands, "https://exam")
    facts.show_choices(leaflets.template(VISITING), LeafletChoices())
    assert facts.qr.text() == "https://exam"
    assert facts.qr_field.problem.isVisible()
    facts.flush()
    facts.show_choices(leaflets.template(VISITING), LeafletChoices())
    assert facts.qr.text() == "https://exam"
    facts.show_choices(leaflets.template(ARREST), LeafletChoices())
    assert facts.qr.text() == ""
    assert facts.qr_field.problem.isHidden()
    assert told == []


def test_an_address_being_typed_is_taken_up_although_the_page_asked_again(
    facts: LeafletFacts, told: list[LeafletChoices], hands: Hands, qtbot: QtBot, sample_binder: Binder
) -> None:
    put_in(facts.qr.lineEdit(), hands, "https://example.org/new")
    leaflets.remember_choices(sample_binder, leaflets.template(ARREST), LeafletChoices(qr="https://example.org/other"))
    facts.show_choices(leaflets.template(VISITING), LeafletChoices())
    assert facts.qr.text() == "https://example.org/new"
    qtbot.waitUntil(lambda: bool(told), timeout=5_000)
    assert told[-1].qr == "https://example.org/new"


def test_what_was_chosen_elsewhere_meanwhile_is_shown_once_nobody_types(
    facts: LeafletFacts, hands: Hands, sample_binder: Binder
) -> None:
    put_in(facts.prison.lineEdit(), hands, "HMP Leeds")
    put_in(facts.qr.lineEdit(), hands, "https://example.org/a")
    facts.flush()
    other = LeafletChoices(prison=named(sample_binder, "HMP Wakefield").id, qr="https://example.org/b")
    facts.show_choices(leaflets.template(VISITING), other)
    assert (facts.prison.text(), facts.qr.text()) == ("HMP Wakefield", "https://example.org/b")
    assert facts.choices_over(LeafletChoices()) == other


ODD = ["<b>bold</b> & {braces} %s", "nul\x00 bell\x07", "😀 خط المساعدة", "w" * 5_000, "a\nb\nc"]


@pytest.mark.parametrize("odd", ODD, ids=["markup", "control", "scripts", "endless", "lines"])
def test_any_text_in_either_field_is_only_words(odd: str, facts: LeafletFacts, hands: Hands) -> None:
    for line in (facts.prison.lineEdit(), facts.qr.lineEdit()):
        put_in(line, hands, odd)
    facts.flush()
    assert facts.choices_over(LeafletChoices()) == LeafletChoices()
    assert facts.sizeHint().width() < 900


# ---- our logo


def drawn(folder: Path, name: str = "logo.png") -> Path:
    path = folder / name
    Image.new("RGB", (300, 100), (27, 106, 102)).save(path)
    return path


def test_a_logo_is_chosen_shown_unticked_and_taken_off(
    facts: LeafletFacts, told: list[LeafletChoices], hands: Hands, qtbot: QtBot, tmp_path: Path, sample_binder: Binder
) -> None:
    assert not facts.logo_on.isVisible(), "nothing to tick before there is one"
    path = drawn(tmp_path)
    hands.click(hands.button(facts, "Choose a logo…"))
    QApplication.processEvents()
    dialog = facts.logo.file_dialog
    assert dialog is not None
    name = dialog.findChild(QLineEdit, "fileNameEdit")
    name.setText(str(path))
    hands.click(dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Open))
    qtbot.waitUntil(lambda: bool(told), timeout=20_000)
    assert logo.logo(sample_binder)
    assert facts.logo_on.isVisible()
    assert facts.logo_on.isChecked()
    assert facts.logo.shown.accessibleName() == "Our logo"
    hands.press(facts.logo_on, Qt.Key.Key_Space)
    assert told[-1].logo is False
    hands.click(hands.button(facts, "Take the logo off"))
    assert logo.logo(sample_binder) == b""
    assert not facts.logo_on.isVisible()


@pytest.fixture
def choice(desk: Desk, qtbot: QtBot) -> LogoChoice:
    made = LogoChoice(desk)
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_logo_taken_off_or_replaced_can_be_put_back(
    choice: LogoChoice, desk: Desk, hands: Hands, qtbot: QtBot, tmp_path: Path, sample_binder: Binder
) -> None:
    said: list[Notice] = []
    desk.messages.said.connect(said.append)
    logo.keep_logo(sample_binder, logo.read_logo(drawn(tmp_path)))
    choice.show_logo()
    before = logo.logo(sample_binder)
    hands.click(choice.take_off)
    assert choice.choose.hasFocus() or not choice.isActiveWindow(), "the keyboard is not left on a button that is gone"
    assert said[-1].act is not None
    said[-1].act()
    assert logo.logo(sample_binder) == before
    assert choice.has_logo
    Image.new("L", (40, 40), 9).save(tmp_path / "other.png")
    choice.take(tmp_path / "other.png")
    qtbot.waitUntil(lambda: logo.logo(sample_binder) != before, timeout=20_000)
    assert said[-1].act is not None
    said[-1].act()
    assert logo.logo(sample_binder) == before


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("words.txt", b"only words", "it is not a picture"),
        ("logo.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "SVG drawing may hold programs"),
        ("logo.png", b"\x89PNG\r\n\x1a\n broken", "damaged"),
        ("empty.png", b"", "it is empty"),
    ],
)
def test_what_is_no_picture_is_refused_in_words_and_the_old_logo_stays(
    name: str, content: bytes, words: str, choice: LogoChoice, qtbot: QtBot, tmp_path: Path, sample_binder: Binder
) -> None:
    logo.keep_logo(sample_binder, logo.read_logo(drawn(tmp_path, "first.png")))
    before = logo.logo(sample_binder)
    (tmp_path / name).write_bytes(content)
    choice.take(tmp_path / name)
    qtbot.waitUntil(lambda: words in choice.said.text(), timeout=20_000)
    assert choice.choose.isEnabled()
    assert logo.logo(sample_binder) == before
    assert words in choice.choose.accessibleDescription()


def test_a_logo_taken_in_settings_is_on_the_leaflets_too(
    facts: LeafletFacts, told: list[LeafletChoices], choice: LogoChoice, hands: Hands, qtbot: QtBot, tmp_path: Path
) -> None:
    choice.take(drawn(tmp_path))
    qtbot.waitUntil(lambda: bool(told), timeout=20_000)
    assert facts.logo.has_logo
    assert facts.logo_on.isVisible()
    assert len(told) == 1
    hands.click(choice.take_off)
    assert len(told) == 2
    assert not facts.logo_on.isVisible()


def test_the_card_for_settings_has_names_for_everything(desk: Desk, qtbot: QtBot, sample_binder: Binder) -> None:
    made = logo_card(desk)
    qtbot.addWidget(made)
    made.show()
    assert nameless(made) == []
