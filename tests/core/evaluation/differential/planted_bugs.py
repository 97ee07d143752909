"""The bugs that are planted: each a slip that somebody might make."""

from __future__ import annotations

from dataclasses import replace

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
    Mutant("overdue at the deadline", "kernels.triggers", "judged.due[rows] + 1", "judged.due[rows]"),
    Mutant(
        "moments yet to come", "kernels.triggers", "past = second <= block", "past = second - 86400 <= block"
    ),
    Mutant("UTC days for local days", "blocks.clock", "day += seconds >= self._starts.of(day + 1)", "pass"),
    Mutant(
        "today's calendar, not that of then", "blocks.plan", "known_at(local(known_at))", "known_at(None)"
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
    Mutant("told and known do not break ties", "columns.order", "known, told, latest, line", "latest, line"),
    Mutant("identity does not break ties", "columns.order", "names.ranks(root), known", "known"),
    Mutant(
        "answers of one second in no order",
        "blocks.block",
        "view.name_rank, view.known, view.told, getattr(view, by)",
        "view.name_rank, getattr(view, by)",
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

LIMITS = (
    Mutant(
        "openings closed by any ending",
        "blocks.openings",
        "units = units * (int(ties.max()) + 1) + ties",
        "pass",
    ),
    Mutant("untied openings count", "blocks.openings", "tied &= ties >= 0", "pass"),
    Mutant("a state's own beginning opens it", "blocks.openings", "standing > itself", "standing > 0"),
    Mutant(
        "a state's own ending closes it",
        "blocks.openings",
        "return np.asarray(lasting | (opened",
        "return np.asarray(lasting | (False & opened",
    ),
    Mutant(
        "unsure states taken for open",
        "kernels.occasions",
        "np.where(sure, 0, TOO_COARSE), NOT_CARRIED)\n    return _kept(found, perhaps",
        "0, NOT_CARRIED)\n    return _kept(found, perhaps",
    ),
    Mutant("apart only when it may be", "kernels.occasions", "~(sure & heard)", "~(perhaps & heard)"),
    Mutant(
        "a beginning that also ends",
        "columns.spells",
        "return np.asarray(begins[settled] ^ odd)",
        "return np.asarray(begins[settled] | odd)",
    ),
    Mutant("rules in force for ever", "blocks.clock", " or not self._handbook.rules[rule].in_force(on)", ""),
    Mutant(
        "a ban's state limits it",
        "kernels.judge",
        "None if isinstance(clause.rule.form, Ban) else clause.scope",
        "clause.scope",
    ),
)

SILENCE = (
    Mutant(
        "broken by silence",
        "kernels.act",
        "(judged.verdict != KEPT) & ~heard",
        "(judged.verdict == OVERRIDE) & ~heard",
    ),
    Mutant(
        "overdue by silence",
        "kernels.codes",
        "RESTS_ON_SILENCE = _these(OVERDUE, MISSED, KEPT_LATE)",
        "RESTS_ON_SILENCE = _these(MISSED, KEPT_LATE)",
    ),
    Mutant(
        "a source silent after its end",
        "blocks.silence",
        "self.end <= carriage.until",
        "self.start <= carriage.until",
    ),
    Mutant("one pattern carried is enough", "blocks.silence", "answer &= carried", "answer = carried"),
    Mutant("silence on other children", "blocks.silence", "name in carriage.children for", "True for"),
    Mutant("fields that are not carried", "blocks.silence", "pattern.fields)", "frozenset())"),
    Mutant("a ban that nobody reports", "kernels.act", "judged.unjudged(silent, NOT_CARRIED)", "pass"),
)

DEPARTURES = (
    Mutant(
        "anyone may depart", "blocks.departures", "fits & _any_of(by, rule.departure_by, len(rows))", "fits"
    ),
    Mutant(
        "kept duties departed from",
        "kernels.codes",
        "EXCUSABLE = _these(OVERDUE,",
        "EXCUSABLE = _these(KEPT, OVERDUE,",
    ),
    Mutant(
        "a departure long before",
        "kernels.duty",
        "places.last[left.row] > found.first[left.occasion]",
        "places.last[left.row] > 0",
    ),
    Mutant(
        "the last departure, not the first",
        "blocks.departures",
        "self.occasion[fits][::-1], self.row[fits][::-1]",
        "self.occasion[fits], self.row[fits]",
    ),
    Mutant(
        "a departure covers every act", "kernels.act", " & (at >= _earlier_acts(found)[left.occasion])", ""
    ),
    Mutant(
        "a departure after the turn",
        "kernels.recurring",
        "after & ((next_time == NONE)",
        "after & ((next_time != -7)",
    ),
)

FORMS = (
    Mutant(
        "a turn off by one", "kernels.recurring", "number = row - np.maximum", "number = 1 + row - np.maximum"
    ),
    Mutant(
        "turns that ignore the end",
        "kernels.recurring",
        "np.where(last, of.end[place], following)",
        "following",
    ),
    Mutant(
        "done before the opening",
        "kernels.recurring",
        "np.where(there & begun, candidate, NONE)",
        "np.where(there, candidate, NONE)",
    ),
    Mutant(
        "openings that last are over",
        "kernels.recurring",
        "np.where(of.end == NONE, places.endless, places.last[of.end])",
        "places.last[of.end]",
    ),
    Mutant(
        "a coarse opening overlooked",
        "kernels.recurring",
        "for later in range(candidate + 1,",
        "for later in range(candidate + 2,",
    ),
    Mutant("one need of two is enough", "kernels.gate", "met &= _met(", "met = _met("),
    Mutant(
        "the oldest that was needed",
        "kernels.gate",
        '("first", "last", found.last) if kindly else',
        '("last", "first", found.first) if kindly else',
    ),
    Mutant(
        "what was needed may precede",
        "kernels.gate",
        "(done[row] > looked[since])",
        "(done[row] > 0 * looked[since])",
    ),
    Mutant(
        "a gate with nothing to look back to",
        "kernels.gate",
        "standing = (strictly != NONE)",
        "standing = (strictly == strictly)",
    ),
    Mutant("unsure gates broken", "kernels.gate", "kind = unsure | _all_met", "kind = _all_met"),
    Mutant(
        "beyond the calendar is late",
        "kernels.gate",
        "for place in _beyond_calendar(found, amounts).tolist():",
        "for place in ():",
    ),
    Mutant("content of any pattern", "kernels.act", "here = (pattern == NONE) &", "here ="),
    Mutant("a sibling's key for the child's", "kernels.each", "spread.group = groups_of(", "groups_of("),
    Mutant(
        "the child as its own sibling",
        "kernels.each",
        "adults | (person != child[which])",
        "adults | (person == person)",
    ),
    Mutant(
        "adults who left long ago",
        "blocks.stays",
        "(self.end[stay] >= start[which])\n        return which[there], self.person",
        "(self.end[stay] > 0)\n        return which[there], self.person",
    ),
    Mutant(
        "access since the act alone",
        "kernels.each",
        "np.minimum(block.view.earliest[row], found.earliest)",
        "found.earliest",
    ),
    Mutant(
        "the household joined first",
        "blocks.stays",
        "by_turn = np.lexsort((names, begin))",
        "by_turn = np.lexsort((names, -begin))",
    ),
    Mutant(
        "answers about anyone",
        "blocks.plan",
        "return self.rule.for_each is ForEach.ADULT_WITH_ACCESS",
        "return False",
    ),
)

RECORD = (
    Mutant(
        "a correction buys time",
        "columns.fold",
        "min(link.moment for link in versions)",
        "max(link.moment for link in versions)",
    ),
    Mutant("withdrawn for ever", "columns.fold", "standing.discard(link.withdraws)", "pass"),
    Mutant("the first word counts", "columns.fold", "words[-1].row, root", "words[0].row, root"),
    Mutant("known to anyone", "columns.view", "if moment.known_to is not None:", "if moment.known_to == ():"),
    Mutant("what nobody knew yet", "columns.view", "seen = (moments <= moment.known_at) & (", "seen = ("),
    Mutant(
        "what is yet to happen",
        "columns.view",
        " & (columns.earliest <= moment.now)\n    if relevant",
        "\n    if relevant",
    ),
    Mutant("true is one", "columns.coded", "(type(value), value)", "(bool, value)"),
    Mutant(
        "unstated is not", "blocks.match", "np.array([*table, unstated])", "np.array([*table, not unstated])"
    ),
    Mutant("at most is under", "blocks.match", "return size <= limit", "return size < limit"),
    Mutant(
        "an age in begun months",
        "blocks.block",
        "month - birth_month - (number < birth_number)",
        "month - birth_month",
    ),
    Mutant(
        "areas of agencies do not matter",
        "columns.people",
        "answers &= (far == 0)",
        "answers &= (far == far)",
    ),
)

SLOW = frozenset(
    {
        "content of any pattern",
        "moments yet to come",
        "an age in begun months",
        "a correction buys time",
        "withdrawn for ever",
        "beyond the calendar is late",
        "a gate not met at its limit",
        "the last departure, not the first",
        "true is one",
        "at most is under",
        "known by now, not by then",
        "the nth not counted at its limit",
        "answers of one second in no order",
        "the household joined first",
        "what voids before what keeps",
        "the nth counted one short",
        "the nth counted from the start of a day",
        "an instant that answers itself",
        "areas of agencies do not matter",
        "what follows a month follows its start",
        "the first of the ranked, not the foremost",
        "a month follows from its end on",
    }
)
"""Bugs that show on fewer than one family in two hundred."""

_ALL = (*AT_THE_DEADLINE, *ORDER, *LIMITS, *SILENCE, *DEPARTURES, *FORMS, *RECORD)
BUGS = tuple(replace(bug, slow=bug.name in SLOW) for bug in _ALL)
