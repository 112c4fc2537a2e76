"""The first step of taking a list in: which file or folder, and what kinds of list Champion can read."""

from __future__ import annotations

from champion_app.desktop.theme import Theme
from champion_app.desktop.widgets.file_choice import FileChoice
from champion_app.desktop.words import tr


def list_choice(theme: Theme, noun: str) -> FileChoice:
    """The card for a list of "listings" or "resources"."""
    if noun == "listings":
        words = tr(
            "A council's or a network's list of services: Excel, CSV, or an Open Referral file, folder or zip. "
            "You can also drop it here. Nothing comes into your binder before you have seen each line."
        )
    else:
        words = tr(
            "A list of books, leaflets, films and other resources: Excel or CSV. You can also drop it here. "
            "Nothing comes into your binder before you have seen each line."
        )
    kinds = tr("Lists (*.csv *.tsv *.txt *.xlsx *.xlsm *.json *.zip)") + ";;" + tr("All files (*)")
    return FileChoice(theme, tr("Which list?"), words, kinds, folders=noun == "listings")
