"""That two transactions stood in each other's way."""

from __future__ import annotations


class Contended(Exception):  # noqa: N818 - named for what is the case
    """Each held what the other wanted. This one was undone: nothing of it was kept; do it again."""
