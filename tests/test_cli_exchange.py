"""Import and export from the command line: looked at unless --apply is said, every record accounted for."""

from __future__ import annotations

import json
import shutil
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from champion_app import cli
from champion_app.domain.listings import ListingFields, Phone
from champion_app.domain.resources import ResourceFields
from champion_app.domain.services import Service
from champion_app.domain.taking_in import Decision
from champion_app.exchange import child
from champion_app.exchange.lists import read_list
from champion_app.tasks import binders, listings, lists, resources, service

LIST = (
    "Bristol directory 2026,,,,\r\n"
    "Service name,Organisation,Telephone,Description,Case worker\r\n"
    'Rainbow Club,St Paul\'s,0117 496 0001,"After school,\r\nin the hall",Jo\r\n'
    "Carers Hub,Carers Trust,0117 496 0002,For carers,Al\r\n"
    ",Nobody,0117 496 0003,,\r\n"
    "Total,2,,,\r\n"
)


@pytest.fixture(scope="module")
def starter(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("starter") / "binder.champion"
    binders.make_binder(path).close()
    return path


@pytest.fixture
def binder(starter: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(starter, tmp_path / "binder.champion"))


@pytest.fixture
def council(tmp_path: Path) -> Path:
    path = tmp_path / "council.csv"
    path.write_bytes(LIST.encode("cp1252"))
    return path


def _names(binder: Path) -> set[str]:
    with closing(binders.open_binder(binder)) as opened:
        return {listing.fields.name for listing in listings.directory(opened)}


def _report(binder: Path, file: Path, *words: str) -> dict[str, Any]:
    out = binder.with_name("report.json")
    assert cli.main(["import", "services", str(file), "--binder", str(binder), "--report", str(out), *words]) == 0
    report: dict[str, Any] = json.loads(out.read_text(encoding="utf-8"))
    return report


def test_a_list_is_only_looked_at_unless_it_is_to_be_taken_in(
    binder: Path, council: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = binder.read_bytes()
    report = _report(binder, council)
    assert binder.read_bytes() == before
    assert "say the same with --apply" in capsys.readouterr().err
    assert report["counts"] == {"taken": 2, "warned": 0, "refused": 1, "duplicate": 0, "ask": 0, "ignored": 3}
    assert sum(report["counts"].values()) == len(report["records"])
    assert [record["line"] for record in report["records"]] == [1, 2, 3, 5, 6, 7]
    assert report["left_out"][0]["column"] == "Case worker" and report["applied"] is False
    for record in report["records"]:
        assert set(record) == {"line", "name", "outcome", "reasons"}


def test_taken_in_once_it_is_all_there_and_a_second_time_nothing_is_new(binder: Path, council: Path) -> None:
    before = _names(binder)
    assert _report(binder, council, "--apply")["new"] == 2
    assert _names(binder) - before == {"Rainbow Club", "Carers Hub"}
    again = _report(binder, council, "--apply")
    assert (again["new"], again["changed"], again["unchanged"], again["counts"]["duplicate"]) == (0, 0, 2, 2)
    assert _names(binder) - before == {"Rainbow Club", "Carers Hub"}


def test_the_next_edition_changes_what_nobody_touched_and_deletes_nothing(binder: Path, council: Path) -> None:
    _report(binder, council, "--apply")
    newer = LIST.replace("For carers", "For young carers").replace("Rainbow Club", "Sunshine Club")
    newer = newer.replace("496 0001", "496 0077")
    council.write_bytes(newer.encode("cp1252"))
    report = _report(binder, council, "--apply")
    assert (report["new"], report["changed"], report["gone"]) == (1, 1, ["Rainbow Club"])
    with closing(binders.open_binder(binder)) as opened:
        found = {listing.fields.name: listing.fields.description for listing in listings.directory(opened)}
    assert found["Carers Hub"] == "For young carers" and "Rainbow Club" in found and "Sunshine Club" in found


def test_a_service_under_a_new_name_with_its_old_number_is_asked_about(binder: Path, council: Path) -> None:
    _report(binder, council, "--apply")
    council.write_bytes(LIST.replace("Carers Hub", "Carers Centre").encode("cp1252"))
    report = _report(binder, council, "--apply")
    asked = [record["name"] for record in report["records"] if record["outcome"] == "ask"]
    assert asked == ["Carers Centre"] and report["gone"] == ["Carers Hub"]
    assert "Carers Centre" not in _names(binder)


def test_a_text_under_an_excel_name_that_is_no_table_is_refused(binder: Path, tmp_path: Path) -> None:
    (tmp_path / "x.xlsx").write_text("not a zip", encoding="utf-8")
    assert cli.main(["import", "services", str(tmp_path / "x.xlsx"), "--binder", str(binder), "--apply"]) == 2


def test_a_column_that_the_next_edition_lacks_says_nothing(binder: Path, council: Path) -> None:
    _report(binder, council, "--apply")
    lines = ["Service name,Organisation,Description", "Rainbow Club,St Paul's,On Fridays"]
    council.write_text("\n".join([*lines, "Carers Hub,Carers Trust,For carers"]) + "\n", encoding="utf-8")
    assert _report(binder, council, "--apply")["changed"] == 1

    def phones() -> dict[str, str]:
        with closing(binders.open_binder(binder)) as opened:
            return {one.fields.name: one.phone for one in listings.directory(opened)}

    assert (phones()["Rainbow Club"], phones()["Carers Hub"]) == ("0117 496 0001", "0117 496 0002")
    # Back again with a new number, it is simply changed: nobody here had touched it.
    council.write_bytes(LIST.replace("496 0001", "496 0055").encode("cp1252"))
    assert _report(binder, council, "--apply")["counts"]["ask"] == 0
    assert phones()["Rainbow Club"] == "0117 496 0055"


def test_a_clash_names_what_waits_beside_it(binder: Path, council: Path) -> None:
    _report(binder, council, "--apply")
    with closing(binders.open_binder(binder)) as opened:
        hub = next(one for one in listings.directory(opened) if one.fields.name == "Carers Hub")
        listings.change_listing(opened, hub.id, replace(hub.fields, description="Ask for tea"))
    newer = LIST.replace("For carers", "For young carers").replace("496 0002", "496 0099")
    council.write_bytes(newer.encode("cp1252"))
    report = _report(binder, council, "--apply")
    asked = next(one for one in report["records"] if one["name"] == "Carers Hub")
    assert asked["outcome"] == "ask"
    assert "too: what it offers." in asked["reasons"][-2] and "waits as well: telephone." in asked["reasons"][-1]


def test_services_of_one_name_are_told_apart_by_where_they_are(binder: Path, tmp_path: Path) -> None:
    rows = ["Stay and Play,Hull,01482 300300", "Stay and Play,York,01904 600600"]
    file = tmp_path / "twins.csv"
    for order in (rows, rows[::-1]):
        file.write_text("\n".join(["Service name,Area,Telephone", *order]) + "\n", encoding="utf-8")
        with closing(binders.open_binder(binder)) as opened:
            found = lists.look(opened, lists.read(file, "listings"), "listings", "twins")
            every = {(one.item.noun, one.item.key): Decision.THEIRS for one in found.preview.proposals if one.asks}
            lists.take_in(opened, found, every)
            twins = [one for one in listings.directory(opened) if one.fields.name == "Stay and Play"]
            now = {one.fields.area: one.phone for one in twins}
        assert now == {"Hull": "01482 300300", "York": "01904 600600"}


@pytest.mark.parametrize(
    "words", [["print", "sheet", "who-is-waiting", "--out"], ["import", "services", "{list}", "--report"]]
)
def test_no_binder_is_ever_written_over(
    binder: Path, council: Path, words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    other = Path(shutil.copy(binder, binder.with_name("other.champion")))
    kept = binder.read_bytes()
    said = [word.format(list=council) for word in words]
    for target in (binder, other):
        assert cli.main([*said, str(target), "--binder", str(binder)]) == 2
        assert "There is already a file" in capsys.readouterr().err
    assert other.read_bytes() == kept
    binders.open_binder(binder).close()
    before = council.read_bytes()
    with pytest.raises(SystemExit):
        cli.main(["import", "services", str(council), "--report", str(council), "--binder", str(binder)])
    assert council.read_bytes() == before


def test_a_mapping_says_which_column_is_which(binder: Path, tmp_path: Path) -> None:
    odd = tmp_path / "odd.csv"
    odd.write_text("Alpha,Beta\nRainbow Club,after school\n", encoding="utf-8")
    mapping = tmp_path / "map.toml"
    mapping.write_text('[columns]\n"Alpha" = "name"\n"Beta" = "description"\n', encoding="utf-8")
    report = _report(binder, odd, "--map", str(mapping))
    assert report["counts"]["taken"] == 1 and report["columns"] == {"Alpha": "name", "Beta": "description"}
    mapping.write_text("[columns\n", encoding="utf-8")
    assert cli.main(["import", "services", str(odd), "--binder", str(binder), "--map", str(mapping)]) == 2


@pytest.mark.parametrize("content", [b"", b"\x89PNG\r\n\x1a\n\0\0", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600])
def test_F61_a_file_that_is_no_list_is_refused_in_words(
    binder: Path, tmp_path: Path, content: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    before = binder.read_bytes()
    (tmp_path / "x.csv").write_bytes(content)
    assert cli.main(["import", "services", str(tmp_path / "x.csv"), "--binder", str(binder), "--apply"]) == 2
    said = capsys.readouterr().err
    assert said.startswith("We could not read the list x.csv") and "Traceback" not in said
    assert binder.read_bytes() == before


def test_resources_are_taken_in_too(binder: Path, tmp_path: Path) -> None:
    file = tmp_path / "books.csv"
    file.write_text("Title,Author,Ages\nThe Night Dad Went Away,A. Writer,4 to 7\n", encoding="utf-8")
    assert cli.main(["import", "resources", str(file), "--binder", str(binder), "--apply"]) == 0
    with closing(binders.open_binder(binder)) as opened:
        found = next(one for one in resources.pack(opened) if one.fields.title == "The Night Dad Went Away")
    assert (found.fields.author, found.fields.ages, found.mine) == ("A. Writer", "4 to 7", True)


def test_the_directory_goes_out_and_comes_back(binder: Path, tmp_path: Path, starter: Path) -> None:
    fields = ListingFields("Rainbow Club", description="After school", phones=(Phone("0117 496 0001"),), note="private")
    with closing(binders.open_binder(binder)) as opened:
        listings.add_listing(opened, fields)
    for ending in ("json", "csv", "xlsx"):
        out = tmp_path / f"services.{ending}"
        assert cli.main(["export", "services", "--binder", str(binder), "--out", str(out)]) == 0
        assert b"private" not in out.read_bytes()
        fresh = Path(shutil.copy(starter, tmp_path / f"{ending}.champion"))
        assert _report(fresh, out, "--apply")["new"] >= 1
        assert "Rainbow Club" in _names(fresh)
    assert cli.main(["export", "services", "--binder", str(binder), "--out", str(tmp_path / "services.doc")]) == 2
    assert cli.main(["export", "resources", "--binder", str(binder), "--out", str(tmp_path / "r.xlsx")]) == 0


def test_a_pack_goes_from_one_binder_to_another(
    binder: Path, tmp_path: Path, starter: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pack = tmp_path / "area.championpack"
    assert cli.main(["export", "pack", "--binder", str(binder), "--out", str(pack)]) == 2
    assert "Who makes it" in capsys.readouterr().err  # the service has no name yet
    with closing(binders.open_binder(binder)) as opened:
        service.say_who_we_are(opened, Service("Bristol network"))
    assert cli.main(["export", "pack", "--binder", str(binder), "--out", str(pack)]) == 2  # nothing of ours yet
    assert "the pack would be empty" in capsys.readouterr().err and not pack.exists()
    with closing(binders.open_binder(binder)) as opened:
        resources.add_resource(opened, ResourceFields("Our own book", note="private"))
        listings.add_listing(opened, ListingFields("Rainbow Club", phones=(Phone("0117 496 0001"),)))
    assert cli.main(["export", "pack", "--binder", str(binder), "--out", str(pack), "--title", "Area pack"]) == 0
    other = Path(shutil.copy(starter, tmp_path / "other.champion"))
    before = other.read_bytes()
    report = tmp_path / "pack.json"
    assert cli.main(["import", "pack", str(pack), "--binder", str(other), "--report", str(report)]) == 0
    assert other.read_bytes() == before
    said = json.loads(report.read_text(encoding="utf-8"))
    assert said["counts"]["new"] == 2 and {item["name"] for item in said["items"]} == {"Our own book", "Rainbow Club"}
    assert cli.main(["import", "pack", str(pack), "--binder", str(other), "--apply"]) == 0
    assert "Rainbow Club" in _names(other)
    with closing(binders.open_binder(other)) as opened:
        book = next(one for one in resources.pack(opened) if one.fields.title == "Our own book")
        assert book.fields.note == "" and not book.mine
        opened.undo()
        assert "Rainbow Club" not in {listing.fields.name for listing in listings.directory(opened)}


def test_sheets_and_reading_lists_are_printed_by_name(binder: Path, tmp_path: Path) -> None:
    def printed(*words: str) -> int:
        return cli.main(["print", *words, "--binder", str(binder)])

    assert printed("sheet", "who-is-waiting", "--out", str(tmp_path / "s.pdf")) == 0
    assert (tmp_path / "s.pdf").read_bytes().startswith(b"%PDF")
    assert printed("sheet", "who-is-waiting", "--word", "--out", str(tmp_path / "s.docx")) == 0
    assert (tmp_path / "s.docx").read_bytes().startswith(b"PK")
    assert printed("sheet", "nothing-like-it", "--out", str(tmp_path / "n.pdf")) == 2
    assert printed("reading-list", "--criterion", "1.3", "--out", str(tmp_path / "l.pdf")) == 0
    with pytest.raises(SystemExit):
        printed("sheet", "who-is-waiting", "--blank", "--out", str(tmp_path / "s.pdf"))


def test_the_frozen_app_starts_itself_to_read_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """There is no ``python -m`` in it: the one program answers to the word that the child is called by."""
    book = Workbook()
    book.active.append(["Service name"])  # type: ignore[union-attr]
    book.active.append(["Rainbow Club"])  # type: ignore[union-attr]
    book.save(tmp_path / "list.xlsx")
    monkeypatch.setattr(child, "_command", lambda: [sys.executable, "-m", "champion_app", child.WORD])
    rows = read_list(tmp_path / "list.xlsx").tables[0].rows
    assert [row.cells[0].text for row in rows] == ["Service name", "Rainbow Club"]
