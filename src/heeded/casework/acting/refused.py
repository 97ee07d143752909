"""Why an act was not done. Nothing of it was kept, and whoever asked is told what to do instead.

Refused
+-- NothingThere     no such person, or none of whom the actor may know
+-- NotAllowed       the policy says no
+-- Unfit            it cannot be written so: a field is missing or does not belong
+-- NotYours         it is another's to do: not the source, not the one asked, or one of the two sides
+-- NotNow           the record does not stand so that it could be done
+-- GateStands       a gate stands in the way, was shown, and nobody takes it on themselves
+-- ShownTooLittle   something came in since whoever decides was shown how it stands
"""

from __future__ import annotations

from heeded.casework.acting.gates_shown import Shown
from heeded.core.access import NOTHING_FOUND, Answer


class Refused(Exception):  # noqa: N818 - named for what is the case, as the doors tell it
    """An act that was not done: `what` it was, `why` not, and what to `do` instead.

    `answer` is the policy's, for the access record alone, where it said anything.
    """

    def __init__(self, what: str, why: str, do: str = "", *, answer: Answer | None = None) -> None:
        super().__init__(f"{what}: {why}." + (f" {do}." if do else ""))
        self.what, self.why, self.do, self.answer = what, why, do, answer


class NothingThere(Refused):
    """Nobody of that id, or nobody of whom the actor may know: they are told the same of both."""

    def __init__(self, answer: Answer | None = None) -> None:
        super().__init__("the record", NOTHING_FOUND.rstrip("."), answer=answer)


class NotAllowed(Refused):
    """The policy says no; `answer` says by which row."""

    def __init__(self, what: str, answer: Answer) -> None:
        super().__init__(what, answer.said.rstrip("."), answer=answer)


class Unfit(Refused):
    """It cannot be written so: a field is missing, or does not belong."""


class NotYours(Refused):
    """It is another's to do."""


class NotNow(Refused):
    """The record does not stand so that it could be done."""


class GateStands(Refused):
    """Gates stand in the way that were shown and that nobody takes on themselves; `shown` names them."""

    def __init__(self, what: str, why: str, do: str, shown: Shown) -> None:
        super().__init__(what, why, do)
        self.shown = shown


class ShownTooLittle(GateStands):
    """Something came in since; `shown` is how it stands now."""
