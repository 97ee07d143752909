"""A draft as a page takes it up again: what was written so far, about whom, of which kind."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, cast

from django.http import HttpRequest, QueryDict

from heeded.bootstrap import acting, looking
from heeded.casework.acts import save_draft
from heeded.casework.looking import Ask, Opened, open_record
from heeded.casework.ports.drafts import Draft
from heeded.core.chronology.vocabulary import KINDS, Kind
from heeded.core.evidence.ages import completed_months
from heeded.doors.web.page import Visitor
from heeded.doors.web.purpose.kept import kept_for
from heeded.doors.web.recording.child_form import ChildForm
from heeded.doors.web.recording.event_form import EventForm, People, as_form
from heeded.doors.web.shown.people import born, name

_OURS = ("csrfmiddlewaretoken", "do")


@dataclass(frozen=True, slots=True)
class Whom:
    """Whom a draft is about, as the record shows them to its author: name and birth date, or neither.

    `asked` says whether its author has said why they look; `people` are those whom an event may name;
    `months` is the child's age, where the record shows when they were born.
    """

    name: str = ""
    born: str = ""
    area: str = ""
    asked: bool = False
    people: People = ()
    months: int | None = None


@dataclass(frozen=True, slots=True)
class Begun:
    """A draft with its forms; `about` describes the child where the record does not hold one."""

    draft: Draft
    kind: Kind
    event: EventForm
    about: ChildForm | None
    whom: Whom

    @property
    def forms(self) -> tuple[EventForm | ChildForm, ...]:
        """The forms, in the order in which they are shown."""
        return (self.about, self.event) if self.about else (self.event,)

    @property
    def valid(self) -> bool:
        """Whether every form is filled as it must be."""
        return not any(form.errors for form in self.forms)


def begin(visitor: Visitor, kind: str, child: str) -> str:
    """Begin a draft of an event of a kind, about a child of the record or (empty) somebody new; its id."""
    return save_draft({"kind": kind}, visitor.actor, visitor.now, acting.drafts(), child=child)


def save(visitor: Visitor, draft: Draft, data: QueryDict) -> None:
    """Keep what was written so far, right or not."""
    said = {name: values for name, values in data.lists() if name not in _OURS}
    content = {"kind": draft.content["kind"], "said": said}
    save_draft(content, visitor.actor, visitor.now, acting.drafts(), draft=draft.id)


def find(visitor: Visitor, draft: str) -> Draft | None:
    """One of the visitor's drafts, sent or not."""
    return acting.drafts().find(visitor.actor, draft)


def taken_up(request: HttpRequest, visitor: Visitor, draft: Draft, data: QueryDict | None = None) -> Begun:
    """A draft's forms: as they were sent now or, without that, as they were saved."""
    kind = KINDS[str(draft.content["kind"])]
    whom = about_whom(request, visitor, draft.child)
    if data is not None:
        about = None if draft.child else ChildForm(data)
        return Begun(draft, kind, EventForm(kind, whom.people, data, months=whom.months), about, whom)
    said = _said(draft)
    event = EventForm(kind, whom.people, months=whom.months)
    event.initial = {
        field: _begun(said[field], event.fields[field]) for field in event.fields if field in said
    }
    about = None if draft.child else ChildForm(initial=_about(said))
    return Begun(draft, kind, event, about, whom)


def _said(draft: Draft) -> dict[str, list[str]]:
    """What was written so far, by the fields of the form; the API keeps what it was told as an event."""
    told = draft.content.get("told")
    if isinstance(told, dict):
        return as_form(told)
    return cast("dict[str, list[str]]", draft.content.get("said", {}))


def _begun(values: list[str], field: Any) -> object:  # noqa: ANN401 - a field of some kind of form
    return values if hasattr(field.widget, "allow_multiple_selected") and _several(field) else values[-1]


def _several(field: Any) -> bool:  # noqa: ANN401 - as above
    return bool(field.widget.allow_multiple_selected)


def _about(said: dict[str, list[str]]) -> dict[str, str]:
    return {
        name.removeprefix("child-"): values[-1] for name, values in said.items() if name.startswith("child-")
    }


def about_whom(request: HttpRequest, visitor: Visitor, child: str) -> Whom:
    """Whom it is about, and whom it may name: of the record, where its reader has said why they look."""
    stated = kept_for(request, child, visitor.now) if child else None
    if stated is None:
        return Whom()
    ask = Ask(actor=visitor.actor, child=child, now=visitor.now, stated=stated)
    found = open_record(looking.desk(), ask, limit=1)
    if not isinstance(found, Opened):
        return Whom(asked=True)
    people = found.chronology.people
    about = people.get(found.child)
    named = [(id_, name(person)) for id_, person in people.items()]
    if about is None or not about.name:
        return Whom(asked=True, people=named)
    months = completed_months(about.born, visitor.now) if about.born else None
    return Whom(name(about), born(about), about.area, asked=True, people=named, months=months)
