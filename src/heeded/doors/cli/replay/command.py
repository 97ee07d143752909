"""The command and its options: which story, by which edition, up to when, as known to whom."""

from __future__ import annotations

import io
import json
import sys

import click

from heeded.bootstrap import judgement, open_handbook, open_scenario, scenarios
from heeded.casework.replay import Replay, asked_only_by, ends, headline, not_yet_written, replay
from heeded.core.chronology.scenario import Scenario
from heeded.core.chronology.when import Precision, When
from heeded.core.procedures.handbook import Handbook
from heeded.core.procedures.rule import Rule
from heeded.doors.cli.replay.accounts import Accounts
from heeded.doors.cli.replay.as_json import as_json
from heeded.doors.cli.replay.changes import Changes
from heeded.doors.cli.replay.ending import write_beginning, write_ending
from heeded.doors.cli.replay.page import Page
from heeded.doors.cli.replay.prompts import Prompts
from heeded.doors.cli.replay.sources import PossibleSources
from heeded.doors.cli.replay.story import write_story
from heeded.doors.cli.replay.unknowns import Unknowns

THEN = "the edition in force at the time"


@click.command("replay")
@click.argument("name", metavar="SCENARIO")
@click.option(
    "--edition",
    metavar="NAME",
    help="Judge by one edition of the handbook, such as 2010 or 2025. "
    "Without it, each thing is judged by the edition in force on its day.",
)
@click.option(
    "--as-of",
    metavar="DATE",
    help="Stop at the end of this day (2010-06-28) or at a moment "
    "(2010-06-21T15:00). Nothing later is known.",
)
@click.option(
    "--known-to",
    metavar="AGENCY",
    help="See only what this agency knew, by its id or name, such as police or hospital.",
)
@click.option(
    "--variant",
    metavar="NAME",
    help="Which ending to tell: of child-t brief or june, of bruised-baby at-once or relative. "
    "Without it, the first.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "judgement"]),
    default="text",
    show_default=True,
    help="Text to be read, one JSON object, or what people made of what happened as "
    "docs/standard/judgement.schema.json has it.",
)
@click.option(
    "--no-colour", "--no-color", is_flag=True, help="Print without colour. Nothing is said by colour alone."
)
def command(
    name: str,
    edition: str | None,
    as_of: str | None,
    known_to: str | None,
    variant: str | None,
    form: str,
    *,
    no_colour: bool,
) -> None:
    """Tell a story moment by moment: what happened, who knew, and what would have been asked of whom.

    SCENARIO is the name of a story that comes with Heeded, or a folder of your own with the same tables:
    child-t was reviewed in public; bruised-baby is invented after what many reviews describe. After each
    event, and whenever a deadline passes, it prints what the handbook asks from that moment on, what is
    overdue, which gate stands in the way, and what is still open. Each finding says why.

    \b
    heeded replay child-t                               the whole story
    heeded replay child-t --as-of 2010-06-28            as it stood on that day
    heeded replay child-t --known-to police             as the police could have seen it
    heeded replay child-t --edition 2025                by today's procedures
    heeded replay child-t --variant june --format json  the other ending, to be read by a program
    heeded replay bruised-baby                          another story: small marks, one at a time
    heeded replay child-t --format judgement            answers, accounts and decisions, as data

    It shows when Heeded would have asked, not that harm would have been prevented.
    """
    _print_what_the_terminal_can()
    scenario = story_of(name, variant)
    if form == "judgement":
        if edition:
            raise click.BadParameter(
                "a judgement is told, not judged by an edition: leave it out", param_hint="--edition"
            )
        _judgement(scenario, _agency(scenario, known_to), _until(as_of))
        return
    whole = open_handbook()
    handbook = _edition(whole, edition)
    told = replay(scenario, handbook, _agency(scenario, known_to), _until(as_of))
    today = None if edition else _today(whole, told)
    early, label = not_yet_written(told, whole), edition or THEN
    result = headline(told, early)
    if form == "json":
        click.echo(json.dumps(as_json(told, label, result, early, today), ensure_ascii=False, indent=2))
        return
    page = Page(sys.stdout, colour=not no_colour)
    write_beginning(told, label, page)
    changes, prompts, already = Changes(told, page), Prompts(told, page), set[str]()
    sources, accounts = PossibleSources(told, page), Accounts(told, page)
    unknowns = Unknowns(told, page)
    for moment in told.moments:
        write_story(moment, told, page, already)
        prompts.write(moment)
        sources.write(moment)
        accounts.write(moment)
        unknowns.write(moment)
        changes.write(moment)
    write_ending(told, result, early, today, page)


def _judgement(scenario: Scenario, known_to: str | None, until: int | None) -> None:
    """The judgement of the first child's record, at the story's end or as it stood before."""
    now = ends(scenario) if until is None else until
    found = judgement.of_record(scenario.chronology, scenario.children[0], now, known_to)
    click.echo(json.dumps(found, ensure_ascii=False, indent=1))


def _print_what_the_terminal_can() -> None:
    """A terminal without these letters shows a question mark in their place."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")


def story_of(name: str, variant: str | None) -> Scenario:
    """The story of that name or folder, with one ending (None: its first); click says what is wrong."""
    try:
        scenario = open_scenario(name)
    except LookupError:
        known = ", ".join(scenarios())
        raise click.BadParameter(
            f"there is no story “{name}”: choose {known}, or give the folder of one", param_hint="SCENARIO"
        ) from None
    except ValueError as wrong:
        raise click.ClickException(str(wrong)) from wrong
    try:
        return scenario.told_as(variant or scenario.variants[0].name)
    except KeyError as wrong:
        raise click.BadParameter(wrong.args[0], param_hint="--variant") from wrong


def _edition(handbook: Handbook, name: str | None) -> Handbook:
    try:
        return handbook if name is None else handbook.as_edition(name)
    except KeyError as wrong:
        raise click.BadParameter(wrong.args[0], param_hint="--edition") from wrong


def _agency(scenario: Scenario, written: str | None) -> str | None:
    if written is None:
        return None
    agencies = scenario.chronology.agencies.values()
    found = [each.id for each in agencies if written.lower() in (each.id.lower(), each.name.lower())]
    if not found:
        known = ", ".join(f"{each.id} ({each.name})" for each in agencies)
        raise click.BadParameter(f"there is no agency “{written}”: choose {known}", param_hint="--known-to")
    return found[0]


def _until(written: str | None) -> int | None:
    if written is None:
        return None
    try:
        when = When.parse(written)
    except ValueError as wrong:
        raise click.BadParameter(str(wrong), param_hint="--as-of") from wrong
    if when.precision not in (Precision.DAY, Precision.INSTANT):
        raise click.BadParameter(
            "give a day (2010-06-28) or a moment (2010-06-28T15:00)", param_hint="--as-of"
        )
    return when.latest


def _today(whole: Handbook, told: Replay) -> tuple[str, tuple[Rule, ...]]:
    """The edition in force now, and its rules that would have asked where the edition of the time did not."""
    latest = max(whole.editions, key=lambda edition: edition.since)
    return latest.title, asked_only_by(told, whole.as_edition(latest.name))
