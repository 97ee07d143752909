"""What a person is made up of, and what became of one who was two, in plain lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from heeded.casework.ports.identity import Apart, Asserted, Reference, Whole
from heeded.core.chronology.when import local


def told_whole(whole: Whole) -> Iterator[str]:
    """Each reference to a person, and what was last said of each with any other."""
    yield f"Person {whole.person}, by {len(whole.references)} references:"
    for each in whole.references:
        yield from _reference(each)
    for said in whole.asserted:
        yield _said(said)


def told_apart(apart: Apart) -> Iterator[str]:
    """Who the two are, who read them as one, and who wrote about them as one."""
    yield f"They are two people now: {apart.kept} and {apart.parted}."
    yield f"They had been one since {_moment(apart.since)}."
    readers = Counter((look.name or look.actor, look.agency) for look in apart.readers)
    yield f"Who read them as one, and is told: {len(readers)}."
    for (name, agency), times in sorted(readers.items()):
        yield f"  {name}, {agency}: {times} {'look' if times == 1 else 'looks'}"
    if apart.written:
        agencies = ", ".join(sorted(set(apart.written.values())))
        yield (
            f"Written meanwhile about the one person: {len(apart.written)}, by {agencies}. It stays with "
            f"{apart.kept}; whoever wrote it is asked to look at whom it is about."
        )


def _reference(each: Reference) -> Iterator[str]:
    who = ", ".join(filter(None, [each.name, f"born {each.born}" if each.born else "", each.area]))
    yield f"  {each.id}  {each.agency}: {who or 'not described'}"
    for system, value in each.numbers:
        yield f"      {system} {value}"
    yield f"      since {_moment(each.since)}, by {each.by}: {each.reason}"


def _said(said: Asserted) -> str:
    who = said.model or said.by
    return f"  {said.one} and {said.other}: {said.verdict}, {_moment(said.at)}, by {who}: {said.reason}"


def _moment(second: int) -> str:
    return f"{local(second):%d %B %Y, %H:%M}"
