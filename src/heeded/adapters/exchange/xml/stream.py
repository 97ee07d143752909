"""A stranger's XML file as a stream of elements, in memory that does not grow with the file.

Entities and document types are refused, and depth, tags, texts and elements have limits.
"""

from collections.abc import Iterator
from typing import BinaryIO
from xml.parsers import expat

from heeded.adapters.exchange.unreadable import UnreadableFile
from heeded.adapters.exchange.visible import visible
from heeded.adapters.exchange.xml import faults
from heeded.adapters.exchange.xml.element import NO_ATTRIBUTES, Element
from heeded.adapters.exchange.xml.lookalikes import lookalike, root_lookalike
from heeded.adapters.exchange.xml.wanted import Wanted

CHUNK = 65_536
ENOUGH_TO_TELL = 64
"""Bytes at the beginning by which a file of another kind is told."""
DEEPEST = 100
"""How many elements may lie one inside another."""
LARGEST = 500_000
"""Bytes that one element inside a wrapper, or one tag or comment, may take; looked at once a chunk."""
LONGEST_TEXT = 10_000
"""Characters that one text may have; what comes after is cut."""


class Stream:
    """Hands over, one by one, the elements that lie directly in a file's wrappers.

    Each wrapper is announced by an element with its name, attributes and no parts, and text between
    the elements of a wrapper by an element with an empty name. Iterate once. Raises UnreadableFile
    for a file that is not of the kind wanted, breaks off, is not well formed, or goes beyond the
    limits; whatever was complete before that place has been handed over by then.
    """

    def __init__(self, source: BinaryIO, file: str, wanted: Wanted) -> None:
        self.file = file
        self.bytes_read = 0
        self.root: Element | None = None
        self._source = source
        self._wanted = wanted
        self._encoding = ""
        self._recent = b""
        self._ready: list[Element] = []
        self._open: list[Element] = []
        self._wrappers = 0
        self._texts: list[str] = []
        self._began = 0
        self._depth = 0
        self._parser = expat.ParserCreate()
        self._listen()

    @property
    def line(self) -> int:
        """The line that has been reached."""
        return max(self._parser.CurrentLineNumber, self._parser.ErrorLineNumber)

    def __iter__(self) -> Iterator[Element]:
        for chunk in self._chunks():
            fault = self._feed(chunk)
            yield from self._ready
            self._ready.clear()
            if fault:
                raise fault

    def _listen(self) -> None:
        """Have the parser tell this stream what it meets."""
        parser = self._parser
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._texts.append
        parser.StartDoctypeDeclHandler = self._refuse_doctype
        parser.XmlDeclHandler = self._declared

    def _chunks(self) -> Iterator[bytes]:
        """The file's bytes piece by piece, and an empty piece at its end."""
        chunk = self._read()
        while len(chunk) < ENOUGH_TO_TELL and (more := self._read()):
            chunk += more
        if other := lookalike(chunk):
            looks, remedy = other
            raise UnreadableFile(f"this is not {self._wanted.kind}: it {looks}", self.file, remedy)
        while chunk:
            yield chunk
            chunk = self._read()
        yield b""

    def _read(self) -> bytes:
        """The next piece of the file."""
        try:
            return self._source.read(CHUNK)
        except OSError as error:
            what = f"reading stopped: {error.strerror or error}"
            raise UnreadableFile(what, self.file, "Copy the file to a sound disk and try again") from error

    def _feed(self, chunk: bytes) -> UnreadableFile | None:
        """Give a piece to the parser, and the fault back if that is where the reading ends."""
        self._recent = self._recent[-CHUNK:] + chunk
        self.bytes_read += len(chunk)
        try:
            self._parser.Parse(chunk, not chunk)
        except UnreadableFile as fault:
            return fault
        except expat.ExpatError as error:
            return faults.syntax_fault(error, self._around()) if chunk else faults.early_end(self._around())
        except (LookupError, ValueError) as error:
            return faults.encoding_fault(error, self._around())
        return self._keep_limits()

    def _around(self) -> faults.Around:
        """Where the parser stands."""
        parser = self._parser
        at = parser.ErrorByteIndex - (self.bytes_read - len(self._recent))
        near = self._recent[at : at + 4] if at >= 0 else b""
        column = parser.ErrorColumnNumber + 1
        return faults.Around(self.file, self._encoding, parser.ErrorLineNumber, column, near)

    def _keep_limits(self) -> UnreadableFile | None:
        """Cut a text or an element that has grown too large; a fault for a tag that has."""
        here = self._parser.CurrentByteIndex
        if self.bytes_read - here > LARGEST:
            what = f"one tag, comment or declaration is larger than {LARGEST:,} bytes"
            return UnreadableFile(what, f"{self.file}, line {self.line}", faults.AGAIN)
        if sum(map(len, self._texts)) > LONGEST_TEXT:
            self._texts[:] = ["".join(self._texts)[: LONGEST_TEXT + 1]]
        if len(self._open) > self._wrappers and here - self._began > LARGEST and not self._depth:
            self._skip()
        return None

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        opened = self._open
        if self._texts:
            self._stray(opened[-1], in_wrapper=len(opened) == self._wrappers)
        if ":" in name:
            name = name.rpartition(":")[2]
        element = Element(name, self._parser.CurrentLineNumber, attributes or NO_ATTRIBUTES)
        if len(opened) > self._wrappers:
            opened[-1].parts.append(element)
        else:
            self._start_in_wrapper(element)
        opened.append(element)
        if len(opened) > DEEPEST:
            self._refuse_depth()

    def _start_in_wrapper(self, element: Element) -> None:
        """An element begins that is the root, or lies directly in a wrapper."""
        if not self._open:
            self._check_root(element)
            self.root = element
        if not self._open or element.name in self._wanted.wrappers:
            self._wrappers += 1
            self._ready.append(element)
        else:
            self._began = self._parser.CurrentByteIndex

    def _end(self, _: str) -> None:
        """An element ends."""
        opened = self._open
        element = opened.pop()
        if self._texts:
            wrapper = len(opened) < self._wrappers
            if element.parts or wrapper:
                self._stray(element, in_wrapper=wrapper)
            else:
                self._take_text(element)
        if len(opened) == self._wrappers:
            self._ready.append(element)
        elif len(opened) < self._wrappers:
            self._wrappers -= 1

    def _take_text(self, element: Element) -> None:
        """Give an element without parts the text that was met."""
        text = "".join(self._texts)
        self._texts.clear()
        if len(text) > LONGEST_TEXT:
            text, element.cut = text[:LONGEST_TEXT], True
        element.text = text.strip()

    def _stray(self, element: Element, *, in_wrapper: bool) -> None:
        """Keep text that stands between elements, if it is more than blanks."""
        text = "".join(self._texts)[:LONGEST_TEXT]
        self._texts.clear()
        if text.isspace():
            return
        line = self._parser.CurrentLineNumber
        if in_wrapper:
            between = Element("", line)
            between.text = text.strip()
            self._ready.append(between)
        else:
            element.strays.append((line, text.strip()))

    def _skip(self) -> None:
        """Pass over the rest of an element that is too large, counting depth alone."""
        self._depth = len(self._open)
        self._texts.clear()
        self._parser.CharacterDataHandler = None
        self._parser.StartElementHandler = self._skip_start
        self._parser.EndElementHandler = self._skip_end

    def _skip_start(self, _: str, __: dict[str, str]) -> None:
        """An element begins inside one that is passed over."""
        self._depth += 1
        if self._depth > DEEPEST:
            self._refuse_depth()

    def _skip_end(self, _: str) -> None:
        """An element ends inside one that is passed over, or is that one."""
        self._depth -= 1
        if self._depth == self._wrappers:
            element = self._open[self._wrappers]
            element.cut = True
            del self._open[self._wrappers :]
            self._ready.append(element)
            self._depth = 0
            self._listen()

    def _declared(self, _version: str, encoding: str | None, _standalone: int) -> None:
        """The file declares its encoding."""
        self._encoding = encoding or ""

    def _check_root(self, root: Element) -> None:
        """Refuse a file whose outermost element is not one that we want."""
        if root.name in self._wanted.roots:
            return
        wanted = " or ".join(f"<{name}>" for name in sorted(self._wanted.roots))
        looks = root_lookalike(root.name) or f"its outermost element is <{visible(root.name)}>, not {wanted}"
        what = f"this is not {self._wanted.kind}: {looks}"
        raise UnreadableFile(what, f"{self.file}, line {root.line}", "Give the file of the return itself")

    def _refuse_doctype(self, *_: object) -> None:
        """Refuse a document type declaration: it can define entities, and no return needs one."""
        what = "it declares a DOCTYPE, which is refused because it can hide an attack"
        raise UnreadableFile(what, f"{self.file}, line {self.line}", "Remove the <!DOCTYPE …> declaration")

    def _refuse_depth(self) -> None:
        """Refuse elements that lie too deep inside one another."""
        what = f"elements lie more than {DEEPEST} deep inside one another, which no return does"
        raise UnreadableFile(what, f"{self.file}, line {self.line}", faults.AGAIN)
