"""Explanations and disclosures: what was said of each injury, what was disclosed, and what came before."""

from __future__ import annotations

from collections.abc import Mapping

from heeded.doors.web.child.parts.part import Read, part
from heeded.doors.web.child.shown.accounts import accounts as shown


@part("accounts")
def accounts(read: Read) -> Mapping[str, object]:
    """What was said, side by side, and what came before."""
    return {"accounts": shown(read.opened, read.names, read.visitor.now)}
