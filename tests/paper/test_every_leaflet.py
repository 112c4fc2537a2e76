"""Every leaflet, poster and charter in every size and with every switch: all of it on the paper, readable by all."""

from __future__ import annotations

from pathlib import Path

import page as validator
import pytest

from champion_app.domain.leaflets import BlockKind, LeafletChoices, Size, Template
from champion_app.store.binder import Binder
from champion_app.tasks import binders, leaflets, listings, papers
from champion_app.tasks import service as service_tasks
from tests.paper.leaflet_samples import SERVICE, TODAY, bare_words, dots_outside, looked_at, paper

TEMPLATES = leaflets.templates()
SWITCHES = {
    "plain": LeafletChoices(),
    "large": LeafletChoices(large_print=True),
    "discreet": LeafletChoices(discreet=True),
    "simple": LeafletChoices(simple=True),
    "everything": LeafletChoices(large_print=True, discreet=True, simple=True),
}
EDGE = 8 * 72 / 25.4  # the least margin: no printer needs more
PROGRAM_SAYS = {BlockKind.PRISON, BlockKind.CARRIED}


def _every_one() -> list[tuple[Template, Size, str]]:
    return [
        (template, size, switch)
        for template in TEMPLATES
        for size in template.sizes
        for switch in SWITCHES
        if switch != "simple" or template.has_simple_words
    ]


def _doses() -> list[object]:
    """All of them; always run are each template as it is first met in English, and every 29th of the others."""
    found = []
    for number, (template, size, switch) in enumerate(_every_one()):
        first = size is template.sizes[0] and switch == "plain" and template.language == "en"
        marks = () if first or number % 29 == 0 else (pytest.mark.heavy,)
        found.append(pytest.param(template, size, switch, id=f"{template.id}-{size}-{switch}", marks=marks))
    return found


@pytest.mark.parametrize(("template", "size", "switch"), _doses())
def test_every_leaflet_is_all_there_and_can_be_read_by_everybody(template: Template, size: Size, switch: str) -> None:
    choices = LeafletChoices(**{**vars_of(SWITCHES[switch]), "size": size})
    wanted = paper(template, choices)
    made = papers.leaflet_pdf(wanted)

    report = validator.validate_pdf_bytes(made.reading, profile="ua1")
    assert [f"{failure.rule_id}: {failure.message}" for failure in report.failures] == []
    assert made.unprintable == ()
    assert len(made.reading) <= 80_000

    seen = looked_at(made.reading)
    there = set(bare_words(seen.text()))
    for block in wanted.blocks:
        said = " ".join((block.text, *block.items, *block.columns))
        assert [word for word in bare_words(said) if word not in there] == [], block.id
    for contact in wanted.contacts if template.takes_contacts else ():
        assert [word for word in bare_words(f"{contact.name} {contact.number}") if word not in there] == []

    least = 18 if choices.large_print else 12
    assert seen.smallest >= least - 0.01
    if template.kind == "poster" and size is Size.A3:
        lines = [block.text for block in wanted.blocks if block.kind is BlockKind.LINE]
        lines.append(SERVICE.champion)
        assert min(seen.set_in(" ".join(line.split()[:2])) for line in lines) >= 48
    assert dots_outside(made.reading, EDGE) == []
    assert not [one for one in seen.letters if one.letter.strip() and _is_outside(one, seen.pages)]

    again = papers.leaflet_pdf(wanted)
    assert (again.reading, again.print_copy) == (made.reading, made.print_copy)


def vars_of(choices: LeafletChoices) -> dict[str, bool]:
    """The switches of some choices."""
    return {name: getattr(choices, name) for name in ("large_print", "discreet", "simple")}


def _is_outside(one: object, pages: tuple[tuple[float, float], ...]) -> bool:
    wide, tall = pages[one.page]  # type: ignore[attr-defined]
    return (
        one.left < EDGE - 1  # type: ignore[attr-defined]
        or one.right > wide - EDGE + 1  # type: ignore[attr-defined]
        or one.bottom < 10  # type: ignore[attr-defined]
        or one.top > tall - 10  # type: ignore[attr-defined]
    )


