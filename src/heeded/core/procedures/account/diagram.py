"""A handbook drawn: a Mermaid flowchart of its steps, rules and the events that start and answer them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from heeded.core.procedures.account.outline import asks, sections
from heeded.core.procedures.clauses import answers_of, limits_of, occasions_of
from heeded.core.procedures.handbook import Handbook
from heeded.core.procedures.pattern import Patterns
from heeded.core.procedures.rule import Ban, Duty, Gate, OfFinding, Recurring, Rule

_ASIDE = {"unless": "-. unless .->", "since": "-. since .->"}


def diagram(handbook: Handbook) -> str:
    """A flowchart as Mermaid text: a box for each step, a node for each rule and each kind of event.

    Solid arrows lead from what starts a rule to what it asks for; dotted ones show what limits it.
    """
    return "\n".join(["flowchart LR", *_events(handbook), *_steps(handbook), *_arrows(handbook)]) + "\n"


def _events(handbook: Handbook) -> Iterator[str]:
    """Every kind of event that a rule speaks of, once."""
    kinds: dict[str, None] = {}
    for rule in handbook.rules:
        for _, patterns in (("", occasions_of(rule)), *answers_of(rule), *limits_of(rule)):
            kinds.update(dict.fromkeys(pattern.kind for pattern in patterns))
    for kind in kinds:
        yield f'  {_event(kind)}(["{_safe(kind)}"])'


def _steps(handbook: Handbook) -> Iterator[str]:
    for section in sections(handbook):
        yield f'  subgraph step{section.number}["Step {section.number}: {_safe(section.step.title)}"]'
        for rule in section.rules:
            opening, closing = ("{{", "}}") if isinstance(rule.form, Gate | Ban) else ("[", "]")
            label = f"{_safe(rule.name)}<br/>{_safe(asks(rule, brief=True))}"
            yield f'    {_rule(rule.name)}{opening}"{label}"{closing}'
        yield "  end"


def _arrows(handbook: Handbook) -> Iterator[str]:
    names = {rule.name for rule in handbook.rules}
    for rule in handbook.rules:
        yield from _starts(rule, names)
        for word, patterns in answers_of(rule):
            if word in _ASIDE:
                yield from (f"  {kind} {_ASIDE[word]} {_rule(rule.name)}" for kind in _kinds(patterns))
            elif word == "need":
                yield from (f"  {kind} -- needed --> {_rule(rule.name)}" for kind in _kinds(patterns))
            else:
                yield from (f"  {_rule(rule.name)} --> {kind}" for kind in _kinds(patterns))


def _starts(rule: Rule, names: Iterable[str]) -> Iterator[str]:
    match rule.form:
        case Duty(when=OfFinding(name, spoilt)) if name in names:
            yield f"  {_rule(name)} -- {spoilt} --> {_rule(rule.name)}"
        case Gate() | Ban():
            yield from (f"  {_rule(rule.name)} -- guards --> {kind}" for kind in _kinds(occasions_of(rule)))
        case Recurring() if rule.scope:
            yield from (f"  {kind} --> {_rule(rule.name)}" for kind in _kinds(rule.scope.begins))
        case _:
            yield from (f"  {kind} --> {_rule(rule.name)}" for kind in _kinds(occasions_of(rule)))


def _kinds(patterns: Patterns) -> list[str]:
    return [_event(kind) for kind in dict.fromkeys(pattern.kind for pattern in patterns)]


def _event(kind: str) -> str:
    return f"e_{_plain(kind)}"


def _rule(name: str) -> str:
    return f"r_{_plain(name)}"


def _plain(name: str) -> str:
    return "".join(mark if mark.isalnum() and mark.isascii() else "_" for mark in name)


def _safe(text: str) -> str:
    """Text that cannot end a label or open a tag."""
    return text.replace("&", "#amp;").replace('"', "#quot;").replace("<", "#lt;").replace(">", "#gt;")
