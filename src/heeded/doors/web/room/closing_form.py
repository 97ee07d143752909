"""The form by which a discussion is closed: who came, what was decided, what that rests on."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from heeded.casework.acts import Assumed, Override, Shown
from heeded.casework.acts.unwitnessed import UNWITNESSED
from heeded.casework.meeting import Closing
from heeded.core.chronology.people import Person
from heeded.core.chronology.vocabulary import KINDS
from heeded.core.evidence.assumption import STATED
from heeded.core.evidence.discussions import DECIDED, HELD
from heeded.doors.web.shown.people import name

ASSUMED = 3
"""How many assumptions the form has room for."""
_MOST = 20_000


def _choices(kind: str, field: str) -> list[tuple[str, str]]:
    found = KINDS[kind].field(field)
    return [(each, each) for each in (found.choices if found else ())]


def _roles(label: object) -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label=label,  # type: ignore[arg-type] # a lazy text
        choices=_choices(HELD, "attended by"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )


def _words(label: object, rows: int = 2) -> forms.CharField:
    box = forms.Textarea({"rows": rows})
    return forms.CharField(label=label, max_length=_MOST, required=False, widget=box)  # type: ignore[arg-type] # as above


def _day(label: object) -> forms.DateField:
    return forms.DateField(label=label, required=False, widget=forms.DateInput({"type": "date"}))  # type: ignore[arg-type] # as above


class ClosingForm(forms.Form):
    """How a discussion ended. Nothing but who came is refused for being left out: it is a finding instead."""

    attended = _roles(gettext_lazy("Who took part?"))
    heard = _roles(gettext_lazy("Who was away, and told what they know beforehand?"))
    held_as = forms.ChoiceField(
        label=gettext_lazy("How did they meet?"),
        choices=_choices(HELD, "held as"),
        widget=forms.RadioSelect,
        required=False,
    )
    outcome = forms.ChoiceField(
        label=gettext_lazy("What does it lead to?"),
        choices=_choices(HELD, "outcome"),
        widget=forms.RadioSelect,
        required=False,
    )
    decision = _words(gettext_lazy("What was decided?"))
    reason = _words(gettext_lazy("Why?"), 3)
    owner = forms.CharField(label=gettext_lazy("Who is to do it?"), max_length=200, required=False)
    date = _day(gettext_lazy("By which day?"))
    contingency = _words(gettext_lazy("What happens if it does not go as planned?"))
    lives = forms.ChoiceField(
        label=gettext_lazy("Where is the child to be?"),
        choices=[("", gettext_lazy("Nothing was decided on that")), *_choices(DECIDED, "outcome")],
        required=False,
        help_text=gettext_lazy("What takes protection away passes the agreed gates: they are shown first."),
    )
    shown = forms.CharField(widget=forms.HiddenInput, max_length=100, required=False)

    def __init__(
        self, people: Mapping[str, Person], wanted: Collection[str] = (), data: object = None
    ) -> None:
        super().__init__(data)  # type: ignore[arg-type] # a request's form or nothing
        for asked in (self.fields["attended"], self.fields["heard"]):
            assert isinstance(asked, forms.MultipleChoiceField)  # noqa: S101 - declared above
            asked.choices = _those_wanted_first(wanted)
        whom = [("", "–"), *((each.id, name(each)) for each in people.values())]
        for number in range(1, ASSUMED + 1):
            self.fields[f"takes_{number}"] = forms.CharField(
                label=_("Assumption %d: what is taken to be so?") % number, max_length=500, required=False
            )
            self.fields[f"condition_{number}"] = forms.ChoiceField(
                label=_("The same, as the record can check it"),
                choices=[("", _("in words alone")), *_choices(STATED, "condition")],
                required=False,
            )
            self.fields[f"person_{number}"] = forms.ChoiceField(
                label=_("Whom is it about?"), choices=whom, required=False
            )
            self.fields[f"last_{number}"] = _day(_("Its last day"))

    def closing(self, child: str, meeting: str) -> Closing:
        """What a valid form says; Unfit where an assumption is half said."""
        said = self.cleaned_data
        return Closing(
            child=child,
            meeting=meeting,
            attended=frozenset(said["attended"]),
            absent_but_heard=frozenset(said["heard"]) - frozenset(said["attended"]),
            held_as=said["held_as"],
            outcome=said["outcome"],
            decision=said["decision"],
            reason=said["reason"],
            owner=said["owner"],
            date=said["date"],
            contingency=said["contingency"],
            lives=said["lives"],
            assumptions=tuple(
                Assumed(
                    words=said[f"takes_{number}"] or said[f"condition_{number}"],
                    condition=said[f"condition_{number}"],
                    person=said[f"person_{number}"],
                    last_day=said[f"last_{number}"],
                )
                for number in range(1, ASSUMED + 1)
                if said[f"takes_{number}"] or said[f"condition_{number}"]
            ),
            overrides=tuple(self._overrides()),
            shown=said["shown"],
        )

    def _overrides(self) -> list[Override]:
        """The gates that somebody takes on: those for which a reason was written."""
        data = self.data
        named = [key.removeprefix("why-") for key in data if key.startswith("why-")]
        return [
            Override(
                gate=gate, reason=str(data[f"why-{gate}"]), authorised_by=str(data.get(f"who-{gate}", ""))
            )
            for gate in named
            if str(data[f"why-{gate}"]).strip()
        ]


def _those_wanted_first(wanted: Collection[str]) -> list[tuple[str, str]]:
    """Who may take part, those first whom the agreements ask for; each of those is marked so."""
    roles = sorted(_choices(HELD, "attended by"), key=lambda role: role[0] not in wanted)
    return [(role, _("%s (has to take part)") % role if role in wanted else role) for role, _same in roles]


def gates_asked(shown: Shown | None, data: Mapping[str, object]) -> list[dict[str, object]]:
    """The gates as the form asks about them: why each stands, who may take it on, what was written so far."""
    if shown is None:
        return []
    found = {gate.name: (gate.judged.because, gate.by_whom) for gate in shown.gates}
    if shown.unwitnessed is not None:
        found[UNWITNESSED] = (shown.unwitnessed.because, ())
    return [
        {
            "name": gate,
            "because": because,
            "by_whom": by_whom,
            "why": data.get(f"why-{gate}", ""),
            "who": data.get(f"who-{gate}", ""),
        }
        for gate, (because, by_whom) in found.items()
    ]
