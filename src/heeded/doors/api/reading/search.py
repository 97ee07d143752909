"""Whether the record holds a child, and whom to ring: existence before content."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from ninja import Router, Schema
from pydantic import ConfigDict, Field

from heeded.bootstrap import looking
from heeded.casework.looking import NothingThere, Refused, by_number, by_reference
from heeded.core.chronology.identifiers import SYSTEMS, checked, plain
from heeded.core.chronology.report import LOCAL_ID, Identifier
from heeded.doors.api.caller import SignedIn, caller_of, now
from heeded.doors.api.problem import Kind, Problem
from heeded.doors.api.reading.answered import documented
from heeded.doors.api.reading.purpose import LOOK, PARAMETERS, stated_if_any
from heeded.doors.api.reading.shape import ID, Contact, contact
from heeded.doors.api.scope import Scope

router = Router(tags=["children"])
_OPTIONAL = [{**parameter, "required": False} for parameter in PARAMETERS]


class Sought(Schema):
    """Whom to look for: a register's number, or your own agency's reference (`local`)."""

    model_config = ConfigDict(extra="forbid", strict=True)

    system: str = Field(
        description="The register.", examples=["NHS number"], json_schema_extra={"enum": [*SYSTEMS]}
    )
    value: str = Field(description="The number.", min_length=1, max_length=100, examples=["943 476 5919"])


class HeldChild(Schema):
    """A child whom the record holds."""

    child: str = Field(description="The child's id in the record.", examples=[ID])
    contacts: list[Contact] = Field(description="The agencies that know the child, and how to ring them.")
    why: str = Field(description="Why no more is told here.", examples=[""])


class Found(Schema):
    """Whom the record holds by that number: one child, none, or two where agencies disagree."""

    children: list[HeldChild]


@router.post(
    "/children/search",
    auth=SignedIn(Scope.FIND, reads=True),
    response={200: Found},
    operation_id="searchChildren",
    summary="Ask whether there is a record of a child",
    openapi_extra=documented(400, 401, 403, 413, 415, 422, 429, 503, parameters=_OPTIONAL),
)
def search_children(request: HttpRequest, response: HttpResponse, sought: Sought) -> Found:
    """Whether the record holds a child by an exact number, and whom to ring. No content is told.

    The number stands in the body, not in the address, so that no log on the way keeps it. `children` is
    empty where the record holds nobody by it, and where you may not know.
    """
    identifier = plain(Identifier(sought.system, sought.value))
    why = checked(identifier) or ("" if sought.value.isprintable() else "it holds a control character")
    if why:
        raise Problem(Kind.NOT_ACCEPTED, f"{sought.system:.40}: {why}"[:300])
    actor, asked, purpose = caller_of(request).actor, now(), stated_if_any(request)
    desk = looking.desk()
    if identifier.system == LOCAL_ID:
        found = by_reference(desk, actor, identifier.value, asked, purpose)
    else:
        found = by_number(desk, actor, identifier, asked, purpose)
    match found:
        case Refused(look=look, why=why):
            raise Problem(Kind.NOT_ALLOWED, why, headers={LOOK: look})
        case NothingThere(look=look):
            response.headers[LOOK] = look
            return Found(children=[])
    response.headers[LOOK] = found[-1].look
    return Found(
        children=[
            HeldChild(child=each.child, contacts=[contact(one) for one in each.contacts], why=each.why)
            for each in found
        ]
    )
