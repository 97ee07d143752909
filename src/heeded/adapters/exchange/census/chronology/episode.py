"""The entries of one episode: from the referral, through what followed from it, to its closure."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from heeded.adapters.exchange.census.chronology.words import (
    CATEGORIES,
    CLOSURES,
    FACTORS,
    NO_FACTOR,
    SOURCES,
)
from heeded.adapters.exchange.census.records import (
    Assessment,
    CinPlan,
    Episode,
    PreProceedings,
    ProtectionPlan,
    Section47,
)
from heeded.core.chronology.entry import Entry, Fact
from heeded.core.chronology.people import Source
from heeded.core.chronology.when import When

NO_FACTS: Mapping[str, Fact] = {}


@lru_cache(maxsize=20_000)
def on_day(day: date) -> When:
    """Some moment of a day; the same day gives the same object."""
    return When.day(day)


@dataclass(slots=True)
class EpisodeEntries:
    """Writes the entries of one child's episode.

    `child` is the child's identity, `place` the episode's own (such as `C1/CINdetails2`), `source`
    the council. An entry is named after the place in the file that it comes from.
    """

    child: str
    place: str
    source: Source

    def of(self, episode: Episode) -> Iterator[Entry]:
        """Every entry of the episode, module by module."""
        referral = {"referral": self.place}
        facts = _facts(
            ("source", SOURCES.get(episode.referral_source or "")),
            ("no further action", episode.referral_nfa),
        )
        yield from self._entry("CINreferralDate", "referral received", episode.referral_date, referral, facts)
        conference, moved_in = episode.conference_date, _facts(("moved in", True))
        yield from self._entry("DateOfInitialCPC", "initial conference", conference, referral, moved_in)
        for number, assessment in enumerate(episode.assessments, start=1):
            yield from self._assessment(f"Assessments-{number}", assessment)
        for number, cin_plan in enumerate(episode.cin_plans, start=1):
            yield from self._cin_plan(f"CINPlanDates-{number}", cin_plan)
        for number, enquiry in enumerate(episode.section47s, start=1):
            yield from self._enquiry(f"Section47-{number}", enquiry)
        for number, plan in enumerate(episode.protection_plans, start=1):
            yield from self._plan(f"ChildProtectionPlans-{number}", plan)
        for number, steps in enumerate(episode.pre_proceedings, start=1):
            yield from self._pre_proceedings(f"PreProceedingsandFGDM-{number}", steps)
        reason = _facts(("reason", CLOSURES.get(episode.closure_reason or "")))
        yield from self._entry("CINclosureDate", "case closed", episode.closure_date, referral, reason)

    def _assessment(self, module: str, assessment: Assessment) -> Iterator[Entry]:
        keys = self._keys("assessment", module)
        single: Mapping[str, Fact] = {"stage": "single"}
        start, authorised = f"{module}/AssessmentActualStartDate", f"{module}/AssessmentAuthorisationDate"
        yield from self._entry(start, "assessment started", assessment.start, keys, single)
        factors = frozenset(FACTORS[code] for code in assessment.factors if code in FACTORS)
        facts = _facts(
            ("factors", factors or None),
            ("without factors", True if NO_FACTOR in assessment.factors else None),
        )
        facts |= single
        yield from self._entry(authorised, "assessment authorised", assessment.authorised, keys, facts)

    def _cin_plan(self, module: str, plan: CinPlan) -> Iterator[Entry]:
        keys = self._keys("plan", module)
        yield from self._entry(f"{module}/CINPlanStartDate", "child in need plan started", plan.start, keys)
        yield from self._entry(f"{module}/CINPlanEndDate", "child in need plan ended", plan.end, keys)

    def _enquiry(self, module: str, enquiry: Section47) -> Iterator[Entry]:
        """An enquiry says without a date that it needs no conference, so that stands on its start."""
        keys = self._keys("enquiry", module)
        needless = enquiry.conference_not_required
        required = _facts(("conference required", None if needless is None else not needless))
        held, here = enquiry.conference_date, _facts(("moved in", False))
        yield from self._entry(
            f"{module}/S47ActualStartDate", "section 47 started", enquiry.start, keys, required
        )
        yield from self._entry(f"{module}/DateOfInitialCPC", "initial conference", held, keys, here)

    def _plan(self, module: str, plan: ProtectionPlan) -> Iterator[Entry]:
        keys = self._keys("plan", module)
        at_first = _facts(
            ("category", CATEGORIES.get(plan.initial_category or "")),
            ("earlier plans", plan.previous_plans),
        )
        at_last = _facts(("category", CATEGORIES.get(plan.latest_category or "")))
        yield from self._entry(
            f"{module}/CPPstartDate", "protection plan started", plan.start, keys, at_first
        )
        for number, review in enumerate(plan.reviews, start=1):
            element = f"{module}/CPPreviewDate-{number}"
            yield from self._entry(element, "review conference", review.held, {"plan": keys["plan"]})
        yield from self._entry(f"{module}/CPPendDate", "protection plan ended", plan.end, keys, at_last)

    def _pre_proceedings(self, module: str, steps: PreProceedings) -> Iterator[Entry]:
        """The steps before court whose dates have a kind of their own; they are tied to no enquiry."""
        for element, kind, day in (
            ("PPStartDate", "pre-proceedings started", steps.start),
            ("LBPSentDate", "letter before proceedings sent", steps.letter_sent),
            ("InitialPPMeetingDate", "pre-proceedings meeting", steps.first_meeting),
            ("StepDecisionDate", "pre-proceedings ended", steps.step_decision),
            ("CourtAppDate", "application made", steps.court_application),
        ):
            yield from self._entry(f"{module}/{element}", kind, day, {})

    def _keys(self, key: str, module: str) -> dict[str, str]:
        return {"referral": self.place, key: f"{self.place}/{module}"}

    def _entry(
        self,
        element: str,
        kind: str,
        day: date | None,
        keys: Mapping[str, str],
        facts: Mapping[str, Fact] = NO_FACTS,
    ) -> Iterator[Entry]:
        """The entry of one date, told by the end of its day; none where the date is not there."""
        if day is None:
            return
        when = on_day(day)
        yield Entry(
            id=f"{self.place}/{element}",
            kind=kind,
            child=self.child,
            happened=when,
            told=when.latest,
            source=self.source,
            keys=keys,
            facts=facts,
        )


def _facts(*pairs: tuple[str, Fact | None]) -> dict[str, Fact]:
    """The facts that are there."""
    return {name: value for name, value in pairs if value is not None}
