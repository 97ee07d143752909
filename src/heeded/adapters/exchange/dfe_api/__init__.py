"""The DfE's children's social care API: what a council's system sends each day, read as reports."""

from heeded.adapters.exchange.dfe_api.read import read_children

__all__ = ["read_children"]
