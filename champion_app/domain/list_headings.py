"""What a heading of a list means: every field has many names, and the longest one found in a heading decides."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from champion_app.domain.list_words import plain_heading, word_set


@dataclass(frozen=True, slots=True)
class Role:
    """What a column is used for: a field, and which part of it ("min" of the ages, "Mobile" of the telephones)."""

    field: str
    part: str = ""


@dataclass(frozen=True, slots=True)
class Match:
    """A heading that was understood. ``sure`` when the whole heading is a known name, not only some of its words."""

    role: Role
    sure: bool


# One line: the field, the part of it, and the names it goes by, apart by ";". A name after "=" must be the whole
# heading; any other may also stand among other words.
HeadingNames = tuple[tuple[str, str, str], ...]

# Words that change nothing in a heading: left out when the whole heading is not known.
_FILLING = word_set(
    """the of a an your our its their this that please enter insert add list give provide state select choose details
    detail information info required mandatory optional if any applicable main primary public general full for and in
    s e g eg yes no y n brief short maximum words max characters where known available english"""
)
_OF_A_SERVICE = word_set(
    """service services organisation organisations agency provider group groups project club centre venue setting
    company charity business org resource programme contact"""
)
_SAYS_LITTLE = frozenset({"name", "names", "title", "number", "no", "id", "type", "code", "ref", "reference", "other"})
_LONGEST_HEADING = 200


class HeadingWords:
    """All names of all fields of one kind of list."""

    def __init__(self, names: HeadingNames) -> None:
        self._whole: dict[str, Role] = {}
        inside: list[tuple[str, Role]] = []
        for field, part, words in names:
            for name in words.split(";"):
                plain = plain_heading(name.replace("=", ""))
                if not plain:
                    continue
                role = Role(field, part)
                self._whole.setdefault(plain, role)
                if not name.strip().startswith("="):
                    inside.append((f" {plain} ", role))
        self._inside = sorted(inside, key=lambda pair: -len(pair[0]))

    def known(self, plain: str) -> bool:
        """Whether this is, whole, the name of a field."""
        return plain in self._whole

    def match(self, heading: str) -> Match | None:
        """What a heading means, or None. Numbers at its end ("Address 2") become the part where that helps."""
        if not heading or len(heading) > _LONGEST_HEADING:
            return None
        for plain in self._readings(heading):
            if role := self._whole.get(plain):
                return Match(role, sure=True)
        if role := self._two_languages(heading):
            return Match(role, sure=True)
        padded = f" {plain_heading(heading)} "
        for phrase, role in self._inside:
            if phrase in padded:
                return Match(role, sure=False)
        return None

    def _readings(self, heading: str) -> Iterable[str]:
        plain = plain_heading(heading)
        yield plain
        if "(" in heading:
            yield plain_heading(heading.split("(")[0])
        if ":" in heading.strip(": "):
            yield plain_heading(heading.split(":")[0])
        words = [word for word in plain.split() if not word.isdigit()]
        yield " ".join(words)
        words = [word for word in words if word not in _FILLING]
        yield " ".join(words)
        bare = " ".join(word for word in words if word not in _OF_A_SERVICE)
        yield bare if bare not in _SAYS_LITTLE else ""

    def _two_languages(self, heading: str) -> Role | None:
        """ "Enw / Name" is a name; "Phone / E-mail" holds either."""
        for mark in ("/", "|", "\n", " - ", "&", "+", " or ", " and "):
            pieces = heading.split(mark)
            if len(pieces) == 2:
                roles = {role.field: role for piece in pieces if (role := self._piece(piece))}
                if len(roles) == 2 and roles.keys() <= {"phones", "email", "website"}:
                    return Role("contact")
                if len(roles) == 1:
                    return next(iter(roles.values()))
        return None

    def _piece(self, piece: str) -> Role | None:
        return next((self._whole[plain] for plain in self._readings(piece) if plain in self._whole), None)


@dataclass(frozen=True)
class ListKind:
    """Services or resources: what their fields are called, and which field holds the name."""

    noun: str
    nouns: str
    name_field: str
    fields: dict[str, str]
    headings: HeadingWords

    @property
    def resources(self) -> bool:
        """Whether it is a list of resources."""
        return self.name_field == "title"
