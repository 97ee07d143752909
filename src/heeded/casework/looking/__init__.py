"""Looking: everything by which somebody reads the record, each a verb, each recorded before it answers."""

from heeded.casework.looking.acknowledge import acknowledge
from heeded.casework.looking.ask import Ask, Desk, Existence, NothingThere, Refused
from heeded.casework.looking.break_glass import Broken, break_glass
from heeded.casework.looking.cover import NotArranged, cover, covers
from heeded.casework.looking.deciding.opened import Opened
from heeded.casework.looking.existence import by_number, by_person, by_reference
from heeded.casework.looking.notices import Notices, mark_read, notices
from heeded.casework.looking.open_record import open_record
from heeded.casework.looking.own_children import OwnChildren, own_children
from heeded.casework.looking.review_glass import Awaited, Outcome, awaiting_review, review_glass
from heeded.casework.looking.who_looked import Account, Lookers, account_for_family, who_looked
from heeded.casework.looking.within.disagreed import asked_next, disagreed, opposed
from heeded.casework.looking.worklist import Line, Whose, Worklist, one_line, worklist
from heeded.casework.ports.looks import NotRecorded

__all__ = [
    "Account",
    "Ask",
    "Awaited",
    "Broken",
    "Desk",
    "Existence",
    "Line",
    "Lookers",
    "NotArranged",
    "NotRecorded",
    "NothingThere",
    "Notices",
    "Opened",
    "Outcome",
    "OwnChildren",
    "Refused",
    "Whose",
    "Worklist",
    "account_for_family",
    "acknowledge",
    "asked_next",
    "awaiting_review",
    "break_glass",
    "by_number",
    "by_person",
    "by_reference",
    "cover",
    "covers",
    "disagreed",
    "mark_read",
    "notices",
    "one_line",
    "open_record",
    "opposed",
    "own_children",
    "review_glass",
    "who_looked",
    "worklist",
]
