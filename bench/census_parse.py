"""How fast a children-in-need census is read, and in how much memory: an invented return of any size.

`python -m bench.census_parse --children 20000`; `--keep FILE` keeps the return, to time others on it.
The peer is csc-validator-be-cin 0.1.13, which parses into pandas: on 4,000 of these same children it took
13.7 ms a child on two shared cores, on 1,000 of them 8.4 (it slows down as the return grows).
"""

import argparse
import random
import resource
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from heeded.adapters.exchange.census import open_census
from heeded.adapters.exchange.ledger import Ledger

PEER_MILLISECONDS = 13.7
REFERENCE = date(2025, 3, 31)
FACTORS = "1A 1B 2A 2B 3A 3B 4A 4B 5A 6A 7A 10A 11A 12A 13A 15A 16A 17A 18B 18C 19B 20 24A".split()
SOURCES = "1A 1B 2A 3A 3B 3E 5B 5D 6 8 9".split()
HEADER = f"""<?xml version="1.0" encoding="UTF-8"?>
<Message>
 <Header>
  <CollectionDetails>
   <Collection>CIN</Collection>
   <Year>{REFERENCE.year}</Year>
   <ReferenceDate>{REFERENCE}</ReferenceDate>
  </CollectionDetails>
  <Source>
   <SourceLevel>L</SourceLevel>
   <LEA>999</LEA>
   <SoftwareCode>invented</SoftwareCode>
  </Source>
 </Header>
 <Children>
"""
FOOTER = " </Children>\n</Message>\n"


@dataclass(frozen=True)
class Figures:
    """What one reading of a return took."""

    children: int
    episodes: int
    megabytes: float
    seconds: float
    grown_megabytes: float
    refused: int

    @property
    def milliseconds(self) -> float:
        """Milliseconds a child."""
        return 1000 * self.seconds / self.children


def invented_return(children: int, seed: int = 2025) -> Iterator[str]:
    """Yield the text of a return piece by piece: no real child, and rates that mean nothing."""
    draw = random.Random(seed)  # noqa: S311 - invented children, not secrets
    yield HEADER
    for number in range(1, children + 1):
        yield _child(draw, number)
    yield FOOTER


def measure(children: int, keep: Path | None = None) -> Figures:
    """Write an invented return, to `keep` or to a file that is removed, and read it."""
    with tempfile.TemporaryDirectory() as folder:
        path = keep or Path(folder) / "census.xml"
        with path.open("w", encoding="utf-8") as out:
            out.writelines(invented_return(children))
        return read(path)


def read(path: Path) -> Figures:
    """Read a return to its end, holding no child."""
    before = _peak()
    began = time.perf_counter()
    with Ledger() as ledger, open_census(path, ledger) as census:
        episodes = sum(len(child.episodes) for child in census)
        seconds = time.perf_counter() - began
        size = path.stat().st_size / 1e6
        return Figures(census.children_met, episodes, size, seconds, _peak() - before, len(ledger))


def main() -> None:
    """Print the figures."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--children", type=int, default=20_000)
    options.add_argument("--keep", type=Path)
    chosen = options.parse_args()
    figures = measure(chosen.children, chosen.keep)
    times = PEER_MILLISECONDS / figures.milliseconds
    print(f"{figures.children:,} children, {figures.episodes:,} episodes, {figures.megabytes:.0f} MB")
    print(f"{figures.seconds:.2f} s: {figures.milliseconds:.3f} ms a child", end="; ")
    print(f"csc-validator-be-cin took {PEER_MILLISECONDS} on 4,000, {times:.0f} times that")
    print(f"memory grew by {figures.grown_megabytes:.1f} MB; {figures.refused} lines in the ledger")


def _peak() -> float:
    """The most memory that this process has held, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3


def _child(draw: random.Random, number: int) -> str:
    """One child with its episodes."""
    birth = REFERENCE - timedelta(draw.randrange(400, 6000))
    return f"""  <Child>
   <ChildIdentifiers>
    <LAchildID>INV{number:08}</LAchildID>
    <UPN>A999{number:09}</UPN>
    <PersonBirthDate>{birth}</PersonBirthDate>
    <Sex>{draw.choice("MF")}</Sex>
   </ChildIdentifiers>
   <ChildCharacteristics>
    <Ethnicity>{draw.choice(("WBRI", "BAFR", "AIND", "NOBT"))}</Ethnicity>
    <Disabilities>
     <Disability>NONE</Disability>
    </Disabilities>
   </ChildCharacteristics>
{"".join(_episodes(draw))}  </Child>
"""


