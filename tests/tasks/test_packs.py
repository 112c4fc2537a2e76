"""Packs as files: made from one binder, looked at and taken in by another, edition after edition (T02, F48, F63)."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from champion_app.domain.listings import ListingStatus
from champion_app.domain.packs import NOUNS, Figure, PackItem, Retired, Term
from champion_app.domain.prisons import PrisonFields
from champion_app.domain.resources import ResourceFields
from champion_app.domain.taking_in import Decision, Verdict
from champion_app.exchange.packs import read_pack, write_pack
from champion_app.faults import FolderMissing, NothingToPrint, PackRefused, TooLong, WordsNeeded
from champion_app.store import sources
from champion_app.store.binder import Binder
from champion_app.tasks import attachments, binders, listings, pack_making, packs, resources
from champion_app.tasks.packs import PackChoice
from tests.tasks.editions import attached, everything, pack, service, tracked

PDF = b"%PDF-1.4\n1 0 obj\nour own map\n"


@pytest.fixture
def area(started_binder_file: Path, quick_folder: Path) -> Iterator[Binder]:
    """Another binder: the area lead's."""
    path = Path(shutil.copy(started_binder_file, quick_folder / "area.champion"))
    with closing(binders.open_binder(path)) as opened:
        yield opened


def choice(binder: Binder, **more: object) -> PackChoice:
    return PackChoice("Area pack", "Area team", packs.everything_of_ours(binder), **more)  # type: ignore[arg-type]


def sent(binder: Binder, path: Path, **more: object) -> packs.ReadPack:
    """A pack of everything of ours, saved and read again as another computer does."""
    packs.save_pack(binder, packs.put_together(binder, choice(binder, **more)), path)
    return packs.read(path)


def resource_named(binder: Binder, title: str) -> int:
    return next(one.id for one in resources.pack(binder) if one.fields.title == title)


def listing_named(binder: Binder, name: str) -> int:
    return next(one.id for one in listings.directory(binder) if one.fields.name == name)


def test_a_pack_goes_from_one_binder_into_another(area: Binder, binder: Binder, tmp_path: Path) -> None:
    made = resources.add_resource(area, ResourceFields("Our map", note="Only for us."))
    attachments.attach(area, attachments.ready("map.pdf", PDF), resource=made, note="Only for us.")
    listings.add_listing(area, service("Area helpline", "01632 960170", note="Only for us."))
    read = sent(area, tmp_path / "area.championpack")
    found = packs.look(binder, read)
    assert [(one.item.name, one.verdict) for one in found.preview.proposals] == [
        ("Our map", Verdict.NEW), ("Area helpline", Verdict.NEW)
    ]  # fmt: skip
    before = tracked(binder)
    added = packs.take_in(binder, found, {})
    assert [noun for noun, _ in added] == ["resources", "listings"]
    kept = resources.resource(binder, resource_named(binder, "Our map"))
    assert kept is not None
    assert kept.fields.note == ""
    (file,) = attachments.of_resource(binder, kept.id)
    assert (file.name, file.note, attachments.content_of(binder, file)) == ("map.pdf", "", PDF)
    binder.undo()
    assert tracked(binder) == before


def test_our_own_notes_travel_only_when_they_are_asked_to(area: Binder, tmp_path: Path) -> None:
    made = resources.add_resource(area, ResourceFields("Our map", note="Ring first."))
    attachments.attach(area, attachments.ready("map.pdf", PDF), resource=made, note="The new one.")
    for with_notes, expected in ((False, ("", "")), (True, ("Ring first.", "The new one."))):
        (item,) = packs.put_together(area, choice(area, with_notes=with_notes)).items
        assert isinstance(item.fields, ResourceFields)
        assert (item.fields.note, item.files[0].note) == expected
    assert packs.put_together(area, choice(area, with_files=False)).files == {}


def test_what_is_ours_keeps_its_name_from_the_first_edition_on(area: Binder, binder: Binder, tmp_path: Path) -> None:
    """The first edition has no number yet when it is put together: its keys must be those of the second."""
    made = listings.add_listing(area, service("Area helpline", "01632 960170"))
    packs.take_in(binder, packs.look(binder, sent(area, tmp_path / "1.championpack")), {})
    known = listings.listing(area, made)
    assert known is not None
    listings.change_listing(area, made, replace(known.fields, area="All of it"))
    read = sent(area, tmp_path / "2.championpack")
    assert (read.contents.about.number, pack_making.last_pack(area)) == (2, ("Area pack", 2))
    found = packs.look(binder, read)
    assert [(one.item.name, one.verdict) for one in found.preview.proposals] == [("Area helpline", Verdict.CHANGED)]
    assert found.preview.gone == ()


