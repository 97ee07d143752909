"""What must hold for any family and any handbook: tried on random ones of every form."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from heeded.core.chronology.chronology import Chronology
from heeded.core.evaluation.columns.view import Moment
from heeded.core.evaluation.definition import evaluate
from heeded.core.evaluation.finding import Finding
from heeded.core.procedures.handbook import Handbook
from tests.core.evaluation.differential.families import family, moment
from tests.core.evaluation.differential.handbooks import handbook

SEED, BOOKS, FAMILIES = 20110429, 25, 8


def worlds() -> Iterator[tuple[Handbook, Chronology, Moment]]:
    """Some families under some handbooks."""
    for number in range(BOOKS):
        book, at = handbook(SEED, number), moment(SEED, number)
        for each in range(FAMILIES):
            yield book, family(book, at, SEED, number, each), at


WORLDS = list(worlds())


def found(book: Handbook, chronology: Chronology, at: Moment) -> tuple[Finding, ...]:
    """What the definition finds."""
    return evaluate(chronology, book, at.now, at.known_to, at.known_at)


def in_any_order(findings: Iterable[Finding]) -> Counter[tuple[object, ...]]:
    """Findings as a bag."""
    return Counter((*each.identity, *each.judged) for each in findings)


def test_there_is_something_to_judge() -> None:
    verdicts = Counter(each.verdict for world in WORLDS for each in found(*world))
    assert len(verdicts) == 10, verdicts


def test_the_order_in_which_news_arrives_does_not_matter() -> None:
    for book, chronology, at in WORLDS:
        entries, right = chronology.entries, found(book, chronology, at)
        for mixed in (entries[::-1], entries[::2] + entries[1::2], entries[7:] + entries[:7]):
            assert found(book, replace(chronology, entries=mixed), at) == right


def test_what_is_learnt_later_changes_no_earlier_judgement() -> None:
    """News that is not put right by anything already heard: that would be out of order."""
    for book, chronology, at in WORLDS:
        plain = tuple(e for e in chronology.entries if not e.corrects and not e.withdraws)
        then = tuple(e for e in plain if e.first_known <= at.known_at)
        whole = found(book, replace(chronology, entries=plain), replace(at, known_to=None))
        early = found(book, replace(chronology, entries=then), replace(at, known_to=None))
        assert in_any_order(whole) == in_any_order(early)


def test_who_never_learnt_of_anything_sees_nothing() -> None:
    for book, chronology, at in WORLDS:
        assert found(book, chronology, replace(at, known_to="an agency that nobody told")) == ()
