"""Where the files of a binder lie: never in the same folder as another binder's."""

from __future__ import annotations

from pathlib import Path

import pytest

from champion_app.places import backups_of


def test_binders_whose_names_differ_in_the_ending_only_have_a_folder_each(tmp_path: Path) -> None:
    names = ("x.champion", "x", "x.bak", "x.champion.bak", "x.old")
    assert len({backups_of(tmp_path / name) for name in names}) == len(names)
    assert backups_of(tmp_path / "x.champion") == backups_of(tmp_path / "x.Champion") == tmp_path / "x-backups"


@pytest.mark.parametrize("name", ["x", "x.bak"])
def test_a_folder_of_an_earlier_version_is_found_unless_another_binder_can_lay_claim_to_it(
    tmp_path: Path, name: str
) -> None:
    old, other = tmp_path / "x-backups", tmp_path / "x.champion"
    whole = backups_of(tmp_path / name)
    assert whole != old
    old.mkdir()
    assert backups_of(tmp_path / name) == old
    other.write_bytes(b"")
    assert backups_of(tmp_path / name) == whole and backups_of(other) == old
    other.unlink()
    whole.mkdir()
    assert backups_of(tmp_path / name) == whole
