"""All pages of the reference, by file name."""

from functools import cache
from pathlib import Path

from tools.reference.api import openapi
from tools.reference.commands import commands_page
from tools.reference.event_kinds import event_kinds_page
from tools.reference.rules import rules_page
from tools.reference.verdicts import verdicts_page

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "reference"


@cache
def pages() -> dict[str, str]:
    """Write every page, from the code and the handbooks as they stand."""
    return {
        "commands.md": commands_page(),
        "event-kinds.md": event_kinds_page(),
        "openapi.json": openapi(),
        "rules.md": rules_page(),
        "verdicts.md": verdicts_page(),
    }
