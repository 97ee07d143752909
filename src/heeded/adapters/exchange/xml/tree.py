"""A small XML document read whole, within limits: for messages, where a stream has no use."""

from xml.parsers import expat
from xml.parsers.expat import ErrorString

from heeded.adapters.exchange.unreadable import UnreadableReport
from heeded.adapters.exchange.visible import visible
from heeded.adapters.exchange.xml import faults
from heeded.adapters.exchange.xml.element import Element
from heeded.adapters.exchange.xml.stream import DEEPEST

LARGEST = 10_000_000
"""Bytes that a document may have."""
_ENDED = (expat.errors.XML_ERROR_NO_ELEMENTS, expat.errors.XML_ERROR_UNCLOSED_TOKEN)
MOST_ELEMENTS = 300_000
"""Elements that a document may have."""


class _Builder:
    """Builds elements as the parser meets them; refuses document types, and what lies too deep."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.root: Element | None = None
        self.encoding = ""
        self._open: list[Element] = []
        self._count = 0
        self.parser = expat.ParserCreate()
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text
        self.parser.StartDoctypeDeclHandler = self._refuse_doctype
        self.parser.XmlDeclHandler = self._declared

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._count += 1
        if len(self._open) >= DEEPEST:
            raise self._wrong(f"elements lie more than {DEEPEST} deep inside one another", faults.AGAIN)
        if self._count > MOST_ELEMENTS:
            raise self._wrong(f"there are more than {MOST_ELEMENTS:,} elements", "Send it in several parts")
        element = Element(name.rpartition(":")[2], self.parser.CurrentLineNumber, attributes)
        if self._open:
            self._open[-1].parts.append(element)
        else:
            self.root = element
        self._open.append(element)

    def _end(self, _: str) -> None:
        element = self._open.pop()
        element.text = "".join(text for _, text in element.strays)

    def _text(self, text: str) -> None:
        self._open[-1].strays.append((len(self._open[-1].parts), text))

    def _declared(self, _version: str, encoding: str | None, _standalone: int) -> None:
        self.encoding = encoding or ""

    def _refuse_doctype(self, *_: object) -> None:
        what = "it declares a DOCTYPE, which is refused because it can hide an attack"
        raise self._wrong(what, "Remove the <!DOCTYPE …> declaration")

    def _wrong(self, what: str, remedy: str) -> UnreadableReport:
        return UnreadableReport(what, f"{self.name}, line {self.parser.CurrentLineNumber}", remedy)


def read_tree(data: bytes, name: str, *, largest: int = LARGEST) -> Element:
    """The outermost element of a document, with everything inside it; UnreadableReport says what is wrong.

    In an element with parts, `strays` holds each text with the number of parts before it, and `text`
    all of them joined. Names are given without their prefix.
    """
    if len(data) > largest:
        what = f"it has {len(data):,} bytes, more than the {largest:,} that are read"
        raise UnreadableReport(what, name, "Send it in several parts", too_large=True)
    builder = _Builder(name)
    try:
        builder.parser.Parse(data, True)  # noqa: FBT003 - expat's own form
    except expat.ExpatError as error:
        raise _fault(error, builder, data) from error
    except (LookupError, ValueError) as error:
        what = f"it declares an encoding that cannot be read here: {visible(builder.encoding or str(error))}"
        raise UnreadableReport(what, name, "Save it as UTF-8 and let it declare UTF-8") from error
    if builder.root is None:
        raise UnreadableReport("there is no element in it", name, faults.AGAIN)
    return builder.root


def _fault(error: expat.ExpatError, builder: _Builder, data: bytes) -> UnreadableReport:
    at = builder.parser.ErrorByteIndex
    around = faults.Around(
        builder.name, builder.encoding, error.lineno, error.offset + 1, data[at : at + 4] if at >= 0 else b""
    )
    ended = at >= len(data) or ErrorString(error.code) in _ENDED
    found = faults.early_end(around) if ended else faults.syntax_fault(error, around)
    return UnreadableReport(found.what, found.where, found.remedy)
