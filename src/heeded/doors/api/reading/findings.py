"""What is owed towards a child, and why: the findings that stand open."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from ninja import Router, Schema
from pydantic import Field

from heeded import bootstrap
from heeded.bootstrap import looking
from heeded.casework.looking import Ask, Opened, open_record
from heeded.casework.ports.lists import Listed
from heeded.core.evaluation.because import rule_of
from heeded.doors.api.caller import SignedIn, caller_of, now
from heeded.doors.api.problem import nothing_found
from heeded.doors.api.reading.answered import documented, given
from heeded.doors.api.reading.chronology import LAST
from heeded.doors.api.reading.purpose import LOOK, PARAMETERS, stated
from heeded.doors.api.reading.shape import ID, Acknowledgement, acknowledgements
from heeded.doors.api.scope import Scope
from heeded.doors.api.times import written, written_if_any

router = Router(tags=["children"])
_DOCUMENTED = documented(401, 403, 404, 422, 428, 429, 503, parameters=PARAMETERS)


class Finding(Schema):
    """Something owed towards a child."""

    id: str = Field(description="Its id, the same when it is judged again.", examples=[ID])
    child: str = Field(description="Towards whom, by id.", examples=[ID])
    agency: str = Field(
        description="Who owes it; empty where no agency in the record answers.", examples=["council"]
    )
    practitioner: str = Field(description="Who there carries it, where known.", examples=[""])
    verdict: str = Field(description="How it stands: due or overdue.", examples=["due"])
    owed: str = Field(description="What is asked for.", examples=["a strategy discussion"])
    because: str = Field(description="Why, in a sentence.", examples=["Because a paediatrician …"])
    rule: str = Field(description="The rule of the handbook.", examples=["strategy-discussion-is-held"])
    ref: str = Field(description="The rule's number in the published list.", examples=["R012"])
    arose: str = Field(description="When it arose (UTC).", examples=["2026-07-01T09:20:00Z"])
    by: str | None = Field(description="By when (UTC).", examples=["2026-07-02T09:20:00Z"])
    cites: list[str] = Field(description="The entries on which it rests, by id.", examples=[[ID]])
    acknowledged: list[Acknowledgement] = Field(description="Who has read it.")


class Findings(Schema):
    """What is owed towards a child, the first due first."""

    child: str = Field(description="The child, by id.", examples=[ID])
    findings: list[Finding]


class Clause(Schema):
    """The clause of the agreement on which a finding rests."""

    rule: str = Field(description="Its name.", examples=["strategy-discussion-is-held"])
    edition: str = Field(description="The edition of the handbook.", examples=["england 2026"])
    agreed: str = Field(description="The agreement's own source.", examples=["Working Together 2023"])
    tier: str = Field(description="What kind of agreement it is.", examples=["statutory guidance"])
    owner: str = Field(description="Who keeps the clause right.", examples=["the partnership"])
    unverified: str = Field(
        description="What nobody has checked against the primary text; empty where all was.", examples=[""]
    )


class Explained(Schema):
    """A finding with the clause that asks for it."""

    finding: Finding
    clause: Clause


@router.get(
    "/children/{uuid:child}/findings",
    auth=SignedIn(Scope.READ, reads=True),
    response={200: Findings},
    operation_id="getFindings",
    summary="What is owed towards a child",
    openapi_extra=_DOCUMENTED,
)
def get_findings(request: HttpRequest, response: HttpResponse, child: UUID) -> Findings:
    """Everything due or overdue towards the child, by whichever agency, with why.

    A sentence that rests on an entry which you may not see says so and no more. The look is recorded as
    for the chronology.
    """
    opened = _opened(request, response, child)
    return Findings(child=opened.child, findings=[_finding(line) for line in opened.owed])


@router.get(
    "/children/{uuid:child}/findings/{uuid:finding}",
    auth=SignedIn(Scope.READ, reads=True),
    response={200: Explained},
    operation_id="explainFinding",
    summary="Why something is owed",
    openapi_extra=_DOCUMENTED,
)
def explain_finding(request: HttpRequest, response: HttpResponse, child: UUID, finding: UUID) -> Explained:
    """One finding with its because, the entries on which it rests, and the clause that asks for it."""
    opened = _opened(request, response, child)
    line = next((each for each in opened.owed if each.id == str(finding)), None)
    if line is None:
        problem = nothing_found()
        problem.headers[LOOK] = opened.look
        raise problem
    rule = rule_of(bootstrap.open_handbook(), line.owed.finding)
    clause = Clause(
        rule=rule.name,
        edition=line.owed.finding.edition,
        agreed=rule.agreed,
        tier=str(rule.tier),
        owner=rule.owner,
        unverified=rule.unverified,
    )
    return Explained(finding=_finding(line), clause=clause)


def _opened(request: HttpRequest, response: HttpResponse, child: UUID) -> Opened:
    """What is owed, without any entry: what is not shown does not become known to the reader's agency."""
    ask = Ask(actor=caller_of(request).actor, child=str(child), now=now(), stated=stated(request))
    return given(open_record(looking.desk(), ask, LAST, 1), response)


def _finding(line: Listed) -> Finding:
    owed, found = line.owed, line.owed.finding
    return Finding(
        id=line.id,
        child=found.child,
        agency=owed.agency,
        practitioner=owed.practitioner,
        verdict=str(found.verdict),
        owed=owed.owed,
        because=owed.because,
        rule=found.rule,
        ref=found.ref,
        arose=written(found.arose),
        by=written_if_any(found.due),
        cites=list(owed.cites),
        acknowledged=acknowledgements(line.acknowledged),
    )
