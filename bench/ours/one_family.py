"""One family with a long history, put together from the log: what live judging is measured on."""

import pyarrow as pa
import pyarrow.compute as pc

from bench.ours.families import families
from heeded.core.chronology.chronology import Chronology

CHILDREN = 4


def one_family(log: pa.Table, events: int) -> Chronology:
    """A family of four children with so many events, the histories of many dealt out among them.

    Referrals, plans and so on keep their own numbers, so no duty is lost or joined.
    """
    ordered = log.sort_by([("child", "ascending"), ("entry", "ascending")]).slice(0, events)
    child = pc.bit_wise_and(ordered["child"], pa.scalar(CHILDREN - 1, pa.int32()))
    family = pa.array([0] * events, pa.int32())
    columns = {name: ordered[name] for name in ordered.column_names} | {"child": child, "family": family}
    return next(families(pa.table(columns, metadata=log.schema.metadata)))
