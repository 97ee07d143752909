"""The parts of an object of JSON: texts, choices of yes or no, lists; what is amiss is told to the draft."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from heeded.adapters.exchange.incoming.draft import Draft
from heeded.adapters.exchange.incoming.limits import LONGEST_NAME, MOST_DETAILS, unfit
from heeded.adapters.exchange.incoming.times import read_day


@dataclass(frozen=True, slots=True)
class Parts:
    """One object with its place (a JSON pointer) and the ref by which refusals call it."""

    value: Mapping[str, object]
    place: str
    ref: str
    draft: Draft

    def refuse(self, key: str, reason: str, *, grave: bool = False) -> None:
        """Set a part aside."""
        self.draft.refuse(f"{self.place}/{key}" if key else self.place, reason, self.ref, grave=grave)

    def refuse_strays(self, known: tuple[str, ...]) -> None:
        """Set aside, by name, every part that such an object does not have."""
        for key in self.value:
            if key not in known:
                near = self.draft.hints.near(str(key), known)
                self.refuse(str(key), f"there is no “{key}” here.{near} There may be: {', '.join(known)}")

    def text(self, key: str, longest: int = LONGEST_NAME) -> str:
        """A text; empty where there is none, or where it cannot be kept."""
        value = self.value.get(key)
        if value is None:
            return ""
        if not isinstance(value, str):
            self.refuse(key, "this must be a text in quotes")
            return ""
        if why := unfit(value, longest):
            self.refuse(key, why)
            return ""
        return value if value.strip() else ""

    def yes(self, key: str) -> bool:
        """Whether it says true; what is neither true nor false is set aside."""
        value = self.value.get(key, False)
        if not isinstance(value, bool):
            self.refuse(key, "this must be true or false")
            return False
        return value

    def day(self, key: str) -> date | None:
        """A calendar day; None where there is none, or where it cannot be read."""
        value = self.value.get(key)
        if value is None or value == "":
            return None
        try:
            return read_day(value)
        except ValueError as wrong:
            self.refuse(key, str(wrong))
            return None

    def members(self, key: str) -> Iterator[tuple[str, object]]:
        """The members of an object inside this one; none where it is left out."""
        value = self.value.get(key)
        if value is None:
            return
        if not isinstance(value, dict):
            self.refuse(key, "this must be an object")
            return
        if len(value) > MOST_DETAILS:
            self.refuse(key, f"there are more than {MOST_DETAILS} parts here; those after are set aside")
        for name, member in list(value.items())[:MOST_DETAILS]:
            if why := unfit(str(name), LONGEST_NAME):
                self.refuse(key, f"the name of a part cannot be kept: {why}")
            else:
                yield str(name), member

    def listed(self, key: str) -> list[object]:
        """The members of a list inside this object; none where it is left out."""
        value = self.value.get(key)
        if value is None:
            return []
        if not isinstance(value, list):
            self.refuse(key, "this must be a list")
            return []
        if len(value) > MOST_DETAILS:
            self.refuse(key, f"there are more than {MOST_DETAILS} here; those after are set aside")
        return value[:MOST_DETAILS]


def required(value: object, place: str, key: str, draft: Draft) -> tuple[Mapping[str, object], str] | None:
    """An object and its own name under `key`; None, and a grave refusal, where it is none or has none."""
    if not isinstance(value, dict):
        draft.refuse(place, "this must be an object", grave=True)
        return None
    name = value.get(key)
    if not isinstance(name, str) or not name.strip():
        reason = f"it has no “{key}”: give it a name of your own, the same whenever you speak of it"
        draft.refuse(f"{place}/{key}", reason, grave=True)
        return None
    if why := unfit(name, LONGEST_NAME):
        draft.refuse(f"{place}/{key}", why, grave=True)
        return None
    return value, name
