"""The texts that are no page's own: what rules ask, the words of the record, purposes, laws and notices."""

from __future__ import annotations

from collections.abc import Iterator

from heeded.bootstrap import looking, open_handbook
from heeded.casework.ports.notices import Why
from heeded.core.chronology.vocabulary import EVERY_KIND
from heeded.core.evaluation.finding import Verdict
from heeded.doors.web.shown.words import ASKED, LAW, MEANING, NOTICE, PURPOSE, WORD
from tools.catalogue.text import PACKAGE, Text, place_of

STEP = "a step of the handbook"
"""In which sense the title of a step is meant; for the others see `shown/words.py`."""

_VOCABULARY = place_of(PACKAGE / "core" / "chronology" / "vocabulary")
_VERDICTS = place_of(PACKAGE / "core" / "evaluation" / "finding.py")


def of_the_handbook() -> Iterator[Text]:
    """What the handbook that ships asks, rule by rule, and what its steps are called."""
    handbook = open_handbook()
    folder = place_of(PACKAGE / "handbooks" / "england")
    for step in handbook.steps:
        yield Text(step.title, f"{folder}/{step.file}", context=STEP)
    for rule in handbook.rules:
        yield Text(rule.title, f"{folder}/{rule.file}", context=ASKED)


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


def of_looking() -> Iterator[Text]:
    """The purposes for which a record is opened, the laws on which they rest, and why a notice comes."""
    policy = place_of(PACKAGE / "policy")
    for purpose in looking.purposes().values():
        yield Text(purpose.title, policy, context=PURPOSE)
        for basis in purpose.bases:
            yield Text(basis.title, policy, context=LAW)
    for why in Why:
        yield Text(str(why), place_of(PACKAGE / "casework" / "ports" / "notices.py"), context=NOTICE)
