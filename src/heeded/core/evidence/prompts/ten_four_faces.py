"""TEN-4-FACESp (Pierce and others 2021): bruises that accidents seldom leave on a child under four."""

from __future__ import annotations

from collections.abc import Iterator

from heeded.core.evidence.prompts.accuracy import Accuracy
from heeded.core.evidence.prompts.observed import Observed
from heeded.core.evidence.prompts.prompt import ClinicalRule, Feature, Prompt, Reading

ALL = Accuracy(sensitivity=0.956, specificity=0.871)
"""Among 2,123 children with bruises who could be told apart, in five emergency departments in the USA."""
SINGLE = Accuracy(sensitivity=0.815, specificity=0.876)
"""Among those of them who had one bruise."""
HARMED, OTHERS = 410, 1713
"""How many of the children studied had been abused, and how many had not."""
AS_STUDIED, RARE = HARMED / (HARMED + OTHERS), 0.01

PARTS = ("torso", "ear", "neck", "frenulum", "angle of jaw", "cheek", "eyelid", "subconjunctiva")
"""T, E, N, F, A, C, E and S, as the record's wide words."""
_UNDER, _INFANT = 48, 4
"""Completed months: below the first the rule applies; up to the second (4.99 months) any bruise counts."""
_NOT_STUDIED = ("clotting disorder", "skin disorder", "severe spasticity", "motor vehicle collision")


def _worth(accuracy: Accuracy, prevalence: float) -> str:
    return f"{accuracy.positive_value(prevalence):.0%}"


def _meaning(accuracy: Accuracy) -> tuple[str, str]:
    return (
        (
            f"Of bruised children who had been abused it found {accuracy.sensitivity:.1%} (sensitivity); "
            f"of those who had not it left {accuracy.specificity:.1%} alone (specificity)."
        ),
        (
            f"Where {AS_STUDIED:.0%} of bruised children had been abused, as in the study, "
            f"{_worth(accuracy, AS_STUDIED)} of those whom it finds had been; where 1% had, as may be nearer "
            f"among all bruised children, {_worth(accuracy, RARE)}. It is a reason to look, not a diagnosis."
        ),
    )


RULE = ClinicalRule(
    id="TEN-4-FACESp",
    title="Bruises that accidents seldom leave on a child under four",
    source="Pierce and others, JAMA Network Open 2021;4(4):e215832",
    published=2021,
    asks="Have a senior paediatrician examine the child and say whether maltreatment is excluded, to be "
    "considered or to be suspected. History, development, explanation and examination belong together; a "
    "bruise is never read alone.",
    meaning=_meaning(ALL),
    negative="None of its features is recorded. That must be interpreted with caution: children who had been "
    "abused were among those whom the rule did not find, and it says nothing of other injuries.",
    unverified="a part of the study's figures was read in accounts of it and not in the paper",
)
_OURS = "that the groin belongs to the torso is our reading"
_OF_ONE = "the figures for a single bruise were read in a news report and not in the study"


def read(injury: Observed) -> Prompt | None:
    """What the rule says of an injury; None of one without a bruise, or of a child surely too old for it."""
    bruises, months = injury.bruises, injury.months
    if not bruises or (months is not None and months[0] >= _UNDER):
        return None
    if causes := sorted(injury.medical_causes & set(_NOT_STUDIED)):
        why = f"Children with {' or '.join(causes)} were not in the study, so the rule says nothing of them."
        return _prompt(injury, Reading.OUTSIDE, why=why)
    met = tuple(_met(injury))
    unsaid = (*_open(injury), *_age_unsaid(injury, met=bool(met)))
    if met and months is not None and months[1] < _UNDER:
        return _prompt(injury, Reading.RAISED, met, unsaid)
    return _prompt(injury, Reading.DEPENDS if met or unsaid else Reading.NOT_RAISED, met, unsaid)


def _met(injury: Observed) -> Iterator[Feature]:
    for part in PARTS:
        for site, entries in injury.on((part,), injury.bruises).items():
            words = f"a bruise on the {part}" + (f" ({site})" if site != part else "")
            yield Feature(words, entries, _OURS if site.endswith("groin") else "")
    shaped = [mark for mark in injury.shaped if mark in injury.bruises]
    if shaped:
        yield Feature("a bruise with a pattern", tuple(mark.root for mark in shaped))
    if injury.months is not None and injury.months[1] <= _INFANT:
        entries = tuple(mark.root for mark in injury.bruises)
        yield Feature("any bruise on a baby of less than five months", entries)


def _open(injury: Observed) -> Iterator[Feature]:
    for site, entries in injury.maybe_on(PARTS, injury.bruises).items():
        may = [part for part in PARTS if site in injury.maybe_on((part,), injury.bruises)]
        yield Feature(f"Where on the “{site}” was it: on the {' or the '.join(may)}, or elsewhere?", entries)
    nowhere = tuple(mark.root for mark in injury.bruises if not mark.entry.facts.get("sites"))
    if nowhere:
        yield Feature("Where on the body was the bruise? Nobody recorded it.", nowhere)


def _age_unsaid(injury: Observed, *, met: bool) -> Iterator[Feature]:
    entries = tuple(mark.root for mark in injury.bruises)
    if injury.months is None:
        yield Feature("How old was the child? The day of birth is not recorded.", entries)
        return
    least, most = injury.months
    if met and least < _UNDER <= most:
        yield Feature("Was the child under four? The time of the injury is too coarse to tell.", entries)
    if not met and least <= _INFANT < most:
        yield Feature("Was the baby less than five months old? The time is too coarse to tell.", entries)


def _prompt(
    injury: Observed,
    reading: Reading,
    features: tuple[Feature, ...] = (),
    unsaid: tuple[Feature, ...] = (),
    why: str = "",
) -> Prompt:
    single = not injury.several
    of_one = (*_meaning(SINGLE), f"These are the figures for one bruise alone (unverified: {_OF_ONE}).")
    meaning = {
        Reading.NOT_RAISED: (RULE.negative,),
        Reading.OUTSIDE: (),
    }.get(reading, of_one if single else RULE.meaning)
    return Prompt(
        rule=RULE,
        child=injury.child,
        injury=injury.id,
        reading=reading,
        features=features,
        open=unsaid,
        why=why,
        meaning=meaning,
    )
