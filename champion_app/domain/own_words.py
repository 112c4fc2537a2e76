"""Our own words of a leaflet: what this service changed, hid, moved or added, kept apart from the shipped text.

A shipped text can be brought up to date underneath: what nobody touched follows it, what was changed stays ours, and
both can be shown side by side.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from champion_app.domain.leaflets import FILLED_KINDS, ITEM_KINDS, Block, BlockKind, Template

# What of a template's head, and of a block, can be worded anew.
HEAD_FIELDS = ("title", "subtitle", "discreet_title", "discreet_subtitle")
BLOCK_FIELDS = ("text", "items", "simple", "simple_items", "discreet")
# The kinds a person may add.
ADDABLE = (BlockKind.HEADING, BlockKind.TEXT, BlockKind.LIST, BlockKind.STEPS, BlockKind.TICKS, BlockKind.NOTE)
# What no sheet that has it may lose: whom to tell, before anything else is read.
ALWAYS = frozenset({BlockKind.SAFEGUARDING})
HEAD = "head"
_OURS = "ours-"

Words = str | tuple[str, ...]


@dataclass(frozen=True)
class OwnWords:
    """What is ours of one leaflet. ``head`` and ``blocks`` hold only the fields that were changed.

    ``order`` names blocks in our order (empty: as shipped), ``hidden`` those left off, ``added`` those of our own.
    """

    head: Mapping[str, str] = field(default_factory=dict)
    blocks: Mapping[str, Mapping[str, Words]] = field(default_factory=dict)
    hidden: frozenset[str] = frozenset()
    order: tuple[str, ...] = ()
    added: tuple[Block, ...] = ()

    @property
    def none(self) -> bool:
        """Whether nothing is ours."""
        return self == OwnWords()


@dataclass(frozen=True)
class Arranged:
    """A block where it stands in our leaflet. ``shipped`` is None for one of our own."""

    block: Block
    shipped: Block | None
    hidden: bool

    @property
    def changed(self) -> bool:
        """Whether its words are ours."""
        return self.shipped is None or self.block != self.shipped


@dataclass(frozen=True)
class Difference:
    """One thing that is ours. ``where`` is HEAD or a block's id, ``name`` the field that was worded anew.

    ``then`` is the shipped wording that was changed, ``now`` what is shipped today (None: no longer there), ``ours``
    what stands on our paper.
    """

    where: str
    name: str
    then: Words | None
    now: Words | None
    ours: Words

    @property
    def moved_on(self) -> bool:
        """Whether the shipped wording has changed since it was made ours."""
        return self.then != self.now


def arranged(template: Template, own: OwnWords) -> tuple[Arranged, ...]:
    """Every block of our leaflet in order, hidden ones too."""
    shipped = {block.id: block for block in template.blocks}
    ours = {block.id: block for block in own.added if block.id not in shipped}
    stays = {block.id for block in template.blocks if block.kind in ALWAYS}
    return tuple(
        Arranged(
            _worded(shipped[name], own.blocks.get(name, {})) if name in shipped else ours[name],
            shipped.get(name),
            name in own.hidden and name not in stays,
        )
        for name in _order([*shipped], [*ours], own.order)
    )


def with_own_words(template: Template, own: OwnWords) -> Template:
    """The template as this service prints it."""
    if own.none:
        return template
    head = {name: words for name, words in own.head.items() if name in HEAD_FIELDS and words.strip()}
    blocks = tuple(one.block for one in arranged(template, own) if not one.hidden and says_something(one.block))
    return replace(template, **head, blocks=blocks, changed=True)  # type: ignore[arg-type]


def says_something(block: Block) -> bool:
    """Whether anything of a block stands on paper; one whose words were all taken out does not."""
    return block.kind in FILLED_KINDS or bool(block.text.strip() or block.items or block.columns)


def say(own: OwnWords, template: Template, where: str, name: str, words: Words) -> OwnWords:
    """The same with one field worded anew; the shipped wording makes it no longer ours.

    Words of a block of our own replace it; unknown blocks and fields change nothing.
    """
    if where == HEAD:
        if name not in HEAD_FIELDS or not isinstance(words, str):
            return own
        kept = {**own.head, name: words}
        return replace(own, head={key: said for key, said in kept.items() if said != getattr(template, key)})
    if name not in BLOCK_FIELDS:
        return own
    shipped = next((block for block in template.blocks if block.id == where), None)
    if shipped is None:
        if name not in ("text", "items"):
            return own  # a block of our own has one wording
        added = tuple(_put(block, name, words) if block.id == where else block for block in own.added)
        return replace(own, added=added)
    fields = {**own.blocks.get(where, {}), name: words}
    fields = {key: said for key, said in fields.items() if said != getattr(shipped, key)}
    blocks = {key: value for key, value in {**own.blocks, where: fields}.items() if value}
    return replace(own, blocks=blocks)


def hide(own: OwnWords, block_id: str, hidden: bool) -> OwnWords:
    """The same with a block left off the paper, or back on it. Of kinds that stay it has no effect."""
    return replace(own, hidden=own.hidden | {block_id} if hidden else own.hidden - {block_id})


def move(own: OwnWords, template: Template, block_id: str, step: int) -> OwnWords:
    """The same with a block moved up (-1) or down (1) by so many places."""
    order = [one.block.id for one in arranged(template, own)]
    if block_id not in order:
        return own
    place = order.index(block_id)
    to = min(max(place + step, 0), len(order) - 1)
    order.insert(to, order.pop(place))
    plain = [block.id for block in template.blocks] + [block.id for block in own.added]
    return replace(own, order=() if order == plain else tuple(order))


def add(own: OwnWords, template: Template, kind: BlockKind, after: str = "") -> tuple[OwnWords, str]:
    """The same with an empty block of our own after another one (or at the end), and its id."""
    taken = {block.id for block in (*template.blocks, *own.added)}
    number = next(n for n in range(1, len(taken) + 2) if f"{_OURS}{n}" not in taken)
    name = f"{_OURS}{number}"
    order = [one.block.id for one in arranged(template, own)]
    order.insert(order.index(after) + 1 if after in order else len(order), name)
    return replace(own, added=(*own.added, Block(name, kind, flyer=True)), order=tuple(order)), name


def remove(own: OwnWords, block_id: str) -> OwnWords:
    """The same without a block of our own."""
    return replace(
        own,
        added=tuple(block for block in own.added if block.id != block_id),
        order=tuple(name for name in own.order if name != block_id),
        hidden=own.hidden - {block_id},
    )


def as_shipped(own: OwnWords, where: str, name: str = "") -> OwnWords:
    """The same with the shipped wording of a block (or of one of its fields, or of the head) back in its place."""
    if where == HEAD:
        return replace(own, head={key: said for key, said in own.head.items() if name not in ("", key)})
    fields = {key: said for key, said in own.blocks.get(where, {}).items() if name not in ("", key)}
    blocks = {key: value for key, value in {**own.blocks, where: fields}.items() if value}
    return replace(own, blocks=blocks)


def differences(then: Template, now: Template | None, own: OwnWords) -> tuple[Difference, ...]:
    """What is ours beside what is shipped: ``then`` is the template that was changed, ``now`` today's, if any."""
    found = [
        Difference(HEAD, name, getattr(then, name), getattr(now, name) if now is not None else None, words)
        for name, words in own.head.items()
    ]
    before = {block.id: block for block in then.blocks}
    today = {block.id: block for block in now.blocks} if now is not None else {}
    for where, fields in own.blocks.items():
        for name, words in fields.items():
            was = getattr(before[where], name) if where in before else None
            here = getattr(today[where], name) if where in today else None
            found.append(Difference(where, name, was, here, words))
    return tuple(found)