def _episodes(draw: random.Random) -> Iterator[str]:
    """One to three episodes, of which the last may be open."""
    day = REFERENCE - timedelta(360)
    count = draw.choice((1, 1, 1, 2, 2, 3))
    for left in range(count, 0, -1):
        referral = day + timedelta(draw.randrange(5, 40))
        closure = referral + timedelta(draw.randrange(60, 80))
        yield _episode(draw, referral, closure, is_open=left == 1 and draw.random() < 0.5)  # noqa: PLR2004
        day = closure


def _episode(draw: random.Random, referral: date, closure: date, *, is_open: bool) -> str:
    """One episode: an assessment, and often an enquiry and plans."""
    closed = f"    <CINclosureDate>{closure}</CINclosureDate>\n    <ReasonForClosure>RC7</ReasonForClosure>\n"
    steps = _assessment(draw, referral) + _enquiry_and_plan(referral, closure, path=draw.random())
    return f"""   <CINdetails>
    <CINreferralDate>{referral}</CINreferralDate>
    <ReferralSource>{draw.choice(SOURCES)}</ReferralSource>
    <PrimaryNeedCode>N{draw.randrange(10)}</PrimaryNeedCode>
{"" if is_open else closed}{steps}   </CINdetails>
"""


def _assessment(draw: random.Random, referral: date) -> str:
    """An assessment with one to five factors."""
    factors = draw.sample(FACTORS, draw.randrange(1, 6))
    found = "".join(f"      <AssessmentFactors>{factor}</AssessmentFactors>\n" for factor in factors)
    return f"""    <Assessments>
     <AssessmentActualStartDate>{referral + timedelta(draw.randrange(4))}</AssessmentActualStartDate>
     <AssessmentAuthorisationDate>{referral + timedelta(draw.randrange(20, 60))}</AssessmentAuthorisationDate>
     <FactorsIdentifiedAtAssessment>
{found}     </FactorsIdentifiedAtAssessment>
    </Assessments>
"""


def _enquiry_and_plan(referral: date, closure: date, path: float) -> str:
    """The rest of an episode: nothing more, a child-in-need plan, an enquiry, or an enquiry and a plan."""
    rest = ""
    conference = referral + timedelta(20)
    if path > 0.3:  # noqa: PLR2004
        rest += f"""    <CINPlanDates>
     <CINPlanStartDate>{referral + timedelta(8)}</CINPlanStartDate>
     <CINPlanEndDate>{conference}</CINPlanEndDate>
    </CINPlanDates>
"""
    if path > 0.6:  # noqa: PLR2004
        rest += f"""    <Section47>
     <S47ActualStartDate>{referral + timedelta(2)}</S47ActualStartDate>
     <InitialCPCtarget>{referral + timedelta(23)}</InitialCPCtarget>
     <DateOfInitialCPC>{conference}</DateOfInitialCPC>
     <ICPCnotRequired>0</ICPCnotRequired>
    </Section47>
"""
    rest += "    <ReferralNFA>0</ReferralNFA>\n"
    if path > 0.75:  # noqa: PLR2004
        rest += f"""    <ChildProtectionPlans>
     <CPPstartDate>{conference}</CPPstartDate>
     <CPPendDate>{closure}</CPPendDate>
     <InitialCategoryOfAbuse>NEG</InitialCategoryOfAbuse>
     <LatestCategoryOfAbuse>EMO</LatestCategoryOfAbuse>
     <NumberOfPreviousCPP>0</NumberOfPreviousCPP>
     <Reviews>
      <CPPreviewDate>{conference + timedelta(20)}</CPPreviewDate>
      <CPPreviewDate>{conference + timedelta(35)}</CPPreviewDate>
     </Reviews>
    </ChildProtectionPlans>
"""
    return rest


if __name__ == "__main__":
    main()
