"""Files from outside, made on the spot, and an ear for how they are refused."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterable

import pytest

from champion_app.faults import Fault

Refused = Callable[..., str]
ZipOf = Callable[..., bytes]


@pytest.fixture(scope="session")
def refused() -> Refused:
    """Calls something that must be refused, and gives the reason; the way out must be there, too."""

    def reason(kind: type[Fault], call: Callable[..., object], *words: object, **named: object) -> str:
        with pytest.raises(kind) as caught:
            call(*words, **named)
        assert type(caught.value) is kind
        assert set(caught.value.details) == {"name", "reason", "way_out"}
        assert str(caught.value.details["way_out"]).endswith(".")
        return str(caught.value.details["reason"])

    return reason


@pytest.fixture(scope="session")
def zip_of() -> ZipOf:
    """A zip file's bytes, of names (or ZipInfos) and contents."""

    def make(members: Iterable[tuple[str | zipfile.ZipInfo, bytes]], packing: int = zipfile.ZIP_DEFLATED) -> bytes:
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", packing) as archive:
            for name, content in members:
                archive.writestr(name, content)
        return out.getvalue()

    return make
