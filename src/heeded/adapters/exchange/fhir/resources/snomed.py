"""SNOMED CT codes that a report can be read from, and the check digit that guards each."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

SNOMED = "http://snomed.info/sct"

_TIMES = (
    "0123456789",
    "1234067895",
    "2340178956",
    "3401289567",
    "4012395678",
    "5987604321",
    "6598710432",
    "7659821043",
    "8765932104",
    "9876543210",
)
"""Multiplication in the dihedral group of order ten."""
_TURNS = (
    "0123456789",
    "1576283094",
    "5803796142",
    "8916043527",
    "9453126870",
    "4286573901",
    "2793806415",
    "7046913258",
)
"""How the digit at each place from the right is turned before it is multiplied."""
_SHORTEST, _LONGEST = 6, 18


def has_check_digit(code: str) -> bool:
    """Whether a code has a length that SNOMED CT uses and the check digit after Verhoeff (1969)."""
    if not (code.isascii() and code.isdigit() and _SHORTEST <= len(code) <= _LONGEST):
        return False
    check = 0
    for place, digit in enumerate(reversed(code)):
        check = int(_TIMES[check][int(_TURNS[place % 8][int(digit)])])
    return check == 0


A_LIST = "a published list"
SAFEGUARDING_LISTS = "lists of the Royal College of General Practitioners and of NHS North East London"
SIDES_LIST = "HL7 FHIR R5, value set bodystructure-relative-location"
SITES_LIST = "HL7 FHIR R4, value set approach-site-codes; named so by SNOMED International"


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a code is read as, and which published list was seen to give it so; empty: none was."""

    word: str
    seen_in: str = ""

    @property
    def verified(self) -> bool:
        """Whether a published list was seen that gives it so."""
        return bool(self.seen_in)


def _table(*lists: tuple[str, str]) -> Mapping[str, Meaning]:
    """A table from lists of lines of `code word`, each with where it was seen."""
    found: dict[str, Meaning] = {}
    for seen_in, lines in lists:
        for line in filter(None, map(str.strip, lines.splitlines())):
            code, _, word = line.partition(" ")
            found[code] = Meaning(word, seen_in)
    return MappingProxyType(found)


INJURIES = _table(
    (
        A_LIST,
        """125667009 bruise
    399963005 abrasion
    125666000 burn
    423858006 scald
    312608009 laceration
    283682007 bite
    125605004 fracture
    82271004 head injury
    75478009 poisoning""",
    )
)
"""Disorders that are injuries, as the vocabulary calls them."""

SITES = _table(
    (
        A_LIST,
        """52795006 forehead
    45206002 nose
    30291003 chin
    117590005 ear
    89545001 face
    371398005 eye area
    80243003 eyelid
    41695006 scalp
    60819002 cheek
    123851003 mouth
    45048000 neck
    22943007 torso
    51185008 chest
    113345001 abdomen
    77568009 back
    58602004 flank
    46862004 buttock
    29836001 hip
    16982005 shoulder
    40983000 upper arm
    127949000 elbow
    14975008 forearm
    8205005 wrist
    85562004 hand
    68367000 thigh
    72696002 knee
    53840002 calf
    56459004 foot""",
    ),
    (SITES_LIST, "344001 ankle"),
    ("", "263767004 genitals"),
)
"""Body structures, as the vocabulary calls body sites."""

LATERALITY = _table(
    (
        SIDES_LIST,
        """7771000 left
    24028007 right
    51440002 both""",
    ),
)
"""Qualifiers that say on which side a body structure lies."""

CONCERNS = _table(
    (
        SAFEGUARDING_LISTS,
        """836881000000105 child is cause for safeguarding concern
    1064961000000107 child in family is cause for safeguarding concern
    878111000000109 unborn child is cause for safeguarding concern""",
    )
)
"""Findings that say that somebody is concerned for a child."""

PLANS = _table((SAFEGUARDING_LISTS, "342191000000101 protection plan"))
"""Findings that say that the child is on a protection plan."""

FAMILY_PLANS = _table(
    (SAFEGUARDING_LISTS, "375041000000100 a family member is subject to a child protection plan")
)
"""Findings about others in the family that bear on the child's safety."""

REFERRALS = _table((A_LIST, "306238000 children's social care"))
"""Procedures that are a referral, and to whom."""
