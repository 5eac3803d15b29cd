import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from korgoo.matching.columns import Columns
from korgoo.matching.dates import birth_tokens, is_birth, surer
from korgoo.matching.encoding import Encoder, together
from korgoo.matching.kernels import likeness
from tests.matching.conftest import KEY

PERSON = {
    "surname": ["Сынаков"],
    "given": ["Нурбек"],
    "birth": ["1985-07-23"],
    "document": ["ID 123-4567"],
}


def encode(key=KEY, **columns):
    return Encoder(key).encode(Columns(**(PERSON | columns)))


def test_the_same_record_gives_the_same_code_and_another_key_another():
    assert (encode().record == encode().record).all()
    assert not (encode().record == encode(key=b"x" * 32).record).all()
    assert encode().codes["document"] != encode(key=b"x" * 32).codes["document"]


def test_a_short_key_is_refused():
    with pytest.raises(ValueError, match="32 bytes"):
        encode(key=b"short")


def test_columns_of_different_lengths_are_refused():
    with pytest.raises(ValueError, match="lengths"):
        Columns(surname=["Сынаков"], given=["Нурбек", "Айгүл"])


def test_swapped_names_and_another_script_change_little():
    one, other = encode(), encode(surname=["Nurbek"], given=["Synakov"])

    assert likeness(one.record, other.record)[0] == 65_536


def test_a_swapped_day_and_month_still_agree_in_part():
    same = set(birth_tokens("1985-07-05")) & set(birth_tokens("1985-05-07"))

    assert {token.split("=")[0] for token in same} == {"year", "decade", "turned"}


def test_the_first_of_january_is_a_year_alone():
    assert birth_tokens("1985-01-01") == birth_tokens("1985")


def test_what_is_not_known_has_no_code():
    found = encode(birth=[""], document=["  "])

    assert found.codes["year"][0] == found.codes["document"][0] == 0
    assert not found.filters["patronymic"].any()


def test_numbers_meet_however_they_are_spaced():
    assert encode().codes["document"] == encode(document=["id1234567"]).codes["document"]


@given(
    st.lists(st.tuples(st.text(max_size=12), st.text(max_size=12)), min_size=1, max_size=8),
    st.integers(0, 8),
)
def test_a_list_in_parts_is_encoded_as_a_whole_one(rows, at):
    columns = Columns(surname=[one for one, _other in rows], given=[other for _one, other in rows])
    encoder = Encoder(KEY)
    parts = [part for part in (columns.part(0, at), columns.part(at, len(rows))) if len(part)]

    whole, joined = encoder.encode(columns), together([encoder.encode(part) for part in parts])
    assert (whole.record == joined.record).all()
    assert all((whole.codes[name] == joined.codes[name]).all() for name in whole.codes)


@pytest.mark.parametrize(
    ("text", "right"),
    [("1985", True), ("1985-07", True), ("1985-07-23", True), ("1985-13", False), ("1985-02-30", False),
     ("23.07.1985", False), ("85", False), ("1985-07-23\n", False), ("3985", False)],
)  # fmt: skip
def test_a_date_is_whole_or_partial_and_on_the_calendar(text, right):
    assert is_birth(text) is right


def test_no_name_stands_in_the_code(encoded, lists):
    here, _there = encoded
    data = here.record.tobytes() + b"".join(code.tobytes() for code in here.codes.values())

    assert not any(name.encode() in data for name in set(lists[0].surname) if len(name) > 4)
    assert np.bitwise_count(here.record).sum(axis=1).mean() < 512 * 0.4


@pytest.mark.parametrize(
    ("birth", "number", "held"),
    [
        ("", "22307198512345", "1985-07-23"),
        ("1985", "22307198512345", "1985-07-23"),
        ("1985-01-01", "22307198512345", "1985-07-23"),
        ("1985-07-28", "22307198512345", "1985-07-23"),
        ("1990-02-11", "22307198512345", "1990-02-11"),  # nothing in common: one of them is somebody else's
        ("1985", "23113198512345", "1985"),  # no such day
        ("1985", "AC1234567", "1985"),
        ("1985", "", "1985"),
    ],
)  # fmt: skip
def test_a_national_number_tells_the_date(birth, number, held):
    assert surer(birth, number) == held


def test_writings_of_one_name_and_a_repeated_value_have_one_code():
    found = encode(
        surname=["Сынаков", "Synakov", "Сынаков"], given=["Нурбек"] * 3, birth=["1985"] * 3,
        document=["A1", "a-1", "A2"],
    )  # fmt: skip

    assert len(set(found.codes["surname"].tolist())) == 1
    assert found.codes["document"][0] == found.codes["document"][1] != found.codes["document"][2]
    assert (found.record[0] == found.record[1]).all()
