"""The structure that screen readers follow."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pikepdf

from champion_app.paper import blocks
from champion_app.paper.blocks import Document
from champion_app.paper.page import Printed, build

Opened = Callable[[bytes], pikepdf.Pdf]


def nodes(element: pikepdf.Object) -> Iterator[pikepdf.Object]:
    """Structure elements in reading order."""
    yield element
    kids = element.get("/K", pikepdf.Array())
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield from nodes(kid)


def kinds(pdf: pikepdf.Pdf) -> list[str]:
    return [str(node.S)[1:] for node in nodes(pdf.Root.StructTreeRoot.K)]


def test_lists_are_lists(document: Callable[..., Document], opened: Opened) -> None:
    found = kinds(opened(build(document(blocks.Steps(("one", "two\n\nthree")))).pdf))
    assert found == ["Document", "H1", "L", "LI", "Lbl", "LBody", "LI", "Lbl", "LBody", "P", "P"]


def test_tables_name_their_headers(document: Callable[..., Document], opened: Opened) -> None:
    columns = (blocks.Column("Action", 1), blocks.Column("Lead", 1))
    rows = (blocks.Row(("Awareness",), section=True), blocks.Row(("Posters", "Jo")))
    pdf = opened(build(document(blocks.Table(columns, rows, summary="Actions"))).pdf)
    found = kinds(pdf)[2:]
    assert found == ["Table", "THead", "TR", "TH", "TH", "TBody", "TR", "TH", "TR", "TH", "TD"]
    scopes = [str(node.A.Scope) for node in nodes(pdf.Root.StructTreeRoot.K) if str(node.S) == "/TH"]
    assert scopes == ["/Column", "/Column", "/Column", "/Row"]


def test_the_title_comes_first(printed: Printed, opened: Opened) -> None:
    pdf = opened(printed.pdf)
    found = kinds(pdf)
    assert found[:3] == ["Document", "P", "H1"]  # the band, then the title
    assert found.count("H1") == 1


def test_a_language_that_is_none_is_not_claimed(document: Callable[..., Document], opened: Opened) -> None:
    pdf = opened(build(document(blocks.Words("a", language="not a language"), language="?")).pdf)
    assert str(pdf.Root.Lang) == "en-GB"
    assert not [node for node in nodes(pdf.Root.StructTreeRoot.K) if "/Lang" in node]


def test_headings_skip_no_level(document: Callable[..., Document], opened: Opened) -> None:
    found = kinds(opened(build(document(blocks.Heading("a", 3), blocks.Heading("b", 3), blocks.Heading("c"))).pdf))
    assert found == ["Document", "H1", "H2", "H3", "H2"]


def test_a_link_knows_its_words_and_its_place(document: Callable[..., Document], opened: Opened) -> None:
    pdf = opened(build(document(blocks.Contact("Jo", web="https://www.example.org"))).pdf)
    (link,) = (node for node in nodes(pdf.Root.StructTreeRoot.K) if str(node.S) == "/Link")
    note = link.K[1].Obj
    assert str(note.Contents) == "www.example.org"
    numbers = pdf.Root.StructTreeRoot.ParentTree.Nums
    tree = dict(zip((int(key) for key in list(numbers)[::2]), list(numbers)[1::2], strict=True))
    assert tree[int(note.StructParent)].objgen == link.objgen


def test_pictures_and_charts_have_words(printed: Printed, opened: Opened) -> None:
    pdf = opened(printed.pdf)
    figures = [node for node in nodes(pdf.Root.StructTreeRoot.K) if str(node.S) == "/Figure"]
    assert len(figures) >= 5
    assert all(str(figure.Alt) and len(figure.A.BBox) == 4 for figure in figures)


def test_other_languages_say_so(printed: Printed, opened: Opened) -> None:
    pdf = opened(printed.pdf)
    languages = {str(node.Lang) for node in nodes(pdf.Root.StructTreeRoot.K) if "/Lang" in node}
    assert languages == {"ur", "ar", "pa", "bn", "uk"}


def test_every_mark_on_every_page_belongs_to_an_element(printed: Printed, opened: Opened) -> None:
    pdf = opened(printed.pdf)
    numbers = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
    tree = dict(zip((int(key) for key in numbers[::2]), numbers[1::2], strict=True))
    for page in pdf.pages:
        depth, shown, marks = 0, 0, []
        for operands, operator in pikepdf.parse_content_stream(page):
            name = str(operator)
            depth += (name in ("BDC", "BMC")) - (name == "EMC")
            if name == "BDC" and isinstance(operands[1], pikepdf.Dictionary) and "/MCID" in operands[1]:
                marks.append(int(operands[1].MCID))
            if name in ("Tj", "TJ", "f", "S", "s", "B", "Do"):
                shown += 1
                assert depth >= 1, "drawn outside every mark"
        assert shown
        assert marks == list(range(len(tree[int(page.StructParents)])))
        assert str(page.Tabs) == "/S"


def test_repeated_headings_and_page_numbers_are_furniture(document: Callable[..., Document], opened: Opened) -> None:
    rows = tuple(blocks.Row((str(number), "words")) for number in range(80))
    pdf = opened(build(document(blocks.Table((blocks.Column("Head", 1), blocks.Column("Two", 1)), rows))).pdf)
    assert len(pdf.pages) > 1
    assert kinds(pdf).count("THead") == 1
    for page in pdf.pages:
        opened_by = [str(operands[0]) for operands, name in pikepdf.parse_content_stream(page) if str(name) == "BDC"]
        assert "/Artifact" in opened_by


def test_a_paragraph_cut_by_a_page_is_one_element(document: Callable[..., Document], opened: Opened) -> None:
    pdf = opened(build(document(blocks.Words("\n".join(["line"] * 90)))).pdf)
    assert kinds(pdf) == ["Document", "H1", "P"]
    paragraph = list(nodes(pdf.Root.StructTreeRoot.K))[-1]
    assert len(paragraph.K) == len(pdf.pages) == 3


def test_long_documents_have_an_outline(document: Callable[..., Document], opened: Opened) -> None:
    parts = [part for name in "ABC" for part in (blocks.PageBreak(), blocks.Heading(f"Part {name}"))]
    with opened(build(document(*parts)).pdf).open_outline() as outline:
        (title,) = outline.root
        assert [item.title for item in title.children] == ["Part A", "Part B", "Part C"]
