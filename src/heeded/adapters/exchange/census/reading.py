"""Opening a census return and reading it child by child."""

from collections.abc import Iterator
from datetime import date
from os import PathLike
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

from heeded.adapters.exchange.census import reasons
from heeded.adapters.exchange.census.child import read_child
from heeded.adapters.exchange.census.groups import note_extras, note_unknown
from heeded.adapters.exchange.census.header import read_header, settle_occasion
from heeded.adapters.exchange.census.records import CensusChild, CensusHeader
from heeded.adapters.exchange.census.scribe import Scribe
from heeded.adapters.exchange.census.seen import Seen
from heeded.adapters.exchange.ledger import Ledger
from heeded.adapters.exchange.opening import open_file
from heeded.adapters.exchange.unreadable import UnreadableFile
from heeded.adapters.exchange.xml import Element, Stream, Wanted

WRAPPERS = frozenset({"Message", "Children"})
WANTED = Wanted("a children-in-need census", roots=WRAPPERS, wrappers=WRAPPERS)


def open_census(
    source: str | PathLike[str] | BinaryIO, ledger: Ledger, *, as_of: date | None = None, name: str = ""
) -> "CensusReading":
    """Open a census return, given as a path or as an open binary file, and read its header.

    What is amiss goes to the ledger. `as_of` is the day up to which the return tells, and goes
    before its own reference date; `name` is what an open file is called. Close the reading, or use
    it in a `with`. UnreadableFile if it is no census, cannot be read up to the end of its first
    child, or gives no reference date and neither does `as_of`.
    """
    if isinstance(source, str | PathLike):
        return CensusReading(open_file(source), name or Path(source).name, ledger, as_of)
    return CensusReading(source, name or str(getattr(source, "name", "census")), ledger, as_of)


class CensusReading:
    """A return that is being read. Iterate once for its children, in the order of the file.

    `header` is empty where the return has none. `children_met` counts the children met so far, with
    those that went to the ledger; `broke_off` is the fault, once a file has ended early or been
    damaged after at least one complete child: what came before has been handed over, and the
    ledger says where it ended.
    """

    header: CensusHeader
    reference_date: date
    layout_year: int

    def __init__(self, file: BinaryIO, name: str, ledger: Ledger, as_of: date | None) -> None:
        self.header = CensusHeader()
        self.children_met = 0
        self.broke_off: UnreadableFile | None = None
        self._file = file
        self._scribe = Scribe(ledger, name)
        self._stream = Stream(file, name, WANTED)
        self._elements = iter(self._stream)
        self._seen = Seen()
        try:
            self._first = self._read_to_first_child()
            occasion = settle_occasion(self.header, as_of, self._scribe)
        except BaseException:
            self.close()
            raise
        self.reference_date = occasion.reference_date
        self.layout_year = self._scribe.year = occasion.layout_year

    @property
    def bytes_read(self) -> int:
        """How much of the file has been read, for showing progress."""
        return self._stream.bytes_read

    def __iter__(self) -> Iterator[CensusChild]:
        for element in self._children():
            self.children_met += 1
            self._scribe.record = self.children_met
            self._scribe.identity = _identity(element)
            child = self._read(element)
            self._scribe.record, self._scribe.identity = None, ""
            if child:
                yield child
        if not self.children_met:
            self._scribe.write(reasons.NO_CHILDREN, None, "Children", "children")

    def close(self) -> None:
        """Close the file and forget the identifiers that were met."""
        self._seen.close()
        self._file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _read_to_first_child(self) -> Element | None:
        """Read what stands before the children; the first child's element, or None if there is none."""
        met_header = False
        for element in self._elements:
            if element.name == "Child":
                break
            if element.name == "Header" and not met_header:
                self.header = read_header(element, self._scribe)
                met_header = True
            else:
                self._note(element)
        else:
            element = None
        if not met_header:
            self._scribe.write(reasons.NO_HEADER, None, "Header", "header")
        return element

    def _children(self) -> Iterator[Element]:
        """The elements of the children, up to the end of the file or the place where it breaks off."""
        if self._first:
            yield self._first
            self._first = None
        try:
            for element in self._elements:
                if element.name == "Child":
                    yield element
                else:
                    self._note(element)
        except UnreadableFile as fault:
            self.broke_off = fault
            value = f"{self.children_met} children were read before it"
            self._scribe.write(reasons.BROKEN_OFF, self._stream.line, "", fault.what, value)

    def _read(self, element: Element) -> CensusChild | None:
        """The child of an element."""
        if element.cut:
            self._scribe.note(reasons.TOO_LARGE, element, "a child", "")
            return None
        return read_child(element, self.reference_date, self._scribe, self._seen)

    def _note(self, element: Element) -> None:
        """Note what stands outside header and children."""
        if not element.name:
            self._scribe.note(reasons.STRAY_TEXT, element, "text")
        elif element.name == "Header":
            reason = reasons.LATE_HEADER if self.children_met else reasons.REPEATED
            self._scribe.note(reason, element, "header", "")
        elif element.name in WRAPPERS:
            self._note_wrapper(element)
        elif element.cut:
            self._scribe.note(reasons.TOO_LARGE, element, "an element", "")
        else:
            note_unknown(element, self._scribe)

    def _note_wrapper(self, element: Element) -> None:
        """Note what is unusual about the elements around header and children."""
        note_extras(element, self._scribe)
        if self._stream.root is element and element.name != "Message":
            self._scribe.note(reasons.UNUSUAL_ROOT, element, "the outermost element", element.name)
        foreign = [text for name, text in element.attributes.items() if name.startswith("xmlns")]
        if any("XMLSchema" not in text for text in foreign):
            self._scribe.note(reasons.NAMESPACE, element, "a namespace", " ".join(foreign))


def _identity(child: Element) -> str:
    """What to call a child in the ledger: its identifier, or else its UPN."""
    named = child.find("ChildIdentifiers", "LAchildID") or child.find("ChildIdentifiers", "UPN")
    return named.text if named else ""
