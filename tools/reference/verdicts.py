"""The page of verdicts: what a finding may come to, and why an occasion may not be assessable."""

from heeded.core.evaluation.finding import IN_TIME_OR_NOT, Verdict, Why
from tools.reference.markdown import page, table

MEANING = {
    Verdict.DUE: "It is owed and its time has not run out. An audit that ends here leaves it open.",
    Verdict.KEPT: "It was done in time. For a gate: what it needs had been done. For content: it was stated.",
    Verdict.KEPT_LATE: "It was done after its time. Done in time and written down late, it is kept.",
    Verdict.OVERDUE: "Its time has run out and it is still open. What happens later does not erase it.",
    Verdict.MISSED: "Its time ran out, and then what called for it ended without its being done.",
    Verdict.DEPARTED: "Someone entitled to it decided otherwise and recorded the reason. A legitimate act.",
    Verdict.VOID: "The need for it fell away before its time had run out.",
    Verdict.OVERRIDE: "A gate or a ban was passed, and the record says who passed it and why.",
    Verdict.BROKEN: "A gate or a ban was passed and nobody said why, or a record lacked what it must state.",
    Verdict.NOT_ASSESSABLE: "It cannot be told from what was sent. It is never counted as kept or as broken.",
}
"""What each verdict means; a new verdict without a meaning stops `make docs`."""

MEANING_OF_WHY = {
    Why.TOO_COARSE: "The verdict would differ between the earliest and the latest moment that is possible.",
    Why.NOT_CARRIED: "No source says that it would have told of such an event, for that child at that time.",
    Why.NOT_KNOWN: "The clock starts when the owing agency came to know, and no entry says when that was.",
    Why.NO_AMOUNT: "The rule names an amount that has no line for that day in that area.",
    Why.NO_CALENDAR: "Working days would have to be counted beyond the days that the calendar lists.",
    Why.NO_DAY: "The rule is owed by the day that an event states, and the event states none.",
    Why.DAY_PASSED: "The day that the event states lay before the event itself: it was put down too late, "
    "or by a slip.",
}
"""What each reason means."""


def verdicts_page() -> str:
    """Write the page."""
    parts = [
        part for verdict in Verdict for part in (f"## {verdict}", f"{MEANING[verdict]} {counted(verdict)}")
    ]
    why = table(("reason", "when"), [(reason.value, MEANING_OF_WHY[reason]) for reason in Why])
    return page(
        "Verdicts",
        "A finding is what became of one rule on one occasion, judged at a moment, as known at a moment.",
        [*parts, "## Why an occasion is not assessable", why],
    )


def counted(verdict: Verdict) -> str:
    """Say whether a verdict counts in a rate."""
    return "Counts in rates." if verdict in IN_TIME_OR_NOT else "Stands beside rates, not in them."
