"""A story written out as the reports by which its agencies would tell a record of it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from heeded.adapters.exchange.heeded_json import write_report
from heeded.casework.replay.reports import Staging, come_in, reports_of, weeks_until
from heeded.core.chronology.scenario import Scenario
from heeded.core.chronology.when import local


def write_reports(story: Scenario, folder: Path, now: int, stand_ins: Mapping[str, str]) -> tuple[Path, ...]:
    """Write what has come in of a story by now (seconds UTC), a file a report, named in its order.

    It is moved so many whole weeks that its children were protected just before now. `stand_ins` says
    which agency, and which area, stands in place of the story's own. ValueError where the story has no such
    agency or area, or the folder holds something already; OSError where it cannot be written.
    """
    own = {each for agency in story.chronology.agencies.values() for each in (agency.id, agency.area) if each}
    for name in stand_ins:
        if name not in own:
            raise ValueError(f"the story has no agency or area “{name}”: it has {', '.join(sorted(own))}")
    folder.mkdir(parents=True, exist_ok=True)
    if any(folder.iterdir()):
        raise ValueError(f"{folder} holds something already: name an empty folder")
    staging = Staging(
        name=f"{story.name}-{local(now):%Y-%m-%d}", weeks=weeks_until(story, now), stand_ins=stand_ins
    )
    written = []
    for number, each in enumerate(come_in(reports_of(story, staging), now), 1):
        file = folder / f"{number:03}-{each.report.agency}.json"
        file.write_bytes(write_report(each.report))
        written.append(file)
    return tuple(written)
