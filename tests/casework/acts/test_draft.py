"""Tests of drafts: seen by their author alone, in no chronology, and sent exactly once."""

from __future__ import annotations

import re
from uuid import UUID

import psycopg
import pytest

from heeded.adapters.record.store.statements import statement
from heeded.bootstrap import acting
from heeded.casework.acting import Desk, NotNow, Telling, Unfit
from heeded.casework.acts import discard_draft, my_drafts, save_draft, send_draft
from tests.borough import NOW, bruised
from tests.casework.acts.people import LEAD, TEACHER, by, child_of, chronology, told


def test_a_draft_is_its_authors_alone_until_it_is_sent_once(desk: Desk) -> None:
    child = child_of(told(bruised()))
    before = chronology(child).entries
    drafts = acting.drafts()
    draft = save_draft({"words": "he fl"}, TEACHER, NOW, drafts, child=child)
    save_draft({"words": "he flinches"}, TEACHER, NOW + 5, drafts, draft=draft)
    assert [(each.content, each.child) for each in my_drafts(TEACHER, drafts)] == [
        ({"words": "he flinches"}, child)
    ]
    assert my_drafts(LEAD, drafts) == []
    assert chronology(child).entries == before
    with pytest.raises(NotNow):
        save_draft({}, LEAD, NOW, drafts, draft=draft)
    with pytest.raises(NotNow):
        discard_draft(draft, LEAD, drafts)

    concern = Telling(
        kind="concern raised", child=child, facts={"strength": "suspect", "grounds": "he flinches"}
    )
    with pytest.raises(NotNow):
        send_draft(draft, concern, by(LEAD, ""), desk, drafts)
    sent = send_draft(draft, concern, by(TEACHER, ""), desk, drafts)
    again = send_draft(draft, concern, by(TEACHER, "", NOW + 90), desk, drafts)
    assert (again.again, again.kept) == (True, sent.kept)
    assert my_drafts(TEACHER, drafts) == []
    assert len(chronology(child).entries) == len(before) + 1
    with pytest.raises(NotNow):
        save_draft({}, TEACHER, NOW, drafts, draft=draft)


@pytest.mark.parametrize(
    "content", [{"words": "a\0b"}, {"n": float("nan")}, {"x": b"bytes"}, {"w": "a" * 300_000}]
)
@pytest.mark.usefixtures("desk")
def test_what_cannot_be_kept_is_refused_and_says_why(content: dict[str, object]) -> None:
    with pytest.raises(Unfit, match="the draft"):
        save_draft(content, TEACHER, NOW, acting.drafts())


@pytest.mark.usefixtures("desk")
def test_a_draft_is_thrown_away_once() -> None:
    drafts = acting.drafts()
    draft = save_draft({}, TEACHER, NOW, drafts)
    discard_draft(draft, TEACHER, drafts)
    for gone in (draft, "not an id"):
        with pytest.raises(NotNow):
            discard_draft(gone, TEACHER, drafts)


@pytest.mark.usefixtures("desk")
def test_drafts_are_read_a_page_at_a_time_in_the_order_of_their_index(database: str) -> None:
    drafts, child = acting.drafts(), child_of(told(bruised()))
    made = [save_draft({"n": n}, TEACHER, NOW + n // 3, drafts, child=child) for n in range(10)]
    save_draft({"n": 99}, LEAD, NOW, drafts, child=child)
    whole = my_drafts(TEACHER, drafts)
    assert {each.id for each in whole} == set(made)
    assert [each.saved for each in whole] == sorted((each.saved for each in whole), reverse=True)
    found: list[str] = []
    before: tuple[int, str] | None = None
    while page := my_drafts(TEACHER, drafts, before, 4):
        assert len(page) <= 4
        found += [each.id for each in page]
        before = (page[-1].saved, page[-1].id)
    assert found == [each.id for each in whole]
    with psycopg.connect(database) as admin:
        admin.execute("SET enable_seqscan = off")
        values = (TEACHER.id, NOW, UUID(made[0]), 4)
        told_plan = admin.execute(f"EXPLAIN {statement('drafts', 'mine')}".encode(), values).fetchall()
    plan = "\n".join(line for (line,) in told_plan)
    assert "draft_author" in plan
    assert re.search(r"Index Cond: .*author.* AND .*saved", plan), plan
