"""Leaves: one way to write an entry, and back; another entry never has the same bytes."""

import json
from dataclasses import replace
from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from heeded.core.chronology.entry import Entry, Fact
from heeded.core.chronology.people import Source
from heeded.core.chronology.when import Precision, When
from heeded.core.log.canonical import canonical
from heeded.core.log.erasure import Erasure, erasure_of, is_erasure
from heeded.core.log.leaf import content, leaf_hash
from heeded.core.log.reading import entry_of

words = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
seconds = st.integers(-(2**40), 2**40)
facts: st.SearchStrategy[Fact] = st.one_of(
    st.booleans(),
    words,
    st.integers(),
    st.floats(allow_nan=False, allow_infinity=False),
    st.dates(),
    st.frozensets(words, max_size=4),
)
entries = st.builds(
    Entry,
    id=words,
    kind=words,
    child=words,
    happened=st.builds(
        lambda first, more, precision: When(first, first + more, precision),
        seconds,
        st.integers(0, 10**7),
        st.sampled_from(Precision),
    ),
    told=seconds,
    source=st.builds(Source, words, words, words),
    known=st.dictionaries(words, seconds, max_size=3),
    keys=st.dictionaries(words, words, max_size=3),
    facts=st.dictionaries(words, facts, max_size=5),
    corrects=st.none() | words,
    withdraws=st.none() | words,
    writer=words,
)
BRUISE = Entry(
    id="e1",
    kind="injury observed",
    child="s1",
    happened=When.parse("2010-06-18T19:40"),
    told=1_276_890_000,
    source=Source("hospital", "Dr Amara Obi", "paediatrician"),
    known={"police": 1_276_893_600},
    keys={"injury": "hospital:7"},
    facts={
        "suspected": True,
        "count": 3,
        "widest": 1.5,
        "seen on": date(2010, 6, 18),
        "sites": frozenset({"ear", "back"}),
    },
)


def with_facts(**found: Fact) -> Entry:
    return replace(BRUISE, facts=found)


def test_the_bytes_of_version_1_never_change() -> None:
    assert content(BRUISE, "s1", 1_276_890_002) == (
        b'{"corrects":null,"entry":"e1","facts":{"count":3,"seen on":{"date":"2010-06-18"},'
        b'"sites":["back","ear"],"suspected":true,"widest":1.5},'
        b'"happened":[1276886400,1276886400,"instant"],"keys":{"injury":"hospital:7"},'
        b'"kind":"injury observed","known":{"police":1276893600},"received":1276890002,'
        b'"source":["hospital","Dr Amara Obi","paediatrician"],"subject":"s1","told":1276890000,'
        b'"version":"heeded-entry/1","withdraws":null}'
    )


def test_a_leaf_from_before_writers_were_kept_reads_as_written_by_nobody_known() -> None:
    sealed = content(BRUISE, "s1", 1)
    assert b"writer" not in sealed
    assert entry_of(sealed).entry.writer == ""
    named = content(replace(BRUISE, writer="practitioner:dr-obi"), "s1", 1)
    assert named == sealed.replace(b"null}", b'null,"writer":"practitioner:dr-obi"}')
    assert entry_of(named).entry.writer == "practitioner:dr-obi"


@given(entries, words, seconds)
@settings(max_examples=300)
def test_what_was_sealed_is_read_back(entry: Entry, subject: str, received: int) -> None:
    sealed = content(entry, subject, received)
    found = entry_of(sealed)
    assert found.entry == replace(entry, child=subject)
    assert (found.subject, found.received) == (subject, received)
    assert json.loads(sealed)["entry"] == entry.id
    assert not is_erasure(sealed)


@given(st.integers(-(2**60), 2**60))
def test_equal_numbers_are_sealed_alike(number: int) -> None:
    same = float(number)
    assert content(with_facts(n=same), "s", 1) == content(with_facts(n=int(same)), "s", 1)


