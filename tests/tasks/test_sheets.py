"""Our own sheets: each thin criterion has one, none asks for a child's name, and each can be saved and is noted."""

from __future__ import annotations

import io
import json
import re
from collections import Counter
from datetime import date
from pathlib import Path

import docx
import pypdfium2
import pytest

from champion_app.assets import resource
from champion_app.domain.resources import KINDS, STAGES, audience_groups
from champion_app.domain.services import Service
from champion_app.domain.sheets import PRIVACY, Sheet, SheetBlock, SheetBlockKind
from champion_app.domain.toolkit import Toolkit
from champion_app.exchange.word import BALLOT_BOX, word_bytes
from champion_app.faults import FolderMissing, NothingToPrint, NothingToUndo, UnknownName
from champion_app.store.binder import Binder
from champion_app.tasks import history, papers, print_history, resources, sheets

SHEETS = sheets.sheets()
EACH = pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.id)
# Criteria for which hardly anything is published.
THIN = (
    "8.2", "8.5", "3.4", "7.3", "7.4", "7.5", "8.1", "2.4", "2.5", "4.4", "6.3", "1.6", "4.1", "5.5",
)  # fmt: skip
# Criteria whose records name children: their sheets say where such records are held.
RECORDS = {"2.1", "2.3", "2.4", "2.5", "3.4", "7.1", "7.5", "8.1", "8.2", "8.5"}
PACK = json.loads(resource("pack", "resources.json").read_text(encoding="utf-8"))
OURS = [item for item in PACK if item.get("sheet")]


def _all_words(sheet: Sheet) -> str:
    return " ".join(sheet.words())


@pytest.mark.parametrize("criterion", THIN)
def test_each_thin_criterion_has_a_sheet_made_for_it(criterion: str) -> None:
    assert sheets.for_criterion(criterion)[0].criteria[0] == criterion


def test_there_is_a_prompt_against_bullying() -> None:
    assert "bullying" in _all_words(sheets.sheet("when-someone-is-unkind"))


def test_ids_and_titles_are_their_own_and_criteria_are_known(toolkit: Toolkit) -> None:
    assert len({sheet.id for sheet in SHEETS}) == len({sheet.title for sheet in SHEETS}) == len(SHEETS)
    files = {file.stem for file in resource("sheets").glob("*.toml")}
    assert files == {sheet.id for sheet in SHEETS}
    assert all(toolkit.has(number) for sheet in SHEETS for number in sheet.criteria)
    assert 14 <= len(SHEETS) <= 18


@EACH
def test_a_sheet_has_every_part_it_needs(sheet: Sheet) -> None:
    assert re.fullmatch(r"\d{4}-\d{2}", sheet.edition) and sheet.draft == "Draft: check with your service."
    assert "i-HOP / NICCO" in sheet.source and PRIVACY in sheet.imprint
    assert len(re.findall(r"[.?!](?= |$)", sheet.why)) == 2, "why, in two sentences"
    assert sheet.for_whom and sheet.criteria and sheet.blocks
    assert not sheet.for_whom.endswith(".") and len(sheet.title) <= 48
    for block in sheet.blocks:
        _complete(block)


def _complete(block: SheetBlock) -> None:
    """What a block of each kind must have, and nothing it has no use for."""
    lists = (SheetBlockKind.LIST, SheetBlockKind.STEPS, SheetBlockKind.CHECKS)
    assert bool(block.items) == (block.kind in lists)
    assert bool(block.text) != (block.kind in lists)
    assert bool(block.columns) == (block.kind is SheetBlockKind.TABLE)
    assert (block.lines > 0) == (block.kind is SheetBlockKind.LINES)
    if block.kind is SheetBlockKind.TABLE:
        assert len(block.widths) in (0, len(block.columns)) and all(block.columns)
        assert block.rows or block.empty_rows
        assert all(len(row) == len(block.columns) and row[0] for row in block.rows)


