"""Who has read which leaflet text."""

from __future__ import annotations

from datetime import date

from champion_app.domain.text_checks import Reading, TextCheck
from champion_app.store.binder import Binder


def all_checks(binder: Binder) -> list[TextCheck]:
    """Every check, the newest last."""
    return [
        TextCheck(
            id=row["id"],
            template=row["template"],
            what=Reading(row["what"]),
            digest=row["digest"],
            checked_on=date.fromisoformat(row["checked_on"]),
            checked_by=row["checked_by"],
        )
        for row in binder.rows("SELECT * FROM text_checks ORDER BY id")
    ]


def add(binder: Binder, check: TextCheck) -> int:
    """A new check's id; the given id is not used."""
    return binder.insert(
        "text_checks",
        {
            "template": check.template,
            "what": check.what.value,
            "digest": check.digest,
            "checked_on": check.checked_on.isoformat(),
            "checked_by": check.checked_by,
        },
    )


def remove(binder: Binder, check_id: int) -> None:
    """Takes a check back; undo brings it again. Raises NoLongerThere."""
    binder.remove("text_checks", check_id)
