"""That there is no room left to write, except for a concern."""

from __future__ import annotations


class NoRoom(Exception):  # noqa: N818 - named for what is the case
    """The disk is nearly full: what is left is kept for concerns about children. Its words are for people."""
