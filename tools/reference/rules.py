"""The page of rules: the handbook for England, each rule explained in English, and its dated amounts."""

from collections.abc import Iterator

from heeded.bootstrap import open_handbook
from heeded.core.procedures.account.explain import explain
from heeded.core.procedures.account.outline import sections
from heeded.core.procedures.handbook import DatedAmount, Edition, Handbook
from heeded.core.procedures.rule import Rule
from tools.reference.markdown import page, table

ABOUT = """\
The rules of the handbook for England that comes with Heeded, in the order of the work. Each is explained from
its own clauses. **Unverified** marks what nobody has checked yet against the text that it comes from."""


def rules_page() -> str:
    """Write the page: editions, each step's rules, the amounts."""
    handbook = open_handbook()
    parts = ["## Editions", editions(handbook), *steps(handbook), "## Amounts", *amounts(handbook)]
    return page("Rules", ABOUT, parts)


def steps(handbook: Handbook) -> Iterator[str]:
    """Yield each step of the work: its heading, its file, its rules."""
    for section in sections(handbook):
        yield f"## Step {section.number}. {section.step.title}"
        yield f"[Read it in the handbook](../../src/heeded/handbooks/england/{section.step.file})"
        for rule in section.rules:
            yield from described(rule, handbook)


def described(rule: Rule, handbook: Handbook) -> Iterator[str]:
    """Yield one rule: its heading, what it says, who keeps it."""
    number = f"{rule.ref} in the published list. " if rule.ref else ""
    review = f", reviewed by {rule.review_by}" if rule.review_by else ""
    yield f"### {rule.name}"
    yield explain(rule, handbook).replace("Unverified:", "**Unverified**:")
    yield f"{number}Kept by {rule.owner or 'nobody named'}{review}."


def editions(handbook: Handbook) -> str:
    """Draw the table of editions."""
    return table(("edition", "title", "in force", "agreed by", "unverified"), map(edition, handbook.editions))


def edition(one: Edition) -> tuple[str, ...]:
    """Give the row of one edition."""
    until = f" until {one.until}" if one.until else ""
    return (one.name, one.title, f"from {one.since}{until}", one.agreed_by, one.unverified)


def amounts(handbook: Handbook) -> Iterator[str]:
    """Yield each named amount with its dated lines."""
    for each in handbook.amounts.values():
        yield f"### {each.name}"
        yield table(("from", "in", "amount", "agreed", "unverified"), map(dated, each.lines))


def dated(line: DatedAmount) -> tuple[str, ...]:
    """Give the row of one dated line of an amount."""
    return (str(line.since), line.area or "every area", str(line.amount), line.source, line.unverified)
