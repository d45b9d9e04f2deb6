"""Who makes the rows where one machine is outgrown: the workers of a Dask scheduler.

Workers may have another disk, so a row travels whole: the logo's bytes go there, the files' bytes
come back, and whoever owns the folder writes them. This is the only module that knows Dask; it is
loaded when a scheduler is asked for.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import CancelledError, Future
from contextlib import suppress
from dataclasses import dataclass, field

from distributed import Client, KilledWorker

from cobrand.batch.crew import Lost
from cobrand.batch.job import Done, Job
from cobrand.errors import BatchError

_AHEAD = 2  # rows that a worker's thread has at most: the one it makes, and the next
_LOOK = 5.0  # seconds between counting the workers


@dataclass(slots=True)
class Cluster:
    """The workers there are now; those that come and go are seen while the rows go on.

    A worker that dies gives its rows back to the scheduler, which gives them to another; a row
    that has killed several is given up, and told as lost.
    """

    answer: Callable[[Job], Done]
    client: Client
    address: str
    shares_disk: bool = False
    _rows: set[Future[Done]] = field(default_factory=set)
    _threads: int = 1
    _looked: float = 0.0

    def submit(self, job: Job, *, alone: bool = False) -> Future[Done] | None:
        """Send a row, unless the workers have enough; BatchError if the scheduler is gone."""
        if self.client.status != "running":
            raise self._gone()
        self._rows = {row for row in self._rows if not row.done()}
        if len(self._rows) >= _AHEAD * self._counted():
            return None
        row: Future[Done] = self.client.get_executor(pure=False).submit(self.answer, job)
        self._rows.add(row)
        return row

    def outcome(self, row: Future[Done]) -> Done:
        """Return what became of a row; Lost if it took several workers with it."""
        try:
            return row.result()
        except KilledWorker as problem:
            raise Lost from problem
        except CancelledError as problem:
            raise self._gone() from problem

    def close(self, *, at_once: bool = False) -> None:
        """Leave the scheduler as it is; what was sent and not answered is given up."""
        self.client.close()

    def _counted(self) -> int:
        now = time.monotonic()
        if now - self._looked > _LOOK:
            self._looked = now
            self._threads = max(1, sum(self.client.nthreads().values()))
        return self._threads

    def _gone(self) -> BatchError:
        return BatchError("cluster.gone", address=self.address)


def connect(answer: Callable[[Job], Done], address: str, seconds: float = 10.0) -> Cluster:
    """Return the crew behind a scheduler; BatchError if nobody answers there, or none works."""
    try:
        client = Client(address, timeout=seconds, set_as_default=False)
    except (OSError, ValueError, TimeoutError) as problem:
        raise BatchError("cluster.unreachable", address=address, seconds=seconds) from problem
    if not client.nthreads():
        with suppress(TimeoutError):
            client.wait_for_workers(1, timeout=seconds)
    if not client.nthreads():
        client.close()
        raise BatchError("cluster.no-workers", address=address)
    return Cluster(answer, client, address)
