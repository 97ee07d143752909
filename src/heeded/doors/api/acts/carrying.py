"""An act carried out for a caller, under a name of their own; and why one was not."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from django.http import HttpRequest

from heeded.bootstrap import acting, sealing
from heeded.casework.acting import (
    By,
    Desk,
    GateStands,
    NotAllowed,
    NothingThere,
    NotNow,
    NotYours,
    Refused,
)
from heeded.casework.acting import Done as WasDone
from heeded.casework.acts import Shown
from heeded.casework.acts.unwitnessed import UNWITNESSED
from heeded.doors.api.acts.shape import Done, Gates, Stood
from heeded.doors.api.caller import SignedIn, caller_of, now
from heeded.doors.api.events.answer import duties_of
from heeded.doors.api.events.shape import Receipt
from heeded.doors.api.problem import Kind, Problem, nothing_found
from heeded.doors.api.reading.purpose import PARAMETERS, stated_if_any
from heeded.doors.api.said import refusals
from heeded.doors.api.scope import Scope

KEY = "Idempotency-Key"
_KEY = re.compile(r'"?([!#-\[\]-~]{1,200})"?')
_REFUSED: Mapping[type[Refused], Kind] = {
    NotAllowed: Kind.NOT_ALLOWED,
    NotYours: Kind.NOT_ALLOWED,
    NotNow: Kind.OTHERWISE_HELD,
}
T = TypeVar("T")
_NAMED = {
    "in": "header",
    "name": KEY,
    "required": True,
    "description": "Your own name for this act: sent twice under one name, it is done once.",
    "schema": {"type": "string", "maxLength": 200, "pattern": "^[!#-\\[\\]-~]+$"},
    "example": "7c9e6679",
}


def act(operation_id: str, summary: str, example: dict[str, Any]) -> dict[str, Any]:
    """What every act says of itself to ninja and to the document."""
    parameters = [_NAMED, *({**each, "required": False} for each in PARAMETERS)]
    return {
        "auth": SignedIn(Scope.ACTS),
        "response": {200: Done},
        "operation_id": operation_id,
        "summary": summary,
        "openapi_extra": {
            "parameters": parameters,
            "requestBody": example,
            "responses": refusals(400, 401, 403, 404, 409, 413, 415, 422, 428, 503, 507),
        },
    }


def carried_out(
    request: HttpRequest, verb: Callable[[By, Desk], WasDone], unnamed: str | None = None
) -> Done:
    """Do it, and say what became of it; `unnamed` is its name where the request need not give one."""
    by = by_of(request, unnamed)
    done = asked(lambda: verb(by, acting.desk()))
    receipts = [Receipt.model_validate(json.loads(sealing.receipt(kept))) for kept in done.kept]
    return Done(
        entry=done.entry,
        again=done.again,
        keys=dict(done.keys),
        receipts=receipts,
        duties=None if done.changed is None else duties_of(done.changed, done.kept, caller_of(request)),
    )


def asked(verb: Callable[[], T]) -> T:
    """What a verb gives; Problem where it refuses."""
    try:
        return verb()
    except NothingThere:
        raise nothing_found() from None
    except GateStands as stands:
        raise Problem(Kind.OTHERWISE_HELD, str(stands), more=gates(stands.shown).model_dump()) from stands
    except Refused as refused:
        raise Problem(_REFUSED.get(type(refused), Kind.NOT_ACCEPTED), _visible(str(refused))) from refused


def by_of(request: HttpRequest, unnamed: str | None = None) -> By:
    """Who acts, when, under which name; `unnamed` where they need not give one."""
    given = request.headers.get(KEY, unnamed)
    found = _KEY.fullmatch(given.strip()) if given is not None else None
    if found is None:
        said = f"Send the header {KEY}: a name of your own for this act, up to 200 letters and signs"
        raise Problem(Kind.NOT_ACCEPTED, said)
    caller = caller_of(request)
    return By(
        actor=caller.actor,
        request=found[1],
        now=now(),
        stated=stated_if_any(request),
        post=caller.post,
        through=caller.through,
    )


def _visible(said: str) -> str:
    """What a refusal says, which may hold words of the request, with nothing that hides."""
    return "".join(sign if sign.isprintable() else "�" for sign in said[:1_000])


def gates(shown: Shown) -> Gates:
    """The gates in the way."""
    stood = [
        Stood(gate=each.name, child=each.child, because=each.judged.because, by_whom=list(each.by_whom))
        for each in shown.gates
    ]
    if (own := shown.unwitnessed) is not None:
        because = f"{own.because[:1].upper()}{own.because[1:]}."
        stood.append(Stood(gate=UNWITNESSED, child=own.child, because=because, by_whom=[]))
    return Gates(gates=stood, shown=shown.mark)
