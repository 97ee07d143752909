"""Where e-mail goes: one address in the environment, as Django's settings name its parts."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import unquote, urlsplit

_BACKENDS = "django.core.mail.backends"
_PORTS = {"smtp": 25, "smtp+starttls": 587, "smtps": 465}
_SECONDS = 10


def mail_of(address: str) -> Mapping[str, object]:
    """Django's settings for `smtp+starttls://name:password@host:587`, `smtps://…`, `smtp://…` or `file:///…`.

    Empty: e-mail is printed and not sent. ValueError for anything else.
    """
    parts = urlsplit(address)
    if not address:
        return {"EMAIL_BACKEND": f"{_BACKENDS}.console.EmailBackend"}
    if parts.scheme == "file" and parts.path:
        return {
            "EMAIL_BACKEND": f"{_BACKENDS}.filebased.EmailBackend",
            "EMAIL_FILE_PATH": unquote(parts.path),
        }
    if parts.scheme in _PORTS and parts.hostname:
        return {
            "EMAIL_BACKEND": f"{_BACKENDS}.smtp.EmailBackend",
            "EMAIL_HOST": parts.hostname,
            "EMAIL_PORT": parts.port or _PORTS[parts.scheme],
            "EMAIL_HOST_USER": unquote(parts.username or ""),
            "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
            "EMAIL_USE_TLS": parts.scheme == "smtp+starttls",
            "EMAIL_USE_SSL": parts.scheme == "smtps",
            "EMAIL_TIMEOUT": _SECONDS,
        }
    raise ValueError(
        "HEEDED_MAIL is not the address of a mail server, such as smtp+starttls://name:password@host:587"
    )
