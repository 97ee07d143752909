"""One element of an XML file with what is inside it."""

from collections.abc import Mapping

Stray = tuple[int, str]
"""Text that stands between elements, with its line."""

NO_ATTRIBUTES: Mapping[str, str] = {}


class Element:
    """An element: its name without prefix, the line of its start tag, its text and its parts.

    `text` is stripped, and empty where there are parts; text between the parts is in `strays`.
    `cut` tells that a limit was reached, and that what is here is not all there was.
    """

    __slots__ = ("attributes", "cut", "line", "name", "parts", "strays", "text")

    def __init__(self, name: str, line: int, attributes: Mapping[str, str] = NO_ATTRIBUTES) -> None:
        self.name = name
        self.line = line
        self.attributes = attributes
        self.text = ""
        self.parts: list[Element] = []
        self.strays: list[Stray] = []
        self.cut = False

    def find(self, *path: str) -> "Element | None":
        """The first element on a path of names below this one."""
        found: Element | None = self
        for name in path:
            found = next((part for part in found.parts if part.name == name), None) if found else None
        return found
