"""What an event table carries: what its owner says, or else the kinds of event that stand in it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from heeded.adapters.exchange.events_table.row import EVERYTHING
from heeded.adapters.exchange.events_table.store import StoredChild
from heeded.core.chronology.carriage import Carriage
from heeded.core.chronology.entry import Entry
from heeded.core.chronology.vocabulary import KINDS
from heeded.core.procedures.mistake import nearest, shortened

SOURCE = "event table"
ALL = "all"
PRESENT = (
    "It is taken to carry the kinds of event and the details that occur in it, and no others. If it would "
    "have told of others, had they happened, say so with --carries."
)
DECLARED = "It is taken to carry what its owner says it carries: {what}."
NO_HOUSEHOLDS = "It puts no children into one family: each child is judged alone."


def read_kinds(words: Iterable[str]) -> tuple[str, ...]:
    """The kinds of event that some words name, parted by commas or lines; "all" names every kind.

    ValueError names the word that is none, and the nearest kind.
    """
    kinds: dict[str, None] = {}
    for word in ",".join(words).replace("\n", ",").split(","):
        name = " ".join(word.lower().split())
        if name == ALL:
            return tuple(KINDS)
        if name and name not in KINDS:
            raise ValueError(f"“{shortened(word)}” is not a kind of event.{nearest(name, KINDS)}")
        if name:
            kinds[name] = None
    if not kinds:
        raise ValueError("no kind of event is named: write “all”, or kinds parted by commas")
    return tuple(kinds)


@dataclass(slots=True)
class Met:
    """The kinds of event met in a table, with the fields and keys met on each."""

    fields: dict[str, set[str]] = field(default_factory=dict)
    keys: dict[str, set[str]] = field(default_factory=dict)

    def meet(self, entry: Entry) -> None:
        """Take note of what an entry carries."""
        fields = self.fields.setdefault(entry.kind, set())
        fields.update(entry.facts)
        if entry.source.agency:
            fields.add("agency")
        if entry.source.role:
            fields.add("role")
        self.keys.setdefault(entry.kind, set()).update(entry.keys)

    def carriage(self, declared: tuple[str, ...] | None, since: int | None, until: int) -> Carriage:
        """What the table carries: the kinds declared, whole, or else those met with the fields met."""
        kinds: Mapping[str, frozenset[str] | None] = (
            {kind: frozenset(fields) for kind, fields in self.fields.items()}
            if declared is None
            else dict.fromkeys(declared)
        )
        return Carriage(SOURCE, kinds, since, until)


def told_in_words(declared: tuple[str, ...] | None) -> str:
    """What was taken to be carried, in one sentence for the report."""
    if declared is None:
        return PRESENT
    what = "every kind of event" if len(declared) == len(KINDS) else ", ".join(declared)
    return DECLARED.format(what=what)


def carried_of(children: tuple[StoredChild, ...], carriages: tuple[Carriage, ...]) -> tuple[Carriage, ...]:
    """What the table carries of a family: of each child, less the kinds of which some could not be read.

    What cannot be read did happen, so that its absence must not count against anyone.
    """
    doubted = [child for child in children if child.doubtful]
    if not doubted:
        return carriages
    (general,) = carriages
    sure = frozenset(child.child for child in children) - {child.child for child in doubted}
    return (replace(general, children=sure), *(_less(general, child) for child in doubted))


def _less(general: Carriage, child: StoredChild) -> Carriage:
    whole = EVERYTHING in child.doubtful
    kinds = {} if whole else {k: told for k, told in general.kinds.items() if k not in child.doubtful}
    return replace(general, kinds=kinds, children=frozenset({child.child}))
