"""Findings as columns, and the findings themselves where they are wanted one by one."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from itertools import repeat

import numpy as np
from numpy.typing import NDArray

from heeded.core.evaluation.blocks.block import Block
from heeded.core.evaluation.columns.arrays import NONE, Ints
from heeded.core.evaluation.finding import Finding
from heeded.core.evaluation.kernels.codes import NO_DUE, VERDICTS, WHYS, Judged
from heeded.core.evaluation.kernels.occasions import Occasions

Codes = NDArray[np.signedinteger]


@dataclass(frozen=True, slots=True)
class RuleFindings:
    """One rule's findings on a block; `start` is the number of the first of them."""

    start: int
    occasions: Occasions
    judged: Judged

    @property
    def name(self) -> str:
        """The rule's name."""
        return self.occasions.clause.rule.name

    def __len__(self) -> int:
        return len(self.occasions)


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingColumns:
    """Findings as arrays, a row a finding; codes are those of the columns judged, -1 is none.

    - `rule`, `edition`: places in the handbook's rules and editions
    - `child`, `about`: rows of the columns' persons; `key`: a code of its `values`
    - `trigger`, `ended`, `departure`: codes of its `entries`
    - `origin`: for a finding that another finding started, that one's row here
    - `verdict`, `why`: places in `codes.VERDICTS` and `codes.WHYS`
    - `arose`, `due`: seconds UTC; `due` is `codes.NO_DUE` where there is no deadline
    """

    rule: Codes
    edition: Codes
    child: Codes
    about: Codes
    key: Codes
    trigger: Codes
    origin: Codes
    verdict: Codes
    why: Codes
    arose: Codes
    due: Codes
    ended: Codes
    departure: Codes


class Findings:
    """Every finding on a block of families, rule by rule in the order of judging."""

    def __init__(self, block: Block, by_rule: list[RuleFindings]) -> None:
        self.block, self.by_rule = block, by_rule

    def __len__(self) -> int:
        return sum(map(len, self.by_rule))

    def columns(self) -> FindingColumns:
        """All of them as arrays, in the order of judging."""
        parts = [_columns(self.block, found) for found in self.by_rule]
        if not parts:
            return FindingColumns(**{name: np.empty(0, kind) for name, kind in _TYPES.items()})
        return FindingColumns(**{name: np.concatenate([part[name] for part in parts]) for name in _TYPES})

    def rows(self) -> Iterator[Finding]:
        """All of them one by one, in the order of the handbook's rules; `cited` is left empty."""
        built: list[Finding] = []
        by_name: dict[str, list[Finding]] = {}
        for found in self.by_rule:
            rows = _findings(self.block, found, built)
            built += rows
            by_name.setdefault(found.name, []).extend(rows)
        for name in dict.fromkeys(rule.name for rule in self.block.plan.handbook.rules):
            yield from by_name.get(name, ())


_TYPES = {
    **dict.fromkeys(("rule", "edition"), np.int16),
    **dict.fromkeys(("verdict", "why"), np.int8),
    **dict.fromkeys(("child", "about", "key", "trigger", "origin", "ended", "departure"), np.int32),
    **dict.fromkeys(("arose", "due"), np.int64),
}


def _columns(block: Block, found: RuleFindings) -> dict[str, Codes]:
    at, judged = found.occasions, found.judged
    root = np.append(block.view.root, NONE)
    origin = np.full(len(at), NONE) if at.moments is None else at.moments.finding
    columns: dict[str, Ints] = {
        "rule": np.full(len(at), at.clause.number),
        "edition": at.edition,
        "child": at.subject,
        "about": at.about,
        "key": at.value,
        "trigger": root[at.row],
        "origin": origin,
        "verdict": judged.verdict,
        "why": judged.why,
        "arose": at.earliest,
        "due": judged.due,
        "ended": root[judged.ended],
        "departure": root[judged.departure],
    }
    return {name: column.astype(_TYPES[name]) for name, column in columns.items()}


def _findings(block: Block, found: RuleFindings, earlier: list[Finding]) -> list[Finding]:
    at, judged, columns = found.occasions, found.judged, block.columns
    rule, persons, entries = at.clause.rule, columns.persons.names, columns.entries
    editions = [edition.name for edition in block.plan.handbook.editions]
    root = np.append(block.view.root, NONE)
    return _filled(
        len(at),
        edition=[editions[code] for code in at.edition.tolist()],
        rule=repeat(rule.name),
        ref=repeat(rule.ref),
        family=columns.families.all_of(columns.persons.family_of(at.child)),
        child=persons.all_of(at.subject),
        key=columns.values.all_of(at.value),
        about=persons.all_of(at.about),
        trigger=_triggers(at, entries.all_of(root[at.row]), earlier),
        owed_by=repeat(rule.owed_by),
        verdict=[VERDICTS[code] for code in judged.verdict.tolist()],
        why=[WHYS[code] for code in judged.why.tolist()],
        arose=at.earliest.tolist(),
        due=[None if second == NO_DUE else second for second in judged.due.tolist()],
        ended=entries.all_known(root[judged.ended]),
        departure=entries.all_known(root[judged.departure]),
        cited=repeat(()),
    )


_FILL = {field.name: getattr(Finding, field.name).__set__ for field in fields(Finding)}


def _filled(size: int, **columns: Iterable[object]) -> list[Finding]:
    """Findings from columns of all their fields, filled column by column.

    A family's findings are made anew at every judgement, and made one by one they would take
    longer than judging it.
    """
    made = [object.__new__(Finding) for _ in range(size)]
    for name, fill in _FILL.items():
        deque(map(fill, made, columns[name]), maxlen=0)
    return made


def _triggers(at: Occasions, roots: list[str], earlier: list[Finding]) -> list[str]:
    """The root of each trigger; that of a moment names the finding whose it is."""
    if at.moments is None:
        return roots
    started = (earlier[finding] for finding in at.moments.finding.tolist())
    return [f"{f.rule}/{f.trigger}/{f.child}/{f.about}" for f in started]
