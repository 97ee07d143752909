"""What evidence from outside says of the log as a whole: two versions, or an end that is missing."""

from __future__ import annotations

from collections.abc import Iterator

from heeded.casework.verify.evidence import Evidence
from heeded.casework.verify.found import Fault, How, Verified
from heeded.casework.verify.walk import Walk
from heeded.core.chronology.when import local


def forks(evidence: Evidence) -> Iterator[Fault]:
    """Each pair of checkpoints that give one size two roots."""
    for one, _ in evidence.forks():
        says = f"{one.origin} signed two logs of {one.size:,} leaves: keep both checkpoints, they prove it."
        yield Fault(how=How.FORK, place=one.size, says=says)


def rolled_back(evidence: Evidence, walk: Walk, found: Verified) -> Iterator[Fault]:
    """Once the walk is done: whether it ended before what had been signed, as an old backup does."""
    beyond = [seen for seen in evidence.checkpoints if seen.checkpoint.size > walk.size]
    if not beyond:
        return
    last = max(beyond, key=lambda seen: (seen.checkpoint.size, seen.quorum))
    vouched = found.vouched_to(quorum=last.quorum)
    missing, since = last.checkpoint.size - walk.size, walk.last_received()
    told = ["1 entry is missing" if missing == 1 else f"{missing:,} entries are missing"]
    if since is not None:
        told.append(f" since {moment(since)}, when the last one that is held was received")
    told.append(f". A checkpoint of {last.checkpoint.size:,} entries was signed")
    if last.last_seen is not None:
        told.append(f" and witnessed at {moment(last.last_seen)}")
    told.append(
        ": this may be an old backup. Ask the holders of receipts to send again what they sent since then"
    )
    told.append(f": {', '.join(evidence.senders)}." if evidence.senders else ".")
    if vouched < walk.size:
        told.append(f" What is held from leaf {vouched:,} on could be compared with no checkpoint.")
    yield Fault(how=How.ROLLED_BACK, place=vouched, before=last.checkpoint.size, says="".join(told))


def moment(second: int) -> str:
    """A second (UTC) as a person writes it, in local time."""
    return f"{local(second):%Y-%m-%d %H:%M}"