@EACH
def test_its_words_are_typed_with_care(sheet: Sheet) -> None:
    text = _all_words(sheet)
    assert "'" not in text and '"' not in text, "curly quotes and apostrophes"
    assert "  " not in text and "--" not in text and "TODO" not in text
    assert text.count("“") == text.count("”")
    american = r"\b(color|behavior|center|organiz|recogniz|program\b|counsel+or|mom|jail|gotten)"
    assert not re.search(american, text, re.IGNORECASE)
    assert not re.search(r"\b(offenders?|inmates?|convicts?|criminals?)\b", text.replace("“a convict’s child”", ""))


@EACH
def test_no_number_or_rule_that_ages_is_typed_into_it(sheet: Sheet) -> None:
    """Figures live in resources/figures, telephone numbers in listings, law in nobody's sheet."""
    text = _all_words(sheet).replace(sheet.imprint, "")
    assert not re.search(r"\d{3,}|%|£|\b(Act|Section|Article|GDPR)\b", text)
    assert not re.search(r"\b(must by law|legal|illegal|lawful|unlawful)\b", text, re.IGNORECASE)


def _places_to_write(sheet: Sheet) -> list[str]:
    """The label of each place somebody writes in."""
    found = []
    for block in sheet.blocks:
        if block.kind is SheetBlockKind.LINES:
            found.append(block.text)
        elif block.kind is SheetBlockKind.TABLE and block.to_fill_in:
            found += [*block.columns, *(row[0] for row in block.rows)]
    return found


# "Staff" may be named: somebody has to be asked for. A child, a family or a parent may not.
_ASKS_FOR_A_PERSON = re.compile(
    r"\b(names?|surname|initials|born|birth|dob|upn|nhs number|address|postcode|case number|prison number"
    r"|pupil|which child|the child|child’s|their child)\b",
    re.IGNORECASE,
)


@EACH
def test_no_place_to_write_asks_for_a_child_or_a_family(sheet: Sheet) -> None:
    for label in _places_to_write(sheet):
        assert not _ASKS_FOR_A_PERSON.search(label), label


@pytest.mark.parametrize("label", ["Name of child", "Child’s initials", "Date of birth", "The child", "Case number"])
def test_such_a_place_would_be_found(label: str) -> None:
    assert _ASKS_FOR_A_PERSON.search(label)


@EACH
def test_sheets_near_records_of_children_say_where_these_are_held(sheet: Sheet) -> None:
    if RECORDS & set(sheet.criteria):
        assert re.search(r"(safeguarding|case|behaviour)( or case| or behaviour)? system", _all_words(sheet))


def _syllables(word: str) -> int:
    word = re.sub(r"(?:[^laeiouy]es|ed|[^laeiouy]e)$", "", word.casefold())
    return max(1, len(re.findall(r"[aeiouy]+", word)))


def reading_age(text: str) -> float:
    """The age at which most can read a text: Flesch and Kincaid's grade, and five years before school."""
    sentences = [part for part in re.split(r"[.?!:;\n]+", text) if re.search(r"\w", part)]
    words = re.findall(r"[A-Za-z’]+", text)
    grade = 0.39 * len(words) / len(sentences) + 11.8 * sum(map(_syllables, words)) / len(words) - 15.59
    return grade + 5


@EACH
def test_an_eleven_year_old_could_read_it(sheet: Sheet) -> None:
    running = [sheet.why]
    for block in sheet.blocks:
        if block.kind not in (SheetBlockKind.TABLE, SheetBlockKind.HEADING, SheetBlockKind.LINES):
            running += [block.text, *block.items]
    assert reading_age("\n".join(running)) <= 11


def test_hard_words_are_told_from_easy_ones() -> None:
    hard = "Practitioners should facilitate multidisciplinary interventions addressing familial criminalisation."
    assert reading_age("Ask the child. Then tell the lead.") < 9 < 20 < reading_age(hard)


