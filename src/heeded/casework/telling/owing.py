"""On whose lists what is owed stands: nobody's, it stands with whoever began it and with the hub."""

from __future__ import annotations

from heeded.casework.telling.unreached import nobody_told, unreached
from heeded.core.chronology.chronology import Chronology
from heeded.core.chronology.entry import Entry
from heeded.core.evaluation.because import as_it_stands, began, nobody_answers, whose
from heeded.core.evaluation.finding import Finding

NOBODY_ANSWERS = "nobody in this record answers for this child"
"""The mark on a line that falls to nobody in the record."""

NOBODY_TOLD = "nobody in this record was told of it"
"""The mark on a line of something that was sent, and has reached nobody."""


def owed_by(finding: Finding, chronology: Chronology) -> tuple[str, ...]:
    """The agencies on whose lists a finding stands.

    Where somebody who owes it is nobody in the record, it stands with the agency whose entry began it, and
    with the hub of the child's area too, if there is one. No name but an empty one only where nobody of
    an agency in the record said anything of the child.
    """
    owing = whose(finding, chronology)
    if not nobody_answers(finding, chronology):
        return owing or (_beginner(finding, chronology),)
    return tuple(dict.fromkeys((*owing, _beginner(finding, chronology), *_hubs(finding, chronology))))


def mark(finding: Finding, chronology: Chronology) -> tuple[str, str]:
    """The mark on a finding's lines where nobody answers for it, and why in a sentence; else nothing."""
    begun = began(finding, chronology)
    if begun is not None and begun.id == finding.trigger:
        sent = as_it_stands(begun, chronology)
        if sectors := unreached(sent, chronology):
            said = nobody_told(sent, sectors, chronology.agencies)
            return NOBODY_TOLD, f"{said[:1].upper()}{said[1:]}"
    if nobody_answers(finding, chronology):
        said = f"No agency in this record answers for it as {finding.owed_by}: ring them, or the council."
        return NOBODY_ANSWERS, said
    return "", ""


def _beginner(finding: Finding, chronology: Chronology) -> str:
    """The agency whose entry began it; else the one that last said something of the child."""
    begun = began(finding, chronology)
    if begun is not None:
        return begun.source.agency
    about = [entry for entry in chronology.entries if entry.child == finding.child and entry.source.agency]
    return max(about, key=_said).source.agency if about else ""


def _said(entry: Entry) -> tuple[int, int, str]:
    return entry.said


def _hubs(finding: Finding, chronology: Chronology) -> tuple[str, ...]:
    """The agencies of the child's area where a hub's coordinators work."""
    area = chronology.area_of(finding.child)
    return tuple(
        agency.id
        for agency in chronology.agencies.values()
        if agency.hub and (not agency.area or not area or agency.area == area)
    )
