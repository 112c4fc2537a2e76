"""The words after champion-app: what they print, what they leave behind, and how they fail."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pypdfium2
import pytest

from champion_app import cli, places
from champion_app.tasks import binders, sample


@pytest.fixture
def sample_at(tmp_path: Path) -> Path:
    path = tmp_path / "sample.champion"
    sample.make_sample(path).close()
    return path


def _text(pdf: Path) -> str:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return "\n".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


def test_new_makes_a_binder_with_starter_content(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "mine.champion"
    assert cli.main(["new", "--binder", str(path)]) == 0
    assert capsys.readouterr().out.strip() == str(path)
    binder = binders.open_binder(path)
    assert len(binder.rows("SELECT 1 FROM listings")) == 57
    assert binder.last_change() is None
    binder.close()


def test_the_binder_may_be_named_before_the_command_too(tmp_path: Path) -> None:
    path = tmp_path / "mine.champion"
    assert cli.main(["--binder", str(path), "new"]) == 0
    assert path.exists()


def test_new_leaves_a_file_that_is_there_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "mine.champion"
    path.write_bytes(b"somebody's work")
    assert cli.main(["new", "--binder", str(path)]) == 2
    assert path.read_bytes() == b"somebody's work"
    assert "There is already a file" in capsys.readouterr().err


@pytest.mark.parametrize(
    "words",
    [
        ["search", "school"],
        ["check"],
        ["print", "work-plan", "--out", "plan.pdf"],
        ["print", "leaflet", "--out", "leaflet.pdf"],
        ["print", "self-assessment", "--out", "assessment.pdf"],
    ],
)
def test_no_other_command_ever_makes_a_binder(
    words: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert cli.main([*words, "--binder", str(tmp_path / "missing.champion")]) == 2
    assert list(tmp_path.iterdir()) == []
    said = capsys.readouterr().err
    assert "We cannot find your binder" in said
    assert "Traceback" not in said


def test_search_as_json_gives_kind_id_title_and_snippet(sample_at: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["search", "helpline", "--json", "--binder", str(sample_at)]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found
    assert set(found[0]) == {"kind", "id", "title", "snippet"}
    assert found[0]["title"] == "Prisoners' Families Helpline"


@pytest.mark.parametrize("text", ["O'Brien", '"', "child-impact", "*", "(", "-x", "NEAR", "", "\x00"])
def test_search_takes_any_text(text: str, sample_at: Path) -> None:
    assert cli.main(["search", "--binder", str(sample_at), "--", text]) == 0


def test_check_tells_that_a_binder_is_sound(sample_at: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["check", "--json", "--binder", str(sample_at)]) == 0
    report = json.loads(capsys.readouterr().out)
    assert report["sound"] is True
    assert report["binder"]["pragmas"]["journal_mode"] == "truncate"
    assert "sqlite-utils" in report["versions"]
    assert any("Atkinson" in name for name in report["fonts"])


@pytest.mark.parametrize(
    ("words", "inside"),
    [
        (["leaflet"], "Someone in my family has gone to prison"),
        (["leaflet", "family-court", "--size", "a4", "--large"], "court"),
        (["leaflet", "--discreet", "--reading-copy"], "Help for your family"),
        (["poster", "--size", "a3"], "Talk to our champion"),
        (["work-plan"], "Within three months"),
        (["work-plan", "--layout", "strategy"], "Success criteria"),
        (["self-assessment"], "Not yet or N/A"),
        (["self-assessment", "--blank"], "To fill in together"),
    ],
)
def test_print_writes_a_pdf_with_its_words(words: list[str], inside: str, sample_at: Path, tmp_path: Path) -> None:
    out = tmp_path / "paper.pdf"
    assert cli.main(["print", *words, "--out", str(out), "--binder", str(sample_at)]) == 0
    assert inside in " ".join(_text(out).split())


def test_print_of_an_unknown_leaflet_names_those_there_are(
    sample_at: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "paper.pdf"
    assert cli.main(["print", "leaflet", "nonsense", "--out", str(out), "--binder", str(sample_at)]) == 2
    assert "family-first-days" in capsys.readouterr().err
    assert not out.exists()


def test_print_into_a_folder_that_is_not_there_says_so(
    sample_at: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "nowhere" / "paper.pdf"
    assert cli.main(["print", "work-plan", "--out", str(out), "--binder", str(sample_at)]) == 2
    assert "is not there" in capsys.readouterr().err


def test_an_empty_plan_says_what_to_do_first(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "mine.champion"
    binders.make_binder(path).close()
    assert cli.main(["print", "work-plan", "--out", str(tmp_path / "p.pdf"), "--binder", str(path)]) == 2
    assert "Add an action" in capsys.readouterr().err


def test_a_bug_is_exit_code_one(
    sample_at: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("champion_app.tasks.search.find", broken)
    assert cli.main(["search", "x", "--binder", str(sample_at)]) == 1
    assert "bug in Champion" in capsys.readouterr().err


def test_without_a_screen_the_window_names_the_demo(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert cli.main([]) == 2
    assert "./run demo" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["poster", "--large"], "--large does nothing for the poster"),
        (["sheet", "--language", "cy"], "--language does nothing for the sheet"),
        (["work-plan", "--html"], "--html does nothing for the work-plan"),
        (["leaflet", "--blank"], "--blank does nothing for the leaflet"),
        (["leaflet", "--layout", "appendix-a"], "--layout does nothing for the leaflet"),
        (["work-plan", "--simple"], "--simple does nothing for the work-plan"),
        (["work-plan", "family-court"], 'the name "family-court" does nothing for the work-plan'),
        (["self-assessment", "--discreet"], "--discreet does nothing for the self-assessment"),
    ],
)
def test_a_switch_that_would_do_nothing_is_refused(
    words: list[str], said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stopped:
        cli.main(["print", *words, "--out", str(tmp_path / "p.pdf"), "--binder", str(tmp_path / "none.champion")])
    assert stopped.value.code == 2
    assert capsys.readouterr().err.endswith(f"error: {said}\n")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            ["leaflet", "family-court", "--size", "a3"],
            "no size of “family-court” called a3. Nothing was changed. Choose",
        ),
        (["poster", "--size", "folded_a5"], "called folded_a5. Nothing was changed. Choose one of: a4, a3, a5."),
        (["leaflet", "family-court", "--language", "pl"], "language of “family-court” called pl"),
    ],
)
def test_a_size_or_language_it_does_not_come_in_names_those_it_does(
    words: list[str], said: str, sample_at: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "p.pdf"
    assert cli.main(["print", *words, "--out", str(out), "--binder", str(sample_at)]) == 2
    assert said in capsys.readouterr().err and not out.exists()


@pytest.mark.parametrize(
    ("words", "inside"),
    [
        (["leaflet", "family-court", "--text"], "court"),
        (["leaflet", "family-court", "--html", "--discreet"], "<!doctype html>"),
        (["poster", "--text", "--language", "cy"], "Siaradwch"),
    ],
)
def test_a_leaflet_is_written_as_text_or_as_a_web_page(
    words: list[str], inside: str, sample_at: Path, tmp_path: Path
) -> None:
    out = tmp_path / "words.out"
    assert cli.main(["print", *words, "--out", str(out), "--binder", str(sample_at)]) == 0
    assert inside in out.read_text(encoding="utf-8")


@pytest.mark.parametrize("size", ["dl", "a5", "folded_a5", "a4"])
def test_a_welsh_leaflet_in_every_size_says_it_is_unchecked(size: str, sample_at: Path, tmp_path: Path) -> None:
    out = tmp_path / "cy.pdf"
    words = ["print", "leaflet", "family-arrest", "--language", "cy", "--size", size, "--reading-copy"]
    assert cli.main([*words, "--out", str(out), "--binder", str(sample_at)]) == 0
    assert "heddlu" in _text(out)


def test_the_leaflets_there_are_can_be_listed_for_another_program(
    sample_at: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["leaflets", "--json", "--binder", str(sample_at)]) == 0
    listed = {one["id"]: one for one in json.loads(capsys.readouterr().out)}
    arrest = listed["family-arrest"]
    assert (arrest["audience"], arrest["stage"]) == ("families", "arrest") and arrest["title"]
    assert arrest["sizes"] == ["folded_a5", "a4", "dl", "a5"] and arrest["languages"] == ["en", "cy"]
    assert listed["charter"]["kind"] == "certificate"
    monkeypatch.setattr("champion_app.places.for_this_person", lambda: places.Places(tmp_path / "nothing yet"))
    assert cli.main(["leaflets"]) == 0
    assert "family-arrest: Someone in my family has been arrested" in capsys.readouterr().out


def test_print_into_a_folder_says_that_it_is_one(
    sample_at: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["print", "leaflet", "--out", str(tmp_path), "--binder", str(sample_at)]) == 2
    assert f"{tmp_path.name} is a folder, not a file." in capsys.readouterr().err


def test_print_says_what_to_know_before_it_is_handed_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "mine.champion"
    binders.make_binder(path).close()
    assert cli.main(["print", "leaflet", "--out", str(tmp_path / "p.pdf"), "--binder", str(path)]) == 0
    said = capsys.readouterr()
    assert "printed without their numbers: Prisoners' Families Helpline" in said.err
    assert "who your champion is" in said.err
    assert said.out.strip() == str(tmp_path / "p.pdf")


def test_a_search_for_nothing_asks_for_a_word(sample_at: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["search", " ", "--binder", str(sample_at)]) == 0
    assert capsys.readouterr().out == "Type a word or two to look for.\n"


@pytest.mark.parametrize("words", [["--help"], ["print", "--help"]])
def test_help_is_in_plain_words(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        cli.main(words)
    assert "``" not in capsys.readouterr().out


def test_a_reader_who_leaves_early_is_no_bug(sample_at: Path) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    try:
        # Not --help: some versions of Python write that with no complaint about a reader who has gone.
        words = [sys.executable, "-m", "champion_app.cli", "search", "helpline", "--binder", str(sample_at)]
        done = subprocess.run(words, stdout=writer, stderr=subprocess.PIPE)
    finally:
        os.close(writer)
    assert (done.returncode, done.stderr) == (2, b"")