def test_a_sheet_nobody_ships_is_named_with_those_there_are(binder: Binder, tmp_path: Path) -> None:
    for ask in (
        lambda: sheets.sheet("no-such"),
        lambda: sheets.save_sheet_pdf(binder, "no-such", tmp_path / "a.pdf"),
        lambda: sheets.save_sheet_word(binder, "no-such", tmp_path / "a.docx"),
    ):
        with pytest.raises(UnknownName, match="who-is-waiting"):
            ask()
    assert list(tmp_path.iterdir()) == [] and print_history.print_history(binder) == []


def test_a_sheet_is_saved_as_pdf_and_noted(binder: Binder, school: Service, tmp_path: Path) -> None:
    saved = sheets.save_sheet_pdf(binder, "who-is-waiting", tmp_path / "a.pdf")
    assert saved.path == tmp_path / "a.pdf" and saved.unprintable == ()
    assert saved.cautions == ("Draft: check with your service.",)
    document = pypdfium2.PdfDocument(saved.path)
    text = document[0].get_textpage().get_text_range()
    document.close()
    assert "Who is waiting" in text and school.name in text
    noted = print_history.print_history(binder)
    assert [(one.kind, one.title, one.edition, one.options, one.copies) for one in noted] == [
        ("sheet", "Who is waiting: a monthly count", "2026-11", "a4", 1)
    ]


def test_a_sheet_is_saved_for_word_and_noted(binder: Binder, school: Service, tmp_path: Path) -> None:
    saved = sheets.save_sheet_word(binder, "who-is-waiting", tmp_path / "a.docx")
    opened = docx.Document(str(saved.path))
    assert opened.core_properties.title == "Who is waiting: a monthly count"
    assert opened.sections[0].footer.paragraphs[0].text.startswith(school.name)
    assert [(one.kind, one.options) for one in print_history.print_history(binder)] == [("sheet", "Word")]


def test_noting_a_print_is_nothing_to_undo(binder: Binder, tmp_path: Path) -> None:
    sheets.save_sheet_pdf(binder, "how-we-record", tmp_path / "a.pdf")
    with pytest.raises(NothingToUndo):
        history.undo(binder)


def test_a_disk_fault_notes_nothing(binder: Binder, tmp_path: Path) -> None:
    for save, name in ((sheets.save_sheet_pdf, "a.pdf"), (sheets.save_sheet_word, "a.docx")):
        with pytest.raises(FolderMissing):
            save(binder, "how-we-record", tmp_path / "gone" / name)
    assert print_history.print_history(binder) == []


def test_a_planned_sheet_can_be_made_on_a_worker(binder: Binder) -> None:
    planned = sheets.plan_sheet(binder, "who-may-know")
    assert (planned.kind, planned.title) == ("sheet", "Who may know? A talk with a child")
    assert papers.make(planned).page_count == 1


@EACH
def test_the_word_file_has_the_words_of_the_sheet_and_no_others(sheet: Sheet) -> None:
    opened = docx.Document(io.BytesIO(word_bytes(sheets.in_word(sheet, "Hollin Bank"))))
    texts = [item.text for item in opened.paragraphs]
    for table in opened.tables:
        texts += [cell.text for row in table.rows for cell in row.cells]
    seen = " ".join(texts).replace(BALLOT_BOX, " ")
    assert Counter(re.findall(r"\w+", seen)) == Counter(re.findall(r"\w+", _all_words(sheet)))
    boxes = sum(len(block.items) for block in sheet.blocks if block.kind is SheetBlockKind.CHECKS)
    assert " ".join(texts).count(BALLOT_BOX) == boxes


def _chosen(binder: Binder, count: int) -> list[int]:
    return [item.id for item in resources.pack(binder)][:count]


