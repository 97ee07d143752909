"""Load many reports at once: each taken in as `receive` would, and their families judged together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from heeded.casework.entries import entry_of
from heeded.casework.heed import OPEN, grown, next_moment, reaching_nobody, weigh
from heeded.casework.hub import laid_out
from heeded.casework.invariants import counting
from heeded.casework.judging.judge import AsKnown, verdicts_on_all
from heeded.casework.ports import Author
from heeded.casework.ports.loading import Bulk, Loading, Part
from heeded.casework.taking.again import told_before
from heeded.casework.taking.sift import early, noted, of_somebody, set_aside, skewed, stand, unobjected
from heeded.core.chronology.report import Refusal, Report
from heeded.core.evaluation.finding import Finding
from heeded.core.procedures.handbook import Handbook


@dataclass(frozen=True, slots=True)
class Loaded:
    """What became of a batch: entries kept now, and held already; refusals report by report.

    `owing` are the agencies to whom something fell that they did not owe before. `before` says that the
    whole batch had been loaded earlier, and nothing was looked at again.
    """

    kept: int = 0
    held: int = 0
    families: int = 0
    refusals: tuple[tuple[Refusal, ...], ...] = ()
    owing: frozenset[str] = frozenset()
    before: bool = False


def load(
    reports: Sequence[Report], author: Author, now: int, digest: bytes, record: Bulk, handbook: Handbook
) -> Loaded:
    """Take a batch of reports into the record in one transaction, under the digest of what it holds.

    The rows are those that receiving one by one at that moment would leave; only notices are left to the
    end of the whole load. A batch that is in the record already is passed over. Guarded where it must be
    received report by report.
    """
    sifted = [of_somebody(report) for report in reports]
    with record.loading([each for each in sifted if each.events], author, now, digest) as loading:
        if loading is None:
            return Loaded(before=True)
        taken = {id(part.report): _take(part, author) for part in loading.parts()}
        owing = _judged(loading, handbook, now)
        families = len(loading.families)
    outcomes = [taken.get(id(report), (0, 0, ())) for report in sifted]
    return Loaded(
        kept=sum(kept for kept, _, _ in outcomes),
        held=sum(held for _, held, _ in outcomes),
        families=families,
        refusals=tuple(
            (*report.refusals, *refused) for report, (_, _, refused) in zip(sifted, outcomes, strict=True)
        ),
        owing=owing,
    )


def _take(part: Part, author: Author) -> tuple[int, int, tuple[Refusal, ...]]:
    """Append what may be appended of a report: how many entries, how many were held, what was refused."""
    report, place = part.report, part.place
    told = {
        event.ref: entry_of(event, report.agency, place, part.now, author.writer) for event in report.events
    }
    sifted = told_before(report, told, place, part)
    fresh, objected = unobjected(sifted, part)
    waits = early(fresh, part)
    seen = part.keep(fresh, {**waits, **skewed(report, sifted.entries, part.now)})
    stand(sifted, fresh, part)
    sent = dict(waits)
    for family in part.families:
        now = grown(part, family, seen)
        sent |= reaching_nobody(seen, now.chronology, part.agencies)
        part.let(now)
    refused = (
        *(set_aside(sifted.ref_of(entry.id), why) for entry, why in objected),
        *(set_aside(ref, why) for ref, why in sifted.differing.items()),
        *noted(sent, sifted),
        *noted(sifted.superseded, sifted),
    )
    return len(fresh), len(sifted.held), refused


def _judged(loading: Loading, handbook: Handbook, now: int) -> frozenset[str]:
    """Judge every family of a batch at once, and put down what is owed; who owes anything new."""
    families = loading.families
    found: dict[str, list[Finding]] = {held.chronology.family: [] for held in families}
    for finding in verdicts_on_all((counting(held.chronology) for held in families), handbook, AsKnown(now)):
        if finding.verdict in OPEN:
            found[finding.family].append(finding)
    owing: set[str] = set()
    for held in families:
        changed = weigh(held, handbook, now, found=found[held.chronology.family])
        loading.stand(held, changed.owed)
        loading.lay(held, laid_out(held.chronology, changed.owed, handbook, now))
        owing.update(line.agency for line in changed.fresh if line.agency)
        if (moment := next_moment(changed.owed, now)) is not None:
            loading.wake(held, moment)
    return frozenset(owing)
