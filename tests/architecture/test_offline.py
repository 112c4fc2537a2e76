"""Promise P5: nothing leaves this laptop by itself. Proved by going everywhere and doing everything, and listening.

Links are opened only on a click and only after the whole address was shown: tests/desktop/test_find_help_page.py
(F52), tests/desktop/test_resources_page.py. That no module imports what could go online: test_static_rules.py. That no
test of the whole suite makes an internet socket: the hook in tests/conftest.py.
"""

from __future__ import annotations

import csv
import io
import json
import os
import re
import shutil
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.exchange.pack_samples import sealed

ROOT = Path(__file__).resolve().parents[2]
TOUR = Path(__file__).with_name("offline_tour.py")
PRINTERS = re.compile(r"sin_port=htons\(631\), sin_addr=inet_addr\(\"127\.0\.0\.1\"\)|sin6_port=htons\(631\).*\"::1\"")
SHORT = ("home", "resources", "leaflets")  # the pages of the short tour; all of them are toured with --heavy


class Canary:
    """A server on this computer that the hostile files name. It only counts who comes."""

    def __init__(self) -> None:
        self.calls = 0
        self._server = socket.create_server(("127.0.0.1", 0))
        self.address = f"127.0.0.1:{self._server.getsockname()[1]}"
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        while True:
            try:
                caller, _ = self._server.accept()
            except OSError:
                return
            self.calls += 1
            caller.close()

    def close(self) -> None:
        self._server.close()


@pytest.fixture
def canary() -> Iterator[Canary]:
    made = Canary()
    yield made
    made.close()


def hostile_files(folder: Path, canary: str) -> None:
    """A list and a pack whose every field names the canary in a way that some program somewhere would follow."""
    picture = folder / "canary.png"
    shutil.copy(ROOT / "tests" / "architecture" / "test_offline.py", picture)  # any bytes: it is never to be opened
    page, link = f"http://{canary}/canary", "https://canary.champion.invalid/a?b=c"
    words = [
        f'<img src="{page}.png">', f'<img src="{picture.as_uri()}">', f"<img src='{picture}'>",
        f"<a href='{page}'>x</a>", f'=WEBSERVICE("{page}")', f'=HYPERLINK("{page}")', f"![x]({page}.png)",
        f"<script src='{page}.js'></script>", f"@import url({page}.css)", f"\\\\{canary}\\share",
        f'<!DOCTYPE x SYSTEM "{page}.dtd">', f"<link rel=stylesheet href={page}.css>",
        f'<body background="{page}.png">', f"<table background='{picture}'>",
    ]  # fmt: skip
    table = io.StringIO()
    rows = csv.writer(table)
    rows.writerow(["Service name", "Organisation", "Telephone", "Description", "Website"])
    rows.writerows(
        [f"Service {n} {one}", one, f"0117 496 00{n:02}", "\n".join(words), page] for n, one in enumerate(words)
    )
    (folder / "hostile.csv").write_text(table.getvalue(), encoding="utf-8", newline="")
    resources = [
        {"key": f"r{n}", "title": f"{one} {n}", "description": "\n".join(words), "link": link, "tags": [one[:60]]}
        for n, one in enumerate(words)
    ]
    listings = [
        {"key": f"l{n}", "name": f"{one} {n}", "description": "\n".join(words), "website": link}
        for n, one in enumerate(words)
    ]
    about = {"title": words[0], "publisher": words[1], "description": "\n".join(words)}
    pack = sealed({"resources.json": resources, "listings.json": listings}, **about)
    (folder / "hostile.championpack").write_bytes(pack)


