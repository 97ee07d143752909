"""Finding a shielded place in free text, however it is written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from heeded.core.access.guard.codes import phone_spans, postcode_spans
from heeded.core.access.guard.folding import Token, tokens
from heeded.core.access.guard.place import ShieldedPlace
from heeded.core.access.guard.spoken import with_figures, with_letters
from heeded.core.access.guard.streets import street_spans

_FIGURES_FOR_LETTERS = str.maketrans("0134578", "oieastb")


@dataclass(frozen=True, slots=True, order=True)
class Found:
    """Where a text gives a place away: from and up to which sign, which place, and by what."""

    start: int
    end: int
    place: str
    what: str


def finds_shielded(text: str, places: Iterable[ShieldedPlace]) -> tuple[Found, ...]:
    """Where a text gives any of the places away, in order; overlapping finds of one place are one.

    It reads through spaces, case, look-alike letters, signs that cannot be seen, words for figures,
    dropped vowels, slips and short forms. It does not read pictures, riddles ("opposite the station"),
    other languages or sums, and it finds only what the record itself holds of the place.
    """
    read = tokens(text)
    figures = with_figures(read)
    readings = (read, figures, with_letters(figures))
    found = [
        Found(start, end, place.id, what)
        for place in places
        for what, start, end in _of(place, readings, text)
    ]
    return tuple(_merged(sorted(found)))


def withheld(text: str, found: Iterable[Found], sign: str = "[withheld]") -> str:
    """The text with each find replaced, for a reader who may not see it."""
    kept, last = [], 0
    for each in sorted(found):
        if each.end > last:
            kept += [text[last : each.start], sign] if each.start >= last else []
            last = each.end
    return "".join([*kept, text[last:]])


def _of(
    place: ShieldedPlace, readings: tuple[list[Token], list[Token], list[Token]], text: str
) -> Iterator[tuple[str, int, int]]:
    """What gives one place away: the kind of detail, from where, up to where."""
    read, figures, letters = readings
    for outward, inward in place.codes:
        for reading in _different(read, letters):
            yield from (("postcode", *span) for span in postcode_spans(reading, outward, inward))
    for digits in place.numbers:
        for reading in _different(read, figures):
            yield from (("telephone", *span) for span in phone_spans(reading, digits))
    for street in place.streets:
        for reading in _different(read, figures, _lettered(figures)):
            yield from (("address", *span) for span in street_spans(reading, street, text))


def _different(*readings: list[Token]) -> Iterator[list[Token]]:
    """The readings, each once."""
    for number, reading in enumerate(readings):
        if reading not in readings[:number]:
            yield reading


def _lettered(read: list[Token]) -> list[Token]:
    """The same text with figures inside words as the letters that they look like: h1gh as high.

    A door's number with its letter (14b) and a number after a short word (no14) stay numbers.
    """
    found: list[Token] = []
    place = 0
    while place < len(read):
        end = place + 1
        while end < len(read) and read[end].glued:
            end += 1
        run = read[place:end]
        letters = sum(len(token.text) for token in run if not token.is_number)
        if len(run) > 1 and letters > 1 and (letters > 2 or not run[-1].is_number):  # noqa: PLR2004 - a short word
            word = "".join(token.text for token in run).translate(_FIGURES_FOR_LETTERS)
            found.append(Token(word, run[0].start, run[-1].end))
        else:
            found.extend(run)
        place = end
    return found


def _merged(found: list[Found]) -> Iterator[Found]:
    """The finds, overlapping ones of one place and kind made one."""
    open_: dict[tuple[str, str], Found] = {}
    for each in found:
        last = open_.get((each.place, each.what))
        if last and each.start < last.end:
            each = Found(last.start, max(last.end, each.end), each.place, each.what)  # noqa: PLW2901 - grown
        elif last:
            yield last
        open_[each.place, each.what] = each
    yield from open_.values()
