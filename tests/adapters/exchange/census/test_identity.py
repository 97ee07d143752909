"""Who a child is, and when it lived: identifiers, births and deaths that cannot be, children given twice."""

from datetime import date

import pytest

from heeded.adapters.exchange.census import reasons
from heeded.adapters.exchange.ledger import Fate
from heeded.adapters.exchange.reason import Reason
from tests.adapters.exchange.census.given import (
    FURTHER_ACTION,
    REFERENCE,
    WHO,
    census,
    child,
    elements,
    episode,
    read,
)

UPN = "A123456789012"


def who(**given: str) -> str:
    """A child's identifiers, those of WHO unless others are given."""
    pairs = {"LAchildID": "C1", "PersonBirthDate": "2015-06-01", "Sex": "F"} | given
    known = elements((name, text) for name, text in pairs.items() if text)
    ethnicity = "<ChildCharacteristics><Ethnicity>WBRI</Ethnicity></ChildCharacteristics>"
    return f"<ChildIdentifiers>{known}</ChildIdentifiers>{ethnicity}"


def referred(day: str, more: str = "") -> str:
    """An episode referred on a day."""
    return episode(more, referral=elements((("CINreferralDate", day), ("ReferralSource", "6"))))


def test_a_child_without_identifier_is_set_aside_with_what_it_held() -> None:
    result = read(census(child(episode(), episode(), who=who(LAchildID="")), child(who=who(LAchildID="C2"))))
    assert [one.identity for one in result.children] == ["C2"]
    line = result.line(reasons.NO_IDENTITY)
    assert (line.value, line.place.record, result.children_met) == ("episodes: 2", 1, 2)


def test_a_pupil_number_is_an_identity_too() -> None:
    result = read(census(child(who=who(LAchildID="", UPN=UPN))))
    assert (result.child.identity, result.child.la_child_id) == (f"UPN {UPN}", None)
    assert result.line(reasons.MISSING).place.element == "LAchildID"


def test_a_malformed_pupil_number_is_no_identity() -> None:
    result = read(census(child(who=who(UPN="A12"))))
    assert result.child.upn is None
    assert result.child.set_aside == {"upn"}
    assert result.line(reasons.WRONG_FORM).value == "A12"
    assert read(census(child(who=who(LAchildID="", UPN="A12")))).children == []


@pytest.mark.parametrize("identifier", ["a_b", "x" * 21, "é1", "1 2"])
def test_an_odd_identifier_is_kept(identifier: str) -> None:
    result = read(census(child(who=who(LAchildID=identifier))))
    assert result.child.la_child_id == identifier
    assert result.line(reasons.ODD_IDENTITY).fate is Fate.KEPT


def test_an_endless_identifier_is_none() -> None:
    assert read(census(child(who=who(LAchildID="x" * 201)))).children == []


def test_what_an_identifier_hides_is_shown_in_the_ledger() -> None:
    result = read(census(child(who=who(LAchildID="C1\u202e1"))))
    assert result.line(reasons.ODD_IDENTITY).place.identity == "C1\\u202e1"


def test_the_same_child_twice_is_kept_twice_and_linked() -> None:
    first, second = child(who=who(UPN=UPN)), child(who=who(UPN=UPN))
    result = read(census(f"{first}\n{second}"))
    assert [one.same_as_line for one in result.children] == [None, 1]
    assert result.line(reasons.SAME_CHILD).value == "first on line 1"
    assert len(result.lines) == 1


def test_one_pupil_number_for_two_children_is_pointed_out() -> None:
    result = read(census(child(who=who(UPN=UPN)), child(who=who(LAchildID="C2", UPN=UPN))))
    assert [one.same_as_line for one in result.children] == [None, None]
    assert result.line(reasons.SAME_UPN).place.identity == "C2"


def test_a_child_known_by_its_pupil_number_alone_is_linked_by_it() -> None:
    nameless = child(who=who(LAchildID="", UPN=UPN))
    result = read(census(child(who=who(UPN=UPN)), "\n", nameless))
    assert [one.same_as_line for one in result.children] == [None, 1]


