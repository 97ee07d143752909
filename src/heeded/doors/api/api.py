"""The API itself: its operations, and what becomes of whatever goes wrong in them."""

from __future__ import annotations

import logging

from django.db import DataError, InterfaceError, OperationalError
from django.http import Http404, HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError

from heeded.casework.looking import NotRecorded
from heeded.casework.ports.contended import Contended
from heeded.casework.ports.room import NoRoom
from heeded.doors.api.about import router as about
from heeded.doors.api.acts import deciding, disagreeing, handing, informing, meeting, recording
from heeded.doors.api.events import post
from heeded.doors.api.evidence import accounts, disagreements, injuries, judgement, sources, unknowns
from heeded.doors.api.log import router as log
from heeded.doors.api.looks import glass, looks
from heeded.doors.api.mine import drafts, notices
from heeded.doors.api.problem import Kind, Problem, nothing_found, of_status
from heeded.doors.api.reading import chronology, findings, person_query, search, worklist
from heeded.doors.api.strict import StrictParser, not_valid, only_known
from heeded.doors.api.walls import walls

logger = logging.getLogger("heeded.api")

DESCRIPTION = """One record of a child at risk, shared by the agencies that safeguard children.

Every error is `application/problem+json` and says what is wrong, where, and what to do. Times are RFC 3339.
Nothing is answered from a store in between (`Cache-Control: no-store`)."""

api = NinjaAPI(
    title="Heeded",
    version="1",
    description=DESCRIPTION,
    parser=StrictParser(),
    openapi_url=None,
    docs_url=None,
    urls_namespace="api",
)
api.add_decorator(only_known, mode="view")
ROUTERS = (
    *(
        post.router,
        search.router,
        person_query.router,
        chronology.router,
        injuries.router,
        sources.router,
        accounts.router,
        unknowns.router,
        disagreements.router,
        judgement.router,
        findings.router,
        worklist.router,
    ),
    *(recording.router, handing.router, meeting.router, deciding.router, disagreeing.router),
    *(informing.router, drafts.router, notices.router, glass.router, looks.router, walls.router, log, about),
)
"""The operations, a router a page of them, in the order in which the description tells them."""
for router in ROUTERS:
    api.add_router("", router)


@api.exception_handler(Problem)
def _problem(request: HttpRequest, problem: Problem) -> HttpResponse:
    return problem.answer(request.path)


@api.exception_handler(ValidationError)
def _not_valid(request: HttpRequest, wrong: ValidationError) -> HttpResponse:
    return not_valid(wrong).answer(request.path)


@api.exception_handler(Http404)
def _not_found(request: HttpRequest, _: Http404) -> HttpResponse:
    return nothing_found().answer(request.path)


@api.exception_handler(HttpError)
def _http_error(request: HttpRequest, wrong: HttpError) -> HttpResponse:
    return of_status(wrong.status_code).answer(request.path)


@api.exception_handler(DataError)
def _no_such_value(request: HttpRequest, wrong: DataError) -> HttpResponse:
    """The readers let a value pass that the database does not hold: ours to mend, and theirs to leave out."""
    logger.error("a value that the database refused: %s", type(wrong.__cause__).__name__)
    said = "A value in the request is none that the record can keep: leave it out, and tell us"
    return Problem(Kind.NOT_ACCEPTED, said).answer(request.path)


@api.exception_handler(NotRecorded)
@api.exception_handler(Contended)
@api.exception_handler(OperationalError)
@api.exception_handler(InterfaceError)
def _not_now(request: HttpRequest, wrong: Exception) -> HttpResponse:
    logger.error("the database or the recorder of looks did not answer: %s", type(wrong).__name__)
    problem = of_status(503)
    problem.headers["Retry-After"] = "5"
    return problem.answer(request.path)


@api.exception_handler(NoRoom)
def _no_room(request: HttpRequest, wrong: NoRoom) -> HttpResponse:
    logger.error("the disk is nearly full: what was no concern was refused")
    return Problem(Kind.NO_ROOM, str(wrong), headers={"Retry-After": "600"}).answer(request.path)


@api.exception_handler(Exception)
def _fault(request: HttpRequest, wrong: Exception) -> HttpResponse:
    logger.error("a fault in %s %s", request.method, request.resolver_match, exc_info=wrong)
    return of_status(500).answer(request.path)
