"""A plain table of events, one a row, that any agency can make in a spreadsheet: docs/event-table.md."""

from heeded.adapters.exchange.events_table.carries import read_kinds
from heeded.adapters.exchange.events_table.logs import looks_like_xes
from heeded.adapters.exchange.events_table.source import EventsSource

__all__ = ["EventsSource", "looks_like_xes", "read_kinds"]
