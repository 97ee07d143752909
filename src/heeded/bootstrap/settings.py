"""Django's settings, from the environment that `heeded.bootstrap.live.set_up` makes."""

from __future__ import annotations

import os
import secrets
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from django.conf.locale import LANG_INFO
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from heeded.bootstrap.mail import mail_of
from heeded.bootstrap.settings_names import APP_URL, BEHIND_TLS, DJANGO_KEY, MAIL
from heeded.bootstrap.signing import signing_in

DEMO = os.environ.get("HEEDED_DEMO") == "1"
_HOSTS = os.environ.get("HEEDED_HOSTS", "127.0.0.1,localhost,[::1]").split(",")
_SECURE = os.environ.get("HEEDED_SECURE", "0" if DEMO else "1") == "1"


_ONCE = "-c plan_cache_mode=force_generic_plan -c jit=off"
"""Statements are planned once a connection: with row-level security planning takes longer than running."""
_PREPARED_AFTER = 1
"""From which repetition on a statement is prepared on the server."""


def database_of(url: str) -> dict[str, object]:
    """The database of a connection string, as Django names its parts."""
    parts = dict(conninfo_to_dict(url)) if url else {}
    named = {name: parts.pop(key, "") for name, key in _NAMES.items()}
    asked = f"{parts.pop('options', '')} -c search_path=public -c timezone=UTC {_ONCE}".strip()
    options: dict[str, object] = {**parts, "options": asked, "prepare_threshold": _PREPARED_AFTER}
    return {
        "ENGINE": "django.db.backends.postgresql",
        **named,
        "CONN_MAX_AGE": None,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": options,
    }


def url_of(database: Mapping[str, Any]) -> str:
    """The connection string of a database whose parts Django names, with what is asked of each connection."""
    parts = {key: database.get(name) for name, key in _NAMES.items()}
    others = {key: value for key, value in database["OPTIONS"].items() if key != "prepare_threshold"}
    return make_conninfo("", **{key: value for key, value in {**parts, **others}.items() if value})


def languages(catalogues: Path) -> list[tuple[str, str]]:
    """The codes of the languages that pages are read in, with their own names for themselves: English first.

    A language is offered once something of it is translated; what is not, is read in English.
    """
    found = sorted(each.parents[1].name for each in catalogues.glob("*/LC_MESSAGES/django.mo"))
    return [("en-gb", "English"), *((code, LANG_INFO[code]["name_local"]) for code in found)]


_NAMES = {"NAME": "dbname", "USER": "user", "PASSWORD": "password", "HOST": "host", "PORT": "port"}

SECRET_KEY = os.environ.get(DJANGO_KEY) or secrets.token_hex(32)
DEBUG = False
ALLOWED_HOSTS = _HOSTS
ROOT_URLCONF = "heeded.bootstrap.urls"
WSGI_APPLICATION = "heeded.bootstrap.wsgi.application"
INSTALLED_APPS = [
    "heeded.adapters.record",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.humanize",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "procrastinate.contrib.django",
    "heeded.doors.web",
    "csp",
    "django_htmx",
    *signing_in.APPS,
]
MIDDLEWARE = [
    "heeded.doors.api.edge.Edge",
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    *signing_in.MIDDLEWARE,
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "heeded.doors.web.shown.standing.standing",
                "heeded.doors.web.navigation.navigation",
            ]
        },
    }
]
DATABASES = {"default": database_of(os.environ.get(APP_URL, ""))}
AUTH_USER_MODEL = "record.Practitioner"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
USE_TZ = True
TIME_ZONE = "Europe/London"
LANGUAGE_CODE = "en-gb"
LANGUAGES = languages(Path(__file__).parents[1] / "doors" / "web" / "locale")
LANGUAGE_COOKIE_NAME = "language"
LANGUAGE_COOKIE_AGE = 365 * 24 * 3600
LANGUAGE_COOKIE_SECURE, LANGUAGE_COOKIE_HTTPONLY, LANGUAGE_COOKIE_SAMESITE = _SECURE, True, "Lax"
STATIC_URL = "static/"
CACHES = {"default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "shared_memory"}}
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "style-src": ["'self'"],
        "script-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "connect-src": ["'self'"],
        "form-action": ["'self'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
    }
}

globals().update(signing_in.signing_in(os.environ, demo=DEMO))
globals().update(mail_of(os.environ.get(MAIL, "")))
if os.environ.get(BEHIND_TLS) == "1":
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = _SECURE
SECURE_HSTS_SECONDS = 31_536_000 if _SECURE else 0
SECURE_SSL_REDIRECT = False  # a proxy in front does that; `heeded serve` refuses a public address without one
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 12 * 3600
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
DATA_UPLOAD_MAX_MEMORY_SIZE = 10_000_000
SILENCED_SYSTEM_CHECKS = ["security.W008"]
