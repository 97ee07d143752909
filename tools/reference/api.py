"""The API's description for programs, as it is published: docs/reference/openapi.json."""

import os

import django


def openapi() -> str:
    """Give the description; Django is set up for it, without a database."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "heeded.bootstrap.settings")
    django.setup()
    from heeded.doors.api.document import document  # noqa: PLC0415 - after Django is set up

    return document()
