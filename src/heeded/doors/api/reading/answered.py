"""What a look was answered with, when it is not what was asked for: nothing, whom to ring, or why not yet."""

from __future__ import annotations

from typing import Any, TypeVar

from django.http import HttpResponse

from heeded.casework.looking import Existence, NothingThere, Refused
from heeded.doors.api.problem import Kind, Problem, nothing_found
from heeded.doors.api.reading.purpose import LOOK, LOOKED
from heeded.doors.api.reading.shape import contact
from heeded.doors.api.said import refusals

T = TypeVar("T")


def given(answer: T | Existence | Refused | NothingThere, response: HttpResponse) -> T:
    """What was asked for, with the look's id in a header; Problem where something else was answered."""
    match answer:
        case NothingThere(look=look):
            problem = nothing_found()
            problem.headers[LOOK] = look
            raise problem
        case Refused(look=look, why=why):
            raise Problem(Kind.NOT_ALLOWED, why, headers={LOOK: look})
        case Existence():
            raise _ring(answer)
    response.headers[LOOK] = answer.look  # type: ignore[attr-defined]
    return answer


def _ring(answer: Existence) -> Problem:
    contacts = [contact(each).model_dump() for each in answer.contacts]
    said = f"There may be a record; ring those who hold it. {answer.why}"
    return Problem(Kind.NOT_ALLOWED, said, more={"contacts": contacts}, headers={LOOK: answer.look})


def documented(*statuses: int, parameters: list[dict[str, Any]], success: int = 200) -> dict[str, Any]:
    """What the document says of a look beside what its operation says of itself."""
    told: dict[int, Any] = refusals(*statuses, looked=True)
    return {"parameters": parameters, "responses": {success: {"headers": LOOKED}, **told}}
