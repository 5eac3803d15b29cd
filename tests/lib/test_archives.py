"""Archives from outside: what would hurt is refused before it is unpacked."""

import io
import struct
import zipfile

import pytest

from korgoo.lib import archives
from korgoo.lib.archives import Limits, Refused, Why

LIMITS = Limits(file=1000, unpacked=1500, files=3, ratio=50, small=100)


def zipped(*files, method=zipfile.ZIP_DEFLATED):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", method) as archive:
        for name, content in files:
            archive.writestr(name, content)
    return packed.getvalue()


def why_not(data):
    with pytest.raises(Refused) as refused:
        archives.unpack(data, LIMITS)
    return refused.value.why


def test_what_is_right_comes_out_in_its_order():
    files = archives.unpack(zipped(("b.txt", "two"), ("folder/a.txt", "one")), LIMITS)

    assert list(files.items()) == [("b.txt", b"two"), ("folder/a.txt", b"one")]


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_ways_of_packing_that_cannot_be_measured_are_refused(method):
    assert why_not(zipped(("a.txt", "0" * 500), method=method)) is Why.NO_ARCHIVE


def test_an_archive_that_lies_about_a_size_is_refused():
    """The head says one hundred bytes; a thousand times that is inside."""
    data = bytearray(zipped(("a.txt", "0" * 100_000)))
    for mark, at in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):
        place = data.index(mark) + at
        data[place : place + 4] = struct.pack("<I", 100)

    assert why_not(bytes(data)) in {Why.BOMB, Why.NO_ARCHIVE}


@pytest.mark.parametrize(
    ("files", "why"),
    [
        ([("a.txt", "x" * 1001)], Why.TOO_LARGE),
        ([("a.txt", "0" * 900)], Why.BOMB),
        ([(f"{n}.txt", bytes(range(256)) * 3) for n in range(3)], Why.BOMB),
        ([(f"{n}.txt", "x") for n in range(4)], Why.TOO_MANY),
        ([("../a.txt", "x")], Why.NAME),
        ([], Why.EMPTY),
    ],
    ids=["file", "ratio", "together", "many", "name", "empty"],
)
def test_what_is_too_much_is_refused(files, why):
    assert why_not(zipped(*files)) is why
