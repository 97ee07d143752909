"""A shielded address, postcode or telephone number, written so that a plain search would not find it."""

from collections.abc import Callable
from random import Random

from heeded.core.access.guard import ShieldedPlace
from tests.core.access.guard.places import COMMON, STREETS

SHORT = {
    "Street": ("St", "St.", "Str", "strt"),
    "Road": ("Rd", "Rd.", "rd"),
    "Lane": ("Ln", "la"),
    "Avenue": ("Ave", "Av", "Av."),
    "Crescent": ("Cres", "Cr", "Cresc"),
    "Gardens": ("Gdns", "Gdn"),
    "Close": ("Cl", "Clo"),
    "Terrace": ("Terr", "Ter", "Tce"),
    "Drive": ("Dr", "Drv"),
    "Court": ("Ct", "Crt"),
    "Grove": ("Gr", "Grv"),
    "Place": ("Pl",),
    "Square": ("Sq",),
}
KEYBOARD = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
LOOKALIKE = str.maketrans("aeopcxyAEOPCXHKMT", "аеорсхуАЕОРСХНКМТ")  # noqa: RUF001 - that they look alike is the point
LEET = str.maketrans("aeiost", "431057")
UNITS = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"),
    *("twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
NATO = (
    *("alpha", "bravo", "charlie", "delta", "echo", "foxtrot", "golf", "hotel", "india", "juliet", "kilo"),
    *("lima", "mike", "november", "oscar", "papa", "quebec", "romeo", "sierra", "tango", "uniform"),
    *("victor", "whiskey", "x-ray", "yankee", "zulu"),
)
SENTENCES = (
    "Mum now staying at {}. She asked that he is not told.",
    "Health visitor called, {} - baby asleep",
    "Please post to: {}",
    "Taxi booked from school to {} at 3.15pm",
    "{}",
    "New addr {} (do not share)",
    "Spoke to grandmother who thinks they went to {} last night",
)


def in_words(number: int) -> str:
    """A number below 1,000 as one says it."""
    if number < 20:
        return UNITS[number]
    if number < 100:
        tens = TENS[number // 10]
        return f"{tens}-{UNITS[number % 10]}" if number % 10 else tens
    rest = f" and {in_words(number % 100)}" if number % 100 else ""
    return f"{UNITS[number // 100]} hundred{rest}"


def slip(word: str, chance: Random) -> str:
    """A word with one slip of the finger, its first letter spared."""
    place = chance.randrange(1, len(word))
    letter = word[place]
    row = next((row for row in KEYBOARD if letter.lower() in row), "asdf")
    beside = row[max(0, row.find(letter.lower()) - 1)]
    left, right = word[:place], word[place + 1 :]
    swapped = word[: place - 1] + letter + word[place - 1] + right
    return chance.choice((left + right, left + letter * 2 + right, swapped, left + beside + right))


def thinned(word: str) -> str:
    """A word without its vowels, the first letter kept."""
    return word[0] + "".join(letter for letter in word[1:] if letter not in "aeiou")


def spaced(text: str, chance: Random) -> str:
    """Every letter apart."""
    return chance.choice((" ", "-", ".", " . ", "_")).join(text.replace(" ", ""))


def sprinkled(text: str, chance: Random) -> str:
    """Signs that one cannot see, or that mean nothing, among the letters."""
    sign = chance.choice(("\u200b", "\u200d", "\u00ad", "\u2060"))
    return "".join(letter + (sign if chance.random() < 0.4 else "") for letter in text)


def house(place: ShieldedPlace, chance: Random) -> str:
    """The house and street of a place."""
    first, *rest = place.address.split(", ")
    flat, door = (first, rest[0]) if first.startswith("Flat") else ("", first)
    number, _, street = door.partition(" ")
    *names, kind = street.split(" ")
    name = " ".join(names)
    common = STREETS.index(street) < COMMON
    name, kind = _street(name, kind, chance)
    number = _number(number, chance)
    if not common and chance.random() < 0.1:
        kind = ""
    written = chance.choice(
        (
            *(f"{number} {name} {kind}",) * 4,
            f"{number}, {name} {kind}",
            f"{name} {kind} number {number}",
            f"{name} {kind}, {number}",
            f"no. {number} {name} {kind}",
            f"number {number} on {name} {kind}",
            f"#{number} {name}{kind}",
            f"{number} in {name} {kind}",
        )
    )
    if flat and chance.random() < 0.7:
        short = chance.choice(
            (flat, flat.lower(), flat.replace("Flat ", "fl"), flat.replace("Flat ", "flt "))
        )
        written = f"{short}, {written}" if chance.random() < 0.7 else f"{short} {written}"
    return _dressed(written, chance)


def _street(name: str, kind: str, chance: Random) -> tuple[str, str]:
    """The street's name and kind, each written in one of several ways."""
    kind = chance.choice((kind, kind, kind.lower(), thinned(kind), *SHORT.get(kind, (kind,))))
    if name == "The":
        return name, kind
    way = chance.random()
    if way < 0.2:
        name = thinned(name)
    elif way < 0.35 and len(name) > 4:
        name = slip(name, chance)
    elif way < 0.45:
        name = name[:2] + name[2:].translate(LEET)
    elif way < 0.55:
        name = spaced(name, chance)
    elif way < 0.6:
        name, kind = name + kind, ""
    return name, kind


def _number(number: str, chance: Random) -> str:
    """The house's number, in figures or words."""
    digits = "".join(filter(str.isdigit, number))
    letter = number[len(digits) :]
    way = chance.random()
    if way < 0.2:
        return f"{in_words(int(digits))} {letter}".strip()
    if way < 0.3:
        return f"{' '.join(UNITS[int(digit)] for digit in digits)} {letter}".strip()
    if way < 0.4 and len(digits) > 1:
        return f"{' '.join(digits)} {letter}".strip()
    if way < 0.45 and "1" in digits and len(digits) > 1:
        return digits.replace("1", "l", 1) + letter if digits[-1] != "1" else number
    return number


def postcode(place: ShieldedPlace, chance: Random) -> str:
    """The postcode of a place."""
    code = place.postcode
    outward, inward = code.split(" ")
    said = " ".join(
        UNITS[int(sign)] if sign.isdigit() else NATO[ord(sign) - ord("A")] for sign in outward + inward
    )
    letters = " ".join(UNITS[int(sign)] if sign.isdigit() else sign for sign in outward + inward)
    written = chance.choice(
        (
            code.replace(" ", ""),
            code.lower(),
            code.replace(" ", "").lower(),
            spaced(code, chance),
            code.replace("0", "O"),
            code.replace("1", "l"),
            code.replace("1", "I").replace("0", "o"),
            said,
            letters,
            f"{outward} then {inward}",
            f"starts {outward} and ends {inward}",
            f"{outward}/{inward}",
            f"{outward}  {inward[0]} {inward[1:]}",
            f"({outward}) ({inward})",
        )
    )
    return _dressed(written, chance)


def phone(place: ShieldedPlace, chance: Random) -> str:
    """The telephone number of a place."""
    number = place.phones[0]
    said = " ".join(("oh" if digit == "0" else UNITS[int(digit)]) for digit in number)
    cut = sorted(chance.sample(range(2, 10), 2))
    groups = (number[: cut[0]], number[cut[0] : cut[1]], number[cut[1] :])
    written = chance.choice(
        (
            " ".join(groups),
            "-".join(groups),
            ".".join(groups),
            f"({groups[0]}) {groups[1]} {groups[2]}",
            f"+44 {number[1:6]} {number[6:]}",
            f"0044{number[1:]}",
            f"+44 (0){number[1:]}",
            said,
            doubled(number),
            number.replace("0", "O"),
            number.replace("1", "l"),
            spaced(number, chance),
            number[3:] if number.startswith("02") else number,
        )
    )
    return sprinkled(written, chance) if chance.random() < 0.15 else written


def doubled(number: str) -> str:
    """A number as one says it, two of a kind together."""
    words, place = [], 0
    while place < len(number):
        word = "oh" if number[place] == "0" else UNITS[int(number[place])]
        twice = number[place : place + 2] == number[place] * 2
        words.append(f"double {word}" if twice else word)
        place += 2 if twice else 1
    return " ".join(words)


def _dressed(written: str, chance: Random) -> str:
    """What is written, its case, letters or spaces changed."""
    way = chance.random()
    if way < 0.12:
        return sprinkled(written, chance)
    if way < 0.2:
        return written.translate(LOOKALIKE)
    if way < 0.3:
        return written.upper()
    if way < 0.4:
        return written.lower()
    if way < 0.45:
        return "".join(chr(ord(sign) + 0xFEE0) if "!" <= sign <= "~" else sign for sign in written)
    return written


FORMS: tuple[Callable[[ShieldedPlace, Random], str], ...] = (house, house, house, postcode, phone)


def hidden_in_a_note(place: ShieldedPlace, chance: Random) -> tuple[str, str]:
    """A note that gives the place away, and the obfuscated words in it."""
    words = chance.choice(FORMS)(place, chance)
    return chance.choice(SENTENCES).format(words), words
