"""Files that are no census, are damaged, or mean harm: one clear error, or a line and what came before."""

import os
from datetime import date
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from heeded.adapters.exchange.census import open_census, reasons
from heeded.adapters.exchange.ledger import Ledger
from heeded.adapters.exchange.unreadable import UnreadableFile
from tests.adapters.exchange.census.given import SAMPLES, Read, census, child, header, read

BOMB = "<!DOCTYPE m [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>]>" + census(child())
OUTSIDE = "<!DOCTYPE m [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><Message>&a;</Message>"
TWO = census(child(), child().replace("C1", "C2"))


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "is empty"),
        (b"\xef\xbb\xbf \r\n", "holds only blanks"),
        (b"\0" * 5000, "nothing but NUL bytes"),
        (b"PK\x03\x04[Content_Types].xml", "Excel workbook"),
        (b"\x1f\x8b\x08rest", "compressed with gzip"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "old Excel"),
        (b"%PDF-1.7", "PDF"),
        (b"<!DOCTYPE html><html><body>Sign in</body></html>", "web page"),
        (b"\n<HTML>", "web page"),
        (b"<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'/>", "web page"),
        (b'{"children": []}', "JSON"),
        (b"LAchildID,CINreferralDate\n1,2024-06-03\n", "CSV table"),
        (b"<?xml version='1.0'?><xs:schema xmlns:xs='x'/>", "XML schema"),
        (b"<Pupils><Pupil/></Pupils>", "outermost element is <Pupils>"),
        (b"<message/>", "outermost element is <message>"),
        (BOMB.encode(), "DOCTYPE"),
        (OUTSIDE.encode(), "DOCTYPE"),
        (b"<Message>&nbsp;</Message>", "&nbsp;"),
        (b"<Message>\x00</Message>", "NUL byte"),
        (b"<Message>\x07</Message>", "control character 0x07"),
        (b"<Message><Header></Message>", "closed by another name"),
        (b"<Message/><Message/>", "two files were joined"),
        (b"<Message><Children><Child>a < b</Child>", "written as itself"),
        (b"<Message>" + b"<a>" * 100, "more than 100 deep"),
        (b"<Message><Children>" + b"<Child>" * 99, "more than 100 deep"),
        (b"<Message a='" + b"x" * 700_000 + b"'/>", "larger than 500,000 bytes"),
        (b"<Message><!--" + b"x" * 700_000 + b"--></Message>", "larger than 500,000 bytes"),
        (b"<?xml version='1.0' encoding='utf-9'?><Message/>", "cannot be read here: utf-9"),
        (b"<?xml version='1.0' encoding='rot13'?><Message/>", "cannot be read here: rot13"),
        (b"<?xml version='1.0' encoding='gb2312'?><Message/>", "cannot be read here: gb2312"),
        (b"<?xml version='1.0' encoding='utf-16'?><Message/>", "not in the encoding that it declares"),
        ("<Message/>".encode("utf-32"), "UTF-32"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_in_plain_words(content: bytes, words: str) -> None:
    with pytest.raises(UnreadableFile) as fault:
        read(content)
    assert words in fault.value.what
    assert fault.value.where.startswith("census")
    assert fault.value.remedy
    assert str(fault.value).isprintable()


@pytest.mark.parametrize(("character", "byte"), [("’", "0x92"), ("€", "0x80"), ("é", "0xE9")])
def test_windows_text_declared_as_utf_8_is_named_with_its_place(character: str, byte: str) -> None:
    source = census(child()).replace("<Ethnicity>", f"\n<Ethnicity>St Mary{character}s")
    with pytest.raises(UnreadableFile) as fault:
        read(source.encode("cp1252"))
    assert fault.value.where == "census, line 3, column 19"
    assert f"{byte} is not UTF-8" in fault.value.what
    assert f"windows-1252, where it is {character}" in fault.value.what
    assert "declare" in fault.value.remedy


@pytest.mark.parametrize("encoding", ["windows-1252", "iso-8859-1", "utf-16"])
def test_a_file_in_the_encoding_that_it_declares_is_read(encoding: str) -> None:
    source = census(child()).replace("C1", "Zoé1")
    result = read(f'<?xml version="1.0" encoding="{encoding}"?>{source}'.encode(encoding))
    assert result.child.la_child_id == "Zoé1"


def test_a_byte_order_mark_is_nothing_to_note() -> None:
    assert read(b"\xef\xbb\xbf" + census(child()).encode()).lines == []


@pytest.mark.parametrize(
    ("cut", "words"),
    [
        (TWO.index("</Children>"), "ends early"),
        (TWO.rindex("</Message>") + 3, "ends early"),
        (TWO.index("C2") + 1, "ends early"),
    ],
)
def test_a_file_that_ends_early_keeps_its_complete_children_and_says_so(cut: int, words: str) -> None:
    result = read(TWO[:cut])
    complete = TWO[:cut].count("</Child>")
    assert [one.identity for one in result.children] == ["C1", "C2"][:complete]
    line = result.line(reasons.BROKEN_OFF)
    assert (line.value, line.place.line) == (
        f"{complete} children were read before it",
        TWO[:cut].count("\n") + 1,
    )
    assert result.broke_off is not None
    assert words in result.broke_off.what
    assert words in line.what


def test_a_file_damaged_in_the_middle_keeps_what_came_before() -> None:
    result = read(TWO.replace("C2", "C\x002"))
    assert [one.identity for one in result.children] == ["C1"]
    assert "NUL byte" in result.line(reasons.BROKEN_OFF).what


def test_a_file_cut_before_its_first_child_is_complete_is_refused() -> None:
    for cut in range(TWO.index("</Child>")):
        with pytest.raises(UnreadableFile):
            read(TWO[:cut])


def test_a_child_far_too_large_is_set_aside_and_the_next_is_read() -> None:
    huge = child("<CINdetails>" + "<Note/>" * 100_000 + "</CINdetails>")
    result = read(census(huge, child().replace("C1", "C2")))
    assert [one.identity for one in result.children] == ["C2"]
    assert result.line(reasons.TOO_LARGE).place.identity == "C1"


def test_a_huge_text_is_cut_and_set_aside() -> None:
    result = read(census(child().replace("WBRI", "WBRI" * 1_000_000), child().replace("C1", "C2")))
    assert [one.identity for one in result.children] == ["C2"]
    assert len(result.line(reasons.TOO_LARGE).value) < 100
    result = read(census(child().replace("WBRI", "WBRI" * 10_000)))
    assert result.child.ethnicity is None
    assert result.child.set_aside == {"ethnicity"}
    assert len(result.line(reasons.TOO_LONG).value) == 80


def test_deep_nonsense_inside_a_child_that_is_passed_over_is_refused_too() -> None:
    padding = "<Note/>" * 100_000
    result = read(census(child(), f"<Child>{padding}{'<a>' * 120}"))
    assert result.broke_off is not None
    assert "100 deep" in result.broke_off.what


def test_missing_folders_and_forbidden_files(tmp_path: Path) -> None:
    dangling = tmp_path / "dangling.xml"
    dangling.symlink_to(tmp_path / "nowhere")
    places: list[tuple[str | Path, str]] = [
        (tmp_path, "folder"),
        (tmp_path / "none.xml", "no such file"),
        (dangling, "no such file"),
        (tmp_path / ("x" * 300), "cannot be opened"),
        ("a\0b.xml", "cannot be opened"),
    ]
    for path, words in places:
        with Ledger() as ledger, pytest.raises(UnreadableFile, match=words):
            open_census(path, ledger)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file, so nothing can be forbidden to it")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    path = tmp_path / "census.xml"
    path.write_text(TWO)
    path.chmod(0)
    with Ledger() as ledger, pytest.raises(UnreadableFile, match="may not read"):
        open_census(path, ledger)


def read_or_refuse(content: bytes) -> Read | None:
    """Read spoilt bytes; the one error that may come of it gives None."""
    try:
        return checked(read(content, as_of=date(2028, 3, 31)))
    except UnreadableFile as refused:
        check_refusal(refused)
        return None


def checked(result: Read) -> Read:
    """See that every child met is in hand or in the ledger, and that the ledger is safe to show."""
    aside = [reasons.NO_IDENTITY.text, reasons.TOO_LARGE.text]
    lost = sum(line.reason in aside and line.what == "a child" for line in result.lines)
    assert len(result.children) + lost == result.children_met
    assert all(str(line.place).isprintable() and line.value.isprintable() for line in result.lines)
    return result


def check_refusal(fault: UnreadableFile) -> None:
    """See that a refusal says what, where and what to do, in text that is safe to show."""
    assert fault.what
    assert fault.remedy
    assert fault.where.startswith("census")
    assert str(fault).isprintable()


SMALL = [path.read_bytes() for path in sorted(SAMPLES.glob("CIN*.xml"))] + [
    (SAMPLES / "fake_CIN_data.xml").read_bytes()[:9000]
]
Edit = tuple[str, float, bytes]
EDITS = st.lists(
    st.tuples(
        st.sampled_from(["put", "insert", "delete", "cut", "double"]),
        st.floats(0, 1, exclude_max=True),
        st.one_of(
            st.binary(max_size=8),
            st.sampled_from(
                [b"<", b">", b"</Child>", b"<Child>", b"&", b"]]>", b"<![CDATA[", b"<!--", b"\0", b"\xff"]
            ),
        ),
    ),
    max_size=6,
)


def spoil(content: bytes, edits: list[Edit]) -> bytes:
    """Apply edits to bytes, each at a place given as a share of the length."""
    for act, share, new in edits:
        at = int(share * len(content))
        match act:
            case "put":
                content = content[:at] + new + content[at + len(new) :]
            case "insert":
                content = content[:at] + new + content[at:]
            case "delete":
                content = content[:at] + content[at + 7 :]
            case "double":
                content = content[:at] + content[at : at + 200] + content[at:]
            case _:
                content = content[: max(at, 1)]
    return content


@settings(max_examples=150)
@given(st.sampled_from(SMALL), EDITS)
@example(SMALL[0], [("cut", 0.0, b"")])
def test_spoilt_samples_are_read_or_refused_and_nothing_else(content: bytes, edits: list[Edit]) -> None:
    whole = read_or_refuse(content)
    result = read_or_refuse(spoil(content, edits))
    if not edits and whole:
        assert result is not None
        assert (result.children, result.lines) == (whole.children, whole.lines)


@settings(max_examples=60)
@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused_and_nothing_else(content: bytes) -> None:
    read_or_refuse(content)
    read_or_refuse(f"<Message>{header()}<Children>".encode() + content + b"</Children></Message>")
