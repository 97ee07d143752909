"""Census records turned into chronologies: entries, and what a census can and cannot carry."""

from heeded.adapters.exchange.census.chronology.source import CensusSource

__all__ = ["CensusSource"]
