"""What a council sends to the DfE, read as a report: one child or several, each with their episodes."""

import json
from hashlib import sha256

from heeded.adapters.exchange.dfe_api.episode import NOT_KEPT, Episodes
from heeded.adapters.exchange.dfe_api.modules import CHILD_KEYS, DETAIL_KEYS
from heeded.adapters.exchange.incoming import Draft
from heeded.adapters.exchange.incoming.identifiers import described_as
from heeded.adapters.exchange.incoming.limits import MOST_EVENTS, MOST_PEOPLE
from heeded.adapters.exchange.incoming.parts import Parts, required
from heeded.adapters.exchange.json import read_json
from heeded.adapters.exchange.unreadable import UnreadableReport
from heeded.core.chronology.report import LOCAL_ID, UPN, Described, Identifier, Report

NAME = "the children's records"
_SHAPE = 'Send an object for one child, or a list of such, each with "la_child_id" and "child_details"'


def read_children(data: bytes, agency: str, received: int) -> Report:
    """The report that the bytes of one delivery hold; `received` is when they came (seconds UTC).

    The format dates nothing but the events themselves, so each counts as told by the end of its day,
    and what is purged as told when it was received. Raises UnreadableReport where nothing can be taken.
    """
    value = read_json(data, NAME)
    children = value if isinstance(value, list) else [value]
    if len(children) > MOST_PEOPLE:
        what = f"it tells of {len(children):,} children, more than {MOST_PEOPLE:,}"
        raise UnreadableReport(what, NAME, "Send them in several parts", too_large=True)
    draft = Draft(agency)
    for number, child in enumerate(children):
        place = f"/{number}" if isinstance(value, list) else ""
        if (found := required(child, place, "la_child_id", draft)) is not None:
            _read_child(Parts(found[0], place, found[1], draft), received)
    whole = json.dumps(value, sort_keys=True).encode("ascii")
    report = draft.report(f"sha256:{sha256(whole).hexdigest()}")
    if not report.people:
        first = f", since {report.refusals[0].reason}" if report.refusals else ""
        raise UnreadableReport(f"it tells of no child{first}", NAME, _SHAPE)
    if len(report.events) > MOST_EVENTS:
        what = f"it tells of {len(report.events):,} events, more than {MOST_EVENTS:,}"
        raise UnreadableReport(what, NAME, "Send fewer children at once", too_large=True)
    return report


def _read_child(child: Parts, received: int) -> None:
    _note_unread(child, CHILD_KEYS)
    purged = child.yes("purge")
    details = child.value.get("child_details")
    if isinstance(details, dict):
        _describe(Parts(details, f"{child.place}/child_details", child.ref, child.draft), child)
    else:
        child.draft.describe(Described(ref=child.ref, identifiers=_own(child)), child.place)
    wellbeing = child.value.get("health_and_wellbeing")
    if isinstance(wellbeing, dict) and wellbeing.get("sdq_assessments"):
        child.refuse("health_and_wellbeing", "questionnaires on strengths and difficulties are not kept here")
    if purged and not child.value.get("social_care_episodes"):
        reason = "the sender has removed this child and names no episode: say what is taken back"
        child.refuse("purge", reason, grave=True)
    for number, episode in enumerate(child.listed("social_care_episodes")):
        place = f"{child.place}/social_care_episodes/{number}"
        found = required(episode, place, "social_care_episode_id", child.draft)
        if found is not None:
            Episodes(child.draft.agency, child.ref, received, purged).tell(
                Parts(found[0], place, found[1], child.draft)
            )


def _describe(details: Parts, child: Parts) -> None:
    """Describe the child; what the details say of origin, disability and asylum is not kept."""
    _note_unread(details, DETAIL_KEYS)
    if details.yes("purge"):
        reason = (
            "a person's details are removed by the record's own retention, not by a delivery: ask its keeper"
        )
        details.refuse("purge", reason)
    name = " ".join(filter(None, (details.text("first_name"), details.text("surname"))))
    identifiers = list(_own(child))
    for key in ("unique_pupil_number", "former_unique_pupil_number"):
        written = details.text(key)
        place = f"{details.place}/{key}"
        if written and (found := described_as(UPN, written, place, details.ref, details.draft)):
            identifiers.append(found)
    person = Described(
        ref=child.ref,
        name=name,
        born=details.day("date_of_birth"),
        sex=details.text("sex"),
        postcode=details.text("postcode"),
        identifiers=tuple(identifiers),
    )
    details.draft.describe(person, details.place)


def _own(child: Parts) -> tuple[Identifier, ...]:
    """The council's own numbers for the child."""
    numbers = dict.fromkeys(filter(None, (child.ref, child.text("mis_child_id"))))
    return tuple(Identifier(LOCAL_ID, number) for number in numbers)


def _note_unread(parts: Parts, known: tuple[str, ...]) -> None:
    """Point out by name what is not read."""
    for key in parts.value:
        if key not in known:
            parts.refuse(str(key), NOT_KEPT)
