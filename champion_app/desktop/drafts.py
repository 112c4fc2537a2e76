"""Words typed into a dialog that is not finished: kept in the binder until it is, so that nothing typed is lost."""

from __future__ import annotations

import json

from champion_app.store.binder import Binder
from champion_app.tasks import settings


class Drafts:
    """Drafts by the name of the dialog they belong to; each is a small table of field names and texts."""

    def __init__(self, binder: Binder) -> None:
        self._binder = binder

    def keep(self, name: str, fields: dict[str, str]) -> None:
        """Keeps the words of an unfinished dialog. Raises a disk fault."""
        settings.keep_setting(self._binder, f"draft {name}", json.dumps(fields))

    def find(self, name: str) -> dict[str, str]:
        """The words kept, or an empty table."""
        text = settings.setting(self._binder, f"draft {name}")
        found: dict[str, str] = json.loads(text) if text else {}
        return found

    def drop(self, name: str) -> None:
        """The dialog was finished or given up: the draft is not needed."""
        settings.keep_setting(self._binder, f"draft {name}", "")
