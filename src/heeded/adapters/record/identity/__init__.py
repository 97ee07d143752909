"""Whose is it: an agency's references turned into subjects, persons and families."""

from heeded.adapters.record.identity.find import Found, find, own_subject

__all__ = ["Found", "find", "own_subject"]
