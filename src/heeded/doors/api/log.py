"""The log, shown: receipts with proofs for those who hold entries in it, checkpoints for everybody."""

from __future__ import annotations

import json
from base64 import b64encode
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from ninja import Router, Schema
from ninja.params.functions import Query
from pydantic import Field

from heeded.bootstrap import sealing
from heeded.core.log.proofs import VERSION
from heeded.doors.api.caller import SignedIn, caller_of, now
from heeded.doors.api.events.shape import Receipt
from heeded.doors.api.problem import nothing_found
from heeded.doors.api.reading.chronology import LAST
from heeded.doors.api.said import refusals
from heeded.doors.api.scope import Scope

router = Router(tags=["log"])
_CHECKPOINT = "heeded/1f6c2a90b7d4\n1024\nk5vV0e4w…\n\n— heeded/1f6c2a90b7d4 yFQ…\n"


class Hashes(Schema):
    """The hashes from a leaf to the root (RFC 6962, 2.1.1), in base64: save it as the proof's file."""

    version: str = Field(description="The format of the proof.", examples=["heeded-proof/1"])
    hashes: list[str] = Field(description="The hashes, the lowest first.", examples=[[]])


class Proof(Schema):
    """A receipt, and the proof that its leaf is in the log of a signed checkpoint."""

    receipt: Receipt
    size: int = Field(description="How many leaves the log of the checkpoint has.", examples=[1024])
    proof: Hashes
    checkpoint: str = Field(
        description="The checkpoint as a signed note (C2SP tlog-checkpoint).",
        examples=[_CHECKPOINT],
    )


class Extended(Schema):
    """The proof that the log was only ever added to."""

    proof: Hashes
    checkpoint: str = Field(
        description="The newer checkpoint as a signed note (C2SP tlog-checkpoint).", examples=[_CHECKPOINT]
    )


@router.get(
    "/receipts/{uuid:entry}",
    auth=SignedIn(Scope.RECEIPTS, reads=True),
    response={200: Proof},
    operation_id="getReceipt",
    summary="Prove that an entry of yours is in the log",
    openapi_extra={"responses": refusals(401, 403, 404, 422, 429, 503)},
)
def get_receipt(request: HttpRequest, entry: UUID) -> Proof:
    """The receipt of an entry that your agency told, and the proof that it is in the log.

    The proof leads to the newest checkpoint, or to a new one where none holds the entry yet. Check it with
    `tools/check_receipt.py`, which needs nothing of Heeded.
    """
    found = sealing.proving().prove(entry, caller_of(request).actor.agency, now())
    if found is None:
        raise nothing_found()
    return Proof(
        receipt=Receipt.model_validate(json.loads(sealing.receipt(found.place))),
        size=found.size,
        proof=Hashes(version=VERSION, hashes=[b64encode(each).decode() for each in found.proof]),
        checkpoint=found.checkpoint,
    )


@router.get(
    "/log/checkpoint",
    auth=None,
    operation_id="getCheckpoint",
    summary="The newest signed checkpoint of the log",
    openapi_extra={
        "responses": {
            200: {
                "description": "A signed note",
                "content": {
                    "text/plain": {
                        "schema": {"type": "string"},
                        "examples": {"a checkpoint": {"value": _CHECKPOINT}},
                    }
                },
            },
            **refusals(422, 503),
        }
    },
)
def get_checkpoint(request: HttpRequest) -> HttpResponse:  # noqa: ARG001 - ninja gives it
    """How long the log is and its root, signed (C2SP tlog-checkpoint); public, for witnesses.

    A minute old at most where the log has grown since.
    """
    return HttpResponse(sealing.proving().checkpoint(now()), "text/plain; charset=utf-8")


@router.get(
    "/log/extension",
    auth=None,
    response={200: Extended},
    operation_id="getExtension",
    summary="Prove that the log was only added to",
    openapi_extra={"responses": refusals(404, 422, 503)},
)
def get_extension(
    request: HttpRequest,  # noqa: ARG001 - ninja gives it
    size: int = Query(ge=0, le=LAST, description="How many leaves the older checkpoint had.", example=1),
) -> Extended:
    """The proof that the newest checkpoint's log begins with every leaf of an older one (RFC 6962, 2.1.2).

    Public, for witnesses; 404 where the log has never been so long.
    """
    found = sealing.proving().extends(size, now())
    if found is None:
        raise nothing_found()
    hashes, checkpoint = found
    coded = [b64encode(each).decode() for each in hashes]
    return Extended(proof=Hashes(version=VERSION, hashes=coded), checkpoint=checkpoint)
