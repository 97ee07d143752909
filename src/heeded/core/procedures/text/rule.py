"""Rules: a block of clauses read into the rules that it stands for."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from heeded.core.procedures.mistake import Mistake, either, shortened
from heeded.core.procedures.rule import Ban, ForEach, Rule, Tier
from heeded.core.procedures.text.clause import Clause, attempt, gather, read_clause, spoken
from heeded.core.procedures.text.clauses import Clauses
from heeded.core.procedures.text.form import FORM_WORDS, read_form
from heeded.core.procedures.text.line import Block, Line
from heeded.core.procedures.text.pattern import read_key, read_scope
from heeded.core.procedures.text.span import read_date

ABOUT = (
    *("asks", "ref", "agreed", "unverified", "owner", "review by", "in force from", "in force until"),
    *("until", "pending", "per", "owed by", "departure by", "guards"),
)
"""The clauses that every form may have: where the rule comes from, whose it is, when it is in force."""
HEADINGS = ("rule", "ladder")
_NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_TIER = re.compile(rf"(?P<source>.*\S)\s*[·;,|–-]\s*(?P<tier>{'|'.join(Tier)})", re.IGNORECASE)
_UNSAID = Ban(())
_FOR_EACH = {f"for {each}": each for each in ForEach}


def sections(block: Block, mistakes: list[Mistake]) -> tuple[tuple[Clause, tuple[Line, ...]], ...]:
    """The rules and ladders of a block: each heading with the lines under it."""
    found: list[tuple[Clause, list[Line]]] = []
    edge = None
    for line in spoken(block.lines):
        edge = line.indent if edge is None else edge
        heading = line.text.split()[0] in HEADINGS and line.indent <= edge
        if heading:
            found.append((read_clause((line,), HEADINGS), []))
        elif found:
            found[-1][1].append(line)
        else:
            refusal = line.wrong("A rule block begins with the rule's name.", "Write “rule NAME” first.")
            mistakes.append(refusal.mistake)
            return ()
    if not found:
        mistakes.append(block.line.wrong("The block is empty.", "Write “rule NAME” and its clauses.").mistake)
    return tuple((heading, tuple(lines)) for heading, lines in found)


def read_rule(heading: Clause, lines: tuple[Line, ...]) -> tuple[Rule | None, list[Mistake]]:
    """The rule under a heading, and every mistake in it; no rule where there is one."""
    clauses = Clauses.read(heading, gather(lines), (*ABOUT, *FORM_WORDS), several=("need",))
    name = attempt(clauses.mistakes, read_name, heading)
    form = read_form(clauses)
    about = read_about(clauses)
    if name is None or form is None or clauses.mistakes:
        return None, clauses.mistakes
    owed_by = clauses.text("owed by", "who owes it")
    return replace(about, name=name, form=form, owed_by=owed_by), clauses.mistakes


def read_about(clauses: Clauses, ending: tuple[str, ...] = ("in force until", "until")) -> Rule:
    """A rule with everything but its name, its form and who owes it: what is said about it.

    `ending` names the clauses that give its last day in force.
    """
    source, tier = clauses.read_one("agreed", _agreed) or ("", Tier.LOCAL)
    since, until = _in_force(clauses, ending)
    return Rule(
        name="",
        form=_UNSAID,
        owed_by="",
        per=_per(clauses),
        asks=clauses.text("asks", "what it asks of whoever owes it, in plain words"),
        agreed=source,
        tier=tier,
        ref=clauses.text("ref", "the rule's number in the published list"),
        owner=clauses.text("owner", "who keeps the rule"),
        review_by=clauses.read_one("review by", lambda clause: read_date(clause.text, clause.line)),
        scope=clauses.read_one("while", lambda clause: read_scope(clause.phrases)),
        apart=clauses.read_one("except while", lambda clause: read_scope(clause.phrases)),
        for_each=_for_each(clauses),
        guards=clauses.text("guards", "what it protects"),
        departure_by=clauses.read_one("departure by", _roles) or (),
        since=since,
        until=until,
        pending=clauses.text("pending", "what it waits for"),
        unverified=clauses.text("unverified", "what has not been checked"),
        file=clauses.heading.line.file,
        line=clauses.heading.line.number,
    )


def read_name(heading: Clause) -> str:
    """The name after a heading; refused where it is not words joined by hyphens."""
    name = heading.said("its name")
    if not _NAME.fullmatch(name):
        likely = "-".join(re.findall(r"[a-z0-9]+", name.lower()[:80])).lstrip("0123456789-")
        raise heading.wrong(
            f"“{shortened(name)}” cannot be the name of a {heading.word}.",
            f"Write small letters and digits joined by hyphens, such as “{likely or 'referral-decision'}”.",
        )
    return name


def _per(clauses: Clauses) -> str:
    if not clauses.has("per"):
        clauses.missing(
            "It does not say what ties its events together.",
            "Add a line “per child”, or “per referral”, “per plan” and so on.",
        )
    return clauses.read_one("per", _key) or ""


def _key(clause: Clause) -> str:
    phrases = clause.phrases
    key = read_key(phrases)
    phrases.finish("Write one key.")
    return key


def _agreed(clause: Clause) -> tuple[str, Tier]:
    """The source and what kind of agreement it is, which follows the last dot, dash, comma or bar."""
    text = clause.said("the source")
    if found := _TIER.fullmatch(text):
        return found["source"].strip(), Tier(found["tier"].lower())
    raise clause.wrong(
        f"“{shortened(text)}” does not say what kind of agreement it is.",
        f"End with “ · ” and {either(Tier)}.",
    )


def _roles(clause: Clause) -> tuple[str, ...]:
    roles = [role.strip() for role in clause.said("who may depart from it").split(",")]
    return tuple(role for role in roles if role)


def _for_each(clauses: Clauses) -> ForEach | None:
    found = clauses.all(*_FOR_EACH)
    if len(found) > 1:
        both = found[1].wrong("It is judged for each of two sorts of people.", "Write two rules.")
        clauses.mistakes.append(both.mistake)
    return _FOR_EACH[found[0].word] if found else None


def _in_force(clauses: Clauses, ending: tuple[str, ...]) -> tuple[date | None, date | None]:
    since, until = clauses.read_one("in force from", _period) or (None, None)
    for word in ending:
        until = clauses.read_one(word, _end) or until
    if since and until and until < since:
        back = clauses.one(*ending, "in force from")
        if back is not None:
            clauses.mistakes.append(
                back.wrong("It ends before it begins.", "Give the earlier day first.").mistake
            )
    return since, until


def _period(clause: Clause) -> tuple[date, date | None]:
    """The first day, and the last one where “until” gives it."""
    first, until, last = clause.said("a date").partition(" until ")
    return read_date(first, clause.line), read_date(last, clause.line) if until else None


def _end(clause: Clause) -> date:
    if clause.word == "until" and not clause.text[:1].isdigit():
        raise clause.wrong(
            "“until” on a line of its own takes a date, after which the rule is no longer in force.",
            "To say when a “while” ends, write “until” on the line of that “while”, or indent it deeper.",
        )
    return read_date(clause.text, clause.line)
