"""The events of a notice, one for each child whom they concern."""

from dataclasses import dataclass

from heeded.adapters.exchange.incoming import Draft, fact_of, own_key, read_moment, read_when
from heeded.adapters.exchange.incoming.parts import Parts
from heeded.adapters.exchange.police.notice import Notice
from heeded.adapters.exchange.police.people import is_adult, relations
from heeded.adapters.exchange.police.words import (
    CHILD,
    EVENT_KEYS,
    EVENT_TYPES,
    FACT_ROLES,
    IMPLEMENT,
    LIVES_AT,
    OFFICER_KEYS,
)
from heeded.core.chronology.entry import Fact
from heeded.core.chronology.report import Event
from heeded.core.chronology.vocabulary import KINDS, Kind
from heeded.core.chronology.when import Precision, When

_OWN_EVENT_KEYS = {"injury observed": "injury", "disclosure": "disclosure"}
"""Kinds whose own id is the key by which others are tied to them."""


@dataclass(frozen=True, slots=True)
class Officer:
    """Who wrote the notice, and their rank."""

    name: str = ""
    rank: str = ""


@dataclass(frozen=True, slots=True)
class EventTeller:
    """Tells the draft of the events of one notice; `written` is when the notice was (seconds UTC)."""

    notice: Notice
    officer: Officer
    written: int | None

    @property
    def _draft(self) -> Draft:
        return self.notice.draft

    def tell(self, parts: Parts) -> None:
        """Tell of one event of the notice: once for each child linked to it."""
        parts.refuse_strays(EVENT_KEYS)
        kind, happened = self._kind(parts), self._happened(parts)
        told = self._told(parts, happened) if happened else None
        if kind is None or happened is None or told is None:
            return
        children = self._children(parts)
        if not children:
            reason = f"no child is linked to it: add a link with the role “{CHILD}”"
            parts.refuse("", reason, grave=True)
        officer = officer_of(parts) or self.officer
        facts = {**self._facts(parts, kind), **self._linked_facts(parts, kind)}
        keys = self._keys(parts, kind)
        for child in children:
            own = self._own_key(kind, parts.ref if len(children) == 1 else f"{parts.ref}/{child}")
            corrects, withdraws = (parts.text(key) for key in ("corrects", "withdraws"))
            event = Event(
                ref=f"{parts.ref}/{child}",
                kind=kind.name,
                child=child,
                happened=happened,
                told=told,
                practitioner=officer.name,
                role=officer.rank,
                known=self._known(parts),
                keys={**own, **keys},
                facts=facts,
                corrects=f"{corrects}/{child}" if corrects else None,
                withdraws=f"{withdraws}/{child}" if withdraws else None,
            )
            self._draft.tell(event, parts.place)

    def tell_links(self) -> None:
        """Tell of what the links between people, and between people and homes, say by themselves."""
        for person, other, word, link in relations(self.notice):
            child = next((each for each in (other, person) if not is_adult(each, self.notice)), "")
            facts: dict[str, Fact] = {"person": person, "to": other, "relation": word}
            if child and (when := self._when_written(link)):
                self._tell_link(f"{person}/{other}/{word}", "relationship recorded", child, when, facts, link)
        for link in self.notice.links:
            if link.text("role").lower() == LIVES_AT:
                self._tell_home(link)
        for link in self.notice.links:
            if id(link) not in self.notice.used:
                role = link.text("role")
                link.refuse("role", f"nothing is read from a link of the role “{role:.60}” between these two")

    def _tell_home(self, link: Parts) -> None:
        """Tell that a person came to live somewhere, or left, where the link says since or until when."""
        ends = (link.text("from"), link.text("to"))
        person = next((end for end in ends if self.notice.sort(end) == "persons"), "")
        home = next((end for end in ends if self.notice.sort(end) == "locations"), "")
        if not person or not home:
            return
        self.notice.use(link)
        child = person if not is_adult(person, self.notice) else self._child_at(home)
        facts: dict[str, Fact] = {"person": person, "household": own_key(self._draft.agency, home)}
        for key, kind in (("since", "household joined"), ("until", "household left")):
            if not link.value.get(key):
                continue
            try:
                when = read_when(link.value[key])
            except ValueError as wrong:
                link.refuse(key, str(wrong))
                continue
            if child:
                self._tell_link(f"{person}/{home}/{key}", kind, child, when, facts, link)
            else:
                link.refuse(key, "no child of this notice lives there, so that it is told of nobody")

    def _child_at(self, home: str) -> str:
        """A child who lives at a location."""
        for other, role, _ in self.notice.linked(home):
            if role == LIVES_AT and self.notice.sort(other) == "persons" and not is_adult(other, self.notice):
                return other
        return ""

    def _tell_link(
        self, ref: str, kind: str, child: str, when: When, facts: dict[str, Fact], link: Parts
    ) -> None:
        told = self.written if self.written is not None else when.latest
        event = Event(
            ref=ref,
            kind=kind,
            child=child,
            happened=when,
            told=told,
            practitioner=self.officer.name,
            role=self.officer.rank,
            facts=facts,
        )
        self._draft.tell(event, link.place)

    def _when_written(self, link: Parts) -> When | None:
        if self.written is None:
            link.refuse("role", "a relationship is told of as of when the notice was written: say when")
            return None
        return When(self.written, self.written, Precision.INSTANT)

    def _kind(self, parts: Parts) -> Kind | None:
        written = parts.text("type").lower()
        if written in EVENT_TYPES:
            return KINDS[EVENT_TYPES[written]]
        near = self._draft.hints.near(written, EVENT_TYPES)
        parts.refuse("type", f"this is no type of event.{near} Use: {', '.join(EVENT_TYPES)}", grave=True)
        return None

    def _happened(self, parts: Parts) -> When | None:
        try:
            return read_when(parts.value.get("happened"))
        except ValueError as wrong:
            parts.refuse("happened", str(wrong), grave=True)
            return None

    def _told(self, parts: Parts, happened: When) -> int | None:
        """When an officer wrote it: the event's own time, the notice's, or by the end of its own."""
        if (written := parts.value.get("written")) is not None:
            try:
                return read_moment(written)
            except ValueError as wrong:
                parts.refuse("written", str(wrong))
        if self.written is not None:
            return self.written
        if parts.value.get("corrects") or parts.value.get("withdraws"):
            reason = "a correction or withdrawal says when it was written: fill it in"
            parts.refuse("written", reason, grave=True)
            return None
        return happened.latest

    def _children(self, parts: Parts) -> list[str]:
        found = []
        for other, role, link in self.notice.linked(parts.ref):
            if role == CHILD and self.notice.sort(other) == "persons":
                self.notice.use(link)
                found.append(other)
        return list(dict.fromkeys(found))

    def _facts(self, parts: Parts, kind: Kind) -> dict[str, Fact]:
        facts: dict[str, Fact] = {}
        fields = {field.name.replace("-", " "): field for field in kind.fields}
        for written, value in parts.members("details"):
            field = fields.get(written.replace("_", " ").replace("-", " "))
            if field is None:
                near = self._draft.hints.near(written.replace("_", " "), fields)
                takes = ", ".join(name.replace(" ", "_") for name in fields) or "none"
                parts.refuse(f"details/{written}", f"there is no such detail.{near} There may be: {takes}")
                continue
            try:
                facts[field.name] = fact_of(field, value, self._draft.hints)
            except ValueError as wrong:
                parts.refuse(f"details/{written}", str(wrong))
        return facts

    def _linked_facts(self, parts: Parts, kind: Kind) -> dict[str, Fact]:
        """Facts that name a person or an object, from the links to the event."""
        facts: dict[str, Fact] = {}
        for other, role, link in self.notice.linked(parts.ref):
            sort = self.notice.sort(other)
            if sort == "persons" and role in FACT_ROLES and kind.field(role) is not None:
                self.notice.use(link)
                facts[role] = other
            elif sort == "objects" and role == IMPLEMENT and kind.field(IMPLEMENT) is not None:
                self.notice.use(link)
                facts[IMPLEMENT] = self.notice.found[other][1].text("description") or other
        return facts

    def _keys(self, parts: Parts, kind: Kind) -> dict[str, str]:
        keys: dict[str, str] = {}
        if (incident := parts.text("incident")) and "incident" in kind.keys:
            keys["incident"] = own_key(self._draft.agency, incident)
        for name, value in parts.members("keys"):
            if isinstance(value, str):
                keys[name.replace("_", " ")] = value
            else:
                parts.refuse(f"keys/{name}", "this must be a text in quotes")
        return keys

    def _own_key(self, kind: Kind, ref: str) -> dict[str, str]:
        """The key that an injury or a disclosure is for what follows from it."""
        name = _OWN_EVENT_KEYS.get(kind.name)
        return {name: own_key(self._draft.agency, ref)} if name else {}

    def _known(self, parts: Parts) -> dict[str, int]:
        known: dict[str, int] = {}
        for agency, written in parts.members("known"):
            try:
                known[agency] = read_moment(written)
            except ValueError as wrong:
                parts.refuse(f"known/{agency}", str(wrong))
        return known


def officer_of(parts: Parts) -> Officer | None:
    """The officer whom a notice or an event names; None where it names none."""
    value = parts.value.get("officer")
    if value is None:
        return None
    if not isinstance(value, dict):
        parts.refuse("officer", 'this must be an object: {"name": "…", "rank": "…"}')
        return None
    officer = Parts(value, f"{parts.place}/officer", parts.ref, parts.draft)
    officer.refuse_strays(OFFICER_KEYS)
    return Officer(officer.text("name"), officer.text("rank"))
