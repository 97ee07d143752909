"""Making a stranger's text safe to show: short, on one line, with nothing hidden in it."""

LONGEST = 80
"""How many characters of a value are shown."""

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the start of a formula."""


def visible(text: str, longest: int = LONGEST) -> str:
    """Shorten a text and spell out its control, bidirectional and other unprintable characters."""
    if len(text) <= longest and text.isprintable():
        return text
    shown = "".join(_spelled(character) for character in text[: longest + 1])
    return shown if len(shown) <= longest else f"{shown[: longest - 1]}…"


def cell(text: str) -> str:
    """Guard a cell of a CSV file, so that a spreadsheet shows it and never runs it."""
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text


def _spelled(character: str) -> str:
    r"""A printable character as it is, any other as its escape, such as \x07 or \u202e."""
    return character if character.isprintable() else character.encode("unicode_escape").decode("ascii")
