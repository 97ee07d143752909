"""A report in the making: people and events as they are read, and what could not be taken."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from heeded.adapters.exchange.incoming.hints import Hints
from heeded.adapters.exchange.incoming.limits import LONGEST_NAME, LONGEST_TEXT, unfit
from heeded.adapters.exchange.visible import visible
from heeded.core.chronology.entry import Fact
from heeded.core.chronology.report import Described, Event, Refusal, Report
from heeded.core.chronology.vocabulary import ALWAYS, KINDS, Kind

WITHDRAWAL = "withdrawal"
"""The kind of event that takes another back."""
MOST_NOTES = 1_000
"""How many refusals of details are told one by one; the rest are counted in one more."""
LONGEST_REASON = 600
_WORDS = ("name", "sex", "area", "address", "postcode")


class Draft:
    """Gathers what one agency's report says.

    Every event passes through here, whoever read it, so that each is held to the vocabulary alike.
    A fact or key that does not belong is set aside with a refusal, and the event stays.
    """

    def __init__(self, agency: str) -> None:
        self.agency = agency
        self.hints = Hints()
        self._people: dict[str, Described] = {}
        self._events: dict[str, Event] = {}
        self._refusals: list[Refusal] = []
        self._notes = 0

    def refuse(self, place: str, reason: str, ref: str = "", *, grave: bool = False) -> None:
        """Set something aside: where it stands, why, and what to do; `grave` if it is an event or person."""
        self._notes += not grave
        if grave or self._notes <= MOST_NOTES:
            said = visible(reason, LONGEST_REASON)
            self._refusals.append(Refusal(visible(place, 300), said, visible(ref, LONGEST_NAME), grave))

    def knows(self, ref: str) -> bool:
        """Whether a person of that ref has been described."""
        return ref in self._people

    def describe(self, person: Described, place: str) -> None:
        """Take a person; one of a ref that was described before is set aside."""
        if person.ref in self._people:
            reason = "a person with this ref was described before: describe each once"
            self.refuse(place, reason, person.ref, grave=True)
        elif why := unfit(person.ref, LONGEST_NAME):
            self.refuse(place, f"its ref cannot be kept: {why}", person.ref, grave=True)
        else:
            once = tuple(dict.fromkeys(person.identifiers))
            known = tuple(each for each in once if not unfit(each.value, LONGEST_NAME))
            if len(known) < len(once):
                self.refuse(place, "an identifier cannot be kept: it is too long", person.ref)
            words = {name: getattr(person, name) for name in _WORDS}
            fit = self._all_fit(words, place, person.ref)
            same = fit == words and known == person.identifiers
            self._people[person.ref] = (
                person
                if same
                else replace(
                    person,
                    name=fit["name"],
                    sex=fit["sex"],
                    area=fit["area"],
                    address=fit["address"],
                    postcode=fit["postcode"],
                    identifiers=known,
                )
            )

    def tell(self, event: Event, place: str) -> None:
        """Take an event, without the facts and keys that do not belong to its kind."""
        if event.ref in self._events:
            reason = "an event with this ref was told before in this report: give each a ref of its own"
            self.refuse(place, reason, event.ref, grave=True)
        elif why := self._unfit_names(event):
            self.refuse(place, f"a name in it cannot be kept: {why}", event.ref, grave=True)
        elif event.kind == WITHDRAWAL and not event.withdraws:
            reason = "it does not say what it takes back: give the ref of that event"
            self.refuse(place, reason, event.ref, grave=True)
        elif event.ref in (event.corrects, event.withdraws):
            reason = "an event cannot correct or withdraw itself: give it a ref of its own"
            self.refuse(place, reason, event.ref, grave=True)
        elif (kind := KINDS.get(event.kind)) is None:
            reason = self.hints.no_kind(event.kind)
            self.refuse(place, reason, event.ref, grave=True)
        else:
            facts = self._facts(kind, event.facts, place, event.ref)
            keys = self._keys(kind, event.keys, place, event.ref)
            words = {"practitioner": event.practitioner, "role": event.role}
            fit = self._all_fit(words, place, event.ref)
            whole = len(facts) == len(event.facts) and len(keys) == len(event.keys) and fit == words
            if not whole:
                event = replace(
                    event, facts=facts, keys=keys, practitioner=fit["practitioner"], role=fit["role"]
                )
            self._events[event.ref] = event

    def report(self, id_: str) -> Report:
        """The report as it stands."""
        refusals = list(self._refusals)
        if (more := self._notes - MOST_NOTES) > 0:
            said = f"{more:,} more details were set aside: mend those named first"
            refusals.append(Refusal("", said, grave=False))
        return Report(
            id=id_,
            agency=self.agency,
            people=tuple(self._people.values()),
            events=tuple(self._events.values()),
            refusals=tuple(refusals),
        )

    def _all_fit(self, words: Mapping[str, str], place: str, ref: str) -> dict[str, str]:
        """Texts as they were sent; one is empty, with a refusal, where it cannot be kept."""
        fit = dict(words)
        for name, text in words.items():
            if text and (why := unfit(text, LONGEST_NAME)):
                self.refuse(f"{place}/{name}", why, ref)
                fit[name] = ""
        return fit

    def _unfit_names(self, event: Event) -> str:
        """Why a name by which the event speaks of itself, a child or another event cannot be kept."""
        for name in (event.ref, event.child, event.corrects, event.withdraws):
            if name and (why := unfit(name, LONGEST_NAME)):
                return why
        return ""

    def _facts(self, kind: Kind, facts: Mapping[str, Fact], place: str, ref: str) -> dict[str, Fact]:
        kept: dict[str, Fact] = {}
        for name, fact in facts.items():
            texts = fact if isinstance(fact, frozenset) else [fact] if isinstance(fact, str) else []
            wrong = kind.objection(name, fact) or _first_unfit(texts)
            if wrong:
                self.refuse(f"{place}/facts/{name}", wrong, ref)
            else:
                kept[name] = fact
        return kept

    def _keys(self, kind: Kind, keys: Mapping[str, str], place: str, ref: str) -> dict[str, str]:
        own = kind.keys[len(ALWAYS) :]
        kept: dict[str, str] = {}
        for name, value in keys.items():
            if name not in own:
                takes = f"it takes: {', '.join(own)}" if own else "it takes none"
                reason = (
                    f"“{kind.name}” is tied by no “{name}”.{self.hints.near(name, own)} Leave it out; {takes}"
                )
                self.refuse(f"{place}/keys/{name}", reason, ref)
            elif not value.strip() or unfit(value, LONGEST_NAME):
                why = unfit(value, LONGEST_NAME) or "it is empty: name what it is tied to, or leave it out"
                self.refuse(f"{place}/keys/{name}", why, ref)
            else:
                kept[name] = value
        return kept


def _first_unfit(texts: Iterable[str]) -> str:
    wrong = [text for text in texts if unfit(text, LONGEST_TEXT)]
    return unfit(min(wrong), LONGEST_TEXT) if wrong else ""
