"""Why a line stands in the ledger of a census, what became of the value, and what can be done."""

from heeded.adapters.exchange.ledger import Fate
from heeded.adapters.exchange.reason import Reason


def _kept(text: str, remedy: str) -> Reason:
    """A reason to look at a value that was kept all the same, or at one that is missing."""
    return Reason(text, remedy, Fate.KEPT)


# Values
NOT_A_DATE = Reason("not a date", "Write the date as YYYY-MM-DD")
NO_SUCH_DAY = Reason("a day that does not exist", "Check day, month and year against the record")
TIME_DROPPED = _kept("a date with a time or time zone", "Write the date alone; only its day was read")
UNKNOWN_CODE = Reason("not in the code list", "Use a code of the list for the return's year")
OLDER_CODE = _kept("a code of another year's list", "Use the list for the return's year")
NEW_CODE = _kept("newer than the return's year", "Check the header's Year, or whether this was meant")
GONE_CODE = _kept("no longer in use in the return's year", "Use the code or element that replaced it")
LETTERS = _kept("in small letters", "Write the code in capital letters")
NOT_YES_NO = Reason("neither yes nor no", "Write 1 or true for yes, 0 or false for no")
NOT_A_COUNT = Reason("not a count", "Write a whole number from 0 to 999")
WRONG_FORM = Reason("not of the form that it must have", "Check it against the record")
TOO_LONG = Reason("far longer than any such value", "Check what was exported into this element")
ODD_IDENTITY = _kept(
    "an identifier with other than letters and digits, or over 20 long",
    "The department refuses it (1570, 1580)",
)

# Days against each other
AFTER_REFERENCE = Reason(
    "later than the reference date", "Correct it, or say up to which day the return tells with --as-of"
)
BEFORE_BIRTH = Reason("more than 40 weeks before the birth", "Correct it, or the date of birth")
AFTER_DEATH = Reason("after the death", "Correct it, or the date of death")
CONTRADICTED = Reason("contradicted by a referral", "Correct it, or the referral's date")
ENDS_FIRST = Reason("before the start of what it ends or follows", "Correct it, or the start")
BEFORE_REFERRAL = _kept(
    "before the referral that it belongs to", "Check whether it belongs to another episode"
)
TWO_BIRTHS = _kept(
    "a date of birth and an expected one", "Leave the expected date out once the child is born"
)

# Structure
UNKNOWN_ELEMENT = Reason("no element of the census at this place", "Leave it out, or put it where it belongs")
MISSPELT = _kept("an element's name in other letters", "Write the name as the census does")
ATTRIBUTE = Reason("an attribute, which the census does not use", "Leave it out, or give it as an element")
STRAY_TEXT = Reason("text between elements", "Put it into an element, or remove it")
REPEATED = Reason("a second value where there is one", "Leave only the right one")
MISSING = _kept("missing", "Fill it in")
NO_IDENTITY = Reason(
    "a child without identifier", "Give LAchildID; without it or a UPN nothing can be joined up"
)
NO_REFERRAL = Reason("an episode without a usable referral date", "Correct CINreferralDate")
NO_EPISODE = _kept("a child without episode", "Add its CINdetails, or leave the child out (8590)")
SAME_CHILD = _kept("an identifier given before", "Join the two, or correct the identifier (8510)")
SAME_UPN = _kept("a UPN given before", "Join the two, or correct the UPN (1520)")
TOO_LARGE = Reason("far larger than any such element", "Check what was exported into this element")
BROKEN_OFF = Reason("the file breaks off here", "Mend or export the file again: what follows was not read")

# The return as a whole
NO_HEADER = _kept("no header", "Export the return with its Header")
LATE_HEADER = Reason("a header after the first child", "Put the Header before Children")
NO_REFERENCE = _kept("no reference date", "Fill in ReferenceDate; the day given with --as-of was used")
OTHER_REFERENCE = _kept("another reference date was asked for", "None, if --as-of was meant")
ODD_REFERENCE = _kept("a reference date other than 31 March", "Check ReferenceDate (100)")
OTHER_YEAR = _kept("a year other than that of the reference date", "Check Year and ReferenceDate")
UNKNOWN_YEAR = _kept(
    "a year whose layout is not known here", "Look for an update; it was read as the nearest year"
)
NO_CHILDREN = _kept("no child in the file", "Check whether the right return was exported")
UNUSUAL_ROOT = _kept("no Message around the children", "Export the whole return")
NAMESPACE = _kept("a namespace or prefix", "None: the census has none, and it was read as if there were none")
