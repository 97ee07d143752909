"""What came in at the front door of children's social care, and how far it has come: read off the entries."""

from heeded.core.evidence.front_door.matter import Matter, Stage
from heeded.core.evidence.front_door.matters import matters
from heeded.core.evidence.front_door.pressing import Pressing, pressing

__all__ = ["Matter", "Pressing", "Stage", "matters", "pressing"]
