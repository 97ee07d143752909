"""Planted bugs of time: deadlines, and what came before and after."""

from __future__ import annotations

from tests.core.evaluation.differential.mutants import Mutant

AT_THE_DEADLINE = (
    Mutant("late at the deadline itself", "kernels.duty", "(second > due)", "(second >= due)"),
    Mutant(
        "the strict deadline for the kind one", "kernels.duty", "due=limit.kindest", "due=limit.strictest"
    ),
    Mutant(
        "one deadline for both readings",
        "kernels.deadline",
        "kindest = strictest if exact else due(found, late, None, amounts)",
        "kindest = strictest",
    ),
    Mutant(
        "counted from knowing always",
        "kernels.deadline",
        "_known(found) if within.of_knowing else None",
        "_known(found)",
    ),
    Mutant(
        "a deadline before the event", "kernels.deadline", "np.maximum(known, end)", "np.minimum(known, end)"
    ),
    Mutant(
        "known by now, not by then",
        "kernels.deadline",
        "known > found.block.moment.known_at",
        "known > found.block.moment.now",
    ),
    Mutant("amounts of everywhere in each area", "kernels.deadline", "persons.areas[area]", '""'),
    Mutant("a gate not met at its limit", "kernels.gate", "recent = act <= due(", "recent = act < due("),
    Mutant(
        "the nth not counted at its limit",
        "kernels.triggers",
        "block.view.earliest[later] <= reach",
        "block.view.earliest[later] < reach",
    ),
    Mutant("the nth counted one short", "kernels.triggers", "back = nth.number - 1", "back = nth.number - 2"),
    Mutant(
        "the nth counted from the start of a day",
        "kernels.triggers",
        "block.clock.due(block.view.latest[earlier]",
        "block.clock.due(block.view.earliest[earlier]",
    ),
    Mutant(
        "overdue the day after",
        "kernels.triggers",
        "second = judged.due[rows]",
        "second = judged.due[rows] + 1",
    ),
    Mutant(
        "moments yet to come", "kernels.triggers", "past = second <= block", "past = second - 86400 <= block"
    ),
    Mutant("UTC days for local days", "blocks.clock", "day += seconds >= self._starts.of(day + 1)", "pass"),
    Mutant(
        "today's calendar, not that of then", "blocks.plan", "known_at(local(known_at))", "known_at(None)"
    ),
)

BY_THE_DAY_STATED = (
    Mutant(
        "the day stated ends as it begins",
        "blocks.clock",
        "OUT_OF_REACH if day is None else self._calendar.end_of_day(day)",
        "OUT_OF_REACH if day is None else self._calendar.start_of_day(day)",
    ),
    Mutant("a day that had passed", "kernels.deadline", "why[due < found.earliest] = DAY_PASSED", "pass"),
    Mutant(
        "a day within a coarse time",
        "kernels.deadline",
        "due < found.latest, TOO_COARSE",
        "due < found.earliest, TOO_COARSE",
    ),
    Mutant(
        "a day that ends with its event",
        "kernels.deadline",
        "due < found.latest, TOO_COARSE",
        "due <= found.latest, TOO_COARSE",
    ),
    Mutant("no day stated is one too far", "kernels.deadline", "why[~stated] = NO_DAY", "pass"),
    Mutant("the stated day not read", "blocks.plan", "fields[pattern.kind][field] = None", "pass"),
    Mutant(
        "the day stated by any of them",
        "kernels.deadline",
        "due, stated = ends[fact.codes], days[fact.codes]",
        "due, stated = ends[np.sort(fact.codes)], days[np.sort(fact.codes)]",
    ),
)

ORDER = (
    Mutant("what voids before what keeps", "kernels.duty", "second[kept] <= second", "second[kept] < second"),
    Mutant(
        "an event that answers itself",
        "blocks.search",
        "itself = (found == own) & (own >= 0)",
        "itself = own < -1",
    ),
    Mutant(
        "an instant that answers itself", "blocks.search", '+ places, "right")]', '+ places - 1, "right")]'
    ),
    Mutant(
        "told and known do not break ties", "columns.order", "self.told[rows], self.latest", "self.latest"
    ),
    Mutant(
        "identity does not break ties",
        "columns.order",
        "[self.names.ranks(self.root[rows])]",
        "[np.zeros_like(rows)]",
    ),
    Mutant("turns do not break ties", "columns.order", "self.turn is not None", "False"),
    Mutant(
        "answers of one second in no order",
        "blocks.block",
        "*view.own_order, getattr(view, by)",
        "view.name_rank, getattr(view, by)",
    ),
    Mutant(
        "answers of one second in no turn",
        "columns.view",
        "(self.name_rank, *turn, self.known",
        "(self.name_rank, self.known",
    ),
    Mutant(
        "states change in no turn",
        "blocks.openings",
        "alike if view.turn is None else alike & _same(view.turn[at])",
        "alike",
    ),
    Mutant(
        "coarse times begin after instants",
        "blocks.places",
        "first=place(earliest, 0)",
        "first=place(earliest, end)",
    ),
    Mutant(
        "coarse times end before instants",
        "blocks.places",
        "last=place(latest, end)",
        "last=place(latest, 0)",
    ),
    Mutant(
        "a month follows from its end on",
        "blocks.places",
        "np.minimum(latest, clock.ends(clock.days(earliest)))",
        "latest",
    ),
    Mutant(
        "what follows a month follows its start",
        "blocks.places",
        "np.maximum(earliest, clock.starts(clock.days(latest)))",
        "earliest",
    ),
    Mutant(
        "moments after the instants of their second",
        "blocks.places",
        "_MOMENT, _INSTANT = 1, 2",
        "_MOMENT, _INSTANT = 3, 2",
    ),
    Mutant(
        "the wrong reading of answers",
        "kernels.duty",
        '("last", "earliest", found.first) if kind',
        '("soon", "earliest", found.late) if kind',
    ),
    Mutant(
        "the first of the ranked, not the foremost",
        "blocks.search",
        "least = np.append(_accumulated_back(worth), _FAR)",
        "least = np.append(worth, _FAR)",
    ),
)
