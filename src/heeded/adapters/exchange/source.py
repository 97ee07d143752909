"""What somebody gives for an audit, opened as what it is: a census return, an event table, a dataset."""

import codecs
from pathlib import Path

from heeded.adapters.exchange.census.chronology import CensusSource
from heeded.adapters.exchange.events_table import EventsSource, looks_like_xes
from heeded.adapters.exchange.opening import open_file
from heeded.adapters.exchange.ssd import SsdSource
from heeded.adapters.exchange.unreadable import UnreadableFile
from heeded.casework.ports import Terms

HEAD = 4096
_UTF16 = (codecs.BOM_UTF16_LE + b"<\0", codecs.BOM_UTF16_BE + b"\0<")


def open_source(path: Path, terms: Terms, name: str = "") -> CensusSource | EventsSource | SsdSource:
    """A file, or a folder of tables, as a source of chronologies; close it when done.

    UnreadableFile says what is wrong with it, where, and what to do. ValueError where the terms name
    what is no kind of event.
    """
    if path.is_dir():
        return SsdSource(path, terms, name)
    if looks_like_xml(path) and not looks_like_xes(path):
        return CensusSource(path, terms, name)
    return EventsSource(path, terms, name)


def looks_like_xml(path: Path) -> bool:
    """Whether a file begins as XML does, or is called so."""
    with open_file(path) as file:
        try:
            head = file.read(HEAD)
        except OSError as error:
            what = f"reading stopped: {error.strerror or error}"
            raise UnreadableFile(what, path.name, "Copy the file to a sound disk and try again") from error
    text = head.removeprefix(codecs.BOM_UTF8).lstrip()
    return text.startswith(b"<") or head.startswith(_UTF16) or path.suffix.lower() == ".xml"
