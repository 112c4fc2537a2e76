"""Words that stand nowhere else, planted through real tasks in every field that people write in; and looking for them
in every byte of every file of a folder."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from champion_app.domain.actions import ActionFields
from champion_app.domain.leaflets import LeafletChoices
from champion_app.domain.listings import ListingFields, Phone
from champion_app.domain.log_entries import LogFields, LogTemplate
from champion_app.domain.own_words import HEAD, say
from champion_app.domain.prisons import PrisonFields
from champion_app.domain.resources import ResourceFields
from champion_app.domain.rounds import Answer
from champion_app.domain.services import Service
from champion_app.domain.text_checks import Reading
from champion_app.store.binder import Binder
from champion_app.tasks import (
    actions,
    assessment,
    attachments,
    leaflets,
    listings,
    log_entries,
    own_words,
    papers,
    print_history,
    prisons,
    resources,
    service,
    settings,
    shelves,
    text_checks,
)
from champion_app.tasks.toolkit import load_toolkit

LETTERS = "bcdfghjklmnpqrstvwxz"
LONG_AGO = date(2021, 5, 3)


class Canaries:
    """Makes words and remembers what each was planted in."""

    def __init__(self) -> None:
        # From the first letter on each is another one: the search index keeps only what differs from the word before.
        self._letters = random.Random(2026)
        self.planted: dict[str, str] = {}

    def word(self, where: str) -> str:
        """A new word of twelve letters."""
        made = "".join(self._letters.choice(LETTERS) for _ in range(12))
        self.planted[made] = where
        return made

    def said(self, where: str) -> str:
        """A new sentence."""
        return f"About {self.word(where)} and nobody else."

    def of(self, start: str) -> dict[str, str]:
        """The words planted in what begins so."""
        return {word: where for word, where in self.planted.items() if where.startswith(start)}


def hits(folder: Path, words: Iterable[str]) -> dict[str, list[str]]:
    """In which files of a folder, at any depth, each word stands, in its letters of any size or as UTF-16."""
    contents = [(path.relative_to(folder).as_posix(), path.read_bytes().lower()) for path in _files(folder)]
    names = " ".join(name for name, _ in contents).lower()
    found: dict[str, list[str]] = {}
    for word in words:
        forms = (word.encode(), word.encode("utf-16-le"))
        where = [name for name, content in contents if any(form in content for form in forms)]
        if where or word in names:
            found[word] = where
    return found


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.rglob("*")) if path.is_file())


def plant_old(binder: Binder, canaries: Canaries) -> None:
    """What can be purged by its age: closed actions, log, an old round, evidence, prints, drafts, earlier words."""
    c = canaries
    fields = ("title", "next_step", "evidence", "lead", "budget", "success", "target", "actual")
    plan = ActionFields(**{name: c.said(f"actions {name}") for name in fields})
    action = actions.raise_action(binder, plan, LONG_AGO)
    actions.add_update(binder, action, c.said("action_updates text"), LONG_AGO)
    entry = log_entries.log_it(binder, LogFields(c.said("log what"), LONG_AGO, action=action))
    log_entries.change_entry(binder, entry, LogFields(c.said("log what"), LONG_AGO, action=action))
    actions.change_action(binder, action, replace(plan, title=c.said("actions title")))
    actions.close_action(binder, action, LONG_AGO)
    toolkit = load_toolkit()
    old = assessment.start_round(binder, toolkit, c.said("rounds name"), LONG_AGO)
    assessment.answer_criterion(binder, old, "1.1", Answer.NOT_APPLICABLE, c.said("answers why_not"))
    assessment.note_evidence(binder, old, "1.2", c.said("answers notes"))
    assessment.clear_answer(binder, old, "1.1")
    ready = attachments.ready("evidence.txt", f"Seen. {c.said('files content')}".encode())
    named = replace(ready, name=f"{c.word('attachments name')}.txt")
    attached = attachments.attach(binder, named, criterion="1.2", note=c.said("attachments note"), today=LONG_AGO)
    attachments.open_copy(binder, next(one for one in attachments.of_criterion(binder, "1.2") if one.id == attached))
    gone = attachments.ready("gone.txt", c.said("files taken away").encode())
    attachments.remove_attachment(binder, attachments.attach(binder, gone, criterion="1.3", today=LONG_AGO))
    for draft in ("log entry", "new action", f"update {action}", "first_run"):
        settings.keep_setting(binder, f"draft {draft}", f'{{"words": "{c.said("drafts")}"}}')


def plant_print(binder: Binder, canaries: Canaries) -> int:
    """A leaflet with words of ours and a contact, printed long ago. The words and the contact themselves are gone."""
    c = canaries
    listing = listings.add_listing(
        binder, ListingFields(c.word("prints contact"), phones=(Phone("01632 960999"),)), "Sam", date(2026, 11, 1)
    )
    own = own_words.words_of(binder, "family-arrest")
    beneath = own_words.beneath(binder, "family-arrest")
    own_words.keep_words(binder, "family-arrest", say(own, beneath, "intro", "text", c.said("prints words")))
    template = leaflets.template("family-arrest", binder)
    paper = leaflets.compose_leaflet(binder, template, LeafletChoices(), (listing,))
    words = papers.leaflet_text(paper)
    number = print_history.note_print(binder, template, paper, LeafletChoices(), 3, words)
    assert all(word in words for word in c.of("prints ")), "the print holds what was planted"
    own_words.as_shipped(binder, "family-arrest")
    listings.remove_listing(binder, listing)
    with binder.atomic("note_print", also=frozenset({"prints"})):
        binder.change("prints", number, {"day": LONG_AGO.isoformat()})
    return number


def plant_and_remove_the_rest(binder: Binder, canaries: Canaries) -> None:
    """Everything else that people write: written, and then taken away or written over in the ordinary way."""
    c = canaries
    texts = {name: c.said(f"listings {name}") for name in _TEXTS_OF_A_LISTING}
    number = listings.add_listing(
        binder,
        ListingFields(**texts, phones=(Phone(c.word("listings phones"), c.word("listings phones"), "free"),)),
        c.word("listings checked_by"),
    )
    listings.remove_listing(binder, number)
    lists = {"tags": (c.word("resources tags"),)}
    held = resources.add_resource(
        binder, ResourceFields(**{name: c.said(f"resources {name}") for name in _TEXTS_OF_A_RESOURCE}, **lists)
    )
    note = c.said("attachments note")
    attachments.attach(binder, attachments.ready("a.txt", c.said("files content").encode()), resource=held, note=note)
    shelf = shelves.add_shelf(binder, c.said("shelves name"), held)
    shelves.remove_shelf(binder, shelf)
    resources.remove_resource(binder, held)
    prison = prisons.add_prison(
        binder, PrisonFields(**{name: c.said(f"prisons {name}") for name in _TEXTS_OF_A_PRISON}), "Sam"
    )
    prisons.remove_prison(binder, prison)
    template = log_entries.save_template(binder, LogTemplate(0, c.said("log_templates name"), c.said("templates what")))
    log_entries.remove_template(binder, template)
    title = c.said("own_words name")
    key = own_words.save_as_own(binder, "family-court", title)
    own, beneath = own_words.words_of(binder, key), own_words.beneath(binder, key)
    own_words.keep_words(binder, key, say(own, beneath, HEAD, "subtitle", c.said("own_words words")))
    wanted = leaflets.template("family-money", binder)
    check = text_checks.note_check(binder, wanted, Reading.WORDS, c.word("text_checks checked_by"))
    text_checks.take_back_check(binder, check)
    own_words.remove_own(binder, key)
    before = service.who_we_are(binder)
    planted = {name: c.said(f"service {name}") for name in service.FIELD_WORDS}
    service.say_who_we_are(binder, Service(**{**planted, "type": before.type}))
    actions.remove_action(binder, actions.raise_action(binder, ActionFields("In between")))  # else it is one step
    service.say_who_we_are(binder, before)


_TEXTS_OF_A_LISTING = (
    "name",
    "description",
    "organisation",
    "email",
    "website",
    "hours",
    "address",
    "area",
    "eligibility",
    "ages",
    "languages",
    "cost",
    "how_to_refer",
    "audience",
    "kind",
    "note",
    "also_known_as",
)
_TEXTS_OF_A_RESOURCE = (
    "title",
    "description",
    "author",
    "year",
    "kind",
    "audience",
    "ages",
    "link",
    "licence",
    "status",
    "note",
    "language",
)
_TEXTS_OF_A_PRISON = (
    "name",
    "town",
    "county",
    "region",
    "nation",
    "holds",
    "booking",
    "proof_of_identity",
    "dress",
    "children_may_bring",
    "good_to_know",
    "visits_page",
    "phone",
    "note",
)
