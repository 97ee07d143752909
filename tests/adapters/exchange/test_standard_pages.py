"""The pages in docs/standard/: their examples are read, and their tables say what the code does."""

import json
import re

import pytest

from heeded.adapters.exchange.fhir.resources import snomed
from heeded.adapters.exchange.heeded_json import read_report
from heeded.adapters.exchange.police import read_notice
from heeded.adapters.exchange.police.words import EVENT_TYPES
from tools.reference.standard import STANDARD


def page(name: str) -> str:
    """The words of a page."""
    return (STANDARD / name).read_text("utf-8")


def example(name: str) -> bytes:
    """The first block of JSON on a page."""
    found = re.search(r"```json\n(.*?)```", page(name), re.DOTALL)
    assert found
    return found[1].encode()


def test_the_example_of_our_own_json_is_read_whole() -> None:
    report = read_report(example("report.md"), "hospital")
    assert report.refusals == ()
    assert [event.kind for event in report.events] == ["injury observed"]


def test_the_example_of_a_notice_is_read() -> None:
    report = read_notice(example("police-notice.md"), "police")
    assert not any(refusal.grave for refusal in report.refusals)
    assert {event.ref for event in report.events} >= {"E1/T", "E3/T", "E4/T", "E6/T", "Carl/home/since"}
    assert json.loads(example("police-notice.md"))["notice"] == report.id


def test_the_page_lists_every_type_of_event_with_its_kind() -> None:
    rows = dict(
        re.findall(r"^\| ([a-z][a-z -]+) \| ([a-z][a-z -]+) \|$", page("police-notice.md"), re.MULTILINE)
    )
    assert rows == {**EVENT_TYPES, "type": "kind"}


@pytest.mark.parametrize(
    "table",
    [
        *(snomed.INJURIES, snomed.SITES, snomed.LATERALITY, snomed.CONCERNS),
        *(snomed.PLANS, snomed.FAMILY_PLANS, snomed.REFERRALS),
    ],
)
def test_the_page_lists_every_code_with_where_it_was_seen_and_marks_the_others(
    table: dict[str, snomed.Meaning],
) -> None:
    for code, meaning in table.items():
        mark = meaning.seen_in or "**unverified**"
        assert f"| {code} | {meaning.word} | {mark} |" in page("fhir.md")
