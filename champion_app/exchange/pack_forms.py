"""What each file of a pack may say, field by field, so that every fault is found at once and with its place."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field

from champion_app.exchange.pack_fields import (
    ChampionVersion,
    Criterion,
    Day,
    Few,
    FormatName,
    Key,
    Language,
    Line,
    Name,
    OpenOrClosed,
    PrintRule,
    Said,
    ServiceStatus,
    Sha256,
    Statement,
    Words,
)
from champion_app.exchange.pack_leaflet_forms import Form, TemplateForm
from champion_app.exchange.pack_limits import LARGEST_ATTACHED, MOST_NUMBER, VERSION


class FileForm(Form):
    """A file that belongs to an item; it lies in the pack under files/ and its SHA-256."""

    name: Name
    sha256: Sha256
    note: Words = ""


class ItemForm(Form):
    """What every item of a pack has."""

    key: Key
    files: Few[FileForm] = []


class ResourceForm(ItemForm):
    """A resource: something to read, watch, hand out or use."""

    title: Name
    description: Words = ""
    author: Line = ""
    year: Line = ""
    kind: Line = ""
    audience: Line = ""
    ages: Line = ""
    stages: Few[Line] = []
    statements: Few[Statement] = []
    criteria: Few[Criterion] = []
    link: Line = ""
    licence: Line = ""
    status: Line = ""
    note: Words = ""
    language: Line = ""
    nations: Few[Line] = []
    tags: Few[Line] = []


class PhoneForm(Form):
    """A telephone number as it is dialled. Nobody here has rung it yet."""

    number: Name
    label: Line = ""
    cost: Line = ""


class ListingForm(ItemForm):
    """An organisation or a local service that can help."""

    name: Name
    description: Words = ""
    organisation: Line = ""
    phones: Few[PhoneForm] = []
    email: Line = ""
    website: Line = ""
    hours: Words = ""
    address: Words = ""
    area: Line = ""
    eligibility: Words = ""
    ages: Line = ""
    languages: Line = ""
    cost: Line = ""
    how_to_refer: Words = ""
    audience: Line = ""
    kind: Line = ""
    note: Words = ""
    print_rule: PrintRule = "yes"
    status: ServiceStatus = "active"
    also_known_as: Line = ""


class FigureForm(ItemForm):
    """A statistic, said once, with where it comes from and when to look it up again."""

    text: Said
    source: Said
    year: Name
    value: Line = ""
    counts: Words = ""
    source_url: Line = ""
    review_by: Day | None = None
    note: Words = ""


class PrisonForm(ItemForm):
    """A prison, and what a family has to know before a visit."""

    name: Name
    town: Line = ""
    county: Line = ""
    region: Line = ""
    nation: Line = ""
    holds: Line = ""
    types: Few[Line] = []
    booking: Words = ""
    proof_of_identity: Words = ""
    dress: Words = ""
    children_may_bring: Words = ""
    good_to_know: Words = ""
    visits_page: Line = ""
    phone: Line = ""
    note: Words = ""
    status: OpenOrClosed = "open"


class TermForm(ItemForm):
    """The current word for something, and the other words people use."""

    use: Name
    also: Few[Line] = []
    note: Words = ""


class LeafletTextForm(ItemForm):
    """A leaflet or poster text, and which speaker of its language has read it."""

    template: TemplateForm
    checked_by: Line = ""


class RetiredForm(Form):
    """A thing of an earlier edition that should not be used any more."""

    noun: Name
    key: Key
    reason: Words = ""


class MemberForm(Form):
    """A file of the pack: its SHA-256 and its length in bytes."""

    sha256: Sha256
    size: Annotated[int, Field(ge=0, le=LARGEST_ATTACHED)]


class ManifestForm(Form):
    """manifest.json: which pack this is, and which files it consists of."""

    format: FormatName
    version: Annotated[int, Field(ge=VERSION, le=VERSION)]
    needs_champion: ChampionVersion
    id: Key
    title: Name
    publisher: Name
    number: Annotated[int, Field(ge=1, le=MOST_NUMBER)]
    made_on: Day
    note: Words = ""
    language: Language = "en"
    files: dict[str, MemberForm]


# The form of one item, by noun.
ITEMS: dict[str, type[ItemForm]] = {
    "resources": ResourceForm,
    "listings": ListingForm,
    "leaflet_texts": LeafletTextForm,
    "figures": FigureForm,
    "prisons": PrisonForm,
    "terms": TermForm,
}


def given(form: Form) -> dict[str, Any]:
    """What was said, tidied, fields not known here included; what was left out stays out."""
    return form.model_dump(exclude_unset=True)
