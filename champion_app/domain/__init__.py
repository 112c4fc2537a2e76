"""Plain dataclasses and rules. No files, no SQL, no Qt, no PDF."""
