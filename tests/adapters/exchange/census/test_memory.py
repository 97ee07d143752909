"""Memory does not grow with the return, nor with what a hostile one repeats without end."""

import io
import tracemalloc
from collections.abc import Iterator

import pytest

from heeded.adapters.exchange.census import open_census
from heeded.adapters.exchange.ledger import Ledger
from heeded.adapters.exchange.unreadable import UnreadableFile
from tests.adapters.exchange.census.given import child, header

HEAD = f"<Message>{header()}<Children>"
MEGABYTE = 1_000_000


class Endless(io.RawIOBase):
    """A file that is made while it is read, and is never in memory as a whole."""

    def __init__(self, pieces: Iterator[str]) -> None:
        self._pieces = pieces
        self._rest = b""
        self.name = "endless.xml"

    def readable(self) -> bool:
        """Whether it can be read: always."""
        return True

    def readinto(self, buffer: "bytearray | memoryview") -> int:  # type: ignore[override]
        """Fill a buffer with the next bytes."""
        while not self._rest:
            piece = next(self._pieces, None)
            if piece is None:
                return 0
            self._rest = piece.encode()
        count = min(len(buffer), len(self._rest))
        buffer[:count], self._rest = self._rest[:count], self._rest[count:]
        return count


def children(count: int, spoilt: str = "") -> Iterator[str]:
    """A return of so many children, each spoilt in the same way."""
    yield HEAD
    for number in range(count):
        yield child().replace("C1", f"C{number}").replace("WBRI", spoilt or "WBRI") + "\n"
    yield "</Children></Message>"


def peak(pieces: Iterator[str]) -> tuple[int, int]:
    """The most memory that reading took, in bytes, and how many children were met."""
    tracemalloc.start()
    try:
        with Ledger(kept_in_memory=100_000) as ledger:
            source = io.BufferedReader(Endless(pieces))
            with open_census(source, ledger) as census:
                for _ in census:
                    pass
                return tracemalloc.get_traced_memory()[1], census.children_met
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("spoilt", ["", "XXXX"])
def test_ten_times_the_children_take_no_more_memory(spoilt: str) -> None:
    few, met_few = peak(children(500, spoilt))
    many, met_many = peak(children(5000, spoilt))
    assert (met_few, met_many) == (500, 5000)
    assert many < few + MEGABYTE // 4, "1.6 MB more of census"
    assert few < 3 * MEGABYTE


@pytest.mark.parametrize(
    "again", ["<Note>x</Note>", "<Assessments/>", "text ", "<!-- x -->", "<![CDATA[x]]>"]
)
def test_a_child_without_end_takes_bounded_memory(again: str) -> None:
    def pieces() -> Iterator[str]:
        yield f"{HEAD}{child()}<Child>"
        for _ in range(300):
            yield again * (20_000 // len(again))
        yield "</Child></Children></Message>"

    most, met = peak(pieces())
    assert met == 2
    assert most < 40 * MEGABYTE, "6 MB of one child may not be held whole, whatever it is made of"


@pytest.mark.parametrize(
    ("before", "again"), [("<Message a='", "x"), ("<Message><!-- ", "x"), ("<Message><", "x")]
)
def test_a_tag_without_end_is_refused_before_it_fills_the_memory(before: str, again: str) -> None:
    def pieces() -> Iterator[str]:
        yield before
        while True:
            yield again * 50_000

    with pytest.raises(UnreadableFile, match="larger than"):
        peak(pieces())


@pytest.mark.parametrize(("again", "times"), [("<Note>x</Note>", 30), ("text\n", 1500)])
def test_what_stands_outside_the_children_without_end_takes_bounded_memory(again: str, times: int) -> None:
    def pieces() -> Iterator[str]:
        yield f"<Message>{header()}"
        for _ in range(times):
            yield again * 1000
        yield f"<Children>{child()}</Children></Message>"

    most, met = peak(pieces())
    assert met == 1
    assert most < 3 * MEGABYTE
