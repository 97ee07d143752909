"""What is read can be written out again in the language's words, and reads back the same."""

import re
from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from heeded.core.chronology.vocabulary import KINDS, FieldType, Kind
from heeded.core.chronology.vocabulary.field import Field
from heeded.core.procedures.mistake import Refused
from heeded.core.procedures.pattern import AGE, REST_DAY, Comparison, Condition, Pattern
from heeded.core.procedures.text.condition import ALLOWED
from heeded.core.procedures.text.line import Line
from heeded.core.procedures.text.pattern import read_all_patterns
from heeded.core.procedures.text.phrases import Phrases, words_of
from heeded.core.procedures.wording import condition_words

_SIZES = (Comparison.AT_LEAST, Comparison.AT_MOST, Comparison.UNDER, Comparison.OVER)
_LISTS = (Comparison.ANY_OF, Comparison.ALL_OF, Comparison.SOME_OF)
_FREE = st.from_regex(re.compile(r"[a-z]{3,8}( [a-z]{3,8})?"), fullmatch=True).filter(
    lambda text: not ({"and", "where", "until", "matching", "within", "the"} & set(text.split()))
)


@st.composite
def conditions(draw: st.DrawFn, kind: Kind) -> Condition:
    """Any condition that a field of the kind allows, or on a computed field."""
    field = draw(st.sampled_from([*kind.fields, None])) if kind.fields else None
    if field is None:
        if draw(st.booleans()):
            return Condition(REST_DAY, Comparison.IS, (draw(st.booleans()),))
        comparison = draw(st.sampled_from(_SIZES))
        years = comparison in (Comparison.AT_LEAST, Comparison.UNDER)
        months = draw(st.integers(1, 17)) * 12 if years else draw(st.integers(1, 11))
        return Condition(AGE, comparison, (months,))
    if field.type is FieldType.YES_NO and draw(st.booleans()):
        return Condition(field.name, Comparison.IS, (draw(st.booleans()),))
    comparison = draw(st.sampled_from(ALLOWED[field.type]))
    if comparison in (Comparison.STATED, Comparison.NOT_STATED):
        return Condition(field.name, comparison)
    return Condition(field.name, comparison, draw(values(field, several=comparison in _LISTS)))


def values(field: Field, *, several: bool) -> st.SearchStrategy[tuple[str | float, ...]]:
    """Values that such a field may be compared with."""
    if field.type is FieldType.NUMBER:
        one: st.SearchStrategy[str | float] = st.integers(0, 500).map(float)
    elif field.choices:
        one = st.sampled_from(field.choices)
    else:
        one = _FREE
    return st.lists(one, min_size=1, max_size=3 if several else 1, unique=True).map(tuple)


@st.composite
def patterns(draw: st.DrawFn) -> Pattern:
    """Any kind of event with up to three conditions."""
    kind = draw(st.sampled_from(sorted(KINDS.values(), key=lambda each: each.name)))
    return Pattern(kind.name, tuple(draw(st.lists(conditions(kind), max_size=3))))


def written(pattern: Pattern) -> str:
    """The pattern in the words of the language, values parted by commas where "or" would be unclear."""
    asked = [
        condition_words(condition).replace(" or ", ", ")
        if condition.comparison in (Comparison.ANY_OF, Comparison.SOME_OF)
        else condition_words(condition)
        for condition in pattern.conditions
    ]
    return f"{pattern.kind} where {' and '.join(asked)}" if asked else pattern.kind


def read(text: str) -> tuple[Pattern, ...]:
    line = Line("a.md", 0, text)
    return read_all_patterns(Phrases(words_of(line), line))


@given(st.lists(patterns(), min_size=1, max_size=3))
def test_patterns_read_back(given_patterns: list[Pattern]) -> None:
    text = " or ".join(written(pattern) for pattern in given_patterns)
    try:
        found = read(text)
    except Refused as refused:
        assume("can be read in two ways" not in str(refused))
        raise
    assert [replace(each, line=0) for each in found] == given_patterns, text


def test_a_kind_that_begins_as_a_value_does_is_refused_behind_such_values() -> None:
    ended, met = "child in need plan ended", "child protection meeting where attended by includes social care"
    with pytest.raises(Refused, match="“or child” can be read in two ways"):
        read(f"{met} or {ended}")
    assert [each.kind for each in read(f"{ended} or {met}")] == [ended, "child protection meeting"]


@pytest.mark.parametrize("name", KINDS)
def test_every_kind_and_field_can_be_written_in_a_rule(name: str) -> None:
    kind = KINDS[name]
    for field in kind.fields:
        (pattern,) = read(f"{name} where {field.name} is stated")
        assert pattern == Pattern(name, (Condition(field.name, Comparison.STATED),))
        for choice in field.choices:
            how = "includes" if field.type is FieldType.NAMES else "is"
            (pattern,) = read(f"{name} where {field.name} {how} {choice} and {field.name} is stated")
            assert pattern.conditions[0].values == (choice,)
            assert len(pattern.conditions) == 2
