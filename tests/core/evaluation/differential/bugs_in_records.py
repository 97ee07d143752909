"""Planted bugs of the record: silence, departures, corrections, and what events state."""

from __future__ import annotations

from tests.core.evaluation.differential.mutants import Mutant

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
    Mutant("a gate silent since the need arose", "kernels.gate", "found.earliest, start)", "found.earliest)"),
    Mutant("one pattern carried is enough", "blocks.silence", "answer &= carried", "answer = carried"),
    Mutant("silence on other children", "blocks.silence", "name in carriage.children for", "True for"),
    Mutant("fields that are not carried", "blocks.silence", "pattern.fields)", "frozenset())"),
    Mutant("a ban that nobody reports", "kernels.act", "judged.unjudged(silent, NOT_CARRIED)", "pass"),
)

DEPARTURES = (
    Mutant("anyone may depart", "blocks.departures", "not may or who in may", "True"),
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
        "nobody authorised it",
        "blocks.departures",
        "lambda value: bool(value) and _may(",
        "lambda value: _may(",
    ),
    Mutant("a departure without a reason", "blocks.departures", "_those(reason, bool, size)", "True"),
    Mutant(
        "a departure undoes what is overdue",
        "kernels.duty",
        "found.block.view.earliest[left.row] <= due",
        "found.block.view.earliest[left.row] > 0",
    ),
    Mutant(
        "a turn departed from too late",
        "kernels.recurring",
        "fits & in_time(found, judged, left)",
        "fits",
    ),
    Mutant(
        "an override before there was a need",
        "kernels.gate",
        "~out, np.where(raised, found.block.places.first[since], NONE)",
        "~out",
    ),
    Mutant(
        "an override before the state was open",
        "kernels.act",
        "~silent, found.begun_before(scope)",
        "~silent",
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

RECORD = (
    Mutant(
        "a correction buys time",
        "columns.view",
        "for version in self._folded[at].versions",
        "for version in self._folded[at].versions[-1:]",
    ),
    Mutant("withdrawn for ever", "columns.fold", "standing.pop(link.withdraws, None)", "pass"),
    Mutant("a withdrawn correction stands", "columns.fold", " and link.code not in taken_back", ""),
    Mutant(
        "a withdrawn correction takes all with it",
        "columns.fold",
        ".get(link.code) == root",
        ".get(link.code)",
    ),
    Mutant(
        "the last heard, not the last said",
        "columns.fold",
        "link.told, 0, {link.code}",
        "link.moment, 0, {link.code}",
    ),
    Mutant("a correction before what it corrects", "columns.fold", "told = max(told, link.told)", "pass"),
    Mutant("a blank key ties", "columns.encode", "if value and name in keys", "if name in keys"),
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
