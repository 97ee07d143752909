"""Reading the record in somebody's name, and recording every look before its answer leaves."""

from heeded.adapters.record.looking.readings import PostgresReadings
from heeded.adapters.record.looking.recorder import GroupRecorder

__all__ = ["GroupRecorder", "PostgresReadings"]
