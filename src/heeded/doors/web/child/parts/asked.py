"""What a reader asks of a chronology by its address: which events, as known to whom and when, which page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.http import QueryDict

from heeded.casework.looking.within.chosen import Wanted
from heeded.core.chronology.when import LOCAL

_LONGEST = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What is asked: what cannot be read is as if it were not asked.

    `by` is the agency as whose knowledge it is wanted, `on` the local day by whose end, `step` instead the
    number of a moment at which something came to be known. `before` is the event after which the page goes
    on, `log_after` the place in the log after which an overlong record is read.
    """

    wanted: Wanted
    by: str = ""
    on: date | None = None
    step: int | None = None
    before: str = ""
    log_after: int | None = None

    @property
    def then(self) -> bool:
        """Whether it is asked for as it was known, not as it stands."""
        return bool(self.by or self.on is not None or self.step is not None)

    @property
    def end_of_day(self) -> int | None:
        """The last second of the day by which it was known (seconds UTC); None where no day is asked for."""
        if self.on is None:
            return None
        midnight = datetime.combine(self.on + timedelta(days=1), time(), LOCAL)
        return int(midnight.timestamp()) - 1

    def fields(self, *without: str) -> tuple[tuple[str, str], ...]:
        """What is asked as the fields of a form, without those named."""
        wanted = self.wanted
        all_of_it = {
            "agency": wanted.agency,
            "kind": wanted.kind,
            "child": wanted.child,
            "from": wanted.since.isoformat() if wanted.since else "",
            "to": wanted.until.isoformat() if wanted.until else "",
            "flagged": "yes" if wanted.only_flagged else "",
            "by": self.by,
            "on": self.on.isoformat() if self.on else "",
            "step": "" if self.step is None else str(self.step),
        }
        return tuple((name, value) for name, value in all_of_it.items() if value and name not in without)

    def query(self, **more: str) -> str:
        """What is asked as the end of an address, with something more or else."""
        found = QueryDict(mutable=True)
        found.update(dict(self.fields(*more)))
        found.update({name: value for name, value in more.items() if value})
        return found.urlencode()


def asked(told: Mapping[str, str]) -> Asked:
    """What the parameters of an address ask for."""
    return Asked(
        wanted=Wanted(
            agency=_text(told, "agency"),
            kind=_text(told, "kind"),
            child=_text(told, "child"),
            since=day(told, "from"),
            until=day(told, "to"),
            only_flagged=told.get("flagged") == "yes",
        ),
        by=_text(told, "by"),
        on=day(told, "on"),
        step=_number(told, "step"),
        before=_text(told, "before"),
        log_after=_number(told, "after"),
    )


def _text(told: Mapping[str, str], name: str) -> str:
    return told.get(name, "").strip()[:_LONGEST]


def day(told: Mapping[str, str], name: str) -> date | None:
    """The local day that a parameter of an address names; None where none can be read."""
    try:
        found = date.fromisoformat(_text(told, name))
    except ValueError:
        return None
    return found if date.min < found < date.max else None


def _number(told: Mapping[str, str], name: str) -> int | None:
    text = _text(told, name)
    return int(text) if text.isascii() and text.isdigit() and len(text) < 17 else None  # noqa: PLR2004 - digits
