"""The page of judgement as data: what each part of the document says, from the schema's own words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from heeded.adapters.exchange.judgement.schema import judgement_schema
from tools.reference.mapping.page import mapping_parts
from tools.reference.markdown import page, table

ABOUT = """\
What people made of what happened to a child, as one document: who answered which question and how strongly,
what was explained and whether it fits, what a child said and what became of it, who may have been there and
who was considered, what was decided, what that rests on. Its form is
[judgement.schema.json](judgement.schema.json) (JSON Schema, draft 2020-12); take it, under the same licence
as Heeded (MIT).

- **Where it comes from.** `GET /api/children/{id}/judgement` ([the API](../api.md)): a look with its
  purpose, in the access record before the answer leaves. `heeded replay child-t --format judgement`: a
  story's, at any of its moments (`--as-of`), as known to any agency (`--known-to`).
- **Keep both schemas in one folder.** The facts of each kind of event (an injury's sites, an opinion's
  strength) stand in [report.schema.json](report.schema.json), which is what can be *sent*; this one refers
  to it. Nothing is said twice. Sites are the words of [body-regions.json](body-regions.json).
- **Nothing is weighed.** There is no score, no ranking and no place for either: the schema refuses a
  property that it does not name. Both sides of an opposition stand in `answers`; a version that its giver
  has corrected stands there too, as one that no longer stands.
- **Computed and told are apart.** `prompts`, `sources`, `stands_out`, `unanswered`, `against`,
  `disagreements`, `unknowns` and `episodes` are worked out from entries and name them; whatever is in a
  `said` was told by somebody, in their words.
- **Silence is not “no”.** An empty text is “not recorded”; null is “nothing says”; an empty list of answers
  to a disclosure is a disclosure that waits.
- **What a schema cannot say.** That every entry named is there, that whoever is unconsidered is among the
  people, that an answer's version belongs to its event. What came in
  after a record was `cut_short` is not in it."""

LISTS = """\
The document has these lists. Each part names people and agencies by id; `people` and `agencies` say who
they are."""
MOST_WORDS = 20
"""How many words a table lists; the schema has them all."""


def judgement_page() -> str:
    """Write the page: what it is, the document's lists, then each part with its properties."""
    schema: dict[str, Any] = judgement_schema()
    return page(
        "Judgement as data",
        ABOUT,
        ["## The document", LISTS, _properties(schema), *_parts(schema), *mapping_parts()],
    )


def _parts(schema: dict[str, Any]) -> Iterator[str]:
    for name, part in schema["$defs"].items():
        if "properties" in part and "$ref" not in part and not name.startswith("answer-of-"):
            yield f"## {name}"
            yield from filter(None, [part.get("description", ""), _properties(part)])
    yield "## The API's answers"
    rows = [(f"`#/$defs/{name}`", name.removeprefix("answer-of-")) for name in _answers(schema)]
    yield table(("part of the schema", "what `GET /api/children/{id}/…` answers"), rows)


def _answers(schema: dict[str, Any]) -> list[str]:
    return [name for name in schema["$defs"] if name.startswith("answer-of-")]


def _properties(part: dict[str, Any]) -> str:
    rows = [
        (f"`{name}`", _holds(held), held.get("description", "")) for name, held in part["properties"].items()
    ]
    return table(("property", "holds", "meaning"), rows)


def _holds(held: dict[str, Any]) -> str:
    """What a property holds, in a few words."""
    if "anyOf" in held:
        return " or ".join(_holds(each) for each in held["anyOf"])
    if kinds := held.get("properties", {}).get("kind", {}).get("enum"):
        return f"said, in: {', '.join(kinds)}"
    if held.get("type") == "array":
        return f"list of: {_holds(held['items'])}"
    if "properties" in held:
        return "; ".join(f"{name} ({_holds(each)})" for name, each in held["properties"].items())
    return _plain(held)


def _plain(held: dict[str, Any]) -> str:
    if "$ref" in held:
        return str(held["$ref"]).rpartition("/")[2]
    if words := [str(each) for each in held.get("enum", [held.get("const", "")]) if each]:
        few = len(words) <= MOST_WORDS
        return (
            ", ".join(f"“{word}”" for word in words)
            if few
            else f"one of {len(words)} words of the vocabulary"
        )
    said = held.get("type", "text")
    names = {"string": "text", "boolean": "true or false", "integer": "whole number"}
    return " or ".join(names.get(each, each) for each in ([said] if isinstance(said, str) else said))
