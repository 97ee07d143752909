"""The forms of administration: an agency, a person, a credential, and why something is changed."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy

from heeded.casework.administering import ROLES, SCOPES
from heeded.core.chronology.vocabulary.words import SECTORS


def why_field() -> forms.CharField:
    """Why something is changed: it stands in the history."""
    return forms.CharField(
        label=gettext_lazy("Why, in a sentence"),
        max_length=500,
        widget=forms.Textarea({"rows": 2}),
        help_text=gettext_lazy("It stands in the history, under your name."),
    )


class WhyForm(forms.Form):
    """Why something is done."""

    why = why_field()


class AgencyForm(forms.Form):
    """An agency."""

    name = forms.CharField(label=gettext_lazy("Name"), max_length=200)
    sector = forms.ChoiceField(
        label=gettext_lazy("What kind of agency"), choices=[(each, each) for each in SECTORS]
    )
    area = forms.CharField(
        label=gettext_lazy("Area"),
        max_length=100,
        required=False,
        help_text=gettext_lazy("The local authority for whose children it answers; empty where for all."),
    )
    telephone = forms.CharField(
        label=gettext_lazy("Telephone in office hours"), max_length=60, required=False
    )
    out_of_hours = forms.CharField(
        label=gettext_lazy("Telephone at night and at weekends"), max_length=60, required=False
    )
    email = forms.EmailField(
        label=gettext_lazy("E-mail for notices"),
        required=False,
        help_text=gettext_lazy("Notices say that something awaits, and name nobody."),
    )


class AgencyChangeForm(AgencyForm):
    """An agency changed, and why."""

    why = why_field()


class PersonForm(forms.Form):
    """Somebody who works for an agency."""

    name = forms.CharField(label=gettext_lazy("Name"), max_length=200)
    email = forms.EmailField(label=gettext_lazy("E-mail address, with which they sign in"))
    post = forms.CharField(
        label=gettext_lazy("Post"),
        max_length=100,
        required=False,
        help_text=gettext_lazy("Such as consultant paediatrician."),
    )
    team = forms.CharField(
        label=gettext_lazy("Team"),
        max_length=100,
        required=False,
        help_text=gettext_lazy("Those of one team share its list. Its team managers manage everybody in it."),
    )
    roles = forms.MultipleChoiceField(
        label=gettext_lazy("What they are given to do"),
        choices=[(each, each) for each in ROLES],
        widget=forms.CheckboxSelectMultiple,
    )


class PersonChangeForm(PersonForm):
    """Somebody changed, and why."""

    why = why_field()


class CredentialForm(forms.Form):
    """A system that is let in."""

    name = forms.CharField(label=gettext_lazy("What system it is"), max_length=100)
    scopes = forms.MultipleChoiceField(
        label=gettext_lazy("What it may do"),
        choices=[(each, each) for each in SCOPES],
        widget=forms.CheckboxSelectMultiple,
        initial=["events:write", "receipts:read"],
    )
    days = forms.IntegerField(
        label=gettext_lazy("For how many days"), min_value=1, max_value=3650, initial=365
    )
