"""Tests of writing to a family on a page: the post has the address, and the writer never sees it."""

from __future__ import annotations

import json
import time
from dataclasses import replace

from heeded.bootstrap.keeping import walls
from tests.borough import ada, bruised
from tests.doors.web.visiting import said, signed_in, tell

PLACE = "12 Canary Row"
LETTER = "We should like to meet you on Monday at ten."
REASON = "To invite her mother to a core group"


def shielded(admin: str) -> str:
    """Ada, whose address the hospital told, shielded."""
    told = replace(ada(), address=PLACE, postcode="ZZ1 1ZZ")
    child = tell(bruised(child=told, now=int(time.time())), admin)
    worker = signed_in("dr-okoro")
    worker.post(f"/children/{child}/purpose/record", {"purpose": "safeguarding"})
    held = worker.post(
        f"/children/{child}/shield",
        {"person": child, "what": "address", "reason": "They fled and somebody is looking for them"},
    )
    assert held.status_code == 302
    return child


def test_a_letter_passes_a_shield_and_its_writer_learns_no_address(admin: str) -> None:
    child = shielded(admin)
    worker = signed_in("worker")
    asked = worker.get(f"/children/{child}/letter")
    assert "Why do you look?" in said(asked)
    worker.post(f"/children/{child}/purpose/record", {"purpose": "safeguarding"})
    assert "Canary" not in said(worker.get(f"/children/{child}/letter"))
    posted = {"person": child, "words": LETTER, "reason": REASON}
    sent = worker.post(f"/children/{child}/letter", posted, follow=True)
    text = said(sent)
    assert "Your letter is with the post" in text
    assert "Canary" not in text
    found = [json.loads(each.read_text()) for each in walls.letters().glob("*.json") if each.stem in text]
    assert [(each["words"], each["address"]) for each in found] == [(LETTER, PLACE)]


def test_a_letter_that_gives_a_shielded_place_away_is_kept_to_be_mended(admin: str) -> None:
    child = shielded(admin)
    worker = signed_in("worker")
    worker.post(f"/children/{child}/purpose/record", {"purpose": "safeguarding"})
    posted = {"person": child, "words": f"We come to {PLACE} on Monday.", "reason": REASON}
    answer = worker.post(f"/children/{child}/letter", posted)
    assert answer.status_code == 400
    assert "give away an address that is shielded" in said(answer)
    assert f"We come to {PLACE}" in answer.content.decode()


def test_a_letter_needs_a_reason_and_somebody_of_the_family(admin: str) -> None:
    child = shielded(admin)
    worker = signed_in("worker")
    worker.post(f"/children/{child}/purpose/record", {"purpose": "safeguarding"})
    posted = {"person": child, "words": LETTER, "reason": "because"}
    assert "five words or more" in said(worker.post(f"/children/{child}/letter", posted))
    posted = {"person": "00000000-0000-4000-8000-000000000000", "words": LETTER, "reason": REASON}
    assert worker.post(f"/children/{child}/letter", posted).status_code == 400
