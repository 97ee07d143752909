"""Accounts: what carers explained and what children said, set side by side, and what was made of it."""

from heeded.core.evidence.accounts.changes import Beside, Change, Changed, Stands, beside, changes
from heeded.core.evidence.accounts.disclosures import ANSWERS, Awaited, Disclosed, disclosed
from heeded.core.evidence.accounts.explanations import (
    Explained,
    Explanation,
    Pointed,
    Remark,
    differing,
    explained,
    explanations_of,
)

__all__ = [
    "ANSWERS",
    "Awaited",
    "Beside",
    "Change",
    "Changed",
    "Disclosed",
    "Explained",
    "Explanation",
    "Pointed",
    "Remark",
    "Stands",
    "beside",
    "changes",
    "differing",
    "disclosed",
    "explained",
    "explanations_of",
]
