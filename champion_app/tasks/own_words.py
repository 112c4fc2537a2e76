"""Putting a leaflet into our own words, and taking them back. The shipped text stays as it is beside them."""

from __future__ import annotations

import json
from dataclasses import replace

from champion_app.domain.leaflet_tables import in_own_words
from champion_app.domain.leaflets import Block, Template
from champion_app.domain.own_words import (
    HEAD_FIELDS,
    Difference,
    OwnWords,
    differences,
    with_own_words,
)
from champion_app.domain.packs import LeafletText
from champion_app.domain.typed_text import clean_line, clean_note
from champion_app.faults import NoLongerThere
from champion_app.store import own_words
from champion_app.store.binder import Binder
from champion_app.store.own_words import OwnText
from champion_app.tasks import leaflet_texts, text_checks

_OWN = "own-"


def is_own(key: str) -> bool:
    """Whether this names a leaflet of our own, not a shipped one."""
    return key.startswith(_OWN)


def in_our_words(binder: Binder, shipped: dict[str, Template]) -> dict[str, Template]:
    """Every template as this service prints it, and the leaflets of our own.

    A text that is no longer shipped stays with us as it was, if some of its words are ours.
    """
    found = dict(shipped)
    for text in own_words.all_texts(binder):
        under = shipped.get(text.base) or leaflet_texts.read(text.base, text.shipped, binder)
        if text.name:
            own = replace(under, id=f"{_OWN}{text.id}", base=text.base, title=text.name)
            found[own.id] = replace(with_own_words(own, text.words), changed=True)
        else:
            found[text.base] = with_own_words(under, text.words)
    return found


def beneath(binder: Binder, key: str) -> Template:
    """The shipped text under a leaflet, with its id and, for one of our own, its title. Raises NoLongerThere."""
    text = _text(binder, key)
    base = text.base if text is not None else key
    under = leaflet_texts.as_shipped(binder).get(base)
    if under is None and text is not None:
        under = leaflet_texts.read(base, text.shipped, binder)
    if under is None or (text is None and is_own(key)):
        raise NoLongerThere
    return replace(under, id=key, base=base, title=text.name) if text is not None and text.name else under


def words_of(binder: Binder, key: str) -> OwnWords:
    """What is ours of a leaflet."""
    text = _text(binder, key)
    return text.words if text is not None else OwnWords()


def keep_words(binder: Binder, key: str, words: OwnWords, what: str = "") -> OwnWords:
    """Keeps what is ours of a leaflet, tidied, and returns it. ``what`` names the field being typed in, for undo.

    Raises TooLong, or NoLongerThere for a leaflet that is gone.
    """
    tidied, text = _tidy(words), _text(binder, key)
    if text is None and is_own(key):
        raise NoLongerThere
    with binder.atomic("word_leaflet", merge=f"leaflet {key} {what}" if what else ""):
        if text is None:
            if not tidied.none:
                own_words.add(binder, key, "", tidied, _table(binder, key))
        elif tidied.none and not text.name:
            own_words.remove(binder, text.id)
        elif tidied != text.words:
            own_words.change(binder, text.id, text.name, tidied, text.shipped)
    return tidied


def as_shipped(binder: Binder, key: str) -> None:
    """Lets go of everything that is ours of a leaflet; undo brings it back."""
    text = _text(binder, key)
    if text is None:
        return
    with binder.atomic("unword_leaflet"):
        if text.name:
            own_words.change(binder, text.id, text.name, OwnWords(), _table(binder, text.base) or text.shipped)
        else:
            own_words.remove(binder, text.id)


def save_as_own(binder: Binder, key: str, title: str) -> str:
    """Makes a leaflet of our own from one as it is now, and returns its id. The one it was made from keeps its words.

    Raises WordsNeeded without a title, TooLong, or NoLongerThere.
    """
    name = clean_line(title, "The leaflet's title", needed=True)
    text = _text(binder, key)
    base = text.base if text is not None else key
    table = _table(binder, base) or (text.shipped if text is not None else {})
    if not table:
        raise NoLongerThere
    words = text.words if text is not None else OwnWords()
    kept = {field: said for field, said in words.head.items() if field != "title"}
    with binder.atomic("copy_leaflet"):
        return f"{_OWN}{own_words.add(binder, base, name, replace(words, head=kept), table)}"


