"""Words about streets: their kinds and how these are shortened, and names that stand in many towns."""

from collections.abc import Mapping
from types import MappingProxyType

KINDS_OF_STREET: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "street": ("st", "str", "strt"),
        "road": ("rd",),
        "lane": ("ln", "la"),
        "avenue": ("av", "ave", "avn", "aven"),
        "close": ("cl", "clo", "cls"),
        "crescent": ("cr", "cres", "cresc", "crsnt", "crst"),
        "drive": ("dr", "drv", "dri"),
        "court": ("ct", "crt"),
        "gardens": ("gdns", "gdn", "gds", "grdns", "garden"),
        "grove": ("gr", "grv", "gve", "gro"),
        "place": ("pl", "plc"),
        "square": ("sq", "sqr"),
        "terrace": ("ter", "terr", "tce", "trc"),
        "way": ("wy",),
        "hill": ("hl",),
        "park": ("pk",),
        "mews": ("mws",),
        "walk": ("wk", "wlk"),
        "view": ("vw",),
        "rise": ("rs",),
        "row": ("rw",),
        "green": ("grn",),
        "house": ("hse", "hs", "ho"),
        "cottage": ("cott", "ctg", "cotts"),
        "lodge": ("ldg",),
        "mansions": ("mans", "mansion"),
        "buildings": ("bldgs", "bldg", "building"),
        "parade": ("pde",),
        "estate": ("est",),
        "wharf": ("whf",),
        "quay": ("qy",),
        "yard": ("yd",),
        "villas": ("villa", "vls"),
        "heights": ("hts",),
        "point": ("pt",),
        "tower": ("twr",),
        "hall": ("hll",),
        "mount": ("mt",),
        "refuge": (),
        "hostel": (),
        "centre": ("ctr", "cntr", "center"),
    }
)
"""Each kind of street or building with its usual short forms."""

MANY_TOWNS = frozenset(
    "high church station mill park victoria green queens kings new school the main london york manor "
    "albert george west east north south springfield chapel broad bridge market mill stmarys stjohns "
    "stpauls stpeters alexandra queen king princess prince grange richmond windsor oak elm ash rose "
    "orchard meadow hill wood river lake field home garden court central first second third union castle "
    "the broadway".split()
)
"""Street names that stand in many towns, or are ordinary words: without a number they give nobody away."""


def canonical_kind(word: str) -> str:
    """The kind of street that a word is or shortens; empty where it is none."""
    if word in KINDS_OF_STREET:
        return word
    return next((kind for kind, short in KINDS_OF_STREET.items() if word in short), "")
