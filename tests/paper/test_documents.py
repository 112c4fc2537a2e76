"""The documents a champion prints: every word on the paper, no PDF/UA failure, one sheet where it must be one."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import page as validator
import pypdfium2
import pytest

from champion_app.assets import resource
from champion_app.domain.actions import Action, ActionFields, Update
from champion_app.domain.assessment_paper import on_paper
from champion_app.domain.leaflets import (
    Block,
    BlockKind,
    ContactOnPaper,
    LeafletChoices,
    LeafletPaper,
    Size,
    Template,
    champion_on_paper,
    contact_on_paper,
)
from champion_app.domain.listings import Listing, ListingFields, Phone
from champion_app.domain.rounds import Answer, AnswerRecord
from champion_app.domain.services import Service
from champion_app.domain.work_plan import (
    StrategyPlan,
    StrategyRow,
    StrategySection,
    appendix_a,
    strategy_plan,
)
from champion_app.paper import blocks, leaflet, poster, self_assessment, work_plan
from champion_app.paper.page import Printed, build
from champion_app.store import actions, rounds, service
from champion_app.store.binder import Binder
from champion_app.tasks import binders, leaflets, listings, papers, sample
from champion_app.tasks import service as service_tasks
from champion_app.tasks.toolkit import load_toolkit

TODAY = date(2026, 11, 22)
TEMPLATES = leaflets.templates()
CHAMPION = {
    "name": "Hollin Bank Primary School",
    "champion": "Sam Okafor",
    "role": "Pastoral lead",
    "where_found": "The Rainbow Room",
    "when_found": "Tuesdays and Thursdays, 8.30 to 9.15",
    "phone": "01632 960114",
    "email": "s.okafor@hollinbank.example.org",
}
BARE = LeafletPaper(
    kind="leaflet",
    title="Help",
    subtitle="",
    language="en",
    size=Size.A4,
    large_print=False,
    discreet=False,
    blocks=(Block("contacts", BlockKind.CONTACTS, "These people can help."),),
    contacts=(),
    champion=champion_on_paper(Service(**CHAMPION)),
    footer="",
    edition="2026-11",
)
CHOICES = (
    LeafletChoices(),
    LeafletChoices(Size.A4),
    LeafletChoices(discreet=True),
    LeafletChoices(large_print=True),
    LeafletChoices(Size.A3),
    LeafletChoices(simple=True),
)


@pytest.fixture(scope="module")
def binder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Binder]:
    made = sample.make_sample(tmp_path_factory.mktemp("papers") / "sample.champion")
    yield made
    made.close()


def _text(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return "\n".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.replace("\u00a0", " "))


def _every_word_is_there(wanted: str, pdf: bytes) -> None:
    there = set(_words(_text(pdf)))
    assert [word for word in _words(wanted) if word not in there] == []


def _printed(paper: LeafletPaper) -> Printed:
    return poster.printed(paper) if paper.kind == "poster" else build(leaflet.document(paper))


def _paper(binder: Binder, template: Template, choices: LeafletChoices) -> LeafletPaper:
    return leaflets.compose_leaflet(binder, template, choices, leaflets.chosen_contacts(binder, template))


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda template: template.id)
@pytest.mark.parametrize("choices", CHOICES, ids=lambda choices: str(choices)[14:-1])
def test_every_leaflet_in_every_size_passes_pdf_ua_with_every_word(
    template: Template, choices: LeafletChoices, binder: Binder
) -> None:
    paper = _paper(binder, template, choices)
    made = _printed(paper)
    report = validator.validate_pdf_bytes(made.pdf)
    assert report.is_compliant, report.failures
    assert made.unprintable == ()
    for block in paper.blocks:
        _every_word_is_there(" ".join([block.text, *block.items]), made.pdf)
    for contact in paper.contacts if paper.kind == "leaflet" else ():
        _every_word_is_there(f"{contact.name} {contact.number}", made.pdf)
    assert len(made.pdf) <= 60_000


def test_T03_the_family_leaflet_is_two_sides_of_a4_folded(binder: Binder) -> None:
    paper = _paper(binder, leaflets.template("family-first-days"), LeafletChoices())
    made = papers.leaflet_pdf(paper)
    assert made.pages == 4
    sheets = pypdfium2.PdfDocument(made.print_copy)
    sizes = [(round(page.get_width()), round(page.get_height())) for page in sheets]
    outside = sheets[0].get_textpage().get_text_range()
    sheets.close()
    assert sizes == [(842, 595), (842, 595)]
    assert outside.index("Page 4 of 4") < outside.index("Page 1 of 4")


@pytest.mark.parametrize("template", [t for t in TEMPLATES if t.kind == "leaflet"], ids=lambda template: template.id)
def test_T03_every_leaflet_with_its_suggested_contacts_checked_is_one_sheet(
    template: Template, tmp_path: Path
) -> None:
    starter = binders.make_binder(tmp_path / "starter.champion")
    service_tasks.say_who_we_are(starter, Service(**CHAMPION))
    chosen = leaflets.chosen_contacts(starter, template)
    assert chosen
    for number in chosen:
        listings.tick_checked(starter, number, "Sam Okafor", TODAY)
    paper = leaflets.compose_leaflet(starter, template, LeafletChoices(), chosen, TODAY)
    starter.close()
    assert papers.leaflet_pdf(paper).pages <= 4


def test_numbers_checked_in_one_month_say_so_once_and_in_several_on_each_card() -> None:
    def contact(number: int, month: str) -> ContactOnPaper:
        return ContactOnPaper(number, f"Service {number}", "", f"01632 96000{number}", "", "", month, TODAY)

    def text(*contacts: ContactOnPaper) -> str:
        paper = replace(BARE, contacts=contacts)
        return " ".join(_text(build(leaflet.document(paper)).pdf).split())

    once = text(contact(1, "May 2026"), contact(2, "May 2026"))
    assert once.count("May 2026") == 1
    assert "Numbers checked in May 2026" in once
    each = text(contact(1, "May 2026"), contact(2, "June 2026"))
    assert each.count("Checked in May 2026") == each.count("Checked in June 2026") == 1


def test_a_service_without_any_number_is_not_said_to_have_one() -> None:
    known = Listing(1, ListingFields("By web only", website="https://example.org"))
    paper = replace(BARE, contacts=(contact_on_paper(known, TODAY),))
    assert "not checked" not in _text(build(leaflet.document(paper)).pdf)
    rung = replace(known, fields=replace(known.fields, phones=(Phone("01632 960001"),)))
    text = _text(build(leaflet.document(replace(BARE, contacts=(contact_on_paper(rung, TODAY),)))).pdf)
    assert "Number not checked" in text
    assert "01632" not in text


@pytest.mark.parametrize("template", [t for t in TEMPLATES if t.kind == "leaflet"], ids=lambda template: template.id)
def test_a_discreet_leaflet_says_nothing_on_the_outside(template: Template, binder: Binder) -> None:
    made = papers.leaflet_pdf(_paper(binder, template, LeafletChoices(discreet=True)))
    sheets = pypdfium2.PdfDocument(made.print_copy)
    outside = sheets[0].get_textpage().get_text_range().casefold()
    sheets.close()
    for word in ("prison", "court", "police", "arrest", "crime", "sentence"):
        assert word not in outside


@pytest.mark.parametrize("size", [Size.A4, Size.A3])
@pytest.mark.parametrize("template", [t for t in TEMPLATES if t.kind == "poster"], ids=lambda template: template.id)
def test_T04_a_poster_is_one_sheet_with_large_words(template: Template, size: Size, binder: Binder) -> None:
    made = _printed(_paper(binder, template, LeafletChoices(size)))
    assert made.page_count == 1
    document = pypdfium2.PdfDocument(made.pdf)
    words = document[0].get_textpage()
    heights = [words.get_charbox(place, loose=True) for place in range(words.count_chars())]
    document.close()
    tallest = max(top - bottom for _, bottom, _, top in heights)
    assert tallest >= (48 if size is Size.A3 else 34)


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda template: template.id)
@pytest.mark.parametrize("choices", CHOICES, ids=lambda choices: str(choices)[14:-1])
def test_every_leaflet_says_its_nations_its_edition_and_that_it_is_a_draft(
    template: Template, choices: LeafletChoices, binder: Binder
) -> None:
    text = " ".join(_text(_printed(_paper(binder, template, choices)).pdf).split())
    long = "For England and Wales. Edition 2026-11. Draft: check with your service." in text
    assert long or text.count("England and Wales. 2026-11. Draft.") == text.count("Page ") > 0


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda template: template.id)
@pytest.mark.parametrize("discreet", [False, True])
def test_a_champion_box_with_nobody_in_it_is_left_out(template: Template, discreet: bool, binder: Binder) -> None:
    words = next(block.text for block in template.blocks if block.kind is BlockKind.CHAMPION)
    paper = _paper(binder, template, LeafletChoices(discreet=discreet))
    nobody = replace(paper, champion=champion_on_paper(Service(role="Pastoral lead")))
    assert " ".join(words.split()) not in " ".join(_text(_printed(nobody).pdf).split())
    service = replace(paper, champion=champion_on_paper(Service(name="Hollin Bank")))
    assert _text(_printed(service).pdf).count("Hollin Bank") == 1


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("discreet", [False, True])
def test_the_safety_steps_stay_on_the_page_of_their_heading(large: bool, discreet: bool, binder: Binder) -> None:
    choices = LeafletChoices(large_print=large, discreet=discreet)
    made = _printed(_paper(binder, leaflets.template("family-first-days"), choices))
    document = pypdfium2.PdfDocument(made.pdf)
    pages = [" ".join(page.get_textpage().get_text_range().split()) for page in document]
    document.close()
    assert [page for page in pages if "If you fear for their safety" in page and "say it all again" in page]


def test_a_long_foot_is_shortened_and_never_takes_two_lines(binder: Binder) -> None:
    paper = _paper(binder, leaflets.template("family-first-days"), LeafletChoices(large_print=True))
    text = _text(build(leaflet.document(replace(paper, footer="Hollin Bank Primary School " * 50))).pdf)
    assert "Hollin Bank Primary…" in text
    assert "Hollin Bank Primary School Hollin" not in " ".join(text.split())


def test_a_poster_with_too_many_words_is_set_smaller_and_loses_none(binder: Binder) -> None:
    paper = _paper(binder, leaflets.template("poster-talk-to-our-champion"), LeafletChoices())
    longer = replace(paper, champion=replace(paper.champion, where_found="the room beside the library " * 8))
    made = poster.printed(longer)
    assert made.page_count == 1
    assert _text(made.pdf).count("library") == 8


def test_the_self_assessment_has_the_toolkits_columns_and_every_answer(binder: Binder) -> None:
    toolkit, current = load_toolkit(), rounds.all_rounds(binder)[-1]
    view = on_paper(toolkit, service.load(binder), current, rounds.answers(binder, current.id))
    made = build(self_assessment.document(view))
    text = " ".join(_text(made.pdf).split())
    for words in ("Not yet or N/A", "In progress", "Yes, in place", "How we evidence what we do", "25 of 37 criteria"):
        assert words in text
    for statement in view.statements:
        for row in statement.rows:
            _every_word_is_there(f"{row.number} {row.text} {row.evidence}", made.pdf)
    assert validator.validate_pdf_bytes(made.pdf).is_compliant


def test_a_statement_without_an_answer_has_no_number(binder: Binder) -> None:
    toolkit, current = load_toolkit(), rounds.all_rounds(binder)[-1]
    answers = {"1.1": AnswerRecord("1.1", Answer.NOT_YET)}
    made = self_assessment.document(on_paper(toolkit, service.load(binder), current, answers))
    radar = next(block for block in made.blocks if isinstance(block, blocks.Radar))
    assert radar.lines[0].values == (0.0, *[None] * 7)
    text = " ".join(_text(build(made).pdf).split())
    assert text.count("not answered yet") == 7
    assert text.count("0.00") == 1


@pytest.mark.parametrize("blank", [False, True])
def test_no_page_of_the_self_assessment_holds_only_the_edition(blank: bool, binder: Binder) -> None:
    made = papers.make(papers.plan_self_assessment(binder, blank=blank))
    pages = pypdfium2.PdfDocument(made.pdf)
    texts = [" ".join(page.get_textpage().get_text_range().split()) for page in pages]
    pages.close()
    assert load_toolkit().edition in texts[0]
    assert "8.6" in texts[-1]


def test_not_for_us_prints_its_reason(binder: Binder) -> None:
    toolkit, current = load_toolkit(), rounds.all_rounds(binder)[-1]
    answers = {"1.1": AnswerRecord("1.1", Answer.NOT_APPLICABLE, why_not="We have no paid staff at all")}
    view = on_paper(toolkit, service.load(binder), current, answers)
    text = " ".join(_text(build(self_assessment.document(view)).pdf).split())
    assert "Not for us: We have no paid staff at all" in text


def test_T06_the_work_plan_names_all_eight_statements(binder: Binder) -> None:
    toolkit = load_toolkit()
    listed = actions.all_actions(binder)
    made = build(work_plan.appendix_a("Hollin Bank", "22 November 2026", appendix_a(toolkit, listed)))
    text = " ".join(_text(made.pdf).split())
    for statement in toolkit.statements:
        assert f"{statement.number}. {statement.title}" in text
    for action in listed:
        notes = " ".join(update.text for update in action.updates)
        _every_word_is_there(f"{action.fields.title} {action.fields.evidence} {action.fields.lead} {notes}", made.pdf)
    assert validator.validate_pdf_bytes(made.pdf).is_compliant


def test_T19_a_strategy_of_a_citys_length_prints_with_no_word_lost() -> None:
    table = tomllib.loads(resource("sample", "bristol_shape.toml").read_text(encoding="utf-8"))
    sections = tuple(
        StrategySection(
            f"{item['number']}. {item['title']}",
            item["aim"],
            tuple(
                StrategyRow(
                    row["number"],
                    row["action"],
                    row["who"],
                    row["when_and_budget"],
                    row["success"],
                    tuple(update["text"] for update in row["updates"]),
                )
                for row in item["actions"]
            ),
        )
        for item in table["sections"]
    )
    plan = StrategyPlan(table["title"], table["aim"], ("Update February 2026", "Update April 2026"), sections)
    assert [len(section.rows) for section in sections] == [3, 7, 4, 2]
    made = build(work_plan.strategy("", "22 November 2026", plan))
    for section in sections:
        _every_word_is_there(f"{section.title} {section.aim}", made.pdf)
        for row in section.rows:
            words = " ".join([row.number, row.action, row.who, row.when_and_budget, row.success, *row.updates])
            _every_word_is_there(words, made.pdf)
    text = " ".join(_text(made.pdf).split())
    assert text.count("Success criteria") >= made.page_count
    assert validator.validate_pdf_bytes(made.pdf).is_compliant


def test_the_latest_two_updates_are_columns_of_the_strategy() -> None:
    updates = tuple(Update(number, date(2026, number, 1), f"update{number}") for number in (1, 2, 3))
    action = Action(1, ActionFields("Order posters", statement=2, lead="Admin lead"), TODAY, updates=updates)
    plan = strategy_plan("Strategy plan", load_toolkit(), [action])
    text = _text(build(work_plan.strategy("Us", "today", plan)).pdf)
    assert "update2" in text
    assert "update3" in text
    assert "update1" not in text


def test_F65_an_action_with_ten_thousand_lines_prints(tmp_path: Path) -> None:
    evidence = "\n".join(f"line{number}" for number in range(10_000))
    action = Action(1, ActionFields("Long", statement=1, evidence=evidence), TODAY)
    made = build(work_plan.appendix_a("Us", "today", appendix_a(load_toolkit(), [action])))
    assert "line9999" in _text(made.pdf)


@pytest.mark.parametrize(
    "words", ["<b>", "Contact <jo@example.org>", "a<b", "</para>", "&#xFFFFFF;", "ŵ ŷ ż ș", "مرحبا"]
)
def test_what_was_typed_is_what_is_printed(words: str) -> None:
    action = Action(1, ActionFields(words, statement=1, evidence=words, lead=words), TODAY)
    made = build(work_plan.appendix_a("Us", "today", appendix_a(load_toolkit(), [action])))
    assert made.unprintable == ()
    if words.isascii():
        assert _text(made.pdf).count(words) >= 1
    else:
        _every_word_is_there(words, made.pdf)


def test_an_emoji_is_reported_and_never_a_box() -> None:
    action = Action(1, ActionFields("Poster 🎉 up", statement=1), TODAY)
    made = build(work_plan.appendix_a("Us", "today", appendix_a(load_toolkit(), [action])))
    assert made.unprintable == ("🎉",)
    assert "Poster" in _text(made.pdf)
