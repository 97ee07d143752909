"""Reading front matter: a few lines of YAML, every word of which keeps the line it stands on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import yaml

from heeded.core.procedures.mistake import Mistake, Refused, nearest, shortened
from heeded.core.procedures.text.line import Line

FIRST_LINE = 2
"""Front matter opens on the first line of a file."""
_LONGEST = 20_000


@dataclass(frozen=True, slots=True)
class Said:
    """One value of the front matter, and the line it stands on."""

    line: Line
    text: str


Statement = dict[str, "Said | list[Statement]"]


class FrontMatter:
    """The front matter of one file; what is wrong in it is kept in `mistakes`."""

    def __init__(self, file: str, text: str) -> None:
        self.file = file
        self.mistakes: list[Mistake] = []
        self._node = self._compose(text)

    @property
    def start(self) -> Line:
        """Its first line, to blame when something is missing."""
        return Line(self.file, FIRST_LINE - 1, "---")

    def entries(self, known: Iterable[str]) -> dict[str, yaml.Node]:
        """The named values, of these names alone; others are kept as mistakes."""
        if self._node is None:
            return {}
        return self.named(self._node, known)

    def named(self, node: yaml.Node, known: Iterable[str]) -> dict[str, yaml.Node]:
        """The named values of a part, each name at most once."""
        names = tuple(known)
        if not isinstance(node, yaml.MappingNode):
            self.keep(self.line(node).wrong("Here names and values are expected.", f"Write {_shape(names)}."))
            return {}
        found: dict[str, yaml.Node] = {}
        for key, value in node.value:
            name = key.value if isinstance(key, yaml.ScalarNode) else ""
            if name not in names:
                self.keep(
                    self.line(key).wrong(
                        f"“{shortened(name)}” is not known here.{nearest(name, names)}",
                        f"Use: {', '.join(names)}.",
                    )
                )
            elif name in found:
                self.keep(self.line(key).wrong(f"“{name}” stands twice.", "Keep one."))
            else:
                found[name] = value
        return found

    def parts(self, node: yaml.Node) -> list[yaml.Node]:
        """The parts of a list."""
        if isinstance(node, yaml.SequenceNode):
            return list(node.value)
        self.keep(self.line(node).wrong("Here a list is expected.", "Begin each part of it with “- ”."))
        return []

    def said(self, node: yaml.Node | None) -> Said | None:
        """A value as it is written, or None where there is none."""
        if node is None:
            return None
        if isinstance(node, yaml.ScalarNode):
            return Said(self.line(node), " ".join(node.value.split()))
        self.keep(self.line(node).wrong("Here a single value is expected.", "Write it on one line."))
        return None

    def line(self, node: yaml.Node) -> Line:
        """The line of the file on which a part begins."""
        return Line(self.file, node.start_mark.line + FIRST_LINE, "")

    def keep(self, refusal: Refused) -> None:
        """Keep a mistake."""
        self.mistakes.append(refusal.mistake)

    def _compose(self, text: str) -> yaml.Node | None:
        if len(text) > _LONGEST:
            self.keep(self.start.wrong(f"The front matter is longer than {_LONGEST} letters.", "Shorten it."))
            return None
        try:
            node = yaml.compose(text, Loader=yaml.SafeLoader)
        except yaml.MarkedYAMLError as wrong:
            mark = wrong.problem_mark or wrong.context_mark
            line = Line(self.file, (mark.line if mark else 0) + FIRST_LINE, "")
            self.keep(line.wrong(f"The front matter cannot be read: {wrong.problem}.", _PLAIN))
        except (yaml.YAMLError, RecursionError, ValueError):
            self.keep(self.start.wrong("The front matter cannot be read.", _PLAIN))
        else:
            if node is None:
                self.keep(self.start.wrong("The front matter is empty.", _PLAIN))
            return node
        return None


_PLAIN = "Write one “name: value” a line, with quotation marks round a value that holds a colon."


def _shape(names: tuple[str, ...]) -> str:
    return ", ".join(f"“{name}: …”" for name in names[:3])
