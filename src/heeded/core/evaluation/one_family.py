"""One family judged: by the definition where its record is short, else by the column kernels."""

from __future__ import annotations

from heeded.core.chronology.chronology import Chronology
from heeded.core.evaluation import definition, kernels
from heeded.core.evaluation.blocks.plan import plan_of
from heeded.core.evaluation.finding import Finding
from heeded.core.procedures.handbook import Handbook

SHORT = 40
"""Up to how many entries the definition is the quicker of the two, by `bench.ours.short_records`.

Both find the same; the kernels' cost hardly grows with a record, and the definition's with its square.
"""


def judge_family(
    chronology: Chronology,
    handbook: Handbook,
    now: int,
    known_to: str | None = None,
    known_at: int | None = None,
) -> tuple[Finding, ...]:
    """Every finding on a family's chronology, as the definition gives them.

    What they cite is told where the definition gave them, else left empty. `now` and `known_at` (None: now)
    are seconds UTC; `known_to` limits what is seen to what that agency knew.
    """
    if len(chronology.entries) > SHORT:
        return kernels.evaluate(chronology, handbook, now, known_to, known_at)
    asked = plan_of(handbook).say(entry.kind for entry in chronology.entries).handbook
    return definition.evaluate(chronology, asked, now, known_to, known_at)
