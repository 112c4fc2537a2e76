"""Which pages there are, in the order of the sidebar. A page's module is loaded when it is first shown."""

from __future__ import annotations

from importlib import import_module

from champion_app.desktop.desk import Desk
from champion_app.desktop.widgets.page import Page
from champion_app.desktop.widgets.sidebar import Entry

ENTRIES = (
    Entry("home", "Home", "home"),
    Entry("find_help", "Find help", "find-help"),
    Entry("resources", "Resource pack", "resources"),
    Entry("assessment", "Self-assessment", "assessment"),
    Entry("work_plan", "Work plan", "work-plan"),
    Entry("action_log", "Action log", "action-log"),
    Entry("leaflets", "Leaflets", "leaflets"),
    Entry("settings", "Settings", "settings", foot=True),
    Entry("help", "Help", "help", foot=True),
)

# A page without an entry of its own stands under another one's.
ENTRY_OF = {"prisons": "find_help", "backups": "settings", "holdings": "settings", "prove_it": "settings"}

_CLASSES = {
    "first_run": ("first_run_page", "FirstRunPage"),
    "home": ("home_page", "HomePage"),
    "find_help": ("find_help_page", "FindHelpPage"),
    "prisons": ("prisons_page", "PrisonsPage"),
    "resources": ("resources_page", "ResourcesPage"),
    "assessment": ("assessment_page", "AssessmentPage"),
    "work_plan": ("work_plan_page", "WorkPlanPage"),
    "action_log": ("action_log_page", "ActionLogPage"),
    "leaflets": ("leaflets_page", "LeafletsPage"),
    "settings": ("settings_page", "SettingsPage"),
    "backups": ("backups_page", "BackupsPage"),
    "holdings": ("holdings_page", "HoldingsPage"),
    "prove_it": ("prove_it_page", "ProveItPage"),
    "help": ("help_page", "HelpPage"),
}


def build(name: str, desk: Desk) -> Page:
    """A new page. Raises KeyError for a name that is not a page."""
    module, made_by = _CLASSES[name]
    page: Page = getattr(import_module(f"champion_app.desktop.pages.{module}"), made_by)(desk)
    return page
