"""The children-in-need census of England: its XML read leniently, fast and safely, 2021 to 2027 layouts."""

from heeded.adapters.exchange.census.reading import CensusReading, open_census
from heeded.adapters.exchange.census.records import (
    Assessment,
    CensusChild,
    CensusHeader,
    CinPlan,
    Episode,
    PreProceedings,
    ProtectionPlan,
    Review,
    Section47,
)

__all__ = [
    "Assessment",
    "CensusChild",
    "CensusHeader",
    "CensusReading",
    "CinPlan",
    "Episode",
    "PreProceedings",
    "ProtectionPlan",
    "Review",
    "Section47",
    "open_census",
]
