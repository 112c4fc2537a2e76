"""Expected errors. Each says what happened, what is safe and what to do next, in words a champion can act on.

A ``Fault`` is the world's fault (a full disk, a missing file). Anything else that escapes is a bug.
The three sentences are templates; ``details`` fills them, so that a translation can reorder the words. No detail
carries text typed by the champion.
"""

from __future__ import annotations

from typing import ClassVar


class Fault(Exception):
    """An expected error with its three sentences. Subclasses bring their own words; ``details`` fill the gaps."""

    happened: ClassVar[str] = "Something outside Champion got in the way."
    safe: ClassVar[str] = "Nothing was changed."
    next_step: ClassVar[str] = "Try again."

    def __init__(self, **details: object) -> None:
        self.details = details
        super().__init__(self.sentence())

    def sentences(self) -> tuple[str, str, str]:
        """What happened, what is safe, what to do next: the three parts, filled in."""
        filled = {key: str(value) for key, value in self.details.items()}
        return (
            self.happened.format(**filled),
            self.safe.format(**filled),
            self.next_step.format(**filled),
        )

    def sentence(self) -> str:
        """All three parts on one line."""
        return " ".join(self.sentences())


class BinderMissing(Fault):
    happened = "We cannot find your binder. It was last at {path}."
    safe = "Nothing was changed and no new, empty binder was made."
    next_step = "If it is on a stick or a shared drive, plug that in and try again, or look for it somewhere else."


class BinderNotOurs(Fault):
    happened = "The file {path} is not a Champion binder ({reason})."
    safe = "It was not changed."
    next_step = "Choose another file, or ask whoever gave you this one what it is."


class BinderDamaged(Fault):
    happened = "Part of the binder at {path} is damaged ({reason})."
    safe = "The damaged file was kept exactly as it is."
    next_step = "Copy the file somewhere safe before anything else, then go back to a backup of it if you have one."


class BinderNewer(Fault):
    happened = "This binder was made by a newer version of Champion ({version})."
    safe = "Not one byte of it was changed."
    next_step = "Ask for the newer Champion, and open the binder with that."


class BinderInUse(Fault):
    happened = "This binder is already open in another Champion window, or by another person."
    safe = "Nothing was changed."
    next_step = "Use the window that is already open, or close it there first."


class BinderMoved(Fault):
    happened = "The binder is no longer at {path}. It was moved or renamed while it was open."
    safe = "What was saved before is in the file that was moved, and your words are still on the screen."
    next_step = "Put the file back where it was and try again, or copy your words and open the file where it is now."


class BinderReadOnly(Fault):
    happened = "Champion may not write to the binder at {path}."
    safe = "Everything in it is as it was."
    next_step = "Move the binder to a folder of your own, or ask IT to let you write there."


class BinderExists(Fault):
    happened = "There is already a file at {path}."
    safe = "It was left alone."
    next_step = "Choose another name, or open the binder that is there."


class PathTooLong(Fault):
    happened = "The name of that place is too long for this computer ({length} letters)."
    safe = "Nothing was made there."
    next_step = "Choose a folder with a shorter name."


class DiskFull(Fault):
    happened = "Not saved: the disk is full."
    safe = "Your words are still on the screen and everything saved earlier is safe."
    next_step = "Empty the recycle bin or delete a large file you do not need, then try again."


class DiskFault(Fault):
    happened = "Not saved: the disk reported a fault."
    safe = "Everything saved earlier is still there as far as we can read it."
    next_step = "Copy your binder to another place now, and ask IT to look at this computer."


class FolderMissing(Fault):
    happened = "The folder {folder} is not there."
    safe = "Nothing was changed."
    next_step = "Choose another folder."


class FolderReadOnly(Fault):
    happened = "Champion may not write to the folder {folder}."
    safe = "Nothing was changed."
    next_step = "Choose another folder, such as Documents."


class NotAFile(Fault):
    happened = "{name} is a folder, not a file."
    safe = "Nothing was changed."
    next_step = "Name a file in it, such as leaflet.pdf."


class FileInUse(Fault):
    happened = "The file {name} is open in another program."
    safe = "It was left as it is."
    next_step = "Close it there, or save under another name."


class PaperFailed(Fault):
    happened = "Could not make the file: {reason}."
    safe = "Your words are saved and no earlier file was changed."
    next_step = "Try another folder. If it happens again, tell whoever looks after Champion."


class NothingToPrint(Fault):
    happened = "There is nothing to print yet: {what}."
    safe = "Nothing was made."
    next_step = "{way_out}"


class UnknownName(Fault):
    happened = "There is no {kind} called {name}."
    safe = "Nothing was changed."
    next_step = "Choose one of: {choices}."


class BadDate(Fault):
    happened = "That is not a date we can read."
    safe = "Your words are still there."
    next_step = "Write it like 22 November 2026 or 22/11/2026."


class NoSuchDay(BadDate):
    happened = "{month} {year} has only {days} days."
    next_step = "Write a day from 1 to {days}."


class YearOutOfRange(BadDate):
    happened = "{year} does not look like the year you mean."
    next_step = "Write a year between 2000 and 2100."


class ReasonNeeded(Fault):
    happened = "“Not for us” needs a reason."
    safe = "Your earlier answer still stands."
    next_step = "Write a few words: why does this one not apply to your service?"


class WordsNeeded(Fault):
    happened = "{field} is empty."
    safe = "Nothing was saved yet."
    next_step = "Write a few words there first."


class NumberNeeded(Fault):
    happened = "{field} should be a whole number."
    safe = "Your words are still there."
    next_step = "Write digits only, such as 12, or leave it empty."


class TooLong(Fault):
    happened = "That is too long for {field}: {length} letters."
    safe = "Your words are still on the screen. Nothing was saved over."
    next_step = "Keep it under {limit} letters, or put the long text in a document of its own."


class NothingToUndo(Fault):
    happened = "There is nothing left to undo."
    safe = "Everything is as you see it."
    next_step = "You can still change anything by hand."


class NoLongerThere(Fault):
    happened = "That line is no longer in the binder."
    safe = "Nothing else was changed."
    next_step = "If it was removed by mistake, press Undo."


class NoPrinter(Fault):
    happened = "This computer has no printer it can reach."
    safe = "It was saved as a PDF at {path}."
    next_step = "Print that file when you are back at a printer."


class ListRefused(Fault):
    happened = "We could not read the list {name}: {reason}."
    safe = "Nothing was taken in, and your binder is as it was."
    next_step = "{way_out}"


class PackRefused(Fault):
    happened = "{name} is not a pack we can take in: {reason}."
    safe = "Nothing was taken in, and your binder is as it was."
    next_step = "{way_out}"


class AttachmentRefused(Fault):
    happened = "{name} was not attached: {reason}."
    safe = "Everything else is as it was."
    next_step = "{way_out}"


class NoScreen(Fault):
    happened = "There is no screen here to open a window on."
    safe = "Nothing was changed."
    next_step = "Type ./run demo to see Champion without a screen."
