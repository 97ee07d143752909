"""Whose is it: an agency's references turned into subjects, persons and families."""

from heeded.adapters.record.identity.find import Chosen, Found, find, now_named

__all__ = ["Chosen", "Found", "find", "now_named"]