def test_a_child_without_episode_is_kept() -> None:
    result = read(census(f"<Child>{WHO}</Child>"))
    assert result.child.episodes == ()
    assert result.line(reasons.NO_EPISODE).place.record == 1


def test_a_child_without_birth_or_sex_is_kept() -> None:
    result = read(census(child(who=who(PersonBirthDate="", Sex=""))))
    assert {line.place.element for line in result.lines} == {"PersonBirthDate", "Sex"}
    assert result.child.birth is None


@pytest.mark.parametrize(
    ("given", "reason", "attribute"),
    [
        ({"PersonBirthDate": "2025-04-01"}, reasons.AFTER_REFERENCE, "birth"),
        ({"PersonBirthDate": "2025-03-12"}, reasons.CONTRADICTED, "birth"),
        ({"PersonDeathDate": "2024-06-02"}, reasons.CONTRADICTED, "death"),
        ({"PersonDeathDate": "2015-05-31"}, reasons.ENDS_FIRST, "death"),
        (
            {"PersonBirthDate": "", "ExpectedPersonBirthDate": "2026-01-06"},
            reasons.AFTER_REFERENCE,
            "expected_birth",
        ),
        (
            {"PersonBirthDate": "", "ExpectedPersonBirthDate": "2025-12-31"},
            reasons.CONTRADICTED,
            "expected_birth",
        ),
    ],
)
def test_a_date_of_life_that_cannot_be_gives_way(
    given: dict[str, str], reason: Reason, attribute: str
) -> None:
    result = read(census(child(who=who(**given))))
    assert getattr(result.child, attribute) is None
    assert result.child.set_aside == {attribute}
    assert result.line(reason).place.line == 1
    assert len(result.child.episodes) == 1, "the referral stays"


def test_an_unborn_child_can_be_referred() -> None:
    result = read(
        census(
            child(
                referred("2025-03-01"),
                who=who(PersonBirthDate="", ExpectedPersonBirthDate="2025-09-01", Sex="U"),
            )
        )
    )
    assert result.lines == []
    assert result.child.expected_birth == date(2025, 9, 1)


def test_a_child_born_on_the_reference_date_is_in_time() -> None:
    result = read(census(child(referred("2025-03-31"), who=who(PersonBirthDate="2025-03-31"))))
    assert result.lines == []
    assert result.child.birth == REFERENCE


def test_both_births_are_kept_and_the_real_one_is_gone_by() -> None:
    result = read(census(child(who=who(ExpectedPersonBirthDate="2026-01-05"))))
    assert result.line(reasons.TWO_BIRTHS).value == "2015-06-01 and 2026-01-05"
    assert result.child.set_aside == frozenset()


def test_steps_after_a_death_are_set_aside_but_signing_off_is_not() -> None:
    assessed = elements(
        (("AssessmentActualStartDate", "2024-08-02"), ("AssessmentAuthorisationDate", "2024-08-20"))
    )
    closed = elements((("CINclosureDate", "2024-08-30"), ("ReasonForClosure", "RC2")))
    result = read(
        census(
            child(
                referred("2024-06-03", f"{closed}<Assessments>{assessed}</Assessments>"),
                who=who(PersonDeathDate="2024-08-01"),
            )
        )
    )
    (after,) = result.episode.assessments
    assert (after.start, after.authorised) == (None, date(2024, 8, 20))
    assert result.episode.closure_date == date(2024, 8, 30)
    assert result.line(reasons.AFTER_DEATH).value == "2024-08-02 (death 2024-08-01)"


def test_identity_is_read_even_where_it_comes_last() -> None:
    result = read(census(f"<Child>{referred('2014-01-01')}{WHO}</Child>"))
    assert result.child.set_aside == {"birth"}
    assert result.line(reasons.CONTRADICTED).place.identity == "C1"


def test_the_reference_date_is_the_bound_that_was_asked_for() -> None:
    late = census(child(referred("2025-03-31")))
    assert read(late).lines == []
    assert read(late, as_of=REFERENCE.replace(day=30)).child.episodes_set_aside == 1
    assert FURTHER_ACTION in late
