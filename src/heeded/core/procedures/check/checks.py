"""Every check of a handbook, in one list."""

from __future__ import annotations

from datetime import date

from heeded.core.procedures.check.agreement import unowned
from heeded.core.procedures.check.contradictions import impossible
from heeded.core.procedures.check.coverage import ruleless, untried
from heeded.core.procedures.check.deadlines import untimed
from heeded.core.procedures.check.drawn import unanswerable
from heeded.core.procedures.check.echoes import echoing
from heeded.core.procedures.check.keys import untied
from heeded.core.procedures.check.periods import ill_dated
from heeded.core.procedures.check.reviews import due_for_review
from heeded.core.procedures.check.starts import ill_started
from heeded.core.procedures.handbook import Handbook
from heeded.core.procedures.mistake import Mistake

_OF_EACH_RULE = (unowned, impossible, echoing, untied, unanswerable)
_OF_THE_WHOLE = (ruleless, untried, ill_started)


def mistakes_in(handbook: Handbook, today: date, *, whole: bool = True) -> tuple[Mistake, ...]:
    """Every mistake in a handbook that could be read, as of a day.

    With `whole` False some of its text could not be read: what only looks wrong because of
    that is passed over.
    """
    found = [mistake for rule in handbook.rules for check in _OF_EACH_RULE for mistake in check(rule)]
    found.extend(ill_dated(handbook))
    found.extend(untimed(handbook, whole=whole))
    found.extend(due_for_review(handbook, today))
    if whole:
        found.extend(mistake for check in _OF_THE_WHOLE for mistake in check(handbook))
    return tuple(sorted(set(found)))
