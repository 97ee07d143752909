"""The walk of one piece of data: a hospital's report goes through every stop once, in order."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType

from heeded.adapters.exchange.heeded_json import write_report
from tests.borough import bruised, make_agencies
from tests.doors.api.callers import bearer, caller, post
from tests.faults.kills.driver import PURPOSE

STOPS = {
    "api": "heeded.doors.api.events.post",
    "exchange": "heeded.adapters.exchange.heeded_json",
    "receive": "heeded.casework.receive",
    "identity": "heeded.adapters.record.identity",
    "record": "heeded.adapters.record.writing",
    "evaluation": "heeded.core.evaluation.one_family",
    "worklist": "heeded.doors.api.reading.worklist",
}
"""The stops, in the order in which the report reaches them, and the package or module of each."""


class Walk:
    """Which stops were entered, in the order in which each was entered first."""

    def __init__(self) -> None:
        self.stops: list[str] = []
        self.kept_before_judged = False

    def follow(self, do: Callable[[], None]) -> None:
        """Do something and note where it goes."""
        before = sys.getprofile()
        sys.setprofile(self._enter)
        try:
            do()
        finally:
            sys.setprofile(before)

    def _enter(self, frame: FrameType, event: str, _: object) -> None:
        if event != "call" or frame.f_code.co_name == "<module>":
            return
        module = str(frame.f_globals.get("__name__", ""))
        if module.startswith("heeded.adapters.record.writing") and frame.f_code.co_name != "keep":
            return
        for stop, where in STOPS.items():
            if stop not in self.stops and (module == where or module.startswith(f"{where}.")):
                self.stops.append(stop)


def test_a_report_goes_through_every_stop_in_order(database: str) -> None:
    assert database
    make_agencies()
    hospital = bearer("hospital", "events:write")
    council = {**bearer("council", "worklist:read"), **PURPOSE}
    body = write_report(bruised())
    assert post("/api/events", write_report(bruised("before")), hospital).status_code == 201
    assert caller().get("/api/worklist", headers=council).status_code == 200
    walk = Walk()
    said: list[int] = []

    def tell_and_list() -> None:
        said.append(post("/api/events", body, hospital).status_code)
        listed = caller().get("/api/worklist", headers=council)
        said.append(listed.status_code)
        assert "strategy-discussion-is-held" in listed.content.decode()

    walk.follow(tell_and_list)
    assert said == [201, 200]
    assert walk.stops == list(STOPS)
