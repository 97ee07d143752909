"""A handbook searched: the rules and paragraphs in which every word that is sought stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from heeded.core.procedures.account.explain import explain
from heeded.core.procedures.handbook import Handbook, Step
from heeded.core.procedures.rule import Rule

_FENCED = re.compile(r"^(```|~~~).*?^\1[^\n]*$", re.MULTILINE | re.DOTALL)
_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_PLAIN = re.compile(r"[\w'’]+")
_MARKS = re.compile(r"[*`#|]+")


@dataclass(frozen=True, slots=True)
class Found:
    """Where every word stands: a paragraph of a step or, where `rule` is one, that rule; `text` is it."""

    step: Step
    text: str
    rule: Rule | None = None


def search(handbook: Handbook, sought: str) -> Iterator[Found]:
    """The rules and paragraphs that hold every word sought, in the order of the text; none for no word.

    Capitals do not matter; a word is found at the beginning of a longer one.
    """
    words = [word.casefold() for word in _PLAIN.findall(sought)]
    if not words:
        return
    for step in handbook.steps:
        for paragraph in paragraphs(step):
            if _holds(paragraph, words):
                yield Found(step, paragraph)
        for rule in handbook.rules:
            if rule.file == step.file:
                told = explain(rule, handbook)
                if _holds(f"{rule.ref} {rule.name.replace('-', ' ')} {told}", words):
                    yield Found(step, told, rule)


def paragraphs(step: Step) -> Iterator[str]:
    """The paragraphs of a step for people to read, each on one line, without its blocks and its marks."""
    text = _FENCED.sub("\n\n", _MATTER.sub("", step.text))
    for paragraph in re.split(r"\n\s*\n", text):
        plain = " ".join(_MARKS.sub(" ", paragraph).split())
        if plain and not paragraph.lstrip().startswith("#"):
            yield plain


def _holds(text: str, words: list[str]) -> bool:
    stand = [word.casefold() for word in _PLAIN.findall(text)]
    return all(any(one.startswith(word) for one in stand) for word in words)
