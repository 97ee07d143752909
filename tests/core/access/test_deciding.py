"""What must be stated before a permission holds, and when it ends."""

import pytest

from heeded.adapters.policy import shipped_access, shipped_purposes
from heeded.core.access import (
    NO_BOND,
    NOTHING_FOUND,
    Actor,
    Answer,
    Bond,
    BreakGlass,
    Effect,
    Obligation,
    Operation,
    RecordClass,
    Role,
    Standing,
    Stated,
)
from tests.core.access.people import NOW, REASON, bond, someone, stated

HOURS = 3600
OTHER, READ = RecordClass.OTHER_ENTRY, Operation.READ


def asked(
    actor: Actor,
    tie: Bond = NO_BOND,
    record: RecordClass = OTHER,
    operation: Operation = READ,
    said: Stated | None = None,
    now: int = NOW,
) -> Answer:
    """Ask the shipped policy."""
    return shipped_access().decide(actor, tie, record, operation, said, now)


def test_without_a_purpose_a_record_one_may_read_is_existence_only() -> None:
    nurse, tie = someone(Role.PRACTITIONER), bond(Standing.INVOLVED)
    answer = asked(nurse, tie)
    assert answer.effect is Effect.EXISTENCE_ONLY
    assert "purpose" in answer.said
    assert asked(nurse, tie, said=stated(Role.PRACTITIONER, READ)).permitted


def test_a_stranger_knows_only_that_there_may_be_a_record_and_whom_to_ring() -> None:
    nurse = someone(Role.PRACTITIONER)
    assert asked(nurse, record=RecordClass.EXISTENCE, operation=Operation.KNOW_EXISTS).permitted
    assert asked(nurse, record=RecordClass.IDENTITY).effect is Effect.EXISTENCE_ONLY
    told = asked(nurse, said=stated(Role.PRACTITIONER, READ))
    assert told.effect is Effect.EXISTENCE_ONLY
    assert "ring" in told.said


def test_a_purpose_that_is_not_ones_own_to_state_opens_nothing() -> None:
    governance = shipped_purposes()["record-keeping"]
    said = Stated(purpose=governance, basis=governance.bases[0], reason=REASON)
    answer = asked(someone(Role.PRACTITIONER), bond(Standing.ALLOCATED), said=said)
    assert answer.effect is Effect.EXISTENCE_ONLY
    refused = asked(
        someone(Role.PRACTITIONER), bond(Standing.ALLOCATED), operation=Operation.DISAGREE, said=said
    )
    assert refused.effect is Effect.DENY


@pytest.mark.parametrize("reason", ["", "because", ". . . . . .", "why why why why why", "1 2 3 4 5 6"])
def test_a_glass_is_not_broken_without_a_reason(reason: str) -> None:
    said = stated(Role.PRACTITIONER, Operation.BREAK_GLASS, reason=reason)
    answer = asked(someone(Role.PRACTITIONER), operation=Operation.BREAK_GLASS, said=said)
    assert answer.effect is Effect.DENY
    assert "five words" in answer.said


def test_a_glass_opens_for_three_hours_and_is_reviewed() -> None:
    nurse = someone(Role.PRACTITIONER)
    said = stated(Role.PRACTITIONER, Operation.BREAK_GLASS)
    opened = asked(nurse, operation=Operation.BREAK_GLASS, said=said)
    assert opened.permitted
    assert opened.expires_at == NOW + 3 * HOURS
    assert {Obligation.REVIEW, Obligation.TELL_LEAD, Obligation.REASON} == opened.obligations
    tie = Bond(glass=BreakGlass("ana", NOW, REASON))
    read = stated(Role.PRACTITIONER, READ)
    last = asked(nurse, tie, said=read, now=NOW + 3 * HOURS - 1)
    assert last.permitted
    assert last.expires_at == NOW + 3 * HOURS
    assert asked(nurse, tie, said=read, now=NOW + 3 * HOURS).effect is Effect.EXISTENCE_ONLY
    assert asked(nurse, tie, said=read, now=NOW - 1).effect is Effect.EXISTENCE_ONLY


def test_what_is_recorded_under_a_broken_glass_has_no_end() -> None:
    tie = Bond(glass=BreakGlass("ana", NOW, REASON))
    answer = asked(someone(Role.PRACTITIONER), tie, RecordClass.OWN_ENTRY, Operation.RECORD)
    assert answer.permitted
    assert answer.expires_at is None


def test_a_purpose_is_not_for_every_operation() -> None:
    purpose = shipped_purposes()["child-in-need"]
    said = Stated(purpose=purpose, basis=purpose.bases[0], reason=REASON)
    nurse = someone(Role.PRACTITIONER)
    assert asked(nurse, bond(Standing.INVOLVED), said=said).permitted
    broken = asked(nurse, operation=Operation.BREAK_GLASS, said=said)
    assert broken.effect is Effect.DENY
    assert "not one for which" in broken.said


