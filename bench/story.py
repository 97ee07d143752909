"""What happens to the invented children of the generated log, drawn at random, told in columns."""

from dataclasses import dataclass, field

import numpy as np

from bench.draws import DAY, HOUR, Draws, Flags, Ints
from bench.schema import FIELDS, FIRST, KEYS, NOW, kind


@dataclass
class Told:
    """Events as columns; a key or field that an event does not have is -1."""

    family: Ints
    child: Ints
    kind: Ints
    happened: Ints
    recorded: Ints
    keys: dict[str, Ints]
    fields: dict[str, Ints]


@dataclass
class Pages:
    """The events told so far, a block a sentence of the story."""

    blocks: list[dict[str, Ints]] = field(default_factory=list)

    def add(self, name: str, child: Ints, happened: Ints, **said: Ints | int) -> None:
        """Write one kind of event for many children; `said` gives keys and fields."""
        size = len(child)
        block = {"child": child, "happened": happened, "kind": np.full(size, kind(name))}
        for column in (*KEYS, *FIELDS):
            block[column] = np.broadcast_to(np.asarray(said.get(column, -1), np.int64), size)
        self.blocks.append(block)

    def column(self, name: str) -> Ints:
        """One column of every block, in the order of telling."""
        return np.concatenate([block[name] for block in self.blocks])


@dataclass(frozen=True)
class Plans:
    """The plans of the story: whose, which, from when and for how long (seconds)."""

    child: Ints
    plan: Ints
    started: Ints
    length: Ints


def tell(events: int, children: int, seed: int) -> Told:
    """The whole log: the children's story, cut at NOW, filled up to the size asked for."""
    draws = Draws(seed)
    pages = Pages()
    _referrals(draws, pages, children)
    _hospital(draws, pages, children)
    _disagreements(draws, pages, children)
    story = _known(draws, pages)
    missing = events - len(story["child"])
    if missing < 0:
        raise ValueError(
            f"{children:,} children have {-missing:,} events too many for a log of"
            f" {events:,}: ask for more events or fewer children"
        )
    told = _filled(draws, story, children, missing)
    return _arrived(told, _families(draws, children))


def _referrals(draws: Draws, pages: Pages, children: int) -> None:
    """Referral, decision, assessment, closing; some lead to a section 47 enquiry."""
    child = np.repeat(np.arange(children), 1 + draws.counts(0.6, children))
    size = len(child)
    referral = np.arange(size)
    received = draws.moments(FIRST, NOW, size)
    pages.add("referral_received", child, received, referral=referral)

    decided = received + draws.prompt_or_slow(0.85, 0.4, 4.0, size)
    accepted = draws.chance(0.6, size)
    answered = draws.chance(0.97, size)
    pages.add(
        "referral_decision",
        child[answered],
        decided[answered],
        referral=referral[answered],
        accepted=accepted[answered].astype(np.int64),
    )
    work = answered & accepted
    authorised = decided + draws.wait(48, size)
    done = work & draws.chance(0.93, size)
    pages.add("assessment_authorised", child[done], authorised[done], referral=referral[done])

    closed = received + draws.wait(210, size) + DAY
    gone = draws.chance(0.8, size)
    pages.add("closed", child[gone], closed[gone], referral=referral[gone])
    enquired = work & draws.chance(0.7, size)
    _enquiries(draws, pages, child[enquired], decided[enquired])


def _enquiries(draws: Draws, pages: Pages, child: Ints, after: Ints) -> None:
    """Section 47 enquiries: ended with no conference, or a conference and perhaps a plan."""
    size = len(child)
    enquiry = np.arange(size)
    started = after + draws.wait(3, size)
    pages.add("enquiry_started", child, started, enquiry=enquiry)
    way = draws.pick(3, (0.40, 0.52, 0.08), size)

    stopped = way == 0
    ended = started + draws.wait(11, size)
    pages.add("enquiry_ended", child[stopped], ended[stopped], enquiry=enquiry[stopped], conference=0)
    held = way == 1
    met = started + draws.wait(18, size)
    pages.add("enquiry_ended", child[held], (met - 6 * HOUR)[held], enquiry=enquiry[held], conference=1)
    pages.add("initial_conference", child[held], met[held], enquiry=enquiry[held])
    planned = held & draws.chance(0.88, size)
    _plans(draws, pages, child[planned], met[planned])


def _plans(draws: Draws, pages: Pages, child: Ints, conference: Ints) -> None:
    """Plans with their core groups, visits and reviews; most end within the log."""
    size = len(child)
    plan = np.arange(size)
    started = conference + HOUR
    length = draws.wait(250, size, shape=3.0)
    pages.add("plan_started", child, started, plan=plan)
    ends = draws.chance(0.92, size)
    pages.add("plan_ended", child[ends], (started + length)[ends], plan=plan[ends])

    met = draws.chance(0.95, size)
    pages.add("core_group", child[met], (started + draws.wait(11, size))[met], plan=plan[met])
    plans = Plans(child, plan, started, length)
    _repeat(draws, pages, "core_group", plans, every=42.0)
    _repeat(draws, pages, "review", plans, every=88.0)
    _repeat(draws, pages, "visit", plans, every=10.5)
    last = draws.chance(0.7, size)
    closing = (started + length - draws.wait(12, size))[last]
    pages.add("review", child[last], np.maximum(closing, started[last] + HOUR), plan=plan[last])


