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


class BinderDiskFull(DiskFull):
    """The disk that the binder itself is on."""


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


class NameRefused(Fault):
    happened = "No file on this computer can have that name."
    safe = "Nothing was changed."
    next_step = "Choose a shorter name, with letters, digits and spaces."


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


class PrinterFailed(NoPrinter):
    happened = "The printer did not take the sheets. It may be switched off, out of reach or stopped by a fault."
    next_step = "Print that file when the printer works again, or on another one."


class TooFewLetters(Fault):
    happened = "Type at least {least} letters of the name."
    safe = "Nothing was looked for yet."
    next_step = "A surname finds more than a first name that many people have."


class NoSuchCriterion(Fault):
    happened = "No criterion is called “{words}”."
    safe = "Your words are still there."
    next_step = "Choose one from the list, or empty that field and write the words where they belong."


class NothingPrinted(Fault):
    happened = "Nothing was printed: no printer is in reach, or it did not take the sheet."
    safe = "It was not saved by itself either: it is private, and everything is as it was."
    next_step = "Try another printer, or save it as a PDF where only you can read it, and delete that file afterwards."


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


class BackupFull(Fault):
    happened = "No backup could be made: the disk is full. The newest good backup: {newest}."
    safe = "Your binder and every earlier backup are as they were."
    next_step = "Empty the recycle bin or delete a large file you do not need, then make a backup again."


class BackupFailed(Fault):
    happened = "No backup could be made: {reason}."
    safe = "Your binder and every earlier backup are as they were."
    next_step = "Try again. If it happens again, choose another disk as a second place, and ask IT to look at this one."


class BackupDamaged(Fault):
    happened = "The backup of {when} cannot be used: {reason}."
    safe = "It was refused, and your binder is as it was."
    next_step = "Choose another backup from the list."


class NoBackup(Fault):
    happened = "There is no backup of this binder that can be used."
    safe = "Nothing was changed."
    next_step = "If you kept copies in a second place, such as a stick, plug it in and look there."


class SecondPlaceMissing(Fault):
    happened = "The second place for backups, {folder}, is not there."
    safe = "The backup on this computer is whole, and your work is safe."
    next_step = "Plug in the stick or the drive and copy the backup again, or choose another place."


class SecondPlaceFull(Fault):
    happened = "There is no room for a backup at {folder}."
    safe = "The backup on this computer is whole, and earlier copies there are as they were."
    next_step = "Make room there, or choose another place."


class SecondPlaceFailed(Fault):
    happened = "A backup copied to {folder} did not read back as it was written."
    safe = "That copy was thrown away. The backup on this computer is whole."
    next_step = "Use another stick or drive: this one may be failing."


class SecondPlaceTheSame(Fault):
    happened = "{folder} is where your binder itself is kept."
    safe = "Nothing was changed."
    next_step = "Choose a stick or another drive, so that a copy is left if this computer is lost."


class RestoreFull(Fault):
    happened = "There is no room on the disk to go back to that backup."
    safe = "Your binder is as it was, and so is the backup."
    next_step = "Empty the recycle bin or delete a large file you do not need, then try again."


class RestoreFailed(Fault):
    happened = "Could not go back to that backup: {reason}."
    safe = "Both the binder as it was and the backup are kept."
    next_step = "Try again, or choose “Keep what you had”."


class RestoreUnfinished(Fault):
    happened = "Champion was stopped while it was going back to an earlier backup."
    safe = "Both are still there: the binder as it was, and the backup."
    next_step = "Choose “Finish going back” or “Keep what you had”."


class BinderLocked(Fault):
    happened = "The binder at {path} is locked with a passphrase."
    safe = "Nothing was changed."
    next_step = "Type the passphrase, or the recovery code from your recovery sheet."


class WrongPassphrase(Fault):
    happened = "That is not the passphrase of this binder."
    safe = "The binder is as it was, however often you try."
    next_step = "Look at Caps Lock, or use the recovery code from your sheet. Without either, nobody can open it."


