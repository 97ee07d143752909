"""Bulk loads: a file cut into batches, processes that load them, and what is done when all are in."""

from heeded.adapters.exchange.ledger import Fate, Ledger
from heeded.bootstrap.loading.crew import Broken
from heeded.bootstrap.loading.opening import open_bulk
from heeded.bootstrap.loading.whole import Progress, load_files

__all__ = ["Broken", "Fate", "Ledger", "Progress", "load_files", "open_bulk"]
