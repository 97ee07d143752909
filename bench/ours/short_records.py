"""Up to how long a record the definition is quicker than the column kernels, on the shipped handbook.

Run it as `python -m bench.ours.short_records`: it stands behind `core/evaluation/one_family.SHORT`.
"""

import json
import statistics
import time
from collections.abc import Iterator, Mapping

from bench.record import borough
from heeded import bootstrap
from heeded.adapters.exchange.heeded_json import read_report
from heeded.casework.entries import entry_of
from heeded.casework.ports import Place
from heeded.core.chronology.chronology import Chronology
from heeded.core.chronology.entry import Entry
from heeded.core.chronology.people import Agency, Person
from heeded.core.evaluation import definition, kernels
from heeded.core.evaluation.blocks.plan import plan_of
from heeded.core.procedures.handbook import Handbook

SIZES = (4, 8, 12, 16, 20, 24, 28, 32, 40, 60, 100)
FAMILIES = 40
AGENCIES = {each[0]: Agency(*each) for each in borough.agencies()}


class _Named(Mapping[str, str]):
    """Names that tell themselves, with a word before them."""

    def __init__(self, before: str) -> None:
        self._before = before

    def __getitem__(self, ref: str) -> str:
        return f"{self._before}{ref}"

    def __iter__(self) -> Iterator[str]:
        raise TypeError("any name is there")

    def __len__(self) -> int:
        raise TypeError("any name is there")


def entries(number: int) -> list[Entry]:
    """What agencies told of the invented child of that number."""
    told = []
    for agency, line in borough.reports(number, number + 1):
        report = read_report(line, agency)
        place = Place(subjects=_Named(""), events=_Named(f"{agency} "))
        told += [entry_of(event, agency, place, borough.NOW, "bench") for event in report.events]
    return told


def family(first: int, size: int) -> Chronology:
    """A family whose record has so many entries: as many children, from this one on, as it takes."""
    held: list[Entry] = []
    number = first
    while len(held) < size:
        held += entries(number)
        number += 1
    kept = tuple(held[:size])
    people = {entry.child: Person(entry.child, area="Norhaven") for entry in kept}
    return Chronology(f"family {first}", kept, people, AGENCIES)


def medians(families: list[Chronology], handbook: Handbook) -> tuple[float, float]:
    """The median time (ms) of judging one of these families: by the definition, and by the kernels."""
    by_definition, by_kernels = [], []
    for each in families * 5:
        begun = time.perf_counter()
        asked = plan_of(handbook).say(entry.kind for entry in each.entries).handbook
        definition.evaluate(each, asked, borough.NOW)
        between = time.perf_counter()
        kernels.evaluate(each, handbook, borough.NOW)
        by_kernels.append(time.perf_counter() - between)
        by_definition.append(between - begun)
    return 1000 * statistics.median(by_definition), 1000 * statistics.median(by_kernels)


def main() -> None:
    """Measure each size and say, a line of JSON each."""
    handbook = bootstrap.open_handbook()
    for size in SIZES:
        families = [family(1000 * number, size) for number in range(FAMILIES)]
        medians(families, handbook)
        quick, wide = medians(families, handbook)
        print(json.dumps({"entries": size, "definition ms": round(quick, 2), "kernels ms": round(wide, 2)}))


if __name__ == "__main__":
    main()
