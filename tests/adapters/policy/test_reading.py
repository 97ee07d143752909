"""The policy files: what ships is sound, and a wrong one is refused with place and remedy."""

import re

import pytest

from heeded.adapters.policy import (
    WrongPolicy,
    read_access,
    read_bases,
    read_purposes,
    shipped_access,
    shipped_bases,
    shipped_purposes,
)
from heeded.core.access import Effect, Role, Standing
from heeded.core.access.purpose import needs_purpose

ROW = """
rows:
  - row: one
    who: practitioner
    standing: involved
    record: identity
    may: read
    answer: permit
    because: They work with the child.
"""


def test_a_policy_of_one_row_permits_that_and_denies_the_rest() -> None:
    policy = read_access(ROW, "own.yaml")
    permitted = [cell for cell, row in policy.cells.items() if row.effect is Effect.PERMIT]
    assert permitted == [(Role.PRACTITIONER, Standing.INVOLVED, "identity", "read")]
    assert {row.effect for row in policy.cells.values()} == {Effect.PERMIT, Effect.DENY}


def test_groups_hold_groups() -> None:
    groups = "groups: {roles: {a: [practitioner], b: [a, auditor]}}"
    policy = read_access(groups + ROW.replace("who: practitioner", "who: b"), "own.yaml")
    assert policy.rows[0].roles == {Role.PRACTITIONER, Role.AUDITOR}


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("who: practitioner", "who: doctor"), 'row.*"one", "who": "doctor" is none of: practitioner'),
        (("answer: permit", "answer: maybe"), '"answer": "maybe" is none of: permit'),
        (("    because: They work with the child.\n", ""), "missing: because. Write it"),
        (("may: read", "may: read\n    may: erase"), '"may" is written twice'),
        (("may: read", "may: read\n    until: noon"), "unknown: until. Use: row, who"),
        (("record: identity", "record: [identity, 3]"), "must be a name or a list of names"),
        (("rows:", "rows: 3\nnone:"), "unknown: none"),
        (("  - row: one", "  - row: default"), "same name: default"),
    ],
)
def test_a_wrong_row_is_refused_with_place_and_remedy(change: tuple[str, str], said: str) -> None:
    with pytest.raises(WrongPolicy, match=said) as refused:
        read_access(ROW.replace(*change), "own.yaml")
    assert str(refused.value).startswith("own.yaml")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "must hold names"),
        ("rows: 3", "must be a list"),
        ("rows: [3]", "rows, number 1: must hold names"),
        ("rows: [", "own.yaml"),
        ("groups: 3" + ROW, '"groups" must hold'),
        ("groups: {roles: 3}" + ROW, '"roles" must hold'),
        ("groups: {roles: {a: [a]}}" + ROW.replace("who: practitioner", "who: a"), 'group "a" holds itself'),
        (ROW + "    asks: [a bribe]\n", '"asks": "a bribe" is none of'),
        ("!!python/object/apply:os.getcwd []", "own.yaml"),
    ],
)
def test_a_wrong_file_is_refused(text: str, said: str) -> None:
    with pytest.raises(WrongPolicy, match=said):
        read_access(text, "own.yaml")


def test_a_purpose_names_bases_that_there_are() -> None:
    text = "purposes: [{id: a, title: b, rests on: [nowhere], who: [auditor], may: [read]}]"
    with pytest.raises(WrongPolicy, match=r"no such legal basis: nowhere\. There are: CA1989-s47"):
        read_purposes(text, "own.yaml", shipped_bases())


def test_a_basis_written_twice_is_refused() -> None:
    text = "bases: [{id: a, title: b, source: c}, {id: a, title: b, source: c}]"
    with pytest.raises(WrongPolicy, match="written twice: a"):
        read_bases(text, "own.yaml")


def test_every_permission_that_needs_a_purpose_has_one_that_may_be_stated() -> None:
    purposes = shipped_purposes().values()
    stranded = {
        f"{row.id}: {role} {operation}"
        for (role, _, record, operation), row in shipped_access().cells.items()
        if row.effect is Effect.PERMIT and needs_purpose(record, operation)
        if not any(role in each.roles and operation in each.operations for each in purposes)
    }
    assert stranded == set()


def test_every_basis_is_used_and_says_where_it_was_read() -> None:
    used = {basis.id for purpose in shipped_purposes().values() for basis in purpose.bases}
    assert used == set(shipped_bases())
    assert all(basis.source for basis in shipped_bases().values())


def test_what_was_written_from_memory_or_read_second_hand_is_marked() -> None:
    doubtful = {id_ for id_, basis in shipped_bases().items() if basis.unverified}
    from_memory = {"UKGDPR-6-1-c", "UKGDPR-6-1-d", "UKGDPR-6-1-e", "UKGDPR-15", "DPA2018-Part3"}
    second_hand = {"UKGDPR-9-2-g", "DPA2018-Sch1-para10", "CDA1998-s115", "CA1989-s17"}
    assert doubtful >= from_memory | second_hand | {"CA2004-s16LA"}


def test_every_row_says_why_in_a_sentence() -> None:
    for row in shipped_access().rows:
        assert re.fullmatch(r"[A-Z].+\.", row.because), row.id
