"""The texts that are no page's own: what rules ask, the handbook's steps, and the words of the record."""

from __future__ import annotations

from collections.abc import Iterator

from heeded.bootstrap import open_handbook
from heeded.core.chronology.vocabulary import EVERY_KIND
from heeded.core.evaluation.finding import Verdict
from tools.catalogue.text import PACKAGE, Text, place_of

ASKS, STEP, WORD, MEANING = "what a rule asks", "a step of the handbook", "a word of the record", "a meaning"
"""In which sense a text is meant: the same word may be an event here and a button there."""

_VOCABULARY = place_of(PACKAGE / "core" / "chronology" / "vocabulary")
_VERDICTS = place_of(PACKAGE / "core" / "evaluation" / "finding.py")


def of_the_handbook() -> Iterator[Text]:
    """What the handbook that ships asks, rule by rule, and what its steps are called."""
    handbook = open_handbook()
    folder = place_of(PACKAGE / "handbooks" / "england")
    for step in handbook.steps:
        yield Text(step.title, f"{folder}/{step.file}", context=STEP)
    for rule in handbook.rules:
        yield Text(rule.title, f"{folder}/{rule.file}", context=ASKS)


def of_the_record() -> Iterator[Text]:
    """Every kind of event with its fields, what they may say, what they mean, and the verdicts."""
    for kind in EVERY_KIND.values():
        yield Text(kind.name, _VOCABULARY, context=WORD)
        yield Text(kind.chapter, _VOCABULARY, context=WORD)
        yield Text(kind.meaning, _VOCABULARY, context=MEANING)
        for field in kind.fields:
            for word in (field.name, *field.choices):
                yield Text(word, _VOCABULARY, context=WORD)
            yield Text(field.meaning, _VOCABULARY, context=MEANING)
    for verdict in Verdict:
        yield Text(str(verdict), _VERDICTS, context=WORD)
