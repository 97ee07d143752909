"""Which agency's sector a role belongs to: who it is that owes, when a rule names a post."""

from __future__ import annotations

from heeded.core.chronology.vocabulary.words import SECTORS

POSTS = {
    "children's social care": (
        "social worker",
        "social care",
        "council",
        "local authority",
        "conference chair",
        "reviewing officer",
    ),
    "police": ("police", "officer in the case", "chief officer", "constable"),
    "hospital": ("hospital", "paediatrician", "consultant", "clinician", "trust", "nurse"),
    "general practice": ("general practitioner",),
    "health visiting": ("health visitor",),
    "school nursing": ("school nurse",),
    "midwifery": ("midwife",),
    "school": ("school", "head teacher", "teacher"),
    "safeguarding partnership": ("partnership", "partners", "scrutineer"),
}
"""For each sector, the words by which a role of that sector is told. The longest that fits decides."""


def sector_of(role: str) -> str:
    """The sector to which a role's duties fall; the role itself where it names a sector."""
    words = role.lower()
    if words in SECTORS:
        return words
    fits = [(len(post), sector) for sector, posts in POSTS.items() for post in posts if post in words]
    return max(fits)[1] if fits else words
