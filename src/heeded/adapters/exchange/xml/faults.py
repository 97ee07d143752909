"""Turning a parser's errors into what is wrong, where, and what to do."""

from dataclasses import dataclass
from xml.parsers.expat import ErrorString, ExpatError, errors

from heeded.adapters.exchange.unreadable import UnreadableFile
from heeded.adapters.exchange.visible import visible

AGAIN = (
    "Export the file again; if it is the same again, show this to whoever supplies the system that made it"
)
SPACE = 0x20
ASCII = 0x80


@dataclass(frozen=True, slots=True)
class Around:
    """Where an error was met: the file, the encoding that it declares, the bytes at the place."""

    file: str
    encoding: str
    line: int
    column: int
    at: bytes


WORDS: dict[str, tuple[str, str]] = {
    errors.XML_ERROR_TAG_MISMATCH: ("an element is closed by another name than it was opened by", AGAIN),
    errors.XML_ERROR_DUPLICATE_ATTRIBUTE: ("an element gives the same attribute twice", AGAIN),
    errors.XML_ERROR_JUNK_AFTER_DOC_ELEMENT: (
        "something follows the end of the outermost element, as when two files were joined into one",
        "Give each file by itself",
    ),
    errors.XML_ERROR_UNDEFINED_ENTITY: (
        "a name between & and ; that XML does not know, such as &nbsp;",
        "Write the character itself",
    ),
    errors.XML_ERROR_BAD_CHAR_REF: ("a reference to a character that XML does not allow", AGAIN),
    errors.XML_ERROR_MISPLACED_XML_PI: (
        "something stands before the XML declaration, or it comes a second time",
        "Let the file begin with <?xml, or give each file by itself",
    ),
    errors.XML_ERROR_INCORRECT_ENCODING: (
        "the file is not in the encoding that it declares",
        "Save it as UTF-8 and let it declare UTF-8",
    ),
}


def syntax_fault(error: ExpatError, around: Around) -> UnreadableFile:
    """The fault for XML that is not well formed; names the encoding where that is what is wrong."""
    message = ErrorString(error.code)
    if message == errors.XML_ERROR_INVALID_TOKEN and around.at:
        what, remedy = _bytes_fault(around)
    else:
        what, remedy = WORDS.get(message, (f"it is not well-formed XML ({message})", AGAIN))
    return UnreadableFile(what, f"{around.file}, line {around.line}, column {around.column}", remedy)


def encoding_fault(error: Exception, around: Around) -> UnreadableFile:
    """The fault for a declared encoding that we cannot read."""
    named = visible(around.encoding) or str(error)
    what = f"it declares an encoding that cannot be read here: {named}"
    return UnreadableFile(what, around.file, "Save it as UTF-8 and let it declare UTF-8")


def early_end(around: Around) -> UnreadableFile:
    """The fault for a file that stops before its outermost element is closed."""
    what = "the file ends early: elements are still open, so part of it is missing"
    remedy = "Copy or export it again, and compare the sizes"
    return UnreadableFile(what, f"{around.file}, line {around.line}", remedy)


def _bytes_fault(around: Around) -> tuple[str, str]:
    """Say what is wrong with the bytes that the parser could not take."""
    first = around.at[0]
    if first == 0:
        return "a NUL byte, which no XML file may hold", AGAIN
    if first >= ASCII and around.encoding.lower() in ("", "utf-8", "utf8"):
        declares = "declares UTF-8" if around.encoding else "declares no encoding, which means UTF-8"
        return (
            f"the byte 0x{first:02X} is not UTF-8, though the file {declares}{_likely(first)}",
            'Save it as UTF-8, or let its first line declare what it is: <?xml version="1.0" encoding="…"?>',
        )
    if first < SPACE:
        return f"the control character 0x{first:02X}, which no XML file may hold", AGAIN
    return (
        "it is not well-formed XML, as when a < or & is written as itself in a text, or a tag is damaged",
        "Write &lt; for < and &amp; for & in texts, and mend the tag",
    )


def _likely(byte: int) -> str:
    """What a byte means in the encoding of Western Windows, the usual culprit; empty if nothing."""
    try:
        character = bytes([byte]).decode("cp1252")
    except UnicodeDecodeError:
        return ""
    return f"; it looks like windows-1252, where it is {visible(character)}"
