"""How much one report may hold, and what a text in it may be."""

MOST_EVENTS = 2_000
"""Events of one report."""
MOST_PEOPLE = 2_000
"""People of one report."""
MOST_DETAILS = 100
"""Facts, keys, knowers or identifiers of one event or person."""
LONGEST_TEXT = 100_000
"""Characters of a text in somebody's own words."""
LONGEST_NAME = 500
"""Characters of a name, a reference, a role or a key."""


def unfit(text: str, longest: int) -> str:
    """Why a text cannot be kept as it was sent, and what to do; empty where it can.

    Every character is kept but NUL and half characters, which no register can hold.
    """
    if len(text) <= longest and text.isascii() and "\0" not in text:
        return ""
    if len(text) > longest:
        return f"it has {len(text):,} characters, more than {longest:,}: shorten it"
    if "\0" in text:
        return "it holds the character NUL (U+0000): remove it"
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return "it holds half a character (a surrogate alone): cut texts between characters"
    return ""
