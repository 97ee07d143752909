"""Tests of finding a child at a front desk: by what is heard, without a word of content."""

from __future__ import annotations

from datetime import date

import pytest

from heeded.bootstrap import looking
from heeded.casework.identity import Desk, Searched, search
from heeded.core.chronology.report import Described
from tests.borough import NOW, ada
from tests.casework.looking.staff import who, why
from tests.casework.looking.telling import child_of, connect, one, rows, run, send

ADA = Described(ref="sought", name="Ada Invented", born=date(2024, 2, 15))
LIVES = Described(
    ref="ada",
    name="Ada Invented",
    born=date(2024, 2, 15),
    area="Norhaven",
    address="3 Elm Row",
    postcode="N22 8LE",
)
MOTHER = Described(ref="mother", name="Catherine Okonkwo", adult=True)


def sought(name: str, asked: Described, carer: str = "", now: int = NOW + 60) -> Searched:
    """What a member of staff finds."""
    return search(looking.desk(), who(name), asked, carer, now, why())


@pytest.fixture
def child(desk: Desk, database: str) -> str:
    """A toddler whom the hospital knows, with her mother."""
    del desk
    told = one(
        "relationship recorded",
        agency="hospital",
        child=LIVES,
        facts={"person": "mother", "relationship": "mother"},
        people=(MOTHER,),
    )
    return child_of(send(told), database)


@pytest.mark.parametrize(
    "asked",
    [
        ADA,
        Described(ref="s", name="INVENTED, ADA"),
        Described(ref="s", name="Aida Invented", born=date(2024, 2, 15)),
        Described(ref="s", name="Baby Invented", born=date(2024, 2, 15)),
        Described(ref="s", name="Ada Newname", born=date(2024, 2, 15)),
        Described(ref="s", name="Ada", born=date(2024, 1, 1)),
        Described(ref="s", name="Ada", postcode="N22 8LE"),
    ],
    ids=["as told", "turned", "spelt", "placeholder", "changed surname", "year alone", "postcode"],
)
def test_she_is_found_however_she_is_told(child: str, asked: Described) -> None:
    found = sought("worker", asked)
    assert [each.child for each in found.found] == [child]


def test_she_is_found_by_her_mother(child: str) -> None:
    alone = sought("worker", Described(ref="s", name=""), carer="Kathryn Okonkwo")
    assert [each.child for each in alone.found] == [child]
    found = sought("worker", Described(ref="s", name="Ada", born=date(2024, 1, 1)), carer="Kathryn Okonkwo")
    assert found.found[0].child == child
    assert (
        found.found[0].weight
        > sought("worker", Described(ref="s", name="Ada", born=date(2024, 1, 1))).found[0].weight
    )


def test_a_stranger_is_told_that_there_may_be_a_record_and_whom_to_ring(child: str) -> None:
    ((found,),) = (sought("teacher", ADA).found,)
    assert found.child == child
    assert found.who is None
    assert [each.agency.id for each in found.contacts] == ["hospital"]
    assert not any(term.theirs and term.theirs not in ("ada", "invented") for term in found.terms)


def test_who_works_with_the_child_is_told_who_it_is(child: str) -> None:
    ((found,),) = (sought("dr-okoro", ADA).found,)
    assert found.child == child
    assert found.who is not None
    assert found.who.name == "Ada Invented"


def test_one_look_names_everybody_who_was_found(child: str, database: str) -> None:
    found = sought("teacher", ADA)
    ((people, operation, answer),) = rows(
        database, "SELECT people::text[], operation, answer FROM record.look WHERE id = %s", found.look
    )
    assert (people, operation, answer) == ([child], "know that it exists", "permit")


def test_of_a_household_to_which_the_reader_belongs_nothing_is_found(child: str, database: str) -> None:
    connect(database, "teacher", child)
    assert sought("teacher", ADA).found == ()


def test_a_shielded_address_finds_nobody(child: str, database: str) -> None:
    run(
        database,
        "INSERT INTO record.shield (person, what, since, by, reason) VALUES (%s, 'address', 0, 'x', 'x')",
        child,
    )
    at_home = Described(ref="s", name="Ada", postcode="N22 8LE")
    assert sought("teacher", at_home).found == ()
    assert [each.child for each in sought("teacher", ADA).found] == [child]


@pytest.mark.usefixtures("child")
def test_one_word_alone_is_too_little() -> None:
    assert sought("worker", Described(ref="s", name="Ada")).too_little
    assert not sought("worker", Described(ref="s", name="Nobody Atall")).too_little


def test_many_who_match_are_said_to_be_many(desk: Desk, database: str) -> None:
    del desk
    for number in range(14):
        twin = ada(f"t{number}", nhs="", born=date(2024, 2, 15))
        send(one("visit", child=twin, name=f"v{number}"))
    found = sought("worker", ADA)
    assert found.many
    assert len(found.found) == 10
    assert database


def test_who_was_described_before_there_were_keys_is_given_them(child: str, database: str) -> None:
    from heeded.adapters.record.identity.indexing import index_missing  # noqa: PLC0415 - after Django is set up
    from heeded.adapters.record.store.naming import Naming  # noqa: PLC0415 - as above
    from heeded.adapters.record.store.token import Tokens  # noqa: PLC0415 - as above
    from heeded.bootstrap.secret import derived  # noqa: PLC0415 - as above

    before = rows(database, "SELECT key, subject FROM record.search_key ORDER BY 1, 2")
    run(database, "DELETE FROM record.search_key")
    assert sought("worker", ADA).found == ()
    assert index_missing(Naming(derived("naming")), Tokens(derived("tokens", 64))) == 2
    assert rows(database, "SELECT key, subject FROM record.search_key ORDER BY 1, 2") == before
    assert [each.child for each in sought("worker", ADA).found] == [child]
