"""Sees on the disk how many files of a row there are while it is being made."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from cobrand.batch.job import Job

State = tuple[int, int]
"""What tells a file from the one that had its name before: inode and time of change."""


@dataclass(slots=True)
class Watch:
    """One row in a worker's hands; what had a name before it was begun does not count.

    A worker answers once a row is done. Its files appear whole and one after another, so the
    folder says how far it is; of rows that are packed or travel, there is nothing to see.
    """

    names: list[str]
    folder: Path | None
    kept: int = 0
    made: int = 0
    before: dict[str, State] = field(default_factory=dict)

    @classmethod
    def of(cls, job: Job) -> Watch:
        """Return the watch of a row that is about to be begun."""
        seen = job.folder is not None and not job.zip
        names = [task.name for task in job.tasks if seen and task.name not in job.kept]
        watch = cls(names, job.folder, len(job.kept) if seen else 0)
        watch.before = {name: state for name in names if (state := watch.state(name))}
        return watch

    @property
    def there(self) -> int:
        """How many files of the row are there."""
        return self.kept + self.made

    def moved(self) -> bool:
        """Look again, and say whether there are more than before."""
        found = set(self._found())
        self.names = [name for name in self.names if name not in found]
        self.made += len(found)
        return bool(found)

    def _found(self) -> Iterator[str]:
        for name in self.names:
            state = self.state(name)
            if state is not None and state != self.before.get(name):
                yield name

    def state(self, name: str) -> State | None:
        """Return what stands under a name now."""
        try:
            found = (self.folder or Path()).joinpath(name).stat()
        except OSError:
            return None
        return found.st_ino, found.st_mtime_ns
