"""Patterns: events and conditions as a rule writes them."""

import pytest

from heeded.core.procedures.mistake import Refused
from heeded.core.procedures.pattern import AGE, REST_DAY, Comparison, Condition, Pattern
from heeded.core.procedures.text.line import Line
from heeded.core.procedures.text.pattern import read_all_patterns, read_scope
from heeded.core.procedures.text.phrases import Phrases, words_of


def phrases(text: str) -> Phrases:
    line = Line("a.md", 7, text)
    return Phrases(words_of(line), line)


def patterns(text: str) -> tuple[Pattern, ...]:
    return read_all_patterns(phrases(text))


def condition(text: str) -> Condition:
    (pattern,) = patterns(text)
    (found,) = pattern.conditions
    return found


def test_a_kind_of_event_alone() -> None:
    assert patterns("referral received") == (Pattern("referral received", (), 7),)


def test_the_longest_kind_is_meant() -> None:
    assert [pattern.kind for pattern in patterns("decision reviewed or decision")] == [
        "decision reviewed",
        "decision",
    ]


def test_capitals_and_spaces_do_not_matter() -> None:
    assert patterns("  Referral   RECEIVED ") == patterns("referral received")


@pytest.mark.parametrize(
    ("text", "field", "comparison", "values"),
    [
        ("visit where child seen", "child seen", Comparison.IS, (True,)),
        ("visit where not child seen", "child seen", Comparison.IS, (False,)),
        ("visit where child seen is no", "child seen", Comparison.IS, (False,)),
        ("visit where child seen is stated", "child seen", Comparison.STATED, ()),
        ("referral decision where outcome is assessment", "outcome", Comparison.IS, ("assessment",)),
        (
            "referral decision where outcome is not no further action",
            "outcome",
            Comparison.IS_NOT,
            ("no further action",),
        ),
        (
            "referral decision where outcome is any of assessment, strategy discussion",
            "outcome",
            Comparison.ANY_OF,
            ("assessment", "strategy discussion"),
        ),
        (
            "referral decision where outcome is any of assessment or early help",
            "outcome",
            Comparison.ANY_OF,
            ("assessment", "early help"),
        ),
        ("medical opinion where strength is at least suspect", "strength", Comparison.AT_LEAST, ("suspect",)),
        ("medical opinion where strength at most suspect", "strength", Comparison.AT_MOST, ("suspect",)),
        ("medical opinion where strength under inflicted", "strength", Comparison.UNDER, ("inflicted",)),
        ("injury observed where count over 1", "count", Comparison.OVER, (1.0,)),
        ("injury observed where count is 2.5", "count", Comparison.IS, (2.5,)),
        ("injury observed where age under 4 years", AGE, Comparison.UNDER, (48,)),
        ("injury observed where age is at least 10 years", AGE, Comparison.AT_LEAST, (120,)),
        ("injury observed where age at most 4 months", AGE, Comparison.AT_MOST, (4,)),
        ("injury observed where age over 1 month", AGE, Comparison.OVER, (1,)),
        (
            "strategy discussion where attended by includes social care, police and health",
            "attended by",
            Comparison.ALL_OF,
            ("social care", "police", "health"),
        ),
        (
            "strategy discussion where attended by social care, police, and health",
            "attended by",
            Comparison.ALL_OF,
            ("social care", "police", "health"),
        ),
        (
            "injury observed where sites includes any of ear, neck",
            "sites",
            Comparison.SOME_OF,
            ("ear", "neck"),
        ),
        ("referral decision where reason is stated", "reason", Comparison.STATED, ()),
        ("referral decision where reason is not stated", "reason", Comparison.NOT_STATED, ()),
        ("hospital discharge where on a non-working day", REST_DAY, Comparison.IS, (True,)),
        ("hospital discharge where on a working day", REST_DAY, Comparison.IS, (False,)),
        (
            "concern raised where role is consultant paediatrician",
            None,
            None,
            None,
        ),
        (
            "concern raised where role includes consultant paediatrician",
            "role",
            Comparison.ALL_OF,
            ("consultant paediatrician",),
        ),
        (
            'concern raised where grounds is "bruises, and no account"',
            "grounds",
            Comparison.IS,
            ("bruises, and no account",),
        ),
    ],
)
def test_conditions(
    text: str, field: str | None, comparison: Comparison | None, values: tuple[object, ...] | None
) -> None:
    if field is None:
        with pytest.raises(Refused, match="cannot be compared by “is”"):
            condition(text)
    else:
        assert condition(text) == Condition(field, comparison, values, 7)  # type: ignore[arg-type]


