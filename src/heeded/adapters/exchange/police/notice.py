"""A notice laid out: what each id names, and who or what is linked to it."""

from dataclasses import dataclass, field
from typing import Literal

from heeded.adapters.exchange.incoming import Draft
from heeded.adapters.exchange.incoming.parts import Parts, required
from heeded.adapters.exchange.police.words import LINK_KEYS

Sort = Literal["persons", "objects", "locations", "events"]
SORTS: tuple[Sort, ...] = ("persons", "objects", "locations", "events")


@dataclass(slots=True)
class Notice:
    """The parts of a notice by their ids, and the links between them in the order given."""

    draft: Draft
    found: dict[str, tuple[Sort, Parts]] = field(default_factory=dict)
    links: list[Parts] = field(default_factory=list)
    used: set[int] = field(default_factory=set)
    ends: dict[str, list[tuple[str, str, Parts]]] = field(default_factory=dict)

    def sort(self, id_: str) -> Sort | None:
        """Whether an id names a person, an object, a location or an event; None where it names nothing."""
        return self.found[id_][0] if id_ in self.found else None

    def of(self, sort: Sort) -> list[Parts]:
        """The parts of one sort, in the notice's order."""
        return [parts for each, parts in self.found.values() if each == sort]

    def linked(self, id_: str) -> list[tuple[str, str, Parts]]:
        """What is linked to something: the other end's id, the role, and the link, whichever end it names."""
        return self.ends.get(id_, [])

    def keep(self, link: Parts) -> None:
        """Keep a link, to be found by either end."""
        start, end, role = link.text("from"), link.text("to"), link.text("role").lower()
        self.links.append(link)
        self.ends.setdefault(start, []).append((end, role, link))
        if start != end:
            self.ends.setdefault(end, []).append((start, role, link))

    def use(self, link: Parts) -> None:
        """Remember that what a link says was told."""
        self.used.add(id(link))


def lay_out(whole: Parts, listed: dict[Sort, list[object]], links: list[object], draft: Draft) -> Notice:
    """The notice's parts by their ids; a doubled id, or a link that leads nowhere, is set aside."""
    notice = Notice(draft)
    for sort, members in listed.items():
        for number, value in enumerate(members):
            place = f"{whole.place}/{sort}/{number}"
            if (named := required(value, place, "id", draft)) is None:
                continue
            if named[1] in notice.found:
                reason = "this id stands twice in the notice: give each part one of its own"
                draft.refuse(f"{place}/id", reason, named[1], grave=True)
                continue
            notice.found[named[1]] = (sort, Parts(named[0], place, named[1], draft))
    for number, value in enumerate(links):
        place = f"{whole.place}/links/{number}"
        if (linked := required(value, place, "role", draft)) is None:
            continue
        link = Parts(linked[0], place, "", draft)
        link.refuse_strays(LINK_KEYS)
        _keep(link, notice)
    return notice


def _keep(link: Parts, notice: Notice) -> None:
    """Keep a link whose both ends are in the notice."""
    for end in ("from", "to"):
        if link.text(end) not in notice.found:
            link.refuse(
                end, f"“{link.text(end):.100}” is no id in this notice: the link is set aside", grave=True
            )
            return
    notice.keep(link)
