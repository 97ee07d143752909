"""Our findings on a return as the validator would point at them: the rows behind what was not kept."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

from heeded.adapters.handbooks.folder import read_folder
from heeded.core.chronology.when import end_of_day
from heeded.core.evaluation import definition, kernels
from heeded.core.evaluation.finding import Finding, Verdict
from heeded.core.procedures.deadline import months_after
from heeded.core.procedures.handbook import Handbook
from tests.oracles.census_validator.returned import Returned, Row, returned
from tests.oracles.census_validator.tables import AFTER, CLOSED_BY_CONVENTION, HERE, Tables

NOT_KEPT = (Verdict.OVERDUE, Verdict.MISSED, Verdict.BROKEN)
AT_THE_REFERENCE_DAY = ("8670Q", "8675Q")
AT_THE_FIRST_DAY = ("8569Q",)
BEFORE_ALL = date(1800, 1, 1)


@cache
def handbook(rule: str) -> Handbook:
    """What carries one of the validator's rules, with its edition in force on every day that it may judge.

    Its labelled cases are of any year; the calendar begins in 2000, and no deadline is counted before.
    """
    draft = read_folder(HERE / "handbook")
    if draft.handbook is None or not draft.sound:
        raise ValueError("\n".join(map(str, draft.mistakes)))
    whole = draft.handbook
    editions = tuple(replace(edition, since=BEFORE_ALL) for edition in whole.editions)
    rules = tuple(each for each in whole.rules if each.ref.partition("-")[0] == rule)
    return replace(whole, rules=rules, editions=editions)


def judged_at(rule: str, tables: Tables) -> int:
    """When a return is judged by a rule, as whole seconds since 1970 UTC.

    The rules that count to the reference day are judged at its end, the one about last year's referrals
    at the end of the first day of the year, and the rest a week after everything in the return.
    """
    reference = tables.reference
    if rule in AT_THE_REFERENCE_DAY and reference:
        return end_of_day(reference)
    if rule in AT_THE_FIRST_DAY and reference:
        return end_of_day(first_day(reference))
    return end_of_day(max(*tables.days(), reference or CLOSED_BY_CONVENTION) + AFTER)


def first_day(reference: date) -> date:
    """The first day of the year that ends with a reference day."""
    return months_after(reference, -12) + timedelta(days=1)


def not_kept(rule: str, tables: Tables) -> set[Row]:
    """The rows behind what was not kept by a rule; AssertionError where the kernels find otherwise."""
    book, now, told = handbook(rule), judged_at(rule, tables), returned(tables)
    rows: set[Row] = set()
    for chronology in told.chronologies:
        findings = definition.evaluate(chronology, book, now)
        by_columns = kernels.evaluate(chronology, book, now)
        assert _essence(findings) == _essence(by_columns), (rule, chronology)
        rows.update(_rows(rule, findings, told))
    return rows


def _essence(findings: Iterable[Finding]) -> list[Finding]:
    return sorted((replace(finding, cited=()) for finding in findings), key=lambda each: str(each.identity))


def _rows(rule: str, findings: tuple[Finding, ...], told: Returned) -> set[Row]:
    """The rows of the events that findings cite, and of the episode or module that they are about."""
    moments = {f"{f.rule}/{f.trigger}/{f.child}/{f.about}": f.trigger for f in findings}
    rows: set[Row] = set()
    for finding in findings:
        if finding.ref == rule and finding.verdict in NOT_KEPT:
            rows.update(told.row_of(moments.get(cited.root, cited.root)) for cited in finding.cited)
            rows.update({told.rows[finding.key]} if finding.key in told.rows else ())
    return rows
