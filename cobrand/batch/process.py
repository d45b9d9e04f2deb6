"""What a worker process does first: it leaves Ctrl-C to its parent and ends when that is gone.

Nothing heavy is loaded here, so that libraries that count find their number of threads.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from multiprocessing import connection

_ONE_THREAD = ("VIPS_CONCURRENCY", "OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS")
ORPHANED = 76
"""A worker's exit code when its parent is gone."""


def begin() -> None:
    """Prepare this process for rows."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.environ.update(dict.fromkeys(_ONE_THREAD, "1"))
    threading.Thread(target=_outlive_nobody, daemon=True).start()


def _outlive_nobody() -> None:
    """End at once when the parent has ended, in the middle of a row too."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(ORPHANED)
