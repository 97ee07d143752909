"""Identifiers as reports give them: known systems, written plainly, with a note where a check fails."""

from heeded.adapters.exchange.incoming.draft import Draft
from heeded.core.chronology.identifiers import SYSTEMS, checked, plain
from heeded.core.chronology.report import Identifier


def described_as(system: str, value: str, place: str, ref: str, draft: Draft) -> Identifier | None:
    """The identifier as it is kept; None, and a refusal, where its system is not known or it is empty.

    One whose own check fails is kept as it was written, for a person to look at, and a refusal says
    that nobody is told apart by it.
    """
    if system not in SYSTEMS:
        near = draft.hints.near(system, SYSTEMS)
        draft.refuse(
            f"{place}/system", f"this is no system of identifiers.{near} Use: {', '.join(SYSTEMS)}", ref
        )
        return None
    if not value.strip():
        draft.refuse(f"{place}/value", "it is empty: write the number, or leave the identifier out", ref)
        return None
    identifier = plain(Identifier(system, value))
    if why := checked(identifier):
        draft.refuse(f"{place}/value", f"{why}; it is kept as written, and joins no records", ref)
    return identifier
