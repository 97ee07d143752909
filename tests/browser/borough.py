"""The demonstration's borough, served to browsers: Child T in it, and the ways in to its practitioners."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from heeded.bootstrap.settings_names import DEMO, DJANGO_KEY
from tests.casework.looking.telling import rows
from tests.doors.api.serving import served
from tests.doors.web.visiting import give_password, give_second_factor

WITH_SECOND_FACTOR, WITHOUT, WITH_KEY = "piet-invented", "rhys-invented", "lena-invented"
"""Those who sign in by password: one with a second factor, one without, one who will add a security key."""


@dataclass(frozen=True, slots=True)
class Borough:
    """Where its pages are, and the administrator's connection string of its record.

    `key` is the server's, with which it signs: Django may have been set up in this process with another.
    """

    site: str
    admin: str
    filled_at: int
    key: str

    def way_in(self, practitioner: str) -> str:
        """The path by which one of its practitioners is signed in."""
        from django.core import signing  # noqa: PLC0415 - after Django is set up

        from heeded.bootstrap.demo.ways_in import SALT  # noqa: PLC0415 - as above

        return f"/demo/sign-in/{signing.dumps(practitioner, key=self.key, salt=SALT)}"

    def child(self, family: str) -> tuple[str, str]:
        """The id in the record and the NHS number of the child whom a family's first report is about."""
        from heeded.bootstrap.demo.tellings import tellings  # noqa: PLC0415 - after Django is set up

        told = next(
            each.report for each in tellings(self.filled_at) if each.report.id.startswith(f"{family}-")
        )
        number = told.events[0].child
        named = "SELECT person FROM record.subject WHERE agency = %s AND ref = %s"
        ((person,),) = rows(self.admin, named, told.agency, number)
        return str(person), number


@contextmanager
def borough(own: str) -> Iterator[Borough]:
    """A database filled as the demonstration is, and served as the demonstration is, until the block ends."""
    from heeded.bootstrap import looking  # noqa: PLC0415 - after Django is set up
    from heeded.bootstrap.demo.fill import fill  # noqa: PLC0415 - as above

    now = int(time.time())
    for _ in fill(now):
        pass
    for each in (WITH_SECOND_FACTOR, WITHOUT, WITH_KEY):
        give_password(each)
    give_second_factor(WITH_SECOND_FACTOR)
    looking.recorder().close()
    with served(own, **{DEMO: "1"}) as site:
        yield Borough(site.replace("127.0.0.1", "localhost"), own, now, os.environ[DJANGO_KEY])
