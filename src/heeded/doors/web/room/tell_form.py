"""The form in which an agency tells what it knows in a discussion, with what was begun of it."""

from __future__ import annotations

from secrets import token_hex

from django import forms
from django.utils.translation import gettext_lazy

from heeded.bootstrap import acting
from heeded.casework.acts import my_drafts
from heeded.casework.ports.drafts import Draft
from heeded.core.chronology.vocabulary import KINDS
from heeded.core.evidence.disagreement.answers import VIEW
from heeded.doors.web.page import Visitor

_MOST = 20_000


def _choices(name: str) -> list[tuple[str, str]]:
    field = KINDS[VIEW].field(name)
    return [(each, each) for each in (field.choices if field else ())]


class TellForm(forms.Form):
    """What an agency knows, and its view; `request` names this one act, so that it is told once."""

    answer = forms.CharField(
        label=gettext_lazy("What does your agency know of the child and the household?"),
        max_length=_MOST,
        required=False,
        widget=forms.Textarea({"rows": 6}),
    )
    nothing_held = forms.BooleanField(label=gettext_lazy("We looked, and hold nothing"), required=False)
    conclusion = forms.ChoiceField(
        label=gettext_lazy("May the child be coming to harm?"),
        choices=[("", gettext_lazy("I give no view now")), *_choices("conclusion")],
        widget=forms.RadioSelect,
        required=False,
    )
    strength = forms.ChoiceField(
        label=gettext_lazy("How strong is your concern, if you have one?"),
        choices=[("", "–"), *_choices("strength")],
        required=False,
    )
    grounds = forms.CharField(
        label=gettext_lazy("On what grounds?"),
        max_length=_MOST,
        required=False,
        widget=forms.Textarea({"rows": 3}),
    )
    request = forms.SlugField(widget=forms.HiddenInput, max_length=100)


def kept_draft(visitor: Visitor, child: str, key: str) -> Draft | None:
    """What the visitor has begun to write for this discussion; None where they have begun nothing."""
    drafts = my_drafts(visitor.actor, acting.drafts())
    return next((each for each in drafts if each.child == child and each.content.get("meeting") == key), None)


def restored(draft: Draft | None) -> TellForm:
    """The form with what was written so far."""
    said = draft.content.get("said") if draft else None
    held = {name: values[-1] for name, values in said.items() if values} if isinstance(said, dict) else {}
    return TellForm(initial={**held, "request": token_hex(12)})
