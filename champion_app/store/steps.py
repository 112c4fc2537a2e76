"""The names of the migration steps this version knows, apart from the steps so that a start need not load them."""

from __future__ import annotations

NAMES = frozenset({"0001_first_binder", "0002_pack_and_directory", "0003_leaflet_studio"})
