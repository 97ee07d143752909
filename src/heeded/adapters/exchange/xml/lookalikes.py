"""Telling a file of another kind by its first bytes, so that the error can name it."""

import codecs

SPREADSHEET = "Export the return as XML from the system that made it"
SIGNATURES: tuple[tuple[bytes, str, str], ...] = (
    (b"PK\x03\x04", "a zip archive or an Excel workbook", SPREADSHEET),
    (b"PK\x05\x06", "an empty zip archive", SPREADSHEET),
    (b"\xd0\xcf\x11\xe0", "an old Excel or Word file", SPREADSHEET),
    (b"\x1f\x8b", "a file compressed with gzip", "Unpack it first"),
    (b"BZh", "a file compressed with bzip2", "Unpack it first"),
    (b"\xfd7zXZ", "a file compressed with xz", "Unpack it first"),
    (b"(\xb5/\xfd", "a file compressed with zstd", "Unpack it first"),
    (b"7z\xbc\xaf", "a 7-zip archive", "Unpack it first"),
    (b"Rar!", "a RAR archive", "Unpack it first"),
    (b"%PDF", "a PDF document", SPREADSHEET),
    (b"PAR1", "a Parquet table", SPREADSHEET),
    (b"SQLite format 3", "an SQLite database", SPREADSHEET),
    (codecs.BOM_UTF32_LE, "text in UTF-32", "Save it as UTF-8"),
    (codecs.BOM_UTF32_BE, "text in UTF-32", "Save it as UTF-8"),
)
UTF16_STARTS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, b"<\x00", b"\x00<")
ROOTS = {
    "html": "a web page",
    "schema": "an XML schema, which describes returns and is not one",
    "workbook": "an Excel workbook saved as XML",
    "package": "a Word document saved as XML",
    "envelope": "a web service's message",
    "error": "a web service's error message",
}


def lookalike(head: bytes) -> tuple[str, str] | None:
    """What a file that cannot be XML looks like by its first bytes, and what to do; None if it may be XML."""
    for signature, looks, remedy in SIGNATURES:
        if head.startswith(signature):
            return f"looks like {looks}", remedy
    return None if head.startswith(UTF16_STARTS) else _text_lookalike(head)


def root_lookalike(root: str) -> str:
    """What a file looks like by the name of its outermost element; empty if it is not one we know."""
    looks = ROOTS.get(root.lower())
    return f"it looks like {looks}" if looks else ""


def _text_lookalike(head: bytes) -> tuple[str, str] | None:
    """What text that cannot be XML looks like, and what to do; None if it may be XML."""
    text = head.removeprefix(codecs.BOM_UTF8).lstrip()
    if not text.strip(b"\0"):
        return _nothing(head), "Export it again"
    if text[:14].lower().startswith((b"<!doctype html", b"<html")):
        return (
            "looks like a web page",
            "Perhaps a sign-in page was saved in place of the return: export it again",
        )
    if text.startswith((b"<", b"\0")):
        return None
    looks = "JSON" if text.startswith((b"{", b"[")) else "plain text or a CSV table"
    return f"looks like {looks}", SPREADSHEET


def _nothing(head: bytes) -> str:
    """In what way a file holds nothing."""
    if not head:
        return "is empty"
    return "holds nothing but NUL bytes, as a damaged disk leaves" if b"\0" in head else "holds only blanks"
