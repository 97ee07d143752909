"""The same reading with access records and without: what recording every look costs."""

from __future__ import annotations

import random
import time
from collections.abc import Sequence
from dataclasses import replace

from heeded.casework.looking import Ask, Desk, Whose, open_record, worklist
from heeded.casework.ports.looks import Look, Seen
from heeded.casework.ports.notices import Notice
from heeded.core.access import Actor, Role, Stated


class _Done:
    """A look that nobody waits for."""

    def wait(self) -> None:
        """Return at once."""


class Unrecorded:
    """A recorder that records nothing: for measuring what recording costs, and for nothing else."""

    def record(
        self,
        look: Look | None,  # noqa: ARG002 - as the port has it
        notices: Sequence[Notice] = (),  # noqa: ARG002 - as above
        seen: Sequence[Seen] = (),  # noqa: ARG002 - as above
        *,
        wake: bool = False,  # noqa: ARG002 - as above
    ) -> _Done:
        """Record nothing."""
        return _Done()


def timed(
    desk: Desk, stated: Stated, asked: Sequence[tuple[str, str]], *, recorded: bool
) -> dict[str, list[float]]:
    """How long each worklist and chronology took (seconds), for pairs of a child and an agency."""
    used = desk if recorded else replace(desk, recorder=Unrecorded())
    took: dict[str, list[float]] = {"worklist": [], "chronology": []}
    for number, (child, agency) in enumerate(asked):
        actor = Actor(
            id=f"bench-{number % 50}", name="Bench", agency=agency, sector="children's social care",
            area="", roles=frozenset({Role.PRACTITIONER}),
        )  # fmt: skip
        begun = time.perf_counter()
        worklist(used, actor, Whose.AGENCY, int(time.time()), stated, None, 50)
        middle = time.perf_counter()
        open_record(used, Ask(actor=actor, child=child, stated=stated, now=int(time.time())))
        took["worklist"].append(middle - begun)
        took["chronology"].append(time.perf_counter() - middle)
    return took


def sample(rows: Sequence[tuple[object, str]], size: int, seed: int = 1) -> list[tuple[str, str]]:
    """So many of some pairs, by chance."""
    draw = random.Random(seed)  # noqa: S311 - invented data
    return [(str(child), agency) for child, agency in draw.choices(rows, k=size)]