def test_and_after_names_opens_the_condition_that_follows() -> None:
    (pattern,) = patterns(
        "strategy discussion where attended by police and health and held as is meeting and reason is stated"
    )
    assert [(each.field, each.values) for each in pattern.conditions] == [
        ("attended by", ("police", "health")),
        ("held as", ("meeting",)),
        ("reason", ()),
    ]


def test_a_choice_that_begins_a_longer_field_gives_way_to_it() -> None:
    (pattern,) = patterns("initial conference where attended by parent and child and quorate")
    assert [each.field for each in pattern.conditions] == ["attended by", "quorate"]
    assert pattern.conditions[0].values == ("parent", "child")


def test_or_after_a_condition_opens_another_event() -> None:
    found = patterns("case closed where agency is hospital or visit where not child seen")
    assert [pattern.kind for pattern in found] == ["case closed", "visit"]


def test_a_scope_with_a_key() -> None:
    scope = read_scope(phrases("disagreement opened until disagreement resolved matching disagreement"))
    assert (scope.begins[0].kind, scope.ends[0].kind, scope.matching) == (
        "disagreement opened",
        "disagreement resolved",
        "disagreement",
    )


@pytest.mark.parametrize(
    ("text", "what", "remedy"),
    [
        ("referal received", "no kind of event “referal received”", "referral received"),
        ("", "no kind of event “nothing”", "Write a kind"),
        ("visit child seen", "“child seen” cannot be read here", "Conditions follow “where”"),
        ("visit and core group", "“and core group” cannot be read here", "give each a clause of its own"),
        ("visit, core group", "“, core group” cannot be read here", "Join events by “or”"),
        ("visit where", "has no field “nothing”", "Its fields: child seen"),
        ("visit where child sen", "has no field “child sen”", "Did you mean “child seen”"),
        ("visit where child seen and", "has no field “nothing”", "Its fields"),
        ("visit where ethnicity is white", "may not read “ethnicity”", "Equality Act 2010"),
        ("visit where postcode is N1", "may not read “postcode”", "Leave the condition out"),
        ("visit where not purpose", "“not purpose” cannot be read", "is not stated"),
        ("visit where child seen is maybe", "cannot be compared by “is”", "“not child seen” alone"),
        ("referral decision where outcome is asessment", "cannot be “asessment”", "“assessment”"),
        ("referral decision where outcome", "cannot be compared by “nothing”", "Write “outcome is”"),
        ("referral decision where outcome is at least assessment", "compared by “is at least”", "one of:"),
        (
            "referral decision where outcome is not any of assessment",
            "by “is not any of”",
            "“outcome is not”",
        ),
        ("injury observed where count is many", "“many” is not a number", "digits"),
        ("injury observed where count is", "does not say what “count”", "Write a value"),
        ("injury observed where age under four years", "not a whole number", "age under 4 years"),
        ("injury observed where age under 4", "not a whole number", "age under 4 years"),
        ("injury observed where age 4 years", "does not say how the age", "age under 4 years"),
        ("injury observed where age at most 4 years", "two ways", "under 5 years"),
        ("injury observed where age over 4 years", "two ways", "at least 5 years"),
        ("strategy discussion where attended by police or health", "“or” cannot join", "includes any of"),
        ("strategy discussion where attended by polise", "cannot be “polise”", "“police”"),
        (
            "referral decision where outcome is any of assessment or strategy discussion",
            "can be read in two ways",
            "commas",
        ),
        ("strategy discussion where date is 2024-01-01", "cannot be compared by “is”", "“date is stated”"),
    ],
)
def test_refusals(text: str, what: str, remedy: str) -> None:
    with pytest.raises(Refused) as refused:
        patterns(text)
    assert refused.value.mistake.line == 7
    assert what in refused.value.mistake.what
    assert remedy in str(refused.value)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("disagreement opened", "does not say when this ends"),
        (
            "disagreement opened until disagreement resolved matching disagrement",
            "Did you mean “disagreement”",
        ),
        ("disagreement opened until", "no kind of event “nothing”"),
        ("disagreement opened until disagreement resolved by friday", "cannot be read here"),
    ],
)
def test_refusals_of_scopes(text: str, what: str) -> None:
    with pytest.raises(Refused, match=what):
        read_scope(phrases(text))
