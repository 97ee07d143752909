"""What a story comes to, in sentences: when it would first have asked, and how long before the protection."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from heeded import bootstrap
from heeded.casework.replay.walking import ComesTo, Walk, comes_to, owed_by
from heeded.doors.web.handbook.shown.rules import title_of
from heeded.doors.web.shown.moments import moment


def ending(walk: Walk) -> list[str]:
    """The sentences, in order."""
    return [*_sentences(comes_to(walk, bootstrap.open_handbook()), walk)]


def _sentences(found: ComesTo, walk: Walk) -> Iterator[str]:
    chronology = walk.story.chronology
    if found.asked is None or found.asked_at is None:
        yield _("By the end nothing would have been asked.")
        return
    yield _(
        "The first thing that would have been asked: “%(title)s”, of %(whom)s, on %(moment)s%(before)s."
    ) % {
        "title": title_of(found.asked.rule),
        "whom": owed_by(chronology, found.asked.finding),
        "moment": moment(found.asked_at),
        "before": _before(found, found.asked_at),
    }
    if found.unanswered is None or found.unanswered_at is None:
        yield _("Nothing that had been agreed by then ran out of time without an answer.")
    else:
        yield _(
            "The first that nobody is recorded to have done in time: “%(title)s”, by %(moment)s%(before)s."
        ) % {
            "title": title_of(found.unanswered.rule),
            "moment": moment(found.unanswered_at),
            "before": _before(found, found.unanswered_at),
        }
    if found.protected is not None:
        yield _("The children were protected on %s.") % moment(found.protected)


def _before(found: ComesTo, second: int) -> str:
    days = found.days_before(second)
    if days is None or days <= 0:
        return ""
    said = ngettext(
        "%d day before the children were protected", "%d days before the children were protected", days
    )
    return f", {said % days}"
