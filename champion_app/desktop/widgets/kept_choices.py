"""What a person has chosen about a list and not taken in yet: kept until they open the same file again."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from champion_app.desktop.drafts import Drafts
from champion_app.domain.list_mapping import Mapping as ColumnMap
from champion_app.domain.taking_in import Decision

Decisions = dict[tuple[str, str], Decision]


class KeptChoices:
    """The columns and decisions of the list that was last open, for one noun."""

    def __init__(self, drafts: Drafts, noun: str) -> None:
        self._drafts, self._name = drafts, f"list {noun}"

    def keep(self, path: Path, mapping: ColumnMap, decisions: Mapping[tuple[str, str], Decision]) -> bool:
        """Keeps what was chosen and says whether there was anything. Raises a disk fault."""
        if not mapping.columns and not mapping.sheet and not decisions:
            self.drop()
            return False
        chosen = [[noun, key, decision.value] for (noun, key), decision in decisions.items()]
        columns = {"columns": mapping.columns, "sheet": mapping.sheet, "heading_line": mapping.heading_line}
        self._drafts.keep(
            self._name, {"file": _mark(path), "mapping": json.dumps(columns), "decisions": json.dumps(chosen)}
        )
        return True

    def of(self, path: Path) -> tuple[ColumnMap, Decisions]:
        """What was chosen about this file, or nothing."""
        kept = self._drafts.find(self._name)
        if kept.get("file") != _mark(path):
            return ColumnMap(), {}
        decisions = {(noun, key): Decision(value) for noun, key, value in json.loads(kept["decisions"])}
        return ColumnMap(**json.loads(kept["mapping"])), decisions

    def drop(self) -> None:
        """The list was taken in, or there is nothing to keep. Raises a disk fault."""
        self._drafts.drop(self._name)


def _mark(path: Path) -> str:
    """Which file this is, and in which state: choices about an older one of the same name are not for it."""
    try:
        known = path.stat()
    except OSError:
        return str(path)
    return f"{path} {known.st_size} {known.st_mtime_ns}"
