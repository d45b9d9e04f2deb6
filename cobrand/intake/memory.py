"""Tells how much memory this process takes, and ends it where the system does not."""

from __future__ import annotations

import ctypes
import os
import sys
import time
from pathlib import Path
from typing import Any

try:
    import resource
except ImportError:  # Windows has no such limits
    resource = None  # type: ignore[assignment]  # no module there

COUNTED = resource is not None
"""Whether the system counts the seconds that the processor takes for a file."""
EXHAUSTED = 75
"""What a worker's exit code is when it took more than it may."""
_PAUSE = 0.02


def limit(megabytes: int) -> bool:
    """Let the system refuse more address space than this; say whether it will."""
    if resource is None:
        return False
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    taken = _pages(0)
    if not taken:  # elsewhere than on Linux the limit is taken and not kept
        return False
    most = taken + megabytes * 1_000_000
    resource.setrlimit(resource.RLIMIT_AS, (most, most))
    return True


def watch(megabytes: int) -> None:
    """End this process as soon as it holds more than this; never returns."""
    most = resident() + megabytes * 1_000_000
    while resident() <= most:
        time.sleep(_PAUSE)
    os._exit(EXHAUSTED)


def resident() -> int:
    """Return the bytes this process holds, the most it ever held on macOS, 0 if unknown."""
    if sys.platform == "win32":
        return _working_set()
    if sys.platform == "darwin" and resource is not None:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return _pages(1)


def _pages(place: int) -> int:
    """Return a number of /proc/self/statm in bytes: 0 is what is mapped, 1 what is resident."""
    try:
        return int(Path("/proc/self/statm").read_text().split()[place]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError, IndexError):
        return 0


class _Counters(ctypes.Structure):
    """PROCESS_MEMORY_COUNTERS of the Windows API."""

    _fields_ = (
        ("cb", ctypes.c_uint32),
        ("faults", ctypes.c_uint32),
        *((f"size{place}", ctypes.c_size_t) for place in range(8)),
    )


def _working_set() -> int:
    kernel: Any = getattr(ctypes, "WinDLL", ctypes.CDLL)("kernel32")
    kernel.GetCurrentProcess.restype = ctypes.c_void_p
    counters = _Counters(cb=ctypes.sizeof(_Counters))
    handle = ctypes.c_void_p(kernel.GetCurrentProcess())
    known = kernel.K32GetProcessMemoryInfo(handle, ctypes.byref(counters), counters.cb)
    return int(counters.size1) if known else 0
