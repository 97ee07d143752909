"""Keeping a shielded address out of free text."""

from heeded.core.access.guard.find import Found, finds_shielded, withheld
from heeded.core.access.guard.place import ShieldedPlace
from heeded.core.access.guard.texts import gives_away, without, without_places

__all__ = ["Found", "ShieldedPlace", "finds_shielded", "gives_away", "withheld", "without", "without_places"]
