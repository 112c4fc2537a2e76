"""What a leaflet or poster text of a pack must hold so that it can be printed: nothing of it lost, nothing missing."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from champion_app.domain.leaflets import FILLED_KINDS, ITEM_KINDS, SIZES_OF, BlockKind
from champion_app.exchange.pack_fields import (
    Age,
    Day,
    Few,
    Key,
    KindOfBlock,
    KindOfPaper,
    Language,
    Line,
    Name,
    Said,
    SheetSize,
    Words,
    fault,
)

# What a sheet for the wall has room for; a leaflet takes every kind.
_ON_A_WALL = {
    "poster": {BlockKind.HEADING, BlockKind.TEXT, BlockKind.NOTE, BlockKind.LEAD, BlockKind.LINE, BlockKind.CHAMPION,
               BlockKind.QR},
    "certificate": {BlockKind.HEADING, BlockKind.TEXT, BlockKind.LEAD, BlockKind.LINE, BlockKind.LIST,
                    BlockKind.SIGNATURES, BlockKind.CHAMPION, BlockKind.QR},
}  # fmt: skip


class Form(BaseModel):
    """Fields that are not known here are let through."""

    model_config = ConfigDict(strict=True, extra="allow", frozen=True)


class BlockForm(Form):
    """One piece of a leaflet or poster."""

    id: Key
    kind: KindOfBlock
    text: Words = ""
    items: Few[Said] = []
    simple: Words = ""
    simple_items: Few[Said] = []
    discreet: Words = ""
    suggest: Few[Key] = []
    fact_ids: Few[Line] = []
    source: Words = ""
    review_by: Day | None = None
    volatile: bool = False
    figure: Line = ""
    flyer: bool = False
    columns: Few[Line] = []
    empty_rows: Annotated[int, Field(ge=0, le=100)] = 0

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        kind = f"is of the kind “{self.kind}”"
        if self.kind in ITEM_KINDS:
            if not self.items:
                raise fault(f"{kind} and has no items")
            if self.text or self.simple or self.discreet or self.figure:
                raise fault(f"{kind}, whose words are its items: put other words in a text block before it")
        elif self.items or self.simple_items:
            raise fault(f"{kind} and cannot have items: they would not be printed")
        elif self.kind == BlockKind.LINES:
            if not self.columns:
                raise fault(f"{kind} and has no columns")
        elif self.kind not in FILLED_KINDS and not self.text.strip() and not self.figure:
            raise fault("has no words")
        return self


class TemplateForm(Form):
    """A leaflet or poster in one language, as it will be printed."""

    id: Key
    edition: Name
    kind: KindOfPaper
    title: Name
    discreet_title: Name
    subtitle: Line
    discreet_subtitle: Line
    audience: Name
    stage: Name
    language: Language
    nations: Few[Line]
    reading_age: Annotated[list[Age], Field(min_length=2, max_length=2)] | None = None
    sizes: Annotated[Few[SheetSize], Field(min_length=1)]
    draft: Line
    summary: Words
    blocks: Annotated[Few[BlockForm], Field(min_length=1)]

    @model_validator(mode="after")
    def _can_be_printed(self) -> Self:
        if set(self.id) & set("./\\:") or self.id.startswith("own-"):
            raise fault("has an id with a dot, a slash or a colon in it, or one that begins with “own-”")
        if wrong := [size for size in self.sizes if size not in SIZES_OF[self.kind]]:
            raise fault(f"is a {self.kind}, which cannot be printed in the size {wrong[0]}")
        if len({block.id for block in self.blocks}) < len(self.blocks):
            raise fault("has two blocks with the same id")
        for block in self.blocks if self.kind in _ON_A_WALL else ():
            if block.kind not in _ON_A_WALL[self.kind]:
                raise fault(f"is a {self.kind}, which has no room for a block of the kind “{block.kind}”")
        if self.reading_age and self.reading_age[0] > self.reading_age[1]:
            raise fault("has a reading_age that goes from the older to the younger age")
        return self
