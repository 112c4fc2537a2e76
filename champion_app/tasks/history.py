"""Undo and redo, said in words."""

from __future__ import annotations

from champion_app.store.binder import Binder

# What the notice says: "Undone: answer".
TASK_WORDS = {
    "say_who_we_are": "details of your service",
    "start_round": "new round",
    "finish_round": "round finished",
    "answer_criterion": "answer",
    "clear_answer": "answer cleared",
    "note_evidence": "evidence notes",
    "note_reason": "reason",
    "raise_action": "new action",
    "change_action": "changes to an action",
    "add_update": "update on an action",
    "close_action": "action closed",
    "reopen_action": "action reopened",
    "remove_action": "action removed",
    "log_it": "log entry",
    "change_entry": "changes to a log entry",
    "remove_entry": "log entry removed",
    "save_template": "template",
    "remove_template": "template removed",
    "add_listing": "new service",
    "change_listing": "changes to a service",
    "tick_checked": "service checked",
    "untick_checked": "service unchecked",
    "close_listing": "service closed",
    "reopen_listing": "service open again",
    "remove_listing": "service removed",
    "add_prison": "new prison",
    "change_prison": "changes to a prison",
    "tick_prison": "visiting facts checked",
    "untick_prison": "visiting facts unchecked",
    "close_prison": "prison closed",
    "reopen_prison": "prison open again",
    "remove_prison": "prison removed",
    "add_resource": "new resource",
    "change_resource": "changes to a resource",
    "copy_resource": "copy of a resource",
    "tick_resource": "resource checked",
    "untick_resource": "resource unchecked",
    "retire_resource": "resource retired",
    "unretire_resource": "resource in use again",
    "remove_resource": "resource removed",
    "give_out": "resource given out",
    "add_shelf": "new shelf",
    "rename_shelf": "shelf's name",
    "remove_shelf": "shelf removed",
    "put_on_shelf": "resource put on a shelf",
    "take_off_shelf": "resource taken off a shelf",
    "attach_file": "file attached",
    "remove_attachment": "file taken away",
    "word_leaflet": "words of a leaflet",
    "unword_leaflet": "a leaflet's shipped words put back",
    "keep_own_words": "our words kept",
    "copy_leaflet": "new leaflet of your own",
    "remove_leaflet": "leaflet removed",
    "check_text": "leaflet checked",
    "uncheck_text": "leaflet unchecked",
    "give_actions": "actions given to somebody else",
    "hand_out": "leaflets handed out",
    "take_in_list": "list taken in",
    "take_in_pack": "pack taken in",
    "starter_content": "new starter content",
}


def undo(binder: Binder) -> str:
    """Takes back the last thing done and returns its name in words. Raises NothingToUndo."""
    return TASK_WORDS[binder.undo().task]


def redo(binder: Binder) -> str:
    """Brings back the last thing undone and returns its name in words. Raises NothingToUndo."""
    return TASK_WORDS[binder.redo().task]
