"""The things in a pack, field by field: what is refused with its place, and what is put right and said (F43-F54)."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from champion_app.exchange.pack_tidying import tidied
from champion_app.exchange.safe_names import why_unsafe
from tests.exchange.pack_samples import PDF, attached_file, read, refusal, resource_pack, sealed, sha, zipped


def test_F48_a_key_that_stands_twice_is_refused() -> None:
    twice = [{"key": "a", "use": "b"}, {"key": " a\u200e", "use": "c"}, {"key": "a ", "use": "d"}]
    assert refusal(sealed({"terms.json": twice})) == "terms.json, item 3 “a ”: its key stands twice"
    both = {"terms.json": [{"key": "a", "use": "b"}], "resources.json": [{"key": "a", "title": "A"}]}
    assert len(read(sealed(both)).items) == 2


def test_a_thing_cannot_be_in_the_pack_and_retired() -> None:
    retired = [{"noun": "terms", "key": "a"}]
    reason = refusal(sealed({"terms.json": [{"key": "a", "use": "b"}], "retired.json": retired}))
    assert reason == "retired.json: “a” is retired and also in terms.json"
    assert "its key stands twice" in refusal(sealed({"retired.json": retired * 2}))


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"title": "x" * 501}, "title is longer than 500 letters"),
        ({"title": " \t "}, "title is empty"),
        ({"key": "k" * 201}, "key is longer than 200 letters"),
        ({"year": 2024}, "year should be text in quotation marks"),
        ({"year": None, "note": None, "author": ["a"]}, "author should be text in quotation marks"),
        ({"statements": [0, 9, "1", True]}, "statements 1 should be 1 or more"),
        ({"statements": [0, 9, "1", True]}, "statements 4 should be a whole number"),
        ({"criteria": ["2.4", "9.1"]}, "criteria 2 should be the number of a criterion, such as 2.4"),
        ({"criteria": ["2.04"]}, "criteria 1 should be the number of a criterion, such as 2.4"),
        ({"stages": "arrest"}, "stages should be a list"),
        ({"files": [{"name": "a.pdf", "sha256": "A" * 64}]}, "files 1 sha256 should be a SHA-256"),
        ({"files": [3]}, "files 1 should hold named fields"),
        ({"tags": ["a"] * 1_001}, "tags should have 1,000 in it at most"),
    ],
)
def test_F49_a_field_that_is_wrong_is_named_with_its_place(fields: dict[str, object], reason: str) -> None:
    assert reason in refusal(resource_pack(**fields))


@pytest.mark.parametrize(
    ("member", "table", "reason"),
    [
        ("listings.json", {"name": "A", "print_rule": "always"}, "print_rule should be one of: yes, check-first"),
        ("listings.json", {"name": "A", "status": "shut"}, "status should be one of: active, closed"),
        ("listings.json", {"name": "A", "phones": [{"label": "x"}]}, "phones 1 number is missing"),
        ("prisons.json", {"name": "A", "status": "active"}, "status should be one of: open, closed"),
        ("figures.json", {"text": "a", "year": "b"}, "source is missing"),
        ("figures.json", {"text": "a", "source": " ", "year": "b"}, "source is empty"),
        ("figures.json", {"text": "a", "source": "b", "year": "c", "review_by": "2026-02-30"}, "is not a day that"),
        ("terms.json", {"use": "a", "also": "b"}, "also should be a list"),
        ("terms.json", {"use": "a", "also": [None]}, "also 1 should be text in quotation marks"),
    ],
)
def test_F49_every_noun_is_looked_at(member: str, table: dict[str, object], reason: str) -> None:
    assert reason in refusal(sealed({member: [{"key": "k", **table}]}))


def test_F49_a_list_is_a_list() -> None:
    assert refusal(sealed({"terms.json": {"terms": []}})) == "terms.json should be a list"
    assert refusal(sealed({"terms.json": b"null"})) == "terms.json should be a list"


def test_hidden_characters_are_taken_out_and_said() -> None:
    pack = read(resource_pack(title="Vi\u202esit\u0007s", note="a\r\nb\u2028c", colour={"x\u202e": "y\u2066"}))
    item = pack.items[0]
    assert (item.fields.title, item.fields.note, item.extra) == ("Visits", "a\nb\nc", {"colour": {"x": "y"}})
    assert pack.notes == ("Hidden characters were taken out of some of its texts.",)
    assert read(resource_pack(title="Cafe\u0301", note="a\r\nb")).notes == ()
    assert "differ only in letters that cannot be seen" in refusal(resource_pack(colour={"x\u202e": 1, "x": 2}))


def test_very_many_accents_over_one_letter_are_refused_before_they_are_put_in_order() -> None:
    reason = refusal(resource_pack(note="a" + "\u0315\u0300" * 49_000))
    assert reason == "resources.json: a text has more than 200 accents over one letter"
    text = ("a" + "\u0315\u0300" * 90 + " ") * 100
    assert len(read(resource_pack(note=text)).items[0].fields.note) == len(text) - 100  # type: ignore[union-attr]


def test_F51_markup_is_kept_as_it_stands() -> None:
    spiteful = '<img src="file:///etc/passwd"> </b> &#0; <script>alert(1)</script> {0} %s'
    pack = read(resource_pack(title=spiteful, description=spiteful))
    assert pack.items[0].fields.title == pack.items[0].fields.description == spiteful  # type: ignore[union-attr]
    assert "{x}" in refusal(resource_pack(key="{x}", title=1)), "a brace in a key is not a gap to fill"


@pytest.mark.parametrize(
    "link",
    [
        "file:///etc/passwd", "\\\\server\\share", "//server/share", "javascript:alert(1)", "JaVaScRiPt:alert(1)",
        "ms-msdt:/id", "ms-word:ofe|u|http://x", "data:text/html,x", "C:\\Windows\\x.exe", "/etc/passwd", "smb://x/y",
        "http:\\\\server\\share", "https:///etc", "see file:///etc", "java\nscript:alert(1)", "java\u200bscript:x",
        "http://", "vbscript:x", "\u202ejavascript:x", "mailto:", "?x", "a:b@c", "www.example.org:99999999/x",
    ],
)  # fmt: skip
def test_F52_a_link_that_launches_something_moves_to_the_note(link: str) -> None:
    item = read(resource_pack(link=link, note="Ours.")).items[0]
    note = item.fields.note  # type: ignore[union-attr]
    assert item.fields.link == "" and note.startswith("Ours.\nIn place of a web address the pack says: ")  # type: ignore[union-attr]
    assert link.strip("\u202e").replace("\n", " ") in note


@pytest.mark.parametrize(
    "link",
    ["", "https://example.org/a?b=c:d#e", "HTTP://example.org", "www.example.org", "example.org:8080/x", "tel:0808",
     "example.org/a:b", "mailto:a@example.org?subject=x", "a@example.org", "ask for it"],
)  # fmt: skip
def test_F52_a_link_to_the_web_an_email_or_a_number_stays(link: str) -> None:
    pack = read(resource_pack(link=link))
    assert (pack.items[0].fields.link, pack.notes) == (link, ())  # type: ignore[union-attr]


def test_F52_links_of_every_noun_are_looked_at_and_said() -> None:
    bad = "file:///x"
    members: dict[str, object] = {
        "listings.json": [{"key": "a", "name": "A", "website": bad}],
        "figures.json": [{"key": "a", "text": "B", "source": "c", "year": "d", "source_url": bad}],
        "prisons.json": [{"key": "a", "name": "C", "visits_page": bad}],
    }
    pack = read(sealed(members))
    for item, field in zip(pack.items, ("website", "source_url", "visits_page"), strict=True):
        assert getattr(item.fields, field) == ""
        assert item.fields.note == f"In place of a web address the pack says: {bad}"  # type: ignore[union-attr]
    assert [note.split("”")[0] for note in pack.notes] == ["The link of “A", "The link of “B", "The link of “C"]
    full = read(resource_pack(link=bad, note="n" * 100_000)).items[0].fields
    assert (full.link, len(full.note)) == ("", 100_000)  # type: ignore[union-attr]
    long = read(resource_pack(link="file:" + "x" * 99_990)).items[0].fields
    assert (long.link, long.note) == ("", "")  # type: ignore[union-attr]


def test_letters_are_put_together_before_they_are_counted() -> None:
    assert len(read(resource_pack(key="e\u0301" * 200)).items[0].key) == 200
    assert "key is longer than 200 letters" in refusal(resource_pack(key="\u0958" * 101))  # comes apart into two


def test_of_very_many_notes_fifty_are_said_and_the_others_counted() -> None:
    items = [{"key": f"{number}", "title": f"T{number}", "link": "file:x"} for number in range(70)]
    notes = read(sealed({"resources.json": items})).notes
    assert (len(notes), notes[50]) == (51, "And 20 more of this kind.")


def test_telephone_numbers_arrive_unchecked() -> None:
    checked = {"checked_on": "2026-11-01", "checked_by": "Somebody else"}
    listing = {"key": "a", "name": "A", "phones": [{"number": "0808"}], **checked}
    pack = read(sealed({"listings.json": [listing], "prisons.json": [{"key": "p", "name": "P", **checked}]}))
    assert [item.extra for item in pack.items] == [{}, {}]
    assert pack.notes[0].startswith("Services arrive unchecked, whatever the pack says")
    assert pack.notes[1].startswith("Prisons arrive unchecked")


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("../../evil.exe", "_.._evil.exe"), ("C:\\x.pdf", "C__x.pdf"), ("CON.pdf", "_CON.pdf"), ("a:b.pdf", "a_b.pdf"),
        ("gpj\u202e.pdf", "gpj.pdf"), ("...", "_"), ("x" * 300 + ".pdf", "x" * 150 + ".pdf"), ("a.pdf. ", "a.pdf"),
        ("letter to parents.pdf", "letter to parents.pdf"), ("ŵyr.pdf", "ŵyr.pdf"),
    ],
)  # fmt: skip
def test_F43_an_attached_file_gets_a_name_every_computer_can_keep(name: str, kept: str) -> None:
    item = {"key": "a", "title": "A", "files": [attached_file(PDF, name)]}
    pack = read(sealed({"resources.json": [item], f"files/{sha(PDF)}": PDF}))
    assert [file.name for file in pack.items[0].files] == [kept]
    assert bool(pack.notes) == (name != kept)


@settings(deadline=None, database=None, max_examples=200)
@given(st.text(min_size=1, max_size=300))
def test_F43_any_name_becomes_one_that_every_computer_can_keep(name: str) -> None:
    said: list[str] = []
    table = tidied("terms", {"key": "a", "use": "b", "files": [attached_file(PDF, name)]}, said.append)
    assert why_unsafe(table["files"][0]["name"]) == ""
    assert bool(said) == (table["files"][0]["name"] != name)


@pytest.mark.parametrize(
    "content", [PDF, zipped({"word/document.xml": b"<w/>"}), zipped({"a.zip": zipped({"../b": b"x"})})]
)
def test_F54_documents_and_zips_are_kept_as_files_and_not_opened(content: bytes) -> None:
    item = {"key": "a", "title": "A", "files": [attached_file(content, "a.docx")]}
    pack = read(sealed({"resources.json": [item], f"files/{sha(content)}": content}))
    assert pack.files == {sha(content): content}
    assert pack.notes == ()
