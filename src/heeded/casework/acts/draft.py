"""Drafts: begun, saved, shared, listed, thrown away, and sent exactly once."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from heeded.casework.acting import By, Desk, Done, NotNow, Telling, Unfit
from heeded.casework.acts.record import record
from heeded.casework.ports.drafts import Draft, Drafts, Over
from heeded.core.access import Actor
from heeded.core.chronology.report import Described

LONGEST = 256 * 1024
"""How many bytes a draft may hold, as JSON."""
MOST = 10
"""With how many colleagues a draft may be shared."""


class ChangedMeanwhile(NotNow):
    """Somebody else saved the draft since this writer saw it; `draft` is what it says now."""

    def __init__(self, draft: Draft) -> None:
        super().__init__(
            "the draft",
            "it was changed since you saw it",
            "Look at what it says now, and say which words are to stand",
        )
        self.draft = draft


def save_draft(
    content: Mapping[str, object], actor: Actor, now: int, drafts: Drafts, *, draft: str = "", child: str = ""
) -> str:
    """Keep what somebody has written so far, as a new draft or (by its id) as one begun before; its id."""
    _fits(content)
    if not draft:
        return drafts.begin(actor, child, content, now)
    if not drafts.save(actor, draft, content, now):
        raise _gone()
    return draft


def keep_draft(
    draft: str, content: Mapping[str, object], over: Over, actor: Actor, now: int, drafts: Drafts
) -> Draft:
    """Keep what a window says of a draft, which begins with the first time that it is kept.

    ChangedMeanwhile where it would write over words that its writer has not seen; NotNow where it was sent
    or thrown away.
    """
    told = {**content, "window": over.window}
    _fits(told)
    kept = (not over.version and drafts.begin(actor, over.child, told, now, draft)) or drafts.save(
        actor, draft, told, now, over
    )
    found = drafts.find(actor, draft)
    if found is None or found.sent is not None:
        raise _gone()
    if not kept:
        raise ChangedMeanwhile(found)
    return found


def share_draft(draft: str, colleagues: Sequence[str], actor: Actor, drafts: Drafts) -> None:
    """Share a draft of one's own with colleagues by id, and with nobody else from now on.

    Whoever hands them in makes sure that they work at the actor's agency.
    """
    if len(set(colleagues)) > MOST:
        raise Unfit("the draft", f"it would be shared with more than {MOST} colleagues", "Choose fewer")
    if not drafts.share(actor, draft, [each for each in colleagues if each != actor.id]):
        raise _gone()


def my_drafts(
    actor: Actor, drafts: Drafts, before: tuple[int, str] | None = None, most: int | None = None
) -> Sequence[Draft]:
    """What somebody has begun and not sent, the last saved first; or so many of it, from a place on."""
    return drafts.mine(actor, before, most)


def discard_draft(draft: str, actor: Actor, drafts: Drafts) -> None:
    """Throw a draft away."""
    if not drafts.discard(actor, draft):
        raise _gone()


def send_draft(
    draft: str,
    told: Telling,
    by: By,
    desk: Desk,
    drafts: Drafts,
    people: Sequence[Described] = (),
    also: Sequence[Telling] = (),
) -> Done:
    """Record what a draft has come to say: once, however often it is sent, and by its author alone.

    `also` is what it tells of the same child besides: one report, kept whole or not at all. The request is
    the draft's own; `by.request` is not read.
    """
    found = drafts.find(by.actor, draft)
    if found is None or found.author != by.actor.id:
        raise _gone()
    sending = By(
        actor=by.actor,
        request=f"draft {draft}",
        now=by.now,
        stated=by.stated,
        post=by.post,
        on_behalf=by.on_behalf,
        through=by.through,
    )
    done = record(told, sending, desk, people, also)
    drafts.sent(by.actor, draft, by.now, done.child)
    return done


def _fits(content: Mapping[str, object]) -> None:
    try:
        written = json.dumps(content, ensure_ascii=False, allow_nan=False).encode()
    except (TypeError, ValueError) as wrong:
        raise Unfit(
            "the draft", f"it cannot be kept as JSON ({wrong})", "Send text, numbers and lists"
        ) from None
    if len(written) > LONGEST:
        raise Unfit("the draft", f"it is longer than {LONGEST:,} bytes", "Shorten it, or send it")
    if b"\\u0000" in written:
        raise Unfit("the draft", "it holds a character that is no text (NUL)", "Take it out")


def _gone() -> NotNow:
    return NotNow("the draft", "there is none of this name, or it was sent", "Look at your drafts")
