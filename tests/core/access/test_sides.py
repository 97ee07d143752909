"""Who may not judge: the sides of a disagreement, the one disagreed with, and the one who looked."""

from dataclasses import replace
from itertools import product

from heeded.core.access import Actor, Role
from heeded.core.access.sides import Side, may_close_concern, may_resolve, may_review_look
from tests.core.access.people import someone

AGENCIES = ("st-marys", "met", "haringey", "board")
PEOPLE = ("ana", "ben", "col")


def every_actor() -> list[Actor]:
    """Every invented person in every invented agency."""
    return [
        someone(Role.DESIGNATED_LEAD, agency=agency, id=person)
        for agency, person in product(AGENCIES, PEOPLE)
    ]


def test_no_side_ever_resolves_or_closes_it() -> None:
    sides = [Side(agency, person) for agency, person in product(AGENCIES[:3], ("", *PEOPLE))]
    for one, other, actor in product(sides, sides, every_actor()):
        of_a_side = actor.agency in {one.agency, other.agency} or actor.id in {one.person, other.person}
        assert may_resolve(actor, (one, other)) is not of_a_side
        of_the_opposed = actor.agency == other.agency or actor.id == other.person
        assert may_close_concern(actor, (other,)) is not of_the_opposed


def test_a_disagreement_whose_sides_are_unknown_is_resolved_by_nobody() -> None:
    assert not any(may_resolve(actor, ()) for actor in every_actor())


def test_a_side_whose_person_is_unknown_is_nobody_in_particular() -> None:
    system = someone(Role.AGENCY_SYSTEM, agency="board", id="")
    assert may_resolve(system, (Side("met"), Side("st-marys")))


def test_a_concern_that_nobody_opposes_may_be_closed() -> None:
    assert may_close_concern(someone(Role.TEAM_MANAGER), ())


def test_a_look_is_reviewed_by_an_officer_out_of_the_line_of_whoever_looked() -> None:
    looker = someone(Role.PRACTITIONER, id="ana")
    officer = someone(Role.NAMED_OFFICER, id="ben")
    assert may_review_look(officer, looker)
    assert not may_review_look(someone(Role.PRACTITIONER, id="ben"), looker)
    assert not may_review_look(someone(Role.NAMED_OFFICER, id="ana"), looker)
    assert not may_review_look(officer, replace(looker, line=frozenset({"ben"})))
    assert not may_review_look(replace(officer, line=frozenset({"ana"})), looker)
