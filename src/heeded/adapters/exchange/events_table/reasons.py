"""Why a line stands in the ledger of an event table, what became of the value, and what can be done."""

from heeded.adapters.exchange.ledger import Fate
from heeded.adapters.exchange.reason import Reason


def _kept(text: str, remedy: str) -> Reason:
    """A reason to look at what was taken over all the same."""
    return Reason(text, remedy, Fate.KEPT)


# A row
NO_CHILD = Reason("a row that does not say which child", "Fill in the column “child”")
NO_KIND = Reason(
    "not a kind of event", "Write a kind of event from the list in docs/reference/event-kinds.md"
)
NO_TIME = Reason(
    "a row without a time that can be read", "Write 2024-03-08, 08/03/2024, or either with 16:00"
)
TOO_LATE = Reason("after the day up to which it is judged", "Correct it, or choose a later day with --as-of")
UNTOLD = Reason("a correction or withdrawal that does not say when it was told", "Fill in the column “told”")

NOT_DONE = Reason("an event of a log that is not complete", "None, if its completion stands beside it")

# A cell
NO_FIELD = Reason(
    "a detail that this kind of event does not have, or not so", "Correct it as is said beside it"
)
NO_KEY = Reason("not something that this kind of event belongs to", "Correct it as is said beside it")
NO_TOLD = Reason("a time of telling that cannot be read", "Write 2024-03-08 or 2024-03-08 16:00")
NO_KNOWER = Reason(
    "an agency that came to know, at a time that cannot be read", "Write such as police 2024-03-08"
)
NO_BIRTH = Reason("a date of birth that cannot be read", "Write 2021-05-01 or 01/05/2021")
NO_PLACE = Reason("a person or household that this kind of event does not name", "Leave the cell empty")
TWO_WORDS = Reason(
    "a second, different answer for one child", "Give each child one date of birth, area and family"
)
BEYOND = Reason("a cell without a heading", "Give its column a heading, or empty it")
UNKNOWN_COLUMN = Reason("a column that is not used", "Rename it to one of the columns, or leave it")
SAME_ID = _kept("an id given before", "Give each row an id of its own")
STRAY_TARGET = _kept(
    "a correction or withdrawal of a row that is not here", "Give the row that is meant that id"
)

# As it is
HEADING_AGAIN = _kept("the heading once more", "None, if tables were put together")
NOT_UTF8 = _kept("text that is not UTF-8", "Save it as “CSV UTF-8”; it was read as Windows-1252")
NO_SECTOR = _kept(
    "an agency whose sector is not known", "Fill in the column “sector”, or name it by its sector"
)
MIDNIGHT = _kept("a time of 00:00", "None, if it stands for the day: only the day was read")
TOLD_LATER = _kept("told after the day up to which it is judged", "None, if it was not known by then")
NO_ROWS = _kept("no event in the file", "Check whether the right table was saved")
