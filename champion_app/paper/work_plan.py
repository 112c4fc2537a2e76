"""The work plan, as the toolkit's Appendix A or as a strategy table with the latest updates as columns."""

from __future__ import annotations

from champion_app.domain.work_plan import PlanGroup, StrategyPlan, StrategySection
from champion_app.paper import blocks
from champion_app.paper.style import A4

FOOTER = "Service planning: no family details."

_APPENDIX = (
    blocks.Column("Actions for our service", 62),
    blocks.Column("Evidence and comments", 78),
    blocks.Column("Plan", 30),
    blocks.Column("Completion date", 30),
    blocks.Column("Lead", 36),
)


def appendix_a(service: str, printed_on: str, groups: tuple[PlanGroup, ...]) -> blocks.Document:
    """A4 landscape: all eight statements, each with its actions or the words "No action yet"."""
    rows: list[blocks.Row] = []
    for group in groups:
        title = f"{group.number}. {group.title}" if group.number else group.title
        rows.append(blocks.Row((blocks.Cell(title, bold=True, columns=len(_APPENDIX)),), section=True))
        if not group.rows:
            rows.append(blocks.Row(("No action yet", "", "", "", "")))
        rows += [blocks.Row((row.action, row.evidence, row.plan, row.completion, row.lead)) for row in group.rows]
    table = blocks.Table(_APPENDIX, tuple(rows), summary="Actions by Quality Statement")
    return blocks.Document(
        title="Work plan",
        subtitle=f"{service}. Printed {printed_on}.",
        blocks=(table,),
        sheet=A4.turned,
        footer=f"{FOOTER} {service}.",
    )


def strategy(service: str, printed_on: str, plan: StrategyPlan) -> blocks.Document:
    """A4 landscape: sections with their aim, and a row for each action with its latest updates."""
    body: list[blocks.Block] = [blocks.Words(plan.aim)] if plan.aim else []
    for section in plan.sections:
        body.append(blocks.Heading(section.title))
        if section.aim:
            body.append(blocks.Words(section.aim, introduces=True))
        body.append(_section_table(section, plan.update_headings))
    return blocks.Document(
        title=plan.title,
        subtitle=f"{service}. Printed {printed_on}." if service else "",
        blocks=tuple(body),
        sheet=A4.turned,
        footer=f"{FOOTER} {service}." if service else FOOTER,
    )


def _section_table(section: StrategySection, headings: tuple[str, ...]) -> blocks.Table:
    columns = (
        blocks.Column("No.", 12),
        blocks.Column("Action", 58),
        blocks.Column("Who", 40),
        blocks.Column("When and budget", 33),
        blocks.Column("Success criteria", 44),
        *(blocks.Column(words, 43) for words in headings),
    )
    rows = tuple(
        blocks.Row((row.number, row.action, row.who, row.when_and_budget, row.success, *row.updates))
        for row in section.rows
    )
    return blocks.Table(columns, rows, summary=f"Actions of section {section.title}")
