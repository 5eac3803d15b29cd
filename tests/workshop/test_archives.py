"""What somebody brings as a zip file: few, small, properly named, or nothing at all."""

import io
import stat
import zipfile

import pytest

from korgoo.workshop import archives
from korgoo.workshop.archives import Refused, Why


def zipped(*files, compression=zipfile.ZIP_DEFLATED):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", compression) as archive:
        for name, content in files:
            archive.writestr(name, content)
    return packed.getvalue()


def linked(name):
    entry = zipfile.ZipInfo(name)
    entry.external_attr = (stat.S_IFLNK | 0o777) << 16
    return entry


def test_files_come_out_as_they_went_in():
    texts = {"guideline.yaml": "key: а\n", "views/a.yaml": "key: b\n"}

    packed = archives.pack(texts)

    assert archives.unpack(packed) == {name: text.encode() for name, text in texts.items()}
    assert archives.pack(texts) == packed, "the same texts give the same bytes"


def test_the_folder_around_everything_and_what_programs_add_are_left_out():
    data = zipped(
        ("my draft".replace(" ", "-") + "/guideline.yaml", "a"),
        ("my-draft/views/a.yaml", "b"),
        ("__MACOSX/my-draft/._a.yaml", "x"),
        ("my-draft/.DS_Store", "x"),
    )

    assert archives.unpack(data) == {"guideline.yaml": b"a", "views/a.yaml": b"b"}


def test_a_folder_of_the_guideline_itself_stays():
    assert set(archives.unpack(zipped(("views/a.yaml", "b"), ("views/c.yaml", "d")))) == {
        "views/a.yaml",
        "views/c.yaml",
    }


@pytest.mark.parametrize(
    "name",
    [
        "../guideline.yaml",
        "views/../../etc/passwd.yaml",
        "/etc/passwd",
        "C:/guideline.yaml",
        "views\\..\\a.yaml",
        "views//a.yaml",
        "views/чужой.yaml",
        ".hidden.yaml",
        "views/" + "a" * 300 + ".yaml",
    ],
)
def test_names_that_lead_elsewhere_are_refused(name):
    with pytest.raises(Refused) as refused:
        archives.unpack(zipped(("guideline.yaml", "a"), (name, "b")))

    assert refused.value.why in {Why.NAME, Why.NO_ARCHIVE}


def test_a_link_is_refused():
    with pytest.raises(Refused) as refused:
        archives.unpack(zipped(("guideline.yaml", "a"), (linked("views/a.yaml"), "/etc/passwd")))

    assert (refused.value.why, refused.value.name) == (Why.NAME, "views/a.yaml")


def test_a_bomb_is_not_unpacked():
    with pytest.raises(Refused) as refused:
        archives.unpack(zipped(("views/bomb.yaml", "0" * archives.LARGEST_FILE)))

    assert (refused.value.why, refused.value.name) == (Why.BOMB, "views/bomb.yaml")


def test_many_files_that_are_large_together_are_refused():
    number = archives.MOST_UNPACKED // archives.LIMITS.small + 1
    assert number < archives.MOST_FILES
    files = [(f"views/a{n}.yaml", "0" * archives.LIMITS.small) for n in range(number)]

    with pytest.raises(Refused) as refused:
        archives.unpack(zipped(*files))

    assert refused.value.why is Why.BOMB


def test_a_size_that_is_a_lie_is_found_out():
    content = bytes(range(256)) * 8192  # two megabytes
    data = bytearray(zipped(("views/a.yaml", content), compression=zipfile.ZIP_STORED))
    size = len(content).to_bytes(4, "little")
    small = (1000).to_bytes(4, "little")
    at = data.rindex(b"PK\x01\x02")
    data[at + 24 : at + 28] = small
    assert size in data

    with pytest.raises(Refused) as refused:
        archives.unpack(bytes(data))

    assert refused.value.why in {Why.TOO_LARGE, Why.NO_ARCHIVE}


@pytest.mark.parametrize(
    ("files", "why"),
    [
        ([("views/a.yaml", bytes(range(256)) * 4097)], Why.TOO_LARGE),
        ([(f"views/a{n}.yaml", "a") for n in range(archives.MOST_FILES + 1)], Why.TOO_MANY),
        ([("views/", "")], Why.EMPTY),
        ([], Why.EMPTY),
    ],
)
def test_too_large_too_many_or_nothing_is_refused(files, why):
    with pytest.raises(Refused) as refused:
        archives.unpack(zipped(*files, compression=zipfile.ZIP_STORED))

    assert refused.value.why is why


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_one_name_twice_is_refused():
    with pytest.raises(Refused) as refused:
        archives.unpack(zipped(("views/a.yaml", "a"), ("views/a.yaml", "b")))

    assert (refused.value.why, refused.value.name) == (Why.TWICE, "views/a.yaml")


@pytest.mark.parametrize(
    "data",
    [b"", b"PK\x03\x04", b"not a zip", zipped(("a.yaml", "a" * 500))[:-40], b"\x00" * 1000],
    ids=["empty", "beginning", "words", "cut", "zeros"],  # an archive holds the time of its making
)
def test_what_is_no_archive_is_refused(data):
    with pytest.raises(Refused) as refused:
        archives.unpack(data)

    assert refused.value.why is Why.NO_ARCHIVE


def test_damage_inside_is_found():
    data = bytearray(zipped(("views/a.yaml", "abcdef" * 200)))
    data[45] ^= 0xFF

    with pytest.raises(Refused) as refused:
        archives.unpack(bytes(data))

    assert refused.value.why is Why.NO_ARCHIVE


def test_what_is_too_large_is_not_looked_into():
    with pytest.raises(Refused) as refused:
        archives.unpack(b"\x00" * (archives.LARGEST_UPLOAD + 1))

    assert refused.value.why is Why.TOO_LARGE
