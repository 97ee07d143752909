"""The census's codes in the words of the vocabulary."""

from collections.abc import Mapping
from types import MappingProxyType

from heeded.core.chronology.vocabulary.words import ABUSE_CATEGORIES, CLOSURE_REASONS, REFERRAL_SOURCES

SOURCES: Mapping[str, str] = MappingProxyType(
    dict(
        zip(
            "1A 1B 1C 1D 2A 2B 3A 3B 3C 3D 3E 3F 4 5A 5B 5C 5D 6 7 8 9 10".split(),
            REFERRAL_SOURCES,
            strict=True,
        )
    )
)
"""ReferralSource (N00152): who referred; the vocabulary lists them in the census's order."""

CATEGORIES: Mapping[str, str] = MappingProxyType(
    dict(zip("NEG PHY SAB EMO MUL".split(), ABUSE_CATEGORIES, strict=True))
)
"""InitialCategoryOfAbuse and LatestCategoryOfAbuse (N00113, N00114)."""

CLOSURES: Mapping[str, str] = MappingProxyType(
    {f"RC{number}": reason for number, reason in enumerate(CLOSURE_REASONS, start=1)}
)
"""ReasonForClosure (N00103), RC1 to RC9."""

NO_FACTOR = "21"
"""The factor code that says that no factor was found."""
ANOTHER = "another factor"
"""What stands for a factor that no rule may read: health, disability and where a child comes from."""

FACTORS: Mapping[str, str] = MappingProxyType(
    {
        "1A": "alcohol misuse by the child",
        "1B": "alcohol misuse by a carer",
        "1C": "alcohol misuse by another in the household",
        "2A": "drug misuse by the child",
        "2B": "drug misuse by a carer",
        "2C": "drug misuse by another in the household",
        "3A": "domestic abuse of the child",
        "3B": "domestic abuse of a carer",
        "3C": "domestic abuse of another in the household",
        "4A": ANOTHER,
        "4B": ANOTHER,
        "4C": ANOTHER,
        "5A": ANOTHER,
        "5B": ANOTHER,
        "5C": ANOTHER,
        "6A": ANOTHER,
        "6B": ANOTHER,
        "6C": ANOTHER,
        "7A": "young carer",
        "8B": "privately fostered",
        "8C": "privately fostered",
        "8D": "privately fostered",
        "8E": "privately fostered",
        "8F": "privately fostered",
        "9A": ANOTHER,
        "10A": "missing",
        "11A": "child sexual exploitation",
        "12A": "trafficking",
        "13A": "gangs",
        "14A": "harmful behaviour",
        "15A": "self-harm",
        "16A": "neglect",
        "17A": "emotional abuse",
        "18A": "physical abuse",
        "18B": "physical abuse by a child",
        "18C": "physical abuse by an adult",
        "19A": "sexual abuse",
        "19B": "sexual abuse by a child",
        "19C": "sexual abuse by an adult",
        "20": ANOTHER,
        "22A": "female genital mutilation",
        "23A": "abuse linked to faith",
        "24A": "child criminal exploitation",
    }
)
"""AssessmentFactors (N00181) but for the code that says there are none."""
