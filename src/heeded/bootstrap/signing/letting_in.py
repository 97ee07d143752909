"""Who may come in: agencies, the people who work for them, and their systems."""

from __future__ import annotations

import re
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain, count

from heeded.casework.ports.staffing import COMMAND_LINE, Act, Change, Kept, Value
from heeded.core.access import Role
from heeded.core.chronology.vocabulary.words import SECTORS

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_PERSON = re.compile(r"[A-Za-z0-9_-]{1,60}")
SYSTEMS_ROLES = frozenset({Role.AGENCY_SYSTEM, Role.FAMILY_READER})
ROLES = tuple(role.value for role in Role if role not in SYSTEMS_ROLES)
"""The roles that a person may be given."""


@dataclass(frozen=True, slots=True)
class NewAgency:
    """An agency as it is added: its id, name and sector, the area that it answers for, how to reach it."""

    id: str
    name: str
    sector: str
    area: str = ""
    telephone: str = ""
    out_of_hours: str = ""
    email: str = ""


def add_agency(new: NewAgency) -> None:
    """Add an agency; ValueError says what is wrong with it."""
    from heeded.adapters.record.models import Agency  # noqa: PLC0415 - after Django is set up

    if not _ID.fullmatch(new.id):
        raise ValueError(f"“{new.id}” cannot be an id: use small letters, digits and hyphens")
    if new.sector not in SECTORS:
        raise ValueError(f"there is no sector “{new.sector}”; the sectors are: {', '.join(SECTORS)}")
    if Agency.objects.filter(id=new.id).exists():
        raise ValueError(f"the record has an agency {new.id} already")
    after = {
        "name": new.name,
        "sector": new.sector,
        "area": new.area,
        "telephone": new.telephone,
        "telephone_out_of_hours": new.out_of_hours,
        "email": new.email,
    }
    _apply(Act.ADDED, Kept.AGENCY, new.id, new.id, after=after)


def agencies() -> list[NewAgency]:
    """Every agency, by name."""
    from heeded.adapters.record.models import Agency  # noqa: PLC0415 - after Django is set up

    rows = Agency.objects.values_list(
        "id", "name", "sector", "area", "telephone", "telephone_out_of_hours", "email"
    )
    return [NewAgency(*row) for row in rows]


def add_practitioner(
    email: str,
    name: str,
    agency: str,
    roles: Iterable[str],
    *,
    post: str = "",
    team: str = "",
    identity: str = "",
) -> tuple[str, str]:
    """Add somebody who works for an agency: their id, and the path of the page where they set a password.

    The id is made from the name where none is given. The page can be used once and for three days.
    ValueError says what is wrong.
    """
    from allauth.account.forms import default_token_generator  # noqa: PLC0415 - after Django is set up
    from allauth.account.utils import user_pk_to_url_str  # noqa: PLC0415 - as above
    from django.urls import reverse  # noqa: PLC0415 - as above

    from heeded.adapters.record.models import Agency, Practitioner  # noqa: PLC0415 - as above

    given = sorted(roles)
    if strange := [role for role in given if role not in ROLES]:
        raise ValueError(f"there is no role “{strange[0]}” for a person; the roles are: {', '.join(ROLES)}")
    if not Agency.objects.filter(id=agency).exists():
        raise ValueError(f"the record has no agency {agency}: add it first (heeded agency add)")
    if Practitioner.objects.filter(email__iexact=email).exists():
        raise ValueError(f"somebody signs in with {email} already")
    after: dict[str, Value] = {
        "name": name,
        "email": email,
        "post": post,
        "team": team,
        "roles": given,
        "agency": agency,
        "active": True,
    }
    made_as = _free(identity, name)
    _apply(Act.ADDED, Kept.PERSON, made_as, agency, after=after)
    made = Practitioner.objects.get(id=made_as)
    key = {"uidb36": user_pk_to_url_str(made), "key": default_token_generator.make_token(made)}
    return made.id, reverse("account_reset_password_from_key", kwargs=key)


def _free(wanted: str, name: str) -> str:
    """The id that is wanted, if it can be one and is nobody's; without one, the first free one of a name."""
    from django.utils.text import slugify  # noqa: PLC0415 - after Django is set up

    from heeded.adapters.record.models import Practitioner  # noqa: PLC0415 - as above

    if wanted and not _PERSON.fullmatch(wanted):
        raise ValueError(f"“{wanted}” cannot be an id: use up to 60 letters, digits, hyphens and underlines")
    if wanted and Practitioner.objects.filter(id=wanted).exists():
        raise ValueError(f"somebody has the id {wanted} already")
    start = slugify(name)[:50].strip("-") or "practitioner"
    taken = {*Practitioner.objects.filter(id__startswith=start).values_list("id", flat=True)}
    numbered = (f"{start}-{number}" for number in count(2))
    return wanted or next(each for each in chain([start], numbered) if each not in taken)


def stop_practitioner(identity: str) -> None:
    """Let somebody in no more, from their next request on; LookupError where there is nobody of that id."""
    from heeded.adapters.record.models import Practitioner  # noqa: PLC0415 - after Django is set up

    found = Practitioner.objects.filter(id=identity).first()
    if found is None:
        raise LookupError(f"there is nobody by the id {identity}")
    _apply(
        Act.STOPPED,
        Kept.PERSON,
        identity,
        found.agency_id,
        before={"active": found.is_active},
        after={"active": False},
    )


def make_credential(agency: str, name: str, scopes: Iterable[str], expires: int) -> tuple[str, str]:
    """Let a system of an agency in until a second (UTC): the credential's id and its secret, told this once.

    ValueError says what is wrong.
    """
    from heeded.adapters.record.door.staffing import PostgresStaffing  # noqa: PLC0415 - after Django is set up

    after: dict[str, Value] = {"name": name, "scopes": sorted(scopes), "expires": str(expires)}
    change = _change(Act.ADDED, Kept.CREDENTIAL, "", agency, after=after)
    try:
        return PostgresStaffing().make_credential(change)
    except LookupError as wrong:
        raise ValueError(f"{wrong.args[0]}: add it first (heeded agency add)") from wrong


def withdraw_credential(identity: str) -> None:
    """Let a system in no more, from its next request on; LookupError where there is no such credential."""
    from heeded.adapters.record.models import Credential  # noqa: PLC0415 - after Django is set up

    found = Credential.objects.filter(id=identity).first()
    if found is None:
        raise LookupError(f"there is no credential {identity}")
    _apply(
        Act.STOPPED,
        Kept.CREDENTIAL,
        identity,
        found.agency_id,
        before={"active": found.active},
        after={"active": False},
    )


def _apply(
    act: Act,
    kept: Kept,
    identity: str,
    agency: str,
    *,
    before: Mapping[str, Value] | None = None,
    after: Mapping[str, Value],
) -> None:
    """Do it and put it into the history, as done on the command line."""
    from heeded.adapters.record.door.staffing import PostgresStaffing  # noqa: PLC0415 - after Django is set up

    PostgresStaffing().apply(_change(act, kept, identity, agency, before=before, after=after))


def _change(
    act: Act,
    kept: Kept,
    identity: str,
    agency: str,
    *,
    before: Mapping[str, Value] | None = None,
    after: Mapping[str, Value],
) -> Change:
    return Change(
        act=act,
        kept=kept,
        id=identity,
        agency=agency,
        by=COMMAND_LINE,
        at=int(time.time()),
        before=before or {},
        after=after,
    )
