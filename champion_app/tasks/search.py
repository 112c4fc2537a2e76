"""Searching everything: the rows of the binder, the leaflets and the criteria; old and new names; slips of the hand."""

from __future__ import annotations

from dataclasses import dataclass

from champion_app.domain.listings import CheckState
from champion_app.domain.resources import age_range
from champion_app.domain.search_ranking import Document, Hit, Ranker, rarity
from champion_app.domain.search_words import Group, OtherNames, Question, fold, understand, words_of
from champion_app.domain.toolkit import Toolkit
from champion_app.store import pack_texts, search
from champion_app.store import service as service_store
from champion_app.store.binder import Binder
from champion_app.store.search import Among
from champion_app.tasks import leaflets, listings
from champion_app.tasks.toolkit import load_toolkit

# How many candidates are ranked, at most: those found by their titles, and those found by their words.
IN_TITLES, IN_WORDS = 60, 40
# With fewer hits than this other names are looked for, and then rows in which not every word occurs.
ENOUGH = 5
_RAREST = 4  # groups that a search with too many words is tried with
_SHORT = 5  # letters
_SURE = 0.74  # how alike a correction must be


@dataclass(frozen=True)
class Found:
    """What a search found, best first, and what was done to find it."""

    hits: tuple[Hit, ...] = ()
    corrected: tuple[tuple[str, str], ...] = ()  # what was typed, what was looked for instead
    notes: tuple[str, ...] = ()  # "Boards were replaced by partnerships in England."
    loose: bool = False  # some hits do not have every word


NOTHING = Found()


