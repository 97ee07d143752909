"""Scopes: what a credential of an agency's system was made for."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from heeded.core.access import Operation


class Scope(StrEnum):
    """Something that a system may be let in for; docs/api.md says what each one opens."""

    EVENTS = "events:write"
    FIND = "children:find"
    READ = "chronology:read"
    WORKLIST = "worklist:read"
    ACKNOWLEDGE = "worklist:write"
    ACTS = "acts:write"
    GLASS = "glass:break"
    LOOKS = "looks:review"
    WALLS = "walls:write"
    RECEIPTS = "receipts:read"
    ON_BEHALF = "practitioners:act-for"


OPERATIONS: Mapping[Scope, frozenset[Operation]] = {
    Scope.EVENTS: frozenset({Operation.RECORD}),
    Scope.FIND: frozenset({Operation.KNOW_EXISTS}),
    Scope.READ: frozenset({Operation.KNOW_EXISTS, Operation.READ}),
    Scope.WORKLIST: frozenset({Operation.READ}),
    Scope.ACKNOWLEDGE: frozenset({Operation.READ}),
    Scope.ACTS: frozenset(
        {
            Operation.CORRECT,
            Operation.DECIDE,
            Operation.HAND_OVER,
            Operation.DISAGREE,
            Operation.REQUEST,
            Operation.GIVE,
        }
    ),
    Scope.GLASS: frozenset({Operation.BREAK_GLASS}),
    Scope.LOOKS: frozenset({Operation.READ, Operation.REVIEW_LOOKS}),
    Scope.WALLS: frozenset({Operation.RECORD, Operation.SEND_LETTER}),
    Scope.RECEIPTS: frozenset(),
    Scope.ON_BEHALF: frozenset(),
}
"""What the policy may permit to a system that holds a scope; no system ever resolves a disagreement."""


def operations(scopes: frozenset[str]) -> frozenset[Operation]:
    """Every operation that some scopes open; a scope that is not known opens nothing."""
    return frozenset[Operation]().union(*(OPERATIONS[scope] for scope in Scope if scope in scopes))
