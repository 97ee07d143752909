"""Reading XML from strangers: as a stream, within limits, and with errors that a person can act on."""

from heeded.adapters.exchange.xml.element import Element
from heeded.adapters.exchange.xml.stream import Stream
from heeded.adapters.exchange.xml.wanted import Wanted

__all__ = ["Element", "Stream", "Wanted"]
