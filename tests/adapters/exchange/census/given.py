"""Small returns to read, and what was read from them."""

import io
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from heeded.adapters.exchange.census import (
    CensusChild,
    CensusHeader,
    CensusReading,
    Episode,
    open_census,
)
from heeded.adapters.exchange.ledger import Ledger, Refusal
from heeded.adapters.exchange.reason import Reason
from heeded.adapters.exchange.unreadable import UnreadableFile

SAMPLES = Path(__file__).resolve().parents[3] / "data" / "cin"
REFERENCE = date(2025, 3, 31)
WHO = """<ChildIdentifiers><LAchildID>C1</LAchildID><PersonBirthDate>2015-06-01</PersonBirthDate>
<Sex>F</Sex></ChildIdentifiers><ChildCharacteristics><Ethnicity>WBRI</Ethnicity></ChildCharacteristics>"""
REFERRAL = "<CINreferralDate>2024-06-03</CINreferralDate><ReferralSource>2A</ReferralSource>"
NO_FURTHER_ACTION = "<ReferralNFA>1</ReferralNFA>"
FURTHER_ACTION = "<ReferralNFA>0</ReferralNFA>"


@dataclass(frozen=True)
class Read:
    """All that came of reading a return to its end."""

    header: CensusHeader
    reference_date: date
    layout_year: int
    children: list[CensusChild]
    lines: list[Refusal]
    children_met: int
    broke_off: UnreadableFile | None

    @property
    def child(self) -> CensusChild:
        """The one child that was read."""
        (child,) = self.children
        return child

    @property
    def episode(self) -> Episode:
        """The one episode of the one child."""
        (episode,) = self.child.episodes
        return episode

    @property
    def reasons(self) -> list[str]:
        """The reasons in the ledger, line by line."""
        return [line.reason for line in self.lines]

    def line(self, reason: Reason) -> Refusal:
        """The one line of the ledger with that reason, its fate and remedy as the reason has them."""
        (line,) = [line for line in self.lines if line.reason == reason.text]
        assert (line.remedy, line.fate) == (reason.remedy, reason.fate)
        return line


def read(source: str | bytes | Path, as_of: date | None = None) -> Read:
    """Read a return: a path, or the content of a file."""
    content = source.encode() if isinstance(source, str) else source
    given = content if isinstance(content, Path) else io.BytesIO(content)
    with Ledger() as ledger, open_census(given, ledger, as_of=as_of) as census:
        return _all(census, ledger)


def header(year: object = 2025, reference: object = REFERENCE, more: str = "") -> str:
    """A header in order."""
    return (
        f"<Header><CollectionDetails><Collection>CIN</Collection><Year>{year}</Year>"
        f"<ReferenceDate>{reference}</ReferenceDate></CollectionDetails>"
        f"<Source><LEA>201</LEA></Source>{more}</Header>"
    )


def census(*children: str, head: str | None = None) -> str:
    """A return with those children."""
    return f"<Message>{header() if head is None else head}<Children>{''.join(children)}</Children></Message>"


def child(*episodes: str, who: str = WHO) -> str:
    """A child with those episodes, or with one that is in order."""
    return f"<Child>{who}{''.join(episodes) or episode()}</Child>"


def episode(more: str = "", referral: str = REFERRAL, nfa: str = FURTHER_ACTION) -> str:
    """An episode that is in order, with more in it."""
    return f"<CINdetails>{referral}{nfa}{more}</CINdetails>"


def with_episode(more: str) -> Read:
    """A return in order, but for what more is in its one episode."""
    return read(census(child(episode(more))))


def elements(pairs: Iterable[tuple[str, object]]) -> str:
    """Elements from names and texts."""
    return "".join(f"<{name}>{text}</{name}>" for name, text in pairs)


def _all(census: CensusReading, ledger: Ledger) -> Read:
    children = list(census)
    return Read(
        census.header,
        census.reference_date,
        census.layout_year,
        children,
        list(ledger),
        census.children_met,
        census.broke_off,
    )
