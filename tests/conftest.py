"""What every test starts from: no screen, nobody's own folders, and the heavy trials only when asked for."""

from __future__ import annotations

# ---- The world the tests run in. Must come before anything imports Qt or platformdirs; leave it at the top.
import atexit
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
_PERSON = tempfile.TemporaryDirectory(prefix="champion-tests-", ignore_cleanup_errors=True)
atexit.register(_PERSON.cleanup)
for _name in ("CACHE_HOME", "CONFIG_HOME", "DATA_HOME", "STATE_HOME", "RUNTIME_DIR", "DOCUMENTS_DIR", "DESKTOP_DIR"):
    _folder = Path(_PERSON.name, _name.lower())
    _folder.mkdir(mode=0o700)
    os.environ[f"XDG_{_name}"] = str(_folder)

import pytest  # noqa: E402


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--heavy", action="store_true", help="also run the heavy trials (minutes)")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out tests marked heavy, unless --heavy was given."""
    if config.getoption("--heavy"):
        return
    heavy = [item for item in items if item.get_closest_marker("heavy")]
    config.hook.pytest_deselected(items=heavy)
    items[:] = [item for item in items if item not in heavy]


# ---- Fixtures shared by all tests go below this line.

# Promise P5: no test makes an internet socket. test_offline.py alone may: it plays the server that nobody may call.
_SOCKETS: list[str] = []


def _note_sockets(event: str, details: tuple[object, ...]) -> None:
    # AF_INET, and AF_INET6 as Linux, Windows and macOS number it; and any name that is looked up.
    inet = event == "socket.__new__" and details[1] in (2, 10, 23, 30)
    if inet or event in ("socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr"):
        _SOCKETS.append(event)


sys.addaudithook(_note_sockets)


@pytest.fixture(autouse=True)
def stays_offline(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fails a test that went online or tried to."""
    _SOCKETS.clear()
    yield
    assert not _SOCKETS or request.path.name == "test_offline.py", f"an internet socket was made: {_SOCKETS}"
