"""NICE CG89, 1.1.1 and 1.1.2: bruises for which the guideline says to suspect maltreatment."""

from __future__ import annotations

from collections.abc import Iterator

from heeded.core.chronology.vocabulary.words import UNSUITABLE
from heeded.core.evidence.prompts.observed import Observed
from heeded.core.evidence.prompts.prompt import ClinicalRule, Feature, Prompt, Reading

_NON_BONY = ("eye area", "ear", "buttock", "cheek", "abdomen", "flank", "genitals")
_FROM_MEMORY = "read from memory of the guideline, not in its text"
_REFER = (
    "Suspect maltreatment: refer the child to children's social care, by your area's procedures, and write "
    "down all that was done and what came of it. A paediatrician may exclude it, with grounds."
)
_NEGATIVE = "The features that the guideline names here are not recorded. That excludes nothing."
_NO_FIGURES = (
    (
        "The guideline rests on what is known of injuries and on its authors' agreement; it has no measured "
        "sensitivity or specificity. To suspect is not to conclude."
    ),
)
_YEAR = "that the guideline was first published in 2009"
_SHAPED = ("bruise", "bite", "petechiae", None)

SHAPE = ClinicalRule(
    id="NICE CG89 1.1.1",
    title="A mark with the shape of a hand or of a thing",
    source="NICE CG89, 1.1.1",
    published=2009,
    asks=_REFER,
    meaning=_NO_FIGURES,
    negative=_NEGATIVE,
    unverified=_YEAR,
)
UNEXPLAINED = ClinicalRule(
    id="NICE CG89 1.1.2",
    title="Bruises that no fitting explanation accounts for",
    source="NICE CG89, 1.1.2",
    published=2009,
    asks=_REFER,
    meaning=_NO_FIGURES,
    negative=_NEGATIVE,
    unverified=f"{_YEAR}; an update of this paragraph was proposed in 2024 and its outcome not seen",
)


def read_shape(injury: Observed) -> Prompt | None:
    """What 1.1.1 says of an injury; None where no mark has such a shape."""
    shaped = [mark for mark in injury.shaped if mark.entry.facts.get("what") in _SHAPED]
    if not shaped:
        return None
    features = tuple(
        Feature(
            f"a {mark.entry.facts.get('what', 'mark')} with the shape of "
            f"{_shape(mark.entry.facts.get('shape'), mark.entry.facts.get('implement'))}",
            (mark.root,),
        )
        for mark in shaped
    )
    return _prompt(SHAPE, injury, Reading.RAISED, features)


def read_unexplained(injury: Observed) -> Prompt | None:
    """What 1.1.2 says of an injury; None without bruises or petechiae, or where none of its features is met.

    Where nobody has said whether an explanation fits, what it comes to stands open.
    """
    found = injury.bruises_and_petechiae
    features = tuple(_features(injury))
    if not found or not features:
        return None
    if injury.medical_causes:
        why = f"A medical condition is documented: {', '.join(sorted(injury.medical_causes))}."
        return _prompt(UNEXPLAINED, injury, Reading.OUTSIDE, features, why=why)
    said = injury.fits
    unfit = tuple(
        Feature(f"an explanation that a practitioner found {fit}", (event.root,))
        for _, event, fit in said
        if fit in UNSUITABLE
    )
    if unfit:
        return _prompt(UNEXPLAINED, injury, Reading.RAISED, (*features, *unfit))
    if said and all(fit == "suitable" for _, _, fit in said):
        why = "Whoever answered found that every explanation recorded fits."
        return _prompt(UNEXPLAINED, injury, Reading.NOT_RAISED, features, why=why)
    return _prompt(UNEXPLAINED, injury, Reading.DEPENDS, features, (_unanswered(injury),))


def _unanswered(injury: Observed) -> Feature:
    if unsaid := [event for event, _, fit in injury.fits if fit in ("", "unsure")]:
        entries = tuple(event.root for event in unsaid)
        return Feature(
            "Does the explanation fit what was found? No practitioner's answer is recorded.", entries
        )
    entries = tuple(mark.root for mark in injury.marks)
    return Feature("How is it said to have come about? No explanation is recorded.", entries)


def _features(injury: Observed) -> Iterator[Feature]:
    found = injury.bruises_and_petechiae
    entries = tuple(mark.root for mark in found)
    if injury.immobile:
        yield Feature(f"the child did not move about unaided ({injury.mobility})", entries)
    if several := injury.several:
        yield Feature("bruises that are several or in clusters", tuple(mark.root for mark in several))
    alike = tuple(mark.root for mark in found if mark.entry.facts.get("alike") is True)
    if alike:
        yield Feature("marks of a similar shape and size", alike)
    for words, sites in (
        ("a part of the body that is not bony", _NON_BONY),
        ("the neck", ("neck",)),
        ("the wrists or ankles", ("wrist", "ankle")),
    ):
        on = injury.on(sites, found)
        if on:
            roots = tuple(dict.fromkeys(root for each in on.values() for root in each))
            yield Feature(f"a bruise on {words} ({', '.join(on)})", roots, _FROM_MEMORY)


def _shape(shape: object, implement: object) -> str:
    named = f"a {shape}" if shape and shape not in ("other implement", "teeth", "none seen") else ""
    named = "teeth" if shape == "teeth" else named
    return named or (str(implement) if implement else "a hand, teeth or an implement")


def _prompt(
    rule: ClinicalRule,
    injury: Observed,
    reading: Reading,
    features: tuple[Feature, ...],
    unsaid: tuple[Feature, ...] = (),
    why: str = "",
) -> Prompt:
    meaning = (rule.negative,) if reading is Reading.NOT_RAISED else rule.meaning
    return Prompt(
        rule=rule,
        child=injury.child,
        injury=injury.id,
        reading=reading,
        features=features,
        open=unsaid,
        why=why,
        meaning=() if reading is Reading.OUTSIDE else meaning,
    )
