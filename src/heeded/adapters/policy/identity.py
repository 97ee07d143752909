"""Reading how people's words on who is who are looked at a second time."""

from __future__ import annotations

from functools import cache

from heeded.adapters.policy.wrong import WrongPolicy, only, parsed, shipped
from heeded.core.identity.sample import Sample

LONGEST_DAYS = 3650


@cache
def shipped_sample() -> Sample:
    """The share that comes with Heeded."""
    return read_sample(shipped("identity.yaml"), "identity.yaml")


def read_sample(text: str, name: str) -> Sample:
    """The share in a YAML text called `name`; WrongPolicy says what is wrong with it."""
    content = parsed(text, name)
    only(content, (), ("second reading",), name)
    given, where = content["second reading"], f'{name}, "second reading"'
    if not isinstance(given, dict):
        raise WrongPolicy(f"{where}: must hold names, each with what belongs to it.")
    only(given, ("unverified",), ("share", "within days", "source"), where)
    share, days = given["share"], given["within days"]
    if isinstance(share, bool) or not isinstance(share, int | float) or not 0 <= share <= 1:
        raise WrongPolicy(f'{where}, "share": must be a number from 0 to 1, but is {share!r:.40}.')
    if isinstance(days, bool) or not isinstance(days, int) or not 1 <= days <= LONGEST_DAYS:
        raise WrongPolicy(
            f'{where}, "within days": must be whole days from 1 to {LONGEST_DAYS}, but is {days!r:.40}.'
        )
    return Sample(
        share=float(share),
        days=days,
        source=str(given["source"]),
        unverified=str(given.get("unverified", "")),
    )
