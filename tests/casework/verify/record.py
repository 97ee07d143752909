"""A small record with its log, its seal, three witnesses and the receipts that it gave."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path

from heeded.adapters.seals import Seal, Verifiers, Witness, Witnesses, open_seal
from heeded.casework.verify import Evidence
from heeded.core.chronology.entry import Entry
from heeded.core.chronology.people import Source
from heeded.core.chronology.when import Precision, When
from heeded.core.log.checkpoint import Checkpoint, Witnessed
from heeded.core.log.leaf import Logged, content, leaf_hash
from heeded.core.log.note import Kind
from heeded.core.log.proofs import consistency_proof
from heeded.core.log.receipt import Receipt, receipt_json
from tests.core.log.plainly import Stored

LOG = "record.example/borough"
WITNESSES = ("police.example/w", "trust.example/w", "school.example/w")
BEGAN = 1_276_800_000


def salt_of(name: str) -> bytes:
    """A salt that can be drawn again."""
    return sha256(f"salt {name}".encode()).digest()


def entry(number: int, **changes: object) -> tuple[Entry, int]:
    """An entry, and the second in which it was received."""
    second = BEGAN + 60 * number
    made = Entry(
        id=f"e{number}",
        kind="injury observed",
        child="s1",
        happened=When(second - 600, second - 600, Precision.INSTANT),
        told=second - 5,
        source=Source("hospital", "Dr Amara Obi", "paediatrician"),
        facts={"suspected": True, "count": number},
    )
    return replace(made, **changes), second  # type: ignore[arg-type]  # the tests' own changes


def sealed(number: int, place: int, salt: str = "", received: int = 0, **changes: object) -> Logged:
    """A row of the log with its entry, as an honest record (or a clever forger) would write it."""
    made, second = entry(number, **changes)
    body, grain = content(made, "s1", received or second), salt_of(salt or made.id)
    return Logged(place, made.id, leaf_hash(grain, body), grain, body)


@dataclass(slots=True)
class Record:
    """An honest record: its rows, and what others have seen of it and hold of it."""

    seal: Seal
    witnesses: Sequence[Witness]
    rows: list[Logged] = field(default_factory=list)
    stored: Stored = field(default_factory=Stored)
    receipts: list[str] = field(default_factory=list)
    checkpoints: list[str] = field(default_factory=list)

    @classmethod
    def begun(cls, folder: Path) -> Record:
        """A record without entries."""
        witnesses = [Witness(open_seal(folder / name, name), folder / name / "seen") for name in WITNESSES]
        return cls(open_seal(folder / "log", LOG), witnesses)

    @property
    def verifiers(self) -> Verifiers:
        """What outsiders were given: the log's key and the witnesses', of whom two are enough."""
        keys = tuple(witness.seal.key(Kind.COSIGNATURE) for witness in self.witnesses)
        return Verifiers((self.seal.key(),), Witnesses(keys, 2))

    def receive(self, count: int) -> None:
        """Take in so many entries, a receipt for each."""
        for _ in range(count):
            self.take(sealed(len(self.rows), len(self.rows)))

    def take(self, row: Logged) -> None:
        """Take in a row, and give a receipt for it."""
        self.rows.append(row)
        self.stored.append([row.leaf])
        receipt = Receipt(
            origin=LOG, entry=row.entry, index=row.place, leaf=row.leaf, received=BEGAN + 60 * row.place
        )
        self.receipts.append(receipt_json(self.seal.sign(receipt.text)))

    def checkpoint(self, witnesses: int = 2) -> None:
        """Sign the present state, and have it witnessed."""
        head = self.stored.frontier.head
        written = str(self.seal.sign(Checkpoint(LOG, head.size, head.root).text))
        for witness in self.witnesses[:witnesses]:
            proof = consistency_proof(witness.last_seen(LOG).size, head.size, self.stored)
            written = str(witness.cosign(written, proof, self.verifiers, BEGAN + 60 * head.size))
        self.checkpoints.append(written)

    def signed(self) -> list[Witnessed]:
        """The checkpoints, as an outsider believes them."""
        return [self.verifiers.checkpoint(written) for written in self.checkpoints]

    def evidence(self, *, receipts: bool = False, senders: Sequence[str] = ()) -> Evidence:
        """What is held outside."""
        held = [self.verifiers.receipt(written) for written in self.receipts] if receipts else []
        return Evidence(self.signed(), held, senders)
