"""XML as a stream: what is handed over, with its lines, whatever the pieces in which it arrives."""

import io
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heeded.adapters.exchange.unreadable import UnreadableFile
from heeded.adapters.exchange.xml import Element, Stream, Wanted
from heeded.adapters.exchange.xml.stream import DEEPEST, LARGEST, LONGEST_TEXT

WANTED = Wanted("a list of ships", roots=frozenset({"Fleet"}), wrappers=frozenset({"Fleet", "Ships"}))
FLEET = """<?xml version="1.0"?>
<Fleet by="hand">
  <Port>Hull &amp; Goole</Port>
  <Ships>in port
    <Ship><Name>Ann<!-- x --></Name> odd <Sail/><Ships>2</Ships></Ship>
    <s:Ship><s:Name><![CDATA[<B>]]></s:Name></s:Ship>
  </Ships>
</Fleet>
"""


class Drip(io.BytesIO):
    """A file that gives only a few bytes at a time."""

    def __init__(self, content: bytes, most: int) -> None:
        super().__init__(content)
        self._most = most

    def read(self, size: int | None = -1, /) -> bytes:
        """At most the few bytes."""
        return super().read(self._most if size is None or size < 0 else min(size, self._most))


def told(element: Element) -> tuple[object, ...]:
    """An element and all inside it, to compare."""
    parts = tuple(told(part) for part in element.parts)
    return (
        element.name,
        element.line,
        element.text,
        element.strays,
        element.cut,
        dict(element.attributes),
        parts,
    )


def stream(content: str | bytes, most: int = 10**9) -> Iterator[Element]:
    encoded = content.encode() if isinstance(content, str) else content
    return iter(Stream(Drip(encoded, most), "fleet.xml", WANTED))


def test_what_lies_in_wrappers_is_handed_over_one_by_one_with_its_line() -> None:
    fleet, port, ships, words, ann, other = stream(FLEET)
    assert (fleet.name, fleet.line, fleet.attributes) == ("Fleet", 2, {"by": "hand"})
    assert (port.name, port.line, port.text) == ("Port", 3, "Hull & Goole")
    assert (ships.name, ships.line, ships.parts) == ("Ships", 4, [])
    assert (words.name, words.text) == ("", "in port")
    assert [(part.name, part.text) for part in ann.parts] == [("Name", "Ann"), ("Sail", ""), ("Ships", "2")]
    assert ann.strays == [(5, "odd")]
    assert (other.name, other.line, other.parts[0].name, other.parts[0].text) == ("Ship", 6, "Name", "<B>")


@pytest.mark.parametrize("most", [1, 2, 7, 100])
def test_the_pieces_in_which_a_file_arrives_do_not_matter(most: int) -> None:
    assert [told(one) for one in stream(FLEET, most)] == [told(one) for one in stream(FLEET)]
    marked = b"\xef\xbb\xbf" + FLEET.replace('<?xml version="1.0"?>\n', "\n").encode()
    assert [told(one) for one in stream(marked, most)] == [told(one) for one in stream(FLEET)]


@given(st.integers(0, len(FLEET)), st.integers(1, 40))
def test_a_file_cut_anywhere_breaks_off_at_the_same_place_in_whatever_pieces(cut: int, most: int) -> None:
    outcomes = []
    for size in (most, 10**9):
        met: list[object] = []
        try:
            met.extend(told(one) for one in stream(FLEET[:cut], size))
        except UnreadableFile as fault:
            met.append(str(fault))
        outcomes.append(met)
    assert outcomes[0] == outcomes[1]
    assert isinstance(outcomes[0][-1], str) == (cut < len(FLEET) - 1)


def test_lines_are_right_beyond_where_small_counters_end() -> None:
    *_, ship = stream("<Fleet>" + "\n" * 100_000 + "<Ship/></Fleet>")
    assert ship.line == 100_001


def test_as_deep_as_allowed_is_read_and_one_deeper_is_not() -> None:
    inside = DEEPEST - 1
    *_, ship = stream("<Fleet>" + "<a>" * inside + "</a>" * inside + "</Fleet>")
    assert ship.name == "a"
    with pytest.raises(UnreadableFile, match="100 deep"):
        list(stream("<Fleet>" + "<a>" * DEEPEST + "</a>" * DEEPEST + "</Fleet>"))


def test_as_long_as_allowed_is_read_whole_and_one_longer_is_cut() -> None:
    *_, ship = stream(f"<Fleet><Ship>{'x' * LONGEST_TEXT}</Ship></Fleet>")
    assert (len(ship.text), ship.cut) == (LONGEST_TEXT, False)
    *_, ship = stream(f"<Fleet><Ship>{'x' * (LONGEST_TEXT + 1)}</Ship></Fleet>")
    assert (len(ship.text), ship.cut) == (LONGEST_TEXT, True)


def test_what_is_passed_over_ends_where_it_ends() -> None:
    padding = "<Rope/>" * (LARGEST // 5)
    ann = f"<Ship><Name>Ann</Name>{padding}<Deck><Rope/></Deck>text</Ship>"
    fleet = f"<Fleet>{ann}after<Ship><Name>Bee</Name></Ship></Fleet>"
    for most in (10**9, 9973):
        _, first, after, bee = stream(fleet, most)
        assert (first.cut, first.parts[0].text) == (True, "Ann")
        assert (after.name, after.text) == ("", "after")
        assert (bee.cut, bee.parts[0].text) == (False, "Bee")


def test_a_disk_that_fails_is_named() -> None:
    class Failing(io.BytesIO):
        def read(self, _: int | None = -1, /) -> bytes:
            raise OSError(5, "Input/output error")

    with pytest.raises(UnreadableFile, match="Input/output error"):
        list(Stream(Failing(), "fleet.xml", WANTED))
