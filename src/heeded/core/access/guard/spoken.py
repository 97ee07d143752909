"""Numbers and letters as one says them: fourteen, one four, double seven, November, aitch."""

from __future__ import annotations

from heeded.core.access.guard.folding import Token

_UNITS = {
    word: number
    for number, words in enumerate(
        (
            *("zero nought nil oh", "one", "two", "three", "four fore", "five", "six", "seven", "eight"),
            *("nine", "ten", "eleven", "twelve", "thirteen", "fourteen forteen", "fifteen fiveteen"),
            *("sixteen", "seventeen", "eighteen eightteen", "nineteen ninteen"),
        )
    )
    for word in words.split()
}
_TENS = {
    word: 10 * tens
    for tens, words in enumerate(
        (*("twenty", "thirty", "forty fourty", "fifty", "sixty", "seventy", "eighty", "ninety ninty"),),
        start=2,
    )
    for word in words.split()
}
_TIMES = {"double": 2, "treble": 3, "triple": 3}
_HUNDRED = "hundred"
_ROMAN_END = 400
_ROMAN = (
    *((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_NATO = (
    "alpha alfa bravo charlie delta echo foxtrot golf hotel india juliet juliett kilo lima mike november "
    "oscar papa quebec romeo sierra tango uniform victor whiskey whisky xray yankee zulu"
).split()
_NAMES = {
    **{word: word[0] for word in _NATO},
    "ay": "a",
    "bee": "b",
    "cee": "c",
    "see": "c",
    "dee": "d",
    "ee": "e",
    "eff": "f",
    "gee": "g",
    "aitch": "h",
    "haitch": "h",
    "eye": "i",
    "jay": "j",
    "kay": "k",
    "ell": "l",
    "em": "m",
    "en": "n",
    "owe": "o",
    "pee": "p",
    "queue": "q",
    "cue": "q",
    "ar": "r",
    "are": "r",
    "ess": "s",
    "tee": "t",
    "you": "u",
    "vee": "v",
    "ex": "x",
    "why": "y",
    "wye": "y",
    "zed": "z",
}


def with_figures(read: list[Token]) -> list[Token]:
    """The same text with its number words as figures: "forty-two" as 42, "double seven" as 77."""
    found: list[Token] = []
    place = 0
    while place < len(read):
        figures, end = _number(read, place)
        if figures:
            found.append(Token(figures, read[place].start, read[end - 1].end))
        else:
            found.append(read[place])
        place = max(end, place + 1)
    return found


def with_letters(read: list[Token]) -> list[Token]:
    """The same text with the names of letters as letters: "November" as n, "x-ray" as x."""
    found: list[Token] = []
    for token in read:
        letter = _NAMES.get(token.text, token.text)
        before = found[-1] if found else None
        if before and before.text == "x" and token.text == "ray":
            found[-1] = Token("x", before.start, token.end, before.glued)
        elif before and before.text in _TIMES and len(letter) == 1:
            found[-1] = Token(letter * _TIMES[before.text], before.start, token.end)
        else:
            found.append(Token(letter, token.start, token.end, token.glued))
    return found


def roman(number: int) -> str:
    """A number below four hundred in small Roman figures; empty above."""
    if not 0 < number < _ROMAN_END:
        return ""
    written = ""
    for value, sign in _ROMAN:
        written += sign * (number // value)
        number %= value
    return written


def _number(read: list[Token], place: int) -> tuple[str, int]:
    """The figures said from a place on, and where they end; empty figures where none are said there."""
    word = read[place].text
    following = read[place + 1].text if place + 1 < len(read) else ""
    if word in _TIMES and (following in _UNITS or (following.isdigit() and len(following) == 1)):
        return str(_UNITS.get(following, following)) * _TIMES[word], place + 2
    if following == _HUNDRED and (word == "a" or 0 < _UNITS.get(word, 0) <= 9):  # noqa: PLR2004 - one figure
        return _hundreds(read, place, _UNITS.get(word, 1))
    value, end = _below_hundred(read, place)
    return (str(value), end) if value is not None else ("", place)


def _hundreds(read: list[Token], place: int, hundreds: int) -> tuple[str, int]:
    """A number that begins "so many hundred"."""
    end = place + 2
    after = end + 1 if end < len(read) and read[end].text == "and" else end
    rest, rest_end = _below_hundred(read, after)
    if rest is None:
        return str(100 * hundreds), end
    return str(100 * hundreds + rest), rest_end


def _below_hundred(read: list[Token], place: int) -> tuple[int | None, int]:
    """A number below a hundred said at a place, and where it ends."""
    word = read[place].text if place < len(read) else ""
    if word in _TENS:
        unit = _UNITS.get(read[place + 1].text, 0) if place + 1 < len(read) else 0
        return (_TENS[word] + unit, place + 2) if 0 < unit <= 9 else (_TENS[word], place + 1)  # noqa: PLR2004 - one figure
    if word in _UNITS:
        return _UNITS[word], place + 1
    return None, place
