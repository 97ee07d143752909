"""How a census return is built: its elements, their kinds, its code lists, and since when each is in use."""

from heeded.adapters.exchange.census.layout.shapes import Field, Group, Kind, Nested, Shape, Spread
from heeded.adapters.exchange.census.layout.tables import CHILD, EPISODE, HEADER, LAYOUT_YEARS

__all__ = [
    "CHILD",
    "EPISODE",
    "HEADER",
    "LAYOUT_YEARS",
    "Field",
    "Group",
    "Kind",
    "Nested",
    "Shape",
    "Spread",
]
