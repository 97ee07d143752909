"""The wiring of administration: the policy, the list, and the pages on which people set their passwords."""

from __future__ import annotations

from heeded.adapters.policy import shipped_access
from heeded.casework.administering import Desk


def desk() -> Desk:
    """What every act of administration needs, over the database that Django is set up for."""
    from heeded.adapters.record.door.staffing import PostgresStaffing  # noqa: PLC0415 - after Django is set up

    return Desk(shipped_access(), PostgresStaffing(), _invitation)


def _invitation(person: str) -> str:
    """The path of the page on which somebody sets a password: good once, and for three days."""
    from allauth.account.forms import default_token_generator  # noqa: PLC0415 - after Django is set up
    from allauth.account.utils import user_pk_to_url_str  # noqa: PLC0415 - as above
    from django.urls import reverse  # noqa: PLC0415 - as above

    from heeded.adapters.record.models import Practitioner  # noqa: PLC0415 - as above

    found = Practitioner.objects.get(id=person)
    key = {"uidb36": user_pk_to_url_str(found), "key": default_token_generator.make_token(found)}
    return reverse("account_reset_password_from_key", kwargs=key)
