"""Reading JSON from strangers: strictly, within limits, and with errors that a person can act on."""

from heeded.adapters.exchange.json.faults import Fault
from heeded.adapters.exchange.json.read import DEEPEST, LARGEST, LONGEST_NUMBER, LongNumber, read_json

__all__ = ["DEEPEST", "LARGEST", "LONGEST_NUMBER", "Fault", "LongNumber", "read_json"]