class WrongCode(Fault):
    happened = "That is not the recovery code of this binder."
    safe = "The binder is as it was, however often you try."
    next_step = "Look for the sheet with the newest date, or type the passphrase. Without either, nobody can open it."


class CodeSlip(Fault):
    happened = "There is a slip in the recovery code: {reason}."
    safe = "Nothing was changed."
    next_step = "Compare it with the sheet, group by group. Capitals, spaces and dashes do not matter."


class CodeNotTyped(Fault):
    happened = "That is a recovery code, but not the one on the sheet that was just made."
    safe = "The lock was not changed."
    next_step = "Type the code from the new sheet, and destroy older sheets."


class PassphraseShort(Fault):
    happened = "That passphrase is too short."
    safe = "The lock was not changed."
    next_step = "Use at least {least} letters. A few words in a row are easy to remember."


class HintTells(Fault):
    happened = "The hint gives the passphrase away."
    safe = "The lock was not changed."
    next_step = "Write a hint that only helps you, or leave it empty."


class KeyFileDamaged(Fault):
    happened = "The key file of the binder at {path} is damaged, and so is its copy."
    safe = "Your passphrase is not at fault, and the binder itself is as it was."
    next_step = "{way_out}"


class KeyFileMissing(Fault):
    happened = "The key file of the locked binder at {path} is not there, and nor is its copy."
    safe = "Your passphrase is not at fault, and the binder itself is as it was."
    next_step = "{way_out}"


class LockFailed(Fault):
    happened = "The lock was not changed: {reason}."
    safe = "Your binder is as it was and opens as it did before."
    next_step = "{way_out}"


class ClockDoubtful(Fault):
    happened = "Your computer’s date looks wrong ({day})."
    safe = "Nothing was cleared out."
    next_step = "Put the date right, or say on the page “What we hold” that it is right."


class NameNotTyped(Fault):
    happened = "What was typed is not the name of your service."
    safe = "Nothing was erased."
    next_step = "Type the name exactly as it stands there, or press Cancel."


class WouldGoToo(Fault):
    happened = "The folder {folder} is one of those to be erased."
    safe = "Nothing was erased, and no certificate was made."
    next_step = "Save the certificate somewhere else, such as Documents or a stick."


class NoBackupThere(Fault):
    happened = "There is no backup of Champion in {place}."
    safe = "Nothing was changed."
    next_step = "Look for a folder whose name ends in “-backups” or begins with “Champion backups”, or choose a file."


class TooLargeAtOnce(Fault):
    happened = "That is too large to make in one go: this computer has no memory left for it."
    safe = "Nothing was changed, and no earlier file was harmed."
    next_step = "Close other programs and try again, or make it in parts: one shelf or one statement at a time."


class AnswerNotWritten(Fault):
    happened = "The answer could not be written ({reason})."
    safe = "What was asked for is done; only the answer is missing."
    next_step = "Have the answer written somewhere else, and look with “check” before you ask for the same again."


class KeyFileForeign(KeyFileDamaged):
    happened = "The key file beside the binder at {path} does not open it: one of them is damaged or another binder’s."
    safe = "The binder itself is as it was."


class TooSoon(Fault):
    happened = "A wrong passphrase was typed several times in a row."
    safe = "The binder is as it was, however often you try."
    next_step = "Wait a moment ({seconds} s), then try again."


class BackupsUnreadable(Fault):
    happened = "The folder {folder} cannot be read, so we cannot tell which backups are in it."
    safe = "Nothing was changed."
    next_step = "Ask IT to let you read that folder. If it is on a stick or a shared drive, plug that in again."


class BackupsReadOnly(FolderReadOnly):
    happened = "No backup could be made: Champion may not write to the folder {folder}."
    safe = "Your binder and every earlier backup are as they were."
    next_step = "Ask IT to let you write there, or move the binder to a folder of your own."


class BackupsNotAFolder(BackupFailed):
    happened = "No backup could be made: there is a file at {folder}, where the folder of your backups belongs."
    safe = "Your binder is as it was, and so is that file."
    next_step = "Move that file away or give it another name, then make a backup again."
