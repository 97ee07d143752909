"""Who may see what of a child's record, why, and what that obliges them to."""

from heeded.core.access.actor import Actor, Role
from heeded.core.access.answer import NOTHING_FOUND, Answer, Effect, Obligation
from heeded.core.access.bond import NO_BOND, Bond, BreakGlass, Standing
from heeded.core.access.operation import Operation
from heeded.core.access.policy import Policy, Row
from heeded.core.access.purpose import LegalBasis, Purpose, Stated
from heeded.core.access.records import RecordClass, class_of

__all__ = [
    "NOTHING_FOUND",
    "NO_BOND",
    "Actor",
    "Answer",
    "Bond",
    "BreakGlass",
    "Effect",
    "LegalBasis",
    "Obligation",
    "Operation",
    "Policy",
    "Purpose",
    "RecordClass",
    "Role",
    "Row",
    "Standing",
    "Stated",
    "class_of",
]
