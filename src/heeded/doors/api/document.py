"""The API's description as it is published: OpenAPI 3.1, the same for every reader."""

from __future__ import annotations

import json
from typing import Any

from heeded.doors.api.api import api
from heeded.doors.api.caller import ON_BEHALF
from heeded.doors.api.reading.purpose import LOOKED
from heeded.doors.api.said import PROBLEM, all_refusals
from heeded.doors.api.scope import Scope

_SCHEMES: dict[str, Any] = {
    "credential": {
        "type": "http",
        "scheme": "bearer",
        "description": "An agency's credential: `Authorization: Bearer id.secret`.",
    },
    "credential_basic": {
        "type": "http",
        "scheme": "basic",
        "description": "The same credential, its id and secret as HTTP Basic has them.",
    },
    "session": {
        "type": "apiKey",
        "in": "cookie",
        "name": "sessionid",
        "description": "A practitioner who has signed in; every change needs the header X-CSRFToken.",
    },
}
_ON_BEHALF: dict[str, Any] = {
    "in": "header",
    "name": ON_BEHALF,
    "required": False,
    "description": f"The practitioner for whom a system acts, by id; asks for the scope `{Scope.ON_BEHALF}`.",
    "schema": {"type": "string", "pattern": "^[A-Za-z0-9_-]{1,60}$"},
    "example": "dr-okoro",
}


def document() -> str:
    """The description as JSON."""
    told: dict[str, Any] = json.loads(json.dumps(api.get_openapi_schema(path_prefix="/api/")))
    told["info"]["license"] = {"name": "MIT", "identifier": "MIT"}
    told["components"].setdefault("schemas", {})["Problem"] = PROBLEM
    told["components"]["responses"] = all_refusals(LOOKED)
    told["components"]["securitySchemes"] = _SCHEMES
    told["servers"] = [{"url": "/", "description": "The deployment itself"}]
    _say_who(told)
    return json.dumps(told, indent=1, ensure_ascii=False, sort_keys=True) + "\n"


def _say_who(told: dict[str, Any]) -> None:
    """Put under each operation who may call it, and by which scope."""
    for router in api._get_bound_routers():  # noqa: SLF001 - ninja has no other list of its operations
        for view in router.path_operations.values():
            for operation in view.operations:
                (found,) = [
                    each
                    for path in told["paths"].values()
                    for each in path.values()
                    if each["operationId"] == operation.operation_id
                ]
                scopes: list[Scope] = [
                    callback.scope for callback in operation.auth_callbacks if hasattr(callback, "scope")
                ]
                if scopes:
                    found["parameters"].append(_ON_BEHALF)
                found["security"] = [{name: [*scopes]} for name in _SCHEMES] if scopes else []
