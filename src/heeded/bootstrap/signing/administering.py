"""The wiring of administration: the policy, the list, and the pages on which people set their passwords."""

from __future__ import annotations

import logging

from heeded.adapters.policy import shipped_access
from heeded.casework.administering import Desk

log = logging.getLogger("heeded.record")

_SUBJECT = "Heeded: your second factor was taken away"
_WORDS = (
    "Two people of your agency took your second factor away, because it was said to be lost. At your next "
    "signing in you set up a new one.\n\nIf you did not ask for this, ring your administrator at once: "
    "somebody may be trying to come in under your name.\n"
)


def desk() -> Desk:
    """What every act of administration needs, over the database that Django is set up for."""
    from heeded.adapters.record.door.staffing import PostgresStaffing  # noqa: PLC0415 - after Django is set up

    return Desk(shipped_access(), PostgresStaffing(), _invitation, _told)


def _told(person: str) -> None:
    """Tell somebody by e-mail that their second factor was taken away; what could not be sent is logged."""
    from django.conf import settings  # noqa: PLC0415 - after Django is set up
    from django.core.mail import EmailMessage  # noqa: PLC0415 - as above

    from heeded.adapters.record.models import Practitioner  # noqa: PLC0415 - as above

    found = Practitioner.objects.get(id=person)
    try:
        EmailMessage(_SUBJECT, _WORDS, settings.DEFAULT_FROM_EMAIL, [found.email]).send()
    except OSError:
        log.exception("nobody could tell %s by e-mail that their second factor was taken away", person)


def _invitation(person: str) -> str:
    """The path of the page on which somebody sets a password: good once, and for three days."""
    from allauth.account.forms import default_token_generator  # noqa: PLC0415 - after Django is set up
    from allauth.account.utils import user_pk_to_url_str  # noqa: PLC0415 - as above
    from django.urls import reverse  # noqa: PLC0415 - as above

    from heeded.adapters.record.models import Practitioner  # noqa: PLC0415 - as above

    found = Practitioner.objects.get(id=person)
    key = {"uidb36": user_pk_to_url_str(found), "key": default_token_generator.make_token(found)}
    return reverse("account_reset_password_from_key", kwargs=key)
