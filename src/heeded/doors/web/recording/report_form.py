"""A report as a form: who, when it happened and was learned of, what in free words, and its parts."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from heeded.casework.acting import Telling
from heeded.core.chronology.report import Described
from heeded.core.chronology.when import Precision, When, seconds
from heeded.doors.web.recording.child_form import ChildForm
from heeded.doors.web.recording.event_form import LONGEST, People
from heeded.doors.web.recording.parts import CONCERN, PARTS, PartForm

NEW = "new"
REPORT = "report"
"""As what kind a draft of a whole report is kept."""
_DAY = forms.DateInput({"type": "date"})
_TIME = forms.TimeInput({"type": "time"})


class WhenForm(forms.Form):
    """When it happened, when its teller learned of it, and what it was in their own words."""

    day = forms.DateField(label=gettext_lazy("The day on which it happened"), widget=_DAY)
    time = forms.TimeField(label=gettext_lazy("The time"), required=False, widget=_TIME)
    learned_day = forms.DateField(
        label=gettext_lazy("The day on which I learned of it"), required=False, widget=_DAY
    )
    learned_time = forms.TimeField(label=gettext_lazy("The time"), required=False, widget=_TIME)
    what = forms.CharField(
        label=gettext_lazy("What happened?"),
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea({"rows": 6}),
        help_text=gettext_lazy("In your own words: what you saw, heard or were told, and by whom."),
    )

    def clean(self) -> dict[str, object]:
        """Refuse a time that there was not, and a time of learning without its day."""
        said = super().clean() or {}
        if said.get("learned_time") and not said.get("learned_day"):
            self.add_error("learned_day", _("Say on which day."))
        for name, read in (("day", self.happened), ("learned_day", self.learned)):
            try:
                if said.get(name):
                    read()
            except (ValueError, OverflowError) as wrong:
                self.add_error(name, str(wrong))
        return said

    def happened(self) -> When:
        """When it happened."""
        day, time = self.cleaned_data["day"], self.cleaned_data.get("time")
        return When.instant(datetime.combine(day, time)) if time else When.day(day)

    def learned(self) -> int | None:
        """When its teller learned of it (seconds UTC), at the latest; None where it was as they tell it."""
        day, time = self.cleaned_data.get("learned_day"), self.cleaned_data.get("learned_time")
        if not day:
            return None
        return seconds(datetime.combine(day, time)) if time else When.day(day).latest


class ReportForm:
    """All of a report, as it was sent now or saved before; `missing` says what it cannot be sent without."""

    def __init__(self, draft: str, data: QueryDict, people: People, months: int | None, now: int) -> None:
        self._draft, self._now = draft, now
        self.about = _about(data.get("about", ""))
        self.label = data.get(f"label-{self.about}", "")
        self.when = WhenForm(data)
        self.child = ChildForm(data)
        self.parts = [PartForm(part, people, data, months) for part in PARTS]
        self.data = data

    @property
    def substantial(self) -> bool:
        """Whether anything was written that is worth keeping."""
        ours = {"sought", "day", "time", "version", "window", "do", "csrfmiddlewaretoken"}
        return any(any(values) for name, values in self.data.lists() if name not in ours)

    @property
    def forms(self) -> list[forms.Form]:
        """Its forms, those of a new child where it is about one."""
        return [*([self.child] if self.about == NEW else []), self.when, *self.parts]

    def missing(self) -> list[tuple[str, str]]:
        """What is wrong with it, each with the field that it is about; it can be sent where that is empty."""
        wrong = [] if self.about else [("sought", _("Say who the child is, or that the child is new."))]
        for form in self.forms:
            for name, errors in form.errors.items():
                wrong += [(str(form[name].auto_id), f"{form[name].label}: {error}") for error in errors]
        if not wrong and not self.tellings("child"):
            wrong.append(("id_what", _("Say what happened.")))
        return wrong

    def unsaid(self) -> None:
        """Keep to itself what is amiss: nobody has asked yet that it be sent."""
        for form in [self.child, *self.forms]:
            form.errors.clear()

    def people(self) -> tuple[Described, ...]:
        """Those whom it names and the record does not hold: a new child, and who explained it."""
        found = [self.child.described(self._draft)] if self.about == NEW else []
        found += [
            Described(ref=self._speaker(form), name=form.speaker, adult=True)
            for form in self.parts
            if form.speaker
        ]
        return tuple(found)

    def tellings(self, child: str, raised: int | None = None) -> list[Telling]:
        """What it tells of a child: the words first, then each part that was filled in.

        `raised` is when it was written last (seconds UTC). Where its writer puts no time to it, a concern of
        this day counts as raised then, and what has to follow at once runs from then.
        """
        happened, learned = self.when.happened(), self.when.learned()
        if learned is not None:
            learned = max(min(learned, self._now), happened.earliest)
        injured = any(form.part.slug == "injury" and form.shown for form in self.parts)
        keys = {"injury": f"draft {self._draft}"} if injured else {}
        words = str(self.when.cleaned_data.get("what", "")).strip()
        told = [
            Telling(
                kind="observation recorded",
                child=child,
                happened=happened,
                keys=keys,
                facts={"words": words},
                learned=learned,
            )
        ]
        parts = (
            form.telling(child, *self._moment(form, happened, learned, raised), keys, self._speaker(form))
            for form in self.parts
        )
        return [*(told if words else []), *(each for each in parts if each is not None)]

    def kinds(self) -> list[str]:
        """The kinds of event that it may become, by which the record knows how badly it must be kept."""
        return ["observation recorded", *(form.part.kind for form in self.parts if form.shown)]

    def _moment(
        self, form: PartForm, happened: When, learned: int | None, raised: int | None
    ) -> tuple[When, int | None]:
        """When a part happened, and when its writer learned of it."""
        at = self._now if raised is None else raised
        timed = happened.earliest == happened.latest
        if form.part.slug != CONCERN or timed or not happened.earliest <= at <= happened.latest:
            return happened, learned
        return When(at, at, Precision.INSTANT), None

    def _speaker(self, form: PartForm) -> str:
        return f"draft {self._draft} {form.part.slug} speaker"


def _about(told: str) -> str:
    """Whom it is about: a person of the record by id, somebody new, or (empty) not said."""
    if told == NEW:
        return told
    try:
        return str(UUID(told))
    except ValueError:
        return ""
