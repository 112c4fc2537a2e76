"""Words for a tooltip, shown as they are: Qt takes a tooltip that looks like HTML for HTML, and opens what it names."""

from __future__ import annotations

import html


def plain_tip(words: str) -> str:
    """The same words for ``setToolTip``, whoever wrote them: ``<img src=...>`` is shown and never read."""
    if "<" not in words:
        return words
    return "<qt>" + html.escape(words).replace("\n", "<br>") + "</qt>"
