"""The body as the record names it: regions with their side and aspect, and the wider words for them."""

from heeded.core.chronology.body.region import Aspect, Region, Side, wider_words
from heeded.core.chronology.body.regions import BY_NAME, REGIONS, WIDE, WIDER, within

__all__ = ["BY_NAME", "REGIONS", "WIDE", "WIDER", "Aspect", "Region", "Side", "wider_words", "within"]
