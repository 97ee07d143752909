"""What sign-in allows: accounts are made by an agency's administrator, never by whoever comes by."""

from __future__ import annotations

import time
from collections.abc import Mapping
from typing import Any

from allauth.account import app_settings
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import get_authentication_records
from allauth.core import ratelimit
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.utils import is_mfa_enabled
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialLogin
from django.conf import settings
from django.http import HttpRequest
from django.shortcuts import render

from heeded.bootstrap.signing import signing_in

_SECOND_FACTOR = "allauth.mfa"
_FIRST = "password before the first second factor"


class Accounts(DefaultAccountAdapter):  # type: ignore[misc] # allauth ships no types
    """Nobody makes an account for themselves, nor a password beside their agency's own directory."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002 - allauth's signature
        """Never."""
        return False

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:  # noqa: ANN401 - allauth's signature
        """Count a try: five failures a quarter of an hour from one address, a hundred an hour from all.

        Nobody far away can so shut out a practitioner who is needed at two in the morning.
        """
        super().pre_authenticate(request, **credentials)
        counted = (
            ratelimit.consume(request, action=action, key=key)
            for action, key in self._tries(request, credentials)
        )
        if not all(counted):
            raise self.validation_error("too_many_login_attempts")

    def authenticate(self, request: HttpRequest, **credentials: Any) -> Any:  # noqa: ANN401 - allauth's signature
        """Whom the credentials are of, if anybody's: then the tries before it count no more."""
        found = super().authenticate(request, **credentials)
        if found:
            for action, key in self._tries(request, credentials):
                ratelimit.clear(request, action=action, key=key)
        return found

    def is_reauthentication_required(self, *, app: str, **named: object) -> bool:
        """Whether who is there is asked again before they change how they sign in.

        Not whoever gave a password within five minutes and had no second factor to show with it: they set
        the first one up, and see its recovery codes, without giving it again.
        """
        asked = bool(super().is_reauthentication_required(app=app, **named))
        return asked and not (app == _SECOND_FACTOR and _sets_up_the_first(self.request))

    def _tries(self, request: HttpRequest, credentials: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
        """What a try is counted under: each count by its name, and the key to it."""
        account = str(credentials.get("email", "")).lower()
        here = f"{account} {self.get_client_ip(request)}"
        return ("tries_from_one_address", here), ("tries_at_one_account", account)

    def send_password_reset_mail(self, user: Any, email: str, context: dict[str, Any]) -> None:  # noqa: ANN401 - allauth's signature
        """Send it, except to somebody for whom their agency's directory vouches; the page says the same."""
        if user.agency_id not in _with_directory():
            super().send_password_reset_mail(user, email, context)


class Directories(DefaultSocialAccountAdapter):  # type: ignore[misc] # as above
    """Whoever an agency's directory vouches for comes in, if the agency's administrator made the account."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:  # noqa: ARG002 - allauth's signature
        """Never: the account must be there already."""
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """Turn away somebody whose account belongs to another agency than the directory."""
        known: Any = sociallogin.user if sociallogin.is_existing else None
        if known is not None and known.agency_id != sociallogin.account.provider:
            raise ImmediateHttpResponse(render(request, "web/sign_in/other_agency.html", status=403))


class SecondFactors(DefaultMFAAdapter):  # type: ignore[misc] # as above
    """Second factors, whose secrets lie in the database under a key of the deployment's."""

    def encrypt(self, text: str) -> str:
        """A secret as it is kept."""
        return signing_in.seal(text)

    def decrypt(self, encrypted_text: str) -> str:
        """A secret as it was."""
        return signing_in.unseal(encrypted_text)


def _sets_up_the_first(request: HttpRequest) -> bool:
    """Whether somebody signed in just now by a password alone, because they had nothing else."""
    now = time.time()
    if not is_mfa_enabled(request.user):
        given = [
            each["at"] for each in get_authentication_records(request, request.user) if _by_password(each)
        ]
        request.session[_FIRST] = max(given, default=0)
    return bool(now - float(request.session.get(_FIRST, 0)) < app_settings.REAUTHENTICATION_TIMEOUT)


def _by_password(record: Mapping[str, Any]) -> bool:
    return record.get("method") == "password"


def _with_directory() -> frozenset[str]:
    """The agencies that have a directory of their own."""
    apps = getattr(settings, "SOCIALACCOUNT_PROVIDERS", {}).get("openid_connect", {})
    return frozenset(str(each["provider_id"]) for each in apps.get("APPS", ()))
