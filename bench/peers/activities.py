"""The log as process-mining tools want it: a trace a child, and activities that are plain names."""

from pathlib import Path

import pandas as pd
import pyarrow as pa

from bench.log import read
from bench.schema import FIELDS, KEYS, KINDS

CASE = "case:concept:name"
ACTIVITY = "concept:name"
TIME = "time:timestamp"
# A field that a rule asks for becomes part of the name, since these tools match names.
NAMED_BY = {"visit": "alone", "strategy_discussion": "quorate"}


def traces(path: Path, events: int = 0) -> pd.DataFrame:
    """One row an event, sorted by child and time, in the columns that pm4py expects."""
    log: pa.Table = read(path, events).sort_by([("child", "ascending"), ("happened", "ascending")])
    frame: pd.DataFrame = log.to_pandas()
    frame[ACTIVITY] = frame["kind"].map(dict(enumerate(KINDS)))
    for kind, field in NAMED_BY.items():
        named = (frame[ACTIVITY] == kind) & (frame[field] == True)  # noqa: E712 - null is not true
        frame.loc[named, ACTIVITY] = f"{kind} {field}"
    frame[CASE] = frame["child"].astype(str)
    frame[TIME] = pd.to_datetime(frame["happened"], unit="s", utc=True)
    return frame[[CASE, ACTIVITY, TIME, *KEYS, *FIELDS]]
