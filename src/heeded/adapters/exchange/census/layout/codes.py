"""The census's code lists, with the layout years from and until which a code is in use.

A layout year is the year in which the census year ends: 2025 is 1 April 2024 to 31 March 2025.
Source of codes and of the years 2021 to 2025: the reconstruction of the department's schemas in
SocialFinanceDigitalLabs/liia-tools-pipeline @4aff918 (MIT); 18A and 19A are queried from the
2024-25 rules of csc-validator-be-cin on (rules 8945Q and 8950Q).
"""

from collections.abc import Mapping
from dataclasses import dataclass

EVER = 9999


@dataclass(frozen=True, slots=True)
class Code:
    """One code: in use from and until which layout year, and what it becomes in our record."""

    becomes: str
    since: int = 0
    until: int = EVER


@dataclass(frozen=True, slots=True)
class CodeList:
    """A named list of codes, and the older list whose codes can still be understood in its place."""

    name: str
    codes: Mapping[str, Code]
    older: "CodeList | None" = None


def _codes(text: str, **years: tuple[int, int]) -> dict[str, Code]:
    """Codes from words; `years` gives from and until for those that came or went, prefixed by an x."""
    return {word: Code(word, *years.get(f"x{word}", (0, EVER))) for word in text.split()}


GENDERS = CodeList("gender (until 2024)", {"1": Code("M"), "2": Code("F"), "0": Code("U"), "9": Code("U")})
"""0 is not recorded or unborn, 9 indeterminate; the list that followed has U for both."""
SEXES = CodeList("sex (from 2025)", _codes("M F U"), older=GENDERS)
GENDERS_AND_SEXES = CodeList(GENDERS.name, GENDERS.codes, older=SEXES)
UPN_UNKNOWN = CodeList("reason for no UPN", _codes("UN1 UN2 UN3 UN4 UN5 UN6 UN7"))
ETHNICITIES = CodeList(
    "ethnicity",
    _codes(
        "WBRI WIRI WIRT WOTH WROM MWBC MWBA MWAS MOTH AIND APKN ABAN AOTH BCRB BAFR BOTH CHNE OOTH REFU NOBT"
    ),
)
DISABILITIES = CodeList("disability", _codes("NONE MOB HAND PC INC COMM LD HEAR VIS BEH CON AUT DDA"))
REFERRAL_SOURCES = CodeList(
    "referral source",
    _codes(
        "1A 1B 1C 1D 2A 2B 3A 3B 3C 3D 3E 3F 4 5A 5B 5C 5D 6 7 8 9 10",
        x5D=(2023, EVER),
    ),
)
PRIMARY_NEEDS = CodeList("primary need", _codes("N1 N2 N3 N4 N5 N6 N7 N8 N9 N0"))
CLOSURE_REASONS = CodeList(
    "reason for closure", _codes("RC1 RC2 RC3 RC4 RC5 RC6 RC7 RC8 RC9", xRC9=(2023, EVER))
)
CATEGORIES_OF_ABUSE = CodeList("category of abuse", _codes("NEG PHY SAB EMO MUL"))
ASSESSMENT_FACTORS = CodeList(
    "assessment factors",
    _codes(
        "1A 1B 1C 2A 2B 2C 3A 3B 3C 4A 4B 4C 5A 5B 5C 6A 6B 6C 7A 8B 8C 8D 8E 8F 9A 10A 11A 12A 13A 14A 15A "
        "16A 17A 18A 18B 18C 19A 19B 19C 20 21 22A 23A 24A",
        x18A=(0, 2024),
        x18B=(2021, EVER),
        x18C=(2021, EVER),
        x19A=(0, 2024),
        x19B=(2021, EVER),
        x19C=(2021, EVER),
        x24A=(2022, EVER),
    ),
)
OUTCOMES = CodeList("pre-proceedings outcome (unverified)", _codes("A B C"))
"""UNVERIFIED: from rule 9011 of the 2026-27 rules of csc-validator-be-cin; what they mean is not public."""
