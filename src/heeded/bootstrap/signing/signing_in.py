"""Signing in: practitioners by password and a second factor, or through their agency's own directory."""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping
from typing import Any

from cryptography.fernet import Fernet

from heeded.bootstrap.secret import derived
from heeded.bootstrap.settings_names import BEHIND_TLS

DIRECTORIES = "HEEDED_DIRECTORIES"
"""Agencies' own directories (OpenID Connect), as a JSON list of objects with the fields of `FIELDS`."""
FIELDS = ("id", "name", "server", "identifier", "secret")

APPS = (
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
)
MIDDLEWARE = (
    "allauth.account.middleware.AccountMiddleware",
    "heeded.doors.web.sign_in.sitting.Sitting",
)


def signing_in(environ: Mapping[str, str], *, demo: bool) -> dict[str, Any]:
    """The settings of sign-in; ValueError says what is wrong with the directories that are given."""
    return {
        "AUTHENTICATION_BACKENDS": [
            "django.contrib.auth.backends.ModelBackend",
            "allauth.account.auth_backends.AuthenticationBackend",
        ],
        "LOGIN_URL": "/account/login/",
        "LOGIN_REDIRECT_URL": "/",
        "LOGOUT_REDIRECT_URL": "/account/login/",
        "ACCOUNT_ADAPTER": "heeded.doors.web.sign_in.adapter.Accounts",
        "SOCIALACCOUNT_ADAPTER": "heeded.doors.web.sign_in.adapter.Directories",
        "ACCOUNT_USER_MODEL_USERNAME_FIELD": None,
        "ACCOUNT_LOGIN_METHODS": {"email"},
        "ACCOUNT_SIGNUP_FIELDS": ["email*", "password1*"],
        "ACCOUNT_EMAIL_VERIFICATION": "none",
        "ACCOUNT_PREVENT_ENUMERATION": True,
        "ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE": True,
        "ACCOUNT_REAUTHENTICATION_TIMEOUT": 300,
        "ACCOUNT_RATE_LIMITS": {
            "login_failed": "20/15m/ip",
            "tries_from_one_address": "5/15m/key",
            "tries_at_one_account": "100/1h/key",
            "reset_password": "5/1h/ip,3/1h/key",
        },
        "ACCOUNT_SESSION_REMEMBER": False,
        "ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS": False,
        "ALLAUTH_TRUSTED_PROXY_COUNT": int(environ.get(BEHIND_TLS) == "1"),
        "SECOND_FACTOR_FOR_ALL": not demo,
        "MFA_ADAPTER": "heeded.doors.web.sign_in.adapter.SecondFactors",
        "MFA_SUPPORTED_TYPES": ["totp", "webauthn", "recovery_codes"],
        "MFA_TOTP_ISSUER": "Heeded",
        "MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN": demo,
        "SOCIALACCOUNT_ONLY": False,
        "SOCIALACCOUNT_AUTO_SIGNUP": False,
        "SOCIALACCOUNT_EMAIL_AUTHENTICATION": True,
        "SOCIALACCOUNT_EMAIL_AUTHENTICATION_AUTO_CONNECT": True,
        "SOCIALACCOUNT_LOGIN_ON_GET": False,
        "SOCIALACCOUNT_PROVIDERS": {
            "openid_connect": {
                "OAUTH_PKCE_ENABLED": True,
                "APPS": directories(environ.get(DIRECTORIES, "")),
            }
        },
    }


def seal(text: str) -> str:
    """The secret of a second factor as the database keeps it, under a key of the deployment's."""
    return _key().encrypt(text.encode()).decode()


def unseal(sealed: str) -> str:
    """The secret of a second factor; InvalidToken where another deployment sealed it."""
    return _key().decrypt(sealed.encode()).decode()


def _key() -> Fernet:
    return Fernet(base64.urlsafe_b64encode(derived("second factors")))


def directories(text: str) -> list[dict[str, Any]]:
    """The agencies' directories that a deployment names; ValueError says what is missing in which."""
    try:
        named = json.loads(text or "[]")
        return [_directory(each) for each in named]
    except (TypeError, json.JSONDecodeError) as wrong:
        raise ValueError(f"{DIRECTORIES} must be a JSON list of objects: {wrong}") from wrong


def _directory(given: Mapping[str, str]) -> dict[str, Any]:
    missing = [field for field in FIELDS if not given.get(field)]
    if missing:
        raise ValueError(
            f"a directory in {DIRECTORIES} lacks {', '.join(missing)}: each needs {', '.join(FIELDS)}"
        )
    if not str(given["server"]).startswith("https://"):
        raise ValueError(f"the directory {given['id']} must be reached over https, not {given['server']}")
    return {
        "provider_id": given["id"],
        "name": given["name"],
        "client_id": given["identifier"],
        "secret": given["secret"],
        "settings": {"server_url": given["server"]},
    }
