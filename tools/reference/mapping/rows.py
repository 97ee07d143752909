"""The mapping itself: each property of judgement and each kind of event, and what there is for it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Match(StrEnum):
    """How far something can be said in the other standard."""

    EXACT = "exact"
    BROADER = "broader"
    NARROWER = "narrower"
    NONE = "none"


EXACT, BROADER, NARROWER, NONE = Match
_EVENT, _FINDING = "LifeEvent", "ServiceEpisode.finding.text"
_REQUEST = "its codes were read at second hand"
_TEXT = "As free text, and only within an episode of service: a life event carries no finding."


@dataclass(frozen=True, slots=True)
class Row:
    """What there is for some properties of a part (`#/$defs` of the schema), or for a kind of event."""

    part: str
    names: tuple[str, ...]
    match: Match
    element: str = ""
    code: str = ""
    note: str = ""
    unverified: str = ""


def _row(
    names: str, match: Match, element: str = "", code: str = "", note: str = "", unverified: str = ""
) -> Row:
    part, _, properties = names.partition(": ")
    return Row(part, tuple(properties.split(", ")), match, element, code, note, unverified)


PROPERTIES = (
    _row("document: child", EXACT, f"{_EVENT}.subjectPerson.person", note="With involvement SBJ."),
    _row("document: people", EXACT, "Person"),
    _row(
        "document: agencies", NARROWER, "Organisation.type", note="Three kinds of organisation have a code."
    ),
    _row(
        "document: form, as_of, known_to, means",
        NONE,
        note="No view as at a moment, or as known to an agency.",
    ),
    _row("said: entry", EXACT, f"{_EVENT}.identifier"),
    _row("said: kind", NARROWER, f"{_EVENT}.type", note="See the kinds of event below."),
    _row("said: child", EXACT, f"{_EVENT}.subjectPerson.person", "SBJ"),
    _row(
        "said: happened",
        NARROWER,
        "TimeInformation.startDateTime, endDateTime",
        note="A day or a month, or “about”, has to be written as an instant, and looks like one.",
    ),
    _row("said: told", NONE, note="When something was written is not kept apart from when it happened."),
    _row(
        "said: agency",
        BROADER,
        "Professional.relatedOrganisation",
        note="By way of whoever is involved: that the organisation says so is not said.",
    ),
    _row("said: practitioner", EXACT, f"{_EVENT}.relatedProfessional.professional", "AUT"),
    _row("said: role", BROADER, "Professional.role", note="Theirs is the post now, not when it was said."),
    _row(
        "said: keys", NONE, note="No event can name another: which injury, which decision, which disclosure."
    ),
    _row("said: facts", BROADER, _FINDING, note=_TEXT),
    _row(
        "happened: first, last", NARROWER, "TimeInformation.startDateTime, endDateTime", note="Instants only."
    ),
    _row("happened: precision", NONE),
    _row(
        "time: since, until",
        NARROWER,
        "TimeInformation.startDateTime, endDateTime",
        note="Without a beginning there is none: theirs is required.",
    ),
    _row("answer: question, stands, event", NONE),
    _row(
        "answer: answer",
        NARROWER,
        f"{_EVENT}.type",
        "safeguarding-concern",
        note="Of “concern” alone. “No concerns” and “unsure” have no code, and so no disagreement shows.",
    ),
    _row("answer: words, grounds", BROADER, _FINDING, note=_TEXT),
    _row("answer: strength", NONE, note="Whether somebody considers, suspects or is sure."),
    _row("answer: said", NARROWER, _EVENT, "safeguarding-concern"),
    _row("injury: id", NONE, note="An injury that several agencies saw is no thing of its own there."),
    _row("injury: child", EXACT, f"{_EVENT}.subjectPerson.person", "SBJ"),
    _row("injury: least_months, most_months", BROADER, "Person.dateOfBirth"),
    _row(
        "injury: marks",
        NARROWER,
        "Observation.type",
        "non-accidental-injury",
        note="Only of an injury already held to be inflicted, without site, side, size, count, shape, who "
        "saw it or how. Of an injury that is seen and not yet explained, nothing can be said.",
    ),
    _row("injury: mobility", NONE),
    _row("injury: prompts", NONE, note="Computed from the rest: whoever has the rest can compute it."),
    _row("prompt: rule, reading, found, not_recorded, why, asks, meaning, hindsight", NONE, note="As above."),
    _row("feature: words, entries, unverified", NONE, note="As above."),
    _row("explanation: said, weighed", BROADER, _FINDING, note=_TEXT),
    _row("explained-injury: injury, asked, stands_out", NONE),
    _row("explained-injury: child", EXACT, f"{_EVENT}.subjectPerson.person", "SBJ"),
    _row("explained-injury: explanations", BROADER, _FINDING, note=_TEXT),
    _row("disclosure: child", EXACT, f"{_EVENT}.subjectPerson.person", "SBJ"),
    _row(
        "disclosure: said",
        BROADER,
        f"{_EVENT}.type",
        "safeguarding-concern",
        note="Then it is a professional's concern: the child's words, alone or not, to whom, are lost.",
    ),
    _row("disclosure: weighed", BROADER, _FINDING, note=_TEXT),
    _row("disclosure: unanswered, children", NONE, note="Whether anybody answered a child cannot be said."),
    _row("injury-with-sources: injury, window, since, seen, suspected, people, unconsidered", NONE),
    _row("injury-with-sources: child", EXACT, f"{_EVENT}.subjectPerson.person", "SBJ"),
    _row(
        "possible-source: person",
        BROADER,
        "Person.relatedPerson",
        note="A relationship, not that somebody was there.",
    ),
    _row("possible-source: adult", BROADER, "Person.dateOfBirth"),
    _row("possible-source: access, away, unaccounted, considered", NONE),
    _row("considered: entry, happened, finding, evidence", NONE),
    _row("considered: agency", BROADER, "Professional.relatedOrganisation"),
    _row("considered: practitioner", EXACT, "RelatedProfessional.professional", "AUT"),
    _row("considered: role", BROADER, "Professional.role"),
    _row("assumption: child", EXACT, "SubjectPerson.person", "SBJ"),
    _row(
        "assumption: entry, decision, words, condition, person, last_day, against",
        NONE,
        note="Nothing can be said to hold only as long as something is so.",
    ),
    _row("decision: question, rests_on, dissent, taken_on, reviewed, episodes", NONE),
    _row(
        "decision: said",
        BROADER,
        _FINDING,
        note=f"{_TEXT} That a service began or ended is a time there, without who decided it and why.",
    ),
    _row(
        "disagreement: disagreement, names, by_itself, since, denied, against, said, taken_up, reached, "
        "next, settled, question, injury",
        NONE,
        note="Two opposite views can both be sent; that they are opposite, and what became of it, cannot.",
    ),
    _row("disagreement: child", EXACT, "SubjectPerson.person", "SBJ"),
    _row("disagreement: raised", NARROWER, f"{_EVENT}.type", "safeguarding-concern"),
    _row(
        "spoken: entry, kind, child, happened, told, agency, practitioner, role, keys, facts, "
        "strength, grounds",
        NONE,
        note="See said and answer; that it was said in a disagreement has no place.",
    ),
    _row("unknowns: occasion, questions, injuries, means", NONE),
    _row("unknowns: requests", BROADER, "Request (information governance)"),
    _row(
        "question: asks, words, about, sector, agency, standing, before, requests, told, source, unverified",
        NONE,
    ),
    _row("request: entry", EXACT, "Request.Identifier"),
    _row("request: since", EXACT, "Request.DateStamp"),
    _row("request: agency, request, reached, due, replies", NONE),
    _row("request: words, asks", BROADER, "Request.RequestedData.Query"),
    _row(
        "request: standing",
        NARROWER,
        "PERMIT, DENY, REVIEW",
        note="Refused is DENY. That an agency is silent, or looked and holds nothing, has no code.",
        unverified=_REQUEST,
    ),
    _row("left-open: injury, points", NONE),
    _row("document: came_again", NONE),
    _row(
        "came-again: referrals, contacts, closings",
        NARROWER,
        f"{_EVENT}.type",
        "referral",
        note="Each referral; that one follows another has to be counted.",
    ),
    _row(
        "episode: title, began, ended, children, adults, agencies, kinds, entries, named_in",
        NONE,
        note="A false friend: a service episode is a service.",
    ),
)
"""Each property of each part of the schema, once."""

KINDS_MAPPED = (
    _row(
        "events: concern raised",
        BROADER,
        f"{_EVENT}.type",
        "safeguarding-concern",
        note="Strength and grounds are lost.",
    ),
    _row(
        "events: view recorded, medical opinion, senior paediatric review",
        NARROWER,
        f"{_EVENT}.type",
        "safeguarding-concern",
        note="Where the answer is a concern.",
    ),
    _row(
        "events: injury observed",
        NARROWER,
        "Observation.type",
        "non-accidental-injury",
        note="Where it is already held to be inflicted, and within an episode of service.",
    ),
    _row("events: disclosure", BROADER, f"{_EVENT}.type", "safeguarding-concern"),
    _row(
        "events: section 47 ended",
        NARROWER,
        "ServiceEpisode.timeInformation.endDateTime",
        "section-47",
        note="That it ended, not with what.",
    ),
    _row(
        "events: case closed",
        BROADER,
        "ServiceEpisode.timeInformation.endDateTime",
        note="That a service ended, not who decided it, or why.",
    ),
    _row(
        "events: explanation given, explanation asked, explanation weighed, disclosure weighed, decision, "
        "child returned home, sibling decision, closure agreed, decision reviewed, departure with reason, "
        "assumption recorded, possible source considered, disagreement opened, disagreement answered, "
        "disagreement taken up, disagreement resolved, history considered",
        NONE,
    ),
    _row(
        "events: information requested, information refused, information given",
        BROADER,
        "Request (information governance)",
    ),
)
"""The kinds of event in which judgement is told."""
