"""What goes into a pack comes out of it: any contents, unknown fields too, and always in the same bytes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from champion_app.domain.leaflets import ITEM_KINDS, SIZES_OF, BlockKind
from champion_app.domain.listings import PRINT_RULE_WORDS, ListingFields, ListingStatus, Phone
from champion_app.domain.packs import (
    NOUNS,
    Figure,
    LeafletText,
    PackAbout,
    PackContents,
    PackFile,
    PackItem,
    Retired,
    Term,
)
from champion_app.domain.prisons import PrisonFields, PrisonStatus
from champion_app.domain.resources import ResourceFields
from champion_app.domain.typed_text import clean
from champion_app.exchange.pack_tables import known_names
from champion_app.exchange.safe_names import why_unsafe
from tests.exchange.pack_samples import in_order, read, sample, sha, written

letters = st.characters(exclude_categories=["Cs"], exclude_characters="\0")
words = st.text(letters, max_size=40).map(clean)
lines = words.map(lambda text: " ".join(text.split()))
names = lines.filter(bool)
days = st.dates(date(1000, 1, 1), date(2999, 12, 31))
links = st.sampled_from(["", "https://example.org/ŵ?a=b#c", "www.example.org", "mailto:a@example.org", "tel:0808"])
line_lists = st.lists(lines, max_size=3).map(tuple)
values = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**63) + 1, 2**63 - 1) | st.floats(allow_nan=False, allow_infinity=False)
    | words,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words, inner, max_size=3),
    max_leaves=6,
)  # fmt: skip
blobs = st.binary(max_size=60).map(lambda content: b"%PDF-1.4" + content)
file_names = names.map(lambda name: f"{name[:60]}.pdf").filter(lambda name: not why_unsafe(name))

resources = st.builds(
    ResourceFields,
    title=names, description=words, author=lines, year=lines, kind=lines, audience=lines, ages=lines,
    stages=line_lists, statements=st.lists(st.integers(1, 8), max_size=3).map(tuple),
    criteria=st.lists(st.sampled_from(["1.1", "2.4", "8.6"]), max_size=2).map(tuple), link=links, licence=lines,
    status=lines, note=words, language=lines, nations=line_lists, tags=line_lists,
)  # fmt: skip
phones = st.lists(st.builds(Phone, number=names, label=lines, cost=lines), max_size=3).map(tuple)
listings = st.builds(
    ListingFields,
    name=names, description=words, organisation=lines, phones=phones, email=lines, website=links, hours=words,
    address=words, area=lines, eligibility=words, ages=lines, languages=lines, cost=lines, how_to_refer=words,
    audience=lines, kind=lines, note=words, print_rule=st.sampled_from([*PRINT_RULE_WORDS]),
    status=st.sampled_from(ListingStatus), also_known_as=lines,
)  # fmt: skip
figures = st.builds(
    Figure, text=words.filter(str.strip), source=words.filter(str.strip), year=names, value=lines, counts=words,
    source_url=links, review_by=st.none() | days, note=words,
)  # fmt: skip
prisons = st.builds(
    PrisonFields,
    name=names, town=lines, county=lines, region=lines, nation=lines, holds=lines, types=line_lists, booking=words,
    proof_of_identity=words, dress=words, children_may_bring=words, good_to_know=words, visits_page=links, phone=lines,
    note=words, status=st.sampled_from(PrisonStatus),
)  # fmt: skip
terms = st.builds(Term, use=names, also=line_lists, note=words)


def extras(*known: str) -> st.SearchStrategy[dict[str, Any]]:
    return st.dictionaries(words.filter(lambda name: name not in known), values, max_size=2)


@st.composite
def templates(draw: st.DrawFn) -> dict[str, Any]:
    """Any leaflet or poster text that can be printed."""
    kind = draw(st.sampled_from(["leaflet", "poster"]))
    sizes = SIZES_OF[kind]
    blocks = []
    for number in range(draw(st.integers(1, 3))):
        shape = draw(st.sampled_from([one for one in BlockKind if kind == "leaflet" or one not in LEAFLET_ONLY]))
        block: dict[str, Any] = {"id": f"block {number}", "kind": shape.value}
        if shape is BlockKind.LINES:
            block |= {"columns": draw(st.lists(lines, min_size=1, max_size=3)), "empty_rows": draw(st.integers(0, 9))}
        elif shape in ITEM_KINDS:
            block["items"] = draw(st.lists(words.filter(str.strip), min_size=1, max_size=3))
        else:
            block |= {"text": draw(words.filter(str.strip)), "simple": draw(words), "volatile": draw(st.booleans())}
        if draw(st.booleans()):
            block["review_by"] = draw(days).isoformat()
        blocks.append(draw(extras(*BLOCK)) | block)
    made = {name: draw(names) for name in ("edition", "title", "discreet_title", "audience", "stage")}
    made["id"] = "any"
    made |= {name: draw(lines) for name in ("subtitle", "discreet_subtitle", "draft")}
    return draw(extras(*made, "reading_age", "nations", "sizes", "language", "blocks", "kind", "summary")) | made | {
        "kind": kind,
        "summary": draw(words),
        "language": draw(st.sampled_from(["en", "cy", "pl", "ku-Arab"])),
        "nations": draw(st.lists(lines, max_size=2)),
        "sizes": [size.value for size in draw(st.lists(st.sampled_from(sizes), min_size=1, max_size=2))],
        "blocks": blocks,
    }  # fmt: skip


BLOCK = ("id", "kind", "text", "items", "simple", "simple_items", "discreet", "suggest", "fact_ids", "source",
         "review_by", "volatile", "figure", "flyer", "columns", "empty_rows")  # fmt: skip
LEAFLET_ONLY = (*ITEM_KINDS, BlockKind.CONTACTS, BlockKind.LINES, BlockKind.PRISON, BlockKind.SAFEGUARDING,
                BlockKind.CARRIED)  # fmt: skip
FIELDS: dict[str, st.SearchStrategy[Any]] = {
    "resources": resources,
    "listings": listings,
    "leaflet_texts": st.builds(LeafletText, template=templates(), checked_by=lines),
    "figures": figures,
    "prisons": prisons,
    "terms": terms,
}
CHECKS = ("checked_on", "checked_by")  # dropped on purpose


@st.composite
def contents(draw: st.DrawFn) -> PackContents:
    """Any pack that a Champion could hold."""
    items, files = [], {}
    for noun, key in draw(st.sets(st.tuples(st.sampled_from(NOUNS), names), max_size=5)):
        attached = []
        for name, content in draw(st.lists(st.tuples(file_names, blobs), max_size=2)):
            files[sha(content)] = content
            attached.append(PackFile(name, sha(content), draw(words)))
        extra = draw(extras(*known_names(noun), *CHECKS))
        fields = draw(FIELDS[noun])
        if isinstance(fields, LeafletText):  # one text of a name and language, as there is one of a key
            fields = replace(fields, template={**fields.template, "id": key.encode("utf-8", "surrogatepass").hex()})
        items.append(PackItem(noun, key, fields, tuple(attached), extra))
    there = {(item.noun, item.key) for item in items}
    gone = draw(st.sets(st.tuples(st.sampled_from(NOUNS), names), max_size=2)) - there
    about = PackAbout(draw(names), draw(names), draw(names), draw(st.integers(1, 10**9)), draw(days), draw(words))
    return PackContents(about, tuple(items), tuple(Retired(*one, draw(words)) for one in sorted(gone)), files)


ANY = settings(deadline=None, database=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


@settings(ANY, max_examples=100)
@given(contents())
def test_what_goes_in_comes_out(pack: PackContents) -> None:
    assert read(written(pack)) == in_order(pack)


@settings(ANY, max_examples=20)
@given(contents(), st.randoms(use_true_random=False))
def test_the_same_contents_have_the_same_bytes(pack: PackContents, chance: Any) -> None:
    items = list(pack.items)
    chance.shuffle(items)
    shuffled = replace(pack, items=tuple(items), files=dict(reversed(pack.files.items())), notes=("said in reading",))
    assert written(shuffled) == written(pack)


def test_unknown_fields_survive_reading_and_writing_again() -> None:
    pack = written(sample())
    once = read(pack)
    assert once == in_order(sample())
    assert once.items[0].extra == {"colour": {"cover": ["blue", 1, 2.5, None, True]}}
    assert written(once) == pack


def test_each_noun_came_through() -> None:
    assert [item.noun for item in read(written(sample())).items] == list(NOUNS)