class Finder:
    """Searches one binder. Keeps what a keystroke must not read again: names, shipped texts, the vocabulary."""

    def __init__(self, binder: Binder, toolkit: Toolkit | None = None) -> None:
        self._binder = binder
        self._toolkit = toolkit
        self._at = -1
        self._names = OtherNames(())
        self._shipped: list[Document] | None = None
        self._vocabulary: dict[str, int] | None = None

    def find(self, typed: str, limit: int = 30, among: Among | None = None) -> Found:
        """What fits best, best first; nothing for an empty search. Any text is safe.

        ``among`` keeps to rows of one kind. Every word should occur; where hardly anything has them all, other names
        are tried, then rows with the rarest of the words. A word nobody ever wrote is corrected, and that is said.
        """
        self._look_again()
        question = understand(typed, self._names)
        if not question.groups:
            return NOTHING
        by_number = self._by_number(typed, among)
        if by_number:
            return Found(tuple(by_number[:limit]))
        corrected = self._corrections(question) if not question.short else {}
        if corrected:
            question = understand(" ".join(corrected.get(word, word) for word in words_of(typed)), self._names)
        strict = self._ranked(question, among, loose=False)
        loose: list[Document] = []
        if len(strict) < (1 if question.unfinished else ENOUGH) and len(question.groups) > 1:
            known = {(document.kind, document.id) for document in strict}
            ranked = self._ranked(question, among, loose=True)
            loose = [document for document in ranked if (document.kind, document.id) not in known]
        ranker = Ranker(question)
        hits = [
            Hit(document.kind, document.id, document.title, ranker.snippet(document))
            for document in (strict + loose)[:limit]
        ]
        notes = tuple(dict.fromkeys(group.note for group in question.groups if group.note))
        return Found(tuple(hits), tuple(corrected.items()), notes, bool(loose))

    def _by_number(self, typed: str, among: Among | None) -> list[Hit]:
        """Services with these digits in a telephone number, however it is spaced; nothing for what is no number."""
        if among is not None:
            return []
        found = listings.some(self._binder, listings.by_number(self._binder, typed, CheckState))
        return [
            Hit("listing", one.id, one.fields.name, ", ".join(phone.number for phone in one.fields.phones))
            for one in found
        ]

    def count(self, typed: str, among: Among | None = None) -> int:
        """In how many rows every word occurs, counted up to a thousand."""
        self._look_again()
        question = understand(typed, self._names)
        if not question.groups:
            return 0
        return search.how_common(self._binder, question.expression(widened=False), among)

    def _ranked(self, question: Question, among: Among | None, *, loose: bool) -> list[Document]:
        weights: dict[str, float] = {}
        if loose:
            everything = search.everything(self._binder)
            how_common = {group: self._how_common(group, among) for group in question.groups}
            weights = {group.typed: rarity(rows, everything) for group, rows in how_common.items()}
            rarest = sorted((group for group in question.groups if how_common[group]), key=lambda g: how_common[g])
            found = self._gather([group.expression(widened=True) for group in rarest[:_RAREST]], among)
        else:
            found = self._strictly(question, among)
        ranker = Ranker(question, weights)
        rows = search.closer(self._binder, found)
        scored = [(*ranker.score(document), document) for document in [*rows, *self._shipped_among(among)]]
        fits = [(score, document) for score, every, document in scored if score > 0 and (every or loose)]
        if loose and fits:
            # Less than half of what the best one has is no answer to what was asked.
            best = max(score for score, _ in fits)
            fits = [(score, document) for score, document in fits if score >= best * 0.5]
        fits.sort(key=lambda pair: (-pair[0], pair[1].title, str(pair[1].id)))
        return [document for _, document in fits]

    def _strictly(self, question: Question, among: Among | None) -> list[Document]:
        plain = question.expression(widened=False)
        if question.short:
            return search.candidates(self._binder, plain, IN_TITLES, titles=True, among=among)
        found = self._gather([plain], among)
        wide = question.expression(widened=True)
        if len(found) < ENOUGH * 2 and wide != plain:
            found = list({(one.kind, one.id): one for one in [*found, *self._gather([wide], among)]}.values())
        return found

    def _gather(self, expressions: list[str], among: Among | None) -> list[Document]:
        """Candidates by title and by words, each once."""
        found: dict[tuple[str, int | str], Document] = {}
        for expression in expressions:
            for titles, most in ((True, IN_TITLES), (False, IN_WORDS)):
                rows = search.candidates(self._binder, expression, most, titles=titles, among=among)
                found.update({(row.kind, row.id): row for row in rows})
        return list(found.values())

    def _how_common(self, group: Group, among: Among | None) -> int:
        return search.how_common(self._binder, group.expression(widened=True), among)

    def _corrections(self, question: Question) -> dict[str, str]:
        """A better spelling for each word that nothing begins with."""
        unknown = [
            group
            for group in question.groups
            if len(group.typed) >= 4
            and not group.others
            and " " not in group.typed
            and not any(group.stem in fold(shipped.title) for shipped in self._shipped_among(None))
            and not search.how_common(self._binder, group.expression(widened=False))
        ]
        meant = {group.typed: self._closest(group.typed) for group in unknown}
        return {typed: word for typed, word in meant.items() if word}

    def _closest(self, word: str) -> str:
        from rapidfuzz import process  # late: only a word nobody wrote needs it
        from rapidfuzz.distance import OSA

        known = self._words()
        plain = fold(word)
        close = process.extract(
            plain, known.keys(), scorer=OSA.normalized_similarity, score_cutoff=_SURE, limit=8
        ) + process.extract(
            plain.rstrip("s"), known.keys(), scorer=OSA.normalized_similarity, score_cutoff=_SURE, limit=4
        )
        # The closest one; of equally close ones the more common. A first letter is seldom wrong.
        # In a short word the first letter is trusted: "kill" is no slip of the hand for "hill".
        if len(plain) <= _SHORT:
            close = [one for one in close if one[0][0] == plain[0]]
        return max(close, key=lambda one: (one[1] + 0.08 * (one[0][0] == plain[0]), known[one[0]]), default=("",))[0]

    def _words(self) -> dict[str, int]:
        if self._vocabulary is None:
            words = search.vocabulary(self._binder)
            names = {word: 1 for word in self._names.words() if len(word) >= 4}
            shipped = {word: 1 for document in self._shipped_among(None) for word in fold(document.title).split()}
            self._vocabulary = {**shipped, **names, **words}
        return self._vocabulary

    def _shipped_among(self, among: Among | None) -> list[Document]:
        if among is not None:
            return []
        if self._shipped is None:
            self._shipped = [*self._leaflets(), *self._criteria()]
        return self._shipped

    def _leaflets(self) -> list[Document]:
        return [
            Document(
                "leaflet",
                wanted.id,
                wanted.title,
                f"{wanted.subtitle} {wanted.summary} {wanted.audience} {wanted.stage}",
                ages=age_range(wanted.title) if wanted.audience == "children" else None,
            )
            for wanted in leaflets.templates(self._binder)
        ]

    def _criteria(self) -> list[Document]:
        toolkit = self._toolkit or load_toolkit()
        kind = service_store.load(self._binder).type
        return [
            Document("criterion", one.number, f"{one.number} {one.wording(kind)}", one.why)
            for one in toolkit.criteria_for(kind)
        ]

    def _look_again(self) -> None:
        """After a change what was kept may be old: names and words are read again when they are next needed."""
        now = search.newest_change(self._binder)
        if now != self._at:
            self._at, self._shipped, self._vocabulary = now, None, None
            self._names = OtherNames(pack_texts.terms(self._binder))


def find(binder: Binder, typed: str, limit: int = 30) -> list[Hit]:
    """What fits best, best first: one search, for whoever does not type letter by letter."""
    return list(Finder(binder).find(typed, limit).hits)
