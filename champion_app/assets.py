"""Finds the files of ``ui/`` and ``resources/``.

The only place that knows where they are in a checkout, in an installed wheel and in the frozen app.
"""

from __future__ import annotations

import sys
from pathlib import Path


def resource(*parts: str) -> Path:
    """A file or folder of ``resources/``, such as ``resource("toolkit")``. That it exists is not checked."""
    return _assets().joinpath("resources", *parts)


def ui(*parts: str) -> Path:
    """A file or folder of ``ui/``, such as ``ui("icons", "print.svg")``. That it exists is not checked.

    Forms are compiled into ``champion_app/desktop/forms`` and are not shipped as files.
    """
    return _assets().joinpath("ui", *parts)


def _assets() -> Path:
    """The folder that holds both. A checkout comes first: an editable install leaves an old copy beside the package."""
    bundle = getattr(sys, "_MEIPASS", None)  # set by PyInstaller
    if bundle is not None:
        return Path(bundle, "champion_app", "_assets")
    package = Path(__file__).resolve().parent
    checkout = package.parent
    if all((checkout / name).exists() for name in ("pyproject.toml", "ui", "resources")):
        return checkout
    return package / "_assets"
