"""A story told to a real record over the API, report by report, with the clock of each handed in."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import count
from types import SimpleNamespace
from typing import Any

import pytest

from heeded.adapters.exchange.heeded_json import write_report
from heeded.bootstrap import open_handbook, open_scenario
from heeded.bootstrap.demo.tellings import STAND_INS, borough
from heeded.casework.replay.reports import Staging, reports_of
from heeded.casework.replay.retell import Retold
from heeded.core.chronology.scenario import Scenario
from heeded.core.chronology.when import When
from tests.doors.api.callers import Answer, bearer, caller, post
from tests.record_fixtures import fresh

PURPOSE = {"Heeded-Purpose": "safeguarding", "Heeded-Basis": "CA2004-s11"}
REASON = {"Heeded-Reason": "I was asked to say what follows for this child"}
SCOPES = (
    *("events:write", "children:find", "chronology:read", "worklist:read", "acts:write"),
    "practitioners:act-for",
)


@dataclass
class Clock:
    """The time at the door: what the API takes for now (seconds UTC)."""

    second: float = 0

    def time(self) -> float:
        """This moment, as the door reads it."""
        return self.second


@dataclass
class Telling:
    """A story on its way into a record; whoever asks, asks over the API as an agency of the borough."""

    story: Scenario
    reports: tuple[Retold, ...]
    clock: Clock
    _told: int = 0
    _credentials: dict[str, dict[str, str]] = field(default_factory=dict)
    _staff: dict[str, str] = field(default_factory=lambda: {each.id: each.agency for each in borough().staff})
    _names: Iterator[int] = field(default_factory=count)

    def until(self, event: str, parts: int | None = None) -> None:
        """Tell on, through the last report that holds a part of this event (the first so many; None: any)."""
        told = next(each.entries for each in self.story.events if each.id == event)
        refs = {f"{self.story.name}-{part}" for part in told[:parts]}
        last = max(
            place
            for place, each in enumerate(self.reports)
            if refs & {told.ref for told in each.report.events}
        )
        while self._told <= last:
            self._tell(self.reports[self._told])
            self._told += 1

    def wait(self, moment: str) -> None:
        """Let time pass up to a local moment, written as in 2010-06-22T00:30."""
        self._pass(When.parse(moment).latest)

    def _pass(self, second: int) -> None:
        """Let time pass: whatever falls due till then is looked at, as the worker does."""
        from heeded.adapters.record.waiting import PostgresWaiting  # noqa: PLC0415 - after Django is set up
        from heeded.bootstrap import live  # noqa: PLC0415 - as above
        from heeded.bootstrap.running.ready import tokens  # noqa: PLC0415 - as above
        from heeded.casework.unasked.look_again import look_again_until  # noqa: PLC0415 - as above

        self.clock.second = second
        for _ in look_again_until(second, live.open_record(), PostgresWaiting(tokens()), open_handbook()):
            pass

    def child(self, name: str) -> str:
        """The id of a child of the story in the record."""
        named = (person for each in self.reports for person in each.report.people if person.name == name)
        sought = {"system": "NHS number", "value": next(named).ref}
        answer = post("/api/children/search", sought, self._headers("council"))
        (found,) = answer.json()["children"]
        return str(found["child"])

    def adult(self, name: str, child: str) -> str:
        """The id of an adult of a child's family, by the beginning of the name."""
        people = self.of(child, "chronology", "cora-invented")["people"]
        return str(next(each["id"] for each in people if each["name"].startswith(name)))

    def read(self, path: str, who: str) -> Any:  # noqa: ANN401 - JSON
        """What the API answers an agency's system, or a practitioner for whom it asks."""
        answer = caller().get(f"/api/{path}", headers={**self._headers(who), **PURPOSE})
        assert answer.status_code == 200, answer.content
        return answer.json()

    def of(self, name: str, what: str, who: str) -> Any:  # noqa: ANN401 - JSON
        """What the API answers about a child: its injuries, accounts, findings and so on."""
        return self.read(f"children/{self.child(name)}/{what}", who)

    def disagreement(self, name: str, who: str = "cora-invented") -> Any:  # noqa: ANN401 - JSON
        """The one disagreement about a child, as somebody reads it."""
        (found,) = self.of(name, "disagreements", who)["disagreements"]
        return found

    def owed(self, name: str, who: str) -> dict[str, Any]:
        """What is owed towards a child, as somebody reads it: one finding of each rule."""
        return {each["rule"]: each for each in self.of(name, "findings", who)["findings"]}

    def told(self, who: str) -> list[tuple[str, str]]:
        """What an agency was told: why, and at which moment (UTC)."""
        return [(each["why"], each["at"]) for each in self.read("notices?limit=100", who)["notices"]]

    def act(self, who: str, verb: str, **said: Any) -> Answer:  # noqa: ANN401 - JSON
        """What becomes of a practitioner's act."""
        named = {"Idempotency-Key": f"act-{next(self._names)}"}
        return post(f"/api/acts/{verb}", said, {**self._headers(who), **PURPOSE, **REASON, **named})

    def gates(self, who: str, **said: Any) -> dict[str, list[str]]:  # noqa: ANN401 - JSON
        """What stands in the way of a decision, by gate: why, of each."""
        answer = self.act(who, "gates", **said)
        assert answer.status_code == 200, answer.content
        found: dict[str, list[str]] = {}
        for gate in answer.json()["gates"]:
            found.setdefault(gate["gate"], []).append(gate["because"])
        return found

    def post(self, agency: str, kind: str, child: str, **said: Any) -> Answer:  # noqa: ANN401 - JSON
        """What becomes of an event that an agency's system posts about a child of the story, now."""
        told = next(each.report for each in self.reports if each.report.people)
        person = next(each for each in told.people if each.name == child)
        moment = datetime.fromtimestamp(self.clock.second, UTC).isoformat()
        event = {"ref": f"own-{next(self._names)}", "kind": kind, "child": person.ref, **said}
        event = {"happened": moment, "told": moment, **event}
        numbers = [{"system": "NHS number", "value": person.ref}]
        report = {"people": [{"ref": person.ref, "identifiers": numbers}], "events": [event]}
        return post("/api/events", report, self._headers(agency))

    def _tell(self, each: Retold) -> None:
        self._pass(each.at)
        answer = post("/api/events", write_report(each.report), self._headers(each.report.agency))
        assert answer.status_code == 201, (each.report.id, answer.content)

    def _headers(self, who: str) -> dict[str, str]:
        """The headers of an agency's system, or of a practitioner of the borough for whom it speaks."""
        agency = self._staff.get(who, who)
        if agency not in self._credentials:
            self._credentials[agency] = bearer(agency, *SCOPES)
        return {**self._credentials[agency], **({"Heeded-Practitioner": who} if who in self._staff else {})}


@contextmanager
def telling(cluster: str, name: str, ending: str) -> Iterator[Telling]:
    """A story at its beginning, with an empty record of its own on which the borough works."""
    with fresh(cluster), pytest.MonkeyPatch.context() as patch:
        from heeded.bootstrap import looking  # noqa: PLC0415 - after Django is set up
        from heeded.bootstrap.demo.people import put_to_work  # noqa: PLC0415 - as above
        from heeded.doors.api import caller as door  # noqa: PLC0415 - as above

        put_to_work()
        clock = Clock()
        patch.setattr(door, "time", SimpleNamespace(time=clock.time))
        story = open_scenario(name).told_as(ending)
        yield Telling(story, reports_of(story, Staging(stand_ins=STAND_INS)), clock)
        looking.recorder().close()
