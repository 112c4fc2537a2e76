"""The help: how it is read, that it can be read by a tired person, and that it names only what is there."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from champion_app import cli
from champion_app.assets import resource
from champion_app.domain.help_topics import Code, Heading, Note, Paragraph, Points, Steps, Table, Topic
from champion_app.faults import FolderMissing
from champion_app.tasks import help as help_tasks
from champion_app.tasks.help import find, parse, plain, save_schema, topic, topic_for, topics

ROOT = Path(__file__).resolve().parents[2]
FOR_PROGRAMMERS = "packs"  # half of it is written for whoever makes packs with a program of their own
OURS = [one for one in topics() if one.id != FOR_PROGRAMMERS]
LONGEST_SENTENCE = 30  # words
AMERICAN = re.compile(
    r"\b(colou?r(?<!colour)\w*|center\w*|organiz\w*|recogniz\w*|behavior\w*|favorite\w*|gray|catalog|dialog|license[sd]?"
    r"|canceled|labeled|traveled|mom|gotten|check (?:box|mark)|math)\b",
    re.IGNORECASE,
)
QUOTED = re.compile("“([^”]+)”")
COUNT = re.compile(r" \(?\{n\}\)?$")  # "New ({n})" and "All open {n}" are read as "New" and "All open"


def ids(one: Topic) -> str:
    return one.id


def sentences(one: Topic) -> Iterator[str]:
    """Every sentence of a topic; lines to be typed are none."""
    for block in one.blocks:
        if isinstance(block, Code):
            continue
        texts = getattr(block, "items", None) or getattr(block, "rows", None) or (block.text,)  # type: ignore[union-attr]
        for text in texts:
            for cell in text if isinstance(text, tuple) else (text,):
                yield from filter(None, re.split(r"(?<=[.!?])[”’]?\s+", cell))


# ---------------------------------------------------------------- how it is read


def test_each_piece_of_markdown_becomes_a_block() -> None:
    made = parse(
        "any",
        "# A title\n\nOne line\nand the next.\n\n## A section\n- a point\n  goes on\n- **strong** one\n\n"
        "1. first\n2. second *Press me*\n\n> Keep in\n> mind.\n\n```\ncode *stays*\n\n  so\n```\n"
        "| Key | What |\n|---|---|\n| `F1` | help, see `--out` |\n| `a`, `b` | |\n\n"
        "See also: [Home](home.md),\n[Undo](saving-and-undo.md)\n",
    )
    assert made.title == "A title"
    assert made.see_also == ("home", "saving-and-undo")
    assert made.blocks == (
        Paragraph("One line and the next."),
        Heading("A section", 2),
        Points(("a point goes on", "strong one")),
        Steps(("first", "second “Press me”")),
        Note("Keep in mind."),
        Code("code *stays*\n\n  so"),
        Table(("Key", "What"), (("F1", "help, see ‘--out’"), ("a, b", ""))),
    )


def test_what_ends_in_the_middle_is_read_as_far_as_it_goes() -> None:
    assert parse("x", "```\nnever closed").blocks == (Code("never closed"),)
    assert parse("x", "words\n- right below").blocks == (Paragraph("words"), Points(("right below",)))
    assert parse("x", "|---|\n").blocks == ()
    assert parse("no-title", "").title == "No title"
    assert parse("x", "# One\r\n\r\n# Two\r\n").blocks == (Heading("Two", 1),)


def test_marks_are_taken_away_and_words_of_buttons_get_quotation_marks() -> None:
    assert plain("Press *Save as PDF…*, **now**") == "Press “Save as PDF…”, now"
    assert plain('a year is `"2024"`, days are `2026-11-22`') == 'a year is "2024", days are ‘2026-11-22’'
    assert plain("[Home](home.md) and `*not* a button`") == "Home and ‘*not* a button’"
    assert plain("2 * 3 * 4") == "2 * 3 * 4"


@settings(deadline=None, database=None, max_examples=300)
@given(st.text(alphabet="#*-|>`1. \n\r[]()ab“&<\t\x00", max_size=80) | st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    made = parse("any", text)
    assert made.title
    assert all(line.text is not None for line in made.lines)


def test_files_that_cannot_be_read_do_no_harm(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "home.md").write_bytes(b"# Home\n\xff\xfe broken letters")
    (tmp_path / "folder.md").mkdir()
    (tmp_path / "new-one.md").write_text("# A new one", encoding="utf-8")
    monkeypatch.setattr(help_tasks, "resource", lambda *parts: tmp_path)
    topics.cache_clear()
    try:
        assert [one.id for one in topics()] == ["home", "new-one"]
        assert topics()[0].blocks == (Paragraph("\ufffd\ufffd broken letters"),)
        (tmp_path / "home.md").unlink()
        (tmp_path / "new-one.md").unlink()
        topics.cache_clear()
        assert topics() == ()
        assert topic_for("home") is None
        assert find("number").hits == ()
    finally:
        monkeypatch.undo()
        topics.cache_clear()


# ---------------------------------------------------------------- what it says


def test_every_topic_named_is_there_and_has_its_own_title() -> None:
    assert [one.id for one in topics()] == list(help_tasks.CONTENTS)
    titles = [one.title for one in topics()]
    assert len(set(titles)) == len(titles)
    named = [page for one in topics() for page in one.pages]
    assert len(set(named)) == len(named), "a page has one topic"


@pytest.mark.parametrize("one", topics(), ids=ids)
def test_a_topic_says_something_and_no_mark_is_left_in_it(one: Topic) -> None:
    assert one.summary
    assert len(one.title) <= 40
    for line in one.lines:
        if not isinstance(one.blocks[line.block], Code):
            assert not re.search(r"\*\*|``|\]\(|^#|^>|\|", line.text), line.text


@pytest.mark.parametrize("one", OURS, ids=ids)
def test_sentences_are_short_and_calm(one: Topic) -> None:
    long = [text for text in sentences(one) if len(text.split()) > LONGEST_SENTENCE]
    assert not long
    assert not [line.text for line in one.lines if "!" in line.text]


@pytest.mark.parametrize("one", topics(), ids=ids)
def test_it_is_spelt_as_in_britain(one: Topic) -> None:
    assert not [match[0] for line in one.lines for match in AMERICAN.finditer(line.text)]


def test_american_words_would_be_found() -> None:
    for word in ("color", "center", "organize", "gray", "favorite", "license", "dialog"):
        assert AMERICAN.search(word), word
    for word in ("colour", "colours", "centre", "organise", "grey", "licence", "dialogue"):
        assert not AMERICAN.search(word), word


@pytest.mark.parametrize("one", topics(), ids=ids)
def test_see_also_leads_to_other_topics(one: Topic) -> None:
    assert one.id not in one.see_also
    assert [other for other in one.see_also if topic(other) is None] == []
    assert one.see_also or one.id == FOR_PROGRAMMERS


def test_every_topic_can_be_reached_from_another() -> None:
    led_to = {other for one in topics() for other in one.see_also}
    assert {one.id for one in topics()} - led_to == set()


# ---------------------------------------------------------------- that it cannot drift


def words_on_screen() -> set[str]:
    """Every text in the window's code, its forms, and the tables of words it shows; with and without a count."""
    found: set[str] = set()
    for folder in ("desktop", "domain", "tasks"):
        for path in (ROOT / "champion_app" / folder).rglob("*.py"):
            if path.name in ("help_topics.py", "help.py"):
                continue
            found |= {
                " ".join(node.value.split())
                for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
                if isinstance(node, ast.Constant) and isinstance(node.value, str)
            }
    return found | {COUNT.sub("", text) for text in found if COUNT.search(text)}


