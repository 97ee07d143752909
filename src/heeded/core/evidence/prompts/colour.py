"""The colour of a bruise: kept as seen, and never read as its age by anything here."""

import re

COLOUR_TELLS_NO_AGE = (
    "The colour is kept as it was seen. No bruise can be dated by it: judged by eye or from a photograph, "
    "fewer than 40 in 100 estimates were right to within a day (Maguire and others 2005, Archives of Disease "
    "in Childhood 90:187)."
)
"""What is said wherever a colour is shown."""
_AGE = re.compile(
    r"\b(old|older|recent|recently|fresh|healing|resolving|(hour|day|week|month)s?)\b", re.IGNORECASE
)


def seems_to_date(colour: str) -> bool:
    """Whether the words for a colour read as if they told the age of what was seen."""
    return _AGE.search(colour) is not None
