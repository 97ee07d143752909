"""An erasure as a leaf of its own: which leaves' content was destroyed, on what ground, and by whom."""

from __future__ import annotations

from dataclasses import dataclass

from heeded.core.log.canonical import canonical
from heeded.core.log.strict import read_object, typed

VERSION = "heeded-erasure/1"
_END = f'"version":"{VERSION}"}}'.encode()
_FIELDS = ("at", "by", "ground", "leaves", "version")


@dataclass(frozen=True, slots=True, kw_only=True)
class Erasure:
    """That the content and salts of some leaves were destroyed: their hashes stay, and tell nothing.

    `leaves` are their places in the log, in order; `ground` the rule of retention or the court's
    order; `by` who carried it out; `at` when (seconds UTC). It names nobody whom the entries were
    about. It is sealed like an entry, so that nobody can pass a deletion off as an erasure unseen.
    """

    leaves: tuple[int, ...]
    ground: str
    by: str
    at: int

    def __post_init__(self) -> None:
        if not self.leaves or list(self.leaves) != sorted(set(self.leaves)) or self.leaves[0] < 0:
            raise ValueError("an erasure names one leaf or more, each once, in their order")
        if not (self.ground.strip() and self.by.strip()):
            raise ValueError("an erasure says on what ground, and who carried it out")

    @property
    def content(self) -> bytes:
        """The bytes that its own leaf seals."""
        return canonical(
            {"at": self.at, "by": self.by, "ground": self.ground, "leaves": self.leaves, "version": VERSION}
        )


def is_erasure(content: bytes) -> bool:
    """Whether a leaf's content says that it is an erasure."""
    return content.endswith(_END)


def erasure_of(content: bytes) -> Erasure:
    """The erasure whose content these bytes are; raises ValueError where they are none."""
    told = read_object(content, _FIELDS)
    found = Erasure(
        leaves=tuple(typed(leaf, int, "a leaf") for leaf in typed(told["leaves"], list, "leaves")),
        ground=typed(told["ground"], str, "ground"),
        by=typed(told["by"], str, "by"),
        at=typed(told["at"], int, "at"),
    )
    if found.content != content:
        raise ValueError(f"this is not an erasure as {VERSION} writes it")
    return found
