"""What can be wrong with JSON, in words, and what to do about it."""

from enum import Enum


class Fault(Enum):
    """A fault: what is wrong, and the remedy."""

    SYNTAX = ("it is not JSON from here on", "Let a library write the JSON, and send what it wrote")
    ENDS = ("it ends before the JSON is complete", "Send it again, whole")
    CONTROL = (
        "a text holds a line break, tab or other control character as itself",
        "Write it as \\n, \\t or \\u…",
    )
    DEEP = ("lists and objects lie too deep inside one another", "Send it no more than 100 deep")
    DOUBLE = (
        "a key stands twice in one object, so that one of two values would be lost",
        "Keep one of the two",
    )
    NO_NUMBER = ("NaN and Infinity are no numbers in JSON", "Leave the value out")
    LONG_NUMBER = (
        "a number is too long or too large",
        "Write whole numbers with up to 18 digits, and longer ones as texts in quotes",
    )
    NUL = ("a text holds the character NUL (U+0000), which no register can keep", "Remove the character")
    SURROGATE = (
        "a text holds half a character (a surrogate alone), which no register can keep",
        "Cut texts between characters, and let a library write the JSON",
    )
