"""Which lines a genogram draws of what was recorded: parents, couples and siblings, on a day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import combinations
from types import MappingProxyType

from django.utils.translation import gettext as _

from heeded.core.chronology.household import Stay
from heeded.core.chronology.when import end_of_day, local, start_of_day
from heeded.core.evidence.around import Tie
from heeded.core.evidence.around.ties import PARENTS
from heeded.core.evidence.seen import Seen
from heeded.doors.web.drawn.genogram import Beside, Couple, Figure, Home, Kin, Parent, Siblings
from heeded.doors.web.shown.moments import short_day

_SIBLINGS = ("sibling", "half-sibling")
_WITH_A_PARENT = ("partner of a parent", "step-parent")
_ABOVE: Mapping[str, int] = MappingProxyType({"grandparent": 2, "cousin": 0, "step-sibling": 0})
"""How many generations above somebody stands who is so called; of all others: one."""


def kin_of(
    figures: Sequence[Figure], found: Sequence[Tie], seen: Seen, day: date, homes: Sequence[Home]
) -> Kin:
    """What is drawn of some ties on a local day."""
    parents = tuple(Parent(tie.person, tie.to, tie.doubtful) for tie in found if tie.relation in PARENTS)
    doubtful = _pairs(found)
    return Kin(
        figures=tuple(figures),
        parents=parents,
        couples=tuple(_couple(one, other, seen, day, doubtful=broken) for (one, other), broken in doubtful),
        siblings=tuple(
            Siblings(tie.person, tie.to, tie.relation == "half-sibling", tie.doubtful)
            for tie in found
            if tie.relation in _SIBLINGS
        ),
        beside=tuple(
            Beside(tie.person, tie.to, _ABOVE.get(tie.relation, 1))
            for tie in found
            if tie.relation not in (*PARENTS, *_SIBLINGS)
        ),
        homes=tuple(homes),
    )


def _pairs(found: Sequence[Tie]) -> list[tuple[tuple[str, str], bool]]:
    """Who is drawn as a couple, and whether in doubt: parents of one child, and a parent's partner.

    Of whom it is recorded only that they are a parent's partner, while two parents are recorded, nobody said
    whose partner: no line is drawn.
    """
    pairs: dict[tuple[str, str], bool] = {}
    for child in dict.fromkeys(tie.to for tie in found):
        of_child = [tie for tie in found if tie.to == child]
        parents = {tie.person: tie.doubtful for tie in of_child if tie.relation in PARENTS}
        sure = sorted(each for each, broken in parents.items() if not broken)
        for one, other in combinations(sure, 2):
            pairs.setdefault((one, other), False)
        for tie in of_child:
            if tie.relation in _WITH_A_PARENT and len(parents) == 1 and tie.person not in parents:
                one, other = sorted((tie.person, *parents))
                pairs[one, other] = pairs.get((one, other), True) and tie.doubtful
    return list(pairs.items())


def _couple(one: str, other: str, seen: Seen, day: date, *, doubtful: bool) -> Couple:
    """A couple with what the record says of their living together by the day."""
    together = list(_together(one, other, seen.households, end_of_day(day)))
    now = [begin for begin, end in together if end is None or end >= start_of_day(day)]
    if now:
        return Couple(one, other, doubtful=doubtful, label=_("since %s") % _short(min(now)))
    if together:
        ended = max(end for begin, end in together if end is not None)
        return Couple(one, other, apart=True, doubtful=doubtful, label=_("until %s") % _short(ended))
    return Couple(one, other, doubtful=doubtful)


def _together(one: str, other: str, stays: Iterable[Stay], until: int) -> Iterable[tuple[int, int | None]]:
    """From when to when two people may have lived in one household, of what had begun by a moment."""
    held = list(stays)
    for mine in (stay for stay in held if stay.person == one):
        for theirs in (stay for stay in held if stay.person == other and stay.group == mine.group):
            begin = max(mine.begin.happened.earliest, theirs.begin.happened.earliest)
            ends = [stay.end.happened.latest for stay in (mine, theirs) if stay.end]
            end = min(ends, default=None)
            if begin <= until and (end is None or begin <= end):
                yield begin, end


def _short(second: int) -> str:
    """A day as short as a line has room for: 3 Jul 2026."""
    return short_day(local(second).date())
