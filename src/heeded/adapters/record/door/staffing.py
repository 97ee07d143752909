"""Agencies, people and credentials, and the history of what whoever administers them did."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import chain, count

from allauth.mfa.models import Authenticator
from django.db import models as django
from django.db import transaction
from django.utils.text import slugify

from heeded.adapters.record.agencies import forget_agencies
from heeded.adapters.record.door import credentials
from heeded.adapters.record.models import Administered, Agency, Credential, Practitioner
from heeded.casework.ports.staffing import Act, Change, Kept, Value
from heeded.core.access import Role

_MODELS: Mapping[Kept, type[django.Model]] = {
    Kept.AGENCY: Agency,
    Kept.PERSON: Practitioner,
    Kept.CREDENTIAL: Credential,
}
_FIELDS: Mapping[Kept, Mapping[str, str]] = {
    Kept.AGENCY: {
        name: name
        for name in ("id", "name", "sector", "area", "telephone", "telephone_out_of_hours", "email")
    },
    Kept.PERSON: {
        **{name: name for name in ("id", "name", "email", "post", "team", "roles")},
        "agency": "agency_id",
        "active": "is_active",
    },
    Kept.CREDENTIAL: {
        **{name: name for name in ("id", "name", "scopes", "active", "expires")},
        "agency": "agency_id",
    },
}
"""The fields that are kept, by the names under which they are told, and the columns that hold them."""


class PostgresStaffing:
    """The list, over the database that Django is set up for."""

    def found(self, kept: Kept, id_: str) -> Mapping[str, Value] | None:
        """The fields of one agency, person or credential."""
        rows = self._rows(kept, django.Q(id=id_))
        return rows[0] if rows else None

    def every(self, kept: Kept, agency: str = "") -> Sequence[Mapping[str, Value]]:
        """All of an agency, or of every agency, in the order of their names."""
        of_agency = django.Q(agency_id=agency) if kept is not Kept.AGENCY else django.Q(id=agency)
        return self._rows(kept, of_agency if agency else django.Q())

    def hubs(self) -> frozenset[str]:
        """The agencies in which a hub coordinator works now."""
        found = Practitioner.objects.filter(is_active=True, roles__contains=[str(Role.HUB_COORDINATOR)])
        return frozenset(found.values_list("agency_id", flat=True))

    def somebody_with(self, email: str) -> str | None:
        """Who signs in with an e-mail address."""
        return Practitioner.objects.filter(email__iexact=email).values_list("id", flat=True).first()

    def free(self, kept: Kept, name: str) -> str:
        """An id made from a name that nothing of that kind has."""
        start = slugify(name)[:50].strip("-") or str(kept)
        held = _MODELS[kept]._default_manager.filter(id__startswith=start)  # noqa: SLF001 - Django's own way
        taken = set(held.values_list("id", flat=True))
        numbered = (f"{start}-{number}" for number in count(2))
        return next(each for each in chain([start], numbered) if each not in taken)

    def apply(self, change: Change) -> None:
        """Do it and put it into the history, both or neither."""
        columns = _FIELDS[change.kept]
        values = {columns[name]: value for name, value in change.after.items() if name in columns}
        with transaction.atomic():
            if change.act is Act.ADDED and change.kept is Kept.PERSON:
                Practitioner.objects.create_user(str(values.pop("email")), None, id=change.id, **values)
            elif change.act is Act.ADDED:
                _MODELS[change.kept]._default_manager.create(id=change.id, **values)  # noqa: SLF001 - as above
            elif change.act is Act.TAKEN_AWAY:
                Authenticator.objects.filter(user_id=change.id).delete()
            elif values:
                _MODELS[change.kept]._default_manager.filter(id=change.id).update(**values)  # noqa: SLF001 - as above
            _note(change, change.id)
        forget_agencies()

    def make_credential(self, change: Change) -> tuple[str, str]:
        """Make a credential, put that into the history; its id and its secret."""
        scopes = change.after["scopes"]
        with transaction.atomic():
            identity, secret = credentials.make_credential(
                change.agency,
                str(change.after["name"]),
                scopes if isinstance(scopes, list) else [],
                int(str(change.after["expires"])),
            )
            _note(change, identity)
        return identity, secret

    def history(self, agency: str | None, before: int | None, limit: int) -> Sequence[Change]:
        """What was done, the latest first."""
        found = Administered.objects.order_by("-id")
        if agency is not None:
            found = found.filter(agency=agency)
        if before is not None:
            found = found.filter(id__lt=before)
        return [_change(row) for row in found[:limit]]

    def change(self, number: int) -> Change | None:
        """One line of the history."""
        row = Administered.objects.filter(id=number).first()
        return _change(row) if row else None

    def _rows(self, kept: Kept, which: django.Q) -> list[Mapping[str, Value]]:
        fields = _FIELDS[kept]
        found = _MODELS[kept]._default_manager.filter(which).order_by("name", "id")  # noqa: SLF001 - as above
        return [
            dict(zip(fields, map(_told, row), strict=True)) for row in found.values_list(*fields.values())
        ]


def _told(value: object) -> Value:
    if isinstance(value, bool | str):
        return value
    if isinstance(value, list):
        return [str(each) for each in value]
    return "" if value is None else str(value)


def _note(change: Change, id_: str) -> None:
    Administered.objects.create(
        at=change.at,
        by=change.by,
        act=str(change.act),
        kept=str(change.kept),
        whom=id_,
        agency=change.agency,
        why=change.why,
        before=dict(change.before),
        after=dict(change.after),
        undoes=change.undoes,
    )


def _change(row: Administered) -> Change:
    return Change(
        act=Act(row.act),
        kept=Kept(row.kept),
        id=row.whom,
        agency=row.agency,
        by=row.by,
        at=row.at,
        why=row.why,
        before=row.before,
        after=row.after,
        undoes=row.undoes,
        number=row.id,
    )
