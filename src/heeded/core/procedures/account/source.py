"""Where a rule stands in the handbook: the paragraph that it carries, and its block as written."""

from __future__ import annotations

from dataclasses import dataclass

from heeded.core.procedures.handbook import Handbook
from heeded.core.procedures.rule import Rule

_FENCES = ("```", "~~~")


@dataclass(frozen=True, slots=True)
class Source:
    """The text of a rule: what stands above its block, and the block without its fences."""

    prose: str
    block: str


def source_of(rule: Rule, handbook: Handbook) -> Source:
    """The text that a rule was read from; empty where it was not read from a page."""
    text = next((step.text for step in handbook.steps if step.file == rule.file), "")
    lines = text.split("\n")
    opening = next((n for n in range(rule.line - 1, -1, -1) if n < len(lines) and _is_fence(lines[n])), None)
    if opening is None:
        return Source("", "")
    closing = next((n for n in range(opening + 1, len(lines)) if _is_fence(lines[n])), len(lines))
    above = next((n for n in range(opening - 1, -1, -1) if _parts(lines[n])), -1)
    prose = "\n".join(lines[above + 1 : opening]).strip()
    return Source(prose, "\n".join(lines[opening + 1 : closing]))


def _is_fence(line: str) -> bool:
    return line.lstrip(" >").startswith(_FENCES)


def _parts(line: str) -> bool:
    """Whether a line ends what stands before a rule: another block, or the front matter."""
    return _is_fence(line) or line.strip() == "---"
