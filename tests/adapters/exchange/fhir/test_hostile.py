"""Hostile bundles: each is refused with what is wrong and what to do, and soon."""

import json
import time

import pytest

from heeded.adapters.exchange.fhir import read_bundle
from heeded.adapters.exchange.unreadable import UnreadableReport

LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
BOMB = f'<!DOCTYPE b [<!ENTITY l0 "lol">{LAUGHS}]><Bundle><id value="&l9;"/></Bundle>'
XXE = '<!DOCTYPE b [<!ENTITY x SYSTEM "file:///etc/passwd">]><Bundle><id value="&x;"/></Bundle>'
ONE = '{"resource":{"resourceType":"Flag"}},'

REFUSED = {
    "billion laughs": (BOMB.encode(), "DOCTYPE"),
    "an entity from a file": (XXE.encode(), "DOCTYPE"),
    "a document type elsewhere": (b'<!DOCTYPE Bundle SYSTEM "http://x.example/x.dtd"><Bundle/>', "DOCTYPE"),
    "a bare document type": (b"<!DOCTYPE Bundle><Bundle/>", "DOCTYPE"),
    "deep XML": (b"<Bundle>" * 200_000, "100 deep"),
    "many elements": (b"<Bundle>" + b"<a/>" * 400_000 + b"</Bundle>", "300,000 elements"),
    "an undefined entity": (b"<Bundle>&nbsp;</Bundle>", "does not know"),
    "half an element": (b"<Bundle><entry>", "ends early"),
    "nothing in XML": (b"<", "ends early"),
    "a tag never closed": (b"<Bundle><entry", "ends early"),
    "NUL in XML": (b"<Bundle>\0</Bundle>", "NUL"),
    "an encoding that is none": (b'<?xml version="1.0" encoding="x-none"?><Bundle/>', "encoding"),
    "deep JSON": (b'{"resourceType":"Bundle","entry":' + b"[" * 200_000, "too deep"),
    "5 MB": (b'{"resourceType":"Bundle","id":"' + b"a" * 5_000_000 + b'"}', "more than the 5,000,000"),
    "5 MB of XML": (b"<Bundle>" + b" " * 5_000_000 + b"</Bundle>", "more than the 5,000,000"),
    "2,001 resources": (
        ('{"resourceType":"Bundle","entry":[' + (ONE * 2_001).rstrip(",") + "]}").encode(),
        "more than 2,000",
    ),
}
TOO_LARGE = {"5 MB", "5 MB of XML", "2,001 resources"}


@pytest.mark.parametrize("name", REFUSED)
def test_a_hostile_bundle_is_refused(name: str) -> None:
    data, words = REFUSED[name]
    began = time.monotonic()
    with pytest.raises(UnreadableReport, match=words) as refused:
        read_bundle(data, "hospital")
    assert time.monotonic() - began < 10
    assert refused.value.too_large == (name in TOO_LARGE)
    assert refused.value.remedy


def test_bundles_inside_bundles_come_to_an_end() -> None:
    bundle: dict[str, object] = {"resourceType": "Bundle", "entry": []}
    for _ in range(20):
        bundle = {"resourceType": "Bundle", "entry": [{"resource": bundle}]}
    with pytest.raises(UnreadableReport, match="no patient"):
        read_bundle(json.dumps(bundle).encode(), "hospital")


def test_resources_that_refer_to_themselves_are_read() -> None:
    patient = {"resourceType": "Patient", "id": "P", "patient": {"reference": "Patient/P"}}
    role = {
        "resourceType": "PractitionerRole",
        "id": "R",
        "practitioner": {"reference": "PractitionerRole/R"},
    }
    flag = {
        "resourceType": "Flag",
        "id": "F",
        "code": {"coding": [{"code": "836881000000105"}]},
        "author": {"reference": "PractitionerRole/R"},
        "subject": {"reference": "Patient/P"},
        "period": {"start": "2010-06-18"},
    }
    entries = [{"resource": each} for each in (patient, role, flag)]
    report = read_bundle(json.dumps({"resourceType": "Bundle", "entry": entries}).encode(), "hospital")
    assert [event.kind for event in report.events] == ["concern raised"]
