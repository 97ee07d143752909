"""What sign-in allows: accounts are made by an agency's administrator, never by whoever comes by."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialLogin
from django.http import HttpRequest
from django.shortcuts import render


class Accounts(DefaultAccountAdapter):  # type: ignore[misc] # allauth ships no types
    """Nobody makes an account for themselves."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002 - allauth's signature
        """Never."""
        return False


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
