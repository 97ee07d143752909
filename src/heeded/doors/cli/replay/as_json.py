"""A replay as one JSON object, its times in ISO 8601 with their offset."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from heeded.casework.judging.gates import Standing
from heeded.casework.judging.judge import Judged
from heeded.casework.replay import Change, Followed, Happened, Headline, Moment, Replay
from heeded.casework.replay.hearing import Accounted
from heeded.casework.replay.wondering import Undecided
from heeded.core.chronology.when import local
from heeded.core.evaluation.because import asks
from heeded.core.evaluation.finding import Finding
from heeded.core.evidence.prompts import Prompt
from heeded.core.evidence.sources import Sources
from heeded.core.procedures.rule import Rule
from heeded.doors.cli.replay.words import owed_by

Object = dict[str, Any]


def as_json(
    told: Replay,
    edition: str,
    result: Headline,
    early: Sequence[Rule],
    only_now: tuple[str, Sequence[Rule]] | None,
) -> Object:
    """The whole replay: its findings, one a duty or gate, and its moments.

    A finding's `judged_at` is the moment at which it got the verdict that it has by `as_of`;
    `history` gives those before. `entries` are the events of the story that it rests on, `cited`
    the single entries.
    """
    return {
        "scenario": told.scenario.name,
        "edition": edition,
        "variant": told.scenario.variants[0].name,
        "as_of": _time(told.until),
        "known_to": told.known_to,
        "findings": [_finding(each, told) for each in told.findings if each.gone is None],
        "moments": [_moment(moment, told) for moment in told.moments],
        "headline": _headline(result, told),
        "not_written_at_the_time": [_rule(rule) for rule in early],
        "asked_only_by_todays_edition": [_rule(rule) for rule in only_now[1]] if only_now else None,
        "notes": dict(told.scenario.notes),
        "sources": list(told.scenario.sources),
    }


def _finding(followed: Followed, told: Replay) -> Object:
    judged, finding = followed.judged, followed.judged.finding
    return {
        "id": _identity(finding),
        "rule": finding.rule,
        "ref": finding.ref,
        "verdict": finding.verdict.value,
        "why": finding.why.value if finding.why else None,
        "child": finding.child,
        "about": finding.about or None,
        "owed_by": finding.owed_by,
        "owed_by_agencies": owed_by(told, followed.judged.finding),
        "edition": finding.edition,
        "arose": _time(finding.arose),
        "due": None if finding.due is None else _time(finding.due),
        "judged_at": _time(followed.changed),
        "because": judged.because,
        "entries": _events(judged, told),
        "cited": list(judged.entries),
        "history": [
            {"verdict": step.verdict.value, "judged_at": _time(step.second)} for step in followed.steps
        ],
        **_standing_of(judged.rule),
    }


def _moment(moment: Moment, told: Replay) -> Object:
    return {
        "at": _time(moment.second),
        "happened": [_happened(happened) for happened in moment.happened],
        "learnt": [
            {"agency": learnt.agency, "events": [event.id for event in learnt.events]}
            for learnt in moment.learnt
        ],
        "changes": [_change(change) for change in moment.changes],
        "open": [_identity(judged.finding) for judged in moment.open],
        "gates": [_gate(gate, told) for gate in moment.gates],
        "prompts": [_prompt(prompt) for prompt in moment.prompts],
        "sources": [_sources(found) for found in moment.sources],
        "accounts": _accounts(moment.accounts),
        "undecided": [_undecided(each) for each in moment.undecided],
    }


def _happened(happened: Happened) -> Object:
    event = happened.event
    entries = [
        {
            "id": entry.id,
            "kind": entry.kind,
            "child": entry.child,
            "happened": [_time(entry.happened.earliest), _time(entry.happened.latest)],
            "told_by": entry.source.agency,
            "assumed": event.assumed.get(entry.id),
            "known_to": {agency: _time(second) for agency, second in entry.known.items()},
        }
        for entry in happened.entries
    ]
    return {
        "event": event.id,
        "title": event.title,
        "dates": event.dates or None,
        "unverified": event.unverified or None,
        "published": event.published,
        "entries": entries,
    }


def _change(change: Change) -> Object:
    finding = change.judged.finding
    return {
        "finding": _identity(finding),
        "ref": finding.ref,
        "verdict": finding.verdict.value,
        "before": change.before.value if change.before else None,
        "gone": change.gone,
    }


def _gate(gate: Standing, told: Replay) -> Object:
    finding = gate.judged.finding
    return {
        "rule": finding.rule,
        "ref": finding.ref,
        "child": finding.child,
        "about": finding.about or None,
        "acts": list(gate.acts),
        "guards": gate.judged.rule.guards or None,
        "because": gate.judged.because,
        "entries": _events(gate.judged, told),
    }


def _prompt(prompt: Prompt) -> Object:
    return {
        "rule": prompt.rule.id,
        "title": prompt.rule.title,
        "source": prompt.rule.source,
        "unverified": prompt.rule.unverified or None,
        "child": prompt.child,
        "injury": prompt.injury,
        "reading": prompt.reading.value,
        "features": [each.words for each in prompt.features],
        "not_recorded": [each.words for each in prompt.open],
        "why": prompt.why or None,
        "asks": prompt.asks or None,
        "meaning": list(prompt.meaning),
        "hindsight": prompt.hindsight or None,
        "entries": list(prompt.rests_on),
    }


def _accounts(found: Accounted) -> Object:
    return {
        "explanations": [
            {
                "injury": each.injury.id,
                "stands_out": [
                    {"remark": pointed.remark, "entries": [event.entry.id for event in pointed.events]}
                    for pointed in each.pointed
                ],
            }
            for each in found.explained
        ],
        "disclosures": [
            {
                "entries": [event.entry.id for event in each.said],
                "unanswered": list(each.missing),
                "undecided": [child.child for child in each.children if child.decided is None],
            }
            for each in found.disclosed
        ],
        "decisions": [
            {
                "entry": each.decision.entry.id,
                "unnamed": [[event.entry.id for event in unnamed.episode.events] for unnamed in each.unnamed],
                "came_again": {
                    "referrals": len(each.again.referrals),
                    "contacts": len(each.again.contacts),
                    "closings": len(each.again.closings),
                },
            }
            for each in found.passed
        ],
    }


def _undecided(found: Undecided) -> Object:
    return {
        "entry": found.decision.entry.id,
        "questions": [
            {
                "asks": each.question.asks,
                "about": each.about,
                "agency": each.agency,
                "standing": each.standing,
            }
            for each in found.unknown.questions
        ],
        "requests": [
            {"entry": each.request.entry.id, "agency": each.agency, "standing": each.standing}
            for each in found.unknown.requests
        ],
    }


def _sources(found: Sources) -> Object:
    return {
        "child": found.injury.child,
        "injury": found.injury.id,
        "since": None if found.window.start is None else _time(found.window.start),
        "until": _time(found.window.end),
        "people": [
            {
                "person": each.person,
                "adult": each.adult,
                "access": [access.how for access in each.access],
                "away": [spell.place for spell in each.away],
                "could_have_been_there": each.could_have_been_there,
                "considered": each.considered.entry.facts.get("finding") if each.considered else None,
            }
            for each in found.people
        ],
        "unconsidered": list(found.unconsidered),
    }


def _headline(result: Headline, told: Replay) -> Object:
    return {
        "first_asked": _asked(result.first_asked, result, told),
        "first_unanswered": _asked(result.first_unanswered, result, told, spoilt=True),
        "protected": None if result.protected is None else _time(result.protected),
        "statement": told.scenario.notes["hindsight"],
    }


def _asked(
    followed: Followed | None, result: Headline, told: Replay, *, spoilt: bool = False
) -> Object | None:
    if followed is None:
        return None
    finding = followed.judged.finding
    second = followed.spoilt() if spoilt else followed.asked
    return {
        "at": None if second is None else _time(second),
        "what": asks(followed.judged.rule),
        "of": owed_by(told, followed.judged.finding),
        "rule": finding.rule,
        "ref": finding.ref,
        "days_before_protected": None if second is None else result.days_before(second),
    }


def _rule(rule: Rule) -> Object:
    return {"rule": rule.name, "ref": rule.ref, **_standing_of(rule)}


def _standing_of(rule: Rule) -> Object:
    return {"tier": rule.tier.value, "agreed": rule.agreed, "unverified": rule.unverified or None}


def _events(judged: Judged, told: Replay) -> list[str]:
    """The story's events behind a finding, each once, in the order in which it cites them."""
    found = (told.scenario.event_of(entry) for entry in judged.entries)
    return list(dict.fromkeys(event.id for event in found if event))


def _identity(finding: Finding) -> str:
    return " | ".join(part for part in finding.identity if part)


def _time(second: int) -> str:
    return local(second).isoformat()
