"""A second start asks the first window to come forward (F27)."""

from __future__ import annotations

from pathlib import Path

from champion_app.store import doorbell


def test_F27_a_request_is_heard_once(tmp_path: Path) -> None:
    binder = tmp_path / "binder.champion"
    assert not doorbell.rung(binder) and not doorbell.waiting(binder)
    doorbell.ring(binder)
    doorbell.ring(binder)
    assert doorbell.waiting(binder)
    assert doorbell.rung(binder) and not doorbell.rung(binder) and not doorbell.waiting(binder)
    assert list(tmp_path.iterdir()) == []


def test_F27_where_nothing_can_be_left_nothing_is_said(tmp_path: Path) -> None:
    doorbell.ring(tmp_path / "nowhere" / "binder.champion")
    assert not doorbell.rung(tmp_path / "nowhere" / "binder.champion")
