"""The regions: every one by name, each with the wider words that a rule or a hasty hand may use for it."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from heeded.core.chronology.body.region import Aspect, Region, Side, wider_words

WIDE: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "torso": (),
        "chest": ("torso",),
        "abdomen": ("torso",),
        "back": ("torso",),
        "flank": ("torso",),
        "genitals": ("torso",),
        "buttock": ("torso",),
        "hip": ("torso",),
        "head": (),
        "ear": ("head",),
        "neck": (),
        "frenulum": ("mouth",),
        "angle of jaw": ("face",),
        "cheek": ("face",),
        "eyelid": ("eye area",),
        "eye area": ("face",),
        "subconjunctiva": ("eye area",),
        "forehead": ("face",),
        "scalp": ("head",),
        "back of head": ("scalp",),
        "nose": ("face",),
        "chin": ("face",),
        "mouth": ("head",),
        "face": ("head",),
        "arm": (),
        "shoulder": (),
        "upper arm": ("arm",),
        "forearm": ("arm",),
        "elbow": ("arm",),
        "wrist": ("arm",),
        "hand": (),
        "leg": (),
        "thigh": ("leg",),
        "knee": ("leg",),
        "shin": ("leg",),
        "calf": ("leg",),
        "ankle": ("leg",),
        "foot": (),
    }
)
"""The wide words, each with those that take it in. The torso, in TEN-4-FACESp (Pierce and others 2021),
takes in chest, abdomen, back, buttocks, hip and genitals; the cheek is the soft part alone."""

_BONY = "!"
_TABLE = """
front of scalp | front | scalp
crown of head | top | scalp
back of head | back | scalp | !
$ side of scalp | outside | scalp
$ forehead | front | forehead | !
$ temple | outside | head
$ eyebrow | front | eye area | !
$ upper eyelid | front | eyelid
$ lower eyelid | front | eyelid
white of $ eye | front | subconjunctiva
below $ eye | front | eye area
bridge of nose | front | nose | !
tip of nose | front | nose
$ cheekbone | front | face | !
$ cheek | front | cheek
$ jawline | front | face | !
$ angle of jaw | outside | angle of jaw
upper lip | front | mouth, face
lower lip | front | mouth, face
chin | front | face | !
front of $ ear | outside | ear
$ earlobe | outside | ear
back of $ ear | outside | ear
behind $ ear | outside | head | !
upper lip frenulum | in the mouth | frenulum
lower lip frenulum | in the mouth | frenulum
tongue frenulum | in the mouth | frenulum
inside of upper lip | in the mouth | mouth
inside of lower lip | in the mouth | mouth
inside of $ cheek | in the mouth | mouth
upper gum | in the mouth | mouth
lower gum | in the mouth | mouth
upper teeth | in the mouth | mouth
lower teeth | in the mouth | mouth
roof of mouth | in the mouth | mouth
back of throat | in the mouth | mouth
tongue | in the mouth | mouth
floor of mouth | in the mouth | mouth
front of neck | front | neck
$ side of neck | outside | neck
back of neck | back | neck
$ collarbone | front | shoulder | !
breastbone | front | chest | !
$ chest | front | chest
$ side of chest | outside | chest
$ upper abdomen | front | abdomen
around navel | front | abdomen
$ lower abdomen | front | abdomen
$ flank | outside | flank
$ groin | front | torso
genital area | front | genitals
area behind genitals | underside | genitals
area around anus | underside | buttock
tailbone | back | back | !
$ buttock | back | buttock
$ hip | outside | hip | !
upper spine | back | back | !
lower spine | back | back | !
$ shoulder blade | back | back | !
$ upper back | back | back
$ lower back | back | back
front of $ shoulder | front | shoulder
back of $ shoulder | back | shoulder
outside of $ shoulder | outside | shoulder
front of $ upper arm | front | upper arm
back of $ upper arm | back | upper arm
inside of $ upper arm | inside | upper arm
outside of $ upper arm | outside | upper arm
$ elbow | back | elbow | !
crook of $ elbow | front | elbow
front of $ forearm | front | forearm
back of $ forearm | back | forearm
outside of $ forearm | outside | forearm
front of $ wrist | front | wrist
back of $ wrist | back | wrist
$ palm | front | hand
back of $ hand | back | hand
$ knuckles | back | hand | !
palm side of $ fingers | front | hand
back of $ fingers | back | hand
$ thumb | front | hand
front of $ thigh | front | thigh
back of $ thigh | back | thigh
inside of $ thigh | inside | thigh
outside of $ thigh | outside | thigh
front of $ knee | front | knee | !
back of $ knee | back | knee
outside of $ knee | outside | knee
$ shin | front | shin | !
$ calf | back | calf
inside of $ lower leg | inside | leg
outside of $ lower leg | outside | leg
front of $ ankle | front | ankle
inner $ ankle | inside | ankle | !
outer $ ankle | outside | ankle | !
back of $ ankle | back | ankle
top of $ foot | top | foot
$ sole | underside | foot
$ heel | underside | foot
$ toes | top | foot
"""
"""One a line: name, aspect, what it is part of, and a mark on bony prominences; `$` stands for each side."""


def _read(table: str) -> Iterator[Region]:
    for line in filter(None, table.splitlines()):
        name, aspect, parts, *marks = (cell.strip() for cell in line.split("|"))
        of = tuple(part.strip() for part in parts.split(","))
        for side in (Side.LEFT, Side.RIGHT) if "$" in name else (Side.MIDDLE,):
            yield Region(name.replace("$", side), side, Aspect(aspect), of, _BONY in marks)


REGIONS: tuple[Region, ...] = tuple(_read(_TABLE))
"""Every region, from the head downward."""
BY_NAME: Mapping[str, Region] = MappingProxyType({region.name: region for region in REGIONS})
"""Every region by its name."""
WIDER: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        **{word: wider_words(parts, WIDE) for word, parts in WIDE.items()},
        **{region.name: wider_words(region.parts_of, WIDE) - {region.name} for region in REGIONS},
    }
)
"""For each wide word and each region, every wider word that takes it in."""


def within(word: str) -> tuple[Region, ...]:
    """The regions that a word stands for: all that it takes in, or the one of that name."""
    return tuple(region for region in REGIONS if word == region.name or word in WIDER[region.name])
