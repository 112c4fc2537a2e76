"""The window. The only part of Champion that imports PySide6."""