def test_F63_the_same_edition_again_changes_not_one_byte(area: Binder, binder: Binder, tmp_path: Path) -> None:
    resource = resources.add_resource(area, ResourceFields("Our map"))
    attachments.attach(area, attachments.ready("map.pdf", PDF), resource=resource)
    read = sent(area, tmp_path / "1.championpack")
    packs.take_in(binder, packs.look(binder, read), {})
    before = everything(binder)
    again = packs.look(binder, packs.read(tmp_path / "1.championpack"))
    assert again.again
    assert not packs.moves(again, {})
    assert packs.take_in(binder, again, {}) == []
    assert everything(binder) == before


def test_F63_an_older_edition_is_refused_and_says_so(binder: Binder) -> None:
    item = PackItem("terms", "early-help", Term("early help"))
    packs.take_in(binder, packs.look(binder, pack(item, number=5)), {})
    before = everything(binder)
    with pytest.raises(PackRefused, match="it is edition 3, and you have edition 5 already"):
        packs.look(binder, pack(item, number=3))
    assert everything(binder) == before


def test_F48_starter_things_nobody_touched_follow_the_area_and_edited_ones_ask(area: Binder, binder: Binder) -> None:
    """Both binders began with the same starter content: only what somebody here has edited is worth a question."""
    first, second = listings.directory(area)[:2]
    items = [PackItem("listings", one.key, replace(one.fields, area="Hollin Vale")) for one in (first, second)]
    own = listings.listing(binder, second.id)
    assert own is not None
    listings.change_listing(binder, own.id, replace(own.fields, area="Our street", note="Ask for Friday."))
    found = packs.look(binder, pack(*items))
    assert [one.verdict for one in found.preview.proposals] == [Verdict.CHANGED, Verdict.CLASH]
    packs.take_in(binder, found, {})
    kept = [listings.listing(binder, one.id) for one in (first, second)]
    assert [one.fields.area for one in kept if one] == ["Hollin Vale", "Our street"]
    packs.take_in(binder, packs.look(binder, pack(*items)), {("listings", second.key): Decision.THEIRS})
    kept = [listings.listing(binder, one.id) for one in (first, second)]
    assert [one.fields.area for one in kept if one] == ["Hollin Vale", "Hollin Vale"]
    assert kept[1] is not None
    assert kept[1].fields.note == "Ask for Friday."


def test_a_pack_without_notes_blanks_no_note(binder: Binder) -> None:
    known = next(one for one in listings.directory(binder) if one.fields.note)
    item = PackItem("listings", known.key, replace(known.fields, note="", area="Everywhere"))
    found = packs.look(binder, pack(item))
    assert next(one.verdict for one in found.preview.proposals) in (Verdict.CHANGED, Verdict.CLASH)
    packs.take_in(binder, found, {("listings", known.key): Decision.THEIRS})
    kept = listings.listing(binder, known.id)
    assert kept is not None
    assert (kept.fields.note, kept.fields.area) == (known.fields.note, "Everywhere")


def test_every_noun_can_travel(binder: Binder) -> None:
    items = (
        PackItem("resources", "map", ResourceFields("Our map")),
        PackItem("listings", "line", service("Area helpline")),
        PackItem("figures", "share", Figure("One in ten.", "A survey", "2025", review_by=date(2027, 1, 1))),
        PackItem("prisons", "new", PrisonFields("HMP New", booking="Ring.")),
        PackItem("terms", "tag", Term("electronic tag", ("tag",))),
    )
    assert {item.noun for item in items} | {"leaflet_texts"} == set(NOUNS)
    before = tracked(binder)
    found = packs.look(binder, pack(*items))
    assert len(packs.take_in(binder, found, {})) == len(items)
    again = packs.look(binder, pack(*items))
    assert {one.verdict for one in again.preview.proposals} == {Verdict.SAME}
    binder.undo()
    assert tracked(binder) == before


