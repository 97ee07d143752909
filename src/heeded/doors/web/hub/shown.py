"""Cards in words: what came, from whom, how long is left, who is silent, who has it and who is next."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from heeded.casework.looking import Line
from heeded.casework.looking.hub import Board, CardShown, Page, rung
from heeded.core.evidence.front_door import Stage
from heeded.core.procedures.handbook import Handbook
from heeded.doors.web.shown import moments
from heeded.doors.web.shown.line import LineShown, of_list
from heeded.doors.web.shown.names import Names
from heeded.doors.web.shown.people import born, name
from heeded.doors.web.shown.place import place


@dataclass(frozen=True, slots=True, kw_only=True)
class OnDesk:
    """A card as a page shows it."""

    id: str
    child: str
    child_name: str
    child_born: str
    what: str
    came: str
    since: str
    waits: str
    left: moments.Left
    due: str
    next: str
    lead: str
    silent: tuple[str, ...]
    disagreement: str
    decided: bool
    key: str
    sender: str
    parties: str
    refused: bool
    line: str
    to_discuss: bool


@dataclass(frozen=True, slots=True)
class ColumnShown:
    """A column of the board: its name in addresses and on the page, and its cards by household."""

    id: str
    title: str
    hint: str
    households: tuple[tuple[OnDesk, ...], ...]
    count: int
    next: str


@dataclass(frozen=True, slots=True)
class Climb:
    """Where something stands on its ladder, in words; empty where it belongs to none."""

    step: str
    then: str


@dataclass(frozen=True, slots=True)
class Dispute:
    """An open disagreement as the desk shows it: who has it now, and to whom it goes from there."""

    card: OnDesk
    reached: str
    has_it: str
    climb: Climb


def headings() -> dict[str, tuple[str, str]]:
    """What the columns are called, and what stands in each."""
    return {
        Stage.CONTACT: (_("Contact"), _("It arrived. Nobody has taken it up yet.")),
        Stage.SCREENING: (_("Screening"), _("Taken up. What to do about it is not decided.")),
        Stage.STRATEGY: (_("Strategy"), _("To be discussed together, or discussed and left open.")),
        Stage.DECIDED: (_("Decided"), _("In the last seven days.")),
    }


def columns_shown(board: Board, names: Names, now: int) -> tuple[ColumnShown, ...]:
    """The columns of a board, in the order in which matters go."""
    titles = headings()
    return tuple(
        ColumnShown(
            str(each.stage),
            *titles[each.stage],
            tuple(tuple(_card(card, names, now) for card in house) for house in each.page.households),
            len(each.page.cards),
            place(each.page.next_after),
        )
        for each in board.columns
    )


def cards_shown(page: Page, names: Names, now: int) -> tuple[OnDesk, ...]:
    """The cards of a page."""
    return tuple(_card(each, names, now) for each in page.cards)


def disputes_shown(page: Page, names: Names, handbook: Handbook, now: int) -> tuple[Dispute, ...]:
    """The disagreements of a page."""
    return tuple(
        Dispute(
            _card(each, names, now),
            each.card.stage,
            "; ".join(map(names.agency, each.card.owing)),
            climb(each.card.rule, handbook),
        )
        for each in page.cards
    )


def late_shown(
    lines: Iterable[Line], reader: str, names: Names, handbook: Handbook
) -> tuple[tuple[LineShown, Climb, str], ...]:
    """Overdue lines, each with where it stands on its ladder, and who carries it."""
    return tuple(
        (of_list(line, reader, names), climb(line.rule, handbook), names.practitioner(line.practitioner))
        for line in lines
    )


def climb(rule: str, handbook: Handbook) -> Climb:
    """The step that a rule is, and who acts on the next when its time runs out."""
    found = rung(rule, handbook)
    if found is None:
        return Climb("", "")
    step = _("Step %(number)s of %(of)s: %(who)s") % {
        "number": found.number,
        "of": found.of,
        "who": found.owed_by,
    }
    if not found.next_owed_by:
        return Climb(step, _("This is the last step."))
    return Climb(step, _("When its time runs out it goes to: %s") % found.next_owed_by)


def _card(shown: CardShown, names: Names, now: int) -> OnDesk:
    card = shown.card
    decided = card.stage == Stage.DECIDED
    left = None if card.due is None else card.due - now
    return OnDesk(
        id=shown.id,
        child=card.child,
        child_name=name(shown.child),
        child_born=born(shown.child),
        what=_what(card.kind, card.source, names.agency(card.sender) if card.sender else ""),
        came=moments.moment(card.came),
        since=moments.moment(card.since),
        waits=moments.stretch(now - card.since),
        left=moments.left(left, overdue=left is not None and left < 0),
        due="" if card.due is None else moments.moment(card.due),
        next=card.owed.replace("“", "").replace("”", ""),
        lead=names.practitioner(card.lead) if card.lead else "",
        silent=tuple(
            _("%(agency)s, since %(since)s (%(long)s)")
            % {
                "agency": names.agency(each.agency),
                "since": moments.moment(each.since),
                "long": moments.stretch(now - each.since),
            }
            for each in card.silent
        ),
        disagreement=_disagreement(card.opposed),
        decided=decided,
        key=card.key,
        sender=names.agency(card.sender) if card.sender else "",
        parties="; ".join(map(names.agency, card.parties)),
        refused=card.stage == "refused",
        line=shown.line,
        to_discuss=card.stage == Stage.STRATEGY,
    )


def _what(kind: str, source: str, sender: str) -> str:
    """What came and from whom, as far as anybody said."""
    called = {
        "contact received": _("Contact"),
        "referral made": _("Referral"),
        "referral received": _("Referral"),
        "hand-over accepted": _("Taken over"),
        "hand-over offered": _("Hand-over"),
        "reasonable cause recorded": _("Reasonable cause to suspect harm"),
        "disagreement opened": _("Disagreement"),
    }.get(kind, kind)
    whom = sender or source
    return _("%(what)s from %(whom)s") % {"what": called, "whom": whom} if whom else called


def _disagreement(count: int) -> str:
    if not count:
        return ""
    return ngettext("Open disagreement", "%(count)d open disagreements", count) % {"count": count}
