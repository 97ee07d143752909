"""The way to a witness: a checkpoint posted with its proof, and the signature that comes back checked."""

from __future__ import annotations

import http.client
from dataclasses import dataclass, field
from http import HTTPStatus
from urllib.parse import urlsplit

from heeded.adapters.seals.cosigner import SIZE
from heeded.adapters.seals.seal import cosigned_by
from heeded.casework.ports.witnessing import Cosigned, NotReached, Objects, Prove
from heeded.core.log.checkpoint import Checkpoint, Submission
from heeded.core.log.note import Note, Signature, VerifierKey
from heeded.core.log.strict import whole_number

SECONDS = 5.0
"""How long a witness may take for each step."""
_LARGEST = 100_000
_NOT_THE_ONE = {HTTPStatus.CONFLICT, HTTPStatus.UNPROCESSABLE_ENTITY}


@dataclass(slots=True)
class Carrier:
    """Brings checkpoints to the witness of a key at a URL (its submission prefix, C2SP tlog-witness)."""

    key: VerifierKey
    url: str
    _known: int = field(default=0, init=False)

    @property
    def name(self) -> str:
        """The witness's name."""
        return self.key.name

    def cosign(self, note: str, prove: Prove) -> Cosigned:
        """The witness's signature under a checkpoint, checked.

        NotReached where it gave no answer of use; Objects where it saw a log that this one does not begin
        with, or saw more of it than there is.
        """
        whole = Note.parse(note)
        size = Checkpoint.parse(whole.text).size
        status, said, media = self._post(whole, min(self._known, size), prove)
        if status == HTTPStatus.CONFLICT and media == SIZE:
            self._known = _size(said)
            if self._known > size and prove(self._known) is not None:
                raise NotReached("it was brought a newer checkpoint meanwhile")
            status, said, media = self._post(whole, self._known, prove)
        if status in _NOT_THE_ONE:
            raise Objects(said.strip()[:500] or f"it answered {status}")
        if status != HTTPStatus.OK:
            raise NotReached(f"it answered {status}: {said.strip()[:200]}")
        self._known = size
        return self._checked(whole.text, said, size)

    def _post(self, note: Note, old: int, prove: Prove) -> tuple[int, str, str]:
        proof = prove(old)
        if proof is None:
            raise Objects(f"it has seen {old:,} entries, but the log was never so long")
        parts = urlsplit(self.url)
        body = str(Submission(old, tuple(proof), note)).encode()
        try:
            line = _line(parts.scheme, parts.hostname or "", parts.port)
            try:
                headers = {"Content-Type": "text/plain; charset=utf-8", "User-Agent": "Heeded"}
                line.request("POST", f"{parts.path.rstrip('/')}/add-checkpoint", body, headers)
                answer = line.getresponse()
                said = answer.read(_LARGEST).decode("utf-8", "replace")
                return answer.status, said, answer.headers.get_content_type()
            finally:
                line.close()
        except (OSError, http.client.HTTPException, ValueError) as wrong:
            raise NotReached(f"it could not be reached: {type(wrong).__name__} {wrong}".strip()) from wrong

    def _checked(self, text: str, said: str, size: int) -> Cosigned:
        for written in said.splitlines():
            try:
                line = Signature.parse(written)
            except ValueError:
                continue
            if self.key.made(line) and (second := cosigned_by(self.key, text, line)) is not None:
                return Cosigned(self.name, size, second, str(line))
        raise NotReached("what it answered is not its signature under this checkpoint")


def _line(scheme: str, host: str, port: int | None) -> http.client.HTTPConnection:
    if scheme == "https":
        return http.client.HTTPSConnection(host, port, timeout=SECONDS)
    if scheme == "http":
        return http.client.HTTPConnection(host, port, timeout=SECONDS)
    raise ValueError(f"a witness's address begins with https:// or http://, not with {scheme}://")


def _size(said: str) -> int:
    try:
        return whole_number(said.strip(), "the size that was seen")
    except ValueError as wrong:
        raise NotReached(str(wrong)) from wrong
