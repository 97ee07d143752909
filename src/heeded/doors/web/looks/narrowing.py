"""Which of the looks at a record somebody wants to see: by agency, by day, shown or refused."""

from __future__ import annotations

from datetime import timedelta
from urllib.parse import urlencode

from django import forms
from django.utils.translation import gettext_lazy

from heeded.bootstrap import door
from heeded.casework.ports.glass import EVERY, Narrowed
from heeded.core.chronology.when import start_of_day


def _day() -> forms.DateInput:
    return forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class NarrowingForm(forms.Form):
    """Which looks are wanted; whatever is left empty keeps all."""

    agency = forms.ChoiceField(label=gettext_lazy("Agency"), required=False)
    first = forms.DateField(label=gettext_lazy("From the day"), required=False, widget=_day())
    last = forms.DateField(label=gettext_lazy("To the day"), required=False, widget=_day())
    answered = forms.ChoiceField(
        label=gettext_lazy("Answer"),
        required=False,
        choices=[
            ("", gettext_lazy("any")),
            ("shown", gettext_lazy("something was shown")),
            ("refused", gettext_lazy("refused, or not shown")),
        ],
    )
    without_standing = forms.BooleanField(
        label=gettext_lazy("Only by people without a part in the child's work"), required=False
    )

    def __init__(self, data: object) -> None:
        super().__init__(data)  # type: ignore[arg-type] # a request's query
        choosing = self.fields["agency"]
        assert isinstance(choosing, forms.ChoiceField)  # noqa: S101 - declared above
        known = sorted(door.agencies().values(), key=lambda each: (each.name, each.id))
        choosing.choices = [("", gettext_lazy("any")), *((each.id, each.name) for each in known)]

    def narrowed(self) -> Narrowed:
        """What is wanted; everything where the form cannot be read."""
        if not self.is_valid():
            return EVERY
        told = self.cleaned_data
        return Narrowed(
            agency=told["agency"] or None,
            since=start_of_day(told["first"]) if told["first"] else None,
            until=start_of_day(told["last"] + timedelta(days=1)) if told["last"] else None,
            answered=told["answered"] or None,
            without_standing=told["without_standing"],
        )

    def query(self) -> str:
        """The same as part of an address; empty where everything is wanted."""
        return urlencode({name: self.data[name] for name in self.fields if self.data.get(name)})
