"""The witness over HTTP: one address, to which logs bring their checkpoints (C2SP tlog-witness)."""

from __future__ import annotations

import time
from collections.abc import Iterable
from dataclasses import dataclass
from http import HTTPStatus
from typing import TYPE_CHECKING

from heeded.bootstrap.witnessing import cosigning
from heeded.bootstrap.witnessing.cosigning import LARGEST, Answer

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIEnvironment

_PATH = "/add-checkpoint"


@dataclass(frozen=True, slots=True)
class Application:
    """Answers POST …/add-checkpoint under whatever prefix a proxy in front leaves; a WSGI application."""

    def __call__(self, environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
        """Answer one request; the keys of logs are read anew each time, so that none waits for a restart."""
        answer = _answer(environ)
        body = answer.says.encode()
        headers = [("Content-Type", answer.media), ("Content-Length", str(len(body)))]
        if answer.status == HTTPStatus.METHOD_NOT_ALLOWED:
            headers.append(("Allow", "POST"))
        start(f"{answer.status.value} {answer.status.phrase}", headers)
        return [body]


def _answer(environ: WSGIEnvironment) -> Answer:
    if not str(environ.get("PATH_INFO", "")).endswith(_PATH):
        return Answer(HTTPStatus.NOT_FOUND, f"A witness answers POST {_PATH} alone.\n")
    if environ["REQUEST_METHOD"] != "POST":
        return Answer(HTTPStatus.METHOD_NOT_ALLOWED, "Send a checkpoint with POST.\n")
    length = str(environ.get("CONTENT_LENGTH") or "")
    if not length.isdecimal() or int(length) > LARGEST:
        return Answer(HTTPStatus.BAD_REQUEST, f"Say the body's length; at most {LARGEST:,} bytes are read.\n")
    return cosigning.cosigner().answer(environ["wsgi.input"].read(int(length)), int(time.time()))
