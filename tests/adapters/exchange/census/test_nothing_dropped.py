"""Nothing is dropped in silence: each text of a sample, spoilt or moved, is in a record or in the ledger."""

from collections.abc import Iterator
from datetime import date
from xml.etree import ElementTree as ET

import pytest

from heeded.adapters.exchange.unreadable import UnreadableFile
from tests.adapters.exchange.census.given import SAMPLES, Read, read

SAMPLE = SAMPLES / "CIN_Census_2026.xml"
AS_OF = date(2028, 3, 31)
SPOILT = "Zq17"
LEAVES = sum(len(element) == 0 for element in ET.parse(SAMPLE).iter())  # noqa: S314 - our own file
ELEMENTS = sum(1 for _ in ET.parse(SAMPLE).iter())  # noqa: S314 - our own file


def told(result: Read) -> Iterator[str]:
    """Everything that records and ledger hold, as text."""
    yield repr(result.header)
    yield from map(repr, result.children)
    yield from (line.value for line in result.lines)


def tree() -> ET.Element:
    """The sample as a tree of its own."""
    return ET.parse(SAMPLE).getroot()  # noqa: S314 - our own file


def reread(root: ET.Element) -> Read:
    """Read a tree."""
    return read(ET.tostring(root), as_of=AS_OF)


@pytest.mark.parametrize("number", range(LEAVES))
def test_a_spoilt_text_is_in_a_record_or_in_the_ledger(number: int) -> None:
    root = tree()
    leaf = [element for element in root.iter() if len(element) == 0][number]
    leaf.text = SPOILT
    if leaf.tag == "Collection":
        with pytest.raises(UnreadableFile, match=SPOILT):
            reread(root)
    else:
        assert any(SPOILT in text for text in told(reread(root))), leaf.tag


@pytest.mark.parametrize("number", range(ELEMENTS))
def test_an_element_that_has_no_place_is_in_the_ledger_wherever_it_stands(number: int) -> None:
    root = tree()
    around = list(root.iter())[number]
    ET.SubElement(around, "Beside").text = SPOILT
    result = reread(root)
    found = [line for line in result.lines if SPOILT in line.value]
    assert [(line.place.element, line.reason) for line in found] == [
        ("Beside", "no element of the census at this place")
    ]
    assert len(result.children) == 2


@pytest.mark.parametrize("number", range(ELEMENTS))
def test_text_between_elements_is_in_the_ledger_wherever_it_stands(number: int) -> None:
    root = tree()
    before = list(root.iter())[number]
    before.tail = SPOILT
    result = reread(root)
    assert number == 0 or any(SPOILT in line.value for line in result.lines)


@pytest.mark.parametrize("number", range(2, ELEMENTS))
def test_an_element_left_out_takes_nothing_else_with_it(number: int) -> None:
    root = tree()
    gone = list(root.iter())[number]
    around = next(element for element in root.iter() if gone in list(element))
    around.remove(gone)
    result = reread(root)
    children = sum(1 for _ in root.iter("Child"))
    nameless = sum(
        child.find("ChildIdentifiers/LAchildID") is None and child.find("ChildIdentifiers/UPN") is None
        for child in root.iter("Child")
    )
    assert (result.children_met, len(result.children)) == (children, children - nameless)
    episodes = sum(1 for episode in root.iter("CINdetails") if episode.find("CINreferralDate") is not None)
    if not nameless:
        assert sum(len(child.episodes) for child in result.children) == episodes


def test_the_order_of_parts_does_not_matter() -> None:
    root = tree()
    for element in root.iter():
        if element.tag in ("Child", "ChildIdentifiers", "CINdetails", "Section47", "ChildProtectionPlans"):
            element[:] = element[::-1]
    forward, backward = read(ET.tostring(tree()), as_of=AS_OF), read(ET.tostring(root), as_of=AS_OF)
    assert sorted(forward.reasons) == sorted(backward.reasons)
    first, again = forward.children[0], backward.children[0]
    assert (first.identity, first.birth, first.set_aside) == (again.identity, again.birth, again.set_aside)
    (one,), (other,) = first.episodes, again.episodes
    assert (one.referral_date, one.closure_date, one.referral_source) == (
        other.referral_date,
        other.closure_date,
        other.referral_source,
    )
    assert one.section47s[0].conference_date == other.section47s[0].conference_date
