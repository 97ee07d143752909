"""Why a line stands in the ledger of a safeguarding dataset, and what can be done."""

from heeded.adapters.exchange.ledger import Fate
from heeded.adapters.exchange.reason import Reason

NO_PERSON = Reason("a row that does not say which child", "Fill in the person's id")
NO_DATE = Reason("a date that cannot be read", "Write it as 2024-03-08, with or without a time")
TOO_LATE = Reason(
    "after the day up to which it is judged", "Correct it, or say up to which day it tells with --as-of"
)
ENDS_FIRST = Reason("before the start of what it ends", "Correct it, or the start")
UNKNOWN_WORD = Reason("a value that is none of those agreed for its column", "Write a value of its list")
ELSEWHERE = Reason("a plan of another local authority", "None: that authority answers for it")
TWICE = Reason("a row that stands there twice", "None: it was read once")
NOT_TIED = Reason("not tied to what it belongs to", "Fill in the id that ties it", Fate.KEPT)
SAME_ID = Reason("an id given before", "Give each row an id of its own", Fate.KEPT)
UNKNOWN_PERSON = Reason("a child who is not among the persons", "Add the child to ssd_person", Fate.KEPT)
NO_COLUMN = Reason(
    "a column that is not there", "Export it: without it some rules cannot be judged", Fate.KEPT
)
NO_ROWS = Reason(
    "a table without rows", "Fill it: left empty, it is not taken to say that nothing happened", Fate.KEPT
)
NO_TABLE = Reason("a table that is not there", "Export it: without it some rules cannot be judged", Fate.KEPT)
NOT_UTF8 = Reason("text that is not UTF-8", "Export it as UTF-8; it was read as Windows-1252", Fate.KEPT)
