"""The form for an event of any kind: when it happened, and what the vocabulary says of that kind."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import cast

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from heeded.casework.acting import Telling
from heeded.core.chronology.entry import Fact
from heeded.core.chronology.vocabulary import ALWAYS, Field, FieldType, Kind
from heeded.core.chronology.when import When
from heeded.doors.web.body.choosing import BodyMap

LONGEST = 10_000
YES_NO = (("", gettext_lazy("not said")), ("yes", gettext_lazy("yes")), ("no", gettext_lazy("no")))
People = Sequence[tuple[str, str]]
"""People whom a fact may name: id and name."""


class EventForm(forms.Form):
    """An event of one kind, by the vocabulary; only the day must be said, all else where it is known.

    `months` is the child's age in completed months, by which the figure of the map of the body is chosen.
    """

    day = forms.DateField(
        label=gettext_lazy("The day on which it happened"), widget=forms.DateInput({"type": "date"})
    )
    time = forms.TimeField(
        label=gettext_lazy("The time"), required=False, widget=forms.TimeInput({"type": "time"})
    )

    def __init__(
        self,
        kind: Kind,
        people: People,
        data: Mapping[str, object] | None = None,
        initial: Mapping[str, object] | None = None,
        months: int | None = None,
    ) -> None:
        super().__init__(data, initial=initial)  # type: ignore[arg-type] # a request's form
        self.kind = kind
        self._facts = {f"fact-{_slug(each.name)}": each for each in kind.fields}
        self._keys = {f"key-{_slug(each)}": each for each in kind.keys if each not in ALWAYS}
        self.fields |= {name: asked_for(each, people, months) for name, each in self._facts.items()}
        self.fields |= {name: _key(each) for name, each in self._keys.items()}

    def telling(self, child: str) -> Telling:
        """What a valid form tells of a child."""
        said = self.cleaned_data
        keys = {key: said[name].strip() for name, key in self._keys.items() if said.get(name, "").strip()}
        facts = {
            each.name: fact
            for name, each in self._facts.items()
            if (fact := fact_of(each, said.get(name))) is not None
        }
        return Telling(kind=self.kind.name, child=child, happened=self._happened(), keys=keys, facts=facts)

    def clean(self) -> dict[str, object]:
        """Refuse a time that there was not, such as one in the hour that is left out in spring."""
        said = super().clean() or {}
        if said.get("day") and "time" in said:
            try:
                self._happened()
            except (ValueError, OverflowError) as wrong:
                self.add_error("day", str(wrong))
        return said

    def _happened(self) -> When:
        day, time = self.cleaned_data["day"], self.cleaned_data.get("time")
        return When.instant(datetime.combine(day, time)) if time else When.day(day)


def as_form(told: Mapping[str, object]) -> dict[str, list[str]]:
    """An event that was told in its own words (happened, facts, keys), as the fields of its form say it."""
    facts, keys = told.get("facts"), told.get("keys")
    said = {f"fact-{_slug(name)}": _texts(value) for name, value in _pairs(facts)}
    said |= {f"key-{_slug(name)}": _texts(value) for name, value in _pairs(keys)}
    day, _sep, time = str(told.get("happened") or "").partition("T")
    return {**said, "day": [day], "time": [time[:5]]}


def _pairs(held: object) -> list[tuple[str, object]]:
    return [(str(name), value) for name, value in held.items()] if isinstance(held, Mapping) else []


def _texts(value: object) -> list[str]:
    """A value as a form's field sends it."""
    match value:
        case bool():
            return ["yes" if value else "no"]
        case list():
            return [str(each) for each in value]
        case _:
            return [str(value)]


def asked_for(field: Field, people: People, months: int | None) -> forms.Field:
    """The question for a field of the vocabulary: never one that must be answered."""
    asked = _question(field, people, months)
    asked.label = field.name[:1].upper() + field.name[1:]
    asked.help_text = field.meaning
    if field.type is FieldType.NAMES and not field.choices:
        asked.help_text = f"{field.meaning} {_('Several with commas between them.')}"
    asked.required = False
    return asked


def _question(field: Field, people: People, months: int | None) -> forms.Field:
    match field.type:
        case FieldType.YES_NO:
            return forms.ChoiceField(choices=YES_NO)
        case FieldType.CHOICE | FieldType.LEVEL | FieldType.PERSON:
            choices = people if field.type is FieldType.PERSON else [(each, each) for each in field.choices]
            return forms.ChoiceField(choices=[("", _("not said")), *choices])
        case FieldType.NAMES if field.choices:
            several = [(each, each) for each in field.choices]
            boxes = BodyMap(months) if field.finer else forms.CheckboxSelectMultiple()
            return forms.MultipleChoiceField(choices=several, widget=boxes)
        case FieldType.NUMBER:
            return forms.FloatField()
        case FieldType.DATE:
            return forms.DateField(widget=forms.DateInput({"type": "date"}))
        case _:
            return forms.CharField(max_length=LONGEST, widget=forms.Textarea({"rows": 2}))


def _key(key: str) -> forms.Field:
    return forms.CharField(
        label=_("Which %s") % key,
        required=False,
        max_length=200,
        help_text=_("Your agency's own reference to it, so that what belongs together stands together."),
    )


def fact_of(field: Field, said: object) -> Fact | None:
    """A fact as the record holds it; None where it was not said."""
    match said:
        case "yes" | "no" if field.type is FieldType.YES_NO:
            return said == "yes"
        case str() if field.type is FieldType.NAMES:
            return _names(said.split(","))
        case str():
            return said.strip() or None
        case list():
            return _names(said)
        case float() if said.is_integer():
            return int(said)
        case _:
            return cast("Fact | None", said)


def _names(said: Iterable[object]) -> frozenset[str] | None:
    return frozenset(name for each in said if (name := str(each).strip())) or None


def _slug(name: str) -> str:
    return name.replace(" ", "-")
