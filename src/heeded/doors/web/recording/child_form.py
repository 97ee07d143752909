"""The form that describes a child whom the record does not hold yet."""

from __future__ import annotations

from collections.abc import Mapping

from django import forms
from django.utils.translation import gettext_lazy as _

from heeded.core.chronology.identifiers import checked, plain
from heeded.core.chronology.report import NHS_NUMBER, Described, Identifier


class ChildForm(forms.Form):
    """Who the child is, as far as it is known: a name, or words by which the child can be told."""

    name = forms.CharField(
        label=_("The child's name"),
        max_length=200,
        help_text=_("If you do not know it, say how the child can be told, such as “unnamed girl, about 2”."),
    )
    born = forms.DateField(label=_("Born on"), required=False, widget=forms.DateInput({"type": "date"}))
    area = forms.CharField(
        label=_("The local authority where the child lives"), required=False, max_length=100
    )
    nhs_number = forms.CharField(label=_("NHS number"), required=False, max_length=20)
    reference = forms.CharField(
        label=_("Your agency's own reference to the child"), required=False, max_length=100
    )

    def __init__(
        self, data: Mapping[str, object] | None = None, initial: Mapping[str, object] | None = None
    ) -> None:
        super().__init__(data, prefix="child", initial=initial)  # type: ignore[arg-type] # a request's form

    def clean_nhs_number(self) -> str:
        """The number written plainly; refused where its own check says that it was mistyped."""
        told = str(self.cleaned_data["nhs_number"]).strip()
        number = plain(Identifier(NHS_NUMBER, told))
        if told and (why := checked(number)):
            raise forms.ValidationError(f"{why[:1].upper()}{why[1:]}.")
        return number.value

    def described(self, draft: str) -> Described:
        """The child, under the agency's own reference or, without one, under the draft's name."""
        said = self.cleaned_data
        numbers = (Identifier(NHS_NUMBER, said["nhs_number"]),) if said["nhs_number"] else ()
        return Described(
            ref=said["reference"].strip() or f"draft {draft}",
            name=said["name"].strip(),
            born=said["born"],
            area=said["area"].strip(),
            identifiers=numbers,
        )