def as_table(own: OwnWords) -> dict[str, Any]:
    """What the binder keeps."""
    added = [{"id": b.id, "kind": b.kind.value, "text": b.text, "items": list(b.items)} for b in own.added]
    return {
        "head": dict(own.head),
        "blocks": {key: {name: _plain(words) for name, words in value.items()} for key, value in own.blocks.items()},
        "hidden": sorted(own.hidden),
        "order": list(own.order),
        "added": added,
    }


def from_table(table: Mapping[str, Any]) -> OwnWords:
    """The same, read again."""
    blocks = {
        key: {name: tuple(words) if isinstance(words, list) else words for name, words in value.items()}
        for key, value in table.get("blocks", {}).items()
    }
    added = tuple(
        Block(item["id"], BlockKind(item["kind"]), item["text"], tuple(item["items"]), flyer=True)
        for item in table.get("added", ())
    )
    return OwnWords(
        head=dict(table.get("head", {})),
        blocks=blocks,
        hidden=frozenset(table.get("hidden", ())),
        order=tuple(table.get("order", ())),
        added=added,
    )


def _plain(words: Words) -> str | list[str]:
    return words if isinstance(words, str) else list(words)


def _worded(block: Block, fields: Mapping[str, Words]) -> Block:
    for name, words in fields.items():
        block = _put(block, name, words)
    return block


def _put(block: Block, name: str, words: Words) -> Block:
    """A block with one field worded anew; a text where items belong, or the other way round, changes nothing."""
    listed = name in ("items", "simple_items")
    if listed != isinstance(words, tuple) or (name == "items" and block.kind not in ITEM_KINDS):
        return block
    return replace(block, **{name: words})  # type: ignore[arg-type]


def _order(shipped: list[str], ours: list[str], wanted: tuple[str, ...]) -> list[str]:
    """Our order; a block that came with a newer text stands after the one it follows there, ours last if unplaced."""
    known = {*shipped, *ours}
    order = [name for name in wanted if name in known]
    for place, name in enumerate(shipped):
        if name not in order:
            before = next((other for other in reversed(shipped[:place]) if other in order), None)
            order.insert(order.index(before) + 1 if before is not None else 0, name)
    return order + [name for name in ours if name not in order]
