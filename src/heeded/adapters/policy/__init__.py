"""The policy files that ship: who may see, on what law, for how long it is kept."""

from heeded.adapters.policy.access import read_access, shipped_access
from heeded.adapters.policy.identity import read_sample, shipped_sample
from heeded.adapters.policy.purposes import read_bases, read_purposes, shipped_bases, shipped_purposes
from heeded.adapters.policy.retention import read_retention, shipped_retention
from heeded.adapters.policy.wrong import WrongPolicy

__all__ = [
    "WrongPolicy",
    "read_access",
    "read_bases",
    "read_purposes",
    "read_retention",
    "read_sample",
    "shipped_access",
    "shipped_bases",
    "shipped_purposes",
    "shipped_retention",
    "shipped_sample",
]
