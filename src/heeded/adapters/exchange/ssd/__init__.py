"""The Standard Safeguarding Dataset of English councils: a folder of its tables, as CSV or Parquet."""

from heeded.adapters.exchange.ssd.source import SsdSource

__all__ = ["SsdSource"]
