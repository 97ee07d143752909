"""The police's notice: our documented JSON, in the names of people, objects, locations and events."""

from heeded.adapters.exchange.police.read import read_notice

__all__ = ["read_notice"]
