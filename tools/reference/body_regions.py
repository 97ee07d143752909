"""The regions of the body as data and as a page: docs/standard/body-regions.json and .md."""

from collections.abc import Iterator
from typing import Any

from heeded.core.chronology.body import REGIONS, WIDE, WIDER, Region
from tools.reference.markdown import page, table

LICENCE = "MIT, as Heeded itself"
ABOUT = f"""\
Where on a child's body something was seen: {len(REGIONS)} regions, and {len(WIDE)} wider words for
whoever knows no more. The list is our own; take it, under the same licence as Heeded (MIT), from
[body-regions.json](body-regions.json).

- **Left and right are the child's own.** A region that stands on both sides has two names.
- **Write as finely as it was seen and no more.** “face” is right where nobody said which part of it.
  Each region stands within its wider words, so that a rule that speaks of the torso finds the left
  shoulder blade; it does not work the other way: a mark on the “face” is not taken to be on the cheek.
- **A code is the name with hyphens for blanks.** Readers take either.
- **Which words take in which is ours, after Pierce and others (2021)**, for whose rule the torso is
  chest, abdomen, back, buttocks, hip and genitals, and the cheek its soft part. The paper's abstract
  does not name the groin: that it belongs to the torso is our reading, *unverified*.
- **Bony prominences** are marked because the accidental bruises of children who move about are most
  often on them (Maguire and others 2005; London procedures, PG5). No rule is waived by that, and
  nothing about a bruise tells its age."""


def body_regions() -> dict[str, Any]:
    """Give the regions and the wider words as an object of JSON."""
    return {
        "title": "Regions of the body, with the wider words for them",
        "licence": LICENCE,
        "sides": "the child's own",
        "wide": [{"word": word, "within": sorted(WIDER[word])} for word in WIDE],
        "regions": [
            {
                "code": region.code,
                "name": region.name,
                "side": str(region.side),
                "seen_from": str(region.aspect),
                "within": sorted(WIDER[region.name]),
                "bony_prominence": region.bony,
            }
            for region in REGIONS
        ],
    }


def body_regions_page() -> str:
    """Write the page: how the words are used, the wider words, the regions."""
    wide = [(word, ", ".join(sorted(WIDER[word]))) for word in WIDE]
    return page(
        "Regions of the body",
        ABOUT,
        ["## Wide words", table(("word", "within"), wide), "## Regions", table(_HEADS, _rows())],
    )


_HEADS = ("code", "name", "seen from", "within", "bony prominence")


def _rows() -> Iterator[tuple[str, ...]]:
    for region in REGIONS:
        yield (f"`{region.code}`", region.name, str(region.aspect), _within(region), "yes" * region.bony)


def _within(region: Region) -> str:
    return ", ".join(sorted(WIDER[region.name]))
