"""`heeded handbook`: check a handbook, show what it says, compare its editions."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import click

from heeded.bootstrap import draft_handbook, open_handbook
from heeded.casework.check_handbook import Checked, check_handbook
from heeded.core.chronology.when import LOCAL
from heeded.core.procedures.account.diagram import diagram
from heeded.core.procedures.account.difference import difference
from heeded.core.procedures.account.outline import outline
from heeded.core.procedures.handbook import Handbook
from heeded.core.procedures.mistake import Mistake, nearest
from heeded.core.procedures.rule import Rule
from heeded.doors.cli.handbook.pages import contents_page, difference_page, rules_page

_PATH = click.Path(path_type=Path)


def _handbook_option(command: Callable[..., None]) -> Callable[..., None]:
    return click.option(
        "--handbook",
        "path",
        type=_PATH,
        metavar="PATH",
        help="A folder of Markdown files; left out: the handbook for England that comes with Heeded.",
    )(command)


@click.group("handbook")
def command() -> None:
    """Check a handbook, show what it says, compare its editions.

    A handbook is a folder of Markdown files that people read and sign. The rules in it run.
    """


@command.command()
@click.argument("path", required=False, type=_PATH)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object instead of text.")
def check(path: Path | None, *, as_json: bool) -> None:
    """Confirm a handbook, or say line by line what to change.

    PATH is a folder of Markdown files; left out: the handbook for England that comes with Heeded.
    Every rule is looked at and every example is run.

    For example, after changing a deadline by a dated line: heeded handbook check our-handbook

    Exit status: 0 confirmed, 1 refused.
    """
    checked = check_handbook(draft_handbook(path), datetime.now(LOCAL).date())
    if as_json:
        click.echo(json.dumps(_as_json(checked), ensure_ascii=False, indent=2))
    else:
        _say(checked)
    raise SystemExit(1 if checked.refusals else 0)


@command.command()
@click.argument("rule", required=False)
@click.option(
    "--outline", "drawn", flag_value="outline", help="Show only what starts each rule and what it asks."
)
@click.option("--diagram", "drawn", flag_value="diagram", help="Draw the steps as a Mermaid flowchart.")
@_handbook_option
def show(rule: str | None, path: Path | None, drawn: str | None) -> None:
    """Show the steps of a handbook and its rules, or one rule with all that belongs to it.

    RULE is a rule's name or its number in the published list. Without it, every rule is listed with
    its source, who owes it, who keeps it, its review date, and what in it is unverified.

    For example: heeded handbook show RE-02

    To draw it: heeded handbook show --diagram > handbook.mmd
    """
    handbook = _open(path)
    if drawn:
        if rule:
            raise click.UsageError(f"--{drawn} is of the whole handbook: leave the rule out.")
        click.echo({"outline": outline, "diagram": diagram}[drawn](handbook), nl=False)
    elif rule:
        click.echo(_rule_page(rule, handbook))
    else:
        click.echo(contents_page(handbook, datetime.now(LOCAL).date()))


@command.command()
@click.argument("old", metavar="EDITION")
@click.argument("new", metavar="EDITION")
@_handbook_option
def diff(old: str, new: str, path: Path | None) -> None:
    """Say what changed between two editions: rules added, gone and reworded, and amounts.

    Each edition is taken as on its last day.

    For example: heeded handbook diff 2010 2023
    """
    handbook = _open(path)
    try:
        found = difference(handbook, old, new)
    except KeyError as unknown:
        raise click.UsageError(f"{str(unknown.args[0])[:1].upper()}{unknown.args[0][1:]}.") from unknown
    click.echo(difference_page(found))


def _open(path: Path | None) -> Handbook:
    try:
        return open_handbook(path)
    except ValueError as wrong:
        raise click.ClickException(str(wrong)) from wrong


def _rule_page(name: str, handbook: Handbook) -> str:
    found = _named(name, handbook) or _named(name.upper(), handbook) or _named(name.lower(), handbook)
    if not found:
        names = dict.fromkeys(each for rule in handbook.rules for each in (rule.name, rule.ladder, rule.ref))
        near = nearest(name, [each for each in names if each])
        raise click.UsageError(f"There is no rule “{name}”.{near} “heeded handbook show” lists them.")
    return rules_page(found, handbook)


def _named(name: str, handbook: Handbook) -> tuple[Rule, ...]:
    return handbook.rules_named(name) or tuple(rule for rule in handbook.rules if rule.ladder == name)


def _say(checked: Checked) -> None:
    for mistake in checked.draft.mistakes:
        click.echo(f"{'' if mistake.grave else 'Warning: '}{mistake}")
    if checked.draft.mistakes:
        click.echo()
    click.echo(_summary(checked))


def _summary(checked: Checked) -> str:
    handbook = checked.draft.handbook
    warned = f" {_count(len(checked.warnings), 'warning')}." if checked.warnings else ""
    if handbook is None:
        return f"Refused: {_count(len(checked.refusals), 'mistake')}.{warned}"
    ran = f"{checked.examples_run} of {_count(len(handbook.examples), 'example')} run"
    if checked.refusals:
        read = _count(len(handbook.rules), "rule")
        return f"Refused: {_count(len(checked.refusals), 'mistake')}. {read} could be read, {ran}.{warned}"
    rules, steps = _count(len(handbook.rules), "rule"), _count(len(handbook.steps), "file")
    return f"Confirmed: {rules} in {steps}, {ran}, each as expected.{warned}"


def _count(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}"


def _as_json(checked: Checked) -> dict[str, object]:
    handbook = checked.draft.handbook
    return {
        "confirmed": not checked.refusals,
        "title": handbook.title if handbook else None,
        "rules": len(handbook.rules) if handbook else 0,
        "examples": len(handbook.examples) if handbook else 0,
        "examples_run": checked.examples_run,
        "mistakes": [_mistake(mistake) for mistake in checked.refusals],
        "warnings": [_mistake(mistake) for mistake in checked.warnings],
    }


def _mistake(mistake: Mistake) -> dict[str, object]:
    return {
        "file": mistake.file,
        "line": mistake.line or None,
        "what": mistake.what,
        "remedy": mistake.remedy,
    }
