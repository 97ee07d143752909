"""Looking into a FHIR resource: any path, whatever stands there, without ever failing."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

Node = Mapping[str, object]
"""A resource or a part of one, as JSON holds it."""
NOTHING: Node = {}


class Coding(NamedTuple):
    """One code: its system, the code itself, and how the sender shows it."""

    system: str
    code: str
    display: str


def each(node: object, *path: str) -> Iterator[object]:
    """Everything at a path of names, lists looked through; nothing where the path leads nowhere."""
    if isinstance(node, list):
        for member in node:
            yield from each(member, *path)
    elif not path:
        if node is not None:
            yield node
    elif isinstance(node, dict):
        yield from each(node.get(path[0]), *path[1:])


def nodes(node: object, *path: str) -> Iterator[Node]:
    """Every object at a path."""
    return (found for found in each(node, *path) if isinstance(found, dict))


def first(node: object, *path: str) -> Node:
    """The first object at a path; an empty one where there is none."""
    return next(nodes(node, *path), NOTHING)


def text(node: object, *path: str) -> str:
    """The first text at a path; numbers and yes or no as JSON writes them, empty where there is none."""
    for found in each(node, *path):
        if isinstance(found, bool):
            return "true" if found else "false"
        if isinstance(found, str | int | float) and str(found).strip():
            return str(found).strip()
    return ""


def codings(node: object, *path: str) -> tuple[Coding, ...]:
    """The codes of every CodeableConcept at a path; a bare Coding, as STU3 has it, counts as well."""
    found: list[Coding] = []
    for concept in nodes(node, *path):
        bare = [concept] if "code" in concept and "coding" not in concept else []
        found += [
            Coding(text(coding, "system"), text(coding, "code"), text(coding, "display"))
            for coding in (*nodes(concept, "coding"), *bare)
        ]
    return tuple(found)


def said(node: object, *path: str) -> str:
    """What a CodeableConcept says in words: its text, else the first display; empty where neither is."""
    for concept in nodes(node, *path):
        if words := text(concept, "text") or text(concept, "coding", "display") or text(concept, "display"):
            return words
    return ""