def tour(folder: Path, canary: str, pages: Sequence[str] = (), before: Sequence[str] = ()) -> dict[str, Any]:
    """Runs the tour in a process of its own, in folders of its own; ``before`` are words to start it with."""
    hostile_files(folder, canary)
    own = {}
    for name in ("TMPDIR", "HOME", "XDG_DATA_HOME", "XDG_DOCUMENTS_DIR", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
        (folder / "own" / name).mkdir(parents=True)
        own[name] = str(folder / "own" / name)
    environment = {**os.environ, **own, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    command = [*before, sys.executable, str(TOUR), str(folder), canary, *pages]
    run = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr[-3_000:]
    found: dict[str, Any] = json.loads(run.stdout.splitlines()[-1])
    return found


class Toured:
    """What one tour showed: to the hook inside it, to strace around it, and to the canary."""

    def __init__(self, folder: Path, pages: Sequence[str]) -> None:
        self.folder = folder
        canary = Canary()
        self.trace = folder / "calls"
        traced = ["strace", "-f", "--seccomp-bpf", "-qq", "-e", "trace=socket,connect,openat", "-o", str(self.trace)]
        self.traced = shutil.which("strace") is not None and _may_trace(folder)
        try:
            self.found = tour(folder, canary.address, pages, traced if self.traced else ())
        finally:
            self.calls = canary.calls
            canary.close()

    def lines(self, call: str) -> list[str]:
        """The system calls of one name."""
        if not self.traced:
            pytest.skip("strace cannot be used here")
        with self.trace.open(encoding="utf-8", errors="replace") as lines:
            return [line for line in lines if f" {call}(" in line]


def _may_trace(folder: Path) -> bool:
    return (
        subprocess.run(["strace", "-o", str(folder / "may"), "true"], capture_output=True, check=False).returncode == 0
    )


@pytest.fixture(scope="module")
def toured(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Toured:
    """The short tour; with --heavy every page and every dialog."""
    pages = () if request.config.getoption("--heavy") else SHORT
    return Toured(tmp_path_factory.mktemp("tour"), pages)


def test_the_tour_goes_everywhere(toured: Toured, request: pytest.FixtureRequest) -> None:
    found = toured.found
    assert found["slips"] == []
    assert found["taken"] >= 3 * 14 and found["papers"] > 40 and found["tips"] > 0
    assert found["pressed"] > (100 if request.config.getoption("--heavy") else 40)
    assert {"QuestionDialog", "QFileDialog", "ResourceDialog", "PrintHistoryDialog"} <= set(found["dialogs"])
    assert found["asked"] >= 6, "no link was pressed"


def test_nothing_that_leads_out_is_done(toured: Toured) -> None:
    assert toured.found["seen"] == []


def test_nobody_comes_to_the_server_that_hostile_files_name(toured: Toured) -> None:
    assert toured.calls == 0


def test_the_canary_would_count(tmp_path: Path) -> None:
    canary = Canary()
    try:
        caller = socket.create_connection(("127.0.0.1", int(canary.address.partition(":")[2])), timeout=5)
    except OSError:
        canary.close()
        pytest.skip("this computer cannot even call itself")  # as in a network namespace with nothing in it
    with caller:
        assert caller.recv(1) == b""  # it hung up, so it has counted
    assert canary.calls == 1
    canary.close()


def internet_sockets(opened: Sequence[str], connected: Sequence[str]) -> list[str]:
    """The calls that made or used an internet socket, but for asking this computer's own print service (port 631)."""
    printing = [line for line in connected if PRINTERS.search(line)]
    other = [line for line in connected if "AF_INET" in line and line not in printing]
    made = [line for line in opened if re.search(r"socket\(AF_INET6?\b", line)]
    return other + (made[len(printing) :] if len(made) > len(printing) else [])


def test_the_system_is_asked_for_no_internet_socket(toured: Toured) -> None:
    assert internet_sockets(toured.lines("socket"), toured.lines("connect")) == []


def test_an_internet_socket_would_be_found() -> None:
    opened = ["7 socket(AF_INET, SOCK_STREAM|SOCK_CLOEXEC, IPPROTO_IP) = 3"]
    assert internet_sockets(opened, []) == opened
    away = ['7 connect(3, {sa_family=AF_INET, sin_port=htons(443), sin_addr=inet_addr("93.184.216.34")}, 16) = 0']
    assert internet_sockets(opened, away)
    printer = ['7 connect(3, {sa_family=AF_INET, sin_port=htons(631), sin_addr=inet_addr("127.0.0.1")}, 16) = 0']
    assert internet_sockets(opened, printer) == []
    assert internet_sockets([*opened, *opened], printer) == opened
    assert internet_sockets(["7 socket(AF_UNIX, SOCK_STREAM, 0) = 3"], []) == []


def test_F51_the_picture_that_hostile_files_name_is_opened_by_nobody(toured: Toured) -> None:
    assert [line for line in toured.lines("openat") if "canary.png" in line] == []
    assert len(toured.lines("openat")) > 1_000, "the trace saw nothing"


def test_no_part_that_goes_online_is_loaded(toured: Toured) -> None:
    # Python's own xml.sax loads urllib.request; nobody of ours and no library may ask for it.
    own = str(Path(os.__file__).parent)
    ours = [line for line in toured.found["loaded"] if own not in line or "site-packages" in line]
    assert ours == []
    online = ("Network", "WebEngine", "WebView", "Multimedia", "Sql", "Qml", "Quick")
    assert [name for name in toured.found["libraries"] if any(part in name for part in online)] == []


def test_F32_nothing_is_left_or_needed_in_the_folder_for_temporary_files(toured: Toured) -> None:
    temporary = toured.folder / "own" / "TMPDIR"
    assert list(temporary.rglob("*")) == []
    # openpyxl builds a sheet there and takes it away again; a probe of the folder itself comes before it.
    others = [name for name in toured.found["temporary"] if "openpyxl." not in name and Path(name).parent == temporary]
    assert len(others) <= 1, others


# ---------------------------------------------------------------- where there is no network at all

_SUBSET = ("tests/store/test_connection.py", "tests/exchange/test_packs.py", "tests/paper/test_write.py")


def without_network(*words: str) -> subprocess.CompletedProcess[str]:
    """Runs a part of the suite where this process sees no network: not even this computer's own."""
    command = ["unshare", "-rn", sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *words]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


@pytest.fixture
def namespaces() -> None:
    able = shutil.which("unshare") and subprocess.run(["unshare", "-rn", "true"], capture_output=True, check=False)
    if not able or able.returncode:
        pytest.skip("no empty network can be made here")


@pytest.mark.usefixtures("namespaces")
def test_a_part_of_the_suite_passes_without_any_network() -> None:
    run = without_network("-n0", *_SUBSET)
    assert run.returncode == 0, run.stdout[-3_000:]


@pytest.mark.heavy
@pytest.mark.usefixtures("namespaces")
def test_the_whole_suite_passes_without_any_network() -> None:
    run = without_network("-n", "2", "--deselect", "tests/architecture/test_offline.py", "tests")
    assert run.returncode == 0, run.stdout[-3_000:]


@pytest.mark.heavy
@pytest.mark.usefixtures("namespaces")
def test_the_tour_goes_everywhere_without_any_network(tmp_path: Path) -> None:
    found = tour(tmp_path, "127.0.0.1:9", (), ("unshare", "-rn"))
    assert found["seen"] == [] and found["slips"] == []
