"""Whether there is a record of a person who is described, as the draft exchange standard asks it."""

from __future__ import annotations

from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from ninja import Router

from heeded.bootstrap import looking
from heeded.casework.identity import query
from heeded.core.access import Operation
from heeded.doors.api.caller import SignedIn, caller_of, now
from heeded.doors.api.reading.answered import documented
from heeded.doors.api.reading.person import PersonAnswer, PersonQuery, answer, read
from heeded.doors.api.reading.purpose import AGREED_BY, LOOK, PARAMETERS, REASON, header
from heeded.doors.api.scope import Scope

router = Router(tags=["children"])


@router.post(
    "/Patient/$person-info-query",
    auth=SignedIn(Scope.FIND, reads=True),
    response={200: PersonAnswer},
    exclude_none=True,
    operation_id="queryPerson",
    summary="Ask, as the draft exchange standard has it, whether there is a record of a person",
    openapi_extra=documented(400, 401, 403, 413, 415, 422, 429, 503, parameters=PARAMETERS[2:]),
)
def query_person(request: HttpRequest, response: HttpResponse, asked: PersonQuery) -> PersonAnswer:
    """Whether the record holds somebody who is described, and whom to ring: PERMIT, DENY or REVIEW.

    No content is told. `match` is there only where no person has to look. The draft is unverified:
    docs/standard/person-query.md says how it was read.
    """
    sought, reason = read(asked)
    actor = caller_of(request).actor
    stated = looking.resting_on(actor, Operation.READ, reason)
    if stated is not None:
        stated = replace(stated, reason=header(request, REASON), agreed_by=header(request, AGREED_BY))
    found = query(looking.desk(), actor, sought, now(), stated)
    response.headers[LOOK] = found.look
    return answer(found)
