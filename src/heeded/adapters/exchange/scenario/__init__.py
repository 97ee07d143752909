"""A scenario's folder, read into a story: about.yaml, and tables of people, agencies, events and entries."""

from heeded.adapters.exchange.scenario.folder import read_scenario

__all__ = ["read_scenario"]
