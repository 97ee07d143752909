"""The page of event kinds, from the vocabulary: what can be recorded, and what rules can speak of."""

from collections.abc import Iterator
from itertools import groupby

from heeded.core.chronology.vocabulary import ALWAYS, DRAWN, KINDS, ON_EVERY_KIND, PROTECTED, Field, Kind
from tools.reference.markdown import page, table

ABOUT = """\
Every kind of event that a chronology may hold, in the order of the work. A rule names kinds and fields as
they are written here. A field that the source left unsaid satisfies no condition but `is not stated`."""


def event_kinds_page() -> str:
    """Write the page: what every kind has, each chapter's kinds, and what no rule may read."""
    chapters = groupby(KINDS.values(), key=lambda kind: kind.chapter)
    parts = [part for chapter, kinds in chapters for part in described(chapter, kinds)]
    return page("Event kinds", ABOUT, [*always(), *parts, *drawn(), *protected()])


def always() -> Iterator[str]:
    """Yield what every kind has."""
    yield "## On every kind"
    yield f"Keys: {', '.join(ALWAYS)}."
    yield fields(ON_EVERY_KIND)


def described(chapter: str, kinds: Iterator[Kind]) -> Iterator[str]:
    """Yield one chapter: its heading, then each kind's."""
    yield f"## {chapter}"
    for kind in kinds:
        yield f"### {kind.name}"
        yield kind.meaning if kind.drawn else f"{kind.meaning} Usually said by: {kind.usual}."
        if own := [key for key in kind.keys if key not in ALWAYS]:
            yield f"Keys: {', '.join(own)}."
        if kind.fields:
            yield fields(kind.fields)


def drawn() -> Iterator[str]:
    """Yield the chapter of what nobody tells: the record draws it."""
    about = (
        "What follows from other entries. Rules may begin with these; nobody reports them, and a report that "
        "holds one is refused. They are drawn anew at every judgement from what was known then, stand in no "
        "table, and every sentence that rests on one names the entries behind it."
    )
    first, *others = described(next(iter(DRAWN.values())).chapter, iter(DRAWN.values()))
    yield from (first, about, *others)


def fields(of: tuple[Field, ...]) -> str:
    """Draw a table of fields: the name, what it holds, what it means."""
    return table(
        ("field", "holds", "meaning"), [(field.name, field.expects(), field.meaning) for field in of]
    )


def protected() -> Iterator[str]:
    """Yield what no rule may read, with the reasons."""
    yield "## What no rule may read"
    yield "The checker refuses a rule that reads any of these, or a field whose name contains one."
    yield table(("name", "because it is"), PROTECTED.items())
