"""A field takes what belongs in it, says what is wrong with the rest, and cannot be made meaningless."""

from datetime import UTC, date, datetime
from math import inf, nan

import pytest

from heeded.core.chronology.vocabulary import KINDS, Field, FieldType, kind
from heeded.core.chronology.vocabulary.words import (
    BODY_SITES,
    CLOSURE_REASONS,
    MOBILITY,
    REFERRAL_SOURCES,
    STRENGTHS,
)

WAYS = ("on foot", "by bus")
BELONGS: list[tuple[FieldType, object, object]] = [
    (FieldType.YES_NO, True, "yes"),
    (FieldType.YES_NO, False, 0),
    (FieldType.CHOICE, "by bus", "by boat"),
    (FieldType.CHOICE, "on foot", ["on foot"]),
    (FieldType.LEVEL, "on foot", "On foot"),
    (FieldType.NUMBER, 3, "3"),
    (FieldType.NUMBER, 2.5, True),
    (FieldType.NUMBER, 0, nan),
    (FieldType.NUMBER, -1, inf),
    (FieldType.TEXT, "fell", " "),
    (FieldType.TEXT, "fell", 7),
    (FieldType.NAMES, frozenset({"by bus"}), frozenset({"by boat"})),
    (FieldType.NAMES, frozenset(), {"by bus"}),
    (FieldType.NAMES, frozenset(WAYS), "by bus"),
    (FieldType.DATE, date(2010, 6, 18), datetime(2010, 6, 18, 19, 40, tzinfo=UTC)),
    (FieldType.DATE, date(2010, 6, 18), "2010-06-18"),
    (FieldType.PERSON, "p1", ""),
    (FieldType.PERSON, "p1", None),
]


def of(kind: FieldType) -> Field:
    """Make a field of that type."""
    chooses = kind in (FieldType.CHOICE, FieldType.LEVEL, FieldType.NAMES)
    return Field("way", kind, "How they came.", WAYS if chooses else ())


@pytest.mark.parametrize(("kind", "good", "bad"), BELONGS)
def test_a_field_takes_only_what_belongs(kind: FieldType, good: object, bad: object) -> None:
    assert of(kind).objection(good) == ""
    objection = of(kind).objection(bad)
    assert objection.startswith('"way" must be ')
    assert "but got" in objection


def test_every_type_of_field_is_tried() -> None:
    assert {kind for kind, _, _ in BELONGS} == set(FieldType)


def test_an_objection_names_the_choices() -> None:
    assert of(FieldType.CHOICE).objection("by boat") == (
        "\"way\" must be one of: on foot, by bus, but got 'by boat'."
    )


def test_names_without_a_list_take_any_words_but_blank_ones() -> None:
    field = Field("episodes", FieldType.NAMES, "Which.")
    assert field.objection(frozenset({"June 2010"})) == ""
    assert "but got" in field.objection(frozenset({" "}))


@pytest.mark.parametrize(
    ("kind", "choices", "says"),
    [
        (FieldType.CHOICE, (), "two choices or more"),
        (FieldType.LEVEL, ("low",), "two choices or more"),
        (FieldType.YES_NO, ("yes", "no"), "cannot list choices"),
        (FieldType.NAMES, ("a", "a"), "same choice twice"),
    ],
)
def test_a_meaningless_field_cannot_be_made(kind: FieldType, choices: tuple[str, ...], says: str) -> None:
    with pytest.raises(ValueError, match=says):
        Field("way", kind, "How they came.", choices)


def test_a_kind_objects_fact_by_fact() -> None:
    assert kind("visit").objections({"child seen": True, "agency": "police"}) == ()
    wrong_value, unknown = kind("visit").objections({"child seen": "Y", "colour": "blue"})
    assert "'Y'" in wrong_value
    assert '"visit" has no field "colour". Its fields: child seen, child seen alone' in unknown


def test_levels_rise() -> None:
    assert STRENGTHS == ("excluded", "consider", "suspect", "strong concern", "inflicted")
    assert MOBILITY.index("sitting") < MOBILITY.index("crawling") < MOBILITY.index("walking")
    levels = [field for each in KINDS.values() for field in each.fields if field.type is FieldType.LEVEL]
    assert {field.choices for field in levels} == {STRENGTHS, STRENGTHS[1:], MOBILITY}


def test_the_sites_of_ten_4_facesp_can_be_told() -> None:
    """The sites of Pierce and others, JAMA Network Open 2021;4(4):e215832, but for the torso's parts."""
    named = "torso ear neck frenulum cheek eyelid subconjunctiva".split()
    assert {*named, "angle of jaw"} <= set(BODY_SITES)


def test_the_census_tables_are_told_in_full() -> None:
    """22 sources of referral and 9 reasons for closure."""
    assert (len(REFERRAL_SOURCES), len(CLOSURE_REASONS)) == (22, 9)
