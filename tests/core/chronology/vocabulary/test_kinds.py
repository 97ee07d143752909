"""Every kind of event is whole: it means something, its keys exist, and none is missing."""

import importlib
import pkgutil
import re

import pytest

from heeded.core.chronology import vocabulary
from heeded.core.chronology.vocabulary import (
    ALWAYS,
    DRAWN,
    EVERY_KIND,
    KEYS,
    KINDS,
    ON_EVERY_KIND,
    Field,
    Kind,
    kind,
)
from heeded.core.chronology.vocabulary.field import yes_no

NEEDED = """
contact received; referral made; referral received; referral decision; referral acknowledged
hand-over offered; hand-over accepted; hand-over refused
hospital attendance; hospital admission; hospital discharge; removal against advice
injury observed; medical opinion; child protection medical; explanation given; disclosure; disclosure weighed
concern raised; view recorded; police notice; domestic abuse incident; arrest; release; bail
police protection started; police protection ended; criminal decision; substance use known; adult fact known
strategy discussion; section 47 started; section 47 ended; assessment started; assessment authorised
initial conference; protection plan started; protection plan ended; core group; visit; review conference
became looked after; ceased to be looked after; placement started; placement ended
looked-after review; looked-after visit
emergency protection order made; application made; order made
decision; decision reviewed; evidence against assumption
disagreement opened; disagreement answered; disagreement taken up; disagreement resolved
departure with reason; information requested; information given; information refused
household joined; household left; relationship recorded; whereabouts; care
case closed; case reopened; correction; withdrawal
"""
"""What the record must at the least be able to say."""

MEANING = re.compile(r"[A-Z].{2,}\.")
"""A sentence, however short."""


def needed() -> list[str]:
    """List the needed kinds."""
    return [name.strip() for line in NEEDED.strip().splitlines() for name in line.split(";")]


@pytest.mark.parametrize("name", needed())
def test_the_record_can_say(name: str) -> None:
    assert kind(name).name == name


def test_every_chapter_is_gathered() -> None:
    chapters = [
        importlib.import_module(f"{vocabulary.__name__}.{module.name}")
        for module in pkgutil.iter_modules(vocabulary.__path__)
    ]
    written = {each.name for chapter in chapters for each in getattr(chapter, "KINDS", ())}
    assert written == set(EVERY_KIND)
    assert set(EVERY_KIND) == {*KINDS, *DRAWN}


def test_a_kind_means_something_and_so_do_its_fields() -> None:
    meanings = {each.name: each.meaning for each in KINDS.values()}
    meanings |= {f"{each.name}: {of.name}": of.meaning for each in KINDS.values() for of in each.fields}
    assert [name for name, meaning in meanings.items() if not MEANING.fullmatch(meaning)] == []


def test_a_kind_carries_the_keys_of_every_entry_and_no_key_twice() -> None:
    for each in KINDS.values():
        assert set(ALWAYS) <= set(each.keys) <= set(KEYS), each.name
        assert len(each.keys) == len(set(each.keys)), each.name


@pytest.mark.parametrize("key", KEYS)
def test_a_key_ties_at_least_two_kinds_together(key: str) -> None:
    assert sum(key in each.keys for each in KINDS.values()) > 1


def test_a_departure_can_be_from_any_rule() -> None:
    assert set(kind("departure with reason").keys) == set(KEYS)


def test_every_kind_has_the_agency_and_the_role() -> None:
    assert all(each.field(field.name) is field for each in KINDS.values() for field in ON_EVERY_KIND)
    assert kind("visit").field("colour") is None


def test_an_unknown_kind_is_named_with_its_neighbours() -> None:
    with pytest.raises(KeyError, match=r'"referal received".*Did you mean: referral received'):
        kind("referal received")
    with pytest.raises(KeyError, match='no kind of event "zzz"'):
        kind("zzz")


@pytest.mark.parametrize(
    ("fields", "keys", "usual", "says"),
    [
        ((yes_no("seen", "Seen."), yes_no("seen", "Seen.")), (), "police", "a field twice: seen"),
        ((yes_no("role", "Role."),), (), "police", "a field twice: role"),
        ((), ("file",), "police", "no such key: file"),
        ((), (), "press", "no sector"),
    ],
)
def test_a_meaningless_kind_cannot_be_made(
    fields: tuple[Field, ...], keys: tuple[str, ...], usual: str, says: str
) -> None:
    with pytest.raises(ValueError, match=says):
        Kind("sighting", "Seen.", "Here", fields, keys, usual)