class TestRetiring:
    """What an area lead takes out of use."""

    ITEMS = (PackItem("resources", "map", ResourceFields("Our map")), PackItem("listings", "line", service("Helpline")))
    RETIRED = (Retired("resources", "map", "The road has moved."), Retired("listings", "line"), Retired("terms", "x"))

    def take(
        self, binder: Binder, number: int, *items: PackItem, retired: tuple[Retired, ...] = ()
    ) -> packs.PackPreview:
        found = packs.look(binder, pack(*items, number=number, retired=retired))
        packs.take_in(binder, found, {})
        return found

    def test_it_goes_out_of_use_and_stays_in_the_binder(self, binder: Binder) -> None:
        self.take(binder, 1, *self.ITEMS)
        before = tracked(binder)
        found = self.take(binder, 2, retired=self.RETIRED)
        assert [(one.name, one.reason, one.done) for one in found.retiring if one.row_id] == [
            ("Our map", "The road has moved.", False), ("Helpline", "", False)
        ]  # fmt: skip
        assert [one.name for one in found.retiring if not one.row_id] == ["x"]
        assert found.preview.gone == (), "it is named once, as retired"
        kept = resources.resource(binder, resource_named(binder, "Our map"))
        assert kept is not None
        assert kept.retired
        closed = listings.listing(binder, listing_named(binder, "Helpline"))
        assert closed is not None
        assert closed.fields.status is ListingStatus.CLOSED
        binder.undo()
        assert tracked(binder) == before

    def test_what_the_champion_puts_back_stays_in_use(self, binder: Binder) -> None:
        self.take(binder, 1, *self.ITEMS)
        self.take(binder, 2, retired=self.RETIRED)
        number = resource_named(binder, "Our map")
        resources.set_retired(binder, number, False)
        for edition in (2, 3):
            found = self.take(binder, edition, retired=self.RETIRED)
            assert [one.done for one in found.retiring if one.row_id] == [True, True]
            kept = resources.resource(binder, number)
            assert kept is not None
            assert not kept.retired

    def test_the_same_edition_again_changes_not_one_byte(self, binder: Binder) -> None:
        self.take(binder, 1, *self.ITEMS)
        self.take(binder, 2, retired=self.RETIRED)
        before = everything(binder)
        assert not packs.moves(packs.look(binder, pack(number=2, retired=self.RETIRED)), {})
        self.take(binder, 2, retired=self.RETIRED)
        assert everything(binder) == before

    def test_a_thing_of_the_starter_content_is_retired_once(self, binder: Binder) -> None:
        known = next(one for one in resources.pack(binder) if one.key)
        gone = (Retired("resources", known.key, "Out of print."),)
        assert [one.done for one in self.take(binder, 1, retired=gone).retiring] == [False]
        resources.set_retired(binder, known.id, False)
        assert [one.done for one in self.take(binder, 2, retired=gone).retiring] == [True]

    def test_our_next_pack_retires_what_the_last_one_had(self, area: Binder, binder: Binder, tmp_path: Path) -> None:
        resources.add_resource(area, ResourceFields("Our map"))
        closed = listings.add_listing(area, service("Helpline", "01632 960170"))
        listings.add_listing(area, service("Never sent", "01632 960171"))
        first = choice(area)
        ours = {**first.rows, "listings": (closed,)}
        packs.save_pack(area, packs.put_together(area, replace(first, rows=ours)), tmp_path / "1.championpack")
        packs.take_in(binder, packs.look(binder, packs.read(tmp_path / "1.championpack")), {})
        resources.set_retired(area, resource_named(area, "Our map"), True)
        for name in ("Helpline", "Never sent"):
            listings.set_status(area, listing_named(area, name), ListingStatus.CLOSED)
        resources.add_resource(area, ResourceFields("Our new map"))
        read = sent(area, tmp_path / "2.championpack")
        assert sorted(one.noun for one in read.contents.retired) == ["listings", "resources"]
        found = packs.look(binder, read)
        packs.take_in(binder, found, {})
        kept = resources.resource(binder, resource_named(binder, "Our map"))
        assert kept is not None
        assert kept.retired
        assert [one.name for one in found.retiring if not one.done] == ["Helpline", "Our map"]


def test_fields_of_a_newer_champion_are_kept_and_sent_on(binder: Binder, tmp_path: Path) -> None:
    item = PackItem("resources", "map", ResourceFields("Our map"), extra={"colour": "blue"})
    packs.take_in(binder, packs.look(binder, pack(item)), {})
    (again,) = packs.put_together(binder, choice(binder)).items
    assert again.extra == {"colour": "blue"}
    read = sent(binder, tmp_path / "a.championpack")
    assert read.contents.items[0].extra == {"colour": "blue"}


def test_ours_is_what_was_added_changed_or_has_a_file_of_ours(binder: Binder) -> None:
    assert packs.everything_of_ours(binder) == dict.fromkeys(NOUNS, ())
    first, second = resources.pack(binder)[:2]
    attachments.attach(binder, attachments.ready("map.pdf", PDF), resource=first.id)
    resources.change_resource(binder, second.id, replace(second.fields, tags=("ours",)))
    added = resources.add_resource(binder, ResourceFields("Zebra"))
    out = resources.add_resource(binder, ResourceFields("Zoo"))
    resources.set_retired(binder, out, True)
    assert packs.everything_of_ours(binder)["resources"] == (first.id, second.id, added)
    offered = {one.row_id: one for one in pack_making.offered(binder, "resources")}
    assert (offered[first.id].files, offered[first.id].size) == (1, len(PDF))
    assert out not in offered


