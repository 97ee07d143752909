"""What a handbook reads of a record: only that is put into columns."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Wanted:
    """The kinds of event that some rule reads, and what it reads of each.

    `fields` gives for each kind the fields compared with something; `about` the kinds whose
    person matters; `keys` the keys that tie events together; `heard` says whether it matters
    which agency knew when.
    """

    kinds: tuple[str, ...]
    fields: Mapping[str, tuple[str, ...]]
    about: frozenset[str]
    keys: frozenset[str]
    stays: bool
    heard: bool
