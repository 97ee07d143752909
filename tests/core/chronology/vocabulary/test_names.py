"""Names can stand in the text of a rule: no reader, human or machine, can take one for another."""

import re
from collections.abc import Iterator
from itertools import permutations

import pytest

from heeded.core.chronology.vocabulary import KEYS, KINDS, ON_EVERY_KIND
from heeded.core.procedures.pattern import AGE, REST_DAY

JOINING = frozenset(
    "where and or not is are includes any stated least most under over".split()
    + "until within matching knowing when".split()
)
"""The words with which a rule joins kinds, fields and choices."""

WRITTEN = re.compile(r"[a-z0-9]+(?:['-][a-z0-9]+)*(?: [a-z0-9]+(?:['-][a-z0-9]+)*)*")
COMPUTED = {AGE, REST_DAY}
"""Fields that the language works out itself."""


def names() -> Iterator[tuple[str, str]]:
    """Yield every name that a rule may write, after what it is the name of."""
    yield from (("key", key) for key in KEYS)
    fields = [*ON_EVERY_KIND, *(field for kind in KINDS.values() for field in kind.fields)]
    yield from (("kind", kind) for kind in KINDS)
    yield from (("field", field.name) for field in fields)
    yield from (("choice", choice) for field in fields for choice in field.choices)


def unreadable(name: str) -> bool:
    """Tell whether a name could be misread in a rule."""
    return not WRITTEN.fullmatch(name) or not JOINING.isdisjoint(name.split()) or name in COMPUTED


def test_a_name_is_plain_words_and_none_of_them_joins() -> None:
    assert [name for what, name in names() if unreadable(name)] == []


@pytest.mark.parametrize(
    "name", ["seen, or alone", "bite or burn", "Seen", "not seen", "age", "", "seen  alone", "a; b", "x: y"]
)
def test_the_watch_sees_a_name_that_could_be_misread(name: str) -> None:
    assert unreadable(name)


def begins(longer: str, shorter: str) -> bool:
    """Tell whether one name goes on where another ends."""
    return longer.startswith(f"{shorter} ")


def test_the_kinds_that_begin_like_another_are_known() -> None:
    """The longest match decides, since what follows a kind in a rule is a joining word or nothing."""
    assert {(longer, shorter) for longer, shorter in permutations(KINDS, 2) if begins(longer, shorter)} == {
        ("child protection medical requested", "child protection medical"),
        ("criminal decision shared", "criminal decision"),
        ("decision reviewed", "decision"),
        ("disclosure weighed", "disclosure"),
        ("strategy discussion called", "strategy discussion"),
    }


@pytest.mark.parametrize("kind", KINDS)
def test_the_longest_match_reads_each_kind_back(kind: str) -> None:
    written = f"{kind} where agency is police".split()
    found = [" ".join(written[:n]) for n in range(len(written), 0, -1) if " ".join(written[:n]) in KINDS]
    assert found[0] == kind


def test_no_field_of_a_kind_is_named_like_a_choice_beside_it() -> None:
    """Else "outcome is conference and conference required" could be read in two ways."""
    clashes = {
        (kind.name, field.name)
        for kind in KINDS.values()
        for field in kind.fields
        for other in kind.fields
        if field.name in other.choices
    }
    assert clashes == set()
