"""What is asked of whoever draws an account up, decides on it, or gives it."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy

from heeded.casework.for_family.give import How

_HOW = {
    How.IN_PERSON: gettext_lazy("handed over in person, and talked through"),
    How.READ_OUT: gettext_lazy("read out, with an interpreter or without"),
    How.BY_POST: gettext_lazy("sent as a letter"),
}


class DrawingForm(forms.Form):
    """For whom the account is, and what is said in one's own words."""

    to = forms.ChoiceField(label=gettext_lazy("For whom is it?"))
    words = forms.CharField(
        label=gettext_lazy("In your own words, to them"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=gettext_lazy(
            "Plain words, as you would say it: what is worried about, what was decided, what happens next. "
            "Name nobody else, and no place where somebody lives."
        ),
    )

    def __init__(self, people: list[tuple[str, str]], data: object = None) -> None:
        super().__init__(data)  # type: ignore[arg-type] # a request's form or nothing
        choosing = self.fields["to"]
        assert isinstance(choosing, forms.ChoiceField)  # noqa: S101 - declared above
        choosing.choices = people


class DecisionForm(forms.Form):
    """What a second person says of an account."""

    decision = forms.ChoiceField(
        label=gettext_lazy("Having read all of it, what do you say?"),
        choices=[
            ("agree", gettext_lazy("It may go to them as it stands")),
            ("send back", gettext_lazy("It should not go as it stands")),
        ],
        widget=forms.RadioSelect,
    )
    words = forms.CharField(
        label=gettext_lazy("If not: what should be different?"),
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class GivenForm(forms.Form):
    """How an account was given, and what the family said."""

    how = forms.ChoiceField(
        label=gettext_lazy("How was it given?"),
        choices=[(str(each), words) for each, words in _HOW.items()],
        widget=forms.RadioSelect,
    )
    words = forms.CharField(
        label=gettext_lazy("What did they say to it?"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
