"""What kind of XML file a reader wants, and how its outer elements are called."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Wanted:
    """A kind of file, in words for an error, its possible root elements and its wrappers.

    A wrapper is an element so large that it is never held as a whole: what is directly inside a
    wrapper is handed over one by one. Roots are wrappers too.
    """

    kind: str
    roots: frozenset[str]
    wrappers: frozenset[str]
