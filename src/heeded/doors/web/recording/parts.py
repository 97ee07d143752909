"""The parts of a report beside its words: an injury, an explanation, a disclosure, a concern, one's view."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from heeded.casework.acting import Telling
from heeded.core.chronology.entry import Fact
from heeded.core.chronology.vocabulary import KINDS
from heeded.core.chronology.when import When
from heeded.doors.web.recording.event_form import People, asked_for, fact_of

SPEAKER = "speaker"
CONCERN = "concern"
"""The part by which a concern is raised."""
Words = str | Promise


@dataclass(frozen=True, slots=True)
class Part:
    """A part: the kind of event that it becomes, and what of that kind is asked, in plain words."""

    slug: str
    kind: str
    title: Words
    asks: Mapping[str, Words]


PARTS = (
    Part(
        CONCERN,
        "concern raised",
        _("I am concerned that the child may be being harmed"),
        {"strength": _("How strong is your concern?"), "grounds": _("On what grounds?")},
    ),
    Part(
        "injury",
        "injury observed",
        _("I saw an injury"),
        {
            "what": _("What is it?"),
            "sites": _("Where on the body?"),
            "count": _("How many marks, at least?"),
            "suspected": _("Do you think that someone may have caused it?"),
            "colour": _("What colour is it?"),
        },
    ),
    Part(
        "explanation",
        "explanation given",
        _("A carer explained it"),
        {
            SPEAKER: _("Who explained it?"),
            "words": _("What did they say, word for word?"),
            "fit": _("How does that sit with what you found?"),
            "delayed": _("Did they come, or seek help, later than you would expect?"),
        },
    ),
    Part(
        "disclosure",
        "disclosure",
        _("A child told of harm"),
        {
            "said by": _("Who told?"),
            "words": _("What did they say, word for word?"),
            "alone": _("Was no carer there?"),
            "open questions": _("Were only open questions asked?"),
        },
    ),
    Part(
        "view",
        "view recorded",
        _("My view on a question about the child"),
        {
            "answers": _("Which question do you answer?"),
            "conclusion": _("What do you conclude?"),
            "strength": _("How strongly, where it is a concern?"),
            "grounds": _("On what grounds?"),
        },
    ),
)
"""What may be told beside one's words; whoever is in a hurry begins with the concern."""


class PartForm(forms.Form):
    """The questions of one part; none must be answered, and a part without an answer is not told."""

    def __init__(
        self,
        part: Part,
        people: People,
        data: Mapping[str, object] | None = None,
        months: int | None = None,
    ) -> None:
        super().__init__(data, prefix=part.slug)
        self.part = part
        kind = KINDS[part.kind]
        self._facts = {_slug(name): field for name in part.asks if (field := kind.field(name)) is not None}
        for name, field in self._facts.items():
            self.fields[name] = asked_for(field, people, months)
            self.fields[name].label = str(part.asks[field.name])
            self.fields[name].help_text = ""
        if SPEAKER in self.fields:
            self.fields["speaker-name"] = forms.CharField(
                label=_("If they are not in that list: their name, or who they are to the child"),
                required=False,
                max_length=200,
            )
            if not people:
                del self.fields[SPEAKER]
                self.fields["speaker-name"].label = gettext(
                    "Who explained it: their name, or who they are to the child"
                )

    @property
    def shown(self) -> bool:
        """Whether something was put in, so that the part stands open."""
        return any(self.data.getlist(self.add_prefix(name)) not in ([], [""]) for name in self.fields)  # type: ignore[attr-defined] # a request's form

    @property
    def speaker(self) -> str:
        """The name of a speaker whom the record does not hold yet, of a valid form; empty where none is."""
        said = self.cleaned_data
        return "" if said.get(SPEAKER) else str(said.get("speaker-name", "")).strip()

    def telling(
        self, child: str, happened: When, learned: int | None, keys: Mapping[str, str], speaker: str
    ) -> Telling | None:
        """What a valid form tells; None where nothing was put in. `speaker` refers to one who is new."""
        facts: dict[str, Fact] = {
            field.name: fact
            for name, field in self._facts.items()
            if name in self.cleaned_data and (fact := fact_of(field, self.cleaned_data[name])) is not None
        }
        if self.speaker:
            facts[SPEAKER] = speaker
        if not facts:
            return None
        kept = {name: value for name, value in keys.items() if name in KINDS[self.part.kind].keys}
        return Telling(
            kind=self.part.kind, child=child, happened=happened, keys=kept, facts=facts, learned=learned
        )


def _slug(name: str) -> str:
    return name.replace(" ", "-")
