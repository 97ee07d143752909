"""Any bruise on a baby who does not move about unaided: the national panel's briefing of 2022."""

from __future__ import annotations

from heeded.core.evidence.prompts.observed import Observed
from heeded.core.evidence.prompts.prompt import ClinicalRule, Feature, Prompt, Reading

_MAY_NOT_MOVE_YET = 12
"""Completed months below which it is asked how the child moves, where nobody said."""

RULE = ClinicalRule(
    id="bruised baby",
    title="Any bruise on a baby who does not move about unaided",
    source="Child Safeguarding Practice Review Panel, briefing of 29 September 2022",
    published=2022,
    asks="Have a health professional who is qualified to do so assess the baby and the bruise, and bring "
    "together what every agency knows, by your area's pathway: whatever the explanation.",
    meaning=(
        (
            "Of 200 babies who surely had been abused, 27.5% had been seen with a small injury before; of "
            "101 who had not, none had. Of those small injuries 80% were bruises and 11% in the mouth, and "
            "in 41.9% a clinician had known of it (Sheets and others 2013, Pediatrics 131:701; unverified: "
            "read in its abstract). These babies were chosen after the fact: that is no probability for "
            "this one."
        ),
    ),
    negative="",
    unverified="the briefing was read in accounts of it, not in its text",
)


def read(injury: Observed) -> Prompt | None:
    """What it says of an injury; None where no mark is a bruise or the child moves about."""
    bruises = injury.bruises
    if not bruises or injury.immobile is False:
        return None
    entries = tuple(mark.root for mark in bruises)
    if injury.immobile:
        met = Feature(f"a bruise on a child who moves no more than by {injury.mobility}", entries)
        if injury.mobility == "cannot roll":
            met = Feature("a bruise on a child who cannot yet roll", entries)
        return _prompt(injury, Reading.RAISED, (met,), ())
    months = injury.months
    if months is None or months[0] >= _MAY_NOT_MOVE_YET:
        return None
    return _prompt(
        injury,
        Reading.DEPENDS,
        (),
        (Feature("Did the child crawl, shuffle, cruise or walk by then? Nobody recorded it.", entries),),
    )


def _prompt(
    injury: Observed, reading: Reading, features: tuple[Feature, ...], unsaid: tuple[Feature, ...]
) -> Prompt:
    return Prompt(
        rule=RULE,
        child=injury.child,
        injury=injury.id,
        reading=reading,
        features=features,
        open=unsaid,
        meaning=RULE.meaning,
    )