def test_every_part_of_an_entry_is_sealed() -> None:
    otherwise = [
        replace(BRUISE, id="e2"),
        replace(BRUISE, kind="injury"),
        replace(BRUISE, happened=When.parse("2010-06-18")),
        replace(BRUISE, happened=replace(BRUISE.happened, precision=Precision.ABOUT)),
        replace(BRUISE, told=BRUISE.told + 1),
        replace(BRUISE, source=Source("hospital", "Dr Amara Obi", "nurse")),
        replace(BRUISE, known={}),
        replace(BRUISE, keys={"injury": "hospital:8"}),
        replace(BRUISE, facts={**BRUISE.facts, "suspected": False}),
        replace(BRUISE, facts={**BRUISE.facts, "suspected": 1}),
        replace(BRUISE, facts={**BRUISE.facts, "seen on": "2010-06-18"}),
        replace(BRUISE, corrects="e0"),
        replace(BRUISE, withdraws="e0"),
        replace(BRUISE, writer="practitioner:dr-obi"),
        replace(BRUISE, writer="system:dr-obi"),
    ]
    sealed = [content(entry, "s1", 5) for entry in [BRUISE, *otherwise]]
    sealed += [content(BRUISE, "s2", 5), content(BRUISE, "s1", 6)]
    assert len(set(sealed)) == len(sealed)


def test_the_order_in_which_facts_were_given_does_not_matter() -> None:
    turned = dict(reversed(list(BRUISE.facts.items())))
    assert content(replace(BRUISE, facts=turned), "s1", 1) == content(BRUISE, "s1", 1)


def test_the_child_of_whom_links_tell_is_not_sealed() -> None:
    assert content(replace(BRUISE, child="person 9"), "s1", 1) == content(BRUISE, "s1", 1)


@pytest.mark.parametrize(
    ("value", "why"),
    [
        (float("nan"), "not a number"),
        (float("inf"), "not a number"),
        (float("-inf"), "not a number"),
        ("half \ud800", "surrogate"),
        (frozenset({"\udfff"}), "surrogate"),
        (datetime(2010, 6, 18, 12, 0), "a moment where a date belongs"),  # noqa: DTZ001 - what is refused
    ],
)
def test_what_has_no_form_is_refused_with_the_entrys_name(value: Fact, why: str) -> None:
    with pytest.raises(ValueError, match=f"entry e1 cannot be sealed.*{why}"):
        content(with_facts(odd=value), "s1", 1)


@pytest.mark.parametrize(
    ("number", "written"),
    [
        (0.1, "0.1"),
        (-0.0, "0"),
        (1.0, "1"),
        (-1.25, "-1.25"),
        (0.00001, "0.00001"),
        (-0.000015, "-0.000015"),
        (0.000001, "0.000001"),
        (1e-7, "1e-7"),
        (-1.5e-7, "-1.5e-7"),
        (5e-324, "5e-324"),
        (4.35, "4.35"),
        (333333333.3333333, "333333333.3333333"),
        (9007199254740991, "9007199254740991"),
    ],
)
def test_numbers_are_written_as_ecmascript_writes_them(number: float, written: str) -> None:
    assert canonical(number).decode() == written


@given(st.floats(allow_nan=False, allow_infinity=False).filter(lambda x: not x.is_integer()))
def test_any_number_is_read_back_exactly(number: float) -> None:
    assert float(canonical(number)) == number
    assert b"e-0" not in canonical(number)
    assert b"+" not in canonical(number)


def test_names_are_sorted_by_their_utf_16_units_and_nothing_needless_is_escaped() -> None:
    # RFC 8785, section 3.2.3: its own example, in its own order
    names = {"\u20ac": 1, "\r": 2, "\ufb33": 3, "1": 4, "\U0001f600": 5, "\u0080": 6, "\u00f6": 7}
    order = [pair[0] for pair in json.loads(canonical(names), object_pairs_hook=list)]
    assert order == ["\r", "1", "\u0080", "\u00f6", "\u20ac", "\U0001f600", "\ufb33"]
    # and section 3.2.2's string
    assert canonical('\u20ac$\u000f\nA\'B"\\\\"/').decode() == '"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"'


