"""The log as it grows: where it ends now, and the witnesses asked when it has grown by much."""

from __future__ import annotations

from heeded.adapters.record.jobs import WITNESSING
from heeded.adapters.record.store.transaction import Transaction
from heeded.casework.ports.witnessing import AT_MOST
from heeded.core.log.tree import Frontier


def set_head(tx: Transaction, before: int, frontier: Frontier, now: int) -> None:
    """Let the log end with a frontier, which had so many leaves before; `now` is in seconds UTC.

    Whoever writes the hundredth entry, the two-hundredth and so on has its job for the witnesses added.
    """
    tx.run_many("log", "set_head", [(frontier.size, list(frontier.hashes))])
    if before // AT_MOST < frontier.size // AT_MOST:
        tx.run_many("log", "ask_witnesses", [(*WITNESSING, now)])
