"""Accounts written as JSON: explanations by injury, disclosures and their fate, earlier episodes."""

from __future__ import annotations

from heeded.adapters.exchange.judgement.said import Object, moment, said
from heeded.core.evidence.accounts import Disclosed, Explained
from heeded.core.evidence.episodes import Earlier, Recurring


def explained(held: Explained) -> Object:
    """An injury, each explanation with the answers on whether it fits, who was asked, what stands out."""
    return {
        "injury": held.injury.id,
        "child": held.injury.child,
        "explanations": [
            {"said": said(each.said.entry), "weighed": [said(answer.entry) for answer in each.weighed]}
            for each in held.explanations
        ],
        "asked": [said(each.entry) for each in held.asked],
        "stands_out": [
            {"words": str(each.remark), "entries": [event.entry.id for event in each.events]}
            for each in held.pointed
        ],
    }


def disclosure(held: Disclosed) -> Object:
    """A disclosure, each answer to it, what none of them says, and each child who waits for a decision."""
    return {
        "child": held.said[0].entry.child,
        "said": [said(each.entry) for each in held.said],
        "weighed": [said(each.entry) for each in held.weighed],
        "unanswered": list(held.missing),
        "children": [
            {"child": each.child, "decided": each.decided.entry.id if each.decided else None}
            for each in held.children
        ],
    }


def recurring(held: Recurring) -> Object:
    """How often something came to the household in the last twelve months, and how often work ended."""
    return {
        "referrals": [[event.entry.id for event in each] for each in held.referrals],
        "contacts": [[event.entry.id for event in each] for each in held.contacts],
        "closings": [
            {
                "entries": [event.entry.id for event in each.told],
                "after": each.after.entry.id if each.after else None,
            }
            for each in held.closings
        ],
    }


def episode(held: Earlier) -> Object:
    """An earlier episode, and the readings of the history that name it."""
    found = held.episode
    return {
        "title": found.title,
        "began": moment(found.began),
        "ended": moment(found.ended),
        "children": list(found.children),
        "adults": list(found.adults),
        "agencies": list(found.agencies),
        "kinds": list(found.kinds),
        "entries": [event.entry.id for event in found.events],
        "named_in": [each.entry.id for each in held.named],
    }
