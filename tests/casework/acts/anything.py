"""Anything that anybody might tell about a child, for the search for a disagreement closed by one side."""

from __future__ import annotations

from hypothesis import strategies as st

from heeded.core.chronology.entry import Entry, Fact
from heeded.core.chronology.people import Agency, Source
from heeded.core.chronology.when import Precision, When

SECTORS = {
    "hospital": "hospital",
    "council": "children's social care",
    "police": "police",
    "partnership": "safeguarding partnership",
    "school": "school",
}
AGENCIES = {name: Agency(name, name, sector) for name, sector in SECTORS.items()}
KINDS = (
    *("disagreement opened", "disagreement answered", "disagreement taken up", "disagreement resolved"),
    *("visit", "view recorded", "medical opinion", "concern raised"),
)
SETTLED: dict[str, Fact] = {
    "by": "we did",
    "above both sides": True,
    "reasons": "because we looked",
    "answer to who raised it": "the marks are there as they say",
    "answer to who denied it": "the home was calm when they came",
}
FACTS: dict[str, tuple[dict[str, Fact], ...]] = {
    "disagreement opened": tuple(
        {"question": "is she safe", "sides": frozenset(sides)}
        for sides in (set(), {"hospital"}, {"police", "children's social care"}, {"school"})
    ),
    "disagreement resolved": (
        SETTLED,
        {**SETTLED, "settles": frozenset({"e001", "e002", "e003", "e004", "e005", "e006", "e007", "e008"})},
        {"by": "we did", "above both sides": True, "reasons": "because we looked"},
    ),
    "view recorded": (
        {"conclusion": "no concerns"},
        {"conclusion": "concern"},
        {"conclusion": "unsure"},
        {"conclusion": "no concerns", "answers": "may work with the child end"},
        {"conclusion": "concern", "answers": "may work with the child end"},
    ),
    "medical opinion": (
        {"strength": "suspect"},
        {"strength": "excluded", "supersedes": True, "by a paediatrician": True},
    ),
    "concern raised": ({"strength": "suspect"},),
}

agencies = st.sampled_from(sorted(AGENCIES))
keys = st.sampled_from(("d1", "d2"))
moments = st.integers(0, 6)


@st.composite
def tellings(draw: st.DrawFn) -> Entry:
    """Anything that anybody might tell about the child, at any time, of any disagreement."""
    kind = draw(st.sampled_from(KINDS))
    at, told = draw(moments), draw(moments)
    return Entry(
        id="",
        kind=kind,
        child="ada",
        happened=When(at, at, Precision.INSTANT),
        told=told,
        source=Source(draw(agencies), draw(st.sampled_from(("", "a", "b")))),
        keys={"disagreement": draw(keys)}
        if kind.startswith("disagreement")
        else draw(st.sampled_from(({}, {}, {"injury": "i1"}))),
        facts=draw(st.sampled_from(FACTS.get(kind, ({},)))),
    )
