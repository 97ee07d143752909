"""A live server for tests: gunicorn over a test's own database, as `heeded serve` runs it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from heeded.bootstrap import live
from heeded.bootstrap.settings_names import APP_URL

LISTENING = re.compile(rb"Listening at: (http://127\.0\.0\.1:\d+)")


@contextmanager
def served(admin: str, **settings: str) -> Iterator[str]:
    """The address at which the web server of a database answers, until the block ends.

    `settings` are more of its environment, by name.
    """
    command = [sys.executable, "-m", "gunicorn", "heeded.bootstrap.wsgi"]
    options = [
        "--bind=127.0.0.1:0",
        "--workers=1",
        "--worker-class=gthread",
        "--threads=2",
        "--no-control-socket",
    ]
    environment = {**os.environ, APP_URL: live.signed_in(admin, live.ROLES[0]), **settings}
    with subprocess.Popen([*command, *options], env=environment, stderr=subprocess.PIPE) as server:  # noqa: S603 - our own
        try:
            yield _address(server)
        finally:
            server.terminate()
            server.communicate(timeout=30)


def _address(server: subprocess.Popen[bytes]) -> str:
    said = b""
    for line in server.stderr or ():
        said += line
        if found := LISTENING.search(line):
            return found[1].decode()
    raise RuntimeError(f"gunicorn did not come up:\n{said.decode()}")
