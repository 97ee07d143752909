"""What a rule may not read is not in the record's words, and the checker can say why."""

import pytest

from heeded.core.chronology.vocabulary import KINDS, PROTECTED, protected_reason

EQUALITY_ACT = (
    *("disability", "gender reassignment", "marriage", "civil partnership", "pregnancy", "maternity"),
    *("race", "religion", "belief", "sex", "sexual orientation"),
)
"""The characteristics of section 4 of the Equality Act 2010 but age, which child protection turns on."""

PROXIES = (
    *("ethnicity", "nationality", "first language", "postcode", "benefits", "immigration status"),
    *("deprivation", "sexuality"),
)

FIELDS = sorted({field.name for kind in KINDS.values() for field in kind.fields})
CHOICES = sorted({choice for kind in KINDS.values() for field in kind.fields for choice in field.choices})


@pytest.mark.parametrize("name", [*EQUALITY_ACT, *PROXIES])
def test_no_rule_may_read(name: str) -> None:
    assert PROTECTED[name] == protected_reason(name)


def test_no_field_is_protected() -> None:
    assert [name for name in FIELDS if protected_reason(name)] == []


def test_no_choice_tells_of_what_is_protected() -> None:
    assert [name for name in CHOICES if protected_reason(name)] == []


def test_a_protected_word_is_found_inside_a_longer_name() -> None:
    assert protected_reason("Mother's first-language") == PROTECTED["first language"]
    assert protected_reason("child's ethnicity") == PROTECTED["ethnicity"]


def test_a_word_that_only_looks_alike_is_left_alone() -> None:
    assert protected_reason("sexual abuse") is None
    assert protected_reason("embraced") is None


@pytest.mark.parametrize(("name", "reason"), PROTECTED.items())
def test_every_reason_reads_after_because_it_is(name: str, reason: str) -> None:
    assert reason.split(maxsplit=1)[0] in {"a", "so"}, name
