"""Formats in and out (packs, lists, returns). Nothing lives here yet: the room is kept for the packs issue."""
