"""Our own JSON: a report in the words of the vocabulary, as docs/standard describes it."""

from heeded.adapters.exchange.heeded_json.read import read_report, read_report_value
from heeded.adapters.exchange.heeded_json.write import write_report

__all__ = ["read_report", "read_report_value", "write_report"]
