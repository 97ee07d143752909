"""The definition's row: the naive evaluator on a sample, family by family."""

from collections import Counter
from collections.abc import Iterable

from bench.log import read
from bench.ours.families import families
from bench.ours.ten_rules import ten_rules
from bench.peers.measure import Tally, arguments, best_of, measured, say
from heeded.core.chronology.chronology import Chronology
from heeded.core.evaluation.definition.evaluate import evaluate
from heeded.core.evaluation.finding import Finding


def judge(chronologies: Iterable[Chronology], now: int) -> list[Finding]:
    """Every finding on every family."""
    handbook = ten_rules()
    return [finding for each in chronologies for finding in evaluate(each, handbook, now)]


def tally(findings: Iterable[Finding]) -> Tally:
    """Count the verdicts, for comparison between engines; an entry's id is its number."""
    counts: Counter[tuple[str, str]] = Counter()
    sums: Counter[tuple[str, str]] = Counter()
    for finding in findings:
        counts[finding.ref, finding.verdict.value] += 1
        sums[finding.ref, finding.verdict.value] += int(finding.trigger)
    return sorted((rule, word, counts[rule, word], sums[rule, word]) for rule, word in counts)


def main() -> None:
    """Load, judge, say."""
    asked = arguments(__doc__)
    log = read(asked.log, asked.events)
    loaded, chronologies = best_of(1, lambda: list(families(log)))
    judged, findings = best_of(asked.repeats, lambda: judge(chronologies, asked.now))
    note = "sample; with every entry that a finding rests on"
    say(measured("Heeded definition", 1, len(log), loaded, judged), tally(findings), note)


if __name__ == "__main__":
    main()
