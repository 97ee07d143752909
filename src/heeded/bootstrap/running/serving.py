"""The web server: gunicorn with threads, under an address that it may serve."""

from __future__ import annotations

import gc
import ipaddress
import os
import socket
import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from gunicorn.app.base import BaseApplication  # type: ignore[import-untyped] # it ships none

from heeded.bootstrap.running.ready import NotReady

if TYPE_CHECKING:
    from wsgiref.types import WSGIApplication as Application

THREADS = 4
_TURN = 0.0005
"""For how many seconds a thread may go on while others wait for the interpreter.

A request asks the database ten times and more. With Python's own 5 ms it waited that long after each answer
for whichever thread was judging: at 50 reports a second the slowest in a hundred took twice as long.
"""
_SECONDS = 60
_GRACE = 20
_PORTS = range(1, 65536)


@dataclass(frozen=True, slots=True)
class Address:
    """Where the web server listens."""

    host: str
    port: int

    @classmethod
    def parse(cls, written: str) -> Address:
        """Read `127.0.0.1:8000` or `[::1]:8000`; ValueError says what is wrong with anything else."""
        host, _, port = written.rpartition(":")
        if not host or not port.isascii() or not port.isdigit() or int(port) not in _PORTS:
            raise ValueError(f"“{written}” is not an address and a port, such as 127.0.0.1:8000")
        return cls(host.strip("[]"), int(port))

    @property
    def is_loopback(self) -> bool:
        """Whether only this machine can reach it."""
        try:
            return ipaddress.ip_address(self.host).is_loopback
        except ValueError:
            return self.host == "localhost"

    def must_be_free(self) -> None:
        """NotReady where nothing can listen here, because another program does or the machine lacks it."""
        try:
            family = socket.AF_INET6 if ":" in self.host else socket.AF_INET
            socket.create_server((self.host, self.port), family=family).close()
        except OSError as wrong:
            said = os.strerror(wrong.errno) if wrong.errno else str(wrong)
            raise NotReady(
                f"Heeded cannot listen on {self} ({said}). Stop what listens there, or say another address: "
                f"--address {self._beside()}"
            ) from wrong

    def _beside(self) -> Address:
        return Address(self.host, self.port + 1 if self.port + 1 in _PORTS else 8000)

    def __str__(self) -> str:
        """As it stands in a URL."""
        return f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"


def serve(address: Address, workers: int, *, on_ready: Callable[[], None]) -> None:
    """Serve the web application until told to stop (SIGTERM, SIGINT); requests under way are finished first.

    Django is signed in to the database as the application. Ends the process where the address is taken.
    """
    _run(address, workers, on_ready, _web)


def serve_application(address: Address, application: Application, *, on_ready: Callable[[], None]) -> None:
    """Serve a WSGI application of no more than this one process in the same way."""
    _run(address, 1, on_ready, lambda: application)


def _run(
    address: Address, workers: int, on_ready: Callable[[], None], load: Callable[[], Application]
) -> None:
    _Server(
        {
            "bind": str(address),
            "workers": workers,
            "worker_class": "gthread",
            "threads": THREADS,
            "timeout": _SECONDS,
            "graceful_timeout": _GRACE,
            "loglevel": "warning",
            "accesslog": None,
            "proc_name": "heeded",
            "control_socket_disable": True,
            "when_ready": lambda _: on_ready(),
        },
        load,
    ).run()


def _web() -> Application:
    """The web application, loaded in each of gunicorn's own processes."""
    from django.db import connections  # noqa: PLC0415 - after Django is set up

    connections.close_all()
    sys.setswitchinterval(_TURN)
    from heeded.bootstrap.wsgi import application  # noqa: PLC0415 - as above

    _keep_what_stays()
    return application


def _keep_what_stays() -> None:
    """Have Python look no more for rubbish among what every request needs: the modules and the handbook.

    Each full look through them held every answer of a process up for some 80 ms, again and again.
    """
    gc.collect()
    gc.freeze()


class _Server(BaseApplication):  # type: ignore[misc] # gunicorn has no types of its own
    """Gunicorn, told its settings by us and by no file or environment."""

    def __init__(self, settings: dict[str, Any], load: Callable[[], Application]) -> None:
        self._settings = settings
        self._load = load
        super().__init__()

    def load_config(self) -> None:
        """Take the settings given."""
        for name, value in self._settings.items():
            self.cfg.set(name, value)

    def load(self) -> Application:
        """The application that is served."""
        return self._load()
