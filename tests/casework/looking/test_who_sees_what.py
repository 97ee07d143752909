"""Tests of who sees what: a table that a practitioner can check, on one child's record.

Ada is known to the hospital, which referred her; to the council, which owes; and to the police, who told
what they know of her mother. The school once told of her, more than a year ago.
"""

from __future__ import annotations

from heeded.casework.looking import Ask, Desk, Existence, NothingThere, Opened, open_record
from tests.borough import NOW
from tests.casework.looking.staff import REASON, who, why
from tests.casework.looking.telling import ada_is_bruised, connect, one, send

YEARS = 2 * 365 * 24 * 3600

TABLE = """
who              | states                | sees
worker           | nothing               | whom to ring
worker           | safeguarding          | what is shared
worker           | safeguarding, a reason | what is shared medical substance
manager          | safeguarding          | what is shared medical substance
council-lead     | safeguarding          | what is shared medical substance
dr-okoro         | safeguarding          | what is shared medical
constable        | safeguarding          | what is shared substance
teacher          | safeguarding          | owed school status
teacher          | nothing               | whom to ring
southby-worker   | safeguarding          | whom to ring
southby-worker   | safeguarding, a reason | status
council-officer  | oversight             | whom to ring
records          | record-keeping        | whom to ring
records          | record-keeping, a reason | disclosed owed status
auditor          | oversight             | nothing there
administrator    | nothing               | nothing there
board            | oversight             | nothing there
colleague        | safeguarding          | nothing there
"""
"""The colleague is the mother's sister."""

SHORT = {
    "hospital attendance": "attendance",
    "injury observed": "injury",
    "medical opinion": "opinion",
    "referral made": "referral",
    "arrest": "arrest",
    "child protection medical": "medical",
    "substance use known": "substance",
    "disclosure": "disclosed",
    "section 47 started": "status",
    "concern raised": "school",
}
SHARED = "arrest attendance disclosed injury opinion owed referral school status".split()
"""What everybody sees who is at work with the child."""


def _rows() -> list[tuple[str, str, str]]:
    lines = [line.split("|") for line in TABLE.strip().splitlines()[1:]]
    return [(id_.strip(), states.strip(), sees.strip()) for id_, states, sees in lines]


def _told(words: set[str]) -> str:
    """What was seen, in the words of the table."""
    shared = ["what is shared"] if words.issuperset(SHARED) else []
    return " ".join([*shared, *sorted(words.difference(SHARED) if shared else words)])


def _everything_is_told(database: str) -> str:
    send(one("concern raised", agency="school", now=NOW - YEARS), NOW - YEARS)
    child = ada_is_bruised(database)
    send(one("child protection medical", agency="hospital", now=NOW + 10), NOW + 10)
    send(one("substance use known", agency="police", now=NOW + 20), NOW + 20)
    send(one("arrest", agency="police", now=NOW + 30), NOW + 30)
    send(one("disclosure", agency="council", now=NOW + 40), NOW + 40)
    send(one("section 47 started", agency="council", now=NOW + 50), NOW + 50)
    return child


def _seen(desk: Desk, child: str, id_: str, states: str) -> str:
    purpose, _, reason = states.partition(",")
    stated = None if purpose == "nothing" else why(purpose, REASON if reason else "")
    answer = open_record(desk, Ask(actor=who(id_), child=child, now=NOW + 100, stated=stated))
    if isinstance(answer, NothingThere):
        return "nothing there"
    if isinstance(answer, Existence):
        return "whom to ring"
    assert isinstance(answer, Opened)
    words = {SHORT[each.entry.kind] for each in answer.placed} | ({"owed"} if answer.owed else set())
    return _told(words)


def test_who_sees_what(desk: Desk, database: str) -> None:
    child = _everything_is_told(database)
    connect(database, "colleague", child)
    seen = {(id_, states): _seen(desk, child, id_, states) for id_, states, _ in _rows()}
    assert seen == {(id_, states): sees for id_, states, sees in _rows()}