def test_a_pack_needs_a_name_and_something_in_it(binder: Binder) -> None:
    with pytest.raises(NothingToPrint):
        packs.put_together(binder, choice(binder))
    listings.add_listing(binder, service("Area helpline"))
    with pytest.raises(WordsNeeded):
        packs.put_together(binder, PackChoice("  ", "Area team", packs.everything_of_ours(binder)))
    with pytest.raises(WordsNeeded):
        packs.put_together(binder, PackChoice("Pack", "", packs.everything_of_ours(binder)))
    with pytest.raises(TooLong):
        packs.put_together(binder, PackChoice("x" * 121, "Area team", packs.everything_of_ours(binder)))


def test_a_pack_that_cannot_be_saved_is_no_edition(binder: Binder, tmp_path: Path) -> None:
    listings.add_listing(binder, service("Area helpline"))
    made = packs.put_together(binder, choice(binder))
    before = everything(binder)
    with pytest.raises(FolderMissing):
        packs.save_pack(binder, made, tmp_path / "nowhere" / "a.championpack")
    assert everything(binder) == before
    assert pack_making.last_pack(binder) == ("", 0)


def test_our_own_pack_comes_back_as_the_same(binder: Binder, tmp_path: Path) -> None:
    """Somebody opens the file they made themselves: nothing doubles."""
    listings.add_listing(binder, service("Area helpline", "01632 960170", note="Only for us."))
    found = packs.look(binder, sent(binder, tmp_path / "a.championpack"))
    assert [one.verdict for one in found.preview.proposals] == [Verdict.SAME]


def test_F62_a_pack_given_up_half_way_leaves_all_as_it_was(binder: Binder) -> None:
    file = (attached("a.pdf", PDF),)
    items = [PackItem("resources", f"r{n}", ResourceFields(f"Resource {n}"), file) for n in range(50)]
    found = packs.look(binder, pack(*items, files=[PDF], retired=(Retired("terms", "x"),)))
    before = everything(binder)

    def told(done: int, of: int) -> None:
        if done > 30:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        packs.take_in(binder, found, {}, told)
    assert everything(binder) == before


def test_what_was_written_since_the_preview_is_not_lost(binder: Binder) -> None:
    item = PackItem("listings", "line", service("Helpline"))
    packs.take_in(binder, packs.look(binder, pack(item)), {})
    found = packs.look(binder, pack(replace(item, fields=service("Helpline", area="Hull")), number=2))
    number = listing_named(binder, "Helpline")
    known = listings.listing(binder, number)
    assert known is not None
    listings.change_listing(binder, number, replace(known.fields, note="Typed since."))
    before = everything(binder)
    with pytest.raises(PackRefused, match="changed since you looked"):
        packs.take_in(binder, found, {})
    assert everything(binder) == before


def test_two_packs_are_two_sources(binder: Binder) -> None:
    for pack_id in ("north", "south"):
        item = PackItem("terms", f"{pack_id}-x", Term(f"{pack_id} word"))
        packs.take_in(binder, packs.look(binder, pack(item, id=pack_id, title=pack_id.title())), {})
    assert {one.title for one in sources.every(binder, "pack")} == {"North", "South"}


@pytest.mark.heavy
def test_T02_200_items_and_50_megabytes(area: Binder, binder: Binder, tmp_path: Path) -> None:
    """Read from a real file, previewed by name, taken in whole and undone."""
    import random

    chance = random.Random(1)
    for number in range(200):
        made = resources.add_resource(area, ResourceFields(f"Resource {number:03}"))
        content = b"%PDF-1.4\n" + chance.randbytes(245_000)
        attachments.attach(area, attachments.ready(f"file {number}.pdf", content), resource=made)
    path = tmp_path / "area.championpack"
    packs.save_pack(area, packs.put_together(area, choice(area)), path)
    assert path.stat().st_size > 49_000_000
    found = packs.look(binder, packs.read(path))
    assert len(found.preview.of(Verdict.NEW)) == 200
    before = tracked(binder)
    assert len(packs.take_in(binder, found, {})) == 200
    binder.undo()
    assert tracked(binder) == before


def test_the_file_read_is_the_file_written(area: Binder, tmp_path: Path) -> None:
    listings.add_listing(area, service("Area helpline", "01632 960170"))
    made = packs.put_together(area, choice(area))
    write_pack(made, tmp_path / "a.championpack")
    assert read_pack(tmp_path / "a.championpack").items == made.items