def rename_own(binder: Binder, key: str, title: str) -> None:
    """Gives a leaflet of our own another title. Raises WordsNeeded, TooLong or NoLongerThere."""
    text = _own_text(binder, key)
    with binder.atomic("word_leaflet", merge=f"leaflet {key} title"):
        name = clean_line(title, "The leaflet's title", needed=True)
        own_words.change(binder, text.id, name, text.words, text.shipped)


def remove_own(binder: Binder, key: str) -> None:
    """Removes a leaflet of our own; undo brings it back. Raises NoLongerThere."""
    text = _own_text(binder, key)
    with binder.atomic("remove_leaflet"):
        own_words.remove(binder, text.id)


def changes(binder: Binder, key: str) -> tuple[Difference, ...]:
    """What is ours of a leaflet beside what is shipped, and beside what was shipped when it was changed."""
    text = _text(binder, key)
    return _changes(binder, text, leaflet_texts.as_shipped(binder)) if text is not None else ()


def moved_on(binder: Binder) -> set[str]:
    """The leaflets whose shipped words have changed where ours stand in their place."""
    shipped, texts = leaflet_texts.as_shipped(binder), own_words.all_texts(binder)
    return {_key(text) for text in texts if any(one.moved_on for one in _changes(binder, text, shipped))}


def stay_with_ours(binder: Binder, key: str) -> None:
    """The shipped words of today have been seen: ours stay, and are compared with these from now on."""
    text = _text(binder, key)
    table = _table(binder, text.base) if text is not None else {}
    if text is not None and table:
        with binder.atomic("keep_own_words"):
            own_words.change(binder, text.id, text.name, text.words, table)


def to_travel(binder: Binder, pack_id: str) -> dict[int, tuple[str, LeafletText]]:
    """Our texts as a pack carries them: key and text by the number of their row.

    What we changed in a shipped leaflet goes out under that leaflet's key and stands in its place there. A text in
    another language goes out as read by a speaker only if somebody of ours has read these very words.
    """
    ours = in_our_words(binder, leaflet_texts.as_shipped(binder))
    found = {}
    for text in own_words.all_texts(binder):
        travels_as = f"{pack_id}-leaflet-{text.id}" if text.name else text.base
        table = _table(binder, text.base) or text.shipped
        made = in_own_words(table, text.words, travels_as if text.name else str(table["id"]), text.name)
        plain = json.loads(json.dumps(made, default=str))
        found[text.id] = (travels_as, LeafletText(plain, text_checks.speaker_of(binder, ours[_key(text)])))
    return found


def _text(binder: Binder, key: str) -> OwnText | None:
    return next((text for text in own_words.all_texts(binder) if _key(text) == key), None)


def _key(text: OwnText) -> str:
    return f"{_OWN}{text.id}" if text.name else text.base


def _changes(binder: Binder, text: OwnText, shipped: dict[str, Template]) -> tuple[Difference, ...]:
    then = leaflet_texts.read(text.base, text.shipped, binder)
    return differences(then, shipped.get(text.base), text.words)


def _own_text(binder: Binder, key: str) -> OwnText:
    text = _text(binder, key)
    if text is None or not text.name:
        raise NoLongerThere
    return text


def _table(binder: Binder, base: str) -> dict[str, object]:
    return leaflet_texts.tables(binder).get(base, {})


def _tidy(words: OwnWords) -> OwnWords:
    """Words fit to keep: what nobody typed is gone, nothing readable is."""
    head = {name: clean_line(said, name.replace("_", " ")) for name, said in words.head.items() if name in HEAD_FIELDS}
    blocks = {
        where: {name: _clean(said) for name, said in fields.items()} for where, fields in words.blocks.items() if fields
    }
    return replace(words, head=head, blocks=blocks, added=tuple(_tidy_block(block) for block in words.added))


def _tidy_block(block: Block) -> Block:
    return replace(block, text=clean_note(block.text, "The text"), items=tuple(_clean_items(block.items)))


def _clean(said: str | tuple[str, ...]) -> str | tuple[str, ...]:
    return clean_note(said, "The text") if isinstance(said, str) else tuple(_clean_items(said))


def _clean_items(items: tuple[str, ...]) -> list[str]:
    return [line for line in (clean_line(item, "A line of the list", limit=2000) for item in items) if line]