def is_on_screen(quoted: str, screen: set[str], patterns: list[re.Pattern[str]]) -> bool:
    return quoted in screen or any(pattern.fullmatch(quoted) for pattern in patterns)


def patterns_of(screen: set[str]) -> list[re.Pattern[str]]:
    """Texts with gaps: "Ring round: {n} due" is on the screen as "Ring round: 12 due"."""
    gapped = (text for text in screen if re.search(r"\{\w+\}", text) and len(re.sub(r"\{\w+\}", "", text)) > 8)
    return [re.compile(re.sub(r"\\\{\w+\\\}", r"\\w+", re.escape(text))) for text in gapped]


def test_every_word_quoted_from_the_screen_is_on_the_screen() -> None:
    screen = words_on_screen()
    patterns = patterns_of(screen)
    missing = [
        f"{one.id}: {quoted}"
        for one in OURS
        for line in one.lines
        for quoted in QUOTED.findall(line.text)
        if not is_on_screen(quoted, screen, patterns)
    ]
    assert not missing, "\n".join(["no button or field says this:", *missing])


def test_a_word_that_is_not_on_the_screen_would_be_found() -> None:
    screen = words_on_screen()
    assert is_on_screen("Checked today", screen, [])
    assert is_on_screen("Ring round: 12 due", screen, patterns_of(screen))
    assert not is_on_screen("Press here for cake", screen, patterns_of(screen))


