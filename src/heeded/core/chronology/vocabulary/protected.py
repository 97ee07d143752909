"""What a rule may not read, and why."""

from collections.abc import Mapping
from types import MappingProxyType

_LAW = "a characteristic that the Equality Act 2010 protects"
_STANDS_FOR = "so closely tied to a protected characteristic that it would stand for one"
_MEANS = "a sign of a family's means; being poor is no evidence of harm"
_PLACE = "a sign of where a family can afford to live, and through that of its origin and means"

PROTECTED: Mapping[str, str] = MappingProxyType(
    {
        "ethnicity": _LAW,
        "ethnic group": _LAW,
        "race": _LAW,
        "colour of skin": _LAW,
        "nationality": _LAW,
        "national origin": _LAW,
        "country of birth": _STANDS_FOR,
        "disability": _LAW,
        "learning disability": _LAW,
        "special educational needs": _STANDS_FOR,
        "religion": _LAW,
        "belief": _LAW,
        "sex": _LAW,
        "gender": _LAW,
        "gender reassignment": _LAW,
        "sexuality": _LAW,
        "sexual orientation": _LAW,
        "marriage": _LAW,
        "civil partnership": _LAW,
        "pregnancy": _LAW,
        "maternity": _LAW,
        "first language": _STANDS_FOR,
        "interpreter": _STANDS_FOR,
        "accent": _STANDS_FOR,
        "surname": _STANDS_FOR,
        "forename": _STANDS_FOR,
        "immigration status": _STANDS_FOR,
        "asylum": _STANDS_FOR,
        "benefits": _MEANS,
        "income": _MEANS,
        "employment": _MEANS,
        "debt": _MEANS,
        "free school meals": _MEANS,
        "housing tenure": _MEANS,
        "deprivation": _PLACE,
        "postcode": _PLACE,
        "address": _PLACE,
        "neighbourhood": _PLACE,
        "primary need": "a census code that names a child's disability, a parent's illness or low income",
    }
)
"""Names that no rule may read, each with the reason that the handbook's checker gives."""


def protected_reason(name: str) -> str | None:
    """Say why a rule may not read a name, or any name that contains it in whole words; None if it may."""
    spoken = f" {' '.join(name.lower().replace('-', ' ').split())} "
    return next((reason for word, reason in PROTECTED.items() if f" {word} " in spoken), None)
