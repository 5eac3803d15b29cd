import json

import numpy as np
import pytest

from korgoo.matching import keys, store, tables
from korgoo.matching.columns import Columns


def written(path, text):
    path.write_text(text, encoding="utf-8")
    return path


def test_a_list_is_read_as_text(tmp_path):
    path = written(tmp_path / "list.csv", "id,surname,given,number\n007,Сынаков,Нурбек,00123\n")
    ((names, columns),) = tables.parts_of(path)

    assert names == ["007"]
    assert columns.number == ["00123"]


def test_parquet_is_read_as_csv_is(tmp_path):
    import polars as pl

    path = tmp_path / "list.parquet"
    pl.DataFrame({"surname": ["Сынаков", None], "birth": ["1985", "1986-07"]}).write_parquet(path)
    ((names, columns),) = tables.parts_of(path)

    assert names == ["1", "2"]
    assert list(columns.surname) == ["Сынаков", ""]


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("surname,brith\nСынаков,1985\n", [(1, "brith", "unknown column")]),
        ("birth\n1985\n", [(1, "surname", "missing: surname or given is needed")]),
        ("surname,birth,sex\nА,1985,m\nБ,31.12.1985,x\n",
         [(3, "birth", "date as 1985, 1985-07 or 1985-07-23"), (3, "sex", "m, f or empty")]),
        (f"surname\n{'а' * 201}\n", [(2, "surname", "at most 200 letters")]),
    ],
)  # fmt: skip
def test_faults_name_row_column_and_rule_and_never_the_value(tmp_path, text, faults):
    path = written(tmp_path / "list.csv", text)
    with pytest.raises(tables.BadTable) as caught:
        list(tables.parts_of(path))

    assert [(one.row, one.column, one.rule) for one in caught.value.faults] == faults


def test_what_is_no_table_is_a_fault(tmp_path):
    path = tmp_path / "list.parquet"
    path.write_bytes(b"not a table")
    with pytest.raises(tables.BadTable):
        tables.columns_of(path)


def test_a_stored_list_opens_as_it_was(tmp_path, encoded):
    with store.writing(tmp_path / "list", "mark") as writer:
        writer.add([str(row) for row in range(3_000)], encoded[0])
    found = store.opened(tmp_path / "list")

    assert isinstance(found.encoded.record, np.memmap)
    assert (found.encoded.record == encoded[0].record).all()
    assert all(
        (found.encoded.codes[name] == encoded[0].codes[name]).all() for name in encoded[0].codes
    )
    assert found.identifiers()[-1] == "2999"
    assert (tmp_path / "list").stat().st_mode & 0o077 == 0


def test_a_list_that_was_cut_short_is_refused(tmp_path, encoded):
    with store.writing(tmp_path / "list", "mark") as writer:
        writer.add([str(row) for row in range(3_000)], encoded[0])
    file = tmp_path / "list" / "code-year"
    file.write_bytes(file.read_bytes()[:-8])
    with pytest.raises(store.BadStore, match="cut short"):
        store.opened(tmp_path / "list")


def test_a_list_half_written_leaves_nothing(tmp_path):
    with pytest.raises(RuntimeError), store.writing(tmp_path / "list", "mark"):
        raise RuntimeError
    assert list(tmp_path.iterdir()) == []


def test_another_version_is_told(tmp_path):
    folder = tmp_path / "list"
    folder.mkdir()
    (folder / "head.json").write_text(
        json.dumps({"format": 0, "bits": 512, "records": 1, "key": ""})
    )
    with pytest.raises(store.BadStore, match="another version"):
        store.opened(folder)


def test_a_key_is_made_once_and_read_by_its_owner_alone(tmp_path):
    path = tmp_path / "key"
    made = keys.make(path)

    assert keys.read(path) == made
    assert len(made) == 32
    with pytest.raises(FileExistsError):
        keys.make(path)
    path.chmod(0o644)
    with pytest.raises(keys.BadKey, match="chmod 600"):
        keys.read(path)


@pytest.mark.parametrize(
    "text", ["", "korgoo matching key 1 zz", "korgoo matching key 1 abcd", "something"]
)
def test_what_is_no_key_is_refused(tmp_path, text):
    path = written(tmp_path / "key", text)
    path.chmod(0o600)
    with pytest.raises(keys.BadKey):
        keys.read(path)


def test_columns_fill_what_an_office_does_not_have():
    assert list(Columns(surname=["Сынаков"]).column("phone")) == [""]