def test_every_command_of_the_help_is_one(capsys: pytest.CaptureFixture[str]) -> None:
    guide = topic("without-the-window")
    assert guide is not None
    typed = [line for block in guide.blocks if isinstance(block, Code) for line in block.text.splitlines() if line]
    assert len(typed) > 10
    for line in typed:
        words = line.replace("[", "").replace("]", "").split()
        assert len(line) <= 52, "longer than a line of the pane"
        assert words[0] == "champion-app"
        if len(words) == 1:
            continue
        said = help_of(words[1], capsys)
        for word in words[2:]:
            if word.startswith("--"):
                assert word in said, line
        if words[1] in ("print", "import", "export"):
            assert words[2] in said, line


@pytest.mark.parametrize(("heading", "command"), [("Printing to a file", "print"), ("Taking in", "import")])
def test_every_word_a_command_takes_is_explained(
    heading: str, command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    guide = topic("without-the-window")
    assert guide is not None
    start = guide.blocks.index(Heading(heading))
    explained = next(block for block in guide.blocks[start:] if isinstance(block, Table))
    taken = set(re.findall(r"--[a-z-]+", help_of(command, capsys))) - {"--help", "--binder", "--out"}
    assert taken == {row[0] for row in explained.rows}


def help_of(command: str, capsys: pytest.CaptureFixture[str]) -> str:
    with pytest.raises(SystemExit):
        cli.main([command, "--help"])
    return capsys.readouterr().out


# ---------------------------------------------------------------- looking something up


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("undo", "saving-and-undo"),
        ("how do I print a leaflet", "leaflets"),
        ("ring round", "ring-round"),
        ("number has changed", "recall"),
        ("shortcut keys", "keyboard"),
        ("damaged binder", "when-something-goes-wrong"),
        ("shelf", "shelves-and-files"),
        ("csv list", "taking-in-a-list"),
        ("word document", "own-sheets"),
        ("safeguarding", "what-champion-never-holds"),
        ("json schema", "packs"),
        ("large letters", "settings"),
        ("leflet", "leaflets"),
        ("prizon", "prisons"),
    ],
)
def test_what_people_type_finds_its_topic_among_the_first_three(typed: str, wanted: str) -> None:
    assert wanted in [hit.topic.id for hit in find(typed).hits[:3]]


def test_a_slip_is_corrected_and_said() -> None:
    assert find("leflet").corrected == (("leflet", "leaflet"),)
    assert find("leaflet").corrected == ()
    assert find("zzzzqqq").hits == ()
    assert find("xq").corrected == ()


@settings(deadline=None, database=None, max_examples=150)
@given(st.text(max_size=60))
def test_any_text_may_be_looked_for(typed: str) -> None:
    assert find(typed).hits is not None


def test_a_page_leads_to_its_topic_and_an_unknown_one_to_the_first() -> None:
    for name, wanted in (("find_help", "find-help"), ("first_run", "first-steps"), ("help", "using-the-help")):
        found = topic_for(name)
        assert found is not None
        assert found.id == wanted
    assert topic_for("no such page") == topics()[0]


def test_the_schema_is_saved_whole_or_not_at_all(tmp_path: Path) -> None:
    path = save_schema(tmp_path / "schema.json")
    assert path.read_bytes() == resource("help", help_tasks.SCHEMA).read_bytes()
    assert json.loads(path.read_text(encoding="utf-8"))["$schema"].endswith("2020-12/schema")
    with pytest.raises(FolderMissing):
        save_schema(tmp_path / "gone" / "schema.json")
    assert [one.name for one in tmp_path.iterdir()] == ["schema.json"]
