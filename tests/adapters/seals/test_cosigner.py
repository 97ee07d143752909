"""A witness's answers, status by status, as C2SP's tlog-witness has them."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from heeded.adapters.seals import Seal, Verifiers, Witness, Witnesses, open_seal
from heeded.adapters.seals.carrier import Carrier
from heeded.adapters.seals.cosigner import SIZE, Answer, Cosigner
from heeded.casework.ports.witnessing import NotReached, Objects
from heeded.core.log.checkpoint import Checkpoint, Submission
from heeded.core.log.note import Kind, Note
from heeded.core.log.proofs import consistency_proof, root_at
from heeded.core.log.tree import EMPTY_ROOT
from tests.core.log import plainly

LOG = "record.example/borough"


class Shown:
    """A log of forty leaves, another that differs from leaf 5 on, and a witness who knows its key."""

    def __init__(self, place: Path) -> None:
        self.log = open_seal(place / "log", LOG)
        self.witness = Witness(open_seal(place / "witness", "police.example/w"), place / "seen")
        self.cosigner = Cosigner(self.witness, [self.log.key()])
        self.stored, self.fork = plainly.Stored(), plainly.Stored()
        self.stored.append(plainly.leaves(40))
        self.fork.append([*self.stored.leaves[:5], *plainly.leaves(35, "rewritten")])

    def note(self, size: int, stored: plainly.Stored | None = None, seal: Seal | None = None) -> Note:
        """A checkpoint, signed."""
        root = root_at(size, stored or self.stored)
        return (seal or self.log).sign(Checkpoint(LOG, size, root).text)

    def asked(self, old: int, note: Note, stored: plainly.Stored | None = None) -> Answer:
        """What the witness answers to it."""
        size = Checkpoint.parse(note.text).size
        proof = consistency_proof(old, size, stored or self.stored) if old <= size else ()
        return self.cosigner.answer(str(Submission(old, proof, note)).encode(), 1_700_000_000 + size)


@pytest.fixture
def shown(tmp_path: Path) -> Shown:
    """A log and a witness who has seen nothing of it."""
    return Shown(tmp_path)


def test_what_extends_what_was_seen_is_signed(shown: Shown) -> None:
    checks = Verifiers((shown.log.key(),), Witnesses((shown.witness.seal.key(Kind.COSIGNATURE),), 1))
    for old, size in ((0, 7), (7, 7), (7, 40)):
        note = shown.note(size)
        answer = shown.asked(old, note)
        assert (answer.status, answer.says.count("\n")) == (200, 1)
        assert checks.checkpoint(str(note) + answer.says).seen == (
            ("police.example/w", 1_700_000_000 + size),
        )


def test_each_refusal_has_the_status_that_the_specification_gives_it(shown: Shown, tmp_path: Path) -> None:
    shown.asked(0, shown.note(20))
    stranger = open_seal(tmp_path / "stranger", "stranger.example/log")
    unknown = stranger.sign(Checkpoint(stranger.name, 0, EMPTY_ROOT).text)
    impostor = Note(shown.note(30).text, open_seal(tmp_path / "x", LOG).sign(shown.note(30).text).signatures)
    assert shown.asked(20, impostor).status == 403
    assert shown.cosigner.answer(str(Submission(0, (), unknown)).encode(), 1).status == 404
    assert shown.asked(31, shown.note(30)).status == 400
    for body in (b"", b"old 1\n", b"old 01\n\n" + str(shown.note(30)).encode(), b"\xff", b"old 20\nx\n\nx"):
        assert shown.cosigner.answer(body, 1).status == 400, body
    for old, size in ((0, 30), (19, 30), (10, 10)):
        conflict = shown.asked(old, shown.note(size))
        assert (conflict.status, conflict.says, conflict.media) == (409, "20\n", SIZE)
    rewritten = shown.asked(20, shown.note(20, shown.fork), shown.fork)
    assert (rewritten.status, rewritten.media != SIZE) == (409, True)
    assert shown.asked(20, shown.note(30, shown.fork), shown.fork).status == 422
    assert shown.witness.last_seen(LOG).size == 20
    assert [Checkpoint.parse(note.text).size for note in shown.witness.refused(LOG)] in ([20, 30], [30, 20])
    assert shown.asked(20, shown.note(40)).status == 200


def test_no_more_hashes_than_the_specification_allows_are_read(shown: Shown) -> None:
    body = "".join(["old 1\n", *["AAAA\n"] * 64, "\n", str(shown.note(30))])
    answer = shown.cosigner.answer(body.encode(), 1)
    assert (answer.status, "63" in answer.says) == (400, True)


@contextmanager
def answering(status: int, says: str, media: str = "text/plain") -> Iterator[str]:
    """Somebody at an address who answers everything so."""

    class One(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            """Answer."""
            self.rfile.read(int(self.headers["Content-Length"]))
            self.send_response(status)
            self.send_header("Content-Type", media)
            self.end_headers()
            self.wfile.write(says.encode())

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), One) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/prefix"
        server.shutdown()


def test_an_answer_is_believed_for_its_signature_alone(shown: Shown, tmp_path: Path) -> None:
    note = shown.note(7)
    own = shown.witness.seal.key(Kind.COSIGNATURE)
    right = str(shown.witness.seal.cosignature(note.text, 5))
    of_another = str(open_seal(tmp_path / "o", own.name).cosignature(note.text, 5))
    of_other_text = str(shown.witness.seal.cosignature(shown.note(8).text, 5))
    with answering(200, f"not a line\n{of_another}\n{right}\n") as url:
        assert Carrier(own, url).cosign(str(note), lambda _: ()).at == 5
    for says in ("", of_another, of_other_text, right[:-4]):
        with answering(200, says + "\n") as url, pytest.raises(NotReached, match="not its signature"):
            Carrier(own, url).cosign(str(note), lambda _: ())


def test_who_does_not_answer_is_asked_again_and_who_objects_is_heard(shown: Shown) -> None:
    note, own = str(shown.note(7)), shown.witness.seal.key(Kind.COSIGNATURE)
    for status in (301, 404, 500, 503):
        with answering(status, "no") as url, pytest.raises(NotReached, match=str(status)):
            Carrier(own, url).cosign(note, lambda _: ())
    for url in ("ftp://127.0.0.1/", "http://127.0.0.1:1/", "nonsense"):
        with pytest.raises(NotReached):
            Carrier(own, url).cosign(note, lambda _: ())
    with answering(422, "it does not begin so") as url, pytest.raises(Objects, match="it does not begin so"):
        Carrier(own, url).cosign(note, lambda _: ())
    with answering(409, "9\n", SIZE) as url, pytest.raises(Objects, match="seen 9 entries"):
        Carrier(own, url).cosign(note, lambda old: () if old <= 7 else None)
    with answering(409, "9\n", SIZE) as url, pytest.raises(NotReached, match="newer"):
        Carrier(own, url).cosign(note, lambda _: ())
    with answering(409, "many\n", SIZE) as url, pytest.raises(NotReached):
        Carrier(own, url).cosign(note, lambda _: ())
