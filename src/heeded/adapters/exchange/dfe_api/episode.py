"""One episode of social care: its referral, what followed from it, and its closure."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime

from heeded.adapters.exchange.census.chronology.words import CLOSURES, FACTORS, NO_FACTOR, SOURCES
from heeded.adapters.exchange.dfe_api.modules import (
    BECAME,
    CEASED,
    EPISODE_KEYS,
    LOOKED_AFTER,
    MODULES,
    STARTED_CARE,
    WENT_ON,
    WORKERS,
    Module,
)
from heeded.adapters.exchange.incoming import own_key
from heeded.adapters.exchange.incoming.parts import Parts, required
from heeded.core.chronology.entry import Fact
from heeded.core.chronology.report import Event
from heeded.core.chronology.vocabulary import KINDS
from heeded.core.chronology.when import When

_READ_IN_MODULES = frozenset({"purge", "factors", "icpc_required_flag", "start_reason", "end_reason"})
_LATEST = "only the latest conference of an enquiry is sent: earlier ones may be missing"
NOT_KEPT = "this is not kept in the record"


@dataclass(frozen=True, slots=True, kw_only=True)
class _About:
    """What one date of the delivery stands for."""

    kind: str = field(kw_only=False)
    keys: Mapping[str, str] = field(kw_only=False)
    purged: bool
    facts: Mapping[str, Fact] = field(default_factory=dict)
    suffix: str = ""
    practitioner: str = ""


@dataclass(frozen=True, slots=True)
class Episodes:
    """Tells of the episodes of one child; `purged` where the sender has removed the whole child."""

    agency: str
    child: str
    received: int
    purged: bool

    def tell(self, episode: Parts) -> None:
        """Tell of every dated thing in an episode; of what was purged, that it is taken back."""
        purged = self.purged or episode.yes("purge")
        keys = {"referral": episode.ref}
        self._tell_ends(episode, keys, purged=purged)
        for name, module in MODULES.items():
            for number, value in enumerate(episode.listed(name)):
                place = f"{episode.place}/{name}/{number}"
                if (found := required(value, place, module.id, episode.draft)) is not None:
                    parts = Parts(found[0], place, f"{episode.ref}/{name}/{found[1]}", episode.draft)
                    self._tell_module(parts, name, module, keys, purged=purged or parts.yes("purge"))
        for number, worker in enumerate(episode.listed(WORKERS)):
            place = f"{episode.place}/{WORKERS}/{number}"
            if (found := required(worker, place, "worker_id", episode.draft)) is not None:
                ref = f"{episode.ref}/{WORKERS}/{found[1]}/{found[0].get('start_date', '')}"
                self._tell_worker(Parts(found[0], place, ref, episode.draft), found[1], keys, purged=purged)
        for key in episode.value:
            if key not in (*EPISODE_KEYS, *MODULES, WORKERS):
                episode.refuse(str(key), NOT_KEPT)

    def _tell_ends(self, episode: Parts, keys: Mapping[str, str], *, purged: bool) -> None:
        """Tell of the referral and of the closure."""
        facts = _coded(episode, "source", "referral_source", SOURCES)
        if "referral_no_further_action_flag" in episode.value:
            facts["no further action"] = episode.yes("referral_no_further_action_flag")
        received = _About("referral received", keys, purged=purged, facts=facts)
        self._tell(episode, "referral_date", received)
        facts = _coded(episode, "reason", "closure_reason", CLOSURES)
        self._tell(episode, "closure_date", _About("case closed", keys, purged=purged, facts=facts))

    def _tell_module(
        self, parts: Parts, name: str, module: Module, keys: Mapping[str, str], *, purged: bool
    ) -> None:
        """Tell of each date of one assessment, plan, enquiry or placement."""
        keys = {**keys, module.key: parts.ref}
        for dated, kind in module.dates.items():
            self._tell(parts, dated, _About(kind, keys, purged=purged, facts=_facts(parts, kind)))
        if name == LOOKED_AFTER:
            if parts.value.get("start_reason") == STARTED_CARE:
                self._tell(parts, "start_date", _About(BECAME, keys, purged=purged, suffix="/care"))
            if (reason := parts.text("end_reason")) and reason != WENT_ON:
                self._tell(parts, "end_date", _About(CEASED, keys, purged=purged, suffix="/care"))
        if parts.value.get("icpc_date"):
            parts.refuse("icpc_date", _LATEST)
        for key in parts.value:
            if key not in (module.id, *module.dates, *_READ_IN_MODULES):
                parts.refuse(str(key), NOT_KEPT)

    def _tell_worker(self, parts: Parts, worker: str, keys: Mapping[str, str], *, purged: bool) -> None:
        for dated, kind in (("start_date", "worker allocated"), ("end_date", "worker stood down")):
            self._tell(parts, dated, _About(kind, keys, purged=purged, practitioner=worker))

    def _tell(self, parts: Parts, key: str, about: _About) -> None:
        """Tell of one date; of a purged one, even where its date went with it, that it is taken back."""
        day = parts.day(key)
        ref, place = f"{parts.ref}/{key}{about.suffix}", f"{parts.place}/{key}"
        if about.purged:
            parts.draft.tell(self._taken_back(ref), place)
        elif day is not None:
            parts.draft.tell(self._event(ref, day, about), place)

    def _event(self, ref: str, day: date, about: _About) -> Event:
        when = When.day(day)
        own = KINDS[about.kind].keys
        return Event(
            ref=ref,
            kind=about.kind,
            child=self.child,
            happened=when,
            told=min(when.latest, self.received),
            practitioner=about.practitioner,
            keys={key: own_key(self.agency, value) for key, value in about.keys.items() if key in own},
            facts=about.facts,
        )

    def _taken_back(self, ref: str) -> Event:
        return Event(
            ref=f"{ref}/purged",
            kind="withdrawal",
            child=self.child,
            happened=When.instant(datetime.fromtimestamp(self.received, UTC)),
            told=self.received,
            facts={"reason": "The sender has removed it."},
            withdraws=ref,
        )


def _facts(parts: Parts, kind: str) -> dict[str, Fact]:
    """What a module says beside its dates, for one kind of event."""
    facts: dict[str, Fact] = {}
    if kind.startswith("assessment"):
        facts["stage"] = "single"
    if kind.startswith("section 47") and "icpc_required_flag" in parts.value:
        facts["conference required"] = parts.yes("icpc_required_flag")
    if kind == "initial conference":
        facts["moved in"] = False
    if kind == "assessment authorised":
        codes = [code for code in parts.listed("factors") if isinstance(code, str)]
        known = frozenset(FACTORS[code] for code in codes if code in FACTORS)
        if known:
            facts["factors"] = known
        if NO_FACTOR in codes:
            facts["without factors"] = True
        for code in codes:
            if code not in FACTORS and code != NO_FACTOR:
                parts.refuse("factors", f"“{code:.20}” is no code for a factor: use the census's codes")
    return facts


def _coded(parts: Parts, name: str, key: str, words: Mapping[str, str]) -> dict[str, Fact]:
    """A fact that stands as one of the census's codes; what is none of them is pointed out."""
    code = parts.text(key)
    if code and code not in words:
        parts.refuse(key, f"“{code:.20}” is no code of the census: use one of {', '.join(words)}")
    return {name: words[code]} if code in words else {}
