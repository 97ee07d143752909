"""What an example expects: at which moment it is judged, and the findings of each rule."""

from __future__ import annotations

import re
from dataclasses import dataclass

from heeded.core.procedures.examples.cast import Cast
from heeded.core.procedures.examples.moment import read_moment, read_when
from heeded.core.procedures.handbook import Expected
from heeded.core.procedures.mistake import nearest, shortened
from heeded.core.procedures.text.clause import Clause
from heeded.core.procedures.text.phrases import Phrases

NOT_OWED = "not owed"
VERDICTS = (
    *("due", "kept", "kept late", "overdue", "missed", "departed", "void", "not assessable"),
    *("passed by override", "broken"),
)
"""The verdicts that an example can expect, beside that nothing is owed."""
_JUDGED = re.compile(r"(?P<now>.+?)(?: as known(?: to (?P<to>.+?))?(?: on (?P<on>[0-9].*))?)?")
_TAILS = ("for", "about", "due")
_HOW = "Write such as “expect referral-decision kept late due 2024-03-11”, or “… not owed”."


@dataclass(frozen=True, slots=True)
class Judged:
    """The moment of judgement, and if wanted to whom and at what moment the record is as known."""

    now: int
    known_to: str | None = None
    known_at: int | None = None


def read_judged(clause: Clause, cast: Cast) -> Judged:
    """The moment of a line "judged DAY as known to AGENCY on DAY"; a day means its end."""
    found = _JUDGED.fullmatch(clause.said("a day or moment"))
    if found is None or (" as known" in clause.text and not (found["to"] or found["on"])):
        raise clause.wrong(
            f"“{shortened(clause.text)}” cannot be read here.",
            "Write such as “judged 2024-03-20” or “judged 2024-03-20 as known to police on 2024-03-12”.",
        )
    return Judged(
        now=read_moment(found["now"], clause.line),
        known_to=cast.agency(found["to"], clause.line) if found["to"] else None,
        known_at=read_moment(found["on"], clause.line) if found["on"] else None,
    )


def read_expected(clause: Clause, cast: Cast) -> Expected:
    """One line "expect RULE VERDICT for CHILD about PERSON due DAY"; `NOT_OWED` stands as a verdict."""
    phrases = clause.phrases
    rule = phrases.run((*VERDICTS, "not", "passed"))
    verdict = phrases.take(*VERDICTS, NOT_OWED)
    if not rule or " " in rule or verdict is None:
        word = phrases.rest or rule.partition(" ")[2] or "nothing"
        near = nearest(word, (*VERDICTS, NOT_OWED))
        raise clause.wrong(
            f"“{shortened(word)}” is not what can become of a rule.{near}",
            f"{_HOW} Verdicts: {', '.join((*VERDICTS, NOT_OWED))}.",
        )
    tails = _tails(phrases, clause)
    return Expected(
        rule=rule.lower(),
        verdict=verdict,
        child=cast.child(tails["for"], clause.line) if "for" in tails else "",
        about=cast.person(tails["about"], clause.line) if "about" in tails else "",
        due=_due(tails["due"], clause) if "due" in tails else "",
        line=clause.line.number,
    )


def _tails(phrases: Phrases, clause: Clause) -> dict[str, str]:
    tails: dict[str, str] = {}
    while not phrases.done:
        tail = phrases.take(*_TAILS)
        said = phrases.run(_TAILS) if tail else ""
        if tail is None or not said or tail in tails:
            raise clause.wrong(f"“{shortened(phrases.rest or clause.text)}” cannot be read here.", _HOW)
        tails[tail] = said
    return tails


def _due(text: str, clause: Clause) -> str:
    """A day, or a day and time, as examples compare them."""
    read_when(text, clause.line)
    return text.replace("T", " ")
