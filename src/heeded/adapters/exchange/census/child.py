"""One child of a return, from its element: identity first, then dates of life, then episodes."""

from collections.abc import Iterator
from datetime import date

from heeded.adapters.exchange.census import reasons
from heeded.adapters.exchange.census.groups import Values, read_values
from heeded.adapters.exchange.census.layout import CHILD, EPISODE
from heeded.adapters.exchange.census.records import CensusChild, Episode
from heeded.adapters.exchange.census.scribe import Bounds, Scribe
from heeded.adapters.exchange.census.seen import Seen
from heeded.adapters.exchange.census.values import parse_day
from heeded.adapters.exchange.xml import Element


def read_child(element: Element, reference: date, scribe: Scribe, seen: Seen) -> CensusChild | None:
    """The child that an element tells of; None, and a line in the ledger, if it says not who it is."""
    values = read_values(element, CHILD, scribe, Bounds.of(reference, None, None))
    found = values.found
    if "la_child_id" not in found and "upn" not in found:
        scribe.note(reasons.NO_IDENTITY, element, "a child", f"episodes: {len(values.late)}")
        return None
    _check_identity(values, element, scribe)
    bounds = _settle_life(values, element, reference, scribe)
    episodes = [read_episode(part, scribe, bounds) for part in values.late]
    if not episodes:
        scribe.note(reasons.NO_EPISODE, element, "a child", "")
    return CensusChild(
        line=element.line,
        ordinal=scribe.record or 0,
        episodes=tuple(episode for episode in episodes if episode),
        episodes_set_aside=episodes.count(None),
        same_as_line=_first_line(values, element, scribe, seen),
        set_aside=values.set_aside,
        **found,
    )


def read_episode(element: Element, scribe: Scribe, bounds: Bounds) -> Episode | None:
    """The episode of an element; None, and a line in the ledger, without a usable referral date."""
    values = read_values(element, EPISODE, scribe, bounds)
    if "referral_date" not in values.found:
        scribe.note(reasons.NO_REFERRAL, element, "an episode", _contents(values))
        return None
    episode = Episode(line=element.line, set_aside=values.set_aside, **values.found)
    for line, name, label, day in _first_steps(episode):
        if day and day < episode.referral_date:
            value = f"{day} (referral {episode.referral_date})"
            scribe.write(reasons.BEFORE_REFERRAL, line, name, label, value)
    return episode


def _check_identity(values: Values, element: Element, scribe: Scribe) -> None:
    """Note an identity or a birth that is only half given, or given twice over."""
    found = values.found
    if "la_child_id" not in found and "la_child_id" not in values.aside:
        scribe.write(reasons.MISSING, element.line, "LAchildID", "council's identifier of the child")
    if "birth" in found and "expected_birth" in found:
        both = f"{found['birth']} and {found['expected_birth']}"
        scribe.write(reasons.TWO_BIRTHS, element.line, "ExpectedPersonBirthDate", "date of birth", both)
    elif not {"birth", "expected_birth"} & (found.keys() | values.aside):
        scribe.write(reasons.MISSING, element.line, "PersonBirthDate", "date of birth")


def _settle_life(values: Values, element: Element, reference: date, scribe: Scribe) -> Bounds:
    """The bounds of the child's life, after setting aside those of its dates that a referral contradicts.

    Between a referral and a date of birth or death that cannot both be right, the referral stays:
    everything in its episode hangs on it. A later step's date gives way to the child's own dates.
    """
    referrals = [day for part in values.late if (day := _referral_day(part)) and day <= reference]
    for attribute in ("birth", "expected_birth", "death"):
        day = values.found.get(attribute)
        if day is None:
            continue
        bounds = Bounds.of(reference, *((None, day) if attribute == "death" else (day, None)))
        against = [referral for referral in referrals if not bounds.earliest <= referral <= bounds.latest]
        if against and (attribute != "expected_birth" or "birth" not in values.found):
            values.put_aside(attribute)
            name, label = CHILD.labels[attribute]
            scribe.write(reasons.CONTRADICTED, element.line, name, label, f"{day} (referral {min(against)})")
    found = values.found
    return Bounds.of(reference, found.get("birth") or found.get("expected_birth"), found.get("death"))


def _referral_day(episode: Element) -> date | None:
    """The day of an episode's referral, if it is there and readable."""
    referral = episode.find("CINreferralDate")
    return parse_day(referral.text)[0] if referral else None


def _first_line(values: Values, element: Element, scribe: Scribe, seen: Seen) -> int | None:
    """The line of an earlier child with the same identity, noting that and a UPN given before."""
    identity, upn = values.found.get("la_child_id"), values.found.get("upn")
    line = seen.first_line(f"id {identity}", element.line) if identity else None
    if line:
        scribe.write(reasons.SAME_CHILD, element.line, "LAchildID", "a child", f"first on line {line}")
    upn_line = seen.first_line(f"upn {upn}", element.line) if upn else None
    if upn_line and not line:
        scribe.write(reasons.SAME_UPN, element.line, "UPN", "a child", f"first on line {upn_line}")
    return line if identity else upn_line


def _first_steps(episode: Episode) -> Iterator[tuple[int, str, str, date | None]]:
    """The days in an episode that begin something, each with its line, element and words."""
    yield episode.line, "DateOfInitialCPC", "initial conference", episode.conference_date
    for assessment in episode.assessments:
        yield assessment.line, "AssessmentActualStartDate", "start of the assessment", assessment.start
        if assessment.start is None:
            line, day = assessment.line, assessment.authorised
            yield line, "AssessmentAuthorisationDate", "authorisation of the assessment", day
    for cin_plan in episode.cin_plans:
        yield cin_plan.line, "CINPlanStartDate", "start of the child-in-need plan", cin_plan.start
    for enquiry in episode.section47s:
        yield enquiry.line, "S47ActualStartDate", "start of the section 47 enquiry", enquiry.start
    for plan in episode.protection_plans:
        yield plan.line, "CPPstartDate", "start of the child protection plan", plan.start


def _contents(values: Values) -> str:
    """What an episode that is set aside held, in words."""
    held = [
        f"{attribute.replace('_', ' ')}: {len(records)}"
        for attribute, records in values.found.items()
        if isinstance(records, tuple)
    ]
    return ", ".join(held) or "nothing else"
