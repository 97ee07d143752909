"""Keeping a shielded address out of free text."""

from heeded.core.access.guard.find import Found, finds_shielded, withheld
from heeded.core.access.guard.place import ShieldedPlace

__all__ = ["Found", "ShieldedPlace", "finds_shielded", "withheld"]
