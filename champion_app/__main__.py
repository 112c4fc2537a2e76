"""``python -m champion_app`` and the start button: opens the window, or does what the words after it say."""

from __future__ import annotations

import sys

from champion_app.cli import main

if __name__ == "__main__":
    sys.exit(main())
