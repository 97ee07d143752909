"""What `heeded handbook` prints: the contents, a rule with all that belongs to it, a difference."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from datetime import date

from heeded.core.procedures.account.difference import Difference
from heeded.core.procedures.account.explain import explain
from heeded.core.procedures.account.outline import FORM_NAMES, asks, sections, starts
from heeded.core.procedures.account.sentences import long_date
from heeded.core.procedures.account.source import Source, source_of
from heeded.core.procedures.clauses import times_of
from heeded.core.procedures.handbook import Amounts, Edition, Example, Handbook
from heeded.core.procedures.rule import Rule

_WIDTH = 100


def contents_page(handbook: Handbook, today: date) -> str:
    """The steps in the order of the work, with each rule's standing; what is unverified says so."""
    return "\n".join(_contents(handbook, today))


def rules_page(rules: Iterable[Rule], handbook: Handbook) -> str:
    """Rules, each with its text, explanation, dated amounts and examples; a text that several share, once."""
    pages: list[str] = []
    shown: set[Source] = set()
    for rule in rules:
        source = source_of(rule, handbook)
        pages.append("\n".join(_rule(rule, None if source in shown else source, handbook)))
        shown.add(source)
    return "\n\n".join(pages)


def difference_page(found: Difference) -> str:
    """What changed from one edition to another, or that nothing did."""
    return "\n".join(_difference(found))


def _contents(handbook: Handbook, today: date) -> Iterator[str]:
    yield f"{handbook.title} ({handbook.area})"
    for edition in handbook.editions:
        yield f"  {_edition(edition, today)}"
        if edition.unverified:
            yield _wrapped(f"UNVERIFIED: {edition.unverified}", 4)
    for section in sections(handbook):
        yield ""
        yield f"{section.number}. {section.step.title}  [{section.step.file}]"
        for rule in section.rules:
            yield f"   {rule.ref or '-':<8}{rule.name}"
            yield _wrapped(" · ".join(_standing(rule)), 11)
            yield _wrapped(f"{starts(rule)} → {asks(rule)}", 11)
            yield from (_wrapped(f"UNVERIFIED: {doubt}", 11) for doubt in _doubts(rule, handbook))


def _doubts(rule: Rule, handbook: Handbook) -> Iterator[str]:
    """What has not been checked of the rule itself, and of the amounts that it names."""
    if rule.unverified:
        yield rule.unverified
    for amounts in _amounts(rule, handbook):
        for line in amounts.lines:
            if line.unverified:
                yield f"{amounts.name}, {line.amount} from {long_date(line.since)}: {line.unverified}"


def _edition(edition: Edition, today: date) -> str:
    until = f"to {long_date(edition.until)}" if edition.until else "on"
    now = " (in force)" if edition.covers(today) else ""
    title = "" if edition.title == edition.name else f" {edition.title},"
    return f"Edition {edition.name}:{title} from {long_date(edition.since)} {until}{now}"


def _standing(rule: Rule) -> Iterator[str]:
    yield FORM_NAMES[type(rule.form)]
    yield str(rule.tier)
    yield f"owed by {rule.owed_by or 'nobody named'}"
    yield f"kept by {rule.owner or 'nobody named'}"
    yield f"review by {long_date(rule.review_by) if rule.review_by else 'no date'}"
    if rule.pending:
        yield f"SWITCHED OFF: {rule.pending}"


def _rule(rule: Rule, source: Source | None, handbook: Handbook) -> Iterator[str]:
    yield f"{rule.ref or '-'}  {rule.name}  [{rule.file}, line {rule.line}]"
    if source:
        yield f"\n{source.prose}" if source.prose else ""
        yield ""
        yield textwrap.indent(textwrap.dedent(source.block).strip("\n"), "    ")
    yield ""
    yield "In plain words"
    yield _wrapped(explain(rule, handbook), 2)
    kept = f"Kept by {rule.owner}, to be reviewed by" if rule.owner else "To be reviewed by"
    yield f"  {kept} {long_date(rule.review_by) if rule.review_by else 'no date'}."
    for amounts in _amounts(rule, handbook):
        yield ""
        yield from _dated(amounts)
    yield from _examples(rule, handbook)


def _amounts(rule: Rule, handbook: Handbook) -> list[Amounts]:
    names = dict.fromkeys(within.amount for within in times_of(rule) if isinstance(within.amount, str))
    return [handbook.amounts[name] for name in names if name in handbook.amounts]


def _dated(amounts: Amounts) -> Iterator[str]:
    yield f"The amount “{amounts.name}”  [{amounts.file}]"
    for line in amounts.lines:
        where = f" in {line.area}" if line.area else ""
        yield f"  from {long_date(line.since):<18} {line.amount!s:<18}{where}  agreed {line.source}"
        if line.unverified:
            yield _wrapped(f"UNVERIFIED: {line.unverified}", 4)


def _examples(rule: Rule, handbook: Handbook) -> Iterator[str]:
    found = [(example, told) for example in handbook.examples if (told := _expects(rule.name, example))]
    if not found:
        return
    yield ""
    yield "Examples"
    for example, told in found:
        yield _wrapped(f"{example.title}: {told}  [line {example.line}]", 2)


def _expects(name: str, example: Example) -> str:
    """What an example expects of a rule; empty where it does not name it."""
    found = [
        " ".join(
            (
                one.verdict,
                *([f"for {one.child}"] if one.child else []),
                *([f"about {one.about}"] if one.about else []),
                *([f"due {one.due}"] if one.due else []),
            )
        )
        for one in (*example.expected, *example.not_owed)
        if one.rule == name
    ]
    return ", ".join(found)


def _difference(found: Difference) -> Iterator[str]:
    yield f"From edition {found.old} to edition {found.new}"
    if not (found.added or found.gone or found.reworded or found.amounts):
        yield "  Nothing changed."
    for word, rules in (("Added", found.added), ("Gone", found.gone)):
        for rule in rules:
            yield ""
            yield f"{word}: {rule.ref or '-'}  {rule.name}"
            yield _wrapped(f"{starts(rule)} → {asks(rule)}", 2)
    for reworded in found.reworded:
        yield ""
        yield f"Reworded: {reworded.name}"
        yield _wrapped(f"was: {reworded.old}", 2)
        yield _wrapped(f"now: {reworded.new}", 2)
    for changed in found.amounts:
        where = f" in {changed.area}" if changed.area else ""
        yield ""
        none = "none of its own" if changed.area else "none"
        yield f"Amount changed: {changed.name}{where}: {changed.old or none} → {changed.new or none}"


def _wrapped(text: str, indent: int) -> str:
    space = " " * indent
    return textwrap.fill(
        text,
        _WIDTH,
        initial_indent=space,
        subsequent_indent=space,
        break_long_words=False,
        break_on_hyphens=False,
    )
