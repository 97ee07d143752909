"""An event table's bytes as text: which encoding, and what it is if it is no table."""

import codecs
from typing import BinaryIO

from heeded.adapters.exchange.unreadable import UnreadableFile
from heeded.adapters.exchange.xml.lookalikes import SIGNATURES, SPREADSHEET

CHUNK = 1_000_000
LONGEST_LINE = 1_000_000
"""Bytes without the end of a line that no table has."""
AS_CSV = "Open it in the spreadsheet and save it as “CSV UTF-8 (comma delimited)”"
AGAIN = "Save or export it again as “CSV UTF-8”"
WINDOWS = "cp1252"
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def encoding_of(file: BinaryIO, name: str) -> str:
    """The encoding of a table, found by reading all of it once; the file is left at its start.

    UTF-8 with or without a mark, UTF-16 with one, or else Windows-1252. UnreadableFile, with place
    and remedy, for what is no text or no table.
    """
    head = _piece(file, name)
    _refuse_lookalike(head, name)
    if head.startswith(_UTF16):
        file.seek(0)
        return "utf-16"
    found = _Scan(name)
    while head:
        found.take(head)
        head = _piece(file, name)
    found.finish()
    file.seek(0)
    return found.encoding


class _Scan:
    """Looks through a file's bytes for what no table holds, and for what is not UTF-8."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._decoder = codecs.getincrementaldecoder("utf-8")()
        self._lines = 1
        self._since_line = 0
        self._not_windows: UnreadableFile | None = None
        self.encoding = "utf-8-sig"

    def take(self, piece: bytes) -> None:
        """Look through the next piece."""
        if (at := piece.find(0)) >= 0:
            raise self._fault("a NUL byte, which no text holds", piece[:at])
        longest = max(map(len, piece.split(b"\n")))
        if longest > LONGEST_LINE or self._since_line + len(piece.partition(b"\n")[0]) > LONGEST_LINE:
            raise self._fault(f"a line of more than {LONGEST_LINE:,} bytes", b"")
        if self.encoding != WINDOWS:
            self._decode(piece, final=False)
        self._check_windows(piece)
        self._refuse_neither()
        self._lines += piece.count(b"\n")
        self._since_line = (
            len(piece) - piece.rfind(b"\n") - 1 + (self._since_line if b"\n" not in piece else 0)
        )

    def finish(self) -> None:
        """Look whether the last character is whole."""
        if self.encoding != WINDOWS:
            self._decode(b"", final=True)
        self._refuse_neither()

    def _decode(self, piece: bytes, *, final: bool) -> None:
        try:
            self._decoder.decode(piece, final)
        except UnicodeDecodeError:
            self.encoding = WINDOWS

    def _check_windows(self, piece: bytes) -> None:
        """Note the first byte that Windows-1252 has no character for."""
        try:
            piece.decode(WINDOWS)
        except UnicodeDecodeError as wrong:
            what = f"the byte 0x{piece[wrong.start]:02X}, which is neither UTF-8 nor Windows-1252"
            self._not_windows = self._not_windows or self._fault(what, piece[: wrong.start])

    def _refuse_neither(self) -> None:
        if self.encoding == WINDOWS and self._not_windows:
            raise self._not_windows

    def _fault(self, what: str, before: bytes) -> UnreadableFile:
        line = self._lines + before.count(b"\n")
        return UnreadableFile(
            f"this is not a table of text: it holds {what}", f"{self._name}, line {line}", AGAIN
        )


def _piece(file: BinaryIO, name: str) -> bytes:
    try:
        return file.read(CHUNK)
    except OSError as error:
        what = f"reading stopped: {error.strerror or error}"
        raise UnreadableFile(what, name, "Copy the file to a sound disk and try again") from error


def _refuse_lookalike(head: bytes, name: str) -> None:
    """Refuse what is no table by its first bytes, saying what it is."""
    for signature, looks, remedy in SIGNATURES:
        if head.startswith(signature):
            means = AS_CSV if remedy == SPREADSHEET else remedy
            raise UnreadableFile(f"this is not an event table: it looks like {looks}", name, means)
    text = head.removeprefix(codecs.BOM_UTF8).lstrip()
    if not text:
        raise UnreadableFile("the file is empty" if not head else "the file holds only blanks", name, AGAIN)
    if text.startswith((b"{", b"[")):
        raise UnreadableFile("this is not an event table: it looks like JSON", name, AS_CSV)
