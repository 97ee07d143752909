"""An agency's directory for tests: an OpenID Connect provider that vouches for one address."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any


class Directory(ThreadingHTTPServer):
    """A directory, and for whom it vouches."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Answers)
        self.vouches: dict[str, Any] = {}
        self.asked: list[str] = []

    @property
    def address(self) -> str:
        """Where it is reached."""
        return f"http://127.0.0.1:{self.server_port}"

    def answer(self, path: str) -> dict[str, Any]:
        """What it says at a path."""
        self.asked.append(path)
        said: dict[str, dict[str, Any]] = {
            "/.well-known/openid-configuration": {
                "issuer": self.address,
                "authorization_endpoint": f"{self.address}/authorize",
                "token_endpoint": f"{self.address}/token",
                "userinfo_endpoint": f"{self.address}/userinfo",
                "jwks_uri": f"{self.address}/keys",
                "token_endpoint_auth_methods_supported": ["client_secret_post"],
            },
            "/token": {"access_token": "invented", "token_type": "Bearer"},
            "/userinfo": self.vouches,
        }
        return said[path]


class _Answers(BaseHTTPRequestHandler):
    """How it answers."""

    server: Directory

    def do_GET(self) -> None:
        self._answer()

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self._answer()

    def _answer(self) -> None:
        body = json.dumps(self.server.answer(self.path.partition("?")[0])).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def serving() -> Iterator[Directory]:
    """A directory, while it runs."""
    with Directory() as directory:
        thread = Thread(target=directory.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield directory
        finally:
            directory.shutdown()
            thread.join()
