"""Files in the binder: once by content, gone with their resource, back with undo."""

from __future__ import annotations

from datetime import date

from champion_app.domain.resources import ResourceFields
from champion_app.store import attachments, resources
from champion_app.store.binder import Binder

DAY = date(2026, 11, 22)


def _resource(binder: Binder) -> int:
    with binder.atomic("add_resource"):
        return resources.add(binder, ResourceFields("A book"))


def test_a_content_is_kept_once_however_often_it_is_attached(binder: Binder) -> None:
    first, second = _resource(binder), _resource(binder)
    with binder.atomic("attach_file"):
        for number in (first, second):
            file = attachments.keep_file(binder, b"the same", "text/plain", "words")
            attachments.add(binder, file, f"{number}.txt", DAY, resource=number)
        other = attachments.keep_file(binder, b"other", "", "")
        attachments.add(binder, other, "o.bin", DAY, criterion="1.3", note="n")
    assert binder.row("SELECT count(*) FROM files")[0] == 2  # type: ignore[index]
    kept = attachments.of_resource(binder, second)[0]
    assert (kept.name, kept.size, kept.kind, kept.resource, kept.criterion) == ("2.txt", 8, "text/plain", second, "")
    assert attachments.content(binder, kept.sha256) == b"the same"
    evidence = attachments.of_criterion(binder, "1.3")[0]
    assert (evidence.name, evidence.note, evidence.added_on, evidence.resource) == ("o.bin", "n", DAY, 0)
    assert attachments.of_criterion(binder, "1.4") == [] and attachments.one(binder, evidence.id) == evidence


def test_F70_a_resource_takes_its_files_along_and_undo_brings_both_back(binder: Binder) -> None:
    number = _resource(binder)
    with binder.atomic("attach_file"):
        attachments.add(binder, attachments.keep_file(binder, b"\0" * 70_000, "", ""), "zeros", DAY, resource=number)
    before = attachments.of_resource(binder, number)
    with binder.atomic("remove_resource"):
        resources.remove(binder, number)
    assert attachments.of_resource(binder, number) == []
    binder.undo()
    assert attachments.of_resource(binder, number) == before
    assert attachments.content(binder, before[0].sha256) == b"\0" * 70_000


def test_a_file_of_fifty_megabytes_goes_in_and_comes_out(binder: Binder) -> None:
    number, data = _resource(binder), bytes(range(256)) * 195_312
    with binder.atomic("attach_file"):
        attachments.add(binder, attachments.keep_file(binder, data, "", ""), "large", DAY, resource=number)
    assert attachments.content(binder, attachments.of_resource(binder, number)[0].sha256) == data
