"""The entries of a scenario: rows as in a handbook's examples, each about one child or several."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from heeded.adapters.exchange.scenario.rows import Row
from heeded.core.chronology.entry import Entry
from heeded.core.chronology.people import Agency, Person
from heeded.core.procedures.examples import table
from heeded.core.procedures.examples.cast import Cast
from heeded.core.procedures.examples.entry import read_entry
from heeded.core.procedures.mistake import Refused, nearest, shortened
from heeded.core.procedures.text.line import Line

COLUMNS = (
    *("id", "event", "when", "who", "role", "child", "what", "which", "details"),
    *("told", "known to", "assumed"),
)
"""The columns of the table, in the order in which they are usually written."""
ALL_CHILDREN = "all"
"""Written in the column “child”: an entry for each child of the story."""
THIS_CHILD = ": this child"
"""Written for a person in the details: the child whom the entry is about."""


class _Cast(Cast):
    """Who there is in the story, by its table of people."""

    def person(self, name: str, line: Line) -> str:
        """The id of a person; refused with those there are."""
        if name not in self.people:
            raise line.wrong(
                f"“{shortened(name)}” is nobody in people.csv.{nearest(name, self.people)}",
                f"Write one of {', '.join(self.people)}.",
            )
        return name


@dataclass(frozen=True, slots=True)
class EntryReader:
    """Reads rows into entries, knowing who there is."""

    people: Mapping[str, Person]
    agencies: Mapping[str, Agency]
    children: tuple[str, ...]

    def entries(self, row: Row) -> Iterator[Entry]:
        """The entries that a row stands for: one for each child that it names.

        Where there are several, the child's id follows the row's own: E9.1/Rosa.
        """
        for needed in ("id", "event", "when", "what"):
            row.needed(needed)
        row.one_of("who", tuple(self.agencies))
        chosen = self._children(row)
        for child in chosen:
            yield self._entry(row, child, row["id"] if len(chosen) == 1 else f"{row['id']}/{child}")

    def _children(self, row: Row) -> tuple[str, ...]:
        written = row.needed("child")
        if written == ALL_CHILDREN:
            return self.children
        named = tuple(dict.fromkeys(name for each in written.split(",") if (name := each.strip())))
        for child in named:
            if child not in self.children:
                raise row.wrong(
                    f"“{child}” is no child of this story",
                    f"Write one of {', '.join(self.children)}, several with commas, or “{ALL_CHILDREN}”",
                )
        return named

    def _entry(self, row: Row, child: str, name: str) -> Entry:
        details = f"{row['details']};".replace(f"{THIS_CHILD};", f": {child};")
        cells = {**row.cells, "id": name, "child": child, "details": details}
        cast = _Cast(dict(self.people), dict(self.agencies), open_to_all=False)
        try:
            entry = read_entry(table.Row(Line(row.file, row.line, ""), cells), cast)
        except Refused as refusal:
            what, asked, hint = refusal.mistake.what.partition(" Did you mean")
            remedy = f"{asked.strip()}{hint} {refusal.mistake.remedy}".strip()
            raise row.wrong(what.removesuffix("."), remedy or "Mend the cell") from refusal
        return replace(entry, source=replace(entry.source, role=row["role"]))
