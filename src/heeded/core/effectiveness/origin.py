"""Where chronologies came from: a file, who sent it, and what it can and cannot tell."""

from __future__ import annotations

from dataclasses import dataclass

from heeded.core.effectiveness.reach import Reach


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """What is known of a source before its first child is judged.

    `form` says in words what kind of file it is, `sender` who sent it as far as it says. It is judged
    as at `until`, and tells in full of the time from `since` on (both in seconds UTC; None: it does not
    say). `reach` is what it carries; `limits` are sentences about what it cannot tell.
    """

    name: str
    form: str
    sender: str
    until: int
    since: int | None
    reach: Reach
    limits: tuple[str, ...] = ()
