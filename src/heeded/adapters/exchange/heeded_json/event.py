"""An event of a report in our own JSON."""

from heeded.adapters.exchange.incoming import Draft, fact_of, read_moment, read_when
from heeded.adapters.exchange.incoming.limits import LONGEST_NAME, unfit
from heeded.adapters.exchange.incoming.parts import Parts, required
from heeded.core.chronology.entry import Fact
from heeded.core.chronology.report import Event
from heeded.core.chronology.vocabulary import KINDS, Kind
from heeded.core.chronology.when import When

KEYS = (
    *("ref", "kind", "child", "happened", "told", "practitioner", "role", "known", "keys", "facts"),
    *("corrects", "withdraws", "as_of"),
)
WITHDRAWAL = "withdrawal"
_ELSEWHERE = {
    "agency": "who sends is known at the door: leave it out",
    "role": "the role stands beside the facts, in the event's own “role”",
}
"""Fields of every kind that are filled from elsewhere."""


def read_event(value: object, place: str, draft: Draft) -> None:
    """Tell the draft of the event; one that does not say what, whose or when is set aside."""
    if (found := required(value, place, "ref", draft)) is None:
        return
    parts = Parts(found[0], place, found[1], draft)
    kind, child, happened = _kind(parts), _child(parts), _happened(parts)
    if kind is None or happened is None or not child or not _names_what_it_changes(parts):
        return
    parts.refuse_strays(KEYS)
    event = Event(
        ref=parts.ref,
        kind=kind.name,
        child=child,
        happened=happened,
        told=_told(parts, happened),
        practitioner=parts.text("practitioner"),
        role=parts.text("role"),
        known=_known(parts),
        keys=_keys(parts),
        facts=_facts(parts, kind),
        corrects=parts.text("corrects") or None,
        withdraws=parts.text("withdraws") or None,
        as_of=as_of(parts),
    )
    draft.tell(event, place)


def _kind(parts: Parts) -> Kind | None:
    name = parts.value.get("kind")
    if isinstance(name, str) and name in KINDS:
        return KINDS[name]
    if isinstance(name, str) and name.strip():
        reason = parts.draft.hints.no_kind(name)
    else:
        reason = "it does not say what happened: give a kind of event from the vocabulary"
    parts.refuse("kind", reason, grave=True)
    return None


def _child(parts: Parts) -> str:
    child = parts.value.get("child")
    if isinstance(child, str) and child.strip():
        if why := unfit(child, LONGEST_NAME):
            parts.refuse("child", why, grave=True)
            return ""
        return child
    parts.refuse("child", "it does not say whom it concerns: give the ref of a person", grave=True)
    return ""


def _happened(parts: Parts) -> When | None:
    try:
        return read_when(parts.value.get("happened"))
    except ValueError as wrong:
        parts.refuse("happened", str(wrong), grave=True)
        return None


def _names_what_it_changes(parts: Parts) -> bool:
    """Whether a correction or withdrawal names an earlier event, and says when it was told."""
    value = parts.value
    if value.get("kind") == WITHDRAWAL and not value.get("withdraws"):
        parts.refuse(
            "withdraws", "it does not say what it takes back: give the ref of that event", grave=True
        )
        return False
    for key in ("corrects", "withdraws"):
        named = value.get(key)
        if named is None:
            continue
        if not isinstance(named, str) or not named.strip() or unfit(named, LONGEST_NAME):
            parts.refuse(key, "this must be the ref of an earlier event", grave=True)
            return False
        if not _says_when_told(parts):
            return False
    return True


def _says_when_told(parts: Parts) -> bool:
    """Whether a correction says when it was told: without that, nobody knows what held until then."""
    try:
        read_moment(parts.value.get("told"))
    except ValueError as wrong:
        parts.refuse("told", f"a correction or withdrawal says when it was told: {wrong}", grave=True)
        return False
    return True


def _told(parts: Parts, happened: When) -> int:
    """When the source wrote it; left out or unreadable: by the end of when it happened."""
    written = parts.value.get("told")
    if written is None:
        return happened.latest
    try:
        return read_moment(written)
    except ValueError as wrong:
        parts.refuse("told", f"{wrong}; it is taken to be told when it happened")
        return happened.latest


def as_of(parts: Parts) -> int | None:
    """As of when the sender's system, which keeps the record of it, says so; None where it does not."""
    if parts.value.get("as_of") is None:
        return None
    try:
        return read_moment(parts.value["as_of"])
    except ValueError as wrong:
        parts.refuse("as_of", f"{wrong}; it is taken as told once")
        return None


def _known(parts: Parts) -> dict[str, int]:
    known: dict[str, int] = {}
    for agency, written in parts.members("known"):
        try:
            known[agency] = read_moment(written)
        except ValueError as wrong:
            parts.refuse(f"known/{agency}", str(wrong))
    return known


def _keys(parts: Parts) -> dict[str, str]:
    keys: dict[str, str] = {}
    for name, value in parts.members("keys"):
        if isinstance(value, str):
            keys[name] = value
        else:
            parts.refuse(f"keys/{name}", "this must be a text in quotes")
    return keys


def _facts(parts: Parts, kind: Kind) -> dict[str, Fact]:
    facts: dict[str, Fact] = {}
    for name, value in parts.members("facts"):
        field = kind.field(name)
        if field is None or name in _ELSEWHERE:
            parts.refuse(f"facts/{name}", _ELSEWHERE.get(name, _no_field(parts, kind, name)))
            continue
        try:
            facts[name] = fact_of(field, value, parts.draft.hints)
        except ValueError as wrong:
            parts.refuse(f"facts/{name}", str(wrong))
    return facts


def _no_field(parts: Parts, kind: Kind, name: str) -> str:
    fields = [field.name for field in kind.fields]
    takes = f"Its fields: {', '.join(fields)}" if fields else "It has none"
    return f"“{kind.name}” has no field “{name:.100}”.{parts.draft.hints.near(name, fields)} {takes}"