def test_a_glass_is_open_to_nobody_but_whoever_broke_it() -> None:
    tie = Bond(glass=BreakGlass("someone-else", NOW, REASON))
    answer = asked(someone(Role.PRACTITIONER), tie, said=stated(Role.PRACTITIONER, READ))
    assert answer.effect is Effect.EXISTENCE_ONLY


def test_a_conflict_outweighs_a_broken_glass_and_an_allocation() -> None:
    tie = Bond(allocated=True, involved=True, conflicted=True, glass=BreakGlass("ana", NOW, REASON))
    actor = someone(Role.PRACTITIONER, Role.DESIGNATED_LEAD)
    for operation in (READ, Operation.BREAK_GLASS, Operation.KNOW_EXISTS):
        answer = asked(actor, tie, RecordClass.IDENTITY, operation, stated(Role.PRACTITIONER, operation))
        assert answer.effect is Effect.HIDE
        assert answer.said == NOTHING_FOUND
        assert answer.obligations == {Obligation.TELL_OUTSIDE}


@pytest.mark.parametrize("agreed_by", ["", "ana"])
def test_nothing_leaves_on_one_persons_word(agreed_by: str) -> None:
    lead, tie = someone(Role.DESIGNATED_LEAD), bond(Standing.INVOLVED)
    said = stated(Role.DESIGNATED_LEAD, Operation.EXPORT, agreed_by=agreed_by)
    answer = asked(lead, tie, operation=Operation.EXPORT, said=said)
    assert answer.effect is Effect.DENY
    assert "second" in answer.said


def test_a_credential_does_what_it_was_made_for_and_always_records() -> None:
    narrow = Actor(
        id="sys", name="PAS", agency="st-marys", sector="hospital", roles=frozenset({Role.AGENCY_SYSTEM})
    )
    answer = asked(narrow, bond(Standing.INVOLVED), said=stated(Role.AGENCY_SYSTEM, READ))
    assert answer.effect is Effect.DENY
    assert "scope" in answer.said
    assert asked(narrow, record=RecordClass.OWN_ENTRY, operation=Operation.RECORD).permitted


def test_a_credential_stays_one_whatever_other_roles_it_was_given() -> None:
    both = Actor(
        id="sys",
        name="PAS",
        agency="st-marys",
        sector="hospital",
        roles=frozenset({Role.AGENCY_SYSTEM, Role.DESIGNATED_LEAD}),
        scopes=frozenset({READ}),
    )
    words = asked(
        both,
        bond(Standing.INVOLVED),
        RecordClass.DISCLOSURE_WORDS,
        said=stated(Role.AGENCY_SYSTEM, READ),
    )
    assert words.effect is Effect.EXISTENCE_ONLY


def test_of_several_roles_the_one_that_allows_most_counts() -> None:
    both = someone(Role.ADMINISTRATOR, Role.PRACTITIONER)
    assert asked(both, bond(Standing.INVOLVED), said=stated(Role.PRACTITIONER, READ)).permitted
    alone = asked(someone(Role.ADMINISTRATOR), bond(Standing.INVOLVED), said=stated(Role.PRACTITIONER, READ))
    assert alone.said == NOTHING_FOUND


def test_of_two_roles_that_may_the_one_that_owes_less_counts() -> None:
    manager = someone(Role.PRACTITIONER, Role.TEAM_MANAGER)
    answer = asked(
        manager, bond(Standing.INVOLVED), RecordClass.HEALTH_DETAIL, said=stated(Role.TEAM_MANAGER, READ)
    )
    assert answer.permitted
    assert answer.obligations == frozenset()


def test_whoever_has_no_role_may_do_nothing() -> None:
    answer = asked(someone(), bond(Standing.ALLOCATED), said=stated(Role.PRACTITIONER, READ))
    assert answer.effect is Effect.DENY
    assert "administrator" in answer.said


def test_a_doubtful_law_is_marked_on_the_answer() -> None:
    purpose = shipped_purposes()["safeguarding"]
    said = Stated(purpose=purpose, basis=purpose.basis("CA2004-s16LA"))
    answer = asked(someone(Role.PRACTITIONER), bond(Standing.INVOLVED), said=said)
    assert answer.permitted
    assert "in force" in answer.unverified
    assert "unverified" in str(said.basis)
    sound = Stated(purpose=purpose, basis=purpose.basis("CA2004-s10"))
    assert asked(someone(Role.PRACTITIONER), bond(Standing.INVOLVED), said=sound).unverified == ""


def test_a_basis_that_does_not_carry_the_purpose_is_refused() -> None:
    purposes = shipped_purposes()
    with pytest.raises(ValueError, match="does not carry"):
        Stated(purpose=purposes["care"], basis=purposes["crime"].bases[0])
    with pytest.raises(KeyError, match="UKGDPR-9-2-h"):
        purposes["care"].basis("CA1989-s47")
