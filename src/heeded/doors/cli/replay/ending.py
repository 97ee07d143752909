"""How the page begins and ends: what the story is, and the lines that matter."""

from __future__ import annotations

from collections.abc import Sequence

from heeded.casework.replay import Followed, Headline, Replay
from heeded.core.chronology.when import local
from heeded.core.evaluation.because import asks
from heeded.core.procedures.rule import Rule, Tier
from heeded.doors.cli.replay.page import Page
from heeded.doors.cli.replay.words import agency, called, clock, listed, numbered, owed_by


def write_beginning(told: Replay, edition: str, page: Page) -> None:
    """Print what is told, and what a reader must know before believing it."""
    scenario = told.scenario
    page.title(scenario.title)
    page.space()
    for note in ("text", "people", "dates", "silence"):
        page.paragraph(scenario.notes[note])
    page.space()
    for number, source in enumerate(scenario.sources):
        page.labelled("" if number else "Sources", source)
    page.space()
    variant = scenario.variants[0]
    page.labelled("Judged by", f"{told.handbook.title}: {edition}")
    page.labelled("Ending", f"{variant.name}: {variant.title}, {variant.note}")
    page.labelled("Until", clock(told.until))
    if told.known_to:
        page.labelled(
            "Known to", f"{agency(scenario.chronology, told.known_to)} alone: what others knew is left out"
        )


def write_ending(
    told: Replay,
    result: Headline,
    early: Sequence[Rule],
    only_now: tuple[str, Sequence[Rule]] | None,
    page: Page,
) -> None:
    """Print when it would first have asked, how long before the protection that was, and what that means."""
    page.heading("What it comes to")
    _write_early(early, page)
    if only_now and only_now[1]:
        page.paragraph(f"Judged by the latest edition ({only_now[0]}), these would have asked as well:")
        for rule in only_now[1]:
            page.paragraph(f"{called(rule)}: {rule.agreed}", indent=2)
        page.space()
    if result.first_asked is None:
        page.paragraph("By this moment nothing had been asked.")
    else:
        _write_first(told, result, result.first_asked, page)
    page.space()
    page.paragraph(told.scenario.notes["hindsight"], style="bold")


def _write_early(early: Sequence[Rule], page: Page) -> None:
    if not early:
        return
    page.paragraph(
        "Of the rules that found something, these did not exist when it happened, and nobody then can be "
        "blamed for not following them:"
    )
    product = [rule.ref or rule.name for rule in early if rule.tier is Tier.PRODUCT]
    if product:
        page.paragraph(f"product rules, proposed by this handbook, under {listed(product)}", indent=2)
    for rule in early:
        if rule.tier is not Tier.PRODUCT:
            page.paragraph(f"{called(rule)}: {rule.agreed}", indent=2)
    page.space()


def _write_first(told: Replay, result: Headline, first: Followed, page: Page) -> None:
    unanswered = result.first_unanswered
    if unanswered is not None and (second := unanswered.spoilt()) is not None:
        page.paragraph(
            "The first thing that was asked and not done, such later rules left out: "
            f"{_ask(told, unanswered)}. "
            f"Heeded would have said so on {clock(second)}. {_before(result, second)}"
        )
        page.space()
    if first.asked is not None:
        more = f", and {result.asked_with_it} more at the same moment" if result.asked_with_it else ""
        page.paragraph(
            f"1. Heeded would first have asked on {clock(first.asked)}: {_ask(told, first)}{more}."
        )
        page.paragraph(f"2. {_before(result, first.asked)}", style="bold")


def _ask(told: Replay, followed: Followed) -> str:
    rule = followed.judged.rule
    return f"{asks(rule)}, of {owed_by(told, followed.judged.finding)} ({numbered(rule)})"


def _before(result: Headline, second: int) -> str:
    days = result.days_before(second)
    if days is None or result.protected is None:
        return "By the end of this replay the children had not been protected."
    day = local(result.protected)
    return f"That was {days} days before the children were protected, on {day:%A} {day.day} {day:%B %Y}."
