"""The processes of a load, with what each has still to do."""

from __future__ import annotations

import queue
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from multiprocessing import get_context
from multiprocessing.context import SpawnProcess
from multiprocessing.queues import Queue

from heeded.bootstrap.loading.batches import Batch
from heeded.bootstrap.loading.process import Done, Order, run


class Broken(RuntimeError):  # noqa: N818 - it says what is the case, and is shown as it is
    """A process of a load failed or was ended: what is loaded stays, and the rest can be loaded again."""


@dataclass(slots=True)
class Crew:
    """The processes, with what each has still to do."""

    workers: list[SpawnProcess]
    orders: list[Queue[Order | None]]
    done: Queue[Done]
    under_way: dict[int, tuple[int, Batch]] = field(default_factory=dict)
    refs: Counter[tuple[int, str]] = field(default_factory=Counter)
    given: int = 0

    def begin(self, worker: int, batch: Batch) -> int:
        """Note that a process was given a batch; the number by which it will be told of."""
        self.given += 1
        self.under_way[self.given] = (worker, batch)
        self.refs.update((worker, ref) for ref in batch.refs)
        return self.given

    def end(self, number: int) -> Batch:
        """Note that a batch is done; which it was."""
        worker, batch = self.under_way.pop(number)
        for ref in batch.refs:
            self.refs[worker, ref] -= 1
            if not self.refs[worker, ref]:
                del self.refs[worker, ref]
        return batch

    def busy_with(self, batch: Batch) -> set[int]:
        """The processes that still have something to do about the same people."""
        return {w for w in range(len(self.workers)) if any((w, ref) in self.refs for ref in batch.refs)}

    def load_of(self, worker: int) -> int:
        """How many batches wait for a process or are with it."""
        return sum(1 for busy, _ in self.under_way.values() if busy == worker)

    def wait(self) -> Done:
        """The next batch that is done; Broken where a process is gone or failed."""
        while True:
            try:
                done = self.done.get(timeout=1)
            except queue.Empty:
                gone = [each for each in self.workers if not each.is_alive()]
                if gone and self.done.empty():
                    said = f"a process of the load ended with status {gone[0].exitcode}: load the file again"
                    raise Broken(said) from None
                continue
            if done.wrong:
                raise Broken(f"a process of the load failed: load the file again\n{done.wrong}")
            return done


@contextmanager
def at_work(admin: str, processes: int) -> Iterator[Crew]:
    """So many processes, ready for orders; gone at the end."""
    context = get_context("spawn")
    done: Queue[Done] = context.Queue()
    orders: list[Queue[Order | None]] = [context.Queue() for _ in range(processes)]
    workers = [
        context.Process(target=run, args=(admin, each, done), daemon=True, name=f"heeded load {n}")
        for n, each in enumerate(orders)
    ]
    for each in workers:
        each.start()
    try:
        yield Crew(workers, orders, done)
        for own in orders:
            own.put(None)
        for each in workers:
            each.join()
    finally:
        for each in workers:
            each.terminate()