@pytest.mark.parametrize(
    "switch", ["plain", *(pytest.param(name, marks=pytest.mark.heavy) for name in ("large", "discreet"))]
)
@pytest.mark.parametrize("template", TEMPLATES, ids=lambda template: template.id)
def test_every_leaflet_says_its_nations_its_edition_and_its_doubts(template: Template, switch: str) -> None:
    wanted = paper(template, SWITCHES[switch])
    seen = looked_at(papers.leaflet_pdf(wanted).reading)
    long = " ".join(wanted.imprint.split()) in seen.text()
    short = [wanted.short_imprint in seen.text(number) for number in range(len(seen.pages))]
    # A discreet cover has no foot.
    assert long or all(short[1:] if wanted.discreet else short)
    assert wanted.draft and (template.language == "en") != wanted.unspoken


FOLDED = [
    pytest.param(template, size, id=f"{template.id}-{size}", marks=pytest.mark.heavy if size is Size.DL else ())
    for template in TEMPLATES
    for size in template.sizes
    if template.kind != "leaflet" or size in {Size.FOLDED_A5, Size.DL}
]


@pytest.mark.parametrize(("template", "size"), FOLDED)
def test_a_discreet_paper_says_nothing_on_what_shows_of_it(template: Template, size: Size) -> None:
    seen = looked_at(papers.leaflet_pdf(paper(template, LeafletChoices(size, discreet=True))).reading)
    outside = f"{seen.text(0)} {seen.text(len(seen.pages) - 1)}".casefold()
    for word in ("prison", "court", "police", "arrest", "crime", "sentence", "carchar", "llys", "heddlu"):
        assert word not in outside, word


# ---- with the contacts it suggests, rung today


@pytest.fixture(scope="module")
def starter(tmp_path_factory: pytest.TempPathFactory) -> Binder:
    made = binders.make_binder(tmp_path_factory.mktemp("starter") / "starter.champion")
    service_tasks.say_who_we_are(made, SERVICE)
    for template in TEMPLATES:
        for number in leaflets.chosen_contacts(made, template):
            listings.tick_checked(made, number, "Sam Okafor", TODAY)
    return made


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda template: template.id)
def test_T03_every_paper_with_its_suggested_contacts_is_one_sheet(template: Template, starter: Binder) -> None:
    """Both sides of one sheet: four pages folded once, six folded in three, two of a flyer; posters have one side.

    Flat A4 may take a second sheet, and so may a flyer that has no short form.
    """
    short = any(block.flyer for block in template.blocks)
    most = {Size.FOLDED_A5: 4, Size.DL: 6, Size.A5: 2 if short else 4, Size.A4: 3, Size.A3: 1}
    chosen = leaflets.chosen_contacts(starter, template)
    assert bool(chosen) == template.takes_contacts
    for size in template.sizes:
        wanted = leaflets.compose_leaflet(starter, template, LeafletChoices(size), chosen, TODAY)
        pages = papers.leaflet_pdf(wanted).pages
        assert pages <= (1 if template.kind != "leaflet" else most[size]), size


def test_T03_the_family_leaflet_is_two_sides_of_a4_folded(starter: Binder, tmp_path: Path) -> None:
    template = leaflets.template("family-first-days")
    chosen = leaflets.chosen_contacts(starter, template)
    made = papers.leaflet_pdf(leaflets.compose_leaflet(starter, template, LeafletChoices(), chosen, TODAY))
    assert made.pages == 4
    seen = looked_at(made.print_copy)
    assert [(round(wide), round(tall)) for wide, tall in seen.pages] == [(842, 595), (842, 595)]
    assert seen.text(0).index("Page 4 of 4") < seen.text(0).index("Page 1 of 4")
    assert seen.text(1).index("Page 2 of 4") < seen.text(1).index("Page 3 of 4")