def _repeat(draws: Draws, pages: Pages, name: str, plans: Plans, *, every: float) -> None:
    """One kind of meeting again and again while the plan lasts, and a few after it ended."""
    times = (plans.length // int(every * DAY) + draws.counts(0.3, len(plans.plan))).astype(np.int64)
    which = np.repeat(np.arange(len(times)), times)
    gaps = draws.wait(every, len(which), shape=5.0)
    total = np.cumsum(gaps)
    before = np.concatenate([[0], total])[np.cumsum(times) - times]
    happened = plans.started[which] + total - before[which]
    alone = {"alone": draws.chance(0.86, len(which)).astype(np.int64)} if name == "visit" else {}
    pages.add(name, plans.child[which], happened, plan=plans.plan[which], **alone)


def _hospital(draws: Draws, pages: Pages, children: int) -> None:
    """Injury, strategy discussion, discharge: not always all three, not always in that order."""
    child = np.repeat(np.arange(children), draws.counts(0.35, children))
    size = len(child)
    seen = draws.moments(FIRST, NOW, size)
    hurt = draws.chance(0.93, size)
    pages.add("injury_observed", child[hurt], seen[hurt])
    spoke = draws.chance(0.8, size)
    quorate = draws.chance(0.85, size).astype(np.int64)
    discussed = seen + draws.wait(1.2, size, shape=1.5)
    pages.add("strategy_discussion", child[spoke], discussed[spoke], quorate=quorate[spoke])
    home = draws.chance(0.95, size)
    pages.add("hospital_discharge", child[home], (seen + draws.wait(3, size, shape=2.0))[home])


def _disagreements(draws: Draws, pages: Pages, children: int) -> None:
    """Disagreements opened; most are answered and most of those resolved, some after months."""
    child = np.repeat(np.arange(children), draws.counts(0.3, children))
    size = len(child)
    disagreement = np.arange(size)
    opened = draws.moments(FIRST, NOW, size)
    pages.add("disagreement_opened", child, opened, disagreement=disagreement)
    answered = opened + draws.prompt_or_slow(0.7, 1.0, 6.0, size)
    said = draws.chance(0.9, size)
    pages.add("disagreement_answered", child[said], answered[said], disagreement=disagreement[said])
    resolved = opened + DAY + draws.prompt_or_slow(0.6, 8.0, 120.0, size)
    over = draws.chance(0.85, size)
    pages.add("disagreement_resolved", child[over], resolved[over], disagreement=disagreement[over])


def _known(draws: Draws, pages: Pages) -> dict[str, Ints]:
    """The events that had reached the record by NOW; some were entered weeks late."""
    story = {name: pages.column(name) for name in ("child", "happened", "kind", *KEYS, *FIELDS)}
    story["recorded"] = story["happened"] + draws.prompt_or_slow(0.95, 0.3, 12.0, len(story["child"]))
    kept = story["recorded"] <= NOW - HOUR
    return {name: column[kept] for name, column in story.items()}


def _filled(draws: Draws, story: dict[str, Ints], children: int, missing: int) -> dict[str, Ints]:
    """Fill up with contacts and concerns, which none of the ten rules reads."""
    extra = {name: np.full(missing, -1, dtype=np.int64) for name in story}
    extra["child"] = draws.within(children, missing)
    extra["kind"] = np.where(draws.chance(0.5, missing), kind("contact"), kind("concern"))
    extra["happened"] = draws.moments(FIRST, NOW - DAY, missing)
    extra["recorded"] = extra["happened"] + draws.within(DAY, missing)
    return {name: np.concatenate([story[name], extra[name]]) for name in story}


def _families(draws: Draws, children: int) -> Ints:
    """Which family each child belongs to: one to four children, in order."""
    opens: Flags = draws.chance(0.55, children)
    opens[0] = True
    opens[::4] = True
    return np.cumsum(opens).astype(np.int64) - 1


def _arrived(story: dict[str, Ints], family_of: Ints) -> Told:
    """Put the events in order of arrival, no two of a child at the same second."""
    story["happened"] = _apart(story["child"], story["happened"])
    story["recorded"] = np.maximum(story["recorded"], story["happened"])
    order = np.argsort(story["recorded"], kind="stable")
    story = {name: column[order] for name, column in story.items()}
    return Told(
        family=family_of[story["child"]],
        child=story["child"],
        kind=story["kind"],
        happened=story["happened"],
        recorded=story["recorded"],
        keys={name: story[name] for name in KEYS},
        fields={name: story[name] for name in FIELDS},
    )


def _apart(child: Ints, happened: Ints) -> Ints:
    """Move events of one child that share a second apart by a second, so that order is known."""
    order = np.lexsort((happened, child))
    steps = np.arange(len(order))
    wide = int(happened.max()) + len(order)
    line = child[order] * wide + happened[order] - steps
    moved = np.maximum.accumulate(line) + steps - child[order] * wide
    result = np.empty_like(happened)
    result[order] = moved
    return result
