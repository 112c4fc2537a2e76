"""How large a pack may be, and how its files are called."""

from __future__ import annotations

import re

from champion_app.domain.packs import NOUNS
from champion_app.exchange.safe_zip import MEGABYTE, ZipLimits

FORMAT = "championpack"
VERSION = 1
NEEDS_CHAMPION = "0.1"  # the oldest Champion that reads what we write

MANIFEST = "manifest.json"
RETIRED = "retired.json"
NOUN_FILES = {f"{noun}.json": noun for noun in NOUNS}
ATTACHED = re.compile("files/([0-9a-f]{64})")

# DESIGN 7 and RELIABILITY 6.5: 50 MB as it travels, 200 MB unpacked, 2,000 files, 100 times packed at most.
ZIP = ZipLimits()
LARGEST_ATTACHED = 50 * MEGABYTE
# All JSON files together. About 10,000 things; more would take a small laptop's memory, and so would very many values.
LARGEST_JSON = 25 * MEGABYTE
MOST_VALUES = 2_000_000
MOST_ITEMS = 20_000
MOST_IN_LIST = 1_000  # the tags, telephone numbers or blocks of one thing
LONGEST_TEXT = 100_000
LONGEST_KEY = 200
DEEPEST = 32
MOST_NUMBER = 1_000_000_000
SECONDS = 60  # 50 MB of photographs, each drawn afresh, on a slow laptop


def attached(sha256: str) -> str:
    """The name in the pack of a file with this SHA-256."""
    return f"files/{sha256}"
