"""The ports: what casework asks of the outside world, and no more."""

from heeded.casework.ports.duties import Owed, owed_key
from heeded.casework.ports.files import Audited, Families, FindingsFile, Line, Refusals, Terms
from heeded.casework.ports.notices import Notice
from heeded.casework.ports.record import Author, Held, Kept, Nobody, Place, Record, Writing

__all__ = [
    "Audited",
    "Author",
    "Families",
    "FindingsFile",
    "Held",
    "Kept",
    "Line",
    "Nobody",
    "Notice",
    "Owed",
    "Place",
    "Record",
    "Refusals",
    "Terms",
    "Writing",
    "owed_key",
]
