"""The inner loop in C, where a C compiler is at hand when it is first needed; without one NumPy does the same.

Compiled and not shipped: nothing in the install needs a compiler, and the code is tuned to this processor. The result
lies in the user's cache and is made anew when source or compiler options change.
"""

import ctypes
import hashlib
import os
import platform
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from threading import Lock

import numpy as np
from numpy.typing import NDArray

from korgoo.matching.blocks import Rows
from korgoo.matching.hashing import Bits
from korgoo.matching.kernels import Best, Meeting

SOURCE = Path(__file__).with_name("native.c")
OPTIONS = ("-O3", "-march=native", "-shared", "-fPIC")
SECONDS = 60
_compiling = Lock()


def path() -> str:
    """Say which path this machine takes: ``native`` or ``portable``. ``KORGOO_MATCHING_PATH`` decides otherwise."""
    return os.environ.get("KORGOO_MATCHING_PATH") or ("native" if library() else "portable")


def library() -> ctypes.CDLL | None:
    """Give the compiled loop; None where it cannot be had."""
    with _compiling:
        return _library()


@cache
def _library() -> ctypes.CDLL | None:
    compiler = shutil.which("cc") or shutil.which("gcc") or shutil.which("clang")
    if compiler is None:
        return None
    try:
        found = ctypes.CDLL(str(_compiled(compiler)))
    except (OSError, subprocess.SubprocessError):
        return None
    found.best.restype = found.likest.restype = ctypes.c_int64
    found.roof.restype = ctypes.c_uint64
    return found


def _compiled(compiler: str) -> Path:
    """Compile unless it was done before, in a folder that only this user may write."""
    mark = hashlib.sha256(
        SOURCE.read_bytes()
        + " ".join((*OPTIONS, compiler, platform.processor(), _flags())).encode()
    )
    base = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    folder = base / "korgoo"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    made = folder / f"matching-{mark.hexdigest()[:16]}.so"
    if not made.exists():
        with tempfile.TemporaryDirectory(dir=folder) as place:
            fresh = Path(place) / made.name
            deed = [compiler, *OPTIONS, "-o", str(fresh), str(SOURCE)]
            subprocess.run(deed, check=True, capture_output=True, timeout=SECONDS)  # noqa: S603
            fresh.rename(made)
    return made


def _flags() -> str:
    """Name what this processor can do: a folder may be shared by machines of different kinds."""
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return ""
    return next((line for line in lines if line.startswith(("flags", "Features"))), "")


def best(here: Bits, there: Bits, meetings: Sequence[Meeting], *, keep: int, least: int) -> Best:
    """Do what ``kernels.best`` does, with the same result.

    Raises:
        RuntimeError: There is no compiler here.
    """
    code = _required()
    count = len(here)
    rows, score = np.zeros((count, keep), np.uint32), np.zeros((count, keep), np.uint32)
    # These must live until the call is over: it only has their addresses.
    bonus = np.array([one.bonus for one in meetings], np.uint32)
    counts, seen = bit_counts(there), np.zeros(len(there), np.uint32)
    looked_at = code.best(
        _at(here), _at(there), _at(counts), *_whole(count, there.shape[1], len(meetings)),
        _all([one.first for one in meetings]), _all([one.number for one in meetings]),
        _all([one.rows for one in meetings]), _at(bonus), _at(seen),
        *_whole(keep), ctypes.c_uint32(least), _at(rows), _at(score),
    )  # fmt: skip
    return Best(rows, score, int(looked_at))


def likest(
    one: Bits, there: Bits, counts: NDArray[np.uint16], whose: Rows, keep: int
) -> tuple[NDArray[np.int64], NDArray[np.uint32]]:
    """Find the likest of n filters: their rows, and likeness in 65,536ths; equal ones in order of rows.

    Args:
        one: The words of the asked filter.
        there: n x words.
        counts: n, bits that each sets.
        whose: n, the row of each.
        keep: How many.

    Raises:
        RuntimeError: There is no compiler here.
    """
    rows, score = np.zeros(keep, np.uint32), np.zeros(keep, np.uint32)
    code = _required()
    found = code.likest(
        _at(one),
        _at(there),
        _at(counts),
        _at(whose),
        *_whole(*there.shape, keep),
        _at(rows),
        _at(score),
    )
    return rows[:found].astype(np.int64), score[:found]


def roof(one: Bits, other: Bits) -> int:
    """Count the common bits of all pairs: nothing counts them faster here, so this is the limit of brute force.

    Raises:
        RuntimeError: There is no compiler here.
    """
    sizes = _whole(len(one), len(other), one.shape[1])
    return int(_required().roof(_at(one), _at(other), *sizes))


def bit_counts(filters: Bits) -> NDArray[np.uint16]:
    """Count the bits of each filter."""
    return np.asarray(np.bitwise_count(filters).sum(axis=1, dtype=np.uint16))


def _required() -> ctypes.CDLL:
    code = library()
    if code is None:
        raise RuntimeError("no C compiler was found: use the portable path")
    return code


def _at(array: NDArray[np.generic]) -> ctypes.c_void_p:
    return ctypes.c_void_p(array.ctypes.data)


def _all(arrays: Sequence[NDArray[np.generic]]) -> ctypes.Array[ctypes.c_void_p]:
    return (ctypes.c_void_p * len(arrays))(*[one.ctypes.data for one in arrays])


def _whole(*numbers: int) -> list[ctypes.c_int64]:
    return [ctypes.c_int64(number) for number in numbers]
