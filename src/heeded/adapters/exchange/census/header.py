"""The return as a whole: its header, the day up to which it tells, and the year of its layout."""

from dataclasses import dataclass
from datetime import date

from heeded.adapters.exchange.census import reasons
from heeded.adapters.exchange.census.groups import read_group
from heeded.adapters.exchange.census.layout import HEADER, LAYOUT_YEARS
from heeded.adapters.exchange.census.records import CensusHeader
from heeded.adapters.exchange.census.scribe import Bounds, Scribe
from heeded.adapters.exchange.unreadable import UnreadableFile
from heeded.adapters.exchange.visible import visible
from heeded.adapters.exchange.xml import Element

COLLECTION = "CIN"
END_OF_YEAR = (3, 31)


@dataclass(frozen=True, slots=True)
class Occasion:
    """Up to which day a return tells, and the year of the layout that it is read by."""

    reference_date: date
    layout_year: int


def read_header(element: Element, scribe: Scribe) -> CensusHeader:
    """The header of a return; UnreadableFile if it says that this is another collection."""
    if element.cut:
        scribe.note(reasons.TOO_LARGE, element, "header", "")
    header: CensusHeader = read_group(element, HEADER, scribe, Bounds(date.max))
    if header.collection and header.collection.upper() != COLLECTION:
        what = f"this is not a children-in-need census: its header says {visible(header.collection)}"
        raise UnreadableFile(what, f"{scribe.file}, line {element.line}", "Give the CIN return")
    return header


def settle_occasion(header: CensusHeader, as_of: date | None, scribe: Scribe) -> Occasion:
    """The occasion of a return, with lines in the ledger for what is odd; `as_of` goes before the header.

    UnreadableFile if neither gives a reference date: without one, nobody can say what was late.
    """
    given = header.reference_date
    reference = as_of or given
    if reference is None:
        what = "the return gives no reference date, so it cannot be said what was still open, or late"
        where = f"{scribe.file}, line {header.line}" if header.line else scribe.file
        raise UnreadableFile(what, where, "Say up to which day it tells with --as-of YYYY-MM-DD")
    _note_reference(header, reference, scribe)
    year = header.year or _ends_in(given or reference)
    if year not in LAYOUT_YEARS:
        scribe.write(reasons.UNKNOWN_YEAR, header.line, "Year", "year of the return", str(year))
    return Occasion(reference, min(max(year, LAYOUT_YEARS[0]), LAYOUT_YEARS[-1]))


def _note_reference(header: CensusHeader, reference: date, scribe: Scribe) -> None:
    """Note what is odd about the reference date and the year."""
    given, line = header.reference_date, header.line
    what = "reference date"
    if given is None:
        scribe.write(reasons.NO_REFERENCE, line, "ReferenceDate", what, f"{reference} was used")
        return
    if given != reference:
        value = f"{given} ({reference} was used)"
        scribe.write(reasons.OTHER_REFERENCE, line, "ReferenceDate", what, value)
    if (given.month, given.day) != END_OF_YEAR:
        scribe.write(reasons.ODD_REFERENCE, line, "ReferenceDate", what, str(given))
    if header.year and header.year != given.year:
        value = f"{header.year} (reference date {given})"
        scribe.write(reasons.OTHER_YEAR, line, "Year", "year of the return", value)


def _ends_in(day: date) -> int:
    """The year in which the census year of a day ends."""
    return day.year + ((day.month, day.day) > END_OF_YEAR)
