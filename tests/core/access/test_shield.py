"""A shield: what it holds back, from whom, and the one way a letter still goes out."""

from itertools import product

import pytest

from heeded.core.access import NO_BOND, Operation, Role, Standing
from heeded.core.access.shield import Disclosure, Shield, Shielded, Sought, disclosable
from tests.core.access.people import NOW, bond, someone

HOME = Sought("mother", Shielded.ADDRESS)


def shield(what: Shielded = Shielded.ADDRESS, **other: object) -> Shield:
    """A shield of the mother's, placed a day before NOW, that names Ana."""
    until, named = other.get("until"), other.get("named", frozenset({"ana"}))
    assert until is None or isinstance(until, int)
    assert isinstance(named, frozenset)
    return Shield(
        person="mother",
        what=what,
        since=NOW - 86_400,
        until=until,
        by="refuge lead",
        reason="he is looking for her",
        named=named,
    )


def test_over_every_tie_and_operation_only_the_named_read_and_only_the_resolver_writes() -> None:
    for standing, operation, named in product(Standing, Operation, (True, False)):
        names = frozenset({"ana"}) if named else frozenset({"someone-else"})
        got = disclosable(
            HOME, [shield(named=names)], someone(Role.PRACTITIONER), bond(standing), operation, NOW
        )
        walled = standing in {Standing.CONFLICTED, Standing.FAMILY}
        if named and operation is Operation.READ and not walled:
            assert got is Disclosure.NAMED
        elif operation is Operation.SEND_LETTER and standing in {Standing.ALLOCATED, Standing.INVOLVED}:
            assert got is Disclosure.BY_RESOLVER
        else:
            assert got is Disclosure.WITHHELD


@pytest.mark.parametrize("what", [Shielded.IDENTITY, Shielded.WHEREABOUTS])
def test_a_letter_carries_an_address_and_nothing_else_that_is_shielded(what: Shielded) -> None:
    actor, tie = someone(Role.PRACTITIONER), bond(Standing.ALLOCATED)
    sought = Sought("mother", what)
    assert disclosable(sought, [shield(what)], actor, tie, Operation.SEND_LETTER, NOW) is Disclosure.WITHHELD


def test_a_shield_is_the_persons_own_and_holds_in_its_time() -> None:
    ana = someone(Role.PRACTITIONER)
    read = Operation.READ
    nobody = frozenset({"nobody"})

    def at(now: int, sought: Sought = HOME, until: int | None = None) -> Disclosure:
        return disclosable(sought, [shield(until=until, named=nobody)], ana, NO_BOND, read, now)

    assert at(NOW) is Disclosure.WITHHELD
    assert at(NOW - 86_400) is Disclosure.WITHHELD
    assert at(NOW - 86_401) is Disclosure.OPEN
    assert at(NOW, until=NOW + 1) is Disclosure.WITHHELD
    assert at(NOW, until=NOW) is Disclosure.OPEN
    assert at(NOW, Sought("father", Shielded.ADDRESS)) is Disclosure.OPEN


@pytest.mark.parametrize(
    ("what", "held"),
    [
        (Shielded.IDENTITY, set(Shielded)),
        (Shielded.ADDRESS, {Shielded.ADDRESS, Shielded.WHEREABOUTS}),
        (Shielded.WHEREABOUTS, {Shielded.WHEREABOUTS}),
    ],
)
def test_what_tells_where_somebody_is_is_held_back_with_it(what: Shielded, held: set[Shielded]) -> None:
    placed = shield(what)
    assert {each for each in Shielded if placed.holds("mother", each, NOW)} == held


def test_where_two_shields_hold_both_must_name_the_reader() -> None:
    ana = someone(Role.PRACTITIONER)
    other = shield(named=frozenset({"ben"}))
    assert disclosable(HOME, [shield(), other], ana, NO_BOND, Operation.READ, NOW) is Disclosure.WITHHELD
    assert disclosable(HOME, [shield(), shield()], ana, NO_BOND, Operation.READ, NOW) is Disclosure.NAMED


def test_a_shield_that_nobody_could_answer_for_is_refused() -> None:
    with pytest.raises(ValueError, match="before it begins"):
        shield(until=NOW - 86_400)
    with pytest.raises(ValueError, match="who placed it and why"):
        Shield(person="mother", what=Shielded.ADDRESS, since=NOW, by=" ", reason="he is looking")
    with pytest.raises(ValueError, match="who placed it and why"):
        Shield(person="mother", what=Shielded.ADDRESS, since=NOW, by="lead", reason="")
