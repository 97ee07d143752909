"""The policy files that ship: who may see, on what law, for how long it is kept."""

from heeded.adapters.policy.access import read_access, shipped_access
from heeded.adapters.policy.wrong import WrongPolicy

__all__ = ["WrongPolicy", "read_access", "shipped_access"]