@pytest.mark.parametrize("count", [1, 12, 160])
@pytest.mark.parametrize("by", ["kind", "criterion"])
def test_a_reading_list_is_saved_and_noted(
    count: int, by: str, binder: Binder, school: Service, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("champion_app.domain.clock.today", lambda: date(2026, 11, 22))
    chosen = _chosen(binder, count)
    saved = sheets.save_reading_list(binder, chosen, "For the staff room", tmp_path / "a.pdf", by=by)
    document = pypdfium2.PdfDocument(saved.path)
    text = " ".join(" ".join(page.get_textpage().get_text_range() for page in document).split())
    document.close()
    assert f"For the staff room {school.name}. 22 November 2026." in text
    assert text.count("Not yet checked by us") == count == text.count("Price or licence:")
    assert saved.cautions == (f"Nobody here has looked at these within a year: {count}.",)
    noted = print_history.print_history(binder)
    assert [(one.kind, one.title) for one in noted] == [("reading list", "For the staff room")]


def test_a_reading_list_of_nothing_is_not_made(binder: Binder, tmp_path: Path) -> None:
    for chosen in ([], [99_999]):
        with pytest.raises(NothingToPrint):
            sheets.save_reading_list(binder, chosen, "Empty", tmp_path / "a.pdf")
    assert list(tmp_path.iterdir()) == [] and print_history.print_history(binder) == []


def test_a_resource_that_is_gone_is_said_and_one_chosen_twice_stands_once(binder: Binder, tmp_path: Path) -> None:
    (one,) = _chosen(binder, 1)
    saved = sheets.save_reading_list(binder, [one, one, 99_999], " ", tmp_path / "a.pdf")
    assert saved.cautions[0] == "No longer in the binder, so not on the list: 1."
    assert print_history.print_history(binder)[0].title == "Reading list"


def test_every_sheet_is_in_the_pack_under_its_own_title() -> None:
    assert {item["sheet"] for item in OURS} == {sheet.id for sheet in SHEETS} and len(OURS) == len(SHEETS)
    for item in OURS:
        wanted = sheets.sheet(item["sheet"])
        assert item["id"] == f"sheet-{wanted.id}" and item["title"] == wanted.title
        assert item["criteria"] == list(wanted.criteria) and item["statements"] == list(wanted.statements)
        assert (item["kind"], item["author"], item["year"], item["link"]) == ("tool", "Champion", 2026, "")


def test_every_criterion_has_at_least_two_resources(toolkit: Toolkit) -> None:
    counted = Counter(number for item in PACK for number in item["criteria"])
    thin = [one.number for part in toolkit.statements for one in part.criteria if counted[one.number] < 2]
    assert thin == []


def test_every_resource_of_the_pack_can_be_found_and_filtered(toolkit: Toolkit) -> None:
    assert len({item["id"] for item in PACK}) == len({item["title"] for item in PACK}) == len(PACK) >= 154 + 14
    for item in PACK:
        assert item["kind"] in KINDS and item["language"] == "English", item["id"]
        assert item["stages"] and set(item["stages"]) <= set(STAGES), item["id"]
        assert item["criteria"] and all(toolkit.has(number) for number in item["criteria"]), item["id"]
        assert item["statements"] == sorted({int(number[0]) for number in item["criteria"]}), item["id"]
        assert audience_groups(item["audience"]) and item["nations"] and item["description"], item["id"]
        assert not item["link"] or re.fullmatch(r"https?://\S+", item["link"]), item["id"]


@pytest.mark.parametrize("item", PACK, ids=lambda item: item["id"])
def test_the_tags_of_a_resource_add_words_its_title_has_not(item: dict[str, object]) -> None:
    tags = item["tags"]
    assert isinstance(tags, list) and 2 <= len(tags) == len(set(tags)) <= 5
    title = " ".join(["", *re.findall(r"[\w-]+", str(item["title"]).casefold()), ""])
    for tag in tags:
        assert tag == tag.strip() and len(tag) <= 40 and f" {tag.casefold()} " not in title


def test_no_copy_of_somebody_s_document_on_a_stranger_s_site_is_shipped() -> None:
    mirrors = (
        "docplayer", "readkong", "dokumen.tips", "vdocument", "studylib", "abcdocz", "gosshosted", "bang-on.net",
    )  # fmt: skip
    for item in PACK:
        assert not [name for name in mirrors if name in f"{item['link']} {item['note']}"], item["id"]
