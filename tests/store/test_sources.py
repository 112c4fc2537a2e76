"""Sources remember what each edition said of a row, and are part of the history."""

from __future__ import annotations

from datetime import date

from champion_app.store import sources
from champion_app.store.binder import Binder

DAY = date(2026, 11, 22)


def test_a_source_keeps_its_name_through_its_editions(binder: Binder) -> None:
    with binder.atomic("take_in_pack"):
        first = sources.note(binder, "pack", "p-1", "Bristol pack", 1, DAY)
    with binder.atomic("take_in_pack"):
        assert sources.note(binder, "pack", "p-1", "Bristol pack", 2, date(2027, 1, 5)) == first
        assert sources.note(binder, "list", "p-1", "Some list", 1, DAY) != first
    found = sources.find(binder, "pack", "p-1")
    assert found is not None and (found.number, found.day) == (2, date(2027, 1, 5))
    assert sources.find(binder, "pack", "p-2") is None
    binder.undo()
    assert [(source.title, source.number) for source in sources.every(binder, "pack")] == [("Bristol pack", 1)]
    assert sources.every(binder, "list") == []


def test_an_origin_is_written_only_when_something_is_new(binder: Binder) -> None:
    with binder.atomic("take_in_list"):
        number = sources.note(binder, "list", "l", "Council list", 1, DAY)
        sources.add_origin(binder, number, "listings", "a", 7, {"name": "ŵ", "phones": []}, {"later": 1})
    before = binder.last_change()
    known = sources.origins(binder, number)["listings", "a"]
    assert (known.row_id, known.base, known.extra, known.gone) == (7, {"name": "ŵ", "phones": []}, {"later": 1}, False)
    with binder.atomic("take_in_list"):
        sources.change_origin(binder, known, 7, {"phones": [], "name": "ŵ"}, {"later": 1})
    assert binder.last_change() == before
    with binder.atomic("take_in_list"):
        sources.set_gone(binder, known, DAY)
    gone = sources.origins(binder, number)["listings", "a"]
    assert gone.gone
    with binder.atomic("take_in_list"):
        sources.change_origin(binder, gone, 7, known.base, known.extra)
    assert sources.origins(binder, number)["listings", "a"] == known
    assert sources.of_row(binder, "listings", 7) == ["Council list"] and sources.of_row(binder, "resources", 7) == []
    assert sources.keys(binder, number, "listings") == {"a"}
