"""What a person said about a list: which column is what, on which sheet, and where the headings stand."""

from __future__ import annotations

from collections.abc import Mapping as Table
from dataclasses import dataclass, field
from typing import Any

from champion_app.domain.list_resource_words import RESOURCE_FIELDS
from champion_app.domain.list_service_words import SERVICE_FIELDS
from champion_app.domain.list_words import plain_heading
from champion_app.faults import ListRefused

_KNOWN = ("columns", "sheet", "heading_line")


@dataclass(frozen=True)
class Mapping:
    """``columns`` gives a heading its field, or "" to leave the column out; a heading not named is read as usual.

    ``sheet`` is the one sheet to read (empty: all); ``heading_line`` the line or row of the headings (0: find it).
    """

    columns: dict[str, str] = field(default_factory=dict)
    sheet: str = ""
    heading_line: int = 0

    def field_of(self, heading: str) -> str | None:
        """The field a heading was given, "" when it is to be left out, None when nothing was said about it."""
        if heading in self.columns:
            return self.columns[heading]
        plain = plain_heading(heading)
        return next((name for key, name in self.columns.items() if plain and plain_heading(key) == plain), None)


NO_MAPPING = Mapping()


def mapping_from_table(table: Table[str, Any], fields: Table[str, str] | None = None) -> Mapping:
    """A map file that was parsed already: ``[columns]`` "Heading" = "field", ``sheet`` and ``heading_line``.

    ``fields`` are the names that may be used (SERVICE_FIELDS or RESOURCE_FIELDS; without them, any of either).
    Raises ListRefused for anything else, and names the fields there are.
    """
    for key in table:
        if key not in _KNOWN:
            raise _refused(f"it says “{key}”, which means nothing here", f"Use only: {', '.join(_KNOWN)}.")
    columns, sheet, line = table.get("columns", {}), table.get("sheet", ""), table.get("heading_line", 0)
    if not isinstance(columns, dict) or not all(isinstance(name, str) for pair in columns.items() for name in pair):
        raise _refused(
            "its columns are not a table of headings and fields", 'Write [columns] and lines like "Phone" = "phones".'
        )
    if not isinstance(sheet, str):
        raise _refused("its sheet is not a name", 'Write it like sheet = "Services".')
    if isinstance(line, bool) or not isinstance(line, int) or line < 0:
        raise _refused("its heading_line is not a line number", "Write it like heading_line = 3, or leave it out.")
    mapping = Mapping({heading.strip(): name.strip() for heading, name in columns.items()}, sheet.strip(), line)
    check_fields(mapping, fields if fields is not None else {**SERVICE_FIELDS, **RESOURCE_FIELDS})
    return mapping


def check_fields(mapping: Mapping, fields: Table[str, str]) -> None:
    """Raises ListRefused when a column was given a field that does not exist, and names those that do."""
    for heading, name in mapping.columns.items():
        if name and name not in fields:
            raise _refused(
                f"it gives the column “{heading}” to “{name}”, and there is no such field",
                f"Use one of: {', '.join(fields)}. An empty name leaves a column out.",
            )


def _refused(reason: str, way_out: str) -> ListRefused:
    return ListRefused(name="by its map", reason=reason, way_out=way_out)
