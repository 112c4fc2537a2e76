"""From a criterion to an action of the work plan in one press; nothing is typed again."""

from __future__ import annotations

from champion_app.desktop.desk import Desk
from champion_app.desktop.words import tr
from champion_app.domain.toolkit import Criterion
from champion_app.tasks import actions, service
from champion_app.tasks.assessment import Assessment


def make_action(desk: Desk, view: Assessment, criterion: Criterion) -> None:
    """Adds the action and says so, with a way to it. The champion's own role leads until somebody else is named."""
    record = view.record(criterion.number)
    lead = service.who_we_are(desk.binder).role
    fields = actions.from_criterion(criterion, view.round.service_type, record, lead)
    added = desk.attempt(lambda: actions.raise_action(desk.binder, fields))
    if added is not None:
        words = tr("Action added to the work plan.")
        desk.messages.inform(words, tr("Open it"), lambda: desk.navigation.go_to("work_plan", added))
