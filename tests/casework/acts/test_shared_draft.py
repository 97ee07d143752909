"""Tests of drafts that several write at: shared by their author, never written over unseen, sent by one."""

from __future__ import annotations

from uuid import uuid4

import psycopg
import pytest

from heeded.bootstrap import acting
from heeded.casework.acting import Desk, NotNow, Telling, Unfit
from heeded.casework.acts import (
    ChangedMeanwhile,
    discard_draft,
    keep_draft,
    my_drafts,
    send_draft,
    share_draft,
)
from heeded.casework.ports.drafts import Over
from heeded.core.chronology.when import Precision, When
from tests.borough import NOW, bruised
from tests.casework.acts.people import LEAD, TEACHER, by, child_of, chronology, told
from tests.casework.looking.staff import who

COLLEAGUE = who("namesake")
"""Somebody else at the teacher's school."""


def kept(words: str, *, over: int = 0, window: str = "a", draft: str = "", actor: object = TEACHER) -> str:
    name = draft or str(uuid4())
    keep_draft(name, {"words": words}, Over(version=over, window=window), actor, NOW, acting.drafts())  # type: ignore[arg-type] # one of the staff
    return name


@pytest.mark.usefixtures("desk")
def test_a_window_saves_over_what_it_saved_and_over_nothing_else() -> None:
    drafts = acting.drafts()
    draft = kept("he fl")
    kept("he flinches", draft=draft)
    kept("he flinches when touched", over=1, draft=draft)
    with pytest.raises(ChangedMeanwhile) as changed:
        kept("another window's words", over=1, window="b", draft=draft)
    assert (changed.value.draft.content["words"], changed.value.draft.version) == (
        "he flinches when touched",
        3,
    )
    kept("both", over=3, window="b", draft=draft)
    (found,) = my_drafts(TEACHER, drafts)
    assert (found.content["words"], found.version, found.by) == ("both", 4, TEACHER.id)


@pytest.mark.usefixtures("desk")
def test_whoever_it_is_shared_with_writes_in_it_and_does_nothing_else_with_it(database: str) -> None:
    drafts = acting.drafts()
    draft = kept("he flinches")
    with pytest.raises(NotNow):
        kept("he cries", draft=draft, actor=COLLEAGUE)
    share_draft(draft, [COLLEAGUE.id, LEAD.id], TEACHER, drafts)
    assert drafts.find(LEAD, draft) is None, "another agency's lead is no colleague"
    assert [each.id for each in drafts.shared(COLLEAGUE)] == [draft]
    kept("he flinches, and cries", over=1, window="c", draft=draft, actor=COLLEAGUE)
    drafts.be_there(COLLEAGUE, draft, NOW)
    found = drafts.find(TEACHER, draft)
    assert found is not None
    assert (found.by, found.content["words"]) == (COLLEAGUE.id, "he flinches, and cries")
    assert dict(found.present) == {COLLEAGUE.id: NOW}
    with pytest.raises(ChangedMeanwhile):
        kept("he flinches at once", over=1, draft=draft)
    with pytest.raises(NotNow):
        discard_draft(draft, COLLEAGUE, drafts)
    with pytest.raises(NotNow):
        share_draft(draft, [], COLLEAGUE, drafts)
    share_draft(draft, [], TEACHER, drafts)
    assert drafts.find(COLLEAGUE, draft) is None
    with psycopg.connect(database) as admin:
        assert admin.execute("SELECT author FROM record.draft").fetchall() == [(TEACHER.id,)]


@pytest.mark.usefixtures("desk")
def test_a_draft_is_shared_with_few() -> None:
    with pytest.raises(Unfit, match="more than 10"):
        share_draft(kept("words"), [f"p{each}" for each in range(11)], TEACHER, acting.drafts())


def test_a_report_of_several_events_is_sent_whole_once_and_by_its_author(desk: Desk) -> None:
    child = child_of(told(bruised()))
    before, drafts = len(chronology(child).entries), acting.drafts()
    draft = kept("he flinches")
    share_draft(draft, [COLLEAGUE.id], TEACHER, drafts)
    words = Telling(
        kind="observation recorded", child=child, facts={"words": "he flinches"}, learned=NOW - 60
    )
    concern = Telling(kind="concern raised", child=child, facts={"strength": "suspect"})
    with pytest.raises(NotNow):
        send_draft(draft, words, by(COLLEAGUE, ""), desk, drafts, also=[concern])
    sent = send_draft(draft, words, by(TEACHER, ""), desk, drafts, also=[concern])
    again = send_draft(draft, words, by(TEACHER, "", NOW + 90), desk, drafts, also=[concern])
    assert (again.again, {each.entry for each in again.kept}) == (True, {each.entry for each in sent.kept})
    assert sent.child == child
    entries = chronology(child).entries
    assert sorted(each.kind for each in entries[before:]) == ["concern raised", "observation recorded"]
    (seen,) = (each for each in entries if each.kind == "observation recorded")
    assert seen.known_to(TEACHER.agency) == NOW - 60
    louder = Telling(kind="concern raised", child=child, facts={"strength": "inflicted"})
    with pytest.raises(NotNow, match="something else"):
        send_draft(draft, words, by(TEACHER, ""), desk, drafts, also=[louder])


@pytest.mark.parametrize("learned", [NOW + 3600, NOW - 9 * 24 * 3600])
def test_nobody_learned_of_it_before_it_happened_or_later_than_now(desk: Desk, learned: int) -> None:
    child = child_of(told(bruised()))

    happened = When(NOW - 3600, NOW - 3600, Precision.INSTANT)
    words = Telling(kind="observation recorded", child=child, happened=happened, learned=learned)
    with pytest.raises(Unfit, match="learned of it"):
        send_draft(kept("w"), words, by(TEACHER, ""), desk, acting.drafts())
