"""What a front desk is told of a child: a name in any order, a birth date in any form, a place, a carer."""

from __future__ import annotations

import re
from datetime import date

from django import forms
from django.utils.translation import gettext_lazy as _

from heeded.core.chronology.report import Described
from heeded.core.identity.keys import postcode

_DAY = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})")
_PLAIN = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")


class NamedForm(forms.Form):
    """Whom somebody looks for, as far as they know; any two of it lead to somebody."""

    name = forms.CharField(
        label=_("Name"),
        help_text=_(
            "As you heard it, in any order: a nickname, a former surname or another spelling is found too."
        ),
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs={"autofocus": True, "spellcheck": "false"}),
    )
    born = forms.CharField(
        label=_("Date of birth, or the year alone"),
        help_text=_("For example 27/3/2022, or 2022"),
        max_length=20,
        required=False,
    )
    place = forms.CharField(label=_("Postcode"), max_length=12, required=False)
    carer = forms.CharField(label=_("A parent, carer, brother or sister"), max_length=200, required=False)

    def clean_born(self) -> date | None:
        """The day, or 1 January of a year that is all that is known."""
        told = self.cleaned_data["born"].strip()
        if not told:
            return None
        found = born_as(told)
        if found is None:
            raise forms.ValidationError(_("Give a day such as 27/3/2022, or the year alone."))
        return found

    def clean_place(self) -> str:
        """The postcode, plainly."""
        told = self.cleaned_data["place"].strip()
        found = postcode(told)
        if told and not found:
            raise forms.ValidationError(_("Give a whole postcode, such as SW1A 1AA."))
        return found

    def sought(self) -> Described:
        """Whom they look for, as a description."""
        told = self.cleaned_data
        return Described(ref="sought", name=told["name"], born=told["born"], postcode=told["place"])


def born_as(told: str) -> date | None:
    """A day as people write it, or the first of a year alone; None where it is no day."""
    if re.fullmatch(r"\d{4}", told):
        day, month, year = 1, 1, int(told)
    elif found := _DAY.fullmatch(told):
        day, month, year = map(int, found.groups())
    elif found := _PLAIN.fullmatch(told):
        year, month, day = map(int, found.groups())
    else:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None
