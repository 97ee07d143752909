"""A witness's answers to those who bring it checkpoints, after C2SP (tlog-witness, add-checkpoint)."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from http import HTTPStatus

from heeded.adapters.seals.verifiers import BadSeal, Verifiers
from heeded.adapters.seals.witness import NotConsistent, SeenAnother, Witness
from heeded.core.log.checkpoint import Checkpoint, Submission
from heeded.core.log.note import VerifierKey

LARGEST = 200_000
"""How many bytes a request may have: the longest note and proof, and then some."""
SIZE = "text/x.tlog.size"
"""The media type of an answer that tells the size last seen (C2SP tlog-witness)."""

log = logging.getLogger("heeded.witness")


@dataclass(frozen=True, slots=True)
class Answer:
    """What a witness answers: an HTTP status, its words or signature lines, and their media type."""

    status: HTTPStatus
    says: str
    media: str = "text/plain; charset=utf-8"


@dataclass(frozen=True, slots=True)
class Cosigner:
    """Answers as one witness, for the logs whose keys it was given."""

    witness: Witness
    keys: Sequence[VerifierKey]

    def answer(self, body: bytes, second: int) -> Answer:
        """The answer to a request that came at `second` (UTC): 200 with a cosignature, or why there is none.

        400 unreadable; 403 not signed by the log; 404 a log that is not known here; 409 with the size last
        seen, where the log starts from another, or with words, where it shows another root at that size;
        422 where it does not extend what was seen. Of the last two the operator is told.
        """
        try:
            submission = Submission.parse(body.decode())
            checkpoint = Checkpoint.parse(submission.note.text)
        except ValueError as wrong:
            return Answer(HTTPStatus.BAD_REQUEST, f"{wrong}\n")
        if submission.old > checkpoint.size:
            return Answer(HTTPStatus.BAD_REQUEST, "The old size is greater than the checkpoint's.\n")
        keys = tuple(key for key in self.keys if key.name == checkpoint.origin)
        if not keys:
            return Answer(HTTPStatus.NOT_FOUND, f"The log {checkpoint.origin} is not known here.\n")
        return self._of_a_known_log(submission, checkpoint, Verifiers(keys), second)

    def _of_a_known_log(
        self, submission: Submission, checkpoint: Checkpoint, keys: Verifiers, second: int
    ) -> Answer:
        written = str(submission.note)
        try:
            signed = self.witness.cosign(written, submission.proof, keys, second, submission.old)
        except BadSeal as wrong:
            return Answer(HTTPStatus.FORBIDDEN, f"{wrong}\n")
        except SeenAnother as seen:
            if checkpoint.size < seen.size:
                log.warning("REFUSED: %s. It may have been put back to an old backup: ask its keepers", seen)
            return Answer(HTTPStatus.CONFLICT, f"{seen.size}\n", SIZE)
        except NotConsistent as wrong:
            log.critical("REFUSED: %s. The log was rewritten: keep both checkpoints, they prove it", wrong)
            same = submission.old == checkpoint.size
            return Answer(HTTPStatus.CONFLICT if same else HTTPStatus.UNPROCESSABLE_ENTITY, f"{wrong}\n")
        return Answer(HTTPStatus.OK, f"{signed.signatures[-1]}\n")
