"""Every question that a policy can be asked has one answer, and it is the one that the page expects."""

from itertools import product

import pytest

from heeded.adapters.policy import shipped_access
from heeded.core.access import Effect, Obligation, Operation, RecordClass, Role, Standing
from tests.core.access.oracle import closest, expected, lines
from tests.core.access.people import NOW, bond, someone, stated

EVERY_CELL = tuple(product(Role, Standing, RecordClass, Operation))


def test_every_question_has_an_answer_and_no_other_has() -> None:
    assert set(shipped_access().cells) == set(EVERY_CELL)


def test_every_answer_is_the_one_that_the_page_expects() -> None:
    cells = shipped_access().cells
    wrong = [
        f"{cell}: {row.effect} {sorted(row.obligations)} by {row.id}, expected {expected(*cell)}"
        for cell, row in cells.items()
        if (row.effect, row.obligations) != expected(*cell)
    ]
    assert wrong == []


def test_the_page_has_no_idle_line() -> None:
    used = {closest(role, record, operation)[0] for role, _, record, operation in EVERY_CELL}
    assert used == {number for number, _ in lines().values()}


def test_a_decision_is_the_tables_answer_once_all_is_stated() -> None:
    policy = shipped_access()
    for role, standing, record, operation in EVERY_CELL:
        answer = policy.decide(someone(role), bond(standing), record, operation, stated(role, operation), NOW)
        assert (answer.effect, answer.obligations) == expected(role, standing, record, operation)


@pytest.mark.parametrize("standing", [Standing.CONFLICTED, Standing.FAMILY])
def test_behind_the_wall_nothing_but_recording_is_answered_whatever_the_roles(standing: Standing) -> None:
    policy, actor = shipped_access(), someone(*(set(Role) - {Role.AGENCY_SYSTEM}))
    for record, operation in product(RecordClass, Operation):
        if standing is Standing.FAMILY and (record, operation) == (RecordClass.ACCESS_LOG, Operation.READ):
            continue
        answer = policy.decide(
            actor, bond(standing), record, operation, stated(Role.DESIGNATED_LEAD, operation), NOW
        )
        assert Obligation.TELL_OUTSIDE in answer.obligations
        if operation is Operation.RECORD and answer.permitted:
            assert Obligation.RECEIPT_ONLY in answer.obligations
        else:
            assert answer.effect is Effect.HIDE


def test_anyone_at_work_may_record_a_concern_of_any_child_with_nothing_stated() -> None:
    policy = shipped_access()
    for role, standing in product(set(Role) - {Role.FAMILY_READER}, Standing):
        actor = someone(role)
        assert policy.decide(
            actor, bond(standing), RecordClass.OWN_ENTRY, Operation.RECORD, None, NOW
        ).permitted, (role, standing)


def test_no_row_shows_or_gives_a_shielded_address() -> None:
    ways = {Operation.READ, Operation.GIVE, Operation.EXPORT, Operation.BREAK_GLASS, Operation.KNOW_EXISTS}
    shown = [
        cell
        for cell, row in shipped_access().cells.items()
        if cell[2] is RecordClass.SHIELDED_ADDRESS and cell[3] in ways and row.effect is Effect.PERMIT
    ]
    assert shown == []


def test_a_sealed_adoption_opens_to_two_people_or_to_none() -> None:
    for cell, row in shipped_access().cells.items():
        if cell[2] is RecordClass.SEALED_ADOPTION:
            assert row.effect is Effect.HIDE or Obligation.SECOND_PERSON in row.obligations, cell
