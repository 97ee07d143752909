"""The form that asks why somebody looks: a purpose, the law that it rests on, and a reason."""

from __future__ import annotations

from collections.abc import Iterable

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from heeded.bootstrap import looking
from heeded.core.access import Actor, LegalBasis, Operation, Purpose, Stated
from heeded.core.access.bond import is_reason
from heeded.doors.web.shown import words

LONGEST = 500


class PurposeForm(forms.Form):
    """Why somebody looks; the purpose's first legal basis where they choose no other."""

    purpose = forms.ChoiceField(label=gettext_lazy("Why do you look?"), widget=forms.RadioSelect)
    basis = forms.ChoiceField(
        label=gettext_lazy("Another legal basis"),
        required=False,
        help_text=gettext_lazy("Leave as it is to rely on the first basis of the purpose."),
    )
    reason = forms.CharField(
        label=gettext_lazy("Your reason, in a sentence"),
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("It stands in the record of looks, under your name."),
    )

    def __init__(
        self,
        actor: Actor,
        operation: Operation,
        data: object = None,
        *,
        reason_needed: bool = False,
    ) -> None:
        super().__init__(data)  # type: ignore[arg-type] # a request's form or nothing
        self._purposes = {each.id: each for each in looking.open_to(actor, operation)}
        self._reason_needed = reason_needed
        choosing = self.fields["purpose"]
        assert isinstance(choosing, forms.ChoiceField)  # noqa: S101 - declared above
        choosing.choices = [(each.id, _described(each)) for each in self._purposes.values()]
        bases = self.fields["basis"]
        assert isinstance(bases, forms.ChoiceField)  # noqa: S101 - as above
        bases.choices = [("", _("the first basis of the purpose")), *_bases(self._purposes.values())]
        self.fields["reason"].required = reason_needed

    def clean(self) -> dict[str, object]:
        """Refuse a basis that does not carry the purpose, and a reason that says nothing."""
        told = super().clean() or {}
        purpose = self._purposes.get(str(told.get("purpose", "")))
        basis = str(told.get("basis", ""))
        if purpose and basis and basis not in {each.id for each in purpose.bases}:
            carried = "; ".join(str(each) for each in purpose.bases)
            self.add_error("basis", _("It does not carry this purpose. These do: %s") % carried)
        if self._reason_needed and told.get("reason") and not is_reason(str(told["reason"])):
            self.add_error("reason", _("Say why in a sentence of five words or more."))
        return told

    def stated(self) -> Stated:
        """What a valid form states."""
        told = self.cleaned_data
        return looking.stated(told["purpose"], told["basis"], told["reason"].strip())


def _described(purpose: Purpose) -> str:
    return f"{words.purpose(purpose.title)} ({_basis(purpose.bases[0])})"


def _bases(purposes: Iterable[Purpose]) -> list[tuple[str, str]]:
    every = {basis.id: basis for purpose in purposes for basis in purpose.bases}
    return [(each.id, str(each)) for each in every.values()]


def _basis(basis: LegalBasis) -> str:
    title = words.law(basis.title)
    return f"{title}, {_('unverified')}" if basis.unverified else title
