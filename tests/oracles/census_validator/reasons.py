"""Why the validator and we differ on a row: every reason, and every difference on the labelled cases."""

from __future__ import annotations

from enum import Enum, StrEnum

from tests.oracles.census_validator.returned import Row
from tests.oracles.census_validator.tables import ASSESSMENTS, ENQUIRIES, EPISODES


class Side(StrEnum):
    """Who names a row that the other does not."""

    OURS = "ours"
    THEIRS = "theirs"


class Reason(Enum):
    """Why one side names a row and the other does not."""

    COUNTED_SHORT = (
        "it counts back one working day fewer than its rule says (45 becomes 44), and from a reference day "
        "that is not worked one fewer still, so that a step is late to it on the last day in which it can be "
        "kept"
    )
    HOLIDAYS_FROM_2022 = "its table of bank holidays begins in 2022, so that an earlier Easter is worked"
    ANSWERED_BEFORE = "it asks whether a day is there; we ask that the answer follow what it answers"
    BOTH_SAID = "it also names an enquiry that says that it needs no conference and gives the day of one"
    NOT_YET_BEGUN = (
        "it looks at days in no order; to us what began on the day of the closing may have begun after it, "
        "and what began later was not open, but is activity after closing (8565)"
    )
    ENDED_LATER = "it asks whether a day is there at all; to us it was open when the case closed"
    BEFORE_THE_REFERRAL = "it looks at the flag alone; to us what came before its referral had none"
    ASSESSED_AFTER_CLOSING = "it asks whether there is an assessment; ours must come before the closing"
    TABLES_SWAPPED = (
        "it merges the two tables with their suffixes the wrong way round, and so names the rows of each by "
        "the numbers of the other's"
    )
    PLANS_OVERWRITTEN = (
        "a table left over from its test stands in place of the protection plans that it was given"
    )
    BEYOND_THE_CALENDAR = "no working days are counted in 1880: our calendar begins in 2000"


LABELLED: dict[tuple[str, Row, Side], Reason] = {
    ("8670Q", (ASSESSMENTS, 0), Side.OURS): Reason.ANSWERED_BEFORE,
    ("8670Q", (ASSESSMENTS, 3), Side.THEIRS): Reason.COUNTED_SHORT,
    ("8675Q", (ENQUIRIES, 1), Side.OURS): Reason.ANSWERED_BEFORE,
    ("8868", (ENQUIRIES, 5), Side.THEIRS): Reason.BOTH_SAID,
    ("8868", (EPISODES, 4), Side.THEIRS): Reason.BOTH_SAID,
    ("8569Q", (EPISODES, 0), Side.THEIRS): Reason.BEYOND_THE_CALENDAR,
}
"""Every difference on the cases that ship with the validator."""

Found = tuple[Side, Reason] | None
"""Who alone names a row, and why; None where both do, or neither."""
Differences = dict[tuple[Row, Side], Reason]
