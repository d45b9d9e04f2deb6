"""Memory that pictures no longer need goes back to the system."""

import subprocess
import sys

import pytest

HELD = """
from cobrand.pixels import memory
memory.give_back()
def resident():
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * 4096
bytearray(24 << 20)
before = resident()
small = []
for _ in range(8):
    large = [bytearray(b"x" * (9 << 20)) for _ in range(4)]
    small.append(bytearray(200_000))
    del large
print((resident() - before) >> 20)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only glibc holds it back")
def test_freed_pictures_do_not_stay_in_the_process():
    words = [sys.executable, "-c", HELD]
    held = subprocess.check_output(words, text=True)  # noqa: S603  our own words

    assert int(held) <= 4