def test_a_whole_number_that_json_would_blur_is_refused_or_written_in_digits() -> None:
    with pytest.raises(ValueError, match="beyond"):
        canonical(2**53)
    sealed = content(with_facts(many=2**53, most=1e22), "s1", 1)
    assert b'"many":{"integer":"9007199254740992"},"most":{"integer":"10000000000000000000000"}' in sealed
    assert entry_of(sealed).entry.facts == {"many": 2**53, "most": 1e22}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b'"corrects":null', b'"corrects": null'),
        (b'"count":3', b'"count":3.0'),
        (b'"count":3', b'"count":03'),
        (b'"count":3', b'"count":NaN'),
        (b'"count":3', b'"count":3,"count":4'),
        (b'"count":3', b'"count":null'),
        (b'"count":3', b'"count":{"day":"2010-06-18"}'),
        (b'["back","ear"]', b'["ear","back"]'),
        (b'["back","ear"]', b'["back","back","ear"]'),
        (b'"told":1276890000', b'"told":true'),
        (b'"told":1276890000', b'"told":1276890000.0'),
        (b'"instant"', b'"second"'),
        (b"entry/1", b"entry/2"),
        (b'"kind":"injury observed",', b""),
        (b'"withdraws":null', b'"withdraws":null,"zeal":1'),
        (b'"withdraws":null', b'"withdraws":null,"writer":""'),
        (b'"withdraws":null', b'"withdraws":null,"writer":null'),
        (b"injury observed", b"injury \xff observed"),
        (b"injury observed", b"injury \\u006fbserved"),
    ],
)
def test_content_written_otherwise_is_no_content(old: bytes, new: bytes) -> None:
    sealed = content(BRUISE, "s1", 1)
    assert old in sealed
    with pytest.raises(ValueError, match="content of a leaf"):
        entry_of(sealed.replace(old, new))


@given(st.binary(max_size=200))
def test_any_bytes_are_refused_in_words(noise: bytes) -> None:
    with pytest.raises(ValueError, match="content of a leaf"):
        entry_of(noise)


def test_nesting_without_end_is_refused_in_words() -> None:
    with pytest.raises(ValueError, match="content of a leaf"):
        entry_of(b"[" * 200_000)


def test_the_salt_hides_and_has_its_length() -> None:
    assert leaf_hash(bytes(32), b"a") != leaf_hash(b"\x01" + bytes(31), b"a")
    for salt in (b"", bytes(31), bytes(33)):
        with pytest.raises(ValueError, match="32 bytes"):
            leaf_hash(salt, b"a")


def test_an_erasure_is_read_back_and_is_not_an_entry() -> None:
    erasure = Erasure(leaves=(3, 9), ground="retention 25 years", by="records officer", at=1_700_000_000)
    assert is_erasure(erasure.content)
    assert erasure_of(erasure.content) == erasure
    with pytest.raises(ValueError, match="content of a leaf"):
        entry_of(erasure.content)
    with pytest.raises(ValueError, match="not an erasure as"):
        erasure_of(erasure.content.replace(b",", b", "))
    look_alike = replace(BRUISE, withdraws='"version":"heeded-erasure/1"}')
    assert not is_erasure(content(look_alike, "s1", 1))


@pytest.mark.parametrize("leaves", [(), (2, 1), (1, 1), (-1, 2)])
def test_an_erasure_names_leaves_in_order(leaves: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match="names one leaf or more"):
        Erasure(leaves=leaves, ground="retention", by="officer", at=1)


@pytest.mark.parametrize(("ground", "by"), [("", "officer"), ("retention", " ")])
def test_an_erasure_says_why_and_who(ground: str, by: str) -> None:
    with pytest.raises(ValueError, match="on what ground"):
        Erasure(leaves=(1,), ground=ground, by=by, at=1)
