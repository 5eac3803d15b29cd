import json

import pytest

from korgoo.matching.fictitious.people import make
from korgoo.matching.fictitious.writing import FIELDS, two_lists


@pytest.fixture(scope="module")
def sources(tmp_path_factory):
    folder = tmp_path_factory.mktemp("lists")
    found = []
    for name, one in zip("ab", two_lists(make(510, seed=3), overlap=0.3, seed=4), strict=True):
        path = folder / f"{name}.csv"
        rows = zip(*(getattr(one, field) for field in FIELDS), strict=True)
        lines = [",".join(FIELDS), *(",".join(row) for row in rows)]
        path.write_text("\n".join(lines), encoding="utf-8")
        found.append((path, one))
    return found


@pytest.fixture
def key(korgoo, tmp_path):
    path = tmp_path / "key"
    assert korgoo("match", "key", path).exit_code == 0
    return path


def test_two_lists_are_encoded_linked_and_reported_without_a_name(korgoo, sources, key, tmp_path):
    for name, (path, _list) in zip("ab", sources, strict=True):
        assert (
            korgoo(
                "match", "encode", path, tmp_path / name, "--key", key, "--decoys", "0.1"
            ).exit_code
            == 0
        )
    linked = korgoo("match", "link", tmp_path / "a", tmp_path / "b", tmp_path / "links.csv")
    told = korgoo("match", "report", tmp_path / "links.csv.json")

    assert linked.exit_code == told.exit_code == 0
    assert "Persons on both" in told.stdout
    outputs = b"".join(
        file.read_bytes()
        for file in tmp_path.rglob("*")
        if file.is_file() and not file.name.endswith(".codes.csv")
    )
    names = {
        name for _path, one in sources for name in (*one.surname, *one.number) if len(name) > 4
    }
    assert not any(name.encode() in outputs for name in names)


def test_the_table_of_codes_stays_with_the_owner(korgoo, sources, key, tmp_path):
    korgoo("match", "encode", sources[0][0], tmp_path / "a", "--key", key)

    table = (tmp_path / "a.codes.csv").read_text(encoding="utf-8").splitlines()
    assert table[0] == "code,id"
    assert len(table) == 301
    assert (tmp_path / "a.codes.csv").stat().st_mode & 0o077 == 0


def test_faults_are_named_by_row_and_column_and_nothing_is_written(korgoo, key, tmp_path):
    path = tmp_path / "list.csv"
    path.write_text("surname,birth\nСынаков,31.12.1985\n", encoding="utf-8")
    result = korgoo("match", "encode", path, tmp_path / "out", "--key", key)
    as_data = korgoo("match", "encode", path, tmp_path / "out", "--key", key, "--json")

    assert result.exit_code == as_data.exit_code == 1
    assert f"{path}:2: birth: date as 1985" in result.stdout
    assert "31.12.1985" not in result.output
    assert json.loads(as_data.stdout)["faults"][0][:2] == [2, "birth"]
    assert not (tmp_path / "out").exists()
    assert not (tmp_path / "out.codes.csv").exists()


def test_lists_under_different_keys_are_not_linked(korgoo, sources, key, tmp_path):
    other = tmp_path / "other"
    korgoo("match", "key", other)
    korgoo("match", "encode", sources[0][0], tmp_path / "a", "--key", key)
    korgoo("match", "encode", sources[1][0], tmp_path / "b", "--key", other)
    result = korgoo("match", "link", tmp_path / "a", tmp_path / "b", tmp_path / "links.csv")

    assert result.exit_code == 1
    assert "different keys" in result.output


def test_a_key_is_not_overwritten(korgoo, key):
    result = korgoo("match", "key", key)

    assert result.exit_code == 1
    assert "never overwritten" in result.output


def test_a_folder_that_is_there_is_not_overwritten(korgoo, sources, key, tmp_path):
    (tmp_path / "a").mkdir()
    result = korgoo("match", "encode", sources[0][0], tmp_path / "a", "--key", key)

    assert result.exit_code == 1
    assert "is there already" in result.output


def test_what_is_no_report_is_said(korgoo, sources):
    result = korgoo("match", "report", sources[0][0])

    assert result.exit_code == 1
